package report

import (
	"cmp"
	"fmt"

	"jiangbu/calc"
	"jiangbu/calc/money"
	"jiangbu/sheets/write"
)

// layDisplaced writes 就高去重: what gave way beside what stands, with the
// amount that is not paid.
func (b *book) layDisplaced() error {
	lost := b.withOutcome(calc.Superseded, calc.Duplicate, calc.Capped)
	t := table{name: SheetDisplaced, title: b.title + "就高去重表", unit: unitYuan, freeze: 4, lines: len(lost),
		note: b.note("左侧是未奖补的记录，右侧是同一项目中保留的记录；超出上限的没有保留记录"),
		cols: []column{{"序号", write.StyleCount, 4, 8}, {"结论", write.StyleCentre, 8, 10}, {"县区", write.StyleCentre, 6, 10},
			{"单位名称", write.StyleText, 14, 20}, {"统一社会信用代码", write.StyleCentre, 18, 18}, {"奖补事项", write.StyleText, 10, 14},
			{"级别", write.StyleCentre, 6, 8}, {"认定名称或对象", write.StyleText, 8, 12}, {"证书编号或文号", write.StyleText, 8, 14},
			{"认定日期", write.StyleCentre, 10, 10}, {"未支付金额(元)", write.StyleMoney, 10, 18}, {"来源", write.StyleLink, 12, 16},
			{"保留：单位名称", write.StyleText, 14, 20}, {"保留：奖补事项", write.StyleText, 10, 14}, {"保留：级别", write.StyleCentre, 6, 8},
			{"保留：证书编号或文号", write.StyleText, 8, 14}, {"保留：认定日期", write.StyleCentre, 10, 10},
			{"保留：奖补金额(元)", write.StyleMoney, 10, 18}, {"保留：来源", write.StyleLink, 12, 16}, {"理由", write.StyleWrap, 18, 28}}}
	t.line = func(p *write.SheetWriter, _, n int) { b.displacedLine(p, n, lost[n]) }
	t.total = func(p *write.SheetWriter, _ int) { b.displacedTotal(p, t.last(), len(t.cols), lost) }
	return b.lay(t)
}

// withOutcome lists the records with one of the outcomes, in their order.
func (b *book) withOutcome(outcomes ...calc.Outcome) []int {
	var list []int
	for i := range b.result.Decisions {
		for _, o := range outcomes {
			if b.result.Decisions[i].Outcome == o {
				list = append(list, i)
			}
		}
	}
	return list
}

func (b *book) displacedLine(p *write.SheetWriter, n, i int) {
	r, d := b.record(i)
	p.Count(write.StyleCount, n+1)
	p.Text(write.StyleCentre, d.Outcome.Name())
	p.Text(write.StyleCentre, r.District)
	p.Text(write.StyleText, r.Company)
	p.Text(write.StyleCentre, r.CreditCode)
	p.Text(write.StyleText, b.itemName(r))
	p.Text(write.StyleCentre, r.Level)
	p.Text(write.StyleText, r.Subject)
	p.Text(write.StyleText, cmp.Or(r.Certificate, r.Document))
	writeDate(p, r.Recognised)
	p.Money(write.StyleMoney, d.Entitled)
	writeSource(p, r.Source)
	b.winner(p, d)
	p.Text(write.StyleWrap, b.lastStep(d))
}

// winner writes the record that stands, or leaves its cells empty.
func (b *book) winner(p *write.SheetWriter, d *calc.Decision) {
	j, ok := b.named[d.By]
	if d.By == "" || !ok {
		for _, style := range []write.Style{write.StyleText, write.StyleText, write.StyleCentre, write.StyleText, write.StyleCentre, write.StyleMoney, write.StyleWrap} {
			p.Blank(style)
		}
		return
	}
	w, won := b.record(j)
	p.Text(write.StyleText, w.Company)
	p.Text(write.StyleText, b.itemName(w))
	p.Text(write.StyleCentre, w.Level)
	p.Text(write.StyleText, cmp.Or(w.Certificate, w.Document))
	writeDate(p, w.Recognised)
	p.Money(write.StyleMoney, won.Amount)
	writeSource(p, w.Source)
}

// lastStep is what settled a record, with its clause.
func (b *book) lastStep(d *calc.Decision) string {
	if len(d.Steps) == 0 {
		return ""
	}
	s := d.Steps[len(d.Steps)-1]
	if s.Clause == "" {
		return s.Text()
	}
	return b.clauseWords(s.Clause) + "：" + s.Text()
}

func (b *book) displacedTotal(p *write.SheetWriter, end, cols int, lost []int) {
	var sum money.Yuan
	for _, i := range lost {
		sum = sum.Add(b.result.Decisions[i].Entitled)
	}
	p.Text(write.StyleTotal, "合计")
	for range 9 {
		p.Blank(write.StyleTotal)
	}
	p.MoneyFormula(write.StyleTotalMoney, fmt.Sprintf("SUM(K%d:K%d)", firstRow, end), sum)
	for p.Column() < cols {
		p.Blank(write.StyleTotal)
	}
}
