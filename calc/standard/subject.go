package standard

import (
	"regexp"
	"slices"
	"strings"

	"jiangbu/calc"
	"jiangbu/calc/written"
)

var (
	version = regexp.MustCompile(`[Vv]\d+(?:\.\d+)*`) // of a product
	pieces  = regexp.MustCompile(`(?:^|[^第\d])(?:[2-9]|\d{2,}|[二两三四五六七八九十]+)[个件张项款份家户人名处座]|[×*][2-9]`)
)

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
	if r.item.Key != calc.KeyCompany && r.item.Form != calc.FormApproved {
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

// countOne asks where a row lists several of what its item counts. A subject that
// names nothing of the kind (见附件, 软件产品) is none; an enterprise is asked for by
// its name.
func (r *rowReader) countOne() {
	subject, named := r.rec.Subject, r.itemName()
	nothing := subject != "" && r.namesNone(subject)
	switch {
	case !r.around && pieces.MatchString(named):
		r.found("cell/several", calc.ColItem, calc.ColItem.String(), named)
	case namesOthers(subject), nothing && pieces.MatchString(subject),
		r.listsSubjects():
		r.found("cell/several", calc.ColSubject, calc.ColSubject.String(), subject)
	case r.rec.Certificate != "" && written.SeveralPapers(r.raw(calc.ColCertificate)):
		r.found("cell/several", calc.ColCertificate, calc.ColCertificate.String(), r.rec.Certificate)
	case nothing:
		r.rec.Subject = ""
	case strings.HasSuffix(r.item.Counted, "企业") && r.words.namesNobody(subject):
		r.found("cell/company", calc.ColSubject, subject)
	}
}

// listsSubjects tells whether the subject's cell lists several. One certificate
// stands for what it lists, but for versions, and not where a sum of money is theirs.
func (r *rowReader) listsSubjects() bool {
	one := r.rec.Certificate != "" && !r.item.NeedsBase() && len(version.FindAllString(r.rec.Subject, 2)) < 2
	return !one && r.rec.Subject != "" && written.SeveralSubjects(r.raw(calc.ColSubject))
}

// namesNone tells of a subject that it names none: it has no word but such as go
// with any (a place or 二期 may be one), or a person is counted and it is a firm.
func (r *rowReader) namesNone(subject string) bool {
	c := r.words.Cover(subject)
	return subject == r.item.Counted || !c.Has(LeftOver, DistrictWord, CityWord, BatchWord) ||
		r.item.IsOfPerson() && written.IsWholeName(subject)
}
