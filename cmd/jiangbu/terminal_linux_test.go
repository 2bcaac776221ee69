package main

import (
	"bytes"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"
	"unsafe"

	"github.com/google/go-cmp/cmp"
	"github.com/mattn/go-runewidth"
	"golang.org/x/sys/unix"
	"golang.org/x/text/encoding/simplifiedchinese"

	"jiangbu/cmd/internal/console"
	"jiangbu/sheets/sheettest"
)

// onTerminal runs the program with a terminal of some columns as its stderr
// and stdout, and gives what it drew there.
func onTerminal(t *testing.T, columns int, dir string, env []string, interrupt time.Duration,
	args ...string) (drawn string, status int) {
	t.Helper()
	master, slave := openTerminal(t, columns)
	c := exec.Command("jiangbu", args...)
	c.Dir, c.Stdout, c.Stderr = dir, slave, slave
	c.Env = append(append(os.Environ(), "TMPDIR="+dir, "LANG=C", "TERM=xterm", "NO_COLOR="), env...)
	if err := c.Start(); err != nil {
		t.Fatal(err)
	}
	slave.Close()
	if interrupt > 0 {
		time.AfterFunc(interrupt, func() { _ = c.Process.Signal(os.Interrupt) })
	}
	var b bytes.Buffer
	_, _ = io.Copy(&b, master) // ends with an error when the other side is closed
	_ = c.Wait()
	return b.String(), c.ProcessState.ExitCode()
}

// openTerminal makes a pseudo-terminal.
func openTerminal(t *testing.T, columns int) (master, slave *os.File) {
	t.Helper()
	master, err := os.OpenFile("/dev/ptmx", os.O_RDWR|syscall.O_NOCTTY, 0)
	if err != nil {
		t.Skip("no terminals here: ", err)
	}
	t.Cleanup(func() { master.Close() })
	var number uint32
	var unlocked int32
	ioctl(t, master, unix.TIOCGPTN, unsafe.Pointer(&number))
	ioctl(t, master, unix.TIOCSPTLCK, unsafe.Pointer(&unlocked))
	if err := unix.IoctlSetWinsize(int(master.Fd()), unix.TIOCSWINSZ,
		&unix.Winsize{Row: 24, Col: uint16(columns)}); err != nil {
		t.Fatal(err)
	}
	slave, err = os.OpenFile(fmt.Sprintf("/dev/pts/%d", number), os.O_RDWR|syscall.O_NOCTTY, 0)
	if err != nil {
		t.Skip("no terminals here: ", err)
	}
	return master, slave
}

func ioctl(t *testing.T, f *os.File, request uintptr, arg unsafe.Pointer) {
	t.Helper()
	if _, _, errno := syscall.Syscall(syscall.SYS_IOCTL, f.Fd(), request, uintptr(arg)); errno != 0 {
		t.Skip("no terminals here: ", errno)
	}
}

// longBatch is a folder whose submissions take a while to read.
func longBatch(t *testing.T, workbooks, rows int) (dir string) {
	t.Helper()
	dir = t.TempDir()
	if err := os.Mkdir(filepath.Join(dir, "in"), 0o755); err != nil {
		t.Fatal(err)
	}
	for i := range workbooks {
		var b strings.Builder
		b.WriteString("# 摸排表\n单位名称\t统一社会信用代码\t县区\t奖补事项\t认定级别\t认定日期\n")
		for n := range rows {
			fmt.Fprintf(&b, "连云港第%d企业有限公司\t91320722MAAY4CL12W\t东海县\t绿色工厂\t国家级\t2023-05-12\n", i*rows+n)
		}
		if err := sheettest.Build(filepath.Join(dir, "in", fmt.Sprintf("%d.xlsx", i)), b.String()); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

func TestLongWorkShowsItselfOnATerminalAndNowhereElse(t *testing.T) {
	sheettest.Slow(t)
	dir := longBatch(t, 6, 6000)
	args := []string{"run", "in", "--year", "2024", "--force"}
	drawn, _ := onTerminal(t, 80, dir, nil, 0, args...)
	for _, want := range []string{"\rreading ", " of 6 workbooks, ", " rows/s", "\rwriting … "} {
		if !strings.Contains(drawn, want) {
			t.Errorf("nothing like %q was drawn:\n%q", want, drawn)
		}
	}
	if !strings.Contains(drawn, " \rworkbooks ") { // blanks were drawn over it
		t.Errorf("the line did not go away:\n%q", drawn)
	}
	drawn, _ = onTerminal(t, 30, dir, nil, 0, append(args, "--lang", "zh")...)
	for _, line := range strings.FieldsFunc(drawn, func(r rune) bool { return r == '\r' || r == '\n' }) {
		if strings.HasPrefix(line, "读取") && runewidth.StringWidth(strings.TrimRight(line, " ")) > 29 {
			t.Errorf("a line of %d columns in a window of 30: %q", runewidth.StringWidth(line), line)
		}
	}
	for _, c := range []struct {
		name string
		env  []string
		flag string
	}{{"a dumb terminal", []string{"TERM=dumb"}, "--force"}, {"--quiet", nil, "--quiet"},
		{"--verbose", nil, "--verbose"}} {
		if drawn, _ := onTerminal(t, 80, dir, c.env, 0, append(args, c.flag)...); strings.Contains(drawn, "rows/s") ||
			strings.Contains(drawn, "\x1b") {
			t.Errorf("%s: a line was drawn:\n%q", c.name, drawn)
		}
	}
}

func TestFindingsAreFoldedAtTheWidthOfATerminalAndNowhereElse(t *testing.T) {
	dir := t.TempDir()
	if err := sheettest.Build(filepath.Join(dir, "a.xlsx"), "# 摸排表\n"+
		"单位名称\t统一社会信用代码\t县区\t奖补事项\t认定级别\t认定日期\n"+
		"连云港正源电子有限公司\t91320703MAHU49D476\t连云区\t星级上云\t五星级\t2023年6月1日\n"); err != nil {
		t.Fatal(err)
	}
	drawn, _ := onTerminal(t, 40, dir, nil, 0, "check", "a.xlsx", "--quiet")
	want := []string{"a.xlsx:摸排表!B2: error: 统一社会信用", "  代码 91320703MAHU49D476 有误：校验码", "  不符 [cell/credit-code]",
		"    请对照营业执照改正；确认无误的，在", "    报告的“待核事项”中填写审定意见", "workbooks 1, records 1, errors 1,", "  warnings 0"}
	if got := strings.Split(drawn, "\r\n"); len(got) < len(want) {
		t.Fatal(drawn)
	} else if diff := cmp.Diff(want, got[:len(want)]); diff != "" {
		t.Error(diff)
	}
	drawn, _ = onTerminal(t, 40, dir, nil, 0, "check", "a.xlsx", "--json")
	if !strings.Contains(drawn, `"统一社会信用代码 91320703MAHU49D476 有误：校验码不符"`) {
		t.Errorf("JSON is folded: %s", drawn)
	}
}

func TestColoursAreForTerminalsThatWantThem(t *testing.T) {
	sheettest.Slow(t)
	dir := t.TempDir()
	for _, c := range []struct {
		name string
		env  []string
		want bool
	}{{"a terminal", nil, true}, {"NO_COLOR", []string{"NO_COLOR=1"}, false},
		{"a dumb terminal", []string{"TERM=dumb"}, false}} {
		drawn, status := onTerminal(t, 80, dir, c.env, 0, "run", "gone", "--year", "2024")
		if got := strings.Contains(drawn, "\x1b[1m"); got != c.want || status != console.Failed {
			t.Errorf("%s: colours %v, status %d: %q", c.name, got, status, drawn)
		}
	}
}

// A person presses Ctrl-C while the workbooks are read.
func TestCtrlCOnATerminal(t *testing.T) {
	sheettest.Slow(t)
	dir := longBatch(t, 6, 6000)
	if err := os.WriteFile(filepath.Join(dir, defaultReport), []byte("old"), 0o600); err != nil {
		t.Fatal(err)
	}
	drawn, status := onTerminal(t, 80, dir, []string{"NO_COLOR=1"}, 250*time.Millisecond, "run", "in", "--year", "2024",
		"--force")
	if status != console.Failed || !strings.Contains(drawn, "jiangbu: stopped\r\n  Nothing was left half-written") {
		t.Errorf("status %d, said %q", status, drawn)
	}
	if contents(t, dir, defaultReport) != "old" || listing(t, dir) != "in "+defaultReport {
		t.Errorf("left %s", listing(t, dir))
	}
}

// A terminal that is closed tells its programs twice. Each command is stopped
// at many moments, and leaves its work whole or nothing at all.
func TestAClosedTerminalLeavesNoLockNoDraftAndNoEmptyFolder(t *testing.T) {
	sheettest.Slow(t)
	from := longBatch(t, 2, 600)
	if out, err := child(t.Context(), from, "run", "in", "--year", "2024", "--out",
		"r.xlsx").CombinedOutput(); err != nil {
		t.Fatalf("%v: %s", err, out)
	}
	stopped := 0
	for i := range 12 {
		for _, args := range [][]string{{"run", "in", "--year", "2024", "--json", "r.json"},
			{"check", "in", "--return", "back"},
			{"form", "--year", "2024", "--out", "forms"}, {"init", "--year", "2024", "year"},
			{"publish", "r.xlsx", "--from", "2024-08-01", "--days", "5", "--out", "notice"}} {
			dir := t.TempDir()
			if err := os.CopyFS(dir, os.DirFS(from)); err != nil {
				t.Fatal(err)
			}
			c := child(t.Context(), dir, args...)
			if err := c.Start(); err != nil {
				t.Fatal(err)
			}
			time.Sleep(time.Duration(i) * 20 * time.Millisecond)
			_, _ = c.Process.Signal(syscall.SIGHUP), c.Process.Signal(syscall.SIGHUP)
			if err := c.Wait(); err != nil {
				stopped++
			}
			err := filepath.WalkDir(dir, func(path string, e os.DirEntry, err error) error {
				if err == nil && (strings.HasPrefix(e.Name(), ".") || e.IsDir() && path != dir &&
					listing(t, path) == "") &&
					filepath.Base(filepath.Dir(path)) != "year" {
					t.Errorf("%v after %d ms left %s", args, 20*i, path)
				}
				return err
			})
			if err != nil {
				t.Fatal(err)
			}
		}
	}
	t.Logf("%d of 60 were stopped", stopped)
	if stopped < 10 {
		t.Error("the signals came too late to tell anything")
	}
}

// typed is what is typed at the menu on a terminal, line by line; it gives what
// was drawn.
func typed(t *testing.T, columns int, dir string, lines ...string) string {
	t.Helper()
	master, slave := openTerminal(t, columns)
	c := exec.Command("jiangbu")
	c.Dir, c.Stdin, c.Stdout, c.Stderr = dir, slave, slave, slave
	c.Env = append(os.Environ(), "TMPDIR="+dir, "LANG=zh_CN.UTF-8", "TERM=dumb")
	if err := c.Start(); err != nil {
		t.Fatal(err)
	}
	slave.Close()
	if _, err := io.WriteString(master, strings.Join(lines, "\n")+"\n"); err != nil {
		t.Fatal(err)
	}
	var b bytes.Buffer
	_, _ = io.Copy(&b, master)
	if err := c.Wait(); err != nil {
		t.Errorf("%v: %s", err, b.String())
	}
	return strings.ReplaceAll(b.String(), "\r\n", "\n")
}

// A narrow window, what a Chinese Windows types, names with blanks, in quotes and
// behind backslashes; each choice says its command and comes back.
func TestTheMenuOnATerminal(t *testing.T) {
	dir := filepath.Join(smallBatch(t), "奖补 核算")
	if status, said := told("init", "--year", "2024", filepath.Join(dir, "2024年度")); status != 0 {
		t.Fatal(said)
	}
	year := filepath.Join(dir, "2024年度")
	copyFile(t, filepath.Join(dir, "..", "in", "a.xlsx"), filepath.Join(year, submissionsFolder, "a.xlsx"))
	if err := sheettest.Build(filepath.Join(year, ledgerFolder, "一.xlsx"), "# 台账\n单位名称\t统一社会信用代码\t奖补事项\t"+
		"拨付金额（元）\n连云港海岳机械有限公司\t91320722MAAY4CL12W\t绿色工厂\t800000\n"); err != nil {
		t.Fatal(err)
	}
	gbk, err := simplifiedchinese.GB18030.NewEncoder().String("海岳")
	if err != nil {
		t.Fatal(err)
	}
	drawn := typed(t, 60, filepath.Dir(dir), "\""+dir+"\"", "10", strings.ReplaceAll(year, " ", `\ `), "2", "3", "计算",
		"5", gbk,
		"2", "6", "7", "2024-10-08", "", "'"+filepath.Join(year, ledgerFolder, "一.xlsx")+"'",
		filepath.Join(year, submissionsFolder, "a.xlsx"), "n", "退出")
	for _, want := range []string{"当前文件夹：" + dir + "\n", "当前文件夹：" + year + "\n",
		"\n> jiangbu form --out 空白表(2)\n", "\n> jiangbu check --return 退回\n", "\n> jiangbu run\n",
		"\n> jiangbu explain -- 奖补报告.xlsx 海岳\n", "\n   2  a.xlsx:摸排表!3 ", "来源  a.xlsx:摸排表!3\n",
		"\n> jiangbu reconcile --out 对账.xlsx -- 奖补报告.xlsx 台账\n",
		"\n> jiangbu publish --out 公示 --from 2024-10-08 -- 奖补报告.xlsx\n",
		"\n> jiangbu reconcile --out 对账(2).xlsx -- 奖补报告.xlsx 台账/一.xlsx\n", "\n> jiangbu check -- 报送/a.xlsx\n"} {
		if !strings.Contains(drawn, want) {
			t.Errorf("nothing like %q was drawn", want)
		}
	}
	if n := strings.Count(drawn, "1   新建年度"); n != 12 {
		t.Errorf("the menu came back %d times, not 12:\n%s", n, drawn)
	}
	for _, part := range strings.Split(drawn, "1   新建年度")[1:] {
		lines, _, _ := strings.Cut(part, "0   退出")
		for line := range strings.Lines(lines) {
			if n := onScreen.StringWidth(strings.TrimRight(line, "\n")); n > 60 {
				t.Errorf("%d columns: %s", n, line)
			}
		}
	}
}
