package main

import (
	"os"
	"path/filepath"
	"strings"

	"github.com/gofrs/flock"
)

// The folders in which outputs are drafted, and the file in each that is locked
// while somebody works there.
const (
	placePrefix = "jiangbu-draft-"
	placeLock   = ".jiangbu-draft"
)

// workplace makes a folder for drafts, which only this user can read, and the
// function that takes it away. Those that killed runs left are taken away on
// the same occasion: drafts hold companies and money.
func workplace() (dir string, leave func(), err error) {
	sweepPlaces(os.TempDir())
	for range 10 { // another run may sweep a folder before it is locked
		if dir, err = os.MkdirTemp("", placePrefix+"*"); err != nil {
			return "", nil, err
		}
		lock := flock.New(filepath.Join(dir, placeLock))
		var got bool
		if got, err = lock.TryLock(); got {
			return dir, func() { clearPlace(dir, lock) }, nil
		}
		os.Remove(dir)
	}
	if err == nil {
		err = os.ErrExist
	}
	return "", nil, err
}

// sweepPlaces removes the folders of runs that are no more. What cannot be
// removed belongs to somebody else.
func sweepPlaces(temp string) {
	entries, err := os.ReadDir(temp)
	if err != nil {
		return
	}
	for _, e := range entries {
		if !e.IsDir() || !strings.HasPrefix(e.Name(), placePrefix) {
			continue
		}
		place := filepath.Join(temp, e.Name())
		if _, err := os.Lstat(filepath.Join(place, placeLock)); err != nil {
			os.Remove(place) // empty: its run died, or will make itself another; not empty: none of ours
			continue
		}
		lock := flock.New(filepath.Join(place, placeLock))
		if got, _ := lock.TryLock(); got {
			clearPlace(place, lock)
		}
	}
}

// clearPlace takes away a folder that this run has locked: the lock goes last,
// so that whoever is killed on the way leaves a folder that the next run knows.
func clearPlace(place string, lock *flock.Flock) {
	entries, _ := os.ReadDir(place)
	for _, e := range entries {
		if e.Name() != placeLock {
			os.RemoveAll(filepath.Join(place, e.Name()))
		}
	}
	lock.Close()
	os.RemoveAll(place)
}
