package outfile

import (
	"context"
	"errors"
	"io"
	"os"
	"path/filepath"
	"testing"
	"time"
)

func TestASetThatAKilledRunBeganIsFinishedByTheNext(t *testing.T) {
	for _, c := range []struct {
		name   string
		mark   string        // in the name of the draft that is left, "" for none
		edited time.Duration // how long after the draft the first file was written
		taken  bool
	}{
		{"the first file has its name, the second has not", firstMark, -time.Second, true},
		{"twin: somebody worked on the first since", firstMark, time.Second, false},
		{"twin: the killed run replaced files of old", "x", -time.Second, false},
		{"twin: no run was killed", "", -time.Second, false},
	} {
		t.Run(c.name, func(t *testing.T) {
			dir := t.TempDir()
			a, b := filepath.Join(dir, "a.html"), filepath.Join(dir, "b.csv")
			write := func(path string, at time.Time) {
				if err := errors.Join(os.WriteFile(path, []byte("old"), 0o600), os.Chtimes(path, at, at)); err != nil {
					t.Fatal(err)
				}
			}
			killed := time.Now().Add(-time.Hour)
			write(a, killed.Add(c.edited))
			if c.mark != "" {
				write(filepath.Join(dir, draftPrefix(b)+c.mark+"123"), killed)
			}
			out, err := Reserve(Plan{Files: []string{a, b}})
			if (err == nil) != c.taken {
				t.Fatalf("reserved: %v", err)
			}
			want := "old"
			if c.taken {
				defer out.Close()
				fresh := func(w io.Writer) error { _, err := io.WriteString(w, "new"); return err }
				if err := out.Write(context.Background(), File{Path: a, Write: fresh},
					File{Path: b, Write: fresh}); err != nil {
					t.Fatal(err)
				}
				out.Close()
				want = "new"
			}
			if got, err := os.ReadFile(a); err != nil || string(got) != want {
				t.Errorf("%q, %v", got, err)
			}
			entries, err := os.ReadDir(dir)
			if err != nil || c.taken && len(entries) != 2 {
				t.Errorf("left %v, %v", entries, err)
			}
		})
	}
}
