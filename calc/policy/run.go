package policy

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"jiangbu/calc"
	"jiangbu/calc/money"
	"jiangbu/calc/standard"
)

// Failure is a case that is not decided as written.
type Failure struct {
	Case string
	Fault
}

// String is the failure on one line; the caller puts the file's name before
// it.
func (f Failure) String() string { return fmt.Sprintf("%d: %s: %s", f.Line, f.Case, f.words(english)) }

// Chinese is String in Chinese.
func (f Failure) Chinese() string { return fmt.Sprintf("%d: %s: %s", f.Line, f.Case, f.words(chinese)) }

// RunCases decides every case by the policy and lists what differs. A case
// that fails does not stop the others. No failure means that every case is
// decided as written.
func RunCases(p *calc.Policy, cases []Case) []Failure {
	r := &runner{policy: p}
	for i := range cases {
		r.run(&cases[i])
	}
	return r.failures
}

type runner struct {
	policy   *calc.Policy
	failures []Failure
}

func (r *runner) fail(c *Case, line int, format string, args ...any) {
	r.failures = append(r.failures, Failure{c.Name, Fault{Line: line, format: format, args: args}})
}

// run decides one case.
func (r *runner) run(c *Case) {
	before := len(r.failures)
	r.known(c)
	if len(r.failures) > before {
		return
	}
	b := r.batch(c)
	result := calc.Decide(b)
	if err := calc.Audit(result); err != nil {
		r.fail(c, c.Line, "audit: %v", err)
	}
	var left money.Yuan
	if c.Budget != nil {
		limits := []calc.BudgetLimit{{Scope: calc.ScopeTotal, Limit: *c.Budget}}
		if _, err := calc.Prorate(result, limits, money.YuanOf(100), nil); err != nil {
			r.fail(c, c.Line, "prorate: %v", err)
		}
		left = c.Budget.Sub(result.Totals.Amount)
	}
	for i := range c.Claims {
		r.compare(c, &c.Claims[i], result, i)
	}
	r.compareTotals(c, result, left)
}

// known checks that the case speaks of things that the policy has.
func (r *runner) known(c *Case) {
	for name, value := range c.Readings {
		rd, ok := r.policy.Reading(name)
		if !ok || !slices.ContainsFunc(rd.Values, func(v calc.ReadingValue) bool { return v.Name == value }) {
			r.fail(c, c.Line, "the policy has no reading %s with the value %s", name, value)
		}
	}
	for i := range c.Claims {
		if cl := &c.Claims[i]; cl.Item != "" {
			r.knownItem(c, cl.Line, cl.Item, cl.Level)
		}
	}
	for _, p := range c.Prior {
		r.knownItem(c, c.Line, p.Item, p.Level)
	}
}

func (r *runner) knownItem(c *Case, line int, item, level string) {
	if _, ok := r.policy.Item(item); !ok {
		r.fail(c, line, "the policy has no item %s", item)
	}
	if level != "" && r.policy.Rank(level) < 0 {
		r.fail(c, line, "the policy has no level %s", level)
	}
}

// batch makes the case's claims into what is decided.
func (r *runner) batch(c *Case) calc.Batch {
	b := calc.Batch{Policy: r.policy, AwardYear: cmp.Or(c.Year, r.policy.FirstYear), Readings: c.Readings,
		Inputs: []calc.Input{{File: caseFile, Status: calc.InputRead, Rows: len(c.Claims)}}}
	b.Records, b.Findings = r.records(c, b.AwardYear)
	for _, p := range c.Prior {
		p.Year, p.CreditCode = cmp.Or(p.Year, b.AwardYear-1), r.code(p.Company, "")
		p.Company = companyName(p.Company)
		b.Prior = append(b.Prior, p)
	}
	b.Rulings = rulings(c, b)
	return b
}

// rulings are a person's words on what the claims show without them.
func rulings(c *Case, b calc.Batch) []calc.Ruling {
	var list []calc.Ruling
	var before *calc.Result
	for i := range c.Claims {
		f := c.Claims[i].Fields
		if f[rulingField] == "" {
			continue
		}
		if before == nil {
			before = calc.Decide(b)
		}
		amount, _ := parseMaybe(f[ruledField])
		list = append(list, calc.Ruling{Key: b.Records[i].Key, Grant: f[rulingField] == "grant", Amount: amount,
			Basis: "会议纪要",
			Saw:   before.Decisions[i].Against()})
	}
	return list
}

// caseFile is the name that the records of cases come from.
const caseFile = "案例"

// records makes each claim into a record: those with text through Standardise,
// all rows of the case at once, as one survey would be.
func (r *runner) records(c *Case, year int) ([]calc.Record, calc.Findings) {
	var rows []calc.Row
	for i := range c.Claims {
		if c.Claims[i].Text != "" {
			rows = append(rows, r.row(&c.Claims[i], i+1, year))
		}
	}
	standard, findings := standard.Standardise(rows, r.policy)
	records := make([]calc.Record, len(c.Claims))
	for i := range c.Claims {
		if c.Claims[i].Text == "" {
			records[i] = r.record(&c.Claims[i], i+1, year)
			continue
		}
		records[i], standard = standard[0], standard[1:]
	}
	return records, findings
}

// record is a claim in standard form. What it leaves out is plain: a company
// of the first district, newly recognised in the middle of the year before.
func (r *runner) record(c *Claim, number, year int) calc.Record {
	f := c.Fields
	it, _ := r.policy.Item(c.Item)
	rec := calc.Record{Key: "case-" + strconv.Itoa(number), Source: calc.Ref{File: caseFile, Sheet: "案例", Row: number},
		District: cmp.Or(f["district"], r.policy.Districts[0].Name), Company: companyName(c.Company),
		CreditCode: r.code(c.Company, c.Code),
		Subject:    f["subject"], SubjectCode: r.subjectCode(f["subject_code"]), Item: c.Item, Clause: it.Clause,
		Level:  c.Level,
		Nature: cmp.Or(f["nature"], r.policy.Natures[0].Name), Certificate: f["certificate"], Document: f["document"]}
	rec.Recognised, _ = parseDate(cmp.Or(f["recognised"], fmt.Sprintf("%d-06-15", year-1)))
	rec.ValidFrom, _ = parseDate(f["valid_from"])
	rec.LabelYear, _ = strconv.Atoi(f["label_year"])
	rec.Base, _ = parseMaybe(f["base"])
	rec.Approved, _ = parseMaybe(f["approved"])
	rec.Claimed, _ = parseMaybe(f["claimed"])
	return rec
}

// row is a claim as the row of a survey: every field as typed.
func (r *runner) row(c *Claim, number, year int) calc.Row {
	row := calc.Row{Table: &calc.Table{File: caseFile, Sheet: "案例"}, Number: int32(number)}
	put := func(col calc.Column, text string) {
		if text != "" {
			cell := calc.Cell{Kind: calc.CellText, Row: number, Col: int(col), Text: text}
			row.Fields = append(row.Fields, calc.FieldOf(col, cell))
		}
	}
	put(calc.ColCompany, companyName(c.Company))
	put(calc.ColCreditCode, r.code(c.Company, c.Code))
	put(calc.ColItem, c.Text)
	put(calc.ColLevel, c.Level)
	if _, ok := c.Fields["recognised"]; !ok {
		put(calc.ColRecognised, fmt.Sprintf("%d-06-15", year-1))
	}
	if _, ok := c.Fields["district"]; !ok {
		put(calc.ColDistrict, r.policy.Districts[0].Name)
	}
	for _, key := range claimKeys {
		if col := claimFields[key.Name]; col != calc.ColNone {
			put(col, c.Fields[key.Name])
		}
	}
	return row
}

// companyName makes the letters of a case into names; a longer text is a name
// already.
func companyName(company string) string {
	if utf8.RuneCountInString(company) == 1 {
		return company + "有限公司"
	}
	return cmp.Or(company, "甲有限公司")
}

// subjectCode stands for the code of a company that is the subject: a letter,
// or the whole code.
func (r *runner) subjectCode(text string) string {
	if utf8.RuneCountInString(text) == 1 {
		return r.code(text, "")
	}
	return text
}

// code is a valid credit code for a company of a case, always the same for the
// same name. The wish gives the first two characters, the six digits of the
// registrar or the whole code.
func (r *runner) code(company, wish string) string {
	kind, region := "91", (r.policy.Eligible.Local[0] + "000000")[:6]
	switch len(wish) {
	case 2:
		kind = wish
	case 6:
		region = wish
	case 18:
		return wish
	}
	return madeUpCode(kind, region, companyName(company))
}

// compare holds one decision against what the case expects.
func (r *runner) compare(c *Case, cl *Claim, result *calc.Result, i int) {
	d, e := &result.Decisions[i], cl.Expect
	if d.Outcome != e.Outcome || d.Reason != e.Reason || !d.Amount.Equal(e.Amount) {
		r.fail(c, cl.Line, "record %d: expected %s, decided %s", i+1, outcomeText(e.Outcome, e.Reason, e.Amount),
			outcomeText(d.Outcome, d.Reason, d.Amount))
	}
	if e.Payee != "" && e.Payee != d.Payee {
		r.fail(c, cl.Line, "record %d: expected to be paid to %s, decided %s", i+1, e.Payee, d.Payee)
	}
	if e.By > 0 && (e.By > len(result.Records) || d.By != result.Records[e.By-1].Key) {
		r.fail(c, cl.Line, "record %d: expected record %d to stand, decided %s", i+1, e.By, cmp.Or(d.By, "none"))
	}
}

func outcomeText(o calc.Outcome, reason string, y money.Yuan) string {
	if o == calc.Granted {
		return y.Words()
	}
	return strings.TrimSpace(string(o) + " " + reason)
}

// compareTotals holds the whole against what the case expects. A finding that
// the case does not expect is a failure, unless it is what holds a record.
func (r *runner) compareTotals(c *Case, result *calc.Result, left money.Yuan) {
	if c.Total != nil && !c.Total.Equal(result.Totals.Amount) {
		r.fail(c, c.Line, "expected %s in all, decided %s", c.Total.Words(), result.Totals.Amount.Words())
	}
	if c.Left != nil && !c.Left.Equal(left) {
		r.fail(c, c.Line, "expected %s left of the budget, found %s", c.Left.Words(), left.Words())
	}
	for _, want := range c.Districts {
		i := slices.IndexFunc(result.Totals.Districts, func(t calc.Total) bool { return t.Name == want.Name })
		if i < 0 || !result.Totals.Districts[i].Amount.Equal(want.Amount) {
			r.fail(c, c.Line, "expected %s for %s, decided otherwise", want.Amount.Words(), want.Name)
		}
	}
	if found := furtherFindings(result); !slices.Equal(found, c.Findings) {
		r.fail(c, c.Line, "expected the findings [%s], found [%s]", strings.Join(c.Findings, " "),
			strings.Join(found, " "))
	}
}

// furtherFindings are the codes found beyond those that hold a record, each
// once.
func furtherFindings(result *calc.Result) []string {
	var codes []string
	for _, f := range result.Findings {
		holds := slices.ContainsFunc(result.Decisions, func(d calc.Decision) bool { return d.Reason == string(f.Code) })
		if !holds {
			codes = append(codes, string(f.Code))
		}
	}
	slices.Sort(codes)
	return slices.Compact(codes)
}
