// Package table finds the tables that people make by hand in a sheet: headings
// over one to three rows, what each column means, lines with the values that
// merged cells carry down.
//
// Begin with [NewWords], which takes the headings that a form wants, and
// [Words.Tables], which finds them and yields the lines.
//
// It is not for the meaning of a line: sheets/survey and sheets/ledger know
// their forms.
package table
