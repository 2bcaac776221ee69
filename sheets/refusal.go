package sheets

import (
	"fmt"

	"jiangbu/calc"
)

// refusal is why a file is not read: the code of the finding, the place, and
// in Chinese what was found. It travels as an error inside the package and
// leaves it as a finding; no text of a library is ever put into it.
type refusal struct {
	code     calc.Code
	sheet    string
	row, col int
	text     string
}

func (r *refusal) Error() string { return string(r.code) + ": " + r.text }

// finding is the refusal of the file called file.
func (r *refusal) finding(file string) calc.Finding {
	at := calc.Ref{File: file, Sheet: r.sheet, Row: r.row, Col: r.col}
	if r.text == "" {
		return calc.Found(r.code, at)
	}
	return calc.Found(r.code, at, r.text)
}

// The four ways to refuse a file; each has its own remedy in the catalogue.
// A file is incomplete when its bytes are not those that were written,
// unreadable when they are and make no sense.
func incomplete(format string, args ...any) *refusal {
	return &refusal{code: "file/incomplete", text: fmt.Sprintf(format, args...)}
}

func unreadable(format string, args ...any) *refusal {
	return &refusal{code: "file/unreadable", text: fmt.Sprintf(format, args...)}
}

func tooLarge(format string, args ...any) *refusal {
	return &refusal{code: "file/too-large", text: fmt.Sprintf(format, args...)}
}

func unsupported(format string, args ...any) *refusal {
	return &refusal{code: "file/unsupported", text: fmt.Sprintf(format, args...)}
}

func encrypted() *refusal { return &refusal{code: "file/encrypted"} }

// at adds the cell, or the row.
func (r *refusal) at(row, col int) *refusal {
	r.row, r.col = row, col
	return r
}

// in adds the sheet to a refusal that does not know it.
func (r *refusal) in(sheet string) *refusal {
	if r.sheet == "" {
		r.sheet = sheet
	}
	return r
}
