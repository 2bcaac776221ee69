package reconcile

import (
	"cmp"
	"jiangbu/calc"
	"jiangbu/calc/money"
	"jiangbu/calc/privacy"
	"jiangbu/calc/standard"
	"jiangbu/calc/written"
	"regexp"
	"slices"
	"strconv"
	"strings"
)

// Column is what a column of a payment ledger means.
type Column uint8

// The columns a ledger may have. Accounts, banks and telephones have none:
// they are not read at all.
const (
	LedgerNone        Column = iota
	LedgerSerial             // 序号
	LedgerDistrict           // 县区
	LedgerCompany            // 单位名称
	LedgerCode               // 统一社会信用代码
	LedgerAccount            // 收款户名
	LedgerItem               // 条款, 奖补事项
	LedgerUse                // 项目名称, 用途, 摘要: may name an item
	LedgerLevel              // 级别
	LedgerSubject            // 认定名称或对象
	LedgerCertificate        // 证书编号
	LedgerYear               // 奖补年度
	LedgerDue                // 应奖金额: what was awarded, for information
	LedgerIssued             // 下达金额: sent to the district, not yet paid
	LedgerPaid               // 已拨金额
	LedgerReturned           // 退回金额
	LedgerDate               // 拨付日期
	LedgerVoucher            // 凭证号
	LedgerState              // 支付状态
	LedgerDocument           // 文号
	LedgerInstalment         // 第一批, 前期已拨付, 本次拨付: a part of what was paid
	LedgerRemark             // 备注
	LedgerUnpaid             // 未拨金额: taken off where no column says what was paid
	NumLedgerColumns
)

var ledgerColumnNames = [NumLedgerColumns]string{
	LedgerSerial: "序号", LedgerDistrict: "县区", LedgerCompany: "单位名称", LedgerCode: "统一社会信用代码", LedgerAccount: "收款户名",
	LedgerItem: "奖补事项", LedgerUse: "用途", LedgerLevel: "级别", LedgerSubject: "认定名称或对象", LedgerCertificate: "证书编号",
	LedgerYear: "奖补年度",
	LedgerDue:  "应奖金额", LedgerIssued: "下达金额", LedgerPaid: "拨付金额", LedgerReturned: "退回金额",
	LedgerUnpaid: "未拨金额", LedgerDate: "拨付日期", LedgerVoucher: "凭证号", LedgerState: "支付状态", LedgerDocument: "文号",
	LedgerInstalment: "分次拨付", LedgerRemark: "备注",
}

// String is the column's standard heading: "拨付金额".
func (c Column) String() string { return ledgerColumnNames[c] }

// Row is one row of a ledger as it came: raw cells by the meaning of
// their columns, and what the table around them says.
type Row struct {
	Ref      calc.Ref
	Cells    [NumLedgerColumns]calc.Cell
	Units    [NumLedgerColumns]money.Unit // of the headings
	Unit     money.Unit                   // of the 单位： line
	Item     calc.Cell                    // the item that the title, the sheet or the heading of a wide column names
	District calc.Cell                    // 填报单位
	Year     int                          // the award year that the title or the sheet names, 0 for none
	Epoch    written.Epoch
	County   bool // the table lists districts, not firms
	Less     bool // the sum is what was to be paid: what was not is taken off
	Struck   bool // the whole row is crossed out; its cells are as they were
}

// at is where a column of the row stands, the whole row where it has none.
func (r *Row) at(c Column) calc.Ref {
	if cell := r.Cells[c]; cell.Col != 0 {
		return calc.Ref{File: r.Ref.File, Sheet: r.Ref.Sheet, Row: cell.Row, Col: cell.Col}
	}
	return r.Ref
}

// ReadPayment reads one row of a ledger in the words of the policy. Whatever
// the row holds becomes a payment, so that no money is lost; what a careful
// clerk would ask about is a finding on the cell.
func ReadPayment(v *standard.Vocabulary, r *Row) (Payment, calc.Findings) {
	var fs calc.Findings
	crossed, r := withoutStrikes(r, &fs)
	p := Payment{Ref: r.at(LedgerPaid)}
	readPayee(v, r, &p, &fs)
	readPaidDistrict(v, r, &p, &fs)
	readOffice(v, r, &p)
	readPurpose(v, r, &p, &fs)
	readPaid(r, &p, &fs)
	if crossed {
		p.setAside()
	} else {
		readState(r, &p, &fs)
	}
	readPaymentDate(r, &p, &fs)
	return p, fs
}

// withoutStrikes is a row without what is crossed out in it; a cell of which
// nothing is left stands as it was. crossed tells that the row must not count as
// paid: all of it is crossed out, or who was paid, what for or how much.
func withoutStrikes(r *Row, fs *calc.Findings) (crossed bool, plain *Row) {
	one := *r
	for c := range one.Cells {
		col := Column(c)
		whole, left, struck := calc.StruckText(one.Cells[c].Text)
		if !struck {
			continue
		}
		one.Cells[c].Text = left
		switch col {
		case LedgerCompany, LedgerCode, LedgerItem, LedgerPaid, LedgerReturned:
			one.Cells[c].Text = cmp.Or(left, whole)
			fs.Add("cell/struck", r.at(col), col.String(), public(whole), public(left))
			crossed = true
		}
	}
	return crossed || r.Struck, &one
}

// asTheName is how people say that the account is that of the company.
var asTheName = []string{"同左", "同前", "同单位名称", "同企业名称", "同名", "一致", "相同"}

// readPayee reads who was paid. A code that nobody can read counts as none.
func readPayee(v *standard.Vocabulary, r *Row, p *Payment, fs *calc.Findings) {
	name := r.Cells[LedgerCompany]
	p.Company, p.FormerName = written.CompanyName(public(name.Text))
	p.Account, _ = written.CompanyName(public(r.Cells[LedgerAccount].Text))
	if slices.Contains(asTheName, p.Account) {
		p.Account = p.Company
	}
	code := r.Cells[LedgerCode]
	switch {
	case written.IsBlank(code.Text):
	case standard.IsDamagedCode(code):
		fs.Add("cell/credit-code-damaged", r.at(LedgerCode), written.Display(code.Text))
	default:
		folded, fault := written.ParseCreditCode(code.Text)
		if fault != "" {
			fs.Add("cell/credit-code", r.at(LedgerCode), written.MaskCode(written.Display(folded)), fault)
		}
		if len(folded) == 18 {
			p.CreditCode = written.MaskCode(folded)
		}
	}
	if written.IsBlank(p.Company) && p.CreditCode == "" && !r.County {
		p.Company = ""
		fs.Add("cell/company-missing", r.at(LedgerCompany))
	}
}

// readPurpose reads what was paid for: the item column, else the use, else
// what the title says.
func readPurpose(v *standard.Vocabulary, r *Row, p *Payment, fs *calc.Findings) {
	p.Subject = public(r.Cells[LedgerSubject].Text)
	p.Certificate = written.Display(r.Cells[LedgerCertificate].Text) // for matching; outputs print the award's
	for _, c := range []calc.Cell{r.Cells[LedgerItem], r.Cells[LedgerUse], r.Item} {
		if len(p.Items) == 0 && p.OtherItem == "" && !written.IsBlank(c.Text) {
			readItems(v, c.Text, p)
		}
	}
	if c := r.Cells[LedgerItem]; !written.IsBlank(c.Text) && len(p.Items) == 0 && p.OtherItem == "" &&
		p.County == "" {
		fs.Add("cell/item", r.at(LedgerItem), public(c.Text))
	}
	if c := r.Cells[LedgerLevel]; !written.IsBlank(c.Text) && len(p.Items) == 1 {
		p.Level, _ = v.Level(c.Text, p.Items[0])
	}
}

// readItems reads one item, several (绿色工厂、近零碳工厂), or a clause, which
// stands for all its items.
func readItems(v *standard.Vocabulary, text string, p *Payment) {
	m := v.Item(text)
	switch {
	case m.ID != "":
		p.Items, p.Level = []string{m.ID}, m.Level
		return
	case m.NotCovered != "":
		p.OtherItem = m.NotCovered
		return
	}
	for _, id := range m.Candidates {
		if _, ok := v.Policy().Item(id); ok {
			p.Items = append(p.Items, id)
		}
	}
	if len(p.Items) > 0 {
		return
	}
	if n, ok := v.Policy().ClauseNumber(text); ok { // also 一、绿色制造
		p.Items = v.Policy().ItemsUnder(n)
		return
	}
	for _, part := range strings.FieldsFunc(text, func(r rune) bool { return strings.ContainsRune("、，,；;+＋/\n", r) }) {
		if n, ok := v.Policy().ClauseNumber(part); ok {
			p.Items = append(p.Items, v.Policy().ItemsUnder(n)...)
		}
	}
}

func readPaidDistrict(v *standard.Vocabulary, r *Row, p *Payment, fs *calc.Findings) {
	c := r.Cells[LedgerDistrict]
	if written.IsBlank(c.Text) {
		p.District, _ = v.District(r.District.Text)
		return
	}
	name, ok := v.District(c.Text)
	if !ok && !isCityOffice(v, c.Text) {
		fs.Add("cell/district", r.at(LedgerDistrict), written.Display(c.Text))
	}
	p.District = name
}

// readPaid reads what was paid and what came back.
func readPaid(r *Row, p *Payment, fs *calc.Findings) {
	remark := r.Cells[LedgerRemark].Text
	p.Remark = public(remark)
	paid, ok := r.amount(LedgerPaid, fs)
	if rest := r.Cells[LedgerUnpaid]; r.Less && !written.IsBlank(rest.Text) {
		unpaid, _ := r.amount(LedgerUnpaid, fs)
		paid = paid.Sub(unpaid)
	}
	back, _ := r.amount(LedgerReturned, fs)
	p.Paid, p.Returned = paid, back
	if back.Sign() < 0 {
		p.Returned = back.Neg()
	}
	if !written.IsBlank(r.Cells[LedgerIssued].Text) {
		p.Issued, _ = r.amount(LedgerIssued, fs)
	}
	state := r.Cells[LedgerState].Text
	unit := cmp.Or(r.Units[LedgerPaid], r.Unit)
	_, part := returnedIn(remark, unit)
	switch returned := part || saysReturned(remark) || saysReturned(r.Cells[LedgerUse].Text) || saysReturned(state) ||
		isIncome(state); {
	case !ok && back.IsZero():
		if c := r.Cells[LedgerPaid]; c.Kind != calc.CellNoValue && written.IsBlank(c.Text) {
			fs.Add("ledger/no-amount", r.at(LedgerPaid), p.Company)
		}
	case !paid.IsFen() || !p.Returned.IsFen():
		fs.Add("ledger/fraction", r.at(LedgerPaid), paid.String())
	case paid.Sign() < 0 && returned:
		p.Paid, p.Returned = money.Yuan{}, p.Returned.Sub(paid)
	case paid.Sign() < 0:
		fs.Add("ledger/negative", r.at(LedgerPaid), paid.String())
	case returned && back.IsZero() && paid.Sign() > 0:
		p.Remark = cmp.Or(p.Remark, public(state), public(r.Cells[LedgerUse].Text))
		p.readReturn(remark+" "+state, unit)
	}
}

// amount reads a cell of money with its sign; ok is false where none was
// read.
func (r *Row) amount(col Column, fs *calc.Findings) (y money.Yuan, ok bool) {
	c := r.Cells[col]
	var negative bool
	c.Text, negative = CutMinus(c.Text)
	got, found := standard.ReadAmount(c, col.String(), r.Units[col], r.Unit, r.at(col))
	*fs = append(*fs, found...)
	if got == nil {
		return money.Yuan{}, false
	}
	if negative {
		return got.Neg(), true
	}
	return *got, true
}

// inBrackets finds a sum below nothing as accounts write it: (5.00).
var inBrackets = regexp.MustCompile(`^[(（]\s*([0-9０-９][0-9０-９,.，．]*(?:万元|元|万)?)\s*[)）]$`)

// CutMinus takes the sign off a sum below nothing: -5, (5.00).
func CutMinus(text string) (rest string, negative bool) {
	text = strings.TrimSpace(text)
	if m := inBrackets.FindStringSubmatch(text); m != nil {
		return m[1], true
	}
	for _, minus := range []string{"-", "－", "−", "△", "▲", "负"} {
		if rest, cut := strings.CutPrefix(text, minus); cut && strings.ContainsAny(rest, "0123456789０１２３４５６７８９") {
			return rest, true
		}
	}
	return text, false
}

// readPaymentDate reads when it was paid, and for which award year.
func readPaymentDate(r *Row, p *Payment, fs *calc.Findings) {
	if c := r.Cells[LedgerDate]; !written.IsBlank(c.Text) {
		d := standard.ReadDate(c, r.Epoch)
		if d.Reason != "" {
			fs.Add("cell/date", r.at(LedgerDate), LedgerDate.String(), public(c.Text), d.Reason)
		}
		p.Date = d.Date
	}
	p.Voucher = voucher(r.Cells[LedgerVoucher].Text)
	y, award := purposeYear(r)
	p.Year, p.PurposeYear, p.ForAward = r.Year, y, award
	if y != 0 && y != r.Year && y+1 != r.Year && (award || y < r.Year) {
		p.Year = 0
	}
	if years := written.YearsIn(r.Cells[LedgerYear].Text, true); len(years) == 1 {
		p.Year = years[0]
	}
	if m := documentYear.FindStringSubmatch(written.Fold(r.Cells[LedgerDocument].Text)); m != nil {
		p.DocumentYear, _ = strconv.Atoi(m[1])
	}
}

// purposeYear is the one year that the item or the use of a row names, 0 for none;
// award tells that it is no year of payments: 2022年度上云企业奖补.
func purposeYear(r *Row) (year int, award bool) {
	years, award := written.YearsOfNoDay(r.Cells[LedgerItem].Text + " " + r.Cells[LedgerUse].Text)
	if years = slices.Compact(years); len(years) != 1 {
		return 0, false
	}
	return years[0], award
}

// documentYear finds the year in a document's number: 肇财工〔2023〕23号.
var documentYear = regexp.MustCompile(`[\[(〔【〈<](20[0-9]{2})[\])〕】〉>]`)

// public is a text fit for an output: without the account, identity and mobile
// numbers that people write into remarks.
func public(text string) string {
	s := written.Display(text)
	if len(privacy.Leaks(s)) > 0 {
		return "（含有个人信息或账号，未列出）"
	}
	return s
}

// voucher is a voucher's number, which may be as long as an account's.
func voucher(text string) string {
	if slices.ContainsFunc(privacy.Leaks(text), func(l privacy.Leak) bool { return l.Sure }) {
		return public(text)
	}
	return written.Display(text)
}
