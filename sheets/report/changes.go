package report

import (
	"cmp"
	"fmt"
	"strings"

	"jiangbu/calc"
	"jiangbu/calc/money"
	"jiangbu/sheets/write"
)

// SheetChanges is the sheet that a report has when an earlier one was named to
// compare it with; it stands behind the others.
const SheetChanges = "变动情况"

// sheetNames are the sheets of this report.
func sheetNames(r *calc.Result, extra []Extra) []string {
	names := append([]string{}, Sheets...)
	if len(r.Accounts()) > 0 {
		names = append(names, SheetAccounts)
	}
	if r.Changes != nil {
		names = append(names, SheetChanges)
	}
	if r.WhatIf != nil {
		names = append(names, SheetWhatIf)
	}
	return append(names, calc.Mapped(extra, func(x Extra) string { return x.Name })...)
}

// The headings of 变动情况 that its formulas look at.
const (
	headBefore = "原奖补金额(元)"
	headAfter  = "现奖补金额(元)"
	headDiff   = "变动金额(元)"
)

// changeList is 变动情况: every record that differs from the earlier run, one
// line for those that do not, and totals that tie.
func (b *book) changeList() *write.List {
	c := b.result.Changes
	l := b.list(write.List{Sheet: SheetChanges, Title: b.title + "变动情况表", Unit: unitYuan, Freeze: 4,
		Lines: len(c.Changes) + 1, Note: b.changeNote(c)})
	text := func(head string, s write.Style, least, most int, of func(*calc.Snapshot) string) write.ListColumn {
		return changeColumn(c, head, s, least, most, "", func(_ *calc.Change, x *calc.Snapshot) string { return of(x) })
	}
	l.Columns = []write.ListColumn{
		{Head: headSerial, Style: write.StyleCount, Min: 4, Max: 8,
			Cell: func(w *write.SheetWriter, s write.Style, n int) {
				if n == len(c.Changes) {
					w.Blank(s)
				} else {
					w.Count(s, n+1)
				}
			}},
		changeColumn(c, "变动", write.StyleCentre, 6, 8, "未变动",
			func(x *calc.Change, _ *calc.Snapshot) string { return x.Kind.Name() }),
		text(headDistrict, write.StyleCentre, 6, 10, func(s *calc.Snapshot) string { return s.District }),
		changeColumn(c, headCompany, write.StyleText, 14, 22, fmt.Sprintf("%d 条记录", c.Same),
			func(_ *calc.Change, s *calc.Snapshot) string { return s.Company }),
		text(headCode, write.StyleCentre, 18, 18, func(s *calc.Snapshot) string { return s.CreditCode }),
		text(headItemName, write.StyleText, 10, 14, func(s *calc.Snapshot) string { return s.ItemName }),
		text(headLevel, write.StyleCentre, 6, 8, func(s *calc.Snapshot) string { return s.Level }),
		text(headSubject, write.StyleText, 8, 12, func(s *calc.Snapshot) string { return s.Subject }),
		text("证书编号或文号", write.StyleText, 8, 14, func(s *calc.Snapshot) string { return s.Paper() }),
		changeColumn(c, "原结论", write.StyleCentre, 8, 10, "",
			func(x *calc.Change, _ *calc.Snapshot) string { return outcomeOf(x.Before) }),
		changeSum(c, headBefore, c.Before, func(x *calc.Change) *calc.Snapshot { return x.Before }),
		changeColumn(c, "现结论", write.StyleCentre, 8, 10, "",
			func(x *calc.Change, _ *calc.Snapshot) string { return outcomeOf(x.After) }),
		changeSum(c, headAfter, c.After, func(x *calc.Change) *calc.Snapshot { return x.After }),
		differenceColumn(l, headDiff, headBefore, headAfter, func(n int) (diff money.Yuan) {
			if n < len(c.Changes) {
				diff = c.Changes[n].Difference
			}
			return diff
		}, write.MoneyTotal(c.After.Sub(c.Before))),
		changeColumn(c, "变动内容", write.StyleWrap, 20, 36, "",
			func(x *calc.Change, _ *calc.Snapshot) string { return changeWords(x) }),
		{Head: "现来源", Style: write.StyleLink, Min: 12, Max: 16, Cell: func(w *write.SheetWriter, _ write.Style, n int) {
			if n < len(c.Changes) && c.Changes[n].After != nil {
				at := c.Changes[n].After.Source
				w.Reference(source(at), at)
			} else {
				w.Blank(write.StyleText)
			}
		}},
		changeColumn(c, "原来源", write.StyleText, 12, 16, "", func(x *calc.Change, _ *calc.Snapshot) string {
			if x.Before == nil {
				return ""
			}
			return source(x.Before.Source)
		})}
	return l
}

// changeColumn is a column of text: what it says of a change and of the record as it is
// shown, and what of all records that did not change.
func changeColumn(c *calc.Comparison, head string, s write.Style, least, most int, same string,
	of func(*calc.Change, *calc.Snapshot) string) write.ListColumn {
	return write.ListColumn{Head: head, Style: s, Min: least, Max: most,
		Cell: func(w *write.SheetWriter, s write.Style, n int) {
			if n == len(c.Changes) {
				w.Text(s, same)
				return
			}
			x := &c.Changes[n]
			w.Text(s, of(x, cmp.Or(x.After, x.Before)))
		}}
}

// changeSum is the amount of one run, empty where it has no such record.
func changeSum(c *calc.Comparison, head string, all money.Yuan, of func(*calc.Change) *calc.Snapshot) write.ListColumn {
	same := &calc.Snapshot{Decision: calc.Decision{Amount: c.SameYuan}}
	return write.Lines[calc.Snapshot](func(n int) *calc.Snapshot {
		if n == len(c.Changes) {
			return same
		}
		return of(&c.Changes[n])
	}).Money(head, 10, 18, func(x *calc.Snapshot) *money.Yuan { return &x.Amount }).Summed(all)
}

func outcomeOf(s *calc.Snapshot) string {
	if s == nil {
		return ""
	}
	return s.Outcome.Name()
}

// changeNote says in a line what changed by kind, that the totals tie, and what
// else differs between the runs.
func (b *book) changeNote(c *calc.Comparison) string {
	var parts []string
	for _, k := range calc.ChangeKinds {
		n, y := c.Sum(k)
		parts = append(parts, fmt.Sprintf("%s %d 条 %s 元", k.Name(), n, Signed(y)))
	}
	s := "与“" + c.Earlier.Name + "”比较：" + strings.Join(parts, "，") + fmt.Sprintf("，未变动 %d 条。", c.Same) +
		"原总额 " + c.Before.Grouped() + " 元，变动 " + Signed(c.After.Sub(c.Before)) + " 元，现总额 " + c.After.Grouped() +
		" 元，逐条相加核对一致。"
	for _, r := range c.Readings {
		question, before := b.readingWords(r.Name, r.Before)
		_, after := b.readingWords(r.Name, r.After)
		s += "口径“" + cmp.Or(question, r.Name) + "”由“" + cmp.Or(before, r.Before) + "”改为“" + cmp.Or(after, r.After) +
			"”。"
	}
	return s
}

// changeWords say what differs in a record that both runs have.
func changeWords(c *calc.Change) string {
	switch c.Kind {
	case calc.ChangeNew:
		return "原报告没有这条记录"
	case calc.ChangeGone:
		return "本次没有这条记录"
	}
	var parts []string
	x, y := c.Before, c.After
	for _, f := range []struct{ name, was, now string }{
		{"县区", x.District, y.District}, {"单位名称", x.Company, y.Company}, {"信用代码", x.CreditCode, y.CreditCode},
		{"事项", x.ItemName, y.ItemName},
		{"级别", x.Level, y.Level}, {"对象", x.Subject, y.Subject}, {"证书或文号", x.Paper(), y.Paper()},
		{"认定日期", x.Recognised.String(), y.Recognised.String()},
		{"结论", verdictWords(x), verdictWords(y)}, {"金额", x.Amount.Grouped(), y.Amount.Grouped()}} {
		if clean(f.was) != clean(f.now) {
			parts = append(parts, f.name+"："+cmp.Or(f.was, "（空）")+" → "+cmp.Or(f.now, "（空）"))
		}
	}
	if len(parts) == 0 {
		return "报送内容有改动，结论和金额不变"
	}
	return strings.Join(parts, "；")
}

// verdictWords is an outcome with its reason.
func verdictWords(s *calc.Snapshot) string {
	if s.Reason == "" {
		return s.Outcome.Name()
	}
	return s.Outcome.Name() + "（" + calc.ReasonName(s.Reason) + "）"
}
