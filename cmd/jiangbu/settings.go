package main

import (
	"errors"
	"io/fs"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"jiangbu/calc"
	"jiangbu/calc/policy"
	"jiangbu/cmd/internal/console"
	"jiangbu/sheets/notice"
)

// settingsName is the file that makes a folder a year's folder: commands run in
// that folder take from it what their flags do not say.
const settingsName = "jiangbu.yaml"

// settings is a settings file that was read: its values, each with the line that
// it stands on. The zero value is the settings of no file.
type settings struct {
	name   string // as messages show it, "" for none
	values policy.Settings
	prefix string // of the keys: "notice." for that section of a year's
	dir    string // of the file
}

// settingKeys are the keys of the file, in the order in which they are shown.
// All but the last three are flags of run; the last two are of several values each.
var settingKeys = []policy.SettingKey{
	{Name: "year"}, {Name: "policy"}, {Name: "budget"},
	{Name: "over-budget", Allowed: []string{overReport, overProrate}}, {Name: "round"},
	{Name: "protect", Kind: policy.List},
	{Name: "prior", Kind: policy.List}, {Name: "rulings"}, {Name: "compare"},
	{Name: "lists", Kind: policy.List}, {Name: "firms"}, {Name: "exclude", Kind: policy.List},
	{Name: "other-awards", Kind: policy.List},
	{Name: "lists-decide", Allowed: []string{"yes", "no"}}, {Name: "decided-on"}, {Name: "letters"},
	{Name: "out"}, {Name: "json"}, {Name: "strict", Kind: policy.Truth},
	{Name: "submissions", Kind: policy.List}, {Name: "readings", Kind: policy.Pairs},
	{Name: "notice", Kind: policy.Section, Keys: noticeKeys},
}

// noticeKeys are the keys below notice, and of a settings file of publish.
var noticeKeys = []policy.SettingKey{
	{Name: "fund"}, {Name: "unit"}, {Name: "contact"}, {Name: "supervision"}, {Name: "days", Kind: policy.Number},
	{Name: "by", Allowed: calc.Mapped(notice.Orders, func(by notice.By) string { return string(by) })},
	{Name: "amounts", Allowed: calc.Mapped(notice.Units, func(unit notice.Amounts) string { return string(unit) })},
	{Name: "credit-code", Kind: policy.Truth}, {Name: "holidays"},
	{Name: "accept-doubt", Kind: policy.List},
	{Name: "format", Kind: policy.List, Allowed: notice.Formats},
}

// readYearSettings reads the settings of the folder that the command runs in;
// none where it is no year's folder.
func readYearSettings(s *console.Console) (settings, error) {
	values, err := readSettings(s, settingsName, settingKeys)
	if errors.Is(err, fs.ErrNotExist) {
		return settings{}, nil
	}
	return settings{name: settingsName, values: values}, err
}

// readSettings reads a settings file, strictly.
func readSettings(s *console.Console, path string, keys []policy.SettingKey) (policy.Settings, error) {
	data, err := readText(path)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return nil, err
	case err != nil:
		return nil, unreadablePath(s, path, err)
	}
	set, err := policy.ReadSettings(filepath.ToSlash(path), data, keys)
	if err != nil {
		return nil, s.Refuse("settings/broken", filepath.ToSlash(path), err)
	}
	return set, nil
}

// one is the text of a key, "" where it is not set.
func (y settings) one(key string) string { return append(y.values[y.prefix+key].Texts, "")[0] }

// holidays is the file of the holidays, which lies beside that of the settings; a
// year's folder has it by its name.
func (y settings) holidays() string {
	path := filepath.FromSlash(y.one("holidays"))
	if found := y.found(y.prefix + "holidays"); path == "" && len(found) > 0 {
		return found[0]
	}
	if path == "" || filepath.IsAbs(path) {
		return path
	}
	return filepath.Join(y.dir, path)
}

// place is "jiangbu.yaml:3".
func place(name string, line int) string { return name + ":" + strconv.Itoa(line) }

// allowed refuses what a key of a notice does not take.
func allowed(s *console.Console, key string, values ...string) error {
	at := slices.IndexFunc(noticeKeys, func(k policy.SettingKey) bool { return k.Name == key })
	for _, v := range values {
		if !slices.Contains(noticeKeys[at].Allowed, v) {
			return s.Refuse("flag-choice", "--"+key, v, strings.Join(noticeKeys[at].Allowed, ", "))
		}
	}
	return nil
}
