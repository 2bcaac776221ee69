package standard

import (
	"fmt"
	"jiangbu/calc"
	"jiangbu/calc/money"
	"jiangbu/calc/written"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// sheetRow makes a row of text cells: "单位名称=…" pairs in the order of their
// columns. A value that begins with # is stored as a number, with @ as an
// error value; a lone = is a formula without a value.
func sheetRow(number int, pairs ...string) calc.Row {
	row := calc.Row{Table: &calc.Table{File: "a.xlsx", Sheet: "摸排表"}, Number: int32(number)}
	for _, p := range pairs {
		name, value, _ := strings.Cut(p, "=")
		name, unit, _ := strings.Cut(name, "/")
		for c := calc.ColSerial; c < calc.NumColumns; c++ {
			if c.String() != name {
				continue
			}
			cell := calc.Cell{Kind: calc.CellText, Row: number, Col: int(c), Text: value}
			switch {
			case value == "=":
				cell.Kind, cell.Text, cell.Formula = calc.CellNoValue, "", true
			case strings.HasPrefix(value, "#"):
				cell.Kind, cell.Text = calc.CellNumber, value[1:]
			case strings.HasPrefix(value, "~"):
				cell.Kind, cell.Text, cell.Formula = calc.CellStale, value[1:], true
			case strings.HasPrefix(value, "@"):
				cell.Kind, cell.Text = calc.CellError, value[1:]
			}
			row.Fields = append(row.Fields, calc.FieldOf(c, cell))
			row.Units[c] = money.UnitOf(unit)
		}
	}
	return row
}

// good is a row without a fault; with replaces or adds columns.
func good(t testing.TB, number int, with ...string) calc.Row {
	t.Helper()
	pairs := []string{"县区=东山县", "单位名称=海滨甲机械有限公司", "统一社会信用代码=" + written.CompleteCode("91320700MA00000A"),
		"奖补事项=国家级绿色工厂", "认定日期=2023-05-12"}
	for _, w := range with {
		name, _, _ := strings.Cut(w, "=")
		kept := pairs[:0:0]
		for _, p := range pairs {
			if n, _, _ := strings.Cut(p, "="); n != strings.SplitN(name, "/", 2)[0] {
				kept = append(kept, p)
			}
		}
		pairs = append(kept, w)
	}
	return sheetRow(number, pairs...)
}

// without drops the column of a row.
func without(r calc.Row, columns ...calc.Column) calc.Row {
	var kept []calc.Field
	for _, f := range r.Fields {
		drop := false
		for _, c := range columns {
			drop = drop || f.Column == c
		}
		if !drop {
			kept = append(kept, f)
		}
	}
	r.Fields = kept
	return r
}

func says(fs calc.Findings) []string {
	var out []string
	for _, f := range fs {
		out = append(out, fmt.Sprintf("%s %s: %s", f.Ref.Cell(), f.Code, f.Message()))
	}
	return out
}

func TestARowBecomesARecord(t *testing.T) {
	code := written.CompleteCode("91320700MA00000A")
	row := good(t, 6, "单位名称= 海滨甲机械(集团) 有限公司（原海滨机械厂）", "证书编号=A-1", "认定文号=工信部〔2023〕1号", "认定年度=2022年度",
		"有效期起=2024.1.1-2026.12.31", "拟奖补金额/万元=80")
	got, rest := Standardise([]calc.Row{row}, shorePolicy())
	want := []calc.Record{{
		Key: got[0].Key, Source: row.Ref(), Row: &row,
		District: "东山县", Company: "海滨甲机械（集团）有限公司", FormerName: "海滨机械厂", CreditCode: code,
		Item: "factory", Clause: "一", Level: "国家级", Nature: "新认定", Certificate: "A-1", Document: "工信部〔2023〕1号",
		Recognised: written.Date{Year: 2023, Month: 5, Day: 12}, LabelYear: 2022,
		ValidFrom: written.Date{Year: 2024, Month: 1, Day: 1}, Claimed: yuanPtr(800000),
	}}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
	if rest != nil || len(got[0].Key) != 16 {
		t.Errorf("rest %v, key %q", rest, got[0].Key)
	}
}

func TestTheYearOfTheListIsInTheItemNotInTheTitle(t *testing.T) {
	title := calc.Cell{Kind: calc.CellText, Row: 1, Col: 1, Text: "2024年度国家级绿色工厂摸排表"}
	inItem, inTitle := good(t, 6, "奖补事项=2022年度国家级绿色工厂"), without(good(t, 7), calc.ColItem)
	inItem.Title, inTitle.Title = title, title
	records, _ := Standardise([]calc.Row{inItem, inTitle}, shorePolicy())
	if got := []int{records[0].LabelYear, records[1].LabelYear}; !cmp.Equal(got, []int{2022, 0}) {
		t.Errorf("years %v, want 2022 and none", got)
	}
}

func yuanPtr(n int64) *money.Yuan { y := money.YuanOf(n); return &y }

func TestEachFindingOfARow(t *testing.T) {
	code := written.CompleteCode("91320700MA00000A")
	bad := code[:17] + string(written.CodeAlphabet[(strings.IndexByte(written.CodeAlphabet, code[17])+3)%31])
	for _, c := range []struct {
		name string
		with []string
		want []string
	}{
		{"a good row has none", nil, nil},
		{"no company", []string{"单位名称=无"}, []string{"C6 cell/company-missing: 没有填写单位名称"}},
		{"two companies in a cell", []string{"单位名称=甲有限公司、乙有限公司"},
			[]string{"C6 cell/several: 单位名称“甲有限公司、乙有限公司”一格里填写了多项"}},
		{"two companies on two lines", []string{"单位名称=海滨甲有限公司\n海滨乙有限公司"},
			[]string{"C6 cell/several: 单位名称“海滨甲有限公司 海滨乙有限公司”一格里填写了多项"}},
		{"one company wrapped over two lines", []string{"单位名称=海滨甲机械\n有限公司"}, nil},
		{"an invisible character", []string{"单位名称=海滨甲机械\u200b有限公司"},
			[]string{"C6 cell/invisible: 单位名称含有不可见字符 U+200B，已忽略"}},
		{"a formula without a value", []string{"单位名称=="}, []string{"C6 cell/formula: 单位名称是公式，但文件里没有保存计算结果"}},
		{"an error value", []string{"统一社会信用代码=@#N/A"}, []string{"D6 cell/error-value: 统一社会信用代码的值是错误 #N/A"}},
		{"a struck company", []string{"单位名称=海\u0336滨\u0336"}, []string{"C6 cell/struck: 单位名称有删除线：原文为“海滨”，划去后为（空）"}},
		{"a date struck in part", []string{"认定日期=2\u03360\u03362\u03362\u03362023-05-12"},
			[]string{"N6 cell/struck: 认定日期有删除线：原文为“20222023-05-12”，划去后为“2023-05-12”"}},
		{"an old result", []string{"认定日期=~2023-05-12"},
			[]string{"N6 cell/stale: 认定日期是公式，文件要求打开时重新计算，保存的结果“2023-05-12”可能不是最新的"}},
		{"a failing check digit", []string{"统一社会信用代码=" + bad},
			[]string{"D6 cell/credit-code: 统一社会信用代码 " + bad + " 有误：校验码不符"}},
		{"a code too short", []string{"统一社会信用代码=" + code[:17]},
			[]string{"D6 cell/credit-code: 统一社会信用代码 " + code[:17] + " 有误：应为 18 位，填了 17 位"}},
		{"O for 0", []string{"统一社会信用代码=" + strings.Replace(code, "0700", "O7OO", 1)},
			[]string{"D6 cell/credit-code: 统一社会信用代码 " + strings.Replace(code, "0700", "O7OO", 1) +
				" 有误：含有不使用的字符 O，疑为 " + code + "，请对照营业执照"}},
		{"a Cyrillic А", []string{"统一社会信用代码=" + strings.Replace(code, "A", "А", 1)},
			[]string{"D6 cell/credit-code: 统一社会信用代码 " + strings.Replace(code, "A", "А", 1) + " 有误：含有不使用的字符 А，疑为 " +
				code + "，请对照营业执照"}},
		{"a code stored as a number", []string{"统一社会信用代码=#913207000676274000"},
			[]string{"D6 cell/credit-code-damaged: 统一社会信用代码 913207000676274000 以数字保存，末几位已经丢失"}},
		{"a code stored with an exponent", []string{"统一社会信用代码=#9.13207000676274E+17"},
			[]string{"D6 cell/credit-code-damaged: 统一社会信用代码 9.13207000676274E+17 以数字保存，末几位已经丢失"}},
		{"a code copied from such a display", []string{"统一社会信用代码=9.13207E+17"},
			[]string{"D6 cell/credit-code-damaged: 统一社会信用代码 9.13207E+17 以数字保存，末几位已经丢失"}},
		{"a registration number", []string{"统一社会信用代码=320700000012345"},
			[]string{"D6 cell/old-code: 320700000012345 是旧的登记号或组织机构代码，不是统一社会信用代码"}},
		{"an organisation code", []string{"统一社会信用代码=" + code[8:16] + "-" + code[16:17]},
			[]string{"D6 cell/old-code: " + code[8:16] + "-" + code[16:17] + " 是旧的登记号或组织机构代码，不是统一社会信用代码"}},
		{"a person's number is not printed", []string{"统一社会信用代码=11010519491231002X"},
			[]string{"D6 cell/credit-code: 统一社会信用代码 110*************2X 有误：像是身份证号码"}},
		{"two codes", []string{"统一社会信用代码=" + code + "\n" + code},
			[]string{"D6 cell/several: 统一社会信用代码“" + code + " " + code + "”一格里填写了多项"}},
		{"no code", []string{"统一社会信用代码=/"}, []string{"D6 cell/credit-code-missing: 没有填写统一社会信用代码"}},
		{"a wrong subject code", []string{"对象统一社会信用代码=123"},
			[]string{"H6 cell/subject-code: 认定对象的信用代码 123 有误：应为 18 位，填了 3 位，未采用"}},
		{"an unknown item", []string{"奖补事项=瞪羚企业"}, []string{"E6 cell/item: 奖补事项“瞪羚企业”无法对应到政策条款"}},
		{"an item that may be two", []string{"奖补事项=双软"}, []string{"E6 rule/ambiguous: “双软”可以对应：软件企业评估、软件产品评估"}},
		{"a thing not covered is not asked about", []string{"奖补事项=市级绿色工厂"}, nil},
		{"no level", []string{"奖补事项=绿色工厂"}, []string{"6 cell/level: 级别（空）不明确：应写明是国家级、省级中的哪一级"}},
		{"the authority is no level", []string{"奖补事项=省级重点工业互联网平台"},
			[]string{"6 cell/level: 级别（空）不明确：应写明是企业级、行业级、区域级中的哪一级"}},
		{"the authority in the level column is none either", []string{"奖补事项=工业互联网平台", "认定级别=省级"},
			[]string{"F6 cell/level: 级别“省级”不明确：应写明是企业级、行业级、区域级中的哪一级"}},
		{"a level that is none", []string{"认定级别=甲级"}, []string{"F6 cell/level: 级别“甲级”不明确：不是政策中的级别，应为国家级、省级"}},
		{"two levels", []string{"奖补事项=绿色工厂", "认定级别=国家级、省级"}, []string{"F6 cell/level: 级别“国家级、省级”不明确：写了不止一个级别"}},
		{"two levels in the item", []string{"奖补事项=国家级、省级绿色工厂"}, []string{"6 cell/level: 级别（空）不明确：“国家级、省级绿色工厂”写了不止一个级别"}},
		{"the column settles them", []string{"奖补事项=国家级、省级绿色工厂", "认定级别=省级"}, nil},
		{"item and column contradict", []string{"认定级别=省级"}, []string{"F6 cell/level: 级别“省级”不明确：奖补事项“国家级绿色工厂”写的是国家级"}},
		{"the document contradicts", []string{"认定文号=滨工信〔2023〕9号"},
			[]string{"6 record/level-document: 填写的级别为国家级，文号“滨工信〔2023〕9号”像是省级文件"}},
		{"the document alone tells the level", []string{"奖补事项=绿色工厂", "认定文号=滨工信〔2023〕9号"}, nil},
		{"the body alone tells the level", []string{"奖补事项=绿色工厂", "认定机构=省工信厅"}, nil},
		{"a level only implied yields to the document", []string{"奖补事项=绿色设计", "认定文号=滨工信〔2023〕9号"},
			[]string{"6 cell/level: 级别（空）不明确：没有写明，文号或认定机构像是省级"}},
		{"an implied level", []string{"奖补事项=绿色设计"}, nil},
		{"the item's own text tells the level, too", []string{"奖补事项=工信部绿色工厂"}, nil},
		{"the bureau that it is filed with does not", []string{"奖补事项=省级绿色工厂海工信"}, nil},
		{"a body of another place", []string{"奖补事项=省级绿色工厂", "认定机构=外省工信厅"},
			[]string{"M6 record/body: 认定机构“外省工信厅”不是“绿色工厂”的认定机构"}},
		{"a body of a district", []string{"认定机构=东山县工信局"}, []string{"M6 record/body: 认定机构“东山县工信局”不是“绿色工厂”的认定机构"}},
		{"the right body beside it", []string{"认定机构=东山县工信局、工信部"}, nil},
		{"a body without a place", []string{"认定机构=工信厅"}, nil},
		{"a number of another place", []string{"认定文号=外工信〔2023〕7号"},
			[]string{"L6 record/document-body: 文号“外工信〔2023〕7号”不像“绿色工厂”的认定文件"}},
		{"another body", []string{"认定机构=海滨质量协会"}, []string{"M6 record/body: 认定机构“海滨质量协会”不是“绿色工厂”的认定机构"}},
		{"an unknown district", []string{"县区=西湖区"}, []string{"B6 cell/district: 县区“西湖区”无法识别"}},
		{"no district anywhere", []string{"县区="}, []string{"B6 cell/district: 县区（空）无法识别"}},
		{"an unknown nature", []string{"认定类型=待定"}, []string{"J6 cell/nature: 认定类型“待定”无法识别"}},
		{"a remark that contradicts", []string{"备注=2023年复核通过"},
			[]string{"U6 record/remark: 备注“2023年复核通过”提到“复核通过”，与认定类型“新认定”不一致"}},
		{"a remark that agrees", []string{"备注=2023年复核通过", "认定类型=复核"}, nil},
		{"a remark that says nothing of it", []string{"备注=2022年更名"}, nil},
		{"no date", []string{"认定日期="}, []string{"N6 cell/date-missing: 没有填写认定日期"}},
		{"an impossible date", []string{"认定日期=2023-02-29"}, []string{"N6 cell/date: 认定日期“2023-02-29”无法识别：没有这一天"}},
		{"the year of a list", []string{"认定日期=2023年度"},
			[]string{"N6 cell/date-label: 认定日期栏填写的是“2023年度”，这是名单的年度，不一定是发文的年份"}},
		{"a date of another age", []string{"认定日期=2009-12-31"}, []string{"N6 cell/date-far: 认定日期为 2009-12-31，早于2010年"}},
		{"the first year of this age", []string{"认定日期=2010-01-01"}, nil},
		{"the policy's last year", []string{"认定日期=2027-12-31"}, nil},
		{"a date beyond the policy", []string{"认定日期=2028-01-01"},
			[]string{"N6 cell/date-far: 认定日期为 2028-01-01，晚于政策的最后一个奖补年度"}},
		{"a document of another year", []string{"认定文号=工信部[2022]9号"},
			[]string{"N6 record/date-document: 认定日期为 2023-05-12，文号“工信部[2022]9号”是另一年的"}},
		{"no date, but the year of its document", []string{"认定日期=", "认定文号=工信部〔2023〕9号"},
			[]string{"N6 cell/date-from-document: 没有填写认定日期，按“工信部〔2023〕9号”取 2023 年"}},
		{"no date, but one beside the level", []string{"认定日期=", "奖补事项=绿色工厂", "认定级别=国家级（2023.12）"}, nil},
		{"an unknown word in the level", []string{"奖补事项=绿色工厂", "认定级别=国家级甲"},
			[]string{"F6 cell/left-over: “国家级甲”中的“甲”不认得，不能确定是不是政策所指的认定"}},
		{"an unknown word in the item", []string{"奖补事项=石化国家级绿色工厂"},
			[]string{"E6 cell/left-over: “石化国家级绿色工厂”中的“石化”不认得，不能确定是不是政策所指的认定"}},
		{"a document of another body", []string{"认定文号=石化联发〔2023〕8号"},
			[]string{"L6 record/document-body: 文号“石化联发〔2023〕8号”不像“绿色工厂”的认定文件"}},
		{"a document of another level", []string{"认定文号=滨工信〔2023〕8号"},
			[]string{"6 record/level-document: 填写的级别为国家级，文号“滨工信〔2023〕8号”像是省级文件"}},
		{"not recognised yet", []string{"认定类型=未通过"}, []string{"J6 record/not-recognised: “未通过”写明“未通过”，不能按已经认定处理"}},
		{"a remark that says stop", []string{"备注=此行作废"}, []string{"U6 record/stop: “此行作废”写明“作废”"}},
		{"a remark that denies a doubt", []string{"备注=无失信"}, nil},
		{"an item that is re-recognised under a new recognition", []string{"奖补事项=国家级绿色工厂（复核）", "认定类型=新认定"},
			[]string{"E6 record/nature-differs: “国家级绿色工厂（复核）”写的是复核，与认定类型“新认定”不一致"}},
		{"a fee of nothing", []string{"奖补事项=节能诊断", "费用/元=0"}, []string{"R6 cell/amount-zero: 费用为零，不能据以奖补"}},
		{"a fee in ten thousands under yuan", []string{"奖补事项=节能诊断", "费用/元=1.8"},
			[]string{"R6 cell/amount-doubtful: 费用“1.8”即 1.8元，数额过小，可能是万元"}},
		{"January or October", []string{"认定日期=#2023.1"},
			[]string{"N6 cell/date-doubtful: 认定日期为 2023，与其他内容不相符：单元格是数字，可能是1月，也可能是10月"}},
		{"a fee without a unit", []string{"奖补事项=节能诊断", "费用=2"}, []string{"R6 cell/unit: 费用“2”的单位不明确：可能是元，也可能是万元"}},
		{"a fee without a unit that must be yuan", []string{"奖补事项=节能诊断", "费用=1000"},
			[]string{"R6 cell/unit-assumed: 费用“1000”没有写明单位，按元计算"}},
		{"heading and cell contradict", []string{"奖补事项=节能诊断", "费用/万元=18000元"},
			[]string{"R6 cell/unit: 费用“18000元”的单位不明确：表头是万元，单元格是元"}},
		{"a fee that is no number", []string{"奖补事项=节能诊断", "费用/元=面议"}, []string{"R6 cell/amount: 费用“面议”无法识别"}},
		{"a negative fee", []string{"奖补事项=节能诊断", "费用/元=#-5"}, []string{"R6 cell/amount: 费用“-5”无法识别"}},
		{"a float's residue", []string{"奖补事项=节能诊断", "费用/万元=#0.33000000000000002"},
			[]string{"R6 cell/rounded: 费用在文件中保存为 0.33000000000000002，按 Excel 显示的 15 位有效数字读作 0.33"}},
		{"a fee where none is needed is not read", []string{"费用=面议"}, nil},
		{"a claim that is no number is only not compared", []string{"拟奖补金额/元=面议"},
			[]string{"T6 cell/claim: 申报金额“面议”无法识别，未作核对"}},
		{"a claim without a unit likewise", []string{"拟奖补金额=20"}, []string{"T6 cell/claim: 申报金额“20”没有写明单位，未作核对"}},
		{"a product without a name", []string{"奖补事项=软件产品"},
			[]string{"6 record/subject-missing: 软件产品评估按产品奖补，没有填写名称或证书编号"}},
		{"a product with a certificate", []string{"奖补事项=软件产品", "证书编号=RC-2023-0001"}, nil},
		{"two certificates", []string{"奖补事项=软件产品", "证书编号=RC-2023-0001、RC-2023-0002"},
			[]string{"K6 cell/several: 证书编号“RC-2023-0001、RC-2023-0002”一格里填写了多项"}},
		{"a certificate wrapped at its dash", []string{"奖补事项=软件产品", "证书编号=RC-2023-\n0001"}, nil},
		{"two products", []string{"奖补事项=软件产品", "认定名称或对象=甲软件；乙软件"},
			[]string{"G6 cell/several: 认定名称或对象“甲软件；乙软件”一格里填写了多项"}},
		{"a validity that is no date", []string{"有效期起=长期"}, []string{"P6 cell/date-doubtful: 有效期起为 长期，与其他内容不相符：不是日期"}},
	} {
		got, rest := Standardise([]calc.Row{good(t, 6, c.with...)}, shorePolicy())
		if diff := cmp.Diff(c.want, says(got[0].Findings)); diff != "" || rest != nil {
			t.Errorf("%s (-want +got):\n%s%v", c.name, diff, rest)
		}
	}
}

func TestWhatTheTableSaysStandsInForTheRow(t *testing.T) {
	at := func(text string) calc.Cell { return calc.Cell{Kind: calc.CellText, Row: 1, Col: 1, Text: text} }
	read := func(row calc.Row) calc.Record {
		records, _ := Standardise([]calc.Row{row}, shorePolicy())
		return records[0]
	}
	for _, c := range []struct {
		name, title, district string
		row                   calc.Row
		item, level, in       string
		want                  []string
	}{
		{"the title names item and level", "2023年省级绿色工厂摸排表", "", without(good(t, 6), calc.ColItem), "factory", "省级",
			"东山县", nil},
		{"the title names the item, the column the level", "绿色工厂", "", without(good(t, 6, "认定级别=国家级"), calc.ColItem),
			"factory", "国家级", "东山县", nil},
		{"the title tells the level of the item in the column", "省级绿色工厂", "", good(t, 6, "奖补事项=绿色工厂"), "factory", "省级",
			"东山县", nil},
		{"the column states a level alone", "绿色工厂", "", good(t, 6, "奖补事项=省级"), "factory", "省级", "东山县", nil},
		{"a level alone without a title is no item", "", "", good(t, 6, "奖补事项=省级"), "", "", "东山县",
			[]string{"E6 cell/item: 奖补事项“省级”无法对应到政策条款"}},
		{"the column wins over the title", "省级近零碳工厂", "", good(t, 6), "factory", "国家级", "东山县", nil},
		{"the title settles a choice", "软件企业", "", good(t, 6, "奖补事项=双软"), "software", "", "东山县", nil},
		{"another title does not", "绿色工厂", "", good(t, 6, "奖补事项=双软"), "", "", "东山县",
			[]string{"E6 rule/ambiguous: “双软”可以对应：软件企业评估、软件产品评估"}},
		{"a title that names nothing is asked about at the title", "摸排表", "", without(good(t, 6), calc.ColItem), "", "",
			"东山县", []string{"A1 cell/item: 奖补事项“摸排表”无法对应到政策条款"}},
		{"the sheet's district", "", "填报单位：滨城区工信局", without(good(t, 6), calc.ColDistrict), "factory", "国家级", "滨城区",
			nil},
		{"the row's district wins", "", "滨城区", good(t, 6), "factory", "国家级", "东山县", nil},
		{"the subject's district wins over both", "", "滨城区", good(t, 6, "对象所在县区=高新区"), "factory", "国家级", "高新区", nil},
		{"a sheet's district that is none is asked about there", "", "西湖区", without(good(t, 6), calc.ColDistrict),
			"factory", "国家级", "", []string{"A1 cell/district: 县区“西湖区”无法识别"}},
	} {
		c.row.Title, c.row.District = at(c.title), at(c.district)
		r := read(c.row)
		if r.Item != c.item || r.Level != c.level || r.District != c.in {
			t.Errorf("%s: item %q, level %q, district %q", c.name, r.Item, r.Level, r.District)
		}
		if diff := cmp.Diff(c.want, says(r.Findings)); diff != "" {
			t.Errorf("%s (-want +got):\n%s", c.name, diff)
		}
	}
}

func TestAmountsAreReadWhereTheFormNeedsThem(t *testing.T) {
	read := func(with ...string) calc.Record {
		records, _ := Standardise([]calc.Row{good(t, 6, with...)}, shorePolicy())
		return records[0]
	}
	if got := read("奖补事项=节能诊断", "费用/万元=1.8", "核定金额/元=5"); got.Base == nil || got.Base.String() != "18000.00" ||
		got.Approved != nil {
		t.Errorf("a fee: %v, %v", got.Base, got.Approved)
	}
	if got := read("奖补事项=人才培养", "认定名称或对象=培训", "费用/万元=1.8", "核定金额/元=5"); got.Approved == nil ||
		got.Approved.String() != "5.00" || got.Base != nil {
		t.Errorf("an approved amount: %v, %v", got.Base, got.Approved)
	}
	if got := read("费用/万元=1.8", "核定金额/元=5"); got.Base != nil || got.Approved != nil {
		t.Errorf("neither: %v, %v", got.Base, got.Approved)
	}
}

func TestTheSubjectOfAProductIsItsNameElseItsCertificate(t *testing.T) {
	read := func(with ...string) string {
		records, _ := Standardise([]calc.Row{good(t, 6, append(with, "奖补事项=软件产品")...)}, shorePolicy())
		return records[0].Subject
	}
	if got := read("认定名称或对象=甲软件 V1.0", "证书编号=RC-1"); got != "甲软件 V1.0" {
		t.Errorf("name: %q", got)
	}
	if got := read("证书编号=RC-2023-1"); got != "RC-2023-1" {
		t.Errorf("certificate: %q", got)
	}
}

func TestTheKeyNamesWhatTheRowSays(t *testing.T) {
	key := func(r calc.Row) string {
		records, _ := Standardise([]calc.Row{r}, shorePolicy())
		return records[0].Key
	}
	base := key(good(t, 6))
	moved := good(t, 60, "序号=9", "拟奖补金额/万元=80")
	moved.File, moved.Sheet = "b.xlsx", "Sheet2"
	for name, same := range map[string]calc.Row{
		"another place, serial number and claim": moved,
		"another way to write the date":          good(t, 6, "认定日期=2023年5月12日"),
		"another way to write the name":          good(t, 6, "单位名称=海滨 甲机械有限公司"),
		"another way to write the district":      good(t, 6, "县区=东山"),
		"an empty column more":                   good(t, 6, "备注=无"),
	} {
		if key(same) != base {
			t.Errorf("%s changes the key", name)
		}
	}
	for name, other := range map[string]calc.Row{
		"the date":     good(t, 6, "认定日期=2023-05-13"),
		"the district": good(t, 6, "县区=滨城"),
		"the name":     good(t, 6, "单位名称=海滨乙机械有限公司"),
		"the level":    good(t, 6, "奖补事项=省级绿色工厂"),
		"the code":     good(t, 6, "统一社会信用代码="+written.CompleteCode("91320700MA00000B")),
		"a bad date":   good(t, 6, "认定日期=2023-05-32"),
		"the remark":   good(t, 6, "备注=已撤销"),
		"the paper":    good(t, 6, "证书编号=1"),
		"the document": good(t, 6, "认定文号=1"),
	} {
		if key(other) == base {
			t.Errorf("%s does not change the key", name)
		}
	}
	records, _ := Standardise([]calc.Row{good(t, 6), good(t, 7), good(t, 8)}, shorePolicy())
	if got := []string{records[0].Key, records[1].Key, records[2].Key}; !cmp.Equal(got,
		[]string{base, base + "-2", base + "-3"}) {
		t.Errorf("equal rows: %v", got)
	}
}

func TestATitleNamesTheCityForItsOwnSake(t *testing.T) {
	titled := func(title string, with ...string) calc.Row {
		row := good(t, 6, append([]string{"奖补事项="}, with...)...)
		row.Title = calc.Cell{Kind: calc.CellText, Row: 1, Col: 1, Text: title}
		return row
	}
	for _, c := range []struct {
		name string
		row  calc.Row
		want string
	}{
		{"the column's level holds", titled("海滨市绿色工厂摸排表", "认定级别=省级"), "factory 省级"},
		{"without any level it is asked about", titled("海滨市绿色工厂摸排表"), "factory  cell/level"},
		{"the document tells", titled("海滨市绿色工厂摸排表", "认定文号=滨工信〔2023〕1号"), "factory 省级"},
		{"a city's own award takes the city's level", titled("海滨市近零碳工厂名单"), "near-zero 市级"},
		{"unless another is stated", titled("海滨市近零碳工厂名单", "认定级别=省级"), "near-zero 省级"},
		{"in the item's own column the city is a level", good(t, 6, "奖补事项=海滨市近零碳工厂"), "near-zero 市级"},
	} {
		t.Run(c.name, func(t *testing.T) {
			records, _ := Standardise([]calc.Row{c.row}, shorePolicy())
			got := records[0].Item + " " + records[0].Level
			for _, f := range records[0].Findings {
				got += " " + string(f.Code)
			}
			if got != c.want {
				t.Errorf("got %q, want %q", got, c.want)
			}
		})
	}
}
