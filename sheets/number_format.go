package sheets

import (
	"bytes"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/shopspring/decimal"

	"jiangbu/calc"
	"jiangbu/calc/money"
)

// numberFormat is what a number format does to the number that a person sees,
// beyond its digits: it shows it on another scale, or names a unit of money
// behind it. A format that does neither is nil.
type numberFormat struct{ sections []formatSection }

// formatSection is one part of a format, with the numbers that it is for.
type formatSection struct {
	shift int32  // the shown number is the stored one times ten to this
	unit  string // of money, as the section writes it; "" for none
	test  string // "<", ">=" …; "" for what its place among the sections says
	bound float64
}

// parseNumberFormat reads the code of a format: 0.00"万元", 0!.0,"万元", #,##0,.
func parseNumberFormat(code string) *numberFormat {
	f := &numberFormat{}
	changes := false
	for _, s := range splitSections(code) {
		p := sectionParser{rest: s}
		p.parse()
		f.sections = append(f.sections, p.section())
		changes = changes || f.sections[len(f.sections)-1].changes()
	}
	if !changes {
		return nil
	}
	return f
}

func (s *formatSection) changes() bool { return s.shift != 0 || s.unit != "" }

// splitSections parts a code at the semicolons that are no literals.
func splitSections(code string) []string {
	var parts []string
	start := 0
	for i := 0; i < len(code); i++ {
		switch code[i] {
		case '\\', '_', '*', '!':
			i++
		case '"':
			i = closing(code, i, '"')
		case '[':
			i = closing(code, i, ']')
		case ';':
			parts = append(parts, code[start:i])
			start = i + 1
		}
	}
	return append(parts, code[min(start, len(code)):])
}

// sectionParser reads one section from the left.
type sectionParser struct {
	rest    string
	digits  int  // placeholders so far
	point   bool // a decimal point was there
	literal bool // a point that is a mere character was there
	behind  int32
	commas  int // since the last placeholder
	scale   int // commas that divide by a thousand
	percent bool
	words   strings.Builder
	out     formatSection
}

func (p *sectionParser) parse() {
	for _, general := range []string{"General", "G/通用格式"} { // the digits as they are
		p.rest = strings.ReplaceAll(p.rest, general, "0")
	}
	for p.rest != "" {
		r, n := utf8.DecodeRuneInString(p.rest)
		switch r {
		case '"', '[':
			p.enclosed(byte(r))
			continue
		case '\\', '!':
			p.rest = p.rest[n:]
			_, n = utf8.DecodeRuneInString(p.rest)
			p.say(p.rest[:n])
		case '_', '*':
			p.rest = p.rest[n:]
			_, n = utf8.DecodeRuneInString(p.rest)
		default:
			p.sign(r, p.rest[:n])
		}
		p.rest = p.rest[n:]
	}
}

// enclosed takes "text" or [condition], [colour] or [$sign-locale].
func (p *sectionParser) enclosed(open byte) {
	end := byte('"')
	if open == '[' {
		end = ']'
	}
	n := closing(p.rest, 0, end)
	inner := p.rest[1:n]
	p.rest = p.rest[min(n+1, len(p.rest)):]
	switch {
	case open == '"':
		p.say(inner)
	case strings.HasPrefix(inner, "$"):
		sign, _, _ := strings.Cut(inner[1:], "-")
		p.say(sign)
	default:
		number := strings.TrimLeft(inner, "<>=")
		if bound, err := strconv.ParseFloat(number, 64); err == nil && number != inner {
			p.out.test, p.out.bound = inner[:len(inner)-len(number)], bound
		}
	}
}

// say takes literal text. A point between digits is what makes thousands look
// like tens of thousands: 0"."0,
func (p *sectionParser) say(text string) {
	if text == "." && p.digits > 0 && !p.point {
		p.literal = true
		return
	}
	p.words.WriteString(text)
}

// sign takes one character outside quotes.
func (p *sectionParser) sign(r rune, text string) {
	switch r {
	case '0', '#', '?':
		if p.digits++; p.literal {
			p.behind++
		}
		if !p.point {
			p.commas = 0 // they only group the digits
		}
	case ',':
		if p.digits > 0 {
			p.commas++
		}
	case '.':
		p.point = true
		p.scale, p.commas = p.scale+p.commas, 0
	case '%':
		p.percent = true
	case ' ':
	default:
		p.words.WriteString(text)
	}
}

// section is what was read.
func (p *sectionParser) section() formatSection {
	if p.digits == 0 || p.percent { // a text in the number's place, or a share
		return formatSection{test: p.out.test, bound: p.out.bound}
	}
	p.out.shift = -3*int32(p.scale+p.commas) - p.behind
	p.out.unit = moneyUnit(p.words.String())
	return p.out
}

// moneyUnit is the unit that a text beside a number names, in full: 百万 is
// 百万元. A text that speaks of money in other words stays as it is.
func moneyUnit(text string) string {
	text = strings.TrimSpace(text)
	for _, sign := range []string{"人民币", "RMB", "CNY", "¥", "￥"} {
		text = strings.TrimSpace(strings.TrimPrefix(text, sign))
	}
	switch {
	case money.UnitOf(text) != money.UnitNone:
		return text
	case money.UnitOf(text+"元") != money.UnitNone && text != "":
		return text + "元"
	case strings.ContainsAny(text, "元万亿萬億"):
		return text
	}
	return ""
}

// cell is the number stored with these digits as a cell whose format this is.
func (f *numberFormat) cell(digits []byte) (calc.CellKind, []byte) {
	d, err := decimal.NewFromString(string(digits))
	if err != nil || d.IsZero() {
		return calc.CellNumber, digits
	}
	return f.sectionFor(string(digits)).cell(digits, d)
}

// shifts are the scales that a shown number may have, the usual ones first.
var shifts = []int32{0, -3, -6, -4, -9, -1, -2, -5, -7, -8}

// numberShownAs is the number stored with these digits as a cell, where the
// file does not say by which format but what a person sees.
func numberShownAs(digits, shown []byte) (calc.CellKind, []byte) {
	start := bytes.IndexAny(shown, "0123456789")
	d, err := decimal.NewFromString(string(digits))
	if start < 0 || err != nil || d.IsZero() || bytes.Equal(digits, shown) {
		return calc.CellNumber, digits
	}
	end := start
	for end < len(shown) && (shown[end] >= '0' && shown[end] <= '9' || shown[end] == ',' || shown[end] == '.') {
		end++
	}
	number := strings.ReplaceAll(string(shown[start:end]), ",", "")
	seen, err := decimal.NewFromString(strings.TrimSuffix(number, "."))
	if err != nil {
		return calc.CellNumber, digits
	}
	s := formatSection{unit: moneyUnit(string(shown[end:]))}
	for _, s.shift = range shifts {
		if d.Shift(s.shift).Abs().Round(-seen.Exponent()).Equal(seen) {
			return s.cell(digits, d)
		}
	}
	return calc.CellNumber, digits // a share, a fraction, a power of ten
}

// cell is the number d, stored with these digits, as the section shows it.
func (s *formatSection) cell(digits []byte, d decimal.Decimal) (calc.CellKind, []byte) {
	if !s.changes() {
		return calc.CellNumber, digits
	}
	return calc.CellShown, []byte(calc.ShownNumber(string(digits), d.Shift(s.shift).String()+s.unit))
}

// sectionFor is the section that a number is shown by.
func (f *numberFormat) sectionFor(digits string) *formatSection {
	v, _ := strconv.ParseFloat(digits, 64)
	for i := range f.sections {
		s := &f.sections[i]
		switch {
		case s.test != "" && s.covers(v), s.test == "" && f.byPlace(i, v):
			return s
		}
	}
	return &f.sections[0]
}

// byPlace tells whether a section without a condition is for v: the first of
// several for what is above zero, the second for what is below, the third for
// zero; behind a condition for the rest.
func (f *numberFormat) byPlace(i int, v float64) bool {
	switch {
	case len(f.sections) == 1, i > 0 && f.sections[0].test != "":
		return true
	case i == 0:
		return v > 0 || v == 0 && len(f.sections) == 2
	case i == 1:
		return v < 0
	}
	return i == 2
}

func (s *formatSection) covers(v float64) bool {
	switch s.test {
	case "<":
		return v < s.bound
	case "<=":
		return v <= s.bound
	case ">":
		return v > s.bound
	case ">=":
		return v >= s.bound
	case "=":
		return v == s.bound
	case "<>":
		return v != s.bound
	}
	return false
}
