package written

import (
	"strings"
	"unicode"
)

// leads are the words that may stand in front of a date.
var leads = []string{"认定", "评定", "获评", "获批", "获证", "取得", "获得", "授予", "批准", "通过", "发文", "成文", "发证", "颁发", "颁证", "印发",
	"公布", "发布",
	"公告", "入选", "认证", "评估", "验收", "诊断", "报告", "证书", "文件", "完成", "出具", "实施", "举办", "培训", "填报", "拨付", "支付", "日期", "时间",
	"落款", "年月",
	"日", "于", "在", "自", "为"}

// isLead tells whether what stands in front of a date adds nothing to it: 约,
// 预计 and 公示 do.
func isLead(s string) bool { return isMadeOf(s, leads) }

// tails are the words that may stand behind a date.
var tails = []string{"印发", "发布", "公布", "发文", "成文", "发证", "颁发", "认定", "通过", "批准", "上旬", "中旬", "下旬", "初", "底", "末",
	"上半年", "下半年", "星期", "周", "日期", "时间", "日", "起", "止", "内"}

// isTail tells whether what stands behind a date adds nothing to it.
func isTail(s string) bool { return isMadeOf(s, tails) }

func isMadeOf(s string, words []string) bool {
	s = strings.Trim(s, " .,;:()（）、")
	for s != "" {
		rest, found := CutAny(s, words)
		if !found {
			return false
		}
		s = strings.TrimFunc(rest, func(r rune) bool { return !unicode.IsLetter(r) })
	}
	return true
}
