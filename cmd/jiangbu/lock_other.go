//go:build !windows

package main

import (
	"os"

	"github.com/gofrs/flock"
)

// dropLock removes the lock file while it is still locked, so that nobody can
// lock it between the two; who has it open already looks for it once more.
func dropLock(name string, lock *flock.Flock) {
	os.Remove(name)
	lock.Close()
}
