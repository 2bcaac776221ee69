package lists

import (
	"cmp"
	"slices"
	"strings"

	"jiangbu/calc"
	"jiangbu/calc/written"
)

// verdict is what the lines say about one claim: the best line of each kind.
type verdict struct {
	removed, current, renewed, older, proposed, level, branch, several, near *hit
}

// judgeRecords gives each claim that a list is about its state.
func (c *comparer) judgeRecords() {
	for i := range c.records {
		r := &c.records[i]
		if r.Item == "" {
			continue
		}
		v := c.sortHits(i)
		e, ok := c.stateOf(i, v)
		if !ok {
			continue
		}
		e.Company, e.Code, e.District = r.Company, r.CreditCode, r.District
		c.Entries = append(c.Entries, e)
		if e.List >= 0 && e.State == Differs {
			c.found[e.List][e.Line].met = true
		}
	}
}

// sortHits sorts the hits of a claim. A confirmed list counts before one that is
// not, a later document before an earlier.
func (c *comparer) sortHits(record int) (v verdict) {
	for n := range c.hits[record] {
		h := &c.hits[record][n]
		l := &c.Lists[h.list]
		to, nature := &v.near, l.NatureOf(&l.Lines[h.line])
		switch {
		case h.kind == nearly:
		case h.kind == ofBranch:
			to = &v.branch
		case h.kind == ofSeveral:
			to = &v.several
		case nature == Removed:
			to = &v.removed
		case nature == Proposed:
			to = &v.proposed
		case nature != New:
			to = &v.renewed
		case h.kind == otherLevel:
			if c.found[h.list][h.line].met {
				continue // another claim answers it at its level
			}
			to = &v.level
		case l.Year() == c.year-1:
			to = &v.current
		default:
			to = &v.older
		}
		if *to == nil || c.before(h, *to) {
			*to = h
		}
	}
	return v
}

func (c *comparer) before(a, b *hit) bool {
	x, y := &c.Lists[a.list], &c.Lists[b.list]
	if x.Decides() != y.Decides() {
		return x.Decides()
	}
	return x.Date.Compare(y.Date) > 0
}

// stateOf is the state of one claim; ok is false where no list is about it.
func (c *comparer) stateOf(record int, v verdict) (e Entry, ok bool) {
	r := &c.records[record]
	n, known := c.policy.Nature(r.Nature)
	isNew := !known || n.Kind == calc.NatureNew
	switch {
	case v.removed != nil && (v.current == nil || c.before(v.removed, v.current)):
		return c.entry(WasRemoved, record, v.removed).says("list/removed", r.At(calc.ColCompany), c.name(v.removed),
			c.place(v.removed), r.Company), true
	case !isNew && v.renewed != nil:
		return c.entry(Agreed, record, v.renewed).note("申报亦为" + r.Nature), true
	case !isNew:
		return e, false
	case v.current != nil:
		return c.agreed(record, v.current), true
	case v.renewed != nil:
		nature := string(c.Lists[v.renewed.list].NatureOf(c.line(v.renewed)))
		return c.entry(Renewal, record, v.renewed).says("list/renewal", r.At(calc.ColNature), c.name(v.renewed),
			c.place(v.renewed), r.Company, nature), true
	case v.older != nil:
		l := &c.Lists[v.older.list]
		if r.Recognised.Year == l.Year() {
			return c.entry(Agreed, record, v.older).note("往年名单"), true
		}
		return c.entry(Differs, record, v.older).says("list/year-differs", r.At(calc.ColRecognised),
			cmp.Or(r.Recognised.String(), "（未填写）"), l.Name(), l.Date.String()), true
	case v.level != nil:
		l := &c.Lists[v.level.list]
		return c.entry(Differs, record, v.level).says("list/level-differs", r.At(calc.ColLevel), r.Level, l.Name(),
			c.place(v.level), l.LevelOf(c.line(v.level))), true
	case v.branch != nil:
		return c.entry(Branch, record, v.branch).says("list/branch", r.At(calc.ColCompany), c.name(v.branch),
			c.place(v.branch), c.line(v.branch).Name, r.Company), true
	case v.several != nil:
		return c.entry(NameDoubt, record, v.several).says("list/several", r.At(calc.ColCompany), c.name(v.several),
			c.place(v.several), c.line(v.several).Name), true
	}
	return c.unlisted(record, v)
}

// unlisted is the state of a claim that no list bears out.
func (c *comparer) unlisted(record int, v verdict) (e Entry, ok bool) {
	r := &c.records[record]
	asked := c.complete(r)
	absent := func(e Entry) Entry {
		e.Decides = true
		return e.says("list/absent", r.At(calc.ColCompany), strings.Join(asked, "、"), cmp.Or(r.Subject, r.Company))
	}
	switch {
	case v.near != nil:
		e = c.entry(NameDoubt, record, v.near).says("list/near-name", r.At(calc.ColCompany), r.Company,
			c.name(v.near), c.place(v.near), c.line(v.near).Name)
		e.How = Near
		if len(asked) > 0 {
			e = absent(e)
		}
		c.found[v.near.list][v.near.line].met = true
		return e, true
	case v.proposed != nil && len(asked) == 0:
		return c.entry(Agreed, record, v.proposed).note("仅见于公示名单，不作依据"), true
	case len(asked) > 0:
		return absent(Entry{State: Absent, List: -1, Record: record}), true
	}
	return e, false
}

// complete are the names of the lists on which a claim would have to stand.
func (c *comparer) complete(r *calc.Record) []string {
	if y := r.Recognised; y.Month != 0 && y.Year != c.year-1 {
		return nil // of another year, which the rules see to
	}
	var names []string
	for i := range c.Lists {
		l := &c.Lists[i]
		if l.Decides() && l.Whole && l.Nature == New && l.Item == r.Item && l.Year() == c.year-1 && l.covers(r.Level) {
			names = append(names, l.Name())
		}
	}
	return names
}

// covers tells whether a list recognises a level.
func (l *List) covers(level string) bool {
	return l.Level == level ||
		level != "" && slices.ContainsFunc(l.Lines, func(line Line) bool { return line.Level == level })
}

// agreed is the state of a claim that a list of the year bears out: what the
// two say of document and date is compared.
func (c *comparer) agreed(record int, h *hit) Entry {
	r, l := &c.records[record], &c.Lists[h.list]
	e := c.entry(Agreed, record, h)
	d := r.Recognised
	if l.Date.IsZero() {
		return e
	}
	e.fill = d.Year != 0 && d.Month == 0
	switch {
	case e.fill:
		e = e.note("申报只写" + d.String() + "年，按成文日期" + l.Date.String())
	case d.Year != 0 && d.Year != l.Date.Year:
		e.State = Differs
		return e.says("list/year-differs", r.At(calc.ColRecognised), d.String(), l.Name(), l.Date.String())
	case d.Year != 0 && d != l.Date && (d.Month != l.Date.Month || d.Day != 0 && l.Date.Day != 0):
		e.State = Differs
		e = e.says("list/document-differs", r.At(calc.ColRecognised), "认定日期", d.String(), l.Name(), l.Date.String())
	}
	if l.Document != "" && r.Document != "" && written.Fold(l.Document) != written.Fold(r.Document) {
		e.State = Differs
		e = e.says("list/document-differs", r.At(calc.ColDocument), "文号", r.Document, l.Name(), l.Document)
	}
	return e
}

// entry is an entry for a hit.
func (c *comparer) entry(s State, record int, h *hit) Entry {
	f := &c.found[h.list][h.line]
	e := Entry{State: s, List: h.list, Line: h.line, Record: record, How: f.how, Decides: c.Lists[h.list].Decides(),
		body: f.body}
	e.Note = f.how.Evidence()
	if record >= 0 && c.bySubject(c.Lists[h.list].Item) {
		e.How, e.Note = ByName, ByName.Evidence()
	}
	return e
}

// says adds a finding, whose message is the note.
func (e Entry) says(code calc.Code, at calc.Ref, args ...string) Entry {
	f := calc.Found(code, at, args...)
	e.finding = append(e.finding, f)
	return e.note(f.Message())
}

// note adds to the words of an entry.
func (e Entry) note(text string) Entry {
	if e.Note != "" {
		text = e.Note + "；" + text
	}
	e.Note = text
	return e
}

func (c *comparer) line(h *hit) *Line   { return &c.Lists[h.list].Lines[h.line] }
func (c *comparer) name(h *hit) string  { return c.Lists[h.list].Name() }
func (c *comparer) place(h *hit) string { return c.Lists[h.list].Place(c.line(h)) }

// judgeLines looks at the lines that no claim answers.
func (c *comparer) judgeLines() {
	for i := range c.Lists {
		l := &c.Lists[i]
		for k := range l.Lines {
			if c.found[i][k].met {
				continue
			}
			if l.Item == "" || l.NatureOf(&l.Lines[k]) != New || l.Year() != c.year-1 || !c.awarded(l, &l.Lines[k]) {
				c.Quiet[i]++
				continue
			}
			c.judgeLine(i, k)
		}
	}
}

// awarded tells whether the policy awards what a line recognises.
func (c *comparer) awarded(l *List, line *Line) bool {
	it, known := c.policy.Item(l.Item)
	if !known {
		return false
	}
	_, ok := it.Award(l.LevelOf(line))
	return ok || !it.HasLevels() || l.LevelOf(line) == ""
}

// judgeLine is a line of the year that nobody claimed.
func (c *comparer) judgeLine(list, n int) {
	l := &c.Lists[list]
	line, f := &l.Lines[n], &c.found[list][n]
	e := c.entry(NotReported, -1, &hit{list: list, line: n})
	switch f.how {
	case NoMatch:
		if !c.unknown(&e, line, f) {
			c.Elsewhere[list]++
			return
		}
	case SeveralFit:
		e.State = NameDoubt
	case ByParent:
		e.State = Branch
		e = e.of(&c.index.bodies[f.body]).note("法人为“" + c.index.bodies[f.body].name + "”，是否具有法人资格须核实")
	default:
		e = e.of(&c.index.bodies[f.body])
		if f.how != ByCode && !c.may(l, line) {
			e.State = NameDoubt
			e = e.note("但名单所在地为“" + cmp.Or(line.Region, l.Region) + "”")
		}
	}
	if e.State == NotReported && e.Decides {
		c.Findings.Add("list/not-reported", line.Ref, e.Company, l.Name(), l.Place(line))
	}
	c.Entries = append(c.Entries, e)
}

// of gives an entry the firm that it is about.
func (e Entry) of(b *body) Entry {
	e.Company, e.Code, e.District = b.name, b.code, b.district
	if b.firm.ended() != "" {
		e = e.note("登记状态为" + b.firm.State)
	}
	return e
}

// unknown gives its state to a line that nobody bears the name of; false where
// nothing speaks for this city.
func (c *comparer) unknown(e *Entry, line *Line, f *lookup) bool {
	bySubject := c.bySubject(c.Lists[e.List].Item)
	switch {
	case c.ofCity(line.Region):
		e.Note = "名单所在地为“" + line.Region + "”"
	case c.may(&c.Lists[e.List], line) && c.city != "" && strings.Contains(line.Name+line.Subject, c.city):
		e.Note = "名称中有“" + c.city + "”"
	case f.near != ambiguous:
		e.State, e.How = NameDoubt, Near
		*e = e.of(&c.index.bodies[f.near]).note("与“" + c.index.bodies[f.near].name + "”只差一字，未作对应")
		return true
	default:
		return false
	}
	if bySubject {
		e.State, e.Company = NotReported, cmp.Or(line.Subject, line.Name)
		e.body = ambiguous
		return true
	}
	e.State = NameDoubt
	if c.Register {
		*e = e.note("名录中没有这个单位")
	} else {
		*e = e.note("没有企业名录，无法对应")
	}
	if f.near != ambiguous {
		*e = e.note("与“" + c.index.bodies[f.near].name + "”只差一字，未作对应")
	}
	return true
}
