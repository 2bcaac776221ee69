package policy

import "jiangbu/calc"

// bars reads the kinds of exclusion, or the sources of other awards, and what
// each does to a claim.
func (l *loader) bars(m mapping, key, kind string) []calc.Bar {
	effects := []string{string(calc.BarHold), string(calc.BarRefuse), string(calc.BarTell)}
	if key == "overlaps" {
		effects = append(effects, string(calc.BarHighest), string(calc.BarDeduct))
	}
	var all []calc.Bar
	for _, n := range m.list(key) {
		v, name := l.named(n, "an "+kind, kind, barKeys)
		b := calc.Bar{Kind: name, Aliases: v.texts("aliases")}
		b.Effect = calc.BarEffect(v.oneOf("effect", effects...))
		l.once(key, name, n.Line)
		all = append(all, b)
	}
	return all
}

var barWords = map[calc.BarEffect]string{calc.BarHold: "待核", calc.BarRefuse: "不予奖补", calc.BarTell: "只作提示",
	calc.BarHighest: "就高", calc.BarDeduct: "扣减"}

// bars prints what being on a list of exclusion, or awarded by others, does.
func (b *book) bars(title string, bars []calc.Bar) {
	if len(bars) == 0 {
		return
	}
	b.title(title)
	for _, x := range bars {
		b.names(x.Kind+"（"+barWords[x.Effect]+"）", append([]string{x.Kind}, x.Aliases...), nil)
	}
	b.paragraph("其余待核")
}
