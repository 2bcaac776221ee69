package standard

import (
	"jiangbu/calc"
	"jiangbu/calc/written"
	"strings"
)

type itemReading struct {
	match ItemMatch
	year  int  // the year of the list that the text names
	level bool // it is a level and nothing else
}

func (r *rowReader) matchItem(text string) itemReading {
	return r.items.get(text, func(s string) itemReading {
		return itemReading{r.words.Item(s), written.YearIn(written.Fold(s)), r.words.isLevel(s)}
	})
}

// readItem reads the item from its column, else from the title, which also
// stands in where the column states a level alone and settles a choice that it
// leaves.
func (r *rowReader) readItem() {
	text, title := r.text(calc.ColItem), r.title
	r.itemCell = r.fields[calc.ColItem].Cell()
	at := r.at(calc.ColItem)
	if text == "" && !r.unsound(calc.ColItem) {
		r.itemCell = r.row.Title
		text, at = title, r.row.Place(r.row.Title.Row, r.row.Title.Col)
	}
	m := r.matchItem(text)
	if r.itemCell != r.row.Title { // the year of a title is that of the survey
		r.rec.LabelYear = m.year
	}
	if m.level {
		m = r.matchItem(title)
	}
	if len(m.match.Candidates) > 0 && title != text {
		m.match = r.chooseByTitle(m.match, title)
	}
	r.applyItem(m.match, text, at)
}

// chooseByTitle chooses among the candidates of a cell by what the title says.
func (r *rowReader) chooseByTitle(m ItemMatch, title string) ItemMatch {
	t := r.matchItem(title).match
	for _, c := range m.Candidates {
		if t.ID != "" && c == t.ID {
			return ItemMatch{ID: t.ID}
		}
	}
	return m
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

type levelReading struct {
	level string
	clear bool // states at most one level of the item's scale
	known bool // states some level of the policy
}

func (r *rowReader) matchLevel(text string) levelReading {
	m := r.levels[r.item.ID]
	if m == nil {
		m = new(memo[levelReading])
		r.levels[r.item.ID] = m
	}
	return m.get(text, func(s string) levelReading {
		level, clear := r.words.Level(s, r.item.ID)
		any, one := r.words.Level(s, "")
		return levelReading{level, clear, any != "" || !one}
	})
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
		paper := r.rec.Document
		if paper == "" || r.issuerLevel(paper) == "" {
			paper = r.shows(calc.ColBody)
		}
		r.found("record/level-document", calc.ColLevel, level, paper, told)
	}
	if r.rec.Level = level; level == "" {
		r.unclear("应写明是" + r.ownLevels() + "中的哪一级")
	}
}

// statedLevel is the level that the row states, "" where it states none. ok is
// false where it states one that cannot be: that was found then.
func (r *rowReader) statedLevel() (level string, ok bool) {
	name := r.matchLevel(r.itemName())
	column := levelReading{clear: true}
	if text := r.text(calc.ColLevel); text != "" {
		column = r.matchLevel(text)
		switch {
		case !column.clear:
			r.unclear("写了不止一个级别")
			return "", false
		case !column.known:
			r.unclear("不是政策中的级别，应为" + r.ownLevels())
			return "", false
		}
	} else if r.unsound(calc.ColLevel) {
		return "", false
	}
	switch {
	case !name.clear && column.level == "":
		r.unclear("“" + written.Display(r.itemCell.Text) + "”写了不止一个级别")
		return "", false
	case name.clear && name.level != "" && column.level != "" && name.level != column.level:
		r.unclear("奖补事项“" + written.Display(r.itemCell.Text) + "”写的是" + name.level)
		return "", false
	case column.level != "":
		return column.level, true
	case name.level != "":
		return name.level, true
	}
	return r.titleLevel(), true
}

// titleLevel is the level in a title that names the same item.
func (r *rowReader) titleLevel() string {
	title := r.row.Title.Text
	if title == "" || r.matchItem(written.Shown(title)).match.ID != r.item.ID {
		return ""
	}
	return r.matchLevel(r.withoutCity(title)).level
}

// itemName is the text that names the item. A title names the city for its own
// sake (某市绿色工厂摸排表), not as a level.
func (r *rowReader) itemName() string {
	if r.itemCell == r.row.Title {
		return r.withoutCity(r.itemCell.Text)
	}
	return r.itemCell.Text
}

func (r *rowReader) withoutCity(title string) string {
	if r.policy.City == "" {
		return title
	}
	return strings.Replace(title, r.policy.City, "", 1)
}

// cityLevel is the level that the city's name in a title gives where nothing
// else states one and the item is paid at that level (某市近零碳工厂名单).
func (r *rowReader) cityLevel() string {
	title := r.row.Title.Text
	if r.withoutCity(title) == title {
		return ""
	}
	level := r.matchLevel(title).level
	if _, paid := r.item.Award(level); !paid {
		return ""
	}
	return level
}

// toldLevel is the level that the document number tells, else the body.
func (r *rowReader) toldLevel() string {
	if l := r.issuerLevel(r.rec.Document); l != "" {
		return l
	}
	return r.issuerLevel(r.shows(calc.ColBody))
}

func (r *rowReader) issuerLevel(text string) string {
	if text == "" {
		return ""
	}
	m := r.issuers[r.item.ID]
	if m == nil {
		m = new(memo[string])
		r.issuers[r.item.ID] = m
	}
	return m.get(text, func(s string) string { return r.words.issuer(s, r.item) })
}

func (r *rowReader) unclear(why string) {
	r.found("cell/level", calc.ColLevel, r.shows(calc.ColLevel), why)
}

// ownLevels lists the levels of the item in words.
func (r *rowReader) ownLevels() string {
	var names []string
	for _, a := range r.item.Awards {
		names = append(names, a.Level)
	}
	return strings.Join(names, "、")
}

// readPapers reads certificate, document and body, and whether the body is one
// that recognises the item.
func (r *rowReader) readPapers() {
	r.rec.Certificate, r.rec.Document = r.text(calc.ColCertificate), r.text(calc.ColDocument)
	body := r.text(calc.ColBody)
	if body == "" || r.item == nil || len(r.item.Bodies) == 0 {
		return
	}
	folded := r.fold(body)
	for _, b := range r.item.Bodies {
		if strings.Contains(folded, r.fold(b)) {
			return
		}
	}
	r.found("record/body", calc.ColBody, body, r.item.Name)
}

// readNature reads 认定类型; a row that states none is of the policy's first,
// unless its remark says otherwise.
func (r *rowReader) readNature() {
	text, remark := r.text(calc.ColNature), r.text(calc.ColRemark)
	if text == "" {
		if len(r.policy.Natures) == 0 || r.unsound(calc.ColNature) {
			return
		}
		r.rec.Nature = r.policy.Natures[0].Name
	} else {
		n := r.natures.get(text, func(s string) nameReading {
			name, ok := r.words.Nature(s)
			return nameReading{name, ok}
		})
		if r.rec.Nature = n.name; !n.ok {
			r.found("cell/nature", calc.ColNature, text)
			return
		}
	}
	if remark == "" {
		return
	}
	nature, ok := r.policy.Nature(r.rec.Nature)
	if !ok {
		return
	}
	if word := r.words.remark(remark, nature.Kind); word != "" {
		r.found("record/remark", calc.ColRemark, remark, word, r.rec.Nature)
	}
}
