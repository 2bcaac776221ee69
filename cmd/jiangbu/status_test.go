package main

import (
	"jiangbu/cmd/internal/console"
	"strings"
	"testing"
)

// broken is a stdout that the program cannot have foreseen.
type broken struct{}

func (broken) Write([]byte) (int, error) { panic("boom") }

func TestAPanicIsAPlainMessageAndStatus2(t *testing.T) {
	var stderr strings.Builder
	if status := start([]string{"version"}, func(string) string { return "" }, broken{},
		&stderr); status != console.Failed {
		t.Errorf("status %d", status)
	}
	if got := stderr.String(); !strings.HasPrefix(got, "jiangbu: program error: boom\n") ||
		strings.Contains(got, "goroutine") {
		t.Errorf("said %q", got)
	}
}
