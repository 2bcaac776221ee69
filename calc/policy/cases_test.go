package policy

import (
	"testing"

	"jiangbu/calc"
	"jiangbu/templates"
)

// builtIn loads a policy of the templates with its cases.
func builtIn(t *testing.T, name string) (*calc.Policy, []Case) {
	t.Helper()
	read := func(file string) []byte {
		data, err := templates.Policies.ReadFile("policy/" + file)
		if err != nil {
			t.Fatal(err)
		}
		return data
	}
	p, err := Load(name+".yaml", read(name+".yaml"))
	if err != nil {
		t.Fatal(err)
	}
	cases, err := LoadCases(name+".cases.yaml", read(name+".cases.yaml"))
	if err != nil {
		t.Fatal(err)
	}
	return p, cases
}

func TestEveryCaseOfTheBuiltInPolicyIsDecidedAsWritten(t *testing.T) {
	p, cases := builtIn(t, "lyg-2024")
	for _, f := range RunCases(p, cases) {
		t.Errorf("lyg-2024.cases.yaml:%s", f)
	}
}
