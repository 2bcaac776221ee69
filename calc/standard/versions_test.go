package standard

import (
	"jiangbu/calc"
	"jiangbu/calc/written"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// filedAs puts a row into a file and a sheet.
func filedAs(file, sheet string, r calc.Row) calc.Row {
	table := *r.Table
	table.File, table.Sheet = file, sheet
	r.Table = &table
	return r
}

// betweenVersions is what is found between files, without the repeats that
// every second row of a version is.
func betweenVersions(rows []calc.Row) (out []string) {
	for _, line := range crossed(rows...) {
		if strings.Contains(line, "versions") {
			out = append(out, line)
		}
	}
	return out
}

func TestVersionsOfOneSubmissionDoNotOverruleEachOther(t *testing.T) {
	firm := func(letter string, with ...string) []string {
		return append([]string{"单位名称=海滨" + letter + "机械有限公司",
			"统一社会信用代码=" + written.CompleteCode("91320700MA00000"+letter)}, with...)
	}
	file := func(name string, firms ...[]string) (rows []calc.Row) {
		for n, with := range firms {
			rows = append(rows, filedAs(name, "表", good(t, n+2, with...)))
		}
		return rows
	}
	first := file("一.xlsx", firm("A"), firm("B"), firm("C"))
	alike := " file/versions: 与 一.xlsx 像是同一报送的两个版本：3 项两份都有，0 项只在其中一份，两份都已读取，相同的只计一次"
	product := func(name string) []string {
		return firm("A", "奖补事项=软件产品评估", "认定名称或对象="+name)
	}
	for _, c := range []struct {
		name          string
		first, second []calc.Row
		want          []string
	}{
		{"the same rows are told", first, file("二.xlsx", firm("A"), firm("B"), firm("C")), []string{alike}},
		{"a level holds either", first, file("二.xlsx", firm("A"), firm("B"), firm("C", "奖补事项=省级绿色工厂")), []string{
			"C4 record/versions-differ: “海滨C机械有限公司”的这项认定在两个版本中说法不同：级别为“国家级”，另一份为“省级”（见 二.xlsx:表!4）",
			"C4 record/versions-differ: “海滨C机械有限公司”的这项认定在两个版本中说法不同：级别为“省级”，另一份为“国家级”（见 一.xlsx:表!4）", alike}},
		{"a day", first, file("二.xlsx", firm("A"), firm("B"), firm("C", "认定日期=2022-05-12")), []string{
			"C4 record/versions-differ: “海滨C机械有限公司”的这项认定在两个版本中说法不同：认定日期为 2023-05-12，另一份为 2022-05-12（见 二.xlsx:表!4）",
			"C4 record/versions-differ: “海滨C机械有限公司”的这项认定在两个版本中说法不同：认定日期为 2022-05-12，另一份为 2023-05-12（见 一.xlsx:表!4）",
			alike}},
		{"what one says against it", first, file("二.xlsx", firm("A"), firm("B"), firm("C", "备注=作废")), []string{
			"C4 record/versions-differ: “海滨C机械有限公司”的这项认定在两个版本中说法不同：另一份写明“作废”（见 二.xlsx:表!4）",
			"C4 record/versions-differ: “海滨C机械有限公司”的这项认定在两个版本中说法不同：写明“作废”，另一份没有（见 一.xlsx:表!4）", alike}},
		{"not what both say", append(first[:2:2], file("一.xlsx", firm("A"), firm("B"), firm("C", "备注=作废"))[2:]...),
			file("二.xlsx", firm("A"), firm("B"), firm("C", "备注=误填，作废")), []string{alike}},
		{"a date that is written less fully is the same", first,
			file("二.xlsx", firm("A"), firm("B"), firm("C", "认定日期=2023年5月")), []string{alike}},
		{"a level in the same file is no contradiction",
			append(first[:3:3], file("一.xlsx", firm("C", "奖补事项=省级绿色工厂"))...),
			file("二.xlsx", firm("A"), firm("B"), firm("C")), []string{alike}},
		{"one row that is filed later is a claim of its own", first, file("二.xlsx", firm("C", "奖补事项=省级绿色工厂")), nil},
		{"files about other companies are none", first, file("二.xlsx", firm("C"), firm("D"), firm("E")), nil},
		{"nor about other items", first, file("二.xlsx", firm("A", "奖补事项=三星级上云企业"), firm("B", "奖补事项=三星级上云企业"),
			firm("C", "奖补事项=三星级上云企业")), nil},
		{"nor those of two districts", first,
			file("二.xlsx", firm("A", "县区=滨城区"), firm("B", "县区=滨城区"), firm("C", "县区=滨城区")), nil},
		{"another object in the place of one", file("一.xlsx", firm("A"), firm("B"), product("排产软件")),
			file("二.xlsx", firm("A"), firm("B"), product("排程软件")), []string{
				"C4 record/versions-differ: “海滨A机械有限公司”的这项认定在两个版本中说法不同：对象为“排产软件”，另一份为“排程软件”（见 二.xlsx:表!4）",
				"C4 record/versions-differ: “海滨A机械有限公司”的这项认定在两个版本中说法不同：对象为“排程软件”，另一份为“排产软件”（见 一.xlsx:表!4）", alike}},
		{"a paper says that it is the same", file("一.xlsx", firm("A"), firm("B"), append(product("排产软件"),
			"证书编号=RC-1")),
			file("二.xlsx", firm("A"), firm("B"), append(product("排程软件"), "证书编号=RC-1"), append(product("排产软件二"),
				"证书编号=RC-2")),
			[]string{
				"C4 record/versions-differ: “海滨A机械有限公司”的这项认定在两个版本中说法不同：对象为“排产软件”，另一份为“排程软件”（见 二.xlsx:表!4）",
				"C4 record/versions-differ: “海滨A机械有限公司”的这项认定在两个版本中说法不同：对象为“排程软件”，另一份为“排产软件”（见 一.xlsx:表!4）", alike}},
		{"another paper says that it is not", file("一.xlsx", firm("A"), firm("B"), append(product("排产软件"),
			"证书编号=RC-1")),
			file("二.xlsx", firm("A"), firm("B"), append(product("排程软件"), "证书编号=RC-2")), []string{alike}},
		{"a nature", first, file("二.xlsx", firm("A"), firm("B"), firm("C", "认定类型=复核")), []string{
			"C4 record/versions-differ: “海滨C机械有限公司”的这项认定在两个版本中说法不同：认定类型为“新认定”，另一份为“复核”（见 二.xlsx:表!4）",
			"C4 record/versions-differ: “海滨C机械有限公司”的这项认定在两个版本中说法不同：认定类型为“复核”，另一份为“新认定”（见 一.xlsx:表!4）", alike}},
		{"a fee", file("一.xlsx", firm("A"), firm("B"), firm("C", "奖补事项=节能诊断", "费用/元=18000")),
			file("二.xlsx", firm("A"), firm("B"), firm("C", "奖补事项=节能诊断", "费用/元=18001")), []string{
				"C4 record/versions-differ: “海滨C机械有限公司”的这项认定在两个版本中说法不同：费用为 18000.00 元，另一份为 18001.00 元（见 二.xlsx:表!4）",
				"C4 record/versions-differ: “海滨C机械有限公司”的这项认定在两个版本中说法不同：费用为 18001.00 元，另一份为 18000.00 元（见 一.xlsx:表!4）", alike}},
		{"an approved sum", file("一.xlsx", firm("A"), firm("B"), firm("C", "奖补事项=人才培养", "认定名称或对象=班", "核定金额/元=18000")),
			file("二.xlsx", firm("A"), firm("B"), firm("C", "奖补事项=人才培养", "认定名称或对象=班", "核定金额/元=18001")), []string{
				"C4 record/versions-differ: “海滨C机械有限公司”的这项认定在两个版本中说法不同：核定金额为 18000.00 元，另一份为 18001.00 元（见 二.xlsx:表!4）",
				"C4 record/versions-differ: “海滨C机械有限公司”的这项认定在两个版本中说法不同：核定金额为 18001.00 元，另一份为 18000.00 元（见 一.xlsx:表!4）", alike}},
		{"a sum that only one states is no difference",
			file("一.xlsx", firm("A"), firm("B"), firm("C", "奖补事项=人才培养", "认定名称或对象=班", "核定金额/元=18000")),
			file("二.xlsx", firm("A"), firm("B"), firm("C", "奖补事项=人才培养", "认定名称或对象=班")), []string{alike}},
		{"an object more", file("一.xlsx", firm("A"), firm("B"), product("排产软件")),
			file("二.xlsx", firm("A"), firm("B"), product("排产软件"), product("排程软件")), []string{alike}},
	} {
		t.Run(c.name, func(t *testing.T) {
			got := betweenVersions(append(c.first[:len(c.first):len(c.first)], c.second...))
			if diff := cmp.Diff(c.want, got); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
		})
	}
}

func TestACopyOfASheetGivesNoRecords(t *testing.T) {
	row := func(sheet string, n int, with ...string) calc.Row {
		return filedAs("a.xlsx", sheet, good(t, n, with...))
	}
	unseen := func(r calc.Row) calc.Row { r.Hidden = true; return r }
	cloud, level := "奖补事项=三星级上云企业", "奖补事项=省级绿色工厂"
	for _, c := range []struct {
		name string
		rows []calc.Row
		want []string // the sheets of the records that are left
	}{
		{"the later of two", []calc.Row{row("表", 2), row("表", 3, cloud), row("表 (2)", 2), row("表 (2)", 3, cloud)},
			[]string{"表", "表"}},
		{"the hidden one, wherever it stands", []calc.Row{unseen(row("旧", 2)), row("表", 2)}, []string{"表"}},
		{"a part of another sheet's rows", []calc.Row{row("表", 2), row("汇总", 2), row("汇总", 3, cloud)},
			[]string{"汇总", "汇总"}},
		{"one row more and it is a sheet of its own",
			[]calc.Row{row("表", 2), row("表", 4, level), row("表2", 2), row("表2", 3, cloud)},
			[]string{"表", "表", "表2", "表2"}},
		{"one level otherwise and it is", []calc.Row{row("表", 2), row("表2", 2, level)}, []string{"表", "表2"}},
		{"the rows of one sheet stay", []calc.Row{row("表", 2), row("表", 3)}, []string{"表", "表"}},
		{"and those of two files", []calc.Row{row("表", 2), filedAs("b.xlsx", "表", good(t, 2))}, []string{"表", "表"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			records, findings := Standardise(c.rows, shorePolicy())
			var got []string
			for _, r := range records {
				got = append(got, r.Source.Sheet)
			}
			if diff := cmp.Diff(c.want, got); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
			if told := strings.Contains(strings.Join(says(findings), " "),
				"table/copy"); told != (len(got) < len(c.rows)) {
				t.Errorf("told %t: %v", told, says(findings))
			}
		})
	}
}
