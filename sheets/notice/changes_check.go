package notice

import (
	"slices"
	"strconv"
	"strings"

	"jiangbu/calc"
	"jiangbu/calc/written"
)

// check says what keeps a final notice from being published after a proposed
// one: objections that are open, or that nothing came of, and changes that
// nobody decided.
func (c *comparison) check(fs *calc.Findings, s Settings) {
	if r := c.since.Register; r != nil {
		r.check(fs, c.since.Published, s)
		c.checkUpheld(fs)
	} else {
		fs.Add("objection/no-register", calc.Ref{File: c.since.Published.File})
	}
	for i := range c.changes {
		c.checkChange(fs, &c.changes[i])
	}
	for _, r := range c.added {
		fs.Add("notice/not-announced", r.At, c.cell(r, "单位名称"), c.cell(r, "奖补事项"), r.Amount.String())
	}
}

// checkChange asks who decided a change, and whether an award may grow.
func (c *comparison) checkChange(fs *calc.Findings, ch *change) {
	at, serial, what := ch.before.Ref, strconv.Itoa(ch.before.Serial), what(ch.before)
	now := "为 " + ch.amount().String() + " 元"
	if ch.after != nil {
		at = ch.after.At
	} else {
		now = "没有列入"
	}
	if len(ch.corrected) > 0 {
		now += "，" + strings.Join(ch.corrected, "、") + "不同"
	}
	switch announced := ch.before.Amount.String(); {
	case !c.explained(ch):
		fs.Add("notice/unexplained", at, what, serial, announced, now)
	case ch.amount().Cmp(ch.before.Amount) > 0:
		fs.Add("notice/raised", at, what, serial, announced, ch.amount().String())
	}
}

// what is a line as a finding names it: who, for what.
func what(l *ProposedLine) string {
	return l.Cells["单位名称"] + "的" + l.Cells["认定级别"] + l.Cells["奖补事项"]
}

// checkUpheld asks what came of the objections that were upheld: a report in
// which nothing changed is the old one.
func (c *comparison) checkUpheld(fs *calc.Findings) {
	changed := map[*Objection]bool{}
	for i := range c.changes {
		for _, o := range c.upheld(c.changes[i].before) {
			changed[o] = true
		}
	}
	for i := range c.since.Register.Objections {
		o := &c.since.Register.Objections[i]
		if o.State == ObjectionUpheld && !changed[o] && o.Kind != kindMissing {
			fs.Add("objection/no-change", o.at(headState), o.name())
		}
	}
}

// name is an objection as a finding names it, without what it says.
func (o *Objection) name() string {
	if len(o.Serials) == 0 {
		return "“" + o.Company + "”"
	}
	return "公示第 " + strings.Join(calc.Mapped(o.Serials, strconv.Itoa), "、") + " 号"
}

// check holds the register against the notice that it is about.
func (r *Register) check(fs *calc.Findings, p *Proposed, s Settings) {
	from, to := r.From, r.To
	if !s.From.IsZero() {
		if last, err := s.Calendar.LastWorkday(s.From, s.Days); err == nil {
			from, to = s.From, last
			if !r.From.IsZero() && (from != r.From || to != r.To) {
				fs.Add("objection/period", calc.Ref{File: r.File}, r.From.String()+" 至 "+r.To.String(),
					from.String()+" 至 "+to.String())
			}
		}
	}
	for i := range r.Objections {
		o := &r.Objections[i]
		o.checkLine(fs, p)
		r.checkTwice(fs, i)
		if !from.IsZero() && !o.Received.IsZero() && (o.Received.Compare(from) < 0 || o.Received.Compare(to) > 0) {
			fs.Add("objection/outside-period", o.at(headReceived), o.Received.String(), from.String(), to.String())
		}
		switch {
		case o.State == ObjectionOpen:
			fs.Add("objection/open", o.at(headState), o.name())
		case o.Ground == "" && o.Document == "":
			fs.Add("objection/no-ground", o.at(headGround), o.name())
		}
	}
}

// checkLine asks for the line that an objection is about. One about an award
// that is missing from the notice names none.
func (o *Objection) checkLine(fs *calc.Findings, p *Proposed) {
	for _, n := range o.Serials {
		if n > len(p.Lines) {
			fs.Add("objection/unknown-line", o.at(headSerial), strconv.Itoa(n))
			continue
		}
		if l := &p.Lines[n-1]; o.Company != "" && !o.isOf(l) {
			fs.Add("objection/differs", o.at(headCompany), strconv.Itoa(n), l.Cells["单位名称"], o.Company)
		}
	}
	switch {
	case len(o.Serials) > 0, o.misnumbered: // which was said
	case o.Company == "":
		fs.Add("objection/no-line", o.at(headSerial))
	case o.Kind != kindMissing && !slices.ContainsFunc(p.Lines, func(l ProposedLine) bool { return o.isOf(&l) }):
		fs.Add("objection/unknown-company", o.at(headCompany), o.Company)
	}
}

// checkTwice points out an objection that stands in the register before.
func (r *Register) checkTwice(fs *calc.Findings, i int) {
	o := &r.Objections[i]
	for k := range r.Objections[:i] {
		b := &r.Objections[k]
		if slices.Equal(o.Serials, b.Serials) && written.CompanyKey(o.Company) == written.CompanyKey(b.Company) &&
			o.Received == b.Received && o.Kind == b.Kind && plain(o.Content) == plain(b.Content) {
			fs.Add("objection/twice", o.Ref, b.Ref.String())
			return
		}
	}
}
