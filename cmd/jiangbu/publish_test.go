package main

import (
	"errors"
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
	ts.Check(amend(ts.MkAbs(args[0]), stale,
		func(f *excelize.File) error { return overwrite(f, args[1], args[2], args[3]) }))
}

// amend changes a workbook by hand and saves it, recalculated unless it is to be
// stale.
func amend(path string, stale bool, change func(*excelize.File) error) error {
	f, err := excelize.OpenFile(path)
	if err != nil {
		return err
	}
	defer f.Close()
	if err := change(f); err != nil {
		return err
	}
	if !stale {
		err = recalculate(f)
	}
	return errors.Join(err, f.Save())
}

// overwrite puts a text or a number into a cell, deletes its line, or puts one above it.
func overwrite(f *excelize.File, sheet, cell, value string) error {
	_, row, err := excelize.CellNameToCoordinates(cell)
	if err != nil {
		return err
	}
	switch _, err := strconv.ParseFloat(value, 64); {
	case value == "(insert)":
		return f.InsertRows(sheet, row, 1)
	case value == "(delete)":
		return f.RemoveRow(sheet, row)
	case err == nil:
		return f.SetCellDefault(sheet, cell, value)
	}
	return f.SetCellStr(sheet, cell, value)
}

// recalculate puts the value of each formula that gives a number in its place.
func recalculate(f *excelize.File) error {
	type place struct{ sheet, cell string }
	values := map[place]string{}
	for _, sheet := range f.GetSheetList() {
		rows, err := f.GetRows(sheet, excelize.Options{RawCellValue: true})
		if err != nil {
			return err
		}
		for r := range rows {
			for c := range rows[r] {
				cell, err := excelize.CoordinatesToCellName(c+1, r+1)
				if err != nil {
					return err
				}
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
		if err := f.SetCellDefault(at.sheet, at.cell, value); err != nil {
			return err
		}
	}
	return nil
}
