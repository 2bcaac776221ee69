package calc

// names tells companies, subjects and certificates of a batch apart and gives
// each a number.
type names struct {
	ids  map[named]int32
	code map[string]string // name key -> its one code; "" where it has several
}

// named is a text of one kind.
type named struct {
	kind byte
	text string
}

func newNames(b Batch) *names {
	n := &names{ids: make(map[named]int32, len(b.Records)), code: map[string]string{}}
	for i := range b.Records {
		n.learn(b.Records[i].Company, b.Records[i].CreditCode)
		n.learn(b.Records[i].Subject, b.Records[i].SubjectCode)
	}
	return n
}

// learn remembers which code goes with a name. A name with two codes is two
// bodies, so that it stands for neither.
func (n *names) learn(name, code string) {
	if name == "" || code == "" {
		return
	}
	key := CompanyKey(name)
	if old, ok := n.code[key]; ok && old != code {
		code = ""
	}
	n.code[key] = code
}

// company is the number of a body: by its code, or by its name where it has
// none and no code contradicts the name.
func (n *names) company(code, name string) int32 {
	if code != "" {
		return n.number('c', code)
	}
	key := CompanyKey(name)
	if known := n.code[key]; known != "" {
		return n.number('c', known)
	}
	return n.number('n', key)
}

// number is the number of a text of one kind; equal texts have equal numbers.
func (n *names) number(kind byte, text string) int32 {
	if text == "" {
		return 0
	}
	key := named{kind, text}
	id, ok := n.ids[key]
	if !ok {
		id = int32(len(n.ids) + 1)
		n.ids[key] = id
	}
	return id
}

func (n *names) fact(p *Policy, order map[string]int, r *Record) fact {
	f := fact{company: n.company(r.CreditCode, r.Company), rank: p.Rank(r.Level)}
	if r.Subject != "" || r.SubjectCode != "" {
		f.subject = n.company(r.SubjectCode, r.Subject)
	}
	f.paper = n.number('p', CompanyKey(r.Certificate))
	if i, ok := order[r.Item]; ok {
		f.item, f.order = &p.Items[i], i
		f.track, f.clause = n.number('t', f.item.Track), n.number('k', f.item.Clause)
		f.sentence = n.number('z', f.item.sentence(r.Level))
	}
	return f
}
