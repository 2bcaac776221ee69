package sheettest

import (
	"os"
	"path/filepath"
	"testing"
)

// The variables that a machine says with what it can do.
const (
	// SlowVariable asks for the tests that take long or need an office, a
	// browser or a quiet machine.
	SlowVariable = "JIANGBU_SLOW"
	// DataVariable names a folder of public data outside the project.
	DataVariable = "JIANGBU_DATA"
)

// Slow skips a test that takes long or needs more than Go, unless the machine
// asks for such tests.
func Slow(t testing.TB) {
	t.Helper()
	if os.Getenv(SlowVariable) == "" {
		t.Skip(SlowVariable + " is not set: the slow and outer tests are left out")
	}
}

// Outside is a folder of the public data outside the project; the test is
// skipped where there is none.
func Outside(t testing.TB, name string) string {
	t.Helper()
	dir := os.Getenv(DataVariable)
	if dir == "" {
		t.Skip(DataVariable + " names no folder of public data")
	}
	dir = filepath.Join(dir, name)
	if _, err := os.Stat(dir); err != nil {
		t.Skip(err)
	}
	return dir
}
