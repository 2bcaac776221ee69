package main

import (
	"fmt"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"jiangbu/calc"
	"jiangbu/calc/policy"
	"jiangbu/calc/written"
	"jiangbu/cmd/internal/console"
	"jiangbu/templates"
)

const (
	policyExt = ".yaml"
	casesExt  = ".cases.yaml"
)

// policyIDs lists the policies that the program brings along, by file name.
func policyIDs() []string {
	names, err := fs.Glob(templates.Policies, "policy/*"+policyExt)
	if err != nil {
		panic(err) // the pattern is a constant
	}
	var ids []string
	for _, n := range names {
		if !strings.HasSuffix(n, casesExt) {
			ids = append(ids, strings.TrimSuffix(path.Base(n), policyExt))
		}
	}
	return ids
}

// source is where a policy's text comes from: a policy of the program, or a
// file of the user's.
type source struct {
	name     string // as messages show it
	embedded bool
	data     []byte
}

// policySource finds a policy by id or by the path of its file. An empty name
// means the only policy that the program brings along.
func policySource(s *console.Console, name string) (source, error) {
	ids := policyIDs()
	if name == "" && len(ids) == 1 {
		name = ids[0]
	}
	if name == "" {
		return source{}, s.Refuse("policy/which", strings.Join(ids, ", "))
	}
	if slices.Contains(ids, name) {
		data, err := templates.Policies.ReadFile("policy/" + name + policyExt)
		return source{name + policyExt, true, data}, err
	}
	data, err := readText(name)
	if os.IsNotExist(err) {
		return source{}, s.Refuse("policy/unknown", name, strings.Join(ids, ", "), s.DidYouMean(name, ids))
	}
	if err != nil {
		return source{}, unreadablePath(s, name, err)
	}
	return source{filepath.ToSlash(name), false, data}, nil
}

// cases are the policy's own cases: the file beside it, where there is one.
func (f source) cases() (name string, data []byte, err error) {
	name = strings.TrimSuffix(f.name, policyExt) + casesExt
	if f.embedded {
		data, err = templates.Policies.ReadFile("policy/" + name)
	} else {
		data, err = readText(filepath.FromSlash(name))
	}
	if os.IsNotExist(err) {
		return "", nil, nil
	}
	return name, data, err
}

// loadPolicy finds and reads a policy. What is wrong with it is told line by line.
func loadPolicy(s *console.Console, name string) (*calc.Policy, error) {
	f, err := policySource(s, name)
	if err != nil {
		return nil, err
	}
	p, err := policy.Load(f.name, f.data)
	if err != nil {
		return nil, s.Refuse("policy/broken", f.name, err)
	}
	return p, nil
}

// chooseYear reads the award year and holds it against the policy's life.
func chooseYear(s *console.Console, p *calc.Policy, text string) (int, error) {
	allowed := awardYears(p)
	if text == "" && p.FirstYear == p.LastYear {
		return p.FirstYear, nil
	}
	if text == "" {
		return 0, s.Refuse("year/missing", p.ID, allowed, p.FirstYear)
	}
	year, err := strconv.Atoi(strings.TrimSuffix(written.Fold(text), "年"))
	if err != nil {
		return 0, s.Refuse("year/no-number", text, allowed)
	}
	if year < p.FirstYear || year > p.LastYear {
		return 0, s.Refuse("year/outside", year, p.ID, allowed)
	}
	return year, nil
}

// awardYears lists the years that a policy pays: "2024, 2025, 2026, 2027".
func awardYears(p *calc.Policy) string {
	var years []string
	for y := p.FirstYear; y <= p.LastYear; y++ {
		years = append(years, fmt.Sprint(y))
	}
	return strings.Join(years, ", ")
}

// chooseReadings reads "name=value" settings and holds them against the
// policy's readings.
func chooseReadings(s *console.Console, p *calc.Policy, settings []string) (calc.Readings, error) {
	chosen := calc.Readings{}
	for _, setting := range settings {
		name, value, ok := strings.Cut(setting, "=")
		if !ok {
			return nil, s.Refuse("reading/form", setting)
		}
		if err := checkReading(s, p, name, value); err != nil {
			return nil, err
		}
		if before, twice := chosen[name]; twice && before != value {
			return nil, s.Refuse("reading/twice", name, before, value)
		}
		chosen[name] = value
	}
	return chosen, nil
}

// checkReading refuses a reading or a value that the policy does not know.
func checkReading(s *console.Console, p *calc.Policy, name, value string) error {
	reading, ok := p.Reading(name)
	if !ok {
		names := calc.Mapped(p.Readings, func(r calc.Reading) string { return r.Name })
		return s.Refuse("reading/unknown", p.ID, name, strings.Join(names, ", "), s.DidYouMean(name, names))
	}
	values := valueNames(*reading)
	if !slices.Contains(values, value) {
		return s.Refuse("reading/value", name, value, strings.Join(values, ", "), s.DidYouMean(value, values))
	}
	return nil
}

// valueNames are the values that a reading may have.
func valueNames(r calc.Reading) []string {
	return calc.Mapped(r.Values, func(v calc.ReadingValue) string { return v.Name })
}
