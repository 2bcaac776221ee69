// Package write writes workbooks: a [Workbook] with fixed properties, a
// [SheetWriter] that lays rows from the top down, the styles that all our
// workbooks share, and two layouts over them, [List] and [Grid].
//
// Begin with [NewWorkbook]. The writer of rows is our own because sums must
// stand with their exact digits, formulas with their values, and the same
// input must give the same bytes: the library's stream writer cuts digits at
// fifteen and orders its parts at random.
//
// It is not for reading, which is sheets, nor for what a report says.
package write
