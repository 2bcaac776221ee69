package survey

import (
	"cmp"
	"fmt"
	"strings"

	"jiangbu/calc"
	"jiangbu/sheets/write"
)

// guideWidths are the columns of 填报说明: clause, item, level, amount, payee,
// what else to fill in, what to attach.
var guideWidths = []int{8, 26, 12, 24, 16, 26, 30}

// writeGuide writes how to fill in the form: the rules, the items with what
// each is paid and needs, the columns.
func (f *form) writeGuide() error {
	g := write.NewGrid(guideWidths...)
	last := len(guideWidths)
	g.Line(1, last, write.StyleTitle, guideMark+f.title())
	g.High(32)
	for i, line := range f.rules() {
		g.Line(1, last, write.StyleNote, fmt.Sprintf("%d. %s", i+1, line))
	}
	f.guideItems(g)
	f.guideColumns(g)
	return f.FillGrid(guideSheet, g, write.PageSetup{Left: guideSheet, Right: f.policy.Document})
}

// rules are the sentences at the head of the guide.
func (f *form) rules() []string {
	p, before := f.policy, f.year-1
	return []string{
		fmt.Sprintf("依据《%s》（%s）填报，%d年度奖补%d年1月1日至12月31日认定的项目。", p.Title, p.Document, f.year, before),
		"一行填一项认定；一家单位有几项的填几行，单位名称和统一社会信用代码每行都填。不合并单元格，不加合计行。",
		"蓝色栏目每行必填，灰色栏目按下表“还须填写”填写。选中单元格时有提示，下拉列表中没有的请勿自行填写。",
		fmt.Sprintf("“%s”填认定文件的成文日期，证书类填发证日期；复核、延续、更名、换证的也如实填写“%s”。", calc.ColRecognised, calc.ColNature),
		"统一社会信用代码按文本填写，填完逐位核对。金额的单位一律是元。",
		fmt.Sprintf("第%d行是示例，不读取，不用删除。行不够时在最后一行之前插入行，或另用一份。", formExample),
		"按下表附上证明材料的复印件或扫描件，按序号排列，随表报送。",
	}
}

// guideItems lists the items and levels that the form can claim.
func (f *form) guideItems(g *write.Grid) {
	g.Section("一、奖补事项")
	g.Heads(1, "条款", "奖补事项", "级别", "奖补标准", "奖补给", "还须填写", "须附材料")
	for _, r := range f.policy.RuleBook() {
		it, ok := f.policy.Item(r.ID)
		if !ok {
			continue
		}
		amount := r.Amount
		if r.Cap != "" {
			amount += "，" + r.Cap
		}
		guideLine(g, guideWidths, r.Clause, r.Item, cmp.Or(r.Level, noLevel), amount, r.Payee, f.moreOf(it),
			proofs[it.Form])
	}
}

// moreOf says what an item needs beyond every row: 认定名称或对象（产品）.
func (f *form) moreOf(it *calc.Item) string {
	more := asks(it)
	if len(more) == 0 {
		return noLevel
	}
	words := columnList(it, more)
	if more[0] == calc.ColSubject {
		words = strings.Replace(words, calc.ColSubject.String(), calc.ColSubject.String()+"（"+it.Counted+"）", 1)
	}
	return words
}

// guideColumns lists the columns of the table.
func (f *form) guideColumns(g *write.Grid) {
	g.Section("二、各栏目的填法")
	g.Heads(1, "列", "栏目", "是否必填")
	g.Span(4, len(guideWidths), write.StyleHead, "怎样填写")
	for _, c := range formOrder() {
		must := "按事项"
		switch {
		case c == calc.ColSerial:
			must = "已编好"
		case formColumns[c].must:
			must = "必填"
		}
		guideLine(g, guideWidths[:3], calc.ColumnName(int(c)), f.heading(c), must)
		g.Span(4, len(guideWidths), write.StyleText, f.how(c))
	}
}

// guideLine writes a line of cells and makes it high enough for them.
func guideLine(g *write.Grid, widths []int, texts ...string) {
	g.Next()
	for i, t := range texts {
		g.Set(i+1, write.Text(write.StyleText, t))
		g.High(15 * float64(write.LinesIn(t, widths[i]-2)))
	}
}
