package main

import (
	"cmp"
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/urfave/cli/v2"

	"jiangbu/calc"
	"jiangbu/cmd/internal/console"
)

// inForce is one setting of a run: its value and where that comes from.
type inForce struct{ name, value, from string }

// submissions are the folders that the file names, or the one that a year's
// folder has for them.
func (y settings) submissions() []string {
	if v, ok := y.values["submissions"]; ok {
		return v.Texts
	}
	return y.found("submissions")
}

// take fills in from the file, and from what lies in its folder, what no flag
// says, and lists what is in force.
func (o *runOptions) take(s *console.Console, y settings, c *cli.Context) {
	o.settingsFile, o.budgetAsked = y.name, c.IsSet("budget")
	o.inYear = y.name != "" || len(o.paths) == 0 && len(y.found("submissions")) > 0
	ofFolder := len(o.paths) == 0 || y.name != ""
	for _, k := range settingKeys[:len(settingKeys)-2] {
		to, given, from := c.Generic(k.Name), c.IsSet(k.Name), "--"+k.Name
		if k.Name == "submissions" {
			to, given, from = (*texts)(&o.paths), len(o.paths) > 0, s.Text("settings/from/arguments")
		}
		if !given {
			from = y.fill(s, k.Name, to.(cli.Generic), ofFolder)
		}
		o.inForce = append(o.inForce, inForce{k.Name, fmt.Sprint(to), from})
	}
	o.takeReadings(y)
	o.paths, o.prior, o.out = calc.Mapped(o.paths, inputName), calc.Mapped(o.prior, inputName), outputName(o.out)
	for _, name := range []*string{&o.budget, &o.rulings, &o.compare, &o.list.firms} {
		*name = inputName(*name)
	}
	for _, key := range noticeKeys {
		name := "notice." + key.Name
		if v, ok := y.values[name]; ok {
			o.inForce = append(o.inForce, inForce{name, strings.Join(v.Texts, ", "), place(y.name, v.Line)})
		} else if found := y.found(name); len(found) > 0 {
			o.inForce = append(o.inForce, inForce{name, found[0], s.Text("settings/from/folder")})
		}
	}
}

// fill sets what the file says of a key, or what lies in its folder, and tells
// where that stands.
func (y settings) fill(s *console.Console, key string, to cli.Generic, ofFolder bool) (from string) {
	v, inFile := y.values[key]
	values, from := v.Texts, s.Text("settings/from/default")
	if inFile {
		from = place(y.name, v.Line)
	} else if found := y.found(key); ofFolder && len(found) > 0 {
		values, from = found, s.Text("settings/from/folder")
	}
	for _, value := range values {
		_ = to.Set(value) // of the kind that its key has
	}
	return from
}

// takeReadings adds the file's readings that no flag sets.
func (o *runOptions) takeReadings(y settings) {
	o.readingsFrom = map[string]string{}
	for _, r := range o.readings {
		name, _, _ := strings.Cut(r, "=")
		o.readingsFrom[name] = "--reading"
	}
	for _, r := range y.values["readings"].Texts {
		if name, _, _ := strings.Cut(r, "="); o.readingsFrom[name] != "--reading" {
			o.readings = append(o.readings, r)
			o.readingsFrom[name] = place(y.name, y.values["readings."+name].Line)
		}
	}
}

// showSettings prints every setting in force and where it comes from: a flag, a
// line of the file, or the program.
func showSettings(s *console.Console, o runOptions) error {
	p, err := loadPolicy(s, o.policy)
	if err != nil {
		return err
	}
	if _, err := chooseYear(s, p, o.year); err != nil {
		return err
	}
	chosen, err := chooseReadings(s, p, o.readings)
	if err != nil {
		return err
	}
	var lines [][]string
	for _, f := range o.inForce {
		if f.name == "policy" {
			f.value = cmp.Or(f.value, p.ID)
		}
		lines = append(lines, []string{f.name, cmp.Or(f.value, "-"), f.from})
	}
	var readings [][]string
	for _, r := range p.Readings {
		readings = append(readings, []string{"readings." + r.Name, cmp.Or(chosen[r.Name], r.Default),
			cmp.Or(o.readingsFrom[r.Name], s.Text("settings/from/default"))})
	}
	at := slices.IndexFunc(lines, func(l []string) bool { return strings.HasPrefix(l[0], "notice.") })
	if at < 0 {
		at = len(lines)
	}
	_, err = s.Out.Write([]byte(console.Aligned("", slices.Insert(lines, at, readings...))))
	return err
}

// sayWhereFrom adds to a refusal of a run in a year's folder the lines of the
// settings whose values it names, and how to find the others.
func (o *runOptions) sayWhereFrom(s *console.Console, err error) error {
	f, ok := errors.AsType[*console.Fault](err)
	if !ok || o.settingsFile == "" {
		return err
	}
	text := strings.TrimRight(f.Text, "\n") + "\n"
	for _, in := range append(slices.Clone(o.inForce), o.readingsInForce()...) {
		reading, isReading := strings.CutPrefix(in.name, "readings.")
		ofRun := strings.HasPrefix(in.from, o.settingsFile+":") && !strings.HasPrefix(in.name, "notice.") &&
			(!isReading || strings.Contains(f.Text, reading)) // others have the same values
		if ofRun && mentions(f.Text, in.value) {
			text += in.from + ": " + in.name + ": " + in.value + "\n"
		}
	}
	return &console.Fault{Status: f.Status, Text: text + s.Text("settings/where", o.settingsFile)}
}

// mentions tells whether a refusal is about a value: it begins with it, quotes
// it, or has it where it is long enough to be nothing else.
func mentions(text, value string) bool {
	return value != "" && (strings.HasPrefix(text, value) || strings.Contains(text, `"`+value+`"`) ||
		len(value) > len("2024") && strings.Contains(text, value))
}

// readingsInForce are the readings with where they come from.
func (o *runOptions) readingsInForce() []inForce {
	return calc.Mapped(o.readings, func(r string) inForce {
		name, value, _ := strings.Cut(r, "=")
		return inForce{"readings." + name, value, o.readingsFrom[name]}
	})
}
