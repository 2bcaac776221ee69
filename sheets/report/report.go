package report

import (
	"jiangbu/calc"
	"jiangbu/calc/money"
)

// Report is what a report of ours says now, with what a person filled in or
// amended since the program wrote it.
type Report struct {
	File     string
	ID       string // of the result, as its other outputs carry it
	Policy   string // id
	Document string
	Title    string // of the policy
	Year     int    // award year
	Readings calc.Readings
	Inputs   []calc.Input
	Stated   Stated
	Records  []Record         // 认定记录, in its order
	Awards   []calc.AwardLine // 奖补明细 as it is now, in its order
	Rulings  []calc.Ruling    // filled into 待核事项

	Clauses    map[string]string // the policy's text by number: 三, 其他事项（一）
	Complaints []Complaint       // 问题清单
}

// Stated are the totals that 口径与依据 states.
type Stated struct {
	Records  int
	Outcomes map[calc.Outcome]int
	Amount   money.Yuan
}

// Record is one line of 认定记录. Its steps and cells are there when [ReadDetails]
// was asked for them. Of a step the clause, the text and the amount are there,
// as one %s; its kind is not, so that steps can be read but not replayed.
type Record struct {
	Ref    calc.Ref // the line's row in the report
	Serial int      // 序号 in 奖补明细, 0 where it has none
	calc.Record
	calc.Decision
	ItemName string // as printed
	Cells    []SourceCell
}

// SourceCell is one cell of the submitted row, as it came.
type SourceCell struct {
	Column string // 单位名称
	Cell   string // C6
	Text   string
}

// Prior gives the awards of a report to a later year, as they stand now.
// Awards of nothing are none. A document's number printed for want of a
// certificate's is none here: it would tell two years of one certification
// apart.
func (r *Report) Prior() []calc.Prior {
	var list []calc.Prior
	former := map[string]string{}
	for i := range r.Records {
		if rec := &r.Records[i]; rec.FormerName != "" {
			former[rec.Key] = rec.FormerName
		}
	}
	for i := range r.Awards {
		l := &r.Awards[i]
		if l.Amount.IsZero() {
			continue
		}
		certificate := l.Certificate
		if certificate == l.Document {
			certificate = ""
		}
		list = append(list, calc.Prior{Ref: l.Ref, Year: r.Year, Company: l.Company, FormerName: former[l.Key],
			CreditCode: l.CreditCode,
			Item:       l.Item, Level: l.Level, Subject: l.Subject, Certificate: certificate, Amount: l.Amount})
	}
	return list
}
