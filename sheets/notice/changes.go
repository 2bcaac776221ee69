package notice

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"jiangbu/calc"
	"jiangbu/calc/money"
	"jiangbu/calc/written"
)

// Since is what happened to a proposed notice: what was published, what was
// objected, and what a person refused.
type Since struct {
	Published *Proposed
	Register  *Register        // nil where there is none
	Refused   []calc.AwardLine // records that a ruling refused
}

// change is one line of the proposed notice that the final one does not have as
// it was.
type change struct {
	before    *ProposedLine
	after     *Row     // nil where it is no award any more
	corrected []string // headings under which it reads otherwise
}

// comparison is a proposed notice held against the final one's table.
type comparison struct {
	since    *Since
	table    *Table
	lines    []calc.AwardLine // those of the table, for who ruled them
	compared []int            // the columns that tell awards apart and stand in both
	changes  []change         // in the order of the proposed notice
	added    []*Row           // never announced
}

// compare holds the notice against what was announced: its table of changes,
// what it says of them, and what keeps it from being published.
func (n *Notice) compare(fs *calc.Findings, s Settings, since *Since, lines []calc.AwardLine, said words) error {
	c := compare(since, &n.Table, lines)
	if err := c.audit(); err != nil {
		return err
	}
	c.check(fs, s)
	said.Compared = true
	if len(c.changes) > 0 {
		before, after := c.sums()
		said.Changes = &changeWords{len(c.changes), s.Amounts.text(before), s.Amounts.text(after)}
	}
	text, err := phrase(finalNotice, said)
	if err != nil {
		return err
	}
	n.Body, n.Changes = text.body, c.changeTable(text.changes)
	return nil
}

// period is the register where it tells the period, else nil.
func (s *Since) period() *Register {
	if s == nil || s.Register == nil || s.Register.From.IsZero() {
		return nil
	}
	return s.Register
}

// compare finds for each announced line the line that it became.
func compare(since *Since, t *Table, lines []calc.AwardLine) *comparison {
	c := &comparison{since: since, table: t, lines: lines}
	for i := range t.Columns {
		if !isSerialOrAmount(t, i) && c.shows(t.Columns[i].Name) {
			c.compared = append(c.compared, i)
		}
	}
	open := slices.Collect(t.awards())
	became := make([]*Row, len(since.Published.Lines))
	for _, same := range []func(*ProposedLine, *Row) bool{c.unchanged, c.sameAward, c.sameCompany, c.renamed} {
		for i := range became {
			if became[i] != nil {
				continue
			}
			l := &since.Published.Lines[i]
			if k := slices.IndexFunc(open, func(r *Row) bool { return same(l, r) }); k >= 0 {
				became[i] = open[k]
				open = slices.Delete(open, k, k+1)
			}
		}
	}
	for i, r := range became {
		if l := &since.Published.Lines[i]; r == nil || !c.unchanged(l, r) {
			c.changes = append(c.changes, change{before: l, after: r, corrected: c.corrected(l, r)})
		}
	}
	c.added = open
	return c
}

// isSerialOrAmount tells the columns that number the lines or hold amounts: what
// tells awards apart stands in the others.
func isSerialOrAmount(t *Table, i int) bool { return i == 0 || t.Columns[i].Align == Right }

// corrected are the headings under which two lines differ, of those that both
// tables have.
func (c *comparison) corrected(l *ProposedLine, r *Row) (heads []string) {
	if r == nil {
		return nil
	}
	for _, i := range c.compared {
		if head := c.table.Columns[i].Name; l.Cells[head] != r.Cells[i] {
			heads = append(heads, head)
		}
	}
	return heads
}

// shows tells whether the proposed notice had a column: the credit codes are
// shown by choice.
func (c *comparison) shows(heading string) bool {
	return heading != codeColumn ||
		slices.ContainsFunc(c.since.Published.Lines, func(l ProposedLine) bool { return l.Cells[heading] != "" })
}

func (c *comparison) unchanged(l *ProposedLine, r *Row) bool {
	return l.Amount.Equal(r.Amount) && c.sameAward(l, r)
}

func (c *comparison) sameAward(l *ProposedLine, r *Row) bool { return len(c.corrected(l, r)) == 0 }

// cell is what a line of the final table has under a heading.
func (c *comparison) cell(r *Row, heading string) string {
	i := slices.IndexFunc(c.table.Columns, func(col Column) bool { return col.Name == heading })
	if i < 0 {
		return ""
	}
	return r.Cells[i]
}

// sameCompany: the company's award for the item, by its code where both tables
// show it.
func (c *comparison) sameCompany(l *ProposedLine, r *Row) bool {
	if l.Cells["奖补事项"] != c.cell(r, "奖补事项") {
		return false
	}
	code := l.Cells[codeColumn]
	return l.Cells["单位名称"] == c.cell(r, "单位名称") || code != "" && code == c.cell(r, codeColumn)
}

// renamed: an objection that was upheld corrects the company's name to that of
// the line.
func (c *comparison) renamed(l *ProposedLine, r *Row) bool {
	return l.Cells["奖补事项"] == c.cell(r, "奖补事项") && l.Cells["认定级别"] == c.cell(r, "认定级别") &&
		slices.ContainsFunc(c.upheld(l), func(o *Objection) bool {
			return strings.Contains(o.Handling, c.cell(r, "单位名称"))
		})
}

// about are the objections to a line: those that give its number, or its company
// alone.
func (c *comparison) about(l *ProposedLine) (all []*Objection) {
	if c.since.Register == nil {
		return nil
	}
	for i := range c.since.Register.Objections {
		o := &c.since.Register.Objections[i]
		if slices.Contains(o.Serials, l.Serial) || len(o.Serials) == 0 && o.isOf(l) {
			all = append(all, o)
		}
	}
	return all
}

func (o *Objection) isOf(l *ProposedLine) bool {
	return o.Company != "" && written.CompanyKey(o.Company) == written.CompanyKey(l.Cells["单位名称"])
}

func (c *comparison) upheld(l *ProposedLine) []*Objection {
	return slices.DeleteFunc(c.about(l), func(o *Objection) bool { return o.State != ObjectionUpheld })
}

// explained tells whether somebody decided the change: an objection was upheld,
// or a person ruled the record.
func (c *comparison) explained(ch *change) bool {
	return len(c.upheld(ch.before)) > 0 || ch.after == nil && c.refusedByRuling(ch.before) ||
		ch.after != nil && len(ch.corrected) == 0 && c.ruled(ch.after)
}

// ruled tells whether a line's amount is what a person ruled.
func (c *comparison) ruled(r *Row) bool {
	i := slices.IndexFunc(c.lines, func(l calc.AwardLine) bool { return l.Ref == r.At })
	return i >= 0 && c.lines[i].Ruled && len(c.lines[i].Cuts) == 0
}

func (c *comparison) refusedByRuling(l *ProposedLine) bool {
	return slices.ContainsFunc(c.since.Refused, func(a calc.AwardLine) bool {
		return shown(a.Company) == l.Cells["单位名称"] && plain(a.Level) == l.Cells["认定级别"] &&
			itemText(&a) == l.Cells["奖补事项"]
	})
}

// The neutral words for what became of a line.
const (
	wordAdjusted  = "经复核调整"
	wordRefused   = "不予奖补"
	wordWithdrawn = "撤回"
)

// said is what the table of changes says of one: a neutral word, and what was
// corrected, never why.
func (c *comparison) said(ch *change) string {
	if ch.after == nil {
		if slices.ContainsFunc(c.upheld(ch.before), func(o *Objection) bool { return o.Kind == kindWithdrawn }) {
			return wordWithdrawn
		}
		return wordRefused
	}
	text := wordAdjusted
	for _, head := range ch.corrected {
		if now := c.cell(ch.after, head); now != "" {
			text += "，" + head + "更正为" + now
		} else {
			text += "，删去" + head
		}
	}
	return text
}

// amount is what a change leaves of an award.
func (ch *change) amount() money.Yuan {
	if ch.after == nil {
		return money.Yuan{}
	}
	return ch.after.Amount
}

const adjustedColumn = "调整后" // and the unit

// changeTable is the table of what became of the announced lines, nil where
// each is as it was.
func (c *comparison) changeTable(title string) *Table {
	if len(c.changes) == 0 {
		return nil
	}
	a := c.table.Amounts
	unit := "（" + string(a) + "）"
	t := &Table{Title: title, Amounts: a, Columns: []Column{{"公示序号", 10, Centre}, {"单位名称", 36, Left},
		{"奖补事项", 26, Left}, {"公示金额" + unit, 20, Right}, {adjustedColumn + unit, 20, Right}, {"情况", 42, Left}}}
	for i := range c.changes {
		ch := &c.changes[i]
		t.Rows = append(t.Rows, Row{Kind: AwardRow, Group: 1, Amount: ch.before.Amount, Entitled: ch.amount(),
			At: ch.before.Ref, Cells: []string{strconv.Itoa(ch.before.Serial), shown(ch.before.Cells["单位名称"]),
				ch.before.Cells["奖补事项"], a.text(ch.before.Amount), a.text(ch.amount()), c.said(ch)}})
	}
	before, after := c.sums()
	label := fmt.Sprintf("合计（%d项）", len(c.changes))
	t.Rows = append(t.Rows, Row{Kind: TotalRow, Label: "合计", Amount: before, Entitled: after,
		Cells: []string{label, "", "", a.text(before), a.text(after), ""}})
	return t
}

// sums are what the changed lines were announced with and what they have now.
func (c *comparison) sums() (before, after money.Yuan) {
	return money.Sum(c.changes, func(ch *change) money.Yuan { return ch.before.Amount }),
		money.Sum(c.changes, (*change).amount)
}

// audit checks that the announced total and the changes give the final total. A
// failure is a fault of the program.
func (c *comparison) audit() error {
	before, after := c.sums()
	announced := money.Sum(c.since.Published.Lines, func(l *ProposedLine) money.Yuan { return l.Amount })
	added := money.Sum(c.added, func(r **Row) money.Yuan { return (*r).Amount })
	total := announced.Sub(before).Add(after).Add(added)
	if last := c.table.Rows[len(c.table.Rows)-1].Amount; !total.Equal(last) {
		return fmt.Errorf("audit: the announced awards and the changes give %s, the final awards %s", total, last)
	}
	return nil
}
