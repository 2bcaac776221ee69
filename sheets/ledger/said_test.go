package ledger_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"jiangbu/calc/standard"
	"jiangbu/sheets"
	"jiangbu/sheets/ledger"
)

func TestWhatALineSaysOfThePaymentsIsAskedAbout(t *testing.T) {
	const two = "# 台账\n单位名称\t拨付金额（元）\t备注\n连云港甲机械有限公司\t10000\n连云港乙机械有限公司\t20000\n"
	for _, c := range []struct {
		name, below string
		want        []string
	}{
		{"of all", "说明：以上款项均未支付", []string{"A4 ledger/said"}},
		{"of one by its number", "注：第2笔已退回", []string{"A4 ledger/said"}},
		{"of one by its name", "连云港甲机械有限公司未拨付成功", []string{"A4 ledger/said"}},
		{"of each in its own sentence", "注：第1笔已退回；第2笔已到账；第1、2笔凭证齐全", []string{"A4 ledger/said"}},
		{"of one that is not there", "注：第3笔已退回", nil},
		{"a rule of the form", "注：未拨付的请说明原因", nil},
		{"that all was paid", "以上款项均已支付", nil},
	} {
		t.Run(c.name, func(t *testing.T) {
			if _, found := readLedger(t, two+c.below); !cmp.Equal(c.want, withoutUnread(found)) {
				t.Errorf("findings (-want +got):\n%s", cmp.Diff(c.want, withoutUnread(found)))
			}
		})
	}
}

// withoutUnread leaves out that a line is no payment.
func withoutUnread(found []string) (kept []string) {
	for _, f := range found {
		if f != "A4 table/unread-row" {
			kept = append(kept, f)
		}
	}
	return kept
}

func TestATextWithoutAHeadingIsReadWithTheRemark(t *testing.T) {
	got, found := readLedger(t, "# 台账\n单位名称\t拨付金额（元）\n甲公司\t10000\t\t未支付\n乙公司\t20000\t\t王会计")
	if diff := cmp.Diff([]string{"B2 甲公司 paid=0.00 remark=未支付", "B3 乙公司 paid=20000.00"}, got); diff != "" {
		t.Errorf("payments (-want +got):\n%s", diff)
	}
	if diff := cmp.Diff([]string{"D2 ledger/not-paid"}, found); diff != "" {
		t.Errorf("findings (-want +got):\n%s", diff)
	}
}

func TestACommentOnAPaymentIsReadWithItsRemark(t *testing.T) {
	for _, c := range []struct {
		name, remark, comment string
		want, found           []string
	}{
		{"that it was not paid", "", "未支付", []string{"B2 甲公司 paid=0.00 remark=未支付"}, []string{"B2 ledger/not-paid"}},
		{"that it came back, beside a remark", "合并拨付", "已退回5000元",
			[]string{"B2 甲公司 paid=10000.00 back=5000.00 remark=合并拨付；已退回5000元"}, nil},
		{"that says nothing of it", "", "王会计", []string{"B2 甲公司 paid=10000.00"}, nil},
	} {
		t.Run(c.name, func(t *testing.T) {
			b := open(t, "# 台账\n单位名称\t拨付金额（元）\t备注\n甲公司\t10000\t"+c.remark)
			b.Sheets[0].Notes = []sheets.Note{{Row: 2, Col: 2, Text: c.comment}}
			payments, _, findings := ledger.ReadPayments(b, standard.NewVocabulary(town()), 2024)
			var got, found []string
			for _, p := range payments {
				got = append(got, shown(p))
			}
			for _, f := range findings {
				found = append(found, f.Ref.Cell()+" "+string(f.Code))
			}
			if diff := cmp.Diff(c.want, got); diff != "" {
				t.Errorf("payments (-want +got):\n%s", diff)
			}
			if diff := cmp.Diff(c.found, found); diff != "" {
				t.Errorf("findings (-want +got):\n%s", diff)
			}
		})
	}
}

func TestAnEarlierAwardThatDidNotStandIsAskedAbout(t *testing.T) {
	for _, c := range []struct {
		name, remark, beside, comment string
		want                          []string
	}{
		{"cancelled", "奖补已取消", "", "", []string{"D2 prior/ended"}},
		{"refused in the end", "不予奖补", "", "", []string{"D2 prior/ended"}},
		{"given back", "资金已收回", "", "", []string{"D2 prior/ended"}},
		{"in a column without a heading", "", "放弃", "", []string{"F2 prior/ended"}},
		{"in a comment", "", "", "已撤销", []string{"B2 prior/ended"}},
		{"paid", "已兑现", "2023年拨付", "王会计", nil},
		{"not given back", "未退回", "没有取消", "", nil},
		{"a refusal of something else", "不予公开", "", "", nil},
	} {
		t.Run(c.name, func(t *testing.T) {
			b := open(t, "# 2023年奖补\n单位名称\t奖补事项\t奖补金额（元）\t备注\n甲公司\t软件产品\t10000\t"+c.remark+"\t\t"+c.beside)
			if c.comment != "" {
				b.Sheets[0].Notes = []sheets.Note{{Row: 2, Col: 2, Text: c.comment}}
			}
			awards, _, findings := ledger.ReadPrior(b, town())
			var found []string
			for _, f := range findings {
				found = append(found, f.Ref.Cell()+" "+string(f.Code))
			}
			if diff := cmp.Diff(c.want, found); diff != "" || len(awards) != 1 {
				t.Errorf("%d awards, findings (-want +got):\n%s", len(awards), diff)
			}
		})
	}
}
