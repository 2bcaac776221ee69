package sheets

import "jiangbu/calc"

// OpenBytes is Open for bytes that are not on the disk.
func OpenBytes(data []byte) (*Book, calc.Findings) {
	book, r := read("a.xlsx", data)
	if r != nil {
		return nil, calc.Findings{r.finding("a.xlsx")}
	}
	return book, nil
}
