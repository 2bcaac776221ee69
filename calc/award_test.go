package calc_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"jiangbu/calc"
	"jiangbu/calc/money"
)

// decideSpelled decides and spells the decisions, then the codes found.
func decideSpelled(t *testing.T, b calc.Batch) (decisions, codes []string) {
	t.Helper()
	b.Policy, b.AwardYear = townPolicy(), 2024
	r := calc.Decide(b)
	if err := calc.Audit(r); err != nil {
		t.Error(err)
	}
	for _, f := range r.Findings {
		codes = append(codes, string(f.Code))
	}
	slices.Sort(codes)
	return spell(r), slices.Compact(codes)
}

func TestOneRecognitionIsOneAward(t *testing.T) {
	product := func(company, subject, certificate string) calc.Record {
		return calc.Record{Item: "product", Company: company, Subject: subject, Certificate: certificate}
	}
	person := func(company, certificate string, tuition int64) calc.Record {
		return calc.Record{Item: "manager", Company: company, Subject: "张三", Certificate: certificate,
			Base: yuanOf(tuition)}
	}
	missing := calc.Findings{calc.Found("cell/date-missing", calc.Ref{})}
	for _, c := range []struct {
		name    string
		records []calc.Record
		want    []string
		codes   []string
	}{
		{"a certificate under two companies holds both, and what would lose to one of them waits",
			[]calc.Record{{Item: "plant", Level: "国家级", Certificate: "A1"}, {Item: "plant", Level: "省级"},
				{Item: "plant", Level: "国家级", Company: "乙", Certificate: "A1"}},
			[]string{"held record/certificate-shared 0.00", "held record/awaits 0.00",
				"held record/certificate-shared 0.00"},
			[]string{"record/awaits", "record/certificate-shared"}},
		{"two certificates are two awards",
			[]calc.Record{{Item: "plant", Level: "省级", Certificate: "A1"},
				{Item: "plant", Level: "省级", Company: "乙", Certificate: "A2"}},
			[]string{"granted 400000.00", "granted 400000.00"}, nil},
		{"a row that is held contradicts nobody",
			[]calc.Record{{Item: "plant", Level: "国家级", Certificate: "A1"},
				{Item: "plant", Level: "国家级", Company: "乙", Certificate: "A1", Findings: missing}},
			[]string{"granted 800000.00", "held cell/date-missing 0.00"}, []string{"cell/date-missing"}},
		{"a lower record says that a higher one is held",
			[]calc.Record{{Item: "plant", Level: "省级"}, {Item: "plant", Level: "国家级", Findings: missing}},
			[]string{"granted 400000.00", "held cell/date-missing 0.00"},
			[]string{"cell/date-missing", "record/higher-held"}},
		{"a product without its number is the one of its name",
			[]calc.Record{product("甲", "一", "C1"), product("甲", "一", "")},
			[]string{"granted 10000.00", "duplicate by k1 0.00"}, nil},
		{"a code by its name stands where a row that is not held states it",
			[]calc.Record{{Item: "firm", CodeByName: true}, {Item: "plant", Level: "省级"}},
			[]string{"granted 20000.00", "granted 400000.00"}, nil},
		{"and not where all that state it are held",
			[]calc.Record{{Item: "firm", CodeByName: true}, {Item: "plant", Level: "省级", Findings: missing}},
			[]string{"held company/code-from-held 0.00", "held cell/date-missing 0.00"},
			[]string{"cell/date-missing", "company/code-from-held"}},
		{"nor where the one that states it may lose to a claim that another contradicts",
			[]calc.Record{{Item: "firm", CodeByName: true}, person("甲", "B", 100), person("甲", "", 200),
				person("乙", "A", 100)},
			[]string{"held company/code-from-held 0.00", "held record/awaits 0.00", "held record/person-twice 0.00",
				"held record/person-twice 0.00"},
			[]string{"company/code-from-held", "record/awaits", "record/person-twice"}},
		{"but where it comes before that one",
			[]calc.Record{{Item: "firm", CodeByName: true}, person("甲", "B", 200), person("甲", "", 100),
				person("乙", "A", 100)},
			[]string{"granted 20000.00", "granted 120.00", "duplicate by k2 0.00", "held record/person-twice 0.00"},
			[]string{"record/person-twice"}},
		{"an award of nothing has a word", []calc.Record{{Item: "manager", Subject: "张三", Base: yuanOf(0)}},
			[]string{"granted 0.00"}, []string{"record/zero-award"}},
		{"an authority that an item lets in has a word",
			[]calc.Record{{Item: "park", Level: "省级", Subject: "园", CreditCode: "113399000000000000"}},
			[]string{"granted 400000.00"}, []string{"company/authority"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			got, codes := decideSpelled(t, calc.Batch{Records: claims(c.records...)})
			if diff := cmp.Diff(c.want, got); diff != "" {
				t.Errorf("decisions (-want +got):\n%s", diff)
			}
			if diff := cmp.Diff(c.codes, codes); diff != "" {
				t.Errorf("findings (-want +got):\n%s", diff)
			}
		})
	}
}

func TestARulingAnswersWhatItSaw(t *testing.T) {
	branch := calc.Record{Item: "plant", Level: "省级", Company: "甲分公司", CreditCode: "913301000000000000"}
	ruling := func(saw ...calc.Doubt) []calc.Ruling {
		return []calc.Ruling{{Key: "k1", Grant: true, Basis: "纪要", Saw: saw}}
	}
	for _, c := range []struct {
		name    string
		records []calc.Record
		rulings []calc.Ruling
		prior   []calc.Prior
		want    string
		code    string
	}{
		{"both doubts seen", []calc.Record{branch}, ruling("company/legal-person", "company/not-local"), nil,
			"granted 400000.00", "company/legal-person"},
		{"a doubt that was not seen holds again", []calc.Record{branch}, ruling("company/legal-person"), nil,
			"held company/not-local 0.00", "ruling/new-doubt"},
		{"what an earlier year paid is looked at anew", []calc.Record{branch},
			ruling("company/legal-person", "company/not-local"),
			[]calc.Prior{{Year: 2023, Company: "甲分公司", CreditCode: codeOf("甲分公司"), Item: "plant", Level: "省级",
				Amount: wan(40)}}, "refused prior 0.00", "ruling/overtaken"},
		{"two of one track cannot both be paid",
			[]calc.Record{{Item: "plant", Level: "省级"}, {Item: "plant", Level: "国家级"}},
			[]calc.Ruling{{Key: "k1", Grant: true, Basis: "纪要", Amount: yuanOf(5)}}, nil, "superseded by k2 0.00",
			"ruling/overtaken"},
		{"the same doubt about another record is another",
			[]calc.Record{{Item: "plant", Level: "省级", Certificate: "A1"},
				{Item: "plant", Level: "省级", Company: "乙", Certificate: "A1"}},
			ruling(calc.Finding{Code: "record/certificate-shared", With: []string{"k9"}}.Doubt()), nil,
			"held record/certificate-shared 0.00", "ruling/new-doubt"},
		{"about the same one it is answered",
			[]calc.Record{{Item: "plant", Level: "省级", Certificate: "A1"},
				{Item: "plant", Level: "省级", Company: "乙", Certificate: "A1"}},
			ruling(calc.Finding{Code: "record/certificate-shared", With: []string{"k2"}}.Doubt()), nil,
			"granted 400000.00", "record/certificate-shared"},
	} {
		t.Run(c.name, func(t *testing.T) {
			got, codes := decideSpelled(t,
				calc.Batch{Records: claims(c.records...), Rulings: c.rulings, Prior: c.prior})
			if got[0] != c.want || !slices.Contains(codes, c.code) {
				t.Errorf("%s with %s, want %s with %s", got[0], strings.Join(codes, " "), c.want, c.code)
			}
		})
	}
}

// Boundaries that a slip of the pen in the rules would move.
func TestBoundariesOfTheRules(t *testing.T) {
	task := calc.Record{Item: "task", Subject: "节", Approved: yuanOf(5)}
	for _, c := range []struct {
		name     string
		records  []calc.Record
		readings calc.Readings
		prior    []calc.Prior
		rulings  []calc.Ruling
		want     []string
	}{
		{"an approved sum comes back every year", []calc.Record{task}, nil,
			[]calc.Prior{{Year: 2023, Company: "甲", Item: "task", Subject: "节", Amount: wan(1)}}, nil,
			[]string{"granted 5.00"}},
		{"a fee comes back every year", []calc.Record{{Item: "diagnosis", Subject: "丁", Base: yuanOf(9)}}, nil,
			[]calc.Prior{{Year: 2023, Company: "甲", Item: "diagnosis", Subject: "丁", Amount: wan(1)}}, nil,
			[]string{"granted 9.00"}},
		{"but one paper in two years is asked about",
			[]calc.Record{{Item: "diagnosis", Subject: "丁", Certificate: "Z1", Base: yuanOf(9)}}, nil,
			[]calc.Prior{{Year: 2023, Company: "甲", Item: "diagnosis", Subject: "丁", Certificate: "Z1",
				Amount: wan(1)}}, nil, []string{"held record/prior-like 0.00"}},
		{"an award of the same year is not taken off", []calc.Record{{Item: "plant", Level: "国家级"}},
			calc.Readings{"upgrade": "difference"},
			[]calc.Prior{{Year: 2024, Company: "甲", Item: "plant", Level: "省级", Amount: wan(40)}}, nil,
			[]string{"granted 800000.00"}},
		{"one of the year before is", []calc.Record{{Item: "plant", Level: "国家级"}},
			calc.Readings{"upgrade": "difference"},
			[]calc.Prior{{Year: 2023, Company: "甲", Item: "plant", Level: "省级", Amount: wan(40)}}, nil,
			[]string{"granted 400000.00"}},
		{"a list without a year counts by its day",
			[]calc.Record{{Item: "plant", Level: "省级", Recognised: day(2022, 12, 31)}},
			calc.Readings{"recognised-by": "label"}, nil, nil, []string{"refused year 0.00"}},
		{"a park without a name is its company's under one award a company",
			[]calc.Record{{Item: "plant", Level: "国家级"}, {Item: "park", Level: "省级"}},
			calc.Readings{"same-project": "company"}, nil, nil, []string{"granted 800000.00", "superseded by k1 0.00"}},
		{"one award a company touches nobody else's",
			[]calc.Record{{Item: "plant", Level: "国家级"}, {Item: "park", Level: "省级", Subject: "园"},
				{Item: "park", Level: "省级", Subject: "园", Company: "乙"}},
			calc.Readings{"same-project": "company"}, nil, nil,
			[]string{"granted 800000.00", "superseded by k1 0.00", "granted 400000.00"}},
		{"an award of nothing under a cap is not capped",
			[]calc.Record{{Item: "product", Subject: "一", Company: "甲分公司"}}, nil, nil,
			[]calc.Ruling{{Key: "k1", Grant: true, Amount: yuanOf(0), Basis: "纪要",
				Saw: []calc.Doubt{"company/legal-person"}}}, []string{"granted 0.00"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			got, _ := decideSpelled(t, calc.Batch{Records: claims(c.records...), Readings: c.readings, Prior: c.prior,
				Rulings: c.rulings})
			if diff := cmp.Diff(c.want, got); diff != "" {
				t.Errorf("-want +got:\n%s", diff)
			}
		})
	}
}

func TestARulingOfExactlyTheCeilingIsNotOverIt(t *testing.T) {
	for amount, over := range map[int64]bool{400000: false, 400001: true} {
		_, codes := decideSpelled(t, calc.Batch{Records: claims(calc.Record{Item: "plant", Level: "省级"}),
			Rulings: []calc.Ruling{{Key: "k1", Grant: true, Amount: yuanOf(amount), Basis: "纪要"}}})
		if slices.Contains(codes, "ruling/over-cap") != over {
			t.Errorf("%d: %v", amount, codes)
		}
	}
}

func TestTheAuditRefusesAThirdDecimal(t *testing.T) {
	r := calc.Decide(calc.Batch{Policy: townPolicy(), AwardYear: 2024,
		Records: claims(calc.Record{Item: "task", Subject: "节", Approved: yuanOf(5)})})
	d := &r.Decisions[0]
	third := *exact("5.001")
	d.Amount, d.Entitled = third, third
	d.Steps = []calc.Step{{Kind: calc.StepApproved, Value: third, Amount: third}}
	r.Records[0].Approved = &third
	if err := calc.Audit(r); err == nil || !strings.Contains(err.Error(), "cannot be paid") {
		t.Errorf("an amount of %s passes: %v", third, err)
	}
}

func TestWhatHeldRecordsMayComeTo(t *testing.T) {
	unclear := calc.Findings{calc.Found("cell/level", calc.Ref{}, "", "")}
	r := calc.Decide(calc.Batch{Policy: townPolicy(), AwardYear: 2024, Records: claims(
		calc.Record{Item: "plant", Findings: unclear}, calc.Record{Item: "task", Subject: "节"},
		calc.Record{Findings: unclear, NotCovered: "奖"})})
	if !r.Exposure.Equal(wan(80)) || r.Unestimated != 2 {
		t.Errorf("%s, and %d that nobody can estimate", r.Exposure, r.Unestimated)
	}
}

func TestAnAwardCutToNothingHasAWord(t *testing.T) {
	r := calc.Decide(calc.Batch{Policy: townPolicy(), AwardYear: 2024,
		Records: claims(calc.Record{Item: "plant", Level: "国家级"}, calc.Record{Item: "firm", Company: "乙"})})
	if _, err := calc.Prorate(r, []calc.BudgetLimit{{Scope: calc.ScopeTotal, Limit: money.YuanOf(900)}},
		money.YuanOf(100), nil); err != nil {
		t.Fatal(err)
	}
	if got := []string{r.Decisions[0].Name(), r.Decisions[1].Name()}; got[0] != "予以奖补（少于应奖金额）" ||
		got[1] != "予以奖补（金额为零）" {
		t.Errorf("called %v", got)
	}
	if f := r.Findings; len(f) != 1 || f[0].Code != "record/zero-award" {
		t.Errorf("found %v", f)
	}
}

func TestADecisionSaysWhoIsPaidAndWhatAPersonRuled(t *testing.T) {
	branch := calc.Record{Item: "plant", Level: "省级", Company: "甲分公司"}
	late := calc.Record{Item: "plant", Level: "省级", Recognised: day(2022, 12, 31)}
	ruling := func(grant bool, saw ...calc.Doubt) []calc.Ruling {
		return []calc.Ruling{{Key: "k1", Grant: grant, Basis: "纪要", Saw: saw}}
	}
	const doubt = "“甲分公司”名称中有“分公司”，是否具有独立法人资格需核实"
	standard := "省级工厂：最高不超过 40万元"
	for _, c := range []struct {
		name     string
		record   calc.Record
		readings calc.Readings
		rulings  []calc.Ruling
		want     []string // payee, then the steps
	}{
		{"the item says who is paid", calc.Record{Item: "plant", Level: "省级"}, nil, nil, []string{"企业", standard}},
		{"a reading may pay the person", calc.Record{Item: "manager", Subject: "张三", Base: yuanOf(100)},
			calc.Readings{"payee": "person"}, nil, []string{"个人", "经理人：费用 100.00 元的 60%，不足一分的舍去"}},
		{"who is held is paid nothing", branch, nil, nil,
			[]string{"", "待核：" + doubt}},
		{"a person who saw the doubt", branch, nil, ruling(true, "company/legal-person"),
			[]string{"企业", "经审定予以奖补：纪要（原待核原因：" + doubt + "）", standard}},
		{"one who did not", branch, nil, ruling(true, "company/not-local"),
			[]string{"", "待核：" + doubt,
				"曾审定予以奖补（纪要），作出审定时没有这一疑问：" + doubt}},
		{"one who refuses what was in doubt", branch, nil, ruling(false),
			[]string{"", "经审定不予奖补：纪要（原待核原因：" + doubt + "）"}},
		{"or what was not", calc.Record{Item: "plant", Level: "省级"}, nil, ruling(false), []string{"", "经审定不予奖补：纪要"}},
		{"one who saw that a rule refuses it", late, nil, ruling(true, "year"),
			[]string{"企业", "经审定予以奖补：纪要（原结论：不属于本奖补年度）", standard}},
		{"and one who did not", late, nil, ruling(true),
			[]string{"", "按认定日期为2022年认定，不在本政策的奖补年度之内"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			r := calc.Decide(calc.Batch{Policy: townPolicy(), AwardYear: 2024, Records: claims(c.record),
				Readings: c.readings, Rulings: c.rulings})
			d := &r.Decisions[0]
			got := []string{d.Payee}
			for _, s := range d.Steps {
				got = append(got, s.Text())
			}
			if diff := cmp.Diff(c.want, got); diff != "" {
				t.Errorf("(-want +got)\n%s", diff)
			}
		})
	}
}
