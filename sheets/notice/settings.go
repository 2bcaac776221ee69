package notice

import (
	"cmp"
	"regexp"

	"jiangbu/calc/money"
	"jiangbu/calc/written"
	"jiangbu/sheets/write"
)

// By is the order of the table.
type By string

// The orders: by clause and by district with a subtotal each; by company with
// its sum over several items.
const (
	ByClause   By = "clause"
	ByDistrict By = "district"
	ByCompany  By = "company"
)

// Orders lists the orders, the default first.
var Orders = []By{ByClause, ByDistrict, ByCompany}

// Amounts is the unit that amounts are written in, never rounded.
type Amounts string

// The units: 万元 with no more digits than needed, as notices write them, or
// 元 to the fen.
const (
	InWan  Amounts = "万元"
	InYuan Amounts = "元"
)

// Units lists the units, the default first.
var Units = []Amounts{InWan, InYuan}

// looks are how amounts in a unit are written: in a text, as the digits of a number
// cell, with how many decimals to the fen, and in which styles.
var looks = map[Amounts]struct {
	text, digits func(money.Yuan) string
	decimals     int
	award, sum   write.Style
}{
	InWan:  {money.Yuan.Wan, money.Yuan.Wan, 6, write.StyleWan, write.StyleTotalWan},
	InYuan: {money.Yuan.Grouped, money.Yuan.String, 2, write.StyleMoney, write.StyleTotalMoney},
}

// text is an amount in the unit.
func (a Amounts) text(y money.Yuan) string { return looks[a].text(y) }

// statedAmount is an amount in a sentence: 450,000.00元, 1万元.
var statedAmount = regexp.MustCompile(`[0-9][0-9,]*(?:\.[0-9]+)?万?元`)

// sentence is a sentence with its amounts in the unit.
func (a Amounts) sentence(text string) string {
	return statedAmount.ReplaceAllStringFunc(text, func(stated string) string {
		amount, err := money.ParseAmount(stated)
		y, fault := amount.Yuan(money.UnitNone, money.UnitNone)
		if err != nil || fault != "" {
			return stated
		}
		return a.text(y) + string(a)
	})
}

// Formats lists the formats by the endings of their files.
var Formats = []string{"xlsx", "docx", "html", "csv"}

// Settings are the choices of who publishes. The zero Settings with a period
// make a proposed notice by clause.
type Settings struct {
	Final        bool // the decided awards after the period, not the proposed
	By           By
	Amounts      Amounts
	CreditCode   bool // show the credit codes
	From         written.Date
	Days         int // working days, the first included
	Date         written.Date
	Calendar     Calendar
	Fund         string // 市工业和信息化发展奖补专项资金
	Unit         string
	Contact      string
	Supervision  string
	Places       map[string]string // by flag, where a setting stands: jiangbu.yaml:12
	AcceptDoubts []string          // places whose doubts of private data a person looked at: H6, --fund
}

// withDefaults are the settings with what nobody chose.
func (s Settings) withDefaults() Settings {
	s.By, s.Amounts, s.Fund = cmp.Or(s.By, ByClause), cmp.Or(s.Amounts, InWan), cmp.Or(s.Fund, DefaultFund)
	return s
}

// DefaultFund is the fund's name where nobody gives another.
const DefaultFund = "市工业和信息化发展奖补专项资金"
