package notice

import (
	"fmt"
	"iter"
	"slices"
	"strings"

	"jiangbu/calc"
	"jiangbu/calc/money"
)

// Notice is the whole content of a publication, in the order of reading. The
// formats add nothing to it but looks; the csv holds its awards alone.
type Notice struct {
	Name  string   // of the files, without ending: 公示
	Title string   // 关于2024年度…拟奖补项目的公示
	Body  []string // the paragraphs under the title
	Unit  string   // who issues it, "" where that is left to the seal
	Date  string   // 2024年10月8日
	Table Table

	Number Number // of this publication, beside what it says

	Changes *Table // the second annex: what became of the announced awards, nil for none
}

// Table is the annex.
type Table struct {
	Title     string // 2024年度…拟奖补项目表
	Columns   []Column
	Amounts   Amounts
	Rows      []Row
	Districts []string // those that stand in it, in the policy's order
	Clauses   []Clause // likewise
}

// Clause is a clause as the page's filter names it.
type Clause struct{ Number, Name string }

// Column is one column: its heading, its share of the paper (Weight, of an annex
// of awards the half characters that stand on a line of it) and how its cells
// stand.
type Column struct {
	Name   string
	Weight int
	Align  Align
}

// isEntitled tells the second column of amounts: what was due, is left of an
// announced award, or was paid.
func (c *Column) isEntitled() bool {
	return slices.ContainsFunc([]string{entitledColumn, adjustedColumn, paidColumn}, func(head string) bool {
		return strings.HasPrefix(c.Name, head)
	})
}

// Align is how the cells of a column stand.
type Align string

// The alignments. Amounts are to the right.
const (
	Left   Align = "left"
	Centre Align = "center"
	Right  Align = "right"
)

// RowKind tells awards from sums.
type RowKind string

// The kinds of row.
const (
	AwardRow    RowKind = "award"
	SubtotalRow RowKind = "subtotal"
	TotalRow    RowKind = "total"
)

// Row is one row of the table. Cells has one text for each column; of a sum
// the first holds the label, which spans the columns up to the amount.
type Row struct {
	Kind     RowKind
	Cells    []string
	Label    string // of a sum, without its counts
	Group    int    // rows of one group share a subtotal; from 1, 0 for the total
	District string
	Clause   string // number
	Item     int    // places in the policy, for sorting: of the item,
	Rank     int    // of the level, and
	Place    int    // of the district
	Company  int    // tells companies apart, says nothing of them
	Amount   money.Yuan
	Entitled money.Yuan // what stands in the second column of amounts
	At       calc.Ref   // the line of the report
}

// amountColumn is the place of the amount among the columns: the label of a
// sum spans those before it.
func (t *Table) amountColumn() int {
	if i := slices.IndexFunc(t.Columns, func(c Column) bool { return c.Align == Right }); i >= 0 {
		return i
	}
	return len(t.Columns)
}

// amount is what stands in a column of amounts; ok is false where the column is
// none, or the row has nothing there.
func (t *Table) amount(r *Row, column int) (y money.Yuan, ok bool) {
	switch {
	case column == t.amountColumn():
		return r.Amount, true
	case t.Columns[column].isEntitled():
		return r.Entitled, r.Kind == AwardRow || r.Cells[column] != ""
	}
	return y, false
}

// awards are the rows of the table that are no sums.
func (t *Table) awards() iter.Seq[*Row] {
	return func(yield func(*Row) bool) {
		for i := range t.Rows {
			if r := &t.Rows[i]; r.Kind == AwardRow && !yield(r) {
				return
			}
		}
	}
}

// annexLabel stands above the table's title; further annexes count on.
const annexLabel = "附件1"

// changesLabel stands above the table of changes.
const changesLabel = "附件2"

// Annex is one of the tables behind a text, or of a paper that has no other.
type Annex struct {
	Label string // 附件1
	Note  string // the lines under the table's title, "" for none
	Table Table
	sheet string // of a workbook
}

// annexes are the tables in their order.
func (n *Notice) annexes() []Annex {
	all := []Annex{{Label: annexLabel, Table: n.Table, sheet: annexSheet}}
	if n.Changes != nil {
		all = append(all, Annex{Label: changesLabel, Table: *n.Changes, sheet: changesLabel})
	}
	return all
}

// about says in an error what was being written.
func about(what string, err *error) {
	if *err != nil {
		*err = fmt.Errorf("%s: %w", what, *err)
	}
}

// changesSuffix follows the notice's name in that of its table of changes.
const changesSuffix = "调整情况"

// Data are the notice's tables as the csv holds them, each under the name of its
// file: the awards, and what became of the announced ones.
func (n *Notice) Data() []Notice {
	all := []Notice{{Name: n.Name, Table: n.Table, Number: n.Number}}
	if n.Changes != nil {
		all = append(all, Notice{Name: n.Name + changesSuffix, Table: *n.Changes, Number: n.Number})
	}
	return all
}
