package report

import (
	"errors"
	"fmt"
	"slices"

	"jiangbu/calc"
)

// Check holds a report that was read back against the result that it was made
// of: every record, every amount, every total. A difference is a fault of the
// program, and the report must not be left on the disk.
func Check(rep *Report, r *calc.Result) error {
	if rep == nil {
		return errors.New("report: nothing was read back")
	}
	return errors.Join(checkHead(rep, r), checkRecords(rep, r), checkAwards(rep, r))
}

func checkHead(rep *Report, r *calc.Result) error {
	if rep.Policy != clean(r.Policy.ID) || rep.Document != clean(r.Policy.Document) || rep.Year != r.AwardYear {
		return fmt.Errorf("report: reads back as %s %s %d", rep.Policy, rep.Document, rep.Year)
	}
	for _, rd := range r.Policy.Readings {
		if rep.Readings[rd.Name] != r.Readings[rd.Name] {
			return fmt.Errorf("report: reading %s reads back as %q, is %q", rd.Name, rep.Readings[rd.Name], r.Readings[rd.Name])
		}
	}
	same := slices.EqualFunc(rep.Inputs, r.Inputs, func(a, b calc.Input) bool {
		return a.File == clean(b.File) && a.SHA256 == b.SHA256 && a.Rows == b.Rows && a.Status == b.Status
	})
	if !same {
		return fmt.Errorf("report: %d inputs read back differ from %d", len(rep.Inputs), len(r.Inputs))
	}
	if rep.Stated.Records != r.Totals.Records || !rep.Stated.Amount.Equal(r.Totals.Amount) {
		return fmt.Errorf("report: states %d records and %s, not %d and %s", rep.Stated.Records, rep.Stated.Amount, r.Totals.Records, r.Totals.Amount)
	}
	for _, o := range calc.Outcomes {
		if rep.Stated.Outcomes[o] != r.Totals.Outcomes[o] {
			return fmt.Errorf("report: states %d %s, not %d", rep.Stated.Outcomes[o], o, r.Totals.Outcomes[o])
		}
	}
	return nil
}

func checkRecords(rep *Report, r *calc.Result) error {
	if len(rep.Records) != len(r.Records) {
		return fmt.Errorf("report: %d records read back, not %d", len(rep.Records), len(r.Records))
	}
	for i := range r.Records {
		got, rec, d := &rep.Records[i], &r.Records[i], &r.Decisions[i]
		switch {
		case got.Key != clean(rec.Key) || got.Record.Source.File != clean(rec.Source.File) || got.Record.Source.Row != rec.Source.Row:
			return fmt.Errorf("report: %s: reads back as record %s of %s", rec.Source, got.Key, got.Record.Source)
		case got.CreditCode != clean(rec.CreditCode) || got.Item != rec.Item || got.Level != clean(rec.Level):
			return fmt.Errorf("report: %s: reads back as %s %s %s", rec.Source, got.CreditCode, got.Item, got.Level)
		case got.Outcome != d.Outcome || got.Reason != d.Reason || got.By != clean(d.By):
			return fmt.Errorf("report: %s: reads back as %s %s by %s", rec.Source, got.Outcome, got.Reason, got.By)
		case !got.Entitled.Equal(d.Entitled) || !got.Amount.Equal(d.Amount):
			return fmt.Errorf("report: %s: reads back with %s of %s, not %s of %s", rec.Source, got.Amount, got.Entitled, d.Amount, d.Entitled)
		case !sameRuling(got.Ruling, d.Ruling):
			return fmt.Errorf("report: %s: its ruling reads back as another", rec.Source)
		}
	}
	return nil
}

// checkAwards: 奖补明细 holds every granted record once with its amount, and
// adds up to the total.
func checkAwards(rep *Report, r *calc.Result) error {
	if n := r.Totals.Outcomes[calc.Granted]; len(rep.Awards) != n || len(rep.Removed) > 0 || len(rep.Rulings) != rulings(r) {
		return fmt.Errorf("report: %d awards read back, %d removed, %d rulings; not %d awards", len(rep.Awards), len(rep.Removed), len(rep.Rulings), n)
	}
	var sum calc.Yuan
	for i := range rep.Awards {
		l := &rep.Awards[i]
		if l.Amended() || l.Serial != i+1 {
			return fmt.Errorf("report: award %d reads back as %d with %s, not %s", i+1, l.Serial, l.Amount, l.Decided)
		}
		sum = sum.Add(l.Amount)
	}
	if !sum.Equal(r.Totals.Amount) {
		return fmt.Errorf("report: the awards read back add up to %s, not %s", sum, r.Totals.Amount)
	}
	return nil
}

// rulings counts the rulings that were applied: 待核事项 holds them still.
func rulings(r *calc.Result) int {
	n := 0
	for i := range r.Decisions {
		if r.Decisions[i].Ruling != nil {
			n++
		}
	}
	return n
}

// sameRuling tells whether a ruling reads back as it was applied.
func sameRuling(got, want *calc.Ruling) bool {
	if got == nil || want == nil {
		return got == want
	}
	sameAmount := got.Amount == nil && want.Amount == nil || got.Amount != nil && want.Amount != nil && got.Amount.Equal(*want.Amount)
	return got.Grant == want.Grant && sameAmount && got.Basis == clean(want.Basis)
}
