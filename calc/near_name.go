package calc

import (
	"cmp"
	"slices"
	"strings"
	"unicode/utf8"

	"jiangbu/calc/written"
)

// subjectEnds are the words that stand behind the name of a park, a heritage or
// a base and say nothing about which it is.
var subjectEnds = []string{"管理委员会", "管委会", "旧址", "遗址"}

// leastCore is the length of the shortest name that is left when nothing but the
// place and the kind of body is taken off.
const leastCore = 3

// subjectCore is what near names of one subject share: its folded name without
// the province and the city before it and the words of subjectEnds behind it.
func (k *batchIndex) subjectCore(key string) string {
	for _, end := range subjectEnds {
		key = unlessShort(key, strings.TrimSuffix(key, end))
	}
	for _, place := range k.places {
		key = unlessShort(key, strings.TrimPrefix(key, place))
	}
	return key
}

// placesBefore are the words before a subject's name that say where it is or of
// which level, not which it is.
func (p *Policy) placesBefore() []string {
	var places []string
	for _, l := range p.Levels {
		for _, w := range slices.Concat([]string{l.Name}, l.Aliases, l.Regions) {
			if utf8.RuneCountInString(w) > 1 {
				places = append(places, written.CompanyKey(w))
			}
		}
	}
	slices.SortFunc(places, func(a, b string) int { return cmp.Or(cmp.Compare(len(b), len(a)), cmp.Compare(a, b)) })
	return append(places, p.City, strings.TrimSuffix(p.City, "市"))
}

func unlessShort(s, t string) string {
	if utf8.RuneCountInString(t) >= leastCore {
		return t
	}
	return s
}

// certificateNumber is the number of a certificate as it is compared, "" where
// the text is the number of a document, which a whole list shares, or none.
func certificateNumber(certificate, document string) string {
	if certificate == "" || certificate == document {
		return ""
	}
	key := written.CompanyKey(certificate)
	if !strings.ContainsAny(key, "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ") || written.DocumentYear(key) != 0 ||
		strings.ContainsAny(key, "批") || strings.HasSuffix(key, "号") && strings.Contains(key, "年") {
		return ""
	}
	return key
}
