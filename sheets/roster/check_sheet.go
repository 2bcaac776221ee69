package roster

import (
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"

	"jiangbu/calc"
	"jiangbu/calc/lists"
	"jiangbu/calc/money"
	"jiangbu/sheets/write"
)

// SheetCheck is the sheet that shows the claims held against the lists.
const SheetCheck = "名单核对"

// CheckSheet puts 名单核对 on a workbook that has a sheet of that name.
type CheckSheet struct {
	Comparison *lists.Comparison
	Policy     *calc.Policy
	AwardYear  int
	Records    []calc.Record
}

var checkColumns = []write.ListColumn{{Head: "序号", Style: write.StyleCount, Min: 4, Max: 6},
	{Head: "状态", Style: write.StyleCentre, Min: 10, Max: 11},
	{Head: "县区", Style: write.StyleCentre, Min: 6, Max: 9}, {Head: "单位名称", Style: write.StyleWrap, Min: 14, Max: 20},
	{Head: "统一社会信用代码", Style: write.StyleCentre, Min: 18, Max: 18},
	{Head: "奖补事项", Style: write.StyleWrap, Min: 10, Max: 14}, {Head: "级别", Style: write.StyleCentre, Min: 6, Max: 7},
	{Head: "名单中的名称", Style: write.StyleWrap, Min: 14, Max: 18},
	{Head: "名单", Style: write.StyleWrap, Min: 12, Max: 18}, {Head: "位置", Style: write.StyleCentre, Min: 7, Max: 11},
	{Head: "文号", Style: write.StyleWrap, Min: 8, Max: 14},
	{Head: "成文日期", Style: write.StyleCentre, Min: 10, Max: 10},
	{Head: "按政策应奖(元)", Style: write.StyleMoney, Min: 11, Max: 15},
	{Head: "依据", Style: write.StyleWrap, Min: 16, Max: 30},
	{Head: "申报来源", Style: write.StyleLink, Min: 10, Max: 16}}

// The columns that the line of totals sums up.
const (
	checkState  = 1
	checkAmount = 12
)

// Lay fills the sheet.
func (s CheckSheet) Lay(draft *write.Workbook) error {
	c := s.Comparison
	l := write.List{Sheet: SheetCheck, Title: s.Policy.City + strconv.Itoa(s.AwardYear) + "年度名单核对表", Note: s.note(),
		Unit: "单位：元", Columns: slices.Clone(checkColumns), Label: "合计",
		Lines: len(c.Entries), Freeze: 4, Wide: 1, Foot: s.Policy.Document}
	l.Line = func(p *write.SheetWriter, i int) { s.line(p, i, &c.Entries[i]) }
	l.Columns[checkState].Total = func(p *write.SheetWriter, _ string) {
		p.Text(write.StyleTotal, strconv.Itoa(len(c.Entries))+" 条")
	}
	var all money.Yuan
	for i := range c.Entries {
		if y := c.Entries[i].Amount; y != nil {
			all = all.Add(*y)
		}
	}
	l.Columns[checkAmount].Total = func(p *write.SheetWriter, sum string) {
		p.MoneyFormula(write.StyleTotalMoney, sum, all)
	}
	return draft.FillList(l)
}

// note says how many there are of each state, and what limits the comparison.
func (s CheckSheet) note() string {
	c := s.Comparison
	var parts []string
	for state := range lists.NumStates {
		if n := c.Count(state); n > 0 {
			parts = append(parts, fmt.Sprintf("%s %d", state, n))
		}
	}
	text := "依据：" + s.Policy.Document + "　" + strings.Join(parts, "，") + "。"
	if c.Count(lists.NotLocal) > 0 {
		text += "“非本市”只计数，不列名。"
	}
	if !c.Register {
		text += "没有给出企业名录（--firms），名单只与申报单位比对，未申报的单位可能没有找全。"
	}
	open := 0
	for i := range c.Lists {
		if !c.Lists[i].Confirmed {
			open++
		}
	}
	if open > 0 {
		text += fmt.Sprintf("有 %d 份名单尚未在“%s”中确认，只作比对，不影响奖补，也不计应奖金额。", open, RegistrationFile)
	}
	return text
}

func (s CheckSheet) line(p *write.SheetWriter, i int, e *lists.Entry) {
	look := write.StyleBad
	if e.State == lists.Agreed {
		look = write.StyleCentre
	}
	p.Count(write.StyleCount, i+1)
	p.Text(look, e.State.String())
	t := s.told(e)
	putTexts(p, checkColumns, e.District, e.Company, e.Code, t.item, t.level)
	if e.List >= 0 {
		putTexts(p, checkColumns, t.name, t.list, t.place, t.document, t.date)
	} else {
		for range 5 {
			p.Blank(write.StyleText)
		}
	}
	p.MoneyOf(write.StyleMoney, e.Amount)
	p.Text(write.StyleWrap, e.Note)
	if e.Record >= 0 {
		at := s.Records[e.Record].Source
		p.Reference(at.File+"!"+at.Sheet+"!"+strconv.Itoa(at.Row), at)
	} else {
		p.Blank(write.StyleText)
	}
}

// putTexts writes the next cells of a line, each as its column looks.
func putTexts(p *write.SheetWriter, columns []write.ListColumn, texts ...string) {
	for _, t := range texts {
		p.Text(columns[p.Column()].Style, t)
	}
}

// told is what was recognised, and where a list says so.
type told struct{ item, level, name, list, place, document, date string }

// told is what an entry says of its list; of a claim that no list names, what the
// claim says.
func (s CheckSheet) told(e *lists.Entry) told {
	if e.List >= 0 {
		l := &s.Comparison.Lists[e.List]
		line := &l.Lines[e.Line]
		return told{itemName(s.Policy, l.Item), l.LevelOf(line), line.Name, l.Name(), l.Place(line), l.Document,
			l.Date.String()}
	}
	if e.Record >= 0 {
		r := &s.Records[e.Record]
		return told{item: itemName(s.Policy, r.Item), level: r.Level}
	}
	return told{}
}

func itemName(p *calc.Policy, id string) string {
	if it, known := p.Item(id); known {
		return it.Name
	}
	return id
}

// WriteCheck writes 名单核对 as a workbook of its own.
func WriteCheck(w io.Writer, s CheckSheet) error {
	draft, err := write.NewOutput(SheetCheck, SheetCheck, SheetCheck)
	if err != nil {
		return err
	}
	if err := s.Lay(draft); err != nil {
		return err
	}
	return draft.Write(w)
}

// LetterDistricts are the districts that something was not reported of, in the
// policy's order; "" stands for what no register says the district of.
func (s CheckSheet) LetterDistricts() []string {
	owed := map[string]bool{}
	for i := range s.Comparison.Entries {
		if e := &s.Comparison.Entries[i]; e.Owes() {
			owed[e.District] = true
		}
	}
	var names []string
	for _, d := range s.Policy.Districts {
		if owed[d.Name] {
			names = append(names, d.Name)
			delete(owed, d.Name)
		}
	}
	if len(owed) > 0 { // nobody's, or words that the policy does not know
		names = append(names, "")
	}
	return names
}

// LetterName is the file of a district's letter.
func LetterName(district string) string {
	if district == "" {
		district = "县区不明"
	}
	return "补报通知-" + strings.NewReplacer("/", "", "\\", "").Replace(district) + ".xlsx"
}

// WriteLetter writes what a district is asked to check and report: 补报通知.
func WriteLetter(w io.Writer, s CheckSheet, district string) error {
	const sheet = "补报通知"
	draft, err := write.NewOutput(sheet, sheet, sheet)
	if err != nil {
		return err
	}
	mine := s.notReported(district)
	to := district
	if to == "" {
		to = "各县区（板块）"
	}
	l := write.List{Sheet: sheet, Title: "关于补报" + strconv.Itoa(s.AwardYear) + "年度奖补项目的通知", Lines: len(mine),
		Unit: "单位：元", Wide: 1, Foot: s.Policy.Document,
		Note: to + "工信部门：《" + s.Policy.Title + "》（" + s.Policy.Document +
			"）实行免申即享。经与认定文件核对，下列单位已获得认定，本次没有申报。请逐一核实，符合条件的按摸排表补报；不符合条件的，在“核实情况”栏写明原因后退回。",
		Columns: []write.ListColumn{{Head: "序号", Style: write.StyleCount, Min: 4, Max: 6},
			{Head: "单位名称", Style: write.StyleText, Min: 14, Max: 28},
			{Head: "统一社会信用代码", Style: write.StyleCentre, Min: 18, Max: 18},
			{Head: "奖补事项", Style: write.StyleText, Min: 10, Max: 16},
			{Head: "级别", Style: write.StyleCentre, Min: 6, Max: 8},
			{Head: "认定名单", Style: write.StyleWrap, Min: 14, Max: 26},
			{Head: "位置", Style: write.StyleCentre, Min: 8, Max: 14},
			{Head: "文号", Style: write.StyleText, Min: 8, Max: 22},
			{Head: "成文日期", Style: write.StyleCentre, Min: 10, Max: 10},
			{Head: "按政策应奖(元)", Style: write.StyleMoney, Min: 12, Max: 16},
			{Head: "核实情况", Style: write.StyleInput, Min: 16, Max: 24}}}
	l.Line = func(p *write.SheetWriter, i int) {
		e := mine[i]
		t := s.told(e)
		p.Count(write.StyleCount, i+1)
		putTexts(p, l.Columns, e.Company, e.Code, t.item, t.level, t.list, t.place, t.document, t.date)
		p.MoneyOf(write.StyleMoney, e.Amount)
		p.Blank(write.StyleInput)
	}
	if err := draft.FillList(l); err != nil {
		return err
	}
	return draft.Write(w)
}

func (s CheckSheet) notReported(district string) (mine []*lists.Entry) {
	known := map[string]bool{}
	for _, d := range s.Policy.Districts {
		known[d.Name] = true
	}
	for i := range s.Comparison.Entries {
		e := &s.Comparison.Entries[i]
		if e.Owes() && (e.District == district || district == "" && !known[e.District]) {
			mine = append(mine, e)
		}
	}
	return mine
}
