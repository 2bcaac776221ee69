package written

import (
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"
)

func TestTextsDifferBetweenWhatBothBeginAndEndWith(t *testing.T) {
	for _, c := range []struct{ x, y, a, b string }{
		{"海滨甲机械", "海滨乙机械", "甲", "乙"}, {"海滨机械", "海滨新机械", "", "新"}, {"海滨机械厂", "海滨机械", "厂", ""},
		{"甲", "甲", "", ""}, {"", "甲", "", "甲"}, {"甲甲", "甲", "甲", ""}, {"甲乙丙", "丙乙甲", "甲乙丙", "丙乙甲"},
	} {
		a, b := Apart(c.x, c.y)
		if diff := cmp.Diff([]string{c.a, c.b}, []string{string(a), string(b)}); diff != "" {
			t.Errorf("%s and %s (-want +got):\n%s", c.x, c.y, diff)
		}
	}
}

func TestTextsOneCharacterApartShareAHashOfADropping(t *testing.T) {
	text := rapid.StringOfN(rapid.SampledFrom([]rune("海滨甲乙机械厂")), 1, 9, -1)
	hashes := func(s string) map[uint64]bool {
		all := map[uint64]bool{}
		DroppingHashes(s, len([]rune(s)), func(h uint64) { all[h] = true })
		return all
	}
	rapid.Check(t, func(t *rapid.T) {
		x, y := text.Draw(t, "x"), text.Draw(t, "y")
		shared := false
		for h := range hashes(x) {
			shared = shared || hashes(y)[h]
		}
		if a, b := Apart(x, y); max(len(a), len(b)) <= 1 && !shared {
			t.Errorf("%s and %s share none", x, y)
		}
	})
}
