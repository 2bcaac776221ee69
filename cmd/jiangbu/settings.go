package main

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"go.yaml.in/yaml/v4"

	"jiangbu/sheets/notice"
)

// settingsName is the file that makes a folder a year's folder: commands run in
// that folder take from it what their flags do not say.
const settingsName = "jiangbu.yaml"

// yearSettings is a settings file that was read: its values, each with the
// line that it stands on. The zero value is the settings of no file.
type yearSettings struct {
	name   string // as messages show it, "" for none
	values map[string]yearValue
	notice notice.File
}

// yearValue is one setting: the texts of a list, one text otherwise; readings
// are "name=value".
type yearValue struct {
	texts []string
	line  int
}

// kind is what may stand behind a key.
type kind uint8

const (
	oneText kind = iota
	truth
	listOf
	pairs
	ofNotice
)

// settingKeys are the keys of the file, in the order in which they are shown.
// All but the last three are flags of run.
var settingKeys = []struct {
	name string
	kind kind
}{
	{"year", oneText}, {"policy", oneText}, {"budget", oneText}, {"over-budget", oneText}, {"round", oneText}, {"protect", listOf},
	{"prior", listOf}, {"rulings", oneText}, {"compare", oneText},
	{"lists", listOf}, {"firms", oneText}, {"exclude", listOf}, {"other-awards", listOf}, {"lists-decide", oneText}, {"decided-on", oneText}, {"letters", oneText},
	{"out", oneText}, {"json", oneText}, {"strict", truth},
	{"submissions", listOf}, {"readings", pairs}, {"notice", ofNotice},
}

// noticeKeys are the keys below notice, the same as in a settings file of
// publish.
var noticeKeys = []string{"fund", "unit", "contact", "supervision", "days", "by", "credit-code", "holidays", "format"}

// readYearSettings reads the settings of the folder that the command runs in;
// none where it is no year's folder.
func readYearSettings(s streams) (yearSettings, error) {
	data, err := os.ReadFile(settingsName)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return yearSettings{}, nil
	case err != nil:
		return yearSettings{}, s.refuse("settings/unreadable", settingsName, reasonOf(err))
	}
	return parseYearSettings(s, settingsName, data)
}

// parseYearSettings reads the text of a settings file, strictly: what it does
// not know it refuses with file and line.
func parseYearSettings(s streams, name string, data []byte) (yearSettings, error) {
	y := yearSettings{name: name, values: map[string]yearValue{}}
	var doc, more yaml.Node
	decoder := yaml.NewDecoder(bytes.NewReader(data))
	if err := decoder.Decode(&doc); errors.Is(err, io.EOF) {
		return y, nil
	} else if err != nil {
		return y, s.refuse("settings/yaml", name, err)
	}
	if err := decoder.Decode(&more); !errors.Is(err, io.EOF) {
		return y, s.refuse("settings/yaml", name, "---")
	}
	root := &doc
	if doc.Kind == yaml.DocumentNode && len(doc.Content) > 0 {
		root = doc.Content[0]
	}
	if root.Kind != yaml.MappingNode {
		return y, s.refuse("settings/shape", place(name, root.Line), name)
	}
	return y, y.fill(s, root)
}

// place is "jiangbu.yaml:3".
func place(name string, line int) string { return name + ":" + strconv.Itoa(line) }

// fill takes the keys one by one.
func (y *yearSettings) fill(s streams, root *yaml.Node) error {
	var known []string
	for _, k := range settingKeys {
		known = append(known, k.name)
	}
	return y.each(s, root, known, func(key, value *yaml.Node) error {
		at := slices.IndexFunc(known, func(k string) bool { return k == key.Value })
		texts, ok := settingTexts(settingKeys[at].kind, value)
		if !ok {
			return s.refuse("settings/value", place(y.name, value.Line), key.Value, s.text("settings/kind/"+kindNames[settingKeys[at].kind]))
		}
		if settingKeys[at].kind == ofNotice {
			return y.readNotice(s, value)
		}
		y.values[key.Value] = yearValue{texts, key.Line}
		if settingKeys[at].kind == pairs {
			for i, text := range texts {
				name, _, _ := strings.Cut(text, "=")
				y.values[key.Value+"."+name] = yearValue{[]string{text}, value.Content[2*i].Line}
			}
		}
		return nil
	})
}

// each hands on the keys of a mapping that are known, each once, and that say
// something: an empty value is not set.
func (y *yearSettings) each(s streams, m *yaml.Node, known []string, take func(key, value *yaml.Node) error) error {
	first := map[string]int{}
	for i := 0; i+1 < len(m.Content); i += 2 {
		key, value := m.Content[i], m.Content[i+1]
		if !slices.Contains(known, key.Value) {
			return s.refuse("settings/key", place(y.name, key.Line), key.Value, strings.Join(known, ", "), s.didYouMean(key.Value, known))
		}
		if line, twice := first[key.Value]; twice {
			return s.refuse("settings/twice", place(y.name, key.Line), key.Value, line)
		}
		first[key.Value] = key.Line
		if value.Tag == "!!null" {
			continue
		}
		if err := take(key, value); err != nil {
			return err
		}
	}
	return nil
}

// kindNames name what may stand behind a key, in the catalogue.
var kindNames = [...]string{oneText: "text", truth: "truth", listOf: "list", pairs: "pairs", ofNotice: "notice"}

// settingTexts are the texts of a value; ok is false for one of another kind.
func settingTexts(k kind, n *yaml.Node) (texts []string, ok bool) {
	scalar := n.Kind == yaml.ScalarNode
	switch k {
	case oneText:
		return []string{n.Value}, scalar
	case truth:
		return []string{n.Value}, scalar && n.Tag == "!!bool"
	case listOf:
		if scalar {
			return []string{n.Value}, true
		}
		for _, c := range n.Content {
			texts = append(texts, c.Value)
			ok = c.Kind == yaml.ScalarNode && n.Kind == yaml.SequenceNode
			if !ok {
				return nil, false
			}
		}
		return texts, n.Kind == yaml.SequenceNode
	case pairs:
		for i := 0; i+1 < len(n.Content) && n.Kind == yaml.MappingNode; i += 2 {
			if n.Content[i+1].Kind != yaml.ScalarNode {
				return nil, false
			}
			texts = append(texts, n.Content[i].Value+"="+n.Content[i+1].Value)
		}
	}
	return texts, n.Kind == yaml.MappingNode
}

// readNotice reads the settings of the notice, by the same rules as a file of
// publish.
func (y *yearSettings) readNotice(s streams, n *yaml.Node) error {
	err := y.each(s, n, noticeKeys, func(key, value *yaml.Node) error {
		texts, ok := settingTexts(listOf, value)
		if !ok {
			return s.refuse("settings/value", place(y.name, value.Line), key.Value, s.text("settings/kind/text"))
		}
		y.values["notice."+key.Value] = yearValue{texts, key.Line}
		return nil
	})
	if err != nil {
		return err
	}
	text, err := yaml.Marshal(n)
	if err != nil {
		return fmt.Errorf("settings of the notice: %w", err)
	}
	y.notice, err = notice.LoadSettings(y.name, text)
	if err != nil {
		return s.refuse("settings/notice", place(y.name, n.Line), errors.Unwrap(err))
	}
	if h := y.notice.Holidays; h != "" {
		y.notice.Holidays = filepath.FromSlash(h)
	}
	return nil
}
