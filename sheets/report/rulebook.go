package report

import (
	"fmt"
	"io"
	"slices"
	"strings"

	"jiangbu/calc"
	"jiangbu/sheets/write"
)

// SheetRules is the sheet of the rule book.
const SheetRules = "政策规则核对表"

// The columns of the rule book.
const (
	ruleClause = iota + 1
	ruleText
	ruleItem
	ruleLevel
	ruleAmount
	ruleCap
	rulePaid
	ruleExample
	ruleChecked
)

var ruleHeads = []string{"条款", "原文", "奖补事项", "级别", "金额", "每家上限", "发给、同一项目", "举例", "核对意见"}

// WriteRuleBook writes what a policy pays for a person to hold against the
// document and to sign: the text of each clause beside the rules made of it,
// their amounts and an example, and places for the signatures.
func WriteRuleBook(w io.Writer, p *calc.Policy) error {
	d, err := write.NewWorkbook(p.Title+SheetRules, SheetRules)
	if err != nil {
		return err
	}
	g := write.NewGrid(7, 44, 18, 9, 24, 16, 24, 30, 14)
	g.Title(30, p.Title+SheetRules, fmt.Sprintf("%s；施行 %s 至 %s；奖补年度 %d 至 %d。请逐行与原文核对，在末栏写明意见。",
		p.Document, p.Effective.From, p.Effective.To, p.FirstYear, p.LastYear), "")
	g.Next()
	g.Heads(1, ruleHeads...)
	head := g.Row
	rules := p.RuleBook()
	for i := range p.Clauses {
		clauseRules(g, &p.Clauses[i], rules)
	}
	ruleTexts(g, p)
	signatures(g)
	page := write.PageSetup{HeadFirst: head, HeadLast: head, Left: SheetRules, Right: p.Document}
	if err := d.FillGrid(SheetRules, g, page); err != nil {
		return err
	}
	return d.Write(w)
}

// clauseRules writes the rules of one clause beside its text.
func clauseRules(g *write.Grid, c *calc.Clause, rules []calc.Rule) {
	of := slices.DeleteFunc(slices.Clone(rules), func(r calc.Rule) bool { return r.Clause != c.Number })
	text := c.Title + "：" + c.Text
	each := 16 * float64(write.LinesIn(text, 42)) / float64(max(len(of), 1)) // the text runs over all its lines
	from := g.Row + 1
	for i, r := range of {
		g.Next()
		clause, words := "", ""
		if i == 0 {
			clause, words = c.Number, text
		}
		g.Put(ruleClause, write.Text(write.StyleCentre, clause), write.Text(write.StyleWrap, words))
		for col, s := range map[int]string{ruleItem: r.Item, ruleLevel: r.Level, ruleAmount: r.Amount,
			ruleCap:  strings.TrimPrefix(r.Cap, "每家企业每年"),
			rulePaid: r.Payee + "；" + r.Track + "；" + r.Local, ruleExample: r.Example} {
			g.Wrap(col, s)
		}
		g.Set(ruleChecked, write.Blank(write.StyleInput))
		g.High(max(each, 20))
	}
	g.MergeDown(ruleClause, from)
	g.MergeDown(ruleText, from)
}

// ruleTexts writes the general provisions and the readings taken by default.
func ruleTexts(g *write.Grid, p *calc.Policy) {
	for _, v := range p.Provisions {
		ruleLine(g, "其他", v.Number+"："+v.Text)
	}
	for _, r := range p.Readings {
		ruleLine(g, "口径", r.Question+"默认："+r.Meaning(r.Default))
	}
}

// ruleLine is a text over the width of the table, with room for an opinion.
func ruleLine(g *write.Grid, kind, text string) {
	g.Next()
	g.Set(ruleClause, write.Text(write.StyleCentre, kind))
	g.Span(ruleText, ruleExample, write.StyleWrap, text)
	g.Set(ruleChecked, write.Blank(write.StyleInput))
	g.High(20)
}

// signatures are the places where the offices sign.
func signatures(g *write.Grid) {
	g.Line(1, ruleChecked, write.StyleNote, "核对结论：上列规则与原文一致。")
	for _, who := range []string{"责任处室", "法制审核", "分管领导"} {
		g.Line(1, ruleText, write.StyleText, who+"（签字）：")
		g.Span(ruleItem, ruleCap, write.StyleText, "意见：")
		g.Span(rulePaid, ruleChecked, write.StyleText, "日期：        年    月    日")
		g.High(30)
	}
}
