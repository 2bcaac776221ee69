package main

import (
	"os"
	"path/filepath"

	"jiangbu/calc/money"
	"jiangbu/calc/written"
)

// What is typed at the command line is read as in cells, and the ending of a
// workbook's name may be left out.

// leastBare is from where a budget without a unit is in yuan: a smaller number
// may as well be 万元.
var leastBare = money.YuanOf(1_000_000)

// typedAmount reads 3000万元, 三千万元 or 30000000; ok is false where it is none,
// and for a small number without a unit.
func typedAmount(text string) (y money.Yuan, ok bool) {
	a, err := money.ParseAmount(text)
	if err != nil {
		return y, false
	}
	y, fault := a.Yuan(money.UnitNone, money.UnitNone)
	return y, fault == "" || fault == money.AssumedYuan && y.Cmp(leastBare) >= 0
}

// typedDay reads one exact day: 2024-10-08, 2024年10月8日.
func typedDay(text string) (d written.Date, ok bool) {
	t := written.ParseDate(text)
	return t.Date, t.Reason == "" && t.Doubt == "" && !t.Label && t.Date.Day != 0
}

// inputName is the name of a file that is read: the ending that was left out is
// added, where only so there is such a file.
func inputName(path string) string {
	if _, err := os.Stat(path); path == "" || err == nil {
		return path
	}
	if _, err := os.Stat(path + workbookExt); err == nil {
		return path + workbookExt
	}
	return path
}

const workbookExt = ".xlsx"

// outputName is the name of a workbook that is written, with its ending.
func outputName(path string) string {
	if filepath.Ext(path) != "" || path == "" || os.IsPathSeparator(path[len(path)-1]) {
		return path
	}
	if info, err := os.Stat(path); err == nil && info.IsDir() {
		return path // refused by that name
	}
	return path + workbookExt
}
