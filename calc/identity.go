package calc

import (
	"hash/maphash"
	"jiangbu/calc/written"
	"maps"
	"slices"
)

// bodies are who stands behind a record, as numbers: equal numbers are equal
// bodies, 0 is none.
type bodies struct {
	company int32
	subject int32
	payee   int32 // the company by the code as it is written, else by the name
}

// identity says who is who in a batch.
type identity struct {
	of    []bodies // by record
	count int      // all numbers are below it
	seed  maphash.Seed
	mark  uint64 // of the records that were told apart

	ambiguous map[string][]int32     // names that stand for several codes, with a record of each
	former    map[int32][]formerName // by company: names that it bore, as its rows say
}

// formerName is a name that a company bore, as a key, and the record that says so.
type formerName struct {
	key string
	at  int32
}

// Payees numbers the companies of the records: two records have the same number
// where they have the same code or, without one, the same name, and all numbers
// are below count. What is added up by company needs no map of names.
func (r *Result) Payees() (of func(record int) int, count int) {
	who := r.identity()
	return func(i int) int { return int(who.of[i].payee) }, who.count
}

// identity is what Decide told apart, or is told apart anew where the result
// was made or changed by hand: a check must see the records as they are.
func (r *Result) identity() *identity {
	if r.who != nil && r.who.fits(r.Records) {
		return r.who
	}
	return newNames(r.Records).identity(r.Records)
}

func (w *identity) fits(records []Record) bool {
	return len(w.of) == len(records) && w.mark == markOfBodies(w.seed, records)
}

// markOfBodies is a hash of all that identities come from.
func markOfBodies(seed maphash.Seed, records []Record) uint64 {
	var h maphash.Hash
	h.SetSeed(seed)
	for i := range records {
		r := &records[i]
		for _, s := range [...]string{r.CreditCode, r.Company, r.SubjectCode, r.Subject} {
			h.WriteString(s)
			h.WriteByte(0)
		}
	}
	return h.Sum64()
}

// names tells the companies and subjects of a batch apart and gives each a
// number.
type names struct {
	of     []bodies
	codes  map[string]int32
	keys   map[string]int32 // by name key, of those that go by their names
	code   map[string]int32 // name key -> its one code, 0 where it has several
	holds  []bool           // by number of a code: it passes its check
	latest []string         // by number of a code: the name that was last learned with it
}

func newNames(records []Record) *names {
	some := len(records) / 2 // companies, to begin with
	n := &names{of: make([]bodies, len(records)), latest: make([]string, 1, 1+some), holds: make([]bool, 1, 1+some),
		codes: make(map[string]int32, some), keys: map[string]int32{}, code: make(map[string]int32, some)}
	for i := range records {
		r := &records[i]
		n.of[i].company = n.learn(r.Company, r.CreditCode, r.Findings.Worst() == "")
		n.of[i].subject = n.learn("", r.SubjectCode, false)
	}
	for i := range records {
		n.complete(&n.of[i], &records[i])
	}
	return n
}

// learn numbers a code and remembers which code goes with a name. A name with
// two codes is two bodies, so that it stands for neither. A code that does not
// hold is nobody's, and neither it nor a record with an error teaches anything:
// a slip of the pen must not move another record.
func (n *names) learn(name, code string, teaches bool) int32 {
	id := n.number(n.codes, code)
	if int(id) == len(n.holds) { // a code that was not met before
		n.holds = append(n.holds, id > 0 && written.IsCreditCode(code))
	}
	if !n.holds[id] {
		return 0
	}
	if !teaches || name == "" || n.latest[id] == name {
		return id
	}
	n.latest[id] = name
	key := written.CompanyKey(name)
	if old, ok := n.code[key]; ok && old != id {
		n.code[key] = 0
	} else {
		n.code[key] = id
	}
	return id
}

// complete numbers what has no code that holds, once all codes are known. A
// record whose code does not hold goes by its name, should a person let it in;
// as a payee it goes by what is written.
func (n *names) complete(w *bodies, r *Record) {
	if w.payee = w.company; w.company == 0 {
		w.company, w.payee = n.byName(r.Company)
		if r.CreditCode != "" {
			w.payee = n.codes[r.CreditCode]
		}
	}
	if w.subject == 0 && r.Subject != "" {
		w.subject = n.number(n.keys, written.CompanyKey(r.Subject)) // see joinSubjects
	}
}

// byName is the number of a body that has no code: by the one code that goes
// with its name, else by the name. As a payee it goes by its name in any case.
func (n *names) byName(name string) (body, payee int32) {
	key := written.CompanyKey(name)
	payee, isCode := n.codes[key]
	if !isCode {
		payee = n.number(n.keys, key)
	}
	if known := n.code[key]; known != 0 {
		return known, payee
	}
	return n.number(n.keys, key), payee
}

// number is the number of a text; equal texts have equal numbers.
func (n *names) number(of map[string]int32, text string) int32 {
	if text == "" {
		return 0
	}
	id, ok := of[text]
	if !ok {
		id = int32(len(n.latest))
		of[text] = id
		n.latest = append(n.latest, "")
	}
	return id
}

// identity is what is kept of the names.
func (n *names) identity(records []Record) *identity {
	seed := maphash.MakeSeed()
	return &identity{of: n.of, count: len(n.latest), seed: seed, mark: markOfBodies(seed, records)}
}

// findFormer finds, for telling earlier awards, the former names of each company.
func (w *identity) findFormer(records []Record) {
	w.former = map[int32][]formerName{}
	for i := range records {
		key, company := written.CompanyKey(records[i].FormerName), w.of[i].company
		if key != "" && company != 0 {
			w.former[company] = append(w.former[company], formerName{key, int32(i)})
		}
	}
}

// findAmbiguous finds, for telling earlier awards, the names that stand for
// several codes, each with a record of every code.
func (w *identity) findAmbiguous(records []Record) {
	w.ambiguous = map[string][]int32{}
	for i := range records {
		if !written.IsCreditCode(records[i].CreditCode) {
			continue
		}
		name := written.CompanyKey(records[i].Company)
		known := w.ambiguous[name]
		if name != "" && !slices.ContainsFunc(known, func(n int32) bool { return w.of[n].company == w.of[i].company }) {
			w.ambiguous[name] = append(known, int32(i))
		}
	}
	maps.DeleteFunc(w.ambiguous, func(_ string, at []int32) bool { return len(at) == 1 })
}
