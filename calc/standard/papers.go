package standard

import (
	"jiangbu/calc"
	"jiangbu/calc/written"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// paperReading is what the number of a document or the name of a body says.
type paperReading struct {
	level    string   // that its issuer tells
	years    []int    // in brackets of numbers: 〔2023〕
	agencies []string // the letters of the agencies in front of them, folded
}

func (r *rowReader) readPaper(text string) paperReading {
	c := r.words.Cover(text)
	p := paperReading{level: r.words.issuedAt(&c)}
	for _, w := range c.words {
		_, number, found := strings.Cut(w.text, "(")
		if !w.is(DocumentWord) || !found {
			continue
		}
		agency := lettersBefore(c.text, w.end()-len(number)-1)
		if y := written.YearIn(number); !slices.Contains(p.years, y) {
			p.years = append(p.years, y)
		}
		if agency != "" {
			p.agencies = append(p.agencies, agency)
		}
	}
	return p
}

// lettersBefore is the run of letters that ends at a byte of a text.
func lettersBefore(text string, at int) string {
	from := strings.LastIndexFunc(text[:at], func(r rune) bool { return !unicode.IsLetter(r) })
	if from < 0 {
		return text[:at]
	}
	_, size := utf8.DecodeRuneInString(text[from:])
	return text[from+size : at]
}

// paper reads the row's document, else its certificate where that is the
// number of a document.
func (r *rowReader) paper() (text string, p paperReading) {
	for _, text := range [...]string{r.rec.Document, r.rec.Certificate} {
		if strings.Contains(text, "号") {
			if p := r.papers.get(text, r.readPaper); len(p.years) > 0 {
				return text, p
			}
		}
	}
	return "", paperReading{}
}

// readPapers reads certificate, document and body, and whether the body and
// the agency of the document are such as recognise the item.
func (r *rowReader) readPapers() {
	r.rec.Certificate, r.rec.Document = r.text(calc.ColCertificate), r.text(calc.ColDocument)
	if r.item == nil || len(r.item.Bodies) == 0 {
		return
	}
	if body := r.text(calc.ColBody); body != "" && !r.isBody(body) {
		r.found("record/body", calc.ColBody, body, r.item.Name)
	}
	text, p := r.paper()
	if len(p.agencies) > 0 && !slices.ContainsFunc(p.agencies, r.isBody) {
		r.found("record/document-body", calc.ColDocument, text, r.item.Name)
	}
}

// isBody tells whether a name or an abbreviation is of a body that recognises
// the item.
func (r *rowReader) isBody(name string) bool {
	folded := r.fold(name)
	return slices.ContainsFunc(r.item.Bodies, func(b string) bool { return strings.Contains(folded, r.fold(b)) })
}
