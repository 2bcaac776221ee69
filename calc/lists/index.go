package lists

import (
	"cmp"
	"strings"
	"unicode/utf8"

	"jiangbu/calc"
	"jiangbu/calc/written"
)

// body is somebody who may stand on a list: a firm of the register, a claimant,
// or both.
type body struct {
	code, name, district string
	firm                 *Firm // nil for a claimant that the register does not know
	records              []int
}

// index finds bodies by what identifies them. It holds every name once, so
// that a line is looked up and never compared with all.
type index struct {
	bodies []body
	code   map[string]int32
	name   map[string]int32 // by key; ambiguous where two bodies bear the name
	former map[string]int32
}

const ambiguous = -1

// newIndex takes up the firms of the register, then the claimants.
func newIndex(firms []Firm, records []calc.Record) *index {
	n := len(firms) + len(records)/2
	x := &index{bodies: make([]body, 0, n), code: make(map[string]int32, n), name: make(map[string]int32, n),
		former: map[string]int32{}}
	for i := range firms {
		x.addFirm(&firms[i])
	}
	for i := range records {
		x.addClaim(&records[i], i)
	}
	return x
}

func (x *index) addFirm(f *Firm) {
	id := int32(len(x.bodies))
	x.bodies = append(x.bodies, body{code: f.Code, name: f.Name, district: f.District, firm: f})
	learn(x.code, f.Code, id)
	learn(x.name, written.CompanyKey(f.Name), id)
	for _, old := range f.Former {
		learn(x.former, written.CompanyKey(old), id)
	}
}

// learn lets a code, or the key of a name, stand for a body; that of two stands
// for neither.
func learn(bodies map[string]int32, key string, id int32) {
	before, known := bodies[key]
	switch {
	case key == "":
	case known && before != id:
		bodies[key] = ambiguous
	default:
		bodies[key] = id
	}
}

// addClaim gives a claim to the body that makes it. A code that contradicts the
// register's makes another body of the same name.
func (x *index) addClaim(r *calc.Record, record int) {
	id, known := x.claimant(r)
	if !known {
		id = int32(len(x.bodies))
		x.bodies = append(x.bodies, body{code: r.CreditCode, name: r.Company, district: r.District})
		if r.CreditCode != "" {
			x.code[r.CreditCode] = id
		}
		learn(x.former, written.CompanyKey(r.FormerName), id)
	}
	b := &x.bodies[id]
	b.records = append(b.records, record)
	if b.firm == nil {
		learn(x.name, written.CompanyKey(r.Company), id) // also where one code stands under two names
	}
}

func (x *index) claimant(r *calc.Record) (id int32, known bool) {
	if id, known = x.code[r.CreditCode]; known && id != ambiguous {
		return id, true
	}
	id, known = x.name[written.CompanyKey(r.Company)]
	if !known || id == ambiguous {
		return 0, false
	}
	other := x.bodies[id].code
	return id, r.CreditCode == "" || other == "" || other == r.CreditCode
}

// How says what a line and a body have in common.
type How uint8

// The ways to match, the strongest first. ByParent is always for a person to
// decide, and Near is no match at all.
const (
	NoMatch How = iota
	ByCode
	ByName
	ByFormer   // the line bears a former name of the firm
	ByOldName  // the line gives, in brackets, the name that the register still has
	ByParent   // the line is a branch of the firm
	SeveralFit // two firms bear the name
	Near       // one character apart
)

// Evidence says it in Chinese.
func (h How) Evidence() string {
	return [...]string{"", "信用代码相同", "名称相同", "与曾用名相同", "名单括注的原名相同", "名单为其分支机构", "名录中有两个同名单位", "名称只差一字"}[h]
}

// find looks a line up, by the strongest means first.
func (x *index) find(line *Line) (id int32, how How) {
	if id, known := x.code[line.Code]; known && id != ambiguous {
		return id, ByCode
	}
	key := written.CompanyKey(line.Name)
	for _, t := range []struct {
		names map[string]int32
		key   string
		how   How
	}{{x.name, key, ByName}, {x.former, key, ByFormer}, {x.name, written.CompanyKey(line.Former), ByOldName}} {
		id, known := t.names[t.key]
		switch {
		case !known || t.key == "":
		case id == ambiguous:
			return 0, SeveralFit
		case !x.contradicts(id, line):
			return id, t.how
		}
	}
	if parent := parentOf(key); parent != "" {
		if id, known := x.name[parent]; known && id != ambiguous {
			return id, ByParent
		}
	}
	return 0, NoMatch
}

// contradicts tells whether both sides have a code and they differ: names are
// not asked then.
func (x *index) contradicts(id int32, line *Line) bool {
	code := x.bodies[id].code
	return line.Code != "" && code != "" && line.Code != code
}

// parentOf is the firm before the tail of a branch or site, 甲有限公司 of
// 甲有限公司二厂; "" where there is none.
func parentOf(key string) string {
	end := len(key)
	for _, form := range []string{"有限公司", "有限责任公司", "股份公司"} {
		if i := strings.Index(key, form); i > 0 {
			end = min(end, i+len(form))
		}
	}
	if end == len(key) {
		return ""
	}
	return key[:end]
}

// shortest is the length of the shortest name that is compared for nearness.
const shortest = 6

// near finds for each name that was not matched the one body that is one
// character apart. Names meet by what is left after dropping one character
// from either, so that nothing is compared with all.
func (x *index) near(keys []string) []int32 {
	wanted := make(map[uint64][]int32, 16*len(keys))
	found := make([]int32, len(keys))
	for i, k := range keys {
		found[i] = ambiguous
		if n := utf8.RuneCountInString(k); n >= shortest {
			written.DroppingHashes(k, n, func(h uint64) { wanted[h] = append(wanted[h], int32(i)) })
		}
	}
	if len(wanted) == 0 {
		return found
	}
	for key, id := range x.name {
		n := utf8.RuneCountInString(key)
		if id == ambiguous || n < shortest {
			continue
		}
		written.DroppingHashes(key, n, func(h uint64) {
			for _, i := range wanted[h] {
				if oneApart(key, keys[i]) && (found[i] == ambiguous || x.before(id, found[i])) {
					found[i] = id
				}
			}
		})
	}
	return found
}

// before orders bodies that are equally near, so that the map's order decides
// nothing.
func (x *index) before(a, b int32) bool {
	return cmp.Or(strings.Compare(x.bodies[a].name, x.bodies[b].name), cmp.Compare(a, b)) < 0
}

// oneApart tells whether one character is another, too many or missing.
func oneApart(x, y string) bool {
	a, b := written.Apart(x, y)
	return max(len(a), len(b)) == 1
}
