package main

import (
	"errors"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// broken is a stdout that the program cannot have foreseen.
type broken struct{}

func (broken) Write([]byte) (int, error) { panic("boom") }

func TestAPanicIsAPlainMessageAndStatus2(t *testing.T) {
	var stderr strings.Builder
	if status := start([]string{"version"}, func(string) string { return "" }, broken{}, &stderr); status != statusFailed {
		t.Errorf("status %d", status)
	}
	if got := stderr.String(); !strings.HasPrefix(got, "jiangbu: program error: boom\n") || strings.Contains(got, "goroutine") {
		t.Errorf("said %q", got)
	}
}

func TestAnOutputThatFailsHalfwayLeavesNothing(t *testing.T) {
	s := streams{out: io.Discard, err: io.Discard}
	for _, c := range []struct {
		name  string
		write func(io.Writer) error
	}{
		{"an error", func(w io.Writer) error { io.WriteString(w, "half"); return errors.New("no") }},
		{"a panic", func(w io.Writer) error { io.WriteString(w, "half"); panic("boom") }},
	} {
		t.Run(c.name, func(t *testing.T) {
			dir := t.TempDir()
			if err := save(s, filepath.Join(dir, "a.xlsx"), false, c.write); err == nil {
				t.Error("no error")
			}
			left, err := os.ReadDir(dir)
			if err != nil || len(left) > 0 {
				t.Errorf("left behind: %v, %v", left, err)
			}
		})
	}
}

// The JSON and the report stand together or not at all.
func TestAnOutputWrittenWithinAnotherFailsBoth(t *testing.T) {
	s := streams{out: io.Discard, err: io.Discard}
	dir := t.TempDir()
	err := save(s, filepath.Join(dir, "report"), false, func(io.Writer) error {
		return save(s, filepath.Join(dir, "json"), false, func(io.Writer) error { return errors.New("disk full") })
	})
	if err == nil || !strings.Contains(err.Error(), "json could not be written: disk full") {
		t.Errorf("error %v", err)
	}
	if left, _ := os.ReadDir(dir); len(left) > 0 {
		t.Errorf("left behind: %v", left)
	}
}

func TestStatusesAreMappedInOnePlace(t *testing.T) {
	s := streams{out: io.Discard, err: io.Discard}
	for _, c := range []struct {
		name string
		err  error
		want int
	}{
		{"nothing wrong", nil, 0}, {"a person must look", s.look("check/errors", 1), 1},
		{"refused", s.refuse("no-path"), 2}, {"a fault of the disk", os.ErrClosed, 2},
	} {
		if got := s.report(c.err); got != c.want {
			t.Errorf("%s: status %d, want %d", c.name, got, c.want)
		}
	}
}
