package sheets

import (
	"bytes"
	"cmp"
	"slices"
	"strconv"
	"strings"

	"jiangbu/calc"
)

// The namespaces of OpenDocument 1.x that tables are written in, and what they
// are called here. A file may call them otherwise.
var odfSpaces = map[string]string{
	"urn:oasis:names:tc:opendocument:xmlns:office:1.0":                     "office",
	"urn:oasis:names:tc:opendocument:xmlns:table:1.0":                      "table",
	"urn:oasis:names:tc:opendocument:xmlns:text:1.0":                       "text",
	"urn:oasis:names:tc:opendocument:xmlns:style:1.0":                      "style",
	"urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0": "calcext",
}

// maxCells is how many cells the repetitions of a file may unfold to. A row
// repeated a million times takes a hundred bytes.
const maxCells = 5_000_000

// zipMagic begins every zip.
const zipMagic = "PK\x03\x04"

// isODS tells whether a zip says that it is an OpenDocument spreadsheet: in
// its first entry, or, where a program left that out, in its manifest.
func isODS(c *container) bool {
	const media = "application/vnd.oasis.opendocument.spreadsheet"
	for _, name := range []string{"mimetype", "META-INF/manifest.xml"} {
		if e := c.find(name); e != nil && e.size < 1<<20 &&
			(c.find("content.xml") != nil || c.find(sealedPackage) != nil) {
			b, r := e.bytes()
			return r == nil && bytes.Contains(b, []byte(media))
		}
	}
	return false
}

// readODS reads an OpenDocument spreadsheet.
func readODS(c *container, passwords []string) ([]*Sheet, *refusal) {
	e, r := odsContent(c, passwords)
	if r != nil {
		return nil, r
	}
	sheets, r := readODF(e)
	if r != nil {
		return nil, r
	}
	return sheets, c.check()
}

// isFlatODS tells whether a text is a spreadsheet in a single XML file (.fods).
func isFlatODS(data []byte) bool {
	head := data[:min(len(data), 4096)]
	return bytes.Contains(head, []byte("urn:oasis:names:tc:opendocument:xmlns:office:1.0"))
}

// odf reads content.xml.
type odf struct {
	*xmlScanner
	spaces map[string]string  // prefix in this file -> ours
	known  map[string]string  // names looked up before
	hidden map[string]bool    // table styles that are not displayed
	struck map[string]bool    // styles of cells and of text that strike through
	widths map[string]float64 // of styles of columns, in characters
	sheets []*Sheet
	names  map[string]bool
	cells  int // written so far, in all sheets
}

// readODF keeps all that it reads in memory, so that the limits of a survey hold
// for any of its kind.
func readODF(e *entry) ([]*Sheet, *refusal) {
	if max := SurveyLimits.bounds().part; e.size > max {
		return nil, tooLarge("部件 %s 解压后为 %d MB，最多 %d MB", e.name, e.size>>20, max>>20)
	}
	s, p := newScanner(e, func(string) bool { return false })
	defer p.close()
	o := &odf{xmlScanner: s, spaces: map[string]string{}, known: map[string]string{}, hidden: map[string]bool{},
		struck: map[string]bool{}, widths: map[string]float64{}, names: map[string]bool{}}
	if s.next() != tokOpen {
		s.broken("没有内容")
		return nil, s.err
	}
	for _, a := range s.attrs {
		if prefix, ok := declares(a.name); ok {
			o.spaces[prefix] = odfSpaces[string(a.value)]
		}
	}
	if name := o.our(s.name); name != "office:document-content" && name != "office:document" {
		s.broken("不是应有的内容（document）")
		return nil, s.err
	}
	o.document()
	if r := s.rest(); r != nil {
		return nil, r
	}
	if len(o.sheets) == 0 {
		return nil, unreadable("工作簿里没有工作表")
	}
	return o.sheets, nil
}

// our is a name with our prefix: "table:table-row".
func (o *odf) our(name []byte) string {
	if known, ok := o.known[string(name)]; ok {
		return known
	}
	prefix, local, ok := strings.Cut(string(name), ":")
	if !ok {
		prefix, local = "", prefix
	}
	ours := o.spaces[prefix] + ":" + local
	if len(o.known) < 1000 { // more names than that nobody means
		o.known[string(name)] = ours
	}
	return ours
}

// get is an attribute of the element just opened, by our name; "" where it has
// none.
func (o *odf) get(name string) string {
	if i := o.attribute(name); i >= 0 {
		return string(appendAttrText(nil, o.attrs[i].value))
	}
	return ""
}

// has tells whether the element just opened has an attribute.
func (o *odf) has(name string) bool { return o.attribute(name) >= 0 }

func (o *odf) attribute(name string) int {
	return slices.IndexFunc(o.attrs, func(a attr) bool { return o.our(a.name) == name })
}

// document reads the styles of tables and the tables.
func (o *odf) document() {
	for o.child(1) {
		switch o.our(o.name) {
		case "office:automatic-styles":
			for o.child(2) {
				o.style()
			}
		case "office:body":
			for o.child(2) {
				if o.our(o.name) != "office:spreadsheet" {
					o.fail(unsupported("这是文字文档或演示文稿，请报送电子表格"))
					return
				}
				for o.child(3) {
					if o.our(o.name) == "table:table" {
						o.table()
						continue
					}
					o.skip()
				}
			}
		default:
			o.skip()
		}
	}
}

// style keeps the name of a table style that hides its table, and of a style
// that strikes through.
func (o *odf) style() {
	name := o.get("style:family") + " " + o.get("style:name")
	for depth := o.depth(); o.child(depth); {
		switch o.our(o.name) {
		case "style:table-properties":
			o.hidden[name] = o.get("table:display") == "false"
		case "style:text-properties":
			line := cmp.Or(o.get("style:text-line-through-style"), o.get("style:text-line-through-type"), "none")
			o.struck[name] = line != "none"
		case "style:table-column-properties":
			o.widths[name] = charactersOf(o.get("style:column-width"))
		}
		o.skip()
	}
}

// odfUnits are the units of a length, in millimetres.
var odfUnits = map[string]float64{"mm": 1, "cm": 10, "in": 25.4, "pt": 25.4 / 72, "pc": 25.4 / 6}

// charactersOf is a length such as 2.258cm in characters of the usual face, 0
// where it is none.
func charactersOf(length string) float64 {
	const millimetres = 1.9 // of a digit at 11 points
	number, unit := length[:max(0, len(length)-2)], length[max(0, len(length)-2):]
	n, err := strconv.ParseFloat(number, 64)
	if err != nil {
		return 0
	}
	return n * odfUnits[unit] / millimetres
}

// table reads one sheet.
func (o *odf) table() {
	t := &odfTable{odf: o, sheet: &Sheet{Name: o.get("table:name")}}
	if key := strings.ToLower(t.sheet.Name); key == "" || o.names[key] {
		o.broken("工作表没有名称或重名（" + t.sheet.Name + "）")
		return
	} else {
		o.names[key] = true
	}
	if o.hidden["table "+o.get("table:style-name")] {
		t.sheet.Visibility = Hidden
	}
	log, out := newRowLog()
	t.out = out
	t.body(o.depth())
	out.end()
	t.sheet.rows = log.rows
	o.sheets = append(o.sheets, t.sheet)
	if o.err != nil && o.err.sheet == "" {
		o.err.sheet, o.err.row, o.err.col = t.sheet.Name, t.row, t.col
	}
}

// kindOfODF leads office:value-type to the kind of a cell.
func kindOfODF(valueType string) calc.CellKind {
	switch valueType {
	case "float", "percentage", "currency":
		return calc.CellNumber
	case "date":
		return calc.CellDate
	case "boolean":
		return calc.CellBool
	}
	return calc.CellText
}
