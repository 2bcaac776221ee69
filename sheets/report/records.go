package report

import (
	"strconv"
	"strings"

	"jiangbu/calc"
	"jiangbu/sheets/write"
)

// The headings of 认定记录 by which the report is read back.
const (
	headAwardSerial = "明细序号"
	headDistrict    = "县区"
	headCompany     = "单位名称"
	headFormer      = "曾用名"
	headCode        = "统一社会信用代码"
	headClause      = "条款"
	headItemID      = "事项编码"
	headItemName    = "奖补事项"
	headLevel       = "级别"
	headNature      = "认定类型"
	headSubject     = "认定名称或对象"
	headSubjectCode = "对象信用代码"
	headCertificate = "证书编号"
	headDocument    = "认定文号"
	headRecognised  = "认定日期"
	headLabelYear   = "名单年度"
	headValidFrom   = "有效期起"
	headBase        = "计算基数(元)"
	headApproved    = "核定金额(元)"
	headClaimed     = "申报金额(元)"
	headOutcome     = "结论"
	headReason      = "原因"
	headReasonCode  = "原因代码"
	headEntitled    = "应奖金额(元)"
	headAmount      = "奖补金额(元)"
	headPayee       = "拨付对象"
	headSteps       = "依据步骤"
	headBy          = "保留的记录键"
	headFile        = "来源文件"
	headSheet       = "来源工作表"
	headSourceRow   = "来源行"
	headDoubt       = "待核原因代码"
	headCells       = "原始内容"
)

// recordColumns are the columns of 认定记录: first what people look for, then
// what completes the record.
var recordColumns = []column{
	{headAwardSerial, write.LookCount, 5, 8}, {headDistrict, write.LookCentre, 8, 12}, {headCompany, write.LookText, 14, 24},
	{headCode, write.LookCentre, 18, 18}, {headClause, write.LookCentre, 5, 6}, {headItemName, write.LookText, 10, 16},
	{headLevel, write.LookCentre, 7, 9}, {headSubject, write.LookText, 8, 16}, {headCertificate, write.LookText, 8, 16},
	{headDocument, write.LookText, 8, 16}, {headRecognised, write.LookCentre, 10, 11}, {headNature, write.LookCentre, 8, 9},
	{headOutcome, write.LookCentre, 10, 12}, {headReason, write.LookText, 10, 18}, {headEntitled, write.LookMoney, 10, 18},
	{headAmount, write.LookMoney, 10, 18}, {headPayee, write.LookText, 8, 12}, {headSteps, write.LookWrap, 30, 50},
	{headFile, write.LookLink, 10, 18}, {headSheet, write.LookText, 8, 16}, {headSourceRow, write.LookCount, 5, 8},
	{headFormer, write.LookText, 8, 20}, {headSubjectCode, write.LookCentre, 10, 20}, {headLabelYear, write.LookCentre, 6, 8},
	{headValidFrom, write.LookCentre, 8, 11}, {headBase, write.LookMoney, 8, 16}, {headApproved, write.LookMoney, 8, 16},
	{headClaimed, write.LookMoney, 8, 16}, {headItemID, write.LookText, 12, 22}, {headReasonCode, write.LookText, 10, 22},
	{headBy, write.LookText, 12, 20},
	{headDoubt, write.LookText, 10, 22}, {headRuling, write.LookCentre, 8, 10}, {headRulingAmount, write.LookMoney, 8, 16},
	{headRulingBasis, write.LookText, 8, 20}, {headCells, write.LookPlain, 40, 40}, {headKey, write.LookText, 12, 20},
}

// columnOf is the number of a column of 认定记录.
func columnOf(head string) int {
	for i, c := range recordColumns {
		if c.head == head {
			return i + 1
		}
	}
	return 0
}

// layRecords writes 认定记录: every record with its decision, in the order of
// the inputs.
func (b *book) layRecords() error {
	t := table{name: SheetRecords, title: b.title + "认定记录表", unit: unitYuan, cols: recordColumns, lines: len(b.result.Records),
		note: b.note("全部认定记录及其结论，一条记录一行；本表供核查，改动不影响其他各表"), freeze: 3, wide: 3, grid: true}
	t.line = func(p *write.SheetWriter, _, i int) { b.recordLine(p, i) }
	t.total = func(p *write.SheetWriter, _ int) { b.recordTotal(p, t.last()) }
	return b.lay(t)
}

func (b *book) recordLine(p *write.SheetWriter, i int) {
	r, d := b.record(i)
	if n := b.serial[i]; n > 0 {
		p.Count(write.LookCount, int(n))
	} else {
		p.Blank(write.LookCount)
	}
	p.Text(write.LookCentre, r.District)
	p.Text(write.LookText, r.Company)
	p.Text(write.LookCentre, r.CreditCode)
	p.Text(write.LookCentre, r.Clause)
	p.Text(write.LookText, b.itemName(r))
	p.Text(write.LookCentre, r.Level)
	p.Text(write.LookText, r.Subject)
	p.Text(write.LookText, r.Certificate)
	p.Text(write.LookText, r.Document)
	writeDate(p, r.Recognised)
	p.Text(write.LookCentre, r.Nature)
	b.recordDecision(p, r, d)
	b.recordRest(p, r, d)
}

func (b *book) recordDecision(p *write.SheetWriter, r *calc.Record, d *calc.Decision) {
	p.Text(write.LookCentre, d.Outcome.Name())
	if d.Reason == "" {
		p.Blank(write.LookText)
	} else {
		p.Text(write.LookText, calc.ReasonName(d.Reason))
	}
	p.Money(write.LookMoney, d.Entitled)
	p.Money(write.LookMoney, d.Amount)
	p.Text(write.LookText, d.Payee)
	p.Text(write.LookWrap, b.steps.of(d))
	p.Place(r.Source.File, r.Source)
	p.Text(write.LookText, r.Source.Sheet)
	p.Count(write.LookCount, r.Source.Row)
}

func (b *book) recordRest(p *write.SheetWriter, r *calc.Record, d *calc.Decision) {
	p.Text(write.LookText, r.FormerName)
	p.Text(write.LookCentre, r.SubjectCode)
	if r.LabelYear == 0 {
		p.Blank(write.LookCentre)
	} else {
		p.Text(write.LookCentre, strconv.Itoa(r.LabelYear))
	}
	writeDate(p, r.ValidFrom)
	p.MoneyOf(write.LookMoney, r.Base)
	p.MoneyOf(write.LookMoney, r.Approved)
	p.MoneyOf(write.LookMoney, r.Claimed)
	p.Text(write.LookText, r.Item)
	p.Text(write.LookText, d.Reason)
	p.Text(write.LookText, d.By)
	p.Text(write.LookText, joinDoubts(d.Doubts))
	writeRuling(p, d.Ruling, write.LookCentre, write.LookMoney, write.LookText)
	p.Text(write.LookPlain, b.cellWords(r.Row))
	p.Text(write.LookText, r.Key) // last and never empty: the long text before it does not run over the edge of the page
}

// cellWords writes the cells of a row as they came: 单位名称[C]=甲公司｜….
func (b *book) cellWords(row *calc.Row) string {
	if row == nil {
		return ""
	}
	b.scratch = b.scratch[:0]
	for i := range row.Fields {
		b.cell(row, row.Fields[i].Column.String(), row.Fields[i].Cell())
	}
	b.cell(row, CellTitle, row.Title)
	b.cell(row, CellDistrict, row.District)
	return string(b.scratch)
}

// cell adds a cell to the words of a row. One of another row than 来源行, as of a
// title above the table, has its number too.
func (b *book) cell(row *calc.Row, name string, c calc.Cell) {
	if c.IsEmpty() && c.Kind != calc.CellNoValue {
		return
	}
	s := b.scratch
	if len(s) > 0 {
		s = append(s, cellBar...)
	}
	s = append(append(append(s, name...), '['), calc.ColumnName(c.Col)...)
	if c.Row != int(row.Number) {
		s = strconv.AppendInt(s, int64(c.Row), 10)
	}
	s = append(s, "]="...)
	b.scratch = append(s, strings.ReplaceAll(c.Text, cellBar, "|")...)
}

// The names of cells that stand beside the row's own columns: the title that
// names the item, and who sent the table.
const (
	CellTitle    = "标题"
	CellDistrict = "填报单位"
)

func (b *book) recordTotal(p *write.SheetWriter, end int) {
	all := b.all(func(*group) bool { return true })
	p.Text(write.LookTotal, "合计")
	for i := 2; i <= len(recordColumns); i++ {
		switch recordColumns[i-1].head {
		case headEntitled:
			p.MoneyFormula(write.LookTotalMoney, sumColumn(i, end), all.entitled)
		case headAmount:
			p.MoneyFormula(write.LookTotalMoney, sumColumn(i, end), all.amount)
		default:
			p.Blank(write.LookTotal)
		}
	}
}

// sumColumn adds up the lines of a column down to row end.
func sumColumn(col, end int) string {
	name := calc.ColumnName(col)
	return "SUM(" + name + strconv.Itoa(firstRow) + ":" + name + strconv.Itoa(end) + ")"
}

// recordRange is a column of 认定记录 as formulas name it.
func (b *book) recordRange(head string) string {
	col := "$" + calc.ColumnName(columnOf(head)) + "$"
	return SheetRecords + "!" + col + strconv.Itoa(firstRow) + ":" + col + strconv.Itoa(firstRow+max(len(b.result.Records), 1)-1)
}

// recordTotalCell is the total of 认定记录, for the checks.
func (b *book) recordTotalCell() string {
	return SheetRecords + "!$" + calc.ColumnName(columnOf(headAmount)) + "$" + strconv.Itoa(firstRow+max(len(b.result.Records), 1))
}
