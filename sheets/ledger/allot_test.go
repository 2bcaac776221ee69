package ledger_test

import (
	"bytes"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/xuri/excelize/v2"
	"pgregory.net/rapid"

	"jiangbu/calc"
	"jiangbu/calc/money"
	"jiangbu/calc/reconcile"
	"jiangbu/calc/standard"
	"jiangbu/sheets"
	"jiangbu/sheets/ledger"
	"jiangbu/sheets/sheettest"
)

// sentAwards are three awards in two districts, one of them cut.
func sentAwards() []calc.AwardLine {
	award := func(n int, district, company, code, item, name, sum, due string) calc.AwardLine {
		return calc.AwardLine{Ref: calc.Ref{File: "奖补报告.xlsx", Sheet: "奖补明细", Row: n + 3}, Key: fmt.Sprintf("key%d", n),
			District: district, Company: company, CreditCode: code, Item: item, ItemName: name, Level: "省级",
			Amount: exact(sum), Entitled: exact(due)}
	}
	return []calc.AwardLine{
		award(1, "西区", "甲有限公司", "91320722MAAY4CL12W", "green-factory", "绿色工厂", "400000", "400000"),
		award(2, "东区", "乙有限公司", "91320703MAHU49D475", "software", "软件产品", "8000.01", "10000"),
		award(3, "西区", "甲有限公司", "91320722MAAY4CL12W", "software", "软件产品", "10000", "10000")}
}

func exact(digits string) money.Yuan {
	y, err := money.ExactYuan(digits)
	if err != nil {
		panic(err)
	}
	return y
}

// townBearing is the invented policy with districts that bear half.
func townBearing(t testing.TB) *calc.Policy {
	t.Helper()
	half, err := money.ParseRate("50%")
	if err != nil {
		t.Fatal(err)
	}
	p := town()
	p.Shares = []calc.CountyShare{{County: half, Districts: []string{"东区"}}}
	return p
}

// paper writes a workbook and gives what stands in it.
func paper(t testing.TB, write func(io.Writer) error) (path, text string) {
	t.Helper()
	var b bytes.Buffer
	if err := write(&b); err != nil {
		t.Fatal(err)
	}
	path = filepath.Join(t.TempDir(), "附表.xlsx")
	if err := os.WriteFile(path, b.Bytes(), 0o644); err != nil {
		t.Fatal(err)
	}
	text, err := sheettest.Dump(path)
	if err != nil {
		t.Fatal(err)
	}
	return path, text
}

func TestThePapersOfAnAllotment(t *testing.T) {
	letter := ledger.Letter{Title: "某市2024年度奖补资金", Basis: "某工信〔2024〕1号", Document: "某财〔2024〕9号", Undecided: 2}
	shared := letter
	shared.SharesShown = true
	for _, c := range []struct {
		name   string
		policy *calc.Policy
		write  func(*reconcile.Allotment, ledger.Letter) func(io.Writer) error
		letter ledger.Letter
		want   []string
	}{
		{"the sums by district and the projects, in both units", town(),
			func(a *reconcile.Allotment, l ledger.Letter) func(io.Writer) error {
				return func(w io.Writer) error { return ledger.WriteAllotment(w, a, l) }
			}, letter,
			[]string{"# 资金分配表", "文号：某财〔2024〕9号", "另有 2 条待核，未列入本次下达", "合计 41.800001 万元 = 418000.01 元",
				"1\t东区\t1\t1\t0.800001\t8000.01", "2\t西区\t2\t1\t41\t410000.00", "合计\t\t3\t2\t41.800001\t418000.01",
				"# 项目明细", "1\t东区\t乙有限公司\t91320703MAHU49D475\t软件产品\t省级\t\t\t0.800001\t8000.01\t应奖 10000.00 元，实际奖补 8000.01 元\tkey2",
				"\t东区\t小计（1项，1家）\t\t\t\t\t\t0.800001\t8000.01", "\t西区\t小计（2项，1家）\t\t\t\t\t\t41\t410000.00"}},
		{"city and county bear a share each, the odd fen is the city's", townBearing(t),
			func(a *reconcile.Allotment, l ledger.Letter) func(io.Writer) error {
				return func(w io.Writer) error { return ledger.WriteAllotment(w, a, l) }
			}, shared,
			[]string{"每项的县区负担部分舍到分，余下的一分由市级负担", "其中市级(元)\t其中县区(元)", "1\t东区\t1\t1\t0.800001\t8000.01\t4000.01\t4000.00",
				"2\t西区\t2\t1\t41\t410000.00\t410000.00\t0.00", "0.800001\t8000.01\t4000.01\t4000.00\t应奖",
				"小计（2项，1家）\t\t\t\t\t\t41\t410000.00\t410000.00\t0.00"}},
		{"what one district cuts out", town(),
			func(a *reconcile.Allotment, l ledger.Letter) func(io.Writer) error {
				return func(w io.Writer) error { return ledger.WriteDistrictProjects(w, a, l, "西区") }
			}, letter, []string{"# 项目明细", "1\t西区\t甲有限公司", "2\t西区\t甲有限公司", "小计（2项，1家）"}},
		{"what a district fills in", townBearing(t),
			func(a *reconcile.Allotment, l ledger.Letter) func(io.Writer) error {
				return func(w io.Writer) error { return ledger.WritePaidForm(w, a, l, "东区") }
			}, shared,
			[]string{"# 资金落实情况表", "落实情况表（东区）", "奖补年度\t下达金额(元)\t其中市级(元)\t其中县区(元)\t拨付金额(元)\t拨付日期\t凭证号\t支付状态\t备注",
				"1\t东区\t乙有限公司\t91320703MAHU49D475\t软件产品\t省级\t\t\t2024\t8000.01\t4000.01\t4000.00"}},
	} {
		a, fs := reconcile.Allot(sentAwards(), c.policy, 2024, nil)
		if err := a.Audit(sentAwards()); err != nil || len(fs) > 0 {
			t.Fatal(err, fs)
		}
		_, got := paper(t, c.write(a, c.letter))
		for _, want := range c.want {
			if !strings.Contains(strings.ReplaceAll(got, "\t'", "\t"), want) {
				t.Errorf("%s: %q stands nowhere in:\n%s", c.name, want, got)
			}
		}
		if strings.Contains(got, "西区") && strings.Contains(c.name, "fills in") {
			t.Errorf("%s: another district stands in:\n%s", c.name, got)
		}
	}
}

// readSent reads a workbook as an earlier letter.
func readSent(t testing.TB, path string) (sent, found []string) {
	t.Helper()
	b, fs, err := sheets.Open(sheets.Input{Path: path, File: "资金下达.xlsx"})
	if err != nil || b == nil {
		t.Fatal(err, fs)
	}
	defer b.Close()
	all, fs := ledger.ReadSent(b)
	for _, s := range all {
		sent = append(sent, s.Key+" "+s.Amount.String()+" "+s.Ref.Cell())
	}
	for _, f := range fs {
		found = append(found, string(f.Code)+" "+f.Ref.Cell())
	}
	return sent, found
}

func TestALetterIsReadBackAsItWasSent(t *testing.T) {
	for name, p := range map[string]*calc.Policy{"by the city": town(), "shared": townBearing(t)} {
		a, _ := reconcile.Allot(sentAwards(), p, 2024, nil)
		path, _ := paper(t, func(w io.Writer) error {
			return ledger.WriteAllotment(w, a, ledger.Letter{SharesShown: len(p.Shares) > 0})
		})
		sent, found := readSent(t, path)
		want := []string{"key2 8000.01 J4", "key1 400000.00 J6", "key3 10000.00 J7"}
		if diff := cmp.Diff(want, sent); diff != "" || found != nil {
			t.Errorf("%s: findings %v, sent (-want +got):\n%s", name, found, diff)
		}
	}
}

func TestAnEarlierLetterIsReadOrAskedAbout(t *testing.T) {
	const head = "# 项目明细\n某市2024年度奖补资金项目明细表\n单位：元\n序号\t县区\t单位名称\t下达金额(元)\t编号\n"
	for _, c := range []struct {
		name, text  string
		sent, found []string
	}{
		{"its projects, without the sums of districts", head +
			"1\t东区\t甲\t40\tk1\n\t东区\t小计（1项，1家）\t40\n2\t西区\t乙\t8.01\tk2",
			[]string{"k1 40.00 D4", "k2 8.01 D6"}, nil},
		{"a sum that is none", head + "1\t东区\t甲\t四十左右\tk1\n2\t西区\t乙\t8.01\tk2", []string{"k2 8.01 D5"},
			[]string{"cell/amount D4"}},
		{"a project twice: both count", head + "1\t东区\t甲\t40\tk1\n2\t东区\t甲\t40\tk1",
			[]string{"k1 40.00 D4", "k1 40.00 D5"}, nil},
		{"no letter at all", "# 台账\n单位名称\t金额\n甲\t40", nil, []string{"allot/no-table "}},
	} {
		path := filepath.Join(t.TempDir(), "资金下达.xlsx")
		if err := sheettest.Build(path, c.text); err != nil {
			t.Fatal(err)
		}
		sent, found := readSent(t, path)
		if diff := cmp.Diff([][]string{c.sent, c.found}, [][]string{sent, found}); diff != "" {
			t.Errorf("%s (-want +got):\n%s", c.name, diff)
		}
	}
}

// TestAFormThatWasFilledInMatches pays every project of every district's form
// and gives the forms back as ledgers.
func TestAFormThatWasFilledInMatches(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		awards := drawAwards(t)
		p := town()
		if rapid.Bool().Draw(t, "shared") {
			half, _ := money.ParseRate("50%")
			p.Shares = []calc.CountyShare{{County: half}}
		}
		a, _ := reconcile.Allot(awards, p, 2024, nil)
		var payments []reconcile.Payment
		for i := range a.Districts {
			d := &a.Districts[i]
			var b bytes.Buffer
			if err := ledger.WritePaidForm(&b, a, ledger.Letter{Title: "某市2024年度奖补资金", SharesShown: len(p.Shares) > 0},
				d.Name); err != nil {
				t.Fatal(err)
			}
			payments = append(payments, paidForm(t, b.Bytes(), p)...)
		}
		rec := reconcile.Reconcile(awards, payments, 2024)
		if err := reconcile.Audit(rec, awards, payments); err != nil {
			t.Fatal(err)
		}
		if rec.Open() > 0 || rec.Findings.Worst() != "" { // the forms have no codes, which is a warning
			t.Fatalf("%d lines are open, findings %v", rec.Open(), findings(rec.Findings))
		}
	})
}

// drawAwards draws awards of companies in two districts.
func drawAwards(t *rapid.T) (all []calc.AwardLine) {
	for firm := range rapid.IntRange(1, 4).Draw(t, "companies") {
		district := rapid.SampledFrom([]string{"东区", "西区"}).Draw(t, "district")
		for _, item := range []string{"green-factory", "green-chain", "software"} {
			if !rapid.Bool().Draw(t, item) {
				continue
			}
			fen := rapid.Int64Range(1, 80000000).Draw(t, "fen")
			y := exact(fmt.Sprintf("%d.%02d", fen/100, fen%100))
			name := map[string]string{"green-factory": "绿色工厂", "green-chain": "绿色供应链", "software": "软件产品"}[item]
			all = append(all, calc.AwardLine{Ref: calc.Ref{File: "奖补报告.xlsx", Row: len(all) + 4},
				Key: fmt.Sprint("key", len(all)), District: district, Company: fmt.Sprintf("样例%c有限公司", '甲'+rune(firm)),
				Item: item, ItemName: name, Amount: y, Entitled: y})
		}
	}
	return all
}

// paidForm fills a form in and reads it as a ledger.
func paidForm(t *rapid.T, data []byte, p *calc.Policy) []reconcile.Payment {
	f, err := excelize.OpenReader(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	rows, err := f.GetRows(ledger.SheetPaid, excelize.Options{RawCellValue: true})
	if err != nil {
		t.Fatal(err)
	}
	due, paid := 0, 0
	for i, cell := range rows[2] {
		switch cell {
		case "下达金额(元)":
			due = i + 1
		case "拨付金额(元)":
			paid = i + 1
		}
	}
	for r := 4; r <= len(rows); r++ {
		from, _ := excelize.CoordinatesToCellName(due, r)
		to, _ := excelize.CoordinatesToCellName(paid, r)
		value, _ := f.GetCellValue(ledger.SheetPaid, from, excelize.Options{RawCellValue: true})
		if err := f.SetCellValue(ledger.SheetPaid, to, value); err != nil {
			t.Fatal(err)
		}
	}
	dir, err := os.MkdirTemp("", "form")
	if err != nil {
		t.Fatal(err)
	}
	defer os.RemoveAll(dir)
	path := filepath.Join(dir, "落实.xlsx")
	if err := f.SaveAs(path); err != nil {
		t.Fatal(err)
	}
	b, fs, err := sheets.Open(sheets.Input{Path: path, File: "落实.xlsx"})
	if err != nil || b == nil {
		t.Fatal(err, fs)
	}
	defer b.Close()
	ps, _, fs := ledger.ReadPayments(b, standard.NewVocabulary(p), 2024)
	if fs.Worst() != "" || strings.Contains(fmt.Sprint(findings(fs)), "unread") {
		t.Fatal(findings(fs))
	}
	return ps
}
