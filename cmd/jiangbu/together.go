package main

import (
	"errors"
	"io"
	"os"
	"path/filepath"
	"strconv"
)

// output is one of several files that a command writes into a folder.
type output struct {
	file  string // relative to the folder, forward slashes
	write func(io.Writer) error
}

// saveTogether writes several files into a folder: all of them or none. They
// are first written elsewhere; what can stand in the way of their names is
// looked at before that. Sources are what the command reads.
func saveTogether(s streams, dir string, outputs []output, sources []string, force bool) error {
	made, err := makeFolders(s, dir, outputs)
	if err != nil {
		return err
	}
	done := false
	defer func() {
		if !done {
			removeFolders(made)
		}
	}()
	var targets []string
	for _, o := range outputs {
		targets = append(targets, filepath.Join(dir, filepath.FromSlash(o.file)))
	}
	if err := checkTargets(s, targets, sources, force); err != nil {
		return err
	}
	defer s.stage("write", 0)()
	stage, leave, err := workplace()
	if err != nil {
		return s.cannotWrite(dir, err)
	}
	defer leave()
	for i, o := range outputs {
		if err := saveQuietly(s, filepath.Join(stage, strconv.Itoa(i)), false, o.write); err != nil {
			return s.cannotWrite(targets[i], err)
		}
	}
	err = takePlaces(s, stage, targets, force)
	done = err == nil
	return err
}

// takePlaces moves the finished files to their names. Where one cannot be, the
// new ones before it are taken back.
func takePlaces(s streams, stage string, targets []string, force bool) error {
	var fresh []string
	for i, t := range targets {
		if _, err := os.Lstat(t); err != nil {
			fresh = append(fresh, t)
		}
		err := save(s, t, force, func(w io.Writer) error { return copyFile(w, filepath.Join(stage, strconv.Itoa(i))) })
		if err != nil {
			for _, f := range fresh {
				_ = os.Remove(f) // the fault that is told is the one that stopped us
			}
			return err
		}
	}
	return nil
}

// makeFolders makes the folder and those that the files stand in, and tells
// which of them are new.
func makeFolders(s streams, dir string, outputs []output) (made []string, err error) {
	all := []string{dir}
	for _, o := range outputs {
		all = append(all, filepath.Dir(filepath.Join(dir, filepath.FromSlash(o.file))))
	}
	for _, d := range all {
		more, err := makeFolder(d)
		made = append(made, more...)
		if err != nil {
			removeFolders(made)
			return nil, s.refuse("output/no-folder", d, reasonOf(err))
		}
	}
	return made, nil
}

// makeFolder makes a folder with those above it, the outermost first in made.
func makeFolder(dir string) (made []string, err error) {
	if info, err := os.Stat(dir); err == nil {
		if !info.IsDir() {
			return nil, errNoFolder
		}
		return nil, nil
	}
	if above := filepath.Dir(dir); above != dir {
		if made, err = makeFolder(above); err != nil {
			return made, err
		}
	}
	if err := os.Mkdir(dir, 0o755); err != nil {
		return made, err
	}
	return append(made, dir), nil
}

// removeFolders takes new folders away again, as far as they are empty.
func removeFolders(made []string) {
	for i := len(made) - 1; i >= 0; i-- {
		_ = os.Remove(made[i])
	}
}

var errNoFolder = errors.New("not a folder")

// reasonOf is the disk's own word, without the path of this machine.
func reasonOf(err error) error {
	if p, ok := errors.AsType[*os.PathError](err); ok {
		return p.Err
	}
	return err
}
