package calc_test

import (
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"jiangbu/calc"
	"jiangbu/calc/written"
)

// A row that is held moves no other: adding it leaves every other decision as it
// was, or held with that row named.
func TestARowThatIsHeldMovesNoOther(t *testing.T) {
	met := map[string]int{}
	kinds := []string{"cell/date-missing", "cell/credit-code", "cell/credit-code-missing",
		"company/code-from-held", "company/legal-person", "company/not-local", "record/approval-missing",
		"record/awaits", "record/base-missing", "record/certificate-shared", "record/near-subject",
		"record/own-service",
		"record/person-twice", "record/piece-unclear", "record/prior-like", "record/subject-missing",
		"record/subject-unnamed"}
	untilAllMet(t, met, kinds, func(t *testing.T, d draws) {
		b := d.meetingBatch()
		with := calc.Decide(b)
		for n := range with.Decisions {
			if with.Decisions[n].Outcome != calc.Held {
				continue
			}
			met[with.Decisions[n].Reason]++
			rest := b
			rest.Records = slices.Delete(slices.Clone(b.Records), n, n+1)
			without := calc.Decide(rest)
			for i := range rest.Records {
				after := &with.Decisions[i]
				if i >= n {
					after = &with.Decisions[i+1]
				}
				before := &without.Decisions[i]
				same := (before.Outcome == after.Outcome || decidedUnpaid(before) && decidedUnpaid(after)) &&
					before.Amount.Equal(after.Amount)
				if !same && (after.Outcome != calc.Held || !names(after, &b.Records[n])) {
					t.Fatalf("adding %s (%s) moves %s from %s %s to %s %s %v", b.Records[n].Key,
						with.Decisions[n].Reason, rest.Records[i].Key,
						before.Outcome, before.Amount, after.Outcome, after.Reason, after.Steps)
				}
			}
		}
	})
}

// decidedUnpaid tells of a claim that gets nothing: which rule says so may change.
func decidedUnpaid(d *calc.Decision) bool { return d.Outcome != calc.Granted && d.Outcome != calc.Held }

// untilAllMet checks a property on the first two thousand draws, and on as many
// more as it takes until each kind was met. They are the same on every machine:
// no test fails by chance.
func untilAllMet(t *testing.T, met map[string]int, kinds []string, property func(*testing.T, draws)) {
	t.Helper()
	missing := func(kind string) bool { return met[kind] == 0 }
	for seed := uint64(0); seed < 2000 || seed < 200_000 && slices.ContainsFunc(kinds, missing); seed++ {
		property(t, draws{rand.New(rand.NewPCG(seed, 0))})
	}
	for _, kind := range kinds {
		if missing(kind) {
			t.Errorf("no claim was drawn that meets %s", kind)
		}
	}
}

// names tells whether a decision names a record in its reasons.
func names(d *calc.Decision, r *calc.Record) bool {
	return slices.ContainsFunc(d.Steps, func(s calc.Step) bool {
		return strings.Contains(s.Text()+"）",
			r.Source.String())
	})
}

// draws are choices of equal likelihood, all from one seed.
type draws struct{ *rand.Rand }

func (d draws) of(texts ...string) string { return texts[d.IntN(len(texts))] }

// The places of the park and of what counts pieces among the items of townPolicy.
const park = 2

var pieces = []int{4, 6}

// meetingBatch draws a few claims to few items, most of them payable, with what
// may be wrong with them: of one company or two, one subject or near ones, one
// certificate or several, so that they meet in every way.
func (d draws) meetingBatch() calc.Batch {
	b := calc.Batch{Policy: townPolicy(), AwardYear: 2024, Readings: calc.Readings{}, Prior: d.priors()}
	for _, rd := range b.Policy.Readings {
		if d.IntN(4) == 0 {
			b.Readings[rd.Name] = d.of(calc.EffectValues[rd.Effect]...)
		}
	}
	items := []int{d.IntN(len(b.Policy.Items)), d.IntN(len(b.Policy.Items))}
	subjects := []string{"", "一", "东海园区"}
	switch d.IntN(4) {
	case 0: // all of them pieces of one name
		items, subjects = []int{pieces[d.IntN(2)], pieces[d.IntN(2)]}, subjects[1:2]
	case 1: // or near ones
		items[0], subjects = park, []string{"", "东海园区", "市级东海园区"}
	}
	for range 2 + d.IntN(5) {
		b.Records = append(b.Records, d.claim(&b.Policy.Items[items[d.IntN(2)]], subjects))
	}
	b.Records = claims(b.Records...)
	for i := range b.Records {
		d.doubt(&b.Records[i])
	}
	takeCodesByName(b.Records)
	return b
}

func (d draws) claim(it *calc.Item, subjects []string) calc.Record {
	r := calc.Record{Item: it.ID, Company: d.of("甲", "甲", "乙"), District: d.of("东区", "西区"),
		Subject: d.of(subjects...), Certificate: d.of("", "", "A", "B"),
		Nature:     d.of("新认定", "新认定", "新认定", "新认定", "复核", "撤销"),
		Recognised: written.Date{Year: 2023, Month: 5 + d.IntN(4)}}
	if it.HasLevels() {
		r.Level = d.of("国家级", "省级")
	}
	if d.IntN(6) > 0 {
		r.Base, r.Approved = yuanOf(1+d.Int64N(30000)), yuanOf(1+d.Int64N(30000))
	}
	return r
}

// doubt draws what may be wrong with a record.
func (d draws) doubt(r *calc.Record) {
	switch d.IntN(24) {
	case 0:
		r.Findings.Add("cell/date-missing", r.Source)
	case 1:
		r.CreditCode = r.CreditCode[:17] + "?"
		r.Findings.Add("cell/credit-code", r.Source, r.CreditCode, "校验码不符")
	case 2:
		r.Company = "甲"
	case 3:
		r.CreditCode = codeOf("甲")
	case 4, 5:
		r.Subject = d.of("东海园区", "市级东海园区", "东海园区旧址")
	case 6:
		r.FormerName = "丁"
	case 7:
		r.Company += "分公司"
	case 8:
		r.CreditCode = written.CompleteCode("91320000" + r.CreditCode[8:16])
	case 9:
		r.Subject = r.Company
	case 10, 11, 12:
		r.CreditCode = ""
	}
}

// priors draws earlier awards of the companies and subjects of claims.
func (d draws) priors() []calc.Prior {
	list := make([]calc.Prior, d.IntN(5))
	for i := range list {
		p := calc.Prior{Ref: calc.Ref{File: "前.xlsx", Sheet: "名单", Row: i + 2},
			Year: []int{0, 2022, 2023}[d.IntN(3)], Company: d.of("甲", "乙", "丁"),
			Item:    d.of("plant", "firm", "product", "park", "manager"),
			Subject: d.of("", "一", "东海园区"), Certificate: d.of("", "A", "B"), Amount: wan(1 + d.Int64N(3))}
		if d.IntN(2) == 0 {
			p.CreditCode = codeOf(p.Company)
		}
		if p.Item == "plant" || p.Item == "park" {
			p.Level = d.of("省级", "省级", "")
		}
		list[i] = p
	}
	return list
}

// takeCodesByName completes codes from the one company of the name, as it is
// done before anything is decided.
func takeCodesByName(records []calc.Record) {
	codes := map[string]string{}
	for i := range records {
		if r := &records[i]; written.IsCreditCode(r.CreditCode) {
			if old, met := codes[r.Company]; met && old != r.CreditCode {
				codes[r.Company] = ""
			} else if !met {
				codes[r.Company] = r.CreditCode
			}
		}
	}
	for i := range records {
		if r := &records[i]; r.CreditCode == "" {
			if r.CreditCode = codes[r.Company]; r.CreditCode == "" {
				r.Findings.Add("cell/credit-code-missing", r.Source)
			}
			r.CodeByName = r.CreditCode != ""
		}
	}
}

func TestTheOrderOfEarlierYearsMovesNothing(t *testing.T) {
	met := map[string]int{}
	untilAllMet(t, met, []string{calc.PriorReason, "record/prior-like", "a difference"}, func(t *testing.T, d draws) {
		b := d.meetingBatch()
		b.Prior = append(b.Prior, d.priors()...)
		one := calc.Decide(b)
		b.Prior = slices.Clone(b.Prior)
		d.Shuffle(len(b.Prior), func(i, j int) { b.Prior[i], b.Prior[j] = b.Prior[j], b.Prior[i] })
		other := calc.Decide(b)
		for i := range one.Decisions {
			x, y := &one.Decisions[i], &other.Decisions[i]
			met[x.Reason]++
			if slices.ContainsFunc(x.Steps, func(s calc.Step) bool { return s.Kind == calc.StepPaidBefore }) {
				met["a difference"]++
			}
			if x.Outcome != y.Outcome || !x.Amount.Equal(y.Amount) || !slices.Equal(x.Doubts, y.Doubts) ||
				len(x.Steps) != len(y.Steps) {
				t.Fatalf("%s: %s %s in one order, %s %s in another", one.Records[i].Key, x.Outcome, x.Amount, y.Outcome,
					y.Amount)
			}
		}
	})
}
