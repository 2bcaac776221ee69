package sheets

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
)

// What can stand in the way of [Save]; both are wrapped in an *fs.PathError
// that names the target.
var (
	ErrExists = errors.New("file exists already")
	ErrInUse  = errors.New("file is open in another program")
)

// Save writes path whole or not at all: what write produces goes to a new file
// beside it, which takes the name only when it is complete and on the disk. An
// existing file is replaced only with force, else the error is ErrExists and
// write is not called; ErrInUse means that Excel or WPS has it open. Left-over
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
	temp, err := os.CreateTemp(filepath.Dir(path), tempPrefix(path)+"*")
	if err != nil {
		return err
	}
	lockTemp(temp)
	if err := errors.Join(fillTemp(temp, mode, write), temp.Close()); err != nil {
		os.Remove(temp.Name())
		return err
	}
	if err := takeName(temp.Name(), path, force); err != nil {
		os.Remove(temp.Name())
		return err
	}
	return syncFolder(filepath.Dir(path))
}

// tempPrefix begins the names of the temporary files of path.
func tempPrefix(path string) string { return "." + filepath.Base(path) + ".tmp-" }

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

// takeName renames temp to path. Without force it looks once more, since
// somebody may have made the file while ours was written.
func takeName(temp, path string, force bool) error {
	if _, err := os.Lstat(path); err == nil && !force {
		return &fs.PathError{Op: "save", Path: path, Err: ErrExists}
	}
	if err := rename(temp, path); err != nil {
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
