package ledger

import (
	"cmp"
	"regexp"
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
	colSerial
	colLevel
	colCarried  // 上年结转
	colClawed   // 收回
	colReserved // 预留
	colAdjust   // 调整数, with its sign
	colAfter    // 调整后: the sum of the others
	numBudgetColumns
)

// budgetHeadings is every heading of a budget that is known. A heading that is
// itself a scope (县区) says what its column names; its Kind is the scope's
// place in budgetScopes.
var budgetHeadings = []table.Heading{
	{ID: colScope, Rank: 5, Name: []string{"范围", "类别", "预算类别", "范围/类别", "类型", "口径", "预算范围", "分类", "维度"}},
	{ID: colName, Many: true, Rank: 5, Name: []string{"资金名称", "专项名称", "专项资金名称", "政策名称", "名称", "预算名称", "项目", "项目名称",
		"预算项目", "内容", "预算科目名称", "支出项目"}},
	{ID: colName, Many: true, Rank: 4, Kind: 1, Name: []string{"条款", "政策条款"}},
	{ID: colName, Many: true, Rank: 4, Kind: 2, Name: []string{"奖补事项", "事项", "奖补项目", "奖补事项名称", "奖励事项"}},
	{ID: colName, Many: true, Rank: 4, Kind: 3, Name: []string{"县区", "板块", "县区(板块)", "区县", "地区"}},
	{ID: colName, Many: true, Rank: 4, Kind: 4, Name: []string{"处室", "责任处室", "科室", "责任科室", "业务处室", "主管处室", "牵头处室"}},
	{ID: colAmount, Rank: 5, Name: []string{"金额", "预算金额", "预算", "预算数", "预算额", "安排金额", "预算安排", "额度", "资金", "预算资金",
		"资金额度", "本年预算", "年度预算", "年初预算", "年初预算数", "年初预算安排", "年初安排", "年初数", "当年预算", "当年预算数", "当年安排", "本年安排",
		"本年预算数", "批复数", "批复预算", "预算批复数", "下达预算", "安排数", "资金安排", "资金需求", "所需资金", "需求金额", "测算金额"}},
	{ID: colAmount, Rank: 2, Name: []string{"合计", "小计", "总计", "金额合计"}},
	{ID: colLevel, Name: []string{"级别", "等级", "认定级别", "档次", "星级"}},
	{ID: colCarried, Name: []string{"上年结转", "结转", "上年结转结余", "结转结余", "上年结余", "结余", "上年结转资金", "结转资金", "上年结转数"}},
	{ID: colClawed, Name: []string{"收回", "收回资金", "收回存量", "收回存量资金", "收回以前年度资金", "收回上年", "收回数"}},
	{ID: colReserved, Name: []string{"预留", "预留资金", "预留数", "预留额度", "暂扣", "减:预留", "减预留"}},
	{ID: colAdjust, Name: []string{"调整数", "调整", "调整额", "预算调整", "预算调整数", "调增调减", "调增(+)调减(-)", "增减", "增减数", "追加", "追加数",
		"追加预算", "年中追加", "调增", "本次调整"}},
	{ID: colAfter, Name: []string{"调整后", "调整后预算", "调整后预算数", "调整后数", "调整后金额", "可用资金", "可用预算", "可安排资金", "可用额度", "全年预算",
		"全年预算数", "预算合计", "资金合计", "合计可用"}},
	{ID: colNote, Many: true, Name: []string{"备注", "说明"}},
	{ID: colSerial, Many: true, Name: []string{"序号", "序", "编号"}},
	{ID: table.Ignored, Name: []string{"依据", "文号", "指标文号", "占比", "比例"}},
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
// for an amount says that the line has none; an empty cell does not say so. The
// accounts say what became of the lines of each sheet.
func ReadBudget(b *sheets.Book, p *calc.Policy) ([]calc.BudgetLimit, []calc.SheetAccount, calc.Findings) {
	r := &budgetReader{policy: p, vocab: standard.NewVocabulary(p), parts: map[string]statedPart{}}
	for _, s := range b.Sheets {
		sr := &budgetSheet{budgetReader: r, copies: map[string]int{}}
		sr.Reader = table.NewReader(sr, b.File, s, r.names(), &r.findings)
		found := sr.Read(budgetWords.With(r.namesColumn))
		if found.Worst() != "" {
			return nil, nil, found
		}
		r.findings = append(r.findings, found...)
		sr.endHead()
		sr.endCopies()
		r.accounts = append(r.accounts, sr.Account.Told())
	}
	if r.tables == 0 {
		r.findings.Add("budget/no-table", calc.Ref{File: b.File})
	}
	r.settle()
	return r.limits, r.accounts, r.findings
}

// budgetReader reads one workbook.
type budgetReader struct {
	policy   *calc.Policy
	vocab    *standard.Vocabulary
	tables   int
	parts    map[string]statedPart // lines that are parts of a limit, by all that they name
	limits   []calc.BudgetLimit
	funds    []fundLine
	sums     []budgetCell // 合计
	subs     []budgetCell // of one thing
	loose    []budgetCell // 小计 of nothing named
	adjusted money.Yuan   // 调整数 of the total
	accounts []calc.SheetAccount
	findings calc.Findings
}

// budgetSheet reads one sheet.
type budgetSheet struct {
	*budgetReader
	table.Reader
	unit    money.Unit // that counts where no heading has one
	field   [numBudgetColumns]int
	units   [numBudgetColumns]money.Unit // of the headings
	wide    []wideLimit                  // the columns of a matrix: one a clause, an item or a district
	columns []nameColumn                 // of names, and what their headings state
	above   map[int]calc.Cell            // the name above, by column, for a cell left empty
	heading budgetName                   // what the section names that the reading is in
	block   map[calc.Scope]money.Yuan    // allotted since the last 小计, by scope
	head    budgetCell                   // a line that names nothing known, until the lines below it add up to it
	under   map[calc.Scope]money.Yuan    // allotted since then
	copies  map[string]int               // lines that say again what those of another sheet do
}

// statedPart is a line that was read, and what it allots.
type statedPart struct {
	ref      calc.Ref
	allotted money.Yuan
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
	limit calc.BudgetLimit // with the funds beside it
	about budgetName       // of a 小计
	fund  bool             // it names the fund itself, and is no sum of lines
}

// wideLimit is a column of sums for one thing.
type wideLimit struct {
	field int
	about budgetName
	unit  money.Unit
}

// nameColumn is a column of names. Its scope is "" where the heading states none.
type nameColumn struct {
	field int
	scope calc.Scope
}

// names are the words that can head the lines of a budget.
func (r *budgetReader) names() table.Names {
	return table.Names{District: r.vocab.NamesDistrict,
		Item: func(text string) bool {
			s, _, ok := r.resolve("", text)
			return ok && s != calc.ScopeDistrict && s != calc.ScopeTotal || r.vocab.NamesItem(text)
		},
		Harmless: func(text string) bool { return r.isWhole(text) || fundOf(text) != noFund }}
}

// unitBrackets finds a unit in brackets within a title or a sheet's name.
var unitBrackets = regexp.MustCompile(`\(([^()]*元[^()]*)\)`)

// bracketUnit is the unit that a title or a sheet's name says in brackets: 预算表（万元）.
func bracketUnit(text string) money.Unit {
	m := unitBrackets.FindStringSubmatch(table.Fold(text))
	if m == nil {
		return money.UnitNone
	}
	_, unit := table.CutUnit("金额(" + m[1] + ")")
	return unit
}

// namesColumn tells whether a heading names a clause, an item or a district: a
// column of a matrix. Below the first heading such words are lines.
func (r *budgetReader) namesColumn(heading string) bool {
	s, _, ok := r.resolve("", heading)
	return ok && s != calc.ScopeTotal && r.tables == 0
}

// budgetRoles are what the columns are to the reader of lines.
var budgetRoles = [numBudgetColumns]table.Role{colScope: table.RoleItem, colName: table.RoleItem,
	colAmount: table.RoleAmount, colNote: table.RoleRemark, colSerial: table.RoleSerial, colLevel: table.RoleFact,
	colCarried: table.RoleAmount, colClawed: table.RoleAmount, colReserved: table.RoleAmount,
	colAdjust: table.RoleAmount, colAfter: table.RoleAmount}

// Begin begins a table.
func (r *budgetSheet) Begin(t *table.Table) {
	r.endHead()
	r.tables++
	for i := range r.field {
		r.field[i], r.units[i] = -1, money.UnitNone
	}
	r.columns, r.wide, r.above, r.block = nil, nil, map[int]calc.Cell{}, map[calc.Scope]money.Yuan{}
	r.heading = budgetName{}
	columns := r.Columns(t)
	roles := table.RolesOf(columns, budgetRoles[:])
	for i, c := range columns {
		s, id, ok := r.resolve("", c.Text)
		switch {
		case c.Heading == nil && ok && s != calc.ScopeTotal:
			r.wide = append(r.wide, wideLimit{i, budgetName{s, id}, unitOver(c)})
			roles[i] = table.RoleAmount
		case c.Heading == nil && !table.IsBlank(c.Text):
			r.Account.Headings = append(r.Account.Headings, c.Told())
		case c.Heading != nil && c.Heading.ID == colName:
			r.columns = append(r.columns, nameColumn{i, budgetScopes[c.Heading.Kind]})
			roles[i] = table.RoleItem
		}
		if c.ID > 0 && r.field[c.ID] < 0 {
			r.field[c.ID], r.units[c.ID] = i, c.Unit
		}
	}
	if r.field[colAmount] < 0 {
		r.field[colAmount], r.units[colAmount] = r.field[colAfter], r.units[colAfter]
		r.field[colAfter] = -1
	}
	if r.field[colAmount] < 0 && len(r.wide) == 0 {
		r.Missing(t, "金额")
	}
	if len(r.columns) == 0 && r.field[colScope] < 0 {
		r.Missing(t, "名称")
	}
	r.Body = table.NewBody(t, roles, &r.Around)
	r.Body.Listing = true
	r.findUnit()
}

// findUnit takes the unit of a line above or below the heading, else that in
// brackets in the nearest title or the sheet's name.
func (r *budgetSheet) findUnit() {
	r.unit = r.Around.Unit
	for _, t := range slices.Backward(r.Around.Titles) {
		r.unit = cmp.Or(r.unit, bracketUnit(t.Text))
	}
	r.unit = cmp.Or(r.unit, bracketUnit(r.Sheet.Name))
}

// Moved reads a unit that stands below the heading, and what the sections name;
// no name goes on below a section.
func (r *budgetSheet) Moved(by table.Kind) {
	r.findUnit()
	r.heading = r.section()
	if by == table.Section {
		clear(r.above)
		clear(r.block)
	}
}

// Brief is the text of a line for a finding.
func (r *budgetSheet) Brief(l table.Line) string { return brief(l.Cells) }

// cell is the cell of a line under a column; empty where the table has none.
func (r *budgetSheet) cell(l table.Line, col int) calc.Cell {
	if r.field[col] < 0 {
		return calc.Cell{}
	}
	return l.Fields[r.field[col]]
}

// find is the line for a scope and name, -1 where there is none.
func (r *budgetReader) find(s calc.Scope, name string) int {
	return slices.IndexFunc(r.limits, func(l calc.BudgetLimit) bool { return l.Scope == s && l.Name == name })
}

// amount reads the amount of a line; without one the line is a finding.
func (r *budgetSheet) amount(c calc.Cell, head money.Unit, at calc.Ref) (money.Yuan, bool) {
	y, found := standard.ReadAmount(c, "预算金额", head, r.unit, at)
	switch {
	case slices.ContainsFunc(found, func(f calc.Finding) bool { return f.Code == "cell/unit-assumed" }):
		r.findings.Add("budget/amount", at, strings.TrimSpace(c.Text), "没有写明单位")
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

// resolve finds what a name is about: by the scope that its line or its heading
// states, or, where neither does, by what the name alone can be.
func (r *budgetReader) resolve(stated calc.Scope, name string) (calc.Scope, string, bool) {
	if stated != "" {
		id, known := r.vocab.Resolve(stated, name)
		return stated, id, known
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
