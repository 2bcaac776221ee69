package main

import (
	"jiangbu/sheets/sheettest"
	"os/exec"
	"path/filepath"
	"testing"
	"time"
)

// BenchmarkPeers sets the whole run beside the peers on their own
// batch, 20 workbooks of 10,000 rows. Each line has its processor time
// and how many times that of run it is (x-run): of peer_fast at least 4, of
// peer_pandas at least 10. It needs the scripts, and Python with pandas,
// openpyxl and XlsxWriter.
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
	ours := 0.0
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
			spent := 0.0
			for b.Loop() {
				spent += spend(b, peer.args[0], peer.args[1:]...).Seconds()
			}
			spent /= float64(b.N)
			b.ReportMetric(spent, "cpu-s")
			if peer.name == "run" {
				ours = spent
			}
			if ours > 0 {
				b.ReportMetric(spent/ours, "x-run")
			}
		})
	}
}

// spend runs a command and gives the processor time that it took.
func spend(b *testing.B, name string, args ...string) time.Duration {
	b.Helper()
	c := exec.Command(name, args...)
	if out, err := c.CombinedOutput(); err != nil {
		b.Fatalf("%s: %v\n%s", name, err, out)
	}
	return c.ProcessState.UserTime() + c.ProcessState.SystemTime()
}
