package ledger

import (
	"cmp"
	"slices"
	"strings"
	"unicode/utf8"

	"jiangbu/calc"
	"jiangbu/calc/money"
	"jiangbu/calc/standard"
	"jiangbu/calc/written"
	"jiangbu/sheets/table"
)

// item reads what was awarded: the item's column, else the nearest title that
// names one. What is no item of the policy cannot meet a new claim and is said;
// a line that names nothing, or what may be several items, would bar nothing
// though it should, and one whose level is not known none of the same
// certification: somebody must look.
func (r *priorSheet) item(l table.Line, cells *[numPriorColumns]calc.Cell,
	company string) (id, level string, ok bool) {
	text := cells[priorItem].Text
	m := r.vocab.Item(text + " " + cells[priorLevel].Text)
	if own := r.vocab.Item(text); own.ID != "" || own.NotCovered != "" {
		m = own
	}
	if strings.TrimSpace(text) == "" {
		text, m = r.titled()
	}
	text = strings.TrimSpace(text)
	switch {
	case text == "":
		r.findings.Add("prior/item", r.at(l, priorItem), company, "没有填写")
		return "", "", false
	case len(m.Candidates) > 1:
		r.findings.Add("prior/item", r.at(l, priorItem), company, "“"+text+"”可能是"+r.namesOf(m.Candidates))
		return "", "", false
	case m.ID == "" && m.NotCovered == "" && len(r.itemsSaying(text)) > 0:
		r.findings.Add("prior/item", r.at(l, priorItem), company,
			"“"+text+"”可能是"+r.namesOf(r.itemsSaying(text)))
		return "", "", false
	case m.ID == "":
		r.findings.Add("record/prior-unread", r.at(l, priorItem), company, text)
		return "", "", false
	}
	it, _ := r.policy.Item(m.ID)
	level, clear := r.vocab.Level(cells[priorLevel].Text, m.ID)
	level = cmp.Or(level, m.Level, it.Implied)
	if it.HasLevels() && (level == "" || !clear) {
		r.findings.Add("prior/level", r.at(l, priorLevel), company, it.Name,
			cmp.Or(strings.TrimSpace(cells[priorLevel].Text), "（未填写）"))
		level = ""
	}
	return m.ID, level, true
}

// leastSaying is the length of the shortest text that may be short for an item.
const leastSaying = 2

// itemsSaying are the items of which a text says a part (双软, 工业互联网): it
// stands in one of their names, or in the title of their clause.
func (r *priorSheet) itemsSaying(text string) (ids []string) {
	key := written.Fold(text)
	if utf8.RuneCountInString(key) < leastSaying {
		return nil
	}
	for i := range r.policy.Items {
		it := &r.policy.Items[i]
		names := append([]string{it.Name}, it.Aliases...)
		if c, ok := r.policy.Clause(it.Clause); ok {
			names = append(names, c.Title)
		}
		if slices.ContainsFunc(names, func(name string) bool { return strings.Contains(written.Fold(name), key) }) {
			ids = append(ids, it.ID)
		}
	}
	return ids
}

// namesOf are the names of what a text may mean: ids of items, or names of
// things that are not covered.
func (r *priorReader) namesOf(candidates []string) string {
	var names []string
	for _, c := range candidates {
		it, _ := r.policy.Item(c)
		if it == nil {
			names = append(names, c)
		} else {
			names = append(names, it.Name)
		}
	}
	return strings.Join(names, "、")
}

// titled is the nearest text around the line that names an item, else the
// section that nobody understood.
func (r *priorSheet) titled() (string, standard.ItemMatch) {
	near := r.Around.Near(r.Ref.Sheet)
	for i, c := range near {
		if m := r.vocab.Item(c.Text); m.ID != "" || m.NotCovered != "" {
			c = table.WithLevel(near, i, func(text string) (item, level string) {
				m := r.vocab.Item(text)
				return m.ID + "|" + m.NotCovered, m.Level
			})
			return c.Text, r.vocab.Item(c.Text)
		}
	}
	if sections, unknown := r.Around.Sections(); unknown && len(sections) > 0 {
		return sections[len(sections)-1].Text, standard.ItemMatch{}
	}
	return "", standard.ItemMatch{}
}

// amount reads what was paid. Without a readable amount the award still bars
// the same certification, but no difference can be worked out: an error. An
// award of nothing is none.
func (r *priorSheet) amount(at calc.Ref, c calc.Cell, head money.Unit) (money.Yuan, bool) {
	y, found := standard.ReadAmount(c, "奖补金额", head, r.Around.Unit, at)
	for _, f := range found {
		if f.Severity() == calc.Error || f.Code == "cell/unit-assumed" && r.noUnit {
			continue
		}
		r.noUnit = r.noUnit || f.Code == "cell/unit-assumed"
		r.findings = append(r.findings, f)
	}
	switch {
	case y == nil:
		reason := "没有填写"
		if len(found) > 0 {
			reason = found[len(found)-1].Message()
		}
		r.findings.Add("prior/amount", at, reason)
		return money.Yuan{}, true
	case !y.IsFen():
		r.findings.Add("prior/amount", at, y.String()+" 元不是整分")
		return money.Yuan{}, true
	case y.IsZero():
		r.findings.Add("prior/zero", at)
		return money.Yuan{}, false
	}
	return *y, true
}

// year is the award year of a line: its own, else the one year that the titles
// name, the sheet or the file. A cell that says no one year is a finding.
func (r *priorSheet) year(l table.Line, c calc.Cell, company string) int {
	if text := strings.TrimSpace(c.Text); text != "" {
		if y := yearOf(text); y != 0 {
			return y
		}
		r.findings.Add("prior/year-unread", r.at(l, priorYear), company, text)
		return 0
	}
	texts := calc.Mapped(r.Around.Near(r.Ref.Sheet), func(t calc.Cell) string { return t.Text })
	for _, t := range slices.Backward(r.Around.Earlier) {
		texts = append(texts, t.Text)
	}
	texts = append(texts, r.file)
	for _, t := range texts {
		years := written.YearsIn(t, len(t) == len("2006"))
		slices.Sort(years)
		if years = slices.Compact(years); len(years) == 1 {
			return years[0]
		} else if len(years) > 1 {
			break
		}
	}
	if !r.asked {
		r.asked = true
		r.findings.Add("prior/year", r.at(l, priorYear))
	}
	return 0
}

// yearOf is the one year that a text names, 0 where it names none or several.
func yearOf(text string) (year int) {
	isDigit := func(r rune) bool { return r >= '0' && r <= '9' }
	for _, digits := range strings.FieldsFunc(written.Fold(text), func(r rune) bool { return !isDigit(r) }) {
		switch y := written.YearIn(digits); {
		case y == 0 || len(digits) != len("2006") || y == year:
		case year != 0:
			return 0
		default:
			year = y
		}
	}
	if year == 0 && !strings.ContainsFunc(written.Fold(text), isDigit) { // 二〇二二年
		year = written.ParseDate(text).Date.Year
	}
	return year
}

// stated reads the amount of a total or a section. Amounts without any unit are
// all taken as yuan there: the total has none either.
func (r *priorSheet) stated(_ int, c calc.Cell) (money.Yuan, bool) {
	head := r.heads[priorAmount]
	if head == money.UnitNone && r.Around.Unit == money.UnitNone {
		head = money.UnitYuan
	}
	y, found := standard.ReadAmount(c, "合计", head, r.Around.Unit, r.Ref)
	if y == nil || found.Worst() != "" {
		return money.Yuan{}, false
	}
	return *y, true
}
