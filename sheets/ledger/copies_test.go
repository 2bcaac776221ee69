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
		{"without a date, in batches that grow", "# 第一批\n单位名称\t奖补事项\t拨付金额(元)\n乙公司\t绿色工厂\t1000000\n丙公司\t绿色工厂\t1000000\n# 第二批\n单位名称\t奖补事项\t拨付金额(元)\n乙公司\t绿色工厂\t1000000\n丙公司\t绿色工厂\t1000000\n丁公司\t绿色工厂\t1000000\n", 5, nil},
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
