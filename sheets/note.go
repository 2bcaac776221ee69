package sheets

import "strings"

// Note is a comment that somebody put on a cell, without the name of its author
// in front. Row and Col count from 1.
type Note struct {
	Row, Col int
	Text     string
}

// note keeps a comment of the sheet; one of a conversation is told by its
// author, and its text begins with words of Excel's own that end in an address.
func (s *Sheet) note(row, col int, author, text string) {
	if strings.HasPrefix(author, "tc=") {
		_, text, _ = strings.Cut(text, "linkid=870924")
	}
	text = strings.TrimSpace(text)
	if rest, named := strings.CutPrefix(text, author); author != "" && named {
		text = strings.TrimSpace(strings.TrimLeft(rest, ":："))
	}
	if text != "" {
		s.Notes = append(s.Notes, Note{row, col, text})
	}
}

// notes reads the comments of a worksheet, which stand in a part of their own
// (ECMA-376 part 1, 18.7).
func (x *xlsx) notes(sheet *Sheet, e *entry) *refusal {
	if x.zip.find(relationsOf(e)) == nil {
		return nil
	}
	rels, r := x.relations(e)
	for _, rel := range rels {
		if part := x.zip.find(rel.target); rel.kind == "comments" && part != nil && r == nil {
			r = x.notesPart(sheet, part)
		}
	}
	return r
}

func (x *xlsx) notesPart(sheet *Sheet, e *entry) *refusal {
	s, part := newScanner(e, isMain)
	defer part.close()
	p := stringsParser{xml: s}
	var authors []string
	if s.root("comments") {
		for s.child(1) {
			for list := s.local(); s.child(2); {
				switch {
				case list == "authors" && s.local() == "author":
					p.one = p.one[:0]
					p.append()
					authors = append(authors, string(p.one))
				case list == "commentList" && s.local() == "comment":
					p.note(sheet, authors)
				default:
					s.skip()
				}
			}
		}
	}
	return s.rest()
}

// note reads the comment just opened.
func (t *stringsParser) note(sheet *Sheet, authors []string) {
	s, author := t.xml, ""
	col, row, ok := parseCellRef(s.attr("ref"))
	if n, known := digits(s.attr("authorId")); known && n < len(authors) {
		author = authors[n]
	}
	for depth := s.depth(); s.child(depth); {
		if ok && s.local() == "text" {
			t.rich()
			sheet.note(row, col, author, string(t.one))
		} else {
			s.skip()
		}
	}
}
