package main

import (
	"os"
	"runtime/debug"
)

// Collecting garbage takes a tenth of a run's time when, as Go does unasked, as
// much of it may gather as is kept. So ten times as much may, up to a bound that
// every machine of an office has room for; near the bound it is collected as
// often as that needs. What a hostile file makes us do stays within 512 MB
// whatever it asks for. A batch of many rows moves the bound: measured, a row
// takes some 1,200 bytes until the report is written, and twice as much again of
// garbage costs less than collecting it. A report that is read needs as much: of
// one of 200,000 records 450 MB are kept for a moment.
const (
	garbagePercent = 1000
	heapBytes      = 480 << 20
	rowBytes       = 3700
	reportRowBytes = 440 // of a record in the file of a report
)

// tuneGC sets how much garbage may gather, unless the environment says so: once
// as the program begins, for no rows, and again where so many rows need more.
func tuneGC(rows int) {
	if os.Getenv("GOGC") != "" || os.Getenv("GOMEMLIMIT") != "" {
		return
	}
	limit := max(heapBytes, rowBytes*int64(rows))
	if rows > 0 {
		limit = max(limit, debug.SetMemoryLimit(-1)) // what was read before may still be kept
	}
	debug.SetGCPercent(garbagePercent)
	debug.SetMemoryLimit(limit)
}
