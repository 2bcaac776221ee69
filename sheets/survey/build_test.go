package survey

import (
	"fmt"
	"strconv"
	"strings"
	"testing"

	"jiangbu/calc"
	"jiangbu/calc/money"
	"jiangbu/calc/standard"
	"jiangbu/sheets"
	"jiangbu/sheets/table"
)

// testPolicy knows a few items, enough for the words of layouts.
var testPolicy = &calc.Policy{
	Levels: []calc.Level{
		{Name: "市级", Rank: 1, Aliases: []string{"市"}}, {Name: "省级", Rank: 2, Aliases: []string{"江苏省", "省"}},
		{Name: "国家级", Rank: 3, Aliases: []string{"国家"}},
		{Name: "三星级", Rank: 1, Aliases: []string{"三星"}}, {Name: "四星级", Rank: 2, Aliases: []string{"四星"}},
	},
	Items: []calc.Item{
		{ID: "green-factory", Name: "绿色工厂", Awards: []calc.Award{{Level: "国家级"}, {Level: "省级"}}},
		{ID: "green-park", Name: "绿色园区", Awards: []calc.Award{{Level: "国家级"}, {Level: "省级"}}},
		{ID: "smart-workshop", Name: "智能制造示范车间", Awards: []calc.Award{{Level: "省级"}}, Aliases: []string{"智能车间"}},
		{ID: "cloud-star", Name: "星级上云企业", Awards: []calc.Award{{Level: "三星级"}, {Level: "四星级"}},
			Aliases: []string{"星级上云"}},
		{ID: "software-enterprise", Name: "软件企业评估", Aliases: []string{"软件企业"}},
		{ID: "software-product", Name: "软件产品评估", Aliases: []string{"软件产品"}},
		{ID: "energy-diagnosis", Name: "节能诊断服务", Aliases: []string{"节能诊断"}},
		{ID: "professional-manager", Name: "职业经理人"},
	},
	NotCovered: []calc.NotCovered{{Name: "绿色设计产品"}},
	Natures:    []calc.Nature{{Name: "新认定", Kind: calc.NatureNew}, {Name: "复核", Kind: calc.NatureRenewed}},
	Districts: []calc.District{{Name: "东海县", Aliases: []string{"东海"}}, {Name: "灌云县", Aliases: []string{"灌云"}},
		{Name: "海州区", Aliases: []string{"海州"}}, {Name: "灌南县"}, {Name: "赣榆区"}, {Name: "连云区"}, {Name: "高新区"}},
	Words: calc.Words{Acts: []string{"认定"}, Pending: []string{"公示中"}, Stops: []string{"停产", "注销", "已兑现"},
		Harmless: []string{"证书"}},
}

var testVocabulary = standard.NewVocabulary(testPolicy)

// book builds a workbook from compact text. "# name" begins a sheet ("#- name"
// a hidden one); "+ A1:B2 C3:C4" merges; "- C:D" hides columns; every other
// line is a row of cells parted by "|". A row that begins with "~" is hidden;
// an empty line is an empty row.
func book(text string) *sheets.Book {
	b := &sheets.Book{File: "报送.xlsx"}
	var name string
	var lines []sheets.Line
	var merges, columns []sheets.Range
	var visibility sheets.Visibility
	number := 0
	end := func() {
		if name == "" {
			return
		}
		s := sheets.NewSheet(name, lines, merges)
		s.Visibility, s.HiddenCols = visibility, columns
		b.Sheets = append(b.Sheets, s)
		lines, merges, columns, number, visibility = nil, nil, nil, 0, sheets.Visible
	}
	for _, text := range strings.Split(strings.Trim(text, "\n"), "\n") {
		switch {
		case strings.HasPrefix(text, "#- "):
			end()
			name, visibility = text[3:], sheets.Hidden
		case strings.HasPrefix(text, "# "):
			end()
			name = text[2:]
		case strings.HasPrefix(text, "+ "):
			merges = append(merges, ranges(text[2:])...)
		case strings.HasPrefix(text, "- "):
			columns = append(columns, ranges(text[2:])...)
		default:
			number++
			if l := line(number, text); len(l.Cells) > 0 {
				lines = append(lines, l)
			}
		}
	}
	end()
	return b
}

func line(number int, text string) sheets.Line {
	text, hidden := strings.CutPrefix(text, "~")
	l := sheets.Line{Number: number, Hidden: hidden}
	for i, t := range strings.Split(text, "|") {
		t = strings.ReplaceAll(strings.Trim(t, " "), `\n`, "\n")
		if t == "" {
			continue
		}
		c := calc.Cell{Kind: calc.CellText, Row: number, Col: i + 1, Text: t}
		_, err := strconv.ParseFloat(t, 64)
		switch {
		case strings.HasPrefix(t, "'"):
			c.Text = t[1:]
		case t == "_":
			c.Text = " \u00a0"
		case strings.HasPrefix(t, "@"):
			c.Kind, c.Text = calc.CellDate, t[1:]
		case strings.HasPrefix(t, "#"):
			c.Kind = calc.CellError
		case t == "=":
			c.Kind, c.Text, c.Formula = calc.CellNoValue, "", true
		case err == nil && len(t) < 16:
			c.Kind = calc.CellNumber
		}
		l.Cells = append(l.Cells, c)
	}
	return l
}

// ranges reads "A1:B2" and, for columns, "C:D".
func ranges(text string) []sheets.Range {
	var out []sheets.Range
	for _, f := range strings.Fields(text) {
		a, b, _ := strings.Cut(f, ":")
		left, top := address(a)
		right, bottom := address(b)
		out = append(out, sheets.Range{Top: top, Left: left, Bottom: bottom, Right: right})
	}
	return out
}

func address(s string) (col, row int) {
	letters := strings.TrimRight(s, "0123456789")
	for _, c := range letters {
		col = col*26 + int(c-'A') + 1
	}
	row, _ = strconv.Atoi(s[len(letters):])
	return col, row
}

// show writes rows and findings in short lines: where, the fields that say
// something, what the table around them says; and the account of each sheet.
func show(rows []calc.Row, findings calc.Findings, accounts []calc.SheetAccount) string {
	var b strings.Builder
	for _, r := range rows {
		fmt.Fprintf(&b, "%s!%d", r.Sheet, r.Number)
		for _, f := range r.Fields {
			fmt.Fprintf(&b, " %s=%s%s", f.Column, strings.ReplaceAll(f.Text, "\n", "/"), shownUnit(r.Units[f.Column]))
			if f.Row != r.Number {
				fmt.Fprintf(&b, "^%d", f.Row)
			}
		}
		for _, aside := range r.Asides {
			fmt.Fprintf(&b, " (%s：%s)", aside.Heading, aside.Cell.Text)
		}
		if r.Title.Text != "" {
			fmt.Fprintf(&b, " <%s>", r.Title.Text)
		}
		if r.District.Text != "" {
			fmt.Fprintf(&b, " @%s", r.District.Text)
		}
		if r.Hidden {
			b.WriteString(" hidden")
		}
		b.WriteString(shownUnit(r.Unit) + "\n")
	}
	for _, f := range findings {
		fmt.Fprintf(&b, "! %s %s: %s\n", f.Code, strings.TrimPrefix(f.Ref.String(), "报送.xlsx:"), f.Message())
	}
	for _, a := range accounts {
		b.WriteString(shownAccount(a))
	}
	return b.String()
}

func shownUnit(u money.Unit) string {
	if u == money.UnitNone {
		return ""
	}
	return "[" + u.String() + "]"
}

func shownAccount(a calc.SheetAccount) string {
	s := "= " + a.Sheet + " " + strconv.Itoa(a.Lines)
	for _, k := range append([]calc.LineCount{{Kind: "records", Lines: a.Records}}, a.Others...) {
		if k.Lines > 0 {
			s += fmt.Sprintf(" %s:%d", k.Kind, k.Lines)
		}
	}
	return s + "\n"
}

// checkAccounts fails where a line of the workbook is not accounted for.
func checkAccounts(t *testing.T, b *sheets.Book, accounts []calc.SheetAccount) {
	t.Helper()
	for i, a := range accounts {
		s, shown := b.Sheets[i], 0
		s.Rows(func(l sheets.Line) bool {
			if !table.IsEmptyLine(l.Cells) {
				shown++
			}
			return true
		})
		if a.Sheet != s.Name || a.Lines < shown {
			t.Errorf("sheet %s: %d lines, %d accounted for", s.Name, shown, a.Lines)
		}
	}
}
