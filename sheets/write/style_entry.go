package write

import "github.com/xuri/excelize/v2"

// Style is the style as excelize takes it, for a workbook that somebody else
// made and that must keep its own defaults.
func (l Style) Style() *excelize.Style {
	st := styleSpecs[l].style()
	if l >= StyleEntry && l <= StyleEntryPlain {
		st.Protection = &excelize.Protection{Locked: false}
	}
	return st
}
