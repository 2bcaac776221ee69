package main

import (
	"os"
	"path/filepath"
	"strings"

	"jiangbu/sheets"
)

// checkTargets refuses outputs that could not be written, or that would write
// over what is read, before the long work is begun, and reserves them. Sources are the arguments
// and option files that the command reads.
func checkTargets(s streams, targets, sources []string, force bool) error {
	for i, t := range targets {
		for _, other := range targets[:i] {
			if samePlace(t, other) {
				return s.refuse("output/twice", t)
			}
		}
		for _, src := range sources {
			if err := checkApart(s, t, src); err != nil {
				return err
			}
		}
		if err := checkWritable(s, t, force); err != nil {
			return err
		}
		if err := s.reserve(t); err != nil {
			return err
		}
	}
	return nil
}

// checkApart keeps an output away from an input: it may neither be one nor lie
// in a folder of inputs, where the next run would read it.
func checkApart(s streams, target, src string) error {
	info, err := os.Stat(src)
	if err != nil {
		return nil // whoever reads it says so
	}
	if !info.IsDir() && samePlace(target, src) {
		return s.refuse("output/input", target)
	}
	if info.IsDir() && inside(target, src) {
		return s.refuse("output/inside", target, src)
	}
	return nil
}

// checkWritable tries what writing the output will need: a folder that takes
// files, and a free name or leave to replace it.
func checkWritable(s streams, target string, force bool) error {
	info, err := os.Stat(target)
	if err == nil && info.IsDir() {
		return s.refuse("output/folder", target)
	}
	if err == nil && !force {
		return s.refuse("output/exists", target)
	}
	if err == nil {
		if f, err := os.OpenFile(target, os.O_WRONLY, 0); err != nil {
			if openElsewhere(err) {
				return s.refuse("output/open", target)
			}
			return s.refuse("output/locked", target, reasonOf(err))
		} else if err := f.Close(); err != nil {
			return err
		}
	}
	trial, err := os.CreateTemp(filepath.Dir(target), sheets.TempName(target))
	if err != nil {
		return s.refuse("output/unwritable", target, reasonOf(err))
	}
	defer os.Remove(trial.Name())
	return trial.Close()
}

// samePlace tells whether two paths lead to one file.
func samePlace(a, b string) bool {
	x, errX := os.Stat(a)
	y, errY := os.Stat(b)
	if errX == nil && errY == nil {
		return os.SameFile(x, y)
	}
	return resolve(a) == resolve(b)
}

// inside tells whether a file lies, or would lie, in a folder or below it.
func inside(file, folder string) bool {
	rel, err := filepath.Rel(resolve(folder), resolve(file))
	return err == nil && rel != ".." && !strings.HasPrefix(rel, ".."+string(filepath.Separator))
}

// resolve is the absolute path with links followed as far as it exists.
func resolve(path string) string {
	abs, err := filepath.Abs(path)
	if err != nil {
		return filepath.Clean(path)
	}
	if real, err := filepath.EvalSymlinks(abs); err == nil {
		return real
	}
	if dir, err := filepath.EvalSymlinks(filepath.Dir(abs)); err == nil {
		return filepath.Join(dir, filepath.Base(abs))
	}
	return abs
}
