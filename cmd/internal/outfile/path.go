package outfile

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"unicode/utf8"
)

// SameFile tells whether two paths lead to one file.
func SameFile(a, b string) bool {
	x, errX := os.Stat(a)
	y, errY := os.Stat(b)
	if errX == nil && errY == nil {
		return os.SameFile(x, y)
	}
	return Resolve(a) == Resolve(b)
}

// Inside tells whether a file lies, or would lie, in a folder or below it.
func Inside(file, folder string) bool {
	rel, err := filepath.Rel(Resolve(folder), Resolve(file))
	return err == nil && rel != ".." && !strings.HasPrefix(rel, ".."+string(filepath.Separator))
}

// Resolve is the absolute path with links followed as far as it exists.
func Resolve(path string) string {
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

// FreeName is path where nothing has that name, else the first of 报告(2).xlsx,
// 报告(3).xlsx … that nothing has.
func FreeName(path string) string {
	ext := filepath.Ext(path)
	free := path
	for n := 2; ; n++ {
		if _, err := os.Lstat(free); errors.Is(err, fs.ErrNotExist) || n > 9999 {
			return free
		}
		free = strings.TrimSuffix(path, ext) + "(" + strconv.Itoa(n) + ")" + ext
	}
}

// hidden begins the names of the files that stand beside an output while it is
// written. A file's name has at most 255 bytes, so a long one is shortened.
func hidden(target string) string {
	base := filepath.Base(target)
	for len(base) > 220 {
		_, n := utf8.DecodeLastRuneInString(base)
		base = base[:len(base)-n]
	}
	return "." + base
}

// draftPrefix begins the names of the drafts of an output.
func draftPrefix(target string) string { return hidden(target) + ".tmp-" }

// lockPath is the file that stands for the right to write an output.
func lockPath(target string) string {
	path := Resolve(target)
	return filepath.Join(filepath.Dir(path), hidden(path)+".lock")
}
