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
	{headAwardSerial, write.StyleCount, 5, 8}, {headDistrict, write.StyleCentre, 8, 12}, {headCompany, write.StyleText, 14, 24},
	{headCode, write.StyleCentre, 18, 18}, {headClause, write.StyleCentre, 5, 6}, {headItemName, write.StyleText, 10, 16},
	{headLevel, write.StyleCentre, 7, 9}, {headSubject, write.StyleText, 8, 16}, {headCertificate, write.StyleText, 8, 16},
	{headDocument, write.StyleText, 8, 16}, {headRecognised, write.StyleCentre, 10, 11}, {headNature, write.StyleCentre, 8, 9},
	{headOutcome, write.StyleCentre, 10, 12}, {headReason, write.StyleText, 10, 18}, {headEntitled, write.StyleMoney, 10, 18},
	{headAmount, write.StyleMoney, 10, 18}, {headPayee, write.StyleText, 8, 12}, {headSteps, write.StyleWrap, 30, 50},
	{headFile, write.StyleLink, 10, 18}, {headSheet, write.StyleText, 8, 16}, {headSourceRow, write.StyleCount, 5, 8},
	{headFormer, write.StyleText, 8, 20}, {headSubjectCode, write.StyleCentre, 10, 20}, {headLabelYear, write.StyleCentre, 6, 8},
	{headValidFrom, write.StyleCentre, 8, 11}, {headBase, write.StyleMoney, 8, 16}, {headApproved, write.StyleMoney, 8, 16},
	{headClaimed, write.StyleMoney, 8, 16}, {headItemID, write.StyleText, 12, 22}, {headReasonCode, write.StyleText, 10, 22},
	{headBy, write.StyleText, 12, 20},
	{headDoubt, write.StyleText, 10, 22}, {headRuling, write.StyleCentre, 8, 10}, {headRulingAmount, write.StyleMoney, 8, 16},
	{headRulingBasis, write.StyleText, 8, 20}, {headCells, write.StylePlain, 40, 40}, {headKey, write.StyleText, 12, 20},
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
		p.Count(write.StyleCount, int(n))
	} else {
		p.Blank(write.StyleCount)
	}
	p.Text(write.StyleCentre, r.District)
	p.Text(write.StyleText, r.Company)
	p.Text(write.StyleCentre, r.CreditCode)
	p.Text(write.StyleCentre, r.Clause)
	p.Text(write.StyleText, b.itemName(r))
	p.Text(write.StyleCentre, r.Level)
	p.Text(write.StyleText, r.Subject)
	p.Text(write.StyleText, r.Certificate)
	p.Text(write.StyleText, r.Document)
	writeDate(p, r.Recognised)
	p.Text(write.StyleCentre, r.Nature)
	b.recordDecision(p, r, d)
	b.recordRest(p, r, d)
}

func (b *book) recordDecision(p *write.SheetWriter, r *calc.Record, d *calc.Decision) {
	p.Text(write.StyleCentre, d.Outcome.Name())
	if d.Reason == "" {
		p.Blank(write.StyleText)
	} else {
		p.Text(write.StyleText, calc.ReasonName(d.Reason))
	}
	p.Money(write.StyleMoney, d.Entitled)
	p.Money(write.StyleMoney, d.Amount)
	p.Text(write.StyleText, d.Payee)
	p.Text(write.StyleWrap, b.steps.of(d))
	p.Reference(r.Source.File, r.Source)
	p.Text(write.StyleText, r.Source.Sheet)
	p.Count(write.StyleCount, r.Source.Row)
}

func (b *book) recordRest(p *write.SheetWriter, r *calc.Record, d *calc.Decision) {
	p.Text(write.StyleText, r.FormerName)
	p.Text(write.StyleCentre, r.SubjectCode)
	if r.LabelYear == 0 {
		p.Blank(write.StyleCentre)
	} else {
		p.Text(write.StyleCentre, strconv.Itoa(r.LabelYear))
	}
	writeDate(p, r.ValidFrom)
	p.MoneyOf(write.StyleMoney, r.Base)
	p.MoneyOf(write.StyleMoney, r.Approved)
	p.MoneyOf(write.StyleMoney, r.Claimed)
	p.Text(write.StyleText, r.Item)
	p.Text(write.StyleText, d.Reason)
	p.Text(write.StyleText, d.By)
	p.Text(write.StyleText, d.Doubt)
	writeRuling(p, d.Ruling, write.StyleCentre, write.StyleMoney, write.StyleText)
	p.Text(write.StylePlain, b.cellWords(r.Row))
	p.Text(write.StyleText, r.Key) // last and never empty: the long text before it does not run over the edge of the page
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
	p.Text(write.StyleTotal, "合计")
	for i := 2; i <= len(recordColumns); i++ {
		switch recordColumns[i-1].head {
		case headEntitled:
			p.MoneyFormula(write.StyleTotalMoney, sumColumn(i, end), all.entitled)
		case headAmount:
			p.MoneyFormula(write.StyleTotalMoney, sumColumn(i, end), all.amount)
		default:
			p.Blank(write.StyleTotal)
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
