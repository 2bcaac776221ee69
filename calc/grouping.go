package calc

import (
	"iter"
	"slices"
)

// Mapped is what a list says, one after the other.
func Mapped[T, U any](list []T, of func(T) U) []U {
	all := make([]U, len(list))
	for i, x := range list {
		all[i] = of(x)
	}
	return all
}

// Filled are the texts that are not empty.
func Filled(texts ...string) []string {
	return slices.DeleteFunc(slices.Clone(texts), func(t string) bool { return t == "" })
}

// Count is how many of a list are such.
func Count[T any](list []T, such func(*T) bool) (n int) {
	for i := range list {
		if such(&list[i]) {
			n++
		}
	}
	return n
}

// Those are the members of a list that are such.
func Those[T any](list []T, such func(*T) bool) (all []*T) {
	for i := range list {
		if such(&list[i]) {
			all = append(all, &list[i])
		}
	}
	return all
}

// Places tells by what its members are called where each stands in a list,
// counted from 1; 0 is nowhere.
func Places[T any, K comparable](list []T, called func(T) K) map[K]int {
	at := make(map[K]int, len(list))
	for i, x := range list {
		at[called(x)] = i + 1
	}
	return at
}

// ByKey finds the members of a list by their keys.
func ByKey[T any, K comparable](list []T, key func(*T) K) map[K]*T {
	by := make(map[K]*T, len(list))
	for i := range list {
		by[key(&list[i])] = &list[i]
	}
	return by
}

// AddNew adds to a list what does not stand in it yet.
func AddNew[T comparable](list []T, x T) []T {
	if slices.Contains(list, x) {
		return list
	}
	return append(list, x)
}

// Runs are the stretches of a list whose members are alike the first of them.
func Runs[T any](list []T, alike func(a, b *T) bool) iter.Seq[[]T] {
	return func(yield func([]T) bool) {
		for len(list) > 0 {
			n := 1
			for n < len(list) && alike(&list[0], &list[n]) {
				n++
			}
			run := list[:n]
			if list = list[n:]; !yield(run) {
				return
			}
		}
	}
}

// grouping is the numbers from 0 on, put together by what they belong to.
type grouping struct {
	members []int32 // group after group, each in ascending order
	ends    []int32 // of each group among them
}

// groupBy puts the places of equal numbers together; the numbers are below
// count.
func groupBy(of []int32, count int) grouping {
	g := grouping{members: make([]int32, len(of)), ends: make([]int32, count)}
	for _, n := range of {
		g.ends[n]++
	}
	at := int32(0)
	for n, size := range g.ends {
		g.ends[n] = at
		at += size
	}
	for i, n := range of {
		g.members[g.ends[n]] = int32(i)
		g.ends[n]++
	}
	return g
}

// all goes through the groups that have a member.
func (g grouping) all(yield func(members []int32) bool) {
	at := int32(0)
	for _, end := range g.ends {
		if end > at && !yield(g.members[at:end]) {
			return
		}
		at = end
	}
}
