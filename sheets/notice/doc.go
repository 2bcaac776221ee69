// Package notice makes the publication (公示) of a year's awards: one content
// in four dresses, ready to hang on a site and to print.
//
// Begin with [Make], which turns the lines of a reviewed report into a
// [Notice] and says what must not be published; then [WriteXLSX], [WriteDOCX],
// [WriteHTML] and [WriteCSV], which say the same in four ways and decide
// nothing.
//
// It is not for deciding: amounts are those of the report. It is not for
// reading reports either; sheets/report does that. Nothing that a report knows
// beyond the published columns can reach the page, because the content has no
// place for it; what stands in the published columns is scanned for private
// numbers all the same.
package notice
