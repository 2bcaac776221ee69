package ledger

import (
	"regexp"
	"slices"
	"strconv"
	"strings"

	"jiangbu/calc"
	"jiangbu/calc/money"
	"jiangbu/calc/standard"
	"jiangbu/calc/written"
	"jiangbu/sheets"
	"jiangbu/sheets/table"
)

// ReadBudget reads the lines of a budget workbook: a scope (总额, 条款, 奖补事项,
// 县区, 处室), a name as the policy or people write it, an amount with its unit.
// Lines of 结转 and 收回 add to the limit that they name (the total where they
// name none), lines of 预留 lower it. A line that names nothing known, stands
// twice, has no readable amount, or parts that exceed the whole are findings
// of severity error: a person must mend the file. Lines with a finding are
// left out, so the caller should not go on without looking at them. A dash or 无
// for an amount says that the line has none; an empty cell does not say so. Of
// columns for several years that of the award year is read. The accounts say
// what became of the lines of each sheet.
func ReadBudget(b *sheets.Book, p *calc.Policy, year int) ([]calc.BudgetLimit, []calc.SheetAccount,
	calc.Findings) {
	r := &budgetReader{workbook: workbook{file: b.File}, policy: p, vocab: standard.NewVocabulary(p), year: year,
		parts: map[string]statedPart{}}
	for _, s := range b.Sheets {
		r.ours = r.ours || slices.Contains(budgetYears(s.Name), year)
	}
	for _, s := range b.Sheets {
		sr := &budgetSheet{budgetReader: r, copies: map[string]int{}}
		sr.Reader = table.NewReader(sr, b.File, s, r.names(), &r.findings)
		sr.Speaks = saysChange
		if refused := r.read(&sr.Reader, budgetWords.With(sr.namesColumn), sr.withoutHeading); refused != nil {
			return nil, nil, refused
		}
		sr.endHead()
		sr.endCopies()
		sr.tellHeard()
	}
	r.end("budget/no-table")
	r.combine()
	return r.limits, r.accounts, r.findings
}

// budgetReader reads one workbook.
type budgetReader struct {
	workbook
	policy   *calc.Policy
	vocab    *standard.Vocabulary
	year     int                   // of the awards
	ours     bool                  // a sheet is called by it
	parts    map[string]statedPart // lines that are parts of a limit, by all that they name
	limits   []calc.BudgetLimit
	funds    []fundLine
	sums     []budgetCell // 合计
	subs     []budgetCell // of one thing
	loose    []budgetCell // 小计 of nothing named
	adjusted money.Yuan   // 调整数 of the total
}

// budgetSheet reads one sheet.
type budgetSheet struct {
	*budgetReader
	table.Reader
	field   [numBudgetColumns]int
	units   [numBudgetColumns]money.Unit // of the headings
	wide    []wideLimit                  // the columns of a matrix: one a clause, an item or a district
	columns []nameColumn                 // of names, and what their headings state
	above   map[int]calc.Cell            // the name above, by column, for a cell left empty
	heading budgetName                   // what the section names that the reading is in
	block   map[calc.Scope]money.Yuan    // allotted since the last 小计, by scope
	head    budgetCell                   // a line that names nothing known, until the lines below it add up to it
	under   map[calc.Scope]money.Yuan    // allotted since then
	instead map[*table.Column]string     // of columns of other years: which one is read
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
	later bool             // 调整后: the budget as it was changed
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

// namesColumn tells whether a heading names a clause, an item, a district or a
// level: a column of a matrix. Below the first heading such words are lines.
func (r *budgetSheet) namesColumn(heading string) bool {
	_, ok := r.columnOf(heading)
	return ok && r.Tables == 0
}

// columnOf is what a column of a matrix is about: nothing of its own where its
// heading is a level, since budgets are of whole items.
func (r *budgetReader) columnOf(heading string) (budgetName, bool) {
	if s, id, ok := r.resolve("", heading); ok && s != calc.ScopeTotal {
		return budgetName{s, id}, true
	}
	return budgetName{}, slices.ContainsFunc(r.policy.Items,
		func(it calc.Item) bool { return r.isLevel(heading, it.ID) })
}

// Begin begins a table; another one beside a budget is one where it is a budget too.
func (r *budgetSheet) Begin(t *table.Table) {
	r.endHead()
	for i := range r.field {
		r.field[i], r.units[i] = -1, money.UnitNone
	}
	r.columns, r.wide, r.above, r.block = nil, nil, map[int]calc.Cell{}, map[calc.Scope]money.Yuan{}
	r.heading = budgetName{}
	r.leaveOtherYears(t)
	columns := r.Columns(t)
	roles := table.RolesOf(columns, budgetRoles[:])
	for i, c := range columns {
		about, ok := r.columnOf(c.Text)
		switch {
		case c.Heading == nil && ok:
			r.wide = append(r.wide, wideLimit{i, about, unitOver(c)})
			roles[i] = table.RoleAmount
		case c.Heading == nil && !table.IsBlank(c.Text):
			r.Account.Headings = append(r.Account.Headings, c.Told()+r.instead[c])
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
	if r.isOtherYear(t) || r.isOfOtherTitle() {
		r.Leave(t, r.notOurs())
		return
	}
	amounts := r.field[colAmount] >= 0 || len(r.wide) > 0
	names := len(r.columns) > 0 || r.field[colScope] >= 0 || r.namesNothing()
	if t.Other && !(amounts && names) {
		return
	}
	if !amounts {
		r.Missing(t, "金额")
	}
	if !names {
		r.Missing(t, "名称")
	}
	r.Body = table.NewBody(t, roles, &r.Around)
	r.Body.Listing, r.Body.Strikes = true, true
}

// namesNothing tells of a table that it needs no names: its columns are the sums
// of one fund (年初预算, 调整数, 调整后), or a matrix of levels.
func (r *budgetSheet) namesNothing() bool {
	if len(r.columns) > 0 || r.field[colScope] >= 0 {
		return false
	}
	funds := 0
	for _, c := range moneyColumns {
		if r.field[c] >= 0 {
			funds++
		}
	}
	return funds > 1 || r.field[colLevel] >= 0 && len(r.wide) > 0
}

// isOtherYear tells of one of several tables side by side that it is of another
// year, by the headings over all of its columns.
func (r *budgetSheet) isOtherYear(t *table.Table) bool {
	return t.Right != 0 && !slices.ContainsFunc(t.Columns, func(c table.Column) bool {
		years := written.YearsIn(c.Path(), false)
		return len(years) == 0 || slices.Contains(years, r.year)
	})
}

// isOfOtherTitle tells of a table that it is of another year by its titles or its
// sheet's name, where another sheet is of ours; else it is said which year it is of.
func (r *budgetSheet) isOfOtherTitle() bool {
	text, at := r.Sheet.Name, r.Ref
	for _, c := range r.Around.Titles {
		if text += " " + c.Text; len(budgetYears(c.Text)) > 0 {
			at = r.At(c)
		}
	}
	years := budgetYears(text)
	if len(years) == 0 || slices.Contains(years, r.year) {
		return false
	}
	if !r.ours {
		r.findings.Add("budget/year", at, strconv.Itoa(years[0]), strconv.Itoa(r.year))
	}
	return r.ours
}

// budgetYears are the years that a text names, and that are of no day.
func budgetYears(text string) []int {
	years, _ := written.YearsOfNoDay(text)
	return years
}

// notOurs is how the account says that something is of another year.
func (r *budgetReader) notOurs() string { return "（不是" + strconv.Itoa(r.year) + "年度的）" }

// changes finds what a line below the table says was changed, and by how much.
var changes = regexp.MustCompile(`(?:追加|追减|调增|调减|核减|压减|收回|调整[为到至后])[^,。;]{0,12}` +
	`[0-9][0-9.,]*(?:万|亿|元)`)

func saysChange(text string) bool {
	text = written.Fold(text)
	return changes.MatchString(text) && calc.ContainsAny(text, []string{"含", "计入", "包括", "其中"}) == ""
}

// tellHeard asks about what the lines below a table say was changed, where no column
// holds changes.
func (r *budgetSheet) tellHeard() {
	for _, c := range r.Heard {
		if r.field[colAdjust] < 0 && r.field[colCut] < 0 && r.field[colAfter] < 0 && r.adjusted.IsZero() {
			r.findings.Add("budget/said", r.At(c), strings.TrimSpace(c.Text))
		}
	}
}

// leaveOtherYears takes the meaning from columns of other years where one beside
// them is of the award year: 2023年预算 beside 2024年预算. 增减 beside them compares
// the years and adjusts nothing.
func (r *budgetSheet) leaveOtherYears(t *table.Table) {
	r.instead = map[*table.Column]string{}
	own := map[int]*table.Column{}
	for i := range t.Columns {
		if c := &t.Columns[i]; c.Heading != nil && slices.Contains(written.YearsIn(c.Path(), false), r.year) {
			own[c.Heading.ID] = c
		}
	}
	for i := range t.Columns {
		c := &t.Columns[i]
		if c.Heading == nil || len(written.YearsIn(c.Path(), false)) == 0 {
			continue
		}
		if other := own[c.Heading.ID]; other != nil && !slices.Contains(written.YearsIn(c.Path(), false), r.year) {
			c.Heading, r.instead[c] = nil, "（不是"+strconv.Itoa(r.year)+"年度的，取"+other.Told()+"）"
		}
	}
	if !slices.ContainsFunc(t.Columns, r.isEarlier) {
		return
	}
	for i := range t.Columns {
		if c := &t.Columns[i]; c.Heading != nil && c.Heading.ID == colAdjust && strings.Contains(c.Text, "增减") {
			c.Heading = nil
		}
	}
}

// isEarlier tells of a column that nobody reads that it is of an earlier year.
func (r *budgetSheet) isEarlier(c table.Column) bool {
	unread := c.Heading == nil || c.Heading.ID == table.Ignored
	return unread && (strings.Contains(c.Text, "上年") || strings.Contains(c.Text, "去年") ||
		slices.ContainsFunc(written.YearsIn(c.Path(), false), func(y int) bool { return y < r.year }))
}

// Moved reads what the sections name; no name goes on below a section.
func (r *budgetSheet) Moved(by table.Kind) {
	r.heading = r.section()
	if by == table.Section {
		clear(r.above)
		clear(r.block)
	}
}

// Brief is the text of a line for a finding.
func (r *budgetSheet) Brief(l table.Line) string { return brief(l) }

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
	y, found := standard.ReadAmount(c, "预算金额", head, r.Around.Unit, at)
	switch {
	case slices.ContainsFunc(found, func(f calc.Finding) bool { return f.Code == "cell/unit-assumed" }):
		r.findings.Add("budget/amount", at, strings.TrimSpace(c.Text), "没有写明单位")
	case y != nil && !y.IsFen():
		r.findings.Add("budget/amount", at, strings.TrimSpace(c.Text), "不是整分，可能是除法的结果")
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

// withoutHeading says of a sheet without a table that it holds lines of a budget
// (总额 | 5000): they were not read.
func (r *budgetSheet) withoutHeading() (found calc.Findings) {
	for _, l := range r.WithoutHeading() {
		first := table.FirstCell(l.Cells)
		_, _, named := r.resolve("", first.Text)
		h, _ := budgetWords.Find("", first.Text)
		if named || h != nil && h.ID != table.Ignored && h.ID != colNote && h.ID != colSerial ||
			fundOf(first.Text) != noFund || namesFund(first.Text) {
			found.Add("budget/no-heading", r.At(first), r.Brief(l))
			break
		}
	}
	return found
}
