package main

import (
	"crypto/sha256"
	"strings"

	"jiangbu/calc/written"
)

// firm is an invented company.
type firm struct{ name, code string }

const (
	codeAlphabet  = "0123456789ABCDEFGHJKLMNPQRTUWXY" // GB 32100
	firstSigns    = "安博昌诚德鼎恒华汇佳金锦聚凯康丽隆美宁鹏启荣瑞盛"        // the four signs of a name
	secondSigns   = "泰腾万欣鑫亚益永源远云泽正志中众卓航嘉景朗铭诺普"
	thirdSigns    = "海江河湖山川林岩松柏竹梅兰桂桐枫榆槐樟杉柳荷菊莲"
	industryCount = 10
)

var industries = [industryCount]string{"新材料", "机械", "石化", "生物科技", "电子", "信息技术", "环保", "食品", "纺织", "医药"}

// company is the n-th invented company of a registrar, n below 23*23. Its
// signs are a code of distance two over the residues modulo 23: any two names
// differ in at least two signs, so that none is taken for a slip of another.
func company(prefix, registrar string, n int) firm {
	const q = 23
	x, y := n%q, n/q
	a, b, c := []rune(firstSigns), []rune(secondSigns), []rune(thirdSigns)
	name := string([]rune{a[x], b[y], c[(x+y)%q]})
	full := prefix + "样例" + name + industries[n%industryCount] + "有限公司"
	return firm{full, creditCode("91", registrar, full)}
}

// creditCode computes a valid code of GB 32100 from a seed text. The body
// begins with MAYL, which no registrar has reached.
func creditCode(kind, registrar, seed string) string {
	sum := sha256.Sum256([]byte(seed))
	body := "MAYL"
	for _, x := range sum[:4] {
		body += string(codeAlphabet[int(x)%len(codeAlphabet)])
	}
	return written.CompleteCode(kind + registrar + body)
}

// slip is the code with its last character wrong.
func slip(code string) string {
	last := strings.IndexByte(codeAlphabet, code[17])
	return code[:17] + string(codeAlphabet[(last+3)%len(codeAlphabet)])
}
