package main

import (
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"

	"jiangbu/calc"
	"jiangbu/sheets"
	"jiangbu/sheets/report"
)

// saveResult writes the report and, where asked for, the JSON: both or none.
// The report is drafted and read back first; the JSON takes its name while the
// report stands complete beside its own.
func saveResult(s streams, o runOptions, r *calc.Result, extra []report.Extra) error {
	defer s.stage("write", 0)()
	dir, leave, err := workplace()
	if err != nil {
		return s.cannotWrite(o.out, err)
	}
	defer leave()
	draft := filepath.Join(dir, "report.xlsx")
	if err := draftReport(s, draft, r, extra); err != nil {
		return s.cannotWrite(o.out, err)
	}
	err = save(s, o.out, o.force, func(w io.Writer) error {
		if err := copyFile(w, draft); err != nil || o.json == "" || o.json == "-" {
			return err
		}
		return save(s, o.json, o.force, func(w io.Writer) error { return calc.WriteJSON(w, r) })
	})
	if err == nil && o.json == "-" {
		err = calc.WriteJSON(s.out, r)
	}
	return err
}

// save writes a file whole or not at all and says what stood in the way. Where
// Excel opened the old file while we worked, the new one stands beside it under
// another name, and the user is told: the work is not lost.
func save(s streams, path string, force bool, write func(io.Writer) error) error {
	err := saveQuietly(s, path, force, write)
	if aside, ok := errors.AsType[*sheets.Aside](err); ok && s.session != nil {
		s.session.putAside(path, aside.Beside)
		s.say("output/aside", path, aside.Beside)
		return nil
	}
	return s.cannotWrite(path, err)
}

// saveQuietly is save without the words. A panic while writing is an error
// here, so that the unfinished file is removed.
func saveQuietly(s streams, path string, force bool, write func(io.Writer) error) error {
	return sheets.Save(path, force, func(w io.Writer) (err error) {
		defer func() {
			if p := recover(); p != nil {
				err = fmt.Errorf("program error: %v", p)
			}
		}()
		return write(stoppable{s, w})
	})
}

// cannotWrite says why an output was not written; nil where it was.
func (s streams) cannotWrite(path string, err error) error {
	f, ok := errors.AsType[*fault](err)
	switch {
	case err == nil:
		return nil
	case ok: // of another output, written within this one, or of the user
		return f
	case errors.Is(err, sheets.ErrExists):
		return s.refuse("output/exists", path)
	case errors.Is(err, sheets.ErrInUse):
		return s.refuse("output/open", path)
	case diskFull(err):
		return s.refuse("output/full", path)
	}
	return s.refuse("output/failed", path, reasonOf(err))
}

// draftReport writes the report to a plain file, reads it back and compares it
// with the result, before a byte of it is handed on.
func draftReport(s streams, path string, r *calc.Result, extra []report.Extra) error {
	f, err := os.Create(path)
	if err != nil {
		return err
	}
	if err := errors.Join(report.Write(stoppable{s, f}, r, extra...), f.Close()); err != nil {
		return err
	}
	return report.Check(path, r)
}

// copyFile hands the bytes of a file on.
func copyFile(w io.Writer, path string) error {
	f, err := os.Open(path)
	if err != nil {
		return err
	}
	defer f.Close()
	_, err = io.Copy(w, f)
	return err
}
