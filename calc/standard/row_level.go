package standard

import (
	"cmp"
	"jiangbu/calc"
	"jiangbu/calc/written"
	"slices"
	"strings"
)

// levelReading is what a text says about the level of one item.
type levelReading struct {
	level string // "" where it states none, or more than one
	clear bool   // it states at most one level of the item's scale
	plain string // the level, where the city's name stands for none
	known bool   // it states some level of the policy
	left  string // what is not known in it
	other string // another item or award than the item
	told  string // the level that an issuer in it tells
	away  string // the level of another authority than recognises the item
}

func (r *rowReader) matchLevel(text string) *levelReading {
	m := r.levels[r.item.ID]
	if m == nil {
		m = new(memo[*levelReading])
		r.levels[r.item.ID] = m
	}
	return m.get(text, r.readLevelText)
}

func (r *rowReader) readLevelText(text string) *levelReading {
	v, id := r.words, r.item.ID
	c := v.Cover(text)
	l := &levelReading{left: c.Left(), told: v.issuedAt(&c), away: v.otherAuthority(&c, r.item)}
	l.level, l.clear = v.level(&c, id, true)
	l.plain, _ = v.level(&c, id, false)
	l.known = c.Has(LevelWord, RegionWord) || v.cityLevel >= 0 && c.Has(CityWord)
	if m := v.item(&c); m.ID != id && (m.ID != "" || m.NotCovered != "" || len(m.Candidates) > 0) {
		l.other = text
	}
	if level := r.abbreviated(text); !l.known && level != "" {
		*l = levelReading{level: level, plain: level, clear: true, known: true}
	}
	return l
}

// abbreviated reads a level that is given by how it begins (3, 五, 企业), ""
// where none of the item's levels, or more than one, begins so.
func (r *rowReader) abbreviated(text string) string {
	s, found := written.Fold(text), ""
	if s == "" {
		return ""
	}
	for _, a := range r.item.Awards {
		i := r.words.levelIndex(a.Level)
		begins := func(name string) bool { return strings.HasPrefix(name, s) }
		if i < 0 || !anyName(a.Level, r.policy.Levels[i].Aliases, begins) {
			continue
		}
		if found != "" {
			return ""
		}
		found = a.Level
	}
	return found
}

// readLevel reads the level of an item that has levels: as its name, its
// column or the title states it, else as the item implies or the issuer tells.
func (r *rowReader) readLevel() {
	if r.item == nil || !r.item.HasLevels() {
		return
	}
	level, ok := r.statedLevel()
	if !ok {
		return
	}
	told := r.toldLevel()
	switch {
	case level == "" && r.item.Implied != "":
		// What only the name implies yields to what the document tells.
		if told != "" && told != r.item.Implied {
			r.unclear("没有写明，文号或认定机构像是" + told)
			return
		}
		level = r.item.Implied
	case level == "" && told == "":
		level = r.cityLevel()
	case level == "":
		level = told
	case told != "" && told != level:
		r.found("record/level-document", calc.ColLevel, level, r.documentTelling(told), told)
	}
	if r.rec.Level = level; level == "" {
		r.unclear("应写明是" + r.ownLevels() + "中的哪一级")
	}
	r.checkAuthority()
}

// documentTelling is the document or the body that tells a level.
func (r *rowReader) documentTelling(level string) string {
	if r.rec.Document != "" && r.issuedAt(r.rec.Document) == level {
		return r.rec.Document
	}
	return r.shows(calc.ColBody)
}

// checkAuthority holds a recognition by another authority than the one whose
// recognitions the policy pays, where its levels do not say so.
func (r *rowReader) checkAuthority() {
	if r.item.Authority == "" {
		return
	}
	column := r.matchLevel(r.text(calc.ColLevel))
	away := cmp.Or(r.matchLevel(r.itemName()).away, column.away)
	for _, text := range [...]string{r.rec.Document, r.shows(calc.ColBody)} {
		if told := r.issuedAt(text); told != r.item.Authority {
			away = cmp.Or(away, told)
		}
	}
	if away != "" {
		r.found("record/authority", calc.ColLevel, r.item.Name, r.item.Authority, away)
	}
}

// otherAuthority is a level of authorities that a text names other than that
// which recognises the item, "" where it names none or the item asks for none.
func (v *Vocabulary) otherAuthority(c *Covering, it *calc.Item) string {
	right := v.levelIndex(it.Authority)
	if it.Authority == "" || right < 0 {
		return ""
	}
	for _, l := range c.named(LevelWord) {
		if l != right && v.scale[l] == v.scale[right] {
			return v.policy.Levels[l].Name
		}
	}
	if c.Has(CityWord) && v.cityLevel != right && v.cityLevel >= 0 && !slices.Contains(c.named(LevelWord), right) {
		return v.policy.Levels[v.cityLevel].Name
	}
	return ""
}

// statedLevel is the level that the row states, "" where it states none. ok is
// false where it states one that cannot be: that was found then.
func (r *rowReader) statedLevel() (level string, ok bool) {
	name := r.matchLevel(r.itemName())
	if t := r.readText(r.itemName()); t.number != "" && !t.own {
		name = &levelReading{clear: true} // 三 is a clause there, no star
	}
	column, ok := r.columnLevel()
	if !ok {
		return "", false
	}
	if strange := r.strangeLevel(); strange != "" {
		r.unclear("“" + written.Display(r.itemCell.Text) + "”写的是" + strange)
		return "", false
	}
	own, city := name.level, true
	if r.around { // a title names the city for its own sake
		own, city = name.plain, false
	}
	switch {
	case !name.clear && column == "":
		r.unclear("“" + written.Display(r.itemCell.Text) + "”写了不止一个级别")
		return "", false
	case name.clear && own != "" && column != "" && own != column && !(city && name.plain == ""):
		r.unclear("奖补事项“" + written.Display(r.itemCell.Text) + "”写的是" + own)
		return "", false
	case column != "":
		return column, true
	case own != "":
		return own, true
	}
	return r.levelAround(), true
}

// strangeLevel is a level in the item's name that is none of the item's, nor one
// that authorities have: 五星级 of a factory. Where the item has one level only, it
// is a grade of its own.
func (r *rowReader) strangeLevel() string {
	if r.around || r.item.Implied != "" || r.readText(r.itemName()).match.ID != r.item.ID {
		return ""
	}
	c, own := r.words.Cover(r.itemName()), r.words.ownLevels(r.item)
	for _, l := range c.named(LevelWord) {
		if s := r.words.scale[l]; s != r.words.issued && s != 0 && !r.words.onScale(l, own) {
			return r.policy.Levels[l].Name
		}
	}
	return ""
}

// columnLevel is the level under the level's heading, or under the item's where
// that states no more, "" where there is none.
func (r *rowReader) columnLevel() (level string, ok bool) {
	text := r.text(calc.ColLevel)
	if f := r.fields[calc.ColItem]; text == "" && r.itemCell != f.Cell() {
		text = r.shows(calc.ColItem)
	}
	if text == "" {
		return "", !r.unsound(calc.ColLevel)
	}
	l := r.matchLevel(text)
	switch {
	case !l.clear:
		r.unclear("写了不止一个级别")
	case l.other != "":
		r.unclear("写的是另一项认定")
	case l.level == "" && l.told != "" && l.left == "":
		return l.told, true
	case !l.known && l.left != "":
		r.unclear("不是政策中的级别，应为" + r.ownLevels())
	case l.left != "":
		r.found("cell/left-over", calc.ColLevel, text, l.left)
	default:
		return l.level, true
	}
	return "", false
}

// levelAround is the level that stands nearest to the row: under other
// headings that name the item, then around the row up to what names it.
func (r *rowReader) levelAround() string {
	for _, col := range [...]calc.Column{calc.ColNature, calc.ColSubject} {
		if text := r.shows(col); text != "" && !r.unsound(col) && r.words.mayNameItem(text) &&
			r.readText(text).match.ID == r.item.ID {
			if l := r.matchLevel(text).level; l != "" {
				return l
			}
		}
	}
	for _, n := range r.near {
		if n.own && n.match.ID != r.item.ID {
			return ""
		}
		if l := r.matchLevel(n.text); l.plain != "" {
			return l.plain
		}
	}
	return r.bareLevel()
}

// bareLevel is the level that stands alone under a heading of something else.
func (r *rowReader) bareLevel() string {
	for _, col := range [...]calc.Column{calc.ColNature, calc.ColSubject, calc.ColRemark} {
		c := r.words.Cover(r.shows(col))
		if len(c.words) == 1 && c.words[0].is(LevelWord) && !r.unsound(col) {
			return r.matchLevel(c.text).level
		}
	}
	return ""
}

// itemName is the text that names the item.
func (r *rowReader) itemName() string { return r.shownText(r.itemCell.Text) }

// cityLevel is the level that the city's name in a title gives where nothing
// else states one and the item is paid at that level (某市近零碳工厂名单).
func (r *rowReader) cityLevel() string {
	for _, n := range r.near {
		l := r.matchLevel(n.text)
		if l.plain != "" || l.level == "" {
			continue
		}
		if _, paid := r.item.Award(l.level); paid {
			return l.level
		}
	}
	return ""
}

// toldLevel is the level that the document number tells, else the body, where
// it is on the item's scale.
func (r *rowReader) toldLevel() string {
	_, paper := r.datedDocument()
	for _, l := range [...]string{r.issuedAt(r.rec.Document), r.issuedAt(r.shows(calc.ColBody)), paper.level} {
		if l != "" && r.words.onScale(r.words.levelIndex(l), r.words.ownLevels(r.item)) {
			return l
		}
	}
	// A title may name the bureau that files; so may an item's cell.
	if l := r.issuedAt(r.itemName()); !r.around && slices.ContainsFunc(r.item.Awards,
		func(a calc.Award) bool { return a.Level == l }) {
		return l
	}
	return ""
}

// issuedAt is the level that the issuer in a text tells.
func (r *rowReader) issuedAt(text string) string {
	if text == "" {
		return ""
	}
	return r.papers.get(text, r.readDocument).level
}

func (r *rowReader) unclear(why string) {
	r.found("cell/level", calc.ColLevel, r.shows(calc.ColLevel), why)
}

// ownLevels lists the levels of the item in words.
func (r *rowReader) ownLevels() string {
	return strings.Join(calc.Mapped(r.item.Awards, func(a calc.Award) string { return a.Level }), "、")
}
