package calc

import (
	"jiangbu/calc/money"
	"jiangbu/calc/written"
	"strings"
)

// CellKind says what kind of value a cell stores.
type CellKind uint8

// The kinds. CellDate is a number that the workbook shows as a date, already
// written as ISO text by the reader (which alone knows the calendar of the
// file); CellNoValue is a formula without a stored result, CellStale one whose
// file wants all results worked out anew, with the old result as its text.
// CellShown is a number that its format shows on another scale or with a unit
// of money: see [ShownNumber].
const (
	CellEmpty CellKind = iota
	CellText
	CellNumber
	CellDate
	CellBool
	CellError
	CellNoValue
	CellStale
	CellShown
)

// shownAs stands between the two readings of a [CellShown].
const shownAs = "，显示为"

// ShownNumber is the text of a [CellShown]: the digits that are stored and what
// a person sees, so that whoever quotes the cell quotes both.
func ShownNumber(stored, shown string) string { return stored + shownAs + shown }

// Shown parts the text of a [CellShown]: the digits that are stored and what a
// person sees.
func (c Cell) Shown() (stored, shown string, ok bool) { return strings.Cut(c.Text, shownAs) }

// Strike stands behind each character of a text that is struck through, as
// Unicode writes it: no reader takes such a text for what it was before.
const Strike = '\u0336'

// StruckText parts a text with struck characters into what was written first
// and what is left; ok is false where nothing is struck.
func StruckText(s string) (whole, left string, ok bool) {
	if strings.IndexByte(s, string(Strike)[0]) < 0 || !strings.ContainsRune(s, Strike) {
		return s, s, false
	}
	var all, rest []rune
	for _, r := range s {
		if r != Strike {
			all, rest = append(all, r), append(rest, r)
		} else if len(rest) > 0 {
			rest = rest[:len(rest)-1]
		}
	}
	return string(all), strings.TrimSpace(string(rest)), true
}

// Cell is one stored value and where it stands. Text is the raw value: the
// digits of a number as the file holds them, the text as typed, "TRUE", an
// error such as "#REF!", a date as "2023-05-12" (with a time of day behind a
// blank where it has one). It is never the formatted display.
type Cell struct {
	Kind     CellKind
	Formula  bool // the value is the stored result of a formula
	Row, Col int  // from 1
	Text     string
}

// IsEmpty tells whether there is nothing to read in the cell.
func (c Cell) IsEmpty() bool { return c.Kind == CellEmpty || c.Kind == CellText && c.Text == "" }

// Column is what a column of a survey means.
type Column uint8

// The columns a survey may have. Contacts, telephones, accounts and identity
// numbers have none: they are not read at all.
const (
	ColNone       Column = iota
	ColSerial            // 序号
	ColDistrict          // 县区
	ColCompany           // 单位名称: the payee
	ColCreditCode        // 统一社会信用代码 of the payee
	ColItem              // 奖补事项, 认定名称
	ColLevel             // 认定级别
	// the product, workshop, platform, park, heritage, base, diagnosed enterprise, person or task
	ColSubject
	ColSubjectCode     // 被诊断企业统一社会信用代码
	ColSubjectDistrict // 被诊断企业所在县区
	ColNature          // 认定类型: 新认定, 复核 …
	ColCertificate     // 证书编号
	ColDocument        // 认定文号
	ColBody            // 认定机构, 发证机构
	ColRecognised      // 认定日期, 发文日期, 发证日期
	ColLabelYear       // 年度, 批次: the year in the list's name
	ColValidFrom       // 有效期起
	ColValidTo         // 有效期止
	ColBase            // 诊断费用, 学费: what a cost or rate form starts from
	ColApproved        // 核定金额, 批准金额
	ColClaimed         // 拟奖补金额, 申请金额: the sender's own claim
	ColRemark          // 备注
	NumColumns
)

// columnNames are the standard headings, used in messages and in the form.
var columnNames = [NumColumns]string{
	ColNone: "", ColSerial: "序号", ColDistrict: "县区", ColCompany: "单位名称", ColCreditCode: "统一社会信用代码",
	ColItem: "奖补事项", ColLevel: "认定级别", ColSubject: "认定名称或对象", ColSubjectCode: "对象统一社会信用代码",
	ColSubjectDistrict: "对象所在县区", ColNature: "认定类型", ColCertificate: "证书编号", ColDocument: "认定文号",
	ColBody: "认定机构", ColRecognised: "认定日期", ColLabelYear: "认定年度", ColValidFrom: "有效期起",
	ColValidTo: "有效期止", ColBase: "费用", ColApproved: "核定金额", ColClaimed: "拟奖补金额", ColRemark: "备注",
}

// String is the column's standard heading: "单位名称".
func (c Column) String() string { return columnNames[c] }

// Field is one cell of a row under the meaning of its column. A survey has
// millions, so that it holds no more than a record needs: [Field.Cell] is the
// cell in full.
type Field struct {
	Text   string
	Row    int32 // where the cell stands: a merged one above its row
	Col    int16 // no sheet has more than 16,384
	Column Column
	Kind   CellKind
}

// FieldOf is a cell under column c.
func FieldOf(c Column, cell Cell) Field {
	return Field{Text: cell.Text, Row: int32(cell.Row), Col: int16(cell.Col), Column: c, Kind: cell.Kind}
}

// Cell is the cell as it stands in the sheet.
func (f *Field) Cell() Cell {
	return Cell{Kind: f.Kind, Row: int(f.Row), Col: int(f.Col), Text: f.Text}
}

// Table is what all rows of one table share: what stands around them.
type Table struct {
	File  string
	Sheet string
	// the item that the section, title, heading or sheet name states, also beside a column that does
	Title Cell
	// all that stands around, the nearest first: heading of a wide column, sections, titles, the sheet's name
	Context   []Cell
	District  Cell                   // 填报单位 or the title's district, also beside a column that states one
	HasNature bool                   // it has a column 认定类型
	Question  string                 // the heading over 认定类型 where it asks: 是否新认定
	Unit      money.Unit             // the sheet's 单位: line
	Units     [NumColumns]money.Unit // of the headings, "费用（万元）"; UnitNone where one names none
	Epoch     written.Epoch          // of bare serial numbers
}

// Aside is a cell that makes no part of a record but may speak against it: a
// further remark, an opinion, the answer to a question (是否通过评审).
type Aside struct {
	Heading string
	Cell    Cell
}

// Row is one claimed certification as submitted: raw cells under the columns
// they stand in, and what the table around them says. A row of a wide sheet
// with marks under several items arrives as several Rows of the same Number.
type Row struct {
	*Table         // never nil
	Fields []Field // at most one a column; empty cells are left out
	Asides []Aside // nil for most
	Number int32
	Hidden bool
}

// Ref is the place of the whole row.
func (r *Row) Ref() Ref { return Ref{File: r.File, Sheet: r.Sheet, Row: int(r.Number)} }

// Field finds the cell under column c; a missing one is an empty cell.
func (r *Row) Field(c Column) Field {
	for i := range r.Fields {
		if r.Fields[i].Column == c {
			return r.Fields[i]
		}
	}
	return Field{Column: c}
}

// Text is the raw text under column c.
func (r *Row) Text(c Column) string { return r.Field(c).Text }

// At is where column c of this row stands: its own cell where there is one
// (a merged cell's value stands above), else the whole row.
func (r *Row) At(c Column) Ref {
	f := r.Field(c)
	return r.Place(int(f.Row), int(f.Col))
}

// Place is a cell of the sheet, the whole row where it stands nowhere.
func (r *Row) Place(row, col int) Ref {
	if row == 0 || col == 0 {
		return r.Ref()
	}
	return Ref{File: r.File, Sheet: r.Sheet, Row: row, Col: col}
}
