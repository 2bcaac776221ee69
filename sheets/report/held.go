package report

import (
	"strings"

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
	headCorrectCode  = "更正信用代码"
	headCorrectName  = "更正单位名称"
	headCorrectDate  = "更正认定日期"
	headKey          = "记录键"
)

// heldFields are the columns of 待核事项: what a person must decide, with the
// columns for the decision.
var heldFields = []field{fieldSerial, fieldDistrict.wide(6, 10).counted(heldOf), fieldCompany.wide(14, 22), fieldCode,
	fieldClause.wide(4, 6),
	fieldItemName.wide(10, 14), fieldLevel.wide(6, 8), fieldSubject.wide(8, 12), fieldPaper.wide(8, 14),
	fieldRecognised.wide(10, 10),
	{head: "待核原因", style: write.StyleBad, min: 8, max: 10, put: putDoubt},
	words("问题和处理建议", write.StyleWrap, func(_ *calc.Record, d *calc.Decision) string {
		if d.Outcome == calc.Held {
			return heldWords(d)
		}
		return ruledWords(d)
	}, nil).wide(30, 40),
	{head: "政策标准上限(元)", style: write.StyleMoney, min: 10, max: 16, put: putAtMost,
		total: func(b *book, w *write.SheetWriter, sum string, _ []int) {
			most, _ := b.exposure(b.withOutcome(calc.Held))
			w.MoneyFormula(write.StyleTotalMoney, sum, most)
		}},
	fieldSource.wide(12, 16),
	toFill(fieldRuling, write.StyleInput,
		&write.Allowed{Words: []string{RuleGrant, RuleRefuse}, Hint: "请选择“予以奖补”或“不予奖补”"}).wide(10, 10),
	toFill(fieldRulingAmount, write.StyleInputMoney, &write.Allowed{Most: 1000000000, Hint: "请填写以元为单位的数字"}).wide(12,
		12),
	toFill(fieldRulingBasis, write.StyleInput, nil).wide(16, 16),
	correction(headCorrectCode, func(c *calc.Correction) string { return c.CreditCode }).wide(12, 20),
	correction(headCorrectName, func(c *calc.Correction) string { return c.Company }).wide(12, 20),
	correction(headCorrectDate, func(c *calc.Correction) string { return c.Recognised.String() }).wide(12, 12),
	fieldKey.wide(10, 14)}

// correction is a field for what a record ought to say.
func correction(head string, of func(*calc.Correction) string) field {
	return toFill(words(head, write.StyleText, func(_ *calc.Record, d *calc.Decision) string {
		return of(&rulingOf(d).Correct)
	}, nil), write.StyleInput, nil)
}

// toFill is a field for a person to fill in.
func toFill(f field, s write.Style, allow *write.Allowed) field {
	f.style, f.allow = s, allow
	if allow != nil {
		allow.Title = f.head
	}
	return f
}

// heldOf counts the records that are held.
func heldOf(b *book, _ []int) int { return b.result.Totals.Outcomes[calc.Held] }

// putDoubt writes why a record is held, or was before it was ruled on.
func putDoubt(b *book, w *write.SheetWriter, s write.Style, at spot) {
	if _, d := b.record(at.record); d.Outcome == calc.Held {
		w.Text(s, calc.ReasonName(d.Reason))
	} else {
		w.Text(write.StyleText, ruledPrefix+doubtNames(d.Doubts))
	}
}

// putAtMost writes the most that a held record could be paid.
func putAtMost(b *book, w *write.SheetWriter, s write.Style, at spot) {
	r, d := b.record(at.record)
	if most, ok := b.policy.Ceiling(r); ok && d.Outcome == calc.Held {
		w.Money(s, most)
	} else {
		w.Blank(s)
	}
}

// heldList is 待核事项. Giving the report back with --rulings applies what was
// filled in.
func (b *book) heldList() *write.List {
	return b.recordList(write.List{Sheet: SheetHeld, Title: b.title + "待核事项表", Unit: unitYuan, Freeze: 3,
		Note: b.note("请在黄色栏目填写审定意见（予以奖补或不予奖补）、审定金额（不填的按政策标准，不超过政策上限）和审定依据；信用代码、单位名称、认定日期填报有误的，在更正栏填写正确的内容，保存后交回，" +
			"按更正后的内容重新核定；记录键请勿改动；已审定的列在最后，可以修改或清除。本表供在屏幕上填写，打印时一行分为左右两页")},
		append(b.withOutcome(calc.Held), b.settledByRuling()...), heldFields)
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

// exposure is what the held records could cost at the most, each by itself,
// and how many of them nobody can put a figure on.
func (b *book) exposure(list []int) (most money.Yuan, unknown int) {
	for _, i := range list {
		y, ok := b.policy.Ceiling(&b.result.Records[i])
		if !ok {
			unknown++
		}
		most = most.Add(y)
	}
	return most, unknown
}
