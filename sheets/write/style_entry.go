package write

import "github.com/xuri/excelize/v2"

// dateShown is how dates are shown whatever the language of the program.
const dateShown = "yyyy-mm-dd"

// Style is the style as excelize takes it, for a workbook that somebody else
// made and that must keep its own defaults.
func (l Style) Style() *excelize.Style {
	st := styleSpecs[l].style()
	if l >= StyleEntry && l <= StyleEntryPlain {
		st.Protection = &excelize.Protection{Locked: false}
	}
	if l == StyleEntryDate {
		shown := dateShown
		st.CustomNumFmt = &shown
	}
	return st
}
