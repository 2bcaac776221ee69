package reconcile_test

import (
	"fmt"
	"testing"

	"github.com/google/go-cmp/cmp"

	"jiangbu/calc"
	"jiangbu/calc/money"
	"jiangbu/calc/reconcile"
	"jiangbu/calc/standard"
)

// outcome is what becomes of a row of 40 yuan with a status and a remark.
func outcome(status, remark string) string {
	row := ledgerRow(map[reconcile.Column]string{reconcile.LedgerCompany: "甲公司", reconcile.LedgerPaid: "40",
		reconcile.LedgerState: status, reconcile.LedgerRemark: remark})
	p, fs := reconcile.ReadPayment(standard.NewVocabulary(&calc.Policy{}), row)
	s := "paid"
	switch {
	case !p.NotPaid.IsZero() && fs.Worst() == "":
		s = "not paid"
	case !p.NotPaid.IsZero() && fs.Worst() == "ledger/state-unclear":
		s = "asked"
	case p.Bounced:
		s = "came back"
	case !p.Returned.IsZero():
		s = "came back " + p.Returned.String()
	}
	if s == "paid" && len(fs) > 0 {
		s = fmt.Sprint(fs)
	}
	return s
}

func TestAStatusSaysWhetherMoneyLeft(t *testing.T) {
	for want, statuses := range map[string][]string{
		"paid": {"", "已支付", "已拨付", "已付", "支付成功", "成功", "是", "√", "已到账", "全额拨付", "完成", "补拨", "已拨付（6月）", "已支付，备注：无"},
		"not paid": {"未支付", "未拨付", "未付", "待拨付", "待支付", "暂缓", "暂缓拨付", "作废", "已作废", "支付失败", "失败", "取消", "已取消", "冻结",
			"账户冻结", "已缴回国库",
			"申请退款", "企业已注销未拨", "否", "×", "尚未拨付", "不予拨付", "停止拨付", "放弃", "无"},
		"asked":     {"已支付，作废", "已拨付（取消）", "是否已支付：否", "处理中", "在途", "部分", "未拨付，6月已补拨", "甲"},
		"came back": {"退汇", "已退回"},
	} {
		for _, status := range statuses {
			if got := outcome(status, ""); got != want {
				t.Errorf("状态“%s”: %s, want %s", status, got, want)
			}
		}
	}
}

func TestARemarkSaysItWithinOtherWords(t *testing.T) {
	for _, c := range []struct{ remark, want string }{
		{"该笔未支付", "not paid"},
		{"因账户信息有误支付失败", "not paid"},
		{"账户冻结，待处理", "not paid"},
		{"企业已注销未拨", "not paid"},
		{"作废", "not paid"},
		{"作废。", "not paid"},
		{"暂缓拨付（待审计）", "not paid"},
		{"资金已缴回国库", "not paid"},
		{"上年未拨付，本年补拨", "asked"},
		{"资金在途", "asked"},
		{"暂作挂账处理", "not paid"},
		{"待企业开票后支付", "not paid"},
		{"待审计通过后拨付", "not paid"},
		{"待遇核定后已支付", "paid"},
		{"余款待拨", "paid"},
		{"余1万元待拨", "paid"},
		{"尚有尾款未付", "paid"},
		{"其余下年拨付", "paid"},
		{"余款待拨，本笔未拨付", "not paid"},
		{"此行作废", "not paid"},
		{"该笔已取消", "not paid"},
		{"原凭证作废，已重开", "paid"},
		{"取消原账户，改拨新账户", "paid"},
		{"未发现问题", "paid"},
		{"无", "paid"},
		{"/", "paid"},
		{"第二批", "paid"},
		{"连财工贸〔2024〕12号", "paid"},
		{"退汇", "came back"},
		{"退回5元", "came back 5.00"},
		{"退回 5.5 元，已入库", "came back 5.50"},
		{"6月退款十元", "came back 10.00"},
		{"退回40元", "came back"},
		{"退回0.001万元", "came back 10.00"},
		{"退回后重新拨付", "paid"},
		{"未退回", "paid"},
	} {
		if got := outcome("", c.remark); got != c.want {
			t.Errorf("备注“%s”: %s, want %s", c.remark, got, c.want)
		}
	}
}

func TestASumOfNothingIsNotSetAside(t *testing.T) {
	for paid, want := range map[string][]calc.Code{"0": nil, "0.01": {"ledger/not-paid"}} {
		row := ledgerRow(map[reconcile.Column]string{reconcile.LedgerCompany: "甲公司", reconcile.LedgerPaid: paid,
			reconcile.LedgerState: "未支付"})
		_, fs := reconcile.ReadPayment(standard.NewVocabulary(&calc.Policy{}), row)
		var got []calc.Code
		for _, f := range fs {
			if f.Code == "ledger/not-paid" {
				got = append(got, f.Code)
			}
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("%s (-want +got):\n%s", paid, diff)
		}
	}
}

func TestAReturnWithoutAUnitIsInTheUnitOfTheSumPaid(t *testing.T) {
	for _, c := range []struct {
		name, paid, remark string
		unit               money.Unit
		want               string
	}{
		{"in yuan", "10000", "退回5000", money.UnitYuan, "5000.00"},
		{"in ten thousands", "10", "退回5", money.UnitWan, "50000.00"},
		{"its own unit wins", "10", "退回5元", money.UnitWan, "5.00"},
		{"where nothing says one it is yuan, as the sum paid is", "10000", "退回5000", money.UnitNone, "5000.00"},
	} {
		row := ledgerRow(map[reconcile.Column]string{reconcile.LedgerCompany: "甲公司", reconcile.LedgerPaid: c.paid,
			reconcile.LedgerRemark: c.remark})
		row.Unit = c.unit
		row.Units = [reconcile.NumLedgerColumns]money.Unit{}
		p, _ := reconcile.ReadPayment(standard.NewVocabulary(&calc.Policy{}), row)
		if got := p.Returned.String(); got != c.want {
			t.Errorf("%s: %s, want %s", c.name, got, c.want)
		}
	}
}

func TestWhatWasNotPaidMeetsNoAward(t *testing.T) {
	p := payment(0, "东区 甲 91A plant 0")
	p.NotPaid = money.YuanOf(40)
	awards, payments := []calc.AwardLine{award(0, "东区 甲 91A plant 40")}, []reconcile.Payment{p}
	rec := reconcile.Reconcile(awards, payments, 2024)
	if err := reconcile.Audit(rec, awards, payments); err != nil {
		t.Fatal(err)
	}
	want := []string{"unpaid 1 <- : 应拨40.00元，台账中没有拨付", "not-paid  <- 1: 台账注明未拨付，40.00元不计为已拨"}
	if got := told(rec); fmt.Sprint(got) != fmt.Sprint(want) {
		t.Errorf("got %v, want %v", got, want)
	}
}
