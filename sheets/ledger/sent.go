package ledger

import (
	"jiangbu/calc"
	"jiangbu/calc/money"
	"jiangbu/calc/reconcile"
	"jiangbu/calc/standard"
	"jiangbu/calc/written"
	"jiangbu/sheets"
	"jiangbu/sheets/table"
)

// The columns of 项目明细 by which an earlier letter tells what it sent.
const (
	sentKey = iota + 1
	sentAmount
	sentOther // helps to tell the heading from a line
)

var sentWords = table.NewWords([]table.Heading{{ID: sentKey, Rank: 1, Name: []string{"编号"}},
	{ID: sentAmount, Rank: 1, Name: []string{"下达金额"}},
	{ID: sentOther, Many: true, Name: []string{"序号", "县区", "单位名称", "统一社会信用代码", "说明"}}}, nil)

// ReadSent reads what an earlier letter sent for each award, from the sheet of
// its projects. A file without one, or a line whose sum cannot be read, is a
// finding of severity error.
func ReadSent(book *sheets.Book) ([]reconcile.Sent, calc.Findings) {
	var all []reconcile.Sent
	var fs calc.Findings
	for _, s := range book.Sheets {
		if s.Name != SheetProjects {
			continue
		}
		more := sentWords.Tables(s, func(l table.Line) bool {
			if l.Fields == nil {
				return true
			}
			sent, ok, found := readSentLine(book, s, &l)
			if fs = append(fs, found...); ok {
				all = append(all, sent)
			}
			return true
		})
		fs = append(fs, more...)
	}
	if len(all) == 0 && len(fs) == 0 {
		fs.Add("allot/no-table", calc.Ref{File: book.File})
	}
	return all, fs
}

// readSentLine reads one project; ok is false for a subtotal, which has no key.
func readSentLine(book *sheets.Book, s *sheets.Sheet, l *table.Line) (sent reconcile.Sent, ok bool, fs calc.Findings) {
	var key, amount calc.Cell
	for i := range l.Table.Columns {
		h := l.Table.Columns[i].Heading
		switch {
		case h == nil:
		case h.ID == sentKey:
			key = l.Fields[i]
		case h.ID == sentAmount:
			amount = l.Fields[i]
		}
	}
	if written.IsBlank(key.Text) {
		return sent, false, nil
	}
	at := calc.Ref{File: book.File, Sheet: s.Name, Row: l.Number, Col: amount.Col}
	y, fs := standard.ReadAmount(amount, "下达金额", money.UnitYuan, money.UnitYuan, at)
	if y == nil {
		return sent, false, fs
	}
	return reconcile.Sent{Ref: at, Key: key.Text, Amount: *y}, true, fs
}
