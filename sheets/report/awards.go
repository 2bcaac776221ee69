package report

import (
	"cmp"
	"fmt"
	"strconv"
	"strings"

	"jiangbu/sheets/write"
)

// AwardColumns are the headings of 奖补明细, word for word: a contract.
var AwardColumns = []string{"序号", "县区", "单位名称", "统一社会信用代码", "条款", "奖补事项", "级别", "认定名称或对象", "证书编号或文号",
	"认定日期", "应奖金额(元)", "奖补金额(元)", "依据", "来源"}

// The columns of 奖补明细 that formulas look through.
const (
	awardDistrict = "B"
	awardCompany  = "C"
	awardCode     = "D"
	awardClause   = "E"
	awardItem     = "F"
	awardLevel    = "G"
	awardEntitled = "K"
	awardAmount   = "L"
)

// layAwards writes 奖补明细: one line a granted record.
func (b *book) layAwards() error {
	return b.lay(b.awardTable())
}

func (b *book) awardTable() table {
	t := table{name: SheetAwards, title: b.title + "明细表", unit: unitYuan, freeze: 3, lines: len(b.awards),
		note: b.note("各汇总表的金额由本表“奖补金额”一栏计算得出"),
		cols: []column{{"", write.StyleCentre, 4, 8}, {"", write.StyleCentre, 6, 10}, {"", write.StyleText, 16, 26},
			{"", write.StyleCentre, 18, 18}, {"", write.StyleCentre, 4, 6}, {"", write.StyleText, 12, 18}, {"", write.StyleCentre, 6, 8},
			{"", write.StyleText, 8, 18}, {"", write.StyleText, 8, 18}, {"", write.StyleCentre, 10, 10},
			{"", write.StyleMoney, 12, 20}, {"", write.StyleMoney, 12, 20}, {"", write.StyleWrap, 20, 32}, {"", write.StyleLink, 14, 30}}}
	for i, name := range AwardColumns {
		t.cols[i].head = name
	}
	t.line = func(p *write.SheetWriter, _, n int) { b.awardLine(p, n) }
	t.total = func(p *write.SheetWriter, _ int) { b.awardTotal(p, t.last()) }
	return t
}

func (b *book) awardLine(p *write.SheetWriter, n int) {
	i := b.awards[n]
	r, d := b.record(i)
	p.Count(write.StyleCount, n+1)
	p.Text(write.StyleCentre, r.District)
	p.Text(write.StyleText, r.Company)
	p.Text(write.StyleCentre, r.CreditCode)
	p.Text(write.StyleCentre, r.Clause)
	p.Text(write.StyleText, b.itemName(r))
	p.Text(write.StyleCentre, r.Level)
	p.Text(write.StyleText, r.Subject)
	p.Text(write.StyleText, cmp.Or(r.Certificate, r.Document))
	writeDate(p, r.Recognised)
	p.Money(write.StyleMoney, d.Entitled)
	p.Money(write.StyleMoney, d.Amount)
	p.Text(write.StyleWrap, b.bases.of(d)+displacedWords(b.lost[i]))
	writeSource(p, r.Source)
}

func (b *book) awardTotal(p *write.SheetWriter, end int) {
	p.Text(write.StyleTotal, "合计")
	for range 9 {
		p.Blank(write.StyleTotal)
	}
	granted := b.all((*group).granted)
	p.MoneyFormula(write.StyleTotalMoney, sumColumn(p.Column()+1, end), granted.entitled)
	p.MoneyFormula(write.StyleTotalMoney, sumColumn(p.Column()+1, end), granted.amount)
	p.Blank(write.StyleTotal)
	p.Blank(write.StyleTotal)
}

// awardRange is a column of 奖补明细 as formulas name it.
func (b *book) awardRange(col string) string {
	end := firstRow + max(len(b.awards), 1) - 1
	return fmt.Sprintf("%s!$%s$%d:$%s$%d", SheetAwards, col, firstRow, col, end)
}

// awardTotalCell is the cell of the grand total.
func (b *book) awardTotalCell() string {
	return fmt.Sprintf("%s!$%s$%d", SheetAwards, awardAmount, firstRow+max(len(b.awards), 1))
}

// sumif is the formula that adds up 奖补金额 over the awards that meet pairs
// of column and criterion; countif counts them.
func (b *book) sumif(pairs ...string) string {
	return "SUMIFS(" + b.awardRange(awardAmount) + b.criteria(pairs) + ")"
}

func (b *book) countif(pairs ...string) string {
	return "COUNTIFS(" + strings.TrimPrefix(b.criteria(pairs), ",") + ")"
}

func (b *book) criteria(pairs []string) string {
	var s strings.Builder
	for i := 0; i+1 < len(pairs); i += 2 {
		s.WriteString("," + b.awardRange(pairs[i]) + "," + pairs[i+1])
	}
	return s.String()
}

// exactly is a criterion that meets this very text and nothing else. Empty
// text meets empty cells; a text of digits alone would be compared as a number
// of fifteen digits, which a pattern is not; signs that have a meaning in
// patterns lose it.
func exactly(s string) string {
	if s == "" {
		return `"="`
	}
	if _, err := strconv.ParseFloat(s, 64); err == nil {
		return formulaText(s + "*")
	}
	return formulaText("=" + strings.NewReplacer("~", "~~", "*", "~*", "?", "~?").Replace(s))
}

// formulaText is a text inside a formula.
func formulaText(s string) string { return `"` + strings.ReplaceAll(s, `"`, `""`) + `"` }
