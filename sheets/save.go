package sheets

import (
	"bufio"
	"cmp"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"unicode/utf8"
)

// What can stand in the way of [Save]; both are wrapped in an *fs.PathError
// that names the target.
var (
	ErrExists = errors.New("file exists already")
	ErrInUse  = errors.New("file is open in another program")
)

// Aside says that what was to be saved stands complete, under another name
// beside the one asked for, which another program has open (errors.Is ErrInUse).
type Aside struct{ Path, Beside string }

// Error names both files.
func (a *Aside) Error() string { return a.Path + ": " + ErrInUse.Error() + "; saved as " + a.Beside }

// Unwrap is ErrInUse.
func (a *Aside) Unwrap() error { return ErrInUse }

// Save writes path whole or not at all: what write produces goes to a new file
// beside it, which takes the name only when it is complete and on the disk. An
// existing file is replaced only with force, else the error is ErrExists and
// write is not called. Where Excel or WPS has it open the finished file takes the
// first free name beside it, 报告(2).xlsx, and the error is an *[Aside]. Left-over
// files of runs that were killed are swept away.
func Save(path string, force bool, write func(io.Writer) error) error {
	mode := fs.FileMode(0o644)
	info, err := os.Lstat(path)
	switch {
	case err == nil && info.IsDir():
		return &fs.PathError{Op: "save", Path: path, Err: errors.New("is a folder")}
	case err == nil && !force:
		return &fs.PathError{Op: "save", Path: path, Err: ErrExists}
	case err == nil && info.Mode().IsRegular():
		mode = info.Mode().Perm()
	case err != nil && !errors.Is(err, fs.ErrNotExist):
		return err
	}
	sweep(path)
	temp, err := os.CreateTemp(filepath.Dir(path), TempName(path))
	if err != nil {
		return err
	}
	lockTemp(temp)
	if err := errors.Join(fillTemp(temp, mode, write), temp.Close()); err != nil {
		os.Remove(temp.Name())
		return err
	}
	err = takeName(temp.Name(), path, force)
	if errors.Is(err, ErrInUse) {
		err = stepAside(temp.Name(), path)
	}
	if _, aside := errors.AsType[*Aside](err); err != nil && !aside {
		os.Remove(temp.Name())
		return err
	}
	return cmp.Or(err, syncFolder(filepath.Dir(path)))
}

// stepAside gives the finished file the first free name beside path.
func stepAside(temp, path string) error {
	beside := FreeName(path)
	if err := takeName(temp, beside, false); err != nil {
		return err
	}
	return &Aside{path, beside}
}

// FreeName is path where nothing has that name, else the first of 报告(2).xlsx,
// 报告(3).xlsx … that nothing has.
func FreeName(path string) string {
	ext := filepath.Ext(path)
	free := path
	for n := 2; ; n++ {
		if _, err := os.Lstat(free); errors.Is(err, fs.ErrNotExist) || n > 9999 {
			return free
		}
		free = strings.TrimSuffix(path, ext) + "(" + strconv.Itoa(n) + ")" + ext
	}
}

// TempName is the pattern for os.CreateTemp of the temporary files of path,
// which Save sweeps away. A file's name has at most 255 bytes, so a long one is
// shortened.
func TempName(path string) string { return tempPrefix(path) + "*" }

// tempPrefix begins the names of the temporary files of path.
func tempPrefix(path string) string {
	base := filepath.Base(path)
	for len(base) > 220 {
		_, n := utf8.DecodeLastRuneInString(base)
		base = base[:len(base)-n]
	}
	return "." + base + ".tmp-"
}

// fillTemp writes the content and waits until the disk has it.
func fillTemp(temp *os.File, mode fs.FileMode, write func(io.Writer) error) error {
	b := bufio.NewWriterSize(temp, 1<<16)
	if err := write(b); err != nil {
		return err
	}
	if err := b.Flush(); err != nil {
		return err
	}
	if err := temp.Chmod(mode); err != nil {
		return err
	}
	return temp.Sync()
}

// giveName is rename; tests put one in its place that meets an open file.
var giveName = rename

// takeName renames temp to path. Without force it looks once more, since
// somebody may have made the file while ours was written.
func takeName(temp, path string, force bool) error {
	if _, err := os.Lstat(path); err == nil && !force {
		return &fs.PathError{Op: "save", Path: path, Err: ErrExists}
	}
	if err := giveName(temp, path); err != nil {
		return fmt.Errorf("save %s: %w", path, err)
	}
	return nil
}

// sweep removes temporary files of path that nobody is writing any more.
func sweep(path string) {
	entries, err := os.ReadDir(filepath.Dir(path))
	if err != nil {
		return // CreateTemp will say what is wrong with the folder
	}
	for _, e := range entries {
		if strings.HasPrefix(e.Name(), tempPrefix(path)) && e.Type().IsRegular() {
			removeAbandoned(filepath.Join(filepath.Dir(path), e.Name()))
		}
	}
}
