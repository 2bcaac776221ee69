package ledger_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestInstalmentsByMonthByQuarterAndWithTheirDays(t *testing.T) {
	for _, c := range []struct {
		name, sheet   string
		want, finding []string
	}{
		{"by month", "# 台账\n单位：元\n单位名称\t奖补事项\t2024年6月拨付\t2024年12月拨付\n甲公司\t绿色工厂\t100000\t300000",
			[]string{"C3 甲公司 green-factory paid=100000.00", "D3 甲公司 green-factory paid=300000.00"},
			[]string{"C2 ledger/instalments"}},
		{"by month, with their sum", "# 台账\n单位：元\n单位名称\t奖补事项\t2024年6月拨付\t2024年12月拨付\t合计\n甲公司\t绿色工厂\t100000\t300000\t400000",
			[]string{"E3 甲公司 green-factory paid=400000.00"}, []string{"E2 ledger/instalments"}},
		{"a day is no heading", "# 台账\n单位：元\n单位名称\t奖补事项\t拨付日期\t拨付金额\n甲公司\t绿色工厂\t2024年6月3日\t100000",
			[]string{"D3 甲公司 green-factory paid=100000.00 date=2024-06-03"}, nil},
		{"by quarter", "# 台账\n单位：元\n单位名称\t奖补事项\t一季度\t二季度\n甲公司\t绿色工厂\t100000\t300000",
			[]string{"C3 甲公司 green-factory paid=100000.00", "D3 甲公司 green-factory paid=300000.00"},
			[]string{"C2 ledger/instalments"}},
		{"before and after the accounts are closed", "# 台账\n单位：元\n单位名称\t奖补事项\t预拨\t清算\n甲公司\t绿色工厂\t100000\t300000",
			[]string{"C3 甲公司 green-factory paid=100000.00", "D3 甲公司 green-factory paid=300000.00"},
			[]string{"C2 ledger/instalments"}},
		{"each with its day", "# 台账\n单位：元\n单位名称\t奖补事项\t第一次\t\t第二次\t\n\t\t时间\t金额\t时间\t金额\n甲公司\t绿色工厂\t2024-06-01\t100000\t2024-12-01\t300000\n" +
			"#merge C2:D2\n#merge E2:F2\n#merge A2:A3\n#merge B2:B3",
			[]string{"D4 甲公司 green-factory paid=100000.00 date=2024-06-01",
				"F4 甲公司 green-factory paid=300000.00 date=2024-12-01"},
			[]string{"D3 ledger/instalments"}},
		{"two columns of days without a group are asked about",
			"# 台账\n单位：元\n单位名称\t奖补事项\t拨付金额\t拨付日期\t拨付日期\n甲公司\t绿色工厂\t100000\t2024-06-01\t2024-06-02",
			[]string{"C3 甲公司 green-factory paid=100000.00 date=2024-06-01"}, []string{"E2 table/ambiguous-column"}},
		{"which side of the account", "# 台账\n单位：元\n单位名称\t奖补事项\t借贷方向\t金额\n甲公司\t绿色工厂\t借\t400000\n甲公司\t绿色工厂\t贷\t50000",
			[]string{"D3 甲公司 green-factory paid=400000.00", "D4 甲公司 green-factory paid=50000.00 bounced=yes remark=贷"},
			nil},
		{"a sum below nothing in brackets",
			"# 台账\n单位：元\n单位名称\t奖补事项\t拨付金额\t备注\n甲公司\t绿色工厂\t400000\n甲公司\t绿色工厂\t(50000)\t退回\n合计\t\t350000",
			[]string{"C3 甲公司 green-factory paid=400000.00", "C4 甲公司 green-factory paid=0.00 back=50000.00 remark=退回"},
			nil},
	} {
		t.Run(c.name, func(t *testing.T) {
			payments, found := readLedger(t, c.sheet)
			if diff := cmp.Diff(c.want, payments); diff != "" {
				t.Errorf("payments (-want +got):\n%s", diff)
			}
			if diff := cmp.Diff(c.finding, found); diff != "" {
				t.Errorf("findings (-want +got):\n%s", diff)
			}
		})
	}
}
