package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"jiangbu/calc/reconcile"
	"jiangbu/cmd/internal/console"
)

// exampleReconciliation is what the test reads of the reconciliation's JSON.
type exampleReconciliation struct {
	Totals    exampleSums
	Districts []struct {
		Name string
		exampleSums
	}
	Lines []struct {
		Status, Company, District, Item, Awarded, Paid, Difference, Note string
		Award                                                            []string
		Payments                                                         []struct {
			File, Sheet string
			Row         int
		}
	}
	Findings []struct{ Code, File, Sheet, Cell, Message string }
	Statuses []struct {
		Status string
		Lines  int
		exampleSums
	}
}

type exampleSums struct{ Awarded, Paid, Returned, Difference string }

func (s exampleSums) String() string {
	return strings.Join([]string{s.Awarded, s.Paid, s.Returned, s.Difference}, "\t")
}

// reconcileExample decides the example year and holds its ledger against the
// report, by the command alone.
func reconcileExample(t *testing.T) (r exampleReconciliation, workbook []byte) {
	t.Helper()
	dir := t.TempDir()
	report, out, js := filepath.Join(dir, "report.xlsx"), filepath.Join(dir, "out.xlsx"), filepath.Join(dir, "out.json")
	for _, step := range []struct {
		status int
		args   []string
	}{
		{console.Done, []string{"run", exampleYear + "/submissions", "--year", "2024", "--out", report}},
		{console.Look, []string{"reconcile", report, exampleYear + "/ledger.xlsx", "--out", out, "--json", js}},
	} {
		var stdout, stderr bytes.Buffer
		if status := start(step.args, func(string) string { return "" }, &stdout, &stderr); status != step.status {
			t.Fatalf("%s ended with %d, want %d:\n%s", step.args[0], status, step.status, stderr.String())
		}
	}
	data, err := os.ReadFile(js)
	if err != nil {
		t.Fatal(err)
	}
	if err := json.Unmarshal(data, &r); err != nil {
		t.Fatal(err)
	}
	workbook, err = os.ReadFile(out)
	if err != nil {
		t.Fatal(err)
	}
	return r, append(workbook, data...)
}

// text is the reconciliation as a person reads it: the sums, and every line
// that does not match or joins several awards or payments.
func (r exampleReconciliation) text() string {
	var b strings.Builder
	fmt.Fprintf(&b, "total\t%s\n", r.Totals)
	for _, s := range r.Statuses {
		fmt.Fprintf(&b, "status\t%s\t%d\t%s\n", s.Status, s.Lines, s.exampleSums)
	}
	for _, d := range r.Districts {
		fmt.Fprintf(&b, "district\t%s\t%s\n", d.Name, d.exampleSums)
	}
	for _, l := range r.Lines {
		if l.Status == string(reconcile.StatusMatched) && len(l.Award) == 1 && len(l.Payments) == 1 {
			continue
		}
		rows := make([]string, len(l.Payments))
		for i, p := range l.Payments {
			rows[i] = fmt.Sprintf("%s:%s!%d", p.File, p.Sheet, p.Row)
		}
		fmt.Fprintf(&b, "line\t%s\t%s\t%s\t%s\t%s\t%s\t%s\t%s\t%s\n", l.Status, l.District, l.Company, l.Item,
			l.Awarded, l.Paid, l.Difference, strings.Join(rows, " "), l.Note)
	}
	for _, f := range r.Findings {
		fmt.Fprintf(&b, "finding\t%s\t%s:%s!%s\t%s\n", f.Code, f.File, f.Sheet, f.Cell, f.Message)
	}
	return b.String()
}

func TestTheExampleLedgerIsReconciledAsWrittenBesideIt(t *testing.T) {
	r, _ := reconcileExample(t)
	got, path := r.text(), exampleYear+"/expected-ledger.txt"
	if os.Getenv("UPDATE") == "1" {
		if err := os.WriteFile(path, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(strings.Split(string(want), "\n"), strings.Split(got, "\n")); diff != "" {
		t.Errorf("the example ledger differs (-want +got); if it should, run with UPDATE=1 and review the diff:\n%s",
			diff)
	}
}

func TestTheExampleLedgerShowsEveryStatusAndNoAccount(t *testing.T) {
	r, outputs := reconcileExample(t)
	for _, s := range r.Statuses {
		if s.Lines == 0 && s.Status != string(reconcile.StatusSent) { // the ledgers of two years have that
			t.Errorf("the example ledger has no line that is %s", s.Status)
		}
	}
	if len(r.Statuses) != len(reconcile.Statuses) ||
		!slices.ContainsFunc(r.Findings,
			func(f struct{ Code, File, Sheet, Cell, Message string }) bool { return f.Code == "ledger/before-award" }) {
		t.Errorf("%d statuses, findings %v", len(r.Statuses), r.Findings)
	}
	if bytes.Contains(outputs, []byte("样例账号")) {
		t.Error("an account number stands in an output")
	}
}
