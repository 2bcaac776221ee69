package calc

import (
	"slices"
	"strings"
)

// BarEffect is what being on a list of exclusion, or having been awarded by
// others, does to a claim.
type BarEffect string

// The effects. A kind that the policy does not name holds: its text is silent,
// and silence is for a person to fill.
const (
	BarHold   BarEffect = "hold"
	BarRefuse BarEffect = "refuse"
	BarTell   BarEffect = "tell"
)

// The effects that only an award made by others can have. The higher of two
// awards stands: where the others paid no less than the standard, nothing is
// paid, else the standard. What they paid is taken off.
const (
	BarHighest BarEffect = "highest"
	BarDeduct  BarEffect = "deduct"
)

// SetsAmounts tells of the effects that set an amount against what others paid.
func (e BarEffect) SetsAmounts() bool { return e == BarHighest || e == BarDeduct }

// Bar is one kind of exclusion, or one source of other awards.
type Bar struct {
	Kind    string
	Effect  BarEffect
	Aliases []string
}

// Exclusion is the kind of exclusion that a text names, and its effect. A kind
// that the policy does not know keeps its own words.
func (p *Policy) Exclusion(text string) (kind string, effect BarEffect) {
	return barOf(p.Excluded, text, "排除名单")
}

// IsExclusion tells whether a text names a kind of exclusion that the policy knows.
func (p *Policy) IsExclusion(text string) bool {
	kind, _ := p.Exclusion(text)
	return slices.ContainsFunc(p.Excluded, func(b Bar) bool { return b.Kind == kind })
}

// Overlap is the source of an award made by others, and its effect.
func (p *Policy) Overlap(text string) (source string, effect BarEffect) {
	return barOf(p.Overlaps, text, "其他资金")
}

// barOf finds the bar with the longest word in the text.
func barOf(bars []Bar, text, unnamed string) (kind string, effect BarEffect) {
	kind, effect = strings.TrimSpace(text), BarHold
	if kind == "" {
		kind = unnamed
	}
	longest := 0
	for _, b := range bars {
		for _, w := range append([]string{b.Kind}, b.Aliases...) {
			if len(w) > longest && strings.Contains(text, w) {
				kind, effect, longest = b.Kind, b.Effect, len(w)
			}
		}
	}
	return kind, effect
}
