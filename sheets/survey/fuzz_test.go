package survey

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"jiangbu/calc"
	"jiangbu/sheets"
)

// FuzzRead reads any layout without a panic, accounts for every line, and
// gives no field that the sheet does not hold.
func FuzzRead(f *testing.F) {
	data, err := os.ReadFile(filepath.FromSlash("testdata/layouts.txt"))
	if err != nil {
		f.Fatal(err)
	}
	for _, block := range strings.Split(string(data), "== ")[1:] {
		_, rest, _ := strings.Cut(block, "\n")
		input, _, _ := strings.Cut(rest, "\n--\n")
		f.Add(input)
	}
	f.Fuzz(func(t *testing.T, text string) {
		if len(text) > 4000 || strings.Count(text, "\n") > 60 {
			return
		}
		b := book(text)
		rows, _, accounts := Read(b, testVocabulary)
		checkAccounts(t, b, accounts)
		for _, r := range rows {
			checkFields(t, r)
		}
	})
}

func checkFields(t *testing.T, r calc.Row) {
	t.Helper()
	var seen [calc.NumColumns]bool
	for _, f := range r.Fields {
		if seen[f.Column] {
			t.Errorf("row %d has two fields of %s", r.Number, f.Column)
		}
		seen[f.Column] = true
		if f.Row > r.Number || f.Row < 1 {
			t.Errorf("row %d has a field of row %d", r.Number, f.Row)
		}
	}
}

// bench is a flat sheet of twelve columns, its lines made as they are asked
// for in memory used again.
func bench(n int) *sheets.Book {
	head := line(1, "序号|县区|企业名称|统一社会信用代码|奖补事项|认定级别|产品或对象名称|认定类型|证书编号|认定日期|费用（元）|备注")
	data := line(2, "1|东海县|连云港安博昌诚机械有限公司|91320722MA1AAAAA01|绿色工厂|省级|对象1号|新认定|证〔2023〕0000001号|2023年5月12日|8000|已核实")
	lines := make([]sheets.Line, 0, n+1)
	lines = append(lines, head)
	for i := range n {
		l := data
		l.Number = i + 2
		l.Cells = append([]calc.Cell(nil), data.Cells...)
		for j := range l.Cells {
			l.Cells[j].Row = l.Number
		}
		lines = append(lines, l)
	}
	return &sheets.Book{File: "大.xlsx", Sheets: []*sheets.Sheet{sheets.NewSheet("摸排表", lines, nil)}}
}

func TestALongSheetCostsLessThanOneAllocationARow(t *testing.T) {
	const n = 50000
	b := bench(n)
	var rows int
	allocs := testing.AllocsPerRun(1, func() {
		r, findings, accounts := Read(b, testVocabulary)
		rows = len(r)
		if len(findings) > 0 || accounts[0].Records != n {
			t.Errorf("findings %v, account %+v", findings, accounts[0])
		}
	})
	if rows != n {
		t.Errorf("%d rows of %d", rows, n)
	}
	if allocs > n/10 {
		t.Errorf("%.0f allocations for %d rows", allocs, n)
	}
}

func BenchmarkRead(b *testing.B) {
	for _, n := range []int{1000, 50000} {
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			data := bench(n)
			b.ReportAllocs()
			b.ResetTimer()
			for range b.N {
				Read(data, testVocabulary)
			}
			b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N*n), "ns/row")
		})
	}
}
