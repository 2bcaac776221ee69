package main

import (
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"
)

// sparse makes a file of a size that takes no room on the disk.
func sparse(t *testing.T, size int64) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "huge.yaml")
	f, err := os.Create(path)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	if err := f.Truncate(size); err != nil {
		t.Fatal(err)
	}
	return path
}

func TestATextWithoutAnEndIsRefusedAtOnce(t *testing.T) {
	pipe := filepath.Join(t.TempDir(), "pipe")
	if err := syscall.Mkfifo(pipe, 0o600); err != nil {
		t.Fatal(err)
	}
	huge := sparse(t, 100<<20)
	for _, path := range []string{"/dev/zero", pipe, huge} {
		for _, args := range [][]string{
			{"policy", "check", path},
			{"run", "--year", "2024", "--policy", path, "--out", "out.xlsx", "in"},
			{"run", "--year", "2024", "--prior", path, "--out", "out.xlsx", "in"},
			{"run", "--year", "2024", "--budget", path, "--out", "out.xlsx", "in"},
			{"run", "--year", "2024", "--rulings", path, "--out", "out.xlsx", "in"},
			{"publish", "--settings", path, "--out", "out", "in.xlsx"},
			{"publish", "--holidays", path, "--out", "out", "in.xlsx"},
			{"check", path},
		} {
			t.Run(strings.Join(args, " "), func(t *testing.T) {
				t.Chdir(smallBatch(t))
				status := make(chan int, 1)
				var out, said strings.Builder
				go func() { status <- start(args, func(string) string { return "" }, &out, &said) }()
				select {
				case got := <-status:
					if got == 0 || strings.Contains(said.String(), "report it") { // as slips of the program are told
						t.Errorf("status %d: %s", got, said.String())
					}
				case <-time.After(10 * time.Second):
					t.Fatal("it waits for an end that does not come")
				}
			})
		}
	}
}
