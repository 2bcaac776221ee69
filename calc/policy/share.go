package policy

import (
	"slices"
	"strings"

	"go.yaml.in/yaml/v4"

	"jiangbu/calc"
)

// countyShare reads what districts bear of the awards (市县分担). A line that
// those before it leave nothing for is a fault: somebody means something else.
func (l *loader) countyShare(n *yaml.Node) {
	m := l.mapping(n, "a share", shareKeys)
	var s calc.CountyShare
	if node := m.node("county"); node != nil {
		s.County = l.share(node, m.name("county"))
	}
	for _, w := range m.words("districts") {
		if !slices.ContainsFunc(l.p.Districts, func(d calc.District) bool { return d.Name == w.text }) {
			l.fault(w.line, "%s names the district %s, which is unknown", m.what, w.text)
		}
		s.Districts = append(s.Districts, w.text)
	}
	for _, w := range m.words("items") {
		if _, ok := l.p.Item(w.text); !ok {
			l.fault(w.line, "%s names the item %s, which is unknown", m.what, w.text)
		}
		s.Items = append(s.Items, w.text)
	}
	if slices.ContainsFunc(l.p.Shares, func(before calc.CountyShare) bool {
		return holdsAll(before.Districts, s.Districts) && holdsAll(before.Items, s.Items)
	}) {
		l.fault(n.Line, "%s reaches nothing: a line before it is for the same districts and items", m.what)
	}
	l.p.Shares = append(l.p.Shares, s)
}

// holdsAll tells whether a list, where none means all, holds all of another.
func holdsAll(list, of []string) bool {
	return len(list) == 0 ||
		len(of) > 0 && !slices.ContainsFunc(of, func(s string) bool { return !slices.Contains(list, s) })
}

// shares prints what districts bear of the awards.
func (b *book) shares(p *calc.Policy) {
	if len(p.Shares) == 0 {
		return
	}
	b.title("市县分担（先列的先适用，其余由市级负担；县区部分舍到分）")
	for _, s := range p.Shares {
		districts := "各县区"
		if len(s.Districts) > 0 {
			districts = strings.Join(s.Districts, "、")
		}
		b.line("%s负担 %s%s", districts, s.County, about(p, s.Items))
	}
}
