package main

import (
	"context"
	"errors"
	"io"
	"os"
	"slices"

	"jiangbu/calc"
	"jiangbu/cmd/internal/console"
	"jiangbu/cmd/internal/outfile"
	"jiangbu/sheets"
	"jiangbu/sheets/report"
)

// reserve makes sure, before the long work, that the outputs can be written.
// The caller closes what it gives. A report is replaced by none of them, whatever
// is forced: a person may have filled it in. Run alone, which takes that over,
// names the one that it replaces.
func reserve(s *console.Console, plan outfile.Plan, replaced ...string) (*outfile.Batch, error) {
	out, err := outfile.Reserve(plan)
	if err != nil {
		return nil, outputFault(s, err)
	}
	for _, path := range plan.Files {
		if !slices.Contains(replaced, path) && holdsReport(path) {
			out.Close()
			return nil, s.Refuse("output/report", path)
		}
	}
	return out, nil
}

// holdsReport tells whether a report of ours stands at path.
func holdsReport(path string) bool {
	if info, err := os.Stat(path); err != nil || !info.Mode().IsRegular() {
		return false
	}
	book, _, err := sheets.Open(sheets.Input{Path: path, File: path, Limits: sheets.ReportLimits})
	if err != nil || book == nil {
		return false
	}
	defer book.Close()
	return report.Is(book)
}

// writeFiles writes reserved outputs, all or none. Where Excel opened the old file
// while we worked, the new one stands beside it and a person must look.
func writeFiles(ctx context.Context, s *console.Console, out *outfile.Batch, files ...outfile.File) error {
	defer s.Stage("write", 0)()
	if err := out.Write(ctx, files...); err != nil {
		return outputFault(s, err)
	}
	for _, path := range out.Aside() {
		s.Say("output/aside", path, out.Name(path))
		s.Attention = true
	}
	return nil
}

// writeAtOnce reserves and writes outputs that cost no long work.
func writeAtOnce(ctx context.Context, s *console.Console, plan outfile.Plan, files []outfile.File) error {
	plan.Files = paths(files)
	out, err := reserve(s, plan)
	if err != nil {
		return err
	}
	defer out.Close()
	return writeFiles(ctx, s, out, files...)
}

// withJSON are the outputs of a command that writes its result as JSON too,
// where a file is named for it; "-" is stdout.
func withJSON(file outfile.File, json string, writeJSON func(io.Writer) error) []outfile.File {
	if json == "" || json == "-" {
		return []outfile.File{file}
	}
	return []outfile.File{file, {Path: json, Write: writeJSON}}
}

// paths are the names of files.
func paths(files []outfile.File) []string {
	return calc.Mapped(files, func(f outfile.File) string { return f.Path })
}

// pathOf is where an input lies.
func pathOf(in sheets.Input) string { return in.Path }

// outputFault says why an output was not written; nil where it was.
func outputFault(s *console.Console, err error) error {
	f, ok := errors.AsType[*outfile.Fault](err)
	if errors.Is(err, context.Canceled) {
		return s.Refuse("stopped")
	}
	if !ok {
		return err
	}
	args := []any{f.Path}
	if f.Folder != "" {
		args = append(args, f.Folder)
	}
	if f.Err != nil {
		args = append(args, f.Err)
	}
	return s.Refuse("output/"+string(f.Reason), args...)
}
