package survey

import (
	"slices"
	"strings"

	"jiangbu/calc"
	"jiangbu/calc/money"
	"jiangbu/calc/standard"
	"jiangbu/calc/written"
	"jiangbu/sheets/table"
)

// slot is one column that is read: where it stands in the table and what it
// means.
type slot struct {
	field  int // index into the table's columns
	column calc.Column
	unit   money.Unit
	kind   int
	rivals []int // further columns of the same meaning
}

// headUnits are the units that the headings name.
type headUnits = [calc.NumColumns]money.Unit

// layout is what the columns of one table mean for a survey.
type layout struct {
	table  *table.Table
	slots  []slot // by column of the sheet
	units  headUnits
	groups []itemGroup // wide: the columns of each item
	at     [calc.NumColumns]int
	kinds  []int     // by field: the ID of the column
	title  calc.Cell // the item that a heading over the whole table names

	asides     []aside // columns that may speak against a record: calc.Aside
	question   string  // the heading over 认定类型 where it asks: 是否新认定
	place      bool    // the subject is paid too: a park without a company column
	itemLeads  bool    // 奖补事项 stands left of the company, as in a table grouped by item
	placeLeads bool    // 县区 does
}

// aside is such a column, by its field; all that stands in it is heard where its
// heading says what is asked, else only a text that speaks.
type aside struct {
	field int
	heard bool
}

// itemGroup are the columns of a wide sheet that stand for one item.
type itemGroup struct {
	title calc.Cell // the heading
	slots []slot
	units headUnits
	marks []slot // columns of marks, dates, levels or numbers
}

// kindMark is the kind of a column of marks under an item.
const kindMark = int(calc.NumColumns)

// kindAside is that of a column that may speak against a record.
const kindAside = kindMark + 1

// none marks a column that the table does not have.
const none = -1

// newLayout reads the columns of a table; the award is what its title or sheet
// names. Columns that clash are returned in pairs.
func newLayout(t *table.Table, v *standard.Vocabulary, award string) (*layout, [][2]*table.Column) {
	l := &layout{table: t, kinds: make([]int, len(t.Columns))}
	for i := range l.at {
		l.at[i] = none
	}
	plain, wide := splitWide(t, v, award)
	if sameItem(wide, v) {
		l.title, plain, wide = wide[0].title, t.All(), nil
	}
	clashes := resolveRoles(plain)
	for _, c := range plain {
		l.addSlot(c, v)
	}
	for _, g := range wide {
		clashes = append(clashes, table.ResolveHeadings(g.columns)...)
		l.addGroup(g)
	}
	l.lead()
	for _, c := range clashes {
		l.addRival(c[0], c[1])
	}
	for _, c := range plain {
		if saysMore(c) && l.at[c.Heading.ID] != none {
			l.addRival(&t.Columns[l.at[c.Heading.ID]], c)
		}
	}
	return l, clashes
}

// saysMore tells of a column that another of its meaning outranks that both are
// read: 级别 and 星级, 奖补类别 and 认定项目.
func saysMore(c *table.Column) bool {
	return c.ID == 0 && c.Heading != nil && c.Heading.Rank >= 4 &&
		(c.Heading.ID == int(calc.ColLevel) || c.Heading.ID == int(calc.ColItem))
}

// addRival gives the column that was kept the other one. Of numbers of papers only
// one under the same heading is of another recognition.
func (l *layout) addRival(kept, rival *table.Column) {
	for i := range l.slots {
		if s := &l.slots[i]; s.field == l.fieldOf(kept) &&
			(s.column != calc.ColCertificate || kept.Text == rival.Text) {
			s.rivals = append(s.rivals, l.fieldOf(rival))
		}
	}
}

func (l *layout) addSlot(c *table.Column, v *standard.Vocabulary) {
	i := l.fieldOf(c)
	l.kinds[i] = c.ID
	if c.ID == 0 && isAside(c) || ofYear(c) {
		heard := c.Heading != nil || standard.IsQuestion(c.Text) || v.Speaks(c.Text)
		l.asides = append(l.asides, aside{i, heard})
		if c.ID == 0 {
			l.kinds[i] = kindAside
		}
	}
	if c.ID <= 0 || c.ID >= int(calc.NumColumns) {
		return
	}
	l.at[c.ID] = i
	if c.ID == int(calc.ColNature) && strings.HasPrefix(table.Fold(c.Text), "是否") {
		l.question = c.Text
	}
	if c.ID != int(calc.ColSerial) { // it says nothing about the record
		l.slots = append(l.slots, slotOf(c, i))
		l.units[c.ID] = c.Unit
	}
}

// isAside tells of a column without a meaning of its own that it may speak against
// a record: a further remark, opinion or state, and all that nobody knows.
func isAside(c *table.Column) bool {
	return c.Heading == nil || c.Heading.ID == int(calc.ColRemark) || c.Heading.ID == int(calc.ColNature) || ofYear(c)
}

// ofYear tells of a column of claims that its heading says the year, which may be
// one of before: 2022年奖补金额.
func ofYear(c *table.Column) bool {
	return c.Heading != nil && c.Heading.ID == int(calc.ColClaimed) && written.YearIn(c.Text) != 0
}

func slotOf(c *table.Column, field int) slot {
	return slot{field: field, column: calc.Column(c.ID), unit: c.Unit, kind: c.Heading.Kind}
}

func (l *layout) fieldOf(c *table.Column) int {
	i, _ := slices.BinarySearchFunc(l.table.Columns, c.Col, func(x table.Column, col int) int { return x.Col - col })
	return i
}

func (l *layout) addGroup(g wideGroup) {
	out := itemGroup{title: g.title, units: l.units}
	for _, c := range g.columns {
		i := l.fieldOf(c)
		l.kinds[i] = c.ID
		switch {
		case c.ID > 0 && c.ID < int(calc.NumColumns):
			out.slots = append(out.slots, slotOf(c, i))
			out.units[c.ID] = c.Unit
		case c.Heading == nil || c.ID == 0:
			l.kinds[i] = kindMark
			out.marks = append(out.marks, slot{field: i, unit: c.Unit})
		}
	}
	l.groups = append(l.groups, out)
}

// lead finds which of the columns that are filled only once stand left of the
// company's, and whether a place is its own company.
func (l *layout) lead() {
	l.place = !l.has(calc.ColCompany) && slices.ContainsFunc(l.slots,
		func(s slot) bool { return s.column == calc.ColSubject && s.kind == kindPlace })
	name := l.at[calc.ColCompany]
	if name == none {
		name = l.at[calc.ColSubject]
	}
	l.itemLeads = l.at[calc.ColItem] != none && l.at[calc.ColItem] < name
	l.placeLeads = l.at[calc.ColDistrict] != none && l.at[calc.ColDistrict] < name
}

// unread are the headings that nobody reads, each with its place.
func (l *layout) unread() []string {
	var out []string
	for i, id := range l.kinds {
		if c := &l.table.Columns[i]; id == 0 {
			out = append(out, c.Told())
		}
	}
	return out
}

// has tells whether the table has a column.
func (l *layout) has(c calc.Column) bool { return l.at[c] != none }

// keyed tells whether the table names somebody at all.
func (l *layout) keyed() bool {
	return l.has(calc.ColCompany) || l.has(calc.ColSubject) || l.has(calc.ColCreditCode)
}

// summary tells whether the table names nobody and proves nothing: a summary
// by district, a list of options.
func (l *layout) summary() bool {
	return !l.keyed() && !l.has(calc.ColRecognised) && !l.has(calc.ColCertificate)
}

// resolveRoles decides the columns that are not under an item: first names and
// facts by rank, then codes and districts by the name that they stand beside.
func resolveRoles(columns []*table.Column) [][2]*table.Column {
	var first, codes, districts []*table.Column
	for _, c := range columns {
		switch {
		case c.Heading == nil:
		case c.Heading.Kind == kindCode:
			codes = append(codes, c)
		case c.Heading.Kind == kindDistrict:
			districts = append(districts, c)
		default:
			first = append(first, c)
		}
	}
	clashes := table.ResolveHeadings(first)
	clashes = append(clashes, attach(codes, first, calc.ColCreditCode, calc.ColSubjectCode)...)
	if len(districts) < 2 {
		return append(clashes, attach(districts, nil, calc.ColDistrict, calc.ColSubjectDistrict)...)
	}
	return append(clashes, attach(districts, first, calc.ColDistrict, calc.ColSubjectDistrict)...)
}

// attach gives each code (or district) to the name beside it: of the company
// or of the subject. Of two for one name the higher rank counts.
func attach(columns, names []*table.Column, company, subject calc.Column) (clashes [][2]*table.Column) {
	var kept [calc.NumColumns]*table.Column
	for _, n := range names {
		if n.ID == int(company) || n.ID == int(subject) {
			kept[n.ID] = n // named in full: 诊断机构信用代码
		}
	}
	for _, c := range columns {
		c.ID = int(company)
		if n := beside(c, names); n != nil && n.ID == int(calc.ColSubject) {
			c.ID = int(subject)
		}
		rival := kept[c.ID]
		switch {
		case rival == nil || rival.Heading.Rank < c.Heading.Rank:
			if rival != nil {
				rival.ID = 0
			}
			kept[c.ID] = c
		case rival.Heading.Rank == c.Heading.Rank:
			clashes = append(clashes, [2]*table.Column{rival, c})
			c.ID = 0
		default:
			c.ID = 0
		}
	}
	return clashes
}

// beside is the nearest column left of c, else right of it, that names a body.
func beside(c *table.Column, names []*table.Column) *table.Column {
	var left, right *table.Column
	for _, n := range names {
		body := n.ID == int(calc.ColCompany) || n.ID == int(calc.ColSubject) && n.Heading.Kind == kindBody
		switch {
		case !body:
		case n.Col < c.Col && (left == nil || n.Col > left.Col):
			left = n
		case n.Col > c.Col && (right == nil || n.Col < right.Col):
			right = n
		}
	}
	if left != nil && (c.Heading.Kind != kindDistrict || left.Col == c.Col-1 || right == nil) {
		return left
	}
	return right
}
