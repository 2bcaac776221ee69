package survey

import (
	"jiangbu/calc"
	"jiangbu/sheets/table"
)

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
	NoTable     int // lines of a sheet without a table

	headings []string // that nobody reads, each with its place
}

// count books n lines under a kind.
func (a *Account) count(k table.Kind, n int) {
	a.Lines += n
	*a.place(k) += n
}

// move books n lines under another table.Kind than before.
func (a *Account) move(from, to table.Kind, n int) {
	*a.place(from) -= n
	*a.place(to) += n
}

func (a *Account) place(k table.Kind) *int {
	return [...]*int{&a.Records, &a.Above, &a.Header, &a.Section, &a.Total, &a.Note, &a.Placeholder, &a.Example,
		&a.Unread}[k]
}

// asNoTable books all lines as those of a sheet without a survey table.
func (a *Account) asNoTable() { *a = Account{Sheet: a.Sheet, Lines: a.Lines, NoTable: a.Lines} }

// Told is the account as a result carries it.
func (a *Account) Told() calc.SheetAccount {
	r := calc.SheetAccount{Sheet: a.Sheet, Lines: a.Lines, Records: a.Records, Unread: a.headings}
	for _, k := range [...]calc.LineCount{{As: "表头以上", Lines: a.Above}, {As: "表头", Lines: a.Header},
		{As: "分组标题", Lines: a.Section}, {As: "小计合计", Lines: a.Total},
		{As: "备注签章", Lines: a.Note}, {As: "空行", Lines: a.Placeholder}, {As: "示例", Lines: a.Example},
		{As: "没有读懂", Lines: a.Unread}, {As: "没有表格", Lines: a.NoTable}} {
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
