package main

import (
	"bytes"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"jiangbu/sheets/write"
)

// BenchmarkRun is a whole run: workbooks in, the report written and held
// against its result. The time a row takes must not grow with the rows; of the
// largest batch wall-of-cpu, the time on the clock as a share of the processor
// time, is at most 0.65 on two processors that nobody else uses.
func BenchmarkRun(b *testing.B) {
	for _, size := range []struct{ files, rows int }{{1, 1000}, {10, 1000}, {20, 10000}} {
		b.Run(fmt.Sprintf("%dx%d", size.files, size.rows), func(b *testing.B) {
			if testing.Short() && size.files*size.rows > 10000 {
				b.Skip("short")
			}
			in, out := manySubmissions(b, size.files, size.rows), filepath.Join(b.TempDir(), "report.xlsx")
			b.ReportAllocs()
			began, clock := cpuTime(b), time.Now()
			for b.Loop() {
				var said bytes.Buffer
				if status := start([]string{"run", in, "--year", "2024", "--out", out, "--force"},
					func(string) string { return "" }, &said, &said); status != 0 {
					b.Fatal(said.String())
				}
			}
			spent := cpuTime(b) - began
			b.ReportMetric(float64(spent.Microseconds())/float64(b.N*size.files*size.rows), "cpu-µs/row")
			b.ReportMetric(time.Since(clock).Seconds()/spent.Seconds(), "wall-of-cpu")
			if info, err := os.Stat(out); err == nil {
				b.ReportMetric(float64(info.Size())/float64(size.files*size.rows), "report-B/row")
			}
		})
	}
}

// manySubmissions writes a batch of workbooks: three rows a company, one row
// in eight what another row says too, one in ten of another year.
func manySubmissions(b *testing.B, files, rows int) string {
	dir := b.TempDir()
	for n := range files {
		var book bytes.Buffer
		if err := manyRows(n, rows).Write(&book); err != nil {
			b.Fatal(err)
		}
		if err := os.WriteFile(filepath.Join(dir, fmt.Sprintf("%03d.xlsx", n+1)), book.Bytes(), 0o644); err != nil {
			b.Fatal(err)
		}
	}
	return dir
}

var (
	manyHeads = []string{"序号", "县区", "单位名称", "统一社会信用代码", "奖补事项", "认定级别", "认定名称或对象", "认定类型", "证书编号", "认定日期", "费用（元）",
		"备注"}
	manyDistricts = []string{"东海县", "灌云县", "灌南县", "赣榆区", "海州区", "连云区"}
	manyItems     = [][2]string{{"技术创新示范企业", "国家级"}, {"技术创新示范企业", "省级"}, {"智能制造示范车间", "省级"}, {"绿色工厂", "国家级"},
		{"软件企业评估", ""}, {"工业设计中心", "省级"}, {"近零碳工厂", "市级"}, {"绿色供应链管理企业", "国家级"}}
	manyWords = []rune("安博昌诚德鼎恒华汇佳金锦聚凯康丽隆美宁鹏启荣瑞盛泰腾万欣鑫亚益永源远云泽正志中众卓")
)

// manyRows is workbook n of the batch; the same n gives the same rows.
func manyRows(n, rows int) *write.Workbook {
	r := rand.New(rand.NewPCG(uint64(n), 1))
	d, err := write.NewWorkbook("摸排表", "摸排表")
	if err != nil {
		panic(err)
	}
	district := manyDistricts[n%len(manyDistricts)]
	name, code := "", ""
	err = d.Fill("摸排表", fmt.Sprintf("L%d", rows+1), func(p *write.SheetWriter) {
		p.Row(1)
		for _, h := range manyHeads {
			p.Text(write.StyleHead, h)
		}
		for i := range rows {
			if i%3 == 0 {
				name, code = manyName(r), manyCode(r)
			}
			year, paper := 2023, n*rows+i
			if r.IntN(10) == 0 {
				year = 2022
			}
			if r.IntN(8) == 0 {
				paper--
			}
			item := manyItems[r.IntN(len(manyItems))]
			p.Row(i + 2)
			p.Count(write.StyleCount, i+1)
			for _, s := range []string{district, name, code, item[0], item[1], "", "新认定",
				fmt.Sprintf("证〔%d〕%07d号", year, paper),
				fmt.Sprintf("%d-%02d-%02d", year, 1+r.IntN(12), 1+r.IntN(28))} {
				p.Text(write.StyleText, s)
			}
		}
	})
	if err != nil {
		panic(err)
	}
	return d
}

func manyName(r *rand.Rand) string {
	word := make([]rune, 4)
	for i := range word {
		word[i] = manyWords[r.IntN(len(manyWords))]
	}
	return "连云港" + string(word) + "机械有限公司"
}

// manyCode is a credit code with its check digit (GB 32100).
func manyCode(r *rand.Rand) string {
	const letters = "0123456789ABCDEFGHJKLMNPQRTUWXY"
	code := []byte("91320722MA")
	for len(code) < 17 {
		code = append(code, letters[r.IntN(len(letters))])
	}
	sum, weight := 0, 1
	for _, c := range code {
		sum += strings.IndexByte(letters, c) * weight
		weight = weight * 3 % 31
	}
	return string(append(code, letters[(31-sum%31)%31]))
}
