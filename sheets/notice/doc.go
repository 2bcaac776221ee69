// Package notice makes the publication (公示) of a year's awards: one content
// as workbook, document and page, ready to hang on a site and to print, and its
// awards as open data.
//
// Begin with [Make], which turns the lines of a reviewed report into a
// [Notice] and says what must not be published; then [WriteXLSX], [WriteDOCX],
// [WriteHTML], which say the same in three ways, and [WriteCSV] with
// [WriteSchema]. They decide nothing.
//
// Beside a proposed notice lies an internal register of objections
// ([WriteRegister], [ReadRegister]). A final notice is held against what was
// announced ([ReadProposed], [Since]) and tells what became of it in neutral
// words; after payment [MakePaid] tells what was paid.
//
// It is not for deciding: amounts are those of the report. It is not for
// reading reports either; sheets/report does that. Nothing that a report or a
// register knows
// beyond the published columns can reach the page, because the content has no
// place for it; what stands in the published columns is scanned for private
// numbers all the same.
package notice
