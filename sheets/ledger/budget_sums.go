package ledger

import (
	"maps"
	"slices"
	"strconv"
	"strings"

	"jiangbu/calc"
	"jiangbu/calc/money"
	"jiangbu/calc/standard"
	"jiangbu/sheets/table"
)

// total keeps a line of sums: of one thing that it names, of the lines above it
// (小计), or of the whole. One that names something else is the sum of nobody
// knows what.
func (r *budgetSheet) total(label table.Label, names []string, cell budgetCell) {
	texts := []string{label.Core}
	for _, n := range names {
		if _, sum := table.TotalLabel(n); !sum && !strings.Contains(label.Cell.Text, n) {
			texts = append(texts, n)
		}
	}
	for _, text := range texts {
		s, id, known := r.resolve("", text)
		known = known && s != calc.ScopeTotal
		switch about := (budgetName{s, id}); {
		case known && (cell.about.scope == "" || cell.about == about):
			cell.about = about
		case known || text != "" && !r.isWhole(text):
			r.findings.Add("budget/unknown", cell.ref, cell.label)
			return
		}
	}
	if cell.about.scope == "" && label.Part {
		cell.about = r.section()
	}
	switch {
	case cell.about.scope != "":
		r.subs = append(r.subs, cell)
	case label.Part:
		if have, ok := r.fits(cell); !ok {
			r.differs(cell, have)
		}
		r.loose = append(r.loose, cell)
	case label.Cell.Text == "":
		if _, ok := r.fits(cell); !ok && !r.namesNothing() {
			r.findings.Add("budget/unknown", cell.ref, cell.limit.Allotted.String())
			return
		}
		r.sums = append(r.sums, cell)
	default:
		r.sums = append(r.sums, cell)
	}
	clear(r.block)
}

// fits compares a sum of nothing named with the lines since the last such sum:
// all of them, or those of one scope, where items stand below their clause.
func (r *budgetSheet) fits(cell budgetCell) (all money.Yuan, ok bool) {
	return fit(r.block, cell.limit.Allotted)
}

func fit(lines map[calc.Scope]money.Yuan, sum money.Yuan) (all money.Yuan, ok bool) {
	for _, y := range lines {
		ok = ok || y.Equal(sum)
		all = all.Add(y)
	}
	return all, ok || all.Equal(sum)
}

// endHead settles a line that names nothing known: where the lines below add up
// to it, it is the heading of these (一、推动转型升级 | 150), else nobody knows
// what it is for.
func (r *budgetSheet) endHead() {
	if r.under == nil {
		return
	}
	if _, ok := fit(r.under, r.head.limit.Allotted); !ok || len(r.under) == 0 {
		r.findings.Add("budget/unknown", r.head.ref, r.head.label)
	}
	r.under = nil
}

// endCopies says of a sheet that lines of it say what those of another do.
func (r *budgetSheet) endCopies() {
	for _, sheet := range slices.Sorted(maps.Keys(r.copies)) {
		r.findings.Add("table/copy", r.Ref, r.Ref.Sheet, strconv.Itoa(r.copies[sheet]), sheet)
	}
}

// differs says that a stated sum is another than its lines make.
func (r *budgetReader) differs(s budgetCell, have money.Yuan) {
	r.findings.Add("table/control-total", s.ref, "“"+s.label+"”", s.limit.Limit.String(), have.String(),
		s.limit.Limit.Sub(have).String())
}

// wholes are the words of a sum of everything, beside those of the policy that
// say nothing, folded.
var wholes = []string{"支出", "预算", "资金", "可用", "可安排", "奖补", "金额", "本年", "全年", "当年", "全部", "以上",
	"各县区", "各板块", "各条款", "各项", "各处室", "其中"}

// isWhole tells of the name of a sum that it is that of the whole.
func (r *budgetReader) isWhole(text string) bool {
	s := table.Fold(text)
	if _, ok := standard.ScopeOf(s); ok || namesFund(s) || r.vocab.IsHarmless(s) {
		return true
	}
	for _, w := range wholes {
		s = strings.ReplaceAll(s, w, "")
	}
	return strings.Trim(s, ":") == ""
}

// namesFund tells of a text that it names the fund itself.
func namesFund(text string) bool {
	s := table.Fold(text)
	return slices.ContainsFunc([]string{"资金", "专项", "资金预算", "总额", "总预算"},
		func(end string) bool { return strings.HasSuffix(s, end) })
}

// section is what the nearest section is about, that names something.
func (r *budgetSheet) section() budgetName {
	near, _ := r.Around.Sections()
	for _, c := range near {
		if s, id, ok := r.resolve("", strings.TrimSpace(c.Text)); ok && s != calc.ScopeTotal {
			return budgetName{s, id}
		}
	}
	return budgetName{}
}

// combine puts the lines together when all are read.
func (r *budgetReader) combine() {
	r.adjustTotal()
	r.addFunds()
	r.checkSums()
	r.checkSubs()
	r.checkParts()
}

// addFunds puts the money beside the budget into the limits that it belongs
// to.
func (r *budgetReader) addFunds() {
	r.totalFromSum()
	for _, f := range r.funds {
		i := r.find(f.scope, f.name)
		if i < 0 {
			r.findings.Add("budget/unknown", f.ref, f.label)
			continue
		}
		l := &r.limits[i]
		switch {
		case f.fund == carried:
			l.Carried = l.Carried.Add(f.amount)
		case f.fund == clawed && f.amount.Sign() < 0:
			l.Allotted = l.Allotted.Add(f.amount)
		case f.fund == clawed:
			l.Clawed = l.Clawed.Add(f.amount)
		case f.fund == reserved:
			l.Reserved = l.Reserved.Add(f.amount)
		}
		l.Limit = l.Allotted.Add(l.Carried).Add(l.Clawed).Sub(l.Reserved)
		if l.Limit.Sign() < 0 {
			r.findings.Add("budget/reserved", f.ref, l.Reserved.Grouped(), l.Limit.Add(l.Reserved).Grouped())
			l.Limit = money.Yuan{}
		}
	}
}

// adjustTotal puts a line of adjustments into the total.
func (r *budgetReader) adjustTotal() {
	if i := r.find(calc.ScopeTotal, ""); i >= 0 {
		l := &r.limits[i]
		l.Allotted, l.Limit = l.Allotted.Add(r.adjusted), l.Limit.Add(r.adjusted)
	}
}

// totalFromSum takes the sum of the lines (合计) for the total where no line
// states one; a single 小计 is such a sum.
func (r *budgetReader) totalFromSum() {
	if len(r.sums) == 0 && len(r.loose) == 1 {
		r.sums = r.loose
	}
	if r.find(calc.ScopeTotal, "") >= 0 || len(r.sums) == 0 {
		return
	}
	if !r.sums[0].fund {
		r.checkLines(r.sums[0])
	}
	total := r.sums[0].limit
	total.Scope = calc.ScopeTotal
	r.sums, r.limits = r.sums[1:], append(r.limits, total)
}

// checkLines compares the sum that becomes the total with the lines: all of
// them, or those of one scope, with the funds beside them or without.
func (r *budgetReader) checkLines(sum budgetCell) {
	var all, beside money.Yuan
	byScope := map[calc.Scope]money.Yuan{}
	for _, l := range r.limits {
		byScope[l.Scope], all = byScope[l.Scope].Add(l.Limit), all.Add(l.Limit)
	}
	for _, f := range r.funds {
		if f.fund == reserved {
			beside = beside.Sub(f.amount)
		} else {
			beside = beside.Add(f.amount)
		}
	}
	most := all
	if len(byScope) > 1 {
		most = money.Yuan{}
	}
	for _, y := range append(slices.Collect(maps.Values(byScope)), all) {
		for _, have := range [...]money.Yuan{y, y.Add(beside), y.Add(r.adjusted)} {
			if sum.limit.Limit.Equal(have) || sum.limit.Allotted.Equal(have) {
				return
			}
		}
		if len(byScope) > 1 && y.Cmp(most) > 0 && !y.Equal(all) {
			most = y
		}
	}
	if len(r.limits) > 0 && most.Cmp(sum.limit.Limit) < 0 { // more is said of the parts
		r.differs(sum, most)
	}
}

// checkSums compares the stated sums with the total, before or after funds. One
// that adds up the total and its parts once more is no other total; with any
// other nobody knows which of the two the total is.
func (r *budgetReader) checkSums() {
	i := r.find(calc.ScopeTotal, "")
	lines := money.Sum(r.limits, func(l *calc.BudgetLimit) money.Yuan { return l.Limit })
	for _, s := range r.sums {
		switch l := &r.limits[i]; {
		case s.later && r.adjusted.IsZero() && !l.HasFunds():
			l.Allotted, l.Limit = s.limit.Allotted, s.limit.Limit
		case s.limit.Limit.Equal(l.Limit), s.limit.Limit.Equal(l.Allotted):
		case s.limit.Limit.Equal(lines):
			r.differs(s, l.Limit)
		case !r.agree(s.ref, "“"+s.label+"”", s.limit.Limit, l.Limit):
			r.limits = slices.Delete(r.limits, i, i+1)
			return
		}
	}
}

// checkSubs compares the sums stated of one thing with its parts.
func (r *budgetReader) checkSubs() {
	for _, s := range r.subs {
		i := r.find(s.about.scope, s.about.id)
		if i < 0 {
			s.limit.Scope, s.limit.Name = s.about.scope, s.about.id
			r.limits = append(r.limits, s.limit)
			continue
		}
		if l := r.limits[i]; !s.limit.Limit.Equal(l.Limit) {
			r.differs(s, l.Limit)
		}
	}
}

// checkParts says where the parts exceed the whole: clauses, items, districts
// or offices the total, the items of a clause the clause.
func (r *budgetReader) checkParts() {
	if i := r.find(calc.ScopeTotal, ""); i >= 0 {
		for _, s := range []calc.Scope{calc.ScopeClause, calc.ScopeItem, calc.ScopeDistrict, calc.ScopeOffice} {
			r.checkSum(r.limits[i], s.Label(), func(l calc.BudgetLimit) bool { return l.Scope == s })
		}
	}
	for _, whole := range r.limits {
		if whole.Scope == calc.ScopeClause {
			r.checkSum(whole, "第"+whole.Name+"条各事项", func(l calc.BudgetLimit) bool {
				it, ok := r.policy.Item(l.Name)
				return l.Scope == calc.ScopeItem && ok && it.Clause == whole.Name
			})
		}
	}
}

func (r *budgetReader) checkSum(whole calc.BudgetLimit, what string, part func(calc.BudgetLimit) bool) {
	var sum money.Yuan
	for _, l := range r.limits {
		if part(l) {
			sum = sum.Add(l.Limit)
		}
	}
	if sum.Cmp(whole.Limit) > 0 {
		r.findings.Add("budget/parts", whole.Ref, what, sum.Grouped(), whole.Limit.Grouped())
	}
}
