package main

import (
	"encoding/json"
	"io"

	"jiangbu/calc"
	"jiangbu/calc/money"
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
	Source      calc.Ref           `json:"source"`
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
	Cells       []report.Value     `json:"cells"`
	Rules       []calc.RuleCheck   `json:"rules"`
	Clauses     []clauseJSON       `json:"clauses"`
	Steps       []calc.StepJSON    `json:"steps"`
	Stands      *rivalJSON         `json:"stands"` // in whose favour it gave way, null for none
	Displaces   []rivalJSON        `json:"displaces"`
	Findings    []calc.FindingJSON `json:"findings"`
}

type clauseJSON struct {
	Number string `json:"number"`
	Text   string `json:"text"`
}

type rivalJSON struct {
	Key      string       `json:"key"`
	Source   calc.Ref     `json:"source"`
	Company  string       `json:"company"`
	Item     string       `json:"item"`
	Level    string       `json:"level"`
	Outcome  calc.Outcome `json:"outcome"`
	Entitled money.Yuan   `json:"entitled"`
	Amount   money.Yuan   `json:"amount"`
}

// writeExplainJSON writes the matches of a query.
func writeExplainJSON(w io.Writer, r *report.Report, query string, found []*report.Record, near []string) error {
	doc := explainJSON{Schema: "jiangbu/explain/1", Report: r.File, Query: query, Near: append([]string{}, near...),
		Matches: calc.Mapped(found, func(rec *report.Record) matchJSON {
			st := report.StoryOf(r, rec)
			return storyJSON(&st, r.Clauses)
		})}
	return writeIndented(w, doc)
}

// writeIndented writes a document of JSON as a person reads it, signs of HTML as they are.
func writeIndented(w io.Writer, doc any) error {
	e := json.NewEncoder(w)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	return e.Encode(doc)
}

func storyJSON(st *report.Story, clauses map[string]string) matchJSON {
	m := matchJSON{Key: st.Key, Source: st.Record.Record.Source, District: st.District, Company: st.Company,
		CreditCode: st.CreditCode, Subject: st.Subject,
		Clause: st.Clause, Item: st.Item, ItemName: st.ItemName, Level: st.Level, Nature: st.Nature,
		Certificate: st.Certificate,
		Recognised:  st.Recognised.String(), Outcome: string(st.Outcome), Reason: st.Reason, By: st.By,
		Entitled: st.Entitled.String(), Amount: st.Amount.String(),
		Cells: append([]report.Value{}, st.Values...), Rules: st.Trail,
		Clauses:   calc.Mapped(st.Cited, func(number string) clauseJSON { return clauseJSON{number, clauses[number]} }),
		Steps:     calc.Mapped(st.Steps, func(s calc.Step) calc.StepJSON { return s.JSON() }),
		Displaces: calc.Mapped(st.Displaces, rivalOf), Findings: []calc.FindingJSON{}}
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

func rivalOf(rec *report.Record) rivalJSON {
	return rivalJSON{rec.Key, rec.Record.Source, rec.Company, rec.Item, rec.Level, rec.Outcome, rec.Entitled,
		rec.Amount}
}
