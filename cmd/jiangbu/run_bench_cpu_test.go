//go:build unix

package main

import (
	"syscall"
	"testing"
	"time"
)

// cpuTime is the processor time of the process: the wall clock says little on
// a machine that others use too.
func cpuTime(b *testing.B) time.Duration {
	var u syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &u); err != nil {
		b.Fatal(err)
	}
	return time.Duration(u.Utime.Nano() + u.Stime.Nano())
}
