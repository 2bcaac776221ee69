package lists_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"jiangbu/calc"
	"jiangbu/calc/lists"
	"jiangbu/calc/policy"
	"jiangbu/calc/written"
	"jiangbu/templates"
)

func loadPolicy(t testing.TB) *calc.Policy {
	t.Helper()
	text, err := templates.Policies.ReadFile("policy/lyg-2024.yaml")
	if err != nil {
		t.Fatal(err)
	}
	p, err := policy.Load("lyg-2024", text)
	if err != nil {
		t.Fatal(err)
	}
	return p
}

// Names of firms that do not exist, and codes that hold.
const (
	firmA = "连云港甲山新材料有限公司"
	firmB = "江苏乙水化工股份有限公司"
	firmC = "灌云丙田食品有限公司"
	codeA = "91320700MA1AAAAA0J"
)

// list is a confirmed list of green factories of the country, of 2023.
func list(names ...string) lists.List {
	l := lists.List{Ref: calc.Ref{File: "名单.pdf"}, Part: 1, Title: "2023年度绿色工厂名单", Label: 2023}
	l.Said = lists.Said{Item: "green-factory", Level: "国家级", Nature: lists.New, Document: "工信厅节函〔2023〕1号",
		Date: written.Date{Year: 2023, Month: 11, Day: 9}, Whole: true, Confirmed: true}
	for i, n := range names {
		name, former := written.CompanyName(n)
		l.Lines = append(l.Lines, lists.Line{Ref: calc.Ref{File: "名单.pdf", Row: i + 2}, Page: 1, Serial: i + 1,
			Name: name, Former: former, Region: "江苏"})
	}
	return l
}

// said is a list changed by a function.
func said(l lists.List, change func(*lists.List)) lists.List {
	change(&l)
	return l
}

// claim is a claim of a green factory of the country, of the day of list.
func claim(company string, change ...func(*calc.Record)) calc.Record {
	r := calc.Record{Source: calc.Ref{File: "县.xlsx", Sheet: "表", Row: 5}, District: "海州区", Company: company,
		Item: "green-factory", Clause: "七", Level: "国家级", Nature: "新认定",
		Recognised: written.Date{Year: 2023, Month: 11, Day: 9}}
	for _, c := range change {
		c(&r)
	}
	return r
}

func firm(name string, change ...func(*lists.Firm)) lists.Firm {
	f := lists.Firm{Name: name, District: "海州区", State: "存续"}
	for _, c := range change {
		c(&f)
	}
	return f
}

// shown writes a comparison as text: state, line, claim, what is found on the
// claim.
func shown(c *lists.Comparison, records []calc.Record) string {
	var b strings.Builder
	for _, e := range c.Entries {
		fmt.Fprintf(&b, "%s", e.State)
		if e.List >= 0 {
			fmt.Fprintf(&b, " 名单:%s", c.Lists[e.List].Lines[e.Line].Name)
		}
		if e.Record >= 0 {
			fmt.Fprintf(&b, " 申报:%s", records[e.Record].Company)
			for _, f := range records[e.Record].Findings {
				fmt.Fprintf(&b, " %s", f.Code)
			}
		} else if e.Company != "" {
			fmt.Fprintf(&b, " 单位:%s", e.Company)
		}
		b.WriteString("\n")
	}
	if n := c.Count(lists.NotLocal); n > 0 {
		fmt.Fprintf(&b, "非本市 %d\n", n)
	}
	return b.String()
}

func TestClaimsAndLinesAreHeldAgainstEachOther(t *testing.T) {
	month := func(y, m, d int) written.Date { return written.Date{Year: y, Month: m, Day: d} }
	tests := []struct {
		name    string
		lists   []lists.List
		firms   []lists.Firm
		records []calc.Record
		want    string
	}{
		{"a claim that stands on the list", []lists.List{list(firmA)}, nil, []calc.Record{claim(firmA)}, "一致 名单:" +
			firmA + " 申报:" + firmA + "\n"},
		{"the same name with other brackets and blanks", []lists.List{list("连云港 甲山(江苏)有限公司")}, nil,
			[]calc.Record{claim("连云港甲山（江苏）有限公司")},
			"一致 名单:连云港甲山（江苏）有限公司 申报:连云港甲山（江苏）有限公司\n"},
		{"the list has a former name of the register", []lists.List{list("连云港旧名厂")},
			[]lists.Firm{firm(firmA, func(f *lists.Firm) { f.Former = []string{"连云港旧名厂"}; f.Code = codeA })},
			[]calc.Record{claim(firmA, func(r *calc.Record) { r.CreditCode = codeA })}, "一致 名单:连云港旧名厂 申报:" + firmA +
				"\n"},
		{"the claim has the name in the brackets of the list", []lists.List{list("连云港新名有限公司（原" + firmA + "）")}, nil,
			[]calc.Record{claim(firmA)},
			"一致 名单:连云港新名有限公司 申报:" + firmA + "\n"},
		{"nobody reported a firm of the register", []lists.List{list(firmA, "广东某某有限公司")}, []lists.Firm{firm(firmA)},
			nil, "应享未报 名单:" + firmA + " 单位:" + firmA + "\n非本市 1\n"},
		{"a claim that stands on no list", []lists.List{list(firmA)}, nil, []calc.Record{claim(firmA), claim(firmB)},
			"名单外申报 申报:" + firmB + " list/absent\n一致 名单:" + firmA + " 申报:" + firmA + "\n"},
		{"no list is complete: the claim is not asked about",
			[]lists.List{said(list(firmA), func(l *lists.List) { l.Whole = false })}, nil,
			[]calc.Record{claim(firmA), claim(firmB)},
			"一致 名单:" + firmA + " 申报:" + firmA + "\n"},
		{"the complete list is of another level", []lists.List{list(firmA)}, nil,
			[]calc.Record{claim(firmA), claim(firmB, func(r *calc.Record) { r.Level = "省级" })},
			"一致 名单:" + firmA + " 申报:" + firmA + "\n"},
		{"a list that is not confirmed decides nothing",
			[]lists.List{said(list(firmA), func(l *lists.List) { l.Confirmed = false })},
			[]lists.Firm{firm(firmA), firm(firmC)},
			[]calc.Record{claim(firmB)}, "应享未报 名单:" + firmA + " 单位:" + firmA + "\n"},
		{"another level than the list's", []lists.List{list(firmA)}, nil,
			[]calc.Record{claim(firmA, func(r *calc.Record) { r.Level = "省级" })},
			"级别、文号或日期不符 名单:" + firmA + " 申报:" + firmA + " list/level-differs\n"},
		{"two levels, each on its list",
			[]lists.List{list(firmA), said(list(firmA), func(l *lists.List) { l.Level = "省级" })}, nil,
			[]calc.Record{claim(firmA), claim(firmA, func(r *calc.Record) { r.Level = "省级" })},
			"一致 名单:" + firmA + " 申报:" + firmA + "\n一致 名单:" + firmA + " 申报:" + firmA + "\n"},
		{"another year than the document's", []lists.List{list(firmA)}, nil,
			[]calc.Record{claim(firmA, func(r *calc.Record) { r.Recognised = month(2022, 12, 30) })},
			"级别、文号或日期不符 名单:" + firmA + " 申报:" + firmA + " list/year-differs\n"},
		{"another day of the same year only warns", []lists.List{list(firmA)}, nil,
			[]calc.Record{claim(firmA, func(r *calc.Record) { r.Recognised = month(2023, 11, 28) })},
			"级别、文号或日期不符 名单:" + firmA + " 申报:" + firmA + " list/document-differs\n"},
		{"the month alone agrees", []lists.List{list(firmA)}, nil,
			[]calc.Record{claim(firmA, func(r *calc.Record) { r.Recognised = month(2023, 11, 0) })},
			"一致 名单:" + firmA + " 申报:" + firmA + "\n"},
		{"another document", []lists.List{list(firmA)}, nil,
			[]calc.Record{claim(firmA, func(r *calc.Record) { r.Document = "苏工信〔2023〕9号" })},
			"级别、文号或日期不符 名单:" + firmA + " 申报:" + firmA + " list/document-differs\n"},
		{"removed later", []lists.List{list(firmA),
			said(list(firmA), func(l *lists.List) { l.Nature, l.Date = lists.Removed, month(2024, 3, 1) })}, nil,
			[]calc.Record{claim(firmA)},
			"已移出 名单:" + firmA + " 申报:" + firmA + " list/removed\n"},
		{"removed before it was recognised anew",
			[]lists.List{list(firmA), said(list(firmA),
				func(l *lists.List) { l.Nature, l.Date = lists.Removed, month(2021, 3, 1) })}, nil,
			[]calc.Record{claim(firmA)},
			"一致 名单:" + firmA + " 申报:" + firmA + "\n"},
		{"renewed and claimed as new", []lists.List{said(list(firmA),
			func(l *lists.List) { l.Nature = lists.Renewed })}, nil, []calc.Record{claim(firmA)},
			"属复核 名单:" + firmA + " 申报:" + firmA + " list/renewal\n"},
		{"its line says that it was renewed", []lists.List{said(list(firmA),
			func(l *lists.List) { l.Lines[0].Nature = lists.Renewed })}, nil, []calc.Record{claim(firmA)},
			"属复核 名单:" + firmA + " 申报:" + firmA + " list/renewal\n"},
		{"its line says that it was taken off", []lists.List{said(list(firmA),
			func(l *lists.List) { l.Lines[0].Nature = lists.Removed })}, nil, []calc.Record{claim(firmA)},
			"已移出 名单:" + firmA + " 申报:" + firmA + " list/removed\n"},
		{"so and claimed by nobody asks for nothing", []lists.List{said(list(firmA),
			func(l *lists.List) { l.Lines[0].Nature = lists.Renewed })}, []lists.Firm{firm(firmA)}, nil, ""},
		{"of a list of renewals all lines are", []lists.List{said(list(firmA),
			func(l *lists.List) { l.Nature, l.Lines[0].Nature = lists.Renewed, lists.Removed })}, nil,
			[]calc.Record{claim(firmA)}, "属复核 名单:" + firmA + " 申报:" + firmA + " list/renewal\n"},
		{"renewed and claimed as renewed",
			[]lists.List{said(list(firmA), func(l *lists.List) { l.Nature = lists.Renewed })}, nil,
			[]calc.Record{claim(firmA, func(r *calc.Record) { r.Nature = "复核" })},
			"一致 名单:" + firmA + " 申报:" + firmA + "\n"},
		{"renewed and claimed by nobody asks for nothing",
			[]lists.List{said(list(firmA), func(l *lists.List) { l.Nature = lists.Renewed })},
			[]lists.Firm{firm(firmA)}, nil, ""},
		{"a branch is asked about", []lists.List{list(firmA + "二厂")}, nil, []calc.Record{claim(firmA)}, "分支机构 名单:" +
			firmA + "二厂 申报:" + firmA + " list/branch\n"},
		{"a branch that nobody claimed", []lists.List{list(firmA + "二厂")}, []lists.Firm{firm(firmA)}, nil, "分支机构 名单:" +
			firmA + "二厂 单位:" + firmA + "\n"},
		{"one character apart is no match", []lists.List{list("连云港甲川新材料有限公司")}, nil, []calc.Record{claim(firmA)},
			"名称待核 名单:连云港甲川新材料有限公司 申报:" + firmA + " list/near-name list/absent\n"},
		{"two characters apart is nothing", []lists.List{list("江苏甲川旧材料有限公司")}, nil, []calc.Record{claim(firmA)},
			"名单外申报 申报:" + firmA + " list/absent\n非本市 1\n"},
		{"a name of this city that the register does not have", []lists.List{list("连云港丁地有限公司")},
			[]lists.Firm{firm(firmA)}, nil, "名称待核 名单:连云港丁地有限公司\n"},
		{"the same name in another province",
			[]lists.List{said(list(firmB), func(l *lists.List) { l.Lines[0].Region = "山东" })},
			[]lists.Firm{firm(firmB)}, nil, "名称待核 名单:" + firmB + " 单位:" + firmB + "\n"},
		{"the whole list is of another province",
			[]lists.List{said(list(firmB), func(l *lists.List) { l.Lines[0].Region, l.Region = "", "山东" })},
			[]lists.Firm{firm(firmB)}, nil, "名称待核 名单:" + firmB + " 单位:" + firmB + "\n"},
		{"a name that two firms of the register bear", []lists.List{list(firmA)},
			[]lists.Firm{firm(firmA, func(f *lists.Firm) { f.Code = codeA }), firm(firmA)}, nil, "名称待核 名单:" + firmA +
				"\n"},
		{"codes that differ are two firms of one name",
			[]lists.List{said(list(firmA), func(l *lists.List) { l.Lines[0].Code = "91320700MA2BBBBB1X" })}, nil,
			[]calc.Record{claim(firmA, func(r *calc.Record) { r.CreditCode = codeA })}, "名单外申报 申报:" + firmA +
				" list/absent\n名称待核 名单:" + firmA + "\n"},
		{"a park is found by its own name",
			[]lists.List{said(list("连云港某某工业园区"), func(l *lists.List) { l.Item = "green-park" })}, nil,
			[]calc.Record{claim("某某园区管理委员会", func(r *calc.Record) { r.Item, r.Subject = "green-park", "连云港某某工业园区" })},
			"一致 名单:连云港某某工业园区 申报:某某园区管理委员会\n"},
		{"a park that nobody reported", []lists.List{said(list("连云港某某工业园区"),
			func(l *lists.List) { l.Item = "green-park" })}, nil, nil, "应享未报 名单:连云港某某工业园区 单位:连云港某某工业园区\n"},
		{"a list of proposals decides nothing",
			[]lists.List{said(list(firmA), func(l *lists.List) { l.Nature = lists.Proposed })}, nil,
			[]calc.Record{claim(firmA), claim(firmB)},
			"一致 名单:" + firmA + " 申报:" + firmA + "\n"},
		{"what is only proposed does not bear out a claim that a complete list lacks",
			[]lists.List{list(firmA), said(list(firmB), func(l *lists.List) { l.Nature = lists.Proposed })}, nil,
			[]calc.Record{claim(firmA), claim(firmB)}, "名单外申报 申报:" + firmB + " list/absent\n一致 名单:" + firmA + " 申报:" +
				firmA + "\n"},
		{"a list of a later year", []lists.List{said(list(firmA), func(l *lists.List) { l.Date = month(2024, 1, 5) })},
			nil, []calc.Record{claim(firmA, func(r *calc.Record) { r.Recognised = month(2023, 0, 0) })},
			"级别、文号或日期不符 名单:" + firmA + " 申报:" + firmA + " list/year-differs\n"},
		{"a claim of the label's year alone is asked about", []lists.List{list(firmA)}, nil,
			[]calc.Record{claim(firmA), claim(firmB, func(r *calc.Record) { r.Recognised = month(2022, 0, 0) })},
			"名单外申报 申报:" + firmB + " list/absent\n一致 名单:" + firmA + " 申报:" + firmA + "\n"},
		{"one of a day of another year is the rules'", []lists.List{list(firmA)}, nil,
			[]calc.Record{claim(firmA), claim(firmB, func(r *calc.Record) { r.Recognised = month(2022, 5, 1) })},
			"一致 名单:" + firmA + " 申报:" + firmA + "\n"},
		{"a list that is not confirmed finds nothing on a claim",
			[]lists.List{said(list(firmA), func(l *lists.List) { l.Confirmed = false })}, nil,
			[]calc.Record{claim(firmA, func(r *calc.Record) { r.Level = "省级" })},
			"级别、文号或日期不符 名单:" + firmA + " 申报:" + firmA + "\n"},
		{"a list of an earlier year", []lists.List{said(list(firmA),
			func(l *lists.List) { l.Date = month(2021, 1, 5) })}, nil, []calc.Record{claim(firmA)},
			"级别、文号或日期不符 名单:" + firmA + " 申报:" + firmA + " list/year-differs\n"},
	}
	p := loadPolicy(t)
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			c := lists.Compare(lists.Question{Policy: p, AwardYear: 2024, Lists: tt.lists, Firms: tt.firms,
				Records: tt.records})
			c.Apply(tt.records)
			if diff := cmp.Diff(tt.want, shown(c, tt.records)); diff != "" {
				t.Errorf("(-want +got)\n%s", diff)
			}
		})
	}
}

func TestTheDocumentsDateFillsAClaimThatSaysOnlyAYear(t *testing.T) {
	tests := []struct {
		name string
		date written.Date
		want string
	}{
		{"a label of the year before", written.Date{Year: 2022}, "2023-11-09"},
		{"the same year", written.Date{Year: 2023}, "2023-11-09"},
		{"a month stays as it is", written.Date{Year: 2023, Month: 11}, "2023-11"},
		{"no date at all stays none", written.Date{}, ""},
	}
	p := loadPolicy(t)
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			records := []calc.Record{claim(firmA, func(r *calc.Record) { r.Recognised = tt.date })}
			lists.Compare(lists.Question{Policy: p, AwardYear: 2024, Lists: []lists.List{list(firmA)},
				Records: records}).Apply(records)
			if got := records[0].Recognised.String(); got != tt.want || records[0].Checked == nil {
				t.Errorf("%q, want %q; %v", got, tt.want, records[0].Checked)
			}
		})
	}
}

func TestAListThatDecidesBearsAClaimOut(t *testing.T) {
	unconfirmed := said(list(firmA), func(l *lists.List) {
		l.Confirmed, l.Date = false,
			written.Date{Year: 2023, Month: 12, Day: 1}
	})
	confirmed := said(list(firmA), func(l *lists.List) { l.Title = "甲" })
	tests := []struct {
		name   string
		lists  []lists.List
		claim  calc.Record
		listed string
	}{
		{"a confirmed list", []lists.List{confirmed}, claim(firmA), "见《甲》第1页序号1（工信厅节函〔2023〕1号）"},
		{"before a later one that nobody confirmed", []lists.List{unconfirmed, confirmed}, claim(firmA),
			"见《甲》第1页序号1（工信厅节函〔2023〕1号）"},
		{"one that nobody confirmed alone", []lists.List{unconfirmed}, claim(firmA), ""},
		{"though they differ in the day", []lists.List{confirmed},
			claim(firmA, func(r *calc.Record) { r.Recognised.Day = 10 }), "见《甲》第1页序号1（工信厅节函〔2023〕1号）"},
		{"but not where it is removed", []lists.List{said(confirmed, func(l *lists.List) { l.Nature = lists.Removed })},
			claim(firmA), ""},
	}
	p := loadPolicy(t)
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			records := []calc.Record{tt.claim}
			lists.Compare(lists.Question{Policy: p, AwardYear: 2024, Lists: tt.lists, Records: records}).Apply(records)
			got := ""
			if k := records[0].Checked; k != nil {
				got = k.Listed
			}
			if !strings.HasPrefix(got, tt.listed) || (got == "") != (tt.listed == "") {
				t.Errorf("%q, want %q", got, tt.listed)
			}
		})
	}
}

func TestWhatWasNotReportedIsPricedByThePolicy(t *testing.T) {
	p := loadPolicy(t)
	provincial := said(list(firmA, firmC), func(l *lists.List) { l.Level = "省级" })
	firms := []lists.Firm{firm(firmA), firm(firmB), firm(firmC, func(f *lists.Firm) { f.District = "灌云县" }),
		firm("连云港注销有限公司", func(f *lists.Firm) { f.State = "注销" })}
	records := []calc.Record{claim(firmA)}
	c := lists.Compare(lists.Question{Policy: p, AwardYear: 2024,
		Lists: []lists.List{list(firmA, firmB, "连云港注销有限公司"), provincial}, Firms: firms, Records: records})
	c.Apply(records)
	c.Price(calc.Batch{Policy: p, AwardYear: 2024, Records: records})
	var got []string
	for _, e := range c.Entries {
		if e.State == lists.NotReported {
			amount := "-"
			if e.Amount != nil {
				amount = e.Amount.String()
			}
			got = append(got, e.Company+" "+amount)
		}
	}
	// The lower level of firm A would be superseded by what it did claim.
	want := []string{firmB + " 800000.00", "连云港注销有限公司 -", firmA + " 0.00", firmC + " 400000.00"}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
	if c.Exposure.String() != "1200000.00" {
		t.Errorf("exposure %s", c.Exposure)
	}
	if n := c.Priced(); n != 2 {
		t.Errorf("%d are owed, want 2", n)
	}
}
