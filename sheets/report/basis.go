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
	g := newGrid(20, 28, 16, 18, 30, 16, 16, 40)
	g.next()
	g.span(1, basisEnd, sheets.LookTitle, b.title+"口径与依据")
	g.high(30)
	g.next()
	g.span(1, basisEnd, sheets.LookNote, b.note("金额单位：元"))
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
func (g *grid) fact(label string, cell func(*sheets.Pen), text string) {
	g.next()
	g.put(1, words(sheets.LookHead, label))
	if cell != nil {
		g.put(2, cell)
		return
	}
	g.span(2, basisEnd, sheets.LookText, text)
}

func (b *book) basisFacts(g *grid) {
	p := b.policy
	g.section("一、基本情况")
	g.fact(labelSchema, nil, schema)
	g.fact(labelPolicy, nil, p.ID)
	g.fact(labelDocument, nil, p.Document)
	g.fact(labelTitle, nil, p.Title)
	g.fact(labelYear, nil, strconv.Itoa(b.result.AwardYear))
	g.fact("施行期间", nil, p.Effective.From.String()+" 至 "+p.Effective.To.String())
	g.fact("适用奖补年度", nil, fmt.Sprintf("%d 至 %d", p.FirstYear, p.LastYear))
	g.fact("政策数据核对日期", nil, p.CheckedOn.String())
	g.fact(labelRecords, count(sheets.LookCount, b.result.Totals.Records), "")
	for _, o := range calc.Outcomes {
		g.fact(o.Name(), count(sheets.LookCount, b.result.Totals.Outcomes[o]), "")
	}
	g.fact(labelAmount, money(sheets.LookMoney, b.result.Totals.Amount), "")
}

func (b *book) basisReadings(g *grid) {
	g.section("二、采用的口径")
	g.next()
	g.heads(1, headReading, "问题", headValue, "默认", "采用的含义")
	g.merges = append(g.merges, sheets.Range{Top: g.row, Left: 5, Bottom: g.row, Right: basisEnd})
	for c := 6; c <= basisEnd; c++ {
		g.put(c, blank(sheets.LookHead))
	}
	for _, rd := range b.policy.Readings {
		value := b.result.Readings[rd.Name]
		_, meaning := b.readingWords(rd.Name, value)
		g.next()
		g.put(1, words(sheets.LookText, rd.Name))
		g.put(2, words(sheets.LookWrap, rd.Question))
		g.put(3, words(sheets.LookCentre, value))
		g.put(4, words(sheets.LookCentre, rd.Default))
		g.span(5, basisEnd, sheets.LookWrap, meaning)
		g.fit(2, rd.Question)
	}
}

func (b *book) basisAlternatives(g *grid) {
	g.section("三、其他口径的影响（逐一改变一个口径，全部重新核定）")
	g.next()
	g.heads(1, "口径", "改后的含义", "改为", "奖补金额变动", "涉及的记录", "涉及记录数", "变动后总额", "")
	g.merges = append(g.merges, sheets.Range{Top: g.row, Left: 7, Bottom: g.row, Right: 8})
	for _, a := range b.result.Alternatives {
		_, meaning := b.readingWords(a.Reading, a.Value)
		touched := b.touched(&a)
		g.next()
		g.put(1, words(sheets.LookText, a.Reading))
		g.put(2, words(sheets.LookWrap, meaning))
		g.put(3, words(sheets.LookCentre, a.Value))
		g.put(4, money(sheets.LookMoney, a.Difference))
		g.put(5, words(sheets.LookWrap, touched))
		g.put(6, count(sheets.LookCount, len(a.Touched)))
		g.put(7, money(sheets.LookMoney, b.result.Totals.Amount.Add(a.Difference)))
		g.put(8, blank(sheets.LookMoney))
		g.merges = append(g.merges, sheets.Range{Top: g.row, Left: 7, Bottom: g.row, Right: 8})
		g.fit(2, meaning)
		g.fit(5, touched)
	}
}

func (b *book) basisText(g *grid) {
	g.section("五、政策条文")
	g.next()
	g.heads(1, "条款", "名称", headClauseText)
	g.headSpan(3)
	for _, c := range b.policy.Clauses {
		g.next()
		g.put(1, words(sheets.LookCentre, "（"+c.Number+"）"))
		g.put(2, words(sheets.LookWrap, c.Title))
		g.span(3, basisEnd, sheets.LookWrap, c.Text)
		g.fit(2, c.Title)
	}
	for _, v := range b.policy.Provisions {
		g.next()
		g.put(1, words(sheets.LookCentre, v.Number))
		g.put(2, blank(sheets.LookWrap))
		g.span(3, basisEnd, sheets.LookWrap, v.Text)
		g.fit(1, v.Number)
	}
}

// headSpan draws a heading from column col to the right end.
func (g *grid) headSpan(col int) {
	for c := col + 1; c <= basisEnd; c++ {
		g.put(c, blank(sheets.LookHead))
	}
	g.merges = append(g.merges, sheets.Range{Top: g.row, Left: col, Bottom: g.row, Right: basisEnd})
}

var inputNames = map[calc.InputStatus]string{calc.InputRead: "已读取", calc.InputRefused: "未能读取", calc.InputDuplicate: "重复报送"}

func (b *book) basisInputs(g *grid) {
	g.section("六、报送文件")
	g.next()
	g.heads(1, headInput, "", headRows, headStatus, headHash)
	g.merges = append(g.merges, sheets.Range{Top: g.row, Left: 1, Bottom: g.row, Right: 2})
	g.headSpan(5)
	for _, in := range b.result.Inputs {
		g.next()
		g.span(1, 2, sheets.LookText, in.File)
		g.put(3, count(sheets.LookCount, in.Rows))
		look := sheets.LookCentre
		if in.Status == calc.InputRefused {
			look = sheets.LookBad
		}
		g.put(4, words(look, inputNames[in.Status]))
		g.span(5, basisEnd, sheets.LookText, in.SHA256)
	}
}

func (b *book) basisNotes(g *grid) {
	g.section("八、说明")
	for _, s := range []string{
		"每条认定记录都有一个结论。予以奖补的列入“奖补明细”；同一项目就高不重复的、重复申报的和超出单位上限的列入“就高去重”；不予奖补的、待核的各列一表；“认定记录”列出全部。",
		"各汇总表的金额是对“奖补明细”的公式。改动“奖补明细”中的奖补金额，各表随之变动，“汇总”的核对栏显示与程序决定金额的差异。",
		fmt.Sprintf("“奖补明细”超过 %d 行时，“企业汇总”存放数值，不用公式。", MaxLiveAwards),
		"“来源”写作 文件!工作表!行。报告与报送文件放在同一文件夹时，点击可以打开。",
		"金额计算一律向下取到分，政策所写“最高不超过”为上限。",
	} {
		g.next()
		g.span(1, basisEnd, sheets.LookNote, s)
	}
}

func (b *book) basisRules(g *grid) {
	g.section("四、奖补标准")
	g.next()
	g.heads(1, "条款", "奖补事项", "级别", "奖补标准", "同一项目、注册地", "拨付对象", "责任处室", "事项编码")
	for _, r := range b.policy.RuleBook() {
		g.next()
		for c, s := range []string{"（" + r.Clause + "）", r.Item, r.Level, r.Form + "：" + standard(r), r.Track + "；" + r.Local, r.Payee, r.Office, r.ID} {
			g.put(c+1, words(sheets.LookWrap, s))
			g.fit(c+1, s)
		}
	}
}
