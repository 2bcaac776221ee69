package write

import (
	"strconv"
	"strings"
)

// Exactly is a criterion of SUMIFS that meets this very text and nothing else.
// Empty text meets empty cells; a text of digits alone would be compared as a
// number of fifteen digits, which a pattern is not; signs that have a meaning
// in patterns lose it.
func Exactly(s string) string {
	if _, err := strconv.ParseFloat(s, 64); err == nil {
		return FormulaText(s + "*")
	}
	return FormulaText("=" + withoutPatterns.Replace(s))
}

var withoutPatterns = strings.NewReplacer("~", "~~", "*", "~*", "?", "~?")

// FormulaText is a text inside a formula.
func FormulaText(s string) string { return `"` + strings.ReplaceAll(s, `"`, `""`) + `"` }
