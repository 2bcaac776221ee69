package report_test

import (
	"slices"
	"testing"

	"jiangbu/calc"
	"jiangbu/sheets"
	"jiangbu/sheets/report"
)

// FuzzRead changes one cell of a report, as a person might: it is read, or
// refused with a finding, and never both without a word.
func FuzzRead(f *testing.F) {
	book := open(f, write(f, testResult(f)))
	for i := range book.Sheets {
		for _, text := range []string{"", "予以奖补", "20万", "1e400", "-1", "2029-02-30", "东城区", "合计", "granted", "k1"} {
			f.Add(byte(i), uint16(4), byte(9), text)
		}
	}
	f.Fuzz(func(t *testing.T, sheet byte, row uint16, col byte, text string) {
		edited := changed(book, int(sheet), int(row)%40, int(col)%40, text)
		for name, b := range map[string]*sheets.Book{"as it is": edited, "resealed": report.Resealed(edited)} {
			if r, findings := report.Read(b); r == nil && len(findings) == 0 {
				t.Errorf("%s: refused without a finding: sheet %d row %d column %d: %q", name, sheet, row, col, text)
			}
		}
	})
}

// changed is the book with one cell changed; an empty text takes it away, a
// text that begins with # is a number.
func changed(b *sheets.Book, sheet, row, col int, text string) *sheets.Book {
	out := &sheets.Book{File: b.File, SHA256: b.SHA256, Sheets: append([]*sheets.Sheet(nil), b.Sheets...)}
	s := out.Sheets[sheet%len(out.Sheets)]
	var lines []sheets.Line
	s.Rows(func(l sheets.Line) bool {
		var cells []calc.Cell
		for _, c := range l.Cells {
			if l.Number == row && c.Col == col {
				c.Text, c.Kind = text, calc.CellText
				if len(text) > 0 && text[0] == '#' {
					c.Text, c.Kind = text[1:], calc.CellNumber
				}
			}
			if !c.IsEmpty() {
				cells = append(cells, c)
			}
		}
		lines = append(lines, sheets.Line{Number: l.Number, Hidden: l.Hidden, Cells: cells})
		return true
	})
	out.Sheets[sheet%len(out.Sheets)] = sheets.NewSheet(s.Name, lines, s.Merges)
	return out
}

// FuzzRulings fills a line of 待核事项 as people might: an opinion is taken, or
// there is a finding, and what is taken is no negative amount.
func FuzzRulings(f *testing.F) {
	book := open(f, write(f, testResult(f)))
	for _, seed := range [][3]string{{"予以奖补", "20万元", "会议纪要"}, {"不予奖补", "", ""}, {"同意", "#-1", "x"}, {"", "#1", ""},
		{"予以 奖补", "#1e400", "a\nb"}, {"拟同意", "#0.001", ""}} {
		f.Add(seed[0], seed[1], seed[2])
	}
	columns := map[string]int{}
	for _, s := range book.Sheets {
		if s.Name == report.SheetHeld {
			s.Rows(func(l sheets.Line) bool {
				for _, c := range l.Cells {
					columns[c.Text] = c.Col
				}
				return l.Number < 3
			})
		}
	}
	at := slices.Index(report.Sheets, report.SheetHeld)
	f.Fuzz(func(t *testing.T, word, amount, basis string) {
		b := book
		for head, text := range map[string]string{"审定意见": word, "审定金额": amount, "审定依据": basis} {
			b = filled(b, at, 4, columns[head], text)
		}
		r, findings := report.Read(b)
		if r == nil && len(findings) == 0 {
			t.Fatal("refused without a finding")
		}
		if r == nil {
			return
		}
		for _, ruling := range r.Rulings {
			if ruling.Amount != nil && ruling.Amount.Sign() < 0 {
				t.Errorf("an amount of %s", ruling.Amount)
			}
		}
	})
}

// filled is the book with one cell filled in.
func filled(b *sheets.Book, sheet, row, col int, text string) *sheets.Book {
	out := &sheets.Book{File: b.File, SHA256: b.SHA256, Sheets: append([]*sheets.Sheet(nil), b.Sheets...)}
	var lines []sheets.Line
	b.Sheets[sheet].Rows(func(l sheets.Line) bool {
		cells := slices.DeleteFunc(slices.Clone(l.Cells),
			func(c calc.Cell) bool { return l.Number == row && c.Col == col })
		if l.Number == row && text != "" {
			c := calc.Cell{Kind: calc.CellText, Row: row, Col: col, Text: text}
			if text[0] == '#' {
				c.Kind, c.Text = calc.CellNumber, text[1:]
			}
			cells = append(cells, c)
			slices.SortFunc(cells, func(a, b calc.Cell) int { return a.Col - b.Col })
		}
		lines = append(lines, sheets.Line{Number: l.Number, Hidden: l.Hidden, Cells: cells})
		return true
	})
	out.Sheets[sheet] = sheets.NewSheet(b.Sheets[sheet].Name, lines, b.Sheets[sheet].Merges)
	return out
}

// FuzzSteps reads 依据步骤 and 原始内容 as they may come back.
func FuzzSteps(f *testing.F) {
	f.Add("【三】省级 20万元 → 200000.00\n【三】上限", "单位名称[C3]=甲｜县区[D]=乙", "4")
	f.Add("【】 → ", "[]=｜[=", "")
	f.Fuzz(func(t *testing.T, steps, cells, row string) {
		for _, s := range report.ReadSteps(steps) {
			if len(s.Text()) > len(steps) {
				t.Errorf("%q of %q", s.Text(), steps)
			}
		}
		for _, c := range report.ReadCells(cells, row) {
			if len(c.Text) > len(cells) {
				t.Errorf("%q of %q", c.Text, cells)
			}
		}
	})
}
