package table

import (
	"slices"
	"strings"

	"jiangbu/calc"
)

// joinsPages tells of a line that it only joins the pages of a list: a page's
// number alone, or 承前页 and 过次页 with the sums that are carried. A line that
// names a company beside such a word is none.
func (b *Body) joinsPages(l Line) bool {
	shown, carried, named := 0, false, false
	for _, c := range l.Cells {
		if IsBlank(c.Text) && c.Kind <= calc.CellText {
			continue
		}
		shown++
		is := c.Kind == calc.CellText && b.isCarried(c.Text)
		carried = carried || is
		role := b.RoleAt(c.Col)
		named = named || !is && (role == RoleName || role == RoleCode) && !IsNothing(c.Text)
	}
	return carried && !named || shown == 1 && isPage(FirstCell(l.Cells).Text)
}

// isCarried tells of a text that it says that a sum is carried to here or on from
// here.
func (b *Body) isCarried(text string) bool {
	return len(text) <= 30 && (strings.Contains(text, "页") && slices.Contains(carriedWords, Fold(text)) ||
		b.Opening != nil && b.Opening(text))
}

// struck tells of a line that it is crossed out: all that it says beyond a serial
// number, a district and remarks. What reaches down by a merge is not its own.
func (b *Body) struck(l Line) bool {
	found := false
	for _, c := range l.Cells {
		if IsBlank(c.Text) && c.Kind <= calc.CellText {
			continue
		}
		whole, left, is := calc.StruckText(c.Text)
		switch role := b.RoleAt(c.Col); {
		case is && left == "":
			_, number := bareNumber(calc.Cell{Kind: calc.CellText, Text: whole})
			found = found || role != RoleSerial || !number
		case role == RoleSerial, role == RolePlace, role == RoleRemark, role == RoleIgnored:
		default:
			return false
		}
	}
	return found
}

// asBefore is a line as it was before it was crossed out.
func asBefore(l Line) Line {
	plain := func(cells []calc.Cell) []calc.Cell {
		cells = slices.Clone(cells)
		for i := range cells {
			if whole, _, struck := calc.StruckText(cells[i].Text); struck {
				cells[i].Text = whole
			}
		}
		return cells
	}
	l.Cells, l.Fields = plain(l.Cells), plain(l.Fields)
	return l
}
