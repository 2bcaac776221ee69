package calc

import (
	"cmp"
	"slices"
	"strconv"

	"jiangbu/calc/written"
)

// pairing pairs the records of two runs, each at most once.
type pairing struct {
	before, after []Snapshot
	beforeOf      []int  // by record of this run: its earlier record, -1 for none
	met           []bool // by earlier record
}

// traits are what two records must share to be one claim whose row was
// corrected, the closest first. A record without one of the first two parts of
// a trait has none. In the last two the row stayed where it was and its item,
// or name and code together, were corrected.
var traits = []func(*Snapshot) string{
	func(s *Snapshot) string { return join(s.CreditCode, s.what(), s.Subject, s.Level, s.Paper()) },
	func(s *Snapshot) string {
		return join(written.CompanyKey(s.Company), s.what(), s.Subject, s.Level, s.Paper())
	},
	func(s *Snapshot) string { return join(s.place(), s.what(), s.Subject, s.CreditCode) },
	func(s *Snapshot) string { return join(s.place(), s.what(), s.Subject, s.Company) },
	func(s *Snapshot) string { return join(s.CreditCode, s.what(), s.Subject) },
	func(s *Snapshot) string { return join(written.CompanyKey(s.Company), s.what(), s.Subject) },
	func(s *Snapshot) string { return join(written.CompanyKey(s.Company), s.place()) },
	func(s *Snapshot) string { return join(s.Paper(), s.what(), s.place()) },
}

// join makes one text of the parts; "" where one of the first two, which a
// trait cannot do without, is missing.
func join(a, b string, rest ...string) string {
	if a == "" || b == "" {
		return ""
	}
	s := a + "\x00" + b
	for _, r := range rest {
		s += "\x00" + written.CompanyKey(r)
	}
	return s
}

// what is the item claimed, or what the row names in its place.
func (s *Snapshot) what() string {
	return cmp.Or(s.Item, s.ItemName)
}

// place is the row that a record stands in.
func (s *Snapshot) place() string {
	return s.Source.File + "\x00" + s.Source.Sheet + "\x00" + strconv.Itoa(s.Source.Row)
}

// run pairs by key, then trait by trait.
func (m *pairing) run() {
	m.beforeOf, m.met = slices.Repeat([]int{-1}, len(m.after)), make([]bool, len(m.before))
	m.pair(func(s *Snapshot) string { return s.Key })
	for _, t := range traits {
		m.pair(t)
	}
}

// pair joins what is left on both sides and agrees in a trait, in the order of
// the records.
func (m *pairing) pair(trait func(*Snapshot) string) {
	waiting := map[string][]int{}
	for i := range m.before {
		if m.met[i] {
			continue
		}
		if t := trait(&m.before[i]); t != "" {
			waiting[t] = append(waiting[t], i)
		}
	}
	if len(waiting) == 0 {
		return
	}
	for j := range m.after {
		if m.beforeOf[j] >= 0 {
			continue
		}
		t := trait(&m.after[j])
		if list := waiting[t]; t != "" && len(list) > 0 {
			m.beforeOf[j], m.met[list[0]] = list[0], true
			waiting[t] = list[1:]
		}
	}
}
