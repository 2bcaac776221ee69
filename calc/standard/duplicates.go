package standard

import (
	"cmp"
	"jiangbu/calc"
	"jiangbu/calc/written"
	"slices"
)

// recognition is what makes two rows one certification, but for the paper: the
// item and level, the year, and the body it is counted by.
type recognition struct {
	item, level, party, subject string
	year                        int
}

func (k recognition) hash() uint64 {
	return hashOf(k.item, k.level, k.party, k.subject) + uint64(k.year)
}

// filings are the records of one recognition that one district filed.
type filings struct {
	district string
	first    int
	bare     bool           // the first states no certificate, and none was taken for its own yet
	papers   map[string]int // certificate -> its first record
}

// findDuplicates finds the certification that is filed more than once: again in one
// district, or by two of them.
func (b *batch) findDuplicates() {
	eachSame(len(b.records), b.recognition, recognition.hash, func(same []int) {
		var districts []*filings
		for _, i := range same {
			r, paper := &b.records[i], written.CompanyKey(b.records[i].Certificate)
			at := slices.IndexFunc(districts, func(d *filings) bool { return d.district == r.District })
			if at < 0 {
				districts = append(districts, &filings{r.District, i, paper == "", map[string]int{paper: i}})
			} else {
				b.addFiling(districts[at], i, paper)
			}
		}
		b.crossDistrict(districts)
	})
}

// recognition tells what a record claims; ok is false where its item or who
// holds it is not known.
func (b *batch) recognition(i int) (k recognition, ok bool) {
	r := &b.records[i]
	it, known := b.policy.Item(r.Item)
	if !known {
		return k, false
	}
	k = recognition{item: r.Item, level: r.Level, year: r.Recognised.Year, party: b.company(i)}
	switch subject := subjectKey(r); {
	case it.Key == calc.KeySubject && subject != "":
		k.party = subject
	case it.Key == calc.KeyCompanySubject:
		k.subject = subject
	}
	return k, k.party != ""
}

// company is a record's credit code, else its name's key.
func (b *batch) company(i int) string { return cmp.Or(b.records[i].CreditCode, b.keys[i]) }

// subjectKey is the subject's code, else its folded name.
func subjectKey(r *calc.Record) string {
	if r.SubjectCode != "" {
		return r.SubjectCode
	}
	return written.CompanyKey(r.Subject)
}

// addFiling adds a record to those of its district. It is the same again where
// the certificate is the same or one of the two states none.
func (b *batch) addFiling(d *filings, i int, paper string) {
	same, again := d.papers[paper]
	if !again && (paper == "" || d.bare) {
		same, again, d.bare = d.first, true, false
	}
	if again {
		b.found(i, "record/same-district-twice", calc.ColCompany, b.records[same].Source.String())
	} else {
		same = i
	}
	d.papers[paper] = same
}

// crossDistrict tells each district of the other.
func (b *batch) crossDistrict(districts []*filings) {
	if len(districts) < 2 {
		return
	}
	for n, d := range districts {
		other := districts[0]
		if n == 0 {
			other = districts[1]
		}
		b.found(d.first, "record/cross-district", calc.ColDistrict, cmp.Or(other.district, "另一单位"),
			b.records[other.first].Source.String())
	}
}
