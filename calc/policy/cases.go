package policy

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"go.yaml.in/yaml/v4"

	"jiangbu/calc"
	"jiangbu/calc/money"
	"jiangbu/calc/written"
)

// Case is one sentence about what the policy decides: claims and what becomes
// of each.
type Case struct {
	Name      string
	Line      int
	Golden    string // the number of a case that was agreed beforehand: G12
	Year      int    // award year, 0: the policy's first
	Readings  calc.Readings
	Claims    []Claim
	Prior     []calc.Prior // Year 0: the year before; Company as in a claim
	Budget    *money.Yuan  // pay out of this, the same share for all
	Left      *money.Yuan  // expected to be left of the budget
	Total     *money.Yuan  // expected in all
	Districts []calc.Total // what a district is expected to get
	Findings  []string     // codes expected beyond those that hold a record, sorted
}

// Claim is one record of a case. A claim with Text goes through
// [calc.Standardise] as the row of a survey, its fields as typed; one with
// Item is a record already, and its fields are in standard form.
type Claim struct {
	Line    int
	Company string // a letter stands for a company of the city with a valid code
	// where the code matters: the whole, its first two characters, or the six digits of the registrar
	Code        string
	Text        string // 奖补事项 as a district writes it
	Item, Level string
	Fields      map[string]string // the other keys
	Expect      Expect
}

// Expect is what a case says becomes of a claim.
type Expect struct {
	Outcome calc.Outcome
	Reason  string
	Amount  money.Yuan
	Payee   string // "" where the case does not say
	By      int    // the claim that stands, from 1; 0 where the case does not say
}

// claimFields are the keys of a claim that fill a field of the record or, for
// a claim with text, a column of the row; a person's word on it fills none.
var claimFields = map[string]calc.Column{
	"district": calc.ColDistrict, "subject": calc.ColSubject, "subject_code": calc.ColSubjectCode,
	"nature":      calc.ColNature,
	"certificate": calc.ColCertificate, "document": calc.ColDocument, "body": calc.ColBody,
	"recognised": calc.ColRecognised,
	"label_year": calc.ColLabelYear, "valid_from": calc.ColValidFrom, "base": calc.ColBase,
	"approved": calc.ColApproved,
	"claimed":  calc.ColClaimed, "remark": calc.ColRemark, rulingField: calc.ColNone, ruledField: calc.ColNone,
}

// rulingField is a person's word on the claim, with ruled as its amount.
const rulingField, ruledField = "ruling", "ruled"

// LoadCases reads the cases that stand beside a policy. The name is used in
// messages only; the error lists every problem with its line.
func LoadCases(name string, data []byte) ([]Case, error) {
	l := &caseLoader{source: &source{name: name}, names: map[string]int{}}
	root, err := l.document(data)
	if err != nil {
		return nil, err
	}
	m := l.mapping(root, "the file", []Key{{Name: "cases", Needed: true}})
	cases := calc.Mapped(m.list("cases"), l.oneCase)
	if err := l.err(); err != nil {
		return nil, err
	}
	return cases, nil
}

type caseLoader struct {
	*source
	names map[string]int
}

func (l *caseLoader) oneCase(n *yaml.Node) Case {
	m := l.mapping(n, "a case", caseKeys)
	c := Case{Name: m.text("name"), Line: n.Line, Golden: m.text("golden"), Year: m.number("year"),
		Readings: calc.Readings{}}
	m.what = "case " + c.Name
	if first, ok := l.names[c.Name]; ok {
		l.fault(n.Line, "%s stands twice, first in line %d", m.what, first)
	}
	l.names[c.Name] = n.Line
	for _, p := range m.pairs("readings") {
		v, _ := l.scalar(p.value, "reading "+p.key.text)
		c.Readings[p.key.text] = v.text
	}
	c.Prior = calc.Mapped(m.list("prior"), l.paid)
	for _, n := range m.list("records") {
		c.Claims = append(c.Claims, l.claim(n, len(c.Claims)+1))
	}
	c.Budget, c.Left, c.Total = m.maybeYuan("budget"), m.maybeYuan("left"), m.maybeYuan("total")
	l.expectations(m, &c)
	return c
}

// expectations reads what the case says about the whole.
func (l *caseLoader) expectations(m mapping, c *Case) {
	if m.has("budget") != m.has("left") {
		l.fault(m.line, "%s needs budget and left together", m.what)
	}
	for _, p := range m.pairs("districts") {
		y := l.sum(p.value, p.key.text+" of "+m.name("districts").String())
		c.Districts = append(c.Districts, calc.Total{Name: p.key.text, Amount: y})
	}
	c.Findings = m.texts("findings")
	slices.Sort(c.Findings)
}

// maybeYuan is an amount that may be left out, and may be 0元.
func (m mapping) maybeYuan(key string) *money.Yuan {
	text := m.text(key)
	y, err := parseMaybe(text)
	if err != nil {
		m.fault(m.at(key), notMoney, m.name(key), text)
	}
	return y
}

func (l *caseLoader) paid(n *yaml.Node) calc.Prior {
	m := l.mapping(n, "a prior award", priorKeys)
	return calc.Prior{Year: m.number("year"), Company: m.text("company"), Item: m.text("item"), Level: m.text("level"),
		Subject: m.text("subject"), Certificate: m.text("certificate"), Amount: m.yuan("amount")}
}

func (l *caseLoader) claim(n *yaml.Node, number int) Claim {
	m := l.mapping(n, "record "+strconv.Itoa(number), claimKeys)
	c := Claim{Line: n.Line, Company: m.text("company"), Code: m.text("code"), Text: m.text("text"),
		Item:  m.text("item"),
		Level: m.text("level"), Fields: map[string]string{}}
	if (c.Text == "") == (c.Item == "") {
		l.fault(n.Line, "record %d needs either item (an id) or text (as a district writes it)", number)
	}
	for _, k := range claimKeys {
		if _, isField := claimFields[k.Name]; isField && m.has(k.Name) {
			c.Fields[k.Name] = m.text(k.Name)
		}
	}
	if c.Text == "" {
		l.standardForm(m, c)
	}
	if text := c.Fields[rulingField]; text != "" && text != "grant" && text != "refuse" {
		l.fault(m.at(rulingField), "ruling is %s; allowed: grant, refuse", text)
	}
	c.Expect = l.expect(m)
	return c
}

// standardForm checks the fields of a claim that does not pass through
// Standardise.
func (l *caseLoader) standardForm(m mapping, c Claim) {
	for _, key := range []string{"body", "remark"} {
		if m.has(key) {
			l.fault(m.at(key), "%s goes with text only", key)
		}
	}
	for _, key := range []string{"recognised", "valid_from"} {
		if _, err := parseDate(c.Fields[key]); err != nil {
			l.fault(m.at(key), "%s is %s; it must be a date such as 2023-05-12, 2023-05 or 2023", m.name(key),
				c.Fields[key])
		}
	}
	for _, key := range []string{"base", "approved", "claimed", ruledField} {
		if _, err := parseMaybe(c.Fields[key]); err != nil {
			l.fault(m.at(key), notMoney, m.name(key), c.Fields[key])
		}
	}
	m.number("label_year")
}

// parseDate reads a date as precise as it is written; "" is none.
func parseDate(text string) (written.Date, error) {
	if text == "" {
		return written.Date{}, nil
	}
	for _, rest := range []string{"", "-01", "-01-01"} {
		if d, err := written.ParseDay(text + rest); err == nil {
			if rest != "" {
				d.Day = 0
			}
			if rest == "-01-01" {
				d.Month = 0
			}
			return d, nil
		}
	}
	return written.Date{}, fmt.Errorf("%q is no date such as 2023-05-12, 2023-05 or 2023", text)
}

// parseMaybe reads an amount; "" is none.
func parseMaybe(text string) (*money.Yuan, error) {
	if text == "" {
		return nil, nil
	}
	y, err := money.ParseYuan(text)
	return &y, err
}

// expect reads "50万元", "superseded", "refused year", "held cell/date".
func (l *caseLoader) expect(m mapping) Expect {
	text := m.text("expect")
	e := Expect{Payee: m.text("payee"), By: m.number("by")}
	outcome, reason, _ := strings.Cut(text, " ")
	switch o := calc.Outcome(outcome); o {
	case "":
	case calc.Superseded, calc.Duplicate, calc.Capped:
		e.Outcome = o
	case calc.Refused, calc.Held:
		e.Outcome, e.Reason = o, strings.TrimSpace(reason)
		if e.Reason == "" {
			l.fault(m.at("expect"), "%s of what? write %s and the reason, such as refused year or held cell/date", text,
				text)
		}
	default:
		y, err := money.ParseYuan(text)
		if err != nil {
			l.fault(m.at("expect"),
				"expect is %s; allowed: an amount, superseded, duplicate, capped, refused REASON, held CODE", text)
		}
		e.Outcome, e.Amount = calc.Granted, y
	}
	return e
}
