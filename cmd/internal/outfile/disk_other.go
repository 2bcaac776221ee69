//go:build !windows

package outfile

import (
	"errors"
	"syscall"
)

// diskFull tells whether a file could not be written for want of space.
func diskFull(err error) bool {
	return errors.Is(err, syscall.ENOSPC) || errors.Is(err, syscall.EDQUOT)
}

// openElsewhere: a file that another program has open can be replaced here.
func openElsewhere(error) bool { return false }

// keptFromRenaming: neither does it keep a file from being renamed.
func keptFromRenaming(error) bool { return false }
