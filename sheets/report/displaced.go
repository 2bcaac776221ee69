package report

import (
	"cmp"
	"fmt"

	"jiangbu/calc"
	"jiangbu/sheets"
)

// layDisplaced writes 就高去重: what gave way beside what stands, with the
// amount that is not paid.
func (b *book) layDisplaced() error {
	lost := b.withOutcome(calc.Superseded, calc.Duplicate, calc.Capped)
	t := table{name: SheetDisplaced, title: b.title + "就高去重表", unit: unitYuan, freeze: 4, lines: len(lost),
		note: b.note("左侧是未奖补的记录，右侧是同一项目中保留的记录；超出上限的没有保留记录"),
		cols: []column{{"序号", sheets.LookCount, 4, 8}, {"结论", sheets.LookCentre, 8, 10}, {"县区", sheets.LookCentre, 6, 10},
			{"单位名称", sheets.LookText, 14, 20}, {"统一社会信用代码", sheets.LookCentre, 18, 18}, {"奖补事项", sheets.LookText, 10, 14},
			{"级别", sheets.LookCentre, 6, 8}, {"认定名称或对象", sheets.LookText, 8, 12}, {"证书编号或文号", sheets.LookText, 8, 14},
			{"认定日期", sheets.LookCentre, 10, 10}, {"未支付金额(元)", sheets.LookMoney, 10, 18}, {"来源", sheets.LookLink, 12, 16},
			{"保留：单位名称", sheets.LookText, 14, 20}, {"保留：奖补事项", sheets.LookText, 10, 14}, {"保留：级别", sheets.LookCentre, 6, 8},
			{"保留：证书编号或文号", sheets.LookText, 8, 14}, {"保留：认定日期", sheets.LookCentre, 10, 10},
			{"保留：奖补金额(元)", sheets.LookMoney, 10, 18}, {"保留：来源", sheets.LookLink, 12, 16}, {"理由", sheets.LookWrap, 18, 28}}}
	t.line = func(p *sheets.Pen, _, n int) { b.displacedLine(p, n, lost[n]) }
	t.total = func(p *sheets.Pen, _ int) { b.displacedTotal(p, t.last(), len(t.cols), lost) }
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

func (b *book) displacedLine(p *sheets.Pen, n, i int) {
	r, d := b.record(i)
	p.Count(sheets.LookCount, n+1)
	p.Text(sheets.LookCentre, d.Outcome.Name())
	p.Text(sheets.LookCentre, r.District)
	p.Text(sheets.LookText, r.Company)
	p.Text(sheets.LookCentre, r.CreditCode)
	p.Text(sheets.LookText, b.itemName(r))
	p.Text(sheets.LookCentre, r.Level)
	p.Text(sheets.LookText, r.Subject)
	p.Text(sheets.LookText, cmp.Or(r.Certificate, r.Document))
	writeDate(p, r.Recognised)
	p.Money(sheets.LookMoney, d.Entitled)
	writeSource(p, r.Source)
	b.winner(p, d)
	p.Text(sheets.LookWrap, b.lastStep(d))
}

// winner writes the record that stands, or leaves its cells empty.
func (b *book) winner(p *sheets.Pen, d *calc.Decision) {
	j, ok := b.place[d.By]
	if d.By == "" || !ok {
		for _, look := range []sheets.Look{sheets.LookText, sheets.LookText, sheets.LookCentre, sheets.LookText, sheets.LookCentre, sheets.LookMoney, sheets.LookWrap} {
			p.Blank(look)
		}
		return
	}
	w, won := b.record(j)
	p.Text(sheets.LookText, w.Company)
	p.Text(sheets.LookText, b.itemName(w))
	p.Text(sheets.LookCentre, w.Level)
	p.Text(sheets.LookText, cmp.Or(w.Certificate, w.Document))
	writeDate(p, w.Recognised)
	p.Money(sheets.LookMoney, won.Amount)
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

func (b *book) displacedTotal(p *sheets.Pen, end, cols int, lost []int) {
	var sum calc.Yuan
	for _, i := range lost {
		sum = sum.Add(b.result.Decisions[i].Entitled)
	}
	p.Text(sheets.LookTotal, "合计")
	for range 9 {
		p.Blank(sheets.LookTotal)
	}
	p.MoneyFormula(sheets.LookTotalMoney, fmt.Sprintf("SUM(K%d:K%d)", firstRow, end), sum)
	for p.Column() < cols {
		p.Blank(sheets.LookTotal)
	}
}
