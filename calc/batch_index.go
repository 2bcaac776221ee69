package calc

import "slices"

// batchIndex is what stays the same under every reading: who stands behind each
// record, and which records can compete at all.
type batchIndex struct {
	batch       Batch
	policy      *Policy
	who         *identity
	items       []int32  // by record: its item's place in the policy, -1 for none
	places      []string // that stand before the name of a subject
	numbers     []string // by record: of its certificate, "" for none
	contestable []bool   // by record: it may be one with another
	priors      priorIndex
	rulings     map[string]*Ruling // by key
	components  grouping
	codesByName bool // some record has its code by its name
	waived      bool // every held record is let in, to see what it would add
}

func newBatchIndex(b Batch) *batchIndex {
	k := indexRecords(b, newNames(b.Records).identity(b.Records))
	if len(b.Prior) > 0 {
		k.who.findAmbiguous(b.Records)
		k.who.findFormer(b.Records)
		k.indexPriors(b.Prior)
	}
	k.rulings = ByKey(b.Rulings, func(r *Ruling) string { return r.Key })
	k.components = k.findComponents()
	return k
}

// indexRecords is the index of the records alone.
func indexRecords(b Batch, who *identity) *batchIndex {
	k := &batchIndex{batch: b, policy: b.Policy, who: who, items: b.Policy.itemsIn(b.Records),
		places:  b.Policy.placesBefore(),
		numbers: make([]string, len(b.Records))}
	EachPart(len(b.Records), leastIndexed, func(from, to int) {
		for i := from; i < to; i++ {
			k.numbers[i] = certificateNumber(b.Records[i].Certificate, b.Records[i].Document)
		}
	})
	k.codesByName = slices.ContainsFunc(b.Records, func(r Record) bool { return r.CodeByName })
	return k
}

// leastIndexed is how many records are worth a processor of their own.
const leastIndexed = 1 << 12

// itemsIn finds the item of each record.
func (p *Policy) itemsIn(records []Record) []int32 {
	order := make(map[string]int32, len(p.Items))
	for i := range p.Items {
		order[p.Items[i].ID] = int32(i)
	}
	items := make([]int32, len(records))
	for i := range records {
		n, ok := order[records[i].Item]
		if !ok {
			n = -1
		}
		items[i] = n
	}
	return items
}

// findComponents puts together the records that can ever compete or contradict
// each other: those of one company, those of one subject where an item counts by
// subject, and those whose claims may be one recognition. Under no reading does
// a track or a cap reach beyond a component, so that each is decided by itself.
func (k *batchIndex) findComponents() grouping {
	head := make([]int32, k.who.count) // towards the body that a component goes by
	for i := range head {
		head[i] = int32(i)
	}
	find := func(n int32) int32 {
		for head[n] != n {
			head[n] = head[head[n]]
			n = head[n]
		}
		return n
	}
	k.contestable = make([]bool, len(k.items))
	meet := map[uint64]int{} // a claim's hash -> the first record that makes it
	for i, item := range k.items {
		w := &k.who.of[i]
		if item >= 0 && k.policy.Items[item].Key == KeySubject && w.subject != 0 {
			head[find(w.subject)] = find(w.company)
		}
		k.claimWays(i, func(_ claimWay, hash uint64) {
			first, ok := meet[hash]
			if !ok {
				meet[hash] = i
				return
			}
			k.contestable[first], k.contestable[i] = true, true
			head[find(k.who.of[first].company)] = find(w.company)
		})
	}
	of := make([]int32, len(k.items))
	for i := range of {
		of[i] = find(k.who.of[i].company)
	}
	return groupBy(of, len(head))
}

// record is the i-th record.
func (k *batchIndex) record(i int) *Record { return &k.batch.Records[i] }

// candidate is one record while it is decided.
type candidate struct {
	bodies
	i     int32 // the record
	order int32 // of its item in the policy
	r     *Record
	it    *Item // nil where the policy has none
	d     *Decision
	track track
	by    *candidate // the candidate that it lost to, nil for none

	number    string       // of the certificate, "" for none that tells pieces apart
	numbered  []*candidate // the pieces of its name that its number is from, where its row states none
	mayBe     []*candidate // the pieces of its name, where they have several numbers and its row states none
	contested Findings     // why it may be one recognition with others
	unvouched bool         // its code was taken from rows that are held
}

// candidate is record i, decided into d.
func (k *batchIndex) candidate(i int32, d *Decision) candidate {
	q := candidate{bodies: k.who.of[i], i: i, order: k.items[i], r: &k.batch.Records[i], d: d, number: k.numbers[i]}
	if q.order >= 0 {
		q.it = &k.policy.Items[q.order]
	}
	return q
}
