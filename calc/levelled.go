package calc

import "strings"

// Levelled names an item with its level as one says it: 省级绿色工厂, and
// 三星级上云企业, not 三星级星级上云企业.
func Levelled(level, item string) string { return levelBefore(level, item) + item }

// levelBefore is a level without the words that the item begins with.
func levelBefore(level, item string) string {
	for i := range level {
		if i > 0 && strings.HasPrefix(item, level[i:]) {
			return level[:i]
		}
	}
	return level
}
