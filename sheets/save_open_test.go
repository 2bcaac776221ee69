package sheets

import (
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// The report is open in Excel when the new one is ready: no system but Windows
// stands in the way there, so the rename is played.
func TestAFileThatIsOpenElsewhereIsLeftAndTheNewOneStandsBesideIt(t *testing.T) {
	dir := t.TempDir()
	path := filepath.Join(dir, "奖补报告.xlsx")
	giveName = func(from, to string) error {
		if to == path {
			return &fs.PathError{Op: "save", Path: to, Err: ErrInUse}
		}
		return rename(from, to)
	}
	t.Cleanup(func() { giveName = rename })
	for i, want := range []string{"奖补报告(2).xlsx", "奖补报告(3).xlsx"} {
		if i == 0 {
			if err := os.WriteFile(path, []byte("old"), 0o600); err != nil {
				t.Fatal(err)
			}
		}
		err := Save(path, true, func(w io.Writer) error { _, err := io.WriteString(w, "new"); return err })
		var aside *Aside
		if !errors.As(err, &aside) || !errors.Is(err, ErrInUse) || aside.Beside != filepath.Join(dir, want) {
			t.Fatalf("Save = %v, want %s beside it", err, want)
		}
		if b, _ := os.ReadFile(aside.Beside); string(b) != "new" {
			t.Errorf("%s holds %q", want, b)
		}
	}
	if b, _ := os.ReadFile(path); string(b) != "old" {
		t.Errorf("the open file was changed to %q", b)
	}
	if left, _ := filepath.Glob(filepath.Join(dir, ".*")); len(left) > 0 {
		t.Errorf("left behind: %v", left)
	}
}

func TestANameOfTheGreatestLengthIsSaved(t *testing.T) {
	path := filepath.Join(t.TempDir(), strings.Repeat("奖", 83)+".xlsx") // 254 bytes
	if err := Save(path, false, func(io.Writer) error { return nil }); err != nil {
		t.Error(err)
	}
}
