package policy

import (
	"testing"

	"jiangbu/templates"
)

func TestTheBuiltInPolicyLoads(t *testing.T) {
	data, err := templates.Policies.ReadFile("policy/lyg-2024.yaml")
	if err != nil {
		t.Fatal(err)
	}
	p, err := Load("lyg-2024.yaml", data)
	if err != nil {
		t.Fatal(err)
	}
	if len(p.Items) != 20 || len(p.Clauses) != 13 {
		t.Errorf("got %d items in %d clauses", len(p.Items), len(p.Clauses))
	}
}
