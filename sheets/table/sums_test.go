package table

import (
	"jiangbu/calc"

	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestTheSumsOfATableAreChecked(t *testing.T) {
	for _, c := range []struct {
		name, text string
		want       []string
	}{
		{"a total of its lines", "1||甲公司||||5|\n2||乙公司||||6|\n合计||||||11|\n", nil},
		{"a total one fen off", "1||甲公司||||5|\n2||乙公司||||6|\n合计||||||11.01|\n",
			[]string{`4 sum of "合计" is 11.00, not 11.01`}},
		{"one that is less", "1||甲公司||||5|\n合计||||||4|\n", []string{`3 sum of "合计" is 5.00, not 4.00`}},
		{"a total above its lines", "合计||||||11|\n1||甲公司||||5|\n2||乙公司||||6|\n", nil},
		{"a total above that is not theirs", "合计||||||12|\n1||甲公司||||5|\n2||乙公司||||6|\n",
			[]string{`2 sum of "合计" is 0.00, not 12.00`}},
		{"subtotals and their total", "1||甲公司||||5|\n小计||||||5|\n2||乙公司||||6|\n小计||||||6|\n合计||||||11|\n", nil},
		{"a subtotal of the lines since the last one only",
			"1||甲公司||||5|\n小计||||||5|\n2||乙公司||||6|\n小计||||||11|\n合计||||||11|\n",
			[]string{`5 sum of "小计" is 6.00, not 11.00`}},
		{"the sums of districts", "1|东区|甲公司||||5|\n东区合计||||||5|\n2|西区|乙公司||||6|\n西区合计||||||6|\n", nil},
		{"the sum of a district that is another's", "1|东区|甲公司||||5|\n东区合计||||||5|\n2|西区|乙公司||||6|\n西区合计||||||5|\n",
			[]string{`5 sum of "西区合计" is 11.00, not 5.00`}},
		{"figures without a word that are the sum", "1||甲公司||||5|\n2||乙公司||||6|\n||||||11|\n", nil},
		{"figures without a word that are none", "1||甲公司||||5|\n||||||6|\n", []string{`3 sum of "" is 5.00, not 6.00`}},
		{"nothing is checked where a line could not be read", "1||甲公司||||若干|\n2||乙公司||||6|\n合计||||||99|\n", nil},
		{"a total that is no number states nothing", "1||甲公司||||5|\n合计||||||见附表|\n", nil},

		{"a count of the lines", "1||甲公司||||5|\n2||乙公司||||6|\n共计2家|||||||\n", nil},
		{"a count that is not theirs", "1||甲公司||||5|\n2||乙公司||||6|\n共计3家|||||||\n",
			[]string{`4 count of "共计3家" is 2, not 3`}},
		{"a count under the name", "1||甲公司||||5|\n合计||2||||5|\n", []string{`3 count of "合计" is 1, not 2`}},
		{"the right one", "1||甲公司||||5|\n合计||1||||5|\n", nil},

		{"a section with its figures", "一、绿色工厂（2家）||||||11|\n1||甲公司||||5|\n2||乙公司||||6|\n", nil},
		{"a section with the count of another", "一、绿色工厂（3家）||||||11|\n1||甲公司||||5|\n2||乙公司||||6|\n",
			[]string{`2 count of "一、绿色工厂（3家）" is 2, not 3`}},
		{"a section with the sum of another", "一、绿色工厂||||||12|\n1||甲公司||||5|\n2||乙公司||||6|\n",
			[]string{`2 sum of "一、绿色工厂" is 11.00, not 12.00`}},
		{"two sections, each with its own", "一、绿色工厂||||||5|\n1||甲公司||||5|\n二、软件产品||||||6|\n2||乙公司||||6|\n合计||||||11|\n",
			nil},
		{"a section within a section", "一、东区||||||11|\n（一）绿色工厂||||||5|\n1||甲公司||||5|\n（二）软件产品||||||6|\n2||乙公司||||6|\n",
			nil},
		{"the inner one is wrong", "一、东区||||||11|\n（一）绿色工厂||||||6|\n1||甲公司||||5|\n（二）软件产品||||||6|\n2||乙公司||||6|\n",
			[]string{`3 sum of "（一）绿色工厂" is 5.00, not 6.00`}},
		{"the outer one is wrong", "一、东区||||||10|\n（一）绿色工厂||||||5|\n1||甲公司||||5|\n（二）软件产品||||||6|\n2||乙公司||||6|\n",
			[]string{`2 sum of "一、东区" is 11.00, not 10.00`}},
	} {
		t.Run(c.name, func(t *testing.T) {
			if diff := cmp.Diff(c.want, differences(readList(listHead+c.text, nil, nil).told)); diff != "" {
				t.Errorf("-want +got:\n%s", diff)
			}
		})
	}
}

// differences are what was told of sums and counts.
func differences(told []string) (of []string) {
	for _, s := range told {
		if calc.ContainsAny(s, []string{" sum of ", " count of "}) != "" {
			of = append(of, s)
		}
	}
	return of
}
