package survey

import (
	"strings"
	"unicode/utf8"

	"jiangbu/calc"
	"jiangbu/calc/money"
	"jiangbu/sheets"
	"jiangbu/sheets/table"
)

// surroundings is what the lines around a table say about all of its rows.
type surroundings struct {
	titles   []calc.Cell
	district calc.Cell  // of 填报单位：…
	unit     money.Unit // of 单位：…
	inNotes  bool       // 填表说明 began above the header
}

// maxTitles bounds what is kept of a sheet without a header.
const maxTitles = 12

// add reads a line above a header.
func (a *surroundings) add(l sheets.Line) {
	if a.addLabels(l) {
		return
	}
	for _, c := range l.Cells {
		if c.Kind != calc.CellText || table.IsBlank(c.Text) {
			continue
		}
		a.inNotes = isNote(c.Text) || a.inNotes && isNumbered(table.Fold(c.Text))
		if !a.inNotes && isTitleLike(c.Text) && len(a.titles) < maxTitles {
			a.titles = append(a.titles, c)
		}
	}
}

// isTitleLike tells a title from a sentence that explains how to fill in.
func isTitleLike(text string) bool {
	return utf8.RuneCountInString(text) <= maxNumbered && !strings.ContainsAny(text, "。；")
}

// holdsLabels tells whether a line under a table says 单位：… or 填报单位：….
func holdsLabels(c calc.Cell) bool {
	if !strings.ContainsAny(c.Text, ":：") {
		return false
	}
	_, ok := districtLabel(c)
	return ok || table.UnitLine(c.Text) != money.UnitNone
}

// addLabels reads 填报单位：… and 单位：…, and tells whether the line holds one
// of them.
func (a *surroundings) addLabels(l sheets.Line) bool {
	found := false
	for i, c := range l.Cells {
		if unit := table.UnitLine(c.Text); unit != money.UnitNone {
			a.unit, found = unit, true
		}
		value, ok := districtLabel(c)
		if !ok {
			continue
		}
		found = true
		if table.IsBlank(value.Text) && i+1 < len(l.Cells) && !strings.ContainsAny(l.Cells[i+1].Text, ":：") {
			value = l.Cells[i+1]
		}
		if !table.IsBlank(value.Text) {
			a.district = value
		}
	}
	return found
}

// districtLabels begin the cells that say who fills the table in, folded.
var districtLabels = []string{"填报单位", "报送单位", "填表单位", "上报单位", "申报县区", "填报县区", "推荐单位", "填报地区", "报送县区", "县区", "县(区)", "所属县区", "地区", "单位名称", "单位(盖章)", "单位(公章)", "填报部门", "报送部门", "制表单位", "汇总单位", "填报板块"}

// districtLabel reads 填报单位(盖章)：东海县工信局; the value is empty where it
// stands in the next cell.
func districtLabel(c calc.Cell) (value calc.Cell, ok bool) {
	rest, ok := startsWithAny(table.Fold(c.Text), districtLabels)
	if !ok || len(c.Text) > 300 {
		return calc.Cell{}, false
	}
	for strings.HasPrefix(rest, "(") && strings.Contains(rest, ")") {
		rest = rest[strings.IndexByte(rest, ')')+1:]
	}
	rest, colon := strings.CutPrefix(rest, ":")
	if !colon && rest != "" {
		return calc.Cell{}, false
	}
	for _, more := range [...]string{"填报日期", "填报时间", "报送日期", "日期:", "单位:", "填表人", "联系"} {
		if i := strings.Index(rest, more); i >= 0 {
			rest = rest[:i]
		}
	}
	c.Text = strings.TrimSpace(rest)
	return c, true
}
