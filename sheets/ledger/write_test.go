package ledger_test

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/xuri/excelize/v2"

	"jiangbu/calc"
	"jiangbu/calc/money"
	"jiangbu/calc/reconcile"
	"jiangbu/calc/standard"
	"jiangbu/sheets/ledger"
	"jiangbu/sheets/sheettest"
)

// reconciled is a report with one line of each status, against its ledger.
func reconciled(t testing.TB) *reconcile.Reconciliation {
	t.Helper()
	v := standard.NewVocabulary(town())
	var awards []calc.AwardLine
	for i, line := range []string{
		"东区 甲有限公司 A green-factory 800000", "东区 甲有限公司 A green-chain 800000", "东区 乙有限公司 B green-factory 400000",
		"西区 丙有限公司 C green-factory 400000", "西区 丁有限公司 D green-factory 400000", "西区 戊有限公司 E software 10000",
		"西区 己有限公司 F software 10000", "东区 庚有限公司 G software 10000", "东区 辛有限公司 H software 10000",
	} {
		f := strings.Fields(line)
		y, err := money.ExactYuan(f[4])
		if err != nil {
			t.Fatal(err)
		}
		awards = append(awards, calc.AwardLine{Ref: calc.Ref{File: "奖补报告.xlsx", Sheet: "奖补明细", Row: i + 4}, Key: "k" +
			f[2] + f[3],
			District: f[0], Company: f[1], CreditCode: f[2], Item: f[3], Amount: y})
	}
	payments, accounts, fs := ledger.ReadPayments(open(t,
		"# 台账\n2024年度奖补资金拨付台账\n县区\t单位名称\t奖补事项\t已拨金额（元）\t退回金额（元）\t收款户名\t备注\n"+
			"东区\t甲有限公司\t\t1600000\n东区\t乙有限公司\t绿色工厂\t399999.99\n西区\t丁有限公司\t绿色工厂\t400000\n西区\t丁有限公司\t绿色工厂\t400000\n"+
			"西区\t戊有限公司\t软件产品\t10000\t\t戊有限公司分公司\n东区\t己有限公司\t软件产品\t10000\n东区\t庚有限公司\t软件产品\t1\n东区\t辛有限公司\t软件产品\t10000\t10000\n西区\t外来公司\t软件产品\t5000\n合计\t\t\t2825000.99\t10000"), v, 2024)
	rec := reconcile.Reconcile(awards, payments, 2024)
	if err := reconcile.Audit(rec, awards, payments); err != nil {
		t.Fatal(err)
	}
	rec.Findings, rec.Sheets = append(fs, rec.Findings...), calc.AccountsOf("台账.xlsx", "", accounts)
	return rec
}

func written(t testing.TB, rec *reconcile.Reconciliation) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := ledger.Write(&b, rec, town()); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func TestWriteReconciliation(t *testing.T) {
	data := written(t, reconciled(t))
	path := filepath.Join(t.TempDir(), "对账.xlsx")
	if err := os.WriteFile(path, data, 0o644); err != nil {
		t.Fatal(err)
	}
	got, err := sheettest.Dump(path)
	if err != nil {
		t.Fatal(err)
	}
	const golden = "testdata/reconciliation.txt"
	if os.Getenv("UPDATE") != "" {
		if err := os.MkdirAll("testdata", 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(golden, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(golden)
	if err != nil {
		t.Fatal(err)
	}
	if d := cmp.Diff(string(want), got); d != "" {
		t.Errorf("%s (-want +got), UPDATE=1 rewrites it:\n%s", golden, d)
	}
	if number := "对账编号：" + reconcile.ID(reconciled(t)); !strings.Contains(got, number) {
		t.Errorf("%s stands nowhere", number)
	}
	if !bytes.Equal(data, written(t, reconciled(t))) {
		t.Error("the same reconciliation gives other bytes")
	}
}

// TestStoredValuesAreWhatTheFormulasGive recalculates every formula.
func TestStoredValuesAreWhatTheFormulasGive(t *testing.T) {
	for name, rec := range map[string]*reconcile.Reconciliation{"one of each": reconciled(t),
		"nothing": reconcile.Reconcile(nil, nil, 2024)} {
		f, err := excelize.OpenReader(bytes.NewReader(written(t, rec)), excelize.Options{RawCellValue: true})
		if err != nil {
			t.Fatal(err)
		}
		checked := 0
		for _, sheet := range f.GetSheetList() {
			rows, err := f.GetRows(sheet)
			if err != nil {
				t.Fatal(err)
			}
			for r, row := range rows {
				for c := range row {
					cell, err := excelize.CoordinatesToCellName(c+1, r+1)
					if err != nil {
						t.Fatal(err)
					}
					formula, err := f.GetCellFormula(sheet, cell)
					if err != nil || formula == "" {
						continue
					}
					checked++
					value, err := f.CalcCellValue(sheet, cell, excelize.Options{RawCellValue: true})
					if err != nil {
						t.Errorf("%s: %s!%s =%s: %v", name, sheet, cell, formula, err)
						continue
					}
					if !sameValue(row[c], value) {
						t.Errorf("%s: %s!%s =%s stores %s, gives %s", name, sheet, cell, formula, row[c], value)
					}
				}
			}
		}
		if checked < 50 {
			t.Errorf("%s: only %d formulas", name, checked)
		}
	}
}

// sameValue compares a stored value with a recalculated one, as money where
// both are.
func sameValue(stored, value string) bool {
	x, errX := money.ExactYuan(stored)
	y, errY := money.ExactYuan(value)
	if errX != nil || errY != nil {
		return stored == value
	}
	fen, _ := money.ExactYuan("0.01")
	return x.Sub(y).RoundDown(fen).IsZero() // the library calculates in floats
}
