package standard

import (
	"jiangbu/calc"
	"jiangbu/calc/written"
	"regexp"
	"slices"
	"strings"
)

type companyReading struct {
	name, former, key string
	several           bool
}

func readCompanyName(text string) companyReading {
	name, former := written.CompanyName(text)
	return companyReading{name, former, written.CompanyKey(name), written.SeveralNames(written.WithoutNumber(text))}
}

// readCompany reads the payee's name.
func (r *rowReader) readCompany() {
	shown := r.text(calc.ColCompany)
	if shown == "" {
		if !r.unsound(calc.ColCompany) {
			r.found("cell/company-missing", calc.ColCompany)
		}
		return
	}
	// The raw text, because line breaks tell names apart.
	c := r.company(r.raw(calc.ColCompany))
	r.rec.Company, r.rec.FormerName, r.companyKey = c.name, c.former, c.key
	if c.several || written.JoinsNames(shown) || strings.Contains(shown, "等") && andOthers.MatchString(shown) {
		r.found("cell/several", calc.ColCompany, calc.ColCompany.String(), shown)
	}
}

// andOthers says that a text stands for more than one.
var (
	andOthers = regexp.MustCompile(`等(?:[\d二两三四五六七八九十]+[家户个件张项款份].*)?$`)
	version   = regexp.MustCompile(`[Vv]\d+(?:\.\d+)*`) // of a product
	pieces    = regexp.MustCompile(`(?:^|[^第\d])(?:[2-9]|\d{2,}|[二两三四五六七八九十]+)[个件张项款份]|[×*][2-9]`)
)

// company reads a name, from memory where that is any work.
func (r *rowReader) company(text string) companyReading {
	if written.IsPlainName(text) {
		return companyReading{name: text, key: written.CompanyKey(text)}
	}
	return r.companies.get(text, readCompanyName)
}

// readCode reads the payee's credit code. One that fails only its check digit
// is kept, because such firms exist: the finding holds the record, and a
// person may let it in.
func (r *rowReader) readCode() {
	shown := r.text(calc.ColCreditCode)
	if shown == "" {
		return
	}
	f := r.fields[calc.ColCreditCode]
	if f.Kind == calc.CellText && written.IsCreditCode(f.Text) {
		r.rec.CreditCode = f.Text
		return
	}
	r.doubtCode(f.Cell(), shown)
}

// doubtCode says what is wrong with a code that does not hold as it stands.
func (r *rowReader) doubtCode(c calc.Cell, shown string) {
	code, fault := written.ParseCreditCode(c.Text)
	switch {
	case IsDamagedCode(c):
		r.found("cell/credit-code-damaged", calc.ColCreditCode, shown)
	case written.SeveralCodes(c.Text):
		r.found("cell/several", calc.ColCreditCode, calc.ColCreditCode.String(), shown)
	case fault == "":
		r.rec.CreditCode = code
	case written.IsOldCode(code):
		r.found("cell/old-code", calc.ColCreditCode, shown)
	case written.MaskCode(code) != code:
		r.found("cell/credit-code", calc.ColCreditCode, written.MaskCode(code), "像是身份证号码")
	default:
		if len(code) == 18 && written.WrongLetters(code) == "" {
			r.rec.CreditCode = code
		}
		r.found("cell/credit-code", calc.ColCreditCode, code, fault)
	}
}

// readSubject reads what was recognised where that is not the payee.
func (r *rowReader) readSubject() {
	r.rec.Subject = r.text(calc.ColSubject)
	if text := r.text(calc.ColSubjectCode); text != "" {
		code, fault := written.ParseCreditCode(r.raw(calc.ColSubjectCode))
		if r.rec.SubjectCode = code; fault != "" {
			r.rec.SubjectCode = ""
			r.found("cell/subject-code", calc.ColSubjectCode, written.MaskCode(code), fault)
		}
	}
	if r.item == nil {
		return
	}
	if r.item.Form == calc.FormEach {
		r.countOne()
	}
	r.subjectDiffers()
	if r.item.Key == calc.KeyCompanySubject && r.rec.Subject == "" {
		if r.rec.Subject = r.rec.Certificate; r.rec.Subject == "" && r.item.Form == calc.FormApproved && !r.around {
			r.rec.Subject = r.itemName() // 节能宣传周活动
		}
		if r.rec.Subject == "" {
			r.found("record/subject-missing", calc.ColSubject, r.item.Name, r.item.Counted)
		}
	}
}

// subjectDiffers asks about a subject that is the name of another award, or of
// the same at another level, where the company is what is counted.
func (r *rowReader) subjectDiffers() {
	if s := r.rec.Subject; r.item.Key != calc.KeyCompany || !r.words.mayNameItem(s) && !strings.ContainsAny(s, "级星") {
		return
	}
	c := r.words.Cover(r.rec.Subject)
	for part := range c.parts(c.follows) {
		if slices.ContainsFunc(part.words, unknown) {
			continue
		}
		m := r.words.item(part)
		named := m.Candidates
		if len(named) == 0 {
			named = []string{m.ID + m.NotCovered}
		}
		if other := strings.Join(r.itemNames(named), "、"); other != "" && m.ID != r.item.ID {
			r.found("rule/ambiguous", calc.ColSubject, r.rec.Subject, r.item.Name+"、"+other)
		}
		if level, _ := r.words.level(part, r.item.ID, false); level != "" && r.rec.Level != "" && level != r.rec.Level {
			r.unclear("“" + r.rec.Subject + "”写的是" + level)
		}
	}
}

// countOne asks where a row of an item that is paid by the piece lists several
// pieces.
func (r *rowReader) countOne() {
	switch named := r.itemName(); {
	case !r.around && pieces.MatchString(named):
		r.found("cell/several", calc.ColItem, calc.ColItem.String(), named)
	case strings.Contains(r.rec.Subject, "等") && andOthers.MatchString(r.rec.Subject):
		r.found("cell/several", calc.ColSubject, calc.ColSubject.String(), r.rec.Subject)
	case r.rec.Certificate != "" && written.SeveralPapers(r.raw(calc.ColCertificate)):
		r.found("cell/several", calc.ColCertificate, calc.ColCertificate.String(), r.rec.Certificate)
	case (r.rec.Certificate == "" || len(version.FindAllString(r.rec.Subject, 2)) > 1) && r.rec.Subject != "" &&
		written.SeveralSubjects(r.raw(calc.ColSubject)):
		r.found("cell/several", calc.ColSubject, calc.ColSubject.String(), r.rec.Subject)
	}
}

// districtReading is what a text says about the district.
type districtReading struct {
	name  string
	ok    bool
	wider bool // it names the city or the province alone
}

func (r *rowReader) matchDistrict(text string) districtReading {
	return r.districts.get(text, func(s string) districtReading {
		c := r.words.Cover(s)
		name, ok := r.words.district(&c)
		return districtReading{name, ok, !c.Has(LeftOver, DistrictWord) && len(c.words) > 0}
	})
}

// readDistrict takes the subject's district where the row has one, else the
// row's own, else the one that the sheet states, which also stands in where a
// cell names the city or the province alone.
func (r *rowReader) readDistrict() {
	own, subject := r.text(calc.ColDistrict), r.text(calc.ColSubjectDistrict)
	at, text := r.at(calc.ColDistrict), own
	if subject != "" && !r.matchDistrict(subject).wider {
		at, text = r.at(calc.ColSubjectDistrict), subject
	}
	if text == "" && !r.unsound(calc.ColDistrict) || text != "" && r.matchDistrict(text).wider {
		if c := r.districtAround(); c.Text != "" {
			text, at = r.shownText(c.Text), r.row.Place(c.Row, c.Col)
		}
	}
	d := r.matchDistrict(text)
	if r.rec.District = d.name; !d.ok && !(text == "" && r.unsound(calc.ColDistrict)) {
		r.rec.Findings.Add("cell/district", at, text)
	}
}

// districtAround is what states the district for all rows: 填报单位 or a title,
// else the nearest around the row that names one.
func (r *rowReader) districtAround() calc.Cell {
	if c := r.row.District; r.shownText(c.Text) != "" {
		return c
	}
	for _, n := range r.near {
		if r.matchDistrict(n.text).ok {
			return n.cell
		}
	}
	return calc.Cell{}
}
