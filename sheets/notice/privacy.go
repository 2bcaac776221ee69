package notice

import (
	"cmp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"jiangbu/calc"
	"jiangbu/calc/privacy"
)

// scan searches everything that would be published for private data. What
// proves itself stops the notice; a doubt does as long as nobody accepted it by
// its place.
func scan(fs *calc.Findings, s Settings, p *calc.Policy, n *Notice, cuts []string) {
	c := scanner{findings: fs, places: s.Places, accepted: s.AcceptDoubts, met: map[string]bool{},
		seen: map[string][]privacy.Leak{}}
	c.setting("--fund", "资金名称", s.Fund, nothing)
	c.setting("--unit", "发布单位", s.Unit, nothing)
	c.setting("--contact", "联系方式", s.Contact, ofTheBureau)
	c.setting("--supervision", "监督方式", s.Supervision, ofTheBureau)
	c.setting("--policy", "政策名称和文号", p.Title+" "+p.Document, nothing)
	for _, clause := range n.Table.Clauses {
		c.setting("--policy", "条款名称", clause.Name, nothing)
	}
	for _, text := range cuts {
		c.text(calc.Ref{File: "公示正文"}, "公示正文", "预算依据", text, nothing)
	}
	for r := range n.Table.awards() { // sums name clauses, districts and companies, which are scanned
		for k, text := range r.Cells {
			column, allowed := n.Table.Columns[k].Name, nothing
			if column == certificateColumn {
				allowed = ofCertificates
			}
			at := r.At.At(reportColumn[column])
			c.text(at, at.Cell(), column, text, allowed)
		}
	}
	c.changes(n.Changes)
	for _, place := range s.AcceptDoubts {
		if !c.met[place] {
			fs.Add("notice/doubt-absent", calc.Ref{File: "--accept-doubt"}, place)
		}
	}
}

// changes scans what the table of changes says of the announced awards.
func (c *scanner) changes(t *Table) {
	if t == nil {
		return
	}
	for i := range t.Rows {
		for k, text := range t.Rows[i].Cells {
			at := t.Rows[i].At.At(k + 1)
			c.text(at, "附件2 "+at.Cell(), t.Columns[k].Name, text, ofCertificates)
		}
	}
}

// allowance is which kinds of private data a place may hold. A doubt of the
// kinds of doubts is none there.
type allowance struct{ kinds, doubts []privacy.LeakKind }

var (
	nothing = allowance{}
	// Certificates have long numbers that prove nothing.
	ofCertificates = allowance{doubts: []privacy.LeakKind{privacy.LeakAccount}}
	// The bureau itself is there to be called, written to and visited, and
	// names who answers.
	ofTheBureau = allowance{kinds: []privacy.LeakKind{privacy.LeakTelephone, privacy.LeakMobile, privacy.LeakMail,
		privacy.LeakAddress, privacy.LeakPerson}}
)

// scanner gathers what is private, and which acceptances met a doubt.
type scanner struct {
	findings *calc.Findings
	places   map[string]string
	accepted []string
	met      map[string]bool
	seen     map[string][]privacy.Leak // by text: many cells are alike
}

// setting scans a setting: a doubt is accepted by its flag, and the finding
// points to where the setting stands.
func (c *scanner) setting(flag, where, text string, allowed allowance) {
	c.text(calc.Ref{File: cmp.Or(c.places[flag], flag)}, flag, where, text, allowed)
}

// text scans one text. A message names the place, never the value.
func (c *scanner) text(at calc.Ref, place, where, text string, allowed allowance) {
	leaks, ok := c.seen[text]
	if !ok {
		leaks = privacy.Leaks(text)
		c.seen[text] = leaks
	}
	for _, leak := range leaks {
		switch {
		case slices.Contains(allowed.kinds, leak.Kind), !leak.Sure && slices.Contains(allowed.doubts, leak.Kind):
		case leak.Sure:
			c.findings.Add("notice/private", at, where, string(leak.Kind))
		case slices.Contains(c.accepted, place):
			c.met[place] = true
			c.findings.Add("notice/private-doubt", at, where, string(leak.Kind))
		default:
			c.findings.Add("notice/doubt-not-accepted", at, where, string(leak.Kind), place)
		}
	}
}

// person is how a policy says that an item counts persons (Item.Counted).
const person = "人员"

// shown is the unit's name as it is published. What stands there without any
// word for a body is taken for a person's name and masked.
func shown(company string) string {
	if company = plain(company); isPersonName(company) {
		return privacy.MaskName(company)
	}
	return company
}

// bodyWords end the short names of bodies.
const bodyWords = "厂店社所会院校站行部局司场馆园中心队处室区县市镇乡村港团"

// isPersonName tells whether a name looks like a person's: two to four Chinese
// characters (or parts joined by ·) that do not end in a word for a body.
func isPersonName(s string) bool {
	n := 0
	for _, r := range s {
		if r == '·' {
			continue
		}
		if !unicode.Is(unicode.Han, r) {
			return false
		}
		n++
	}
	last, _ := utf8.DecodeLastRuneInString(s)
	return !strings.ContainsRune(bodyWords, last) && n >= 2 && (n <= 4 || strings.ContainsRune(s, '·') && n <= 15)
}
