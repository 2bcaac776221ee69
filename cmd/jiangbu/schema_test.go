package main

import (
	"bytes"
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/santhosh-tekuri/jsonschema/v6"

	"jiangbu/calc"
	"jiangbu/calc/reconcile"
	"jiangbu/cmd/internal/console"
)

var schemaNames = []string{"result", "reconciliation", "check", "explain"}

// schemaText reads a schema of docs/ as a tree.
func schemaText(t *testing.T, name string) map[string]any {
	t.Helper()
	data, err := os.ReadFile(filepath.Join(docsFolder, name+".schema.json"))
	if err != nil {
		t.Fatal(err)
	}
	tree, err := jsonschema.UnmarshalJSON(bytes.NewReader(data))
	if err != nil {
		t.Fatalf("%s: %v", name, err)
	}
	return tree.(map[string]any)
}

// schemas compiles those of docs/ as a careful reader of ours would use them:
// strict ones also refuse keys that the schema does not name, so that a key
// which is new in the output must be written into the schema.
func schemas(t *testing.T, strict bool) map[string]*jsonschema.Schema {
	t.Helper()
	c := jsonschema.NewCompiler()
	for _, name := range schemaNames {
		tree := schemaText(t, name)
		if strict {
			closeObjects(tree)
		}
		if err := c.AddResource("urn:jiangbu:"+name+":1", tree); err != nil {
			t.Fatal(err)
		}
	}
	compiled := map[string]*jsonschema.Schema{}
	for _, name := range schemaNames {
		s, err := c.Compile("urn:jiangbu:" + name + ":1")
		if err != nil {
			t.Fatal(err)
		}
		compiled[name] = s
	}
	return compiled
}

// closeObjects lets the objects of a schema have the named keys alone.
func closeObjects(node any) {
	switch n := node.(type) {
	case map[string]any:
		if _, named := n["properties"]; named && n["type"] == "object" {
			n["additionalProperties"] = false
		}
		for _, v := range n {
			closeObjects(v)
		}
	case []any:
		for _, v := range n {
			closeObjects(v)
		}
	}
}

// exampleOutputs are the JSON outputs of the example year, by schema.
func exampleOutputs(t *testing.T) map[string][]byte {
	t.Helper()
	dir := t.TempDir()
	report, result, reconciliation := filepath.Join(dir, "report.xlsx"), filepath.Join(dir, "result.json"),
		filepath.Join(dir, "reconciliation.json")
	outputs := map[string][]byte{}
	for _, c := range []struct {
		printed string // the schema of what is printed
		want    int
		args    []string
	}{
		{"", console.Look, []string{"run", exampleYear + "/submissions", exampleYear + "/late", "--year", "2024",
			"--budget", exampleYear + "/budget.xlsx",
			"--prior", exampleYear + "/awards-2023.xlsx", "--out", report, "--json", result}},
		{"", console.Look, []string{"reconcile", report, exampleYear + "/ledger.xlsx", "--out",
			filepath.Join(dir, "reconciliation.xlsx"), "--json", reconciliation}},
		{"check", console.Look, []string{"check", exampleYear + "/submissions", exampleYear + "/late", "--json"}},
		{"explain", console.Done, []string{"explain", report, "样例", "--json"}},
	} {
		var out, errs bytes.Buffer
		if status := start(c.args, func(string) string { return "" }, &out, &errs); status != c.want {
			t.Fatalf("%v: status %d, want %d\n%s", c.args, status, c.want, errs.String())
		}
		if c.printed != "" {
			outputs[c.printed] = out.Bytes()
		}
	}
	for name, path := range map[string]string{"result": result, "reconciliation": reconciliation} {
		data, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		outputs[name] = data
	}
	return outputs
}

func valid(t *testing.T, s *jsonschema.Schema, data []byte) error {
	t.Helper()
	tree, err := jsonschema.UnmarshalJSON(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	return s.Validate(tree)
}

func TestTheOutputsOfTheExampleYearObeyTheSchemas(t *testing.T) {
	open, closed := schemas(t, false), schemas(t, true)
	for name, data := range exampleOutputs(t) {
		if err := valid(t, open[name], data); err != nil {
			t.Errorf("%s: %v", name, err)
		}
		if err := valid(t, closed[name], data); err != nil {
			t.Errorf("%s has something that docs/%s.schema.json does not name: %v", name, name, err)
		}
		for _, c := range spoilt {
			if c.schema != name {
				continue
			}
			bad := strings.Replace(string(data), c.old, c.new, 1)
			if bad == string(data) {
				t.Fatalf("%s: no %s to spoil", c.name, c.old)
			}
			if valid(t, open[name], []byte(bad)) == nil {
				t.Errorf("%s: the schema lets it pass", c.name)
			}
		}
	}
}

// spoilt are changes to good outputs that their schema must refuse.
var spoilt = []struct{ name, schema, old, new string }{
	{"another schema", "result", "jiangbu/result/1", "jiangbu/result/2"},
	{"money as a number", "result", `"amount":"20000.00"`, `"amount":20000.00`},
	{"money with one decimal", "result", `"amount":"20000.00"`, `"amount":"20000.0"`},
	{"money below zero", "result", `"entitled":"20000.00"`, `"entitled":"-20000.00"`},
	{"a key left out", "result", `"credit_code":`, `"code":`},
	{"an outcome that is none", "result", `"outcome":"granted"`, `"outcome":"paid"`},
	{"an absolute path", "result", `"file":"`, `"file":"/`},
	{"a date in another form", "result", `"recognised":"2023-`, `"recognised":"2023/`},
	{"a code that is not stage/what", "result", `{"code":"`, `{"code":"X`},
	{"a status that is none", "reconciliation", `"status":"matched"`, `"status":"fine"`},
	{"no award year", "reconciliation", `"award_year"`, `"year"`},
	{"a payment without a row", "reconciliation", `"row":`, `"line":`},
	{"a verdict that is none", "explain", `"verdict": "passed"`, `"verdict": "fine"`},
	{"a rival without a key", "explain", `"stands": {
        "key":`, `"stands": {
        "name":`},
	{"a severity that is none", "check", `"severity": "error"`, `"severity": "fatal"`},
}

// What the schemas list is what the program knows.
func TestTheSchemasListWhatTheProgramKnows(t *testing.T) {
	for _, c := range []struct {
		name, schema string
		path         []string
		want         []string
	}{
		{"outcomes", "result", []string{"$defs", "record", "properties", "outcome", "enum"}, words(calc.Outcomes)},
		{"outcomes in the totals", "result", []string{"properties", "totals", "properties", "outcomes", "required"},
			words(calc.Outcomes)},
		{"statuses of reconciliation", "reconciliation", []string{"$defs", "status", "enum"},
			words(reconcile.Statuses)},
		{"statuses of inputs", "result", []string{"properties", "inputs", "items", "properties", "status", "enum"},
			words([]calc.InputStatus{calc.InputRead, calc.InputDuplicate, calc.InputRefused})},
		{"scopes of the budget", "result", []string{"properties", "budget", "items", "properties", "scope", "enum"},
			words([]calc.Scope{calc.ScopeTotal, calc.ScopeClause, calc.ScopeItem, calc.ScopeDistrict,
				calc.ScopeOffice})},
	} {
		var node any = schemaText(t, c.schema)
		for _, key := range c.path {
			node = node.(map[string]any)[key]
		}
		text, _ := json.Marshal(node)
		want, _ := json.Marshal(c.want)
		if diff := cmp.Diff(string(want), string(text)); diff != "" {
			t.Errorf("%s: %s", c.name, diff)
		}
	}
}

func words[S ~string](list []S) []string {
	var all []string
	for _, s := range list {
		all = append(all, string(s))
	}
	return all
}
