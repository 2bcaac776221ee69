package table

import (
	"regexp"
	"strconv"
	"strings"
	"unicode/utf8"

	"jiangbu/calc"
)

// Label is what a line says that is no record: the words of a section or of a
// total, gathered from the cells that they stand in (四 | 赣榆区, 合 | 计).
type Label struct {
	Cell  calc.Cell // where the words begin, with all of them
	Core  string    // folded, without number, count and the word for a sum
	Total bool      // it says 合计 or its like, or its figures alone do
	Part  bool      // 小计
	Count int       // of 灌云县（3家）; -1 where it states none
}

// The lengths of section lines, in characters.
const (
	maxSection  = 40
	maxNumbered = 80
	maxBare     = 8 // under 单位名称, where a company could stand
	wideSection = 3 // columns that a section's merge spans at least
	maxWords    = 3 // cells that the words of a label stand in
)

// totalOf reads a line of sums: one of its first words says so, or the first
// two together do.
func totalOf(cells []calc.Cell) (Label, bool) {
	var before calc.Cell
	seen := 0
	for _, c := range cells {
		if c.Kind != calc.CellText || IsBlank(c.Text) {
			continue
		}
		for _, whole := range [...]calc.Cell{c, joined(before, c)} {
			if label, ok := TotalLabel(whole.Text); ok {
				l := labelIn(whole)
				l.Total, l.Part = true, calc.ContainsAny(label, subtotals) != ""
				return l, true
			}
		}
		if seen++; seen == maxWords {
			break
		}
		before = c
	}
	return Label{}, false
}

// joined is the text of two cells side by side. A number alone gets the comma
// that an outline has.
func joined(a, b calc.Cell) calc.Cell {
	if a.Text == "" {
		return b
	}
	text := strings.TrimSpace(a.Text)
	if isOutlineNumber(text) {
		text += "、"
	}
	a.Text = text + strings.TrimSpace(b.Text)
	return a
}

// isOutlineNumber tells of a text that is a Chinese number and no more.
func isOutlineNumber(text string) bool {
	s := Fold(text)
	return s != "" && len(s) <= 15 && strings.Trim(s, "一二三四五六七八九十") == ""
}

func labelIn(c calc.Cell) Label {
	l := Label{Cell: c, Core: coreOf(c.Text), Count: -1}
	if n, ok := countIn(Fold(c.Text)); ok {
		l.Count = n
	}
	return l
}

// coreOf is a label without its number in the outline, what it counts and the
// word for a sum: 三、灌南县（2家） 小计 is 灌南县.
func coreOf(text string) string {
	s := Fold(text)
	if IsNumbered(s) {
		if rest := strings.TrimLeft(s, otherNumbers); rest != s {
			s = rest
		} else {
			s = strings.TrimLeft(s, "(第0123456789一二三四五六七八九十")
		}
		s = strings.TrimPrefix(strings.TrimLeft(s, "、.)条项．,"), "部分")
	}
	if plain := withoutBrackets(s); plain != "" {
		s = plain // else all of it stands in brackets: 【绿色工厂】
	}
	s = strings.Trim(s, ":()")
	for again := true; again; {
		again = false
		for _, w := range totalStarts {
			if rest, ok := strings.CutSuffix(s, w); ok {
				s, again = strings.Trim(rest, ":"), true
			}
		}
		if rest := strings.TrimRight(s, "家户个项条"); rest != s && strings.TrimRight(rest, "0123456789") != rest {
			s, again = strings.TrimSuffix(strings.TrimRight(rest, "0123456789"), "共"), true
		}
	}
	return s
}

// label gathers the words of a line whose other cells hold nothing but
// figures, where sums and counts can stand. It tells how many figures.
func (b *Body) label(l Line) (_ Label, figures int, ok bool) {
	var whole calc.Cell
	words := 0
	for _, c := range l.Cells {
		if IsBlank(c.Text) && c.Kind <= calc.CellText {
			continue
		}
		role := b.RoleAt(c.Col)
		switch {
		case isFigure(c) && (role == RoleAmount || role == RoleName || role == RoleNone || role == RoleIgnored ||
			role == RoleMark || role == RoleItem && words > 0 || words > 0 && isCount(c)):
			figures++
		case isFigure(c) && role == RoleSerial:
		case c.Kind != calc.CellText || role == RoleFact || role == RoleCode || role == RoleAmount || role == RoleMark:
			return Label{}, 0, false
		case role == RoleName && endsInAny(coreOf(c.Text), companyEnds):
			return Label{}, 0, false
		case role == RoleRemark && words > 0:
		default:
			whole = joined(whole, c)
			words++
		}
	}
	if words == 0 || words > maxWords {
		return Label{}, figures, words == 0
	}
	return labelIn(whole), figures, words == 1 || isPlainJoin(whole.Text)
}

// isPlainJoin tells whether words out of several cells make one label: a
// number before it, or a count or the word for a sum behind it.
func isPlainJoin(text string) bool {
	s := Fold(text)
	_, counted := countIn(s)
	return IsNumbered(s) || counted || endsInAny(s, totalStarts)
}

// isCount tells whether a cell holds how many there are: 2家, or a number too
// short for a code.
func isCount(c calc.Cell) bool {
	n, bare := bareNumber(c)
	_, counted := countIn(Fold(c.Text))
	return counted || bare && n < 1000
}

// isFigure tells whether a cell holds a number, with or without a unit.
func isFigure(c calc.Cell) bool {
	if c.Kind == calc.CellNumber || c.Kind == calc.CellShown || c.Kind == calc.CellStale || c.Kind == calc.CellNoValue {
		return true
	}
	if c.Kind != calc.CellText || len(c.Text) > 40 {
		return false
	}
	s := strings.TrimLeft(Fold(c.Text), "¥￥")
	rest := strings.TrimLeft(s, "0123456789.,")
	switch rest {
	case "", "万元", "元", "万", "家", "户", "个", "项", "条", "亿元":
		return rest != s
	}
	return false
}

// heads tells whether a label heads the lines below it: it is numbered, names
// an item or a district, or spans the table.
func (b *Body) heads(l Label, figures int) bool {
	text := Fold(l.Cell.Text)
	n := utf8.RuneCountInString(text)
	named := b.RoleAt(l.Cell.Col) == RoleName
	alone := figures == 0
	switch item := b.around.names.Item(l.Core); {
	case IsNumbered(text):
		outline := alone || depthOf(l.Cell.Text) <= 2 || item || b.around.names.District(l.Core)
		return outline && n <= maxNumbered && !b.inNotes && !b.isFirm(l, named || !alone, item)
	case n > maxSection || b.isFirm(l, true, item):
		return false
	case !alone && b.RoleAt(l.Cell.Col) == RoleItem:
		return false // one more award of the company above
	case alone && b.spans(l.Cell) >= wideSection, l.Count >= 0:
		return true
	case named && alone && (item && isTitled(text) || isGroup(l.Core) || IsPeriod(text)):
		return true
	case named && utf8.RuneCountInString(l.Core) > maxBare:
		return false
	default:
		return item || b.around.names.District(l.Core)
	}
}

// IsPeriod tells of a text that it says a year or a batch, and no more: 2022年度第二批.
func IsPeriod(text string) bool { return period.MatchString(Fold(text)) }

var period = regexp.MustCompile(`^(?:20[0-9]{2}年度?)?(?:第?[0-9一二三四五六七八九十]+批次?)?$`)

// titleWords stand in the title of a list and in no body's name.
var titleWords = []string{"附件", "附表", "名单", "一览表", "汇总表", "明细表", "情况表", "年度", "年获", "年认定", "年新认定"}

// isTitled tells of a folded text that names an award that it is the title of a
// list: it begins with a year, or says so.
func isTitled(s string) bool { return withoutYear(s) != s || calc.ContainsAny(s, titleWords) != "" }

// isGroup tells of a label that it is of several bodies: 其他荣誉称号企业.
func isGroup(core string) bool {
	return endsInAny(core, groupEnds) && !strings.HasSuffix(core, "合伙企业")
}

// isFirm tells of a label that it is the name of a body that could be paid.
func (b *Body) isFirm(l Label, could, item bool) bool {
	return could && (endsInAny(l.Core, companyEnds) || endsInAny(l.Core, firmEnds) && !item)
}

// spans is how many columns a cell takes.
func (b *Body) spans(c calc.Cell) int {
	m := mergeFrom(b.table.Sheet.Merges, c)
	return m.Right - m.Left + 1
}

// countIn finds the number before 家, 户, 个, 项 or 条.
func countIn(s string) (n int, ok bool) {
	for _, unit := range [...]string{"家", "户", "项", "条", "个"} {
		i := strings.Index(s, unit)
		if i <= 0 || !startsWithDigit(s[i-1:]) {
			continue
		}
		from := i
		for from > 0 && startsWithDigit(s[from-1:]) {
			from--
		}
		if n, err := strconv.Atoi(s[from:i]); err == nil && (from == 0 || s[from-1] != '.') {
			return n, true
		}
	}
	return 0, false
}
