package report

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"jiangbu/calc"
	"jiangbu/calc/money"
	"jiangbu/sheets/write"
)

// company is one payee with what it is awarded.
type company struct {
	first            int32 // its first award, a line of 奖补明细 from 0
	awards           int32
	entitled, amount money.Yuan
}

// groupCompanies groups the awards by payee, in the order of 奖补明细. What the
// awards of a company say is read where its line is written: nextAward leads
// from each to the next.
func (b *book) groupCompanies() {
	of, count := b.result.Payees()
	b.payee = of
	at := make([]int32, count) // the company of a payee, from 1
	some := min(count, len(b.awards))
	b.companies, b.nextAward = make([]company, 0, some), make([]int32, len(b.awards))
	last := make([]int32, 0, some) // award by company
	for n, i := range b.awards {
		c := at[of(i)] - 1
		if c < 0 {
			c = int32(len(b.companies))
			at[of(i)] = c + 1
			b.companies, last = append(b.companies, company{first: int32(n)}), append(last, int32(n))
		}
		b.nextAward[last[c]], last[c] = int32(n), int32(n)
		b.companies[c].add(&b.result.Decisions[i])
	}
}

func (c *company) add(d *calc.Decision) {
	c.awards++
	c.entitled, c.amount = c.entitled.Add(d.Entitled), c.amount.Add(d.Amount)
}

// companyWords are what the awards of a company say of it.
type companyWords struct {
	code      string
	names     []string // as its awards write it, the first first
	districts []string
	items     []string // 绿色工厂（国家级）
}

func (b *book) companyWords(c *company) companyWords {
	r, _ := b.record(b.awards[c.first])
	w := companyWords{code: r.CreditCode}
	for n, left := c.first, c.awards; left > 0; n, left = b.nextAward[n], left-1 {
		r, _ := b.record(b.awards[n])
		w.names, w.districts = addNew(w.names, r.Company), addNew(w.districts, r.District)
		w.items = append(w.items, withLevel(b.itemName(r), r.Level))
	}
	return w
}

func addNew(list []string, s string) []string {
	if s == "" || slices.Contains(list, s) {
		return list
	}
	return append(list, s)
}

// withLevel names an item with its level: 绿色工厂（国家级）.
func withLevel(item, level string) string {
	if level == "" {
		return item
	}
	return item + "（" + level + "）"
}

// counted lists texts once each, with how often they stand: 软件产品评估×3.
func counted(list []string) string {
	var names []string
	for i, s := range list {
		if slices.Contains(list[:i], s) {
			continue
		}
		n := 1
		for _, t := range list[i+1:] {
			if t == s {
				n++
			}
		}
		if n > 1 {
			s += "×" + strconv.Itoa(n)
		}
		names = append(names, s)
	}
	return strings.Join(names, "、")
}

// liveCompanies tells whether 企业汇总 stands in formulas.
func (b *book) liveCompanies() bool { return len(b.awards) <= MaxLiveAwards }

// layCompanies writes 企业汇总: one line a payee.
func (b *book) layCompanies() error {
	note := ""
	if !b.liveCompanies() {
		note = fmt.Sprintf("奖补明细超过 %d 行，为免打开时反复计算，本表存放数值，不随奖补明细改动", MaxLiveAwards)
	}
	t := table{name: SheetCompanies, title: b.title + "企业汇总表", unit: unitYuan, note: b.note(note), freeze: 3, lines: len(b.companies),
		cols: []column{{"序号", write.StyleCount, 5, 8}, {"县区", write.StyleText, 8, 14}, {"单位名称", write.StyleText, 24, 36},
			{"统一社会信用代码", write.StyleCentre, 18, 18}, {"奖补事项", write.StyleWrap, 30, 48}, {"奖补项目数", write.StyleCount, 6, 8},
			{"应奖金额(元)", write.StyleMoney, 15, 20}, {"奖补金额(元)", write.StyleMoney, 15, 20}}}
	t.line = func(p *write.SheetWriter, row, i int) { b.companyLine(p, row, i) }
	t.total = func(p *write.SheetWriter, _ int) { b.companyTotal(p, t.last()) }
	return b.lay(t)
}

func (b *book) companyLine(p *write.SheetWriter, row, i int) {
	c := &b.companies[i]
	w := b.companyWords(c)
	p.Count(write.StyleCount, i+1)
	p.Text(write.StyleText, strings.Join(w.districts, "、"))
	p.Text(write.StyleText, strings.Join(w.names, "、"))
	p.Text(write.StyleCentre, w.code)
	p.Text(write.StyleWrap, counted(w.items))
	if !b.liveCompanies() {
		p.Count(write.StyleCount, int(c.awards))
		p.Money(write.StyleMoney, c.entitled)
		p.Money(write.StyleMoney, c.amount)
		return
	}
	p.Formula(write.StyleCount, b.ofCompany(&w, row, b.countif), fmt.Sprint(c.awards))
	p.MoneyFormula(write.StyleMoney, b.ofCompany(&w, row, func(pairs ...string) string {
		return "SUMIFS(" + b.awardRange(awardEntitled) + b.criteria(pairs) + ")"
	}), c.entitled)
	p.MoneyFormula(write.StyleMoney, b.ofCompany(&w, row, b.sumif), c.amount)
}

// ofCompany is a formula over the awards of one payee: by its code, behind
// which a star keeps eighteen digits from being compared as a number; by its
// names where it has none.
func (b *book) ofCompany(c *companyWords, row int, over func(...string) string) string {
	if c.code != "" {
		return over(awardCode, fmt.Sprintf(`$D%d&"*"`, row))
	}
	var parts []string
	for _, name := range c.names {
		parts = append(parts, over(awardCompany, exactly(name), awardCode, exactly("")))
	}
	return strings.Join(parts, "+")
}

func (b *book) companyTotal(p *write.SheetWriter, end int) {
	p.Text(write.StyleTotal, "合计")
	for range 4 {
		p.Blank(write.StyleTotal)
	}
	p.Formula(write.StyleTotalCount, fmt.Sprintf("SUM(F%d:F%d)", firstRow, end), fmt.Sprint(len(b.awards)))
	p.MoneyFormula(write.StyleTotalMoney, fmt.Sprintf("SUM(G%d:G%d)", firstRow, end), b.all((*group).granted).entitled)
	p.MoneyFormula(write.StyleTotalMoney, fmt.Sprintf("SUM(H%d:H%d)", firstRow, end), b.result.Totals.Amount)
}

// companyTotalCell is the total of 企业汇总, for the checks.
func (b *book) companyTotalCell() string {
	return fmt.Sprintf("%s!$H$%d", SheetCompanies, firstRow+max(len(b.companies), 1))
}
