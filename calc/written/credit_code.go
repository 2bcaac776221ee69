package written

import (
	"strconv"
	"strings"
)

// CodeAlphabet are the characters of a credit code with their values 0-30
// (GB 32100-2015, table 3): the letters I O S V Z are never used.
const CodeAlphabet = "0123456789ABCDEFGHJKLMNPQRTUWXY"

// codeValue is the value of each character of the alphabet, -1 of any other.
var codeValue = func() (v [256]int8) {
	for i := range v {
		v[i] = int8(strings.IndexByte(CodeAlphabet, byte(i)))
	}
	return v
}()

// codeWeights are 3^(i-1) mod 31 for the first 17 characters (GB 32100-2015).
var codeWeights = [17]int{1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28}

// orgWeights weigh the first eight characters of an organisation code
// (GB 11714-1997), which are characters 9 to 16 of a credit code.
var orgWeights = [8]int{3, 7, 9, 10, 5, 8, 4, 2}

// ParseCreditCode folds the text of a unified social credit code (width, case,
// blanks, dashes) and checks it by GB 32100-2015. fault says in Chinese what
// is wrong with it, "" where nothing is. A look-alike that would pass is
// suggested in the fault and never put in its place.
func ParseCreditCode(text string) (code, fault string) {
	code = FoldCode(text)
	switch wrong := WrongLetters(code); {
	case len([]rune(code)) != 18:
		return code, "应为 18 位，填了 " + strconv.Itoa(len([]rune(code))) + " 位"
	case wrong != "":
		return code, "含有不使用的字符 " + wrong + suggest(code)
	case checkDigit(code) != code[17]:
		return code, "校验码不符" + suggest(code)
	}
	return code, ""
}

// IsCreditCode tells whether a folded code holds.
func IsCreditCode(code string) bool {
	if len(code) != 18 {
		return false
	}
	for i := range len(code) {
		if codeValue[code[i]] < 0 {
			return false
		}
	}
	return checkDigit(code) == code[17]
}

// FoldCode brings a code to plain characters: NFKC, upper case, without
// blanks, dashes, dots, quotes and a heading before a colon. Unknown
// characters stay, so that nothing is corrected in passing.
func FoldCode(text string) string {
	if IsCreditCode(text) {
		return text
	}
	s := Plain(text)
	if _, code, ok := strings.Cut(s, ":"); ok {
		s = code
	}
	return strings.Map(func(r rune) rune {
		if r <= ' ' || r == '\u3000' || IsInvisible(r) || strings.ContainsRune("-—–―‐‑‒−_.·"+quotes, r) {
			return -1
		}
		return r
	}, strings.ToUpper(s))
}

// WrongLetters lists the characters that no code may have, each once.
func WrongLetters(code string) string {
	var wrong []string
	for _, r := range code {
		if !strings.ContainsRune(CodeAlphabet, r) && !strings.Contains(strings.Join(wrong, "、"), string(r)) {
			wrong = append(wrong, string(r))
		}
	}
	return strings.Join(wrong, "、")
}

// checkDigit computes the 18th character of a code from the first 17.
func checkDigit(code string) byte {
	sum := 0
	for i, w := range codeWeights {
		sum += int(codeValue[code[i]]) * w
	}
	return CodeAlphabet[(31-sum%31)%31]
}

// orgDigit computes the ninth character of an organisation code from its first
// eight (GB 11714-1997), 0 where one of them cannot stand in such a code.
func orgDigit(org string) byte {
	sum := 0
	for i, w := range orgWeights {
		v := strings.IndexByte("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ", org[i])
		if v < 0 {
			return 0
		}
		sum += v * w
	}
	return "0123456789X0"[11-sum%11]
}

// IsOldCode tells of the identifiers before the credit code: 15 characters of
// a registration or tax number, nine of an organisation code.
func IsOldCode(code string) bool {
	switch len(code) {
	case 15:
		return IsDigits(code[:6]) && code[0] != '0'
	case 9:
		return orgDigit(code) == code[8]
	}
	return false
}

// MaskCode hides a resident's identity number, which no message may print.
func MaskCode(code string) string {
	if len(code) == 18 && IsDigits(code[:17]) && IsIdentityNumber(code) {
		return MaskDigits(code)
	}
	return code
}

// CompleteCode is the credit code that begins with these sixteen characters:
// it adds the check digit of the organisation code within and that of the
// whole (GB 32100-2015).
func CompleteCode(first string) string {
	c := first + string(orgDigit(first[8:]))
	return c + string(checkDigit(c+"0"))
}
