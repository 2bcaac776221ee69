package standard

import (
	"strings"

	"jiangbu/calc/written"
)

// besideItem are the words that may stand beside an item in the heading of a
// column of its own, the longer first; a heading that says more is about
// something else.
var besideItem = []string{"日期", "编号", "时间", "级别", "等级", "星级", "金额", "资金", "人民币", "万元", "元", "情况", "信息", "数量", "家数", "数",
	"个",
	"家", "是", "年", "月", "日"}

// IsHeading tells whether a heading is an item, with a level, a date or an
// amount at most; one that merely holds an item's name (是否绿色工厂, 上云投入,
// 绿色工厂获评年度) is a remark.
func (v *Vocabulary) IsHeading(text string) bool {
	c := v.Cover(text)
	if m := v.item(&c); m.ID == "" && m.NotCovered == "" || strings.Contains(c.text, "是否") {
		return false
	}
	for _, w := range c.words {
		if w.is(LeftOver) {
			left := w.text
			for _, b := range besideItem {
				left = strings.ReplaceAll(left, b, "")
			}
			if left != "" {
				return false
			}
		}
	}
	years := strings.Contains(c.text, "年度") && !c.Has(YearWord)
	kinds := strings.HasSuffix(c.text, "类型") || strings.HasSuffix(c.text, "类别")
	return !years && !kinds && !c.Has(NotItem, Denial, PendingWord, NoticeWord, StopWord, DistrictWord, ClauseWord,
		DocumentWord)
}

// IsHarmless tells whether a text that heads lines says nothing that could be
// a title of its own: no award is named, and all of its words are known.
func (v *Vocabulary) IsHarmless(text string) bool {
	c := v.Cover(text)
	return c.Left() == "" && !c.Has(ItemWord, Stranger, NotItem)
}

// namesNobody tells of a text in the place of a company's name that it is none: a
// mask, a person, or nothing but words of the lexicon (省级绿色工厂, 东海县, 待定).
func (v *Vocabulary) namesNobody(text string) bool {
	if nobody := written.NamesNobody(text); nobody || strings.Contains(text, "公司") {
		return nobody
	}
	c := v.Cover(text)
	return c.isOnlyItem() || c.Left() == "" && !written.EndsAsBody(text)
}

// isOnlyItem tells of a text that it is the name of an award and no word more.
func (c *Covering) isOnlyItem() bool { return c.Left() == "" && c.Has(ItemWord, Stranger) }

// NamesItem tells whether a text names an award, of the policy or known not to
// be, or leaves a choice of some.
func (v *Vocabulary) NamesItem(text string) bool {
	m := v.Item(text)
	return m.ID != "" || m.NotCovered != "" || len(m.Candidates) > 0
}

// NamesDistrict tells whether a text names one district.
func (v *Vocabulary) NamesDistrict(text string) bool {
	_, ok := v.District(text)
	return ok
}
