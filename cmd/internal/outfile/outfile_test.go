package outfile

import (
	"context"
	"errors"
	"io"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"sync"
	"syscall"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// holding is a writer of a text.
func holding(text string) func(io.Writer) error {
	return func(w io.Writer) error { _, err := io.WriteString(w, text); return err }
}

// folder is a new folder with these files.
func folder(t *testing.T, files map[string]string) string {
	t.Helper()
	dir := t.TempDir()
	for name, text := range files {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

// contents is every file of a folder with its content.
func contents(t *testing.T, dir string) map[string]string {
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

// save reserves and writes files of one folder in one go.
func save(plan Plan, files ...File) error {
	b, err := Reserve(plan)
	if err != nil {
		return err
	}
	defer b.Close()
	return b.Write(context.Background(), files...)
}

// reason is the reason of a fault, "" for no error.
func reason(err error) Reason {
	if f, ok := errors.AsType[*Fault](err); ok {
		return f.Reason
	}
	return ""
}

func TestFilesAreWrittenWholeOrNotAtAll(t *testing.T) {
	broken := errors.New("broken")
	for _, c := range []struct {
		name    string
		old     map[string]string
		replace bool
		fail    error // of the second file
		want    Reason
		files   map[string]string
	}{
		{"new files are written", nil, false, nil, "", map[string]string{"a": "new a", "b": "new b"}},
		{"an existing file is refused", map[string]string{"b": "old"}, false, nil, Exists,
			map[string]string{"b": "old"}},
		{"existing files are replaced where that is asked for", map[string]string{"a": "old", "b": "old"}, true, nil,
			"",
			map[string]string{"a": "new a", "b": "new b"}},
		{"a failed write leaves the old files", map[string]string{"a": "old"}, true, broken, Failed,
			map[string]string{"a": "old"}},
		{"a failed write leaves nothing", nil, false, broken, Failed, map[string]string{}},
		{"a full disk is told as such", nil, false, &os.PathError{Op: "write", Path: "b", Err: syscall.ENOSPC}, Full,
			map[string]string{}},
	} {
		t.Run(c.name, func(t *testing.T) {
			dir := folder(t, c.old)
			a, b := filepath.Join(dir, "a"), filepath.Join(dir, "b")
			err := save(Plan{Files: []string{a, b}, Replace: c.replace}, File{Path: a, Write: holding("new a")},
				File{Path: b, Write: func(w io.Writer) error { return errors.Join(holding("new b")(w), c.fail) }})
			if reason(err) != c.want {
				t.Errorf("error %v, want %q", err, c.want)
			}
			if diff := cmp.Diff(c.files, contents(t, dir)); diff != "" {
				t.Error(diff)
			}
		})
	}
}

func TestADraftThatDoesNotReadBackIsNotWritten(t *testing.T) {
	dir := folder(t, map[string]string{"a": "old"})
	path := filepath.Join(dir, "a")
	err := save(Plan{Files: []string{path}, Replace: true}, File{path, holding("new"), func(draft string) error {
		text, err := os.ReadFile(draft)
		return errors.Join(err, errors.New("it says "+string(text)))
	}})
	if err == nil || !strings.HasSuffix(err.Error(), "it says new") || contents(t, dir)["a"] != "old" {
		t.Errorf("error %v, left %v", err, contents(t, dir))
	}
}

func TestAnOutputIsNoInputAndNoOther(t *testing.T) {
	dir := folder(t, map[string]string{"in.xlsx": "", "x": ""})
	at := func(name string) string { return filepath.Join(dir, name) }
	if err := os.Mkdir(at("sub"), 0o755); err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		name string
		plan Plan
		want Reason
	}{
		{"two names for one file", Plan{Files: []string{at("a"), at("sub/../a")}}, Twice},
		{"an input", Plan{Files: []string{at("in.xlsx")}, Sources: []string{at("in.xlsx")}, Replace: true}, IsInput},
		{"in a folder of inputs", Plan{Files: []string{at("sub/a")}, Sources: []string{at("sub")}}, InInputs},
		{"a source that is none, and one that is gone", Plan{Files: []string{at("a")}, Sources: []string{"", at("gone")}}, ""},
		{"beside a folder of inputs", Plan{Files: []string{at("subs")}, Sources: []string{at("sub")}}, ""},
		{"a folder", Plan{Files: []string{at("sub")}}, IsFolder},
		{"in no folder", Plan{Files: []string{at("gone/a")}}, Unwritable},
		{"a folder that is a file", Plan{Folders: []string{at("new/one"), at("x")}, Files: []string{at("x/a")}},
			NoFolder},
	} {
		t.Run(c.name, func(t *testing.T) {
			b, err := Reserve(c.plan)
			if err == nil {
				b.Close()
			}
			if reason(err) != c.want {
				t.Errorf("error %v, want %q", err, c.want)
			}
			if got := names(t, dir); got != "in.xlsx sub x" {
				t.Errorf("left %s", got)
			}
		})
	}
}

// names lists a folder.
func names(t *testing.T, dir string) string {
	t.Helper()
	entries, err := os.ReadDir(dir)
	if err != nil {
		t.Fatal(err)
	}
	var all []string
	for _, e := range entries {
		all = append(all, e.Name())
	}
	return strings.Join(all, " ")
}

func TestNewFoldersStayOnlyWithWhatIsInThem(t *testing.T) {
	for _, fail := range []error{nil, errors.New("broken")} {
		dir := t.TempDir()
		path := filepath.Join(dir, "year", "forms", "a")
		err := save(Plan{Folders: []string{filepath.Dir(path), filepath.Join(dir, "year", "in")},
			Files: []string{path}},
			File{Path: path, Write: func(io.Writer) error { return fail }})
		want := map[bool]string{true: "year", false: ""}[fail == nil]
		if (err == nil) != (fail == nil) || names(t, dir) != want {
			t.Errorf("error %v, left %q, want %q", err, names(t, dir), want)
		}
		if fail == nil && names(t, filepath.Join(dir, "year")) != "forms in" {
			t.Errorf("made %s", names(t, filepath.Join(dir, "year")))
		}
	}
}

func TestAFileThatSomebodyMadeMeanwhileStays(t *testing.T) {
	for _, replace := range []bool{false, true} {
		dir := folder(t, nil)
		path := filepath.Join(dir, "a")
		err := save(Plan{Files: []string{path}, Replace: replace}, File{Path: path, Write: func(w io.Writer) error {
			return errors.Join(os.WriteFile(path, []byte("theirs"), 0o600), holding("ours")(w))
		}})
		want := map[bool]string{false: "theirs", true: "ours"}[replace]
		if got := contents(t, dir); got["a"] != want || (reason(err) == Exists) == replace {
			t.Errorf("replace %t: error %v, left %v", replace, err, got)
		}
	}
}

func TestAFaultSaysTheDisksWordWithoutAPath(t *testing.T) {
	for _, c := range []struct {
		name string
		err  error
		want string
	}{
		{"a fault of a path", &os.PathError{Op: "open", Path: "/home/x/a", Err: errors.New("denied")}, "a: failed: denied"},
		{"a fault of two", &os.LinkError{Op: "rename", Old: "/home/x/a", New: "/home/x/b", Err: errors.New("another disk")},
			"a: failed: another disk"},
		{"a full disk", syscall.ENOSPC, "a: full"},
		{"a fault that is known", &Fault{Reason: Open, Path: "b"}, "b: open"},
		{"anything else", errors.New("odd"), "a: failed: odd"},
	} {
		fault := writing("a", c.err)
		if fault.Error() != c.want {
			t.Errorf("%s: %q, want %q", c.name, fault, c.want)
		}
		if c.want == "a: failed: odd" && !errors.Is(fault, c.err) {
			t.Errorf("%s: the cause is lost", c.name)
		}
	}
}

func TestALinkToNothingIsReplaced(t *testing.T) {
	dir := folder(t, nil)
	path := filepath.Join(dir, "a")
	if err := os.Symlink(filepath.Join(dir, "gone"), path); err != nil {
		t.Skip(err)
	}
	if err := save(Plan{Files: []string{path}}, File{Path: path, Write: holding("new")}); reason(err) != Exists {
		t.Errorf("not to be replaced, and yet: %v", err)
	}
	if err := save(Plan{Files: []string{path}, Replace: true}, File{Path: path, Write: holding("new")}); err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(map[string]string{"a": "new"}, contents(t, dir)); diff != "" {
		t.Error(diff)
	}
}

func TestWhatAKilledRunLeftIsRemoved(t *testing.T) {
	dir := folder(t, map[string]string{".a.tmp-1": "", ".a.tmp-1-old": "", ".a.lock": "", ".b.tmp-9": "of another"})
	path := filepath.Join(dir, "a")
	if err := save(Plan{Files: []string{path}}, File{Path: path, Write: holding("new")}); err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(map[string]string{"a": "new", ".b.tmp-9": "of another"}, contents(t, dir)); diff != "" {
		t.Error(diff)
	}
}

func TestALinkIsReplacedAndWhatItPointsToStays(t *testing.T) {
	dir := folder(t, map[string]string{"other": "other"})
	path := filepath.Join(dir, "a")
	if err := os.Symlink(filepath.Join(dir, "other"), path); err != nil {
		t.Skip(err)
	}
	if err := save(Plan{Files: []string{path}, Replace: true}, File{Path: path, Write: holding("new")}); err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(map[string]string{"a": "new", "other": "other"}, contents(t, dir)); diff != "" {
		t.Error(diff)
	}
}

func TestAPanicWhileWritingLeavesNothing(t *testing.T) {
	dir := folder(t, nil)
	path := filepath.Join(dir, "a")
	func() {
		defer func() { _ = recover() }()
		_ = save(Plan{Files: []string{path}},
			File{Path: path, Write: func(w io.Writer) error { _ = holding("half")(w); panic("boom") }})
	}()
	if names(t, dir) != "" {
		t.Errorf("left %s", names(t, dir))
	}
}

func TestANameOfTheGreatestLengthIsWritten(t *testing.T) {
	path := filepath.Join(t.TempDir(), strings.Repeat("奖", 83)+".xlsx") // 254 bytes
	if err := save(Plan{Files: []string{path}}, File{Path: path, Write: holding("new")}); err != nil {
		t.Error(err)
	}
}

// playing is a batch whose renames to some names fail as is played: no system
// but Windows keeps an open file from being replaced.
func playing(t *testing.T, plan Plan, faults map[string]error) *Batch {
	t.Helper()
	b, err := Reserve(plan)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(b.Close)
	b.rename = func(from, to string) error {
		if err := faults[filepath.Base(to)]; err != nil {
			return err
		}
		return rename(from, to)
	}
	return b
}

func TestAFileThatIsOpenElsewhereIsLeftAndTheNewOneStandsBesideIt(t *testing.T) {
	dir := folder(t, map[string]string{"报告.xlsx": "old", "报告(2).xlsx": "older"})
	path := filepath.Join(dir, "报告.xlsx")
	b := playing(t, Plan{Files: []string{path}, Replace: true}, map[string]error{"报告.xlsx": &Fault{Reason: Open}})
	if err := b.Write(t.Context(), File{Path: path, Write: holding("new")}); err != nil {
		t.Fatal(err)
	}
	b.Close()
	want := map[string]string{"报告.xlsx": "old", "报告(2).xlsx": "older", "报告(3).xlsx": "new"}
	if diff := cmp.Diff(want, contents(t, dir)); diff != "" {
		t.Error(diff)
	}
	if b.Name(path) != filepath.Join(dir, "报告(3).xlsx") || !cmp.Equal(b.Aside(), []string{path}) {
		t.Errorf("stands as %s; aside %v", b.Name(path), b.Aside())
	}
}

func TestWhereTheLastCannotHaveItsNameThoseBeforeAreTakenBack(t *testing.T) {
	dir := folder(t, map[string]string{"a": "old a", "c": "old c"})
	at := func(name string) string { return filepath.Join(dir, name) }
	b := playing(t, Plan{Files: []string{at("a"), at("b"), at("c")}, Replace: true},
		map[string]error{"c": errors.New("gone")})
	err := b.Write(t.Context(), File{Path: at("a"), Write: holding("new")}, File{Path: at("b"), Write: holding("new")},
		File{Path: at("c"), Write: holding("new")})
	b.Close()
	if reason(err) != Failed {
		t.Errorf("error %v", err)
	}
	if diff := cmp.Diff(map[string]string{"a": "old a", "c": "old c"}, contents(t, dir)); diff != "" {
		t.Error(diff)
	}
}

func TestAWriterStopsWithItsContext(t *testing.T) {
	dir := folder(t, nil)
	path := filepath.Join(dir, "a")
	ctx, stop := context.WithCancel(t.Context())
	b := playing(t, Plan{Files: []string{path}}, nil)
	err := b.Write(ctx, File{Path: path, Write: func(w io.Writer) error {
		if err := holding("half")(w); err != nil {
			return err
		}
		stop()
		return holding("whole")(w)
	}})
	b.Close()
	if !errors.Is(err, context.Canceled) || names(t, dir) != "" {
		t.Errorf("error %v, left %q", err, names(t, dir))
	}
}

// An output has one owner at a time, and leaves no lock behind when many come
// and go.
func TestAnOutputIsReservedForOne(t *testing.T) {
	dir := folder(t, nil)
	path := filepath.Join(dir, "a")
	var wait sync.WaitGroup
	var owner sync.Mutex
	for range 8 {
		wait.Go(func() {
			for range 50 {
				b, err := Reserve(Plan{Files: []string{path}, Replace: true})
				if err != nil {
					if reason(err) != Busy {
						t.Error(err)
					}
					continue
				}
				if !owner.TryLock() {
					t.Error("two own the output")
					return
				}
				runtime.Gosched()
				owner.Unlock()
				b.Close()
			}
		})
	}
	wait.Wait()
	if names(t, dir) != "" {
		t.Errorf("left %s", names(t, dir))
	}
}
