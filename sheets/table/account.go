package table

import "jiangbu/calc"

// Account says what became of each line of a sheet that shows something.
type Account struct {
	Sheet    string
	Headings []string // that nobody reads, each with its place

	lines [Struck]int // by what they were taken for
}

// Count books n lines under a kind. A wide sheet makes several rows of one record.
func (a *Account) Count(k Kind, n int) { a.lines[k] += n }

// Of is how many lines are booked under a kind.
func (a *Account) Of(k Kind) int { return a.lines[k] }

// Move books n lines under another kind than before.
func (a *Account) Move(from, to Kind, n int) {
	a.lines[from] -= n
	a.lines[to] += n
}

// Lines is how many are booked.
func (a *Account) Lines() (n int) {
	for _, of := range a.lines {
		n += of
	}
	return n
}

// AsNoTable books all lines as those of a sheet without a table.
func (a *Account) AsNoTable() {
	n := a.Lines()
	*a = Account{Sheet: a.Sheet}
	a.Count(NoTable, n)
}

// lineKinds are the kinds as a result carries them, in its order.
var lineKinds = [Struck]calc.LineKind{Above: calc.LineAbove, Header: calc.LineHeader, Section: calc.LineSection,
	Total: calc.LineTotal, Note: calc.LineNote, Placeholder: calc.LinePlaceholder, Example: calc.LineExample,
	Unread: calc.LineUnread, NoTable: calc.LineNoTable}

// Told is the account as a result carries it.
func (a *Account) Told() calc.SheetAccount {
	r := calc.SheetAccount{Sheet: a.Sheet, Lines: a.Lines(), Records: a.Of(Record), Unread: a.Headings}
	for k := Above; k < Struck; k++ {
		if n := a.Of(k); n > 0 {
			r.Others = append(r.Others, calc.LineCount{Kind: lineKinds[k], Lines: n})
		}
	}
	return r
}
