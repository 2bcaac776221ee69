package sheets

import (
	"fmt"
	"os"
	"path/filepath"
)

// Written is a workbook that this program has just written, opened to be held
// against what it was written from. It is read once: each sheet straight from
// the disk when its rows are asked for, so that whatever is wrong with it is a
// finding of Rows. No size is too large, and merged ranges and hidden columns
// are not known.
type Written struct {
	Book
	zip *container
}

// OpenWritten opens a workbook of ours. The caller closes it.
func OpenWritten(path string) (*Written, error) {
	file, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	w := &Written{Book: Book{File: filepath.Base(path), disk: file}}
	if err := w.list(file); err != nil {
		file.Close()
		return nil, err
	}
	return w, nil
}

// list finds the sheets.
func (w *Written) list(file *os.File) error {
	info, err := file.Stat()
	if err != nil {
		return err
	}
	zip, r := openContainer(file, info.Size(), unlimited)
	if r != nil {
		return r.fault()
	}
	w.zip = zip
	x := &xlsx{zip: w.zip, deferred: true}
	sheets, r := x.read()
	if r != nil {
		return r.fault()
	}
	w.Sheets = sheets
	return nil
}

// Check reads the parts that nobody has read to their ends and says what is
// wrong with the first that does not hold.
func (w *Written) Check() error {
	if r := w.zip.check(); r != nil {
		return r.fault()
	}
	return nil
}

// fault is a refusal of a file that is our own.
func (r *refusal) fault() error {
	f := r.finding("")
	return fmt.Errorf("%s: %s", f.Code, f.Message())
}
