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
	var panics []any
	var wait sync.WaitGroup
	var lock sync.Mutex
	for from := 0; from < n; from += size {
		wait.Go(func() {
			defer func() {
				if p := recover(); p != nil {
					lock.Lock()
					defer lock.Unlock()
					panics = append(panics, p)
				}
			}()
			work(from, min(from+size, n))
		})
	}
	if wait.Wait(); len(panics) > 0 {
		panic(panics[0])
	}
}
