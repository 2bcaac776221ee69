package survey

import (
	"slices"
	"strings"

	"jiangbu/calc"
	"jiangbu/calc/standard"
	"jiangbu/sheets/table"
)

// wideGroup are the columns under one item of a wide sheet.
type wideGroup struct {
	title   calc.Cell
	columns []*table.Column
}

// splitWide parts the columns that stand for an item (绿色工厂, or 级别 and
// 认定日期 under 绿色工厂) from the others. A table with an item column has none,
// nor has one whose title or sheet names an award that no heading does: there
// the headings only remark on it.
func splitWide(t *table.Table, v *standard.Vocabulary, award string) (plain []*table.Column, wide []wideGroup) {
	for i := range t.Columns {
		c := &t.Columns[i]
		if c.Heading != nil && c.Heading.ID == int(calc.ColItem) {
			return t.All(), nil
		}
		title, ok := itemOver(c, v)
		if !ok {
			plain = append(plain, c)
			continue
		}
		cell := c.Cell()
		cell.Text = title
		if n := len(wide); n > 0 && c.Heading != nil && goesWith(v, wide[n-1].title.Text, title) {
			wide[n-1].columns = append(wide[n-1].columns, c)
			continue
		}
		wide = append(wide, wideGroup{cell, []*table.Column{c}})
	}
	same := func(g wideGroup) bool { return awardOf(v, g.title.Text) == award }
	if len(wide) == 0 || onlySubjects(wide) || award != "" && !slices.ContainsFunc(wide, same) {
		return t.All(), nil
	}
	for _, g := range wide {
		for _, c := range g.columns {
			if isSubject(c) && c.Group == "" {
				c.Heading = nil // 软件产品 among other items is one of them
			}
		}
	}
	return plain, wide
}

// goesWith tells whether a heading names the item of the one before it, and no
// other level: 绿色工厂级别, 绿色工厂认定时间.
func goesWith(v *standard.Vocabulary, before, heading string) bool {
	a, b := v.Item(before), v.Item(heading)
	return before == heading || a.ID+a.NotCovered == b.ID+b.NotCovered && (a.Level == b.Level || b.Level == "")
}

// awardOf is the one thing that a text names, of the policy or not, "" where it
// names none or several.
func awardOf(v *standard.Vocabulary, text string) string {
	m := v.Item(text)
	return m.ID + m.NotCovered
}

func isSubject(c *table.Column) bool { return c.Heading != nil && c.Heading.ID == int(calc.ColSubject) }

// onlySubjects tells whether nothing but the names of what is recognised
// stands for items: 软件产品 alone is the name of one.
func onlySubjects(wide []wideGroup) bool {
	return !slices.ContainsFunc(wide, func(g wideGroup) bool {
		return slices.ContainsFunc(g.columns, func(c *table.Column) bool { return !isSubject(c) || c.Group != "" })
	})
}

// sameItem tells whether all groups have known columns only and name one item:
// then their heading is a title over one table, and nothing is wide.
func sameItem(wide []wideGroup, v *standard.Vocabulary) bool {
	var first standard.ItemMatch
	for i, g := range wide {
		m := v.Item(g.title.Text)
		if i == 0 {
			first = m
		}
		if m.ID != first.ID || m.NotCovered != first.NotCovered || m.Level != first.Level ||
			slices.ContainsFunc(g.columns, func(c *table.Column) bool { return c.Heading == nil }) {
			return false
		}
	}
	return len(wide) > 0
}

// itemOver is the text that names the item a column stands for: its own
// heading, with its group's where both are needed (绿色工厂 over 省级), or the
// group's over a column such as 认定日期.
func itemOver(c *table.Column, v *standard.Vocabulary) (string, bool) {
	if c.Heading != nil && (c.Group == "" || !names(v, c.Group)) {
		return c.Text, names(v, c.Text) && !strings.HasSuffix(table.Fold(c.Text), "名称")
	}
	switch {
	case c.Heading != nil:
		return partNaming(c.Group, v), true
	case c.Group != "" && names(v, c.Group+" "+c.Text):
		return c.Group + " " + c.Text, true
	}
	return c.Text, names(v, c.Text)
}

// partNaming is the part of a group's headings that names the item.
func partNaming(group string, v *standard.Vocabulary) string {
	for part := range strings.SplitSeq(group, "/") {
		if names(v, part) {
			return part
		}
	}
	return group
}

// names tells whether a heading, or one of those above each other, is an item.
func names(v *standard.Vocabulary, text string) bool {
	return v.IsHeading(text) || slices.ContainsFunc(strings.Split(text, "/"), v.IsHeading)
}

// The marks of a wide sheet, folded.
var (
	yesMarks = []string{"√", "✓", "✔", "☑", "是", "有", "1", "y", "yes", "true", "已认定", "已获评", "○", "●", "★", "v", "对",
		"ü", "√√"}
	noMarks = []string{"×", "✗", "✘", "☐", "□", "否", "无", "0", "n", "no", "false", "-", "--", "—", "——", "/", "\\",
		"没有", "未认定", "x", "未获评", "不涉及"}
)

func isNoMark(c calc.Cell) bool {
	return c.IsEmpty() || table.IsBlank(c.Text) || slices.Contains(noMarks, table.Fold(c.Text))
}

// claims tells whether a line of a wide sheet claims any item.
func (l *layout) claims(fields []calc.Cell) bool {
	return slices.ContainsFunc(l.groups, func(g itemGroup) bool { return g.claims(fields) })
}

// claims tells whether a line claims the item of the group: by its marks, where it
// has columns of them.
func (g *itemGroup) claims(fields []calc.Cell) bool {
	columns := g.marks
	if len(columns) == 0 {
		columns = g.slots
	}
	return slices.ContainsFunc(columns, func(s slot) bool { return !isNoMark(fields[s.field]) })
}

// readMark says what a cell under an item's heading tells: nothing beyond the
// claim itself, a date, a level, an amount, a certificate, or a nature.
func readMark(c calc.Cell, item string, v *standard.Vocabulary) calc.Column {
	s := table.Fold(c.Text)
	switch {
	case c.Kind == calc.CellBool || slices.Contains(yesMarks, s):
		return calc.ColNone
	case c.Kind == calc.CellDate || isDateText(s):
		return calc.ColRecognised
	case isAmountText(s):
		return calc.ColClaimed
	}
	if v.Item(item).Level == "" && v.Item(item+" "+c.Text).Level != "" {
		return calc.ColLevel
	}
	if strings.ContainsAny(s, "0123456789") {
		return calc.ColCertificate
	}
	return calc.ColNature
}

// isDateText tells of a folded text that it is a date: digits with 年, or
// three or two numbers around dots, dashes or strokes that begin with a year.
func isDateText(s string) bool {
	if strings.Trim(s, "0123456789年月日度.-/〇零一二三四五六七八九十") != "" || len(s) < 4 {
		return false
	}
	year := len(s) >= 4 && (strings.HasPrefix(s, "20") || strings.HasPrefix(s, "19"))
	switch {
	case strings.Contains(s, "年"):
		return true
	case strings.ContainsAny(s, ".-/"):
		return year && len(s) >= 6 && !strings.Contains("./-", s[3:4])
	}
	return year && (len(s) == 8 || len(s) == 4)
}

// isAmountText tells of a folded text that it is a number, with or without a
// unit of money.
func isAmountText(s string) bool {
	s = strings.TrimLeft(s, "¥￥")
	for _, u := range [...]string{"万元", "元", "万"} {
		s = strings.TrimSuffix(s, u)
	}
	return s != "" && strings.Trim(s, "0123456789.,") == ""
}
