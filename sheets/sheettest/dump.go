package sheettest

import (
	"archive/zip"
	"encoding/xml"
	"fmt"
	"io"
	"math"
	"path"
	"regexp"
	"strconv"
	"strings"
	"time"

	"jiangbu/calc"
)

// Dump writes the workbook at path in the notation of the package comment.
// Numbers are raw, trailing tabs are trimmed, directives follow the sheet's
// name. It is a plain reading with encoding/xml, independent of the reader of
// package sheets and of the library that reports are written with.
func Dump(path string) (string, error) {
	z, err := zip.OpenReader(path)
	if err != nil {
		return "", fmt.Errorf("dump %s: %w", path, err)
	}
	defer z.Close()
	d := dumper{zip: &z.Reader}
	if err := d.workbook(); err != nil {
		return "", fmt.Errorf("dump %s: %w", path, err)
	}
	return d.out.String(), nil
}

type dumper struct {
	zip      *zip.Reader
	date1904 bool
	strings  []xmlText
	dates    []bool // by style: does it show a date
	out      strings.Builder
}

// The parts, as far as they are shown.
type (
	xmlWorkbook struct {
		Pr struct {
			Date1904 bool `xml:"date1904,attr"`
		} `xml:"workbookPr"`
		Sheets []struct {
			Name  string `xml:"name,attr"`
			State string `xml:"state,attr"`
			ID    string `xml:"http://schemas.openxmlformats.org/officeDocument/2006/relationships id,attr"`
		} `xml:"sheets>sheet"`
	}
	xmlRels struct {
		Rel []struct {
			ID     string `xml:"Id,attr"`
			Type   string `xml:"Type,attr"`
			Target string `xml:"Target,attr"`
		} `xml:"Relationship"`
	}
	xmlStyles struct {
		Formats []struct {
			ID   int    `xml:"numFmtId,attr"`
			Code string `xml:"formatCode,attr"`
		} `xml:"numFmts>numFmt"`
		Cells []struct {
			Format int `xml:"numFmtId,attr"`
		} `xml:"cellXfs>xf"`
	}
	xmlText struct {
		T    string   `xml:"t"`
		Runs []string `xml:"r>t"`
	}
	xmlSheet struct {
		Cols []struct {
			Min    int  `xml:"min,attr"`
			Max    int  `xml:"max,attr"`
			Hidden bool `xml:"hidden,attr"`
		} `xml:"cols>col"`
		Rows []struct {
			R      int       `xml:"r,attr"`
			Hidden bool      `xml:"hidden,attr"`
			Cells  []xmlCell `xml:"c"`
		} `xml:"sheetData>row"`
		Merges []struct {
			Ref string `xml:"ref,attr"`
		} `xml:"mergeCells>mergeCell"`
	}
	xmlCell struct {
		R  string   `xml:"r,attr"`
		T  string   `xml:"t,attr"`
		S  int      `xml:"s,attr"`
		F  *string  `xml:"f"`
		V  *string  `xml:"v"`
		IS *xmlText `xml:"is"`
	}
)

func (t xmlText) String() string { return unescapeControls(t.T + strings.Join(t.Runs, "")) }

var escaped = regexp.MustCompile(`_x[0-9A-Fa-f]{4}_`)

// unescapeControls turns _x000D_ into the character that it stands for.
func unescapeControls(s string) string {
	return escaped.ReplaceAllStringFunc(s, func(e string) string {
		n, err := strconv.ParseUint(e[2:6], 16, 16)
		if err != nil {
			return e
		}
		return string(rune(n))
	})
}

// part decodes one part into v; a part that is not there leaves v as it is.
func (d *dumper) part(name string, v any) error {
	f, err := d.zip.Open(strings.TrimPrefix(name, "/"))
	if err != nil {
		return nil
	}
	defer f.Close()
	b, err := io.ReadAll(f)
	if err != nil {
		return err
	}
	return xml.Unmarshal(b, v)
}

// workbook dumps all sheets in their order.
func (d *dumper) workbook() error {
	var book xmlWorkbook
	var rels xmlRels
	if err := d.part("xl/workbook.xml", &book); err != nil {
		return err
	}
	if err := d.part("xl/_rels/workbook.xml.rels", &rels); err != nil {
		return err
	}
	d.date1904 = book.Pr.Date1904
	targets := map[string]string{}
	for _, r := range rels.Rel {
		target := r.Target
		if !strings.HasPrefix(target, "/") {
			target = path.Join("xl", target)
		}
		targets[r.ID] = target
		if err := d.support(r.Type, target); err != nil {
			return err
		}
	}
	for i, s := range book.Sheets {
		fmt.Fprintf(&d.out, "# %s\n", s.Name)
		if i == 0 && d.date1904 {
			d.out.WriteString("#date1904\n")
		}
		d.out.WriteString(map[string]string{"hidden": "#hide sheet\n", "veryHidden": "#hide sheet very\n"}[s.State])
		if err := d.sheet(targets[s.ID]); err != nil {
			return fmt.Errorf("sheet %s: %w", s.Name, err)
		}
	}
	return nil
}

// support reads the shared strings or the styles.
func (d *dumper) support(kind, target string) error {
	switch path.Base(kind) {
	case "sharedStrings":
		var sst struct {
			SI []xmlText `xml:"si"`
		}
		err := d.part(target, &sst)
		d.strings = sst.SI
		return err
	case "styles":
		var st xmlStyles
		if err := d.part(target, &st); err != nil {
			return err
		}
		codes := map[int]string{14: "yy", 15: "yy", 16: "yy", 17: "yy", 22: "yy"}
		for _, f := range st.Formats {
			codes[f.ID] = f.Code
		}
		for _, c := range st.Cells {
			d.dates = append(d.dates, strings.Contains(codes[c.Format], "yy"))
		}
	}
	return nil
}

func (d *dumper) sheet(target string) error {
	var s xmlSheet
	if err := d.part(target, &s); err != nil {
		return err
	}
	for _, m := range s.Merges {
		fmt.Fprintf(&d.out, "#merge %s\n", m.Ref)
	}
	for _, c := range s.Cols {
		if c.Hidden {
			d.hidden("col", calc.ColumnName(c.Min), calc.ColumnName(c.Max))
		}
	}
	for i := 0; i < len(s.Rows); i++ {
		first := i
		for i < len(s.Rows) && s.Rows[i].Hidden && s.Rows[i].R == s.Rows[first].R+i-first {
			i++
		}
		if i > first {
			d.hidden("row", strconv.Itoa(s.Rows[first].R), strconv.Itoa(s.Rows[i-1].R))
			i--
		}
	}
	next := 1
	for _, r := range s.Rows {
		line, err := d.row(r.Cells)
		if err != nil {
			return err
		}
		if line == "" {
			continue
		}
		d.out.WriteString(strings.Repeat("\n", max(0, r.R-next)) + line + "\n")
		next = r.R + 1
	}
	return nil
}

func (d *dumper) hidden(what, first, last string) {
	if first != last {
		first += "-" + last
	}
	fmt.Fprintf(&d.out, "#hide %s %s\n", what, first)
}

func (d *dumper) row(cells []xmlCell) (string, error) {
	var line []string
	for _, x := range cells {
		col, err := columnNumber(strings.TrimRight(x.R, "0123456789"))
		if err != nil || col < 1 {
			return "", fmt.Errorf("cell %q has no column", x.R)
		}
		for len(line) < col {
			line = append(line, "")
		}
		c, err := d.cell(x)
		if err != nil {
			return "", fmt.Errorf("%s: %w", x.R, err)
		}
		line[col-1] = c.format()
	}
	return strings.TrimRight(strings.Join(line, "\t"), "\t"), nil
}

func (d *dumper) cell(x xmlCell) (cell, error) {
	c, err := d.value(x)
	if x.F != nil {
		c.formula = *x.F
		if c.formula == "" {
			c.formula = "(shared)"
		}
	}
	return c, err
}

// value is the stored value of a cell.
func (d *dumper) value(x xmlCell) (cell, error) {
	switch {
	case x.T == "inlineStr" && x.IS != nil:
		return cell{kind: text, value: x.IS.String()}, nil
	case x.V == nil:
		return cell{}, nil
	}
	v := *x.V
	switch x.T {
	case "s":
		i, err := strconv.Atoi(v)
		if err != nil || i < 0 || i >= len(d.strings) {
			return cell{}, fmt.Errorf("no shared string %q", v)
		}
		return cell{kind: text, value: d.strings[i].String()}, nil
	case "str", "inlineStr":
		return cell{kind: text, value: unescapeControls(v)}, nil
	case "b":
		return cell{kind: boolean, value: map[string]string{"0": "FALSE", "1": "TRUE"}[v]}, nil
	case "e":
		return cell{kind: errorValue, value: v}, nil
	}
	if x.S < len(d.dates) && d.dates[x.S] {
		return cell{kind: date, value: d.date(v)}, nil
	}
	return cell{kind: number, value: v}, nil
}

// date writes a serial number as a date, with a time where it has one.
func (d *dumper) date(value string) string {
	serial, err := strconv.ParseFloat(value, 64)
	if err != nil {
		return value
	}
	epoch := time.Date(1899, 12, 30, 0, 0, 0, 0, time.UTC)
	if d.date1904 {
		epoch = time.Date(1904, 1, 1, 0, 0, 0, 0, time.UTC)
	}
	days, part := math.Modf(serial)
	day := epoch.AddDate(0, 0, int(days))
	if part == 0 {
		return day.Format(time.DateOnly)
	}
	return day.Add(time.Duration(math.Round(part*86400)) * time.Second).Format(time.DateTime)
}
