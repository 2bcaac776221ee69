package reconcile

import (
	"jiangbu/calc/written"
)

// nearest is by how many characters two names may differ that are shown side
// by side; a name shorter than leastNear says too little.
const (
	nearest   = 2
	leastNear = 6
)

// hintNames shows awards that nobody paid beside payments to nobody of the
// report, where the sums are the same and the names nearly: a hint, never a
// match.
func (rec *Reconciliation) hintNames() {
	unpaid := map[string][]*Line{}
	for i := range rec.Lines {
		if l := &rec.Lines[i]; l.Status == StatusUnpaid {
			unpaid[l.Awarded.String()] = append(unpaid[l.Awarded.String()], l)
		}
	}
	for i := range rec.Lines {
		l := &rec.Lines[i]
		if l.Status != StatusUnexpected {
			continue
		}
		for _, other := range unpaid[l.Paid.Sub(l.Returned).String()] {
			if nearNames(l.Company, other.Company) {
				at := rec.Payments[l.Payments[0]].Ref.String()
				l.Note += "；与未拨付的“" + other.Company + "”金额相同、名称相近，请核对是否同一单位"
				other.Note += "；与 " + at + " 的“" + l.Company + "”金额相同、名称相近，请核对是否同一单位"
			}
		}
	}
}

// nearNames tells of two names that are not the same that a person may have
// written one for the other.
func nearNames(a, b string) bool {
	x, y := []rune(written.CompanyKey(a)), []rune(written.CompanyKey(b))
	return min(len(x), len(y)) >= leastNear && apart(x, y, nearest+1) <= nearest && string(x) != string(y)
}

// apart is how many characters must be changed, put in or taken out to make one
// text of another, at most so many.
func apart(x, y []rune, most int) int {
	switch {
	case most == 0:
		return 0
	case len(x) == 0 || len(y) == 0:
		return min(len(x)+len(y), most)
	case x[0] == y[0]:
		return apart(x[1:], y[1:], most)
	}
	return 1 + min(apart(x[1:], y[1:], most-1), apart(x[1:], y, most-1), apart(x, y[1:], most-1))
}
