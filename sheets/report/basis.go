package report

import (
	"fmt"
	"strconv"

	"jiangbu/calc"
	"jiangbu/sheets"
)

// The labels of the first block of 口径与依据, by which it is read back.
const (
	labelSchema   = "报告格式"
	labelPolicy   = "政策编号"
	labelDocument = "文号"
	labelTitle    = "政策名称"
	labelYear     = "奖补年度"
	labelRecords  = "认定记录数"
	labelAmount   = "奖补金额合计"

	schema = "jiangbu/report/1"

	headReading = "口径"
	headValue   = "采用"
	headInput   = "文件"
	headHash    = "SHA-256"
	headRows    = "记录数"
	headStatus  = "读取情况"

	headClauseText = "原文"
)

// basisEnd is the last column of 口径与依据.
const basisEnd = 8

// layBasis writes 口径与依据: everything that the decisions rest on.
func (b *book) layBasis() error {
	g := sheets.NewGrid(20, 28, 16, 18, 30, 16, 16, 40)
	g.Next()
	g.Span(1, basisEnd, sheets.LookTitle, b.title+"口径与依据")
	g.High(30)
	g.Next()
	g.Span(1, basisEnd, sheets.LookNote, b.note("金额单位：元"))
	b.basisFacts(g)
	b.basisReadings(g)
	b.basisAlternatives(g)
	b.basisRules(g)
	b.basisText(g)
	b.basisInputs(g)
	b.basisBeside(g)
	b.basisNotes(g)
	return b.layGrid(SheetBasis, g, sheets.PageSetup{})
}

// fact is a label with its value.
func fact(g *sheets.Grid, label string, cell func(*sheets.Pen), text string) {
	g.Next()
	g.Put(1, sheets.PutText(sheets.LookHead, label))
	if cell != nil {
		g.Put(2, cell)
		return
	}
	g.Span(2, basisEnd, sheets.LookText, text)
}

func (b *book) basisFacts(g *sheets.Grid) {
	p := b.policy
	section(g, "一、基本情况")
	fact(g, labelSchema, nil, schema)
	fact(g, labelPolicy, nil, p.ID)
	fact(g, labelDocument, nil, p.Document)
	fact(g, labelTitle, nil, p.Title)
	fact(g, labelYear, nil, strconv.Itoa(b.result.AwardYear))
	fact(g, "施行期间", nil, p.Effective.From.String()+" 至 "+p.Effective.To.String())
	fact(g, "适用奖补年度", nil, fmt.Sprintf("%d 至 %d", p.FirstYear, p.LastYear))
	fact(g, "政策数据核对日期", nil, p.CheckedOn.String())
	fact(g, labelRecords, sheets.PutCount(sheets.LookCount, b.result.Totals.Records), "")
	for _, o := range calc.Outcomes {
		fact(g, o.Name(), sheets.PutCount(sheets.LookCount, b.result.Totals.Outcomes[o]), "")
	}
	fact(g, labelAmount, sheets.PutMoney(sheets.LookMoney, b.result.Totals.Amount), "")
}

func (b *book) basisReadings(g *sheets.Grid) {
	section(g, "二、采用的口径")
	g.Next()
	g.Heads(1, headReading, "问题", headValue, "默认", "采用的含义")
	g.Merge(5, basisEnd)
	for c := 6; c <= basisEnd; c++ {
		g.Put(c, sheets.PutBlank(sheets.LookHead))
	}
	for _, rd := range b.policy.Readings {
		value := b.result.Readings[rd.Name]
		_, meaning := b.readingWords(rd.Name, value)
		g.Next()
		g.Put(1, sheets.PutText(sheets.LookText, rd.Name))
		g.Put(2, sheets.PutText(sheets.LookWrap, rd.Question))
		g.Put(3, sheets.PutText(sheets.LookCentre, value))
		g.Put(4, sheets.PutText(sheets.LookCentre, rd.Default))
		g.Span(5, basisEnd, sheets.LookWrap, meaning)
		g.Fit(2, rd.Question)
	}
}

func (b *book) basisAlternatives(g *sheets.Grid) {
	section(g, "三、其他口径的影响（逐一改变一个口径，全部重新核定）")
	g.Next()
	g.Heads(1, "口径", "改后的含义", "改为", "奖补金额变动", "涉及的记录", "涉及记录数", "变动后总额", "")
	g.Merge(7, 8)
	for _, a := range b.result.Alternatives {
		_, meaning := b.readingWords(a.Reading, a.Value)
		touched := b.touched(&a)
		g.Next()
		g.Put(1, sheets.PutText(sheets.LookText, a.Reading))
		g.Put(2, sheets.PutText(sheets.LookWrap, meaning))
		g.Put(3, sheets.PutText(sheets.LookCentre, a.Value))
		g.Put(4, sheets.PutMoney(sheets.LookMoney, a.Difference))
		g.Put(5, sheets.PutText(sheets.LookWrap, touched))
		g.Put(6, sheets.PutCount(sheets.LookCount, len(a.Touched)))
		g.Put(7, sheets.PutMoney(sheets.LookMoney, b.result.Totals.Amount.Add(a.Difference)))
		g.Put(8, sheets.PutBlank(sheets.LookMoney))
		g.Merge(7, 8)
		g.Fit(2, meaning)
		g.Fit(5, touched)
	}
}

func (b *book) basisText(g *sheets.Grid) {
	section(g, "五、政策条文")
	g.Next()
	g.Heads(1, "条款", "名称", headClauseText)
	headSpan(g, 3)
	for _, c := range b.policy.Clauses {
		g.Next()
		g.Put(1, sheets.PutText(sheets.LookCentre, "（"+c.Number+"）"))
		g.Put(2, sheets.PutText(sheets.LookWrap, c.Title))
		g.Span(3, basisEnd, sheets.LookWrap, c.Text)
		g.Fit(2, c.Title)
	}
	for _, v := range b.policy.Provisions {
		g.Next()
		g.Put(1, sheets.PutText(sheets.LookCentre, v.Number))
		g.Put(2, sheets.PutBlank(sheets.LookWrap))
		g.Span(3, basisEnd, sheets.LookWrap, v.Text)
		g.Fit(1, v.Number)
	}
}

// headSpan draws a heading from column col to the right end.
func headSpan(g *sheets.Grid, col int) {
	for c := col + 1; c <= basisEnd; c++ {
		g.Put(c, sheets.PutBlank(sheets.LookHead))
	}
	g.Merge(col, basisEnd)
}

var inputNames = map[calc.InputStatus]string{calc.InputRead: "已读取", calc.InputRefused: "未能读取", calc.InputDuplicate: "重复报送"}

func (b *book) basisInputs(g *sheets.Grid) {
	section(g, "六、报送文件")
	g.Next()
	g.Heads(1, headInput, "", headRows, headStatus, headHash)
	g.Merge(1, 2)
	headSpan(g, 5)
	for _, in := range b.result.Inputs {
		g.Next()
		g.Span(1, 2, sheets.LookText, in.File)
		g.Put(3, sheets.PutCount(sheets.LookCount, in.Rows))
		look := sheets.LookCentre
		if in.Status == calc.InputRefused {
			look = sheets.LookBad
		}
		g.Put(4, sheets.PutText(look, inputNames[in.Status]))
		g.Span(5, basisEnd, sheets.LookText, in.SHA256)
	}
}

func (b *book) basisNotes(g *sheets.Grid) {
	section(g, "八、说明")
	for _, s := range []string{
		"每条认定记录都有一个结论。予以奖补的列入“奖补明细”；同一项目就高不重复的、重复申报的和超出单位上限的列入“就高去重”；不予奖补的、待核的各列一表；“认定记录”列出全部。",
		"各汇总表的金额是对“奖补明细”的公式。改动“奖补明细”中的奖补金额，各表随之变动，“汇总”的核对栏显示与程序决定金额的差异。",
		fmt.Sprintf("“奖补明细”超过 %d 行时，“企业汇总”存放数值，不用公式。", MaxLiveAwards),
		"“来源”写作 文件!工作表!行。报告与报送文件放在同一文件夹时，点击可以打开。",
		"金额计算一律向下取到分，政策所写“最高不超过”为上限。",
	} {
		g.Next()
		g.Span(1, basisEnd, sheets.LookNote, s)
	}
}

func (b *book) basisRules(g *sheets.Grid) {
	section(g, "四、奖补标准")
	g.Next()
	g.Heads(1, "条款", "奖补事项", "级别", "奖补标准", "同一项目、注册地", "拨付对象", "责任处室", "事项编码")
	for _, r := range b.policy.RuleBook() {
		g.Next()
		for c, s := range []string{"（" + r.Clause + "）", r.Item, r.Level, r.Form + "：" + standard(r), r.Track + "；" + r.Local, r.Payee, r.Office, r.ID} {
			g.Put(c+1, sheets.PutText(sheets.LookWrap, s))
			g.Fit(c+1, s)
		}
	}
}
