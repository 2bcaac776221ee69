package calc

import (
	"cmp"
	"slices"

	"jiangbu/calc/money"
	"jiangbu/calc/written"
)

// Policy is one document as data: everything that the law dates or a lawyer
// must sign. Package calc/policy loads it from YAML and refuses what
// contradicts itself.
type Policy struct {
	ID        string // "lyg-2024"
	Document  string // 文号
	Title     string
	City      string // 连云港市
	Province  string // 江苏, as national lists call it; "" where the file does not say
	Effective Period // 施行
	FirstYear int    // first and last award year
	LastYear  int
	CheckedOn written.Date // a person compared the file with the document

	Levels     []Level // low to high
	Clauses    []Clause
	Provisions []Provision // 其他事项
	Items      []Item
	NotCovered []NotCovered
	Natures    []Nature
	Districts  []District
	Eligible   Eligibility
	Readings   []Reading
	Conditions []Condition
	Issuers    []Issuer
	Words      Words
	Excluded   []Bar // kinds of exclusion (失信, 事故 …)
	Overlaps   []Bar // sources of awards made by others (上级, 县区)
	Shares     []CountyShare
}

// Period is a span of days, both ends included.
type Period struct{ From, To written.Date }

// Level is one step of recognition. Levels of one Rank are equals.
type Level struct {
	Name    string // 国家级
	Rank    int    // higher is higher
	Aliases []string
	Regions []string // names of regions that stand for the level where none is stated: 某省
}

// Clause is one numbered clause of the document.
type Clause struct {
	Number string // 一 … 十三
	Title  string
	Text   string // the sentence, verbatim
}

// Provision is one paragraph of the general provisions (其他事项), and the
// rules of deciding that rest on it.
type Provision struct {
	Number  string // 其他事项（一）
	Text    string // verbatim
	Governs []string
}

// The rules of deciding that a provision can govern.
const (
	GovernsYear    = "year"    // what was recognised the year before
	GovernsHighest = "highest" // 就高且不重复
	GovernsPersons = "persons" // who may be supported
	GovernsOutside = "outside" // who need not be of this city
	GovernsBudget  = "budget"
	GovernsLife    = "life"
)

// Form is how an amount comes about: a closed set.
type Form string

// The forms: a cap by level; an amount for each counted subject with a cap
// per company; the fee, at most the cap; a share of the base; the amount
// approved in the row.
const (
	FormFixed    Form = "fixed"
	FormEach     Form = "each"
	FormCost     Form = "cost"
	FormRate     Form = "rate"
	FormApproved Form = "approved"
)

// Key is what a track is counted by.
type Key string

// The keys: the company; the subject alone, whoever claims it (the company
// where none is given); the company and the subject.
const (
	KeyCompany        Key = "company"
	KeySubject        Key = "subject"
	KeyCompanySubject Key = "company-subject"
)

// Item is one 奖补事项.
type Item struct {
	ID        string
	Name      string
	Clause    string
	Sentence  string // the group of items that share one ceiling in the clause's text
	Form      Form
	Awards    []Award    // by level; a single one with Level "" where the item has none
	Cap       money.Yuan // per company and year: always for FormEach, where the text sets one for FormCost and FormRate
	Base      Base       // what a fee, a share and a floor start from
	Track     string     // 同一项目: the scope of 就高不重复
	Key       Key
	Counted   string     // what is counted, in words: 企业, 产品, 园区 …
	Payee     string     // who is paid, in words: 企业, 第三方机构, 管理机构 …
	Office    string     // 责任处室
	Implied   string     // the level where the name alone implies it
	Authority string     // the level of the authority that recognises it, where its awards are of another scale
	Beyond    money.Yuan // a fee or an approved sum above it is past belief; zero: no bound
	Outside   bool       // open to bodies registered elsewhere
	Allow     Allow      // legal forms let in here although doubtful elsewhere
	Bodies    []string   // words of which one must stand in 认定机构 where that is filled in
	Aliases   []string   // names, matched longest first after normalising
	Not       []string   // words that rule this item out
}

// Award is what one level pays. Amount is what is paid (fixed, each) or at most
// paid (cost); a share (rate) has Rate, and Ceiling where the text sets one for
// each thing counted.
type Award struct {
	Level    string
	Amount   money.Yuan
	Rate     money.Rate
	Ceiling  money.Yuan // of a share, for one record; nothing where there is none
	Floor    money.Yuan // the least base that is supported; nothing where there is none
	Sentence string     // the item's sentence at this level, where its levels stand in different ones
}

// Allow lists first-two-characters of credit codes and words in names that an
// item accepts beyond the general rule.
type Allow struct {
	Codes []string
	Names []string
}

// NotCovered is a thing that looks like an item and is none: it is refused,
// not asked about.
type NotCovered struct {
	Name    string
	Aliases []string
}

// NatureKind is what a nature means for the award.
type NatureKind string

// The kinds of nature.
const (
	NatureNew     NatureKind = "new"
	NatureRenewed NatureKind = "not-new"
	NatureRevoked NatureKind = "revoked"
)

// Nature is one word of 认定类型. The first of a policy stands for rows that
// state none.
type Nature struct {
	Name    string
	Kind    NatureKind
	Aliases []string
	Remark  bool // worth asking about where it stands in 备注 alone
}

// Condition is what the text asks for, or leaves to the office, and no column of
// a survey shows: the decisions take it to be so, and the report lists it once.
type Condition struct {
	Name   string // 重点用能企业
	Clause string
	Taken  string   // as what it is taken, in words
	Items  []string // ids it is about; none: all
}

// District is one 县区(板块), in the policy's order.
type District struct {
	Name    string
	Aliases []string
	Not     []string // words that contain an alias but mean another place
	Codes   []string // registrars (digits 3-8 of the credit code) of this district and of no other
}

// Eligibility is who may be supported at all.
type Eligibility struct {
	Local   []string // registrar prefixes (digits 3-8 of the credit code) of this city
	Persons []string // first two characters that prove a legal person of the right kind
	Refused []string // first two characters that are refused
	Doubt   []string // words in a name that leave a doubt
}

// Effect is the mechanism that a reading sets: a closed set.
type Effect string

// The effects, with the values each takes.
const (
	EffectScope Effect = "scope" // 就高 within: track, sentence, clause, company
	EffectCount Effect = "count" // the items count by: company, certificate
	EffectCap   Effect = "cap"   // the cap covers: products (its own item), joint (all items named)
	EffectPrior Effect = "prior" // an upgrade over an earlier award pays: full, difference, once
	EffectCost  Effect = "cost"  // a cost item pays: cost (the fee, at most the cap), flat (the cap)
	EffectPayee Effect = "payee" // paid to: employer, person
	EffectDate  Effect = "date"  // recognised when: document, label, valid-from
	EffectFirst Effect = "first" // a renewed certificate counts: first (no), any (as new)
	EffectEach  Effect = "each"  // a cost item's ceiling is of each: subject, payee
	EffectLife  Effect = "life"  // recognised before the policy was in force: year (counts), in-force (does not)

	EffectAuthority Effect = "authority" // an authority that an item lets in: pay, hold
)

// EffectValues lists the values of each effect, the default reading first.
var EffectValues = map[Effect][]string{
	EffectScope: {"track", "sentence", "clause", "company"},
	EffectCount: {"company", "certificate"},
	EffectCap:   {"products", "joint"},
	EffectPrior: {"full", "difference", "once"},
	EffectCost:  {"cost", "flat"},
	EffectPayee: {"employer", "person"},
	EffectDate:  {"document", "label", "valid-from"},
	EffectFirst: {"first", "any"},
	EffectEach:  {"subject", "payee"},
	EffectLife:  {"year", "in-force"},

	EffectAuthority: {"pay", "hold"},
}

// Reading is a choice that the text leaves open (口径).
type Reading struct {
	Name     string
	Question string
	Effect   Effect
	Items    []string // ids it is about; none: all
	Default  string
	Values   []ReadingValue // the default among them
}

// ReadingValue is one answer to a reading, and what it means.
type ReadingValue struct {
	Name    string
	Meaning string
}

// Issuer tells the level of a recognition by words of its document number or
// issuing body: 苏工信 is 省级.
type Issuer struct {
	Word  string
	Level string
}

// Readings are the answers in force, by name; a reading that is not set has
// its default.
type Readings map[string]string

// placeOf is the place in a list of the first that is meant, its length where none
// is.
func placeOf[T any](list []T, isMeant func(*T) bool) int {
	for i := range list {
		if isMeant(&list[i]) {
			return i
		}
	}
	return len(list)
}

// find is the first of a list that is meant.
func find[T any](list []T, isMeant func(*T) bool) (*T, bool) {
	if i := placeOf(list, isMeant); i < len(list) {
		return &list[i], true
	}
	return nil, false
}

// Item finds an item by id.
func (p *Policy) Item(id string) (*Item, bool) {
	return find(p.Items, func(it *Item) bool { return it.ID == id })
}

// ItemName is an item as the policy names it, "" where it has none of this id.
func (p *Policy) ItemName(id string) string {
	if it, ok := p.Item(id); ok {
		return it.Name
	}
	return ""
}

// Claimed is the item of a record as the policy names it, or what the row named.
func (p *Policy) Claimed(r *Record) string { return cmp.Or(p.ItemName(r.Item), r.NotCovered, r.Item) }

// DistrictNames are the districts in the policy's order.
func (p *Policy) DistrictNames() []string {
	return Mapped(p.Districts, func(d District) string { return d.Name })
}

// Clause finds a clause by number.
func (p *Policy) Clause(number string) (*Clause, bool) {
	return find(p.Clauses, func(c *Clause) bool { return c.Number == number })
}

// Governing is the number of the provision that a rule of deciding rests on,
// "" where the policy names none.
func (p *Policy) Governing(rule string) string {
	if v, ok := find(p.Provisions, func(v *Provision) bool { return slices.Contains(v.Governs, rule) }); ok {
		return v.Number
	}
	return ""
}

// Reading finds a reading by name.
func (p *Policy) Reading(name string) (*Reading, bool) {
	return find(p.Readings, func(r *Reading) bool { return r.Name == name })
}

// Meaning is what an answer to the reading means, "" where it has no such answer.
func (r *Reading) Meaning(answer string) string {
	if v, ok := find(r.Values, func(v *ReadingValue) bool { return v.Name == answer }); ok {
		return v.Meaning
	}
	return ""
}

// Rank is the rank of a level; the empty level ranks below all.
func (p *Policy) Rank(level string) int {
	if l, ok := find(p.Levels, func(l *Level) bool { return l.Name == level }); ok {
		return l.Rank
	}
	return -1
}

// Nature finds a nature by its standard name.
func (p *Policy) Nature(name string) (*Nature, bool) {
	return find(p.Natures, func(n *Nature) bool { return n.Name == name })
}

// Award is the amount of a level; ok is false where the item has none at that
// level.
func (it *Item) Award(level string) (amount money.Yuan, ok bool) {
	a := it.at(level)
	if a == nil {
		return money.Yuan{}, false
	}
	return a.Amount, true
}

// at is what the item pays at a level, nil where it pays nothing there.
func (it *Item) at(level string) *Award {
	a, _ := find(it.Awards, func(a *Award) bool { return a.Level == level })
	return a
}

// HasLevels tells whether the item distinguishes levels at all.
func (it *Item) HasLevels() bool {
	return len(it.Awards) > 0 && it.Awards[0].Level != ""
}

// ItemsUnder are the ids of a clause's items.
func (p *Policy) ItemsUnder(clause string) []string {
	var ids []string
	for i := range p.Items {
		if p.Items[i].Clause == clause {
			ids = append(ids, p.Items[i].ID)
		}
	}
	return ids
}
