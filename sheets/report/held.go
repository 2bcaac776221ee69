package report

import (
	"cmp"
	"fmt"
	"strings"

	"github.com/xuri/excelize/v2"

	"jiangbu/calc"
	"jiangbu/calc/money"
	"jiangbu/sheets/write"
)

// The words that an officer chooses from in 审定意见.
const (
	RuleGrant  = "予以奖补"
	RuleRefuse = "不予奖补"
)

// The headings of what an officer fills in, and of the key that names the
// record ruled on.
const (
	headRuling       = "审定意见"
	headRulingAmount = "审定金额"
	headRulingBasis  = "审定依据"
	headKey          = "记录键"
)

// layHeld writes 待核事项: what a person must decide, with the columns for the
// decision. Giving the report back with --rulings applies them.
func (b *book) layHeld() error {
	list := append(b.withOutcome(calc.Held), b.settledByRuling()...)
	t := table{name: SheetHeld, title: b.title + "待核事项表", unit: unitYuan, freeze: 3, lines: len(list),
		note: b.note("请在黄色栏目填写审定意见（予以奖补或不予奖补）、审定金额（不填的按政策标准，不超过政策上限）和审定依据，保存后用 --rulings 交回；记录键请勿改动；已审定的列在最后，可以修改或清除"),
		cols: []column{{"序号", write.LookCount, 4, 8}, {"县区", write.LookCentre, 6, 10}, {"单位名称", write.LookText, 14, 22},
			{"统一社会信用代码", write.LookCentre, 18, 18}, {"条款", write.LookCentre, 4, 6}, {"奖补事项", write.LookText, 10, 14}, {"级别", write.LookCentre, 6, 8},
			{"认定名称或对象", write.LookText, 8, 12}, {"证书编号或文号", write.LookText, 8, 14}, {"认定日期", write.LookCentre, 10, 10},
			{"待核原因", write.LookBad, 8, 10}, {"问题和处理建议", write.LookWrap, 30, 40}, {"政策标准上限(元)", write.LookMoney, 10, 16},
			{"来源", write.LookLink, 12, 16}, {headRuling, write.LookInput, 10, 10}, {headRulingAmount, write.LookInputMoney, 12, 12},
			{headRulingBasis, write.LookInput, 16, 16}, {headKey, write.LookText, 10, 14}}}
	t.line = func(p *write.SheetWriter, _, n int) { b.heldLine(p, n, list[n]) }
	t.total = func(p *write.SheetWriter, _ int) { b.heldTotal(p, len(t.cols), t.last()) }
	if err := b.lay(t); err != nil {
		return err
	}
	return b.askRulings(t.last())
}

// askRulings gives 审定意见 its drop-down and 审定金额 its bounds.
func (b *book) askRulings(last int) error {
	words := excelize.NewDataValidation(true)
	words.SetSqref(fmt.Sprintf("O%d:O%d", firstRow, last))
	if err := words.SetDropList([]string{RuleGrant, RuleRefuse}); err != nil {
		return fmt.Errorf("drop-down of %s: %w", SheetHeld, err)
	}
	words.SetError(excelize.DataValidationErrorStyleStop, headRuling, "请选择“予以奖补”或“不予奖补”")
	sum := excelize.NewDataValidation(true)
	sum.SetSqref(fmt.Sprintf("P%d:P%d", firstRow, last))
	if err := sum.SetRange(0, 1000000000, excelize.DataValidationTypeDecimal, excelize.DataValidationOperatorBetween); err != nil {
		return fmt.Errorf("bounds of %s: %w", SheetHeld, err)
	}
	sum.SetError(excelize.DataValidationErrorStyleStop, headRulingAmount, "请填写以元为单位的数字")
	for _, v := range []*excelize.DataValidation{words, sum} {
		if err := b.draft.File.AddDataValidation(SheetHeld, v); err != nil {
			return fmt.Errorf("validation of %s: %w", SheetHeld, err)
		}
	}
	return nil
}

func (b *book) heldLine(p *write.SheetWriter, n, i int) {
	r, d := b.record(i)
	p.Count(write.LookCount, n+1)
	p.Text(write.LookCentre, r.District)
	p.Text(write.LookText, r.Company)
	p.Text(write.LookCentre, r.CreditCode)
	p.Text(write.LookCentre, r.Clause)
	p.Text(write.LookText, b.itemName(r))
	p.Text(write.LookCentre, r.Level)
	p.Text(write.LookText, r.Subject)
	p.Text(write.LookText, cmp.Or(r.Certificate, r.Document))
	writeDate(p, r.Recognised)
	if d.Outcome == calc.Held {
		p.Text(write.LookBad, calc.ReasonName(d.Reason))
		p.Text(write.LookWrap, heldWords(d))
	} else {
		p.Text(write.LookText, ruledPrefix+doubtNames(d.Doubts))
		p.Text(write.LookWrap, ruledWords(d))
	}
	if most, ok := b.atMost(r); ok && d.Outcome == calc.Held {
		p.Money(write.LookMoney, most)
	} else {
		p.Blank(write.LookMoney)
	}
	writeSource(p, r.Source)
	writeRuling(p, d.Ruling, write.LookInput, write.LookInputMoney, write.LookInput)
	p.Text(write.LookText, r.Key)
}

// heldWords are all doubts about a record, each with what to do about it.
func heldWords(d *calc.Decision) string {
	var lines []string
	for i := range d.Steps {
		if s := &d.Steps[i]; s.Kind == calc.StepZero {
			line := s.Text()
			if n := len(lines); n < len(d.Doubts) {
				line += "。" + calc.Found(calc.Code(d.Doubts[n].Code()), calc.Ref{}).Hint()
			}
			lines = append(lines, line)
		}
	}
	return strings.Join(lines, "\n")
}

// atMost is the most that the policy could pay for a record that is held: the
// standard of its level, of the highest level where its own is not known, or
// what the row itself gives a form to start from.
func (b *book) atMost(r *calc.Record) (money.Yuan, bool) {
	it, ok := b.policy.Item(r.Item)
	if !ok {
		return money.Yuan{}, false
	}
	switch {
	case it.Form == calc.FormRate && r.Base != nil:
		return r.Base.Share(it.Rate), true
	case it.Form == calc.FormApproved && r.Approved != nil:
		return *r.Approved, true
	case it.Form == calc.FormRate, it.Form == calc.FormApproved:
		return money.Yuan{}, false
	}
	if y, ok := it.Award(r.Level); ok {
		return y, true
	}
	var most money.Yuan
	for _, a := range it.Awards {
		if a.Amount.Cmp(most) > 0 {
			most = a.Amount
		}
	}
	return most, !most.IsZero()
}

// exposure is what the held records could cost at the most, each by itself,
// and how many of them nobody can put a figure on.
func (b *book) exposure(list []int) (most money.Yuan, unknown int) {
	for _, i := range list {
		y, ok := b.atMost(&b.result.Records[i])
		if !ok {
			unknown++
		}
		most = most.Add(y)
	}
	return most, unknown
}

func (b *book) heldTotal(p *write.SheetWriter, cols, end int) {
	most, _ := b.exposure(b.withOutcome(calc.Held))
	p.Text(write.LookTotal, "合计")
	p.Text(write.LookTotal, fmt.Sprintf("%d 条", b.result.Totals.Outcomes[calc.Held]))
	for p.Column() < 12 {
		p.Blank(write.LookTotal)
	}
	p.MoneyFormula(write.LookTotalMoney, fmt.Sprintf("SUM(M%d:M%d)", firstRow, end), most)
	for p.Column() < cols {
		p.Blank(write.LookTotal)
	}
}
