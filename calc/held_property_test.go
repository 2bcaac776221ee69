package calc_test

import (
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"jiangbu/calc"
)

// A row that is held moves no other: adding it leaves every other decision as it
// was, or held with that row named.
func TestARowThatIsHeldMovesNoOther(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		b := anyBatch(t)
		b.Rulings, b.Prior = nil, anyPriors(t)
		for i := range b.Records {
			doubtful(t, &b.Records[i])
		}
		with := calc.Decide(b)
		for n := range with.Decisions {
			if with.Decisions[n].Outcome != calc.Held {
				continue
			}
			rest := b
			rest.Records = slices.Delete(slices.Clone(b.Records), n, n+1)
			without := calc.Decide(rest)
			for i := range rest.Records {
				after := &with.Decisions[i]
				if i >= n {
					after = &with.Decisions[i+1]
				}
				before := &without.Decisions[i]
				same := before.Outcome == after.Outcome && before.Amount.Equal(after.Amount)
				if !same && (after.Outcome != calc.Held || !names(after, &b.Records[n])) {
					t.Fatalf("adding %s (%s) moves %s from %s %s to %s %s %v", b.Records[n].Key,
						with.Decisions[n].Reason, rest.Records[i].Key,
						before.Outcome, before.Amount, after.Outcome, after.Reason, after.Steps)
				}
			}
		}
	})
}

// names tells whether a decision names a record in its reasons.
func names(d *calc.Decision, r *calc.Record) bool {
	return slices.ContainsFunc(d.Steps, func(s calc.Step) bool {
		return strings.Contains(s.Text()+"）",
			r.Source.String())
	})
}

// doubtful draws what may be wrong with a record.
func doubtful(t *rapid.T, r *calc.Record) {
	if r.CreditCode == "" {
		r.Findings.Add("cell/credit-code-missing", r.Source)
	}
	switch rapid.IntRange(0, 9).Draw(t, "doubt") {
	case 0:
		r.Findings.Add("cell/date-missing", r.Source)
	case 1:
		r.CreditCode = r.CreditCode[:min(17, len(r.CreditCode))] + "?"
		r.Findings.Add("cell/credit-code", r.Source, r.CreditCode, "校验码不符")
	case 2:
		r.Company = "甲"
	case 3:
		r.CreditCode = codeOf("甲")
	case 4:
		r.Subject = rapid.SampledFrom([]string{"东海园区", "市级东海园区", "东海园区旧址"}).Draw(t, "near")
	}
}

// anyPriors draws earlier awards of the companies and subjects of anyClaims.
func anyPriors(t *rapid.T) []calc.Prior {
	list := make([]calc.Prior, rapid.IntRange(0, 4).Draw(t, "priors"))
	for i := range list {
		p := calc.Prior{Ref: calc.Ref{File: "前.xlsx", Sheet: "名单", Row: i + 2},
			Year:        rapid.SampledFrom([]int{0, 2022, 2023}).Draw(t, "year"),
			Company:     rapid.SampledFrom([]string{"甲", "乙", "丁"}).Draw(t, "company"),
			Item:        rapid.SampledFrom([]string{"plant", "firm", "product", "park", "manager"}).Draw(t, "item"),
			Subject:     rapid.SampledFrom([]string{"", "一", "东海园区"}).Draw(t, "subject"),
			Certificate: rapid.SampledFrom([]string{"", "A", "B"}).Draw(t, "certificate"),
			Amount:      wan(rapid.Int64Range(1, 3).Draw(t, "amount"))}
		if rapid.Bool().Draw(t, "code") {
			p.CreditCode = codeOf(p.Company)
		}
		if p.Item == "plant" || p.Item == "park" {
			p.Level = "省级"
		}
		list[i] = p
	}
	return list
}

func TestTheOrderOfEarlierYearsMovesNothing(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		b := anyBatch(t)
		b.Rulings, b.Prior = nil, anyPriors(t)
		b.Prior = append(b.Prior, anyPriors(t)...)
		one := calc.Decide(b)
		b.Prior = rapid.Permutation(b.Prior).Draw(t, "order")
		other := calc.Decide(b)
		for i := range one.Decisions {
			x, y := &one.Decisions[i], &other.Decisions[i]
			if x.Outcome != y.Outcome || !x.Amount.Equal(y.Amount) || len(x.Steps) != len(y.Steps) {
				t.Fatalf("%s: %s %s in one order, %s %s in another", one.Records[i].Key, x.Outcome, x.Amount, y.Outcome,
					y.Amount)
			}
		}
	})
}
