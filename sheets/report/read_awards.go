package report

import (
	"cmp"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"jiangbu/calc"
	"jiangbu/calc/money"
)

// readAwards reads 奖补明细 as it is now. Each line must still be the line of
// a granted record: who and what may not have changed, the amount may.
func (rd *reader) readAwards() {
	seen := make([]bool, len(rd.out.Records))
	rd.out.Awards = make([]calc.AwardLine, 0, len(rd.bySerial))
	var entitled, amount money.Yuan
	var own []int // the columns that are ours
	rd.table(SheetAwards, AwardColumns, func(t *tableRow) {
		if own == nil {
			own = t.own(AwardColumns)
		}
		if t.text("单位名称") == "" && t.text("来源") == "" && t.cell("奖补金额(元)").IsEmpty() {
			return
		}
		n, ok := rd.recordOf(t, seen)
		if !ok {
			rd.bad("report/unknown-line", t.ref(), t.text("单位名称"), t.text("奖补事项"))
			return
		}
		seen[n] = true
		rd.hear(t, own, rd.out.Records[n].Company)
		l := rd.awardLine(t, &rd.out.Records[n])
		entitled, amount = entitled.Add(l.Entitled), amount.Add(l.Amount)
		rd.out.Awards = append(rd.out.Awards, l)
	}, func(t *tableRow) {
		t.holdTotal("应奖金额(元)", entitled)
		t.holdTotal("奖补金额(元)", amount)
	})
	for i := range rd.out.Records {
		if r := &rd.out.Records[i]; r.Serial > 0 && !seen[i] {
			rd.edit(r.Ref, r.levelled(), r.Amount.Grouped()+yuanUnit, "删去")
		}
	}
}

// againstPaying finds what a person writes beside an award that is not to be paid as
// it stands.
var againstPaying = regexp.MustCompile(`暂[缓不停]|不予|不同意|不符合|未通过|缓发|停发|待核实|有异议|` +
	`(?:^|[^未没无不])(?:放弃|取消|撤销|作废|退回|收回|核减)`)

// hear asks about what a person wrote beside the columns of an award, or on its
// cells, against paying it.
func (rd *reader) hear(t *tableRow, own []int, company string) {
	said := rd.notesOn(t.row)
	for col, c := range t.cells {
		if c.Kind == calc.CellText && c.Text != "" && !slices.Contains(own, col) {
			said = append(said, c)
		}
	}
	for _, c := range said {
		if againstPaying.MatchString(c.Text) {
			rd.findings.Add("report/said", t.ref().At(c.Col), company, strings.TrimSpace(c.Text))
		}
	}
}

// notesOn are the comments on the cells of a line of 奖补明细.
func (rd *reader) notesOn(row int) (said []calc.Cell) {
	for _, n := range rd.sheet[SheetAwards].Notes {
		if n.Row == row {
			said = append(said, calc.Cell{Row: n.Row, Col: n.Col, Text: n.Text})
		}
	}
	return said
}

// own are the columns under headings of ours.
func (t *tableRow) own(heads []string) (columns []int) {
	for _, head := range heads {
		columns = append(columns, t.cols[head])
	}
	return columns
}

// yuanUnit stands behind an amount in a sentence.
const yuanUnit = " 元"

// edit notes what a person changed of an award. No ground stands beside it.
func (rd *reader) edit(at calc.Ref, what, was, now string) {
	rd.findings.Add("report/edited", at, what, was, now)
}

// levelled is an award as a sentence names it: who, for what.
func (r *Record) levelled() string { return r.Company + "的" + calc.Levelled(r.Level, r.ItemName) }

// holdTotal holds the total under a heading against the sum of the lines.
func (t *tableRow) holdTotal(head string, sum money.Yuan) {
	if y := t.money(head); !t.rd.broken && !y.Equal(sum) {
		t.rd.bad("report/total", t.at(head), t.sheet+"的"+head+"合计", y.Grouped(), sum.Grouped())
	}
}

// recordOf finds the record of a line: by its 序号 where the source agrees,
// else (somebody renumbered) by source, item and level, if they leave one.
func (rd *reader) recordOf(t *tableRow, seen []bool) (int, bool) {
	from := t.text("来源")
	if n, ok := rd.bySerial[t.serial()]; ok && source(rd.out.Records[n].Source) == from && !seen[n] {
		return n, true
	}
	found, count := 0, 0
	for _, n := range rd.place(from, t.text("奖补事项"), t.text("级别")) {
		if !seen[n] {
			found = n
			count++
		}
	}
	return found, count == 1
}

// serial is 序号 as it stands; it is no more than a hint.
func (t *tableRow) serial() int {
	n, _ := strconv.Atoi(t.text("序号"))
	return n
}

// awardLine reads one line and compares it with its record.
func (rd *reader) awardLine(t *tableRow, r *Record) calc.AwardLine {
	l := r.line()
	if l.Ref, l.Amount = t.ref(), t.money("奖补金额(元)"); !rd.broken && !l.Amount.Equal(r.Amount) {
		rd.edit(t.at("奖补金额(元)"), r.levelled(), r.Amount.Grouped()+yuanUnit, l.Amount.Grouped()+yuanUnit)
	}
	printed := cmp.Or(r.Certificate, r.Document)
	for _, f := range []struct{ head, was string }{{"统一社会信用代码", r.CreditCode}, {"条款", r.Clause}, {"奖补事项", r.ItemName},
		{"级别", r.Level}} {
		if now := t.text(f.head); now != clean(f.was) {
			rd.bad("report/changed", t.at(f.head), f.head, f.was, now)
		}
	}
	if y := t.money("应奖金额(元)"); !y.Equal(r.Entitled) {
		rd.bad("report/changed", t.at("应奖金额(元)"), "应奖金额", r.Entitled.Grouped(), y.Grouped())
	}
	for _, f := range []struct {
		head, was string
		now       *string
	}{{"县区", r.District, &l.District}, {"单位名称", r.Company, &l.Company}, {"认定名称或对象", r.Subject, &l.Subject},
		{"证书编号或文号", printed, &l.Certificate}} {
		if t.text(f.head) == f.was {
			continue // which l has
		}
		*f.now = t.kept(f.head)
		if *f.now != clean(f.was) {
			rd.edit(t.at(f.head), f.head, f.was, *f.now)
		}
	}
	if d := t.date("认定日期"); d != r.Recognised {
		rd.edit(t.at("认定日期"), "认定日期", r.Recognised.String(), d.String())
		l.Recognised = d
	}
	return l
}

// line is the award as the program decided it.
func (r *Record) line() calc.AwardLine {
	return calc.AwardLine{Ref: r.Ref, Serial: r.Serial, Key: r.Key, District: r.District, Company: r.Company,
		CreditCode: r.CreditCode,
		Clause:     r.Clause, Item: r.Item, ItemName: r.ItemName, Level: r.Level, Subject: r.Subject,
		Certificate: cmp.Or(r.Certificate, r.Document),
		Document:    r.Document, Recognised: r.Recognised, Entitled: r.Entitled, Amount: r.Amount,
		Payee: r.Decision.Payee}
}
