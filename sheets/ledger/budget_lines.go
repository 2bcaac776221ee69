package ledger

import (
	"strings"

	"jiangbu/calc"
	"jiangbu/calc/money"
	"jiangbu/calc/standard"
	"jiangbu/sheets/table"
)

// budgetName is one name of a line with what it is about.
type budgetName struct {
	scope calc.Scope
	id    string
}

// body reads one line of the table.
func (r *budgetReader) body(l table.Line) {
	amount := r.cell(l, colAmount)
	at := r.ref
	at.Row, at.Col = l.Number, amount.Col
	scope, names := r.texts(l)
	label := strings.TrimSpace(strings.Join(append([]string{scope}, names...), " "))
	if !r.hasMoney(l) {
		switch {
		case amount.Text == "" && !(table.IsNote(label) || table.IsNothing(label) || len(l.Cells) == 1):
			r.findings.Add("budget/amount", at, "", "没有填写金额")
		}
		return // a dash or 无 says that there is none; a cell left empty may be an oversight
	}
	limit, ok := r.limit(l, at)
	if !ok || r.special(label, limit) {
		return
	}
	if f := fundOf(label); f != noFund {
		r.fund(fundLine{ref: at, label: label, fund: f, amount: limit.Allotted}, scope, names)
		return
	}
	if about, ok := r.subtotal(names); ok {
		r.subs = append(r.subs, budgetCell{at, label, limit, about})
		return
	}
	if r.isSum(l, scope, names) {
		r.sums = append(r.sums, budgetCell{ref: at, label: label, limit: limit})
		return
	}
	about, ok := r.about(scope, names)
	switch {
	case ok:
		r.matrix(l, at)
		r.keep(limit, about, label+" "+r.cell(l, colLevel).Text)
	case r.namesFund(scope, names):
		r.sums = append(r.sums, budgetCell{ref: at, label: label, limit: limit})
	default:
		r.findings.Add("budget/unknown", at, label)
	}
}

// texts are the scope that a line states and its names, one a column of names.
// An empty name to the left of one that is there goes on with the name above.
func (r *budgetReader) texts(l table.Line) (scope string, names []string) {
	scope = r.cell(l, colScope).Text
	for n, c := range r.names {
		cell := l.Fields[c.field]
		if table.IsNothing(cell.Text) {
			later := false
			for _, d := range r.names[n+1:] {
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

// moneyColumns are those whose sums make the limit.
var moneyColumns = [...]int{colAmount, colCarried, colClawed, colReserved, colAdjust, colAfter}

func (r *budgetReader) hasMoney(l table.Line) bool {
	for _, c := range moneyColumns {
		if cell := r.cell(l, c); !table.IsNothing(cell.Text) || cell.Kind == calc.CellNoValue ||
			cell.Kind == calc.CellError {
			return true
		}
	}
	for _, w := range r.wide {
		if !table.IsNothing(l.Fields[w.field].Text) {
			return true
		}
	}
	return false
}

// limit reads the sums of a line: what was allotted, and the funds beside it.
// 调整后 must be what they make.
func (r *budgetReader) limit(l table.Line, at calc.Ref) (calc.BudgetLimit, bool) {
	b := calc.BudgetLimit{Ref: at}
	adjust := money.Yuan{}
	sums := [...]*money.Yuan{&b.Allotted, &b.Carried, &b.Clawed, &b.Reserved, &adjust} // as moneyColumns
	for i, y := range sums {
		col := moneyColumns[i]
		cell := r.cell(l, col)
		if table.IsNothing(cell.Text) && cell.Kind != calc.CellNoValue {
			continue
		}
		where := at
		where.Col = cell.Col
		text, negative := strings.CutPrefix(strings.TrimSpace(cell.Text), "-")
		mayFall := col == colAdjust || r.adjusts(l)
		if negative && mayFall {
			cell.Text = text
		}
		read, ok := r.amount(cell, r.units[col], where)
		if !ok {
			return b, false
		}
		if *y = read; negative && mayFall {
			*y = read.Neg()
		}
	}
	if r.field[colAmount] < 0 {
		b.Allotted = r.across(l, at)
	}
	b.Allotted = b.Allotted.Add(adjust)
	b.Limit = b.Allotted.Add(b.Carried).Add(b.Clawed).Sub(b.Reserved)
	if b.Limit.Sign() < 0 && !r.adjusts(l) {
		r.findings.Add("budget/reserved", at, b.Reserved.String(), b.Limit.Add(b.Reserved).String())
		b.Limit = money.Yuan{}
	}
	r.checkAfter(l, &b)
	return b, true
}

// adjusts tells of a line of adjustments, which may be negative.
func (r *budgetReader) adjusts(l table.Line) bool {
	_, names := r.texts(l)
	h, _ := budgetWords.Find("", strings.Join(names, ""))
	return h != nil && h.ID == colAdjust
}

// checkAfter compares 调整后 with what the other columns make.
func (r *budgetReader) checkAfter(l table.Line, b *calc.BudgetLimit) {
	cell := r.cell(l, colAfter)
	if table.IsNothing(cell.Text) {
		return
	}
	at := b.Ref
	at.Col = cell.Col
	after, ok := r.amount(cell, r.units[colAfter], at)
	if ok && !after.Equal(b.Limit) {
		r.findings.Add("table/control-total", at, "调整后", after.String(), b.Limit.String(), after.Sub(b.Limit).String())
	}
}

// isSum tells of a line of sums: 合计 as its only name, or in the column of the
// serials.
func (r *budgetReader) isSum(l table.Line, scope string, names []string) bool {
	text := scope
	for _, n := range names {
		if n != "" {
			text += n
		}
	}
	serial := r.cell(l, colSerial).Text
	stated, ok := standard.ScopeOf(text)
	return isTotal(text) && !(ok && stated == calc.ScopeTotal && strings.Contains(text, "总额")) ||
		table.IsNothing(text) && isTotal(serial)
}

// namesFund tells of a line that names the fund itself: its sum is the total.
func (r *budgetReader) namesFund(scope string, names []string) bool {
	text := table.Fold(scope + strings.Join(names, ""))
	return strings.HasSuffix(text, "资金") || strings.HasSuffix(text, "专项") || strings.HasSuffix(text, "资金预算")
}

// about finds what a line's names are about, each with its own scope.
func (r *budgetReader) about(scope string, names []string) (all []budgetName, ok bool) {
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
		if s == "" && i < len(r.names) {
			s = r.names[i].scope
		}
		got, id, known := r.resolve(s, n)
		if !known {
			return nil, false
		}
		all = append(all, budgetName{got, id})
	}
	return all, len(all) > 0
}

// keep takes a line. One that names several things (a district and a clause),
// or a level of an item, is a part of each: parts add up. The same a second
// time is asked about.
func (r *budgetReader) keep(l calc.BudgetLimit, about []budgetName, label string) {
	label = strings.TrimSpace(label)
	for _, a := range about {
		l.Scope, l.Name = a.scope, a.id
		i := r.find(a.scope, a.id)
		part := len(about) > 1 || a.scope == calc.ScopeItem &&
			(r.field[colLevel] >= 0 || r.vocab.Item(label).Level != "")
		key := string(a.scope) + "|" + a.id + "|" + label
		before, twice := r.parts[key]
		switch {
		case twice:
			r.findings.Add("budget/twice", l.Ref, label, before.String())
			return
		case i >= 0 && !(part && r.isPart(a)):
			r.findings.Add("budget/twice", l.Ref, label, r.limits[i].Ref.String())
			return
		case i >= 0:
			r.limits[i].AddPart(l)
		default:
			r.limits = append(r.limits, l)
		}
		if part {
			r.parts[key] = l.Ref
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
func (r *budgetReader) fund(line fundLine, scope string, names []string) {
	line.scope = calc.ScopeTotal
	for i, n := range names {
		if n == "" || fundOf(n) != noFund || isTotal(n) {
			continue
		}
		s, id, ok := r.resolve(r.names[i].scope, n)
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

// subtotal tells of a line that states the sum of one thing, such as an
// office's: one name beside 小计.
func (r *budgetReader) subtotal(names []string) (about budgetName, ok bool) {
	total := false
	for i, n := range names {
		if n == "" {
			continue
		}
		if isTotal(n) {
			total = true
			continue
		}
		s, id, known := r.resolve(r.names[i].scope, n)
		if !known || about.scope != "" {
			return about, false
		}
		about = budgetName{s, id}
	}
	return about, total && about.scope != ""
}

// across adds up the columns of a matrix.
func (r *budgetReader) across(l table.Line, at calc.Ref) (sum money.Yuan) {
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
func (r *budgetReader) matrix(l table.Line, at calc.Ref) {
	for _, w := range r.wide {
		cell := l.Fields[w.field]
		if table.IsNothing(cell.Text) {
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
func (r *budgetReader) special(label string, l calc.BudgetLimit) bool {
	h, _ := budgetWords.Find("", label)
	if h == nil {
		return false
	}
	switch {
	case h.ID == colAdjust:
		r.adjusted = r.adjusted.Add(l.Allotted)
	case h.ID == colAfter:
		r.sums = append(r.sums, budgetCell{ref: l.Ref, label: label, limit: l})
	case h.ID == colAmount && h.Rank == 5:
		r.keep(l, []budgetName{{calc.ScopeTotal, ""}}, label)
	default:
		return false
	}
	return true
}
