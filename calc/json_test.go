package calc_test

import (
	"bytes"
	"encoding/json"
	"os"
	"testing"

	"github.com/google/go-cmp/cmp"

	"jiangbu/calc"
)

func TestTheJSONIsAsTheContractSays(t *testing.T) {
	records := claims(calc.Record{Item: "plant", Level: "国家级", Certificate: "<证>&1"},
		calc.Record{Item: "plant", Level: "省级"},
		calc.Record{Item: "diagnosis", Subject: "丁", Base: yuanOf(20001)},
		calc.Record{Item: "plant", Level: "省级", Company: "乙分公司"})
	r := calc.Decide(calc.Batch{Policy: townPolicy(), AwardYear: 2024, Records: records,
		Inputs: []calc.Input{{File: "东区.xlsx", SHA256: "ab", Rows: 4, Status: calc.InputRead}}})
	var fs calc.Findings
	r.Budget, fs = calc.CheckBudget(r, []calc.BudgetLimit{{Scope: calc.ScopeTotal, Limit: wan(82)},
		{Scope: calc.ScopeClause, Name: "一", Limit: wan(79)}})
	r.Findings = append(r.Findings, fs...)
	var out bytes.Buffer
	if err := calc.WriteJSON(&out, r); err != nil {
		t.Fatal(err)
	}
	if !json.Valid(out.Bytes()) {
		t.Error("not valid JSON")
	}
	golden(t, "testdata/result.json", out.Bytes())
}

// golden compares with a stored text, which UPDATE=1 rewrites.
func golden(t *testing.T, path string, got []byte) {
	t.Helper()
	if os.Getenv("UPDATE") == "1" {
		if err := os.MkdirAll("testdata", 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, got, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(string(want), string(got)); diff != "" {
		t.Errorf("%s differs (-want +got); if it should, run with UPDATE=1 and review the diff:\n%s", path, diff)
	}
}
