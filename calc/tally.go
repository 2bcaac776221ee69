package calc

import "github.com/shopspring/decimal"

// tally adds up many sums of money, exactly and without an allocation for
// each: whole fen in one integer as far as that reaches, the rest beside it.
type tally struct {
	fen  int64
	rest Yuan
}

func (t *tally) add(y Yuan) {
	if n, ok := y.inFen(); !ok || !t.take(n) {
		t.rest = t.rest.Add(y)
	}
}

// join adds what another tally has.
func (t *tally) join(u tally) {
	if !t.take(u.fen) {
		t.rest = t.rest.Add(Yuan{decimal.New(u.fen, -2)})
	}
	t.rest = t.rest.Add(u.rest)
}

// take adds whole fen where that leaves room for more.
func (t *tally) take(n int64) bool {
	sum := t.fen + n // both are below maxFen
	if sum <= -maxFen || sum >= maxFen {
		return false
	}
	t.fen = sum
	return true
}

// maxFen is more than inFen lets pass, and less than half of what an int64
// holds.
const maxFen = 1e18

func (t *tally) sum() Yuan { return Yuan{decimal.New(t.fen, -2)}.Add(t.rest) }
