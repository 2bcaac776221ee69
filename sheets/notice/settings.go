package notice

import (
	"jiangbu/calc/written"
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

// Formats lists the formats by the endings of their files.
var Formats = []string{"xlsx", "docx", "html", "csv"}

// Settings are the choices of who publishes. The zero Settings with a period
// make a proposed notice by clause.
type Settings struct {
	Final        bool // the decided awards after the period, not the proposed
	By           By
	CreditCode   bool // show the credit codes
	From         written.Date
	Days         int // working days, the first included
	Date         written.Date
	Calendar     Calendar
	Fund         string // 市工业和信息化发展奖补专项资金
	Unit         string
	Contact      string
	Supervision  string
	AcceptDoubts []string // places whose doubts of private data a person looked at: H6, --fund
}

// DefaultFund is the fund's name where nobody gives another.
const DefaultFund = "市工业和信息化发展奖补专项资金"
