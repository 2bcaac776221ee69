package survey

import (
	"errors"
	"fmt"
	"strings"

	"github.com/xuri/excelize/v2"

	"jiangbu/calc"
	"jiangbu/sheets"
	"jiangbu/sheets/table"
	"jiangbu/sheets/write"
)

// painter changes the fill of cells and nothing else about them.
type painter struct {
	file  *excelize.File
	mark  int            // the fill of marked cells
	wrong int            // the fill of cells with an error
	done  map[[2]int]int // the style made of a style and a fill
	ours  map[int]bool   // fills of the mark's colour
	other map[string]int // fills by colour, for those that are given back
}

// newPainter registers the mark's fill in the workbook.
func newPainter(f *excelize.File) (painter, error) {
	p := painter{file: f, done: map[[2]int]int{}, ours: map[int]bool{}, other: map[string]int{"": 0}}
	var mark, wrong error
	p.mark, mark = p.fillOf(write.FillMark) // the styles are read by this
	p.wrong, wrong = p.fillOf(write.FillWrong)
	if err := errors.Join(mark, wrong); err != nil {
		return p, err
	}
	for i := range f.Styles.Fills.Fill {
		if c := p.colourOf(i); c == write.FillMark || c == write.FillWrong {
			p.ours[i] = true
		}
	}
	return p, nil
}

// fillOf is the number of the solid fill of a colour; "" is no fill.
func (p *painter) fillOf(colour string) (int, error) {
	if id, ok := p.other[colour]; ok {
		return id, nil
	}
	style, err := p.file.NewStyle(&excelize.Style{Fill: excelize.Fill{Type: "pattern", Pattern: 1,
		Color: []string{colour}}})
	if err != nil {
		return 0, err
	}
	id := p.fillAt(style)
	p.other[colour] = id
	return id, nil
}

// fillAt is the fill of a style.
func (p *painter) fillAt(style int) int {
	if style < 0 || style >= len(p.file.Styles.CellXfs.Xf) || p.file.Styles.CellXfs.Xf[style].FillID == nil {
		return 0
	}
	return *p.file.Styles.CellXfs.Xf[style].FillID
}

// colourOf is the colour of a solid fill, six digits; "" of any other fill.
func (p *painter) colourOf(fill int) string {
	if fill < 0 || fill >= len(p.file.Styles.Fills.Fill) {
		return ""
	}
	f := p.file.Styles.Fills.Fill[fill].PatternFill
	if f == nil || f.PatternType != "solid" || f.FgColor == nil || len(f.FgColor.RGB) < 6 {
		return ""
	}
	return strings.ToUpper(f.FgColor.RGB[len(f.FgColor.RGB)-6:])
}

// refill gives a cell another fill and tells the one that it had.
func (p *painter) refill(at place, fill int) (was int, err error) {
	style, err := p.file.GetCellStyle(at.sheet, at.cell)
	if err != nil {
		return 0, err
	}
	was = p.fillAt(style)
	if was == fill {
		return was, nil
	}
	id, ok := p.done[[2]int{style, fill}]
	if !ok {
		if id, err = p.styleWith(style, fill); err != nil {
			return was, err
		}
		p.done[[2]int{style, fill}] = id
	}
	return was, p.file.SetCellStyle(at.sheet, at.cell, at.cell, id)
}

// styleWith is a style with another fill: a copy of it as the file states it,
// so that nothing that the library does not know gets lost.
func (p *painter) styleWith(style, fill int) (int, error) {
	xfs := p.file.Styles.CellXfs
	if style < 0 || style >= len(xfs.Xf) {
		return 0, fmt.Errorf("no style %d", style)
	}
	xf, apply := xfs.Xf[style], true
	xf.FillID, xf.ApplyFill = &fill, &apply
	xfs.Xf = append(xfs.Xf, xf)
	xfs.Count = len(xfs.Xf)
	return len(xfs.Xf) - 1, nil
}

// colour marks the cells that findings stand on and notes what fill they had.
func (m *marking) colour() (err error) {
	m.before = map[place]string{}
	wrong := map[place]bool{}
	for i, at := range m.places {
		wrong[at] = wrong[at] || m.findings[i].Severity() == calc.Error
	}
	for _, at := range m.places {
		if _, done := m.before[at]; done || at.cell == "" {
			continue
		}
		fill := m.paint.mark
		if wrong[at] {
			fill = m.paint.wrong
		}
		was, err := m.paint.refill(at, fill)
		if err != nil {
			return err
		}
		m.before[at] = m.paint.colourOf(was)
	}
	return nil
}

// clean takes off what an earlier copy was marked with: colours, comments and
// the list, which knows the colours from before.
func (m *marking) clean() (err error) {
	if m.paint, err = newPainter(m.file); err != nil {
		return err
	}
	all, err := commentsIn(m.file)
	if err != nil {
		return err
	}
	var old []string // our lists
	before := map[place]string{}
	for _, s := range m.book.Sheets {
		if is, _ := isFoundList(s); is {
			old = append(old, m.nameOf(s.Name))
			readBefore(s, before)
		}
	}
	if commented := commentedByUs(all); len(old)+len(commented) > 0 { // somebody may have taken the list away
		if err := m.uncolour(before, commented); err != nil {
			return err
		}
	}
	if err := m.uncomment(all); err != nil {
		return err
	}
	for _, name := range old {
		if len(m.file.GetSheetList()) > 1 {
			if err := m.file.DeleteSheet(name); err != nil {
				return err
			}
		}
	}
	return nil
}

// commentedByUs are the cells of each sheet that carry a comment of ours: a value may
// have been taken out of them.
func commentedByUs(all []placedComment) map[string][]place {
	cells := map[string][]place{}
	for _, c := range all {
		if strings.Contains(textOf(c.Comment), table.CommentMark) {
			cells[c.at.sheet] = append(cells[c.at.sheet], c.at)
		}
	}
	return cells
}

// readBefore reads the list of an earlier copy: the fill that each marked cell
// had.
func readBefore(s *sheets.Sheet, before map[place]string) {
	s.Rows(func(l sheets.Line) bool {
		var text [foundFill + 1]string
		for _, c := range l.Cells {
			if c.Col <= foundFill {
				text[c.Col] = c.Text
			}
		}
		if colour, ok := strings.CutPrefix(text[foundFill], "#"); ok && len(colour) == 6 {
			before[place{text[foundSheet], text[foundCell]}] = colour
		}
		return true
	})
}

// uncolour gives the cells of the mark's colour the fill that they had before,
// or none where that is not known any more.
func (m *marking) uncolour(before map[place]string, commented map[string][]place) error {
	for _, s := range m.book.Sheets {
		var cells []place
		name := m.nameOf(s.Name)
		s.Rows(func(l sheets.Line) bool {
			for _, c := range l.Cells {
				cells = append(cells, place{name, calc.Ref{Row: c.Row, Col: c.Col}.Cell()})
			}
			return true
		})
		for _, at := range append(cells, commented[name]...) {
			if err := m.uncolourCell(at, before[at]); err != nil {
				return err
			}
		}
	}
	return nil
}

func (m *marking) uncolourCell(at place, colour string) error {
	style, err := m.file.GetCellStyle(at.sheet, at.cell)
	if err != nil || !m.paint.ours[m.paint.fillAt(style)] {
		return err
	}
	fill, err := m.paint.fillOf(colour)
	if err == nil {
		_, err = m.paint.refill(at, fill)
	}
	return err
}
