package report

import "jiangbu/calc"

// prose are the reasonings of decisions in words. Most records share their
// steps with others, so that the words for them are made once.
type prose struct {
	words func([]calc.Step) string
	kept  map[sharedSteps]string
}

// sharedSteps names a list of steps by where it stands.
type sharedSteps struct {
	first *calc.Step
	n     int
}

// maxProse is how many reasonings are kept. There are some hundred that records
// share; the others are not met again.
const maxProse = 1 << 12

func newProse(words func([]calc.Step) string) prose {
	return prose{words, map[sharedSteps]string{}}
}

// of is the reasoning of a decision.
func (p prose) of(d *calc.Decision) string {
	if len(d.Steps) == 0 {
		return ""
	}
	at := sharedSteps{&d.Steps[0], len(d.Steps)}
	s, known := p.kept[at]
	if !known {
		if len(p.kept) == maxProse {
			clear(p.kept)
		}
		s = p.words(d.Steps)
		p.kept[at] = s
	}
	return s
}

// The signs between the parts of a step and of a cell. They are read back, so
// they are taken out of what the parts say.
const (
	stepOpen, stepClose = "〔", "〕"
	stepArrow           = " → "
	cellBar             = "｜"
)

// stepLines writes the steps, one a line: 〔三〕五星级星级上云企业：最高不超过 10万元 → 100,000.00.
func stepLines(steps []calc.Step) string {
	var s []byte
	for i := range steps {
		if i > 0 {
			s = append(s, '\n')
		}
		s = append(append(append(s, stepOpen...), steps[i].Clause...), stepClose...)
		s = append(append(s, steps[i].Text()...), stepArrow...)
		s = append(s, steps[i].Amount.Grouped()...)
	}
	return string(s)
}

// basis is the reasoning of an award on one line: each step with its clause.
func (b *book) basis(steps []calc.Step) string {
	var s []byte
	for i := range steps {
		if steps[i].Kind == calc.StepStands {
			continue
		}
		if len(s) > 0 {
			s = append(s, "；"...)
		}
		if c := steps[i].Clause; c != "" {
			s = append(append(s, b.clauseWords(c)...), "："...)
		}
		s = append(s, steps[i].Text()...)
	}
	return string(s)
}

// clauseWords writes a step's clause as people cite it: 第（三）条, or the
// number of a general provision as it stands.
func (b *book) clauseWords(number string) string {
	if _, ok := b.policy.Clause(number); ok {
		return "第（" + number + "）条"
	}
	return number
}
