package calc_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"jiangbu/calc"
	"jiangbu/calc/money"
	"jiangbu/calc/written"
)

// decided decides records under a policy and spells the decisions.
func decided(t *testing.T, b calc.Batch) []string {
	t.Helper()
	if b.Policy == nil {
		b.Policy = townPolicy()
	}
	b.AwardYear = 2024
	r := calc.Decide(b)
	if err := calc.Audit(r); err != nil {
		t.Error(err)
	}
	return spell(r)
}

func TestWhatAnEarlierYearPaidIsKnownAgain(t *testing.T) {
	product := calc.Record{Item: "product", Subject: "甲软件", Certificate: "C1"}
	paid := func(p calc.Prior) []calc.Prior {
		p.Year, p.Amount = 2023, wan(1)
		return []calc.Prior{p}
	}
	for _, c := range []struct {
		name   string
		record calc.Record
		prior  []calc.Prior
		want   string
	}{
		{"the same level", calc.Record{Item: "plant", Level: "省级"},
			paid(calc.Prior{Company: "甲", Item: "plant", Level: "省级"}), "refused prior 0.00"},
		{"another level is another award", calc.Record{Item: "plant", Level: "省级"},
			paid(calc.Prior{Company: "甲", Item: "plant", Level: "国家级"}), "granted 400000.00"},
		{"a level that the list does not say is asked about", calc.Record{Item: "plant", Level: "省级"},
			paid(calc.Prior{Company: "甲", Item: "plant"}), "held record/prior-like 0.00"},
		{"the same name under the same code", calc.Record{Item: "firm"},
			paid(calc.Prior{Company: "甲", CreditCode: codeOf("甲"), Item: "firm"}), "refused prior 0.00"},
		{"the same name under another code is asked about", calc.Record{Item: "firm"},
			paid(calc.Prior{Company: "甲", CreditCode: codeOf("乙"), Item: "firm"}), "held record/prior-like 0.00"},
		{"another name under the same code is the same", calc.Record{Item: "firm"},
			paid(calc.Prior{Company: "旧名", CreditCode: codeOf("甲"), Item: "firm"}), "refused prior 0.00"},
		{"another name under another code is nobody's", calc.Record{Item: "firm"},
			paid(calc.Prior{Company: "乙", CreditCode: codeOf("乙"), Item: "firm"}), "granted 20000.00"},
		{"a former name is the same", calc.Record{Item: "firm", FormerName: "旧名"},
			paid(calc.Prior{Company: "旧名", Item: "firm"}), "refused prior 0.00"},
		{"a product by its number", product, paid(calc.Prior{Company: "甲", Item: "product", Certificate: "C1"}),
			"refused prior 0.00"},
		{"its number under another company is asked about", product,
			paid(calc.Prior{Company: "乙", CreditCode: codeOf("乙"), Item: "product", Certificate: "C1"}),
			"held record/prior-like 0.00"},
		{"another number of the company is another product", product,
			paid(calc.Prior{Company: "甲", Item: "product", Subject: "甲软件", Certificate: "C2"}), "granted 10000.00"},
		{"a product by its name where the list has no number", product,
			paid(calc.Prior{Company: "甲", Item: "product", Subject: "甲软件"}), "refused prior 0.00"},
		{"another name is another product", product, paid(calc.Prior{Company: "甲", Item: "product", Subject: "乙软件"}),
			"granted 10000.00"},
		{"a product that the list does not name is asked about", product,
			paid(calc.Prior{Company: "甲", Item: "product"}), "held record/prior-like 0.00"},
		{"a park by its name, whoever was paid", calc.Record{Item: "park", Level: "省级", Subject: "园"},
			paid(calc.Prior{Company: "乙", Item: "park", Level: "省级", Subject: "园"}), "refused prior 0.00"},
		{"another park of the company is another", calc.Record{Item: "park", Level: "省级", Subject: "园"},
			paid(calc.Prior{Company: "甲", Item: "park", Level: "省级", Subject: "港"}), "granted 400000.00"},
		{"a park that the list does not name is asked about", calc.Record{Item: "park", Level: "省级", Subject: "园"},
			paid(calc.Prior{Company: "甲", Item: "park", Level: "省级"}), "held record/prior-like 0.00"},
	} {
		t.Run(c.name, func(t *testing.T) {
			if diff := cmp.Diff([]string{c.want},
				decided(t, calc.Batch{Records: claims(c.record), Prior: c.prior})); diff != "" {
				t.Errorf("-want +got:\n%s", diff)
			}
		})
	}
}

func TestADifferenceTakesOffEachEarlierAwardOnce(t *testing.T) {
	award := func(year int, level string, amount int64) calc.Prior {
		return calc.Prior{Year: year, Company: "甲", Item: "plant", Level: level, Amount: wan(amount)}
	}
	for _, c := range []struct {
		name  string
		prior []calc.Prior
		want  string
	}{
		{"one", []calc.Prior{award(2023, "省级", 40)}, "granted 400000.00"},
		{"one that two lists state", []calc.Prior{award(2023, "省级", 40), award(2023, "省级", 40)}, "granted 400000.00"},
		{"one list without a year states it again", []calc.Prior{award(2023, "省级", 30), award(0, "省级", 30)},
			"granted 500000.00"},
		{"two years are two awards", []calc.Prior{award(2022, "省级", 30), award(2023, "省级", 30)}, "granted 200000.00"},
		{"two amounts are two awards", []calc.Prior{award(2023, "省级", 30), award(2023, "省级", 20)}, "granted 300000.00"},
		{"a fen is left", []calc.Prior{{Year: 2023, Company: "甲", Item: "plant", Level: "省级",
			Amount: *exact("799999.99")}}, "granted 0.01"},
		{"two years that together are as much", []calc.Prior{award(2022, "省级", 40), award(2023, "省级", 40)},
			"refused prior 0.00"},
		{"what was paid is as much", []calc.Prior{award(2023, "省级", 80)}, "refused prior 0.00"},
		{"what was paid is more", []calc.Prior{award(2023, "省级", 81)}, "refused prior 0.00"},
	} {
		t.Run(c.name, func(t *testing.T) {
			got := decided(t, calc.Batch{Records: claims(calc.Record{Item: "plant", Level: "国家级"}), Prior: c.prior,
				Readings: calc.Readings{"upgrade": "difference"}})
			if diff := cmp.Diff([]string{c.want}, got); diff != "" {
				t.Errorf("-want +got:\n%s", diff)
			}
		})
	}
}

func TestWhatWasRecognisedBeforeThePolicyWasInForce(t *testing.T) {
	for _, c := range []struct {
		name string
		date written.Date
		want string
	}{
		{"the day before", day(2023, 5, 31), "refused year 0.00"},
		{"the day itself", day(2023, 6, 1), "granted 400000.00"},
		{"the month before", day(2023, 5, 0), "refused year 0.00"},
		{"the month itself, no day", day(2023, 6, 0), "granted 400000.00"},
		{"the year alone says nothing against it", day(2023, 0, 0), "granted 400000.00"},
	} {
		t.Run(c.name, func(t *testing.T) {
			got := decided(t, calc.Batch{Records: claims(calc.Record{Item: "plant", Level: "省级", Recognised: c.date}),
				Readings: calc.Readings{"in-force": "in-force"}})
			if diff := cmp.Diff([]string{c.want}, got); diff != "" {
				t.Errorf("-want +got:\n%s", diff)
			}
		})
	}
}

func TestARecordWithoutADateIsNotBeforeThePolicyWasInForce(t *testing.T) {
	records := claims(calc.Record{Item: "plant", Level: "省级", LabelYear: 2023,
		Findings: calc.Findings{calc.Found("cell/date-missing", calc.Ref{})}})
	records[0].Recognised = written.Date{}
	for by, want := range map[string]string{"document": "granted 400000.00", "label": "granted 400000.00"} {
		b := calc.Batch{Policy: townPolicy(), AwardYear: 2024, Records: records,
			Readings: calc.Readings{"in-force": "in-force", "recognised-by": by},
			Rulings:  []calc.Ruling{{Key: "k1", Grant: true, Basis: "纪要"}}}
		if diff := cmp.Diff([]string{want}, decided(t, seen(b))); diff != "" {
			t.Errorf("%s (-want +got):\n%s", by, diff)
		}
	}
}

func TestARecordWithoutADateThatAPersonLetsInIsOfNoOtherYear(t *testing.T) {
	records := claims(calc.Record{Item: "plant", Level: "省级",
		Findings: calc.Findings{calc.Found("cell/date-missing", calc.Ref{})}})
	records[0].Recognised = written.Date{}
	b := calc.Batch{Policy: townPolicy(), AwardYear: 2024, Records: records,
		Rulings: []calc.Ruling{{Key: "k1", Grant: true, Basis: "纪要"}}}
	if diff := cmp.Diff([]string{"granted 400000.00"}, decided(t, seen(b))); diff != "" {
		t.Errorf("-want +got:\n%s", diff)
	}
}

func TestARefusalThatSawTheRuleChangesNoReason(t *testing.T) {
	old := calc.Record{Item: "plant", Level: "省级", Recognised: day(2022, 3, 1)}
	for grant, want := range map[bool]string{true: "granted 400000.00", false: "refused year 0.00"} {
		got := decided(t, calc.Batch{Records: claims(old),
			Rulings: []calc.Ruling{{Key: "k1", Grant: grant, Basis: "纪要", Saw: []calc.Doubt{"year"}}}})
		if diff := cmp.Diff([]string{want}, got); diff != "" {
			t.Errorf("grant %t (-want +got):\n%s", grant, diff)
		}
	}
}

func TestWhoMayBeSupported(t *testing.T) {
	p := townPolicy()
	p.Items[2].Allow.Codes = append(p.Items[2].Allow.Codes, "92")
	trader := "923399000000000000"
	for _, c := range []struct {
		name   string
		record calc.Record
		want   string
	}{
		{"a sole trader is refused", calc.Record{Item: "plant", Level: "省级", CreditCode: trader},
			"refused not-legal-person 0.00"},
		{"but where the item allows it", calc.Record{Item: "park", Level: "省级", Subject: "园", CreditCode: trader},
			"granted 400000.00"},
		{"a service to itself by its name", calc.Record{Item: "diagnosis", Subject: "甲", Base: yuanOf(9)},
			"held record/own-service 0.00"},
		{"by its code under another name",
			calc.Record{Item: "diagnosis", Subject: "丁", SubjectCode: codeOf("甲"), Base: yuanOf(9)},
			"held record/own-service 0.00"},
		{"a service to another", calc.Record{Item: "diagnosis", Subject: "丁", SubjectCode: codeOf("丁"),
			Base: yuanOf(9)}, "granted 9.00"},
	} {
		t.Run(c.name, func(t *testing.T) {
			if diff := cmp.Diff([]string{c.want},
				decided(t, calc.Batch{Policy: p, Records: claims(c.record)})); diff != "" {
				t.Errorf("-want +got:\n%s", diff)
			}
		})
	}
}

func TestFloorsAndCeilings(t *testing.T) {
	p := townPolicy()
	p.Items[5].Awards[0].Floor = money.YuanOf(5000)
	p.Items[6].Awards[0].Ceiling = wan(1)
	flat := calc.Readings{"diagnosis": "flat"}
	for _, c := range []struct {
		name     string
		record   calc.Record
		readings calc.Readings
		want     string
	}{
		{"a fee at the floor", calc.Record{Item: "diagnosis", Subject: "丁", Base: yuanOf(5000)}, nil,
			"granted 5000.00"},
		{"a fen below it", calc.Record{Item: "diagnosis", Subject: "丁", Base: exact("4999.99")}, nil,
			"refused not-covered 0.00"},
		{"paid flat, the floor asks for the fee", calc.Record{Item: "diagnosis", Subject: "丁"}, flat,
			"held record/base-missing 0.00"},
		{"and it counts", calc.Record{Item: "diagnosis", Subject: "丁", Base: yuanOf(4999)}, flat,
			"refused not-covered 0.00"},
		{"a fee above it is paid flat", calc.Record{Item: "diagnosis", Subject: "丁", Base: yuanOf(5001)}, flat,
			"granted 20000.00"},
		{"a share below the ceiling", calc.Record{Item: "manager", Subject: "张三", Base: yuanOf(15000)}, nil,
			"granted 9000.00"},
		{"a share at it", calc.Record{Item: "manager", Subject: "张三", Base: exact("16666.67")}, nil,
			"granted 10000.00"},
		{"a share above it", calc.Record{Item: "manager", Subject: "张三", Base: yuanOf(20000)}, nil, "granted 10000.00"},
	} {
		t.Run(c.name, func(t *testing.T) {
			if diff := cmp.Diff([]string{c.want},
				decided(t, calc.Batch{Policy: p, Records: claims(c.record), Readings: c.readings})); diff != "" {
				t.Errorf("-want +got:\n%s", diff)
			}
		})
	}
}

func TestTheMostThatARecordMayComeTo(t *testing.T) {
	p := townPolicy()
	p.Items[6].Awards[0].Ceiling = wan(1)
	for _, c := range []struct {
		name   string
		record calc.Record
		want   string // "" where the text sets no limit
	}{
		{"the amount of its level", calc.Record{Item: "plant", Level: "省级"}, "400000.00"},
		{"the highest level's where it says none", calc.Record{Item: "plant"}, "800000.00"},
		{"the share where that is less than the ceiling", calc.Record{Item: "manager", Base: yuanOf(10000)}, "6000.00"},
		{"the ceiling where the share is more", calc.Record{Item: "manager", Base: yuanOf(30000)}, "10000.00"},
		{"the ceiling where nobody knows the base", calc.Record{Item: "manager"}, "10000.00"},
		{"the sum that was approved", calc.Record{Item: "task", Approved: yuanOf(5)}, "5.00"},
		{"no limit where none was", calc.Record{Item: "task"}, ""},
		{"no limit for what is no item", calc.Record{Item: "other"}, ""},
	} {
		got := ""
		if most, ok := p.Ceiling(&c.record); ok {
			got = most.String()
		}
		if got != c.want {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		}
	}
}

func TestTracksOfSubjectsAndSentences(t *testing.T) {
	park := func(company, subject string) calc.Record {
		return calc.Record{Item: "park", Level: "省级", Company: company, Subject: subject}
	}
	divided := townPolicy() // the clause has a sentence for each level
	divided.Items[0].Sentence = ""
	divided.Items[0].Awards[0].Sentence, divided.Items[0].Awards[1].Sentence = "s1", "s2"
	company, sentence := calc.Readings{"same-project": "company"}, calc.Readings{"same-project": "sentence"}
	for _, c := range []struct {
		name     string
		policy   *calc.Policy
		readings calc.Readings
		records  []calc.Record
		want     []string
	}{
		{"parks without a name are their companies' own", nil, nil, []calc.Record{park("甲", ""), park("乙", "")},
			[]string{"granted 400000.00", "granted 400000.00"}},
		{"one award a company leaves a park one award", nil, company, []calc.Record{park("甲", "园"), park("乙", "园")},
			[]string{"granted 400000.00", "duplicate by k1 0.00"}},
		{"and two parks two", nil, company, []calc.Record{park("甲", "园"), park("乙", "港")},
			[]string{"granted 400000.00", "granted 400000.00"}},
		{"a track whose levels stand in two sentences is one", divided, sentence,
			[]calc.Record{{Item: "plant", Level: "国家级"}, {Item: "plant", Level: "省级"}},
			[]string{"granted 800000.00", "superseded by k1 0.00"}},
		{"a level is of its own sentence", divided, sentence,
			[]calc.Record{{Item: "plant", Level: "省级"}, {Item: "chain", Level: "国家级"}},
			[]string{"granted 400000.00", "granted 800000.00"}},
		{"the other level is of the other's", divided, sentence,
			[]calc.Record{{Item: "plant", Level: "国家级"}, {Item: "chain", Level: "国家级"}},
			[]string{"granted 800000.00", "superseded by k1 0.00"}},
		{"another item of the same level is superseded, no duplicate", nil, sentence,
			[]calc.Record{{Item: "plant", Level: "国家级"}, {Item: "chain", Level: "国家级"}},
			[]string{"granted 800000.00", "superseded by k1 0.00"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			got := decided(t, calc.Batch{Policy: c.policy, Records: claims(c.records...), Readings: c.readings})
			if diff := cmp.Diff(c.want, got); diff != "" {
				t.Errorf("-want +got:\n%s", diff)
			}
		})
	}
}

func TestClaimsThatMayBeOneRecognition(t *testing.T) {
	other := codeOf("别处")
	manager := func(company, number string) calc.Record {
		return calc.Record{Item: "manager", Company: company, Subject: "张三", Certificate: number, Base: yuanOf(10000)}
	}
	product := func(number string) calc.Record {
		return calc.Record{Item: "product", Subject: "一", Certificate: number}
	}
	listed := func(r calc.Record) calc.Record {
		r.Item, r.Level, r.Certificate = "plant", "省级", "第三批名单"
		return r
	}
	for _, c := range []struct {
		name    string
		records []calc.Record
		want    []string
	}{
		{"a person of two companies without a number is asked about",
			[]calc.Record{manager("甲", ""), manager("乙", "N2")},
			[]string{"held record/person-twice 0.00", "held record/person-twice 0.00"}},
		{"with a number each they are two", []calc.Record{manager("甲", "N1"), manager("乙", "N2")},
			[]string{"granted 6000.00", "granted 6000.00"}},
		{"one name in one list under two codes is asked about",
			[]calc.Record{listed(calc.Record{}), listed(calc.Record{CreditCode: other})},
			[]string{"held record/certificate-shared 0.00", "held record/certificate-shared 0.00"}},
		{"in the list of another day they are two",
			[]calc.Record{listed(calc.Record{}), listed(calc.Record{CreditCode: other, Recognised: day(2023, 7, 1)})},
			[]string{"granted 400000.00", "granted 400000.00"}},
		{"two names in one list are two", []calc.Record{listed(calc.Record{}), listed(calc.Record{Company: "乙"})},
			[]string{"granted 400000.00", "granted 400000.00"}},
		{"a name of two numbers leaves the one without a number open",
			[]calc.Record{product("C1"), product("C2"), product("")},
			[]string{"granted 10000.00", "granted 10000.00", "held record/piece-unclear 0.00"}},
		{"a piece that states its number stands before one that takes it, though that is of an earlier day",
			[]calc.Record{{Item: "product", Subject: "一", Recognised: day(2023, 6, 2)},
				{Item: "product", Subject: "一", Certificate: "C1", Recognised: day(2023, 8, 1)}},
			[]string{"duplicate by k2 0.00", "granted 10000.00"}},
		{"of two that state it the earlier day stands",
			[]calc.Record{{Item: "product", Subject: "一", Certificate: "C1", Recognised: day(2023, 8, 1)},
				{Item: "product", Subject: "一", Certificate: "C1", Recognised: day(2023, 6, 2)}},
			[]string{"duplicate by k2 0.00", "granted 10000.00"}},
		{"parks without a name are not one for that",
			[]calc.Record{{Item: "park", Level: "省级", Certificate: "A1"},
				{Item: "park", Level: "省级", Company: "乙", Certificate: "A1"}},
			[]string{"held record/certificate-shared 0.00", "held record/certificate-shared 0.00"}},
		{"two works of one company under one certificate are one plant",
			[]calc.Record{{Item: "plant", Level: "省级", Subject: "东厂", Certificate: "A1"},
				{Item: "plant", Level: "省级", Subject: "西厂", Certificate: "A1"}},
			[]string{"granted 400000.00", "duplicate by k1 0.00"}},
		{"two products of one company under one certificate are asked about",
			[]calc.Record{{Item: "product", Subject: "一", Certificate: "C1"},
				{Item: "product", Subject: "二", Certificate: "C1"}},
			[]string{"held record/certificate-shared 0.00", "held record/certificate-shared 0.00"}},
		{"one park under one certificate is one",
			[]calc.Record{{Item: "park", Level: "省级", Subject: "园", Certificate: "A1"},
				{Item: "park", Level: "省级", Subject: "园", Company: "乙", Certificate: "A1"}},
			[]string{"granted 400000.00", "duplicate by k1 0.00"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			if diff := cmp.Diff(c.want, decided(t, calc.Batch{Records: claims(c.records...)})); diff != "" {
				t.Errorf("-want +got:\n%s", diff)
			}
		})
	}
}

func TestADoubtIsTheSameInWhateverOrderItNamesTheOthers(t *testing.T) {
	of := func(with ...string) calc.Doubt { return calc.Finding{Code: "record/person-twice", With: with}.Doubt() }
	if of("k1", "k2") != of("k2", "k1") || of("k1", "k2") == of("k1", "k3") || of("k1", "k2") == of("k1k2") {
		t.Error("a doubt is told apart by the order of the records, or not by the records")
	}
}

func TestACapThatIsJustFilledCutsNobody(t *testing.T) {
	p := townPolicy()
	for limit, want := range map[string][]string{
		"20000": {"granted 10000.00", "granted 10000.00"}, "19999.99": {"granted 10000.00", "granted 9999.99"},
		"10000": {"granted 10000.00", "capped 0.00"}, "9999.99": {"granted 9999.99", "capped 0.00"},
	} {
		p.Items[4].Cap = *exact(limit)
		r := calc.Decide(calc.Batch{Policy: p, AwardYear: 2024,
			Records: claims(calc.Record{Item: "product", Subject: "一"}, calc.Record{Item: "product", Subject: "二"})})
		if diff := cmp.Diff(want, spell(r)); diff != "" {
			t.Errorf("%s (-want +got):\n%s", limit, diff)
		}
		for i := range r.Decisions {
			cut := false
			for _, s := range r.Decisions[i].Steps {
				cut = cut || s.Kind == calc.StepCompanyCap
			}
			if less := !r.Decisions[i].Amount.Equal(r.Decisions[i].Entitled); cut != less {
				t.Errorf("under %s the steps of k%d say that it is cut: %t, and it is: %t", limit, i+1, cut, less)
			}
		}
	}
}
