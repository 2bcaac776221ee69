package report

import (
	"strings"

	"jiangbu/calc"
)

// prose is the reasoning of a decision in words.
type prose struct {
	lines string // one step a line, with the amount after it: 依据步骤
	basis string // on one line, as 奖补明细 cites it: 依据
}

// maxProse is how many reasonings are kept. Most records share one of some
// hundred; those of the others are not met again.
const maxProse = 1 << 12

// prose is made once for the decisions that share their steps.
func (b *book) prose(d *calc.Decision) prose {
	if len(d.Steps) == 0 {
		return prose{}
	}
	first := &d.Steps[0]
	p, known := b.proses[first]
	if !known || p.steps != len(d.Steps) {
		if len(b.proses) == maxProse {
			clear(b.proses)
		}
		p = keptProse{prose{stepLines(d), b.basis(d)}, len(d.Steps)}
		b.proses[first] = p
	}
	return p.prose
}

// keptProse is the prose of so many steps.
type keptProse struct {
	prose
	steps int
}

// The signs between the parts of a step and of a cell. They are read back, so
// they are taken out of what the parts say.
const (
	stepOpen, stepClose = "〔", "〕"
	stepArrow           = " → "
	cellBar             = "｜"
)

// stepLines writes the steps, one a line: 〔三〕五星级星级上云企业：最高不超过 10万元 → 100000.00.
func stepLines(d *calc.Decision) string {
	var s strings.Builder
	for i := range d.Steps {
		if i > 0 {
			s.WriteByte('\n')
		}
		s.WriteString(stepOpen + d.Steps[i].Clause + stepClose)
		s.WriteString(d.Steps[i].Text())
		s.WriteString(stepArrow)
		s.WriteString(d.Steps[i].Amount.String())
	}
	return s.String()
}

// basis is the reasoning of an award on one line: each step with its clause.
func (b *book) basis(d *calc.Decision) string {
	var s strings.Builder
	for i := range d.Steps {
		if d.Steps[i].Kind == calc.StepStands {
			continue
		}
		if s.Len() > 0 {
			s.WriteString("；")
		}
		if c := d.Steps[i].Clause; c != "" {
			s.WriteString(b.clauseWords(c) + "：")
		}
		s.WriteString(d.Steps[i].Text())
	}
	return s.String()
}

// clauseWords writes a step's clause as people cite it: 第（三）条, or the
// number of a general provision as it stands.
func (b *book) clauseWords(number string) string {
	if _, ok := b.policy.Clause(number); ok {
		return "第（" + number + "）条"
	}
	return number
}
