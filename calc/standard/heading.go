package standard

import (
	"strings"

	"jiangbu/calc/written"
)

// besideItem are the words that may stand beside an item in the heading of a
// column of its own, folded; a heading that says more is about something else.
var besideItem = []string{"认定", "获评", "获得", "评定", "发证", "认证", "日期", "时间", "级别", "等级", "金额", "奖补", "奖励", "补助", "资金", "人民币", "万元", "元", "企业", "单位", "称号", "荣誉", "名单", "情况",
	"信息", "项目", "事项", "申报", "新", "获", "数", "家", "个", "单位", "年", "月", "日", "级", "类", "的", "及", "和", "与"}

// IsHeading tells whether a heading is an item, with a level, a date or an
// amount at most; one that merely holds an item's name (是否绿色工厂, 上云投入)
// is a remark.
func (v *Vocabulary) IsHeading(text string) bool {
	if m := v.Item(text); m.ID == "" && m.NotCovered == "" {
		return false
	}
	s := written.Fold(text)
	for _, h := range v.itemHits(s) {
		s = strings.Replace(s, h.text, " ", 1)
	}
	for _, l := range v.policy.Levels {
		for _, w := range append([]string{l.Name}, l.Aliases...) {
			s = strings.ReplaceAll(s, written.Fold(w), " ")
		}
	}
	for _, w := range besideItem {
		s = strings.ReplaceAll(s, w, " ")
	}
	return strings.Trim(s, " 0123456789一二三四五六七八九十第批(),.:/、-*★") == ""
}
