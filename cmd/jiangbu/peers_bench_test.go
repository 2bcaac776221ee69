package main

import (
	"jiangbu/sheets/sheettest"
	"os/exec"
	"path/filepath"
	"testing"
	"time"
)

// BenchmarkPeers sets the whole run beside the peers on their own
// batch, 20 workbooks of 10,000 rows. Each line has its processor time and its
// time on the clock, and how many times those of run they are (x-run, x-run-wall):
// by the processor peer_fast at least 3 and peer_pandas at least 7, by the clock
// of two processors that nobody else uses 5 and 12. It needs the scripts, and
// Python with pandas, openpyxl and XlsxWriter.
func BenchmarkPeers(b *testing.B) {
	const python = "/usr/bin/python3"
	scripts := sheettest.Outside(b, "bench")
	if exec.Command(python, "-c", "import pandas, openpyxl, xlsxwriter").Run() != nil {
		b.Skip("the Python of the peers is not at hand")
	}
	if testing.Short() {
		b.Skip("short")
	}
	dir := b.TempDir()
	in, program := filepath.Join(dir, "in"), filepath.Join(dir, "jiangbu")
	spend(b, "go", "build", "-o", program, ".")
	spend(b, python, filepath.Join(scripts, "make_batch.py"), in, "20", "10000")
	files, err := filepath.Glob(filepath.Join(in, "*.xlsx"))
	if err != nil || len(files) != 20 {
		b.Fatal(len(files), err)
	}
	var ours cost
	for _, peer := range []struct {
		name string
		args []string
	}{
		{"run", []string{program, "run", in, "--year", "2024", "--force", "--out", filepath.Join(dir, "run.xlsx")}},
		{"peer_fast", append([]string{python, filepath.Join(scripts, "peer_fast.py"), filepath.Join(dir, "fast.xlsx")},
			files...)},
		{"peer_pandas", append([]string{python, filepath.Join(scripts, "peer_pandas.py"),
			filepath.Join(dir, "pandas.xlsx")}, files...)},
	} {
		b.Run(peer.name, func(b *testing.B) {
			var spent cost
			for b.Loop() {
				spent = spent.and(spend(b, peer.args[0], peer.args[1:]...))
			}
			b.ReportMetric(spent.cpu/float64(b.N), "cpu-s")
			b.ReportMetric(spent.wall/float64(b.N), "wall-s")
			if peer.name == "run" {
				ours = spent
			}
			if ours.cpu > 0 {
				b.ReportMetric(spent.cpu/ours.cpu, "x-run")
				b.ReportMetric(spent.wall/ours.wall, "x-run-wall")
			}
		})
	}
}

// cost is what a command takes, in seconds: of processors, and on the clock.
type cost struct{ cpu, wall float64 }

func (c cost) and(d cost) cost { return cost{c.cpu + d.cpu, c.wall + d.wall} }

// spend runs a command and gives what it takes.
func spend(b *testing.B, name string, args ...string) cost {
	b.Helper()
	c, began := exec.Command(name, args...), time.Now()
	if out, err := c.CombinedOutput(); err != nil {
		b.Fatalf("%s: %v\n%s", name, err, out)
	}
	return cost{(c.ProcessState.UserTime() + c.ProcessState.SystemTime()).Seconds(), time.Since(began).Seconds()}
}
