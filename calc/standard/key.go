package standard

import (
	"crypto/sha256"
	"encoding/hex"
	"jiangbu/calc"
	"jiangbu/calc/money"
	"jiangbu/calc/written"
	"strconv"
)

// keyColumns are the columns whose content a record's key stands for, beside
// district, company and item. The sender's own claim and the serial number are
// not among them: they change nothing in the decision.
var keyColumns = []calc.Column{calc.ColLevel, calc.ColSubject, calc.ColSubjectDistrict, calc.ColCertificate,
	calc.ColDocument, calc.ColBody, calc.ColLabelYear, calc.ColRemark}

// key names what the row says: 16 hexadecimal digits over its content as read,
// so that the same certification keeps its key in another file, sheet or row,
// or with another format, and a corrected one gets a new key. What was not
// understood counts as it was written.
func (r *rowReader) key() string {
	rec := r.rec
	r.buf = r.buf[:0]
	r.part(calc.ColDistrict, rec.District, r.raw(calc.ColDistrict))
	r.part(calc.ColCompany, r.companyKey, "")
	r.part(calc.ColCompany, "", rec.FormerName)
	r.part(calc.ColCreditCode, "", written.FoldCode(r.raw(calc.ColCreditCode)))
	r.part(calc.ColSubjectCode, "", written.FoldCode(r.raw(calc.ColSubjectCode)))
	r.part(calc.ColItem, "", r.shownText(r.itemCell.Text))
	r.part(calc.ColNature, rec.Nature, r.raw(calc.ColNature))
	r.part(calc.ColRecognised, rec.Recognised.String(), r.raw(calc.ColRecognised))
	r.part(calc.ColValidFrom, rec.ValidFrom.String(), r.raw(calc.ColValidFrom))
	r.money(calc.ColBase, rec.Base)
	r.money(calc.ColApproved, rec.Approved)
	for _, c := range keyColumns {
		r.part(c, "", r.shows(c))
	}
	sum := sha256.Sum256(r.buf)
	return hex.EncodeToString(sum[:8])
}

// part adds one column: as understood, else as written.
func (r *rowReader) part(c calc.Column, read, raw string) {
	if read == "" && raw == "" {
		return
	}
	from := len(r.buf)
	r.buf = append(r.buf, byte(c))
	if read != "" {
		r.buf = append(r.buf, read...)
	} else {
		r.buf = r.appendFolded(r.buf, raw)
	}
	if len(r.buf) == from+1 { // nothing but blanks
		r.buf = r.buf[:from]
		return
	}
	r.buf = append(r.buf, 0)
}

// appendFolded appends a folded text, from memory where that is any work.
func (r *rowReader) appendFolded(b []byte, s string) []byte {
	if out, plain := written.AppendPlain(b, s); plain {
		return out
	}
	return append(b, r.fold(s)...)
}

func (r *rowReader) money(c calc.Column, y *money.Yuan) {
	if y != nil {
		r.part(c, y.String(), "")
	} else if r.item != nil && (r.item.Form == calc.FormApproved) == (c == calc.ColApproved) &&
		r.item.Form != calc.FormFixed && r.item.Form != calc.FormEach {
		r.part(c, "", r.shows(c))
	}
}

// numberEqualKeys gives records of the same content a number behind their key, in
// their order.
func numberEqualKeys(records []calc.Record) {
	eachSameText(len(records), func(i int) string { return records[i].Key }, func(same []int) {
		key := records[same[0]].Key
		for n, i := range same[1:] {
			records[i].Key = key + "-" + strconv.Itoa(n+2)
		}
	})
}
