package calc

import (
	"runtime"
	"sync"
)

// EachPart has work go through 0 … n-1 in parts, as many at a time as there are
// processors; a part has at least least numbers. What work makes of a number must
// not depend on the others: then it does not depend on the processors either. A
// panic of a part becomes the caller's.
func EachPart(n, least int, work func(from, to int)) {
	size := max((n+runtime.GOMAXPROCS(0)-1)/runtime.GOMAXPROCS(0), least)
	var parts []func()
	for from := 0; from < n; from += size {
		parts = append(parts, func() { work(from, min(from+size, n)) })
	}
	AtOnce(parts...)
}

// AtOnce does several things side by side, none of which may depend on another. A
// panic of one becomes the caller's.
func AtOnce(work ...func()) {
	var panicked any
	var wait sync.WaitGroup
	var first sync.Once
	for _, do := range work {
		wait.Go(func() {
			defer func() {
				if p := recover(); p != nil {
					first.Do(func() { panicked = p })
				}
			}()
			do()
		})
	}
	if wait.Wait(); panicked != nil {
		panic(panicked)
	}
}
