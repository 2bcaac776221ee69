package main

import (
	"os"
	"path/filepath"
	"sync"

	"github.com/gofrs/flock"
)

// targetLocks are the outputs that this program has reserved for itself. The
// reservation is a lock on a file beside the output; the system drops it with
// the program, however that ends, so none has to be cleared by hand.
type targetLocks struct {
	mu   sync.Mutex
	held map[string]*flock.Flock // by the lock file's path
}

// lockName is the file beside an output that stands for the right to write it.
func lockName(target string) string {
	path := resolve(target)
	return filepath.Join(filepath.Dir(path), "."+filepath.Base(path)+".lock")
}

// reserve takes an output for this program until release. Where another has
// it, there is nothing to be done but to say so. A folder that knows no locks
// (some network shares) is written without.
func (s streams) reserve(target string) error {
	if s.session == nil {
		return nil
	}
	locks, name := &s.session.locks, lockName(target)
	locks.mu.Lock()
	defer locks.mu.Unlock()
	if locks.held[name] != nil {
		return nil
	}
	lock, got, err := takeLock(name)
	switch {
	case err != nil:
		s.note("no lock", "target", target, "error", err)
		return nil
	case !got:
		return s.refuse("output/busy", target)
	}
	if locks.held == nil {
		locks.held = map[string]*flock.Flock{}
	}
	locks.held[name] = lock
	return nil
}

// takeLock locks the file, and makes sure that it is the one that others will
// find: its last owner may have removed it between our opening and locking.
func takeLock(name string) (lock *flock.Flock, got bool, err error) {
	for range 100 {
		lock = flock.New(name)
		if got, err = lock.TryLock(); err != nil || !got {
			return nil, false, err
		}
		mine, err := lock.Stat()
		if err != nil {
			return nil, false, err
		}
		if there, err := os.Stat(name); err == nil && os.SameFile(mine, there) {
			return lock, true, nil
		}
		lock.Close()
	}
	return nil, false, nil
}

// release gives the outputs free again and leaves no lock file behind.
func (l *targetLocks) release() {
	l.mu.Lock()
	defer l.mu.Unlock()
	for name, lock := range l.held {
		dropLock(name, lock)
	}
	l.held = nil
}
