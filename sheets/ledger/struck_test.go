package ledger_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"jiangbu/calc/standard"
	"jiangbu/sheets/ledger"
)

func TestWhatIsCrossedOutIsNotPaid(t *testing.T) {
	const head = "# 台账\n单位：元\n县区\t单位名称\t奖补事项\t拨付金额\t备注\n"
	for _, c := range []struct {
		name, sheet    string
		want, findings []string
	}{
		{"a row", head + "东区\t甲公司\t绿色工厂\t400000\n" + crossed("东区") + "\t" + crossed("乙公司") + "\t" + crossed("软件产品") +
			"\t" +
			crossed("10000") + "\n合计\t\t\t400000",
			[]string{"东区 甲公司 400000.00 not 0.00", "东区 乙公司 0.00 not 10000.00"},
			[]string{"D4 ledger/struck 10000.00 元没有计为已拨：这一行有删除线"}},
		{"a row whose sum the total still holds", head + "东区\t甲公司\t绿色工厂\t400000\n东区\t" + crossed("乙公司") + "\t\t" +
			crossed("10000") + "\n合计\t\t\t410000",
			[]string{"东区 甲公司 400000.00 not 0.00", "东区 乙公司 0.00 not 10000.00"},
			[]string{"D4 ledger/struck 10000.00 元没有计为已拨：这一行有删除线",
				"D5 table/control-total 报送的“合计”拨付金额为 410000.00，逐行相加为 400000.00，相差 10000.00"}},
		{"who was paid", head + "东区\t" + crossed("乙公司") + "\t软件产品\t10000", []string{"东区 乙公司 0.00 not 10000.00"},
			[]string{"B3 cell/struck 单位名称有删除线：原文为“乙公司”，划去后为（空）"}},
		{"who was paid, with another behind", head + "东区\t" + crossed("乙公司") + "丙公司\t软件产品\t10000",
			[]string{"东区 丙公司 0.00 not 10000.00"}, []string{"B3 cell/struck 单位名称有删除线：原文为“乙公司丙公司”，划去后为“丙公司”"}},
		{"what for", head + "东区\t乙公司\t" + crossed("软件产品") + "\t10000", []string{"东区 乙公司 0.00 not 10000.00"},
			[]string{"C3 cell/struck 奖补事项有删除线：原文为“软件产品”，划去后为（空）"}},
		{"how much", head + "东区\t乙公司\t软件产品\t" + crossed("10000"), []string{"东区 乙公司 0.00 not 10000.00"},
			[]string{"D3 cell/struck 拨付金额有删除线：原文为“10000”，划去后为（空）"}},
		{"a district that was changed", head + crossed("东区") + "西区\t乙公司\t软件产品\t10000",
			[]string{"西区 乙公司 10000.00 not 0.00"}, nil},
		{"a remark that says no more", head + "东区\t乙公司\t软件产品\t10000\t" + crossed("未拨付"),
			[]string{"东区 乙公司 10000.00 not 0.00"}, nil},
		{"one that stands", head + "东区\t乙公司\t软件产品\t10000\t未拨付", []string{"东区 乙公司 0.00 not 10000.00"},
			[]string{"E3 ledger/not-paid 10000.00 元没有计为已拨：台账写着“未拨付”"}},
		{"one instalment", "# 台账\n单位：元\n单位名称\t奖补事项\t第一批\t第二批\n乙公司\t绿色工厂\t400000\t" + crossed("10000"),
			[]string{" 乙公司 400000.00 not 0.00", " 乙公司 0.00 not 10000.00"},
			[]string{"C2 ledger/instalments 表中有分次拨付的栏目“第一批”“第二批”，已拨金额各列相加",
				"D3 cell/struck 拨付金额有删除线：原文为“10000”，划去后为（空）"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			ps, _, fs := ledger.ReadPayments(open(t, c.sheet), standard.NewVocabulary(town()), 2024)
			var got []string
			for _, p := range ps {
				got = append(got, p.District+" "+p.Company+" "+p.Paid.String()+" not "+p.NotPaid.String())
			}
			if d := cmp.Diff(c.want, got); d != "" {
				t.Errorf("payments (-want +got):\n%s", d)
			}
			if d := cmp.Diff(c.findings, findings(fs)); d != "" {
				t.Errorf("findings (-want +got):\n%s", d)
			}
		})
	}
}

func TestWhatJoinsThePagesOfALedgerIsNoRecord(t *testing.T) {
	ps, accounts, fs := ledger.ReadPayments(open(t, "# 台账\n单位：元\n日期\t摘要\t单位名称\t借方金额\n2024-10-01\t上年结转\t\t100\n"+
		"2024-10-02\t绿色工厂奖补\t甲公司\t400000\n2024-10-31\t过次页\t\t400000\n2024-11-01\t承前页\t\t400000\n"+
		"2024-11-02\t上年结转\t乙公司\t10000\n\t审核：赵六"), standard.NewVocabulary(town()), 2024)
	var got []string
	for _, p := range ps {
		got = append(got, p.Company+" "+p.Paid.String())
	}
	if d := cmp.Diff([]string{"甲公司 400000.00", "乙公司 10000.00"}, got); d != "" {
		t.Errorf("payments (-want +got):\n%s", d)
	}
	if a := accounts[0]; a.Records != 2 || len(fs) > 0 {
		t.Errorf("%d records, findings %v", a.Records, findings(fs))
	}
}
