package calc

import (
	"cmp"
	"strings"

	"jiangbu/calc/money"
	"jiangbu/calc/written"
)

// AwardLine is one line of 奖补明细 as the report states it now: what the
// report's reader hands to the reconciliation, the notice and the years after.
type AwardLine struct {
	Ref         Ref // the line's row in the report
	Serial      int // 序号, from 1
	Year        int // award year of the report, 0 where only one is at hand
	Key         string
	District    string
	Company     string
	CreditCode  string
	Clause      string // 三
	Item        string // id
	ItemName    string // 奖补事项 as printed
	Level       string // "" where the item has none
	Subject     string // 认定名称或对象
	Certificate string // 证书编号或文号 as printed: the certificate's number, else the document's
	Document    string // 认定文号, from 认定记录
	Recognised  written.Date
	Entitled    money.Yuan
	Amount      money.Yuan // what 奖补明细 says now
	Payee       string     // who is paid, in words
	Cuts        []string   // what the budget took off, in words; only where somebody asked for it
	Ruled       bool       // a person ruled the amount; likewise
}

// CompanyKey tells companies apart: by the credit code, else by the name.
func (l *AwardLine) CompanyKey() string {
	return cmp.Or(l.CreditCode, written.CompanyKey(l.Company))
}

// IsRuled tells whether the text of a step, also of one read back from a report,
// is that of an amount that a person ruled.
func IsRuled(text string) bool { return strings.HasPrefix(text, "审定金额 ") }
