package lists_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"jiangbu/calc"
	"jiangbu/calc/lists"
	"jiangbu/calc/written"
)

func TestAListIsWholeOrSaysWhatItLacks(t *testing.T) {
	serials := func(count int, serials ...int) lists.List {
		l := lists.List{Said: lists.Said{Count: count}}
		for i, n := range serials {
			l.Lines = append(l.Lines, lists.Line{Ref: calc.Ref{Row: i + 4}, Page: 2, Serial: n, Name: firmA})
		}
		return l
	}
	nameless := serials(0, 1, 2)
	nameless.Lines[1].Name = ""
	unnumbered := serials(2, 0, 0)
	unnumbered.Lines[0].Name, unnumbered.Lines[0].Page = "", 0
	for _, c := range []struct {
		name string
		list lists.List
		want string
	}{
		{"numbered from one on", serials(0, 1, 2, 3), ""},
		{"a number that is missing", serials(0, 1, 3), "缺少序号 2"},
		{"the first is missing", serials(0, 2, 3), "缺少序号 1"},
		{"a number twice", serials(0, 1, 2, 2), "序号 2 重复"},
		{"a line without a number among those with one", serials(0, 1, 0, 3), "“" + firmA + "”一行没有序号"},
		{"as many as it says", serials(3, 1, 2, 3), ""},
		{"one more than it says", serials(2, 1, 2, 3), "标明 2 家，读到 3 家"},
		{"one less than it says", serials(4, 1, 2, 3), "标明 4 家，读到 3 家"},
		{"no numbers, and as many as it says", serials(2, 0, 0), ""},
		{"no numbers, and not as many", serials(3, 0, 0), "标明 3 家，读到 2 家"},
		{"no numbers, and nobody says how many", serials(0, 0, 0), "没有序号，也没有标明家数，无法确认是否完整"},
		{"a line without a name, by its number", nameless, "第2页序号2没有名称"},
		{"a line without a name, by its row", unnumbered, "第4行没有名称"},
	} {
		if diff := cmp.Diff(c.want, c.list.Fault()); diff != "" {
			t.Errorf("%s (-want +got):\n%s", c.name, diff)
		}
	}
}

func TestWhatAListSaysOfItself(t *testing.T) {
	l := list(firmA)
	with := func(change func(*lists.List)) *lists.List { x := said(l, change); return &x }
	line := &lists.Line{Ref: calc.Ref{Row: 7}}
	for _, c := range []struct {
		name      string
		got, want any
	}{
		{"the year of its document", l.Year(), 2023},
		{"the year of its title where it has no date",
			with(func(l *lists.List) { l.Date, l.Label = written.Date{}, 2022 }).Year(), 2022},
		{"the document's year before the title's", with(func(l *lists.List) { l.Label = 2022 }).Year(), 2023},
		{"its title", l.Name(), "《2023年度绿色工厂名单》"},
		{"its file where it has none", with(func(l *lists.List) { l.Title = "" }).Name(), "“名单.pdf”"},
		{"the level of the list", l.LevelOf(line), "国家级"},
		{"the level of a line", l.LevelOf(&lists.Line{Level: "省级"}), "省级"},
		{"a line by its row", l.Place(line), "第7行"},
		{"a line by its page and number", l.Place(&l.Lines[0]), "第1页序号1"},
		{"a confirmed list decides", l.Decides(), true},
		{"one that nobody confirmed", with(func(l *lists.List) { l.Confirmed = false }).Decides(), false},
		{"one of no item", with(func(l *lists.List) { l.Item = "" }).Decides(), false},
		{"one of proposals", with(func(l *lists.List) { l.Nature = lists.Proposed }).Decides(), false},
		{"one without a date", with(func(l *lists.List) { l.Date = written.Date{} }).Decides(), false},
	} {
		if diff := cmp.Diff(c.want, c.got); diff != "" {
			t.Errorf("%s (-want +got):\n%s", c.name, diff)
		}
	}
}

func TestALineFindsItsFirmByTheStrongestMeans(t *testing.T) {
	coded := func(name, code string) lists.Firm { return lists.Firm{Name: name, Code: code, District: "海州区"} }
	ended := coded(firmA, codeA)
	ended.State = "已注销"
	line := func(change func(*lists.Line)) lists.List {
		return said(list(firmA), func(l *lists.List) { change(&l.Lines[0]) })
	}
	claimed := func(company, code string) calc.Record {
		return claim(company, func(r *calc.Record) { r.CreditCode = code })
	}
	for _, c := range []struct {
		name    string
		list    lists.List
		firms   []lists.Firm
		records []calc.Record
		want    []string // state, how, firm, note
	}{
		{"by its code, whatever it is called", line(func(l *lists.Line) { l.Code, l.Name = codeA, firmB }),
			[]lists.Firm{coded(firmA, codeA)}, nil, []string{"应享未报 " + firmA + " 信用代码相同"}},
		{"a code that two firms have is none", line(func(l *lists.Line) { l.Code, l.Name = codeA, firmB }),
			[]lists.Firm{coded(firmA, codeA), coded(firmC, codeA)}, nil, nil},
		{"with such a code it is found by its name", line(func(l *lists.Line) { l.Code = codeA }),
			[]lists.Firm{coded(firmA, codeA), coded(firmC, codeA)}, nil, []string{"应享未报 " + firmA + " 名称相同"}},
		{"one firm twice in the register without a code", line(func(*lists.Line) {}),
			[]lists.Firm{coded(firmA, ""), coded(firmA, "")}, nil, []string{"名称待核  名录中有两个同名单位"}},
		{"its firm has ended", line(func(*lists.Line) {}), []lists.Firm{ended}, nil,
			[]string{"应享未报 " + firmA + " 名称相同；登记状态为已注销"}},
		{"by the code of a claim, under another name", line(func(l *lists.Line) { l.Code = codeA }), nil,
			[]calc.Record{claimed(firmB, codeA)}, []string{"一致 " + firmB + " 信用代码相同"}},
		{"by either name of one code", line(func(*lists.Line) {}), nil,
			[]calc.Record{claimed(firmB, codeA), claimed(firmA, codeA)},
			[]string{"一致 " + firmB + " 名称相同", "一致 " + firmA + " 名称相同"}},
		{"by a claim's own former name", line(func(*lists.Line) {}), nil,
			[]calc.Record{claim(firmB, func(r *calc.Record) { r.FormerName = firmA })},
			[]string{"一致 " + firmB + " 与曾用名相同"}},
		{"a claim without a code is the firm's of that name", line(func(*lists.Line) {}),
			[]lists.Firm{coded(firmA, codeA)}, []calc.Record{claimed(firmA, "")}, []string{"一致 " + firmA + " 名称相同"}},
		{"a claim with a code is that of a firm without one", line(func(*lists.Line) {}),
			[]lists.Firm{coded(firmA, "")}, []calc.Record{claimed(firmA, codeA)}, []string{"一致 " + firmA + " 名称相同"}},
		{"a claim with the code of another is a second firm", line(func(*lists.Line) {}),
			[]lists.Firm{coded(firmA, codeB)}, []calc.Record{claimed(firmA, codeA)},
			[]string{"名称待核 " + firmA + " 名录中有两个同名单位；《2023年度绿色工厂名单》第1页序号1的“" + firmA + "”对应名录中的两个单位"}},
		{"a branch by the first form in its name", line(func(l *lists.Line) { l.Name = firmA + "（某某股份公司）分公司" }),
			[]lists.Firm{coded(firmA, codeA)}, nil,
			[]string{"分支机构 " + firmA + " 名单为其分支机构；法人为“" + firmA + "”，是否具有法人资格须核实"}},
		{"a name that is a form alone is no branch", line(func(l *lists.Line) { l.Name = "有限公司连云港厂" }),
			[]lists.Firm{coded(firmA, codeA)}, nil, []string{"名称待核  名称中有“连云港”；名录中没有这个单位"}},
		{"one of this district without a register", line(func(l *lists.Line) { l.Name, l.Region = "某某厂", "海州区" }), nil,
			nil, []string{"名称待核  名单所在地为“海州区”；没有企业名录，无法对应"}},
		{"one character more than a firm of this city",
			line(func(l *lists.Line) { l.Name, l.Region = "连云港甲山新型材料有限公司", "连云港" }),
			[]lists.Firm{coded(firmA, codeA)}, nil,
			[]string{"名称待核  名单所在地为“连云港”；名录中没有这个单位；与“" + firmA + "”只差一字，未作对应"}},
		{"one character less than a firm, somewhere in the province",
			line(func(l *lists.Line) { l.Name = "江苏乙水化工股有限公司" }), []lists.Firm{coded(firmB, codeA)}, nil,
			[]string{"名称待核 " + firmB + " 与“" + firmB + "”只差一字，未作对应"}},
		{"of two that are as near the first by name", line(func(l *lists.Line) { l.Name = "江苏甲某某有限公司" }),
			[]lists.Firm{coded("江苏丙某某有限公司", codeB), coded("江苏乙某某有限公司", codeA)}, nil,
			[]string{"名称待核 江苏丙某某有限公司 与“江苏丙某某有限公司”只差一字，未作对应"}},
		{"a short name is near to none", line(func(l *lists.Line) { l.Name = "江苏甲某厂" }),
			[]lists.Firm{coded("江苏乙某厂", codeA)}, nil, nil},
		{"one in another province is not asked about", line(func(l *lists.Line) { l.Name, l.Region = "江苏乙水化工股有限公司", "山东" }),
			[]lists.Firm{coded(firmB, codeA)}, nil, nil},
	} {
		t.Run(c.name, func(t *testing.T) {
			q := lists.Question{Policy: loadPolicy(t), AwardYear: 2024, Lists: []lists.List{c.list}, Firms: c.firms,
				Records: c.records}
			var got []string
			for _, e := range lists.Compare(q).Entries {
				got = append(got, e.State.String()+" "+e.Company+" "+e.Note)
			}
			if diff := cmp.Diff(c.want, got); diff != "" {
				t.Errorf("-want +got:\n%s", diff)
			}
		})
	}
}
