package standard

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"jiangbu/calc"
	"jiangbu/calc/money"
)

func TestAnApprovedSumIsHeldAgainstTheLowestLimitThatCoversIt(t *testing.T) {
	limit := func(s calc.Scope, name string, yuan int64) calc.BudgetLimit {
		return calc.BudgetLimit{Scope: s, Name: name, Limit: money.YuanOf(yuan)}
	}
	total := limit(calc.ScopeTotal, "", 1000000)
	for _, c := range []struct {
		name, sum string
		limits    []calc.BudgetLimit
		want      []string
	}{
		{"one that fills it is paid", "50万元", []calc.BudgetLimit{total, limit(calc.ScopeClause, "六", 500000)}, nil},
		{"one above it is asked about", "500000.01", []calc.BudgetLimit{total, limit(calc.ScopeClause, "六", 500000)},
			[]string{"核定金额“500000.01”即 500000.01元，超过条款六预算50万元；如以元为单位，则为500000.01元"}},
		{"the order of the limits says nothing", "60万元",
			[]calc.BudgetLimit{limit(calc.ScopeClause, "六", 500000), total},
			[]string{"核定金额“60万元”即 60万元，超过条款六预算50万元"}},
		{"a limit of something else does not bind", "60万元",
			[]calc.BudgetLimit{total, limit(calc.ScopeClause, "五", 500000)}, nil},
		{"what is zero is asked about once", "0元", []calc.BudgetLimit{limit(calc.ScopeTotal, "", 0)},
			[]string{"核定金额为零，不能据以奖补"}},
		{"without a budget nothing is", "60万元", nil, nil},
	} {
		p := shorePolicy()
		records, _ := Standardise([]calc.Row{good(t, 6, "奖补事项=人才培养", "认定名称或对象=班", "核定金额="+c.sum)}, p)
		DoubtBeyondBudget(records, p, c.limits)
		var got []string
		for _, f := range records[0].Findings {
			if f.Severity() == calc.Error {
				got = append(got, f.Message())
			}
		}
		if diff := cmp.Diff(c.want, got); diff != "" {
			t.Errorf("%s (-want +got):\n%s", c.name, diff)
		}
	}
}
