package ledger

import (
	"cmp"
	"slices"
	"strings"
	"unicode/utf8"

	"jiangbu/calc"
	"jiangbu/calc/money"
	"jiangbu/calc/standard"
	"jiangbu/calc/written"
	"jiangbu/sheets"
	"jiangbu/sheets/table"
)

// The columns of an award table of an earlier year.
const (
	priorYear = iota + 1
	priorCompany
	priorCode
	priorItem
	priorLevel
	priorSubject
	priorCertificate
	priorAmount
	numPriorColumns
)

// priorHeadings is every heading of an award table that is known. 奖补金额 is
// what was awarded; beside it 应奖金额 or 核定金额 only informs.
var priorHeadings = []table.Heading{
	{ID: priorYear, Rank: 6, Name: []string{"奖补年度", "奖励年度", "资金年度", "政策年度", "兑现年度"}},
	{ID: priorYear, Rank: 5, Name: []string{"年度", "年份", "所属年度"}},
	{ID: priorCompany, Rank: 6, Name: []string{"单位名称", "企业名称", "公司名称", "奖补单位", "奖补单位名称", "奖补企业", "奖补对象", "获奖单位", "获奖企业",
		"单位", "企业", "单位全称", "企业全称", "项目单位", "企业(单位)名称", "单位(企业)名称", "申报单位", "申报企业", "受奖单位", "补助单位"}},
	{ID: priorCode, Rank: 5, Ends: []string{"统一社会信用代码", "社会信用代码", "信用代码"}},
	{ID: priorItem, Rank: 6, Name: []string{"奖补事项", "奖补项目", "奖励事项", "奖励项目", "补助项目", "补助事项", "事项", "奖补内容", "认定项目",
		"政策事项", "奖补类别"}},
	{ID: priorItem, Rank: 3, Name: []string{"项目", "项目名称", "类别", "项目类别", "认定类别", "称号"}},
	{ID: priorLevel, Rank: 5, Name: []string{"级别", "认定级别", "等级", "星级", "认定等级", "项目级别"}},
	{ID: priorSubject, Rank: 5, Name: []string{"认定名称或对象", "认定名称", "认定对象", "对象", "对象名称", "产品名称", "被诊断企业", "被诊断企业名称",
		"园区名称", "基地名称", "遗产名称", "姓名", "任务名称", "活动名称", "车间名称", "平台名称"}},
	{ID: priorCertificate, Rank: 5, Name: []string{"证书编号", "证书号", "证书编号或文号", "证书编号/文号"}},
	{ID: priorAmount, Rank: 6, Name: []string{"奖补金额", "奖励金额", "补助金额", "奖补资金", "奖励资金", "实际奖补金额", "实奖金额", "拟奖补金额", "兑现金额",
		"拨付金额", "安排金额", "下达金额"}},
	{ID: priorAmount, Rank: 3, Name: []string{"应奖金额", "应奖补金额", "核定金额", "审定金额"}},
	{ID: priorAmount, Rank: 2, Name: []string{"金额", "资金", "合计"}},
	{ID: table.Ignored, Name: []string{"序号", "县区", "板块", "县区(板块)", "所属县区", "条款", "政策条款", "认定日期", "认定时间", "认定年度", "认定文号",
		"文号", "依据", "来源", "备注", "说明", "责任处室", "拨付对象", "联系人", "联系电话", "电话", "账号", "开户行"}},
}

var priorWords = table.NewWords(priorHeadings, nil)

// ReadPrior reads the awards of an earlier year from a plain table: 单位名称,
// 统一社会信用代码, 奖补事项, 级别, 金额 and, where it has them, 年度,
// 认定名称或对象 and 证书编号. The year stands in a column, the title, the
// sheet's name or the file's. A line that cannot be held against new claims, or
// not in full, is a finding on its cell. A workbook that cannot be read to its
// end gives no awards. The accounts say what became of the lines of each sheet.
func ReadPrior(b *sheets.Book, p *calc.Policy) ([]calc.Prior, []calc.SheetAccount, calc.Findings) {
	r := &priorReader{policy: p, vocab: standard.NewVocabulary(p), file: b.File}
	r.names = namesOf(r.vocab)
	for _, s := range b.Sheets {
		r.begin(s)
		found := priorWords.Tables(s, func(l table.Line) bool { r.line(l); return true })
		if found.Worst() != "" {
			return nil, nil, found
		}
		r.end()
		r.closeAccount()
		r.findings = append(r.findings, found...)
		if s.Visibility != sheets.Visible && r.table != nil {
			r.findings.Add("table/hidden", r.ref, "工作表“"+s.Name+"”")
		}
	}
	if r.tables == 0 {
		r.findings.Add("prior/no-table", calc.Ref{File: b.File})
	}
	return r.awards, r.accounts, r.findings
}

// priorReader reads one workbook.
type priorReader struct {
	policy   *calc.Policy
	vocab    *standard.Vocabulary
	names    table.Names
	file     string
	tables   int
	awards   []calc.Prior
	accounts []calc.SheetAccount
	findings calc.Findings

	account table.Account
	ref     calc.Ref // of the sheet that is being read
	around  table.Around
	body    *table.Body
	table   *table.Table
	field   [numPriorColumns]int
	heads   [numPriorColumns]money.Unit
	above   [numPriorColumns]calc.Cell
	sums    *table.Sums
	asked   bool // for the year, once a table
	noUnit  bool // said once a table that the unit is assumed
}

// begin turns to a sheet.
func (r *priorReader) begin(s *sheets.Sheet) {
	r.ref, r.around, r.table = calc.Ref{File: r.file, Sheet: s.Name}, table.NewAround(r.names), nil
	r.account = table.Account{Sheet: s.Name}
}

// closeAccount books the lines of the sheet.
func (r *priorReader) closeAccount() {
	if r.table == nil && r.account.Records == 0 {
		r.account.AsNoTable()
	}
	r.accounts = append(r.accounts, r.account.Told())
}

// end closes what is open when a table ends.
func (r *priorReader) end() {
	if r.table != nil {
		r.sums.End()
	}
}

func (r *priorReader) line(l table.Line) {
	switch {
	case table.IsEmptyLine(l.Cells):
	case l.Header > 0:
		r.account.Count(table.Header, l.Header)
		if !l.Repeat {
			r.end()
			r.around.Leave()
			r.header(l.Table)
		}
	case r.table == nil:
		r.account.Count(table.Above, 1)
		r.around.Add(l.Line)
	default:
		r.read(l)
	}
}

// read reads a line under a header.
func (r *priorReader) read(l table.Line) {
	k, label := r.body.Read(l)
	if k == table.Total && r.around.Leads(label) {
		k = table.Section
	}
	r.account.Count(k, 1)
	switch k {
	case table.Record:
		r.row(l)
	case table.Section:
		if left, ok := r.around.Open(label); ok {
			r.above = [numPriorColumns]calc.Cell{}
			r.sums.Section(l, label, left)
		}
	case table.Total:
		r.sums.Total(l, label)
		r.around.Close(label)
	case table.Note:
		r.around.AddLabels(l.Line)
	case table.Unread, table.Example:
		r.findings.Add("table/unread-row", r.at(l, priorCompany), brief(l.Cells))
		if label.Cell.Text != "" {
			r.around.Open(label)
		}
	}
}

// priorRoles are what the columns are to the reader of lines.
var priorRoles = [numPriorColumns]table.Role{priorYear: table.RoleRemark, priorCompany: table.RoleName,
	priorCode: table.RoleCode, priorItem: table.RoleItem, priorLevel: table.RoleFact,
	priorSubject: table.RoleFact, priorCertificate: table.RoleFact, priorAmount: table.RoleAmount}

// header begins a table; one without company or amount is none of awards.
func (r *priorReader) header(t *table.Table) {
	r.field = [numPriorColumns]int{}
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
		if c.ID == 0 {
			r.account.Headings = append(r.account.Headings, c.Told())
		}
		if c.ID > 0 && r.field[c.ID] == 0 {
			r.field[c.ID], r.heads[c.ID] = i+1, c.Unit
		}
	}
	r.table, r.above, r.asked, r.noUnit = nil, [numPriorColumns]calc.Cell{}, false, false
	at := r.ref
	at.Row = t.Bottom
	switch {
	case r.field[priorAmount] == 0:
		r.findings.Add("table/missing-column", at, "奖补金额")
	case r.field[priorCompany] == 0 && r.field[priorCode] == 0:
		r.findings.Add("table/missing-column", at, "单位名称")
	default:
		r.table = t
		r.tables++
		r.body = table.NewBody(t, table.RolesOf(columns, priorRoles[:]), &r.around)
		r.body.Continues = r.continues
		r.sums = table.NewSums(table.SumForm{Columns: []int{r.field[priorAmount] - 1}, Name: r.field[priorCompany] - 1,
			CatchUp: func() {}, Amount: r.stated,
			Companies: func(n int) int { return n }, Report: r.reportSum})
	}
}

// continues tells whether a line without a name goes on with the company above
// it.
func (r *priorReader) continues(l table.Line) bool {
	return r.above[priorCompany].Text != "" || r.above[priorCode].Text != ""
}

// cell is the cell of a line under a column; 同上 takes the one above.
func (r *priorReader) cell(l table.Line, col int) calc.Cell {
	if r.field[col] == 0 {
		return calc.Cell{}
	}
	c := l.Fields[r.field[col]-1]
	if table.IsDitto(c.Text) {
		return r.above[col]
	}
	if table.IsNothing(c.Text) && c.Kind == calc.CellText {
		return calc.Cell{}
	}
	return c
}

// at is where a column of a line stands.
func (r *priorReader) at(l table.Line, col int) calc.Ref {
	at := r.ref
	at.Row = l.Number
	if r.field[col] > 0 {
		at.Col = r.table.Columns[r.field[col]-1].Col
	}
	return at
}

// row reads one award.
func (r *priorReader) row(l table.Line) {
	var cells [numPriorColumns]calc.Cell
	for col := range cells {
		if col > 0 {
			cells[col] = r.cell(l, col)
		}
	}
	r.fillFromAbove(&cells)
	r.above = cells
	company, former := written.CompanyName(cells[priorCompany].Text)
	code := r.code(l, cells[priorCode])
	if company == "" && code == "" {
		r.findings.Add("table/unread-row", r.at(l, priorCompany), brief(l.Cells))
		return
	}
	if isSeveralCompanies(company) {
		r.findings.Add("prior/company", r.at(l, priorCompany), company)
		return
	}
	item, level, ok := r.item(l, &cells, cmp.Or(company, code))
	amount, paid := r.amount(l, cells[priorAmount])
	if !ok || !paid {
		return
	}
	year := r.year(l, cells[priorYear], cmp.Or(company, code))
	r.awards = append(r.awards, calc.Prior{Ref: r.at(l, priorAmount), Year: year,
		Company: company, FormerName: former, CreditCode: code, Item: item, Level: level,
		Subject:     strings.TrimSpace(cells[priorSubject].Text),
		Certificate: strings.TrimSpace(cells[priorCertificate].Text), Amount: amount})
}

// isSeveralCompanies tells of a name that is those of several companies.
func isSeveralCompanies(name string) bool {
	parts := written.SplitOutside(name, "、，,；;/\n")
	return len(parts) > 1 && !slices.ContainsFunc(parts, func(p string) bool {
		p = strings.TrimSpace(p)
		return utf8.RuneCountInString(p) < leastCompany || !strings.HasSuffix(p, "公司") && !strings.HasSuffix(p, "厂")
	})
}

// leastCompany is the length of the shortest name of a company among several.
const leastCompany = 4

// fillFromAbove gives a line without a company that of the line above, with its
// code and year; and the item, where that leads the line.
func (r *priorReader) fillFromAbove(cells *[numPriorColumns]calc.Cell) {
	take := func(col int) {
		if table.IsBlank(cells[col].Text) {
			cells[col] = r.above[col]
		}
	}
	goesOn := table.IsBlank(cells[priorCompany].Text) && table.IsBlank(cells[priorCode].Text)
	if goesOn {
		take(priorCompany)
		take(priorCode)
		take(priorYear)
	}
	if name := max(r.field[priorCompany], r.field[priorCode]); r.field[priorItem] > 0 &&
		(r.field[priorItem] < name || goesOn) {
		take(priorItem)
	}
	if year := r.field[priorYear]; year > 0 && year < r.field[priorCompany] {
		take(priorYear)
	}
}

// code reads a credit code. One that is wrong would meet nobody: the name
// stands in for it.
func (r *priorReader) code(l table.Line, c calc.Cell) string {
	if c.IsEmpty() {
		return ""
	}
	code, fault := written.ParseCreditCode(c.Text)
	if fault != "" {
		r.findings.Add("cell/credit-code", r.at(l, priorCode), code, fault)
		return ""
	}
	return code
}
