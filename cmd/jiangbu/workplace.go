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
	dir, err = os.MkdirTemp("", placePrefix+"*")
	if err != nil {
		return "", nil, err
	}
	lock := flock.New(filepath.Join(dir, placeLock))
	if _, err := lock.TryLock(); err != nil {
		os.RemoveAll(dir)
		return "", nil, err
	}
	return dir, func() { lock.Close(); os.RemoveAll(dir) }, nil
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
			continue // just made, or none of ours
		}
		if abandoned(place) {
			os.RemoveAll(place)
		}
	}
}

// abandoned tells whether no living program works in a folder.
func abandoned(place string) bool {
	lock := flock.New(filepath.Join(place, placeLock))
	got, err := lock.TryLock()
	if got {
		lock.Close()
	}
	return got && err == nil
}
