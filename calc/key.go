package calc

import (
	"crypto/sha256"
	"encoding/hex"
	"strconv"
)

// keyColumns are the columns whose content a record's key stands for, beside
// district, company and item. The sender's own claim and the serial number are
// not among them: they change nothing in the decision.
var keyColumns = []Column{ColLevel, ColSubject, ColSubjectDistrict, ColCertificate, ColDocument, ColBody, ColLabelYear, ColRemark}

// key names what the row says: 16 hexadecimal digits over its content as read,
// so that the same certification keeps its key in another file, sheet or row,
// or with another format, and a corrected one gets a new key. What was not
// understood counts as it was written.
func (r *rowReader) key() string {
	rec := r.rec
	r.buf = r.buf[:0]
	r.part(ColDistrict, rec.District, r.cell(ColDistrict).Text)
	r.part(ColCompany, r.companyKey, "")
	r.part(ColCompany, r.fold(rec.FormerName), "")
	r.part(ColCreditCode, "", foldCode(r.cell(ColCreditCode).Text))
	r.part(ColSubjectCode, "", foldCode(r.cell(ColSubjectCode).Text))
	r.part(ColItem, "", r.shownText(r.itemCell.Text))
	r.part(ColNature, rec.Nature, r.cell(ColNature).Text)
	r.part(ColRecognised, rec.Recognised.String(), r.cell(ColRecognised).Text)
	r.part(ColValidFrom, rec.ValidFrom.String(), r.cell(ColValidFrom).Text)
	r.money(ColBase, rec.Base)
	r.money(ColApproved, rec.Approved)
	for _, c := range keyColumns {
		r.part(c, "", r.shownText(r.cell(c).Text))
	}
	sum := sha256.Sum256(r.buf)
	return hex.EncodeToString(sum[:8])
}

// part adds one column: as understood, else as written.
func (r *rowReader) part(c Column, read, raw string) {
	if read == "" && raw != "" {
		read = r.fold(raw)
	}
	if read != "" {
		r.buf = append(r.buf, byte(c))
		r.buf = append(r.buf, read...)
		r.buf = append(r.buf, 0)
	}
}

func (r *rowReader) money(c Column, y *Yuan) {
	if y != nil {
		r.part(c, y.String(), "")
		return
	}
	if r.item != nil && (r.item.Form == FormApproved) == (c == ColApproved) && r.item.Form != FormFixed && r.item.Form != FormEach {
		r.part(c, "", r.shownText(r.cell(c).Text))
	}
}

// tellApart gives records of the same content a number behind their key, in
// their order.
func tellApart(records []Record) {
	seen := make(map[string]int, len(records))
	for i := range records {
		key := records[i].Key
		seen[key]++
		if n := seen[key]; n > 1 {
			records[i].Key = key + "-" + strconv.Itoa(n)
		}
	}
}
