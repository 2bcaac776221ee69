package reconcile_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"jiangbu/calc"
	"jiangbu/calc/money"
	"jiangbu/calc/reconcile"
	"jiangbu/calc/standard"
)

// ledgerRow is a row of text cells in yuan.
func ledgerRow(cells map[reconcile.Column]string) *reconcile.Row {
	r := &reconcile.Row{Ref: calc.Ref{File: "台账.xlsx", Sheet: "台账", Row: 3}, Unit: money.UnitYuan}
	for c, text := range cells {
		r.Cells[c] = calc.Cell{Kind: calc.CellText, Row: 3, Col: int(c) + 1, Text: text}
	}
	return r
}

func TestTheMoneyOfARowIsWhatWentOutAndWhatCameBack(t *testing.T) {
	v := standard.NewVocabulary(&calc.Policy{})
	type sums struct {
		Paid, Returned string
		Bounced        bool
		Codes          []string
	}
	for _, c := range []struct {
		name, paid, back, remark string
		want                     sums
	}{
		{"paid", "40", "", "", sums{"40.00", "0.00", false, nil}},
		{"the remark alone says that it came back", "40", "", "退汇", sums{"40.00", "0.00", true, nil}},
		{"the column says how much came back", "40", "10", "退汇", sums{"40.00", "10.00", false, nil}},
		{"it came back and was paid again", "40", "", "退汇后重新拨付", sums{"40.00", "0.00", false, nil}},
		{"booked as a negative sum that came back", "-40", "", "退回", sums{"0.00", "40.00", false, nil}},
		{"booked as a negative sum without a word", "-40", "", "",
			sums{"-40.00", "0.00", false, []string{"ledger/negative F3"}}},
		{"a negative return is a return", "", "-40", "", sums{"0.00", "40.00", false, nil}},
		{"a third of a fen is no sum", "40.003", "", "", sums{"40.003", "0.00", false, []string{"ledger/fraction F3"}}},
		{"no sum at all", "", "", "", sums{"0.00", "0.00", false, []string{"ledger/no-amount F3"}}},
	} {
		columns := map[reconcile.Column]string{reconcile.LedgerCompany: "甲公司", reconcile.LedgerPaid: c.paid,
			reconcile.LedgerReturned: c.back, reconcile.LedgerRemark: c.remark}
		p, fs := reconcile.ReadPayment(v, ledgerRow(columns))
		got := sums{p.Paid.String(), p.Returned.String(), p.Bounced, codes(fs)}
		if got.Codes != nil {
			got.Codes[0] = string(fs[0].Code) + " F3"
		}
		if diff := cmp.Diff(c.want, got); diff != "" {
			t.Errorf("%s (-want +got):\n%s", c.name, diff)
		}
	}
}

func TestACodeWithAFaultIsKeptForFindingTheCompany(t *testing.T) {
	v := standard.NewVocabulary(&calc.Policy{})
	for _, c := range []struct{ code, want string }{
		{"91320722MAAY4CL12W", "91320722MAAY4CL12W"},
		{"91320722MAAY4CL12X", "91320722MAAY4CL12X"}, // the check digit fails
		{"91320722MAAY4CL12", ""},
	} {
		p, _ := reconcile.ReadPayment(v,
			ledgerRow(map[reconcile.Column]string{reconcile.LedgerCompany: "甲公司", reconcile.LedgerCode: c.code,
				reconcile.LedgerPaid: "40"}))
		if p.CreditCode != c.want {
			t.Errorf("%s is kept as %q, want %q", c.code, p.CreditCode, c.want)
		}
	}
}

func TestTheFirstColumnThatNamesAnItemSaysWhatWasPaidFor(t *testing.T) {
	v := standard.NewVocabulary(&calc.Policy{
		Levels:  []calc.Level{{Name: "国家级", Rank: 2}, {Name: "省级", Rank: 1}},
		Clauses: []calc.Clause{{Number: "一", Title: "绿色制造"}, {Number: "二", Title: "数字化"}},
		Items: []calc.Item{{ID: "plant", Name: "绿色工厂", Clause: "一", Awards: []calc.Award{{Level: "国家级"}, {Level: "省级"}}},
			{ID: "chain", Name: "绿色供应链", Clause: "一"},
			{ID: "cloud", Name: "上云企业", Clause: "二"}},
		NotCovered: []calc.NotCovered{{Name: "专精特新企业"}},
	})
	for _, c := range []struct {
		name, item, use, title, level string
		want                          reconcile.Payment
	}{
		{"the item before the use", "绿色工厂", "上云企业", "", "", reconcile.Payment{Items: []string{"plant"}}},
		{"the use before the title", "", "上云企业", "绿色工厂", "", reconcile.Payment{Items: []string{"cloud"}}},
		{"the title where nothing else does", "", "", "绿色工厂", "", reconcile.Payment{Items: []string{"plant"}}},
		{"an item of another policy is none of this one's", "专精特新企业", "绿色工厂", "", "",
			reconcile.Payment{OtherItem: "专精特新企业"}},
		{"a clause is all its items", "第一条", "", "", "", reconcile.Payment{Items: []string{"plant", "chain"}}},
		{"a clause by its title", "数字化", "", "", "", reconcile.Payment{Items: []string{"cloud"}}},
		{"two clauses", "第一条、第二条", "", "", "", reconcile.Payment{Items: []string{"plant", "chain", "cloud"}}},
		{"the level of one item", "绿色工厂", "", "", "省级", reconcile.Payment{Items: []string{"plant"}, Level: "省级"}},
		{"the level beside several items is nobody's", "第一条", "", "", "省级",
			reconcile.Payment{Items: []string{"plant", "chain"}}},
	} {
		r := ledgerRow(map[reconcile.Column]string{reconcile.LedgerCompany: "甲公司", reconcile.LedgerPaid: "40",
			reconcile.LedgerItem: c.item, reconcile.LedgerUse: c.use, reconcile.LedgerLevel: c.level})
		r.Item = calc.Cell{Kind: calc.CellText, Text: c.title}
		p, _ := reconcile.ReadPayment(v, r)
		got := reconcile.Payment{Items: p.Items, OtherItem: p.OtherItem, Level: p.Level}
		if diff := cmp.Diff(c.want, got); diff != "" {
			t.Errorf("%s (-want +got):\n%s", c.name, diff)
		}
	}
}
