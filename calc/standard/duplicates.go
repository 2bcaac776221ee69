package standard

import (
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

// sameRecognition are the rows of one recognition.
type sameRecognition struct {
	first              []place             // the first record of each district
	byCertificate      map[[2]string]int   // district and certificate -> its first record
	withoutCertificate map[string]struct{} // districts whose first record states no certificate
}

type place struct {
	district string
	at       int
}

// findDuplicates finds the certification that is filed more than once: again in one
// district, or by two of them. Most stand alone, so only those whose hashes
// meet are looked at.
func (b *batch) findDuplicates() {
	n := len(b.records)
	eachCollision(n, n, func(i int, tell func(uint64)) {
		if k, ok := b.recognition(i); ok {
			tell(hashOf(k.item, k.level, k.party, k.subject) + uint64(k.year))
		}
	}, b.compareCollisions)
}

// compareCollisions compares records whose hashes meet, in the order of the records.
func (b *batch) compareCollisions(group []int) {
	seen := map[recognition]*sameRecognition{}
	var order []*sameRecognition
	for _, i := range group {
		k, _ := b.recognition(i)
		f := seen[k]
		if f == nil {
			f = &sameRecognition{byCertificate: map[[2]string]int{}, withoutCertificate: map[string]struct{}{}}
			seen[k] = f
			order = append(order, f)
		}
		b.addClaim(f, i)
	}
	for _, f := range order {
		b.crossDistrict(f.first)
	}
}

// recognition tells what a record claims; ok is false where its item or who
// holds it is not known.
func (b *batch) recognition(i int) (k recognition, ok bool) {
	r := &b.records[i]
	it, known := b.policy.Item(r.Item)
	if !known {
		return k, false
	}
	k = recognition{item: r.Item, level: r.Level, year: r.Recognised.Year, party: r.CreditCode}
	if k.party == "" {
		k.party = b.keys[i]
	}
	switch subject := subjectKey(r); {
	case it.Key == calc.KeySubject && subject != "":
		k.party = subject
	case it.Key == calc.KeyCompanySubject:
		k.subject = subject
	}
	return k, k.party != ""
}

// subjectKey is the subject's code, else its folded name.
func subjectKey(r *calc.Record) string {
	if r.SubjectCode != "" {
		return r.SubjectCode
	}
	return written.CompanyKey(r.Subject)
}

// addClaim adds a record to its recognition. In one district it is the same again
// where the certificate is the same or one of the two states none.
func (b *batch) addClaim(f *sameRecognition, i int) {
	district, paper := b.records[i].District, written.CompanyKey(b.records[i].Certificate)
	at := slices.IndexFunc(f.first, func(p place) bool { return p.district == district })
	key := [2]string{district, paper}
	same, again := f.byCertificate[key]
	switch _, bare := f.withoutCertificate[district]; {
	case at < 0:
		f.first = append(f.first, place{district, i})
		if paper == "" {
			f.withoutCertificate[district] = struct{}{}
		}
	case again:
		b.found(i, "record/same-district-twice", calc.ColCompany, b.records[same].Source.String())
		return
	case paper == "" || bare:
		delete(f.withoutCertificate, district)
		same = f.first[at].at
		b.found(i, "record/same-district-twice", calc.ColCompany, b.records[same].Source.String())
		f.byCertificate[key] = same
		return
	}
	f.byCertificate[key] = i
}

// crossDistrict tells each district of the other.
func (b *batch) crossDistrict(first []place) {
	if len(first) < 2 {
		return
	}
	for n, p := range first {
		other := first[0]
		if n == 0 {
			other = first[1]
		}
		b.found(p.at, "record/cross-district", calc.ColDistrict, other.name(), b.records[other.at].Source.String())
	}
}

func (p place) name() string {
	if p.district == "" {
		return "另一单位"
	}
	return p.district
}
