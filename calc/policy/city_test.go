package policy

import (
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"jiangbu/calc"
)

// invented loads the policy of a city that does not exist.
func invented(t *testing.T) (*calc.Policy, []Case) {
	t.Helper()
	return ofTestdata(t, "wangchuan-2031")
}

// ofTestdata loads a policy of testdata with its cases.
func ofTestdata(t *testing.T, name string) (*calc.Policy, []Case) {
	t.Helper()
	read := func(name string) []byte {
		data, err := os.ReadFile(filepath.Join("testdata", name))
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

func TestAnotherCityIsDecidedByTheSameCode(t *testing.T) {
	p, cases := invented(t)
	for _, f := range RunCases(p, cases) {
		t.Errorf("wangchuan-2031.cases.yaml:%s", f)
	}
	forms := map[calc.Form]bool{}
	for i := range p.Items {
		forms[p.Items[i].Form] = true
	}
	if len(forms) != len(formNames) {
		t.Errorf("the invented policy has the forms %v; it must have all of %v", forms, formNames)
	}
}

// TestOtherPublishedPoliciesCanBeSaid decides the cases of policies that were
// written from published texts; what they cannot say stands in their comments.
func TestOtherPublishedPoliciesCanBeSaid(t *testing.T) {
	for _, name := range []string{"lianyungang-2023", "wenling-machines"} {
		p, cases := ofTestdata(t, name)
		for _, f := range RunCases(p, cases) {
			t.Errorf("%s.cases.yaml:%s", name, f)
		}
		for i := range p.Items {
			if !slices.ContainsFunc(cases, func(c Case) bool {
				return slices.ContainsFunc(c.Claims, func(cl Claim) bool {
					return cl.Item == p.Items[i].ID && cl.Expect.Outcome == calc.Granted
				})
			}) {
				t.Errorf("%s: no case grants %s", name, p.Items[i].ID)
			}
		}
	}
}

// ofTheCity are words that belong to one city's policy file, not to the code.
var ofTheCity = regexp.MustCompile(`连云港|连工信|苏工信|苏RC|江苏|东海|灌云|灌南|赣榆|海州区|徐圩|云台山|\b3207\d*\b|lyg-2024`)

func TestNothingOfTheCityStandsInTheCode(t *testing.T) {
	root := filepath.Join("..", "..")
	seen := 0
	err := filepath.WalkDir(root, func(path string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		name, _ := filepath.Rel(root, path)
		if d.IsDir() {
			if d.Name() == "templates" || d.Name() == "examples" || strings.HasPrefix(d.Name(), ".") && name != "." {
				return filepath.SkipDir
			}
			return nil
		}
		if !strings.HasSuffix(name, ".go") || strings.HasSuffix(name, "_test.go") {
			return nil
		}
		seen++
		cityWords(t, path, name)
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	if seen < 20 {
		t.Errorf("looked at %d files only", seen)
	}
}

// cityWords looks through the code of one file. Comments may give examples.
func cityWords(t *testing.T, path, name string) {
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	for i, line := range strings.Split(string(data), "\n") {
		code, _, _ := strings.Cut(line, "//")
		if w := ofTheCity.FindString(code); w != "" {
			t.Errorf("%s:%d: %s belongs in a policy file", name, i+1, w)
		}
	}
}
