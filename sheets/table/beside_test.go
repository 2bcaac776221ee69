package table

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"jiangbu/calc"
	"jiangbu/calc/money"
	"jiangbu/sheets"
)

var besideWords = NewWords([]Heading{
	{ID: headName, Rank: 2, Else: headPayee, Name: []string{"项目", "项目名称"}},
	{ID: headAmount, Rank: 5, Name: []string{"金额"}},
	{ID: headDate, Rank: 5, Name: []string{"拨付日期"}},
	{ID: headPayee, Many: true, Name: []string{"序号"}},
	{ID: headRemark, Many: true, Name: []string{"备注"}},
}, nil).Led(headName)

func TestTablesSideBySideAreReadOneAfterTheOther(t *testing.T) {
	for _, c := range []struct {
		name, text string
		merges     []sheets.Range
		want       string
	}{
		{"the same headings behind an empty column", "项目|金额||项目|金额\n甲|1||丙|3\n乙|2\n||||4\n", nil,
			"1 header of 1 repeat=false A=项目:1 B=金额:2\n2 甲 1\n3 乙 2\n" +
				"1 header of 1 repeat=false D=项目:1 E=金额:2\n2 丙 3\n4  4\n"},
		{"three without one, the serials with them", "序号|项目|金额|序号|项目|金额|序号|项目|金额\n1|甲|1|2|乙|2|3|丙|3\n", nil,
			"1 header of 1 repeat=false A=序号:4 B=项目:1 C=金额:2\n2 1 甲 1\n" +
				"1 header of 1 repeat=false D=序号:4 E=项目:1 F=金额:2\n2 2 乙 2\n" +
				"1 header of 1 repeat=false G=序号:4 H=项目:1 I=金额:2\n2 3 丙 3\n"},
		{"behind an empty column another word for the same", "项目|金额||项目名称|金额\n甲|1||丙|3\n", nil,
			"1 header of 1 repeat=false A=项目:1 B=金额:2\n2 甲 1\n" +
				"1 header of 1 repeat=false D=项目名称:1 E=金额:2\n2 丙 3\n"},
		{"without one that is one table", "项目|金额|项目名称|金额\n甲|1|丙|3\n", nil,
			"1 header of 1 repeat=false A=项目:1 B=金额:2 C=项目名称:1 D=金额:2\n2 甲 1 丙 3\n"},
		{"headings in front that nobody knows may differ", "东区|项目|金额|西区|项目|金额\n1|甲|1|1|丙|3\n", nil,
			"1 header of 1 repeat=false A=东区 B=项目:1 C=金额:2\n2 1 甲 1\n" +
				"1 header of 1 repeat=false D=西区 E=项目:1 F=金额:2\n2 1 丙 3\n"},
		{"not behind the name", "项目|东区|金额|项目|西区|金额\n甲|1|1|丙|3|3\n", nil,
			"1 header of 1 repeat=false A=项目:1 B=东区 C=金额:2 D=项目:1 E=西区 F=金额:2\n2 甲 1 1 丙 3 3\n"},
		{"a remark may stand behind one of them", "项目|金额|备注|项目|金额\n甲|1|略|丙|3\n", nil,
			"1 header of 1 repeat=false A=项目:1 B=金额:2 C=备注:5\n2 甲 1 略\n" +
				"1 header of 1 repeat=false D=项目:1 E=金额:2\n2 丙 3\n"},
		{"a fact that the first lacks makes them one", "项目|金额|项目|金额|拨付日期\n甲|1|丙|3|x\n", nil,
			"1 header of 1 repeat=false A=项目:1 B=金额:2 C=项目:1 D=金额:2 E=拨付日期:3\n2 甲 1 丙 3 x\n"},
		{"names alone are one", "项目|项目\n甲|丙\n", nil, "1 header of 1 repeat=false A=项目:1 B=项目:1\n2 甲 丙\n"},
		{"another table behind an empty column", "项目|金额|拨付日期||序号|金额\n甲|1|x||7|3\n", nil,
			"1 header of 1 repeat=false A=项目:1 B=金额:2 C=拨付日期:3\n2 甲 1 x\n" +
				"1 header of 1 repeat=false E=序号:4 F=金额:2\n2 7 3\n"},
		{"what repeats no heading behind one is of the same", "项目|金额||拨付日期|备注\n甲|1||x|略\n", nil,
			"1 header of 1 repeat=false A=项目:1 B=金额:2 D=拨付日期:3 E=备注:5\n2 甲 1 x 略\n"},
		{"a page break in both, then a table of its own", "项目|金额|项目|金额\n甲|1|丙|3\n项目|金额|项目|金额\n乙|2|丁|4\n项目|拨付日期\n戊|x\n", nil,
			"1 header of 1 repeat=false A=项目:1 B=金额:2\n2 甲 1\n3 header of 1 repeat=true A=项目:1 B=金额:2\n4 乙 2\n" +
				"1 header of 1 repeat=false C=项目:1 D=金额:2\n2 丙 3\n3 header of 1 repeat=true C=项目:1 D=金额:2\n4 丁 4\n" +
				"5 header of 1 repeat=false A=项目:1 B=拨付日期:3\n6 戊 x\n"},
		{"merged values reach down in each", "项目|金额|项目|金额\n甲|1|丙|3\n|2||4\n",
			[]sheets.Range{{Top: 2, Left: 1, Bottom: 3, Right: 1}, {Top: 2, Left: 3, Bottom: 3, Right: 3}},
			"1 header of 1 repeat=false A=项目:1 B=金额:2\n2 甲 1\n3 甲^2 2\n" +
				"1 header of 1 repeat=false C=项目:1 D=金额:2\n2 丙 3\n3 丙^2 4\n"},
		{"under a heading that names what a line is about they are its roles", "项目||项目名称|\n项目名称|金额|项目名称|金额\n甲|1|丙|3\n",
			[]sheets.Range{{Top: 1, Left: 1, Bottom: 1, Right: 2}, {Top: 1, Left: 3, Bottom: 1, Right: 4}},
			"2 header of 2 repeat=false A=项目/项目名称:1 B=项目/金额:2 C=项目名称:1 D=项目名称/金额:2\n3 甲 1 丙 3\n"},
	} {
		t.Run(c.name, func(t *testing.T) {
			got := showTables(besideWords, sheets.NewSheet("表", tableLines(c.text), c.merges))
			if diff := cmp.Diff(c.want, got); diff != "" {
				t.Errorf("(-want +got)\n%s", diff)
			}
		})
	}
}

const besideHead = "单位名称|金额||单位名称|金额\n"

func TestWhatStandsAroundTablesSideBySide(t *testing.T) {
	record := "甲公司|5||乙公司|6\n"
	over := func(left, right, row int) []sheets.Range {
		return []sheets.Range{{Top: row, Left: left, Bottom: row, Right: right}}
	}
	for _, c := range []struct {
		name, text, sender, want string
		merges                   []sheets.Range
	}{
		{"a title over both counts for both", "绿色工厂\n" + besideHead + record, "", "绿色工厂 < 表一", nil},
		{"of two the one above", "东区|||西区|\n" + besideHead + record, "", "西区 < 表一", nil},
		{"a title over both above those", "绿色工厂\n东区|||西区\n" + besideHead + record, "", "西区 < 绿色工厂 < 表一", nil},
		{"of two senders the one above", "填报单位：东区|||填报单位：西区\n" + besideHead + record, "西区", "表一", nil},
		{"of one it is both's", "填报单位：东区|||单位：万元\n" + besideHead + record, "东区", "表一", nil},
		{"a heading in front that names a district", "东区|单位名称|金额|西区|单位名称|金额\n1|甲公司|5|1|乙公司|6\n", "",
			"西区 < 表一", nil},
		{"a section is that of its own table", besideHead + "绿色工厂|||软件产品\n" + record, "", "软件产品 < 表一", nil},
		{"one of the first ends with it", besideHead + "绿色工厂\n" + record, "", "表一", nil},
		{"below them the titles are those above again", "东区|||西区\n" + besideHead + record + "单位名称|证书编号\n丙公司|A1\n", "",
			"西区 < 东区 < 表一", nil},
		{"or those between", besideHead + record + "二、软件产品\n单位名称|证书编号\n丙公司|A1\n", "", "二、软件产品 < 表一", nil},
		{"one merged over the first alone, right above its heading", "东区\n" + besideHead + record, "", "表一", over(1, 2, 1)},
		{"further up it is of both", "东区\n绿色工厂\n" + besideHead + record, "", "绿色工厂 < 东区 < 表一", over(1, 2, 1)},
		{"merged over both it is of both", "东区\n" + besideHead + record, "", "东区 < 表一", over(1, 5, 1)},
		{"a section merged over both is of both", besideHead + "绿色工厂\n" + record, "", "绿色工厂 < 表一", over(1, 5, 2)},
		{"one that stands above the same headings, too", besideHead + record + "二、软件产品\n" + besideHead + record, "",
			"二、软件产品 < 表一", nil},
	} {
		t.Run(c.name, func(t *testing.T) {
			r := readList(c.text, c.merges, nil)
			var texts []string
			for _, n := range r.above.Near("表一") {
				texts = append(texts, n.Text)
			}
			if got := strings.Join(texts, " < "); got != c.want || r.above.Sender.Text != c.sender {
				t.Errorf("%q from %q, want %q from %q", got, r.above.Sender.Text, c.want, c.sender)
			}
			if n := strings.Count(c.text, "\n"); r.Account.Lines() < n {
				t.Errorf("%d of %d lines are accounted for", r.Account.Lines(), n)
			}
		})
	}
}

func TestASumOfTablesSideBySideIsThatOfOneOrOfAll(t *testing.T) {
	lines := "甲公司|5||乙公司|6\n"
	for _, c := range []struct {
		name, text string
		want       []string
	}{
		{"each has its own", lines + "合计|5||合计|6\n", nil},
		{"one of all at the right", lines + "|||合计|11\n", nil},
		{"one of all at the left", lines + "合计|11\n", nil},
		{"one of all is one fen off", lines + "|||合计|11.01\n", []string{`3 sum of "合计" is 6.00, not 11.01`}},
		{"figures without a word", lines + "|5|||6\n", nil},
		{"its word at the left, its figure at the right", lines + "合计||||11\n", nil},
		{"the same one fen off", lines + "合计||||11.01\n", []string{`3 sum of "合计" is 6.00, not 11.01`}},
		{"a subtotal is never that of all", lines + "小计|11\n", []string{`3 sum of "小计" is 5.00, not 11.00`}},
		{"a count of all", lines + "共2家\n", nil},
		{"a count of neither", lines + "共3家\n", []string{`3 count of "共3家" is 1, not 3`}},
	} {
		t.Run(c.name, func(t *testing.T) {
			if diff := cmp.Diff(c.want, differences(readList(besideHead+c.text, nil, nil).told)); diff != "" {
				t.Errorf("-want +got:\n%s", diff)
			}
		})
	}
}

func TestAnotherTableBesideIsToldAndNotRead(t *testing.T) {
	r := readList("单位名称|金额|备注||县区|金额\n甲公司|5|略||东区|5\n合计|5||||\n", nil, nil)
	want := calc.Findings{calc.Found("table/beside", calc.Ref{File: "名单.xlsx", Sheet: "名单", Row: 1, Col: 5}, "“县区”“金额”")}
	if diff := cmp.Diff(want, r.findings); diff != "" {
		t.Errorf("-want +got:\n%s", diff)
	}
	if r.Account.Of(Record) != 1 || r.Account.Of(NoTable) != 1 {
		t.Errorf("%+v", r.Account)
	}
}

func TestAUnitInTheBracketsOfATitleCountsUnlessALineSaysOne(t *testing.T) {
	for _, c := range []struct {
		name, text, sheet string
		want              money.Unit
	}{
		{"of the nearest title", "某市名单（元）\n2024年名单（万元）\n", "名单", money.UnitWan},
		{"with the word for it", "2024年名单（单位：万元）\n", "名单", money.UnitWan},
		{"a line says it", "2024年名单（万元）\n单位：元\n", "名单", money.UnitYuan},
		{"of the sheet's name", "2024年名单\n", "名单（万元）", money.UnitWan},
		{"one over some columns is theirs alone", "资金（万元）|备注\n", "名单", money.UnitNone},
		{"a sum is none", "2024年名单（奖励50万元）\n", "名单", money.UnitNone},
		{"of a title further up, not of the table before", "名单（万元）\n单位名称|证书编号\n甲公司|A1\n\n名单（元）\n", "名单",
			money.UnitYuan},
	} {
		t.Run(c.name, func(t *testing.T) {
			r := &listReader{}
			s := sheets.NewSheet(c.sheet, tableLines(c.text+listHead+"1||甲公司||||5|\n"), nil)
			r.Reader = NewReader(r, "名单.xlsx", s, bodyNames, &r.findings)
			r.Read(bodyWords)
			if r.Around.Unit != c.want {
				t.Errorf("%s, want %s", r.Around.Unit, c.want)
			}
		})
	}
}

func TestATitleWithAUnitBehindItIsATitleAllTheSame(t *testing.T) {
	if got := near("东区绿色工厂名单（单位：万元）\n" + listHead + "1||甲公司||||5|\n"); got != "东区绿色工厂名单 < 表一" {
		t.Error(got)
	}
	if got := near("（单位：万元）\n" + listHead + "1||甲公司||||5|\n"); got != "表一" {
		t.Error(got)
	}
}

func TestATextInTheColumnOfNamesIsATitleRightAboveAHeader(t *testing.T) {
	record := "1||甲公司||||5|\n"
	for _, c := range []struct {
		name, text, want string
		records          int
	}{
		{"above another header", listHead + record + "||按企业汇总\n单位名称|金额\n甲公司|5\n", "按企业汇总 < 表一", 2},
		{"the name of a body is a record", listHead + record + "||乙公司\n单位名称|金额\n甲公司|5\n", "表一", 3},
		{"so is one that no header follows", listHead + record + "||按企业汇总\n", "表一", 2},
		{"above the same header it heads what follows", listHead + record + "||软件产品名称\n" + listHead + record,
			"软件产品名称 < 表一", 2},
		{"a numbered line behind notes", listHead + record + "说明：略\n二、软件产品\n单位名称|金额\n甲公司|5\n",
			"二、软件产品 < 表一", 2},
		{"above the same header, too", listHead + record + "说明：略\n二、软件产品\n" + listHead + record, "二、软件产品 < 表一", 2},
		{"notes are numbered, too", listHead + record + "说明：略\n1.略\n2.软件产品\n备注：略\n" + listHead + record, "表一", 2},
	} {
		t.Run(c.name, func(t *testing.T) {
			r := readList(c.text, nil, nil)
			var texts []string
			for _, n := range r.Around.Near("表一") {
				texts = append(texts, n.Text)
			}
			if got := strings.Join(texts, " < "); got != c.want || r.Account.Of(Record) != c.records {
				t.Errorf("%q of %d records, want %q of %d", got, r.Account.Of(Record), c.want, c.records)
			}
		})
	}
}

func TestASheetWithoutAHeadingThatNamesACompanyIsTold(t *testing.T) {
	for _, c := range []struct {
		name, text string
		want       int
	}{
		{"a company and a figure", "甲公司|绿色工厂|5\n", 1},
		{"no figure", "甲公司|绿色工厂\n", 0},
		{"no company", "联系电话|85800000\n", 0},
		{"a heading", listHead + "1||甲公司||||5|\n", 0},
	} {
		t.Run(c.name, func(t *testing.T) {
			r := readList(c.text, nil, nil)
			if found := r.Headless(); len(found) != c.want {
				t.Error(found)
			}
		})
	}
}
