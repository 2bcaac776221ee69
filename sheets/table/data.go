package table

import (
	"slices"
	"strings"

	"jiangbu/calc"
)

// looksLikeData tells cheaply whether a line cannot be a header: more than a
// fifth of its cells are numbers, dates or begin with a digit.
func looksLikeData(cells []calc.Cell) bool {
	n := 0
	for i := range cells {
		if c := &cells[i]; c.Kind != calc.CellText || startsAsNumber(c.Text) {
			n++
		}
	}
	return n*5 > len(cells)
}

// saysYears tells of a line of texts that it can head groups of columns by year:
// 项目 | 2023年 | 2024年.
func saysYears(cells []calc.Cell) bool {
	return !slices.ContainsFunc(cells, func(c calc.Cell) bool {
		rest := withoutYear(c.Text)
		return c.Kind != calc.CellText || startsAsNumber(c.Text) && rest != ""
	})
}

// startsAsNumber tells of a text that begins with a digit, unless it is a heading
// with a year or a month in front: 2024年预算, 9月拨付.
func startsAsNumber(text string) bool {
	if text == "" || text[0] < '0' || text[0] > '9' {
		return false
	}
	rest := withoutYear(text)
	return rest == "" || startsWithDigit(rest) && !headsMonth(rest)
}

// headsMonth tells of what follows a year that it is a heading of a month and no
// day: 6月拨付.
func headsMonth(rest string) bool {
	month := strings.TrimLeft(rest, "0123456789")
	rest, ok := strings.CutPrefix(month, "月")
	rest = strings.TrimPrefix(rest, "份")
	return ok && rest != "" && (rest[0] < '0' || rest[0] > '9')
}
