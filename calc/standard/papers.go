package standard

import (
	"jiangbu/calc"
	"jiangbu/calc/written"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// documentReading is what the number of a document or the name of a body says.
type documentReading struct {
	level    string   // that its issuer tells
	years    []int    // in brackets of numbers: 〔2023〕
	agencies []string // the letters of the agencies in front of them, folded
	items    []string // that its title names
	named    bool     // it names an award, of the policy or not
	left     string   // what is not known in it
}

func (r *rowReader) readDocument(text string) documentReading {
	c := r.words.Cover(text)
	p := documentReading{level: r.words.issuedAt(&c), named: c.Has(ItemWord, Stranger), left: c.Left()}
	for _, i := range c.named(ItemWord) {
		p.items = append(p.items, r.policy.Items[i].ID)
	}
	for _, w := range c.words {
		_, number, found := strings.Cut(w.text, "(")
		if !w.is(DocumentWord) || !found {
			continue
		}
		agency := lettersBefore(c.text, w.end()-len(number)-1)
		p.years = calc.AddNew(p.years, written.YearIn(number))
		if isAgency(agency) {
			p.agencies = append(p.agencies, agency)
		}
	}
	return p
}

// isAgency tells whether the letters in front of a number's year can be those
// of an agency: a series of certificates has 证, 字 or 编号 there, or one letter.
func isAgency(letters string) bool {
	isSeries := func(end string) bool { return strings.HasSuffix(letters, end) }
	return utf8.RuneCountInString(letters) > 1 && !slices.ContainsFunc([]string{"证", "字", "书", "编号"}, isSeries)
}

// lettersBefore is the run of letters that ends at a byte of a text.
func lettersBefore(text string, at int) string {
	return text[len(strings.TrimRightFunc(text[:at], unicode.IsLetter)):at]
}

// withoutSerial is a document's number with 1 for its serial number: what it
// tells (agency, year, level) is the same for all numbers of one series, and a
// list has thousands of them.
func withoutSerial(text string) string {
	head, ok := strings.CutSuffix(text, "号")
	serial := strings.TrimRight(head, "0123456789")
	if !ok || serial == head || strings.Contains(head, "号") {
		return text
	}
	return serial + "1号"
}

// datedDocument reads the row's document, else its certificate where that is the
// number of a document.
func (r *rowReader) datedDocument() (text string, p documentReading) {
	for _, text := range [...]string{r.rec.Document, r.rec.Certificate} {
		if strings.Contains(text, "号") {
			if p := r.papers.get(withoutSerial(text), r.readDocument); len(p.years) > 0 {
				return text, p
			}
		}
	}
	return "", documentReading{}
}

// readDocuments reads certificate, document and body, and whether the body and
// the agency of the document are such as recognise the item.
func (r *rowReader) readDocuments() {
	r.rec.Certificate, r.rec.Document = r.text(calc.ColCertificate), r.text(calc.ColDocument)
	if r.item == nil {
		return
	}
	isOther := func(no string) bool { return strings.Contains(r.fold(r.rec.Certificate), r.fold(no)) }
	if slices.ContainsFunc(r.item.Not, isOther) { // 2023SR0123456 numbers a copyright
		r.found("record/document-body", calc.ColCertificate, r.rec.Certificate, r.item.Name)
	}
	if len(r.item.Bodies) == 0 {
		return
	}
	if body := r.text(calc.ColBody); body != "" && !r.isBody(body) {
		r.found("record/body", calc.ColBody, body, r.item.Name)
	}
	// Certificates are numbered by whoever prints them (证〔2023〕12号): only a
	// document's number names who recognised.
	p := r.papers.get(withoutSerial(r.rec.Document), r.readDocument)
	if len(p.agencies) > 0 && !slices.ContainsFunc(p.agencies, r.isBody) {
		r.found("record/document-body", calc.ColDocument, r.rec.Document, r.item.Name)
	}
}

// titleDiffers asks about a document whose title names other awards only, or the
// award at another level.
func (r *rowReader) titleDiffers() {
	text := r.rec.Document
	p := r.papers.get(withoutSerial(text), r.readDocument)
	if r.item == nil || len(r.item.Bodies) == 0 || !p.named || strings.Contains(p.left, nameEnd(r.item.Name)) {
		return
	}
	switch level := r.matchLevel(text).level; {
	case !slices.Contains(p.items, r.item.ID):
		r.found("record/document-body", calc.ColDocument, text, r.item.Name)
	case level != "" && r.rec.Level != "" && level != r.rec.Level:
		r.found("record/level-document", calc.ColDocument, r.rec.Level, text, level)
	}
}

// isBody tells whether a name or an abbreviation is of a body that recognises
// the item, and of no other place: 浙经信, 南京市工信局 and 海州区工信局 are not.
func (r *rowReader) isBody(name string) bool {
	folded := r.fold(name)
	return slices.ContainsFunc(r.item.Bodies, func(b string) bool {
		front, _, found := strings.Cut(folded, r.fold(b))
		return found && (front == "" || r.places.get(front+" "+folded, r.isHere))
	})
}

// isHere tells of the front of a body's name and, behind a blank, the whole of
// it, that it is an issuer of the policy or of no place: nothing unknown and no
// district stands in front.
func (r *rowReader) isHere(text string) bool {
	front, name, _ := strings.Cut(text, " ")
	c := r.words.Cover(name)
	for i, w := range c.words {
		if w.is(IssuerWord) && (i == 0 || c.words[i-1].end() != w.at || !c.words[i-1].is(LeftOver)) {
			return true
		}
	}
	before := strings.TrimRightFunc(front, func(r rune) bool { return !strings.ContainsRune("、,;/", r) })
	c = r.words.Cover(front[len(before):])
	return !c.Has(LeftOver, DistrictWord)
}
