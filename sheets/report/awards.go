package report

import (
	"cmp"
	"strings"

	"jiangbu/calc"
	"jiangbu/sheets/write"
)

// awardFields are the columns of 奖补明细: a contract.
var awardFields = []field{fieldSerial,
	fieldDistrict.wide(6, 10), fieldCompany.wide(16, 22), fieldCode, fieldClause.wide(4, 6), fieldItemName.wide(10, 16),
	fieldLevel.wide(6, 8), fieldSubject.wide(8, 15), fieldPaper.wide(8, 16), fieldRecognised.wide(10, 10),
	fieldEntitled.wide(12, 20), fieldAmount.wide(12, 20), fieldBasis, fieldSource.wide(14, 18)}

// fieldBasis is the reasoning of an award on one line, with the lines that gave
// way to it.
var fieldBasis = said("依据", write.StyleWrap, func(b *book, i int) string {
	return b.bases.of(&b.result.Decisions[i]) + displacedWords(b.lost[i])
}, nil).wide(20, 25)

// AwardColumns are the headings of 奖补明细.
var AwardColumns = headsOf(awardFields)

func headsOf(fields []field) []string {
	return calc.Mapped(fields, func(f field) string { return f.head })
}

// awardList is 奖补明细: one line a granted record.
func (b *book) awardList() *write.List {
	return b.recordList(write.List{Sheet: SheetAwards, Title: b.title + "明细表", Unit: unitYuan, Freeze: 3,
		Note: b.note("各汇总表的金额由本表“奖补金额”一栏计算得出")}, b.awards, awardFields)
}

// certificateOrDocument is what names a certification: its certificate, or the document.
func certificateOrDocument(r *calc.Record) string { return cmp.Or(r.Certificate, r.Document) }

// awardTotalCell is the cell of the grand total.
func (b *book) awardTotalCell() string { return b.lists[SheetAwards].TotalCell(headAmount) }

// sumif is the formula that adds up 奖补金额 over the awards that meet pairs
// of column and criterion; countif counts them.
func (b *book) sumif(pairs ...string) string { return b.sumOf(headAmount, pairs...) }

func (b *book) sumOf(head string, pairs ...string) string {
	return "SUMIFS(" + b.lists[SheetAwards].Range(head) + b.criteria(pairs) + ")"
}

func (b *book) countif(pairs ...string) string {
	return "COUNTIFS(" + strings.TrimPrefix(b.criteria(pairs), ",") + ")"
}

func (b *book) criteria(pairs []string) string {
	var s strings.Builder
	for i := 0; i+1 < len(pairs); i += 2 {
		s.WriteString("," + b.lists[SheetAwards].Range(pairs[i]) + "," + pairs[i+1])
	}
	return s.String()
}
