package survey

import (
	"archive/zip"
	"bufio"
	"bytes"
	"errors"
	"io"
	"path"
)

// keptEmpty is how many rows below the last that holds something a copy keeps
// with their format: room for a clerk to go on. Who formats whole columns
// formats a million rows, which the library would load one by one.
const keptEmpty = 1000

// withoutEmptyEnd is a workbook whose sheets end where their rows end that hold
// something or are hidden, where more than [keptEmpty] follow; cut is false, and
// the workbook as it was, where none do.
func withoutEmptyEnd(data []byte) (out []byte, cut bool) {
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		return data, false
	}
	var b bytes.Buffer
	w := zip.NewWriter(&b)
	for _, f := range z.File {
		part, shorter, err := shortened(f)
		if err == nil && shorter {
			cut = true
			err = store(w, f.Name, part)
		} else if err == nil {
			err = w.Copy(f)
		}
		if err != nil {
			return data, false // who opens it says what is wrong
		}
	}
	if !cut || w.Close() != nil {
		return data, false
	}
	return b.Bytes(), true
}

// shortened is a sheet without its empty end; shorter is false of any other part.
func shortened(f *zip.File) (part []byte, shorter bool, err error) {
	if ok, _ := path.Match("xl/worksheets/*.xml", f.Name); !ok {
		return nil, false, nil
	}
	r, err := f.Open()
	if err != nil {
		return nil, false, err
	}
	defer r.Close()
	e := emptyEnd{}
	if err := e.read(r); err != nil {
		return nil, false, err
	}
	return e.kept, e.cut, nil
}

func store(w *zip.Writer, name string, part []byte) error {
	out, err := w.CreateHeader(&zip.FileHeader{Name: name, Method: zip.Store})
	if err != nil {
		return err
	}
	_, err = out.Write(part)
	return err
}

// emptyEnd takes the empty rows off the end of a sheet.
type emptyEnd struct {
	kept    []byte // the part so far, without what waits
	waiting []byte // empty rows that may be the last, the first of them as far as they are kept
	rows    int    // that wait, or were left out already
	inRows  bool
	holds   bool // the row at hand holds something
	cut     bool
}

var errTooLong = errors.New("a sheet too long to be loaded")

// read reads the XML of a sheet, tag by tag. Whatever is no empty row or cell
// counts as something held.
func (e *emptyEnd) read(r io.Reader) error {
	in := bufio.NewReaderSize(r, 64<<10)
	for {
		piece, err := in.ReadSlice('>')
		if err != nil && err != io.EOF && err != bufio.ErrBufferFull {
			return err
		}
		if e.inRows {
			if err := e.take(piece); err != nil {
				return err
			}
		} else {
			e.kept = append(e.kept, piece...)
			e.inRows = bytes.HasSuffix(piece, []byte("<sheetData>"))
		}
		if len(e.kept) > maxLoaded {
			return errTooLong
		}
		if err == io.EOF {
			return nil
		}
	}
}

// take takes a text between the rows with the tag that ends it. What stands below
// rows that were left out came too late.
func (e *emptyEnd) take(piece []byte) error {
	tag, ends := bytes.TrimLeft(piece, " \t\r\n"), false
	switch {
	case bytes.HasPrefix(tag, []byte("<c ")), bytes.HasPrefix(tag, []byte("</c>")):
	case bytes.HasPrefix(tag, []byte("</row>")):
		ends = true
	case bytes.HasPrefix(tag, []byte("<row ")):
		e.holds = e.holds || bytes.Contains(tag, []byte("hidden="))
		ends = bytes.HasSuffix(tag, []byte("/>"))
	case bytes.HasPrefix(tag, []byte("</sheetData>")):
		e.kept = append(append(e.kept, e.waiting...), piece...)
		e.inRows, e.cut = false, e.rows > keptEmpty
		return nil
	default:
		e.holds = true
	}
	if e.rows < keptEmpty {
		e.waiting = append(e.waiting, piece...)
	} else if e.holds {
		return errTooLong
	}
	if ends {
		e.endRow()
	}
	return nil
}

// endRow ends a row: one that holds something takes those before it along.
func (e *emptyEnd) endRow() {
	e.rows++
	if e.holds {
		e.kept = append(e.kept, e.waiting...)
		e.waiting, e.rows, e.holds = e.waiting[:0], 0, false
	}
}
