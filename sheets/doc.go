// Package sheets opens any spreadsheet file as cells that know where they
// stand, and holds the styles that all our workbooks share.
//
// Begin with [Find], which turns the arguments of a command into inputs, and
// [Open], the only door to a file: it reads the bytes once and gives a [Book],
// whose sheets stream their rows. Whatever a file does wrong is a finding that
// names the place and the remedy; a fault of the disk is an error.
//
// It is not for meaning: what a table says is found by sheets/survey,
// sheets/ledger and sheets/report. It never shows a formatted value.
package sheets
