package policy

import (
	"regexp"
	"strings"

	"golang.org/x/text/unicode/norm"

	"jiangbu/calc"
	"jiangbu/calc/money"
	"jiangbu/calc/written"
)

// derived reads the words of the clause that an amount comes from which the
// clause does not state as a figure.
func (l *loader) derived(m mapping, it *calc.Item) {
	words := m.text("derived")
	clause, ok := l.p.Clause(it.Clause)
	if words == "" || !ok {
		l.stated(m, it, clause)
		return
	}
	if !strings.Contains(written.Fold(clause.Text), written.Fold(words)) {
		l.fault(m.at("derived"), "%s is %s, which does not stand in the text of clause %s", m.name("derived"), words,
			it.Clause)
	}
}

// figure is one figure of a clause's text with its unit, such as 2万元 or 12%.
var figure = regexp.MustCompile(`([0-9][0-9,]*(?:\.[0-9]+)?|[零〇一二三四五六七八九十百千壹贰叁肆伍陆柒捌玖拾佰仟两]+)(%|百分|(?:百|千|万|亿)?元|万|亿)?`)

// stated refuses a figure that the clause's own text beside it does not
// contain: one of the two was copied wrongly.
func (l *loader) stated(m mapping, it *calc.Item, clause *calc.Clause) {
	if clause == nil || clause.Text == "" {
		return
	}
	amounts, rates := figures(clause.Text)
	say := func(key, text string) {
		if !m.has(key) {
			key += "s"
		}
		l.fault(m.at(key), "%s has %s, which the text of clause %s does not state; correct the one or the other, or "+
			"quote under derived the words it comes from",
			m.what, text, it.Clause)
	}
	yuan := func(key string, y money.Yuan) {
		if !y.IsZero() && !amounts[y.String()] {
			say(key, y.Words())
		}
	}
	for _, a := range it.Awards {
		yuan("amount", a.Amount)
		yuan("ceiling", a.Ceiling)
		yuan("floor", a.Floor)
		if !a.Rate.IsZero() && !rates[a.Rate.String()] {
			say("rate", a.Rate.String())
		}
	}
	yuan("company_cap", it.Cap)
}

// figures are the sums and shares that a text states. A figure without a unit
// has that of the next one: 2、4、10万元.
func figures(text string) (amounts, rates map[string]bool) {
	amounts, rates = map[string]bool{}, map[string]bool{}
	s := strings.NewReplacer(" ", "", "\u00a0", "", "个百分点", "%").Replace(norm.NFKC.String(text))
	unit := ""
	all := figure.FindAllStringSubmatch(s, -1)
	for i := len(all) - 1; i >= 0; i-- {
		number, own := all[i][1], all[i][2]
		if own != "" {
			unit = own
		}
		if unit == "%" {
			if r, err := money.ParseRate(strings.ReplaceAll(number, ",", "") + "%"); err == nil {
				rates[r.String()] = true
			}
			continue
		}
		a, err := money.ParseAmount(number + strings.TrimSuffix(unit, "元") + "元")
		if err != nil {
			continue
		}
		if y, fault := a.Yuan(money.UnitNone, money.UnitNone); fault == "" {
			amounts[y.String()] = true
		}
	}
	return amounts, rates
}
