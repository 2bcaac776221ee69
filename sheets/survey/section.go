package survey

import (
	"path"
	"slices"
	"strings"

	"jiangbu/calc"
	"jiangbu/calc/standard"
	"jiangbu/sheets/table"
)

// roles are what the columns are to the reader of lines.
var roles = [kindAside + 1]table.Role{calc.ColSerial: table.RoleSerial, calc.ColDistrict: table.RolePlace,
	calc.ColCompany: table.RoleName, calc.ColSubject: table.RoleName,
	calc.ColCreditCode: table.RoleCode, calc.ColSubjectCode: table.RoleCode, calc.ColItem: table.RoleItem,
	calc.ColLevel: table.RoleFact, calc.ColSubjectDistrict: table.RoleFact, calc.ColCertificate: table.RoleFact,
	calc.ColDocument: table.RoleFact, calc.ColRecognised: table.RoleFact, calc.ColLabelYear: table.RoleFact,
	calc.ColValidFrom: table.RoleFact, calc.ColValidTo: table.RoleFact,
	calc.ColRemark: table.RoleRemark, calc.ColNature: table.RoleRemark, calc.ColBody: table.RoleRemark,
	calc.ColBase: table.RoleAmount, calc.ColApproved: table.RoleAmount, calc.ColClaimed: table.RoleAmount,
	kindMark: table.RoleMark, kindAside: table.RoleRemark}

// newBody tells the reader of lines what the columns of the table are.
func (s *sheetReader) newBody() *table.Body {
	own := make([]table.Role, len(s.lay.kinds))
	for i, id := range s.lay.kinds {
		if own[i] = table.RoleIgnored; id != table.Ignored {
			own[i] = roles[id]
		}
	}
	b := table.NewBody(s.lay.table, own, &s.Around)
	b.Nameless, b.Continues = s.lay.summary(), s.continues
	if len(s.lay.groups) > 0 {
		b.Wide = func(fields []calc.Cell) bool { return s.award != "" || s.lay.claims(fields) }
	}
	return b
}

// continues tells whether a line without a name goes on with the company above
// it: nothing names another one, no serial number begins a new entry.
func (s *sheetReader) continues(l table.Line) bool {
	if i := s.lay.at[calc.ColSerial]; i != none && !table.IsBlank(l.Fields[i].Text) && !l.Merged(i) {
		return false
	}
	return s.lay.has(calc.ColCompany) && s.last[calc.ColCompany].Text != ""
}

// place finds the item and the district in force from what stands around the
// table, the nearest first: the sections, a heading over the whole table, the
// lines above the header, the names of
// the sheet, the file and its folder.
func (s *sheetReader) place() {
	near, ends := s.Around.Sections()
	further := s.further(s.Around.Titles)
	if !ends {
		near = append(near, further[:len(further)-2]...)
	}
	for _, file := range further[len(further)-2:] {
		if s.vocab.Stops(file.Text) && !strings.Contains(file.Text, returned) {
			near = append(near, file)
		}
	}
	s.context, s.known, s.table = slices.Clip(near), map[tableKey]*calc.Table{}, nil
	s.award = s.sectionAward()
	if !ends {
		near = append(near, further[len(further)-2:]...)
	}
	s.title = itemOf(s.vocab, near)
	if n := len(near); s.title.Text == "" && ends && n > 0 {
		s.title = near[n-1]
	}
	s.district = s.districtOf(append(s.context, s.further(slices.Concat(s.Around.Earlier, s.Around.Titles))...))
}

// returned is in the names of what came back from a check and was put right; it
// says nothing against the rows.
const returned = "退回"

// further is what stands around the whole table under such titles, the nearest
// first.
func (s *sheetReader) further(titles []calc.Cell) []calc.Cell {
	var out []calc.Cell
	if s.lay.title.Text != "" {
		out = append(out, s.lay.title)
	}
	for _, t := range slices.Backward(titles) {
		out = append(out, t)
	}
	names := []string{s.Sheet.Name, s.fileWords(), path.Dir(s.book.File)}
	return append(out, calc.Mapped(names,
		func(name string) calc.Cell { return calc.Cell{Kind: calc.CellText, Text: name} })...)
}

// titledAward is what the titles above a table or the sheet's name award, the
// nearest first; "" where they name nothing or several things.
func (s *sheetReader) titledAward() string {
	for i := len(s.Around.Titles) - 1; i >= 0; i-- {
		if s.names.Item(s.Around.Titles[i].Text) {
			return awardOf(s.vocab, s.Around.Titles[i].Text)
		}
	}
	return awardOf(s.vocab, s.Sheet.Name)
}

// sectionAward is what the sections award that the reading is in.
func (s *sheetReader) sectionAward() string {
	near, _ := s.Around.Sections()
	for _, c := range near {
		if award := awardOf(s.vocab, c.Text); award != "" {
			return award
		}
	}
	return ""
}

// itemOf finds the nearest text that names an item. A text that leaves a
// choice counts only where none is clear.
func itemOf(v *standard.Vocabulary, near []calc.Cell) calc.Cell {
	var vague calc.Cell
	for i, c := range near {
		m := v.Item(c.Text)
		switch {
		case m.ID != "" || m.NotCovered != "":
			return table.WithLevel(near, i, func(text string) (item, level string) {
				m := v.Item(text)
				return m.ID + "|" + m.NotCovered, m.Level
			})
		case len(m.Candidates) > 0 && vague.Text == "":
			vague = c
		}
	}
	return vague
}

// districtOf finds the text that names the district: a section, 填报单位, then
// what stands around. What 填报单位 says stays where nothing is understood, so
// that it is asked about.
func (s *sheetReader) districtOf(near []calc.Cell) calc.Cell {
	for _, c := range append([]calc.Cell{s.Around.District(), s.Around.Sender}, near...) {
		if c.Text != "" && s.names.District(c.Text) {
			return c
		}
	}
	return s.Around.Sender
}
