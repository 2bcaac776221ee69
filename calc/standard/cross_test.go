package standard

import (
	"fmt"
	"jiangbu/calc"
	"jiangbu/calc/written"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// crossed standardises rows and tells the findings by row.
func crossed(rows ...calc.Row) []string {
	records, rest := Standardise(rows, shorePolicy())
	var out []string
	for _, r := range records {
		out = append(out, says(r.Findings)...)
	}
	return append(out, says(rest)...)
}

func TestFindingsBetweenRows(t *testing.T) {
	a, b := written.CompleteCode("91320700MA00000A"), written.CompleteCode("91320700MA00000B")
	firm := func(n int, name, code string, with ...string) calc.Row {
		return good(t, n, append([]string{"单位名称=" + name, "统一社会信用代码=" + code}, with...)...)
	}
	cloud := "奖补事项=三星级上云企业"
	for _, c := range []struct {
		name string
		rows []calc.Row
		want []string
	}{
		{"two firms have nothing to do with each other", []calc.Row{firm(6, "海滨甲机械有限公司", a), firm(7, "东山乙化工有限公司", b)},
			nil},
		{"a task without a name is named by its item",
			[]calc.Row{firm(6, "海滨甲机械有限公司", a, "奖补事项=人才培养", "认定名称或对象=", "证书编号=", "核定金额=3万元")}, nil},
		{"two of one firm are asked about",
			[]calc.Row{firm(6, "海滨甲机械有限公司", a, "奖补事项=人才培养", "认定名称或对象=", "证书编号=", "核定金额=3万元"),
				firm(7, "海滨甲机械有限公司", a, "奖补事项=人才培养", "认定名称或对象=", "证书编号=", "核定金额=4万元")},
			[]string{"G6 record/subject-missing: 人才培养按任务奖补，没有填写名称或证书编号",
				"C7 record/same-district-twice: 该项认定在 a.xlsx:摸排表!6 已经填报",
				"G7 record/subject-missing: 人才培养按任务奖补，没有填写名称或证书编号"}},
		{"one code, two names, told once however many rows",
			[]calc.Row{firm(6, "海滨甲机械有限公司", a), firm(7, "海滨丙电子有限公司", a, cloud), firm(8, "海滨丙电子有限公司", a, "奖补事项=软件企业")},
			[]string{"C7 company/names-differ: 信用代码 " + a + " 出现不同名称：海滨丙电子有限公司、海滨甲机械有限公司"}},
		{"a rename that a row explains is none",
			[]calc.Row{firm(6, "海滨甲机械有限公司（原海滨丙电子有限公司）", a), firm(7, "海滨丙电子有限公司", a, cloud)}, nil},
		{"one name, two codes", []calc.Row{firm(6, "海滨甲机械有限公司", a), firm(7, "海滨 甲机械有限公司", b, cloud)},
			[]string{"D7 company/codes-differ: “海滨甲机械有限公司”出现不同信用代码：" + a + "、" + b + "，按两个单位处理"}},
		{"a missing code is taken from the name", []calc.Row{firm(6, "海滨甲机械有限公司", ""), firm(7, "海滨甲机械有限公司",
			a, cloud)},
			[]string{"C6 company/code-from-name: 没有填写信用代码，按同名单位取 " + a + "（见 a.xlsx:摸排表!D7）"}},
		{"not where the name has two", []calc.Row{firm(6, "海滨甲机械有限公司", "", cloud), firm(7, "海滨甲机械有限公司", a),
			firm(8, "海滨甲机械有限公司", b, "奖补事项=软件企业")},
			[]string{"D6 cell/credit-code-missing: 没有填写统一社会信用代码",
				"D8 company/codes-differ: “海滨甲机械有限公司”出现不同信用代码：" + a +
					"、" + b + "，按两个单位处理"}},
		{"nor from a near name", []calc.Row{firm(6, "海滨甲机械有限责任公司", ""), firm(7, "海滨甲机械有限公司", a, cloud)},
			[]string{"D6 cell/credit-code-missing: 没有填写统一社会信用代码",
				"C7 company/near-name: “海滨甲机械有限公司”与“海滨甲机械有限责任公司”名称相近，未作合并"}},
		{"a limited company and a limited liability company",
			[]calc.Row{firm(6, "海滨甲机械有限公司", a), firm(7, "海滨甲机械有限责任公司", b)},
			[]string{"C7 company/near-name: “海滨甲机械有限公司”与“海滨甲机械有限责任公司”名称相近，未作合并"}},
		{"one character apart", []calc.Row{firm(6, "海滨恒瑞机械有限公司", a), firm(7, "海滨恒端机械有限公司", b)},
			[]string{"C7 company/near-name: “海滨恒瑞机械有限公司”与“海滨恒端机械有限公司”名称相近，未作合并"}},
		{"one character missing", []calc.Row{firm(6, "海滨恒瑞机械有限公司", a), firm(7, "海滨恒瑞机有限公司", b)},
			[]string{"C7 company/near-name: “海滨恒瑞机有限公司”与“海滨恒瑞机械有限公司”名称相近，未作合并"}},
		{"near names of which neither has a code", []calc.Row{firm(6, "海滨恒瑞机械有限公司", "/"), firm(7, "海滨恒端机械有限公司", "/")},
			[]string{"D6 cell/credit-code-missing: 没有填写统一社会信用代码", "D7 cell/credit-code-missing: 没有填写统一社会信用代码",
				"C7 company/near-name: “海滨恒瑞机械有限公司”与“海滨恒端机械有限公司”名称相近，未作合并"}},
		{"numbered by letters they are not near", []calc.Row{firm(6, "海滨A机械有限公司", a), firm(7, "海滨B机械有限公司", b)}, nil},
		{"nor by the stems", []calc.Row{firm(6, "海滨恒瑞甲机械有限公司", a), firm(7, "海滨恒瑞乙机械有限公司", b)}, nil},
		{"nor by a number more", []calc.Row{firm(6, "海滨恒瑞机械有限公司", a), firm(7, "海滨恒瑞2机械有限公司", b)}, nil},
		{"a rename that the later row explains is none",
			[]calc.Row{firm(6, "海滨丙电子有限公司", a), firm(7, "海滨甲机械有限公司（原海滨丙电子有限公司）", a, cloud)}, nil},
		{"one with another former name is one",
			[]calc.Row{firm(6, "海滨丙电子有限公司", a), firm(7, "海滨甲机械有限公司（原海滨丁电子有限公司）", a, cloud)},
			[]string{"C7 company/names-differ: 信用代码 " + a + " 出现不同名称：海滨丙电子有限公司、海滨甲机械有限公司"}},
		{"a missing code is that of the first row that has it", []calc.Row{firm(6, "海滨甲机械有限公司", "/"),
			firm(7, "海滨甲机械有限公司", a, cloud), firm(8, "海滨甲机械有限公司", a, "奖补事项=软件企业")},
			[]string{"C6 company/code-from-name: 没有填写信用代码，按同名单位取 " + a + "（见 a.xlsx:摸排表!D7）"}},
		{"a code that fails its check is none to take", []calc.Row{firm(6, "海滨甲机械有限公司", "/"),
			firm(7, "海滨甲机械有限公司", a[:17]+"Y", cloud)}, []string{
			"D6 cell/credit-code-missing: 没有填写统一社会信用代码",
			"D7 cell/credit-code: 统一社会信用代码 " + a[:17] + "Y 有误：校验码不符，疑为 91820700MA00000A9Y，请对照营业执照"}},
		{"a date typed as a number is not the same text", []calc.Row{firm(6, "海滨甲机械有限公司", a, "认定日期=2023.1"),
			firm(7, "东山乙化工有限公司", b, "认定日期=#2023.1")},
			[]string{"N7 cell/date-doubtful: 认定日期为 2023，与其他内容不相符：单元格是数字，可能是1月，也可能是10月"}},
		{"two characters apart are not near", []calc.Row{firm(6, "海滨恒瑞机械有限公司", a), firm(7, "海滨永端机械有限公司", b)}, nil},
		{"numbered works are not near", []calc.Row{firm(6, "海滨第一机械有限公司", a), firm(7, "海滨第二机械有限公司", b)}, nil},
		{"two districts file one certification", []calc.Row{firm(6, "海滨甲机械有限公司", a), firm(7, "海滨甲机械有限公司",
			a, "县区=滨城区")},
			[]string{"B6 record/cross-district: 该项认定另由滨城区申报（见 a.xlsx:摸排表!7）",
				"B7 record/cross-district: 该项认定另由东山县申报（见 a.xlsx:摸排表!6）"}},
		{"two districts file one company, each something else",
			[]calc.Row{firm(6, "海滨甲机械有限公司", a), firm(7, "海滨甲机械有限公司", a, "县区=滨城区", cloud)},
			[]string{"B6 record/two-districts: “海滨甲机械有限公司”的其他事项由滨城区申报（见 a.xlsx:摸排表!7）",
				"B7 record/two-districts: “海滨甲机械有限公司”的其他事项由东山县申报（见 a.xlsx:摸排表!6）"}},
		{"another level is another certification",
			[]calc.Row{firm(6, "海滨甲机械有限公司", a), firm(7, "海滨甲机械有限公司", a, "县区=滨城区", "奖补事项=省级绿色工厂")}, nil},
		{"another year is another certification",
			[]calc.Row{firm(6, "海滨甲机械有限公司", a), firm(7, "海滨甲机械有限公司", a, "县区=滨城区", "认定日期=2022-05-12")}, nil},
		{"one district files it twice", []calc.Row{firm(6, "海滨甲机械有限公司", a), firm(7, "海滨甲机械有限公司", a)},
			[]string{"C7 record/same-district-twice: 该项认定在 a.xlsx:摸排表!6 已经填报"}},
		{"with two certificates it is two",
			[]calc.Row{firm(6, "海滨甲机械有限公司", a, "证书编号=1"), firm(7, "海滨甲机械有限公司", a, "证书编号=2")}, nil},
		{"with one certificate and none it is one",
			[]calc.Row{firm(6, "海滨甲机械有限公司", a, "证书编号=1"), firm(7, "海滨甲机械有限公司", a)},
			[]string{"C7 record/same-district-twice: 该项认定在 a.xlsx:摸排表!6 已经填报"}},
		{"with none and then one it is one", []calc.Row{firm(6, "海滨甲机械有限公司", a), firm(7, "海滨甲机械有限公司", a, "证书编号=1")},
			[]string{"C7 record/same-district-twice: 该项认定在 a.xlsx:摸排表!6 已经填报"}},
		{"a second certificate beside them is another",
			[]calc.Row{firm(6, "海滨甲机械有限公司", a), firm(7, "海滨甲机械有限公司", a, "证书编号=1"), firm(8, "海滨甲机械有限公司", a, "证书编号=2")},
			[]string{"C7 record/same-district-twice: 该项认定在 a.xlsx:摸排表!6 已经填报"}},
		{"the same certificate twice is one, told of its own row",
			[]calc.Row{firm(6, "海滨甲机械有限公司", a, "证书编号=1"), firm(7, "海滨甲机械有限公司", a, "证书编号=2"),
				firm(8, "海滨甲机械有限公司", a, "证书编号=2")},
			[]string{"C8 record/same-district-twice: 该项认定在 a.xlsx:摸排表!7 已经填报"}},
		{"a park without a name is its company's",
			[]calc.Row{firm(6, "海滨甲机械有限公司", a, "奖补事项=国家级绿色园区"), firm(7, "海滨甲机械有限公司", a, "奖补事项=国家级绿色园区")},
			[]string{"C7 record/same-district-twice: 该项认定在 a.xlsx:摸排表!6 已经填报"}},
		{"two companies' are two", []calc.Row{firm(6, "海滨甲机械有限公司", a, "奖补事项=国家级绿色园区"),
			firm(7, "东山乙化工有限公司", b, "奖补事项=国家级绿色园区")}, nil},
		{"two products are two", []calc.Row{firm(6, "海滨甲机械有限公司", a, "奖补事项=软件产品", "认定名称或对象=甲"),
			firm(7, "海滨甲机械有限公司", a, "县区=滨城区", "奖补事项=软件产品", "认定名称或对象=乙")}, nil},
		{"one park is one, whoever files it",
			[]calc.Row{firm(6, "海滨甲机械有限公司", a, "奖补事项=国家级绿色园区", "认定名称或对象=东山园区"),
				firm(7, "东山乙化工有限公司", b, "县区=滨城区", "奖补事项=国家级绿色园区", "认定名称或对象=东山 园区")},
			[]string{"B6 record/cross-district: 该项认定另由滨城区申报（见 a.xlsx:摸排表!7）",
				"B7 record/cross-district: 该项认定另由东山县申报（见 a.xlsx:摸排表!6）"}},
	} {
		if diff := cmp.Diff(c.want, crossed(c.rows...)); diff != "" {
			t.Errorf("%s (-want +got):\n%s", c.name, diff)
		}
	}
}

func TestMoreNearNamesThanAnyoneReadsAreCounted(t *testing.T) {
	var rows []calc.Row
	for i, r := range []rune("安博昌诚德鼎恒华汇佳金锦聚凯康丽隆美宁鹏启荣瑞盛泰腾万欣鑫亚益永源远云泽正志中众卓") {
		for j, s := range []rune("机电化纺建医食木石水火土风雷雨雪山川河海湖") {
			code := written.CompleteCode(fmt.Sprintf("91320700MA%03d%03d", i, j))
			rows = append(rows, good(t, 6+len(rows), fmt.Sprintf("单位名称=海滨%c%c有限公司", r, s), "统一社会信用代码="+code))
		}
	}
	records, rest := Standardise(rows, shorePolicy())
	pairs := 0
	for _, r := range records {
		pairs += len(r.Findings)
	}
	if pairs != maxNear || len(rest) != 1 || rest[0].Code != "company/near-names" {
		t.Errorf("%d pairs listed, rest %v", pairs, says(rest))
	}
}

// What is found, apart from the rows it stands on, is the same in any order.
func TestTheOrderOfRowsChangesNoFinding(t *testing.T) {
	var rows []calc.Row
	rng := rand.New(rand.NewPCG(1, 2))
	pick := func(of ...string) string { return of[rng.IntN(len(of))] }
	for i := range 120 {
		rows = append(rows, good(t, 6+i, "单位名称="+
			pick("海滨甲机械有限公司", "海滨甲机械有限责任公司", "海滨乙电子有限公司", "海滨乙电孑有限公司", "东山化工厂（原东山农药厂）", "东山农药厂"),
			"统一社会信用代码="+pick("", written.CompleteCode("91320700MA00000A"), written.CompleteCode("91320700MA00000B"),
				written.CompleteCode("91320700MA00000C")),
			"县区="+pick("东山", "滨城"), "奖补事项="+pick("国家级绿色工厂", "三星级上云", "软件企业"), "证书编号="+pick("A1", "B2")))
	}
	count := func(rows []calc.Row) map[string]int {
		records, _ := Standardise(rows, shorePolicy())
		n := map[string]int{}
		for _, r := range records {
			for _, f := range r.Findings {
				args := strings.Join(f.Args, "|")
				if strings.HasPrefix(string(f.Code), "record/") || f.Code == "company/code-from-name" {
					args = "" // these name a place
				}
				n[string(f.Code)+" "+args]++
			}
		}
		return n
	}
	want := count(rows)
	for range 20 {
		shuffled := slices.Clone(rows)
		rng.Shuffle(len(shuffled), func(i, j int) { shuffled[i], shuffled[j] = shuffled[j], shuffled[i] })
		if diff := cmp.Diff(want, count(shuffled)); diff != "" {
			t.Fatal(diff)
		}
	}
}

func TestWhatARowSaysAgainstItsFirmStandsAgainstTheFirmsOtherRows(t *testing.T) {
	a, b := written.CompleteCode("91320700MA00000A"), written.CompleteCode("91320700MA00000B")
	p := shorePolicy()
	p.Excluded = []calc.Bar{{Kind: "注销吊销", Effect: calc.BarHold, Aliases: []string{"注销"}}}
	firm := func(n int, code, item, remark string) calc.Row {
		name := map[string]string{a: "海滨甲机械有限公司", b: "东山乙化工有限公司"}[code]
		return good(t, n, "单位名称="+name, "统一社会信用代码="+code, "奖补事项="+item, "备注="+remark)
	}
	for _, c := range []struct {
		name string
		rows []calc.Row
		want []string
	}{
		{"that it is gone", []calc.Row{firm(6, a, "国家级绿色工厂", ""), firm(7, a, "三星级上云企业", "企业已注销")},
			[]string{"C6 record/stop: “企业已注销（a.xlsx:摸排表!U7）”写明“注销”", "U7 record/stop: “企业已注销”写明“注销”"}},
		{"not what it says of the one award", []calc.Row{firm(6, a, "国家级绿色工厂", ""), firm(7, a, "三星级上云企业", "作废")},
			[]string{"U7 record/stop: “作废”写明“作废”"}},
		{"nor against another firm", []calc.Row{firm(6, b, "国家级绿色工厂", ""), firm(7, a, "三星级上云企业", "企业已注销")},
			[]string{"U7 record/stop: “企业已注销”写明“注销”"}},
	} {
		records, _ := Standardise(c.rows, p)
		var got []string
		for _, r := range records {
			got = append(got, says(r.Findings)...)
		}
		if diff := cmp.Diff(c.want, got); diff != "" {
			t.Errorf("%s (-want +got)\n%s", c.name, diff)
		}
	}
}
