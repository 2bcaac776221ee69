// Package table reads the tables that people make by hand in a sheet: headings
// over one to three rows, what each column means, the values that merged cells
// carry down; and what each line is: a record, a section, a sum, a note.
//
// Begin with [NewWords], which takes the headings that a form wants, and
// [Words.Tables], which finds them and yields the lines. [Body] tells what a
// line under a header is, [Around] keeps what stands around it (titles, who
// sends it, the unit, the sections), [Sums] checks what the table states of its
// own sums.
//
// It is not for the meaning of a record: sheets/survey and sheets/ledger know
// their forms, and hand in what the words of a policy name ([Names]).
package table
