package standard

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"jiangbu/calc"
)

func TestARemarkThatSaysNothingButASumIsTheSendersClaim(t *testing.T) {
	for _, c := range []struct {
		name, remark, column, want string
	}{
		{"what is to be awarded", "拟奖补20万元", "", "200000.00"},
		{"by what it is to be paid", "按20万元兑现", "", "200000.00"},
		{"a sum that was changed", "同意，金额改为20万", "", "200000.00"},
		{"the last of two", "奖补20万元，调整为40万元", "", "400000.00"},
		{"in Chinese digits", "核定二十万元", "", "200000.00"},
		{"a sum and nothing else", "20万元", "", "200000.00"},
		{"yuan", "奖励标准：200,000元", "", "200000.00"},
		{"in brackets", "符合条件（应奖20万元）", "", "200000.00"},
		{"a sum with parts of a yuan", "补助6000.50元", "", "6000.50"},
		{"an investment", "总投资20万元", "", "none"},
		{"a contract's sum", "合同金额20万元", "", "none"},
		{"what was awarded in another year", "2022年奖补20万元", "", "none"},
		{"a ceiling", "最高40万元", "", "none"},
		{"no unit", "奖补20", "", "none"},
		{"no number", "奖补金额万元", "", "none"},
		{"two sums in a row", "奖补20万元30万元", "", "none"},
		{"nothing", "", "", "none"},
		{"a claim in its column counts alone", "拟奖补20万元", "30万元", "300000.00"},
		{"a claim in its column that is no number, too", "拟奖补20万元", "面议", "none"},
	} {
		t.Run(c.name, func(t *testing.T) {
			with := []string{"备注=" + c.remark, "拟奖补金额=" + c.column}
			records, _ := Standardise([]calc.Row{good(t, 6, with...)}, shorePolicy())
			got := "none"
			if y := records[0].Claimed; y != nil {
				got = y.String()
			}
			if diff := cmp.Diff(c.want, got); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
		})
	}
}
