package ledger_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"jiangbu/calc/standard"
	"jiangbu/sheets/ledger"
)

func TestASheetThatRepeatsOthersIsNoPayment(t *testing.T) {
	const head = "单位名称\t奖补事项\t拨付金额(元)\t拨付日期\n"
	const rows = "乙公司\t绿色工厂\t400000\t2024-10-09\n丙公司\t软件产品\t10000\t2024-10-09\n"
	v := standard.NewVocabulary(town())
	for _, test := range []struct {
		name, book string
		want       int // payments
		findings   []string
	}{
		{"a hidden copy", "# 台账\n" + head + rows + "# 汇总\n#hide sheet\n" + head + rows, 2,
			[]string{" ledger/copy 工作表“汇总”的 2 笔拨付与其他表逐笔相同，没有重复计入"}},
		{"a summary of two sheets", "# 一\n" + head + rows + "# 二\n" + head + "丁公司\t绿色工厂\t400000\t2024-11-09\n# 汇总\n" +
			head + rows + "丁公司\t绿色工厂\t400000\t2024-11-09\n", 3,
			[]string{" ledger/copy 工作表“汇总”的 3 笔拨付与其他表逐笔相同，没有重复计入"}},
		{"a second batch on another day", "# 一\n" + head + rows + "# 二\n" + head +
			"乙公司\t绿色工厂\t400000\t2024-11-09\n丙公司\t软件产品\t10000\t2024-11-09\n", 4, nil},
		{"a running ledger a month later", "# 一\n" + head + rows + "# 二\n" + head + rows +
			"丁公司\t绿色工厂\t400000\t2024-11-09\n", 3,
			[]string{" ledger/copy 工作表“一”的 2 笔拨付与其他表逐笔相同，没有重复计入"}},
		{"a payment of its own beside one that is another's too", "# 一\n" + head + rows + "# 二\n" + head +
			"乙公司\t绿色工厂\t400000\t2024-10-09\n丁公司\t绿色工厂\t400000\t2024-11-09\n戊公司\t绿色工厂\t400000\t2024-11-09\n", 5, nil},
		{"the same payment twice in the copy", "# 一\n" + head + rows + "# 二\n" + head + rows +
			"丙公司\t软件产品\t10000\t2024-10-09\n", 3,
			[]string{" ledger/copy 工作表“一”的 2 笔拨付与其他表逐笔相同，没有重复计入"}},
		{"without a date, among more", "# 一\n单位名称\t奖补事项\t拨付金额(元)\n乙公司\t绿色工厂\t1000000\n丙公司\t绿色工厂\t1000000\n# 二\n单位名称\t奖补事项\t拨付金额(元)\n乙公司\t绿色工厂\t1000000\n丙公司\t绿色工厂\t1000000\n丁公司\t绿色工厂\t1000000\n", 3,
			[]string{" ledger/copy-unsure 工作表“一”的 2 笔拨付与其他表相同，都没有日期和凭证号，没有重复计入"}},
		{"without a date, in batches that grow",
			"# 第一批\n单位名称\t奖补事项\t拨付金额(元)\n乙公司\t绿色工厂\t1000000\n丙公司\t绿色工厂\t1000000\n# 第二批\n单位名称\t奖补事项\t拨付金额(元)\n乙公司\t绿色工厂\t1000000\n丙公司\t绿色工厂\t1000000\n丁公司\t绿色工厂\t1000000\n", 5, nil},
		{"without a date nobody can tell",
			"# 一\n单位名称\t奖补事项\t拨付金额(元)\n乙公司\t绿色工厂\t1000000\n丙公司\t绿色工厂\t1000000\n# 二\n单位名称\t奖补事项\t拨付金额(元)\n乙公司\t绿色工厂\t1000000\n丙公司\t绿色工厂\t1000000\n", 2,
			[]string{" ledger/copy-unsure 工作表“二”的 2 笔拨付与其他表相同，都没有日期和凭证号，没有重复计入"}},
		{"without a date, in batches", "# 第一批\n单位名称\t奖补事项\t拨付金额(元)\n乙公司\t绿色工厂\t1000000\n丙公司\t绿色工厂\t1000000\n# 第二批\n单位名称\t奖补事项\t拨付金额(元)\n乙公司\t绿色工厂\t1000000\n丙公司\t绿色工厂\t1000000\n", 4, nil},
		{"a summary by company", "# 明细\n" + head + rows + "乙公司\t绿色供应链\t800000\t2024-10-09\n# 汇总\n单位名称\t拨付金额（元）\n" +
			"乙公司\t1200000\n丙公司\t10000\n", 3, []string{" ledger/summary 工作表“汇总”的 2 行是其他表中各单位拨付的合计，没有重复计入"}},
		{"sums by company that are others'", "# 明细\n" + head + rows + "# 补拨\n单位名称\t拨付金额（元）\n乙公司\t400000\n丙公司\t10001\n",
			4, nil},
	} {
		t.Run(test.name, func(t *testing.T) {
			payments, _, _ := ledger.ReadPayments(open(t, test.book), v, 2024)
			kept, fs := ledger.WithoutCopies(payments)
			if len(kept) != test.want {
				t.Errorf("%d payments, want %d", len(kept), test.want)
			}
			if diff := cmp.Diff(test.findings, findings(fs)); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
		})
	}
}

func TestASheetThatListsItemsIsTheirSumOrIsAskedAbout(t *testing.T) {
	const firms = "# 明细\n单位：元\n单位名称\t奖补事项\t拨付金额\n甲公司\t绿色工厂\t400000\n乙公司\t绿色工厂\t400000\n乙公司\t软件产品\t10000\n"
	for _, c := range []struct {
		name, items string
		payments    int
		want        []string
	}{
		{"the sums of the firms", "绿色工厂\t800000\n软件产品\t10000\n合计\t810000", 3, []string{" ledger/summary"}},
		{"one yuan more", "绿色工厂\t800001\n软件产品\t10000", 5,
			[]string{"1 table/missing-column", "2 cell/company-missing", "3 cell/company-missing"}},
		{"an item that no firm was paid for", "绿色工厂\t800000\n绿色供应链\t10000", 5,
			[]string{"1 table/missing-column", "2 cell/company-missing", "3 cell/company-missing"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			payments, found := readLedger(t, firms+"# 按事项\n奖补事项\t拨付金额（元）\n"+c.items)
			if len(payments) != c.payments {
				t.Errorf("%d payments: %v", len(payments), payments)
			}
			if diff := cmp.Diff(c.want, found); diff != "" {
				t.Errorf("findings (-want +got):\n%s", diff)
			}
		})
	}
}

func TestASumOfAllSoFarHoldsWhatTheSheetsBeforePaid(t *testing.T) {
	const june = "# 6月\n单位：元\n单位名称\t奖补事项\t拨付金额\n甲公司\t绿色工厂\t400000\n累计\t\t400000\n"
	const july = "# 7月\n单位：元\n单位名称\t奖补事项\t拨付金额\n"
	for _, c := range []struct {
		name, sheet string
		want        []string
	}{
		{"all so far", june + july + "乙公司\t绿色工厂\t400000\n本月合计\t\t400000\n本年累计\t\t800000", nil},
		{"another sum", june + july + "乙公司\t绿色工厂\t400000\n本年累计\t\t800001", []string{"C4 table/control-total"}},
		{"the sum of the month holds the month alone", june + july + "乙公司\t绿色工厂\t400000\n本月合计\t\t800000",
			[]string{"C4 table/control-total"}},
		{"what is carried to the first page", july + "承前页\t\t5000\n乙公司\t绿色工厂\t400000\n合计\t\t405000", nil},
		{"or not", july + "承前页\t\t5000\n乙公司\t绿色工厂\t400000\n合计\t\t400000", nil},
		{"and no other", july + "承前页\t\t5000\n乙公司\t绿色工厂\t400000\n合计\t\t405001", []string{"C5 table/control-total"}},
		{"what is carried to a later page stands above", july +
			"乙公司\t绿色工厂\t400000\n承前页\t\t400000\n甲公司\t软件产品\t10000\n合计\t\t810000",
			[]string{"C6 table/control-total"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			_, found := readLedger(t, c.sheet)
			if diff := cmp.Diff(c.want, found); diff != "" {
				t.Errorf("findings (-want +got):\n%s", diff)
			}
		})
	}
}
