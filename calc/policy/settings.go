package policy

import (
	"slices"
	"strings"

	"go.yaml.in/yaml/v4"
)

// SettingKind is what may stand behind a key of a settings file.
type SettingKind uint8

// The kinds: one value, true or false, a whole number, a value or a list of
// them, lines of NAME: VALUE, and lines under keys of their own.
const (
	Text SettingKind = iota
	Truth
	Number
	List
	Pairs
	Section
)

// SettingKey is a key that a settings file may have.
type SettingKey struct {
	Name    string
	Kind    SettingKind
	Allowed []string     // the values, none for any
	Keys    []SettingKey // of a Section
}

// Setting is what a file says behind a key, and the line where it stands: the
// texts of a list, else one. Pairs are "name=value".
type Setting struct {
	Texts []string
	Line  int
}

// Settings are the settings of a file by their keys; those in a section, and
// pairs one by one, are under "key.name" too. A key without a value is not set.
type Settings map[string]Setting

// ReadSettings reads a settings file as strictly as a policy, and tells its
// faults in the same way.
func ReadSettings(name string, data []byte, keys []SettingKey) (Settings, error) {
	set := Settings{}
	if !says(string(data)) {
		return set, nil
	}
	s := &source{name: name}
	root, err := s.document(data)
	if err != nil {
		return nil, err
	}
	set.section(s, root, "the file", "", keys)
	return set, s.err()
}

// says tells whether a file holds more than blank lines and remarks.
func says(text string) bool {
	for line := range strings.Lines(strings.TrimPrefix(text, "\ufeff")) {
		if line = strings.TrimSpace(line); line != "" && !strings.HasPrefix(line, "#") {
			return true
		}
	}
	return false
}

// section takes the keys of the file, or of a section of it that faults call what;
// the prefix stands before their names.
func (set Settings) section(s *source, n *yaml.Node, what, prefix string, keys []SettingKey) {
	known := make([]Key, len(keys))
	for i, k := range keys {
		known[i].Name = k.Name
	}
	m := s.mapping(n, what, known)
	for _, k := range keys {
		if n := m.values[k.Name]; n != nil && n.ShortTag() != "!!null" {
			set.key(m, prefix, k)
		}
	}
}

// key takes one key that says something.
func (set Settings) key(m mapping, prefix string, k SettingKey) {
	n, name := m.values[k.Name], prefix+k.Name
	var texts []string
	switch {
	case k.Kind == Section:
		set.section(m.source, n, k.Name, name+".", k.Keys)
		return
	case k.Kind == Pairs:
		for _, p := range m.pairs(k.Name) {
			if w, ok := m.scalar(p.value, p.key.text); ok {
				texts = append(texts, p.key.text+"="+w.text)
				set[name+"."+p.key.text] = Setting{texts[len(texts)-1:], p.key.line}
			}
		}
	case k.Kind == List && n.Kind == yaml.SequenceNode:
		for _, one := range n.Content {
			if w, ok := m.scalar(one, m.name(k.Name)); ok {
				texts = append(texts, m.allowed(k, w))
			}
		}
	default:
		if w, ok := m.scalar(n, m.name(k.Name)); ok {
			texts = []string{m.allowed(k, w)}
		}
	}
	set[name] = Setting{texts, n.Line}
}

// allowed holds a value against what its key may have.
func (m mapping) allowed(k SettingKey, w word) string {
	if k.Kind == Number {
		m.number(k.Name)
	}
	allowed := k.Allowed
	if k.Kind == Truth {
		allowed = []string{"true", "false"}
	}
	if len(allowed) > 0 && !slices.Contains(allowed, w.text) {
		m.fault(w.line, "%s is %s; allowed: %s", m.name(k.Name), w.text, strings.Join(allowed, ", "))
	}
	return w.text
}
