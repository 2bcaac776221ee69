package table

import (
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"jiangbu/calc"
	"jiangbu/calc/written"
)

// The words of lines that are no records, folded by Fold.
var (
	dittos        = []string{"同上", "同上行", "同前", "如上", "〃", "″", "\"", "''", "``", "”", "“", "‖", "々", "〞"}
	totalStarts   = []string{"小计", "合计", "总计", "累计", "共计", "总合计", "本页小计", "本页合计", "全县合计", "全区合计", "全市合计", "分计"}
	subtotals     = []string{"小计", "分计"}
	noteStarts    = []string{"备注", "注", "说明", "填表说明", "填报说明", "填写说明", "填表要求", "注意事项", "特别说明", "附注", "备 注"}
	pageWords     = []string{"续表", "续上表", "接上表", "下空", "以下无", "此处空白"}
	carriedWords  = []string{"承前页", "承上页", "接前页", "接上页", "转下页", "转次页", "过次页", "接下页", "转后页"}
	bodyEnds      = []string{"工业和信息化局", "工信局", "经发局", "经济发展局", "工业和信息化委员会", "工业信息化局", "(盖章)", "(公章)", "(签章)"}
	exampleWords  = []string{"示例", "例", "样例", "举例", "范例", "填写示例", "填报示例", "(示例)", "(例)", "填表示例", "例如", "示例行", "样例行"}
	exampleStarts = []string{"示例:", "(示例)", "例:", "(例)", "填写示例", "填报示例", "填表示例", "样例:", "(样例)", "例如:", "举例:", "示例行"}
	exampleSheets = []string{"示例", "样例", "范例"}
	firmEnds      = []string{"公司", "厂", "集团", "有限", "中心", "研究院", "合作社", "管委会", "管理委员会", "委员会"}
	groupEnds     = []string{"企业", "单位", "称号", "荣誉", "名单", "项目", "情况", "类", "奖项"}
	companyEnds   = []string{"公司", "集团", "合作社"}
)

func endsInAny(s string, words []string) bool {
	return slices.ContainsFunc(words, func(w string) bool { return strings.HasSuffix(s, w) })
}

// IsDitto tells whether a cell says 同上. Its first character keeps the common
// cell from being folded.
func IsDitto(text string) bool {
	if len(text) > 18 || text == "" {
		return false
	}
	first, _ := utf8.DecodeRuneInString(text)
	return strings.ContainsRune("同如〃″\"'`”“‖々〞＂＇ \u3000\u00a0", first) && slices.Contains(dittos, Fold(text))
}

func isPlainByte(b byte) bool {
	return b >= '0' && b <= '9' || b >= 'A' && b <= 'Z' || b >= 'a' && b <= 'z'
}

// maxTotalLabel bounds the label of a total line: 东海县绿色工厂小计（万元）.
const maxTotalLabel = 24

// TotalLabel reads the label of a total line: 合计, 东海县小计, 共5家.
func TotalLabel(text string) (label string, ok bool) {
	if len(text) > 3*maxTotalLabel*2 {
		return "", false
	}
	s := strings.TrimRight(Fold(text), ":")
	plain := s
	if i := strings.IndexByte(plain, '('); i > 0 {
		plain = plain[:i]
	}
	if endsInAny(plain, firmEnds) || utf8.RuneCountInString(s) > 2*maxTotalLabel {
		return "", false
	}
	if rest, ok := written.CutAny(plain, totalStarts); ok &&
		(rest == "" || startsWithDigit(rest) || startsAfterTotal(rest)) {
		return s, true
	}
	count, counts := strings.CutPrefix(plain, "共")
	if counts && startsWithDigit(count) || utf8.RuneCountInString(s) <= maxTotalLabel && endsInAny(plain, totalStarts) {
		return s, true
	}
	return "", false
}

// startsAfterTotal tells whether what follows 合计 still belongs to a label and
// not to a name that only begins so (累计计费软件).
func startsAfterTotal(rest string) bool {
	_, ok := written.CutAny(rest, []string{":", "共", "金额", "数", "企业", "家", "一", "二", "三", "四", "五", "六", "七", "八", "九",
		"十", "¥"})
	return ok
}

// IsNote tells whether a text begins a note or a signature line: 备注：…,
// 注1…, 填表人：….
func IsNote(text string) bool {
	s := Fold(text)
	if rest, ok := written.CutAny(s, noteStarts); ok {
		return rest == "" || strings.ContainsAny(rest[:1], ":.0123456789(-") || strings.HasPrefix(rest, "、")
	}
	return isSignature(s) || isSigned(text)
}

// isSeal tells of a text that stands alone that it is a bureau or a bare date,
// as under a signature.
func isSeal(text string) bool {
	s := Fold(text)
	return endsInAny(s, bodyEnds) || isBareDate(s)
}

// hasCode tells whether a cell holds something like a code: nine letters and
// digits at least, damaged or not.
func hasCode(text string) bool {
	n := 0
	for _, r := range text {
		if r < 0x80 && isPlainByte(byte(r)) || r >= 0xff10 && r <= 0xff5a {
			n++
		}
	}
	return n >= 9
}

// isPage tells of a text that it only joins the pages of a list: 第1页共3页, - 2 -,
// 接上页, (以下空白).
func isPage(text string) bool {
	s := strings.Trim(Fold(text), "()")
	if slices.Contains(pageWords, s) || len(s) < 40 && strings.HasSuffix(s, "以下空白") {
		return true
	}
	rest := strings.Trim(s, "第共页总-—–_/,，.0123456789一二三四五六七八九十")
	return rest == "" && (strings.Contains(s, "页") || strings.HasPrefix(s, "-") || strings.HasPrefix(s, "—")) &&
		strings.ContainsAny(s, "0123456789一二三四五六七八九十")
}

// isBareDate tells of a folded text that it is a date and nothing else, such
// as stands under a signature: 2024年3月5日, 年月日.
func isBareDate(s string) bool {
	return strings.Contains(s, "年") && strings.Contains(s, "月") &&
		strings.Trim(s, "0123456789年月日〇零一二三四五六七八九十") == ""
}

// otherNumbers number an outline in one character.
const otherNumbers = "①②③④⑤⑥⑦⑧⑨⑩" + romanNumbers

const romanNumbers = "ⅠⅡⅢⅣⅤⅥⅦⅧⅨⅩ"

// IsNumbered tells whether a folded text begins with a number of an outline:
// 一、 （七） 1. 第三条 第一部分 Ⅱ.
func IsNumbered(s string) bool {
	rest := strings.TrimLeft(s, "(第")
	digits := strings.TrimLeft(rest, "0123456789一二三四五六七八九十")
	if digits == rest {
		return strings.IndexAny(s, otherNumbers) == 0
	}
	return len(digits) > 0 && (strings.HasPrefix(digits, "、") || strings.HasPrefix(digits, ".") &&
		!startsWithDigit(digits[1:]) || strings.HasPrefix(digits, ")") ||
		strings.HasPrefix(s, "第") && strings.HasPrefix(digits, "部分") ||
		strings.HasPrefix(digits, "条") || strings.HasPrefix(digits, "项") || strings.HasPrefix(digits, "．"))
}

func startsWithDigit(s string) bool { return s != "" && s[0] >= '0' && s[0] <= '9' }

// isExampleText tells whether a cell marks its line as the form's example.
func isExampleText(text string) bool {
	if len(text) > 200 || !strings.Contains(text, "例") {
		return false
	}
	s := Fold(text)
	if slices.Contains(exampleWords, strings.TrimRight(s, "0123456789一二三")) {
		return true
	}
	_, ok := written.CutAny(s, exampleStarts)
	return ok
}

// IsExampleSheet tells of a sheet's name that the sheet shows how to fill in.
func IsExampleSheet(name string) bool { return calc.ContainsAny(Fold(name), exampleSheets) != "" }

// LooksLikeCode tells whether a text could be a credit code: 18 letters and
// digits, most of them digits.
func LooksLikeCode(text string) bool {
	s := Fold(text)
	digits := 0
	for i := range len(s) {
		if !isPlainByte(s[i]) {
			return false
		}
		if s[i] <= '9' {
			digits++
		}
	}
	return len(s) == 18 && digits >= 9
}

// bareNumber reads a cell as a small whole number, as a serial is.
func bareNumber(c calc.Cell) (n int, ok bool) {
	s := c.Text
	if c.Kind == calc.CellText {
		s = strings.Trim(Fold(s), "().、")
	}
	if s = strings.TrimSuffix(s, ".0"); len(s) > 7 || !written.IsDigits(s) {
		return 0, false
	}
	n, err := strconv.Atoi(s)
	return n, err == nil
}

// IsNothing tells of what people type into a cell to say that there is
// nothing.
func IsNothing(text string) bool {
	if IsBlank(text) {
		return true
	}
	switch strings.TrimSpace(text) {
	case "-", "－", "--", "—", "——", "–", "/", "／", "\\", "无", "n/a", "N/A":
		return true
	}
	return false
}
