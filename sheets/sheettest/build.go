package sheettest

import (
	"archive/zip"
	"encoding/xml"
	"fmt"
	"io"
	"os"
	"slices"
	"strconv"
	"strings"
	"time"

	"jiangbu/calc"
)

// Part is one entry of a workbook's zip.
type Part struct{ Name, Content string }

// Build writes the workbook that src describes (see the package comment) to
// path. It writes the XML itself, so that the digits of a number, the type of
// a formula's stored value and a missing value are exactly what the text says.
func Build(path string, src string) error {
	w, err := parse(src)
	if err != nil {
		return fmt.Errorf("build %s: %w", path, err)
	}
	parts, err := w.parts()
	if err != nil {
		return fmt.Errorf("build %s: %w", path, err)
	}
	f, err := os.Create(path)
	if err != nil {
		return err
	}
	if err := WriteParts(f, parts); err != nil {
		f.Close()
		return err
	}
	return f.Close()
}

// WriteParts zips parts in their order. The same parts give the same bytes.
func WriteParts(w io.Writer, parts []Part) error {
	z := zip.NewWriter(w)
	for _, p := range parts {
		f, err := z.CreateHeader(&zip.FileHeader{Name: p.Name, Method: zip.Deflate})
		if err != nil {
			return err
		}
		if _, err := io.WriteString(f, p.Content); err != nil {
			return err
		}
	}
	return z.Close()
}

// Parts are the parts of the workbook that src describes, for tests that
// change one of them before they write it with [WriteParts].
func Parts(src string) ([]Part, error) {
	w, err := parse(src)
	if err != nil {
		return nil, err
	}
	return w.parts()
}

const (
	xmlHead  = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>` + "\n"
	mainNS   = `xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"`
	relNS    = `http://schemas.openxmlformats.org/officeDocument/2006/relationships`
	relsHead = xmlHead + `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">`
	typeBase = `application/vnd.openxmlformats-officedocument.spreadsheetml.`
	// the styles used here: 0 general, 1 date, 2 date and time
	stylesPart = xmlHead + `<styleSheet ` + mainNS +
		`><fonts count="1"><font><sz val="11"/><name val="宋体"/></font></fonts>` +
		`<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>` +
		`<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>` +
		`<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>` +
		`<cellXfs count="3"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>` +
		`<xf numFmtId="14" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>` +
		`<xf numFmtId="22" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/></cellXfs></styleSheet>`
)

// parts writes every part of the workbook.
func (w *workbook) parts() ([]Part, error) {
	types, rels, sheets := &strings.Builder{}, &strings.Builder{}, &strings.Builder{}
	strs := &sharedStrings{index: map[string]int{}}
	var bodies []Part
	for i, s := range w.sheets {
		n := strconv.Itoa(i + 1)
		body, err := s.body(strs, w.date1904)
		if err != nil {
			return nil, fmt.Errorf("sheet %s: %w", s.name, err)
		}
		bodies = append(bodies, Part{"xl/worksheets/sheet" + n + ".xml", body})
		fmt.Fprintf(types, `<Override PartName="/xl/worksheets/sheet%s.xml" ContentType="%sworksheet+xml"/>`, n,
			typeBase)
		fmt.Fprintf(rels, `<Relationship Id="rId%s" Type="%s/worksheet" Target="worksheets/sheet%s.xml"/>`, n, relNS, n)
		state := ""
		if s.state != "" {
			state = ` state="` + s.state + `"`
		}
		fmt.Fprintf(sheets, `<sheet name="%s" sheetId="%s"%s r:id="rId%s"/>`, escape(s.name), n, state, n)
	}
	pr := ""
	if w.date1904 {
		pr = `<workbookPr date1904="1"/>`
	}
	return append([]Part{
		{"[Content_Types].xml", xmlHead +
			`<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">` +
			`<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>` +
			`<Override PartName="/xl/workbook.xml" ContentType="` + typeBase + `sheet.main+xml"/>` +
			`<Override PartName="/xl/styles.xml" ContentType="` + typeBase + `styles+xml"/>` +
			`<Override PartName="/xl/sharedStrings.xml" ContentType="` + typeBase + `sharedStrings+xml"/>` +
			types.String() + `</Types>`},
		{"_rels/.rels", relsHead + `<Relationship Id="rId1" Type="` + relNS +
			`/officeDocument" Target="xl/workbook.xml"/></Relationships>`},
		{"xl/workbook.xml", xmlHead + `<workbook ` + mainNS + ` xmlns:r="` + relNS + `">` + pr + `<sheets>` +
			sheets.String() + `</sheets></workbook>`},
		{"xl/_rels/workbook.xml.rels", relsHead + rels.String() + `<Relationship Id="rIdS" Type="` + relNS +
			`/styles" Target="styles.xml"/>` +
			`<Relationship Id="rIdT" Type="` + relNS + `/sharedStrings" Target="sharedStrings.xml"/></Relationships>`},
		{"xl/styles.xml", stylesPart},
		{"xl/sharedStrings.xml", strs.part()},
	}, bodies...), nil
}

// sharedStrings collects the texts of all sheets, each once.
type sharedStrings struct {
	list  []string
	index map[string]int
}

func (t *sharedStrings) of(s string) int {
	i, ok := t.index[s]
	if !ok {
		i = len(t.list)
		t.index[s] = i
		t.list = append(t.list, s)
	}
	return i
}

func (t *sharedStrings) part() string {
	b := &strings.Builder{}
	fmt.Fprintf(b, `%s<sst %s uniqueCount="%d">`, xmlHead, mainNS, len(t.list))
	for _, s := range t.list {
		fmt.Fprintf(b, `<si><t xml:space="preserve">%s</t></si>`, escape(s))
	}
	return b.String() + `</sst>`
}

// body is the part of one sheet.
func (s *sheet) body(strs *sharedStrings, date1904 bool) (string, error) {
	b := &strings.Builder{}
	b.WriteString(xmlHead + `<worksheet ` + mainNS + `>`)
	if len(s.hiddenCols) > 0 {
		b.WriteString(`<cols>`)
		for _, c := range s.hiddenCols {
			fmt.Fprintf(b, `<col min="%d" max="%d" width="9" hidden="1" customWidth="1"/>`, c[0], c[1])
		}
		b.WriteString(`</cols>`)
	}
	b.WriteString(`<sheetData>`)
	for r := range max(len(s.rows), s.lastHidden()) {
		if err := s.writeRow(b, r, strs, date1904); err != nil {
			return "", err
		}
	}
	b.WriteString(`</sheetData>`)
	if len(s.merges) > 0 {
		fmt.Fprintf(b, `<mergeCells count="%d">`, len(s.merges))
		for _, m := range s.merges {
			fmt.Fprintf(b, `<mergeCell ref="%s"/>`, m)
		}
		b.WriteString(`</mergeCells>`)
	}
	b.WriteString(`</worksheet>`)
	return b.String(), nil
}

func (s *sheet) lastHidden() int {
	last := 0
	for _, h := range s.hiddenRows {
		last = max(last, h[1])
	}
	return last
}

func (s *sheet) writeRow(b *strings.Builder, r int, strs *sharedStrings, date1904 bool) error {
	hidden := slices.ContainsFunc(s.hiddenRows, func(h [2]int) bool { return h[0] <= r+1 && r+1 <= h[1] })
	var row []cell
	if r < len(s.rows) {
		row = s.rows[r]
	}
	if len(row) == 0 && !hidden {
		return nil
	}
	fmt.Fprintf(b, `<row r="%d"`, r+1)
	if hidden {
		b.WriteString(` hidden="1"`)
	}
	b.WriteString(`>`)
	for i, c := range row {
		if err := c.write(b, calc.ColumnName(i+1)+strconv.Itoa(r+1), strs, date1904); err != nil {
			return err
		}
	}
	b.WriteString(`</row>`)
	return nil
}

// write is the cell's element; an empty cell has none.
func (c cell) write(b *strings.Builder, at string, strs *sharedStrings, date1904 bool) error {
	if c == (cell{}) {
		return nil
	}
	attrs, value := "", c.value
	switch c.kind {
	case text:
		attrs = ` t="s"`
		if c.formula != "" {
			attrs, value = ` t="str"`, escape(value)
		} else {
			value = strconv.Itoa(strs.of(value))
		}
	case boolean:
		attrs, value = ` t="b"`, map[string]string{"TRUE": "1"}[value]
		if value == "" {
			value = "0"
		}
	case errorValue:
		attrs, value = ` t="e"`, escape(value)
	case date:
		var err error
		if attrs, value, err = serial(value, date1904); err != nil {
			return fmt.Errorf("%s: %w", at, err)
		}
	}
	fmt.Fprintf(b, `<c r="%s"%s>`, at, attrs)
	if c.formula != "" {
		fmt.Fprintf(b, `<f>%s</f>`, escape(c.formula))
	}
	if c.kind != empty {
		fmt.Fprintf(b, `<v>%s</v>`, value)
	}
	b.WriteString(`</c>`)
	return nil
}

// serial is the style and the number that stand for a date.
func serial(s string, date1904 bool) (attrs, value string, err error) {
	epoch := time.Date(1899, 12, 30, 0, 0, 0, 0, time.UTC)
	if date1904 {
		epoch = time.Date(1904, 1, 1, 0, 0, 0, 0, time.UTC)
	}
	attrs = ` s="1"`
	t, err := time.Parse(time.DateOnly, s)
	if err != nil {
		attrs = ` s="2"`
		if t, err = time.Parse(time.DateTime, s); err != nil {
			return "", "", fmt.Errorf("%q is not a date such as 2023-05-12", s)
		}
	}
	seconds := int64(t.Sub(epoch) / time.Second)
	value = strconv.FormatInt(seconds/86400, 10)
	if rest := seconds % 86400; rest != 0 {
		value = strconv.FormatFloat(float64(seconds)/86400, 'f', 9, 64)
	}
	return attrs, value, nil
}

// escape writes s as XML text. What would read as an escaped control character
// (_x0041_) is escaped as Excel does, and so are the controls themselves.
func escape(s string) string {
	var b strings.Builder
	for i, r := range s {
		switch {
		case r == '_' && looksEscaped(s[i:]):
			b.WriteString("_x005F_")
		case r < ' ' && r != '\n' && r != '\t':
			fmt.Fprintf(&b, "_x%04X_", r)
		case r == '\n' || r == '\t':
			b.WriteRune(r)
		default:
			_ = xml.EscapeText(&b, []byte(string(r))) // a Builder does not fail
		}
	}
	return b.String()
}

func looksEscaped(s string) bool {
	return len(s) >= 7 && s[1] == 'x' && s[6] == '_' && strings.Trim(s[2:6], "0123456789abcdefABCDEF") == ""
}
