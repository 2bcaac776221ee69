package notice

import (
	"strconv"
	"strings"

	"jiangbu/calc"
	"jiangbu/calc/money"
	"jiangbu/sheets"
)

// proposedAmount begins the heading of a proposed notice's amounts: by it a
// notice is known for one.
const proposedAmount = "拟奖补金额"

// Proposed is a notice as it was published.
type Proposed struct {
	File  string
	Lines []ProposedLine // by 序号, from 1
}

// ProposedLine is one award that was announced.
type ProposedLine struct {
	Ref    calc.Ref
	Serial int
	Cells  map[string]string // by heading, the amount's left out
	Amount money.Yuan
}

// ReadProposed reads the published table from the csv or the workbook of a
// proposed notice. What is none, or is not whole any more, gives nil and a
// finding that says why: the lines are numbered from 1 without a gap, and each
// has its amount.
func ReadProposed(book *sheets.Book) (*Proposed, calc.Findings) {
	for _, s := range book.Sheets {
		p := &Proposed{File: book.File}
		var fs calc.Findings
		found, more := lines(s, []string{"序号", "单位名称", "奖补事项"}, func(string) {},
			func(row int, cells map[string]calc.Cell) {
				if len(fs) == 0 {
					p.read(&fs, calc.Ref{File: book.File, Sheet: s.Name, Row: row}, cells)
				}
			})
		switch fs = append(fs, more...); {
		case len(fs) > 0:
			return nil, fs
		case found && len(p.Lines) > 0:
			return p, nil
		}
	}
	return nil, calc.Findings{calc.Found("notice/proposed", calc.Ref{File: book.File}, "没有找到拟奖补项目表")}
}

// read takes in one line; sums have no number.
func (p *Proposed) read(fs *calc.Findings, at calc.Ref, cells map[string]calc.Cell) {
	number := strings.TrimSuffix(cells["序号"].Text, ".0")
	n, err := strconv.Atoi(number)
	if err != nil && strings.Contains(number, "计（") {
		return
	}
	if err != nil || n != len(p.Lines)+1 {
		fs.Add("notice/proposed", at, "序号“"+number+"”不与上一行相连")
		return
	}
	l := ProposedLine{Ref: at, Serial: n, Cells: map[string]string{}}
	paid := false
	for head, c := range cells {
		if !strings.HasPrefix(head, proposedAmount) {
			if text := published(c.Text); text != "" {
				l.Cells[head] = text
			}
			continue
		}
		l.Ref.Col = c.Col
		a, err := money.ParseAmount(c.Text)
		amount, fault := a.Yuan(unitIn(head), money.UnitNone)
		l.Amount, paid = amount, err == nil && fault == "" && amount.Sign() > 0
	}
	if !paid {
		fs.Add("notice/proposed", l.Ref, "第 "+number+" 号没有“拟奖补金额”，或者不是金额")
		return
	}
	p.Lines = append(p.Lines, l)
}

// unitIn is the unit that the heading of an amount states.
func unitIn(heading string) money.Unit {
	_, unit, _ := strings.Cut(strings.TrimSuffix(heading, "）"), "（")
	return money.UnitOf(unit)
}

// published is a text of a table as all formats have it: without the
// apostrophe that keeps a csv's from being a formula.
func published(text string) string {
	if rest, quoted := strings.CutPrefix(text, "'"); quoted && startsFormula(rest) {
		text = rest
	}
	return plain(text)
}
