package report

import (
	"strings"

	"jiangbu/sheets/write"
)

// clean is a text as it reads back from a cell: without blanks at its ends,
// and as far as a cell can hold it.
func clean(s string) string { return strings.TrimSpace(write.CellText(s)) }
