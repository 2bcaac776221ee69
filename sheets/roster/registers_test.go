package roster_test

import (
	"bytes"
	"fmt"
	"strings"
	"testing"

	diff "github.com/google/go-cmp/cmp"

	"jiangbu/calc"
	"jiangbu/calc/lists"
	"jiangbu/calc/standard"
	"jiangbu/calc/written"
	"jiangbu/sheets"
	"jiangbu/sheets/roster"
)

func codesOf(found calc.Findings) (codes []string) {
	for _, f := range found {
		codes = append(codes, string(f.Code))
	}
	return codes
}

func TestTheRegisterOfFirmsIsRead(t *testing.T) {
	v := standard.NewVocabulary(policyOf(t))
	book := opened(t, "名录.xlsx", workbook(t, "# 名录\n企业名录\n序号\t统一社会信用代码\t单位名称\t曾用名\t县区\t登记状态\t注销日期\t法定代表人\t联系电话\n"+
		"1\t91320722MAAY00014U\t甲公司\t旧甲厂（2019-05-01）、老甲社\t东海\t存续\t\t张三\t13800000000\n2\t91320722MAAY00014X\t乙公司（原丙厂）\t\t连云区\t注销\t2024-01-05\n"))
	firms, found := roster.ReadFirms(book, v)
	if d := diff.Diff([]string{"cell/credit-code"}, codesOf(found)); d != "" {
		t.Error(d)
	}
	for i := range firms {
		firms[i].Ref = calc.Ref{}
	}
	want := []lists.Firm{{Code: "91320722MAAY00014U", Name: "甲公司", Former: []string{"旧甲厂", "老甲社"}, District: "东海县",
		State: "存续"},
		{Name: "乙公司", Former: []string{"丙厂"}, District: "连云区", State: "注销",
			Since: written.Date{Year: 2024, Month: 1, Day: 5}}}
	if d := diff.Diff(want, firms); d != "" {
		t.Errorf("(-want +got)\n%s", d)
	}
}

func TestTheNamesThatAFirmBoreAreReadAsTheyStand(t *testing.T) {
	v := standard.NewVocabulary(policyOf(t))
	for _, tt := range []struct{ name, text, want string }{
		{"with a label", "# 名录\n单位名称\t曾用名\n甲公司\t原名：旧甲厂", "甲公司 [旧甲厂]"},
		{"a name that begins so keeps it", "# 名录\n单位名称\t曾用名\n甲公司\t原野甲厂", "甲公司 [原野甲厂]"},
		{"below each other", "# 名录\n单位名称\t曾用名\n甲公司\t旧甲厂\\n老甲社", "甲公司 [旧甲厂 老甲社]"},
		{"before its own whole name", "# 名录\n单位名称\t曾用名\t登记状态\n旧甲厂（现名：新甲公司）\t\t存续", "新甲公司 [旧甲厂]"},
		{"in a table of new names", "# 更名\n统一社会信用代码\t原企业名称\t现企业名称\n91320722MAAY00014U\t旧甲厂\t甲公司", "甲公司 [旧甲厂]"},
	} {
		firms, _ := roster.ReadFirms(opened(t, "名录.xlsx", workbook(t, tt.text)), v)
		got := ""
		for _, f := range firms {
			got += fmt.Sprint(f.Name, " ", f.Former)
		}
		if d := diff.Diff(tt.want, got); d != "" {
			t.Errorf("%s (-want +got)\n%s", tt.name, d)
		}
	}
}

func TestListsOfExclusionAreRead(t *testing.T) {
	tests := []struct {
		name, file, text string
		want             []lists.Excluded
	}{
		{"kinds in a column", "名单.csv", "企业名称,统一社会信用代码,类别,列入日期,移出日期,依据文号\n甲公司,91320722MAAY00014U,严重失信,2024-03-01,,文1\n乙公司,,一般失信,,2024-05-01,\n",
			[]lists.Excluded{{Code: "91320722MAAY00014U", Name: "甲公司", Kind: "严重失信",
				From: written.Date{Year: 2024, Month: 3, Day: 1}, Document: "文1"},
				{Name: "乙公司", Kind: "一般失信", Until: written.Date{Year: 2024, Month: 5, Day: 1}}}},
		{"the title names the kind", "x.csv", "失信被执行人名单,\n单位名称,列入日期\n甲公司,2024-03-01\n",
			[]lists.Excluded{{Name: "甲公司", Kind: "失信被执行人名单", From: written.Date{Year: 2024, Month: 3, Day: 1}}}},
		{"the file names the kind", "安全事故.csv", "事故单位,发生日期\n甲公司,2024-03-01\n",
			[]lists.Excluded{{Name: "甲公司", Kind: "安全事故", From: written.Date{Year: 2024, Month: 3, Day: 1}}}},
		{"the sheet names the kind", "名单.xlsx", "# 经营异常\n单位名称\t文号\n甲公司\t文1\n",
			[]lists.Excluded{{Name: "甲公司", Kind: "经营异常", Document: "文1"}}},
		{"a sheet that nobody named leaves it to the file", "失信名单.xlsx", "# Sheet1\n单位名称\t文号\n甲公司\t文1\n",
			[]lists.Excluded{{Name: "甲公司", Kind: "失信名单", Document: "文1"}}},
		{"a code alone is somebody", "名单.csv", "企业名称,统一社会信用代码,类别\n,91320722MAAY00014U,失信\n",
			[]lists.Excluded{{Code: "91320722MAAY00014U", Kind: "失信"}}},
		{"neither name nor code is nobody", "名单.csv", "企业名称,类别,文号\n,失信,文1\n甲公司,失信,文1\n",
			[]lists.Excluded{{Name: "甲公司", Kind: "失信", Document: "文1"}}},
		{"two halves side by side", "失信名单.csv", "序号,企业名称,序号,企业名称\n1,甲公司,2,乙公司\n",
			[]lists.Excluded{{Name: "甲公司", Kind: "失信名单"}, {Name: "乙公司", Kind: "失信名单"}}},
		{"several names in a cell are each one", "名单.csv", "企业名称,类别\n甲公司、乙公司,失信\n丙（甲、乙）公司,失信\n",
			[]lists.Excluded{{Name: "甲公司", Kind: "失信"}, {Name: "乙公司", Kind: "失信"}, {Name: "丙（甲、乙）公司", Kind: "失信"}}},
		{"the reason stands for the kind, and other words for the name", "名单.csv", "序号,被执行人,案号,案由\n1,甲公司,（2023）1号,买卖合同纠纷\n",
			[]lists.Excluded{{Name: "甲公司", Kind: "买卖合同纠纷", Document: "（2023）1号"}}},
		{"a column asks", "核查.csv", "序号,企业名称,是否失信,是否发生安全事故\n1,甲公司,否,是\n2,乙公司,否,否\n3,丙公司,否,\n",
			[]lists.Excluded{{Name: "甲公司", Kind: "发生安全事故"}, {Name: "乙公司", Kind: "正常"}, {Name: "丙公司", Kind: "发生安全事故"}}},
		{"a line of nothing but a name is somebody", "失信名单.csv", "企业名称,原因\n一、严重失信,\n海滨甲公司,\n以上企业,\n",
			[]lists.Excluded{{Name: "海滨甲公司", Kind: "一、严重失信"}}},
		{"a sum is nobody, a name that begins like one is", "名单.csv", "企业名称,类别\n共计2家,失信\n总公司甲,失信\n",
			[]lists.Excluded{{Name: "总公司甲", Kind: "失信"}}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			all, found := roster.ReadExcluded(opened(t, tt.file, dataOf(t, tt.text)))
			if len(found) > 0 {
				t.Fatal(found)
			}
			for i := range all {
				all[i].Ref = calc.Ref{}
			}
			if d := diff.Diff(tt.want, all); d != "" {
				t.Errorf("(-want +got)\n%s", d)
			}
		})
	}
}

// dataOf is a file of text, or a workbook where the text is that of one.
func dataOf(t *testing.T, text string) []byte {
	if strings.HasPrefix(text, "# ") {
		return workbook(t, text)
	}
	return []byte(text)
}

func TestWhatAListOfExclusionLeavesOpenIsAskedAbout(t *testing.T) {
	for _, tt := range []struct {
		name, text string
		want       []string
	}{
		{"nothing", "企业名称,统一社会信用代码,列入日期\n甲公司,91320722MAAY00014U,2024-03-01\n", nil},
		{"a code with a wrong sign", "企业名称,统一社会信用代码\n甲公司,91320722MAAY00014X\n", []string{"cell/credit-code"}},
		{"a code that a program rounded", "企业名称,统一社会信用代码\n甲公司,9.1320722E+17\n",
			[]string{"cell/credit-code-damaged"}},
		{"a day that is none", "企业名称,列入日期\n甲公司,去年\n", []string{"cell/date"}},
		{"a day that is not there", "企业名称,列入日期,类别\n甲公司,,失信\n", nil},
		{"two columns of names", "企业名称,单位名称,类别\n甲公司,乙公司,失信\n", []string{"table/ambiguous-column"}},
		{"a hidden sheet with a list", "# 名单\n企业名称\t类别\n甲公司\t失信\n#hide sheet\n# 说明\n略\n", []string{"table/hidden"}},
		{"a hidden sheet without one", "# 名单\n企业名称\t类别\n甲公司\t失信\n# 说明\n略\t略\n#hide sheet\n", nil},
	} {
		t.Run(tt.name, func(t *testing.T) {
			file := "名单.csv"
			if strings.HasPrefix(tt.text, "# ") {
				file = "名单.xlsx"
			}
			all, found := roster.ReadExcluded(opened(t, file, dataOf(t, tt.text)))
			if d := diff.Diff(tt.want, codesOf(found)); d != "" {
				t.Errorf("(-want +got)\n%s", d)
			}
			if len(all) != 1 || all[0].Name != "甲公司" {
				t.Errorf("%+v", all)
			}
		})
	}
}

func TestTheLevelAndTheUnitOfWhatOthersPaid(t *testing.T) {
	v := standard.NewVocabulary(policyOf(t))
	for _, tt := range []struct{ name, text, want string }{
		{"the item's own words say the level", "单位名称,奖补事项,金额（元）\n甲公司,省级绿色工厂,5\n", "甲公司 省级 5.00"},
		{"its column wins over them", "单位名称,奖补事项,级别,金额（元）\n甲公司,省级绿色工厂,国家级,5\n", "甲公司 国家级 5.00"},
		{"a line above says the unit", "单位：万元,,\n单位名称,奖补事项,金额\n甲公司,省级绿色工厂,5\n", "甲公司 省级 50000.00"},
		{"another line above does not", "备注：略,,\n单位：万元,,\n单位名称,奖补事项,金额\n甲公司,省级绿色工厂,5\n", "甲公司 省级 50000.00"},
		{"the heading's unit wins", "单位：万元,,\n单位名称,奖补事项,金额（元）\n甲公司,省级绿色工厂,5\n", "甲公司 省级 5.00"},
		{"a code alone is somebody", "单位名称,统一社会信用代码,奖补事项,金额（元）\n,91320722MAAY00014U,省级绿色工厂,5\n",
			" 省级 5.00"},
		{"neither name nor code is nobody", "单位名称,奖补事项,金额（元）\n,省级绿色工厂,5\n", ""},
		{"unless it goes on with the company above", "单位名称,奖补事项,金额（元）\n甲公司,省级绿色工厂,5\n,国家级绿色工厂,6\n",
			"甲公司 省级 5.00甲公司 国家级 6.00"},
		{"a line of nothing but a sum does not", "单位名称,奖补事项,金额（元）\n甲公司,省级绿色工厂,5\n,,6\n", "甲公司 省级 5.00"},
		{"the title says the item", "省级绿色工厂奖励名单,\n单位名称,金额（元）\n甲公司,5\n", "甲公司 省级 5.00"},
		{"the nearest does", "单位名称,序号,金额（元）\n一、省级绿色工厂,,\n甲公司,1,5\n二、国家级绿色工厂,,\n乙公司,1,6\n",
			"甲公司 省级 5.00乙公司 国家级 6.00"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			all, found := roster.ReadAwarded(opened(t, "已奖.csv", []byte(tt.text)), v)
			got := ""
			for _, a := range all {
				got += a.Name + " " + a.Level + " " + a.Amount.String()
			}
			if got != tt.want || len(found) > 0 {
				t.Errorf("%q, want %q; %v", got, tt.want, found)
			}
		})
	}
}

func TestWhatLimitsAComparisonStandsUnderItsTitle(t *testing.T) {
	p := policyOf(t)
	for _, tt := range []struct {
		name      string
		firms     []lists.Firm
		confirmed bool
		want      string
	}{
		{"nothing", []lists.Firm{{Name: "甲公司", District: "东海县"}}, true, "应享未报 1。"},
		{"no register", nil, true, "没有给出企业名录（--firms），名单只与申报单位比对，未申报的单位可能没有找全。"},
		{"a list that nobody confirmed", []lists.Firm{{Name: "甲公司", District: "东海县"}}, false,
			"有 1 份名单尚未在“名单登记.xlsx”中确认，只作比对，不影响奖补，也不计应奖金额。"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			l := lists.List{Title: "名单", Said: lists.Said{Item: "green-factory", Level: "省级", Nature: lists.New,
				Date: written.Date{Year: 2023, Month: 5, Day: 1}, Whole: true, Confirmed: tt.confirmed},
				Lines: []lists.Line{{Serial: 1, Name: "甲公司"}}}
			c := lists.Compare(lists.Question{Policy: p, AwardYear: 2024, Lists: []lists.List{l}, Firms: tt.firms})
			c.Price(calc.Batch{Policy: p, AwardYear: 2024})
			var b bytes.Buffer
			if err := roster.WriteCheck(&b, roster.CheckSheet{Comparison: c, Policy: p, AwardYear: 2024}); err != nil {
				t.Fatal(err)
			}
			var note string
			opened(t, "名单核对.xlsx", b.Bytes()).Sheets[0].Rows(func(line sheets.Line) bool {
				note = line.Cells[0].Text
				return line.Number < 2
			})
			if !strings.HasSuffix(note, tt.want) {
				t.Errorf("%q does not end in %q", note, tt.want)
			}
		})
	}
}

func TestWhatOthersPaidIsRead(t *testing.T) {
	v := standard.NewVocabulary(policyOf(t))
	all, found := roster.ReadAwarded(opened(t, "已奖.csv",
		[]byte("省级已奖名单,,,,,\n单位名称,奖补事项,级别,金额（万元）,资金来源,年度\n甲公司,绿色工厂,省级,20,省级,2024\n乙公司,专精特新,省级,5,省级,2024\n")), v)
	if d := diff.Diff([]string{"overlap/unread"}, codesOf(found)); d != "" {
		t.Error(d)
	}
	if len(all) != 1 || all[0].Item != "green-factory" || all[0].Level != "省级" || all[0].Year != 2024 ||
		all[0].Source != "省级" || all[0].Amount == nil || all[0].Amount.String() != "200000.00" {
		t.Errorf("%+v", all)
	}
}

func TestAWorkbookWithoutTheTableThatWasAskedForIsSaid(t *testing.T) {
	v := standard.NewVocabulary(policyOf(t))
	letter := opened(t, "信.csv", []byte("敬启者\n"))
	_, firms := roster.ReadFirms(letter, v)
	_, excluded := roster.ReadExcluded(letter)
	_, awarded := roster.ReadAwarded(letter, v)
	got := strings.Join([]string{string(firms.Worst()), string(excluded.Worst()), string(awarded.Worst())}, " ")
	if got != "firms/no-table exclusion/no-table overlap/no-table" {
		t.Error(got)
	}
}

func TestTheDayOfAListIsFound(t *testing.T) {
	for text, want := range map[string]string{"失信名单（截至2024年5月1日）,\n": "2024-05-01", "数据截至：2024-05-01,\n": "2024-05-01",
		"失信名单（截至2024年5月1日）,截至2023年5月1日\n":    "2024-05-01",
		"一,\n二,\n三,\n四,\n截至2024年5月1日,\n":     "2024-05-01",
		"一,\n二,\n三,\n四,\n五,\n截至2024年5月1日,\n": "",
		"失信名单,\n": ""} {
		if got := roster.AsOf(opened(t, "名单.csv", []byte(text+"单位名称,类别\n甲公司,失信\n"))).String(); got != want {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
	}
}

// The letter holds what its district forgot, and no other district's.
func TestEachDistrictGetsALetter(t *testing.T) {
	p := policyOf(t)
	l := lists.List{Title: "名单", Said: lists.Said{Item: "green-factory", Level: "省级", Nature: lists.New,
		Date: written.Date{Year: 2023, Month: 5, Day: 1}, Whole: true, Confirmed: true},
		Lines: []lists.Line{{Serial: 1, Name: "甲公司"}, {Serial: 2, Name: "乙公司"}, {Serial: 3, Name: "丙公司"}}}
	c := lists.Compare(lists.Question{Policy: p, AwardYear: 2024, Lists: []lists.List{l},
		Firms: []lists.Firm{{Name: "甲公司", District: "灌云县"}, {Name: "乙公司", District: "东海县"},
			{Name: "丙公司", District: "别处"}}})
	c.Price(calc.Batch{Policy: p, AwardYear: 2024})
	s := roster.CheckSheet{Comparison: c, Policy: p, AwardYear: 2024}
	if d := diff.Diff([]string{"东海县", "灌云县", ""}, s.LetterDistricts()); d != "" {
		t.Error(d)
	}
	for district, want := range map[string]string{"东海县": "乙公司", "灌云县": "甲公司", "": "丙公司"} {
		var b bytes.Buffer
		if err := roster.WriteLetter(&b, s, district); err != nil {
			t.Fatal(err)
		}
		book := opened(t, roster.LetterName(district), b.Bytes())
		text := ""
		book.Sheets[0].Rows(func(line sheets.Line) bool {
			for _, cell := range line.Cells {
				text += cell.Text + " "
			}
			return true
		})
		for _, name := range []string{"甲公司", "乙公司", "丙公司"} {
			if strings.Contains(text, name) != (name == want) {
				t.Errorf("%s: %s", district, text)
			}
		}
	}
	var b bytes.Buffer
	if err := roster.WriteCheck(&b, s); err != nil ||
		opened(t, "名单核对.xlsx", b.Bytes()).Sheets[0].Name != roster.SheetCheck {
		t.Error(err)
	}
}
