package policy

import (
	"bufio"
	"fmt"
	"io"
	"strconv"
	"strings"

	"github.com/mattn/go-runewidth"

	"jiangbu/calc"
)

// wrapAt is the display width at which the text of clauses is broken; a mark
// may hang over it.
const wrapAt = 100

// width measures text as a terminal shows it: a Chinese character takes two
// columns. It does not depend on the locale of the machine.
var width = &runewidth.Condition{EastAsianWidth: false}

// Show prints the rule book: a table of what is paid, and below it every other
// datum of the policy, so that a lawyer can hold the whole against the
// document without reading YAML.
func Show(w io.Writer, p *calc.Policy) error {
	b := &book{w: bufio.NewWriter(w)}
	b.head(p)
	b.rules(p)
	b.texts(p)
	b.readings(p)
	b.conditions(p)
	b.words(p)
	b.eligible(p)
	b.shares(p)
	return b.w.Flush()
}

// book is the rule book being printed.
type book struct{ w *bufio.Writer }

func (b *book) line(format string, args ...any) {
	fmt.Fprintln(b.w, strings.TrimRight(fmt.Sprintf(format, args...), " "))
}

// title opens a part of the book.
func (b *book) title(text string) {
	b.line("")
	b.line("%s", text)
	b.line("%s", strings.Repeat("-", width.StringWidth(text)))
}

// table prints rows with their columns aligned; the first row is the heading.
func (b *book) table(rows [][]string) {
	widths := make([]int, len(rows[0]))
	for _, row := range rows {
		for i, cell := range row {
			widths[i] = max(widths[i], width.StringWidth(cell))
		}
	}
	for _, row := range rows {
		var s strings.Builder
		for i, cell := range row {
			s.WriteString(width.FillRight(cell, widths[i]+2))
		}
		b.line("%s", s.String())
	}
}

// paragraph prints a text broken at wrapAt, indented by two.
func (b *book) paragraph(text string) {
	for _, line := range wrap(text, wrapAt-2) {
		b.line("  %s", line)
	}
}

// notFirst are the marks that no line begins with.
const notFirst = "，。；：、！？）》”’』」,.;:!?)"

// wrap breaks a text into lines of at most n columns, a mark that must not
// begin a line staying on the line before.
func wrap(text string, n int) []string {
	var lines []string
	var line strings.Builder
	at := 0
	for _, r := range text {
		w := width.RuneWidth(r)
		if at+w > n && !strings.ContainsRune(notFirst, r) {
			lines, at = append(lines, line.String()), 0
			line.Reset()
		}
		line.WriteRune(r)
		at += w
	}
	return append(lines, line.String())
}

func (b *book) head(p *calc.Policy) {
	b.line("%s（%s，%s）", p.Title, p.Document, p.ID)
	b.line("%s；施行 %s 至 %s；奖补年度 %d 至 %d；%s 与原文核对", p.City, p.Effective.From, p.Effective.To, p.FirstYear, p.LastYear,
		p.CheckedOn)
}

func (b *book) rules(p *calc.Policy) {
	b.title("奖补事项和标准")
	rows := [][]string{{"条款", "奖补事项", "级别", "算法", "金额", "每家上限", "发给", "同一项目", "地域", "责任处室", "代号"}}
	for _, r := range p.RuleBook() {
		rows = append(rows, []string{r.Clause, r.Item, r.Level, r.Form, r.Amount, strings.TrimPrefix(r.Cap, "每家企业每年"),
			r.Payee, r.Track, r.Local, r.Office, r.ID})
	}
	b.table(rows)
}

// texts prints the clauses and provisions as the document has them.
func (b *book) texts(p *calc.Policy) {
	b.title("条款原文")
	for _, c := range p.Clauses {
		b.line("（%s）%s", c.Number, c.Title)
		b.paragraph(c.Text)
		b.sentences(p, c.Number)
	}
	if len(p.Provisions) == 0 {
		return
	}
	b.title("其他事项原文")
	for _, v := range p.Provisions {
		b.line("%s%s", v.Number, governs(v))
		b.paragraph(v.Text)
	}
}

// sentences prints which items of a clause stand in one sentence, under one
// ceiling.
func (b *book) sentences(p *calc.Policy, clause string) {
	var order []string
	items := map[string][]string{}
	note := func(sentence, item string) {
		if sentence != "" && items[sentence] == nil {
			order = append(order, sentence)
		}
		items[sentence] = calc.AddNew(items[sentence], item)
	}
	for i := range p.Items {
		it := &p.Items[i]
		if it.Clause != clause {
			continue
		}
		note(it.Sentence, it.Name)
		for _, a := range it.Awards {
			note(a.Sentence, a.Level+it.Name)
		}
	}
	for _, s := range order {
		b.paragraph(s + "：" + strings.Join(items[s], "、"))
	}
}

var governsWords = map[string]string{
	calc.GovernsYear: "上一年度经认定", calc.GovernsHighest: "就高且不重复", calc.GovernsPersons: "支持对象",
	calc.GovernsOutside: "不限本地的例外", calc.GovernsBudget: "预算", calc.GovernsLife: "施行期间",
}

func governs(v calc.Provision) string {
	if len(v.Governs) == 0 {
		return ""
	}
	return "：" + strings.Join(calc.Mapped(v.Governs, func(g string) string { return governsWords[g] }), "、")
}

// readings prints each choice with its default and its alternatives.
func (b *book) readings(p *calc.Policy) {
	if len(p.Readings) == 0 {
		return
	}
	b.title("口径（*为默认）")
	for _, r := range p.Readings {
		b.line("%s：%s%s", r.Name, r.Question, about(p, r.Items))
		var rows [][]string
		for _, v := range r.Values {
			mark := " "
			if v.Name == r.Default {
				mark = "*"
			}
			rows = append(rows, []string{mark, v.Name, v.Meaning})
		}
		b.table(rows)
	}
}

// conditions prints what no column of a survey shows, and as what it is taken.
func (b *book) conditions(p *calc.Policy) {
	if len(p.Conditions) == 0 {
		return
	}
	b.title("摸排表看不出、须由处室确认的条件")
	for _, c := range p.Conditions {
		b.line("%s：%s%s", c.Name, c.Taken, about(p, c.Items))
	}
}

// about names the items that a reading is about.
func about(p *calc.Policy, ids []string) string {
	if len(ids) == 0 {
		return ""
	}
	return "（" + strings.Join(calc.Mapped(ids, p.ItemName), "、") + "）" // a policy shown for one item has no others
}

// words prints the names that are recognised, and those that are not.
func (b *book) words(p *calc.Policy) {
	b.title("奖补事项的名称")
	for i := range p.Items {
		it := &p.Items[i]
		b.names(it.Name, it.Aliases, it.Not)
		b.maybe("认定机构名称须含", it.Bodies)
		b.maybe("另可接受", append(append([]string(nil), it.Allow.Codes...), it.Allow.Names...))
		if it.Implied != "" {
			b.paragraph("不写级别时为" + it.Implied)
		}
	}
	b.title("不在支持范围")
	for _, n := range p.NotCovered {
		b.names(n.Name, n.Aliases, nil)
	}
	b.title("认定类型")
	for _, n := range p.Natures {
		b.names(n.Name+"（"+natureWords[n.Kind]+"）", n.Aliases, nil)
	}
	b.title("级别（由低到高）")
	for _, l := range p.Levels {
		b.names(strconv.Itoa(l.Rank)+" "+l.Name, l.Aliases, nil)
	}
	for _, i := range p.Issuers {
		b.line("文号或机构含“%s”：%s", i.Word, i.Level)
	}
	b.title("县区")
	for _, d := range p.Districts {
		b.names(d.Name, d.Aliases, d.Not)
	}
}

var natureWords = map[calc.NatureKind]string{
	calc.NatureNew: "予以奖补", calc.NatureRenewed: "不属于新认定", calc.NatureRevoked: "已经失效",
}

// names prints a name, its other spellings and the words that rule it out.
func (b *book) names(name string, aliases, not []string) {
	b.line("%s", name)
	if len(aliases) > 0 {
		aliases = aliases[1:] // the first is the name itself
	}
	b.maybe("又作", aliases)
	b.maybe("不是", not)
}

func (b *book) maybe(what string, words []string) {
	if len(words) > 0 {
		b.paragraph(what + "：" + strings.Join(words, "、"))
	}
}

func (b *book) eligible(p *calc.Policy) {
	b.title("支持对象")
	b.maybe("本市登记机关（信用代码第3位起）", p.Eligible.Local)
	b.maybe("符合条件（信用代码前两位）", p.Eligible.Persons)
	b.maybe("不予奖补（信用代码前两位）", p.Eligible.Refused)
	b.maybe("名称中有这些词须核实", p.Eligible.Doubt)
	b.paragraph("其余须核实")
	b.bars("排除名单", p.Excluded)
	b.bars("其他资金已奖", p.Overlaps)
}
