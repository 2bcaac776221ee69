package calc

type companyReading struct {
	name, former, key string
	several           bool
}

func readCompanyName(text string) companyReading {
	name, former := CompanyName(text)
	return companyReading{name, former, CompanyKey(name), severalNames(text)}
}

// readCompany reads the payee's name.
func (r *rowReader) readCompany() {
	shown := r.text(ColCompany)
	if shown == "" {
		if !r.unsound(ColCompany) {
			r.found("cell/company-missing", ColCompany)
		}
		return
	}
	c := r.company(r.raw(ColCompany)) // the raw text, because line breaks tell names apart
	r.rec.Company, r.rec.FormerName, r.companyKey = c.name, c.former, c.key
	if c.several {
		r.found("cell/several", ColCompany, ColCompany.String(), shown)
	}
}

// company reads a name, from memory where that is any work.
func (r *rowReader) company(text string) companyReading {
	if isPlainName(text) {
		return companyReading{name: text, key: CompanyKey(text)}
	}
	return r.companies.get(text, readCompanyName)
}

// unsound tells whether a cell was already found to hold no value.
func (r *rowReader) unsound(c Column) bool {
	f := r.fields[c]
	_, _, struck := struckText(f.Text)
	return struck || f.Kind == CellNoValue || f.Kind == CellError || f.Kind == CellStale
}

// readCode reads the payee's credit code. One that fails only its check digit
// is kept, because such firms exist: the finding holds the record, and a
// person may let it in.
func (r *rowReader) readCode() {
	shown := r.text(ColCreditCode)
	if shown == "" {
		return
	}
	f := r.fields[ColCreditCode]
	if f.Kind == CellText && validCode(f.Text) {
		r.rec.CreditCode = f.Text
		return
	}
	r.doubtCode(f.Cell(), shown)
}

// doubtCode says what is wrong with a code that does not hold as it stands.
func (r *rowReader) doubtCode(c Cell, shown string) {
	code, fault := ParseCreditCode(c.Text)
	switch {
	case isDamagedCode(c):
		r.found("cell/credit-code-damaged", ColCreditCode, shown)
	case severalCodes(c.Text):
		r.found("cell/several", ColCreditCode, ColCreditCode.String(), shown)
	case fault == "":
		r.rec.CreditCode = code
	case isOldCode(code):
		r.found("cell/old-code", ColCreditCode, shown)
	case maskCode(code) != code:
		r.found("cell/credit-code", ColCreditCode, maskCode(code), "像是身份证号码")
	default:
		if len(code) == 18 && wrongLetters(code) == "" {
			r.rec.CreditCode = code
		}
		r.found("cell/credit-code", ColCreditCode, code, fault)
	}
}

// readSubject reads what was recognised where that is not the payee.
func (r *rowReader) readSubject() {
	r.rec.Subject = r.text(ColSubject)
	if text := r.text(ColSubjectCode); text != "" {
		code, fault := ParseCreditCode(r.raw(ColSubjectCode))
		if r.rec.SubjectCode = code; fault != "" {
			r.rec.SubjectCode = ""
			r.found("cell/subject-code", ColSubjectCode, maskCode(code), fault)
		}
	}
	if r.item == nil {
		return
	}
	if r.item.Form == FormEach {
		r.countOne()
	}
	if r.item.Key == KeyCompanySubject && r.rec.Subject == "" {
		if r.rec.Subject = r.rec.Certificate; r.rec.Subject == "" {
			r.found("record/subject-missing", ColSubject, r.item.Name, r.item.Counted)
		}
	}
}

// countOne asks where a row of an item that is paid by the piece lists several
// pieces.
func (r *rowReader) countOne() {
	switch {
	case r.rec.Certificate != "" && severalPapers(r.raw(ColCertificate)):
		r.found("cell/several", ColCertificate, ColCertificate.String(), r.rec.Certificate)
	case r.rec.Certificate == "" && r.rec.Subject != "" && severalSubjects(r.raw(ColSubject)):
		r.found("cell/several", ColSubject, ColSubject.String(), r.rec.Subject)
	}
}

// readDistrict takes the subject's district where the row has one, else the
// row's own, else the one that the sheet states.
func (r *rowReader) readDistrict() {
	own, subject := r.text(ColDistrict), r.text(ColSubjectDistrict)
	at, text := r.at(ColDistrict), own
	switch {
	case subject != "":
		at, text = r.at(ColSubjectDistrict), subject
	case own == "" && !r.unsound(ColDistrict):
		text = shownText(r.row.District.Text)
		if text != "" {
			at = r.row.place(r.row.District.Row, r.row.District.Col)
		}
	}
	d := r.districts.get(text, func(s string) nameReading {
		name, ok := r.words.District(s)
		return nameReading{name, ok}
	})
	if r.rec.District = d.name; !d.ok && !(text == "" && r.unsound(ColDistrict)) {
		r.rec.Findings.Add("cell/district", at, text)
	}
}
