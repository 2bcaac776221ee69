package report

import (
	"strconv"
	"strings"

	"jiangbu/calc"
	"jiangbu/calc/money"
	"jiangbu/calc/written"
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
	headSource      = "来源"
)

// The fields of records.
var (
	fieldAwardSerial = field{head: headAwardSerial, style: write.StyleCount, min: 5, max: 8, put: putAwardSerial,
		get: func(t *tableRow, head string, r *Record) { r.Serial = t.number(head) }}
	fieldDistrict = ofRecord(headDistrict, write.StyleCentre, func(r *calc.Record) *string { return &r.District })
	fieldCompany  = ofRecord(headCompany, write.StyleText, func(r *calc.Record) *string { return &r.Company })
	fieldCode     = ofRecord(headCode, write.StyleCentre,
		func(r *calc.Record) *string { return &r.CreditCode }).wide(18, 18)
	fieldClause   = ofRecord(headClause, write.StyleCentre, func(r *calc.Record) *string { return &r.Clause })
	fieldItemName = said(headItemName, write.StyleText,
		func(b *book, i int) string { return b.itemName(&b.result.Records[i]) },
		func(t *tableRow, head string, r *Record) { r.ItemName = t.kept(head) })
	fieldLevel   = ofRecord(headLevel, write.StyleCentre, func(r *calc.Record) *string { return &r.Level })
	fieldSubject = ofRecord(headSubject, write.StyleText, func(r *calc.Record) *string { return &r.Subject })
	fieldPaper   = words("证书编号或文号", write.StyleText,
		func(r *calc.Record, _ *calc.Decision) string { return certificateOrDocument(r) }, nil)
	fieldCertificate = ofRecord(headCertificate, write.StyleText,
		func(r *calc.Record) *string { return &r.Certificate })
	fieldDocument   = ofRecord(headDocument, write.StyleText, func(r *calc.Record) *string { return &r.Document })
	fieldRecognised = day(headRecognised, func(r *calc.Record) *written.Date { return &r.Recognised })
	fieldNature     = ofRecord(headNature, write.StyleCentre, func(r *calc.Record) *string { return &r.Nature })
	fieldOutcome    = words(headOutcome, write.StyleCentre,
		func(_ *calc.Record, d *calc.Decision) string { return d.Outcome.Name() },
		func(t *tableRow, head string, r *Record) { r.Outcome = t.outcome() })
	fieldReason = words(headReason, write.StyleText,
		func(_ *calc.Record, d *calc.Decision) string { return calc.ReasonName(d.Reason) }, nil)
	fieldEntitled = yuan(headEntitled, entitled,
		func(t *tableRow, head string, r *Record) { r.Entitled = t.money(head) }).summed(entitled)
	fieldAmount = yuan(headAmount, awarded,
		func(t *tableRow, head string, r *Record) { r.Amount = t.money(head) }).summed(awarded)
	fieldPayee  = ofDecision(headPayee, write.StyleText, func(d *calc.Decision) *string { return &d.Payee })
	fieldSource = field{head: headSource, style: write.StyleLink,
		put: func(b *book, w *write.SheetWriter, _ write.Style, at spot) {
			r := b.result.Records[at.record].Source
			w.Reference(source(r), r)
		}}
	fieldKey    = ofRecord(headKey, write.StyleText, func(r *calc.Record) *string { return &r.Key })
	fieldRuling = words(headRuling, write.StyleCentre,
		func(_ *calc.Record, d *calc.Decision) string { return rulingWord(d.Ruling) },
		func(t *tableRow, _ string, r *Record) { r.Ruling = t.ruled() })
	fieldRulingAmount = yuan(headRulingAmount, func(_ *calc.Record, d *calc.Decision) *money.Yuan {
		return rulingOf(d).Amount
	}, func(t *tableRow, head string, r *Record) {
		if t.isRuled(head, r) {
			r.Ruling.Amount = t.moneyOr(head)
		}
	})
	fieldRulingBasis = words(headRulingBasis, write.StyleText, func(_ *calc.Record, d *calc.Decision) string {
		return rulingOf(d).Basis
	}, func(t *tableRow, head string, r *Record) {
		if t.isRuled(head, r) {
			r.Ruling.Basis = t.text(head)
		}
	})
)

// recordFields are the columns of 认定记录: first what people look for, then
// what completes the record, the codes last.
var recordFields = []field{fieldAwardSerial, fieldDistrict.wide(8, 12), fieldCompany.wide(14, 24), fieldCode,
	fieldClause.wide(5, 6),
	fieldItemName.wide(10, 16), fieldLevel.wide(7, 9), fieldSubject.wide(8, 16), fieldCertificate.wide(8, 16),
	fieldDocument.wide(8, 16),
	fieldRecognised.wide(10, 11), fieldNature.wide(8, 9), fieldOutcome.wide(10, 12), fieldReason.wide(10, 18),
	fieldEntitled.wide(10, 18),
	fieldAmount.wide(10, 18), fieldPayee.wide(8, 12),
	said(headSteps, write.StyleWrap, func(b *book, i int) string { return b.steps.of(&b.result.Decisions[i]) },
		nil).wide(30, 50),
	{head: headFile, style: write.StyleLink, min: 10, max: 18,
		put: func(b *book, w *write.SheetWriter, _ write.Style, at spot) {
			r := b.result.Records[at.record].Source
			w.Reference(r.File, r)
		}, get: func(t *tableRow, head string, r *Record) { r.Record.Source.File = t.kept(head) }},
	ofRecord(headSheet, write.StyleText, func(r *calc.Record) *string { return &r.Source.Sheet }).wide(8, 16),
	{head: headSourceRow, style: write.StyleCount, min: 5, max: 8,
		put: func(b *book, w *write.SheetWriter, s write.Style, at spot) {
			w.Count(s, b.result.Records[at.record].Source.Row)
		}, get: func(t *tableRow, head string, r *Record) { r.Record.Source.Row = t.number(head) }},
	ofRecord(headFormer, write.StyleText, func(r *calc.Record) *string { return &r.FormerName }).wide(8, 20),
	ofRecord(headSubjectCode, write.StyleCentre, func(r *calc.Record) *string { return &r.SubjectCode }).wide(10, 20),
	words(headLabelYear, write.StyleCentre,
		func(r *calc.Record, _ *calc.Decision) string { return yearWord(r.LabelYear) },
		func(t *tableRow, head string, r *Record) { r.LabelYear = t.number(head) }).wide(6, 8),
	day(headValidFrom, func(r *calc.Record) *written.Date { return &r.ValidFrom }).wide(8, 11),
	stated(headBase, func(r *calc.Record) **money.Yuan { return &r.Base }).wide(8, 16),
	stated(headApproved, func(r *calc.Record) **money.Yuan { return &r.Approved }).wide(8, 16),
	stated(headClaimed, func(r *calc.Record) **money.Yuan { return &r.Claimed }).wide(8, 16),
	fieldRuling.wide(8, 10), fieldRulingAmount.wide(8, 16), fieldRulingBasis.wide(8, 20),
	said(headCells, write.StylePlain, func(b *book, i int) string { return b.cellWords(b.result.Records[i].Row) },
		nil).wide(40, 40),
	fieldKey.wide(12, 20), // never empty: the long text before it does not run over the edge of the page
	said(headSeal, write.StyleText, func(b *book, i int) string { return b.seals[i].String() }, nil).wide(9, 9),
	ofRecord(headItemID, write.StyleText, func(r *calc.Record) *string { return &r.Item }).wide(12, 22),
	ofDecision(headReasonCode, write.StyleText, func(d *calc.Decision) *string { return &d.Reason }).wide(10, 22),
	ofDecision(headBy, write.StyleText, func(d *calc.Decision) *string { return &d.By }).wide(12, 20),
	words(headDoubt, write.StyleText, func(_ *calc.Record, d *calc.Decision) string { return joinDoubts(d.Doubts) },
		func(t *tableRow, head string, r *Record) { r.Doubts = splitDoubts(t.kept(head)) }).wide(10, 22),
}

func entitled(_ *calc.Record, d *calc.Decision) *money.Yuan { return &d.Entitled }
func awarded(_ *calc.Record, d *calc.Decision) *money.Yuan  { return &d.Amount }

func putAwardSerial(b *book, w *write.SheetWriter, s write.Style, at spot) {
	if n := b.serial[at.record]; n > 0 {
		w.Count(s, int(n))
	} else {
		w.Blank(s)
	}
}

// yearWord is a year, "" for none.
func yearWord(year int) string {
	if year == 0 {
		return ""
	}
	return strconv.Itoa(year)
}

// recordHeads are the headings of 认定记录, all of which must be there.
var recordHeads = headsOf(recordFields)

// allRecords is 认定记录: every record with its decision, in the order of the
// inputs.
func (b *book) allRecords() *write.List {
	return b.recordList(write.List{Sheet: SheetRecords, Title: b.title + "认定记录表", Unit: unitYuan,
		Note: b.note("全部认定记录及其结论，一条记录一行。本表供在屏幕上核查，一般不打印；请勿改动或重新排序：程序再读本报告时逐行校验，改动过的报告不予采用"), Freeze: 3, Wide: 3,
		OnGrid: true}, b.withOutcome(calc.Outcomes...), recordFields)
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
