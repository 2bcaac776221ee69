package outfile

import (
	"errors"
	"io/fs"
	"os"

	"github.com/gofrs/flock"
)

// takeLock locks the file at path, nil where another has it, and makes sure
// that it is the one that others will find: its last owner may have removed it
// between our opening and locking.
func takeLock(path string) (*flock.Flock, error) {
	for range 100 {
		lock := flock.New(path, flock.SetPermissions(0o666)) // others of the office open it too
		if got, err := lock.TryLock(); err != nil || !got {
			return nil, err
		}
		mine, err := lock.Stat()
		if err != nil {
			lock.Close()
			return nil, err
		}
		if there, err := os.Stat(path); err == nil && os.SameFile(mine, there) {
			return lock, nil
		}
		lock.Close()
	}
	return nil, nil
}

// dropLock removes the lock file while it is still locked, so that nobody can
// lock it between the two; who has it open already looks for it once more.
// Windows removes no open file: there it is closed first, and stays where
// somebody else has locked it meanwhile.
func dropLock(lock *flock.Flock) {
	err := os.Remove(lock.Path())
	lock.Close()
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		_ = os.Remove(lock.Path())
	}
}
