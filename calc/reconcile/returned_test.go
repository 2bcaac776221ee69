package reconcile_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"jiangbu/calc"
	"jiangbu/calc/reconcile"
	"jiangbu/calc/standard"
)

func TestARemarkSaysHowMuchCameBack(t *testing.T) {
	for _, c := range []struct{ remark, want string }{
		{"已缴回国库5元", "came back 5.00"},
		{"已缴回国库", "not paid"},
		{"收回财政专户5元", "came back 5.00"},
		{"其中5元已退回", "came back 5.00"},
		{"多拨5元，已退回", "came back 5.00"},
		{"多拨5元，应退回", "paid"},
		{"企业主动退还5元", "came back 5.00"},
		{"企业主动退还", "came back"},
		{"扣回5元", "came back 5.00"},
		{"退回5", "came back 5.00"},
		{"2024年6月退回5元", "came back 5.00"},
		{"退回日期2024年6月3日", "came back"},
		{"退回3号凭证", "came back"},
		{"应退回5元", "paid"},
		{"待退回", "paid"},
		{"部分退回", "asked"},
		{"部分退回，退回5元", "came back 5.00"},
		{"已冲红", "came back"},
	} {
		if got := outcome("", c.remark); got != c.want {
			t.Errorf("备注“%s”: %s, want %s", c.remark, got, c.want)
		}
	}
}

func TestMoreWordsForWhatWasNotPaid(t *testing.T) {
	for _, c := range []struct{ remark, want string }{
		{"未兑付", "not paid"}, {"下年拨付", "not paid"}, {"按计划拨付", "paid"}, {"计划拨付", "not paid"}, {"欠拨", "not paid"},
		{"指标未下达", "not paid"}, {"付款异常", "not paid"}, {"转回财政专户", "not paid"}, {"存量资金收回", "not paid"},
		{"额度已注销", "not paid"}, {"打款失败", "not paid"}, {"打款失败，已重新支付", "asked"},
		{"审核中", "asked"}, {"由国库支付中心办理", "paid"}, {"企业已注销", "asked"}, {"企业已注销，已拨付", "paid"}, {"待审计", "asked"},
		{"待遇", "paid"}, {"不符合条件", "asked"}, {"符合条件", "paid"}, {"结转下年", "asked"}, {"未发现问题", "paid"}, {"待发票", "paid"},
		{"不足部分下年拨付", "paid"},
	} {
		if got := outcome("", c.remark); got != c.want {
			t.Errorf("备注“%s”: %s, want %s", c.remark, got, c.want)
		}
	}
	for status, want := range map[string]string{"借": "paid", "支出": "paid", "贷": "came back", "收入": "came back",
		"N": "not paid",
		"Y": "paid", "付讫": "paid", "拨付": "paid", "收入证明": "asked", "支出户": "asked"} {
		if got := outcome(status, ""); got != want {
			t.Errorf("状态“%s”: %s, want %s", status, got, want)
		}
	}
}

func TestADoubtBesideWhatCameBackSaysWhyItDid(t *testing.T) {
	for back, want := range map[string]string{"40": "paid 40.00 back 40.00 not 0.00",
		"": "paid 0.00 back 0.00 not 40.00"} {
		p, _ := reconcile.ReadPayment(standard.NewVocabulary(&calc.Policy{}), ledgerRow(map[reconcile.Column]string{
			reconcile.LedgerCompany: "甲公司", reconcile.LedgerPaid: "40", reconcile.LedgerReturned: back,
			reconcile.LedgerRemark: "账户已注销"}))
		if got := "paid " + p.Paid.String() + " back " + p.Returned.String() + " not " +
			p.NotPaid.String(); got != want {
			t.Errorf("%q: %s, want %s", back, got, want)
		}
	}
}

func TestASumBelowNothingIsKnownByItsSign(t *testing.T) {
	for text, want := range map[string]string{"-5": "5 true", "(5.00)": "5.00 true", "（5万元）": "5万元 true",
		"－５": "５ true", "5": "5 false",
		"(五)": "(五) false", "-": "- false", "(5)万": "(5)万 false", "": " false"} {
		rest, negative := reconcile.CutMinus(text)
		got := rest + " false"
		if negative {
			got = rest + " true"
		}
		if got != want {
			t.Errorf("%q: %s, want %s", text, got, want)
		}
	}
}

func TestWhatWasGivenBackIsAPartOfALargerPayment(t *testing.T) {
	for _, c := range []struct {
		name     string
		payments []string
		want     []string
	}{
		{"退回 behind a larger payment", []string{"东区 甲 91A plant 40", "东区 甲 91A plant 5 退回"},
			[]string{"returned 1 <- 1+2: 少付5.00元；退回5.00元"}},
		{"a bank's return behind a larger payment is its own", []string{"东区 甲 91A plant 40", "东区 甲 91A plant 5 退汇"},
			[]string{"matched 1 <- 1+2: 退回5.00元"}},
		{"twice, as long as there is something to give back",
			[]string{"东区 甲 91A plant 40", "东区 甲 91A plant 30 退回", "东区 甲 91A plant 20 退回"},
			[]string{"amount 1 <- 1+2+3: 少付30.00元；退回50.00元"}},
		{"to the last of it", []string{"东区 甲 91A plant 40", "东区 甲 91A plant 30 退回", "东区 甲 91A plant 10 退回"},
			[]string{"returned 1 <- 1+2+3: 少付40.00元；退回40.00元"}},
		{"three times", []string{"东区 甲 91A plant 40", "东区 甲 91A plant 15 退回", "东区 甲 91A plant 15 退回",
			"东区 甲 91A plant 15 退回"},
			[]string{"amount 1 <- 1+2+3+4: 少付30.00元；退回45.00元"}},
		{"of another item it is its own", []string{"东区 甲 91A plant 40", "东区 甲 91A soft 5 退回"},
			[]string{"matched 1 <- 1", "returned  <- 2: 退回5.00元"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			got := told(reconciled(t, []string{"东区 甲 91A plant 40"}, c.payments))
			if d := cmp.Diff(c.want, got); d != "" {
				t.Errorf("(-want +got):\n%s", d)
			}
		})
	}
}

func TestAReturnTakesBackTheLastPaymentThatItCan(t *testing.T) {
	for _, c := range []struct {
		name     string
		payments []string
		want     string
	}{
		{"the last of two equal ones", []string{"东区 甲 91A plant 40", "东区 甲 91A plant 40", "东区 甲 91A plant 40 退汇"},
			"冲减 台账.xlsx:台账!E4 的一笔"},
		{"the last by its day", []string{"东区 甲 91A plant 40 - - - 2024-06-02", "东区 甲 91A plant 40 - - - 2024-06-01",
			"东区 甲 91A plant 40 退汇 - - 2024-06-03"}, "冲减 台账.xlsx:台账!E3 的一笔"},
		{"none of a later day", []string{"东区 甲 91A plant 40 - - - 2024-06-02", "东区 甲 91A plant 40 退汇 - - 2024-06-01"},
			"这一笔付出后被退回"},
		{"an equal one rather than a larger one behind it",
			[]string{"东区 甲 91A plant 40", "东区 甲 91A plant 50", "东区 甲 91A plant 40 退回"}, "冲减 台账.xlsx:台账!E3 的一笔"},
		{"a part of the last that is larger",
			[]string{"东区 甲 91A plant 60", "东区 甲 91A plant 50", "东区 甲 91A plant 40 退回"}, "冲减 台账.xlsx:台账!E4 的一笔中的一部分"},
		{"no part where the bank sent it back", []string{"东区 甲 91A plant 60", "东区 甲 91A plant 40 退汇"}, "这一笔付出后被退回"},
		{"no part of a smaller one", []string{"东区 甲 91A plant 39.99", "东区 甲 91A plant 40 退回"}, "这一笔付出后被退回"},
		{"nothing of another item", []string{"东区 甲 91A chain 40", "东区 甲 91A plant 40 退回"}, "这一笔付出后被退回"},
	} {
		rec := reconciled(t, []string{"东区 甲 91A plant 40"}, c.payments)
		var got []string
		for _, f := range rec.Findings {
			if f.Code == "ledger/returned-row" {
				got = append(got, f.Args[2])
			}
		}
		if d := cmp.Diff([]string{c.want}, got); d != "" {
			t.Errorf("%s (-want +got):\n%s", c.name, d)
		}
	}
}
