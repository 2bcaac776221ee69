// Package sheettest turns text into workbooks and workbooks into text, so that
// a test of a whole workbook is plain text that a person can review.
//
// It is for tests only. Begin with [Build] and [Dump]; [WriteParts] makes a
// workbook out of hand-written XML for tests that need a damaged one.
//
// # Notation
//
// A line "# name" starts a sheet. Every other line is one row, cells divided by
// tabs; an empty line is an empty row; empty lines at the end of a sheet do not
// count. Directives stand on lines of their own and take no row:
//
//	#merge A1:C1        merged cells
//	#hide row 5         a hidden row (also 5-7)
//	#hide col B         a hidden column (also B-D)
//	#hide sheet         a hidden sheet; "#hide sheet very" a very hidden one
//	#date1904           the workbook counts its days from 1904
//
// A cell is one of
//
//	12.50               a plain number, stored as a number with these digits
//	'12.50              text, exactly what follows the apostrophe
//	=D:2023-05-12       a number shown as a date (also "2023-05-12 13:30:00")
//	=B:TRUE             a boolean
//	=E:#REF!            an error value
//	=F:SUM(A1:A3)|6     a formula with its stored value, in this same notation
//	=F:SUM(A1:A3)       a formula without a stored value
//	anything else       text
//
// In text \n is a line break, \t a tab, \r a carriage return and \\ a
// backslash. A plain number is what a workbook would store: no sign but a
// minus, no leading zeros, no separators; so 0012 is text, and a credit code of
// eighteen digits that is meant as text needs its apostrophe.
package sheettest
