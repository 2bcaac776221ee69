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

func TestNumeralsAreReadAsAClerkReadsThem(t *testing.T) {
	const refused = -1
	for text, want := range map[string]int64{
		"三万亿": 3e12, "一万亿": 1e12, "三亿亿": refused, "亿": refused, "万亿": refused, "三亿万": refused, "一亿二万亿": refused,
		"三亿": 3e8, "三亿零五万": 300050000, "三万零五": 30005, "三万五": refused, "三十五": 35, "三百零五": 305, "三百五": refused,
		"十": 10, "二十": 20, "一百一十": 110, "一百十": 110, "百": refused, "三百二百": refused, "廿": refused,
	} {
		got, ok := ParseNumeral(text)
		if !ok {
			got = refused
		}
		if got != want {
			t.Errorf("%s is %d, want %d", text, got, want)
		}
	}
}
