package standard

import (
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"
)

func TestItemsWithOneTextMeetAndNoOthers(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		texts := rapid.SliceOfN(rapid.StringMatching(`[甲乙]{0,3}`), 0, 60).Draw(t, "texts")
		want := map[string][]int{}
		for i, s := range texts {
			if s != "" {
				want[s] = append(want[s], i)
			}
		}
		for s, at := range want {
			if len(at) < 2 {
				delete(want, s)
			}
		}
		got := map[string][]int{}
		eachSameText(len(texts), func(i int) string { return texts[i] }, func(same []int) {
			if _, twice := got[texts[same[0]]]; twice {
				t.Errorf("%q meets twice", texts[same[0]])
			}
			got[texts[same[0]]] = slices.Clone(same)
		})
		if diff := cmp.Diff(want, got); diff != "" {
			t.Error(diff)
		}
	})
}

func TestTextsOfOneHashAreToldApart(t *testing.T) {
	texts := []string{"a", "b", "a", "", "b", "c", ""}
	var got [][]int
	eachCollision(len(texts), 1, func(_ int, tell func(uint64)) { tell(1) },
		func(met []int) { got = append(got, slices.Clone(met)) })
	if diff := cmp.Diff([][]int{{0, 1, 2, 3, 4, 5, 6}}, got); diff != "" {
		t.Error(diff)
	}
	got = nil
	eachSame(len(texts), func(i int) (string, bool) { return texts[i], texts[i] != "" },
		func(string) uint64 { return 1 }, func(same []int) { got = append(got, slices.Clone(same)) })
	if diff := cmp.Diff([][]int{{0, 2}, {1, 4}}, got); diff != "" {
		t.Error(diff)
	}
}

func TestAnItemMeetsNoOtherByOneHashOfItsOwn(t *testing.T) {
	eachCollision(3, 6, func(i int, tell func(uint64)) { tell(uint64(i)); tell(uint64(i)) },
		func(met []int) { t.Errorf("%v met", met) })
}

func TestDroppingACharacterLeavesTheHashOfWhatIsLeft(t *testing.T) {
	hashes := func(core string) (all []uint64) {
		(&nearForm{core: core}).droppingHashes(func(h uint64) { all = append(all, h) })
		return all
	}
	rapid.Check(t, func(t *rapid.T) {
		name := rapid.SliceOfN(rapid.RuneFrom([]rune("连云港恒瑞A1")), 1, 40).Draw(t, "name")
		end := rapid.SampledFrom([]string{"", "有限公司"}).Draw(t, "end")
		got := hashes(string(name) + end)
		want := hashes(string(name) + end)[:1]
		for k := range name {
			left := string(name[:k]) + string(name[k+1:]) + end
			want = append(want, hashes(left)[0])
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Error(diff)
		}
	})
}
