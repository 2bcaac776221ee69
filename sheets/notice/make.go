package notice

import (
	"strconv"

	"jiangbu/calc"
	"jiangbu/calc/money"
	"jiangbu/calc/written"
)

// Awards is what a report says, possibly after a person amended it. That its
// sums tie is settled where it is read.
type Awards struct {
	Year   int
	Result string           // 结果编号 of the report
	Lines  []calc.AwardLine // 奖补明细 as it is now
	Since  *Since           // of a final notice: what was announced; nil where nobody gave it
}

// Make builds the notice. Findings of severity error mean that it must not be
// published; the notice is then only good for looking at. An error is a fault
// of the program's own wording.
func Make(s Settings, p *calc.Policy, a Awards) (Notice, calc.Findings, error) {
	var fs calc.Findings
	s = s.withDefaults()
	lines := checkLines(&fs, p, a)
	to := endOfPeriod(&fs, s)
	kind := proposedNotice
	if s.Final {
		kind = finalNotice
	}
	announced := s // with the period of the register, where nobody gave one
	if r := a.Since.period(); r != nil && s.From.IsZero() {
		announced.From, announced.Days, to = r.From, r.Days, r.To
	}
	checkDate(&fs, s, to)
	said := facts(announced, p, a, lines, to)
	text, err := phrase(kind, said)
	if err != nil {
		return Notice{}, nil, err
	}
	n := Notice{Name: text.file, Title: text.title, Body: text.body, Unit: plain(s.Unit), Date: dateOf(s).Chinese(),
		Table: makeTable(s, p, lines, text)}
	checkAddresses(&fs, s)
	if a.Since != nil {
		if err := n.compare(&fs, s, a.Since, lines, said); err != nil {
			return Notice{}, nil, err
		}
	}
	scan(&fs, s, p, &n, said.Cuts)
	n.Number = n.numbered(a.Year, a.Result)
	return n, fs, nil
}

// facts gathers what the wording speaks of.
func facts(s Settings, p *calc.Policy, a Awards, lines []calc.AwardLine, to written.Date) words {
	short := shortfalls(p, lines)
	for i, text := range short.cuts {
		short.cuts[i] = s.Amounts.sentence(text)
	}
	return words{Short: short.lines, Ruled: short.ruled,
		Entitled: s.Amounts.text(short.entitled), Share: share(sum(lines), short.entitled),
		Cuts:      short.cuts,
		Otherwise: short.otherwise, Year: a.Year, Fund: plain(s.Fund), Policy: p.Title, Document: p.Document,
		Companies: companies(lines), Lines: len(lines), Total: s.Amounts.text(sum(lines)), Amounts: s.Amounts,
		From: s.From.Chinese(), To: to.Chinese(), Days: s.Days, Contact: plain(s.Contact),
		Supervision: plain(s.Supervision)}
}

// shortfall is how far the awards are below what was due, and why.
type shortfall struct {
	lines     int // awards below what was due
	otherwise int // of these, not by the budget
	ruled     int // awards that a person ruled below what the policy allows
	entitled  money.Yuan
	cuts      []string // what the budget says, each once
}

func shortfalls(p *calc.Policy, lines []calc.AwardLine) (s shortfall) {
	for i := range lines {
		l := &lines[i]
		s.entitled = s.entitled.Add(l.Entitled)
		if l.Ruled && belowCap(p, l) {
			s.ruled++
		}
		if l.Amount.Cmp(l.Entitled) >= 0 {
			continue
		}
		s.lines++
		if len(l.Cuts) == 0 {
			s.otherwise++
		}
		for _, text := range l.Cuts {
			s.cuts = calc.AddNew(s.cuts, text)
		}
	}
	return s
}

// share is a part of a whole in percent, never more than it is.
func share(part, whole money.Yuan) string {
	if whole.IsZero() {
		return ""
	}
	return part.Decimal().Shift(2).Div(whole.Decimal()).Truncate(2).String() + "%"
}

// dateOf is the date under the notice: as given, else the first day of a
// proposed one.
func dateOf(s Settings) written.Date {
	if s.Date.IsZero() && !s.Final {
		return s.From
	}
	return s.Date
}

// endOfPeriod computes the last day. A proposed notice needs a period; a final
// one names it where it is given.
func endOfPeriod(fs *calc.Findings, s Settings) written.Date {
	if s.From.IsZero() {
		if !s.Final {
			fs.Add("notice/period", calc.Ref{File: "--from"}, "没有开始日期")
		}
		return written.Date{}
	}
	to, err := s.Calendar.LastWorkday(s.From, s.Days)
	if err != nil {
		fs.Add("notice/period", calc.Ref{File: "--days"}, err.Error())
		return s.From
	}
	if !s.Calendar.IsWorkday(s.From) {
		fs.Add("notice/period-start", calc.Ref{File: "--from"}, s.From.Chinese())
	}
	for y := s.From.Year; y <= to.Year; y++ {
		if !s.Calendar.Covers(y) {
			fs.Add("notice/holidays", calc.Ref{File: "--holidays"}, strconv.Itoa(y))
		}
	}
	return to
}

// checkDate refuses a final notice that is dated before the period has ended.
func checkDate(fs *calc.Findings, s Settings, to written.Date) {
	if s.Final && !s.Date.IsZero() && !to.IsZero() && s.Date.Compare(to) <= 0 {
		fs.Add("notice/early", calc.Ref{File: "--date"}, s.Date.Chinese(), to.Chinese())
	}
}

// checkAddresses asks for what a notice must tell the public: who issues it; of a
// proposed one whom to ask and to whom to object, too.
func checkAddresses(fs *calc.Findings, s Settings) {
	type element struct{ flag, name, text string }
	wanted := []element{{"--contact", "联系方式", s.Contact}, {"--supervision", "监督方式", s.Supervision},
		{"--unit", "发布单位", s.Unit}}
	if s.Final {
		wanted = wanted[2:]
	}
	for _, x := range wanted {
		if plain(x.text) == "" {
			fs.Add("notice/missing", calc.Ref{File: x.flag}, x.name)
		}
	}
}

// companies counts the companies among the lines.
func companies(lines []calc.AwardLine) int {
	return len(calc.Places(lines, func(l calc.AwardLine) string { return l.CompanyKey() }))
}

// sum is the total of the lines.
func sum(lines []calc.AwardLine) money.Yuan {
	return money.Sum(lines, func(l *calc.AwardLine) money.Yuan { return l.Amount })
}
