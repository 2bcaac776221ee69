//go:build unix

package sheets_test

import (
	"syscall"
	"testing"
	"time"
)

// reportCPU adds the processor time of an operation to a benchmark's line: the
// wall clock says little on a machine that others use too.
func reportCPU(b *testing.B, loop func()) (ms float64) {
	before := cpuTime(b)
	loop()
	ms = float64(cpuTime(b)-before) / float64(b.N) / float64(time.Millisecond)
	b.ReportMetric(ms, "cpu-ms/op")
	return ms
}

func cpuTime(b *testing.B) time.Duration {
	var u syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &u); err != nil {
		b.Fatal(err)
	}
	return time.Duration(u.Utime.Nano() + u.Stime.Nano())
}
