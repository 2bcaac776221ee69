package report

import (
	"fmt"
	"strconv"
	"strings"

	"jiangbu/calc"
	"jiangbu/calc/money"
	"jiangbu/sheets/write"
)

// company is one payee with what it is awarded.
type company struct {
	first int32 // its first award, a line of 奖补明细 from 0
	tally
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
		d := &b.result.Decisions[i]
		b.companies[c].add(tally{1, d.Entitled, d.Amount})
	}
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
	for n, left := c.first, c.records; left > 0; n, left = b.nextAward[n], left-1 {
		r, _ := b.record(b.awards[n])
		w.names, w.districts = addNew(w.names, r.Company), addNew(w.districts, r.District)
		w.items = append(w.items, withLevel(b.itemName(r), r.Level))
	}
	return w
}

// addNew is calc.AddNew for what is named at all.
func addNew(list []string, s string) []string {
	if s == "" {
		return list
	}
	return calc.AddNew(list, s)
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
	times := map[string]int{}
	for _, s := range list {
		names = addNew(names, s)
		times[s]++
	}
	for i, s := range names {
		if times[s] > 1 {
			names[i] += "×" + strconv.Itoa(times[s])
		}
	}
	return strings.Join(names, "、")
}

// liveCompanies tells whether 企业汇总 stands in formulas.
func (b *book) liveCompanies() bool { return len(b.awards) <= MaxLiveAwards }

// The headings of the sheets of sums.
const (
	headSerial = "序号"
	headAwards = "奖补项目数"
)

// companyList is 企业汇总: one line a payee.
func (b *book) companyList() *write.List {
	note := ""
	if !b.liveCompanies() {
		note = fmt.Sprintf("奖补明细超过 %d 行，为免打开时反复计算，本表存放数值，不随奖补明细改动", MaxLiveAwards)
	}
	l := b.list(write.List{Sheet: SheetCompanies, Title: b.title + "企业汇总表", Unit: unitYuan, Note: b.note(note),
		Freeze: 3, Lines: len(b.companies)})
	var words companyWords // of the line being written
	at := -1
	of := func(i int) *companyWords {
		if i != at {
			words, at = b.companyWords(&b.companies[i]), i
		}
		return &words
	}
	column := write.Lines[companyWords](of).Text
	l.Columns = []write.ListColumn{write.SerialColumn(5, 8),
		column(headDistrict, write.StyleText, 6, 10,
			func(c *companyWords) string { return strings.Join(c.districts, "、") }),
		column(headCompany, write.StyleText, 20, 30,
			func(c *companyWords) string { return strings.Join(c.names, "、") }),
		column(headCode, write.StyleCentre, 18, 18, func(c *companyWords) string { return c.code }),
		column(headItemName, write.StyleWrap, 24, 34, func(c *companyWords) string { return counted(c.items) }),
		{Head: headAwards, Style: write.StyleCount, Min: 6, Max: 8,
			Cell: func(w *write.SheetWriter, s write.Style, i int) {
				b.ofCompany(w, s, i, fmt.Sprint(b.companies[i].records), b.countif)
			}, Total: write.CountTotal(len(b.awards))},
		b.companySum(headEntitled, func(c *company) money.Yuan { return c.entitled }, b.all((*group).granted).entitled),
		b.companySum(headAmount, func(c *company) money.Yuan { return c.amount }, b.result.Totals.Amount)}
	return l
}

// companySum is a column that adds up a column of 奖补明细 by payee.
func (b *book) companySum(head string, of func(*company) money.Yuan, all money.Yuan) write.ListColumn {
	return write.ListColumn{Head: head, Style: write.StyleMoney, Min: 15, Max: 20,
		Cell: func(w *write.SheetWriter, s write.Style, i int) {
			b.ofCompany(w, s, i, of(&b.companies[i]).String(),
				func(pairs ...string) string { return b.sumOf(head, pairs...) })
		}, Total: write.MoneyTotal(all)}
}

// ofCompany writes a formula over the awards of one payee with its value, or the
// value alone: by its code, behind which a star keeps eighteen digits from being
// compared as a number; by its names where it has none.
func (b *book) ofCompany(w *write.SheetWriter, s write.Style, i int, digits string, over func(...string) string) {
	if !b.liveCompanies() {
		w.Digits(s, digits)
		return
	}
	c := b.companyWords(&b.companies[i])
	if c.code != "" {
		at := "$" + b.lists[SheetCompanies].In(headCode, write.ListFirst+i)
		w.Formula(s, over(headCode, at+`&"*"`), digits)
		return
	}
	parts := calc.Mapped(c.names,
		func(name string) string { return over(headCompany, write.Exactly(name), headCode, write.Exactly("")) })
	w.Formula(s, strings.Join(parts, "+"), digits)
}
