package standard

import (
	"jiangbu/calc"
	"jiangbu/calc/written"
	"slices"
	"strings"
	"unicode/utf8"
)

// textReading is what a text of a cell, a title or a sheet's name says.
type textReading struct {
	match    ItemMatch
	clause   ItemMatch // the only item of the clause that the text numbers
	number   string    // of the clause that it numbers or names
	standing status
	year     int    // the year of the list that the text names
	left     string // what is not known in it
	beside   string // the same, without what stands apart behind the item's name
	known    bool   // it holds a word at all
	own      bool   // it names the item in words of its own
}

func (r *rowReader) readText(text string) *textReading {
	return r.texts.get(text, func(s string) *textReading {
		c := r.words.Cover(s)
		t := &textReading{match: r.words.item(&c), standing: r.words.standing(&c), known: len(c.words) > 0}
		r.words.knowOwn(&c, t.match.ID)
		t.left, t.beside = c.Left(), c.leftBeside()
		t.year = c.year()
		t.own = len(t.match.Candidates) > 0 || t.match.ID+t.match.NotCovered != ""
		if n, ok := r.policy.ClauseNumber(s); ok && !t.own {
			t.clause, t.left, t.beside, t.number = r.words.onlyItem(n, &c), "", "", n
		} else if named := c.named(ClauseWord); len(named) == 1 {
			t.number = r.policy.Clauses[named[0]].Number
		}
		return t
	})
}

// knowOwn makes harmless what is left over beside an item and stands in one of
// its own names, such as 示范 of 绿色供应链管理示范企业, and a number in front of
// it all: 七-绿色工厂.
func (v *Vocabulary) knowOwn(c *Covering, id string) {
	it, ok := v.policy.Item(id)
	if !ok {
		return
	}
	for i := range c.words {
		w := &c.words[i]
		own := utf8.RuneCountInString(w.text) > 1 &&
			anyName(it.Name, it.Aliases, func(name string) bool { return strings.Contains(name, w.text) })
		if w.is(LeftOver) && (own && !c.isPartOfLeft(i) || i == 0 && c.beginsNumbered()) {
			w.senses = []sense{{kind: Harmless}}
		}
	}
}

// isPartOfLeft tells whether more that is left over touches the word at i: 生产 of
// 注射剂生产车间.
func (c *Covering) isPartOfLeft(i int) bool {
	return c.follows(i) && c.words[i-1].is(LeftOver) || c.follows(i+1) && c.words[i+1].is(LeftOver)
}

// beginsNumbered tells whether a text begins with a number that is none of
// several levels: 三/四星级.
func (c *Covering) beginsNumbered() bool {
	return strings.Trim(c.words[0].text, numerals) == "" && len(c.words) > 1 &&
		!strings.ContainsRune(numerals, firstRune(c.words[1].text))
}

// readItem reads the item from its column; else from a column that holds the
// award although it is headed otherwise; else from the nearest that stands
// around the row. What stands around also settles a choice that a cell leaves,
// and gives the item where the cell states a level or a year alone.
func (r *rowReader) readItem() {
	c, at := r.fields[calc.ColItem].Cell(), r.at(calc.ColItem)
	if r.text(calc.ColItem) == "" && !r.unsound(calc.ColItem) {
		c, at = r.itemElsewhere()
	}
	r.itemCell = c
	t := r.readText(r.shownText(c.Text))
	if !r.around { // the year of a title is that of the survey
		r.rec.LabelYear = t.year
	}
	m := t.match
	switch {
	case !t.own && t.clause.ID != "":
		m = t.clause
	case !t.own && t.left == "":
		if around, ok := r.itemAround(); ok {
			m, t, at = around.match, around, r.row.Place(r.itemCell.Row, r.itemCell.Col)
		}
	case len(m.Candidates) > 0:
		m = r.chooseByContext(m)
	}
	if m.ID+m.NotCovered == "" && len(m.Candidates) == 0 {
		m.ID = r.itemByLevel(t)
	}
	r.applyItem(m, r.shownText(r.itemCell.Text), at)
	r.checkLeft(t, at)
}

// itemByLevel is the item of a clause, which the row or the nearest around it
// numbers, that alone has the level in the level's column: 三星级 under clause 三.
// A level that authorities share tells nothing.
func (r *rowReader) itemByLevel(t *textReading) string {
	clause := t.number
	for i := 0; i < len(r.near) && clause == ""; i++ {
		clause = r.near[i].number
	}
	c := r.words.Cover(r.shows(calc.ColLevel))
	levels := c.named(LevelWord)
	if clause == "" || len(levels) != 1 || r.words.scale[levels[0]] == r.words.issued {
		return ""
	}
	for _, id := range r.policy.ItemsUnder(clause) {
		if it, _ := r.policy.Item(id); slices.Contains(r.words.ownLevels(it), levels[0]) {
			return id
		}
	}
	return ""
}

// itemElsewhere finds the cell that names the item of a row without an item's
// column.
func (r *rowReader) itemElsewhere() (calc.Cell, calc.Ref) {
	for _, col := range [...]calc.Column{calc.ColNature, calc.ColSubject} {
		if text := r.shows(col); text != "" && !r.unsound(col) && r.words.mayNameItem(text) {
			if t := r.readText(text); t.match.ID != "" || t.match.NotCovered != "" {
				return r.fields[col].Cell(), r.at(col)
			}
		}
	}
	for _, n := range r.near {
		if n.own {
			r.around = true
			return n.cell, r.row.Place(n.cell.Row, n.cell.Col)
		}
	}
	r.around = true
	c := r.row.Title
	return c, r.row.Place(c.Row, c.Col)
}

// itemAround is the nearest text around the row that names one item.
func (r *rowReader) itemAround() (*textReading, bool) {
	for _, n := range r.near {
		if n.match.ID != "" || n.match.NotCovered != "" {
			r.itemCell, r.around = n.cell, true
			return n.textReading, true
		}
	}
	return nil, false
}

// nearText is a text that stands around the rows of a table, and what it says.
type nearText struct {
	cell calc.Cell
	text string
	stop string // by which words it says that nothing under it is to be paid
	*textReading
}

func (r *rowReader) surroundings(t *calc.Table) []nearText {
	cells := t.Context
	if len(cells) == 0 {
		cells = []calc.Cell{t.Title}
	}
	var near []nearText
	for _, c := range cells {
		if text := r.shownText(c.Text); text != "" {
			n := nearText{cell: c, text: text, textReading: r.readText(text)}
			if !n.own {
				n.stop = against(slices.DeleteFunc(r.words.assertions(text, apart), assertion.pairs))
			}
			near = append(near, n)
		}
	}
	return near
}

// chooseByContext chooses among the candidates of a cell by what stands around.
func (r *rowReader) chooseByContext(m ItemMatch) ItemMatch {
	for _, n := range r.near {
		if n.match.ID != "" && slices.Contains(m.Candidates, n.match.ID) {
			return ItemMatch{ID: n.match.ID}
		}
	}
	return m
}

// checkLeft asks about what is not known in the text that names the item. Of
// an item that is given for a thing with a name of its own (a product, a park,
// a task) the name may stand behind it, apart; of another one, too, where it
// says by its end what it is: 智能车间（冻干车间）.
func (r *rowReader) checkLeft(t *textReading, at calc.Ref) {
	if r.item == nil || r.rec.NotCovered != "" {
		return
	}
	left := t.left
	if r.item.Key != calc.KeyCompany || strings.HasSuffix(left, nameEnd(r.item.Name)) {
		left = t.beside
	}
	if left != "" {
		r.rec.Findings.Add("cell/left-over", at, written.Display(r.itemCell.Text), left)
	}
}

// nameEnd is the last word of an item's name: 车间, 平台, 工厂.
func nameEnd(name string) string {
	runes := []rune(name)
	return string(runes[max(0, len(runes)-2):])
}

func (r *rowReader) applyItem(m ItemMatch, text string, at calc.Ref) {
	switch {
	case len(m.Candidates) > 0:
		r.rec.Findings.Add("rule/ambiguous", at, text, strings.Join(r.itemNames(m.Candidates), "、"))
	case m.NotCovered != "":
		r.rec.NotCovered, r.rec.Level = m.NotCovered, m.Level
	case m.ID == "":
		if !r.unsound(calc.ColItem) {
			r.rec.Findings.Add("cell/item", at, text)
		}
	default:
		r.item, _ = r.policy.Item(m.ID)
		r.rec.Item, r.rec.Clause = r.item.ID, r.item.Clause
	}
}

// itemNames are the Chinese names of candidates.
func (r *rowReader) itemNames(candidates []string) []string {
	out := make([]string, len(candidates))
	for i, c := range candidates {
		out[i] = c
		if it, ok := r.policy.Item(c); ok {
			out[i] = it.Name
		}
	}
	return out
}
