package report

import (
	"fmt"
	"strconv"

	"jiangbu/calc"
	"jiangbu/sheets/write"
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

	schema = "jiangbu/report/2"

	headReading = "口径"
	headMeaning = "采用的含义"
	headSetting = "代码" // name=value, as a run is told
	headInput   = "文件"
	headHash    = "SHA-256"
	headRows    = "记录数"
	headStatus  = "读取情况"

	headClauseText = "原文"
)

// basisEnd is the last column of 口径与依据.
const basisEnd = 8

// writeBasis writes 口径与依据: everything that the decisions rest on.
func (b *book) writeBasis() error {
	g := write.NewGrid(20, 28, 16, 18, 30, 16, 16, 40)
	g.Title(30, b.title+"口径与依据", b.note("金额单位：元"), "")
	b.basisFacts(g)
	b.basisReadings(g)
	b.basisAlternatives(g)
	b.basisRules(g)
	b.basisText(g)
	b.basisInputs(g)
	b.basisBeside(g)
	if len(b.policy.Conditions) > 0 {
		b.basisConditions(g)
	}
	b.basisNotes(g)
	return b.writeGrid(SheetBasis, g, write.PageSetup{})
}

// fact is a label with its value.
func fact(g *write.Grid, label string, cell func(*write.SheetWriter), text string) {
	g.Next()
	g.Set(1, write.Text(write.StyleHead, label))
	if cell != nil {
		g.Set(2, cell)
		return
	}
	g.Span(2, basisEnd, write.StyleText, text)
}

func (b *book) basisFacts(g *write.Grid) {
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
	fact(g, labelRecords, write.Count(write.StyleCount, b.result.Totals.Records), "")
	for _, o := range calc.Outcomes {
		fact(g, o.Name(), write.Count(write.StyleCount, b.result.Totals.Outcomes[o]), "")
	}
	fact(g, labelAmount, write.Money(write.StyleMoney, b.result.Totals.Amount), "")
	fact(g, labelID, nil, b.id)
}

func (b *book) basisReadings(g *write.Grid) {
	headed(g, "二、采用的口径", headReading, "", headMeaning, "", "", "", "默认", headSetting)
	for _, rd := range b.policy.Readings {
		value := b.result.Readings[rd.Name]
		_, meaning := b.readingWords(rd.Name, value)
		usual := "是"
		if value != rd.Default {
			usual = "否"
		}
		g.Line(1, 2, write.StyleWrap, rd.Question)
		g.Span(3, 6, write.StyleWrap, meaning)
		g.Put(7, write.Text(write.StyleCentre, usual), write.Text(write.StyleText, rd.Name+"="+value))
	}
}

func (b *book) basisAlternatives(g *write.Grid) {
	headed(g, "三、其他口径的影响（逐一改变一个口径，全部重新核定）", headReading, "改后的含义", "涉及记录数", "奖补金额变动", "涉及的记录", "",
		"变动后总额", headSetting)
	for _, a := range b.result.Alternatives {
		question, meaning := b.readingWords(a.Reading, a.Value)
		g.Next()
		g.Wrap(1, question)
		g.Wrap(2, meaning)
		g.Put(3, write.Count(write.StyleCount, len(a.Touched)), write.Money(write.StyleMoney, a.Difference))
		g.Span(5, 6, write.StyleWrap, b.touched(&a))
		g.Put(7, write.Money(write.StyleMoney, b.result.Totals.Amount.Add(a.Difference)),
			write.Text(write.StyleText, a.Reading+"="+a.Value))
	}
}

func (b *book) basisText(g *write.Grid) {
	headed(g, "五、政策条文", "条款", "名称", headClauseText, "", "", "", "", "")
	for _, c := range b.policy.Clauses {
		g.Next()
		g.Set(1, write.Text(write.StyleCentre, "（"+c.Number+"）"))
		g.Wrap(2, c.Title)
		g.Span(3, basisEnd, write.StyleWrap, c.Text)
	}
	for _, v := range b.policy.Provisions {
		g.Next()
		g.Put(1, write.Text(write.StyleCentre, v.Number), write.Blank(write.StyleWrap))
		g.Span(3, basisEnd, write.StyleWrap, v.Text)
		g.Fit(1, v.Number)
	}
}

var inputNames = map[calc.InputStatus]string{calc.InputRead: "已读取", calc.InputRefused: "未能读取",
	calc.InputDuplicate: "重复报送"}

func (b *book) basisInputs(g *write.Grid) {
	headed(g, "六、报送文件", headInput, "", headRows, headStatus, headHash, "", "", "")
	for _, in := range b.result.Inputs {
		g.Line(1, 2, write.StyleText, in.File)
		style := write.StyleCentre
		if in.Status == calc.InputRefused {
			style = write.StyleBad
		}
		g.Put(3, write.Count(write.StyleCount, in.Rows), write.Text(style, inputNames[in.Status]))
		g.Span(5, basisEnd, write.StyleText, in.SHA256)
	}
}

// basisConditions lists what no column of the surveys shows, with the money that
// stands on it.
func (b *book) basisConditions(g *write.Grid) {
	headed(g, "附、表中看不出、须由处室确认的条件", "条件", "条款", "奖补条数", "奖补金额", "本次按什么计算", "", "", "")
	for i := range b.policy.Conditions {
		c := &b.policy.Conditions[i]
		awards, sum := b.result.RestsOn(c)
		g.Next()
		g.Wrap(1, c.Name)
		g.Put(2, write.Text(write.StyleCentre, c.Clause), write.Count(write.StyleCount, awards),
			write.Money(write.StyleMoney, sum))
		g.Span(5, basisEnd, write.StyleWrap, c.Taken)
	}
}

func (b *book) basisNotes(g *write.Grid) {
	section(g, "八、说明")
	for _, s := range []string{
		"每条认定记录都有一个结论。予以奖补的列入“奖补明细”；同一项目就高不重复的、重复申报的和超出单位上限的列入“就高去重”；不予奖补的、待核的各列一表；“认定记录”列出全部。",
		"各汇总表的金额是对“奖补明细”的公式。改动“奖补明细”中的奖补金额，各表随之变动，“汇总”的核对栏显示与程序决定金额的差异。",
		fmt.Sprintf("“奖补明细”超过 %d 行时，“企业汇总”存放数值，不用公式。", MaxLiveAwards),
		"“来源”写作 文件!工作表!行，点击可以打开报送文件。报告或报送文件移到别处以后链接打不开，压缩包内的和另一磁盘上的文件没有链接，请按文件名查找。",
		"金额计算一律向下取到分，政策所写“最高不超过”为上限。",
	} {
		g.Line(1, basisEnd, write.StyleNote, s)
	}
}

func (b *book) basisRules(g *write.Grid) {
	headed(g, "四、奖补标准", "条款", "奖补事项", "级别", "奖补标准", "同一项目、注册地", "拨付对象", "责任处室", "事项编码")
	for _, r := range b.policy.RuleBook() {
		g.Next()
		for c, s := range []string{"（" + r.Clause + "）", r.Item, r.Level, r.Form + "：" + amountWithCap(r), r.Track +
			"；" + r.Local, r.Payee, r.Office, r.ID} {
			g.Wrap(c+1, s)
		}
	}
}
