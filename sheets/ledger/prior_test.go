package ledger_test

import (
	"fmt"
	"path/filepath"
	"testing"

	"github.com/google/go-cmp/cmp"

	"jiangbu/calc"
	"jiangbu/sheets"
	"jiangbu/sheets/ledger"
	"jiangbu/sheets/sheettest"
)

// The codes of two invented companies, with their check digits.
const (
	codeA = "91320722MAAY4CL12W"
	codeB = "91320703MAHU49D475"
)

var priorTests = []struct {
	name, sheet    string
	want, findings []string
}{
	{"a plain table, the year in a column", "# 名单\n年度\t单位名称\t统一社会信用代码\t奖补事项\t级别\t金额（万元）\n2022\t甲厂\t" + codeA +
		"\t绿色工厂\t省级\t40\n2023年\t乙厂\t\t软件产品\t\t1\n合计\t\t\t\t\t41",
		[]string{"F2 2022 甲厂 " + codeA + " green-factory 省级 400000.00", "F3 2023 乙厂  software  10000.00"}, nil},
	{"the year in the title, the unit above, the item in a section",
		"# 名单\n2023年度奖补资金名单\n单位：万元\n企业名称\t信用代码\t级别\t奖补金额\n绿色工厂\n甲厂\t" + codeA + "\t国家级\t80\n同上\t同上\t省级\t0.5",
		[]string{"D5 2023 甲厂 " + codeA + " green-factory 国家级 800000.00", "D6 2023 甲厂 " + codeA +
			" green-factory 省级 5000.00"}, nil},
	{"the year in the sheet's name, the level in the item", "# 2021年\n单位\t项目\t奖励金额\n甲厂\t国家级绿色工厂\t80万元",
		[]string{"C2 2021 甲厂  green-factory 国家级 800000.00"}, nil},
	{"beside what was awarded, what was due only informs", "# 2021年\n单位\t项目\t应奖金额（元）\t奖补金额（元）\n甲厂\t软件产品\t10000\t5000",
		[]string{"D2 2021 甲厂  software  5000.00"}, nil},
	{"a subject and a certificate", "# 2021年\n单位名称\t奖补事项\t产品名称\t证书编号\t金额（元）\n甲厂\t软件产品\t排产软件\t软评-001\t10000",
		[]string{"E2 2021 甲厂  software  10000.00 排产软件 软评-001"}, nil},

	{"no year anywhere, said once", "# 名单\n单位名称\t奖补事项\t金额（元）\n甲厂\t软件产品\t10000\n乙厂\t软件产品\t10000",
		[]string{"C2 0 甲厂  software  10000.00", "C3 0 乙厂  software  10000.00"},
		[]string{"2 prior/year"}},
	{"two years in the title are none", "# 名单\n2022年至2023年奖补名单\n单位名称\t奖补事项\t金额（元）\n甲厂\t软件产品\t10000",
		[]string{"C3 0 甲厂  software  10000.00"}, []string{"3 prior/year"}},
	{"an item of another policy", "# 2021年\n单位名称\t奖补事项\t金额（元）\n甲厂\t专精特新\t10000", nil,
		[]string{"B2 record/prior-unread"}},
	{"a level that nobody wrote", "# 2021年\n单位名称\t奖补事项\t级别\t金额（元）\n甲厂\t绿色工厂\t\t400000",
		[]string{"D2 2021 甲厂  green-factory  400000.00"}, []string{"C2 prior/level"}},
	{"an amount that is none bars the same certification all the same",
		"# 2021年\n单位名称\t奖补事项\t金额（万元）\n甲厂\t软件产品\t若干\n乙厂\t软件产品\t\n合计\t\t5",
		[]string{"C2 2021 甲厂  software  0.00", "C3 2021 乙厂  software  0.00"},
		[]string{"C2 prior/amount", "C3 prior/amount"}},
	{"an amount whose unit is not known", "# 2021年\n单位名称\t奖补事项\t金额\n甲厂\t软件产品\t1",
		[]string{"C2 2021 甲厂  software  0.00"}, []string{"C2 prior/amount"}},
	{"an award of nothing", "# 2021年\n单位名称\t奖补事项\t金额（元）\n甲厂\t软件产品\t0", nil, []string{"C2 prior/zero"}},
	{"a wrong code is not used", "# 2021年\n单位名称\t信用代码\t奖补事项\t金额（元）\n甲厂\t91320722MAAY4CL12X\t软件产品\t10000",
		[]string{"D2 2021 甲厂  software  10000.00"}, []string{"B2 cell/credit-code"}},
	{"a company that stands only in the line above", "# 2021年\n单位名称\t信用代码\t奖补事项\t级别\t金额（元）\n甲厂\t" + codeA +
		"\t绿色工厂\t省级\t400000\n\t\t软件产品\t\t10000\n\t\t绿色供应链\t国家级\t800000",
		[]string{"E2 2021 甲厂 " + codeA + " green-factory 省级 400000.00", "E3 2021 甲厂 " + codeA + " software  10000.00",
			"E4 2021 甲厂 " + codeA + " green-chain 国家级 800000.00"}, nil},
	{"a company that begins anew has no code of the one above", "# 2021年\n单位名称\t信用代码\t奖补事项\t金额（元）\n甲厂\t" + codeA +
		"\t软件产品\t10000\n乙厂\t\t软件产品\t10000",
		[]string{"D2 2021 甲厂 " + codeA + " software  10000.00", "D3 2021 乙厂  software  10000.00"}, nil},
	{"sections with figures, the nearest counts",
		"# 2021年\n单位名称\t级别\t金额（元）\n一、绿色工厂（1家）\t\t400000\n甲厂\t省级\t400000\n二、软件产品\t\t20000\n乙厂\t\t10000\n丙厂\t\t10000\n合\t计\t420000",
		[]string{"C3 2021 甲厂  green-factory 省级 400000.00", "C5 2021 乙厂  software  10000.00",
			"C6 2021 丙厂  software  10000.00"}, nil},
	{"what stands under an unknown title is not of the section above",
		"# 2021年\n单位名称\t级别\t金额（元）\n一、绿色工厂\n甲厂\t省级\t400000\n二、瞪羚企业\t\t20000\n乙厂\t\t20000",
		[]string{"C3 2021 甲厂  green-factory 省级 400000.00"}, []string{"5 record/prior-unread"}},
	{"a sum without a word is no award", "# 2021年\n单位名称\t奖补事项\t金额（元）\n甲厂\t软件产品\t10000\n乙厂\t软件产品\t10000\n\t\t20000",
		[]string{"C2 2021 甲厂  software  10000.00", "C3 2021 乙厂  software  10000.00"}, nil},
	{"figures that are no sum are told", "# 2021年\n单位名称\t奖补事项\t金额（元）\n甲厂\t软件产品\t10000\n\t\t30000",
		[]string{"C2 2021 甲厂  software  10000.00"}, []string{"C3 table/unread-row"}},
	{"one column an item", "# 2021年\n单位名称\t国家级绿色工厂（万元）\t软件产品（元）\t合计（元）\n甲厂\t80\t\t800000\n乙厂\t\t10000\t10000\n合计\t\t\t810001",
		[]string{"B2 2021 甲厂  green-factory 国家级 800000.00", "C3 2021 乙厂  software  10000.00"},
		[]string{"D4 table/control-total"}},
	{"a title between two tables", "# 2021年\n单位名称\t级别\t金额（元）\n2021年绿色工厂名单\n甲厂\t省级\t400000\n\n2021年软件产品名单\n单位名称\t证书编号\t金额（元）\n乙厂\t\t10000",
		[]string{"C3 2021 甲厂  green-factory 省级 400000.00", "C7 2021 乙厂  software  10000.00"}, nil},
	{"an example of nobody", "# 2021年\n单位名称\t奖补事项\t金额（元）\n例：某某公司\t软件产品\t10000\n甲厂\t软件产品\t10000",
		[]string{"C3 2021 甲厂  software  10000.00"}, nil},
	{"a line that names nobody", "# 2021年\n单位名称\t奖补事项\t金额（元）\n\t软件产品\t10000", nil, []string{"B2 table/unread-row"}},
	{"a total that is not the sum", "# 2021年\n单位名称\t奖补事项\t金额（元）\n甲厂\t软件产品\t10000\n合计\t\t10000.01",
		[]string{"C2 2021 甲厂  software  10000.00"}, []string{"C3 table/control-total"}},
	{"a year that leads the line holds for those below",
		"# 名单\n年度\t单位名称\t奖补事项\t金额（元）\n2022\t甲厂\t软件产品\t10000\n\t乙厂\t软件产品\t10000",
		[]string{"D2 2022 甲厂  software  10000.00", "D3 2022 乙厂  software  10000.00"}, nil},
	{"one behind the company is its own", "# 名单\n单位名称\t年度\t奖补事项\t金额（元）\n甲厂\t2022\t软件产品\t10000\n乙厂\t\t软件产品\t10000",
		[]string{"D2 2022 甲厂  software  10000.00", "D3 0 乙厂  software  10000.00"}, []string{"B3 prior/year"}},
	{"an item that leads the line holds for those below", "# 2021年\n奖补事项\t单位名称\t金额（元）\n软件产品\t甲厂\t10000\n\t乙厂\t10000",
		[]string{"C2 2021 甲厂  software  10000.00", "C3 2021 乙厂  software  10000.00"}, nil},
	{"one behind the company does not", "# 2021年\n单位名称\t奖补事项\t金额（元）\n甲厂\t软件产品\t10000\n乙厂\t\t10000",
		[]string{"C2 2021 甲厂  software  10000.00"}, []string{"B3 prior/item"}},
	{"an item that nobody wrote", "# 2021年\n单位名称\t金额（元）\n甲厂\t10000", nil, []string{"2 prior/item"}},
	{"a year in Chinese numerals", "# 2021年\n年度\t单位名称\t奖补事项\t金额（元）\n二〇二二年\t甲厂\t软件产品\t10000",
		[]string{"D2 2022 甲厂  software  10000.00"}, nil},
	{"a year that is none, and two in one cell", "# 2021年\n年度\t单位名称\t奖补事项\t金额（元）\n20222\t甲厂\t软件产品\t10000\n" +
		"2021-2022\t乙厂\t软件产品\t10000\n2022年5月\t丙厂\t软件产品\t10000\n—\t丁厂\t软件产品\t10000",
		[]string{"D2 0 甲厂  software  10000.00", "D3 0 乙厂  software  10000.00", "D4 2022 丙厂  software  10000.00",
			"D5 2022 丁厂  software  10000.00"}, []string{"A2 prior/year-unread", "A3 prior/year-unread"}},
	{"a row that is crossed out", "# 2021年\n单位名称\t奖补事项\t金额（元）\n甲厂\t软件产品\t10000\n" + crossed("乙厂") + "\t" +
		crossed("软件产品") +
		"\t" + crossed("10000"), []string{"C2 2021 甲厂  software  10000.00"}, []string{"A3 table/struck-row"}},
	{"a part of it still bars, and is asked about", "# 2021年\n单位名称\t奖补事项\t金额（元）\n" + crossed("甲厂") +
		"\t软件产品\t10000\n乙厂\t" +
		crossed("绿色工厂") + "软件产品\t10000",
		[]string{"C2 2021 甲厂  software  10000.00", "C3 2021 乙厂  software  10000.00"},
		[]string{"A2 cell/struck", "B3 cell/struck"}},
	{"a third of a fen", "# 2021年\n单位名称\t奖补事项\t金额（元）\n甲厂\t软件产品\t3333.333", []string{"C2 2021 甲厂  software  0.00"},
		[]string{"C2 prior/amount"}},
	{"two companies in one cell, and one with a mark in its name",
		"# 2021年\n单位名称\t奖补事项\t金额（元）\n甲甲甲公司、乙乙乙公司\t软件产品\t10000\n甲甲、乙乙乙公司\t软件产品\t10000",
		[]string{"C3 2021 甲甲、乙乙乙公司  software  10000.00"}, []string{"A2 prior/company"}},
	{"a text that says a part of an item, and one that says of none",
		"# 2021年\n单位名称\t奖补事项\t金额（元）\n甲厂\t软件\t10000\n乙厂\t技改贴息\t10000", nil,
		[]string{"B2 prior/item", "B3 record/prior-unread"}},
	{"one that may be several", "# 2021年\n单位名称\t奖补事项\t金额（元）\n甲厂\t绿色工厂、软件产品\t10000", nil,
		[]string{"B2 prior/item"}},
	{"two years in a title are none, whatever the sheet is called",
		"# 2021年\n2022年至2023年奖补名单\n单位名称\t奖补事项\t金额（元）\n甲厂\t软件产品\t10000", []string{"C3 0 甲厂  software  10000.00"},
		[]string{"3 prior/year"}},
	{"a total without a unit is in that of its lines", "# 2021年\n单位名称\t奖补事项\t金额\n甲厂\t软件产品\t10000\n合计\t\t10000",
		[]string{"C2 2021 甲厂  software  10000.00"}, []string{"C2 cell/unit-assumed"}},
	{"a table without amounts", "# 2021年\n单位名称\t奖补事项\t级别\n甲厂\t绿色工厂\t省级", nil,
		[]string{"1 table/missing-column", " prior/no-table"}},
	{"no table at all", "# 说明\n敬启者", nil, []string{" prior/no-table"}},
	{"an example that names somebody", "# 2021年\n单位名称\t奖补事项\t金额（元）\n示例\t软件产品\t10000\n甲厂\t软件产品\t10000\t示例",
		[]string{"C3 2021 甲厂  software  10000.00"}, nil},
	{"sums of a table without companies, of two lines", "# 2021年\n单位名称\t奖补事项\t金额（元）\n甲厂\t软件产品\t10000\n乙厂\t软件产品\t20000\n# 汇总\n奖补事项\t金额（元）\n软件产品\t30000",
		[]string{"C2 2021 甲厂  software  10000.00", "C3 2021 乙厂  software  20000.00"}, []string{" prior/summary"}},
	{"sums by district of two lines", "# 2021年\n单位名称\t奖补事项\t金额（元）\n甲厂\t软件产品\t10000\n乙厂\t软件产品\t20000\n# 汇总\n县区\t金额（元）\n东区\t10000\n西区\t20000",
		[]string{"C2 2021 甲厂  software  10000.00", "C3 2021 乙厂  software  20000.00"}, []string{" prior/summary"}},
	{"sums by district that are not", "# 2021年\n单位名称\t奖补事项\t金额（元）\n甲厂\t软件产品\t10000\n乙厂\t软件产品\t20000\n# 汇总\n县区\t金额（元）\n东区\t10000\n西区\t20001",
		[]string{"C2 2021 甲厂  software  10000.00", "C3 2021 乙厂  software  20000.00"}, []string{"B2 prior/summary-differs"}},
	{"one sign is short for nothing", "# 2021年\n单位名称\t奖补事项\t金额（元）\n甲厂\t软\t10000",
		nil, []string{"B2 record/prior-unread"}},
	{"two signs may be short for an item", "# 2021年\n单位名称\t奖补事项\t金额（元）\n甲厂\t软件\t10000",
		nil, []string{"B2 prior/item"}},
	{"a line without a name goes on with the company above", "# 2021年\n单位名称\t奖补事项\t金额（元）\n甲厂\t软件产品\t10000\n\t绿色供应链\t20000",
		[]string{"C2 2021 甲厂  software  10000.00", "C3 2021 甲厂  green-chain  20000.00"}, []string{"3 prior/level"}},
	{"a sum over the items of a company is none of them",
		"# 2021年\n单位名称\t奖补事项\t金额（元）\t合计（元）\n甲厂\t软件产品\t10000\t30000\n\t绿色供应链\t20000\n#merge A2:A3\n#merge D2:D3",
		[]string{"C2 2021 甲厂  software  10000.00", "C3 2021 甲厂  green-chain  20000.00"}, []string{"3 prior/level"}},
	{"batches and years head what stands below them",
		"# 历年\n单位名称\t奖补事项\t金额（元）\n2021年\n甲厂\t软件产品\t10000\n2022年度第二批\n乙厂\t软件产品\t10000",
		[]string{"C3 2021 甲厂  software  10000.00", "C5 2022 乙厂  software  10000.00"}, nil},
	{"a sheet that is called by a bare year", "# 2021\n单位名称\t奖补事项\t金额（元）\n甲厂\t软件产品\t10000",
		[]string{"C2 2021 甲厂  software  10000.00"}, nil},
	{"each product that a cell lists bars its own",
		"# 2021年\n单位名称\t奖补事项\t产品名称\t证书编号\t金额（元）\n甲厂\t软件产品\t排产、仓储\tA1、A2\t20000",
		[]string{"E2 2021 甲厂  software  20000.00 排产、仓储 A1、A2", "E2 2021 甲厂  software  20000.00 排产 A1",
			"E2 2021 甲厂  software  20000.00 仓储 A2"}, nil},
	{"certificates that are not as many as the products are nobody's",
		"# 2021年\n单位名称\t奖补事项\t产品名称\t证书编号\t金额（元）\n甲厂\t软件产品\t排产、仓储\tA1\t20000",
		[]string{"E2 2021 甲厂  software  20000.00 排产、仓储 A1", "E2 2021 甲厂  software  20000.00 排产",
			"E2 2021 甲厂  software  20000.00 仓储"}, nil},
	{"a note below that somebody gave up is asked about",
		"# 2021年\n单位名称\t奖补事项\t金额（元）\n甲甲甲公司\t软件产品\t10000\n注：甲甲甲公司放弃奖补。",
		[]string{"C2 2021 甲甲甲公司  software  10000.00"}, []string{"A3 prior/ended"}},
	{"one that names nobody is a rule", "# 2021年\n单位名称\t奖补事项\t金额（元）\n甲甲甲公司\t软件产品\t10000\n注：逾期视为放弃奖补。",
		[]string{"C2 2021 甲甲甲公司  software  10000.00"}, nil},
	{"what stands under a heading that nobody knows is heard",
		"# 2021年\n单位名称\t奖补事项\t金额（元）\t审核意见\n甲厂\t软件产品\t10000\t不予奖补\n乙厂\t软件产品\t10000\t同意",
		[]string{"C2 2021 甲厂  software  10000.00", "C3 2021 乙厂  software  10000.00"}, []string{"D2 prior/ended"}},
	{"the answer to a question that nobody knows says nothing",
		"# 2021年\n单位名称\t奖补事项\t金额（元）\t是否规上\n甲厂\t软件产品\t10000\t否",
		[]string{"C2 2021 甲厂  software  10000.00"}, nil},
	{"one that was not paid is asked about", "# 2021年\n单位名称\t奖补事项\t金额（元）\t是否兑现\n甲厂\t软件产品\t10000\t否\n" +
		"乙厂\t软件产品\t10000\t是", []string{"C2 2021 甲厂  software  10000.00", "C3 2021 乙厂  software  10000.00"},
		[]string{"D2 prior/ended"}},
	{"what became of the company or of another sum is no matter",
		"# 2021年\n单位名称\t奖补事项\t金额（元）\t备注\n甲厂\t软件产品\t10000\t企业已注销\n乙厂\t软件产品\t10000\t核减后金额\n丙厂\t软件产品\t10000\t余款待拨",
		[]string{"C2 2021 甲厂  software  10000.00", "C3 2021 乙厂  software  10000.00", "C4 2021 丙厂  software  10000.00"}, nil},
	{"one of nothing is not", "# 2021年\n单位名称\t奖补事项\t金额（元）\t备注\n甲厂\t软件产品\t0\t不符合条件", nil, []string{"C2 prior/zero"}},
	{"the clause may name the item", "# 2021年\n单位名称\t政策条款\t奖补金额（元）\n甲厂\t软件产品\t10000",
		[]string{"C2 2021 甲厂  software  10000.00"}, nil},
	{"where it does not the title does", "# 2021年\n软件产品奖补名单\n单位名称\t政策条款\t奖补金额（元）\n甲厂\t（二）\t10000",
		[]string{"C3 2021 甲厂  software  10000.00"}, nil},
	{"the item's own column goes first", "# 2021年\n单位名称\t政策条款\t奖补事项\t奖补金额（元）\n甲厂\t软件产品\t绿色供应链\t10000",
		[]string{"D2 2021 甲厂  green-chain  10000.00"}, []string{"2 prior/level"}},
	{"companies below each other in one cell are several",
		"# 2021年\n单位名称\t奖补事项\t金额（元）\n甲甲甲公司\\n乙乙乙公司\t软件产品\t10000\n丙丙丙\\n公司\t软件产品\t10000",
		[]string{"C3 2021 丙丙丙公司  software  10000.00"}, []string{"A2 prior/company"}},
	{"not below a section", "# 2021年\n单位名称\t奖补事项\t金额（元）\n甲厂\t软件产品\t10000\n二、其他\n\t绿色供应链\t20000",
		[]string{"C2 2021 甲厂  software  10000.00"}, []string{"B4 table/unread-row"}},
}

func TestAwardTablesOfEarlierYearsAreRead(t *testing.T) {
	for _, c := range priorTests {
		t.Run(c.name, func(t *testing.T) {
			awards, _, fs := ledger.ReadPrior(open(t, c.sheet), town())
			var got, found []string
			for _, p := range awards {
				line := fmt.Sprintf("%s %d %s %s %s %s %s", p.Ref.Cell(), p.Year, p.Company, p.CreditCode, p.Item,
					p.Level, p.Amount)
				for _, more := range []string{p.Subject, p.Certificate} {
					if more != "" {
						line += " " + more
					}
				}
				got = append(got, line)
			}
			for _, f := range fs {
				found = append(found, f.Ref.Cell()+" "+string(f.Code))
			}
			if diff := cmp.Diff(c.want, got); diff != "" {
				t.Errorf("awards (-want +got):\n%s", diff)
			}
			if diff := cmp.Diff(c.findings, found); diff != "" {
				t.Errorf("findings (-want +got):\n%s", diff)
			}
		})
	}
}

func TestEveryLineOfEarlierAwardsIsAccountedFor(t *testing.T) {
	_, accounts, _ := ledger.ReadPrior(open(t, "# 2021年\n奖补名单\n单位名称\t奖补事项\t天气\t金额（元）\n绿色工厂\n"+
		"甲厂\t软件产品\t晴\t10000\n乙厂\t软件产品\t雨\t10000\n合计\t\t\t20000\n# 说明\n敬启者"), town())
	want := []calc.SheetAccount{{Sheet: "2021年", Lines: 6, Records: 2, Unread: []string{"C2 天气"},
		Others: []calc.LineCount{
			{Kind: calc.LineAbove, Lines: 1}, {Kind: calc.LineHeader, Lines: 1}, {Kind: calc.LineSection, Lines: 1},
			{Kind: calc.LineTotal, Lines: 1}}},
		{Sheet: "说明", Lines: 1, Others: []calc.LineCount{{Kind: calc.LineNoTable, Lines: 1}}}}
	if diff := cmp.Diff(want, accounts); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

func FuzzReadPrior(f *testing.F) {
	for _, c := range priorTests {
		f.Add(c.sheet)
	}
	f.Fuzz(func(t *testing.T, text string) {
		path := filepath.Join(t.TempDir(), "名单.xlsx")
		if sheettest.Build(path, text) != nil {
			t.Skip()
		}
		b, _, err := sheets.Open(sheets.Input{Path: path, File: "名单.xlsx"})
		if err != nil || b == nil {
			t.Skip()
		}
		awards, _, _ := ledger.ReadPrior(b, town())
		for _, p := range awards {
			if p.Amount.Sign() < 0 || p.Item == "" || p.Company == "" && p.CreditCode == "" || p.Ref.Row == 0 {
				t.Errorf("read %+v", p)
			}
		}
	})
}

func TestSumsWithoutAnyUnitAreInYuan(t *testing.T) {
	_, _, fs := ledger.ReadPrior(open(t, "# 2021年\n单位名称\t奖补事项\t金额\n甲厂\t软件产品\t10000\n合计\t\t10001"), town())
	want := []string{"C2 cell/unit-assumed 奖补金额“10000”没有写明单位，按元计算",
		"C3 table/control-total 报送的“合计”奖补金额为 10001.00，逐行相加为 10000.00，相差 1.00"}
	if diff := cmp.Diff(want, findings(fs)); diff != "" {
		t.Errorf("-want +got:\n%s", diff)
	}
}
