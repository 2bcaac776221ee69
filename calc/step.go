package calc

import (
	"jiangbu/calc/money"
	"strings"
)

// StepKind says what a step of the reasoning did. Each kind has one way to
// change the amount, so that a decision can be replayed from its steps.
type StepKind uint8

// The kinds of step.
const (
	StepStandard   StepKind = iota // the policy's amount for the level
	StepFee                        // the fee as submitted
	StepFeeCap                     // at most the cap
	StepRate                       // a share of the base
	StepApproved                   // the approved amount
	StepRuled                      // the amount a person ruled, at most the cap
	StepPaidBefore                 // less what an earlier year paid, or others
	StepCompanyCap                 // what is left under the company's cap
	StepReduced                    // cut to fit the budget
	StepStands                     // the highest of its track
	StepWaived                     // a person let it in by ruling
	StepListed                     // an official list bears it out
	StepZero                       // nothing is paid: refused, held, displaced
)

// Step is one line of the reasoning: what was applied, by which clause, and
// the amount after it. Its prose is made from Format and Args when read.
type Step struct {
	Kind   StepKind
	Clause string // 三, or 其他事项（一）
	Format string // Chinese, one %s for each of Args
	Args   []string
	Value  money.Yuan // what the kind works with: the amount set, the ceiling, the sum taken off, the base
	Rate   money.Rate // for StepRate
	Amount money.Yuan // after the step
}

// Text is the step in Chinese.
func (s Step) Text() string {
	return oneLine(filled(s.Format, s.Args))
}

// filled puts the args into the holes of a format, each %s; "?" stands for one
// that is missing.
func filled(format string, args []string) string {
	var b strings.Builder
	n := len(format)
	for _, a := range args {
		n += len(a)
	}
	b.Grow(n)
	for {
		before, after, more := strings.Cut(format, "%s")
		b.WriteString(before)
		if !more {
			return b.String()
		}
		if len(args) > 0 {
			b.WriteString(args[0])
			args = args[1:]
		} else {
			b.WriteByte('?')
		}
		format = after
	}
}

// apply is the arithmetic of the step on the amount before it.
func (s Step) apply(before money.Yuan) money.Yuan {
	switch s.Kind {
	case StepStandard, StepFee, StepApproved, StepRuled:
		return s.Value
	case StepFeeCap, StepCompanyCap, StepReduced:
		return before.Min(s.Value)
	case StepRate:
		return s.Value.Share(s.Rate)
	case StepPaidBefore:
		return AtLeastZero(before.Sub(s.Value))
	case StepZero:
		return money.Yuan{}
	}
	return before
}

// add applies a step to the decision and keeps it.
func (d *Decision) add(s Step) {
	s.Amount = s.apply(d.Amount)
	d.Amount = s.Amount
	d.Steps = append(d.Steps, s)
}

// Replay computes the amount anew from the steps alone.
func (d *Decision) Replay() money.Yuan {
	var y money.Yuan
	for _, s := range d.Steps {
		y = s.apply(y)
	}
	return y
}
