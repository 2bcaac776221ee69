package calc

import "strconv"

// Ref is a place in a submitted file. Row and Col count from one; a Ref with
// Col 0 means the whole row, one with Row 0 the whole sheet, and one without a
// Sheet the whole file.
type Ref struct {
	File  string `json:"file"` // as seen from the argument that led to it, forward slashes
	Sheet string `json:"sheet"`
	Row   int    `json:"row"`
	Col   int    `json:"-"`
}

// At is the cell in the same row at column col.
func (r Ref) At(col int) Ref {
	r.Col = col
	return r
}

// Cell is the address inside the sheet as Excel writes it: "C6", "6" for a
// whole row, "" for a whole sheet or file.
func (r Ref) Cell() string {
	if r.Row == 0 {
		return ""
	}
	return ColumnName(r.Col) + strconv.Itoa(r.Row)
}

// String is the place as findings print it: file:sheet!cell.
func (r Ref) String() string {
	s := r.File
	if r.Sheet != "" {
		s += ":" + r.Sheet
	}
	if cell := r.Cell(); cell != "" {
		s += "!" + cell
	}
	return s
}

// ColumnName writes column n (from 1) in letters: 1 is A, 27 is AA; 0 is "".
func ColumnName(n int) string {
	var buf [8]byte
	i := len(buf)
	for n > 0 {
		n--
		i--
		buf[i] = byte('A' + n%26)
		n /= 26
	}
	return string(buf[i:])
}
