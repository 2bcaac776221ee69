package notice

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// A cut year says what was due, what is paid, which share that is and why.
func TestACutYearSaysIt(t *testing.T) {
	cut := func(a *Awards) {
		pay(t, a, 0, "250000")
		a.Lines[0].Cuts = []string{"奖补专项资金预算60000.00元，同比例安排"}
		pay(t, a, 7, "20000")
	}
	for _, final := range []bool{false, true} {
		s, a := testSettings(t), testAwards(t)
		s.Final = final
		cut(&a)
		n := made(t, s, a)
		want := "其中2个项目的奖补金额低于应奖金额（见附件“应奖金额”一栏）：应奖金额合计79.321383万元，奖补金额合计52.98805万元，" +
			"为应奖金额的66.8%。奖补专项资金预算6万元，同比例安排。1个项目按单位累计上限或者审定金额安排。"
		if diff := cmp.Diff(want, n.Body[len(n.Body)-4]); diff != "" {
			t.Errorf("final %v (-want +got):\n%s", final, diff)
		}
		first := []string{"1", "东山县", "东山一号机械有限公司", "（一）技术创新示范企业", "国家级", "工信部政法函〔2023〕88号", "25", "50", ""}
		if diff := cmp.Diff(first, n.Table.Rows[0].Cells); diff != "" {
			t.Errorf("(-want +got):\n%s", diff)
		}
		for _, d := range formats {
			if diff := cmp.Diff(contentOf(&n), d.read(t, writtenBytes(t, d.write, n))); diff != "" {
				t.Errorf("the %s says something else (-notice +%s):\n%s", d.format, d.format, diff)
			}
		}
	}
	for _, by := range Orders {
		for _, amounts := range Units {
			s, a := testSettings(t), testAwards(t)
			s.By, s.Amounts = by, amounts
			cut(&a)
			n := made(t, s, a)
			for _, d := range formats {
				if diff := cmp.Diff(contentOf(&n), d.read(t, writtenBytes(t, d.write, n))); diff != "" {
					t.Errorf("by %s in %s the %s says something else (-notice +%s):\n%s", by, amounts, d.format,
						d.format, diff)
				}
			}
		}
	}
	for _, text := range made(t, testSettings(t), testAwards(t)).Body {
		if strings.Contains(text, "应奖金额") {
			t.Errorf("a whole year speaks of a cut: %s", text)
		}
	}
}

// A notice has one unit, in the sentences of the budget too.
func TestTheBudgetsSentenceHasTheUnitOfTheNotice(t *testing.T) {
	const text = "总额预算450,000.01元，可安排450,000.00元，应安排900,000.00元，同比例安排并舍到%s的整数倍"
	for unit, want := range map[string][2]string{
		"100元": {"总额预算45.000001万元，可安排45万元，应安排90万元，同比例安排并舍到0.01万元的整数倍",
			"总额预算450,000.01元，可安排450,000.00元，应安排900,000.00元，同比例安排并舍到100.00元的整数倍"},
		"1万元": {"总额预算45.000001万元，可安排45万元，应安排90万元，同比例安排并舍到1万元的整数倍",
			"总额预算450,000.01元，可安排450,000.00元，应安排900,000.00元，同比例安排并舍到10,000.00元的整数倍"},
	} {
		sentence := fmt.Sprintf(text, unit)
		if diff := cmp.Diff(want, [2]string{InWan.sentence(sentence), InYuan.sentence(sentence)}); diff != "" {
			t.Errorf("(-want +got):\n%s", diff)
		}
	}
}

// What a person ruled below the policy's amount is said; at the amount it is not.
func TestARulingBelowThePolicyIsSaid(t *testing.T) {
	for digits, want := range map[string]bool{"499999.99": true, "500000": false} {
		a := testAwards(t)
		pay(t, &a, 0, digits)
		a.Lines[0].Entitled, a.Lines[0].Ruled = a.Lines[0].Amount, true
		n := made(t, testSettings(t), a)
		if got := slices.Contains(n.Body, "其中1个项目按审定金额安排，低于政策规定的最高金额。"); got != want {
			t.Errorf("%s yuan: %v in %q", digits, got, n.Body)
		}
	}
}

// Amounts in either unit have all their digits, and none in 万元 is wasted.
func TestAmountsAreNeverRounded(t *testing.T) {
	for digits, want := range map[string][2]string{"500000": {"50", "500,000.00"}, "18000.5": {"1.80005", "18,000.50"},
		"0.01": {"0.000001", "0.01"}, "33333.33": {"3.333333", "33,333.33"}} {
		y := amount(t, digits)
		if got := [2]string{InWan.text(y), InYuan.text(y)}; got != want {
			t.Errorf("%s: %q, want %q", digits, got, want)
		}
	}
}
