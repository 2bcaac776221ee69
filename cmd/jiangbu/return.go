package main

import (
	"context"
	"crypto/sha256"
	"errors"
	"fmt"
	"io"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"

	"jiangbu/calc"
	"jiangbu/cmd/internal/console"
	"jiangbu/cmd/internal/outfile"
	"jiangbu/sheets"
	"jiangbu/sheets/survey"
)

// checkReturn refuses a folder for the copies that is read itself: the next
// check would take the copies for submissions.
func checkReturn(s *console.Console, dir string, paths []string) error {
	if dir == "" {
		return nil
	}
	for _, p := range paths {
		if info, err := os.Stat(p); err == nil && info.IsDir() && outfile.Inside(dir, p) {
			return s.Refuse("return/inside", dir, p)
		}
	}
	return nil
}

// returnCopies writes a marked copy of each workbook with a finding into the
// folder, all of them or none, and says of the others why there is none. The
// words go to w.
func returnCopies(ctx context.Context, s *console.Console, o checkOptions, w io.Writer, inputs []sheets.Input,
	sub submissions, findings calc.Findings) error {
	var copies []outfile.File
	plan := outfile.Plan{Folders: []string{o.ret}, Replace: o.force,
		Sources: append(append(calc.Mapped(inputs, pathOf), o.paths...), o.policy)}
	var words []string
	taken := map[string]bool{}
	clean := 0
	for i, in := range inputs {
		if why := sub.inputs[i].Status; why != calc.InputRead {
			words = append(words, s.Text("return/"+string(why), in.File))
			continue
		}
		if !slices.ContainsFunc(findings, func(f calc.Finding) bool { return f.Ref.File == in.File }) {
			clean++
			continue
		}
		m, err := markOne(s, in, sub.inputs[i].SHA256, findings)
		if errors.Is(err, survey.ErrTooLarge) {
			words = append(words, s.Text("return/too-large", in.File))
			continue
		}
		if err != nil {
			return err
		}
		if m.Rebuilt {
			words = append(words, s.Text("return/rebuilt", in.File))
		}
		if wasLocked(in) {
			words = append(words, s.Text("return/unlocked", in.File))
		}
		name := filepath.Join(o.ret, filepath.FromSlash(copyName(in.File, m.Rebuilt, taken)))
		plan.Folders = append(plan.Folders, filepath.Dir(name))
		copies = append(copies, outfile.File{Path: name,
			Write: func(w io.Writer) error { _, err := w.Write(m.Data); return err }})
	}
	if err := writeAtOnce(ctx, s, plan, copies); err != nil {
		return err
	}
	if clean > 0 {
		words = append(words, s.Text("return/clean", clean))
	}
	words = append(words, s.Text("return/done", len(copies), o.ret))
	_, err := fmt.Fprintln(w, strings.Join(words, "\n"))
	return err
}

// markOne marks one workbook. Its bytes are read once more, and must be those
// that were checked.
func markOne(s *console.Console, in sheets.Input, sum string, findings calc.Findings) (survey.Marked, error) {
	data, _, err := sheets.Bytes(in)
	if err != nil {
		return survey.Marked{}, pathFault(s, err)
	}
	if fmt.Sprintf("%x", sha256.Sum256(data)) != sum {
		return survey.Marked{}, s.Refuse("return/changed", in.File)
	}
	book, refused := sheets.OpenBytes(in.File, data, in.Passwords...)
	if book == nil {
		return survey.Marked{}, s.Refuse("side-input/unreadable", in.File, refused[0].Message(), refused[0].Hint())
	}
	return survey.Mark(book, sheets.Unlocked(data, in.Passwords), findings)
}

// copyName is the submission's own name, with the extension of what the copy
// is, and another one where two would have the same.
func copyName(file string, rebuilt bool, taken map[string]bool) string {
	name, ext := file, strings.ToLower(path.Ext(file))
	if workbook := ext == ".xlsx" || ext == ".xlsm" || ext == ".xltx" || ext == ".xltm"; rebuilt && ext != ".xlsx" ||
		!workbook {
		name = strings.TrimSuffix(file, path.Ext(file)) + ".xlsx"
		if taken[name] {
			name = file + ".xlsx"
		}
	}
	taken[name] = true
	return name
}
