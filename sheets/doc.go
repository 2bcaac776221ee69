// Package sheets opens any spreadsheet file as cells that know where they
// stand.
//
// Begin with [Find], which turns the arguments of a command into inputs, and
// [Open], the only door to a file: it reads the bytes once, to the last one,
// and gives a [Book], whose sheets stream their rows. Whatever a file does
// wrong is a finding that names the place and the remedy; a fault of the disk
// is an error. [OpenWritten] opens what this program has just written, to be held
// against what it was written from.
//
// The bytes tell the format, not the name: .xlsx and .xlsm (a reader of our
// own, see readXLSX), .xls and .et of Excel 97 and later (readBIFF), .ods and
// .fods (readODF), text divided by commas, semicolons or tabs (readCSV), and
// what report systems export under the name .xls: a web page (readHTML), a web
// archive (readMHT), an XML Spreadsheet 2003 (readXML2003). What else a
// district may send is refused by its name. The readers are strict about loss
// and generous about form: a checksum, a reference or an index that does not
// hold refuses the file, another prefix or another order of attributes does
// not.
//
// It is not for meaning: what a table says is found by sheets/survey,
// sheets/ledger and sheets/report. It never shows a formatted value, but says
// what a person sees otherwise than it is stored: a number on another scale or
// with a unit, struck-through text, cells under a merge, comments on cells.
package sheets
