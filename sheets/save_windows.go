package sheets

import (
	"errors"
	"io/fs"
	"os"
	"syscall"
	"time"
)

// The errors of Windows that pass when Excel, an indexer or a virus scanner
// lets go of the file: access denied, sharing violation, lock violation.
var passing = []error{syscall.Errno(5), syscall.Errno(32), syscall.Errno(33)}

// rename tries for about two and a half seconds, since scanners hold a new
// file for a moment; after that somebody has the target open.
func rename(from, to string) error {
	const tries, pause = 25, 100 * time.Millisecond
	for i := 1; ; i++ {
		err := os.Rename(from, to)
		if err == nil || !passes(err) {
			return err
		}
		if i == tries {
			return &fs.PathError{Op: "save", Path: to, Err: ErrInUse}
		}
		time.Sleep(pause)
	}
}

func passes(err error) bool {
	for _, p := range passing {
		if errors.Is(err, p) {
			return true
		}
	}
	return false
}

// lockTemp is not needed: an open file cannot be removed here.
func lockTemp(*os.File) {}

// removeAbandoned fails where a living program has the file, and should.
func removeAbandoned(path string) { _ = os.Remove(path) }

// syncFolder has no counterpart on Windows.
func syncFolder(string) error { return nil }
