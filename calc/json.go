package calc

import (
	"bufio"
	"bytes"
	"encoding/json"
	"io"
	"jiangbu/calc/money"
)

// WriteJSON writes the result as docs/result.schema.json fixes it: UTF-8, the keys in
// that order, money as strings in yuan with two decimals, one record a line.
// The same result gives the same bytes.
func WriteJSON(w io.Writer, r *Result) error {
	j := NewJSONWriter(w)
	j.Key("schema", "jiangbu/result/1")
	j.Key("policy", jsonPolicy{r.Policy.ID, r.Policy.Document, r.Policy.Title})
	j.Key("award_year", r.AwardYear)
	j.begin("readings")
	j.text("{")
	for i, rd := range r.Policy.Readings {
		j.sep(i, "")
		j.value(rd.Name)
		j.text(": ")
		j.value(r.Readings[rd.Name])
	}
	j.text("}")
	JSONList(j, "inputs", r.Inputs, func(_ int, in Input) any {
		return jsonInput{in.File, in.SHA256, in.Rows, string(in.Status)}
	})
	JSONList(j, "records", r.Records, func(i int, _ Record) any { return r.jsonRecord(i) })
	JSONList(j, "findings", r.Findings, func(_ int, f Finding) any { return NewFindingJSON(f) })
	j.Key("totals", r.Totals.json())
	JSONList(j, "budget", r.Budget, func(_ int, l BudgetLine) any {
		return l.json()
	})
	JSONList(j, "alternatives", r.Alternatives, func(_ int, a Alternative) any {
		return jsonAlternative{a.Reading, a.Value, a.Difference.String()}
	})
	j.Key("exposure", r.Exposure.String())
	j.Key("exposure_unknown", r.Unestimated)
	if u := r.Unclaimed; u != nil {
		j.Key("unclaimed", jsonUnclaimed{u.Count, u.Amount.String()})
	}
	if r.WhatIf != nil {
		j.Key("what_if", r.WhatIf.json())
	}
	JSONList(j, "sheets", r.Accounts(), func(_ int, a FileAccount) any { return a.JSON() })
	if r.ID != "" {
		j.Key("id", r.ID)
	}
	return j.End()
}

// Accounts are those of the submissions and, behind them, of the budget and the
// earlier awards.
func (r *Result) Accounts() (all []FileAccount) {
	for _, in := range r.Inputs {
		all = append(all, AccountsOf(in.File, "", in.Sheets)...)
	}
	for _, b := range r.Beside {
		all = append(all, AccountsOf(b.File, b.Use, b.Sheets)...)
	}
	return all
}

type jsonPolicy struct {
	ID       string `json:"id"`
	Document string `json:"document"`
	Title    string `json:"title"`
}

type jsonUnclaimed struct {
	Count  int    `json:"count"`
	Amount string `json:"amount"`
}

type jsonInput struct {
	File   string `json:"file"`
	SHA256 string `json:"sha256"`
	Rows   int    `json:"rows"`
	Status string `json:"status"`
}

// JSONSource is the place of a row in an output.
type JSONSource struct {
	File  string `json:"file"`
	Sheet string `json:"sheet"`
	Row   int    `json:"row"`
}

type jsonRecord struct {
	Key         string     `json:"key"`
	Source      JSONSource `json:"source"`
	District    string     `json:"district"`
	Company     string     `json:"company"`
	CreditCode  string     `json:"credit_code"`
	Subject     string     `json:"subject"`
	Clause      string     `json:"clause"`
	Item        string     `json:"item"`
	Level       string     `json:"level"`
	Nature      string     `json:"nature"`
	Certificate string     `json:"certificate"`
	Recognised  string     `json:"recognised"`
	Base        string     `json:"base"`
	Outcome     string     `json:"outcome"`
	Reason      string     `json:"reason"`
	By          string     `json:"by"`
	Entitled    string     `json:"entitled"`
	Amount      string     `json:"amount"`
	Steps       []jsonStep `json:"steps"`
}

type jsonStep struct {
	Text   string `json:"text"`
	Clause string `json:"clause"`
	Amount string `json:"amount"`
}

func (r *Result) jsonRecord(i int) jsonRecord {
	rec, d := &r.Records[i], &r.Decisions[i]
	out := jsonRecord{rec.Key, JSONSource{rec.Source.File, rec.Source.Sheet, rec.Source.Row},
		rec.District, rec.Company, rec.CreditCode, rec.Subject, rec.Clause, rec.Item, rec.Level, rec.Nature,
		rec.Certificate, rec.Recognised.String(), "", string(d.Outcome), d.Reason, d.By,
		d.Entitled.String(), d.Amount.String(), make([]jsonStep, len(d.Steps))}
	if base := rec.baseAmount(); base != nil {
		out.Base = base.String()
	}
	for n, s := range d.Steps {
		out.Steps[n] = jsonStep{s.Text(), s.Clause, s.Amount.String()}
	}
	return out
}

// baseAmount is what the record's form starts from: the fee, the tuition or
// the approved amount.
func (r *Record) baseAmount() *money.Yuan {
	if r.Base != nil {
		return r.Base
	}
	return r.Approved
}

// FindingJSON is a finding as the JSON outputs of all commands write it.
type FindingJSON struct {
	Code     string `json:"code"`
	Severity string `json:"severity"`
	File     string `json:"file"`
	Sheet    string `json:"sheet"`
	Cell     string `json:"cell"`
	Message  string `json:"message"`
	Hint     string `json:"hint"`
}

// NewFindingJSON spells a finding out.
func NewFindingJSON(f Finding) FindingJSON {
	return FindingJSON{string(f.Code), f.Severity().String(), f.Ref.File, f.Ref.Sheet, f.Ref.Cell(), f.Message(),
		f.Hint()}
}

type jsonTotal struct {
	Name      string `json:"name"`
	Records   int    `json:"records"`
	Companies int    `json:"companies"`
	Amount    string `json:"amount"`
}

type jsonOutcomes struct {
	Granted    int `json:"granted"`
	Capped     int `json:"capped"`
	Superseded int `json:"superseded"`
	Duplicate  int `json:"duplicate"`
	Refused    int `json:"refused"`
	Held       int `json:"held"`
}

type jsonTotals struct {
	Records   int          `json:"records"`
	Outcomes  jsonOutcomes `json:"outcomes"`
	Amount    string       `json:"amount"`
	Districts []jsonTotal  `json:"districts"`
	Clauses   []jsonTotal  `json:"clauses"`
	Items     []jsonTotal  `json:"items"`
}

func (t *Totals) json() jsonTotals {
	o := t.Outcomes
	return jsonTotals{t.Records, jsonOutcomes{o[Granted], o[Capped], o[Superseded], o[Duplicate], o[Refused], o[Held]},
		t.Amount.String(), jsonView(t.Districts), jsonView(t.Clauses), jsonView(t.Items)}
}

func jsonView(ts []Total) []jsonTotal {
	out := make([]jsonTotal, len(ts))
	for i, t := range ts {
		out[i] = jsonTotal{t.Name, t.Records, t.Companies, t.Amount.String()}
	}
	return out
}

type jsonBudget struct {
	Scope     string `json:"scope"`
	Name      string `json:"name"`
	Limit     string `json:"limit"`
	Amount    string `json:"amount"`
	Remaining string `json:"remaining"`
	Status    string `json:"status"`
	Used      string `json:"used"` // Amount / Limit, cut to four decimals; "" where the limit is nothing
	Allotted  string `json:"allotted"`
	Carried   string `json:"carried_over"`
	Clawed    string `json:"clawed_back"`
	Reserved  string `json:"reserved"`
}

func (l *BudgetLine) json() jsonBudget {
	allotted := l.Allotted
	if !l.HasFunds() {
		allotted = l.Limit
	}
	return jsonBudget{string(l.Scope), l.Name, l.Limit.String(), l.Amount.String(), l.Remaining.String(),
		string(l.Status),
		l.used(), allotted.String(), l.Carried.String(), l.Clawed.String(), l.Reserved.String()}
}

// used is the share of the limit that the awards take.
func (l *BudgetLine) used() string {
	if l.Limit.Sign() <= 0 {
		return ""
	}
	q, _ := l.Amount.Decimal().QuoRem(l.Limit.Decimal(), 4)
	return q.StringFixed(4)
}

type jsonAlternative struct {
	Reading    string `json:"reading"`
	Value      string `json:"value"`
	Difference string `json:"difference"`
}

// JSONWriter writes one top-level key a line, and streams long lists so that a
// million records never stand in memory as text. The first error stays.
type JSONWriter struct {
	w    *bufio.Writer
	buf  bytes.Buffer
	enc  *json.Encoder
	keys int
	err  error
}

// NewJSONWriter begins the outermost object.
func NewJSONWriter(w io.Writer) *JSONWriter {
	j := &JSONWriter{w: bufio.NewWriter(w)}
	j.enc = json.NewEncoder(&j.buf)
	j.enc.SetEscapeHTML(false)
	j.text("{\n")
	return j
}

// End closes the outermost object and tells the first error.
func (j *JSONWriter) End() error {
	j.text("\n}\n")
	if j.err != nil {
		return j.err
	}
	return j.w.Flush()
}

func (j *JSONWriter) text(s string) {
	if _, err := j.w.WriteString(s); err != nil && j.err == nil {
		j.err = err
	}
}

func (j *JSONWriter) value(v any) {
	j.buf.Reset()
	if err := j.enc.Encode(v); err != nil && j.err == nil {
		j.err = err
	}
	j.text(string(bytes.TrimSuffix(j.buf.Bytes(), []byte("\n"))))
}

// sep stands before the i-th element of a list or object.
func (j *JSONWriter) sep(i int, indent string) {
	if i > 0 {
		j.text(",")
		if indent == "" {
			j.text(" ")
		}
	}
	j.text(indent)
}

// begin starts the next key of the outermost object.
func (j *JSONWriter) begin(name string) {
	if j.keys > 0 {
		j.text(",\n")
	}
	j.keys++
	j.text(`  "` + name + `": `)
}

// Key writes one key of the outer object with its value.
func (j *JSONWriter) Key(name string, v any) {
	j.begin(name)
	j.value(v)
}

// JSONList writes a list with one element a line.
func JSONList[T any](j *JSONWriter, name string, list []T, of func(int, T) any) {
	j.begin(name)
	j.text("[")
	for i, x := range list {
		j.sep(i, "\n    ")
		j.value(of(i, x))
	}
	if len(list) > 0 {
		j.text("\n  ")
	}
	j.text("]")
}
