package sheets_test

import (
	"errors"
	"io"
	"os"
	"path/filepath"
	"testing"

	"github.com/google/go-cmp/cmp"

	"jiangbu/sheets"
)

func writes(text string) func(io.Writer) error {
	return func(w io.Writer) error {
		_, err := io.WriteString(w, text)
		return err
	}
}

// files is every file of a folder with its content.
func files(t *testing.T, dir string) map[string]string {
	t.Helper()
	entries, err := os.ReadDir(dir)
	if err != nil {
		t.Fatal(err)
	}
	got := map[string]string{}
	for _, e := range entries {
		b, err := os.ReadFile(filepath.Join(dir, e.Name()))
		if err != nil {
			t.Fatal(err)
		}
		got[e.Name()] = string(b)
	}
	return got
}

func TestSaveIsWholeOrNotAtAll(t *testing.T) {
	broken := errors.New("broken")
	tests := []struct {
		name  string
		old   string
		force bool
		fail  error
		want  error
		file  string
	}{
		{"a new file is written", "", false, nil, nil, "new"},
		{"an existing file is refused without force", "old", false, nil, sheets.ErrExists, "old"},
		{"an existing file is replaced with force", "old", true, nil, nil, "new"},
		{"a failed write leaves the old file", "old", true, broken, broken, "old"},
		{"a failed write leaves nothing", "", false, broken, broken, ""},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			dir := t.TempDir()
			path := filepath.Join(dir, "报告.xlsx")
			want := map[string]string{}
			if tt.old != "" {
				if err := os.WriteFile(path, []byte(tt.old), 0o600); err != nil {
					t.Fatal(err)
				}
			}
			if tt.file != "" {
				want["报告.xlsx"] = tt.file
			}
			err := sheets.Save(path, tt.force, func(w io.Writer) error {
				_ = writes("new")(w)
				return tt.fail
			})
			if !errors.Is(err, tt.want) {
				t.Errorf("Save = %v, want %v", err, tt.want)
			}
			if diff := cmp.Diff(want, files(t, dir)); diff != "" {
				t.Error(diff)
			}
		})
	}
}

func TestSaveSweepsWhatAKilledRunLeft(t *testing.T) {
	dir := t.TempDir()
	path := filepath.Join(dir, "a.xlsx")
	for _, n := range []string{".a.xlsx.tmp-123", ".b.xlsx.tmp-9"} {
		if err := os.WriteFile(filepath.Join(dir, n), nil, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	// a second writer of the same target is at work and must not be swept
	err := sheets.Save(path, false, func(w io.Writer) error {
		if err := sheets.Save(path, false, writes("inner")); err != nil {
			return err
		}
		return writes("outer")(w)
	})
	if !errors.Is(err, sheets.ErrExists) {
		t.Errorf("the later writer got %v, want ErrExists", err)
	}
	if diff := cmp.Diff(map[string]string{"a.xlsx": "inner", ".b.xlsx.tmp-9": ""}, files(t, dir)); diff != "" {
		t.Error(diff)
	}
}

func TestSaveReplacesALinkAndLeavesWhatItPointsTo(t *testing.T) {
	dir := t.TempDir()
	other, path := filepath.Join(dir, "other"), filepath.Join(dir, "a.xlsx")
	if err := os.WriteFile(other, []byte("other"), 0o600); err != nil {
		t.Fatal(err)
	}
	if err := os.Symlink(other, path); err != nil {
		t.Skip(err)
	}
	if err := sheets.Save(path, true, writes("new")); err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(map[string]string{"a.xlsx": "new", "other": "other"}, files(t, dir)); diff != "" {
		t.Error(diff)
	}
}
