package lists_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"jiangbu/calc"
	"jiangbu/calc/lists"
	"jiangbu/calc/written"
)

// compared is a comparison of one list with claims, written on them.
func compared(t *testing.T, l lists.List, firms []lists.Firm, records []calc.Record) *lists.Comparison {
	t.Helper()
	c := lists.Compare(lists.Question{Policy: loadPolicy(t), AwardYear: 2024, Lists: []lists.List{l}, Firms: firms,
		Records: records})
	c.Apply(records)
	return c
}

func TestALineSaysInWhatItBearsAClaimOut(t *testing.T) {
	year := func(r *calc.Record) { r.Recognised = written.Date{Year: 2023} }
	for _, c := range []struct {
		name  string
		list  lists.List
		claim calc.Record
		want  string
	}{
		{"the list, the line, the document and how they were matched", list(firmA), claim(firmA),
			"见《2023年度绿色工厂名单》第1页序号1（工信厅节函〔2023〕1号），名称相同"},
		{"no document", said(list(firmA), func(l *lists.List) { l.Document = "" }), claim(firmA),
			"见《2023年度绿色工厂名单》第1页序号1，名称相同"},
		{"the date that it filled in", list(firmA), claim(firmA, year),
			"见《2023年度绿色工厂名单》第1页序号1（工信厅节函〔2023〕1号），名称相同，认定日期按成文日期 2023-11-09"},
		{"a park by its own name", said(list("某某园区"), func(l *lists.List) { l.Item = "green-park" }),
			claim(firmA, func(r *calc.Record) { r.Item, r.Subject = "green-park", "某某园区" }),
			"见《2023年度绿色工厂名单》第1页序号1（工信厅节函〔2023〕1号），名称相同"},
	} {
		records := []calc.Record{c.claim}
		compared(t, c.list, nil, records)
		if k := records[0].Checked; k == nil || k.Listed != c.want {
			t.Errorf("%s: %+v, want %s", c.name, k, c.want)
		}
	}
}

func TestALineAnswersAClaimOfItsSubjectOnly(t *testing.T) {
	of := func(line, claimed string) string {
		l := said(list(firmA), func(l *lists.List) { l.Item, l.Lines[0].Subject = "software-product", line; l.Level = "" })
		records := []calc.Record{claim(firmA, func(r *calc.Record) {
			r.Item, r.Level, r.Subject = "software-product", "", claimed
		})}
		return shown(compared(t, l, nil, records), records)
	}
	agreed := "一致 名单:" + firmA + " 申报:" + firmA + "\n"
	apart := "应享未报 名单:" + firmA + " 单位:" + firmA + "\n名单外申报 申报:" + firmA + " list/absent\n"
	for _, c := range []struct{ name, line, claimed, want string }{
		{"the same", "甲软件", "甲软件", agreed},
		{"the same with other brackets", "甲软件（V1）", "甲软件(V1)", agreed},
		{"another", "甲软件", "乙软件", apart},
		{"the line names none", "", "乙软件", agreed},
		{"the claim names none", "甲软件", "", agreed},
		{"neither names one", "", "", agreed},
	} {
		if diff := cmp.Diff(c.want, of(c.line, c.claimed)); diff != "" {
			t.Errorf("%s (-want +got):\n%s", c.name, diff)
		}
	}
}

func TestALineThatNobodyClaimedIsToldWhereThePolicyAwardsIt(t *testing.T) {
	for _, c := range []struct {
		name   string
		change func(*lists.List)
		want   string
	}{
		{"as it stands", func(*lists.List) {}, "应享未报 名单:" + firmA + " 单位:" + firmA + "\n"},
		{"a level that the policy does not pay", func(l *lists.List) { l.Level = "市级" }, ""},
		{"a level of the line that it pays", func(l *lists.List) { l.Level, l.Lines[0].Level = "市级", "省级" },
			"应享未报 名单:" + firmA + " 单位:" + firmA + "\n"},
		{"a level that nobody says", func(l *lists.List) { l.Level = "" },
			"应享未报 名单:" + firmA + " 单位:" + firmA + "\n"},
		{"an item without levels, whatever the list says",
			func(l *lists.List) { l.Item, l.Level = "software-enterprise", "省级" },
			"应享未报 名单:" + firmA + " 单位:" + firmA + "\n"},
		{"an item that the policy does not have", func(l *lists.List) { l.Item = "nothing" }, ""},
		{"a list of no item", func(l *lists.List) { l.Item = "" }, ""},
		{"a list of the year before", func(l *lists.List) { l.Date.Year = 2022 }, ""},
		{"a list of changed names", func(l *lists.List) { l.Nature = lists.Renamed }, ""},
	} {
		l := said(list(firmA), c.change)
		got := compared(t, l, []lists.Firm{firm(firmA)}, nil)
		if diff := cmp.Diff(c.want, shown(got, nil)); diff != "" {
			t.Errorf("%s (-want +got):\n%s", c.name, diff)
		}
		if quiet := got.Quiet[0] == 1; quiet != (c.want == "") {
			t.Errorf("%s: %d lines ask for nothing", c.name, got.Quiet[0])
		}
	}
}

func TestOnlyAListThatDecidesPointsOutWhatNobodyReported(t *testing.T) {
	for _, c := range []struct {
		name   string
		change func(*lists.List)
		want   []string
	}{
		{"a confirmed list", func(*lists.List) {}, []string{"list/not-reported " + firmA}},
		{"one that nobody confirmed", func(l *lists.List) { l.Confirmed = false }, []string{"list/unconfirmed 《2023年度绿色工厂名单》"}},
	} {
		var got []string
		for _, f := range compared(t, said(list(firmA), c.change), []lists.Firm{firm(firmA)}, nil).Findings {
			got = append(got, string(f.Code)+" "+f.Args[0])
		}
		if diff := cmp.Diff(c.want, got); diff != "" {
			t.Errorf("%s (-want +got):\n%s", c.name, diff)
		}
	}
}

func TestTheNamesThatArePointedOutOfAListAreBounded(t *testing.T) {
	var names []string
	for range 51 {
		names = append(names, firmA+string(rune('甲'+len(names))))
	}
	count := func(c *lists.Comparison, code calc.Code) (n int) {
		for _, f := range c.Findings {
			if f.Code == code {
				n++
			}
		}
		return n
	}
	q := lists.Question{Policy: loadPolicy(t), AwardYear: 2024, Lists: []lists.List{list(names...), list(names...)}}
	if n := count(lists.Compare(q), "list/doubled"); n != 50 {
		t.Errorf("%d names of two lists, want 50", n)
	}
	q.Lists = []lists.List{list(append(names, names...)...)}
	if n := count(lists.Compare(q), "list/repeated"); n != 50 {
		t.Errorf("%d names of one list, want 50", n)
	}
	q.Lists = []lists.List{list(append(names[:49:49], names[:49]...)...)}
	if n := count(lists.Compare(q), "list/repeated"); n != 49 {
		t.Errorf("%d names of one list, want all 49", n)
	}
}

func TestAParkThatNobodyReportedIsPricedAsTheSubject(t *testing.T) {
	l := said(list("连云港某某工业园区"), func(l *lists.List) { l.Item, l.Level = "green-park", "省级" })
	for _, c := range []struct {
		name  string
		prior []calc.Prior
		want  []string
	}{
		{"in full", nil, []string{"连云港某某工业园区 400000.00 名单所在地为“连云港”"}},
		{"not where it was paid before", []calc.Prior{{Year: 2022, Item: "green-park", Level: "省级",
			Company: "某某管委会", Subject: "连云港某某工业园区"}},
			[]string{"连云港某某工业园区 0.00 名单所在地为“连云港”；按政策不另奖补：不予奖补"}},
	} {
		l.Lines[0].Region = "连云港"
		comparison := compared(t, l, nil, nil)
		p := loadPolicy(t)
		comparison.Price(calc.Batch{Policy: p, AwardYear: 2024, Prior: c.prior})
		var got []string
		for _, e := range comparison.Entries {
			got = append(got, e.Company+" "+e.Amount.String()+" "+e.Note)
		}
		if diff := cmp.Diff(c.want, got); diff != "" {
			t.Errorf("%s (-want +got):\n%s", c.name, diff)
		}
		if owed := comparison.Priced() == 1; owed != (c.prior == nil) || comparison.Count(lists.NotReported) != 1 {
			t.Errorf("%s: %d are owed of %d", c.name, comparison.Priced(), comparison.Count(lists.NotReported))
		}
	}
}

func TestAnExclusionSaysWhenAndWhere(t *testing.T) {
	since := written.Date{Year: 2024, Month: 3, Day: 1}
	for _, c := range []struct {
		name  string
		entry lists.Excluded
		want  string
	}{
		{"the day", lists.Excluded{From: since}, "“" + firmA + "”列入失信（2024-03-01 列入，见 失信.xlsx!4）"},
		{"no day", lists.Excluded{}, "“" + firmA + "”列入失信（列入日期未写，见 失信.xlsx!4）"},
		{"the day and the document", lists.Excluded{From: since, Document: "连信〔2024〕3号"},
			"“" + firmA + "”列入失信（2024-03-01 列入，连信〔2024〕3号，见 失信.xlsx!4）"},
	} {
		c.entry.Name, c.entry.Kind, c.entry.Ref = firmA, "失信", calc.Ref{File: "失信.xlsx", Row: 4}
		p := loadPolicy(t)
		p.Excluded = []calc.Bar{{Kind: "失信", Effect: calc.BarHold}}
		records := []calc.Record{claim(firmA)}
		lists.Bar(lists.Barring{Policy: p, AwardYear: 2024, Excluded: []lists.Excluded{c.entry}}, records)
		if got := records[0].Findings[0].Message(); got != c.want {
			t.Errorf("%s: %s, want %s", c.name, got, c.want)
		}
	}
}
