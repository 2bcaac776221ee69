package written

// numerals are the digits of Chinese numbers, small and capital.
var numerals = map[rune]int64{
	'〇': 0, '零': 0, '○': 0, '◯': 0, '一': 1, '壹': 1, '弌': 1, '二': 2, '贰': 2, '貳': 2, '两': 2, '兩': 2, '三': 3, '叁': 3,
	'參': 3, '叄': 3, '四': 4, '肆': 4,
	'五': 5, '伍': 5, '六': 6, '陆': 6, '陸': 6, '七': 7, '柒': 7, '八': 8, '捌': 8, '九': 9, '玖': 9,
}

// steps are the powers of ten within a group of four digits.
var steps = map[rune]int64{'十': 10, '拾': 10, '百': 100, '佰': 100, '千': 1000, '仟': 1000}

// groups are the powers that a whole group is counted by.
var groups = map[rune]int64{'万': 1e4, '萬': 1e4, '亿': 1e8, '億': 1e8}

// isNumeral tells whether a character can stand in a Chinese number.
func isNumeral(r rune) bool {
	_, digit := numerals[r]
	return digit || steps[r] != 0 || groups[r] != 0
}

// maxNumeral is more than any survey states; what is larger is refused rather
// than let run over.
const maxNumeral = int64(1e15)

// ParseNumeral reads a whole Chinese number, 二十万零五百 or 壹佰贰拾叁, and also
// digits said one by one, 二〇二三. It refuses what nobody would write.
func ParseNumeral(s string) (n int64, ok bool) {
	if s == "" {
		return 0, false
	}
	if n, ok := DigitByDigit(s); ok {
		return n, true
	}
	p := numeral{last: maxNumeral, step: maxNumeral, digit: -1}
	for _, r := range s {
		if !p.add(r) {
			return 0, false
		}
	}
	return p.finish()
}

// DigitByDigit reads 二〇二三 as 2023; a single digit is one, too.
func DigitByDigit(s string) (n int64, ok bool) {
	for i, r := range []rune(s) {
		d, digit := numerals[r]
		if !digit || i > 14 {
			return 0, false
		}
		n = n*10 + d
	}
	return n, true
}

// numeral is a Chinese number being read: the groups done, the current group
// and the digit that waits for its power of ten (-1: none).
type numeral struct {
	total, group, digit int64
	step, last          int64 // the lowest power so far within the group, and of whole groups
	power               int64 // of the character before, 0 at the start
	zero, afterZero     bool
}

func (p *numeral) add(r rune) bool {
	if d, ok := numerals[r]; ok {
		return p.addDigit(d)
	}
	if s := steps[r]; s != 0 {
		return p.addPower(s)
	}
	g := groups[r]
	return g != 0 && p.addGroup(g)
}

func (p *numeral) addDigit(d int64) bool {
	if p.digit >= 0 {
		return false
	}
	if d == 0 {
		p.zero = true
		return true
	}
	p.digit, p.afterZero, p.zero = d, p.zero, false
	return true
}

// addPower closes a digit with 十, 百 or 千; 十 alone is one ten.
func (p *numeral) addPower(s int64) bool {
	if p.digit < 0 && s == 10 {
		p.digit = 1
	}
	if p.digit < 0 || s >= p.step {
		return false
	}
	p.group += p.digit * s
	p.digit, p.step, p.power, p.zero = -1, s, s, false
	return true
}

// addGroup closes a group with 万 or 亿, also 万亿.
func (p *numeral) addGroup(g int64) bool {
	if !p.addLastDigit() {
		return false
	}
	if g == 1e8 && p.group == 0 && p.total > 0 && p.total < 1e8 {
		p.group, p.total, p.last = p.total, 0, maxNumeral
	}
	if p.group == 0 || g >= p.last || p.group*g >= maxNumeral {
		return false
	}
	p.total += p.group * g
	p.group, p.step, p.last, p.power, p.zero = 0, maxNumeral, g, g, false
	return true
}

// addLastDigit adds the digit that no power follows. Behind 百, 千, 万 or 亿 it needs
// a 零: 三万五 is 35000 to a speaker and 30005 to a clerk, so it is refused.
func (p *numeral) addLastDigit() bool {
	if p.digit > 0 {
		if p.power > 10 && !p.afterZero {
			return false
		}
		p.group += p.digit
	}
	p.digit = -1
	return true
}

func (p *numeral) finish() (int64, bool) {
	if !p.addLastDigit() {
		return 0, false
	}
	n := p.total + p.group
	return n, n < maxNumeral
}
