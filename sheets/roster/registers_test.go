package roster_test

import (
	"bytes"
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
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			all, found := roster.ReadExcluded(opened(t, tt.file, []byte(tt.text)))
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
