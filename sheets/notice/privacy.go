package notice

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"jiangbu/calc"
	"jiangbu/calc/privacy"
)

// scan searches everything that would be published for private numbers. In
// the certificate's column a long run of digits that proves nothing is a
// number to look at, for certificates have such numbers; anywhere else it
// stops the notice.
func scan(fs *calc.Findings, n *Notice) {
	for _, s := range n.texts() {
		scanText(fs, calc.Ref{File: "公示正文"}, "正文", s, ofTheNotice)
	}
	for i := range n.Table.Rows {
		r := &n.Table.Rows[i]
		for c, text := range r.Cells {
			column := n.Table.Columns[c].Name
			if column == codeColumn && !strings.ContainsFunc(text, unicode.IsSpace) && len(text) == 18 {
				continue // a credit code is public, whatever its digits look like
			}
			let := nothing
			if column == certificateColumn {
				let = ofCertificates
			}
			scanText(fs, r.At.At(reportColumn[column]), column, text, let)
		}
	}
}

// allowance is what of private data a place may hold.
type allowance uint8

const (
	nothing        allowance = iota
	ofCertificates           // runs of digits that prove nothing: certificates have such numbers
	ofTheNotice              // the telephone and mail of the bureau itself
)

func scanText(fs *calc.Findings, at calc.Ref, where, text string, let allowance) {
	for _, leak := range privacy.Leaks(text) {
		code := calc.Code("notice/private")
		switch {
		case let == ofTheNotice && slices.Contains([]privacy.LeakKind{privacy.LeakTelephone, privacy.LeakMobile,
			privacy.LeakMail}, leak.Kind):
			continue
		case let == ofCertificates && !leak.Sure:
			code = "notice/private-doubt"
		}
		fs.Add(code, at, where, string(leak.Kind), leak.Text)
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
	if strings.ContainsRune(bodyWords, last) {
		return false
	}
	return n >= 2 && (n <= 4 || strings.ContainsRune(s, '·') && n <= 15)
}
