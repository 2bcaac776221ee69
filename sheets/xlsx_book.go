package sheets

import (
	"path"
	"strings"
)

// The namespaces of ECMA-376, transitional and strict.
const (
	MainTransitional = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
	mainStrict       = "http://purl.oclc.org/ooxml/spreadsheetml/main"
	relTransitional  = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
	relStrict        = "http://purl.oclc.org/ooxml/officeDocument/relationships/"
	relPackage       = "http://schemas.openxmlformats.org/package/2006/relationships"
)

func isMain(uri string) bool { return uri == MainTransitional || uri == mainStrict }
func isRels(uri string) bool { return uri == relPackage }

// relation is one line of a .rels part: what kind of part lies where.
type relation struct {
	id, kind, target string // kind "" for one that is not of the standard
	external         bool
}

// xlsx is a workbook being read.
type xlsx struct {
	zip      *container
	texts    stringTable
	styles   []cellStyle
	styled   bool // there is a part of styles
	date1904 bool
	stale    bool // the workbook wants its formulas worked out anew
	left     int  // bytes of rows that may still be kept
	written  bool // by this program: sheets are read when their rows are asked for, not before, with formulas and links
}

// readXLSX reads the workbook in the zip c, checked to its last byte. Parts are
// found by relation, never by name (ECMA-376 part 2, 9.3). As many bytes of
// rows as keep says stay in memory.
func readXLSX(c *container, keep int) ([]*Sheet, *refusal) {
	x := &xlsx{zip: c, left: keep}
	sheets, r := x.read()
	if r != nil {
		return nil, r
	}
	return sheets, c.check()
}

// read reads what all sheets need, and the sheets.
func (x *xlsx) read() ([]*Sheet, *refusal) {
	book, r := x.workbookPart()
	if r != nil {
		return nil, r
	}
	rels, r := x.relations(book)
	if r != nil {
		return nil, r
	}
	listed, r := x.workbook(book)
	if r != nil {
		return nil, r
	}
	for _, rel := range rels {
		if r := x.support(rel); r != nil {
			return nil, r
		}
	}
	return x.sheets(listed, rels)
}

// workbookPart is the part that the package's relations call the document.
func (x *xlsx) workbookPart() (*entry, *refusal) {
	rels, r := x.relations(nil)
	if r != nil {
		return nil, r
	}
	for _, rel := range rels {
		if rel.kind == "officeDocument" {
			return x.part(rel)
		}
	}
	return nil, unreadable("压缩包内没有工作簿")
}

// part is where a relation leads.
func (x *xlsx) part(rel relation) (*entry, *refusal) {
	switch e := x.zip.find(rel.target); {
	case rel.external:
		return nil, unreadable("工作簿的一部分（%s）在文件之外", rel.kind)
	case e == nil:
		return nil, unreadable("缺少部件 %s", rel.target)
	default:
		return e, nil
	}
}

// relations reads the relations of a part, or those of the package. A part
// without relations has no such entry.
func (x *xlsx) relations(of *entry) ([]relation, *refusal) {
	dir, name := "", "_rels/.rels"
	if of != nil {
		dir, name = path.Dir(of.name), relationsOf(of)
	}
	e := x.zip.find(name)
	if e == nil {
		return nil, unreadable("缺少部件 %s", name)
	}
	s, p := newScanner(e, isRels)
	defer p.close()
	var rels []relation
	if s.root("Relationships") {
		for s.child(1) {
			if s.local() == "Relationship" {
				rels = append(rels, relationOf(s, dir))
			}
			s.skip()
		}
	}
	return rels, s.rest()
}

// relationsOf names the part with the relations of a part.
func relationsOf(of *entry) string {
	return path.Join(path.Dir(of.name), "_rels", path.Base(of.name)+".rels")
}

func relationOf(s *xmlScanner, dir string) relation {
	rel := relation{id: s.attrText("Id"), target: s.attrText("Target"),
		external: s.attrText("TargetMode") == "External"}
	kind := s.attrText("Type")
	if k, ok := strings.CutPrefix(kind, relTransitional); ok {
		rel.kind = k
	} else if k, ok := strings.CutPrefix(kind, relStrict); ok {
		rel.kind = k
	}
	if rel.external {
		return rel
	}
	target := strings.ReplaceAll(rel.target, `\`, "/")
	if !strings.HasPrefix(target, "/") {
		target = dir + "/" + target
	}
	rel.target = strings.TrimPrefix(path.Clean(target), "/")
	rel.external = strings.HasPrefix(rel.target, "../") // a fault where the part is needed
	return rel
}

// listed is a sheet as the workbook lists it.
type listed struct {
	name, id   string
	visibility Visibility
}

// workbook reads the list of sheets and the calendar.
func (x *xlsx) workbook(e *entry) ([]listed, *refusal) {
	s, p := newScanner(e, isMain)
	defer p.close()
	var list []listed
	seen := map[string]bool{}
	if !s.root("workbook") {
		return nil, s.err
	}
	for s.child(1) {
		switch s.local() {
		case "workbookPr":
			x.date1904 = isTrue(s.attr("date1904"))
		case "calcPr":
			x.stale = isTrue(s.attr("fullCalcOnLoad"))
		case "sheets":
			for s.child(2) {
				l := listed{s.attrText("name"), string(s.attrLocal("id")), visibilityOf(s.attr("state"))}
				if s.local() != "sheet" || l.name == "" || seen[strings.ToLower(l.name)] {
					return nil, unreadable("部件 %s 的工作表目录不合规范（%s）", s.part, l.name)
				}
				seen[strings.ToLower(l.name)] = true
				list = append(list, l)
				s.skip()
			}
			continue
		}
		s.skip()
	}
	return list, s.rest()
}

func isTrue(v []byte) bool { return string(v) == "1" || string(v) == "true" || string(v) == "on" }

func visibilityOf(state []byte) Visibility {
	switch string(state) {
	case "hidden":
		return Hidden
	case "veryHidden":
		return VeryHidden
	}
	return Visible
}

// support reads a part that all sheets need.
func (x *xlsx) support(rel relation) *refusal {
	if rel.kind != "styles" && rel.kind != "sharedStrings" {
		return nil
	}
	x.styled = x.styled || rel.kind == "styles"
	e := x.zip.find(rel.target)
	switch {
	case rel.external || e == nil:
		// Some programs name these parts and do not write them. No cell can
		// then refer to a text or a style; one that does is refused.
		return nil
	case rel.kind == "styles":
		return x.readStyles(e)
	}
	return x.readStrings(e)
}

// sheets opens the worksheets in the order of the workbook. Chart and dialog
// sheets hold no cells and are not in the list.
func (x *xlsx) sheets(list []listed, rels []relation) ([]*Sheet, *refusal) {
	byID := map[string]relation{}
	for _, rel := range rels {
		byID[rel.id] = rel
	}
	var sheets []*Sheet
	taken := map[*entry]bool{}
	for _, l := range list {
		rel, ok := byID[l.id]
		if !ok {
			return nil, unreadable("工作表“%s”没有内容部件", l.name).in(l.name)
		}
		e, r := x.part(rel)
		switch {
		case r != nil:
			return nil, r.in(l.name)
		case rel.kind == "chartsheet" || rel.kind == "dialogsheet" || rel.kind == "":
			continue
		case rel.kind != "worksheet" || taken[e]:
			return nil, unreadable("工作表“%s”的内容部件 %s 不合规范", l.name, e.name).in(l.name)
		}
		taken[e] = true
		sheet := &Sheet{Name: l.name, Visibility: l.visibility, Date1904: x.date1904}
		if r := x.readSheet(sheet, e); r != nil {
			return nil, r.in(l.name)
		}
		sheets = append(sheets, sheet)
	}
	if len(sheets) == 0 {
		return nil, unreadable("工作簿里没有工作表")
	}
	return sheets, nil
}

// readStrings reads the shared strings into one piece of memory.
func (x *xlsx) readStrings(e *entry) *refusal {
	if max := x.zip.limits.strings; e.size > max { // they stay in memory
		return tooLarge("部件 %s 解压后为 %d MB，最多 %d MB", e.name, e.size>>20, max>>20)
	}
	s, p := newScanner(e, isMain)
	defer p.close()
	if !s.root("sst") {
		return s.err
	}
	t := &stringsParser{xml: s}
	t.text.Grow(int(e.size)) // untouched memory costs nothing
	t.read()
	x.texts = stringTable{t.text.String(), t.ends}
	return s.rest()
}
