package calc

// batchIndex is what stays the same under every reading: who stands behind each
// record, and which records can compete at all.
type batchIndex struct {
	batch      Batch
	policy     *Policy
	who        *identity
	items      []int32            // by record: its item's place in the policy, -1 for none
	priors     map[int32][]*Prior // by company
	rulings    map[string]*Ruling // by key
	components grouping
	waived     bool // every held record is let in, to see what it would add
}

func newBatchIndex(b Batch) *batchIndex {
	n := newNames(b.Records)
	k := &batchIndex{batch: b, policy: b.Policy, who: n.identity(b.Records), items: b.Policy.itemsIn(b.Records),
		priors: map[int32][]*Prior{}, rulings: make(map[string]*Ruling, len(b.Rulings))}
	for i := range b.Prior {
		if id, ok := n.find(b.Prior[i].CreditCode, b.Prior[i].Company); ok {
			k.priors[id] = append(k.priors[id], &b.Prior[i])
		}
	}
	for i := range b.Rulings {
		k.rulings[b.Rulings[i].Key] = &b.Rulings[i]
	}
	k.components = k.findComponents()
	return k
}

// itemsIn finds the item of each record.
func (p *Policy) itemsIn(records []Record) []int32 {
	order := make(map[string]int32, len(p.Items))
	for i := range p.Items {
		order[p.Items[i].ID] = int32(i)
	}
	items := make([]int32, len(records))
	for i := range records {
		if n, ok := order[records[i].Item]; ok {
			items[i] = n
		} else {
			items[i] = -1
		}
	}
	return items
}

// findComponents puts together the records that can ever compete: those of one
// company, and those of one subject where an item counts by subject. Under no
// reading does a track or a cap reach beyond a component, so that each is
// decided by itself.
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
	for i, item := range k.items {
		if w := &k.who.of[i]; item >= 0 && k.policy.Items[item].Key == KeySubject && w.subject != 0 {
			head[find(w.subject)] = find(w.company)
		}
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
}

// candidate is record i, decided into d.
func (k *batchIndex) candidate(i int32, d *Decision) candidate {
	q := candidate{bodies: k.who.of[i], i: i, order: k.items[i], r: &k.batch.Records[i], d: d}
	if q.order >= 0 {
		q.it = &k.policy.Items[q.order]
	}
	return q
}
