package standard

import (
	"fmt"
	"jiangbu/calc"
	"jiangbu/calc/written"
	"testing"
)

// BenchmarkStandardise reads rows of twelve columns, two firms in three of
// them new.
func BenchmarkStandardise(b *testing.B) {
	for _, n := range []int{1000, 100_000} {
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			rows := manyRows(b, n)
			p := shorePolicy()
			b.ReportAllocs()
			for b.Loop() {
				Standardise(rows, p)
			}
			b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N*n), "ns/row")
		})
	}
}

func manyRows(t testing.TB, n int) []calc.Row {
	zi, ye := []rune("安博昌诚德鼎恒华汇佳金锦聚凯康丽隆美宁鹏启荣瑞盛泰腾万欣鑫亚益永源远云泽正志中众卓"), []string{"新材料", "机械", "石化", "电子"}
	items, levels := []string{"绿色工厂", "近零碳工厂", "软件产品", "节能诊断"}, []string{"省级", "省级", "", ""}
	rows := make([]calc.Row, n)
	for i := range rows {
		firm := i * 2 / 3
		name := fmt.Sprintf("海滨%c%c%c%c%s有限公司", zi[firm%len(zi)], zi[firm/7%len(zi)], zi[firm/41%len(zi)],
			zi[firm/1681%len(zi)], ye[firm%4])
		rows[i] = good(t, 6+i, "序号="+fmt.Sprint(i), "单位名称="+name, "统一社会信用代码="+
			written.CompleteCode(fmt.Sprintf("91320700%08d", firm)),
			"奖补事项="+items[i%4], "认定级别="+levels[i%4], "认定名称或对象="+fmt.Sprintf("对象%d号", i), "认定类型=新认定", "证书编号="+
				fmt.Sprintf("RC-2023-%06d", i),
			"认定日期="+fmt.Sprintf("2023年%d月%d日", i%12+1, i%28+1), "费用/元=#18000", "备注=无")
		rows[i].Table = rows[0].Table
	}
	return rows
}
