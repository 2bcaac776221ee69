package table

import (
	"cmp"
	"regexp"
	"slices"
	"strings"

	"jiangbu/calc"
	"jiangbu/calc/money"
	"jiangbu/sheets"
)

// unitIn reads the content of a heading's bracket as a unit: 万元, 单位:万元,
// 人民币元, 不含税、万元.
func unitIn(s string) money.Unit {
	s = strings.Trim(taxed.ReplaceAllString(s, ""), "、,，; ")
	if i := strings.LastIndexByte(s, ':'); i >= 0 {
		s = s[i+1:]
	}
	for _, front := range [...]string{"单位", "人民币", "以", "按"} {
		s = strings.TrimPrefix(s, front)
	}
	s, _, _ = strings.Cut(s, "/") // 元/人
	return money.UnitOf(strings.TrimSuffix(s, "计"))
}

// taxed says of sums whether a tax is in them.
var taxed = regexp.MustCompile(`不?含税`)

// maxUnitLine bounds the lines that are searched for a unit, in bytes.
const maxUnitLine = 600

// unitWords say in a sentence what the colon of 单位： says.
var unitWords = strings.NewReplacer("单位均为", "单位:", "单位都是", "单位:", "单位为", "单位:", "单位是", "单位:")

// unitOf finds a unit that a sentence names: 以万元为单位, 均按万元计.
var unitOf = regexp.MustCompile(`[以按]((?:人民币)?[百千万亿]?元)(?:为单位|计)`)

// UnitLine reads the unit of money that a line such as 单位：万元,
// 金额单位:人民币元 or 注：金额单位为万元 names; UnitNone where it names none, or two.
func UnitLine(text string) money.Unit {
	if !strings.Contains(text, "元") || len(text) > maxUnitLine {
		return money.UnitNone
	}
	s := unitWords.Replace(Fold(text))
	s = unitOf.ReplaceAllString(s, "单位:$1")
	i := strings.Index(s, "单位:")
	if i < 0 {
		return money.UnitNone
	}
	found := money.UnitNone
	for _, part := range strings.FieldsFunc(s[i+len("单位:"):],
		func(r rune) bool { return strings.ContainsRune("、,，。/;；()", r) }) {
		u := unitIn(part)
		if u == money.UnitNone {
			continue
		}
		if found != money.UnitNone && found != u {
			return money.UnitNone
		}
		found = u
	}
	return found
}

// beforeUnit is the title that a unit stands behind in brackets: 2024年拨付表 of
// 2024年拨付表（单位：万元）; "" where none does.
func beforeUnit(text string) string {
	open := strings.IndexAny(text, "（(")
	if open <= 0 || UnitLine(text) == money.UnitNone || strings.ContainsAny(text[:open], ":：") ||
		UnitLine(text[open:]) == money.UnitNone || IsBlank(text[:open]) || !isTitleLike(text[:open]) {
		return ""
	}
	return text[:open]
}

// takeUnit takes the unit that the nearest title, or the sheet's name, says in
// brackets, where no line of its own says one; else that of a note below.
func (a *Around) takeUnit(sheet string, below money.Unit) {
	if a.Unit == a.titled {
		a.Unit = money.UnitNone
	}
	a.titled = money.UnitNone
	for _, t := range slices.Backward(slices.Concat(a.Earlier, a.Titles)) {
		if a.isAlone(t) { // else it may be the heading of a group
			a.titled = cmp.Or(a.titled, bracketUnit(t.Text))
		}
	}
	a.titled = cmp.Or(a.titled, bracketUnit(sheet))
	a.Unit = cmp.Or(a.Unit, a.titled, below)
}

// unitBrackets finds a unit in brackets within a title or a sheet's name.
var unitBrackets = regexp.MustCompile(`\(([^()]*元[^()]*)\)`)

// bracketUnit is the unit that a title or a sheet's name says in brackets: 预算表（万元）.
func bracketUnit(text string) money.Unit {
	if !strings.Contains(text, "元") {
		return money.UnitNone
	}
	m := unitBrackets.FindStringSubmatch(Fold(text))
	if m == nil {
		return money.UnitNone
	}
	return unitIn(m[1])
}

// unitBelow is the unit that a note below the lines of a sheet names for them
// (注：金额单位为万元, 以上单位：万元); UnitNone where none does, or two.
func unitBelow(s *sheets.Sheet) (unit money.Unit) {
	last, two := money.UnitNone, false // last: of a line 单位：万元 with no figures below it
	s.Rows(func(l sheets.Line) bool {
		for _, c := range l.Cells {
			switch u := noteUnit(c); {
			case u == money.UnitNone:
				if isFigure(c) && len(l.Cells) > 1 {
					last = money.UnitNone
				}
			case !isBelow(c.Text):
				last = u
			case unit != money.UnitNone && unit != u:
				two = true
			default:
				unit = u
			}
		}
		return true
	})
	if two {
		return money.UnitNone
	}
	return cmp.Or(unit, last)
}

// noteUnit is the unit that a cell names as a line does.
func noteUnit(c calc.Cell) money.Unit {
	if c.Kind != calc.CellText {
		return money.UnitNone
	}
	return UnitLine(c.Text)
}

// isBelow tells of a text that names a unit that it stands below what it is
// about: it is a note, or says 以上.
func isBelow(text string) bool {
	return IsNote(text) || strings.HasPrefix(Fold(text), "以上") || strings.HasPrefix(Fold(text), "上述")
}

// bareUnit is the unit that a cell above a heading consists of: 万元, （元）.
func bareUnit(c calc.Cell) money.Unit {
	if c.Kind != calc.CellText || len(c.Text) > 30 || !strings.Contains(c.Text, "元") {
		return money.UnitNone
	}
	return unitIn(strings.Trim(Fold(c.Text), "()"))
}
