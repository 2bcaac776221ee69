package ledger

import (
	"cmp"
	"slices"
	"strings"

	"jiangbu/calc"
	"jiangbu/calc/money"
	"jiangbu/calc/standard"
	"jiangbu/calc/written"
	"jiangbu/sheets/table"
)

// budgetName is one name of a line with what it is about.
type budgetName struct {
	scope calc.Scope
	id    string
}

// Take reads one line of the table, or a line of sums.
func (r *budgetSheet) Take(k table.Kind, sum table.Label, l table.Line) bool {
	if k == table.Struck {
		return false
	}
	if r.isCrossedOut(l) || r.isOfOtherYear(l) {
		return true
	}
	amount := r.cell(l, colAmount)
	at := r.At(calc.Cell{Row: l.Number, Col: amount.Col})
	scope, names := r.texts(l)
	label := strings.TrimSpace(strings.Join(append([]string{scope}, names...), " "))
	if !r.hasMoney(l) {
		if amount.Text == "" && k == table.Record && !table.IsNothing(label) {
			r.findings.Add("budget/amount", at, "", "没有填写金额")
		}
		return !table.IsNothing(label) // a dash or 无 says that there is none; a cell left empty may be an oversight
	}
	limit, ok := r.limit(k, l, at)
	if !ok || r.special(label, limit, l) {
		return true
	}
	if k == table.Total {
		r.endHead()
		r.total(sum, names, budgetCell{ref: at, label: cmp.Or(label, sum.Name()), limit: limit})
		return true
	}
	if f := fundOf(label); f != noFund {
		amount := limit.Allotted
		if f == reserved && amount.Sign() < 0 { // 预留 -50 shows that it is taken off
			amount = amount.Neg()
		}
		r.fund(fundLine{ref: at, label: label, fund: f, amount: amount}, scope, names)
		return true
	}
	about, ok := r.about(scope, names)
	switch {
	case label == "" && r.isLevelLine(l):
		r.matrix(l, at)
	case ok:
		r.matrix(l, at)
		r.keep(limit, about, label+" "+r.cell(l, colLevel).Text)
	case namesFund(label):
		r.sums = append(r.sums, budgetCell{ref: at, label: label, limit: limit, fund: true})
	default:
		r.endHead()
		r.head, r.under = budgetCell{ref: at, label: label, limit: limit}, map[calc.Scope]money.Yuan{}
	}
	return true
}

// isOfOtherYear tells of a line that its year is not that of the awards, and books it.
func (r *budgetSheet) isOfOtherYear(l table.Line) bool {
	c := r.cell(l, colYear)
	if c.Text == "" {
		c = r.above[r.field[colYear]]
	}
	r.above[r.field[colYear]] = c
	years := written.YearsIn(c.Text, true)
	if len(years) != 1 || years[0] == r.year {
		return false
	}
	r.Account.Headings = append(r.Account.Headings, r.At(c).Cell()+" "+strings.TrimSpace(c.Text)+r.notOurs())
	return true
}

// isCrossedOut says of a line that a part of it is crossed out: nobody knows what
// is left of it.
func (r *budgetSheet) isCrossedOut(l table.Line) bool {
	for i, c := range l.Fields {
		role := r.Body.RoleOf(i)
		whole, left, struck := calc.StruckText(c.Text)
		if !struck || role != table.RoleItem && role != table.RoleAmount && role != table.RoleFact {
			continue
		}
		r.findings.Add("cell/struck", r.At(c), r.Body.HeadingOf(i), whole, left)
		return true
	}
	return false
}

// isLevelLine tells of a line of a matrix that it names a level and nothing else.
func (r *budgetSheet) isLevelLine(l table.Line) bool {
	return len(r.wide) > 0 && !table.IsNothing(r.cell(l, colLevel).Text)
}

// texts are the scope that a line states and its names, one a column of names.
// An empty name to the left of one that is there goes on with the name above.
func (r *budgetSheet) texts(l table.Line) (scope string, names []string) {
	scope = r.cell(l, colScope).Text
	for n, c := range r.columns {
		cell := l.Fields[c.field]
		if table.IsNothing(cell.Text) {
			later := false
			for _, d := range r.columns[n+1:] {
				later = later || !table.IsNothing(l.Fields[d.field].Text)
			}
			if later {
				cell = r.above[c.field]
			}
		} else {
			r.above[c.field] = cell
		}
		if !table.IsNothing(cell.Text) {
			names = append(names, strings.TrimSpace(cell.Text))
		} else {
			names = append(names, "")
		}
	}
	return scope, names
}

// about finds what a line's names are about, each with its own scope.
func (r *budgetSheet) about(scope string, names []string) (all []budgetName, ok bool) {
	stated, has := standard.ScopeOf(scope)
	if !has && !table.IsNothing(scope) {
		for _, n := range names {
			if n != "" {
				return nil, false
			}
		}
		names, scope = []string{scope}, ""
	}
	if has && stated == calc.ScopeTotal {
		return []budgetName{{calc.ScopeTotal, ""}}, true
	}
	for i, n := range names {
		if n == "" {
			continue
		}
		s := stated
		if s == "" && i < len(r.columns) {
			s = r.columns[i].scope
		}
		got, id, known := r.resolve(s, n)
		if h := r.heading; !known && h.scope == calc.ScopeItem && r.isLevel(n, h.id) {
			got, id, known = h.scope, h.id, true
		}
		if !known {
			return nil, false
		}
		all = calc.AddNew(all, budgetName{got, id}) // 一 | 支持绿色制造 is one clause
	}
	return r.withHeading(all), len(all) > 0
}

// isLevel tells whether a name is a level of an item and nothing else.
func (r *budgetReader) isLevel(name, item string) bool {
	level, clear := r.vocab.Level(name, item)
	return level != "" && clear && r.vocab.IsHarmless(name)
}

// withHeading adds what the section names above a line, which is a part of it:
// 第一条 100 below 东区. A limit that was stated whole is not made of parts.
func (r *budgetSheet) withHeading(all []budgetName) []budgetName {
	h := r.heading
	if len(all) == 0 || h.scope == "" || slices.ContainsFunc(all, func(a budgetName) bool {
		return a.scope == h.scope || a.scope == calc.ScopeTotal
	}) || r.find(h.scope, h.id) >= 0 && !r.isPart(h) {
		return all
	}
	return append(all, h)
}

// keep takes a line. One that names several things (a district and a clause),
// or a level of an item, is a part of each: parts add up. The same a second
// time is asked about.
func (r *budgetSheet) keep(l calc.BudgetLimit, about []budgetName, label string) {
	label = strings.TrimSpace(label)
	if r.heading.scope != "" {
		label = r.heading.id + " " + label
	}
	if len(about) > 0 && about[0].scope != calc.ScopeTotal {
		r.block[about[0].scope] = r.block[about[0].scope].Add(l.Allotted)
		if r.under != nil {
			r.under[about[0].scope] = r.under[about[0].scope].Add(l.Allotted)
		}
	}
	for _, a := range about {
		l.Scope, l.Name = a.scope, a.id
		i := r.find(a.scope, a.id)
		part := len(about) > 1 || a.scope == calc.ScopeItem &&
			(r.field[colLevel] >= 0 || r.heading == a || r.vocab.Item(label).Level != "")
		key := string(a.scope) + "|" + a.id + "|" + label
		before, twice := r.parts[key]
		if i >= 0 && !twice && !part {
			before = statedPart{r.limits[i].Ref, r.limits[i].Allotted}
		}
		switch {
		case before.ref.Sheet != "" && before.ref.Sheet != l.Ref.Sheet && before.allotted.Equal(l.Allotted):
			r.copies[before.ref.Sheet]++
		case twice:
			r.findings.Add("budget/twice", l.Ref, label, before.ref.String())
			return
		case i >= 0 && !(part && r.isPart(a)):
			r.findings.Add("budget/twice", l.Ref, label, r.limits[i].Ref.String())
			return
		case i >= 0:
			r.limits[i].AddPart(l)
		default:
			r.limits = append(r.limits, l)
		}
		if part && !twice {
			r.parts[key] = statedPart{l.Ref, l.Allotted}
		}
	}
}

// isPart tells whether the limit of a name was made of parts.
func (r *budgetReader) isPart(a budgetName) bool {
	for k := range r.parts {
		if strings.HasPrefix(k, string(a.scope)+"|"+a.id+"|") {
			return true
		}
	}
	return false
}

// fund keeps a line of 结转, 收回 or 预留. A name that says nothing but that
// (上年结转资金) means the total.
func (r *budgetSheet) fund(line fundLine, scope string, names []string) {
	line.scope = calc.ScopeTotal
	for i, n := range names {
		if n == "" || fundOf(n) != noFund || isTotal(n) {
			continue
		}
		s, id, ok := r.resolve(r.columns[i].scope, n)
		if !ok {
			r.findings.Add("budget/unknown", line.ref, line.label)
			return
		}
		line.scope, line.name = s, id
	}
	if s, ok := standard.ScopeOf(scope); ok && s != calc.ScopeTotal && line.scope == calc.ScopeTotal {
		r.findings.Add("budget/unknown", line.ref, line.label)
		return
	}
	r.funds = append(r.funds, line)
}

// across adds up the columns of a matrix.
func (r *budgetSheet) across(l table.Line, at calc.Ref) (sum money.Yuan) {
	for _, w := range r.wide {
		if cell := l.Fields[w.field]; !table.IsNothing(cell.Text) {
			at.Col = cell.Col
			if y, ok := r.amount(cell, w.unit, at); ok {
				sum = sum.Add(y)
			}
		}
	}
	return sum
}

// matrix adds what stands in the columns of a matrix to the limit of each.
func (r *budgetSheet) matrix(l table.Line, at calc.Ref) {
	for _, w := range r.wide {
		cell := l.Fields[w.field]
		if table.IsNothing(cell.Text) || w.about.scope == "" {
			continue
		}
		at.Col = cell.Col
		y, ok := r.amount(cell, w.unit, at)
		if !ok {
			continue
		}
		part := calc.BudgetLimit{Ref: at, Scope: w.about.scope, Name: w.about.id, Limit: y, Allotted: y}
		if i := r.find(w.about.scope, w.about.id); i >= 0 {
			r.limits[i].AddPart(part)
		} else {
			r.limits = append(r.limits, part)
		}
	}
}

// special reads the lines of a table of one fund that go down instead of
// across: 年初预算 is the total, 调整数 changes it, 调整后 is checked against it.
func (r *budgetSheet) special(label string, l calc.BudgetLimit, line table.Line) bool {
	if m := numbered.FindStringSubmatch(table.Fold(label)); m != nil {
		label = m[2]
	}
	h, _ := budgetWords.Find("", label)
	if h == nil {
		return false
	}
	if h.ID == colAdjust || h.ID == colAmount && h.Rank == 5 {
		r.matrix(line, l.Ref)
	}
	switch {
	case h.ID == colCut && r.fillsWide(line):
		return false
	case h.ID == colCut && l.Allotted.Sign() > 0:
		r.adjusted = r.adjusted.Sub(l.Allotted)
	case h.ID == colAdjust, h.ID == colCut:
		r.adjusted = r.adjusted.Add(l.Allotted)
	case h.ID == colAfter:
		r.sums = append(r.sums, budgetCell{ref: l.Ref, label: label, limit: l, later: isLater(label)})
	case h.ID == colAmount && h.Rank == 5:
		r.keep(l, []budgetName{{calc.ScopeTotal, ""}}, label)
	default:
		return false
	}
	return true
}
