package sheets

import "jiangbu/calc"

// OpenBytes is [Open] for a file that is in memory. The findings are those of
// Open; a nil Book means that the file is refused.
func OpenBytes(file string, data []byte) (*Book, calc.Findings) {
	book, r := read(file, data, nil)
	if r != nil {
		return nil, calc.Findings{r.finding(file)}
	}
	return book, nil
}
