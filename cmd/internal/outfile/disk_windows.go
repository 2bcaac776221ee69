package outfile

import (
	"errors"
	"syscall"

	"golang.org/x/sys/windows"
)

// diskFull tells whether a file could not be written for want of space.
func diskFull(err error) bool {
	return errors.Is(err, windows.ERROR_DISK_FULL) || errors.Is(err, windows.ERROR_HANDLE_DISK_FULL) ||
		errors.Is(err, syscall.ENOSPC)
}

// openElsewhere tells whether another program, such as Excel, keeps a file from
// being written or replaced.
func openElsewhere(err error) bool {
	return errors.Is(err, windows.ERROR_SHARING_VIOLATION) || errors.Is(err, windows.ERROR_LOCK_VIOLATION)
}

// keptFromRenaming is openElsewhere for a rename, which is denied while the
// file that stands there is open.
func keptFromRenaming(err error) bool {
	return openElsewhere(err) || errors.Is(err, windows.ERROR_ACCESS_DENIED)
}
