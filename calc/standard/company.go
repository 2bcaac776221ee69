package standard

import (
	"jiangbu/calc"
	"jiangbu/calc/written"
	"regexp"
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
	if c.several || written.JoinsNames(shown) || namesOthers(shown) {
		r.found("cell/several", calc.ColCompany, calc.ColCompany.String(), shown)
	} else if r.words.namesNobody(c.name) {
		r.found("cell/company", calc.ColCompany, shown)
	}
}

// namesOthers tells of a text that it stands for more than the one that it names.
func namesOthers(text string) bool {
	return strings.Contains(text, "等") && andOthers.MatchString(text)
}

var andOthers = regexp.MustCompile(`等(?:[\d二两三四五六七八九十]+[家户个件张项款份人名处座].*)?$`)

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
