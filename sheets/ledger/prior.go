package ledger

import (
	"cmp"
	"regexp"
	"slices"
	"strings"
	"unicode/utf8"

	"jiangbu/calc"
	"jiangbu/calc/money"
	"jiangbu/calc/reconcile"
	"jiangbu/calc/standard"
	"jiangbu/calc/written"
	"jiangbu/sheets"
	"jiangbu/sheets/table"
)

// ReadPrior reads the awards of an earlier year from a plain table: 单位名称,
// 统一社会信用代码, 奖补事项, 级别, 金额 and, where it has them, 年度,
// 认定名称或对象 and 证书编号. The year stands in a column, the title, the
// sheet's name or the file's. A line that cannot be held against new claims, or
// not in full, is a finding on its cell. A workbook that cannot be read to its
// end gives no awards. The accounts say what became of the lines of each sheet.
func ReadPrior(b *sheets.Book, p *calc.Policy) ([]calc.Prior, []calc.SheetAccount, calc.Findings) {
	r := &priorReader{workbook: workbook{file: b.File}, policy: p, vocab: standard.NewVocabulary(p)}
	for _, s := range b.Sheets {
		sr, from := &priorSheet{priorReader: r}, len(r.lines)
		sr.Reader = table.NewReader(sr, b.File, s, namesOf(r.vocab), &r.findings)
		sr.Speaks = saysEnded
		if refused := r.read(&sr.Reader, priorWords.With(r.namesItem), sr.Headless); refused != nil {
			return nil, nil, refused
		}
		sr.tellHeard(from)
	}
	r.leaveCopies()
	r.leaveSums()
	r.end("prior/no-table")
	return r.awards, r.accounts, r.findings
}

// priorReader reads one workbook.
type priorReader struct {
	workbook
	policy *calc.Policy
	vocab  *standard.Vocabulary
	begun  int // tables, of all sheets
	awards []calc.Prior
	lines  []calc.Prior // all that name what was awarded, of the policy or not
	bare   []bareAward
}

// namesItem tells whether a heading names an item: the column of a wide sheet.
func (r *priorReader) namesItem(heading string) bool { return headsItem(r.vocab, heading) }

// priorSheet reads one sheet.
type priorSheet struct {
	*priorReader
	table.Reader
	table  *table.Table
	field  [numPriorColumns]int
	heads  [numPriorColumns]money.Unit
	wide   []wideColumn // columns of awards for one item
	above  [numPriorColumns]calc.Cell
	asked  bool // for the year, once a table
	noUnit bool // said once a table that the unit is assumed
	nobody bool // the table names no company: sums by item or by district
}

// Take reads one award.
func (r *priorSheet) Take(k table.Kind, _ table.Label, l table.Line) bool {
	if k == table.Example && !written.NamesNobody(r.cell(l, priorCompany).Text) {
		r.findings.Add("table/unread-row", r.at(l, priorCompany), brief(l))
	}
	switch {
	case k != table.Record:
		return false
	case r.nobody:
		return r.nobodysSum(l)
	}
	return r.row(l)
}

// plain is a cell without what is crossed out in it, which is asked about; one of
// which nothing is left stands as it was, so that it still bars.
func (r *priorSheet) plain(l table.Line, col int, c calc.Cell) calc.Cell {
	whole, left, struck := calc.StruckText(c.Text)
	if struck {
		r.findings.Add("cell/struck", r.at(l, col), r.table.Columns[r.field[col]-1].Text, whole, left)
		c.Text = cmp.Or(left, whole)
	}
	return c
}

// Moved forgets the line above a new section.
func (r *priorSheet) Moved(by table.Kind) {
	if by == table.Section {
		r.above = [numPriorColumns]calc.Cell{}
	}
}

// Brief is the text of a line, with no number in it that could be an account.
func (r *priorSheet) Brief(l table.Line) string { return brief(l) }

// priorRoles are what the columns are to the reader of lines.
var priorRoles = [numPriorColumns]table.Role{priorYear: table.RoleRemark, priorCompany: table.RoleName,
	priorCode: table.RoleCode, priorItem: table.RoleItem, priorLevel: table.RoleFact,
	priorSubject: table.RoleFact, priorCertificate: table.RoleFact, priorAmount: table.RoleAmount}

// Begin begins a table; one without company or amount is none of awards, nor is
// another one beside them.
func (r *priorSheet) Begin(t *table.Table) {
	if t.Other {
		return
	}
	r.field = [numPriorColumns]int{}
	columns := r.Columns(t)
	roles := table.RolesOf(columns, priorRoles[:])
	r.wide = nil
	for i, c := range columns {
		if c.Heading == nil && r.namesItem(c.Path()) && !slices.ContainsFunc(columns, isPriorItem) {
			r.wide = append(r.wide, wideColumn{field: i, title: c.Cell(), unit: unitOver(c)})
			roles[i] = table.RoleMark
		} else if c.ID == 0 {
			r.Account.Headings = append(r.Account.Headings, c.Told())
		}
		if c.ID > 0 && r.field[c.ID] == 0 {
			r.field[c.ID], r.heads[c.ID] = i+1, c.Unit
		}
	}
	r.table, r.above, r.asked, r.noUnit = t, [numPriorColumns]calc.Cell{}, false, false
	r.nobody = r.field[priorCompany] == 0 && r.field[priorCode] == 0
	switch {
	case r.field[priorAmount] == 0 && len(r.wide) == 0:
		r.Missing(t, "奖补金额")
	case r.field[priorAmount] == 0 && r.nobody:
		r.Missing(t, "单位名称")
	default:
		r.begun++
		r.Body = table.NewBody(t, roles, &r.Around)
		r.Body.Continues, r.Body.Strikes, r.Body.Listing = r.continues, true, r.nobody
		r.Sums = r.newSums()
	}
}

// isPriorItem tells of a column that it names the items.
func isPriorItem(c *table.Column) bool { return c.ID == priorItem }

// newSums begins the sums of a table: of the column of amounts, where it has one.
func (r *priorSheet) newSums() *table.Sums {
	form := table.SumForm{Name: r.field[priorCompany] - 1, CatchUp: func() {}, Amount: r.stated,
		Companies: func(n int) int { return n },
		Report:    func(d table.Difference) { r.Differs(d, "“"+d.Label+"”奖补金额", "") }}
	if i := r.field[priorAmount]; i > 0 {
		form.Columns = []int{i - 1}
	}
	return table.NewSums(form)
}

// continues tells whether a line without a name goes on with the company above
// it.
func (r *priorSheet) continues(l table.Line) bool {
	return r.above[priorCompany].Text != "" || r.above[priorCode].Text != ""
}

// cell is the cell of a line under a column; 同上 takes the one above.
func (r *priorSheet) cell(l table.Line, col int) calc.Cell {
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
func (r *priorSheet) at(l table.Line, col int) calc.Ref {
	at := r.Ref
	at.Row = l.Number
	if r.field[col] > 0 {
		at.Col = r.table.Columns[r.field[col]-1].Col
	}
	return at
}

// row reads one award; false: the line names nobody.
func (r *priorSheet) row(l table.Line) bool {
	var cells [numPriorColumns]calc.Cell
	for col := range cells {
		if col > 0 {
			cells[col] = r.plain(l, col, r.cell(l, col))
		}
	}
	r.fillFromAbove(&cells)
	r.above = cells
	company, former := written.CompanyName(cells[priorCompany].Text)
	code := r.code(l, cells[priorCode])
	if company == "" && code == "" {
		return false
	}
	if isSeveralCompanies(cells[priorCompany].Text) {
		r.findings.Add("prior/company", r.at(l, priorCompany), company)
		return true
	}
	r.Sums.Line()
	award := calc.Prior{Company: company, FormerName: former, CreditCode: code,
		Subject:     strings.TrimSpace(cells[priorSubject].Text),
		Certificate: strings.TrimSpace(cells[priorCertificate].Text)}
	y, ok := r.stated(0, cells[priorAmount])
	if r.field[priorAmount] > 0 {
		r.Sums.Add(0, y, ok && !l.Merged(r.field[priorAmount]-1))
	}
	if !ok || !y.IsZero() {
		r.askEnded(l, &cells, cmp.Or(company, code))
	}
	if len(r.wide) == 0 {
		r.award(l, &cells, award, r.heads[priorAmount])
	}
	for _, w := range r.wide {
		if cell := l.Fields[w.field]; cell.Row == l.Number && !table.IsNothing(cell.Text) {
			one := cells
			one[priorItem], one[priorAmount] = w.title, cell
			r.award(l, &one, award, w.unit)
		}
	}
	return true
}

// ended says of an earlier award that it did not stand, or came back: whether it
// bars a new one then, the list does not say.
var ended = regexp.MustCompile(`(?:^|[^未没无不有])(?:取消|作废|撤销|撤回|放弃|驳回|退回|退还|收回|追回|缴回)|` +
	`不予(?:奖|补|兑|支|资)|不奖补|未通过|不通过`)

func saysEnded(text string) bool {
	return ended.MatchString(written.Fold(text)) || reconcile.SaysNotPaid(text)
}

// tellHeard asks about what a line among or below the awards says of some of
// them: that they did not stand.
func (r *priorSheet) tellHeard(from int) {
	listed := func(i int) table.Listed {
		return table.Listed{Number: r.lines[from+i].Ref.Row, Name: written.Fold(r.lines[from+i].Company)}
	}
	r.EachSaid(len(r.lines)-from, listed, r.Speaks, func(sentence string, line calc.Cell, of []int) {
		if len(of) > 0 {
			r.findings.Add("prior/ended", r.At(line), r.lines[from+of[0]].Company, sentence)
		}
	})
}

// askEnded asks about an award whose remark or state, or what stands in no column
// that is read, says that it did not stand.
func (r *priorSheet) askEnded(l table.Line, cells *[numPriorColumns]calc.Cell, who string) {
	for _, c := range append([]calc.Aside{{Cell: cells[priorRemark]}, {Cell: cells[priorState]}},
		saidBeside(&r.Reader, l, r.table.Columns, r.wide)...) {
		if saysEnded(c.Cell.Text) {
			r.findings.Add("prior/ended", r.At(calc.Cell{Row: l.Number, Col: c.Cell.Col}), who, c.Cell.Text)
		}
	}
}

// award keeps one award, where its item and its amount are known.
func (r *priorSheet) award(l table.Line, cells *[numPriorColumns]calc.Cell, award calc.Prior, head money.Unit) {
	company, paid := cmp.Or(award.Company, award.CreditCode), false
	award.Ref = r.at(l, priorAmount)
	award.Ref.Col = cmp.Or(cells[priorAmount].Col, award.Ref.Col)
	if i := r.field[priorAmount]; i > 0 && cells[priorAmount].Row != l.Number && l.Merged(i-1) {
		cells[priorAmount] = calc.Cell{} // the one amount of several lines is that of the first
	}
	if table.IsNothing(cells[priorItem].Text) && r.vocab.Item(cells[priorClause].Text).ID != "" {
		cells[priorItem] = cells[priorClause]
	}
	if r.isBare() && cells[priorItem].Text == "" {
		if award.Amount, paid = r.amount(award.Ref, cells[priorAmount], head); paid {
			r.bare = append(r.bare, bareAward{award, r.begun})
		}
		return
	}
	item, level, ok := r.item(l, cells, company)
	if award.Amount, paid = r.amount(award.Ref, cells[priorAmount], head); !paid {
		return
	}
	if ok {
		award.Item, award.Level, award.Year = item, level, r.year(l, cells[priorYear], company)
		r.awards = append(r.awards, r.pieces(award)...)
	}
	r.lines = append(r.lines, award)
}

// pieces are what a line awards: what it says, and each of several subjects or
// certificates that its cells list, in the same order.
func (r *priorSheet) pieces(award calc.Prior) []calc.Prior {
	all := []calc.Prior{award}
	subjects := written.SplitOutside(award.Subject, pieceMarks)
	papers := written.SplitOutside(award.Certificate, pieceMarks)
	n := max(len(subjects), len(papers))
	for i := range n {
		one := award
		if len(subjects) > 1 {
			one.Subject = subjects[i%len(subjects)]
		}
		if one.Certificate = ""; len(papers) == n {
			one.Certificate = papers[i]
		}
		if n > 1 {
			all = append(all, one)
		}
	}
	return all
}

// pieceMarks part what a cell lists.
const pieceMarks = "；;、\n"

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
func (r *priorSheet) fillFromAbove(cells *[numPriorColumns]calc.Cell) {
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
func (r *priorSheet) code(l table.Line, c calc.Cell) string {
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
