package report

import (
	"slices"

	"jiangbu/calc"
	"jiangbu/sheets/write"
)

// displacedFields are the columns of 就高去重: what gave way beside what stands,
// with the amount that is not paid.
var displacedFields = []field{fieldSerial, fieldOutcome.wide(8, 10), fieldDistrict.wide(6, 10),
	fieldCompany.wide(14, 20), fieldCode,
	fieldItemName.wide(10, 14), fieldLevel.wide(6, 8), fieldSubject.wide(8, 12), fieldPaper.wide(8, 14),
	fieldRecognised.wide(10, 10),
	fieldEntitled.as("未支付金额(元)").wide(10, 18), fieldSource.wide(12, 16),
	standing(fieldCompany.wide(14, 20)), standing(fieldItemName.wide(10, 14)), standing(fieldLevel.wide(6, 8)),
	standing(fieldPaper.wide(8, 14)), standing(fieldRecognised.wide(10, 10)),
	standing(fieldAmount.unsummed().wide(10, 18)), standing(fieldSource.wide(12, 16)),
	said("理由", write.StyleWrap, func(b *book, i int) string { return b.lastStep(&b.result.Decisions[i]) },
		nil).wide(18, 28)}

// standing is a field of the record that stands in place of the line's; empty
// where none does.
func standing(f field) field {
	put, empty := f.put, f.style
	if empty == write.StyleLink {
		empty = write.StyleWrap
	}
	f.head = "保留：" + f.head
	f.put = func(b *book, w *write.SheetWriter, s write.Style, at spot) {
		by := b.result.Decisions[at.record].By
		if j, ok := b.named[by]; ok && by != "" {
			put(b, w, s, spot{at.line, j})
		} else {
			w.Blank(empty)
		}
	}
	return f
}

// displacedList is 就高去重.
func (b *book) displacedList() *write.List {
	return b.recordList(write.List{Sheet: SheetDisplaced, Title: b.title + "就高去重表", Unit: unitYuan, Freeze: 4,
		Note: b.note("左侧是未奖补的记录，右侧是同一项目中保留的记录；超出上限的没有保留记录。本表供在屏幕上核查，打印时一行分为左右两页")},
		b.withOutcome(calc.Superseded, calc.Duplicate, calc.Capped), displacedFields)
}

// withOutcome lists the records with one of the outcomes, in their order.
func (b *book) withOutcome(outcomes ...calc.Outcome) []int {
	return b.recordsThat(func(d *calc.Decision) bool { return slices.Contains(outcomes, d.Outcome) })
}

func (b *book) recordsThat(are func(*calc.Decision) bool) (list []int) {
	for i := range b.result.Decisions {
		if are(&b.result.Decisions[i]) {
			list = append(list, i)
		}
	}
	return list
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
