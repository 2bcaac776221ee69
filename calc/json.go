package calc

import (
	"bufio"
	"bytes"
	"cmp"
	"encoding/json"
	"fmt"
	"io"
	"jiangbu/calc/money"
	"strings"
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
		if i > 0 {
			j.text(", ")
		}
		j.value(rd.Name)
		j.text(": ")
		j.value(r.Readings[rd.Name])
	}
	j.text("}")
	JSONList(j, "inputs", r.Inputs, func(_ int, in Input) any { return in })
	JSONList(j, "records", r.Records, func(i int, _ Record) any { return r.jsonRecord(i) })
	JSONList(j, "findings", r.Findings, func(_ int, f Finding) any { return NewFindingJSON(f) })
	j.Key("totals", r.Totals)
	JSONList(j, "budget", r.Budget, func(_ int, l BudgetLine) any { return l.json() })
	JSONList(j, "alternatives", r.Alternatives, func(_ int, a Alternative) any { return a })
	j.Key("exposure", r.Exposure)
	j.Key("exposure_unknown", r.Unestimated)
	if r.Unclaimed != nil {
		j.Key("unclaimed", r.Unclaimed)
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

// jsonRecord is a record with its decision, in the order of their fields.
type jsonRecord struct {
	*Record
	Recognised string `json:"recognised"`
	Base       string `json:"base"` // what its form starts from
	*Decision
	Steps []StepJSON `json:"steps"`
}

// StepJSON is a step as the JSON outputs of all commands write it.
type StepJSON struct {
	Text   string     `json:"text"`
	Clause string     `json:"clause"`
	Amount money.Yuan `json:"amount"`
}

// JSON spells a step out.
func (s *Step) JSON() StepJSON { return StepJSON{s.Text(), s.Clause, s.Amount} }

func (r *Result) jsonRecord(i int) jsonRecord {
	rec, d := &r.Records[i], &r.Decisions[i]
	out := jsonRecord{Record: rec, Recognised: rec.Recognised.String(), Decision: d,
		Steps: Mapped(d.Steps, func(s Step) StepJSON { return s.JSON() })}
	if base := cmp.Or(rec.Base, rec.Approved); base != nil {
		out.Base = base.String()
	}
	return out
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

// MarshalJSON writes the counts in the order of reports, those of nothing too.
func (c OutcomeCounts) MarshalJSON() ([]byte, error) {
	counts := Mapped(Outcomes, func(o Outcome) string { return fmt.Sprintf(`"%s":%d`, o, c[o]) })
	return []byte("{" + strings.Join(counts, ",") + "}"), nil
}

type jsonBudget struct {
	Scope     Scope        `json:"scope"`
	Name      string       `json:"name"`
	Limit     money.Yuan   `json:"limit"`
	Amount    money.Yuan   `json:"amount"`
	Remaining money.Yuan   `json:"remaining"`
	Status    BudgetStatus `json:"status"`
	Used      string       `json:"used"` // Amount / Limit, cut to four decimals; "" where the limit is nothing
	Allotted  money.Yuan   `json:"allotted"`
	Carried   money.Yuan   `json:"carried_over"`
	Clawed    money.Yuan   `json:"clawed_back"`
	Reserved  money.Yuan   `json:"reserved"`
}

func (l *BudgetLine) json() jsonBudget {
	allotted := l.Allotted
	if !l.HasFunds() {
		allotted = l.Limit
	}
	return jsonBudget{l.Scope, l.Name, l.Limit, l.Amount, l.Remaining, l.Status, l.used(), allotted, l.Carried,
		l.Clawed, l.Reserved}
}

// used is the share of the limit that the awards take.
func (l *BudgetLine) used() string {
	if l.Limit.Sign() <= 0 {
		return ""
	}
	q, _ := l.Amount.Decimal().QuoRem(l.Limit.Decimal(), 4)
	return q.StringFixed(4)
}

// JSONWriter writes one top-level key a line, and streams long lists so that a
// million records never stand in memory as text. The first error stays: that of
// writing in w.
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
	return cmp.Or(j.err, j.w.Flush())
}

func (j *JSONWriter) text(s string) { j.w.WriteString(s) }

func (j *JSONWriter) value(v any) {
	j.buf.Reset()
	j.err = cmp.Or(j.err, j.enc.Encode(v))
	j.w.Write(bytes.TrimSuffix(j.buf.Bytes(), []byte("\n")))
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
		if i > 0 {
			j.text(",")
		}
		j.text("\n    ")
		j.value(of(i, x))
	}
	if len(list) > 0 {
		j.text("\n  ")
	}
	j.text("]")
}
