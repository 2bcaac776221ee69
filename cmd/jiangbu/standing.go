package main

import (
	"archive/zip"
	"context"
	"errors"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"jiangbu/calc"
	"jiangbu/cmd/internal/console"
	"jiangbu/sheets"
	"jiangbu/sheets/report"
	"jiangbu/sheets/roster"
)

// standing is the report that stands under the name of the one to be written.
// What a person filled in there is taken into the new one, or the old one stays.
type standing struct {
	path    string
	id      string // of its result
	year    int
	rulings []calc.Ruling
	taken   map[string]*calc.Ruling // those that its own run took, by key: what another file says now goes before them
	other   calc.Findings           // rulings that are not understood, notes that a person added
}

// readStanding reads the report that stands at path, nil where there is none: no
// file, or one that is no report of ours. One that a person edited into a
// contradiction, or locked, is refused: nobody knows what it holds.
func readStanding(ctx context.Context, s *console.Console, path string) (*standing, error) {
	if info, err := os.Stat(path); err != nil || !info.Mode().IsRegular() {
		return nil, nil
	}
	f, err := os.Open(path)
	if err != nil { // nobody knows what it holds
		return nil, unreadablePath(s, path, err)
	}
	f.Close()
	book, _, err := openSideInput(ctx, s, path)
	switch {
	case err != nil && wasLocked(sheets.Input{Path: path, File: path}):
		return nil, err
	case err != nil: // no workbook
		return nil, nil
	}
	defer book.Close()
	if !report.Is(book) {
		return nil, nil
	}
	r, findings := soundly(book)
	if r == nil {
		return nil, s.Refuse("standing/unreadable", unreadable(s, path, findings))
	}
	st := &standing{path: path, id: r.ID, year: r.Year, rulings: r.Rulings, taken: map[string]*calc.Ruling{}}
	for i := range r.Records {
		st.taken[r.Records[i].Key] = r.Records[i].Ruling
	}
	others := func(f calc.Finding) bool { return stage(f.Code) != "ruling" }
	st.other = slices.Concat(slices.DeleteFunc(findings, others), report.Notes(book, roster.SheetCheck), comments(path))
	return st, nil
}

// comments are the comments that a person hung on cells: a report of ours has
// none.
func comments(path string) (fs calc.Findings) {
	z, err := zip.OpenReader(path)
	if err != nil { // it was locked
		return nil
	}
	defer z.Close()
	for _, part := range z.File {
		if strings.HasPrefix(part.Name, "xl/comments") || strings.HasPrefix(part.Name, "xl/threadedComments") {
			fs.Add("report/note", calc.Ref{File: path}, "单元格批注")
			break
		}
	}
	return fs
}

// replaced tells whether the standing report may be replaced: a year's folder has
// one, which goes on. That of another year is not what the folder is for.
func (st *standing) replaced(s *console.Console, o runOptions, year int) (bool, error) {
	if st != nil && st.year != year && !o.force {
		return false, s.Refuse("standing/other-year", st.path, st.year, year)
	}
	return o.force || st != nil && o.inYear, nil
}

// carry takes the rulings of the standing report: all, where none are asked for by
// name; else those on records that the named file says nothing of, and says so: to
// withdraw one, it is cleared in both.
func (st *standing) carry(s *console.Console, o *runOptions, pl *plan) error {
	if st == nil || st.year != pl.batch.AwardYear {
		return nil
	}
	named := calc.Places(pl.batch.Rulings, func(r calc.Ruling) string { return r.Key })
	var carried []calc.Ruling
	var places []string
	for _, r := range st.rulings {
		if named[r.Key] == 0 {
			carried, places = append(carried, r), append(places, placeOf(&r))
		}
	}
	if len(carried) == 0 {
		return nil
	}
	if o.rulings != "" {
		s.Say("standing/both", o.rulings, len(carried), st.path, strings.Join(places, "\n"))
	}
	sum, err := hashFile(st.path)
	if err != nil {
		return pathFault(s, err)
	}
	pl.batch.Rulings = append(pl.batch.Rulings, carried...)
	pl.carried = st.path
	pl.sideInputs = append(pl.sideInputs, calc.BesideFile{Use: "审定意见", File: filepath.Base(st.path), SHA256: sum})
	return nil
}

// keep refuses to replace the standing report while it holds what the result
// has not taken: a ruling, one that is not understood, a note.
func (st *standing) keep(s *console.Console, result *calc.Result) error {
	if st == nil {
		return nil
	}
	lost := st.untaken(result)
	for _, f := range st.other {
		lost = append(lost, strings.TrimPrefix(f.Ref.Sheet+"!"+f.Ref.Cell(), "!")+" "+f.Message()+" ["+string(f.Code)+
			"]")
	}
	if len(lost) == 0 {
		return nil
	}
	return s.Refuse("standing/lost", st.path, len(lost), strings.Join(lost, "\n"))
}

// untaken are the rulings that the result has not taken, by their place and
// company.
func (st *standing) untaken(result *calc.Result) (lost []string) {
	ruled := map[string]*calc.Ruling{}
	for i := range result.Decisions {
		ruled[result.Records[i].Key] = result.Decisions[i].Ruling
	}
	for i := range st.rulings {
		r := &st.rulings[i]
		if now := ruled[r.Key]; now == nil || !now.Same(r) && !st.taken[r.Key].Same(r) {
			lost = append(lost, placeOf(r))
		}
	}
	return lost
}

// placeOf is where a ruling stands in its report, and whose it is.
func placeOf(r *calc.Ruling) string { return r.Ref.Sheet + "!" + r.Ref.Cell() + " " + r.Company }

// sayOthers says where a copy of the report lies beside it, as 奖补报告(2).xlsx,
// with rulings that this run has not taken: the report under its own name goes on.
func sayOthers(ctx context.Context, s *console.Console, out string, result *calc.Result) {
	ext := filepath.Ext(out)
	beside, err := filepath.Glob(strings.TrimSuffix(filepath.Base(out), ext) + "?*" + ext)
	if err != nil || filepath.Base(out) != out {
		return
	}
	for _, path := range beside {
		st, err := readStanding(ctx, s, path)
		if err != nil || st == nil || st.year != result.AwardYear {
			continue
		}
		if lost := st.untaken(result); len(lost) > 0 {
			s.Say("standing/other", path, len(lost), out, strings.Join(lost, "\n"))
		}
	}
}

// sayMixed says where the report and the JSON that stand are not of one run: a
// run that was killed between the two left them, or somebody copied one.
func (st *standing) sayMixed(s *console.Console, json string) {
	if st == nil || json == "" || json == "-" {
		return
	}
	if id := jsonID(json); id != "" && id != st.id {
		s.Say("standing/mixed", st.path, json)
	}
}

// jsonID is the number of the result in its JSON, whose last key it is; "" where
// there is none.
func jsonID(path string) (id string) {
	lookInto(path, func(f io.ReaderAt, size int64) {
		tail := make([]byte, 128)
		n, err := f.ReadAt(tail, max(0, size-int64(len(tail))))
		if err != nil && !errors.Is(err, io.EOF) {
			return
		}
		_, rest, found := strings.Cut(string(tail[:n]), "\n  \"id\": \"")
		if text, _, closed := strings.Cut(rest, "\""); found && closed {
			id = text
		}
	})
	return id
}
