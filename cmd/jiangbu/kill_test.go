package main

import (
	"bytes"
	"context"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"jiangbu/cmd/internal/console"
	"jiangbu/sheets/sheettest"
)

// smallBatch is a folder with one submission.
func smallBatch(t *testing.T) (dir string) {
	t.Helper()
	dir = t.TempDir()
	if err := os.MkdirAll(filepath.Join(dir, "in"), 0o755); err != nil {
		t.Fatal(err)
	}
	err := sheettest.Build(filepath.Join(dir, "in", "a.xlsx"), "# 摸排表\n单位名称\t统一社会信用代码\t县区\t奖补事项\t认定级别\t认定日期\n"+
		"连云港海岳机械有限公司\t91320722MAAY4CL12W\t东海县\t绿色工厂\t国家级\t2023-05-12\n"+
		"连云港海岳机械有限公司\t91320722MAAY4CL12W\t东海县\t绿色供应链\t国家级\t2023-05-12\n")
	if err != nil {
		t.Fatal(err)
	}
	return dir
}

// child is the program itself, as a process of its own, in a folder.
func child(ctx context.Context, dir string, args ...string) *exec.Cmd {
	c := exec.CommandContext(ctx, "jiangbu", args...)
	c.Dir = dir
	c.Env = append(os.Environ(), "TMPDIR="+dir, "LANG=C")
	return c
}

// The year is decided by two readings in turn, each time over the other's
// report, and killed at some moment. What then stands is one of the two, to
// the byte.
func TestAKilledRunLeavesTheOldReportOrTheNewOne(t *testing.T) {
	sheettest.Slow(t)
	kills := 200
	if testing.Short() {
		kills = 20
	}
	dir := smallBatch(t)
	run := func(ctx context.Context, reading string) *exec.Cmd {
		return child(ctx, dir, "run", "in", "--year", "2024", "--force", "--json", "r.json", "--reading",
			"same-project="+reading)
	}
	readings := []string{"track", "company"}
	want := map[string][]string{}
	var took time.Duration
	for _, r := range readings {
		began := time.Now()
		if out, err := run(context.Background(), r).CombinedOutput(); err != nil {
			t.Fatalf("%v: %s", err, out)
		}
		took = time.Since(began)
		for _, file := range []string{defaultReport, "r.json"} {
			want[file] = append(want[file], contents(t, dir, file))
		}
	}
	if want[defaultReport][0] == want[defaultReport][1] {
		t.Fatal("the two reports are one: nothing could be told")
	}
	random := rand.New(rand.NewPCG(1, 2))
	var killed, old, changed, finished int
	stands := want[defaultReport][1]
	for i := 0; killed < kills && finished < 5*kills; i++ {
		ctx, cancel := context.WithTimeout(context.Background(), time.Duration(random.Int64N(int64(took)*5/4)))
		err := run(ctx, readings[i%2]).Run()
		cancel()
		if err == nil {
			stands = contents(t, dir, defaultReport)
			finished++
			continue
		}
		killed++
		for file, either := range want {
			if got := contents(t, dir, file); got != either[0] && got != either[1] {
				t.Fatalf("after kill %d %s is neither the old one nor the new one (%d bytes)", killed, file, len(got))
			}
		}
		if now := contents(t, dir, defaultReport); now != stands {
			stands, changed = now, changed+1
		} else {
			old++
		}
	}
	t.Logf("%d kills: the old report stood %d times, the new one %d times; %d runs had finished before", killed, old,
		changed, finished)
	if killed < kills || old == 0 {
		t.Errorf("the kills came too early or too late to tell anything")
	}
	if out, err := run(context.Background(), "track").CombinedOutput(); err != nil {
		t.Fatalf("the run after the kills: %v: %s", err, out)
	}
	if left := listing(t, dir); left != "in r.json "+defaultReport {
		t.Errorf("the run after the kills left %s", left)
	}
}

// contents is a file of a folder.
func contents(t *testing.T, dir, file string) string {
	t.Helper()
	b, err := os.ReadFile(filepath.Join(dir, file))
	if err != nil {
		t.Fatal(err)
	}
	return string(b)
}

// listing is the names in a folder.
func listing(t *testing.T, dir string) string {
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

func TestCtrlCLeavesNothingHalfWrittenAndSaysSo(t *testing.T) {
	dir := smallBatch(t)
	if err := os.WriteFile(filepath.Join(dir, defaultReport), []byte("old"), 0o600); err != nil {
		t.Fatal(err)
	}
	ctx, stop := context.WithCancel(t.Context())
	stop()
	t.Chdir(dir)
	t.Setenv("TMPDIR", dir)
	var stdout, stderr bytes.Buffer
	status := begin(ctx, []string{"run", "in", "--year", "2024", "--force"}, func(string) string { return "" }, nil,
		&stdout, &stderr)
	if status != console.Failed || !strings.HasPrefix(stderr.String(),
		"jiangbu: stopped\n  Nothing was left half-written") {
		t.Errorf("status %d, said %q", status, stderr.String())
	}
	if contents(t, dir, defaultReport) != "old" || listing(t, dir) != "in "+defaultReport {
		t.Errorf("left %s", listing(t, dir))
	}
}
