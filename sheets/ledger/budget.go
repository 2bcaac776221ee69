package ledger

import (
	"slices"
	"strings"

	"jiangbu/calc"
	"jiangbu/calc/money"
	"jiangbu/calc/standard"
	"jiangbu/sheets"
	"jiangbu/sheets/table"
)

// The columns of a budget.
const (
	colScope = iota + 1
	colName
	colAmount
	colNote
	numBudgetColumns
)

// budgetHeadings is every heading of a budget that is known. A heading that is
// itself a scope (县区) says what its column names; its Kind is the scope's
// place in budgetScopes.
var budgetHeadings = []table.Heading{
	{ID: colScope, Rank: 5, Name: []string{"范围", "类别", "预算类别", "范围/类别", "类型", "口径", "预算范围", "分类", "维度"}},
	{ID: colName, Rank: 5, Name: []string{"名称", "预算名称", "项目", "项目名称", "预算项目", "内容", "预算科目名称", "支出项目"}},
	{ID: colName, Rank: 4, Kind: 1, Name: []string{"条款", "政策条款"}},
	{ID: colName, Rank: 4, Kind: 2, Name: []string{"奖补事项", "事项", "奖补项目"}},
	{ID: colName, Rank: 4, Kind: 3, Name: []string{"县区", "板块", "县区(板块)", "区县", "地区"}},
	{ID: colName, Rank: 4, Kind: 4, Name: []string{"处室", "责任处室", "科室", "责任科室"}},
	{ID: colAmount, Rank: 5, Name: []string{"金额", "预算金额", "预算", "预算数", "预算额", "安排金额", "预算安排", "额度", "资金", "预算资金",
		"资金额度", "本年预算", "年度预算"}},
	{ID: colNote, Many: true, Name: []string{"备注", "说明"}},
	{ID: table.Ignored, Name: []string{"序号", "依据", "文号", "指标文号", "占比", "比例"}},
}

// budgetScopes are the scopes that a heading can state, by Heading.Kind.
var budgetScopes = [...]calc.Scope{"", calc.ScopeClause, calc.ScopeItem, calc.ScopeDistrict, calc.ScopeOffice}

var budgetWords = table.NewWords(budgetHeadings, nil)

// fund is a kind of money beside the budget of the year.
type fund uint8

const (
	noFund   fund = iota
	carried       // 结转: adds
	clawed        // 收回: adds
	reserved      // 预留: is held back
)

// fundOf reads the kind of fund that a line names.
func fundOf(text string) fund {
	s := table.Fold(text)
	for _, w := range []struct {
		word string
		fund fund
	}{{"结转", carried}, {"结余", carried}, {"收回", clawed}, {"预留", reserved}, {"暂扣", reserved}} {
		if strings.Contains(s, w.word) {
			return w.fund
		}
	}
	return noFund
}

// ReadBudget reads the lines of a budget workbook: a scope (总额, 条款, 奖补事项,
// 县区, 处室), a name as the policy or people write it, an amount with its unit.
// Lines of 结转 and 收回 add to the limit that they name (the total where they
// name none), lines of 预留 lower it. A line that names nothing known, stands
// twice, has no readable amount, or parts that exceed the whole are findings
// of severity error: a person must mend the file. Lines with a finding are
// left out, so the caller should not go on without looking at them. A dash or 无
// for an amount says that the line has none; an empty cell does not say so.
func ReadBudget(b *sheets.Book, p *calc.Policy) ([]calc.BudgetLimit, calc.Findings) {
	r := &budgetReader{policy: p, vocab: standard.NewVocabulary(p), file: b.File}
	for _, s := range b.Sheets {
		r.ref = calc.Ref{File: b.File, Sheet: s.Name}
		r.unit = money.UnitNone
		found := budgetWords.Tables(s, func(l table.Line) bool { r.line(l); return true })
		if found.Worst() != "" {
			return nil, found
		}
		r.findings = append(r.findings, found...)
		if s.Visibility != sheets.Visible && r.tables > 0 {
			r.findings.Add("table/hidden", r.ref, "工作表“"+s.Name+"”")
		}
	}
	if r.tables == 0 {
		r.findings.Add("budget/no-table", calc.Ref{File: b.File})
	}
	r.addFunds()
	r.checkSums()
	r.checkParts()
	return r.limits, r.findings
}

// budgetReader reads one workbook.
type budgetReader struct {
	policy   *calc.Policy
	vocab    *standard.Vocabulary
	file     string
	ref      calc.Ref
	unit     money.Unit
	tables   int
	field    [numBudgetColumns]int
	head     money.Unit // of the amounts' heading
	scope    calc.Scope // that the name's heading states
	limits   []calc.BudgetLimit
	funds    []fundLine
	sums     []budgetCell // 合计
	findings calc.Findings
}

// fundLine is one line of money beside the budget.
type fundLine struct {
	ref    calc.Ref
	label  string
	fund   fund
	scope  calc.Scope
	name   string
	amount money.Yuan
}

// budgetCell is a stated sum.
type budgetCell struct {
	ref   calc.Ref
	label string
	sum   money.Yuan
}

func (r *budgetReader) line(l table.Line) {
	switch {
	case table.IsEmptyLine(l.Cells):
	case l.Header > 0:
		if !l.Repeat {
			r.header(l.Table)
		}
	case l.Table == nil:
		for _, c := range l.Cells {
			if u := table.UnitLine(c.Text); u != money.UnitNone {
				r.unit = u
			}
		}
	default:
		r.body(l)
	}
}

func (r *budgetReader) header(t *table.Table) {
	r.tables++
	r.field, r.head, r.scope = [numBudgetColumns]int{-1, -1, -1, -1, -1}, money.UnitNone, ""
	var columns []*table.Column
	for i := range t.Columns {
		columns = append(columns, &t.Columns[i])
	}
	for _, p := range table.ResolveHeadings(columns) {
		at := r.ref
		at.Row, at.Col = p[1].Row, p[1].Col
		r.findings.Add("table/ambiguous-column", at, p[0].Path(), p[1].Path())
	}
	for i, c := range columns {
		if c.ID <= 0 || r.field[c.ID] >= 0 {
			continue
		}
		r.field[c.ID] = i
		switch c.ID {
		case colAmount:
			r.head = c.Unit
		case colName:
			r.scope = budgetScopes[c.Heading.Kind]
		}
	}
	at := r.ref
	at.Row = t.Bottom
	if r.field[colAmount] < 0 {
		r.findings.Add("table/missing-column", at, "金额")
	}
	if r.field[colName] < 0 && r.field[colScope] < 0 {
		r.findings.Add("table/missing-column", at, "名称")
	}
}

// cell is the cell of a line under a column; empty where the table has none.
func (r *budgetReader) cell(l table.Line, col int) calc.Cell {
	if r.field[col] < 0 {
		return calc.Cell{}
	}
	return l.Fields[r.field[col]]
}

// body reads one line of the table.
func (r *budgetReader) body(l table.Line) {
	scope, name, amount := r.cell(l, colScope), r.cell(l, colName), r.cell(l, colAmount)
	label := strings.TrimSpace(scope.Text + " " + name.Text)
	at := r.ref
	at.Row, at.Col = l.Number, amount.Col
	if table.IsNothing(amount.Text) && (table.IsNote(label) || table.IsNothing(label) || len(l.Cells) == 1) {
		return
	}
	if amount.Text != "" && table.IsNothing(amount.Text) {
		return // somebody wrote that there is none; a cell left empty may be an oversight
	}
	y, ok := r.amount(amount, at)
	if !ok {
		return
	}
	if f := fundOf(label); f != noFund {
		r.fund(at, f, scope.Text, name.Text, label, y)
		return
	}
	if isTotal(scope.Text) && table.IsNothing(name.Text) || table.IsNothing(scope.Text) && isTotal(name.Text) {
		r.sums = append(r.sums, budgetCell{at, label, y})
		return
	}
	s, id, ok := r.resolve(scope.Text, name.Text)
	if !ok {
		r.findings.Add("budget/unknown", at, label)
		return
	}
	r.keep(calc.BudgetLimit{Ref: at, Scope: s, Name: id, Limit: y, Allotted: y}, label)
}

// keep takes a line unless one for the same stands already.
func (r *budgetReader) keep(l calc.BudgetLimit, label string) {
	if i := r.find(l.Scope, l.Name); i >= 0 {
		r.findings.Add("budget/twice", l.Ref, label, r.limits[i].Ref.String())
		return
	}
	r.limits = append(r.limits, l)
}

// find is the line for a scope and name, -1 where there is none.
func (r *budgetReader) find(s calc.Scope, name string) int {
	return slices.IndexFunc(r.limits, func(l calc.BudgetLimit) bool { return l.Scope == s && l.Name == name })
}

// amount reads the amount of a line; without one the line is a finding.
func (r *budgetReader) amount(c calc.Cell, at calc.Ref) (money.Yuan, bool) {
	y, found := standard.ReadAmount(c, "预算金额", r.head, r.unit, at)
	switch {
	case y != nil:
		r.findings = append(r.findings, found...)
		return *y, true
	case len(found) == 0:
		r.findings.Add("budget/amount", at, strings.TrimSpace(c.Text), "没有填写金额")
	default:
		r.findings.Add("budget/amount", at, strings.TrimSpace(c.Text), why(found[len(found)-1]))
	}
	return money.Yuan{}, false
}

// why says shortly what is wrong with an amount.
func why(f calc.Finding) string {
	switch f.Code {
	case "cell/unit":
		return f.Args[len(f.Args)-1]
	case "cell/formula":
		return "公式没有保存结果"
	case "cell/error-value":
		return "单元格出错"
	}
	return "不是金额"
}

// resolve finds what a line is about: by the scope it states, by the heading's,
// or, where neither says, by what its name alone can be.
func (r *budgetReader) resolve(scope, name string) (calc.Scope, string, bool) {
	s, ok := standard.ScopeOf(scope)
	if !ok && !table.IsNothing(scope) && table.IsNothing(name) {
		name, scope = scope, ""
	}
	if !ok && r.scope != "" {
		s, ok = r.scope, true
	}
	if ok {
		id, known := r.vocab.Resolve(s, name)
		return s, id, known
	}
	if !table.IsNothing(scope) {
		return "", "", false
	}
	if s, ok := standard.ScopeOf(name); ok && s == calc.ScopeTotal {
		return s, "", true
	}
	for _, s := range []calc.Scope{calc.ScopeClause, calc.ScopeOffice, calc.ScopeDistrict, calc.ScopeItem} {
		if id, known := r.vocab.Resolve(s, name); known {
			return s, id, true
		}
	}
	return "", "", false
}

// fund keeps a line of 结转, 收回 or 预留. A name that says nothing but that
// (上年结转资金) means the total.
func (r *budgetReader) fund(at calc.Ref, f fund, scope, name, label string, y money.Yuan) {
	line := fundLine{at, label, f, calc.ScopeTotal, "", y}
	if fundOf(name) == noFund && !table.IsNothing(name) && !isTotal(name) {
		s, id, ok := r.resolve("", name)
		if !ok {
			r.findings.Add("budget/unknown", at, label)
			return
		}
		line.scope, line.name = s, id
	} else if s, ok := standard.ScopeOf(scope); ok && s != calc.ScopeTotal {
		r.findings.Add("budget/unknown", at, label)
		return
	}
	r.funds = append(r.funds, line)
}
