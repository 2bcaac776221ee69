package report_test

import (
	"archive/zip"
	"bytes"
	"io"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/shopspring/decimal"
	"github.com/xuri/excelize/v2"

	"jiangbu/calc"
	"jiangbu/calc/money"
	"jiangbu/sheets/report"
	"jiangbu/sheets/sheettest"
)

func TestTheReportOfASmallYearIsAsReviewed(t *testing.T) {
	got, err := sheettest.Dump(write(t, testResult(t)))
	if err != nil {
		t.Fatal(err)
	}
	golden := filepath.Join("testdata", "report.txt")
	if os.Getenv("UPDATE") == "1" {
		if err := os.WriteFile(golden, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(golden)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(strings.Split(string(want), "\n"), strings.Split(got, "\n")); diff != "" {
		t.Errorf("the report changed; run with UPDATE=1 and review the difference (-want +got):\n%s", diff)
	}
}

func TestTheSameResultGivesTheSameBytes(t *testing.T) {
	var a, b bytes.Buffer
	for _, w := range []io.Writer{&a, &b} {
		if err := writeTo(w, testResult(t)); err != nil {
			t.Fatal(err)
		}
	}
	if !bytes.Equal(a.Bytes(), b.Bytes()) {
		t.Error("two runs differ")
	}
}

func TestAResultWithoutRecordsHasAllSheetsToo(t *testing.T) {
	r := calc.Decide(calc.Batch{Policy: testPolicy(), AwardYear: 2030})
	path := write(t, r)
	read(t, path)
	if err := check(path, r); err != nil {
		t.Error(err)
	}
}

// part reads one part of a workbook.
func part(t testing.TB, path, name string) string {
	t.Helper()
	z, err := zip.OpenReader(path)
	if err != nil {
		t.Fatal(err)
	}
	defer z.Close()
	f, err := z.Open(name)
	if err != nil {
		t.Fatal(err)
	}
	b, err := io.ReadAll(f)
	if err != nil {
		t.Fatal(err)
	}
	return string(b)
}

func TestAnAmountIsANumberWithItsExactDigits(t *testing.T) {
	r := testResult(t)
	for i := range r.Records {
		if d := &r.Decisions[i]; d.Outcome == calc.Granted && r.Records[i].Item == "diagnosis" {
			exact, err := money.ExactYuan("12345678901234567.89") // more digits than a float64 holds
			if err != nil {
				t.Fatal(err)
			}
			d.Amount, d.Entitled = exact, exact
			break
		}
	}
	sheet := part(t, write(t, r), "xl/worksheets/sheet2.xml")
	if !regexp.MustCompile(`<c s="\d+" r="L\d+"><v>12345678901234567\.89</v></c>`).MatchString(sheet) {
		t.Error("the digits of 12345678901234567.89 are not in 奖补明细 as a number")
	}
}

func TestTextIsNeverAFormula(t *testing.T) {
	path := write(t, testResult(t))
	for _, name := range []string{"xl/worksheets/sheet2.xml", "xl/worksheets/sheet11.xml"} {
		for _, f := range regexp.MustCompile(`<f>[^<]*</f>`).FindAllString(part(t, path, name), -1) {
			if !strings.HasPrefix(f, "<f>SUM(") {
				t.Errorf("%s holds the formula %s", name, f)
			}
		}
	}
}

// formulas are the cells with a formula, by sheet and address, with the value
// stored.
func formulas(t testing.TB, path string) map[[2]string]string {
	t.Helper()
	stored := map[[2]string]string{}
	cell := regexp.MustCompile(`<c [^>]*r="([A-Z]+\d+)"[^>]*><f>[^<]*</f><v>([^<]*)</v></c>`)
	for i, name := range report.Sheets {
		for _, m := range cell.FindAllStringSubmatch(part(t, path, "xl/worksheets/sheet"+itoa(i+1)+".xml"), -1) {
			stored[[2]string{name, m[1]}] = m[2]
		}
	}
	return stored
}

func TestEveryFormulaStoresTheValueThatItGives(t *testing.T) {
	path := write(t, testResult(t))
	f, err := excelize.OpenFile(path)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	all := formulas(t, path)
	if len(all) < 100 {
		t.Fatalf("only %d formulas", len(all))
	}
	for at, want := range all {
		got, err := f.CalcCellValue(at[0], at[1], excelize.Options{RawCellValue: true})
		if err != nil {
			t.Errorf("%s!%s: %v", at[0], at[1], err)
			continue
		}
		if !sameValue(got, want) {
			t.Errorf("%s!%s: stored %s, calculated %s", at[0], at[1], want, got)
		}
	}
}

// sameValue compares what two programs calculated: numbers to the hundredth of
// a fen, which is beyond what they are shown with.
func sameValue(a, b string) bool {
	x, err1 := decimal.NewFromString(a)
	y, err2 := decimal.NewFromString(b)
	if err1 != nil || err2 != nil {
		return a == b
	}
	return x.Round(4).Equal(y.Round(4))
}

func TestTheSheetsStandInTheirOrderUnderTheirColumns(t *testing.T) {
	f, err := excelize.OpenFile(write(t, testResult(t)))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	want := []string{"汇总", "奖补明细", "企业汇总", "县区汇总", "条款汇总", "预算核对", "就高去重", "不予奖补", "待核事项", "问题清单", "认定记录", "口径与依据"}
	if diff := cmp.Diff(want, f.GetSheetList()); diff != "" {
		t.Error(diff)
	}
	rows, err := f.GetRows("奖补明细")
	if err != nil {
		t.Fatal(err)
	}
	columns := []string{"序号", "县区", "单位名称", "统一社会信用代码", "条款", "奖补事项", "级别", "认定名称或对象", "证书编号或文号",
		"认定日期", "应奖金额(元)", "奖补金额(元)", "依据", "来源"}
	if diff := cmp.Diff(columns, rows[2]); diff != "" {
		t.Error(diff)
	}
}

func TestASourceLeadsToItsCellBesideTheReport(t *testing.T) {
	path := write(t, testResult(t))
	rels := part(t, path, "xl/worksheets/_rels/sheet2.xml.rels")
	for _, want := range []string{`Target="%E4%B8%9C%E5%9F%8E%E5%8C%BA.xlsx"`,
		`Target="%E8%A5%BF%E5%B1%B1%E5%8E%BF/%E6%8A%A5%E9%80%81%20100%25%231.xlsx"`} {
		if !strings.Contains(rels, want) {
			t.Errorf("no %s in %s", want, rels)
		}
	}
	if sheet := part(t, path, "xl/worksheets/sheet2.xml"); !strings.Contains(sheet,
		`<hyperlink ref="N4" r:id="file1" location="'摸排 ''表'''!A5"/>`) {
		t.Error("奖补明细 does not lead to row 5 of the source")
	}
}

func TestAboveAThousandsOfAwardsTheCompaniesAreValuesAndTheSheetSaysSo(t *testing.T) {
	for _, c := range []struct {
		awards int
		live   bool
	}{{report.MaxLiveAwards, true}, {report.MaxLiveAwards + 1, false}} {
		path := write(t, manyAwards(t, c.awards))
		f, err := excelize.OpenFile(path)
		if err != nil {
			t.Fatal(err)
		}
		defer f.Close()
		note, err := f.GetCellValue(report.SheetCompanies, "A2")
		if err != nil {
			t.Fatal(err)
		}
		live := strings.Contains(part(t, path, "xl/worksheets/sheet3.xml"), "SUMIFS")
		if live != c.live || strings.Contains(note, "超过 5000 行") == c.live {
			t.Errorf("%d awards: 企业汇总 in formulas is %v; it says %s", c.awards, live, note)
		}
	}
}
