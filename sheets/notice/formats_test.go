package notice

import (
	"archive/zip"
	"bytes"
	"encoding/csv"
	"encoding/json"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/xuri/excelize/v2"

	"jiangbu/calc/money"
	"jiangbu/sheets/sheettest"
)

// texts is everything around the tables, in the order of reading.
func (n *Notice) texts() []string {
	all := n.paragraphs()
	for _, a := range n.annexes() {
		all = append(all, a.Label, a.Table.Title)
	}
	return all
}

// paragraphs is the text of the notice proper.
func (n *Notice) paragraphs() []string {
	all := append([]string{n.Title}, n.Body...)
	for _, s := range []string{n.Unit, n.Date} {
		if s != "" {
			all = append(all, s)
		}
	}
	return all
}

// content is what a reader finds in a format.
type content struct {
	Texts []string
	Rows  [][]string // of each table the heading first; of a sum the label, blanks, the amount
}

// contentOf is what every format must say.
func contentOf(n *Notice) content {
	c := content{Texts: n.texts()}
	for _, a := range n.annexes() {
		var head []string
		for _, col := range a.Table.Columns {
			head = append(head, col.Name)
		}
		c.Rows = append(c.Rows, head)
		for _, r := range a.Table.Rows {
			c.Rows = append(c.Rows, r.Cells)
		}
	}
	return c
}

// formats are the writers of the whole notice, each with its reader.
var formats = []struct {
	format string
	write  func(io.Writer, Notice) error
	read   func(t testing.TB, data []byte) content
}{
	{"xlsx", WriteXLSX, readXLSX},
	{"docx", WriteDOCX, readDOCX},
	{"html", WriteHTML, readHTML},
}

func writtenBytes(t testing.TB, write func(io.Writer, Notice) error, n Notice) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := write(&b, n); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func TestTheFormatsSayTheSame(t *testing.T) {
	for _, by := range Orders {
		for _, more := range []bool{false, true} {
			s := testSettings(t)
			s.By, s.CreditCode, s.Final = by, more, more
			n := made(t, s, testAwards(t))
			for _, d := range formats {
				t.Run(fmt.Sprint(by, more, d.format), func(t *testing.T) {
					if diff := cmp.Diff(contentOf(&n), d.read(t, writtenBytes(t, d.write, n))); diff != "" {
						t.Errorf("the %s says something else (-notice +%s):\n%s", d.format, d.format, diff)
					}
				})
			}
		}
	}
}

func TestTheSameNoticeGivesTheSameBytes(t *testing.T) {
	n := made(t, testSettings(t), testAwards(t))
	for _, d := range formats {
		if !bytes.Equal(writtenBytes(t, d.write, n), writtenBytes(t, d.write, n)) {
			t.Errorf("two %s differ", d.format)
		}
	}
}

// The goldens hold what a reader sees and, of the workbook and the page, how
// it is built.
func TestTheFormatsAsText(t *testing.T) {
	n := made(t, testSettings(t), testAwards(t))
	for _, d := range formats {
		data := writtenBytes(t, d.write, n)
		var text string
		switch d.format {
		case "xlsx":
			path := filepath.Join(t.TempDir(), "a.xlsx")
			if err := os.WriteFile(path, data, 0o600); err != nil {
				t.Fatal(err)
			}
			dump, err := sheettest.Dump(path)
			if err != nil {
				t.Fatal(err)
			}
			text = dump
		case "docx":
			text = strings.ReplaceAll(string(unzip(t, data)["word/document.xml"]), "<w:p>", "\n<w:p>")
		case "html":
			text = string(styleOrScript.ReplaceAll(data, []byte("<$1>…</$1>")))
			text = contentDigest.ReplaceAllString(text, "sha256-…")
		}
		golden(t, d.format+".txt", text)
	}
	golden(t, "csv.txt", string(writtenBytes(t, WriteCSV, n)))
	golden(t, "schema.txt", string(writtenBytes(t, WriteSchema, n)))
}

var (
	styleOrScript = regexp.MustCompile(`(?s)<(style|script)>.*?</(?:style|script)>`)
	contentDigest = regexp.MustCompile(`sha256-[^']*?=`)
)

// golden compares a text with its file, or writes the file under UPDATE=1.
func golden(t *testing.T, name, got string) {
	t.Helper()
	path := filepath.Join("testdata", name)
	if os.Getenv("UPDATE") == "1" {
		if err := os.MkdirAll("testdata", 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(string(want), got); diff != "" {
		t.Errorf("%s differs; run with UPDATE=1 and review (-want +got):\n%s", name, diff)
	}
}

// readCSV gives the data of a csv: every line has all columns.
func readCSV(t testing.TB, data []byte) [][]string {
	text, ok := bytes.CutPrefix(data, []byte(byteOrderMark))
	if !ok {
		t.Error("no byte order mark")
	}
	r := csv.NewReader(bytes.NewReader(text))
	lines, err := r.ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	for _, l := range lines {
		for i := range l {
			if rest, quoted := strings.CutPrefix(l[i], "'"); quoted && startsFormula(rest) {
				l[i] = rest
			}
		}
	}
	return lines
}

// The csv holds the awards line by line, in yuan, and its schema names its
// columns in their order.
func TestTheDataAreTheAwardsInYuan(t *testing.T) {
	for _, short := range []bool{false, true} {
		s, a := testSettings(t), testAwards(t)
		s.CreditCode = short
		if short {
			pay(t, &a, 0, "250000")
		}
		n := made(t, s, a)
		got := readCSV(t, writtenBytes(t, WriteCSV, n))
		want := [][]string{nil}
		for _, c := range n.Table.Columns {
			want[0] = append(want[0], strings.ReplaceAll(c.Name, "万元", "元"))
		}
		for _, r := range n.Table.Rows {
			if r.Kind == AwardRow {
				cells := slices.Clone(r.Cells)
				cells[n.Table.amountColumn()] = r.Amount.String()
				if short {
					cells[n.Table.amountColumn()+1] = r.Entitled.String()
				}
				want = append(want, cells)
			}
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("(-want +got):\n%s", diff)
		}
		var names []string
		var described schema
		if err := json.Unmarshal(writtenBytes(t, WriteSchema, n), &described); err != nil {
			t.Fatal(err)
		}
		for _, f := range described.Fields {
			names = append(names, f.Name)
			if f.Description == "" {
				t.Errorf("%s is not described", f.Name)
			}
		}
		if diff := cmp.Diff(want[0], names); diff != "" {
			t.Errorf("(-want +got):\n%s", diff)
		}
	}
}

func readXLSX(t testing.TB, data []byte) content {
	f, err := excelize.OpenReader(bytes.NewReader(data), excelize.Options{RawCellValue: true})
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	var c content
	for i, sheet := range f.GetSheetList() {
		rows, err := f.GetRows(sheet)
		if err != nil {
			t.Fatal(err)
		}
		for n, cells := range rows {
			switch {
			case i > 0 && n >= headRow-1:
				for n > headRow-1 && len(cells) < len(rows[headRow-1]) {
					cells = append(cells, "")
				}
				for k := range cells {
					if y, err := money.ExactYuan(cells[k]); err == nil && yuan.MatchString(cells[k]) {
						cells[k] = y.Grouped() // as its number format shows it
					}
					cells[k] = strings.ReplaceAll(cells[k], "\n", "") // a heading breaks between its words
				}
				c.Rows = append(c.Rows, cells)
			case len(cells) > 0:
				c.Texts = append(c.Texts, strings.ReplaceAll(strings.TrimPrefix(cells[0], indent), "\n", ""))
			}
		}
	}
	return c
}

// yuan is an amount in yuan as a number cell holds it.
var yuan = regexp.MustCompile(`^[0-9]+\.[0-9]{2}$`)

func unzip(t testing.TB, data []byte) map[string][]byte {
	t.Helper()
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		t.Fatal(err)
	}
	files := map[string][]byte{}
	for _, f := range z.File {
		r, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		if files[f.Name], err = io.ReadAll(r); err != nil {
			t.Fatal(err)
		}
	}
	return files
}

// readDOCX walks the document and checks on the way that every part is well
// formed.
func readDOCX(t testing.TB, data []byte) content {
	files := unzip(t, data)
	for name, part := range files {
		walk(t, name, part, true, func(xml.Token) {})
	}
	var c content
	var text strings.Builder
	var row []string
	inTable, span := false, 1
	walk(t, "document", files["word/document.xml"], true, func(tok xml.Token) {
		switch e := tok.(type) {
		case xml.CharData:
			text.Write(e)
		case xml.StartElement:
			switch e.Name.Local {
			case "tbl":
				inTable = true
			case "p":
				text.Reset()
			case "gridSpan":
				span, _ = strconv.Atoi(e.Attr[0].Value)
			}
		case xml.EndElement:
			switch e.Name.Local {
			case "tbl":
				inTable = false
			case "p":
				if !inTable && text.Len() > 0 {
					c.Texts = append(c.Texts, text.String())
					text.Reset()
				}
			case "tc":
				row = append(append(row, text.String()), make([]string, span-1)...)
				text.Reset()
				span = 1
			case "tr":
				c.Rows, row = append(c.Rows, row), nil
			}
		}
	})
	return c
}

// readHTML walks the page's markup: the article, the annex's headings, the
// table, whose cells and rows end where the next begins.
func readHTML(t testing.TB, data []byte) content {
	data = styleOrScript.ReplaceAll(data, nil)
	var c content
	var text strings.Builder
	var row []string
	inCell, span := false, 1
	end := func(rowToo bool) {
		if inCell {
			row = append(append(row, text.String()), make([]string, span-1)...)
			inCell, span = false, 1
		}
		if rowToo && row != nil {
			c.Rows, row = append(c.Rows, row), nil
		}
	}
	walk(t, "page", data, false, func(tok xml.Token) {
		switch e := tok.(type) {
		case xml.CharData:
			text.Write(e)
		case xml.StartElement:
			switch e.Name.Local {
			case "td", "th":
				end(false)
				inCell = true
				for _, a := range e.Attr {
					if a.Name.Local == "colspan" {
						span, _ = strconv.Atoi(a.Value)
					}
				}
			case "tr":
				end(true)
			case "wbr":
				return
			}
			text.Reset()
		case xml.EndElement:
			switch e.Name.Local {
			case "h1", "h2", "p":
				if text.Len() > 0 {
					c.Texts = append(c.Texts, text.String())
				}
				text.Reset()
			case "td", "th", "thead", "tbody":
				end(e.Name.Local != "td" && e.Name.Local != "th")
			}
		}
	})
	return c
}

func walk(t testing.TB, name string, data []byte, strict bool, visit func(xml.Token)) {
	t.Helper()
	dec := xml.NewDecoder(bytes.NewReader(data))
	dec.Strict = strict
	if !strict {
		dec.AutoClose, dec.Entity = append(xml.HTMLAutoClose, "wbr"), xml.HTMLEntity
	}
	for {
		tok, err := dec.Token()
		if errors.Is(err, io.EOF) {
			return
		}
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		visit(tok)
	}
}
