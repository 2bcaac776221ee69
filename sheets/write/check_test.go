package write

import (
	"archive/zip"
	"bytes"
	"errors"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"jiangbu/calc"
	"jiangbu/calc/money"
	"jiangbu/sheets"
)

// sample is a workbook with a cell of every kind on its first sheet and a grid
// on its second, and the bytes that it writes.
func sample(t testing.TB) (d *Workbook, data []byte) {
	t.Helper()
	d, err := NewWorkbook("题", "表", "页")
	if err != nil {
		t.Fatal(err)
	}
	sum := yuan(t, "1000.50")
	err = d.Fill("表", "H3", func(p *SheetWriter) {
		p.Row(1)
		p.Text(StyleText, "甲公司")
		p.Money(StyleMoney, sum)
		p.Count(StyleCount, 7)
		p.Formula(StyleMoney, "SUM(B1:B1)", "1000.50")
		p.TextFormula(StyleText, `IF(B1>0,"是","否")`, "是")
		p.Bool(StylePlain, true)
		p.ErrorValue(StylePlain, "#N/A")
		p.Reference("东海县.xlsx!表!7", calc.Ref{File: "东海县.xlsx", Sheet: "表", Row: 7, Col: 2})
		p.Row(3)
		p.Text(StyleText, "末行")
	})
	g := NewGrid(10, 10)
	g.Next()
	g.Span(1, 2, StyleTitle, "封面")
	g.Next()
	g.Set(2, Money(StyleMoney, sum))
	if err = errors.Join(err, d.FillGrid("页", g, PageSetup{Portrait: true})); err != nil {
		t.Fatal(err)
	}
	var b bytes.Buffer
	if err := d.Write(&b); err != nil {
		t.Fatal(err)
	}
	return d, b.Bytes()
}

func yuan(t testing.TB, s string) money.Yuan {
	t.Helper()
	y, err := money.ExactYuan(s)
	if err != nil {
		t.Fatal(err)
	}
	return y
}

// replaced is a workbook with a text of one of its parts replaced, once.
func replaced(t testing.TB, data []byte, part, from, to string) []byte {
	t.Helper()
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		t.Fatal(err)
	}
	var b bytes.Buffer
	w := zip.NewWriter(&b)
	for _, f := range z.File {
		text := xmlOf(t, data, f.Name)
		if f.Name == part {
			if strings.Count(text, from) == 0 {
				t.Fatalf("%s has no %s:\n%s", part, from, text)
			}
			text = strings.Replace(text, from, to, 1)
		}
		out, err := w.Create(f.Name)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := io.WriteString(out, text); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// saved is a file with the bytes.
func saved(t testing.TB, data []byte) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "w.xlsx")
	if err := os.WriteFile(path, data, 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

func TestAWorkbookIsWhatWasWrittenOrTheCellIsNamed(t *testing.T) {
	const sheet, texts = "xl/worksheets/sheet1.xml", "xl/sharedStrings.xml"
	for _, c := range []struct{ name, part, from, to, want string }{
		{"nothing is changed", sheet, "<v>7</v>", "<v>7</v>", ""},
		{"a digit of a count", sheet, "<v>7</v>", "<v>8</v>", "表!C1 is 8, not 7"},
		{"one fen of an amount", sheet, "<v>1000.50</v>", "<v>1000.51</v>", "表!B1 is 1000.51, not 1000.50"},
		{"a character of a text", texts, "甲公司", "乙公司", "表!A1 is 乙公司, not 甲公司"},
		{"a formula", sheet, "SUM(B1:B1)", "SUM(B1:B2)", "表!D1 is =SUM(B1:B2), not =SUM(B1:B1)"},
		{"the value of a formula", sheet, "SUM(B1:B1)</f><v>1000.50", "SUM(B1:B1)</f><v>1000.05",
			"表!D1 is 1000.05, not 1000.50"},
		{"a formula that became its value", sheet, "<f>SUM(B1:B1)</f>", "", "表!D1 is =, not =SUM(B1:B1)"},
		{"a value that became a formula", sheet, "<v>7</v>", "<f>3+4</f><v>7</v>", "表!C1 is =3+4, not ="},
		{"a number that became a text", sheet, ` r="C1"><v>7</v>`, ` r="C1" t="str"><v>7</v>`,
			`表!C1 is "7" of another kind, not 7`},
		{"a cell that moved", sheet, ` r="H1"`, ` r="I1"`, "表!H1 is empty, not 东海县.xlsx!表!7"},
		{"a truth", sheet, "<v>1</v>", "<v>0</v>", "表!F1 is FALSE, not TRUE"},
		{"an error", sheet, "#N/A", "#REF!", "表!G1 is #REF!, not #N/A"},
		{"a cell too many", sheet, `<row r="3"`, `<row r="2"><c r="A2"><v>5</v></c></row><row r="3"`,
			"表!A2 is 5, not empty"},
		{"where a link leads within the file", sheet, "!B7", "!B8", "表: the link is"},
		{"the file a link leads to", "xl/worksheets/_rels/sheet1.xml.rels", "E6%B5%B7", "E6%B5%B8", "表: the link is"},
		{"a cell of a grid", "xl/worksheets/sheet2.xml", "<v>1000.50</v>", "<v>1.50</v>", "页!B2 is 1.50, not 1000.50"},
		{"the name of a sheet", "xl/workbook.xml", `name="页"`, `name="夜"`,
			"the written workbook has the sheet 夜, not 页"},
	} {
		t.Run(c.name, func(t *testing.T) {
			d, data := sample(t)
			err := d.Check(saved(t, replaced(t, data, c.part, c.from, c.to)), nil)
			if c.want == "" && err != nil || c.want != "" && (err == nil || !strings.Contains(err.Error(), c.want)) {
				t.Errorf("%v, want %q", err, c.want)
			}
		})
	}
}

func TestACellThatIsMissingIsNamed(t *testing.T) {
	d, data := sample(t)
	sheet := xmlOf(t, data, "xl/worksheets/sheet1.xml")
	from := strings.Index(sheet, `<row r="3"`)
	row := sheet[from : from+strings.Index(sheet[from:], "</row>")+len("</row>")]
	err := d.Check(saved(t, replaced(t, data, "xl/worksheets/sheet1.xml", row, "")), nil)
	if err == nil || !strings.Contains(err.Error(), "表!A3 is empty, not 末行") {
		t.Error(err)
	}
}

func TestWhatIsNoWorkbookAnyMoreIsAFault(t *testing.T) {
	d, data := sample(t)
	for name, torn := range map[string][]byte{"cut off": data[:len(data)/2], "empty": nil} {
		if err := d.Check(saved(t, torn), nil); err == nil {
			t.Errorf("a workbook that is %s is whole", name)
		}
	}
	if err := d.Check(filepath.Join(t.TempDir(), "none.xlsx"), nil); err == nil {
		t.Error("a workbook that is not there is whole")
	}
}

// A second workbook, which was not written itself, is drawn against the file
// of the first.
func TestAWorkbookIsHeldAgainstTheFileOfItsTwin(t *testing.T) {
	_, data := sample(t)
	twin, _ := sample(t)
	for _, f := range twin.fills {
		f.digest = nil
	}
	if err := twin.Check(saved(t, data), nil); err != nil {
		t.Error(err)
	}
	changed := replaced(t, data, "xl/worksheets/sheet1.xml", "<v>7</v>", "<v>9</v>")
	if err := twin.Check(saved(t, changed), nil); err == nil || !strings.Contains(err.Error(), "表!C1 is 9, not 7") {
		t.Error(err)
	}
}

func TestWhoeverLooksAtTheLinesSeesEachAndCanRefuse(t *testing.T) {
	d, data := sample(t)
	var seen []int
	refusal := errors.New("no such line")
	look := func(stop int) map[string]func(sheets.Line) error {
		seen = nil
		return map[string]func(sheets.Line) error{"表": func(l sheets.Line) error {
			if seen = append(seen, l.Number); l.Number == stop {
				return refusal
			}
			return nil
		}}
	}
	if err := d.Check(saved(t, data), look(0)); err != nil || len(seen) != 2 || seen[0] != 1 || seen[1] != 3 {
		t.Errorf("%v, %v", err, seen)
	}
	if err := d.Check(saved(t, data), look(3)); !errors.Is(err, refusal) {
		t.Error(err)
	}
}
