package money

import (
	"cmp"
	"errors"
	"jiangbu/calc/written"
	"regexp"
	"strings"

	"github.com/shopspring/decimal"
)

var (
	errExponent = errors.New("number out of range")
	errAmount   = errors.New("not an amount")
)

// AmountText is a number as a cell states it. Unit is what stands beside the
// number (UnitNone where nothing does); Whole is set where the text is a
// complete sum in words (贰拾万元整), which no heading changes: then the number
// is in yuan.
type AmountText struct {
	Number decimal.Decimal
	Unit   Unit
	Whole  bool
}

// ParseAmount reads an amount as people write it: 1,234.5, 20万, ￥200000元,
// 二十万, 贰拾万元整, 20万5000元. A negative one is read as such.
func ParseAmount(text string) (AmountText, error) {
	s := amountForm(text)
	if s == "" || len(s) > 120 {
		return AmountText{}, errAmount
	}
	if s[0] == '-' || s[0] == '+' || s[0] >= '0' && s[0] <= '9' || s[0] == '.' {
		return arabicAmount(s)
	}
	return wordAmount(s)
}

// amountForm brings an amount to plain characters, without blanks, currency
// signs and the 整 at its end.
func amountForm(text string) string {
	s := strings.Map(func(r rune) rune {
		switch {
		case written.IsInvisible(r) || r == ' ' || r == '\t' || r == '\n' || r == '\r' || r == '\u00a0':
			return -1
		case r == '圆' || r == '圓' || r == '块':
			return '元'
		case r == '萬':
			return '万'
		case r == '億':
			return '亿'
		}
		return r
	}, written.Plain(text))
	if strings.HasSuffix(s, ")") {
		s = saidOfSum.ReplaceAllString(s, "")
	}
	for _, sign := range []string{"人民币", "(大写)", "大写", ":", "人民币", "RMB", "CNY", "¥", "￥", ":"} {
		s = strings.TrimPrefix(s, sign)
	}
	return strings.TrimSuffix(strings.TrimSuffix(s, "整"), "正")
}

// saidOfSum is what may stand behind a sum, in brackets, and does not change it.
var saidOfSum = regexp.MustCompile(`\((?:不?含税|税后|发票金额?|[已实][付缴]|已开票)\)$`)

// arabicAmount reads digits with at most one unit, or several parts with
// falling units (20万5000元).
func arabicAmount(s string) (AmountText, error) {
	for _, x := range units {
		if n, ok := strings.CutSuffix(s, x.text); ok {
			if d, err := parseNumber(n); err == nil {
				return AmountText{Number: d, Unit: x.unit}, nil
			}
			return partsAmount(s)
		}
	}
	d, err := parseNumber(s)
	return AmountText{Number: d}, err
}

// partsAmount reads 1亿2000万元 and 20万5000元, which are sums in yuan.
func partsAmount(s string) (AmountText, error) {
	rest, ok := strings.CutSuffix(s, "元")
	if !ok {
		return AmountText{}, errAmount
	}
	var sum decimal.Decimal
	for _, part := range []struct {
		text string
		exp  int32
	}{{"亿", 8}, {"万", 4}, {"", 0}} {
		n := rest
		if part.text != "" {
			before, after, found := strings.Cut(rest, part.text)
			if !found {
				continue
			}
			n, rest = before, after
		}
		if n == "" {
			continue
		}
		d, err := parseNumber(n)
		if err != nil || d.Sign() < 0 {
			return AmountText{}, errAmount
		}
		sum = sum.Add(d.Shift(part.exp))
	}
	return AmountText{Number: sum, Unit: UnitYuan, Whole: true}, nil
}

// wordAmount reads Chinese numbers: 二十万 (a number with its unit), 二十点五万,
// 贰拾万元整 and 壹仟元伍角陆分 (complete sums).
func wordAmount(s string) (AmountText, error) {
	whole, change, stated := strings.Cut(s, "元")
	if !stated {
		if n, ok := parseChange(s); ok {
			return AmountText{Number: n, Unit: UnitYuan, Whole: true}, nil
		}
		return wordNumber(s)
	}
	n, err := wordNumber(whole)
	c, ok := parseChange(change)
	if err != nil || !ok && change != "" {
		return AmountText{}, errAmount
	}
	return AmountText{Number: n.Unit.Of(n.Number).Decimal().Add(c), Unit: UnitYuan, Whole: true}, nil
}

// wordNumber reads a Chinese number whose closing 万 or 亿 is its unit.
func wordNumber(s string) (AmountText, error) {
	a := AmountText{}
	body := s
	for _, x := range units {
		if n, ok := strings.CutSuffix(s, x.text); ok && x.unit != UnitYuan && len(x.text) == len("万") {
			a.Unit, body = x.unit, n
			break
		}
	}
	whole, frac, point := strings.Cut(body, "点")
	n, ok := written.ParseNumeral(whole)
	if !ok && a.Unit != UnitNone { // 一万亿
		a.Unit = UnitNone
		n, ok = written.ParseNumeral(s)
	}
	a.Number = decimal.NewFromInt(n)
	if point && ok {
		var f int64
		f, ok = written.DigitByDigit(frac)
		a.Number = a.Number.Add(decimal.New(f, -int32(len([]rune(frac)))))
		ok = ok && frac != ""
	}
	if !ok {
		return AmountText{}, errAmount
	}
	return a, nil
}

// parseChange reads what stands behind 元: 伍角陆分, 零陆分.
func parseChange(s string) (decimal.Decimal, bool) {
	var sum decimal.Decimal
	rest, any := strings.TrimLeft(s, "零〇"), false
	for exp, unit := range []string{"角", "分"} {
		n, after, ok := strings.Cut(rest, unit)
		if !ok {
			continue
		}
		d, one := written.DigitByDigit(strings.TrimLeft(n, "零〇"))
		if !one || d > 9 {
			return sum, false
		}
		sum, rest, any = sum.Add(decimal.New(d, -int32(exp+1))), after, true
	}
	return sum, any && rest == ""
}

// AssumedYuan marks a number that is taken as yuan for its size alone.
const AssumedYuan = "assumed"

// leastYuan is from where a number without a unit is taken as yuan: no award
// or fee of a survey comes to ten million.
var leastYuan = decimal.NewFromInt(1000)

// Yuan gives the number its unit. fault says in Chinese why it cannot.
func (a AmountText) Yuan(head, sheet Unit) (y Yuan, fault string) {
	unit := cmp.Or(a.Unit, head, sheet)
	switch {
	case a.Whole:
		unit = a.Unit
	case a.Unit != UnitNone && head != UnitNone && a.Unit != head:
		return Yuan{}, "表头是" + head.String() + "，单元格是" + a.Unit.String()
	case unit != UnitNone || a.Number.IsZero():
	case a.Number.LessThan(leastYuan):
		return Yuan{}, "可能是元，也可能是万元"
	default:
		fault = AssumedYuan
	}
	return unit.Of(a.Number), fault
}
