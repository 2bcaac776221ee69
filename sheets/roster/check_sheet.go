package roster

import (
	"cmp"
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

// Lay fills the sheet.
func (s CheckSheet) Lay(draft *write.Workbook) error {
	c := s.Comparison
	return draft.FillList(write.List{Sheet: SheetCheck, Note: s.note(),
		Title: s.Policy.City + strconv.Itoa(s.AwardYear) + "年度名单核对表", Unit: "单位：元", Columns: s.checkColumns(),
		Label: "合计", Lines: len(c.Entries), Freeze: 4, Wide: 1, Foot: s.Policy.Document})
}

// checkColumns are the columns of 名单核对.
func (s CheckSheet) checkColumns() []write.ListColumn {
	entries := s.Comparison.Entries
	var all money.Yuan
	lines := make([]told, len(entries))
	for i := range entries {
		if lines[i] = s.told(&entries[i]); entries[i].Amount != nil {
			all = all.Add(*entries[i].Amount)
		}
	}
	line := write.Lines[told](func(n int) *told { return &lines[n] })
	listed := func(head string, s write.Style, least, most int, of func(*told) string) write.ListColumn {
		return line.Column(head, s, least, most, func(p *write.SheetWriter, s write.Style, t *told) {
			if t.List < 0 {
				s = write.StyleText
			}
			p.Text(s, of(t))
		})
	}
	state := line.Column("状态", write.StyleCentre, 10, 11, putState)
	state.Total = func(p *write.SheetWriter, _ string) { p.Text(write.StyleTotal, strconv.Itoa(len(entries))+" 条") }
	return []write.ListColumn{write.SerialColumn(4, 6), state,
		line.Text("县区", write.StyleCentre, 6, 9, func(t *told) string { return t.District }),
		line.Text("单位名称", write.StyleWrap, 14, 20, func(t *told) string { return t.Company }),
		line.Text("统一社会信用代码", write.StyleCentre, 18, 18, func(t *told) string { return t.Code }),
		line.Text("奖补事项", write.StyleWrap, 10, 14, func(t *told) string { return t.item }),
		line.Text("级别", write.StyleCentre, 6, 7, func(t *told) string { return t.level }),
		listed("名单中的名称", write.StyleWrap, 14, 18, func(t *told) string { return t.name }),
		listed("名单", write.StyleWrap, 12, 18, func(t *told) string { return t.list }),
		listed("位置", write.StyleCentre, 7, 11, func(t *told) string { return t.place }),
		listed("文号", write.StyleWrap, 8, 14, func(t *told) string { return t.document }),
		listed("成文日期", write.StyleCentre, 10, 10, func(t *told) string { return t.date }),
		line.Money("按政策应奖(元)", 11, 15, func(t *told) *money.Yuan { return t.Amount }).Summed(all),
		line.Text("依据", write.StyleWrap, 16, 30, func(t *told) string { return t.Note }),
		line.Column("申报来源", write.StyleLink, 10, 16, s.putSource)}
}

// putState writes the state of an entry, red where somebody must look.
func putState(p *write.SheetWriter, s write.Style, t *told) {
	if t.State != lists.Agreed {
		s = write.StyleBad
	}
	p.Text(s, t.State.String())
}

// putSource writes where a claim stands.
func (s CheckSheet) putSource(p *write.SheetWriter, _ write.Style, t *told) {
	if t.Record < 0 {
		p.Blank(write.StyleText)
		return
	}
	at := s.Records[t.Record].Source
	p.Reference(at.File+"!"+at.Sheet+"!"+strconv.Itoa(at.Row), at)
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
	if open := calc.Count(c.Lists, func(l *lists.List) bool { return !l.Confirmed }); open > 0 {
		text += fmt.Sprintf("有 %d 份名单尚未在“%s”中确认，只作比对，不影响奖补，也不计应奖金额。", open, RegistrationFile)
	}
	return text
}

// told is an entry with what was recognised, and where a list says so.
type told struct {
	*lists.Entry
	item, level, name, list, place, document, date string
}

// told is what an entry says of its list; of a claim that no list names, what the
// claim says.
func (s CheckSheet) told(e *lists.Entry) told {
	if e.List >= 0 {
		l := &s.Comparison.Lists[e.List]
		line := &l.Lines[e.Line]
		return told{e, cmp.Or(s.Policy.ItemName(l.Item), l.Item), l.LevelOf(line), line.Name, l.Name(), l.Place(line),
			l.Document, l.Date.String()}
	}
	if e.Record >= 0 {
		r := &s.Records[e.Record]
		return told{Entry: e, item: cmp.Or(s.Policy.ItemName(r.Item), r.Item), level: r.Level}
	}
	return told{Entry: e}
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
	for _, d := range s.Policy.DistrictNames() {
		if owed[d] {
			names = append(names, d)
			delete(owed, d)
		}
	}
	if len(owed) > 0 { // nobody's, or words that the policy does not know
		names = append(names, "")
	}
	return names
}

// LetterName is the file of a district's letter.
func LetterName(district string) string {
	return "补报通知-" + strings.NewReplacer("/", "", "\\", "").Replace(cmp.Or(district, "县区不明")) + ".xlsx"
}

// WriteLetter writes what a district is asked to check and report: 补报通知.
func WriteLetter(w io.Writer, s CheckSheet, district string) error {
	const sheet = "补报通知"
	draft, err := write.NewOutput(sheet, sheet, sheet)
	if err != nil {
		return err
	}
	mine := s.notReported(district)
	line := write.Lines[told](func(n int) *told { return &mine[n] })
	err = draft.FillList(write.List{Sheet: sheet, Title: "关于补报" + strconv.Itoa(s.AwardYear) + "年度奖补项目的通知",
		Lines: len(mine), Unit: "单位：元", Wide: 1, Foot: s.Policy.Document,
		Note: cmp.Or(district, "各县区（板块）") + "工信部门：《" + s.Policy.Title + "》（" + s.Policy.Document +
			"）实行免申即享。经与认定文件核对，下列单位已获得认定，本次没有申报。请逐一核实，符合条件的按摸排表补报；不符合条件的，在“核实情况”栏写明原因后退回。",
		Columns: []write.ListColumn{write.SerialColumn(4, 6),
			line.Text("单位名称", write.StyleText, 14, 28, func(t *told) string { return t.Company }),
			line.Text("统一社会信用代码", write.StyleCentre, 18, 18, func(t *told) string { return t.Code }),
			line.Text("奖补事项", write.StyleText, 10, 16, func(t *told) string { return t.item }),
			line.Text("级别", write.StyleCentre, 6, 8, func(t *told) string { return t.level }),
			line.Text("认定名单", write.StyleWrap, 14, 26, func(t *told) string { return t.list }),
			line.Text("位置", write.StyleCentre, 8, 14, func(t *told) string { return t.place }),
			line.Text("文号", write.StyleText, 8, 22, func(t *told) string { return t.document }),
			line.Text("成文日期", write.StyleCentre, 10, 10, func(t *told) string { return t.date }),
			line.Money("按政策应奖(元)", 12, 16, func(t *told) *money.Yuan { return t.Amount }),
			write.EmptyColumn("核实情况", write.StyleInput, 16, 24)}})
	if err != nil {
		return err
	}
	return draft.Write(w)
}

func (s CheckSheet) notReported(district string) (mine []told) {
	known := s.Policy.DistrictNames()
	for i := range s.Comparison.Entries {
		e := &s.Comparison.Entries[i]
		if e.Owes() && (e.District == district || district == "" && !slices.Contains(known, e.District)) {
			mine = append(mine, s.told(e))
		}
	}
	return mine
}
