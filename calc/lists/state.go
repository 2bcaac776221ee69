package lists

import (
	"jiangbu/calc"
	"jiangbu/calc/money"
)

// State is what came of holding a line and a claim against each other.
type State uint8

// The states, in the order in which people should look at them.
const (
	NotReported State = iota // 应享未报
	Absent                   // 名单外申报
	Differs                  // 级别、文号或日期不符
	WasRemoved               // 已移出
	Renewal                  // 属复核
	NameDoubt                // 名称待核
	Branch                   // 分支机构
	Agreed                   // 一致
	NotLocal                 // 非本市, counted only
	NumStates
)

// String is the state as people read it.
func (s State) String() string {
	return [...]string{"应享未报", "名单外申报", "级别、文号或日期不符", "已移出", "属复核", "名称待核", "分支机构", "一致", "非本市"}[s]
}

// Entry is one line of 名单核对: a line of a list, a claim, or both.
type Entry struct {
	State    State
	List     int // of the comparison, -1 for none
	Line     int // of the list
	Record   int // of the batch, -1 for none
	Company  string
	Code     string
	District string
	How      How
	Note     string // 依据, in Chinese
	Decides  bool   // the list is confirmed: what is found touches the claim

	Amount  *money.Yuan // what the policy would pay for what was not reported, see [Comparison.Price]
	finding []calc.Finding
	fill    bool // the claim says only a year: the document's date counts
	body    int32
}

// Comparison is the claims held against the lists.
type Comparison struct {
	Lists     []List
	Entries   []Entry
	Elsewhere []int // by list: lines of other places
	Quiet     []int // by list: lines that ask for nothing: of other years, renewals without a claim
	Register  bool  // there was a register of firms: all lines could be looked up
	Findings  calc.Findings
	Exposure  money.Yuan // what all that was not reported would add

	index  *index
	policy *calc.Policy
	year   int
}

// Count is how many entries have a state; of lines of other places all.
func (c *Comparison) Count(s State) int {
	n := calc.Count(c.Entries, func(e *Entry) bool { return e.State == s })
	if s == NotLocal {
		for _, e := range c.Elsewhere {
			n += e
		}
	}
	return n
}
