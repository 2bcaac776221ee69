package survey

import (
	"errors"
	"fmt"
	"slices"
	"time"
	"unicode/utf16"

	"github.com/xuri/excelize/v2"

	"jiangbu/calc"
	"jiangbu/sheets/write"
)

// noLevel is chosen where an item has no levels; it reads as an empty cell.
const noLevel = "—"

// The columns of the lists and the first line of their values.
const (
	listItems     = 1
	listLevelItem = 3 // the item of each level
	listLevels    = 4
	listNatures   = 6
	listDistricts = 8
	listHead      = 3
	listFirst     = 4
)

// The names that the drop-downs take their values by.
const (
	nameItems     = "选项_奖补事项"
	nameLevelItem = "选项_级别所属事项"
	nameLevelTop  = "选项_级别起点"
	nameNatures   = "选项_认定类型"
	nameDistricts = "选项_县区"
)

// levelsOf are the levels that an item can be claimed at, noLevel alone where
// it has none.
func levelsOf(it *calc.Item) []string {
	levels := calc.Filled(calc.Mapped(it.Awards, func(a calc.Award) string { return a.Level })...)
	if len(levels) == 0 {
		return []string{noLevel}
	}
	return levels
}

func (f *form) natures() []string {
	names := calc.Mapped(f.policy.Natures, func(n calc.Nature) string { return n.Name })
	if len(names) == 0 {
		return []string{noLevel}
	}
	return names
}

// list is one column of the sheet of lists.
type list struct {
	col   int
	width int
	name  string // the defined name
	head  string
	texts []string
}

// lists are the columns of the sheet. The levels stand in the order of the
// items, so that those of one item are one block.
func (f *form) lists() []list {
	var items, owners, levels []string
	for i := range f.policy.Items {
		it := &f.policy.Items[i]
		items = append(items, it.Name)
		for _, l := range levelsOf(it) {
			owners, levels = append(owners, it.Name), append(levels, l)
		}
	}
	return []list{
		{listItems, 30, nameItems, calc.ColItem.String(), items},
		{listLevelItem, 30, nameLevelItem, "级别所属事项", owners},
		{listLevels, 14, "", calc.ColLevel.String(), levels},
		{listNatures, 14, nameNatures, calc.ColNature.String(), f.natures()},
		{listDistricts, 18, nameDistricts, calc.ColDistrict.String(), f.policy.DistrictNames()},
	}
}

// writeLists writes the sheet of lists and names its ranges.
func (f *form) writeLists() error {
	lists, widths := f.lists(), slices.Repeat([]int{4}, listDistricts)
	for _, l := range lists {
		widths[l.col-1] = l.width
	}
	g := write.NewGrid(widths...)
	g.Line(1, listDistricts, write.StyleNote, listsMark+"下拉列表从这里取值，请勿改动；本表不作为报送数据。")
	g.Row = listHead
	for _, l := range lists {
		g.Set(l.col, write.Text(write.StyleHead, l.head))
	}
	longest := slices.MaxFunc(lists, func(a, b list) int { return len(a.texts) - len(b.texts) })
	for i := range longest.texts {
		g.Next()
		for _, l := range lists {
			if i < len(l.texts) {
				g.Set(l.col, write.Text(write.StyleText, l.texts[i]))
			}
		}
	}
	err := f.FillGrid(listsSheet, g, write.PageSetup{Portrait: true, Left: listsSheet})
	for _, l := range lists {
		err = errors.Join(err, f.nameList(l))
	}
	return err
}

// nameList defines the name of a list; the levels have one for the cell above
// their first instead.
func (f *form) nameList(l list) error {
	col := calc.ColumnName(l.col)
	name, place := l.name, fmt.Sprintf("%s!$%s$%d:$%s$%d", listsSheet, col, listFirst, col, listFirst+
		max(len(l.texts), 1)-1)
	if name == "" {
		name, place = nameLevelTop, fmt.Sprintf("%s!$%s$%d", listsSheet, col, listHead)
	}
	return f.File.SetDefinedName(&excelize.DefinedName{Name: name, RefersTo: place})
}

// writeChecks puts drop-downs, limits and prompts on the columns.
func (f *form) writeChecks() error {
	for _, c := range formOrder() {
		spec := formColumns[c]
		if c == calc.ColSerial {
			continue
		}
		dv := excelize.NewDataValidation(true)
		col := calc.ColumnName(int(c))
		dv.Sqref = fmt.Sprintf("%s%d:%s%d", col, formFirst, col, formLast)
		dv.SetInput(short(f.heading(c), 32), short(f.how(c), 255))
		complaint, err := f.check(dv, spec.kind)
		if dv.Operator == "equal" {
			dv.Formula2 = "" // there is no second bound
		}
		if complaint != "" {
			dv.SetError(excelize.DataValidationErrorStyleStop, short(f.heading(c), 32), complaint)
		}
		if err = errors.Join(err, f.File.AddDataValidation(formSheet, dv)); err != nil {
			return err
		}
	}
	return nil
}

// check sets what a column accepts, and says so for the message that refuses
// anything else; "" where it accepts everything.
func (f *form) check(dv *excelize.DataValidation, kind entryKind) (complaint string, err error) {
	before := f.year - 1
	switch kind {
	case entryItem:
		dv.SetSqrefDropList(nameItems)
		return "请从下拉列表选择奖补事项。", nil
	case entryLevel:
		dv.SetSqrefDropList(f.levelFormula())
		return "请先选奖补事项，再从下拉列表选择级别。", nil
	case entryNature:
		dv.SetSqrefDropList(nameNatures)
		return "请从下拉列表选择认定类型。", nil
	case entryDistrict:
		dv.SetSqrefDropList(nameDistricts)
		return "请从下拉列表选择县区（板块）。", nil
	case entryCode:
		return "统一社会信用代码应为 18 位，中间没有空格。",
			dv.SetRange(18, 0, excelize.DataValidationTypeTextLength, excelize.DataValidationOperatorEqual)
	case entryRecognised:
		return fmt.Sprintf("%d年度奖补%d年认定的项目，请填写%d年的日期，例如 %d-05-12。", f.year, before, before, before),
			dv.SetRange(serialDay(before, time.January, 1), serialDay(before, time.December, 31),
				excelize.DataValidationTypeDate, excelize.DataValidationOperatorBetween)
	case entryDate:
		return fmt.Sprintf("请填写日期，例如 %d-05-12。", before),
			dv.SetRange(serialDay(2000, time.January, 1), serialDay(2099, time.December, 31),
				excelize.DataValidationTypeDate, excelize.DataValidationOperatorBetween)
	case entryYear:
		return fmt.Sprintf("请填写四位数年份，例如 %d。", before),
			dv.SetRange(2000, f.year, excelize.DataValidationTypeWhole, excelize.DataValidationOperatorBetween)
	case entryAmount:
		return "请填写以元为单位的数字，不带文字。",
			dv.SetRange(0, 1_000_000_000, excelize.DataValidationTypeDecimal, excelize.DataValidationOperatorBetween)
	}
	return "", nil
}

// levelFormula finds the block of the levels of the item in the same line. It
// is written for the first line; the others count from there.
func (f *form) levelFormula() string {
	item := fmt.Sprintf("$%s%d", calc.ColumnName(int(calc.ColItem)), formFirst)
	return fmt.Sprintf("OFFSET(%s,MATCH(%s,%s,0),0,COUNTIF(%s,%s),1)", nameLevelTop, item, nameLevelItem, nameLevelItem,
		item)
}

// short cuts a text to n UTF-16 units, which is what prompts hold.
func short(s string, n int) string {
	units := utf16.Encode([]rune(s))
	if len(units) <= n {
		return s
	}
	return string(utf16.Decode(units[:n-1])) + "…"
}
