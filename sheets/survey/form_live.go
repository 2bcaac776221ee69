package survey

import (
	"errors"
	"fmt"
	"strings"

	"github.com/xuri/excelize/v2"

	"jiangbu/calc"
	"jiangbu/calc/written"
	"jiangbu/sheets/write"
)

// writeLive colours what is wrong or missing while the form is filled in: a code
// whose check digit does not hold, and, in a line with a company, the columns
// that every line must have.
func (f *form) writeLive() error {
	for _, c := range formOrder() {
		spec, col := formColumns[c], calc.ColumnName(int(c))
		at := fmt.Sprintf("$%s%d", col, formFirst)
		var rules []excelize.ConditionalFormatOptions
		var wrong, missing error
		if spec.kind == entryCode {
			rules, wrong = f.withRule(rules, wrongCode(at), write.FillWrong)
		}
		if spec.must && c != calc.ColCompany {
			rules, missing = f.withRule(rules, fmt.Sprintf(`AND($%s%d<>"",%s="")`,
				calc.ColumnName(int(calc.ColCompany)), formFirst, at), write.FillMark)
		}
		if len(rules) == 0 {
			continue
		}
		if err := errors.Join(wrong, missing, f.File.SetConditionalFormat(formSheet,
			fmt.Sprintf("%s%d:%s%d", col, formFirst, col, formLast), rules)); err != nil {
			return fmt.Errorf("colours of %s: %w", c, err)
		}
	}
	return nil
}

// withRule adds a rule that fills the cells of which a formula holds.
func (f *form) withRule(rules []excelize.ConditionalFormatOptions, formula, fill string) (
	[]excelize.ConditionalFormatOptions, error) {
	style, err := f.File.NewConditionalStyle(&excelize.Style{Fill: excelize.Fill{Type: "pattern", Pattern: 1,
		Color: []string{fill}}})
	return append(rules, excelize.ConditionalFormatOptions{Type: "formula", Criteria: formula, Format: &style}), err
}

// wrongCode is the formula that tells of a code whose length, signs or check
// digit are wrong: the sum of all eighteen values, each by its weight, must be a
// multiple of 31.
func wrongCode(at string) string {
	var places, weights []string
	for i, w := 1, 1; i <= 17; i, w = i+1, w*3%31 {
		places, weights = append(places, fmt.Sprint(i)), append(weights, fmt.Sprint(w))
	}
	return fmt.Sprintf(`AND(%[1]s<>"",IFERROR(OR(LEN(%[1]s)<>18,`+
		`MOD(SUMPRODUCT((FIND(MID(UPPER(%[1]s),{%[2]s},1),"%[4]s")-1)*{%[3]s})+`+
		`FIND(RIGHT(UPPER(%[1]s),1),"%[4]s")-1,31)<>0),TRUE))`,
		at, strings.Join(places, ","), strings.Join(weights, ","), written.CodeAlphabet)
}
