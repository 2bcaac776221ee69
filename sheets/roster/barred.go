package roster

import (
	"cmp"
	"path"
	"slices"
	"strings"

	"jiangbu/calc"
	"jiangbu/calc/lists"
	"jiangbu/calc/money"
	"jiangbu/calc/standard"
	"jiangbu/calc/written"
	"jiangbu/sheets"
	"jiangbu/sheets/table"
)

// The columns of lists of exclusion and of awards made by others.
const (
	barCode = iota + 1
	barName
	barKind
	barFrom
	barUntil
	barDocument
	barProject
	barLevel
	barSource
	barYear
	barAmount
	barSerial
)

// The columns that both kinds of list have.
var whoHeadings = []table.Heading{
	{ID: barCode, Rank: 5, Ends: []string{"统一社会信用代码", "社会信用代码", "信用代码"}},
	{ID: barName, Rank: 5, Name: []string{"单位名称", "企业名称", "公司名称", "名称", "失信主体名称", "主体名称", "当事人", "当事人名称", "项目单位",
		"事故单位", "事故单位名称", "责任单位", "申报单位", "获奖单位", "企业", "单位", "失信企业", "失信企业名称", "失信单位", "失信单位名称",
		"被执行人", "被执行人名称", "行政相对人", "行政相对人名称", "相对人名称", "被处罚单位", "被处罚企业", "企业全称", "单位全称", "法人名称"}},
	{ID: barSerial, Many: true, Name: []string{"序号", "序", "编号"}},
	{ID: table.Ignored, Name: []string{"县区", "备注", "联系人", "联系电话", "法定代表人", "法人代表", "地址", "证件号", "证件号码", "执行法院",
		"属地", "地区", "登记机关", "列入机关", "作出决定机关", "处罚机关", "列入部门", "处罚内容", "处罚结果", "履行情况"}},
}

var excludedWords = table.NewWords(append([]table.Heading{
	{ID: barKind, Rank: 5, Name: []string{"类别", "失信类别", "类型", "名单类别", "名单类型", "情形", "状态", "登记状态", "事故等级", "排除情形"}},
	{ID: barKind, Rank: 3, Name: []string{"原因", "列入原因", "失信原因", "事由", "案由", "处罚事由", "违法事实", "失信情形", "核查结果", "审查结果",
		"信用核查结果", "信用审查结果", "核查情况", "信用状况"}},
	{ID: barFrom, Rank: 5, Name: []string{"列入日期", "列入时间", "认定日期", "发生日期", "事故日期", "处罚日期", "日期", "注销日期", "吊销日期"}},
	{ID: barUntil, Rank: 5, Name: []string{"移出日期", "移出时间", "修复日期", "修复时间", "到期日期", "截止日期", "终止日期"}},
	{ID: barDocument, Rank: 5, Name: []string{"依据文号", "文号", "列入依据", "依据", "决定书文号", "处罚决定书文号", "行政处罚决定书文号", "案号"}},
}, whoHeadings...), nil).Led(barName)

var awardedWords = table.NewWords(append([]table.Heading{
	{ID: barProject, Rank: 5, Name: []string{"奖补事项", "奖励事项", "事项", "项目", "项目名称", "奖补项目", "认定项目"}},
	{ID: barLevel, Rank: 5, Name: []string{"级别", "认定级别", "等级", "星级"}},
	{ID: barSource, Rank: 5, Name: []string{"资金来源", "来源", "资金级次", "出资级次", "发放单位", "奖补单位级别"}},
	{ID: barYear, Rank: 5, Name: []string{"年度", "奖补年度", "资金年度"}},
	{ID: barAmount, Rank: 5, Name: []string{"金额", "奖补金额", "奖励金额", "已奖金额", "补助金额"}},
}, whoHeadings...), nil).Led(barName)

// ReadExcluded reads a list of those who may not be awarded. The kind stands in
// a column, else the sheet or the file is named after it.
func ReadExcluded(b *sheets.Book) ([]lists.Excluded, calc.Findings) {
	var all []lists.Excluded
	var found calc.Findings
	tables, seen := eachEntry(b, excludedWords, []int{barName, barCode}, func(e *entry) {
		x := lists.Excluded{Ref: e.at, Code: e.code(barCode, &found), Kind: e.text(barKind),
			Document: e.text(barDocument),
			From:     e.date(barFrom, "列入日期", &found), Until: e.date(barUntil, "移出日期", &found)}
		if asked, yes := answersOf(e); asked && x.Kind == "" {
			x.Kind = cmp.Or(yes, lists.Clear)
		}
		if x.Kind == "" {
			x.Kind = kindOf(e)
		}
		for _, name := range namesIn(e.text(barName)) {
			if x.Name, _ = written.CompanyName(name); x.Name != "" || x.Code != "" {
				all = append(all, x)
			}
		}
	})
	if tables == 0 {
		found.Add("exclusion/no-table", calc.Ref{File: b.File})
	}
	return all, append(found, seen...)
}

// answersOf tells of a line that columns ask what it is (是否失信), and the first of
// these that it says 是 to, "" for none; any answer but a plain one is such.
func answersOf(e *entry) (asked bool, yes string) {
	for i, c := range e.columns {
		for _, ask := range []string{"是否", "有无"} {
			what, ok := strings.CutPrefix(c.Text, ask)
			if c.Heading != nil || !ok {
				continue
			}
			asked = true
			if answer := table.Fold(e.fields[i].Text); !slices.Contains(plainNo, answer) {
				yes = cmp.Or(yes, what)
			}
		}
	}
	return asked, yes
}

var plainNo = []string{"否", "无", "不是", "没有", "×"}

// namesIn are the names that a cell lists, or what stands in it.
func namesIn(text string) []string {
	if names := written.SplitOutside(text, "、；;"); len(names) > 1 {
		return names
	}
	return []string{text}
}

// kindOf is what the sheet or the file says of a list without a kind.
func kindOf(e *entry) string {
	for _, title := range slices.Backward(e.titles) {
		if calc.ContainsAny(title, []string{"名单", "失信", "事故", "注销", "吊销", "异常"}) != "" {
			return title
		}
	}
	if !strings.HasPrefix(strings.ToLower(e.at.Sheet), "sheet") {
		return e.at.Sheet
	}
	return strings.TrimSuffix(e.at.File, path.Ext(e.at.File))
}

// ReadAwarded reads what others paid. A line whose project is none of this
// policy's items cannot meet a claim and is left out, with a finding.
func ReadAwarded(b *sheets.Book, v *standard.Vocabulary) ([]lists.Awarded, calc.Findings) {
	var all []lists.Awarded
	var found calc.Findings
	var above lists.Awarded
	tables, seen := eachEntry(b, awardedWords, []int{barName, barCode}, func(e *entry) {
		a := lists.Awarded{Ref: e.at, Code: e.code(barCode, &found), Project: e.text(barProject),
			Source: e.text(barSource), Year: written.YearIn(e.text(barYear))}
		a.Name, _ = written.CompanyName(e.text(barName))
		if a.Name == "" && a.Code == "" && a.Project != "" { // one more award of the company above
			a.Name, a.Code = above.Name, above.Code
		}
		if above = a; a.Name == "" && a.Code == "" {
			return
		}
		a.Project = cmp.Or(a.Project, itemIn(e.titles, v))
		m := v.Item(a.Project + " " + e.text(barLevel))
		if a.Item = m.ID; a.Item == "" {
			found.Add("overlap/unread", e.ref(barProject), a.Name, a.Project)
			return
		}
		level, _ := v.Level(e.text(barLevel), a.Item)
		if a.Level = level; a.Level == "" {
			a.Level = m.Level
		}
		var seen calc.Findings
		a.Amount, seen = standard.ReadAmount(e.cell(barAmount), "已奖金额", e.unit(barAmount), unitOf(e.titles),
			e.ref(barAmount))
		found = append(found, seen...)
		all = append(all, a)
	})
	if tables == 0 {
		found.Add("overlap/no-table", calc.Ref{File: b.File})
	}
	return all, append(found, seen...)
}

// itemIn is the nearest line around a table that names an item.
func itemIn(titles []string, v *standard.Vocabulary) string {
	for _, title := range slices.Backward(titles) {
		if m := v.Item(title); m.ID != "" || m.NotCovered != "" {
			return title
		}
	}
	return ""
}

// unitOf is the unit that a line above a table names.
func unitOf(titles []string) money.Unit {
	for _, t := range titles {
		if u := table.UnitLine(t); u != money.UnitNone {
			return u
		}
	}
	return money.UnitNone
}

// AsOf is the day up to which a list says that it goes (截至2024年5月1日), zero
// where it says none.
func AsOf(b *sheets.Book) (day written.Date) {
	for _, s := range b.Sheets {
		n := 0
		s.Rows(func(l sheets.Line) bool {
			for _, c := range l.Cells {
				if _, after, ok := strings.Cut(written.Shown(c.Text), "截至"); ok && day.IsZero() {
					after = strings.TrimLeft(after, "：: ")
					if i := strings.Index(after, "日"); i > 0 {
						after = after[:i+len("日")]
					}
					day = written.ParseDate(strings.TrimRight(after, "）)")).Date
				}
			}
			n++
			return n < 5 && day.IsZero()
		})
	}
	return day
}
