package main

import (
	"os"

	"github.com/gofrs/flock"
)

// dropLock closes the lock file, then removes it: an open file cannot be
// removed here, so one that somebody else has locked meanwhile stays.
func dropLock(name string, lock *flock.Flock) {
	lock.Close()
	os.Remove(name)
}
