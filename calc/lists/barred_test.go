package lists_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"jiangbu/calc"
	"jiangbu/calc/lists"
	"jiangbu/calc/money"
	"jiangbu/calc/written"
)

const codeB = "91320703MAAY000226"

// codesOn lists the findings on a claim; 不予 stands for a refusal.
func codesOn(r *calc.Record) []string {
	var codes []string
	for _, f := range r.Findings {
		codes = append(codes, string(f.Code))
	}
	if r.Checked != nil && r.Checked.Barred != "" {
		codes = append(codes, "不予")
	}
	return codes
}

func TestWhoMayNotBeAwarded(t *testing.T) {
	day := func(y, m, d int) written.Date { return written.Date{Year: y, Month: m, Day: d} }
	coded := claim(firmA, func(r *calc.Record) { r.CreditCode = codeA })
	listed := lists.Excluded{Name: firmA, Code: codeA, Kind: "严重失信主体名单", From: day(2024, 3, 1)}
	with := func(change func(*lists.Excluded)) lists.Excluded { x := listed; change(&x); return x }
	tests := []struct {
		name  string
		claim calc.Record
		entry lists.Excluded
		day   written.Date
		want  []string
	}{
		{"listed by code", coded, listed, written.Date{}, []string{"exclusion/listed"}},
		{"listed by code under another name", claim(firmB, func(r *calc.Record) { r.CreditCode = codeA }), listed,
			written.Date{}, []string{"exclusion/listed"}},
		{"by name where the claim has no code", claim(firmA), listed, written.Date{}, []string{"exclusion/listed"}},
		{"by name where the list has no code", coded, with(func(x *lists.Excluded) { x.Code = "" }), written.Date{},
			[]string{"exclusion/listed"}},
		{"the same name with another code is another firm", coded, with(func(x *lists.Excluded) { x.Code = codeB }),
			written.Date{}, nil},
		{"a near name is another firm", claim(firmA),
			with(func(x *lists.Excluded) { x.Name, x.Code = "连云港甲川新材料有限公司", "" }), written.Date{}, nil},
		{"repaired before the day", coded, with(func(x *lists.Excluded) { x.Until = day(2024, 5, 1) }), day(2024, 5, 1),
			[]string{"exclusion/told"}},
		{"repaired the day after", coded, with(func(x *lists.Excluded) { x.Until = day(2024, 5, 2) }), day(2024, 5, 1),
			[]string{"exclusion/listed"}},
		{"repaired, and nobody says the day", coded, with(func(x *lists.Excluded) { x.Until = day(2024, 5, 1) }),
			written.Date{}, []string{"exclusion/told"}},
		{"listed on the day", coded, listed, day(2024, 3, 1), []string{"exclusion/listed"}},
		{"listed the day after", coded, listed, day(2024, 2, 29), []string{"exclusion/told"}},
		{"a kind that only tells", coded, with(func(x *lists.Excluded) { x.Kind = "提示" }), written.Date{},
			[]string{"exclusion/told"}},
		{"a kind that refuses", coded, with(func(x *lists.Excluded) { x.Kind = "重大税收违法" }), written.Date{},
			[]string{"不予"}},
		{"a kind that the policy does not know holds", coded, with(func(x *lists.Excluded) { x.Kind = "其他" }),
			written.Date{}, []string{"exclusion/listed"}},
		{"what was checked is clear", coded, with(func(x *lists.Excluded) { x.Kind = "无失信记录" }), written.Date{}, nil},
		{"a firm that goes on is", coded, with(func(x *lists.Excluded) { x.Kind = "存续（在营、开业）" }), written.Date{}, nil},
		{"one that was not found is", coded, with(func(x *lists.Excluded) { x.Kind = "经查，未列入经营异常名录" }), written.Date{},
			nil},
		{"what it did without is a reason", coded, with(func(x *lists.Excluded) { x.Kind = "无证排污处罚" }), written.Date{},
			[]string{"exclusion/listed"}},
		{"what it did not do is", coded, with(func(x *lists.Excluded) { x.Kind = "未按期公示年报" }), written.Date{},
			[]string{"exclusion/listed"}},
		{"its branch is listed", claim(firmA), with(func(x *lists.Excluded) { x.Name, x.Code = firmA+"二厂", "" }),
			written.Date{}, []string{"exclusion/told"}},
		{"the branch of a listed firm", claim(firmA + "二厂"), listed, written.Date{}, []string{"exclusion/told"}},
	}
	p := loadPolicy(t)
	p.Excluded = append(p.Excluded, calc.Bar{Kind: "提示", Effect: calc.BarTell},
		calc.Bar{Kind: "重大税收违法", Effect: calc.BarRefuse})
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			records := []calc.Record{tt.claim}
			records[0].Findings = nil
			lists.Bar(lists.Barring{Policy: p, AwardYear: 2024, Excluded: []lists.Excluded{tt.entry}, Day: tt.day},
				records)
			if diff := cmp.Diff(tt.want, codesOn(&records[0])); diff != "" {
				t.Errorf("(-want +got)\n%s", diff)
			}
		})
	}
}

func TestAFirmIsBarredUnderTheNamesThatTheRegisterSaysItBore(t *testing.T) {
	const old = "连云港甲山旧厂"
	for _, c := range []struct {
		name  string
		entry lists.Excluded
		want  []string
	}{
		{"by name where the list has no code", lists.Excluded{Name: old, Kind: "失信"}, []string{"exclusion/listed"}},
		{"another code is another firm", lists.Excluded{Name: old, Code: codeB, Kind: "失信"}, nil},
		{"another name is", lists.Excluded{Name: old + "二", Kind: "失信"}, nil},
	} {
		records := []calc.Record{claim(firmA, func(r *calc.Record) { r.CreditCode = codeA })}
		records[0].Findings = nil
		lists.Bar(lists.Barring{Policy: loadPolicy(t), AwardYear: 2024, Excluded: []lists.Excluded{c.entry},
			Firms: []lists.Firm{{Code: codeA, Name: firmA, Former: []string{old}}}}, records)
		if diff := cmp.Diff(c.want, codesOn(&records[0])); diff != "" {
			t.Errorf("%s (-want +got)\n%s", c.name, diff)
		}
	}
}

func TestWhatIsPaidBesideWhatOthersPaid(t *testing.T) {
	p := loadPolicy(t)
	p.Overlaps = append(p.Overlaps, calc.Bar{Kind: "镇级", Effect: calc.BarHighest},
		calc.Bar{Kind: "园区", Effect: calc.BarDeduct})
	paid := func(source string, amount int64) lists.Awarded {
		y := money.YuanOf(amount)
		return lists.Awarded{Code: codeA, Item: "green-factory", Project: "绿色工厂", Level: "国家级", Source: source,
			Amount: &y}
	}
	unknown, levelless := paid("园区", 1), paid("镇级", 1)
	unknown.Amount, levelless.Level = nil, ""
	for _, c := range []struct {
		name  string
		paid  []lists.Awarded
		claim func(*calc.Record)
		want  string
	}{
		{"where sites are counted, nobody can tell which", []lists.Awarded{paid("园区", 300000)},
			func(r *calc.Record) { r.Subject = "二厂区" }, "held overlap/awarded 0.00"},
		{"the higher is ours", []lists.Awarded{paid("镇级", 799999)}, nil, "granted 800000.00"},
		{"the others paid as much", []lists.Awarded{paid("镇级", 800000)}, nil, "refused excluded 0.00"},
		{"what they paid is taken off", []lists.Awarded{paid("园区", 300000)}, nil, "granted 500000.00"},
		{"once, though it is listed twice", []lists.Awarded{paid("园区", 300000), paid("园区", 300000)}, nil,
			"granted 500000.00"},
		{"two awards are both taken off", []lists.Awarded{paid("园区", 300000), paid("园区", 200000)}, nil,
			"granted 300000.00"},
		{"the higher is measured by the standard, before anything is taken off",
			[]lists.Awarded{paid("园区", 300000), paid("镇级", 600000)}, nil, "granted 500000.00"},
		{"in whichever order they are listed", []lists.Awarded{paid("镇级", 600000), paid("园区", 300000)}, nil,
			"granted 500000.00"},
		{"all of it", []lists.Awarded{paid("园区", 800000)}, nil, "refused excluded 0.00"},
		{"all but a yuan", []lists.Awarded{paid("园区", 799999)}, nil, "granted 1.00"},
		{"an amount that is not said is asked about", []lists.Awarded{unknown}, nil, "held overlap/awarded 0.00"},
		{"so is a level", []lists.Awarded{levelless}, nil, "held overlap/awarded 0.00"},
		{"another level is another award", []lists.Awarded{paid("园区", 300000)},
			func(r *calc.Record) { r.Level = "省级" }, "granted 400000.00"},
		{"for one park of several nobody can tell", []lists.Awarded{{Code: codeA, Item: "green-park", Level: "省级",
			Project: "绿色园区", Source: "园区", Amount: paid("", 5000).Amount}},
			func(r *calc.Record) { r.Item, r.Level, r.Subject = "green-park", "省级", "甲园区" },
			"held overlap/awarded 0.00"},
		{"for one product of several nobody can tell", []lists.Awarded{{Code: codeA, Item: "software-product",
			Project: "软件产品", Source: "园区", Amount: paid("", 5000).Amount}},
			func(r *calc.Record) { r.Item, r.Level, r.Subject = "software-product", "", "产品" },
			"held overlap/awarded 0.00"},
	} {
		t.Run(c.name, func(t *testing.T) {
			r := claim(firmA, func(r *calc.Record) { r.CreditCode, r.Nature, r.Findings = codeA, "新认定", nil })
			if c.claim != nil {
				c.claim(&r)
			}
			b := calc.Batch{Policy: p, AwardYear: 2024, Records: []calc.Record{r}}
			if r.Subject == "二厂区" {
				b.Readings = calc.Readings{"site-count": "certificate"}
			}
			lists.Bar(lists.Barring{Policy: p, AwardYear: 2024, Awarded: c.paid}, b.Records)
			result := calc.Decide(b)
			d := &result.Decisions[0]
			got := strings.Join(strings.Fields(string(d.Outcome)+" "+d.Reason+" "+d.Amount.String()), " ")
			if got != c.want {
				t.Errorf("got %s, want %s: %v", got, c.want, d.Steps)
			}
			if err := calc.Audit(result); err != nil {
				t.Error(err)
			}
		})
	}
}

func TestAFirmThatHasEndedIsExcludedByTheRegister(t *testing.T) {
	p := loadPolicy(t)
	for state, want := range map[string][]string{"注销": {"exclusion/listed"}, "吊销，未注销": {"exclusion/listed"},
		"存续（未注销）": nil, "清算中": {"exclusion/listed"}, "停业": {"exclusion/listed"}, "非停业": nil,
		"迁出": {"exclusion/listed"}, "存续": nil, "": nil} {
		records := []calc.Record{claim(firmA, func(r *calc.Record) { r.CreditCode = codeA })}
		lists.Bar(lists.Barring{Policy: p, AwardYear: 2024,
			Firms: []lists.Firm{{Code: codeA, Name: firmA, State: state}}}, records)
		if diff := cmp.Diff(want, codesOn(&records[0])); diff != "" {
			t.Errorf("%s (-want +got)\n%s", state, diff)
		}
	}
}

func TestWhatOthersPaidForTheSame(t *testing.T) {
	paid := money.YuanOf(200000)
	a := lists.Awarded{Name: firmA, Code: codeA, Item: "green-factory", Project: "绿色工厂", Level: "国家级", Source: "省级资金",
		Amount: &paid}
	with := func(change func(*lists.Awarded)) lists.Awarded { x := a; change(&x); return x }
	tests := []struct {
		name  string
		entry lists.Awarded
		want  []string
	}{
		{"the same item and level", a, []string{"overlap/awarded"}},
		{"no level said", with(func(x *lists.Awarded) { x.Level = "" }), []string{"overlap/awarded"}},
		{"another level", with(func(x *lists.Awarded) { x.Level = "省级" }), nil},
		{"another item", with(func(x *lists.Awarded) { x.Item = "green-park" }), nil},
		{"this year", with(func(x *lists.Awarded) { x.Year = 2024 }), []string{"overlap/awarded"}},
		{"another year", with(func(x *lists.Awarded) { x.Year = 2022 }), nil},
		{"a source that only tells", with(func(x *lists.Awarded) { x.Source = "镇级" }), []string{"overlap/told"}},
		{"a source that refuses", with(func(x *lists.Awarded) { x.Source = "本级" }), []string{"不予"}},
		{"another firm", with(func(x *lists.Awarded) { x.Code = codeB }), nil},
	}
	p := loadPolicy(t)
	p.Overlaps = append(p.Overlaps, calc.Bar{Kind: "镇级", Effect: calc.BarTell},
		calc.Bar{Kind: "本级", Effect: calc.BarRefuse})
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			records := []calc.Record{claim(firmA, func(r *calc.Record) { r.CreditCode = codeA })}
			lists.Bar(lists.Barring{Policy: p, AwardYear: 2024, Awarded: []lists.Awarded{tt.entry}}, records)
			if diff := cmp.Diff(tt.want, codesOn(&records[0])); diff != "" {
				t.Errorf("(-want +got)\n%s", diff)
			}
		})
	}
}

// A refusal by a list of exclusion is the rule about who may be supported.
func TestARefusalByExclusionIsDecided(t *testing.T) {
	p := loadPolicy(t)
	p.Excluded = []calc.Bar{{Kind: "失信", Effect: calc.BarRefuse}}
	records := []calc.Record{claim(firmA, func(r *calc.Record) { r.CreditCode = codeA })}
	lists.Bar(lists.Barring{Policy: p, AwardYear: 2024, Excluded: []lists.Excluded{{Code: codeA, Kind: "失信"}}}, records)
	r := calc.Decide(calc.Batch{Policy: p, AwardYear: 2024, Records: records})
	d := r.Decisions[0]
	if d.Outcome != calc.Refused || d.Reason != calc.ExcludedReason || !d.Amount.IsZero() ||
		calc.ReasonName(d.Reason) != "列入排除名单或其他资金已奖" {
		t.Errorf("%+v", d)
	}
	if trail := calc.Trail(&d); trail[5].Rule != calc.RulePerson || trail[5].Verdict != calc.VerdictDecided {
		t.Errorf("%+v", trail)
	}
}

func TestListsAndRegistersThatContradictThemselvesAreNamed(t *testing.T) {
	p := loadPolicy(t)
	codesOf := func(fs calc.Findings) (codes []string) {
		for _, f := range fs {
			codes = append(codes, string(f.Code))
		}
		return codes
	}
	compare := func(all ...lists.List) []string {
		return codesOf(lists.Compare(lists.Question{Policy: p, AwardYear: 2024, Lists: all}).Findings)
	}
	tests := []struct {
		name      string
		got, want []string
	}{
		{"a list that nobody confirmed", compare(said(list(firmA), func(l *lists.List) { l.Confirmed = false })),
			[]string{"list/unconfirmed"}},
		{"two lists of one thing, with a name in both", compare(list(firmA, firmB), list(firmB)),
			[]string{"list/same", "list/doubled"}},
		{"two lists of two levels", compare(list(firmA), said(list(firmA), func(l *lists.List) { l.Level = "省级" })),
			nil},
		{"a firm that stands twice on one list", compare(list(firmA, firmA)), []string{"list/repeated"}},
		{"a firm with two products", compare(said(list(firmA, firmA),
			func(l *lists.List) { l.Lines[0].Subject, l.Lines[1].Subject = "一号", "二号" })), nil},
		{"one code on two lines", codesOf(lists.CheckFirms([]lists.Firm{{Code: codeA, Name: firmA},
			{Code: codeA, Name: firmB}})), []string{"firms/code-twice"}},
		{"one name under two codes", codesOf(lists.CheckFirms([]lists.Firm{{Code: codeA, Name: firmA},
			{Code: codeB, Name: firmA}})), []string{"firms/name-twice"}},
		{"two firms", codesOf(lists.CheckFirms([]lists.Firm{{Code: codeA, Name: firmA}, {Code: codeB, Name: firmB}})),
			nil},
	}
	for _, tt := range tests {
		if diff := cmp.Diff(tt.want, tt.got); diff != "" {
			t.Errorf("%s (-want +got)\n%s", tt.name, diff)
		}
	}
}

// A code that stands twice in the register identifies nobody, and so does a
// name of two codes: the claim goes by what is left.
func TestAnAmbiguousRegisterMatchesNobody(t *testing.T) {
	p := loadPolicy(t)
	firms := []lists.Firm{{Code: codeA, Name: firmA}, {Code: codeB, Name: firmA}}
	records := []calc.Record{claim(firmA, func(r *calc.Record) { r.CreditCode = codeA })}
	c := lists.Compare(lists.Question{Policy: p, AwardYear: 2024, Lists: []lists.List{list(firmA)}, Firms: firms,
		Records: records})
	c.Apply(records)
	if diff := cmp.Diff("名称待核 名单:"+firmA+" 申报:"+firmA+" list/several\n", shown(c, records)); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
}
