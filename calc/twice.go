package calc

import (
	"cmp"
	"slices"
	"strconv"
)

// recognition is what makes two rows one certification, but for the paper: the
// item and level, the year, and the body it is counted by.
type recognition struct {
	item, level, party, subject string
	year                        int
}

// filed are the rows of one recognition.
type filed struct {
	first  []place             // the first record of each district
	papers map[[2]string]int   // district and certificate -> its first record
	bare   map[string]struct{} // districts whose first record states no certificate
}

type place struct {
	district string
	at       int
}

// twice finds the certification that is filed more than once: again in one
// district, or by two of them. Most stand alone, so they are sorted by a hash
// first and only those that meet are looked at.
func (b *crowd) twice() {
	type entry struct {
		hash uint64
		at   int
	}
	var entries []entry
	for i := range b.records {
		if k, ok := b.recognition(i); ok {
			entries = append(entries, entry{hash2(k.item+"\x00"+k.level+"\x00"+strconv.Itoa(k.year), k.party+"\x00"+k.subject), i})
		}
	}
	slices.SortFunc(entries, func(x, y entry) int { return cmp.Or(cmp.Compare(x.hash, y.hash), cmp.Compare(x.at, y.at)) })
	for from := 0; from < len(entries); {
		to := from + 1
		for to < len(entries) && entries[to].hash == entries[from].hash {
			to++
		}
		if to-from > 1 {
			var group []int
			for _, e := range entries[from:to] {
				group = append(group, e.at)
			}
			b.met(group)
		}
		from = to
	}
}

// met compares records whose hashes meet, in the order of the records.
func (b *crowd) met(group []int) {
	seen := map[recognition]*filed{}
	var order []*filed
	for _, i := range group {
		k, _ := b.recognition(i)
		f := seen[k]
		if f == nil {
			f = &filed{papers: map[[2]string]int{}, bare: map[string]struct{}{}}
			seen[k] = f
			order = append(order, f)
		}
		b.file(f, i)
	}
	for _, f := range order {
		b.crossDistrict(f.first)
	}
}

// recognition tells what a record claims; ok is false where its item or who
// holds it is not known.
func (b *crowd) recognition(i int) (k recognition, ok bool) {
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
	case it.Key == KeySubject && subject != "":
		k.party = subject
	case it.Key == KeyCompanySubject:
		k.subject = subject
	}
	return k, k.party != ""
}

// subjectKey is the subject's code, else its folded name.
func subjectKey(r *Record) string {
	if r.SubjectCode != "" {
		return r.SubjectCode
	}
	return CompanyKey(r.Subject)
}

// file adds a record to its recognition. In one district it is the same again
// where the certificate is the same or one of the two states none.
func (b *crowd) file(f *filed, i int) {
	district, paper := b.records[i].District, CompanyKey(b.records[i].Certificate)
	at := slices.IndexFunc(f.first, func(p place) bool { return p.district == district })
	key := [2]string{district, paper}
	same, again := f.papers[key]
	switch _, bare := f.bare[district]; {
	case at < 0:
		f.first = append(f.first, place{district, i})
		if paper == "" {
			f.bare[district] = struct{}{}
		}
	case again:
		b.found(i, "record/same-district-twice", ColCompany, b.records[same].Source.String())
		return
	case paper == "" || bare:
		delete(f.bare, district)
		same = f.first[at].at
		b.found(i, "record/same-district-twice", ColCompany, b.records[same].Source.String())
		f.papers[key] = same
		return
	}
	f.papers[key] = i
}

// crossDistrict tells each district of the other.
func (b *crowd) crossDistrict(first []place) {
	if len(first) < 2 {
		return
	}
	for n, p := range first {
		other := first[0]
		if n == 0 {
			other = first[1]
		}
		b.found(p.at, "record/cross-district", ColDistrict, other.name(), b.records[other.at].Source.String())
	}
}

func (p place) name() string {
	if p.district == "" {
		return "另一单位"
	}
	return p.district
}
