package survey

import (
	"strings"

	"jiangbu/calc"
	"jiangbu/calc/money"
	"jiangbu/sheets/write"
)

// entryKind is what a column of the form takes.
type entryKind uint8

const (
	entryText entryKind = iota
	entryCode
	entryItem
	entryLevel
	entryNature
	entryDistrict
	entryRecognised
	entryDate
	entryYear
	entryAmount
)

// formColumn is one column of the blank form.
type formColumn struct {
	kind  entryKind
	must  bool
	width int
	how   string // what to fill in: beside the cell and in 填报说明
}

// formColumns says how each column of the survey is filled in. A test holds it
// to be complete, and each heading to be known to the reader.
var formColumns = [calc.NumColumns]formColumn{
	calc.ColSerial:          {entryText, false, 6, "已编好，不用填写。"},
	calc.ColDistrict:        {entryDistrict, true, 12, "已填好本县区（板块）；需要改动时从下拉列表选择。"},
	calc.ColCompany:         {entryText, true, 28, "填写奖补资金收款单位的全称，与营业执照一致，不用简称。"},
	calc.ColCreditCode:      {entryCode, true, 20, "填写收款单位营业执照上的 18 位统一社会信用代码。"},
	calc.ColItem:            {entryItem, true, 24, "从下拉列表选择，一行只填一项认定。各事项见“填报说明”。"},
	calc.ColLevel:           {entryLevel, true, 12, "先选奖补事项，再从下拉列表选择级别；不分级别的选“—”或留空。"},
	calc.ColSubject:         {entryText, false, 22, "认定的不是单位本身的，填写认定对象的名称，每行一个；哪些事项须填写见“填报说明”。"},
	calc.ColSubjectCode:     {entryCode, false, 20, "认定对象是另一家单位的，填写它的 18 位统一社会信用代码。"},
	calc.ColSubjectDistrict: {entryDistrict, false, 14, "认定对象在另一个县区（板块）的，从下拉列表选择。"},
	calc.ColNature:          {entryNature, true, 11, "从下拉列表选择，以认定文件或证书为准。"},
	calc.ColCertificate:     {entryText, false, 20, "填写证书编号，与证书一致；没有证书的填写认定文号。"},
	calc.ColDocument:        {entryText, false, 20, "填写认定文件的文号，年份用六角括号〔〕。"},
	calc.ColBody:            {entryText, false, 20, "填写认定文件或证书上的单位名称。"},
	calc.ColRecognised:      {entryRecognised, true, 13, "填写认定文件的成文日期，证书类填写发证日期，到日。"},
	calc.ColLabelYear:       {entryYear, false, 10, "名单名称中写有年度的，填写四位数年份。"},
	calc.ColValidFrom:       {entryDate, false, 13, "证书写有有效期的，填写起始日期。"},
	calc.ColValidTo:         {entryDate, false, 13, "证书写有有效期的，填写截止日期。"},
	calc.ColBase:            {entryAmount, false, 15, "按费用奖补的事项，填写实际支付的费用，单位是元。"},
	calc.ColApproved:        {entryAmount, false, 15, "没有固定标准的事项，填写批准文件核定的金额，单位是元。"},
	calc.ColClaimed:         {entryAmount, false, 15, "可以不填；填写的与政策标准核对，单位是元。"},
	calc.ColRemark:          {entryText, false, 20, "需要说明的情况。"},
}

// heading is the heading of a column, with the unit of amounts.
func (f *form) heading(c calc.Column) string {
	name := c.String()
	if c == calc.ColBase {
		name = f.policy.BaseHeading()
	}
	if formColumns[c].kind == entryAmount {
		name += "（" + money.UnitYuan.String() + "）"
	}
	return name
}

// how says what to fill into a column.
func (f *form) how(c calc.Column) string {
	if name := f.policy.BaseHeading(); c == calc.ColBase && name != c.String() {
		return "按事项填写实际发生的" + name + "，单位是元。"
	}
	return formColumns[c].how
}

// formOrder is the columns of the form from the left to the right: column c stands
// at c, from 1.
func formOrder() []calc.Column {
	var order []calc.Column
	for c := calc.ColSerial; c < calc.NumColumns; c++ {
		order = append(order, c)
	}
	return order
}

// look is how a cell of the column looks and what it keeps of what is typed.
func (c formColumn) look() write.Style {
	switch c.kind {
	case entryRecognised, entryDate:
		return write.StyleEntryDate
	case entryAmount:
		return write.StyleEntryMoney
	case entryYear:
		return write.StyleEntryCount
	}
	return write.StyleEntry
}

// asks are the columns that an item needs beyond those of every row.
func asks(it *calc.Item) []calc.Column {
	var more []calc.Column
	if it.Key != calc.KeyCompany {
		more = append(more, calc.ColSubject)
	}
	if it.Form == calc.FormEach {
		more = append(more, calc.ColCertificate)
	}
	if it.NeedsBase() {
		more = append(more, calc.ColBase)
	}
	if it.Form == calc.FormApproved {
		more = append(more, calc.ColApproved)
	}
	return more
}

// proofs are what is attached, by the form of the award.
var proofs = map[calc.Form]string{
	calc.FormFixed:    "认定文件或证书",
	calc.FormEach:     "每件的证书或凭证",
	calc.FormCost:     "合同、发票和付款凭证，服务成果",
	calc.FormRate:     "证书、发票和付款凭证",
	calc.FormApproved: "批准文件",
}

// columnList names columns for a sentence about an item: 认定名称或对象、证书编号.
func columnList(it *calc.Item, columns []calc.Column) string {
	names := make([]string, len(columns))
	for i, c := range columns {
		if names[i] = c.String(); c == calc.ColBase {
			names[i] = it.BaseName()
		}
	}
	return strings.Join(names, "、")
}
