package written

import (
	"strings"
	"testing"
)

// FuzzNumeral reads any text without running over, and every number that is
// written as people write it.
func FuzzNumeral(f *testing.F) {
	for _, s := range []string{"二十万零五百", "壹佰贰拾叁", "二〇二三", "十", "三万五", "一万亿", "零", "百", "两千", "九千九百九十九万亿"} {
		f.Add(s, int64(20500))
	}
	f.Fuzz(func(t *testing.T, s string, n int64) {
		if got, ok := ParseNumeral(s); ok && (got < 0 || got >= maxNumeral) {
			t.Errorf("%q is %d", s, got)
		}
		n = max(n, -n) % 1e12 // -n of the lowest is itself
		if n < 0 {
			return
		}
		if got, ok := ParseNumeral(inWords(n)); !ok || got != n {
			t.Errorf("%s is read as %d, %v, want %d", inWords(n), got, ok, n)
		}
	})
}

// inWords writes a number below 1e12 as a clerk does.
func inWords(n int64) string {
	if n == 0 {
		return "零"
	}
	var words strings.Builder
	gap := false // a power left out, to be told by one 零
	for _, g := range []struct {
		unit int64
		name string
	}{{1e8, "亿"}, {1e4, "万"}, {1, ""}} {
		group := n / g.unit
		n %= g.unit
		for _, p := range []struct {
			unit int64
			name string
		}{{1000, "千"}, {100, "百"}, {10, "十"}, {1, ""}} {
			d := group / p.unit % 10
			if d == 0 {
				gap = gap || words.Len() > 0
				continue
			}
			if gap {
				words.WriteString("零")
			}
			gap = false
			words.WriteString([]string{"", "一", "二", "三", "四", "五", "六", "七", "八", "九"}[d] + p.name)
		}
		if group > 0 {
			words.WriteString(g.name)
		}
	}
	return words.String()
}
