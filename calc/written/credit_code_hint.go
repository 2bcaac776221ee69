package written

import (
	"slices"
	"strings"
)

// lookAlikes are characters that no credit code has, with the one that the
// writer most likely meant. Greek and Cyrillic capitals look the same on any
// screen.
var lookAlikes = map[rune]byte{
	'O': '0', 'I': '1', 'S': '5', 'Z': '2', 'V': 'U',
	'А': 'A', 'В': 'B', 'С': 'C', 'Е': 'E', 'Н': 'H', 'К': 'K', 'М': 'M', 'Р': 'P', 'Т': 'T', 'Х': 'X', 'У': 'Y',
	'О': '0', 'І': '1', 'Ѕ': '5', 'Ј': 'J',
	'Α': 'A', 'Β': 'B', 'Ε': 'E', 'Η': 'H', 'Κ': 'K', 'Μ': 'M', 'Ν': 'N', 'Ρ': 'P', 'Τ': 'T', 'Χ': 'X', 'Υ': 'Y',
	'Ο': '0', 'Ι': '1', 'Ζ': '2',
	'〇': '0', '○': '0', '零': '0',
}

// confusable are characters of the alphabet that are taken for each other when
// a code is copied by hand.
var confusable = map[byte]string{
	'0': "DQ", 'D': "0", 'Q': "0", '1': "L7", 'L': "1", '7': "1", '2': "7", '5': "6", '6': "5G", 'G': "6", '8': "B3",
	'B': "8", '3': "8", '9': "4", '4': "9A", 'A': "4",
	'U': "W", 'W': "U", 'M': "N", 'N': "M", 'P': "R", 'R': "P", 'C': "G", 'E': "F", 'F': "E", 'X': "Y", 'Y': "X",
	'K': "X", 'H': "N",
}

// suggest says which code was probably meant, where exactly one is likely and
// passes both its own check and that of the organisation code within. It is a
// suggestion for a person and goes into the message only.
func suggest(code string) string {
	likely := candidates(code)
	if len(likely) != 1 {
		return ""
	}
	return "，疑为 " + likely[0] + "，请对照营业执照"
}

// candidates are the likely codes behind a wrong one: its foreign characters
// replaced by look-alikes, else one character mistaken or two swapped.
func candidates(code string) []string {
	plain, ok := replaceLookAlikes(code)
	if !ok || len(plain) != 18 {
		return nil
	}
	if passesBoth(plain) {
		return []string{plain}
	}
	var likely []string
	try := func(b []byte) {
		if s := string(b); passesBoth(s) && !slices.Contains(likely, s) {
			likely = append(likely, s)
		}
	}
	for i := range len(plain) {
		for _, c := range []byte(confusable[plain[i]]) {
			b := []byte(plain)
			b[i] = c
			try(b)
		}
		if i > 0 && plain[i] != plain[i-1] {
			b := []byte(plain)
			b[i], b[i-1] = b[i-1], b[i]
			try(b)
		}
	}
	return likely
}

func replaceLookAlikes(code string) (string, bool) {
	ok := true
	plain := strings.Map(func(r rune) rune {
		if strings.ContainsRune(CodeAlphabet, r) {
			return r
		}
		c, known := lookAlikes[r]
		ok = ok && known
		return rune(c)
	}, code)
	return plain, ok
}

func passesBoth(code string) bool {
	return IsCreditCode(code) && orgDigit(code[8:16]) == code[16]
}
