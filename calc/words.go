package calc

import "slices"

// Words are what texts hold beside names: the closed lists by which a text that
// decides money is accounted for to its last character.
type Words struct {
	Harmless  []string // say nothing about what is decided: 企业, 名单
	Topics    []string // the same, but not where they touch the name of an item: 信息化
	Acts      []string // of recognising: 认定, 通过
	Pending   []string // not recognised yet: 培育, 入围
	Notices   []string // published for objections: 公示
	Denials   []string // 未, 不予; with an act behind it not recognised
	Undone    []string // of them those by which a remark stops whatever it denies: 未 of 未盖章
	Prospects []string // denials of what is still to come: 拟, 待
	Joints    []string // between a denial and what it denies: 经, 能
	Qualities []string // the same, known behind a denial alone: 重大 of 无重大事故
	Stops     []string // nothing is to be paid: 作废, 待核实
	Projects  []string // have a state of their own, of which a remark tells: 二期
	Checks    []string // beside them a review is a clerk's, or one to come: 数据, 三年后
	Cures     []string // undo in a free text what they stand with: 已修复
	Pairs     []WordPair
}

// Denies tells of a word that it denies.
func (w *Words) Denies(word string) bool { return slices.Contains(w.Denials, word) }

// WordPair is words that stop in a free text by standing in one breath, one of the
// first in front of one of the second: 已由区财政兑现, 请市局核实. Where Then is
// empty the first do so by themselves. A denial in front, or a word of Except
// beside them, makes them harmless.
type WordPair struct {
	First, Then, Except []string

	Paid   bool // they say of money that it was paid: another award between makes them harmless
	Again  bool // they say that it was recognised before: not where they go on with something unknown
	Alone  bool // they stop only where all that stands with them is known: 停
	Leads  bool // they stop only where they begin, Ends: where they end what is said
	Ends   bool
	Place  bool // they are about the district that stands behind them: 归东海县
	Across bool // what nobody knows may stand between: 被某集团收购
}
