package standard

import (
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"jiangbu/calc"
)

// read standardises one row and gives the nature and the codes found.
func natureOf(row calc.Row) []string {
	p := shorePolicy()
	p.Natures[0].Aliases = append(p.Natures[0].Aliases, "非复核")
	records, _ := Standardise([]calc.Row{row}, p)
	out := []string{records[0].Nature}
	for _, f := range records[0].Findings {
		out = append(out, string(f.Code))
	}
	return out
}

func TestTheNatureOfARecognition(t *testing.T) {
	titled := func(title string, with ...string) calc.Row {
		row := good(t, 6, with...)
		row.Title = calc.Cell{Kind: calc.CellText, Row: 1, Col: 1, Text: title}
		return row
	}
	asked := func(question, answer string) calc.Row {
		row := good(t, 6, "认定类型="+answer)
		row.Question = question
		return row
	}
	for _, c := range []struct {
		name string
		row  calc.Row
		want []string
	}{
		{"a row that says none is new", good(t, 6), []string{"新认定"}},
		{"an alias is its nature", good(t, 6, "认定类型=复审"), []string{"复核"}},
		{"a word too many is asked about", good(t, 6, "认定类型=复核甲"), []string{"", "cell/left-over"}},
		{"a cell that holds no value leaves it open", good(t, 6, "认定类型=@#N/A"), []string{"", "cell/error-value"}},
		{"an empty one does not", good(t, 6, "认定类型=无"), []string{"新认定"}},
		{"what was not reviewed is not recognised", good(t, 6, "认定类型=未复核"), []string{"", "record/not-recognised"}},
		{"what was not recognised is not, either", good(t, 6, "认定类型=未认定"), []string{"", "record/not-recognised"}},
		{"nor is what is only published", good(t, 6, "认定类型=公示"), []string{"", "record/not-recognised"}},

		{"是 under 是否复核 is a review", asked("是否复核", "是"), []string{"复核"}},
		{"a mark is, too", asked("是否复核", "√"), []string{"复核"}},
		{"否 is new", asked("是否复核", "否"), []string{"新认定"}},
		{"so is a cross", asked("是否复核", "×"), []string{"新认定"}},
		{"another word under it is what it says", asked("是否复核", "更名"), []string{"更名"}},
		{"是 without a question is nothing", good(t, 6, "认定类型=是"), []string{"", "cell/nature"}},

		{"a title that names a nature", titled("绿色工厂复核名单"), []string{"复核"}},
		{"the row's own counts before it", titled("绿色工厂复核名单", "认定类型=新认定"), []string{"新认定"}},
		{"a title that publishes an award is no recognition", titled("国家级绿色工厂公示名单"),
			[]string{"新认定", "record/not-recognised"}},
		{"one that publishes something holds nobody", titled("公示名单"), []string{"新认定"}},
		{"one that says stop holds", titled("作废"), []string{"新认定", "record/stop"}},

		{"a product named after what is being recognised", good(t, 6, "奖补事项=软件产品", "认定名称或对象=甲软件认定培育平台"),
			[]string{"新认定"}},
		{"a state apart from the name is one", good(t, 6, "奖补事项=软件产品", "认定名称或对象=甲软件（培育）"),
			[]string{"新认定", "record/not-recognised"}},
		{"a revocation apart from the name is asked about", good(t, 6, "奖补事项=软件产品", "认定名称或对象=甲软件（已撤销）"),
			[]string{"新认定", "record/nature-differs"}},
		{"another name of the body is not", good(t, 6, "奖补事项=软件产品", "认定名称或对象=甲软件（更名）"), []string{"新认定"}},
		{"a remark of it is", good(t, 6, "备注=已撤销"), []string{"新认定", "record/remark"}},
		{"a question mark is a doubt", good(t, 6, "认定类型=新认定？"), []string{"", "record/stop"}},
		{"what will be revoked is not revoked yet", good(t, 6, "备注=拟撤销"), []string{"新认定", "record/not-recognised"}},
		{"what was not is fine", good(t, 6, "备注=未撤销"), []string{"新认定"}},
		{"what is not even a candidate is open", good(t, 6, "认定类型=未培育"), []string{"", "record/not-recognised"}},
		{"what will be struck off stops", good(t, 6, "备注=将注销"), []string{"新认定", "record/stop"}},
		{"what was not does not", good(t, 6, "备注=未注销"), []string{"新认定"}},
		{"a list is denied as a whole", good(t, 6, "备注=无重大事故、处罚"), []string{"新认定"}},
		{"what stands apart from it is not", good(t, 6, "备注=无重大事故，处罚"), []string{"新认定", "record/stop"}},
		{"two words stop without a sign between them", good(t, 6, "备注=已和企业兑现"), []string{"新认定", "record/stop"}},
		{"not with something unknown between", good(t, 6, "备注=已提醒兑现"), []string{"新认定"}},
		{"nor with a denial", good(t, 6, "备注=已认定未兑现"), []string{"新认定"}},
		{"nor in two breaths", good(t, 6, "备注=已认定，兑现"), []string{"新认定"}},
		{"a refusal stops", good(t, 6, "备注=不兑现"), []string{"新认定", "record/stop"}},
		{"a word without a second stops alone", good(t, 6, "备注=是否认定"), []string{"新认定", "record/stop"}},
		{"a title is not a remark", titled("已认定企业奖补名单"), []string{"新认定"}},

		{"a box ticked is the answer", asked("是否复核", "☐是☑否"), []string{"新认定"}},
		{"both boxes ticked are none", asked("是否复核", "☑是☑否"), []string{"", "cell/nature"}},
		{"an answer keeps what stands behind it", asked("是否复核", "否（更名）"), []string{"", "cell/nature"}},
		{"无 is an answer to a question", asked("是否新认定", "无"), []string{"", "record/not-recognised"}},
		{"a number is none", asked("是否新认定", "2023"), []string{"", "cell/nature"}},
		{"a year without a question says nothing", good(t, 6, "认定类型=2023"), []string{"新认定"}},
		{"a remark that denies it is open", good(t, 6, "备注=未通过"), []string{"新认定", "record/not-recognised"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			if diff := cmp.Diff(c.want, natureOf(c.row)); diff != "" {
				t.Errorf("-want +got:\n%s", diff)
			}
		})
	}
}

func TestWhatATextSaysOfTheStateOfARecognition(t *testing.T) {
	v := NewVocabulary(shorePolicy())
	type state struct {
		Open, Stop, Notice string
		Natures            []string
	}
	for text, want := range map[string]state{
		"复核通过":  {Natures: []string{"复核"}},
		"通过复核":  {Natures: []string{"复核"}},
		"未通过复核": {Open: "未通过", Natures: []string{"复核"}},
		"未复核":   {Open: "未复核"},
		"培育":    {Open: "培育"},
		"作废":    {Stop: "作废"},
		"公示":    {Notice: "公示"},
		"未公示":   {Notice: "未公示"},
		"无失信":   {},
		"失信":    {Stop: "失信"},
		"复核、撤销": {Natures: []string{"复核", "撤销"}},
		"培育、放弃": {Open: "培育", Stop: "放弃"},
		"认定":    {},
		"未来":    {},
		"":      {},
	} {
		c := v.Cover(text)
		s := v.standing(&c)
		got := state{Open: s.open, Stop: s.stop, Notice: s.notice}
		for _, n := range s.named() {
			got.Natures = append(got.Natures, shorePolicy().Natures[n.nature].Name)
		}
		slices.Sort(got.Natures)
		slices.Sort(want.Natures)
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("%q (-want +got):\n%s", text, diff)
		}
		if s.isOpen() != (want.Open != "" || want.Stop != "" || want.Notice != "") {
			t.Errorf("%q is open: %t", text, s.isOpen())
		}
	}
}

func TestTheOnlyDateAndTheFirstYearOfAText(t *testing.T) {
	v := NewVocabulary(shorePolicy())
	type said struct {
		Date string
		Year int
	}
	for text, want := range map[string]said{
		"国家级（2023.12）": {"2023.12", 2023}, "2023-05-12": {"2023-05-12", 2023}, "2023-05-12、2024-05-12": {"", 2023},
		"2022年度绿色工厂": {"", 2022}, "绿色工厂": {"", 0}, "": {"", 0},
	} {
		c := v.Cover(text)
		if diff := cmp.Diff(want, said{c.date(), c.year()}); diff != "" {
			t.Errorf("%q (-want +got):\n%s", text, diff)
		}
	}
}
