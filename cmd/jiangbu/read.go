package main

import (
	"cmp"
	"context"
	"crypto/sha256"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"path"
	"runtime"
	"slices"
	"sync"

	"jiangbu/calc"
	"jiangbu/calc/standard"
	"jiangbu/calc/written"
	"jiangbu/cmd/internal/console"
	"jiangbu/cmd/internal/outfile"
	"jiangbu/sheets"
	"jiangbu/sheets/survey"
)

// submissions is what the workbooks of a batch say, standardised. Records and
// inputs stand in the order of the files, sheets and rows.
type submissions struct {
	inputs   []calc.Input
	records  []calc.Record
	findings calc.Findings // those that stand on no record
}

// submission is what one workbook gave.
type submission struct {
	input    calc.Input
	rows     []calc.Row
	findings calc.Findings
	original string // the file that it is the marked copy of, "" for what is none
	err      error
}

// findWorkbooks lists the workbooks under the arguments and refuses arguments
// without any.
func findWorkbooks(s *console.Console, paths []string) ([]sheets.Input, calc.Findings, error) {
	if len(paths) == 0 {
		return nil, nil, s.Refuse("no-path")
	}
	inputs, findings, err := sheets.Find(paths)
	if err != nil {
		return nil, nil, pathFault(s, err)
	}
	return inputs, findings, nil
}

// pathFault says what is wrong with an argument that names a file or folder.
func pathFault(s *console.Console, err error) error {
	place, ok := errors.AsType[*fs.PathError](err)
	switch {
	case !ok:
		return err
	case errors.Is(err, sheets.ErrMissing):
		return s.Refuse("path-missing", place.Path)
	case errors.Is(err, sheets.ErrNotRegular):
		return s.Refuse("path-odd", place.Path)
	case errors.Is(err, sheets.ErrNoSpreadsheet):
		return s.Refuse("no-workbook", place.Path)
	}
	return unreadablePath(s, place.Path, err)
}

// unreadablePath says why the disk does not give a file or folder.
func unreadablePath(s *console.Console, path string, err error) error {
	if console.InUse(err) {
		return s.Refuse("path-in-use", path)
	}
	return s.Refuse("path-unreadable", path, outfile.Cause(err))
}

// readSubmissions reads the workbooks, several at once, and standardises their
// rows together: which workbook is read first changes nothing.
func readSubmissions(ctx context.Context, s *console.Console, inputs []sheets.Input,
	p *calc.Policy) (submissions, error) {
	for i := range inputs { // before the long work, so that nobody need stay
		if err := findPassword(ctx, s, &inputs[i]); err != nil {
			return submissions{}, err
		}
	}
	defer s.Stage("read", len(inputs))()
	v := standard.NewVocabulary(p)
	read := make([]submission, len(inputs))
	atOnce(len(inputs), func(i int) {
		if read[i].err = s.Stopped(ctx); read[i].err != nil {
			return
		}
		read[i] = readOne(inputs[i], v)
		s.Advance(1, len(read[i].rows))
		s.Note("workbook", "file", inputs[i].File, "rows", len(read[i].rows), "status", string(read[i].input.Status))
	})
	return collect(read, p)
}

// collect puts together what the workbooks gave, in their order.
func collect(read []submission, p *calc.Policy) (all submissions, err error) {
	count := 0
	for i := range read {
		count += len(read[i].rows)
	}
	rows := make([]calc.Row, 0, count)
	tuneGC(cap(rows))
	first := map[string]string{} // file by SHA-256
	all.findings = copiesBesideOriginals(read)
	for i := range read {
		one := read[i]
		read[i].rows = nil // they go on as all.records
		if one.err != nil {
			return submissions{}, one.err
		}
		if before, twice := first[one.input.SHA256]; twice && one.input.SHA256 != "" {
			one = submission{input: calc.Input{File: one.input.File, SHA256: one.input.SHA256,
				Status: calc.InputDuplicate}}
			one.findings.Add("file/duplicate", calc.Ref{File: one.input.File}, before)
		} else {
			first[one.input.SHA256] = one.input.File
		}
		all.inputs = append(all.inputs, one.input)
		all.findings = append(all.findings, one.findings...)
		rows = append(rows, one.rows...)
	}
	records, findings := standard.Standardise(rows, p)
	all.records = records
	all.findings = append(all.findings, findings...)
	all.bookCopies()
	return all, nil
}

// bookCopies has the accounts say which sheets were left out as copies of
// others. Such a sheet was not read in spite of being hidden.
func (all *submissions) bookCopies() {
	copied := map[calc.Ref]bool{}
	for _, f := range all.findings {
		if f.Code == "table/copy" {
			copied[f.Ref] = true
		}
	}
	if len(copied) == 0 {
		return
	}
	all.findings = slices.DeleteFunc(all.findings, func(f calc.Finding) bool {
		return f.Code == "table/hidden" && copied[f.Ref]
	})
	left := map[string]int{}
	for i := range all.records {
		left[all.records[i].Source.File]++
	}
	for i := range all.inputs {
		in := &all.inputs[i]
		in.Rows = left[in.File]
		for n := range in.Sheets {
			if a := &in.Sheets[n]; copied[calc.Ref{File: in.File, Sheet: a.Sheet}] {
				a.LeaveOut(a.Records)
			}
		}
	}
}

// copiesBesideOriginals asks about each marked copy whose original was submitted
// too: the district may have corrected either of them.
func copiesBesideOriginals(read []submission) (findings calc.Findings) {
	files := map[string]string{} // by the name without folders
	for i := range read {
		if read[i].original == "" {
			files[path.Base(read[i].input.File)] = read[i].input.File
		}
	}
	for i := range read {
		if file, both := files[path.Base(read[i].original)]; both {
			findings.Add("file/marked-copy", calc.Ref{File: read[i].input.File}, file)
		}
	}
	return findings
}

// atOnce calls work for 0 … n-1, as many at a time as there are processors, so
// that no more workbooks than that are open together.
func atOnce(n int, work func(i int)) {
	busy := make(chan bool, runtime.GOMAXPROCS(0))
	var wait sync.WaitGroup
	for i := range n {
		busy <- true
		wait.Go(func() {
			work(i)
			<-busy
		})
	}
	wait.Wait()
}

// readOne reads a workbook. One that cannot be read to its end is refused
// whole: half a workbook is worse than none.
func readOne(in sheets.Input, v *standard.Vocabulary) (one submission) {
	defer func() {
		if p := recover(); p != nil {
			one.err = fmt.Errorf("%s: program error: %v", in.File, p)
		}
	}()
	one.input = calc.Input{File: in.File, Status: calc.InputRefused}
	book, findings, err := sheets.Open(in)
	one.findings = findings
	if err != nil { // the file's own fault: the batch goes on
		one.findings.Add("file/unreadable", calc.Ref{File: in.File}, reason(err))
		return one
	}
	if book == nil {
		one.input.SHA256, one.err = hashInput(in)
		return one
	}
	one.input.SHA256 = book.SHA256
	one.original = survey.MarkedFrom(book)
	rows, more, accounts := survey.Read(book, v)
	one.findings = append(one.findings, more...)
	if refused(one.findings, rows) {
		return one
	}
	one.rows, one.input.Rows, one.input.Status = rows, len(rows), calc.InputRead
	one.input.Sheets = accounts
	return one
}

// reason is why the disk did not give a file, in the words of its reader.
func reason(err error) string {
	if errors.Is(err, fs.ErrNotExist) {
		return "文件已不在原处"
	}
	return cmp.Or(console.SystemWords(err), fmt.Sprintf("磁盘没有给出内容（%v）", outfile.Cause(err)))
}

// refused tells whether a workbook gave nothing to decide on: its file is at
// fault, or no table was understood in it.
func refused(findings calc.Findings, rows []calc.Row) bool {
	return slices.ContainsFunc(findings, func(f calc.Finding) bool {
		return f.Severity() == calc.Error && (len(rows) == 0 || stage(f.Code) == "file")
	})
}

// hashInput is the SHA-256 of an input that was refused: of its own bytes where
// it stands in a zip that gives them, since the next one in it is another.
func hashInput(in sheets.Input) (string, error) {
	if in.Entry == "" {
		return hashFile(in.Path)
	}
	data, _, err := sheets.Bytes(in)
	if data == nil {
		return "", err
	}
	return fmt.Sprintf("%x", sha256.Sum256(data)), nil
}

func hashFile(path string) (string, error) {
	f, err := openRegular(path)
	if odd, ok := errors.AsType[written.Fault](err); ok {
		return "", &fs.PathError{Op: "open", Path: path, Err: odd}
	}
	if err != nil {
		return "", err
	}
	defer f.Close()
	h := sha256.New()
	_, err = io.Copy(h, f)
	return fmt.Sprintf("%x", h.Sum(nil)), err
}
