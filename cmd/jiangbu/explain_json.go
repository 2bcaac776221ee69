package main

import (
	"encoding/json"
	"io"

	"jiangbu/calc"
	"jiangbu/sheets/report"
)

// explainJSON is the form of explain --json: every match in full. The keys of
// a match are those of the result's records where they mean the same.
type explainJSON struct {
	Schema  string      `json:"schema"`
	Report  string      `json:"report"`
	Query   string      `json:"query"`
	Matches []matchJSON `json:"matches"`
	Near    []string    `json:"near"` // names to try, where nothing matches
}

type matchJSON struct {
	Key         string             `json:"key"`
	Source      sourceJSON         `json:"source"`
	District    string             `json:"district"`
	Company     string             `json:"company"`
	CreditCode  string             `json:"credit_code"`
	Subject     string             `json:"subject"`
	Clause      string             `json:"clause"`
	Item        string             `json:"item"`
	ItemName    string             `json:"item_name"`
	Level       string             `json:"level"`
	Nature      string             `json:"nature"`
	Certificate string             `json:"certificate"`
	Recognised  string             `json:"recognised"`
	Outcome     string             `json:"outcome"`
	Reason      string             `json:"reason"`
	By          string             `json:"by"`
	Entitled    string             `json:"entitled"`
	Amount      string             `json:"amount"`
	Reported    string             `json:"reported"` // what 奖补明细 says now, "" where it has no line
	Cells       []cellJSON         `json:"cells"`
	Rules       []ruleJSON         `json:"rules"`
	Clauses     []clauseJSON       `json:"clauses"`
	Steps       []stepJSON         `json:"steps"`
	Stands      *rivalJSON         `json:"stands"` // in whose favour it gave way, null for none
	Displaces   []rivalJSON        `json:"displaces"`
	Findings    []calc.FindingJSON `json:"findings"`
}

type sourceJSON struct {
	File  string `json:"file"`
	Sheet string `json:"sheet"`
	Row   int    `json:"row"`
}

type cellJSON struct {
	Cell       string `json:"cell"` // "" where the value stands in no cell of the row
	Column     string `json:"column"`
	Text       string `json:"text"`
	Understood string `json:"understood"` // "" where the column is not read, "—" where it was not understood
}

type ruleJSON struct {
	Number  int    `json:"number"`
	Rule    string `json:"rule"`
	Verdict string `json:"verdict"` // passed, ruled, decided, untried
}

type clauseJSON struct {
	Number string `json:"number"`
	Text   string `json:"text"`
}

type stepJSON struct {
	Text   string `json:"text"`
	Clause string `json:"clause"`
	Amount string `json:"amount"`
}

type rivalJSON struct {
	Key      string     `json:"key"`
	Source   sourceJSON `json:"source"`
	Company  string     `json:"company"`
	Item     string     `json:"item"`
	Level    string     `json:"level"`
	Outcome  string     `json:"outcome"`
	Entitled string     `json:"entitled"`
	Amount   string     `json:"amount"`
}

// writeExplainJSON writes the matches of a query.
func writeExplainJSON(w io.Writer, r *report.Report, query string, found []*report.Record, near []string) error {
	doc := explainJSON{Schema: "jiangbu/explain/1", Report: r.File, Query: query, Near: append([]string{}, near...),
		Matches: mapped(found, func(rec *report.Record) matchJSON {
			st := report.StoryOf(r, rec)
			return storyJSON(&st, r.Clauses)
		})}
	e := json.NewEncoder(w)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	return e.Encode(doc)
}

func storyJSON(st *report.Story, clauses map[string]string) matchJSON {
	m := matchJSON{Key: st.Key, Source: sourceOf(st.Record), District: st.District, Company: st.Company,
		CreditCode: st.CreditCode, Subject: st.Subject,
		Clause: st.Clause, Item: st.Item, ItemName: st.ItemName, Level: st.Level, Nature: st.Nature,
		Certificate: st.Certificate,
		Recognised:  st.Recognised.String(), Outcome: string(st.Outcome), Reason: st.Reason, By: st.By,
		Entitled: st.Entitled.String(), Amount: st.Amount.String(),
		Cells: mapped(st.Values, func(v report.Value) cellJSON { return cellJSON(v) }),
		Rules: mapped(st.Trail, func(t calc.RuleCheck) ruleJSON {
			return ruleJSON{t.Number, string(t.Rule), string(t.Verdict)}
		}),
		Clauses: mapped(st.Cited, func(number string) clauseJSON { return clauseJSON{number, clauses[number]} }),
		Steps: mapped(st.Steps, func(step calc.Step) stepJSON {
			return stepJSON{step.Text(), step.Clause, step.Amount.String()}
		}),
		Displaces: mapped(st.Displaces, rivalOf), Findings: []calc.FindingJSON{}}
	if st.Award != nil {
		m.Reported = st.Award.Amount.String()
	}
	if st.Stands != nil {
		stands := rivalOf(st.Stands)
		m.Stands = &stands
	}
	for _, f := range st.Findings {
		for _, cell := range f.In(st.Record.Record.Source) {
			m.Findings = append(m.Findings, calc.FindingJSON{Code: string(f.Code), Severity: f.Severity.String(),
				File: f.File, Sheet: f.Sheet, Cell: cell, Message: f.Message, Hint: f.Hint})
		}
	}
	return m
}

func sourceOf(rec *report.Record) sourceJSON {
	at := rec.Record.Source
	return sourceJSON{at.File, at.Sheet, at.Row}
}

func rivalOf(rec *report.Record) rivalJSON {
	return rivalJSON{rec.Key, sourceOf(rec), rec.Company, rec.Item, rec.Level, string(rec.Outcome),
		rec.Entitled.String(), rec.Amount.String()}
}
