package sheets

import "strconv"

// stylesReader reads the part of styles as far as they change what a person
// sees of a value.
type stylesReader struct {
	*xmlScanner
	formats map[int]string // that the workbook has of its own
	fonts   []bool         // by font: it strikes through
	used    []usedStyle
}

// usedStyle is a cell style by the numbers of its format and its font.
type usedStyle struct{ format, font int }

// readStyles reads the styles of cells.
func (x *xlsx) readStyles(e *entry) *refusal {
	s, p := newScanner(e, isMain)
	defer p.close()
	if !s.root("styleSheet") {
		return s.err
	}
	t := &stylesReader{xmlScanner: s, formats: map[int]string{}}
	for s.child(1) {
		switch s.local() {
		case "numFmts":
			t.readFormats()
		case "fonts":
			t.readFonts()
		case "cellXfs":
			t.readUsed()
		default:
			s.skip()
		}
	}
	known := map[usedStyle]cellStyle{} // few of many thousands of styles differ in what counts here
	for _, u := range t.used {
		style, ok := known[u]
		if !ok {
			code, custom := t.formats[u.format]
			style = styleOf(u.format, code, custom, u.font < len(t.fonts) && t.fonts[u.font])
			known[u] = style
		}
		x.styles = append(x.styles, style)
	}
	return s.rest()
}

func (t *stylesReader) readFormats() {
	for t.child(2) {
		if id, err := strconv.Atoi(t.attrText("numFmtId")); err == nil && t.local() == "numFmt" {
			t.formats[id] = t.attrText("formatCode")
		}
		t.skip()
	}
}

func (t *stylesReader) readFonts() {
	for t.child(2) {
		t.fonts = append(t.fonts, t.strikes(3))
	}
}

func (t *stylesReader) readUsed() {
	for t.child(2) {
		if t.local() == "xf" {
			format, _ := strconv.Atoi(t.attrText("numFmtId")) // none is 0, the general format
			font, _ := digits(t.attr("fontId"))
			t.used = append(t.used, usedStyle{format, font})
		}
		t.skip()
	}
}

// strikes tells whether the font or the properties of a run just opened, whose
// children are at depth, strike through.
func (s *xmlScanner) strikes(depth int) bool {
	struck := false
	for s.child(depth) {
		if s.local() == "strike" {
			v := s.attr("val")
			struck = v == nil || isTrue(v)
		}
		s.skip()
	}
	return struck
}
