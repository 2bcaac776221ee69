package notice

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"jiangbu/calc"
	"jiangbu/sheets/write"
)

// together are the words of titles and headings that stay on one line.
var together = strings.Fields(`关于 年度 市级 中小企业 民营经济 数字经济 先进制造业 制造业 科技
	工业和信息化 工业 信息化 和 发展 支持 企业 技术改造 技术 创新 数字化 智能化 绿色 高质量 转型 升级
	奖补 拟奖补 奖励 补助 补贴 扶持 专项资金 资金 项目表 项目 名单 情况 公示 公告 第一批 第二批 第三批
	县区 单位 名称 统一社会 信用代码 事项 认定 级别 依据 文号 拟奖补金额 奖补金额 应奖金额 金额 （万元） （元） 备注 序号`)

// wordsOf cuts a title or a heading where a line may end: behind the words that
// stay together, a year with what counts it, and what is none of the words.
func wordsOf(text string) []string {
	var words []string
	loose := "" // characters of no word
	flush := func(next string) {
		if utf8.RuneCountInString(loose) == 1 && next != "" { // one character leads the word behind it
			words, loose = append(words, loose+next), ""
			return
		}
		words, loose = append(words, calc.Filled(loose, next)...), ""
	}
	for rest := text; rest != ""; {
		word := wordAt(rest)
		if n := len(words); n > 0 && loose == "" && word == "" && endsLine(rest) {
			_, size := utf8.DecodeRuneInString(rest)
			words[n-1], rest = words[n-1]+rest[:size], rest[size:]
			continue
		}
		if word == "" {
			_, size := utf8.DecodeRuneInString(rest)
			loose, rest = loose+rest[:size], rest[size:]
			continue
		}
		flush(word)
		rest = rest[len(word):]
	}
	flush("")
	return words
}

// wordAt is the word at the head of a text, "" for none.
func wordAt(text string) string {
	digits := len(text) - len(strings.TrimLeftFunc(text, unicode.IsDigit))
	if digits > 0 {
		for _, unit := range []string{"年度", "年"} {
			if strings.HasPrefix(text[digits:], unit) {
				return text[:digits+len(unit)]
			}
		}
	}
	longest := ""
	for _, w := range together {
		if strings.HasPrefix(text, w) && len(w) > len(longest) {
			longest = w
		}
	}
	return longest
}

// endsLine tells whether a text begins with what must not begin a line.
func endsLine(text string) bool {
	r, _ := utf8.DecodeRuneInString(text)
	return strings.ContainsRune("的、，。；：）》〉〕】”’", r)
}

// linesOf breaks a text between its words into as few lines of room digits as
// it takes, about as long as each other, as the titles of official papers are.
func linesOf(text string, room int) []string {
	words := wordsOf(text)
	least := len(filled(words, room))
	for width := write.DisplayWidth(text) / max(least, 1); width < room; width++ {
		if lines := filled(words, width); len(lines) <= least {
			return lines
		}
	}
	return filled(words, room)
}

// filled fills lines of so many digits with words.
func filled(words []string, room int) []string {
	var lines []string
	for _, w := range words {
		n := len(lines)
		if n > 0 && write.DisplayWidth(lines[n-1]+w) <= room {
			lines[n-1] += w
			continue
		}
		lines = append(lines, w)
	}
	return lines
}
