package main

import (
	"io"
	"path/filepath"
	"slices"
	"strings"

	"jiangbu/calc"
	"jiangbu/cmd/internal/console"
	"jiangbu/sheets/notice"
)

// standingFile is a file of a notice that stands in a folder, and the number of
// the publication that it belongs to.
type standingFile struct {
	path   string
	number notice.Number
}

// standingSet are the files of the notice of this name in a folder that tell
// which publication they belong to.
func standingSet(dir, name string) (set []standingFile) {
	for _, file := range notice.Files(name) {
		path := filepath.Join(dir, file)
		if number := numberIn(path); number != "" {
			set = append(set, standingFile{path, number})
		}
	}
	return set
}

// numberIn is the number that a file carries, "" where it has none or cannot be
// read: what else is wrong with it, whoever reads or replaces it says.
func numberIn(path string) (number notice.Number) {
	lookInto(path, func(f io.ReaderAt, size int64) { number = notice.NumberIn(f, size) })
	return number
}

// strangers are the files that do not belong to the publication of a number.
func strangers(set []standingFile, number notice.Number) (all []string) {
	for _, f := range set {
		if f.number != number {
			all = append(all, filepath.ToSlash(f.path))
		}
	}
	return all
}

// sayMixed says where files that stand are of two publications, and will be
// replaced: one that was killed left them, or somebody copied one.
func sayMixed(s *console.Console, set []standingFile) {
	if len(set) == 0 {
		return
	}
	if others := strangers(set, set[0].number); len(others) > 0 {
		s.Say("publish/mixed", filepath.ToSlash(set[0].path), strings.Join(others, "、"))
	}
}

// sayLeft says which files that were not written now belong to another
// publication than those beside them.
func sayLeft(s *console.Console, set []standingFile, number notice.Number) {
	if others := strangers(set, number); len(others) > 0 {
		s.Say("publish/left", strings.Join(others, "、"))
		s.Attention = true
	}
}

// holdSet holds the published notice against its own number and those of the
// files beside it: of what is mixed, or was edited, nobody knows what the public
// was shown.
func (o *publishOptions) holdSet(published *notice.Proposed, year string) (fs calc.Findings) {
	name := filepath.Base(o.proposed)
	name = strings.TrimSuffix(name, filepath.Ext(name))
	set := standingSet(filepath.Dir(o.proposed), name)
	if len(set) == 0 {
		return nil
	}
	at, number := calc.Ref{File: o.proposed}, set[0].number
	if i := slices.IndexFunc(set, func(f standingFile) bool { return f.path == filepath.Clean(o.proposed) }); i >= 0 {
		number = set[i].number
	}
	switch others := strangers(set, number); {
	case len(others) > 0:
		fs.Add("notice/mixed", at, strings.Join(others, "、"))
	case number.Year() != year:
		fs.Add("notice/other-year", at, number.Year(), year)
	case !published.Has(number):
		fs.Add("notice/edited", at)
	}
	return fs
}
