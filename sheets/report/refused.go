package report

import (
	"cmp"
	"strconv"

	"jiangbu/calc"
	"jiangbu/sheets/write"
)

// layRefused writes 不予奖补: each refusal with a sentence that can be sent to
// the company as it stands.
func (b *book) layRefused() error {
	list := b.withOutcome(calc.Refused)
	t := table{name: SheetRefused, title: b.title + "不予奖补表", freeze: 3, lines: len(list),
		note: b.note("“告知意见”一栏可以直接函告申报单位"),
		cols: []column{{"序号", write.StyleCount, 4, 8}, {"县区", write.StyleCentre, 6, 10}, {"单位名称", write.StyleText, 14, 24},
			{"统一社会信用代码", write.StyleCentre, 18, 18}, {"奖补事项", write.StyleText, 10, 16}, {"级别", write.StyleCentre, 6, 8},
			{"认定名称或对象", write.StyleText, 8, 14}, {"证书编号或文号", write.StyleText, 8, 16}, {"认定日期", write.StyleCentre, 10, 10},
			{"原因", write.StyleText, 12, 16}, {"告知意见", write.StyleWrap, 40, 60}, {"来源", write.StyleLink, 12, 18}}}
	t.line = func(p *write.SheetWriter, _, n int) { b.refusedLine(p, n, list[n]) }
	t.total = func(p *write.SheetWriter, _ int) { countTotal(p, len(list), len(t.cols)) }
	return b.lay(t)
}

func (b *book) refusedLine(p *write.SheetWriter, n, i int) {
	r, d := b.record(i)
	p.Count(write.StyleCount, n+1)
	p.Text(write.StyleCentre, r.District)
	p.Text(write.StyleText, r.Company)
	p.Text(write.StyleCentre, r.CreditCode)
	p.Text(write.StyleText, b.itemName(r))
	p.Text(write.StyleCentre, r.Level)
	p.Text(write.StyleText, r.Subject)
	p.Text(write.StyleText, cmp.Or(r.Certificate, r.Document))
	writeDate(p, r.Recognised)
	p.Text(write.StyleText, calc.ReasonName(d.Reason))
	p.Text(write.StyleWrap, b.refusal(r, d))
	writeSource(p, r.Source)
}

// refusal says to the company what it claimed, why that is not paid, and by
// which words of the policy.
func (b *book) refusal(r *calc.Record, d *calc.Decision) string {
	claim := "贵单位申报的" + strconv.Itoa(b.result.AwardYear) + "年度奖补"
	if name := b.itemName(r); name != "" {
		claim = "贵单位申报的“" + withLevel(name, r.Level) + "”奖补"
	}
	if paper := cmp.Or(r.Certificate, r.Document); paper != "" {
		claim += "（" + paper + "）"
	}
	by := "《" + b.policy.Title + "》（" + b.policy.Document + "）"
	why := calc.ReasonName(d.Reason)
	if n := len(d.Steps); n > 0 {
		why = d.Steps[n-1].Text()
		if c := d.Steps[n-1].Clause; c != "" {
			by += b.clauseWords(c)
		}
	}
	return claim + "，经审核，" + why + "。依据" + by + "，不予奖补。"
}

// countTotal is a line of totals that only counts.
func countTotal(p *write.SheetWriter, n, cols int) {
	p.Text(write.StyleTotal, "合计")
	p.Text(write.StyleTotal, strconv.Itoa(n)+" 条")
	for p.Column() < cols {
		p.Blank(write.StyleTotal)
	}
}
