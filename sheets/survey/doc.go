// Package survey reads the survey workbooks (摸排表) that districts fill in: it
// finds the tables, says what each column means, tells records from titles,
// sections, totals and notes, and gives one calc.Row for each certification
// that somebody claims.
//
//	cells --sheets.Words--> tables --layout--> rows
//
// Begin with [Read]. The headings that are known stand in words.go, the words
// of the lines around a table in structure.go: a district that writes
// something new needs a line there and a test, no code.
//
// It is not for meaning: whether a date is a date, a code is valid or a level
// is paid is judged in calc. Values leave here as they were typed, each with
// the cell that it came from; what is taken from a line above keeps the place
// where it stands. Contacts, accounts and identity numbers are recognised and
// never read.
package survey
