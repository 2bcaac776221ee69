package sheets

import "jiangbu/calc"

// OpenBytes is [Open] for a file that is in memory, with the passwords that may
// open it. The findings are those of Open; a nil Book means that the file is
// refused.
func OpenBytes(file string, data []byte, passwords ...string) (*Book, calc.Findings) {
	book, r := read(Input{File: file, Passwords: passwords}, data)
	if r != nil {
		return nil, calc.Findings{r.finding(file)}
	}
	return book, nil
}
