//go:build !windows

package sheets

import (
	"os"
	"syscall"
)

// rename is atomic here and needs no second try.
func rename(from, to string) error { return os.Rename(from, to) }

// lockTemp marks the temporary file as being written, until it is closed or
// the program ends, however it ends.
func lockTemp(f *os.File) { _ = syscall.Flock(int(f.Fd()), syscall.LOCK_EX|syscall.LOCK_NB) }

// removeAbandoned removes a temporary file unless a living program has it.
func removeAbandoned(path string) {
	f, err := os.Open(path)
	if err != nil {
		return
	}
	defer f.Close()
	if syscall.Flock(int(f.Fd()), syscall.LOCK_EX|syscall.LOCK_NB) == nil {
		_ = os.Remove(path)
	}
}

// syncFolder makes the new name survive a power failure.
func syncFolder(dir string) error {
	d, err := os.Open(dir)
	if err != nil {
		return err
	}
	defer d.Close()
	_ = d.Sync() // some file systems cannot; the file itself is safe
	return nil
}
