package standard

import (
	"regexp"
	"slices"
	"strings"

	"jiangbu/calc"
	"jiangbu/calc/written"
)

// How a subject says that it is several, or names none; pieces are those in the
// name of an item, the others whole and folded.
var (
	version   = regexp.MustCompile(`[Vv]\d+(?:\.\d+)*`) // of a product
	pieces    = regexp.MustCompile(`(?:^|[^第\d])(?:[2-9]|\d{2,}|[二两三四五六七八九十]+)[个件张项款份]|[×*][2-9]`)
	manyOf    = regexp.MustCompile(`^共?(?:[2-9]|\d{2,}|[二两三四五六七八九十]+)[个件家款项人名处座](?:企业|单位|公司|产品|软件|人员|园区|基地|遗产)?$`)
	noSubject = regexp.MustCompile(`^(?:[√✓✔☑是有对]|\d{1,2}|[1一][个件家款项人名处座]|详?见.*|同左|附后|如?附件\d*|本(?:单位|公司|企业|人))$`)
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
	if r.item.Key != calc.KeyCompany {
		r.countOne()
		r.nameOne()
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

// countOne asks where a row of an item that is counted by what is recognised lists
// several of them; a sum that was approved is for all that it names.
func (r *rowReader) countOne() {
	several := func(col calc.Column, text string) { r.found("cell/several", col, col.String(), text) }
	subject := r.rec.Subject
	switch named := r.itemName(); {
	case r.item.Form == calc.FormApproved:
	case !r.around && pieces.MatchString(named):
		several(calc.ColItem, named)
	case strings.Contains(subject, "等") && andOthers.MatchString(subject), manyOf.MatchString(written.Fold(subject)):
		several(calc.ColSubject, subject)
	case r.rec.Certificate != "" && written.SeveralPapers(r.raw(calc.ColCertificate)):
		several(calc.ColCertificate, r.rec.Certificate)
	case (r.rec.Certificate == "" || len(version.FindAllString(subject, 2)) > 1) && subject != "" &&
		written.SeveralSubjects(r.raw(calc.ColSubject)):
		several(calc.ColSubject, subject)
	}
}

// nameOne takes what names nothing for no name: a tick, where to look, what is
// counted (见附件, √, 1处, 园区). An enterprise is asked for by its name.
func (r *rowReader) nameOne() {
	c := r.words.Cover(r.rec.Subject)
	switch s := written.Fold(r.rec.Subject); {
	case s == "" || r.item.Form == calc.FormApproved:
	case s == r.item.Counted, noSubject.MatchString(s), c.isOnlyItem():
		r.rec.Subject = ""
	case strings.HasSuffix(r.item.Counted, "企业") && r.words.namesNobody(s) && !manyOf.MatchString(s):
		r.found("cell/company", calc.ColSubject, r.rec.Subject)
	}
}
