package ledger

import (
	"slices"
	"strings"

	"jiangbu/calc"
	"jiangbu/calc/money"
	"jiangbu/calc/reconcile"
	"jiangbu/sheets/table"
)

// moneyColumns are those whose sums make the limit.
var moneyColumns = [...]int{colAmount, colCarried, colClawed, colReserved, colAdjust, colCut, colAfter}

func (r *budgetSheet) hasMoney(l table.Line) bool {
	for _, c := range moneyColumns {
		if cell := r.cell(l, c); !table.IsNothing(cell.Text) || cell.Kind == calc.CellNoValue ||
			cell.Kind == calc.CellError {
			return true
		}
	}
	return r.fillsWide(l)
}

// fillsWide tells of a line that it holds something in the columns of a matrix.
func (r *budgetSheet) fillsWide(l table.Line) bool {
	return slices.ContainsFunc(r.wide, func(w wideLimit) bool { return !table.IsNothing(l.Fields[w.field].Text) })
}

// limit reads the sums of a line: what was allotted, and the funds beside it.
// 调整后 must be what they make.
func (r *budgetSheet) limit(k table.Kind, l table.Line, at calc.Ref) (calc.BudgetLimit, bool) {
	b := calc.BudgetLimit{Ref: at}
	var adjust, cut money.Yuan
	sums := [...]*money.Yuan{&b.Allotted, &b.Carried, &b.Clawed, &b.Reserved, &adjust, &cut} // as moneyColumns
	for i, y := range sums {
		col := moneyColumns[i]
		cell := r.cell(l, col)
		if table.IsNothing(cell.Text) && cell.Kind != calc.CellNoValue {
			continue
		}
		where := at
		where.Col = cell.Col
		text, negative := reconcile.CutMinus(cell.Text)
		mayFall := col > colCarried && col < colAfter || r.mayFall(l)
		if negative && mayFall {
			cell.Text = text
		}
		read, ok := r.amount(cell, r.units[col], where)
		if !ok {
			return b, false
		}
		if *y = read; negative && mayFall && col != colReserved && col != colCut {
			*y = read.Neg()
		}
	}
	if r.field[colAmount] < 0 {
		b.Allotted = r.across(l, at)
	} else if k != table.Total && !r.checkAcross(l, &b) {
		return b, false
	}
	if b.Clawed.Sign() < 0 { // 收回 -30: it was taken from this budget
		adjust, b.Clawed = adjust.Add(b.Clawed), money.Yuan{}
	}
	b.Allotted = b.Allotted.Add(adjust).Sub(cut)
	b.Limit = b.Allotted.Add(b.Carried).Add(b.Clawed).Sub(b.Reserved)
	if b.Limit.Sign() < 0 && !r.mayFall(l) {
		r.findings.Add("budget/reserved", at, b.Reserved.Grouped(), b.Limit.Add(b.Reserved).Grouped())
		b.Limit = money.Yuan{}
	}
	return b, r.checkAfter(l, &b)
}

// mayFall tells of a line whose sum may be below nothing: adjustments, and what
// is taken back or held back.
func (r *budgetSheet) mayFall(l table.Line) bool {
	scope, names := r.texts(l)
	label := scope + strings.Join(names, "")
	h, _ := budgetWords.Find("", label)
	f := fundOf(label)
	return h != nil && (h.ID == colAdjust || h.ID == colCut) || f == clawed || f == reserved
}

// checkAfter compares 调整后 with what the other columns make. Where they
// contradict each other nobody knows the budget.
func (r *budgetSheet) checkAfter(l table.Line, b *calc.BudgetLimit) bool {
	cell := r.cell(l, colAfter)
	if table.IsNothing(cell.Text) {
		return true
	}
	at := b.Ref
	at.Col = cell.Col
	after, ok := r.amount(cell, r.units[colAfter], at)
	if ok && r.onlyLater() {
		b.Allotted, b.Limit = after, after
		return true
	}
	return ok && r.agree(at, "“"+r.Body.HeadingOf(r.field[colAfter])+"”", after, b.Limit)
}

// onlyLater tells of a table with 年初预算 and 调整后 that no column says what lies
// between: the later figure is the budget.
func (r *budgetSheet) onlyLater() bool {
	for _, c := range moneyColumns[1 : len(moneyColumns)-1] {
		if r.field[c] >= 0 {
			return false
		}
	}
	return isLater(r.Body.HeadingOf(r.field[colAfter]))
}

// isLater tells of a heading that it is of the budget as it was changed, and no
// sum of what stands beside it.
func isLater(heading string) bool {
	return strings.Contains(heading, "调整后") || strings.Contains(heading, "全年")
}

// checkAcross compares the sum that a line of a matrix states with its columns.
func (r *budgetSheet) checkAcross(l table.Line, b *calc.BudgetLimit) bool {
	if !r.fillsWide(l) {
		return true
	}
	at := b.Ref
	at.Col = r.cell(l, colAmount).Col
	return r.agree(at, "“"+r.Body.HeadingOf(r.field[colAmount])+"”", b.Allotted, r.across(l, b.Ref))
}

// agree says where what is stated is not what the others make.
func (r *budgetReader) agree(at calc.Ref, what string, stated, others money.Yuan) bool {
	if stated.Equal(others) {
		return true
	}
	r.findings.Add("budget/sums", at, what, stated.Grouped(), others.Grouped(), stated.Sub(others).Grouped())
	return false
}
