package console

import (
	"bytes"
	"context"
	"errors"
	"io"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"github.com/google/go-cmp/cmp"
)

// heard is a console that nobody sits at, and what it writes on its two streams.
func heard(args []string, in string) (s *Console, out, err *bytes.Buffer) {
	out, err = new(bytes.Buffer), new(bytes.Buffer)
	none := func(string) string { return "" }
	return New(context.Background(), args, none, Streams{In: strings.NewReader(in), Out: out, Err: err}), out, err
}

func TestAConsoleThatIsNoTerminalHasNoColumnsAndAsksForNoPassword(t *testing.T) {
	s, _, _ := heard([]string{"run", "--lang", "zh"}, "")
	if s.Columns != 0 || s.Ask != nil || s.Seated() || s.Lang != Chinese || s.progress.to != nil {
		t.Errorf("%+v", s)
	}
}

func TestAMessageIsOneLineAndWhatToDoStandsBelow(t *testing.T) {
	s, _, err := heard(nil, "")
	s.tell("甲\n乙\n丙\n\n")
	if diff := cmp.Diff("jiangbu: 甲\n  乙\n  丙\n", err.String()); diff != "" {
		t.Error(diff)
	}
}

func TestWhatOthersNamedSteersNoTerminal(t *testing.T) {
	s, out, err := heard(nil, "")
	if e := s.Print(s.Out, "\x1b[2J甲\x07\n"); e != nil {
		t.Fatal(e)
	}
	s.tell("\x1b]0;名\x07")
	for name, text := range map[string]string{"stdout": out.String(), "stderr": err.String()} {
		if strings.ContainsAny(text, "\x1b\x07") {
			t.Errorf("%s: %q", name, text)
		}
	}
	s.paint, s.screen = true, err
	err.Reset()
	s.tell("\x1b[31m红")
	if !strings.HasPrefix(err.String(), "jiangbu: \x1b[1m") || strings.Contains(err.String(), "\x1b[31m") {
		t.Errorf("in colours: %q", err.String())
	}
}

func TestQuietPrintsNothingButFaults(t *testing.T) {
	s, out, err := heard(nil, "")
	s.Quiet = true
	s.Listen()
	if e := s.Print(s.Out, "done\n"); e != nil || out.Len() > 0 {
		t.Errorf("%v %q", e, out)
	}
	if status := s.Report(s.Refuse("stopped")); status != Failed || err.Len() == 0 {
		t.Errorf("%d %q", status, err)
	}
}

func TestTheLogIsKeptOnlyWhenAskedFor(t *testing.T) {
	for _, verbose := range []bool{false, true} {
		s, _, err := heard(nil, "")
		s.Verbose = verbose
		s.Listen()
		end := s.Stage("read", 2)
		s.Advance(1, 30)
		s.Advance(1, 12)
		end()
		if got := strings.Contains(err.String(), "msg=stage name=read files=2 rows=42"); got != verbose {
			t.Errorf("verbose %t: %q", verbose, err)
		}
	}
}

func TestACommandThatIsStoppedSaysSo(t *testing.T) {
	s, _, _ := heard(nil, "")
	ctx, stop := context.WithCancel(context.Background())
	if err := s.Stopped(ctx); err != nil {
		t.Error(err)
	}
	stop()
	var fault *Fault
	if err := s.Stopped(ctx); !errors.As(err, &fault) || fault.Status != Failed {
		t.Error(err)
	}
}

func TestAnAnswerIsALineWithoutBlanksAndQuotes(t *testing.T) {
	gbk := "\xb6\xab\xba\xa3.xlsx" // 东海.xlsx as a Chinese Windows types it
	s, _, err := heard(nil, " \"D:\\报送 1\" \r\n‘甲’\n"+gbk+"\n\n\"a 1.xlsx\" \"b.xlsx\"\n“乙'丙”\n末")
	var got []string
	for range 8 {
		answer, ok := s.Question(context.Background(), "drop/hold")
		if !ok {
			answer = "<end>"
		}
		got = append(got, answer)
	}
	if diff := cmp.Diff([]string{`D:\报送 1`, "甲", "东海.xlsx", "", `"a 1.xlsx" "b.xlsx"`, "“乙'丙”", "末", "<end>"}, got); diff != "" {
		t.Error(diff)
	}
	if n := strings.Count(err.String(), s.Text("drop/hold")); n != 8 || !strings.HasSuffix(err.String(), "\n") {
		t.Errorf("asked %d times: %q", n, err)
	}
}

// A question is left when the user stops the program, though no line ever comes.
func TestAStopEndsAQuestion(t *testing.T) {
	never, hold := io.Pipe()
	defer hold.Close()
	s := New(context.Background(), nil, func(string) string { return "" },
		Streams{In: never, Out: io.Discard, Err: io.Discard})
	ctx, stop := context.WithCancel(context.Background())
	stop()
	if answer, ok := s.Question(ctx, "drop/hold"); ok || answer != "" {
		t.Errorf("%q %t", answer, ok)
	}
}

// watched is a console whose progress line is drawn on a screen of so many
// columns.
func watched(columns int) (s *Console, screen *bytes.Buffer) {
	s, _, screen = heard(nil, "")
	s.progress.to = func() (io.Writer, int) { return screen, columns }
	return s, screen
}

func TestShortWorkShowsNoProgress(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		s, screen := watched(80)
		end := s.Stage("read", 9)
		time.Sleep(drawFirst - time.Millisecond)
		end()
		if screen.Len() > 0 {
			t.Errorf("%q", screen)
		}
	})
}

func TestLongWorkDrawsALineOverItselfAndTakesItAway(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		s, screen := watched(30)
		end := s.Stage("read", 9)
		time.Sleep(drawFirst + time.Millisecond)
		s.Advance(4, 1000)
		time.Sleep(2 * drawEvery)
		end()
		drawn := strings.Split(screen.String(), "\r")
		if len(drawn) != 6 || drawn[0] != "" || !strings.Contains(drawn[1], "0 of 9") ||
			!strings.Contains(drawn[2], "4 of 9") {
			t.Fatalf("%q", drawn)
		}
		for _, line := range drawn {
			if n := width.StringWidth(line); n > 29 {
				t.Errorf("%d columns of 30: %q", n, line)
			}
		}
		if strings.TrimSpace(drawn[4]) != "" || len(drawn[4]) == 0 || drawn[5] != "" {
			t.Errorf("it is not taken away: %q", drawn[4:])
		}
	})
}

func TestAMessageTakesTheProgressLineAwayFirst(t *testing.T) {
	s, screen := watched(80)
	s.progress.show("abc")
	s.tell("甲")
	if diff := cmp.Diff("\rabc\r   \rjiangbu: 甲\n", screen.String()); diff != "" {
		t.Error(diff)
	}
}

func TestALineOfProgressLeavesTheLastColumnFree(t *testing.T) {
	for columns, want := range map[int]int{30: 29, 1: 0, 0: 79, -1: 79} { // 0 where a terminal does not say
		s, screen := watched(columns)
		s.progress.show(strings.Repeat("x", 200))
		if got := strings.Count(screen.String(), "x"); got != want {
			t.Errorf("%d of %d columns, want %d", got, columns, want)
		}
	}
}

func TestAStageWithoutFilesTellsTheTime(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		s, _ := watched(80)
		s.Stage("write", 0)()
		began := time.Now()
		time.Sleep(3 * time.Second)
		line := s.progressLine(doing{name: "write", began: began})
		if !strings.Contains(line, "3") || strings.Contains(line, "of 0") {
			t.Error(line)
		}
	})
}

func TestAFoldedTextBeginsNoLineWithAClosingSign(t *testing.T) {
	for _, c := range []struct {
		text    string
		columns int
		want    []string
	}{
		{"省级绿色工厂，给予奖励", 12, []string{"省级绿色工", "厂，给予奖励"}},
		{"对企业给予 40 万元奖励", 12, []string{"对企业给予", "40 万元奖励"}},
		{"能效“领跑者”的企业", 11, []string{"能效“领跑", "者”的企业"}},
		{"共3.75万元，3,000元", 6, []string{"共", "3.75万", "元，", "3,000", "元"}},
		{"（甲）（乙）", 6, []string{"（甲）", "（乙）"}},
		{"", 6, []string{""}},
		{"two words", 99, []string{"two words"}},
	} {
		if diff := cmp.Diff(c.want, Folded(c.text, c.columns)); diff != "" {
			t.Errorf("%q in %d: %s", c.text, c.columns, diff)
		}
	}
}
