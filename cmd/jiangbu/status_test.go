package main

import (
	"io"
	"os"
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
