package main

import (
	"os"
	"runtime/debug"
)

// Collecting garbage takes a tenth of a run's time when, as Go does unasked, as
// much of it may gather as is kept. So ten times as much may, up to a bound that
// every machine of an office has room for; near the bound it is collected as
// often as that needs. A batch of which more must be kept moves the bound:
// measured, a row takes some 1,200 bytes until the report is written.
const (
	pacePercent = 1000
	paceBytes   = 640 << 20
	paceRow     = 1800
)

// pace sets how much garbage may gather while so many rows are worked on, unless
// the environment says so.
func pace(rows int) {
	if os.Getenv("GOGC") != "" || os.Getenv("GOMEMLIMIT") != "" {
		return
	}
	debug.SetGCPercent(pacePercent)
	debug.SetMemoryLimit(max(paceBytes, paceRow*int64(rows)))
}
