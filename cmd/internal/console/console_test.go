package console

import (
	"errors"
	"io"
	"io/fs"
	"os"
	"strings"
	"syscall"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestTheLanguageIsTheFlagThenTheSystemThenEnglish(t *testing.T) {
	for _, c := range []struct {
		name string
		args []string
		env  map[string]string
		want Language
	}{
		{"nothing said", nil, nil, English},
		{"the flag wins over the system", []string{"run", "--lang", "en"}, map[string]string{"LANG": "zh_CN.UTF-8"},
			English},
		{"the flag with an equals sign", []string{"run", "--lang=zh"}, nil, Chinese},
		{"a flag behind -- is a file", []string{"run", "--", "--lang", "zh"}, nil, English},
		{"LC_ALL wins over LANG", nil, map[string]string{"LC_ALL": "C", "LANG": "zh_CN.UTF-8"}, English},
		{"LC_MESSAGES wins over LANG", nil, map[string]string{"LC_MESSAGES": "zh_CN", "LANG": "en_US"}, Chinese},
		{"LANG alone", nil, map[string]string{"LANG": "zh_CN.UTF-8"}, Chinese},
		{"a language that the console does not speak", nil, map[string]string{"LANG": "fr_FR.UTF-8"}, English},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := languageOf(c.args, func(k string) string { return c.env[k] }); got != c.want {
				t.Errorf("got %v, want %v", got, c.want)
			}
		})
	}
}

func TestAMistypedWordIsMetByTheNearest(t *testing.T) {
	names := []string{"run", "check", "policy", "version", "same-project", "software-cap", "chess", "cheer"}
	for _, c := range []struct{ word, want string }{
		{"chek", "check"}, {"polcy", "policy"}, {"RUN", "run"}, {"same-projct", "same-project"},
		{"chexx", "check"}, {"chxxx", ""}, // two letters of five, and three
		{"sane-project", "same-project"}, {"cheap", "check"}, {"chear", "cheer"},
		{"banana", ""}, {"x", ""}, {"", ""},
	} {
		if got := nearest(c.word, names); got != c.want {
			t.Errorf("nearest(%q) = %q, want %q", c.word, got, c.want)
		}
	}
}

func TestColumnsAreAlignedByTheWidthOnTheScreen(t *testing.T) {
	got := Aligned("  ", [][]string{{"奖补金额", "1"}, {"ab", "22", "x"}, {"县区", "", "y"}})
	want := "  奖补金额  1\n  ab        22  x\n  县区          y\n"
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

func TestTheLastColumnGoesOnBelowItselfInANarrowWindow(t *testing.T) {
	lines := [][]string{{"--out FILE", "write the report to FILE in the current folder"}, {"--年度", "奖补年度奖补上一年认定的项目全部"},
		{"-x", ""}}
	got := AlignedIn(34, "  ", lines)
	want := "  --out FILE  write the report to\n              FILE in the current\n              folder\n" +
		"  --年度      奖补年度奖补上一年\n              认定的项目全部\n  -x\n"
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
	if got := AlignedIn(30, "  ", lines); got != Aligned("  ", lines) {
		t.Errorf("a window without room for a column still folds:\n%s", got)
	}
	if diff := cmp.Diff([]string{"averylongwo", "rd and on"}, Folded("averylongword and on", 11)); diff != "" {
		t.Error(diff)
	}
}

func TestStatusesAreMappedInOnePlace(t *testing.T) {
	s := &Console{Out: io.Discard, Err: io.Discard}
	for _, c := range []struct {
		name string
		err  error
		want int
	}{
		{"nothing wrong", nil, 0}, {"a person must look", s.NeedsPerson("check/errors", 1), 1},
		{"refused", s.Refuse("no-path"), 2}, {"a fault of the disk", os.ErrClosed, 2},
	} {
		if got := s.Report(c.err); got != c.want {
			t.Errorf("%s: status %d, want %d", c.name, got, c.want)
		}
	}
}

func TestWhatTheSystemSaysIsInTheUsersLanguage(t *testing.T) {
	denied := &fs.PathError{Op: "open", Path: "a.xlsx", Err: syscall.EACCES}
	for _, c := range []struct {
		name string
		lang Language
		err  error
		want string
	}{
		{"no permission, wrapped", Chinese, denied, "a.xlsx 无法读取：没有权限"},
		{"a stick that takes nothing", Chinese, syscall.EROFS, "a.xlsx 无法读取：磁盘是只读的"},
		{"something that nobody translated", Chinese, errors.New("odd"), "a.xlsx 无法读取：odd"},
		{"English as it is", English, syscall.EACCES, "a.xlsx cannot be read: permission denied"},
	} {
		t.Run(c.name, func(t *testing.T) {
			s := &Console{Lang: c.lang}
			if got, _, _ := strings.Cut(s.Text("path-unreadable", "a.xlsx", c.err), "\n"); got != c.want {
				t.Errorf("got %q, want %q", got, c.want)
			}
		})
	}
}
