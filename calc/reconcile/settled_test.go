package reconcile_test

import (
	"fmt"
	"testing"

	"github.com/google/go-cmp/cmp"

	"jiangbu/calc"
	"jiangbu/calc/reconcile"
)

func TestWhatNobodyMaySayWasPaidIsNotSettled(t *testing.T) {
	for _, c := range []struct {
		name    string
		payment string
		paid    string // of the item plant
		want    []string
	}{
		{"as it was awarded", "东区 甲公司 91A plant 40", "40.00", nil},
		{"a fen more", "东区 甲公司 91A plant 40.01", "40.01", []string{"甲公司 amount"}},
		{"a fen less", "东区 甲公司 91A plant 39.99", "39.99", nil},
		{"paid and back", "东区 甲公司 91A plant 40 40", "0.00", nil},
		{"paid and a part of it back", "东区 甲公司 91A plant 40 10", "30.00", nil},
		{"in a wrong unit", "东区 甲公司 91A plant 400000", "400000.00", []string{"甲公司 unit"}},
		{"to another code", "东区 甲公司 91B plant 40", "40.00", []string{"甲公司 payee"}},
		{"through another district", "西区 甲公司 91A plant 40", "40.00", nil},
		{"to one without an award", "东区 丁公司 91D plant 40", "40.00", []string{"丁公司 unexpected"}},
	} {
		rec := reconcile.Reconcile([]calc.AwardLine{award(0, "东区 甲公司 91A plant 40")},
			[]reconcile.Payment{payment(0, c.payment)}, 2024)
		var got []string
		for _, l := range rec.Unsettled() {
			got = append(got, fmt.Sprint(l.Company, " ", l.Status))
		}
		if diff := cmp.Diff(c.want, got); diff != "" {
			t.Errorf("%s (-want +got):\n%s", c.name, diff)
		}
		if paid := rec.PaidByItem()["plant"]; paid.String() != c.paid {
			t.Errorf("%s: %s was paid, want %s", c.name, paid, c.paid)
		}
	}
}
