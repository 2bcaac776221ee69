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
		{"the flag without a value, as if nothing was said", []string{"run", "--lang"},
			map[string]string{"LANG": "zh_CN.UTF-8"}, Chinese},
		{"the flag with an empty value", []string{"run", "--lang="}, map[string]string{"LANG": "zh_CN.UTF-8"}, Chinese},
		{"a word that is no flag", []string{"run", "lang", "zh"}, nil, English},
		{"one hyphen", []string{"-lang", "zh"}, nil, Chinese},
		{"a flag behind -- is a file", []string{"run", "--", "--lang", "zh"}, nil, English},
		{"LC_ALL wins over LANG", nil, map[string]string{"LC_ALL": "C", "LANG": "zh_CN.UTF-8"}, English},
		{"LC_MESSAGES wins over LANG", nil, map[string]string{"LC_MESSAGES": "zh_CN", "LANG": "en_US"}, Chinese},
		{"LC_ALL wins over LC_MESSAGES", nil, map[string]string{"LC_ALL": "zh_CN", "LC_MESSAGES": "C"}, Chinese},
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

func TestTheConsoleSpeaksTwoLanguages(t *testing.T) {
	for name, want := range map[string]bool{"zh": true, "ZH": true, "zh_CN.UTF-8": true, "zh-Hans": true, "en-GB": true,
		"C": true, "POSIX": true, "fr": false, "zhuang": false, "": false} {
		if got := Speaks(name); got != want {
			t.Errorf("Speaks(%q) = %t", name, got)
		}
	}
}

func TestAHintNamesWhatWasMeant(t *testing.T) {
	s := &Console{}
	for word, want := range map[string]string{"chek": "\ndid you mean check?", "banana": ""} {
		if got := s.DidYouMean(word, []string{"run", "check"}); got != want {
			t.Errorf("%q: %q, want %q", word, got, want)
		}
	}
}

func TestATextIsHungInAWindowThatHasARoomForIt(t *testing.T) {
	for _, c := range []struct {
		name    string
		columns int
		want    string
	}{
		{"no window", 0, "one two three"},
		{"a window that is wide enough", 16, "one two three"},
		{"one column less", 15, "one two\n  three"},
		{"a window of nothing", 1, "on\n  e\n  tw\n  o\n  th\n  re\n  e"},
	} {
		if diff := cmp.Diff(c.want, Hung(c.columns, "  ", "one two three")); diff != "" {
			t.Errorf("%s: %s", c.name, diff)
		}
	}
}

func TestStatusesAreMappedInOnePlace(t *testing.T) {
	s := &Console{Out: io.Discard, Err: io.Discard}
	attentive := &Console{Out: io.Discard, Err: io.Discard, Attention: true}
	if got := attentive.Report(nil); got != Look {
		t.Errorf("what was said asks for a person: status %d", got)
	}
	if got := attentive.Report(attentive.Refuse("no-path")); got != Failed {
		t.Errorf("a refusal goes before that: status %d", got)
	}
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
		{"an error that speaks both", Chinese, bilingual{}, "a.xlsx 无法读取：第 3 行"},
		{"the same in English", English, bilingual{}, "a.xlsx cannot be read: line 3"},
		{"a file that is gone", Chinese, fs.ErrNotExist, "a.xlsx 无法读取：没有这个文件或文件夹"},
		{"a folder", Chinese, syscall.EISDIR, "a.xlsx 无法读取：是文件夹"},
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

// bilingual is an error in both languages.
type bilingual struct{}

func (bilingual) Error() string   { return "line 3" }
func (bilingual) Chinese() string { return "第 3 行" }

func TestAnErrorIsSaidInTheUsersLanguage(t *testing.T) {
	for lang, want := range map[Language]string{English: "line 3", Chinese: "第 3 行"} {
		if got := (&Console{Lang: lang}).Words(bilingual{}); got != want {
			t.Errorf("got %q, want %q", got, want)
		}
	}
}

func TestAMessageIsInTheWordsOfTheMenuWhereSomebodySitsThere(t *testing.T) {
	there := &Console{AtMenu: func(text string) string { return strings.ReplaceAll(text, "--out", "the folder") }}
	for _, c := range []struct {
		name string
		s    *Console
		key  string
		want string
	}{
		{"the one that is for there", there, "settings/where", "jiangbu.yaml is in force in this folder."},
		{"the same elsewhere", &Console{}, "settings/where",
			"jiangbu.yaml is in force here; jiangbu run --show-settings shows where each setting comes from."},
		{"one that has no other", there, "sum/report", "report"},
		{"one that is not in the catalogue shows its key", &Console{}, "no/such", "no/such"},
	} {
		var args []any
		if c.key == "settings/where" {
			args = []any{"jiangbu.yaml"}
		}
		if got := c.s.Text(c.key, args...); got != c.want {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		}
	}
	if got := there.Worded("name --out"); got != "name the folder" {
		t.Errorf("the flag stands in %q", got)
	}
	if got := (&Console{}).Worded("name --out"); got != "name --out" {
		t.Errorf("elsewhere it is %q", got)
	}
}
