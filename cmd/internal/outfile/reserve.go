package outfile

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"time"

	"github.com/gofrs/flock"
)

// Plan is what a command is going to write.
type Plan struct {
	Files   []string // the outputs
	Folders []string // to be made where they are missing; gone again unless all is written
	Sources []string // the files and folders that the command reads, "" for none
	Replace bool     // outputs that exist
}

// Batch is the outputs of a command, reserved until Close.
type Batch struct {
	plan   Plan
	locks  []*flock.Flock
	made   []string // folders, the outer before the inner
	drafts []string
	aside  map[string]string // by the name asked for, the one under which the file stands
	begun  map[string]bool   // outputs that a killed run gave their names before the others of their set
	rename func(from, to string) error
}

// Reserve makes sure that the outputs can be written, as far as that can be
// known, and reserves them: while another program has one, there is nothing to
// be done but to say so. A folder that knows no locks (some network shares) is
// written without. The caller closes the batch.
func Reserve(plan Plan) (*Batch, error) {
	b := &Batch{plan: plan, aside: map[string]string{}, begun: map[string]bool{}, rename: rename}
	if err := b.reserve(); err != nil {
		b.Close()
		return nil, err
	}
	return b, nil
}

func (b *Batch) reserve() error {
	for i, target := range b.plan.Files {
		if err := b.apart(target, b.plan.Files[:i]); err != nil {
			return err
		}
	}
	for _, dir := range b.plan.Folders {
		if err := b.makeFolder(dir); err != nil {
			return &Fault{Reason: NoFolder, Path: dir, Err: Cause(err)}
		}
	}
	killed := leftFirst(b.plan.Files)
	for _, target := range b.plan.Files {
		if err := b.lock(target); err != nil {
			return err
		}
		info, err := os.Lstat(target)
		b.begun[target] = err == nil && info.Mode().IsRegular() && !info.ModTime().After(killed)
		if err := writable(target, b.plan.Replace || b.begun[target]); err != nil {
			return err
		}
	}
	return nil
}

// apart keeps an output away from the others and from the inputs: it may
// neither be one nor lie in a folder of inputs, where the next run would read
// it.
func (b *Batch) apart(target string, others []string) error {
	for _, other := range others {
		if SameFile(target, other) {
			return &Fault{Reason: Twice, Path: target}
		}
	}
	for _, src := range b.plan.Sources {
		info, err := os.Stat(src)
		switch {
		case err != nil: // whoever reads it says so
		case !info.IsDir() && SameFile(target, src):
			return &Fault{Reason: IsInput, Path: target}
		case info.IsDir() && Inside(target, src):
			return &Fault{Reason: InInputs, Path: target, Folder: src}
		}
	}
	return nil
}

// makeFolder makes a folder with those above it.
func (b *Batch) makeFolder(dir string) error {
	if info, err := os.Stat(dir); err == nil {
		if !info.IsDir() {
			return fs.ErrExist // a file
		}
		return nil
	}
	if above := filepath.Dir(dir); above != dir {
		if err := b.makeFolder(above); err != nil {
			return err
		}
	}
	if err := os.Mkdir(dir, 0o755); err != nil {
		return err
	}
	b.made = append(b.made, dir)
	return nil
}

// lock reserves an output, and removes the drafts that killed runs left of it:
// while the output is ours, nobody can be writing them.
func (b *Batch) lock(target string) error {
	if info, err := os.Stat(target); err == nil && info.IsDir() {
		return &Fault{Reason: IsFolder, Path: target}
	}
	lock, err := takeLock(lockPath(target))
	if place, ok := errors.AsType[*fs.PathError](err); ok {
		return &Fault{Reason: Unwritable, Path: target, Err: place.Err}
	}
	if err != nil {
		return nil // no locks here
	}
	if lock == nil {
		return &Fault{Reason: Busy, Path: target}
	}
	b.locks = append(b.locks, lock)
	for _, draft := range draftsOf(target, "") {
		_ = os.Remove(draft)
	}
	return nil
}

// writable refuses a name that is taken, unless the file may be replaced.
func writable(target string, replace bool) error {
	if _, err := os.Lstat(target); err != nil {
		return nil
	}
	if !replace {
		return &Fault{Reason: Exists, Path: target}
	}
	f, err := os.OpenFile(target, os.O_WRONLY, 0)
	switch {
	case err == nil:
		return f.Close()
	case errors.Is(err, fs.ErrNotExist): // a link to nothing
		return nil
	case openElsewhere(err):
		return &Fault{Reason: Open, Path: target}
	}
	return &Fault{Reason: Locked, Path: target, Err: Cause(err)}
}

// firstMark is in the names of drafts of a set that replaces nothing. Where one
// is left, a killed run was giving its set their names: what stands of the set,
// and was not touched since, is that run's, and the next one finishes it.
const firstMark = "first-"

// leftFirst is when the last draft of such a set was written, the zero time
// where none is left.
func leftFirst(targets []string) (last time.Time) {
	for _, target := range targets {
		for _, draft := range draftsOf(target, firstMark) {
			if info, err := os.Lstat(draft); err == nil && info.ModTime().After(last) {
				last = info.ModTime()
			}
		}
	}
	return last
}

// draftsOf are the drafts that killed runs left of an output, those with a mark;
// what is wrong with the folder, the first draft will say.
func draftsOf(target, mark string) (all []string) {
	entries, _ := os.ReadDir(filepath.Dir(target))
	for _, e := range entries {
		if strings.HasPrefix(e.Name(), draftPrefix(target)+mark) && e.Type().IsRegular() {
			all = append(all, filepath.Join(filepath.Dir(target), e.Name()))
		}
	}
	return all
}

// Close gives the outputs free again. What was not written to its end leaves
// nothing behind: no draft, no lock, no new folder.
func (b *Batch) Close() {
	for _, draft := range b.drafts {
		_ = os.Remove(draft)
	}
	for _, lock := range b.locks {
		dropLock(lock)
	}
	for i := len(b.made) - 1; i >= 0; i-- {
		_ = os.Remove(b.made[i]) // fails where something is in it, and should
	}
	b.drafts, b.locks, b.made = nil, nil, nil
}
