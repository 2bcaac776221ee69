package table

import "jiangbu/calc"

// Account says what became of each line of a sheet that shows something. The
// kinds add up to Lines: nothing vanishes.
type Account struct {
	Sheet       string
	Lines       int // lines with at least one visible value
	Records     int // lines that became rows (a wide sheet makes several of one)
	Above       int // titles, 填报单位, 单位 and other lines above a header
	Header      int // lines of headers, repeated ones too
	Section     int
	Total       int
	Note        int // 备注, 填表说明, signatures
	Placeholder int // an empty line of the form: a serial number, nothing else
	Example     int
	Unread      int // each has a finding
	NoTable     int // lines of a sheet without a table, and of tables that are not of the form

	Headings []string // that nobody reads, each with its place
}

// Count books n lines under a kind.
func (a *Account) Count(k Kind, n int) {
	a.Lines += n
	*a.place(k) += n
}

// Move books n lines under another kind than before.
func (a *Account) Move(from, to Kind, n int) {
	*a.place(from) -= n
	*a.place(to) += n
}

func (a *Account) place(k Kind) *int {
	return [...]*int{&a.Records, &a.Above, &a.Header, &a.Section, &a.Total, &a.Note, &a.Placeholder, &a.Example,
		&a.Unread}[k]
}

// Leave books a line of a table that is not of the form.
func (a *Account) Leave() {
	a.Lines++
	a.NoTable++
}

// LeaveUnread books the lines that were not read as those of a table that is not
// of the form.
func (a *Account) LeaveUnread() { a.NoTable, a.Unread = a.NoTable+a.Unread, 0 }

// AsNoTable books all lines as those of a sheet without a table.
func (a *Account) AsNoTable() { *a = Account{Sheet: a.Sheet, Lines: a.Lines, NoTable: a.Lines} }

// Told is the account as a result carries it.
func (a *Account) Told() calc.SheetAccount {
	r := calc.SheetAccount{Sheet: a.Sheet, Lines: a.Lines, Records: a.Records, Unread: a.Headings}
	for _, k := range [...]calc.LineCount{{Kind: calc.LineAbove, Lines: a.Above},
		{Kind: calc.LineHeader, Lines: a.Header},
		{Kind: calc.LineSection, Lines: a.Section}, {Kind: calc.LineTotal, Lines: a.Total},
		{Kind: calc.LineNote, Lines: a.Note}, {Kind: calc.LinePlaceholder, Lines: a.Placeholder},
		{Kind: calc.LineExample, Lines: a.Example},
		{Kind: calc.LineUnread, Lines: a.Unread}, {Kind: calc.LineNoTable, Lines: a.NoTable}} {
		if k.Lines > 0 {
			r.Others = append(r.Others, k)
		}
	}
	return r
}

// Sum is what the kinds add up to; it equals Lines.
func (a *Account) Sum() int {
	return a.Records + a.Above + a.Header + a.Section + a.Total + a.Note + a.Placeholder + a.Example + a.Unread +
		a.NoTable
}
