package table

import (
	"slices"
	"strings"
	"unicode/utf8"

	"jiangbu/calc"
)

// Kind is what a line of a table turned out to be.
type Kind uint8

// The kinds of lines.
const (
	Record Kind = iota
	Above       // a title and other lines above a header
	Header
	Section
	Total       // also a line of nothing but figures, whose label is empty
	Note        // 备注, 填表说明, signatures, what is carried from page to page
	Placeholder // an empty line of the form: a serial number, nothing else
	Example
	Unread  // each has a finding
	NoTable // of a sheet without a table, or of a table that is not of the form
	Struck  // crossed out whole: shown to the form as it was, then a record or unread
)

// Role is what a column is to the lines under it.
type Role uint8

// The roles. A line that fills nothing but columns of the first five claims
// nothing.
const (
	RoleNone    Role = iota // an unknown heading
	RoleIgnored             // known and never read
	RoleSerial
	RolePlace  // a district
	RoleRemark // says something about a claim, claims nothing
	RoleName   // a company, or what is recognised
	RoleCode
	RoleItem
	RoleMark // says that what its heading names is claimed
	RoleFact // a date, a certificate, a level
	RoleAmount
)

// Body tells what each line under a header is.
type Body struct {
	table   *Table
	roles   []Role // by field
	around  *Around
	inNotes bool

	Strikes   bool                          // lines that are crossed out whole are set apart
	Opening   func(text string) bool        // says that a sum is carried from an earlier account; may be nil
	Wide      func(fields []calc.Cell) bool // claims something under the headings of a wide table; nil: it is none
	Nameless  bool                          // the table names nobody: its lines are no records
	Listing   bool                          // its lines are about what elsewhere heads lines: items, districts
	Continues func(l Line) bool             // goes on with the name above
}

// NewBody reads the lines under a header. The roles stand by its columns.
func NewBody(t *Table, roles []Role, around *Around) *Body {
	return &Body{table: t, roles: roles, around: around, Continues: func(Line) bool { return false }}
}

// RolesOf are the roles of a table's columns by what each of them means.
func RolesOf(columns []*Column, byID []Role) []Role {
	roles := make([]Role, len(columns))
	for i, c := range columns {
		if roles[i] = RoleIgnored; c.ID != Ignored {
			roles[i] = byID[c.ID]
		}
	}
	return roles
}

// RoleAt is the role of a column of the sheet.
func (b *Body) RoleAt(col int) Role {
	if col < len(b.table.index) && b.table.index[col] >= 0 {
		return b.roles[b.table.index[col]]
	}
	return RoleNone
}

// RoleOf is the role of a column of the table, by its place there.
func (b *Body) RoleOf(field int) Role { return b.roles[field] }

// HeadingOf is its heading.
func (b *Body) HeadingOf(field int) string { return b.table.Columns[field].Text }

// Resume ends the notes: what follows may be records again.
func (b *Body) Resume() { b.inNotes = false }

// Read tells what a line is, and the words of a section or a total; those, too,
// of a line that is not read and begins like a section.
func (b *Body) Read(l Line) (Kind, Label) {
	k, label := b.classify(l)
	if k != Note && k != Unread {
		b.inNotes = false
	}
	b.inNotes = b.inNotes || k == Note && !b.joinsPages(l)
	return k, label
}

func (b *Body) classify(l Line) (Kind, Label) {
	w := b.contentsOf(l)
	first := FirstCell(l.Cells)
	switch example := b.isExample(l, first); {
	case example && isAlone(l.Cells):
		return Section, labelIn(first) // of examples below it
	case example:
		return Example, Label{}
	}
	if w.named && w.coded && b.Wide == nil {
		return Record, Label{}
	}
	if b.joinsPages(l) {
		return Note, Label{}
	}
	if label, ok := totalOf(l.Cells); ok {
		return Total, label
	}
	switch {
	case w.serials && w.own == 0 && w.known == w.shown, isColumnNumbers(l):
		return Placeholder, Label{}
	case w.coded:
	case w.shown == 1 && b.isBureau(first):
		return Section, labelIn(first)
	case holdsLabels(first), IsNote(first.Text), b.isSignedLine(l, w), w.shown == 1 &&
		(isSeal(first.Text) || b.inNotes && IsNumbered(Fold(first.Text))):
		return Note, Label{}
	}
	if b.Listing {
		return b.listed(l, w, first)
	}
	if !w.coded && !w.reached {
		switch label, figures, ok := b.label(l); {
		case ok && figures > 0 && label.Cell.Row == 0:
			return b.figuresAlone(l)
		case ok && label.Cell.Row > 0 && b.heads(label, figures):
			return Section, label
		}
	}
	if !b.Nameless && (b.Wide == nil || w.claims || slices.Contains(b.roles, RoleItem)) &&
		(w.named || w.coded || w.claims || w.facts > 1 || w.facts > 0 && b.Continues(l)) {
		return Record, Label{}
	}
	if w.shown == 1 && !w.named && isLabelled(first.Text) {
		return Note, Label{}
	}
	if label := labelIn(first); first.Kind == calc.CellText && !w.named &&
		(b.heads(label, 1) || w.shown == 1 && b.mayTitle(first)) {
		return Unread, label
	}
	return Unread, Label{}
}

// isLabelled tells of a text that it is a short word with a number or a day behind
// a colon: 公示期：2023年10月8日至14日.
func isLabelled(text string) bool {
	word, said, ok := strings.Cut(Fold(text), ":")
	return ok && startsWithDigit(said) && utf8.RuneCountInString(word) <= maxBare
}

// mayTitle tells of a text alone in its line that it could be a title, though
// nobody knows it: what follows is not under the title before.
func (b *Body) mayTitle(c calc.Cell) bool {
	return b.RoleAt(c.Col) <= RolePlace && isTitleLike(c.Text) &&
		utf8.RuneCountInString(c.Text) <= maxSection && !isFigure(c) && !IsNothing(c.Text)
}

// isBureau tells of what stands alone in its line that it is the bureau of a
// district where the table begins, and no seal below it.
func (b *Body) isBureau(c calc.Cell) bool {
	return !b.inNotes && !b.Listing && !holdsLabels(c) && len(b.table.Columns) > 0 && c.Col == b.table.Columns[0].Col &&
		endsInAny(Fold(c.Text), bodyEnds) && !strings.HasSuffix(Fold(c.Text), ")") && b.around.names.District(c.Text)
}

// listed tells what a line is where each is about something of its own: what
// stands alone in its line heads those below it.
func (b *Body) listed(l Line, w contents, first calc.Cell) (Kind, Label) {
	switch {
	case !slices.ContainsFunc(l.Cells,
		func(c calc.Cell) bool { return c.Kind == calc.CellText && !IsBlank(c.Text) && !isFigure(c) }):
		return b.figuresAlone(l)
	case w.shown == 1:
		return Section, labelIn(first)
	}
	return Record, Label{}
}

// figuresAlone tells what a line of nothing but figures is: a sum where it holds
// amounts.
func (b *Body) figuresAlone(l Line) (Kind, Label) {
	for i, r := range b.roles {
		if r == RoleAmount && !l.Fields[i].IsEmpty() {
			return Total, Label{Total: true, Count: -1}
		}
	}
	return Unread, Label{}
}

// contents is what the cells of a line amount to.
type contents struct {
	serials bool // a number under 序号
	shown   int  // cells that show something in this line
	known   int  // of them under a column that is known
	own     int  // of them beyond serial, district and contacts
	facts   int  // of them certificates, dates, subjects, amounts, levels, items
	named   bool // a company or subject, here or reaching down by a merge
	reached bool // one reaches down by a merge
	coded   bool // a code of some length
	claims  bool // a mark under an item of a wide sheet
}

func (b *Body) contentsOf(l Line) (w contents) {
	for _, c := range l.Cells {
		if !IsNothing(c.Text) || c.Kind > calc.CellText {
			w.shown++
		}
	}
	for i := range l.Fields {
		c := &l.Fields[i]
		if c.IsEmpty() || c.Kind == calc.CellText && IsNothing(c.Text) {
			continue
		}
		merged := c.Row != l.Number
		if !merged {
			w.known++
		}
		b.addField(&w, i, *c, merged)
	}
	w.claims = b.Wide != nil && b.Wide(l.Fields)
	return w
}

func (b *Body) addField(w *contents, i int, c calc.Cell, merged bool) {
	switch b.roles[i] {
	case RoleSerial:
		if _, number := bareNumber(c); number {
			w.serials = true
		} else {
			w.own++
		}
		return
	case RoleNone:
		if !merged {
			w.known--
		}
		return
	case RoleIgnored, RolePlace:
		return
	case RoleName:
		w.named = true
		w.reached = w.reached || merged
	case RoleCode:
		code := hasCode(c.Text)
		w.coded = w.coded || code
		w.named = w.named || !merged && !code && len(c.Text) < 9
	case RoleRemark:
	default:
		if !merged {
			w.facts++
		}
	}
	if !merged {
		w.own++
	}
}

// isExample tells whether the line is marked as the form's example, in its
// first cell, its serial number, its name or its remark.
func (b *Body) isExample(l Line, first calc.Cell) bool {
	if isExampleText(first.Text) {
		return true
	}
	for i, r := range b.roles {
		if (r == RoleSerial || r == RoleName || r == RoleRemark) && isExampleText(l.Fields[i].Text) {
			return true
		}
	}
	return false
}

// isColumnNumbers tells of a line that numbers the columns: 1 2 3 4 5.
func isColumnNumbers(l Line) bool {
	before, n := 0, 0
	for _, c := range l.Cells {
		if IsBlank(c.Text) {
			continue
		}
		number, ok := bareNumber(c)
		if !ok || n > 0 && number != before+1 || n == 0 && number > 2 {
			return false
		}
		before = number
		n++
	}
	return n >= 3
}

// FirstCell is the first cell that shows something.
func FirstCell(cells []calc.Cell) calc.Cell {
	for _, c := range cells {
		if !IsBlank(c.Text) {
			return c
		}
	}
	return cells[0]
}

// isAlone tells whether one cell of a line shows something and no other does.
func isAlone(cells []calc.Cell) bool {
	shown := 0
	for _, c := range cells {
		if !IsBlank(c.Text) || c.Kind > calc.CellText {
			shown++
		}
	}
	return shown == 1
}

// IsEmptyLine tells whether nothing in a line shows.
func IsEmptyLine(cells []calc.Cell) bool {
	return !slices.ContainsFunc(cells, func(c calc.Cell) bool {
		return !IsBlank(c.Text) || c.Kind != calc.CellText && c.Kind != calc.CellEmpty
	})
}
