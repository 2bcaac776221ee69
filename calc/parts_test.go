package calc

import (
	"sync/atomic"
	"testing"
)

func TestEachPartVisitsEachNumberOnceAndHandsAPanicOn(t *testing.T) {
	for _, n := range []int{0, 1, 2, 7, 100} {
		for _, least := range []int{1, 3, 1000} {
			visits := make([]atomic.Int32, n)
			EachPart(n, least, func(from, to int) {
				for i := from; i < to; i++ {
					visits[i].Add(1)
				}
			})
			for i := range visits {
				if got := visits[i].Load(); got != 1 {
					t.Errorf("%d of %d in parts of %d is visited %d times", i, n, least, got)
				}
			}
		}
	}
	defer func() {
		if p := recover(); p != "slip" {
			t.Errorf("the panic of a part becomes %v", p)
		}
	}()
	EachPart(10, 1, func(from, _ int) {
		if from == 0 {
			panic("slip")
		}
	})
	t.Error("the panic of a part is lost")
}
