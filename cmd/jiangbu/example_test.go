package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"jiangbu/calc"
	"jiangbu/cmd/internal/console"
)

const exampleYear = "../../examples/2024"

// exampleResult is what the tests of the example year read of the JSON.
type exampleResult struct {
	Inputs []struct {
		File, Status string
		Rows         int
	}
	Records []struct {
		Source struct {
			File, Sheet string
			Row         int
		}
		District, Company, Subject, Clause, Item, Level, Outcome, Reason, Amount string
	}
	Findings []struct{ Code, File, Sheet, Cell, Message string }
	Totals   struct {
		Outcomes                  map[string]int
		Amount                    string
		Districts, Clauses, Items []struct {
			Name, Amount       string
			Records, Companies int
		}
	}
	Budget       []struct{ Scope, Name, Limit, Amount, Remaining, Status string }
	Alternatives []struct{ Reading, Value, Difference string }
}

// decideExample runs the command on the example year: what was submitted and
// what came late.
func decideExample(t *testing.T) exampleResult {
	t.Helper()
	out := filepath.Join(t.TempDir(), "out.json")
	var stdout, stderr bytes.Buffer
	status := start([]string{"run", exampleYear + "/submissions", exampleYear + "/late", "--year", "2024", "--budget",
		exampleYear + "/budget.xlsx",
		"--out", filepath.Join(t.TempDir(), "report.xlsx"), "--json", out},
		func(string) string { return "" }, &stdout, &stderr)
	if status != console.Look {
		t.Fatalf("status %d, want %d for the files that cannot be read:\n%s", status, console.Look, stderr.String())
	}
	data, err := os.ReadFile(out)
	if err != nil {
		t.Fatal(err)
	}
	var r exampleResult
	if err := json.Unmarshal(data, &r); err != nil {
		t.Fatal(err)
	}
	return r
}

func TestTheExampleYearIsDecidedAsWrittenBesideIt(t *testing.T) {
	got, path := decideExample(t).text(), exampleYear+"/expected.txt"
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
		t.Errorf("the example year differs (-want +got); if it should, run with UPDATE=1 and review the diff:\n%s",
			diff)
	}
}

// text is the whole outcome as a person reads it.
func (r exampleResult) text() string {
	var b strings.Builder
	fmt.Fprintf(&b, "amount\t%s\n", r.Totals.Amount)
	for _, o := range calc.Outcomes {
		fmt.Fprintf(&b, "outcome\t%s\t%d\n", o, r.Totals.Outcomes[string(o)])
	}
	for _, in := range r.Inputs {
		fmt.Fprintf(&b, "input\t%s\t%s\t%d\n", in.File, in.Status, in.Rows)
	}
	for _, v := range r.Totals.Districts {
		fmt.Fprintf(&b, "district\t%s\t%d\t%d\t%s\n", v.Name, v.Records, v.Companies, v.Amount)
	}
	for _, v := range r.Totals.Items {
		fmt.Fprintf(&b, "item\t%s\t%d\t%d\t%s\n", v.Name, v.Records, v.Companies, v.Amount)
	}
	for _, l := range r.Budget {
		fmt.Fprintf(&b, "budget\t%s\t%s\t%s\t%s\t%s\n", l.Scope, l.Name, l.Limit, l.Remaining, l.Status)
	}
	for _, a := range r.Alternatives {
		fmt.Fprintf(&b, "alternative\t%s=%s\t%s\n", a.Reading, a.Value, a.Difference)
	}
	for _, x := range r.Records {
		fmt.Fprintf(&b, "record\t%s:%s!%d\t%s\t%s\t%s\t%s\t%s\t%s\t%s\t%s\n", x.Source.File, x.Source.Sheet,
			x.Source.Row,
			x.District, x.Company, x.Item, x.Level, x.Subject, x.Outcome, x.Reason, x.Amount)
	}
	for _, f := range r.Findings {
		fmt.Fprintf(&b, "finding\t%s\t%s:%s!%s\t%s\n", f.Code, f.File, f.Sheet, f.Cell, f.Message)
	}
	return b.String()
}

func TestTheExampleYearShowsEveryClauseLevelOutcomeAndRefusal(t *testing.T) {
	r := decideExample(t)
	seen := map[string]bool{}
	for _, x := range r.Records {
		if x.Outcome == string(calc.Granted) {
			seen["granted "+x.Item+" "+x.Level] = true
			seen["clause "+x.Clause] = true
		}
		seen[x.Outcome] = true
		seen[x.Outcome+" "+x.Reason] = true
		seen["district "+x.District] = true
	}
	p := examplePolicy(t)
	var want []string
	for _, it := range p.Items {
		if len(it.Awards) == 0 {
			want = append(want, "granted "+it.ID+" ")
		}
		for _, a := range it.Awards {
			want = append(want, "granted "+it.ID+" "+a.Level)
		}
	}
	for _, c := range p.Clauses {
		want = append(want, "clause "+c.Number)
	}
	for _, d := range p.Districts {
		want = append(want, "district "+d.Name)
	}
	for _, o := range calc.Outcomes {
		want = append(want, string(o))
	}
	for _, reason := range []string{calc.NotCoveredReason, calc.NotNewReason, calc.RevokedReason, calc.YearReason,
		calc.NotPersonReason} {
		want = append(want, "refused "+reason)
	}
	for _, w := range want {
		if !seen[w] {
			t.Errorf("the example year has no %q", w)
		}
	}
}

// examplePolicy is the policy of the example year.
func examplePolicy(t *testing.T) *calc.Policy {
	t.Helper()
	p, err := loadPolicy(&console.Console{Lang: console.English}, "lyg-2024")
	if err != nil {
		t.Fatal(err)
	}
	return p
}

func TestTheExampleYearIsMadeByItsGenerator(t *testing.T) {
	dir := t.TempDir()
	if out, err := exec.Command("go", "run", "../../examples/generate", dir).CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	made := 0
	err := filepath.WalkDir(dir, func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		made++
		rel, _ := filepath.Rel(dir, path)
		want, _ := os.ReadFile(path)
		got, err := os.ReadFile(filepath.Join(exampleYear, rel))
		if err != nil || !bytes.Equal(got, want) {
			t.Errorf("%s is not what the generator makes (%v): run go run ./examples/generate examples/2024", rel, err)
		}
		return nil
	})
	if err != nil || made < 18 {
		t.Errorf("%d files made, %v", made, err)
	}
}
