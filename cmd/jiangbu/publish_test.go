package main

import (
	"strconv"

	"github.com/rogpeppe/go-internal/testscript"
	"github.com/xuri/excelize/v2"
)

// amendWorkbook is "amend book.xlsx sheet cell value": what a person does who
// opens a report, overwrites a cell, or deletes its line with the value
// (delete) or puts one above it with (insert), lets it recalculate and saves. With "-" in front of the book nothing
// is recalculated.
func amendWorkbook(ts *testscript.TestScript, neg bool, args []string) {
	stale := len(args) > 0 && args[0] == "-"
	if stale {
		args = args[1:]
	}
	if neg || len(args) != 4 {
		ts.Fatalf("usage: amend [-] book.xlsx sheet cell value")
	}
	f, err := excelize.OpenFile(ts.MkAbs(args[0]))
	ts.Check(err)
	defer f.Close()
	_, row, err := excelize.CellNameToCoordinates(args[2])
	ts.Check(err)
	switch _, err := strconv.ParseFloat(args[3], 64); {
	case args[3] == "(insert)":
		ts.Check(f.InsertRows(args[1], row, 1))
	case args[3] == "(delete)":
		ts.Check(f.RemoveRow(args[1], row))
	case err == nil:
		ts.Check(f.SetCellDefault(args[1], args[2], args[3]))
	default:
		ts.Check(f.SetCellStr(args[1], args[2], args[3]))
	}
	if !stale {
		recalculate(ts, f)
	}
	ts.Check(f.Save())
}

// recalculate puts the value of each formula that gives a number in its place.
func recalculate(ts *testscript.TestScript, f *excelize.File) {
	type place struct{ sheet, cell string }
	values := map[place]string{}
	for _, sheet := range f.GetSheetList() {
		rows, err := f.GetRows(sheet, excelize.Options{RawCellValue: true})
		ts.Check(err)
		for r := range rows {
			for c := range rows[r] {
				cell, err := excelize.CoordinatesToCellName(c+1, r+1)
				ts.Check(err)
				if formula, err := f.GetCellFormula(sheet, cell); err != nil || formula == "" {
					continue
				}
				value, err := f.CalcCellValue(sheet, cell, excelize.Options{RawCellValue: true})
				if _, no := strconv.ParseFloat(value, 64); err == nil && no == nil {
					values[place{sheet, cell}] = value
				}
			}
		}
	}
	for at, value := range values {
		ts.Check(f.SetCellDefault(at.sheet, at.cell, value))
	}
}
