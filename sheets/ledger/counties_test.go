package ledger_test

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"jiangbu/calc"
	"jiangbu/calc/money"
	"jiangbu/calc/reconcile"
	"jiangbu/calc/standard"
	"jiangbu/sheets/ledger"
	"jiangbu/sheets/sheettest"
)

// counties writes the payments to finance offices that a ledger holds, and
// how many others there are.
func counties(t testing.TB, text string) (out []string) {
	t.Helper()
	ps, _, fs := ledger.ReadPayments(open(t, text), standard.NewVocabulary(town()), 2024)
	ps, more := ledger.WithoutCopies(ps)
	firms := 0
	for _, p := range ps {
		if p.County == "" {
			firms++
			continue
		}
		out = append(out, strings.TrimSpace(p.County+" "+p.Net().String()+" "+p.Company))
	}
	if firms > 0 {
		out = append(out, strings.Repeat("firm ", firms))
	}
	return append(out, findings(append(fs, more...))...)
}

func TestALedgerPaysDistrictsAsItPaysFirms(t *testing.T) {
	firms := "\n# 明细\n2024年度奖补资金拨付台账\n单位：元\n县区\t单位名称\t奖补事项\t拨付金额\n东区\t甲有限公司\t绿色工厂\t400000\n东区\t乙有限公司\t软件产品\t10000\n西区\t丙有限公司\t绿色工厂\t800000"
	for _, c := range []struct {
		name, text string
		want       []string
	}{
		{"by the finance office", "# 台账\n单位：元\n收款单位\t拨付金额\n东区财政局\t400000\n西区财政分局\t800000\n合计\t1200000",
			[]string{"东区 400000.00 东区财政局", "西区 800000.00 西区财政分局"}},
		{"among firms", "# 台账\n单位：元\n县区\t收款单位\t拨付金额\n东区\t东区财政局\t400000\n西区\t西区财政软件有限公司\t800000",
			[]string{"东区 400000.00 东区财政局", "firm "}},
		{"a table of districts", "# 台账\n单位：万元\n序号\t县区\t拨付金额\n1\t东区\t40\n2\t西区\t80\n合计\t\t120",
			[]string{"东区 400000.00", "西区 800000.00"}},
		{"a table of districts over that of their firms repeats it",
			"# 汇总\n单位：元\n县区\t户数\t拨付金额\n东区\t2\t410000\n西区\t1\t800000\n合计\t3\t1210000" + firms,
			[]string{"firm firm firm ", "ledger/summary "}},
		{"one that says another sum does not", "# 汇总\n单位：元\n县区\t户数\t拨付金额\n东区\t2\t410000\n西区\t1\t700000" + firms,
			[]string{"东区 410000.00", "西区 700000.00", "firm firm firm "}},
	} {
		got := counties(t, c.text)
		got = got[:len(got):len(got)]
		for i := range got {
			if at := strings.Index(got[i], "ledger/summary"); at >= 0 {
				got[i] = "ledger/summary "
			}
		}
		var kept []string
		for _, g := range got {
			if !strings.Contains(g, "ledger/unread-column") {
				kept = append(kept, g)
			}
		}
		if diff := cmp.Diff(c.want, kept); diff != "" {
			t.Errorf("%s (-want +got):\n%s", c.name, diff)
		}
	}
}

func TestWhatDistrictsWereSentIsItsOwnPartOfTheSummary(t *testing.T) {
	awards := []calc.AwardLine{{Key: "k1", District: "东区", Company: "甲有限公司", Item: "green-factory", Amount: wan(40)},
		{Key: "k2", District: "西区", Company: "乙有限公司", Item: "green-factory", Amount: wan(80)}}
	ps, _, _ := ledger.ReadPayments(open(t, "# 台账\n单位：元\n收款单位\t拨付金额\n东区财政局\t400000\n西区财政局\t799999.99"),
		standard.NewVocabulary(town()), 2024)
	rec := reconcile.Reconcile(awards, ps, 2024)
	var b bytes.Buffer
	if err := ledger.Write(&b, rec, town()); err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(t.TempDir(), "对账.xlsx")
	if err := os.WriteFile(path, b.Bytes(), 0o644); err != nil {
		t.Fatal(err)
	}
	got, err := sheettest.Dump(path)
	if err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{"拨付县区财政的有 1 个县区不相符", "五、按县区财政", "# 县区财政拨付", "东区财政局",
		"400000.00\t=F:ROUND(SUMIFS(县区财政拨付!$F$4:$F$5,县区财政拨付!$B$4:$B$5,\"2024*\",县区财政拨付!$C$4:$C$5,\"=东区\")",
		"|-0.01"} {
		if !strings.Contains(got, want) {
			t.Errorf("%s stands nowhere in:\n%s", want, got)
		}
	}
	if n := rec.CountyDifferences(); n != 1 || !rec.Counties[0].Difference().Equal(money.Yuan{}) {
		t.Errorf("%d districts differ", n)
	}
}
