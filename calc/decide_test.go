package calc_test

import (
	"fmt"
	"hash/fnv"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"jiangbu/calc"
	"jiangbu/calc/money"
	"jiangbu/calc/written"
)

// wan is n 万元.
func wan(n int64) money.Yuan { return money.YuanOf(n * 10000) }

// townPolicy is an invented policy that has each form, key and effect once.
func townPolicy() *calc.Policy {
	reading := func(name string, e calc.Effect, items ...string) calc.Reading {
		rd := calc.Reading{Name: name, Effect: e, Items: items, Default: calc.EffectValues[e][0]}
		for _, v := range calc.EffectValues[e] {
			rd.Values = append(rd.Values, calc.ReadingValue{Name: v})
		}
		return rd
	}
	return &calc.Policy{
		ID: "town", City: "某市", FirstYear: 2024, LastYear: 2027, Effective: calc.Period{From: day(2023, 6, 1)},
		Levels:     []calc.Level{{Name: "市级", Rank: 1}, {Name: "省级", Rank: 2}, {Name: "国家级", Rank: 3}},
		Clauses:    []calc.Clause{{Number: "一"}, {Number: "二"}, {Number: "三"}},
		Provisions: []calc.Provision{{Number: "附则", Governs: []string{"year", "highest", "persons"}}},
		Items: []calc.Item{
			{ID: "plant", Name: "工厂", Clause: "一", Form: calc.FormFixed, Track: "plant", Key: calc.KeyCompany,
				Sentence: "s1", Payee: "企业",
				Awards: []calc.Award{{Level: "国家级", Amount: wan(80)}, {Level: "省级", Amount: wan(40)}}},
			{ID: "chain", Name: "供应链", Clause: "一", Form: calc.FormFixed, Track: "chain", Key: calc.KeyCompany,
				Sentence: "s1", Payee: "企业",
				Awards: []calc.Award{{Level: "国家级", Amount: wan(80)}}},
			{ID: "park", Name: "园区", Clause: "一", Form: calc.FormFixed, Track: "park", Key: calc.KeySubject,
				Payee:  "管理机构",
				Awards: []calc.Award{{Level: "省级", Amount: wan(40)}},
				Allow:  calc.Allow{Codes: []string{"11"}, Names: []string{"管委会"}}},
			{ID: "firm", Name: "软件企业", Clause: "二", Form: calc.FormFixed, Track: "firm", Key: calc.KeyCompany,
				Payee:  "企业",
				Awards: []calc.Award{{Amount: wan(2)}}},
			{ID: "product", Name: "软件产品", Clause: "二", Form: calc.FormEach, Track: "product",
				Key: calc.KeyCompanySubject, Cap: wan(10), Payee: "企业",
				Awards: []calc.Award{{Amount: wan(1)}}},
			{ID: "diagnosis", Name: "诊断", Clause: "三", Form: calc.FormCost, Track: "diagnosis", Key: calc.KeySubject,
				Outside: true, Payee: "第三方机构",
				Awards: []calc.Award{{Amount: wan(2)}}},
			{ID: "manager", Name: "经理人", Clause: "三", Form: calc.FormRate, Awards: []calc.Award{{Rate: rate("60%")}},
				Track: "manager", Key: calc.KeyCompanySubject, Payee: "企业"},
			{ID: "task", Name: "任务", Clause: "三", Form: calc.FormApproved, Track: "task", Key: calc.KeyCompanySubject,
				Outside: true, Payee: "承办单位"},
		},
		Natures: []calc.Nature{{Name: "新认定", Kind: calc.NatureNew}, {Name: "复核", Kind: calc.NatureRenewed},
			{Name: "撤销", Kind: calc.NatureRevoked}},
		Districts: []calc.District{{Name: "东区"}, {Name: "西区"}},
		Eligible: calc.Eligibility{Local: []string{"3399"}, Persons: []string{"91", "12"}, Refused: []string{"92"},
			Doubt: []string{"分公司"}},
		Readings: []calc.Reading{reading("same-project", calc.EffectScope),
			reading("plant-count", calc.EffectCount, "plant"),
			reading("software-cap", calc.EffectCap, "firm", "product"), reading("upgrade", calc.EffectPrior),
			reading("diagnosis", calc.EffectCost, "diagnosis"), reading("payee", calc.EffectPayee, "manager"),
			reading("recognised-by", calc.EffectDate), reading("assessment", calc.EffectFirst, "firm"),
			reading("diagnosis-of", calc.EffectEach, "diagnosis"), reading("in-force", calc.EffectLife),
			reading("authority", calc.EffectAuthority, "park")},
	}
}

func rate(text string) money.Rate {
	r, err := money.ParseRate(text)
	if err != nil {
		panic(err)
	}
	return r
}

// codeOf is a code of the town that holds, another for each company.
func codeOf(company string) string {
	h := fnv.New32a()
	h.Write([]byte(company))
	return written.CompleteCode("91339900" + fmt.Sprintf("%08X", h.Sum32()))
}

// claims numbers records and fills in what a plain, eligible record has.
func claims(rs ...calc.Record) []calc.Record {
	p := townPolicy()
	for i := range rs {
		r := &rs[i]
		r.Key = fmt.Sprintf("k%d", i+1)
		r.Source = calc.Ref{File: "东区.xlsx", Sheet: "表", Row: i + 2}
		if r.Company == "" {
			r.Company = "甲"
		}
		if r.CreditCode == "" {
			r.CreditCode = codeOf(r.Company)
		}
		if r.District == "" {
			r.District = "东区"
		}
		if r.Nature == "" {
			r.Nature = "新认定"
		}
		if r.Recognised.IsZero() {
			r.Recognised = written.Date{Year: 2023, Month: 6, Day: 1}
		}
		if it, ok := p.Item(r.Item); ok {
			r.Clause = it.Clause
		}
	}
	return rs
}

// spell writes decisions so that a table can hold them: outcome, reason,
// amount.
func spell(r *calc.Result) []string {
	var out []string
	for _, d := range r.Decisions {
		s := string(d.Outcome)
		if d.Reason != "" {
			s += " " + d.Reason
		}
		if d.By != "" {
			s += " by " + d.By
		}
		out = append(out, s+" "+d.Amount.String())
	}
	return out
}

// seen has the rulings of a batch answer what their records show without them.
func seen(b calc.Batch) calc.Batch {
	bare := b
	bare.Rulings = nil
	r := calc.Decide(bare)
	b.Rulings = slices.Clone(b.Rulings)
	for n := range b.Rulings {
		for i := range r.Records {
			if r.Records[i].Key == b.Rulings[n].Key {
				b.Rulings[n].Saw = r.Decisions[i].Against()
			}
		}
	}
	return b
}

func yuanOf(n int64) *money.Yuan {
	y := money.YuanOf(n)
	return &y
}

func day(y, m, d int) written.Date { return written.Date{Year: y, Month: m, Day: d} }

func TestEveryRecordGetsOneDecision(t *testing.T) {
	plant := func(level string) calc.Record { return calc.Record{Item: "plant", Level: level} }
	product := func(n int) []calc.Record {
		var rs []calc.Record
		for i := range n {
			rs = append(rs, calc.Record{Item: "product", Subject: fmt.Sprintf("产品%02d", i)})
		}
		return rs
	}
	wrongCode := calc.Findings{calc.Found("cell/credit-code", calc.Ref{}, "", "")}
	missingName := calc.Findings{calc.Found("cell/company-missing", calc.Ref{})}
	many := func(n int, s string) []string { return slices.Repeat([]string{s}, n) }
	tests := []struct {
		name     string
		records  []calc.Record
		readings calc.Readings
		prior    []calc.Prior
		rulings  []calc.Ruling
		want     []string
	}{
		{name: "a national plant is granted its amount", records: []calc.Record{plant("国家级")},
			want: []string{"granted 800000.00"}},
		{name: "a level that the policy does not pay is not covered", records: []calc.Record{plant("市级")},
			want: []string{"refused not-covered 0.00"}},
		{name: "a thing that is no item is not covered", records: []calc.Record{{NotCovered: "绿色产品"}},
			want: []string{"refused not-covered 0.00"}},
		{name: "a review is not new", records: []calc.Record{{Item: "plant", Level: "省级", Nature: "复核"}},
			want: []string{"refused not-new 0.00"}},
		{name: "what was revoked is refused", records: []calc.Record{{Item: "plant", Level: "省级", Nature: "撤销"}},
			want: []string{"refused revoked 0.00"}},
		{name: "the last day of the year before counts",
			records: []calc.Record{{Item: "plant", Level: "省级", Recognised: day(2023, 12, 31)}},
			want:    []string{"granted 400000.00"}},
		{name: "the first day of the award year does not",
			records: []calc.Record{{Item: "plant", Level: "省级", Recognised: day(2024, 1, 1)}},
			want:    []string{"refused year 0.00"}},
		{name: "the first day of the year before counts",
			records: []calc.Record{{Item: "plant", Level: "省级", Recognised: day(2023, 1, 1)}},
			want:    []string{"granted 400000.00"}},
		{name: "the day before it does not",
			records: []calc.Record{{Item: "plant", Level: "省级", Recognised: day(2022, 12, 31)}},
			want:    []string{"refused year 0.00"}},
		{name: "a sole trader is refused",
			records: []calc.Record{{Item: "plant", Level: "省级", CreditCode: "923399000000000000"}},
			want:    []string{"refused not-legal-person 0.00"}},
		{name: "a branch is held", records: []calc.Record{{Item: "plant", Level: "省级", Company: "甲分公司"}},
			want: []string{"held company/legal-person 0.00"}},
		{name: "an authority is held", records: []calc.Record{{Item: "plant", Level: "省级",
			CreditCode: "113399000000000000"}}, want: []string{"held company/legal-person 0.00"}},
		{name: "an authority is let in where the item allows it",
			records: []calc.Record{{Item: "park", Level: "省级", CreditCode: "113399000000000000"}},
			want:    []string{"granted 400000.00"}},
		{name: "a company registered elsewhere is held",
			records: []calc.Record{{Item: "plant", Level: "省级", CreditCode: "913301000000000000"}},
			want:    []string{"held company/not-local 0.00"}},
		{name: "and let in where the item is open to it",
			records: []calc.Record{{Item: "task", Subject: "节", Approved: yuanOf(5), CreditCode: "913301000000000000"}},
			want:    []string{"granted 5.00"}},
		{name: "an error on the record comes first of all",
			records: []calc.Record{{Item: "plant", Level: "市级",
				Findings: calc.Findings{calc.Found("cell/date", calc.Ref{}, "认定日期", "x", "y")}}},
			want: []string{"held cell/date 0.00"}},
		{name: "a warning does not hold",
			records: []calc.Record{{Item: "plant", Level: "省级",
				Findings: calc.Findings{calc.Found("cell/date-label", calc.Ref{}, "x")}}},
			want: []string{"granted 400000.00"}},

		{name: "the highest of a track stands", records: []calc.Record{plant("省级"), plant("国家级")},
			want: []string{"superseded by k2 0.00", "granted 800000.00"}},
		{name: "the same level twice is a duplicate", records: []calc.Record{plant("省级"), plant("省级")},
			want: []string{"granted 400000.00", "duplicate by k1 0.00"}},
		{name: "of equals the earlier date stands",
			records: []calc.Record{plant("省级"), {Item: "plant", Level: "省级", Recognised: day(2023, 5, 31)}},
			want:    []string{"duplicate by k2 0.00", "granted 400000.00"}},
		{name: "then the smaller certificate number",
			records: []calc.Record{{Item: "plant", Level: "省级", Certificate: "B"},
				{Item: "plant", Level: "省级", Certificate: "A"}},
			want: []string{"duplicate by k2 0.00", "granted 400000.00"}},
		{name: "a record without a certificate number comes after one with",
			records: []calc.Record{plant("省级"), {Item: "plant", Level: "省级", Certificate: "B"}},
			want:    []string{"duplicate by k2 0.00", "granted 400000.00"}},
		{name: "two tracks are two awards", records: []calc.Record{plant("国家级"), {Item: "chain", Level: "国家级"}},
			want: []string{"granted 800000.00", "granted 800000.00"}},
		{name: "one award a clause when the reading says so", readings: calc.Readings{"same-project": "clause"},
			records: []calc.Record{plant("省级"), {Item: "chain", Level: "国家级"}},
			want:    []string{"superseded by k2 0.00", "granted 800000.00"}},
		{name: "one award a sentence when the reading says so", readings: calc.Readings{"same-project": "sentence"},
			records: []calc.Record{plant("国家级"), {Item: "chain", Level: "国家级"}},
			want:    []string{"granted 800000.00", "superseded by k1 0.00"}},
		{name: "what lost to one that lost in its turn gives way to the one that stands",
			readings: calc.Readings{"same-project": "sentence"},
			records:  []calc.Record{plant("省级"), plant("省级"), {Item: "chain", Level: "国家级"}},
			want:     []string{"superseded by k3 0.00", "superseded by k3 0.00", "granted 800000.00"}},
		{name: "one award a company when the reading says so", readings: calc.Readings{"same-project": "company"},
			records: []calc.Record{plant("省级"), {Item: "firm"}},
			want:    []string{"granted 400000.00", "superseded by k1 0.00"}},
		{name: "another company is another track",
			records: []calc.Record{plant("省级"), {Item: "plant", Level: "省级", Company: "乙"}},
			want:    []string{"granted 400000.00", "granted 400000.00"}},
		{name: "counted by certificate each plant is paid", readings: calc.Readings{"plant-count": "certificate"},
			records: []calc.Record{{Item: "plant", Level: "省级", Certificate: "A"},
				{Item: "plant", Level: "省级", Certificate: "B"}},
			want: []string{"granted 400000.00", "granted 400000.00"}},
		{name: "a park is one whoever claims it",
			records: []calc.Record{{Item: "park", Level: "省级", Subject: "园", Company: "甲"},
				{Item: "park", Level: "省级", Subject: "园", Company: "乙"}},
			want: []string{"granted 400000.00", "duplicate by k1 0.00"}},
		{name: "two parks of one company are two",
			records: []calc.Record{{Item: "park", Level: "省级", Subject: "园一"},
				{Item: "park", Level: "省级", Subject: "园二"}}, want: []string{"granted 400000.00", "granted 400000.00"}},
		{name: "without a subject the company stands for it",
			records: []calc.Record{{Item: "park", Level: "省级"}, {Item: "park", Level: "省级"}},
			want:    []string{"granted 400000.00", "duplicate by k1 0.00"}},

		{name: "ten products fill the cap", records: product(10), want: many(10, "granted 10000.00")},
		{name: "the eleventh is over it", records: product(11),
			want: append(many(10, "granted 10000.00"), "capped 0.00")},
		{name: "the cap leaves the enterprise award alone", records: append(product(10), calc.Record{Item: "firm"}),
			want: append(many(10, "granted 10000.00"), "granted 20000.00")},
		{name: "unless the reading says joint", readings: calc.Readings{"software-cap": "joint"},
			records: append(product(10), calc.Record{Item: "firm"}),
			want:    append(append(many(8, "granted 10000.00"), "capped 0.00", "capped 0.00"), "granted 20000.00")},
		{name: "the same product twice is a duplicate",
			records: []calc.Record{{Item: "product", Subject: "丙 V1.0"}, {Item: "product", Subject: "丙V1.0"}},
			want:    []string{"granted 10000.00", "duplicate by k1 0.00"}},
		{name: "products without a name go by certificate",
			records: []calc.Record{{Item: "product", Certificate: "1"}, {Item: "product", Certificate: "2"}},
			want:    []string{"granted 10000.00", "granted 10000.00"}},

		{name: "a fee below the cap is paid",
			records: []calc.Record{{Item: "diagnosis", Subject: "丁", Base: yuanOf(18000)}},
			want:    []string{"granted 18000.00"}},
		{name: "a fee above it is cut", records: []calc.Record{{Item: "diagnosis", Subject: "丁", Base: yuanOf(20001)}},
			want: []string{"granted 20000.00"}},
		{name: "no fee is held", records: []calc.Record{{Item: "diagnosis", Subject: "丁"}},
			want: []string{"held record/base-missing 0.00"}},
		{name: "unless the reading is flat", readings: calc.Readings{"diagnosis": "flat"},
			records: []calc.Record{{Item: "diagnosis", Subject: "丁"}}, want: []string{"granted 20000.00"}},
		{name: "one enterprise diagnosed by two bodies is paid once",
			records: []calc.Record{{Item: "diagnosis", Subject: "丁", Base: yuanOf(15000)},
				{Item: "diagnosis", Subject: "丁", Company: "乙", Base: yuanOf(18000)}},
			want: []string{"duplicate by k2 0.00", "granted 18000.00"}},
		{name: "the share of a fee is rounded down to the fen",
			records: []calc.Record{{Item: "manager", Subject: "张三", Base: exact("10000.01")}},
			want:    []string{"granted 6000.00"}},
		{name: "an approved amount is paid",
			records: []calc.Record{{Item: "task", Subject: "节", Approved: yuanOf(123456)}},
			want:    []string{"granted 123456.00"}},
		{name: "without one the record is held", records: []calc.Record{{Item: "task", Subject: "节"}},
			want: []string{"held record/approval-missing 0.00"}},

		{name: "what an earlier year paid is refused", records: []calc.Record{plant("省级")},
			prior: []calc.Prior{{Year: 2023, CreditCode: "", Company: "甲", Item: "plant", Level: "省级",
				Amount: wan(40)}}, want: []string{"refused prior 0.00"}},
		{name: "an upgrade is paid in full", records: []calc.Record{plant("国家级")},
			prior: []calc.Prior{{Year: 2023, Company: "甲", Item: "plant", Level: "省级", Amount: wan(40)}},
			want:  []string{"granted 800000.00"}},
		{name: "or the difference", readings: calc.Readings{"upgrade": "difference"},
			records: []calc.Record{plant("国家级")},
			prior:   []calc.Prior{{Year: 2023, Company: "甲", Item: "plant", Level: "省级", Amount: wan(40)}},
			want:    []string{"granted 400000.00"}},
		{name: "or nothing", readings: calc.Readings{"upgrade": "once"}, records: []calc.Record{plant("国家级")},
			prior: []calc.Prior{{Year: 2023, Company: "甲", Item: "plant", Level: "省级", Amount: wan(40)}},
			want:  []string{"refused prior 0.00"}},
		{name: "another certificate of the same level is no other certification",
			records: []calc.Record{{Item: "firm", Certificate: "B"}},
			prior:   []calc.Prior{{Year: 2023, Company: "甲", Item: "firm", Certificate: "A", Amount: wan(2)}},
			want:    []string{"refused prior 0.00"}},
		{name: "an award under a former name that another row of the company gives is asked about",
			records: []calc.Record{{Item: "firm", FormerName: "旧"}, plant("省级")},
			prior:   []calc.Prior{{Year: 2023, Company: "旧", Item: "plant", Level: "省级", Amount: wan(40)}},
			want:    []string{"granted 20000.00", "held record/prior-like 0.00"}},
		{name: "so is one whose code is another",
			records: []calc.Record{{Item: "firm", FormerName: "旧"}, plant("省级")},
			prior: []calc.Prior{{Year: 2023, Company: "旧", CreditCode: codeOf("旧"), Item: "plant", Level: "省级",
				Amount: wan(40)}}, want: []string{"granted 20000.00", "held record/prior-like 0.00"}},
		{name: "one under the former name of another company is not",
			records: []calc.Record{{Item: "firm", Company: "乙", FormerName: "旧"}, plant("省级")},
			prior:   []calc.Prior{{Year: 2023, Company: "旧", Item: "plant", Level: "省级", Amount: wan(40)}},
			want:    []string{"granted 20000.00", "granted 400000.00"}},
		{name: "nor does it take a claim out of what contradicts it",
			records: []calc.Record{{Item: "firm", FormerName: "旧"}, {Item: "plant", Level: "省级", Certificate: "A1"},
				{Item: "plant", Level: "省级", Company: "乙", Certificate: "A1"}},
			prior: []calc.Prior{{Year: 2023, Company: "旧", Item: "plant", Level: "省级", Amount: wan(40)}},
			want: []string{"granted 20000.00", "held record/certificate-shared 0.00",
				"held record/certificate-shared 0.00"}},
		{name: "a renewed certificate that a reading pays is no upgrade of what was paid",
			readings: calc.Readings{"upgrade": "difference", "assessment": "any"},
			records:  []calc.Record{{Item: "firm", Nature: "复核"}},
			prior:    []calc.Prior{{Year: 2023, Company: "甲", Item: "firm", Amount: wan(2)}},
			want:     []string{"granted 20000.00"}},
		{name: "where the difference is paid, a lower award that may be the company's is asked about",
			readings: calc.Readings{"upgrade": "difference"}, records: []calc.Record{plant("国家级")},
			prior: []calc.Prior{{Year: 2023, Company: "甲", CreditCode: codeOf("另"), Item: "plant", Level: "省级",
				Amount: wan(40)}}, want: []string{"held record/prior-like 0.00"}},
		{name: "where it is paid in full, it is not", records: []calc.Record{plant("国家级")},
			prior: []calc.Prior{{Year: 2023, Company: "甲", CreditCode: codeOf("另"), Item: "plant", Level: "省级",
				Amount: wan(40)}}, want: []string{"granted 800000.00"}},
		{name: "a prior award of the award year itself is not earlier", records: []calc.Record{plant("省级")},
			prior: []calc.Prior{{Year: 2024, Company: "甲", Item: "plant", Level: "省级", Amount: wan(40)}},
			want:  []string{"granted 400000.00"}},

		{name: "a ruling lets a held record in", records: []calc.Record{{Item: "plant", Level: "省级", Company: "甲分公司"}},
			rulings: []calc.Ruling{{Key: "k1", Grant: true, Basis: "会议纪要"}}, want: []string{"granted 400000.00"}},
		{name: "with its amount", records: []calc.Record{{Item: "plant", Level: "省级", Company: "甲分公司"}},
			rulings: []calc.Ruling{{Key: "k1", Grant: true, Amount: yuanOf(30000)}},
			want:    []string{"granted 30000.00"}},
		{name: "never above the cap", records: []calc.Record{{Item: "plant", Level: "省级", Company: "甲分公司"}},
			rulings: []calc.Ruling{{Key: "k1", Grant: true, Amount: yuanOf(400001)}},
			want:    []string{"granted 400000.00"}},
		{name: "a ruling refuses it", records: []calc.Record{{Item: "plant", Level: "省级", Company: "甲分公司"}},
			rulings: []calc.Ruling{{Key: "k1"}}, want: []string{"refused ruling 0.00"}},
		{name: "a ruling reduces what was not held", records: []calc.Record{plant("省级")},
			rulings: []calc.Ruling{{Key: "k1", Grant: true, Amount: yuanOf(1)}}, want: []string{"granted 1.00"}},
		{name: "or refuses it", records: []calc.Record{plant("省级")}, rulings: []calc.Ruling{{Key: "k1"}},
			want: []string{"refused ruling 0.00"}},
		{name: "and so lets the next of its track stand", records: []calc.Record{plant("国家级"), plant("省级")},
			rulings: []calc.Ruling{{Key: "k1"}}, want: []string{"refused ruling 0.00", "granted 400000.00"}},
		{name: "a ruling grants what a rule refused, within the cap",
			records: []calc.Record{{Item: "plant", Level: "省级", Nature: "复核"}},
			rulings: []calc.Ruling{{Key: "k1", Grant: true, Amount: yuanOf(500000)}},
			want:    []string{"granted 400000.00"}},
		{name: "but not two of one track", records: []calc.Record{plant("国家级"), plant("省级")},
			rulings: []calc.Ruling{{Key: "k2", Grant: true}},
			want:    []string{"granted 800000.00", "superseded by k1 0.00"}},
		{name: "a code that a ruling corrects is looked at anew against earlier years",
			records: []calc.Record{{Item: "plant", Level: "省级", Company: "旧名", CreditCode: codeOf("甲")[:17] + "?",
				Findings: wrongCode}},
			rulings: []calc.Ruling{{Key: "k1", Grant: true, Correct: calc.Correction{CreditCode: codeOf("甲")}}},
			prior: []calc.Prior{{Year: 2023, Company: "甲", CreditCode: codeOf("甲"), Item: "plant", Level: "省级",
				Amount: wan(40)}}, want: []string{"refused prior 0.00"}},
		{name: "and is paid where they paid another",
			records: []calc.Record{{Item: "plant", Level: "省级", Company: "旧名", CreditCode: codeOf("甲")[:17] + "?",
				Findings: wrongCode}},
			rulings: []calc.Ruling{{Key: "k1", Grant: true, Correct: calc.Correction{CreditCode: codeOf("甲")}}},
			prior: []calc.Prior{{Year: 2023, Company: "乙", CreditCode: codeOf("乙"), Item: "plant", Level: "省级",
				Amount: wan(40)}}, want: []string{"granted 400000.00"}},
		{name: "so is its track",
			records: []calc.Record{{Item: "plant", Level: "省级", Company: "旧名", CreditCode: codeOf("甲")[:17] + "?",
				Findings: wrongCode}, plant("国家级")},
			rulings: []calc.Ruling{{Key: "k1", Grant: true, Correct: calc.Correction{CreditCode: codeOf("甲")}}},
			want:    []string{"superseded by k2 0.00", "granted 800000.00"}},
		{name: "a name is looked at anew, and holds again where it is another's before",
			records: []calc.Record{{Item: "plant", Level: "省级", Company: "", Findings: missingName}},
			rulings: []calc.Ruling{{Key: "k1", Grant: true, Correct: calc.Correction{Company: "丁"}}},
			prior: []calc.Prior{{Year: 2023, Company: "丁", CreditCode: codeOf("丁"), Item: "plant", Level: "省级",
				Amount: wan(40)}}, want: []string{"held record/prior-like 0.00"}},
		{name: "a date is looked at anew", records: []calc.Record{{Item: "plant", Level: "省级"}},
			rulings: []calc.Ruling{{Key: "k1", Grant: true, Correct: calc.Correction{Recognised: day(2022, 12, 31)}}},
			want:    []string{"refused year 0.00"}},
		{name: "and pays what it brings into the year",
			records: []calc.Record{{Item: "plant", Level: "省级", Recognised: day(2022, 12, 31)}},
			rulings: []calc.Ruling{{Key: "k1", Grant: true, Correct: calc.Correction{Recognised: day(2023, 1, 1)}}},
			want:    []string{"granted 400000.00"}},
		{name: "a ruling that refuses corrects nothing", records: []calc.Record{plant("省级")},
			rulings: []calc.Ruling{{Key: "k1", Correct: calc.Correction{Recognised: day(2022, 1, 1)}}},
			want:    []string{"refused ruling 0.00"}},
		{name: "a ruling does not help what the policy does not cover",
			records: []calc.Record{{Item: "plant", Level: "市级", Company: "甲分公司"}},
			rulings: []calc.Ruling{{Key: "k1", Grant: true}}, want: []string{"refused not-covered 0.00"}},
		{name: "a ruling without an amount cannot grant what has no standard",
			records: []calc.Record{{Item: "task", Subject: "节"}}, rulings: []calc.Ruling{{Key: "k1", Grant: true}},
			want: []string{"held ruling/unclear 0.00"}},
		{name: "a record let in still competes in its track",
			records: []calc.Record{{Item: "plant", Level: "省级",
				Findings: calc.Findings{calc.Found("cell/date-missing", calc.Ref{})}}, plant("国家级")},
			rulings: []calc.Ruling{{Key: "k1", Grant: true}},
			want:    []string{"superseded by k2 0.00", "granted 800000.00"}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			records := claims(tt.records...)
			r := calc.Decide(seen(calc.Batch{Policy: townPolicy(), AwardYear: 2024, Readings: tt.readings,
				Records: records, Prior: tt.prior, Rulings: tt.rulings}))
			if diff := cmp.Diff(tt.want, spell(r)); diff != "" {
				t.Errorf("decisions (-want +got):\n%s", diff)
			}
			if err := calc.Audit(r); err != nil {
				t.Error(err)
			}
		})
	}
}

func exact(digits string) *money.Yuan {
	y, err := money.ExactYuan(digits)
	if err != nil {
		panic(err)
	}
	return &y
}

func TestWhatDecidingItselfFindsIsReported(t *testing.T) {
	records := claims(
		calc.Record{Item: "plant", Level: "省级", Company: "乙分公司"},
		calc.Record{Item: "plant", Level: "省级", Company: "丙", CreditCode: "913301000000000000"},
		calc.Record{Item: "task", Subject: "节"},
		calc.Record{Item: "diagnosis", Subject: "丁"},
		calc.Record{Item: "plant", Level: "国家级", Claimed: yuanOf(900000)},
		calc.Record{Item: "plant", Level: "省级", Company: "戊分公司"},
	)
	r := calc.Decide(seen(calc.Batch{Policy: townPolicy(), AwardYear: 2024, Records: records, Rulings: []calc.Ruling{
		{Key: "nowhere", Grant: true}, {Key: "k5", Grant: true}, {Key: "k6", Grant: true, Amount: yuanOf(500000)},
		{Key: "k3", Grant: true}}}))
	var got []string
	for _, f := range r.Findings {
		got = append(got, string(f.Code))
	}
	slices.Sort(got)
	want := []string{"company/legal-person", "company/legal-person", "company/not-local", "record/approval-missing",
		"record/base-missing", "record/claim-differs", "ruling/no-basis", "ruling/no-basis", "ruling/no-basis",
		"ruling/not-held", "ruling/over-cap", "ruling/unclear", "ruling/unmatched"}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("findings (-want +got):\n%s", diff)
	}
}

func TestAlternativesAreDecidedAgain(t *testing.T) {
	records := claims(calc.Record{Item: "plant", Level: "国家级"}, calc.Record{Item: "chain", Level: "国家级"},
		calc.Record{Item: "firm"},
		calc.Record{Item: "diagnosis", Subject: "丁", Base: yuanOf(15000)},
		calc.Record{Item: "firm", Company: "乙", Nature: "复核"})
	r := calc.Decide(calc.Batch{Policy: townPolicy(), AwardYear: 2024, Records: records})
	got := map[string]string{}
	for _, a := range r.Alternatives {
		got[a.Reading+"="+a.Value] = fmt.Sprint(a.Difference, a.Touched)
	}
	want := map[string]string{
		"diagnosis-of=payee": "0.00 []", "in-force=in-force": "0.00 []", "authority=hold": "0.00 []",
		"same-project=sentence": "-800000.00 [k2]", "same-project=clause": "-800000.00 [k2]",
		"same-project=company":    "-835000.00 [k2 k3 k4]",
		"plant-count=certificate": "0.00 []", "software-cap=joint": "0.00 []", "upgrade=difference": "0.00 []",
		"upgrade=once":   "0.00 []",
		"diagnosis=flat": "5000.00 [k4]", "payee=person": "0.00 []", "recognised-by=label": "0.00 []",
		"recognised-by=valid-from": "0.00 []",
		"assessment=any":           "20000.00 [k5]",
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("alternatives (-want +got):\n%s", diff)
	}
}

func TestExposureIsWhatTheHeldRecordsWouldAdd(t *testing.T) {
	records := claims(calc.Record{Item: "plant", Level: "国家级"},
		// loses its track
		calc.Record{Item: "plant", Level: "省级", Findings: calc.Findings{calc.Found("cell/date-missing", calc.Ref{})}},
		calc.Record{Item: "plant", Level: "省级", Company: "乙分公司"},
		calc.Record{Findings: calc.Findings{calc.Found("cell/item", calc.Ref{}, "x")}}) // nobody knows what it is
	got := calc.Decide(calc.Batch{Policy: townPolicy(), AwardYear: 2024, Records: records}).Exposure
	if want := wan(40); !got.Equal(want) {
		t.Errorf("exposure %s, want %s", got, want)
	}
}

func TestALevelOfAFlatFeeHasItsOwnAmount(t *testing.T) {
	p := townPolicy()
	p.Items[5].Awards = []calc.Award{{Level: "国家级", Amount: wan(3)}, {Level: "省级", Amount: wan(2)}}
	records := claims(calc.Record{Item: "diagnosis", Level: "国家级", Subject: "丁"},
		calc.Record{Item: "diagnosis", Level: "省级", Subject: "戊"})
	r := calc.Decide(calc.Batch{Policy: p, AwardYear: 2024, Records: records,
		Readings: calc.Readings{"diagnosis": "flat"}})
	if diff := cmp.Diff([]string{"granted 30000.00", "granted 20000.00"}, spell(r)); diff != "" {
		t.Errorf("decisions (-want +got):\n%s", diff)
	}
}

func TestAJointCapCanCutASingleRecord(t *testing.T) {
	p := townPolicy()
	p.Items[3].Awards[0].Amount = wan(12)
	r := calc.Decide(calc.Batch{Policy: p, AwardYear: 2024, Records: claims(calc.Record{Item: "firm"})})
	for _, a := range r.Alternatives {
		if a.Value == "joint" && !a.Difference.Equal(wan(-2)) {
			t.Errorf("a joint cap of 100000.00 changes an award of 120000.00 by %s", a.Difference)
		}
	}
}

func TestAClaimThatDiffersIsToldWhereItStands(t *testing.T) {
	row := func(fields ...calc.Field) *calc.Row {
		return &calc.Row{Table: &calc.Table{File: "a.xlsx", Sheet: "表"}, Number: 5, Fields: fields}
	}
	field := func(c calc.Column, col int, text string) calc.Field {
		return calc.FieldOf(c, calc.Cell{Kind: calc.CellText, Row: 5, Col: col, Text: text})
	}
	remark := field(calc.ColRemark, 9, "拟奖补1元")
	for _, c := range []struct {
		name    string
		row     *calc.Row
		claimed *money.Yuan
		want    []string
	}{
		{"in its column", row(field(calc.ColClaimed, 8, "1元"), remark), yuanOf(1), []string{"a.xlsx:表!H5"}},
		{"in the remark where there is no such column", row(remark), yuanOf(1), []string{"a.xlsx:表!I5"}},
		{"in the remark beside an empty cell", row(field(calc.ColClaimed, 8, ""), remark), yuanOf(1),
			[]string{"a.xlsx:表!I5"}},
		{"the same as the award", row(remark), yuanOf(800000), nil},
		{"none", row(remark), nil, nil},
	} {
		t.Run(c.name, func(t *testing.T) {
			records := claims(calc.Record{Item: "plant", Level: "国家级"})
			records[0].Row, records[0].Claimed = c.row, c.claimed
			r := calc.Decide(calc.Batch{Policy: townPolicy(), AwardYear: 2024, Records: records})
			var got []string
			for _, f := range r.Findings {
				if f.Code == "record/claim-differs" {
					got = append(got, f.Ref.String())
				}
			}
			if diff := cmp.Diff(c.want, got); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
		})
	}
}
