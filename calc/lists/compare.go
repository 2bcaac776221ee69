package lists

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"jiangbu/calc"
	"jiangbu/calc/written"
)

// Question is what is held against each other. The lists must be whole, see
// [List.Fault]: no line is used of one that is not.
type Question struct {
	Policy    *calc.Policy
	AwardYear int
	Lists     []List
	Firms     []Firm // the register, nil for none
	Records   []calc.Record
}

// Compare finds for every line the firm that it means and the claim that
// answers it. The records are not changed, see [Comparison.Apply].
func Compare(q Question) *Comparison {
	c := &comparer{records: q.Records, Comparison: &Comparison{Lists: q.Lists, Register: len(q.Firms) > 0,
		policy: q.Policy, year: q.AwardYear,
		Elsewhere: make([]int, len(q.Lists)), Quiet: make([]int, len(q.Lists)), index: newIndex(q.Firms, q.Records)},
		hits: make([][]hit, len(q.Records)), claims: map[string][]int{}, city: strings.TrimSuffix(q.Policy.City, "市")}
	c.checkLists()
	c.indexClaims()
	c.lookUp()
	c.judgeRecords()
	c.judgeLines()
	slices.SortStableFunc(c.Entries, func(a, b Entry) int {
		return cmp.Or(cmp.Compare(a.State, b.State), cmp.Compare(a.List, b.List), cmp.Compare(a.Line, b.Line),
			cmp.Compare(a.Record, b.Record))
	})
	return c.Comparison
}

// comparer is a comparison under way.
type comparer struct {
	*Comparison
	records []calc.Record
	found   [][]lookup       // by list and line
	hits    [][]hit          // by record
	claims  map[string][]int // by [comparer.claimKey]
	city    string           // without 市
}

// lookup is who a line means.
type lookup struct {
	body int32
	how  How
	near int32 // the one body one character apart, -1 for none
	met  bool  // a claim answers it
}

// hit is a line that may answer a claim.
type hit struct {
	list, line int
	kind       hitKind
}

// hitKind tells how far a line and a claim of one item agree.
type hitKind uint8

const (
	sameLevel hitKind = iota
	otherLevel
	ofBranch
	ofSeveral
	nearly
)

// bySubject tells of items that are of a place and not of a firm: a park, a
// base. They are looked up by its name.
func (c *comparer) bySubject(item string) bool {
	it, known := c.policy.Item(item)
	return known && it.Key == calc.KeySubject
}

// claimKey is by what a claim, or a line, for an item is looked up: the name of
// the subject where it is of one, else that of the firm.
func (c *comparer) claimKey(item, subject, firm string) string {
	if !c.bySubject(item) || subject == "" {
		subject = firm
	}
	return item + "\x00" + written.CompanyKey(subject)
}

func (c *comparer) indexClaims() {
	for i := range c.records {
		r := &c.records[i]
		key := c.claimKey(r.Item, r.Subject, r.Company)
		c.claims[key] = append(c.claims[key], i)
	}
}

// lookUp finds who every line means, and the claims that it may answer.
func (c *comparer) lookUp() {
	c.found = make([][]lookup, len(c.Lists))
	var keys []string
	var at []*lookup
	for i := range c.Lists {
		l := &c.Lists[i]
		c.found[i] = make([]lookup, len(l.Lines))
		for k := range l.Lines {
			line, f := &l.Lines[k], &c.found[i][k]
			f.near = ambiguous
			if f.body, f.how = c.index.find(line); f.how == NoMatch && c.may(l, line) {
				keys, at = append(keys, written.CompanyKey(line.Name)), append(at, f)
			}
		}
	}
	for n, id := range c.index.near(keys) {
		at[n].near = id
	}
	for i := range c.Lists {
		for k := range c.Lists[i].Lines {
			c.matchLine(i, k)
		}
	}
}

// may tells whether a line can be of this city, as far as it, or the list, says
// where it is from: nothing, the province, the city, or one of its districts.
func (c *comparer) may(l *List, line *Line) bool {
	region := cmp.Or(line.Region, l.Region)
	return region == "" || c.ofCity(region) || strings.Contains(region, c.policy.Province)
}

// ofCity tells whether a region names the city or a district of it.
func (c *comparer) ofCity(region string) bool {
	return c.city != "" && strings.Contains(region, c.city) || slices.ContainsFunc(c.policy.Districts,
		func(d calc.District) bool { return strings.Contains(region, d.Name) })
}

// matchLine notes a line with the claims of its item that are of the same body.
func (c *comparer) matchLine(list, n int) {
	l := &c.Lists[list]
	line, f := &l.Lines[n], &c.found[list][n]
	if l.Item == "" {
		return
	}
	if c.bySubject(l.Item) {
		for _, r := range c.claims[c.claimKey(l.Item, line.Subject, line.Name)] {
			c.hit(r, hit{list, n, c.levels(l, line, r)})
		}
		return
	}
	id, kind := f.body, sameLevel
	switch f.how {
	case NoMatch:
		if f.near == ambiguous {
			return
		}
		id, kind = f.near, nearly
	case ByParent:
		kind = ofBranch
	}
	claims := c.index.bodies[id].records
	if f.how == SeveralFit {
		claims, kind = c.claims[c.claimKey(l.Item, "", line.Name)], ofSeveral
	}
	for _, r := range claims {
		if c.answers(l, line, r) {
			k := kind
			if k == sameLevel {
				k = c.levels(l, line, r)
			}
			c.hit(r, hit{list, n, k})
		}
	}
}

// answers tells whether a claim is of the list's item, and of the line's
// subject where both name one.
func (c *comparer) answers(l *List, line *Line, record int) bool {
	r := &c.records[record]
	return r.Item == l.Item && (line.Subject == "" || r.Subject == "" ||
		written.CompanyKey(line.Subject) == written.CompanyKey(r.Subject))
}

func (c *comparer) levels(l *List, line *Line, record int) hitKind {
	level, claimed := l.LevelOf(line), c.records[record].Level
	if level == "" || claimed == "" || level == claimed {
		return sameLevel
	}
	return otherLevel
}

func (c *comparer) hit(record int, h hit) {
	c.hits[record] = append(c.hits[record], h)
	if h.kind != otherLevel && h.kind != nearly {
		c.found[h.list][h.line].met = true
	}
}

// checkLists points out lists that are the same, names that stand in both, and
// lists that nobody confirmed.
func (c *comparer) checkLists() {
	type kind struct {
		item, level string
		nature      Nature
		year        int
	}
	first := map[kind]int{}
	for i := range c.Lists {
		l := &c.Lists[i]
		if !l.Confirmed {
			c.Findings.Add("list/unconfirmed", l.Ref, l.Name())
		}
		c.findRepeated(l)
		if l.Item == "" {
			continue
		}
		k := kind{l.Item, l.Level, l.Nature, l.Year()}
		if before, twice := first[k]; twice {
			c.Findings.Add("list/same", l.Ref, c.Lists[before].Name(), l.Name())
			c.findDoubled(&c.Lists[before], l)
		} else {
			first[k] = i
		}
	}
}

// maxNamed bounds the names that are pointed out of one list.
const maxNamed = 50

func (c *comparer) findDoubled(a, b *List) {
	seen := calc.Places(a.Lines, func(l Line) string { return written.CompanyKey(l.Name + l.Subject) })
	told := 0
	for i := range b.Lines {
		if line := &b.Lines[i]; seen[written.CompanyKey(line.Name+line.Subject)] > 0 && told < maxNamed {
			c.Findings.Add("list/doubled", line.Ref, line.Name, a.Name(), b.Name())
			told++
		}
	}
}

// findRepeated points out firms that stand on a list several times although it
// does not say what for.
func (c *comparer) findRepeated(l *List) {
	times := make(map[string]int, len(l.Lines))
	for i := range l.Lines {
		if line := &l.Lines[i]; line.Subject == "" {
			times[written.CompanyKey(line.Name)]++
		}
	}
	told := 0
	for i := range l.Lines {
		key := written.CompanyKey(l.Lines[i].Name)
		if n := times[key]; n > 1 && told < maxNamed {
			c.Findings.Add("list/repeated", l.Lines[i].Ref, l.Lines[i].Name, l.Name(), strconv.Itoa(n))
			times[key] = 0
			told++
		}
	}
}
