package write

import (
	"bytes"
	"io"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"
	"github.com/klauspost/compress/flate"
)

func TestATextAsACellGivesItBack(t *testing.T) {
	long := strings.Repeat("长", MaxCellText)
	for _, c := range []struct{ name, text, want string }{
		{"plain text", "甲公司 A1", "甲公司 A1"},
		{"markup stays what it says", "<b> & \"c\"", "<b> & \"c\""},
		{"what looks like an escape stays, too", "_x0041_", "_x0041_"},
		{"a line end", "甲\n乙", "甲\n乙"},
		{"a line end of another system", "甲\r\n乙\r丙", "甲\n乙\n丙"},
		{"a control character is shown", "甲\x01乙", "甲\uFFFD乙"},
		{"so is one of the second row", "甲\u0085乙", "甲\uFFFD乙"},
		{"the last of each row is one", "\x1f \x7f \u009f", "\uFFFD \uFFFD \uFFFD"},
		{"what follows them is none", " ~ \u00a0", " ~ \u00a0"},
		{"so is no character at all", "甲\uFFFE乙", "甲\uFFFD乙"},
		{"a tab stays", "甲\t乙", "甲\t乙"},
		{"exactly what a cell holds", long, long},
		{"nothing", "", ""},
	} {
		if got := CellText(c.text); got != c.want {
			t.Errorf("%s: %.40q, want %.40q", c.name, got, c.want)
		}
	}
	if got := CellText(long + "长"); utf8.RuneCountInString(got) != MaxCellText ||
		!strings.HasSuffix(got, "……（全文32768字，超出单元格容量，以下从略）") {
		t.Errorf("one more is cut to %d characters, ending in %q", utf8.RuneCountInString(got), got[len(got)-60:])
	}
}

func TestAnAttributeHoldsAnyText(t *testing.T) {
	for _, c := range []struct{ text, back, written string }{
		{"甲公司", "甲公司", "甲公司"},
		{"<b> & \"c\"", "<b> & \"c\"", "&lt;b&gt; &amp; &quot;c&quot;"},
		{"甲\n乙\t丙", "甲 乙 丙", "甲 乙 丙"},
		{"_x0041_", "_x0041_", "_x0041_"},
		{"甲\x01乙", "甲\uFFFD乙", "甲\uFFFD乙"},
	} {
		if got := []string{attrText(c.text), escapeAttr(c.text)}; !cmp.Equal(got, []string{c.back, c.written}) {
			t.Errorf("%q gives %q, want %q and %q", c.text, got, c.back, c.written)
		}
	}
}

func TestAnEscapeIsSixSignsBetweenUnderscores(t *testing.T) {
	for text, want := range map[string]bool{"_x0041_": true, "_X00fF_甲": true, "_x0041": false, "_x004G_": false,
		"_y0041_": false, "_x00415_": false, "_": false} {
		if got := isHexEscape(text); got != want {
			t.Errorf("%q: %t", text, got)
		}
	}
}

func TestTheWidthOfATextAndTheLinesThatItTakes(t *testing.T) {
	for _, c := range []struct {
		text  string
		width int
		room  int
		lines int
	}{
		{"", 0, 10, 1}, {"abc", 3, 3, 1}, {"abcd", 4, 3, 2}, {"甲乙", 4, 4, 1}, {"甲乙丙", 6, 4, 2}, {"（甲）", 6, 6, 1},
		{"·×", 4, 4, 1},
		{"甲\n乙丙", 4, 4, 2}, {"甲\n\n乙", 2, 4, 3}, {"甲\n乙丙丁", 6, 4, 3}, {"é", 1, 1, 1},
	} {
		if got := []int{DisplayWidth(c.text), LinesIn(c.text, c.room)}; !cmp.Equal(got, []int{c.width, c.lines}) {
			t.Errorf("%q in %d digits: %v, want %d wide on %d lines", c.text, c.room, got, c.width, c.lines)
		}
	}
}

func TestASheetIsNamedInQuotes(t *testing.T) {
	for name, want := range map[string]string{"奖补明细": "'奖补明细'", "甲's": "'甲''s'", "": "''"} {
		if got := QuoteSheet(name); got != want {
			t.Errorf("%q: %s, want %s", name, got, want)
		}
	}
	for text, want := range map[string]string{"甲&乙": "甲&&乙", "甲": "甲"} {
		if got := footText(text); got != want {
			t.Errorf("the foot %q is %q, want %q", text, got, want)
		}
	}
}

func TestALinkLeadsOnlyToARelativeFile(t *testing.T) {
	for file, want := range map[string]string{
		"东区.xlsx": "%E4%B8%9C%E5%8C%BA.xlsx", "a/b c.xlsx": "a/b%20c.xlsx", "../a.xlsx": "../a.xlsx",
		"a#1.xlsx": "a%231.xlsx",
		"/a.xlsx":  "", "C:\\a.xlsx": "", "http://a": "", "a\\b": "", "": "",
	} {
		if got := linkTarget(file); got != want {
			t.Errorf("%q leads to %q, want %q", file, got, want)
		}
	}
}

func TestAColumnIsNamedTheSameWithAndWithoutTheTable(t *testing.T) {
	var got []string
	for _, n := range []int{1, 26, 27, 99, 100, 702, 703, 16384} {
		got = append(got, columnName(n))
	}
	if diff := cmp.Diff([]string{"A", "Z", "AA", "CU", "CV", "ZZ", "AAA", "XFD"}, got); diff != "" {
		t.Errorf("-want +got:\n%s", diff)
	}
}

// failing is a place that takes so many bytes and no more.
type failing struct{ room int }

func (f *failing) Write(p []byte) (int, error) {
	if f.room -= len(p); f.room < 0 {
		return 0, io.ErrShortWrite
	}
	return len(p), nil
}

func TestBlocksOfAnyLengthInflateToWhatWasWritten(t *testing.T) {
	for _, n := range []int{0, 1, deflateBlock - 1, deflateBlock, deflateBlock + 1, 5*deflateBlock + 7} {
		text := bytes.Repeat([]byte("甲0123456789"), n/13+1)[:n]
		var packed bytes.Buffer
		d := &deflaters{most: 2}
		w := &blockWriter{deflaters: d, part: &packed, block: d.room()}
		for rest := text; len(rest) > 0; { // in pieces that fit no block
			k := min(len(rest), 100003)
			if m, err := w.Write(rest[:k]); m != k || err != nil {
				t.Fatalf("%d of %d written: %v", m, k, err)
			}
			rest = rest[k:]
		}
		if err := w.Close(); err != nil {
			t.Fatal(err)
		}
		got, err := io.ReadAll(flate.NewReader(&packed))
		if err != nil || !bytes.Equal(got, text) {
			t.Errorf("%d bytes come back as %d: %v", n, len(got), err)
		}
	}
}

func TestAPlaceThatTakesNoMoreIsAnError(t *testing.T) {
	d := &deflaters{most: 1}
	w := &blockWriter{deflaters: d, part: &failing{10}, block: d.room()}
	text := make([]byte, 3*deflateBlock)
	for i := range text {
		text[i] = byte(i * i >> 3)
	}
	_, err := w.Write(text)
	if err == nil {
		err = w.Close()
	}
	if err == nil {
		t.Error("three blocks fit into ten bytes")
	}
}
