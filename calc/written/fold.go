package written

import (
	"cmp"
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// Plain is a text in plain width: full-width letters, digits and signs become
// the plain ones. It is the first rung of all forms that texts are read in.
func Plain(s string) string { return norm.NFKC.String(s) }

// Fold is what two spellings of one text share: NFKC, upper case, one kind of
// bracket, and neither blanks nor invisible characters nor quotes. It is for
// matching, never for display.
func Fold(s string) string {
	// Dropping a character can bring others together that NFKC joins, so fold
	// until nothing changes; nearly every text is done at once.
	for range 4 {
		if IsFolded(s) {
			return s
		}
		if plain, ok := AppendPlain(make([]byte, 0, len(s)), s); ok {
			s = string(plain)
		} else {
			s = foldAny(s)
		}
	}
	return s
}

// IsFolded tells of the common text, Chinese characters with plain capitals
// and digits, that folding would leave it as it is.
func IsFolded(s string) bool {
	for i := 0; i < len(s); {
		if c := s[i]; c < utf8.RuneSelf {
			if foldedASCII[c] != c || c == 0 { // dropped, not kept
				return false
			}
			i++
			continue
		}
		if !hanAt(s, i) {
			return false
		}
		i += hanSize
	}
	return true
}

// hanAt tells whether one of the Chinese characters that NFKC never changes,
// U+4E00 to U+9FFF, stands at byte i.
func hanAt(s string, i int) bool {
	return i+2 < len(s) && s[i] >= 0xE4 && s[i] <= 0xE9 && s[i+1]>>6 == 2 && s[i+2]>>6 == 2 &&
		(s[i] > 0xE4 || s[i+1] >= 0xB8)
}

// hanSize is how many bytes such a character takes.
const hanSize = 3

// brackets maps every bracket that stands for a round one to it, as NFKC
// leaves it.
var brackets = map[rune]rune{
	'(': '(', ')': ')', '[': '(', ']': ')', '【': '(', '】': ')', '〔': '(', '〕': ')', '﹝': '(', '﹞': ')', '〖': '(',
	'〗': ')', '{': '(', '}': ')',
}

// foldedASCII is what folding makes of each ASCII character, 0 where it drops
// it.
var foldedASCII = func() (to [utf8.RuneSelf]byte) {
	for c := range rune(utf8.RuneSelf) {
		switch b, isBracket := brackets[c]; {
		case unicode.IsSpace(c) || IsInvisible(c) || strings.ContainsRune(quotes, c):
		case isBracket:
			to[c] = byte(b)
		default:
			to[c] = byte(unicode.ToUpper(c))
		}
	}
	return to
}()

// AppendPlain folds a text of Chinese characters, ASCII and the usual brackets,
// which NFKC does not change or only one by one; false where there is anything
// else in it.
func AppendPlain(b []byte, s string) ([]byte, bool) {
	for i := 0; i < len(s); {
		if c := s[i]; c < utf8.RuneSelf {
			if c = foldedASCII[c]; c != 0 {
				b = append(b, c)
			}
			i++
			continue
		}
		if hanAt(s, i) {
			b = append(b, s[i:i+hanSize]...)
			i += hanSize
			continue
		}
		r, n := utf8.DecodeRuneInString(s[i:])
		switch r {
		case '（', '〔', '【':
			b = append(b, '(')
		case '）', '〕', '】':
			b = append(b, ')')
		default:
			return b, false
		}
		i += n
	}
	return b, true
}

const quotes = "\"'`“”‘’「」『』《》〈〉‹›«»〝〞″′"

// foldAny folds a text of any characters.
func foldAny(s string) string {
	s = Plain(s)
	var b strings.Builder
	b.Grow(len(s))
	for _, r := range s {
		if unicode.IsSpace(r) || IsInvisible(r) || strings.ContainsRune(quotes, r) {
			continue
		}
		b.WriteRune(unicode.ToUpper(cmp.Or(brackets[r], r)))
	}
	return b.String()
}

// IsInvisible tells of characters that nobody sees or means: zero-width marks,
// directions, soft hyphens, byte order marks and controls. Blanks are not
// among them.
func IsInvisible(r rune) bool {
	return (unicode.Is(unicode.Cf, r) || unicode.IsControl(r) || r == 0x034F || r == 0x115F || r == 0x1160 ||
		r == 0x3164 || r == 0xFFA0) && !unicode.IsSpace(r)
}

// Invisible names the first invisible character of a text, "U+200B", or "".
func Invisible(s string) string {
	for _, r := range s {
		if IsInvisible(r) {
			return fmt.Sprintf("U+%04X", r)
		}
	}
	return ""
}

// Display is a submitted text as we print it: without blanks around it and
// invisible characters within, each run of blanks and line breaks one blank.
func Display(s string) string {
	if IsShown(s) {
		return s
	}
	s = strings.Map(func(r rune) rune {
		if IsInvisible(r) {
			return -1
		}
		return r
	}, s)
	return strings.Join(strings.Fields(s), " ")
}

// isPlain tells of the common text that display would leave as it is.
func isPlain(s string) bool { return isPlainBut(s, "（）") }

// IsShown is isPlain of a text that may also hold the brackets of document
// numbers.
func IsShown(s string) bool { return isPlainBut(s, "（）〔〕【】") }

// isPlainBut tells of Chinese characters, ASCII without blanks, and the other
// characters given.
func isPlainBut(s, others string) bool {
	for i := 0; i < len(s); {
		if c := s[i]; c < utf8.RuneSelf {
			if c <= ' ' || c == 0x7f {
				return false
			}
			i++
			continue
		}
		if hanAt(s, i) {
			i += hanSize
			continue
		}
		r, n := utf8.DecodeRuneInString(s[i:])
		if !strings.ContainsRune(others, r) {
			return false
		}
		i += n
	}
	return true
}

// CutAny cuts the first of the prefixes that a text begins with.
func CutAny(s string, prefixes []string) (rest string, found bool) {
	for _, p := range prefixes {
		if rest, found := strings.CutPrefix(s, p); found {
			return rest, true
		}
	}
	return s, false
}

// LongestBlank is how many bytes the longest of isBlank's words has when it is
// written plainly.
const LongestBlank = 6

// IsBlank tells of what people type into a cell to say that there is nothing.
func IsBlank(s string) bool {
	switch Fold(s) {
	case "", "-", "--", "---", "—", "——", "–", "―", "─", "/", "//", "\\", "、", "无", "N/A", "NA", "空", "*", ".":
		return true
	}
	return false
}

// Shown is a cell's text for display, "" where it stands for nothing.
func Shown(s string) string {
	if IsBlank(s) {
		return ""
	}
	return Display(s)
}
