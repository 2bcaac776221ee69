package roster

import (
	"cmp"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"unicode"

	"jiangbu/calc"
	"jiangbu/calc/lists"
	"jiangbu/calc/standard"
	"jiangbu/calc/written"
)

// titleWords end or stand in the title of a list.
var titleWords = []string{"名单", "目录", "一览表", "汇总表", "名录", "公告"}

// titleOf is the nearest line above a table that names a list, else the nearest
// that says anything.
func titleOf(above []string) string {
	last := ""
	for _, s := range slices.Backward(above) {
		if isAnnexMark(s) || isNote(s) {
			continue
		}
		if calc.ContainsAny(s, titleWords) != "" && len([]rune(s)) <= 60 {
			return trimSection(s)
		}
		if last == "" && len([]rune(s)) <= 60 {
			last = s
		}
	}
	return trimSection(last)
}

// isAnnexMark tells of 附件, 附件1 and 附件1：.
func isAnnexMark(s string) bool {
	return strings.HasPrefix(s, "附") && len([]rune(s)) <= 6
}

func isNote(s string) bool {
	return slices.ContainsFunc([]string{"注", "说明", "备注", "排名不分先后", "(排名", "（排名", "单位:", "单位："},
		func(w string) bool { return strings.HasPrefix(s, w) })
}

// trimSection takes 一、 and （一） off a heading.
func trimSection(s string) string {
	rest := strings.TrimLeft(strings.TrimLeft(s, "（("), "一二三四五六七八九十")
	if rest == s {
		return s
	}
	if after, ok := strings.CutPrefix(strings.TrimLeft(rest, "）)"), "、"); ok {
		return after
	}
	return s
}

// counted finds how many members a title names.
var counted = regexp.MustCompile(`([0-9]+)[家种户个项]`)

// countIn is the number of members that a title names, 绿色工厂（104家）; 0
// where it names none, or several.
func countIn(title string) (found int) {
	for _, m := range counted.FindAllStringSubmatch(written.Fold(title), -1) {
		n, err := strconv.Atoi(m[1])
		if err == nil && found > 0 && found != n {
			return 0
		}
		if err == nil {
			found = n
		}
	}
	return found
}

// Guess fills in what the lists of a paper most likely are: from their titles,
// the sheet, the file and the texts around. A guess decides nothing.
func Guess(p *Paper, v *standard.Vocabulary) {
	document, date := documentIn(p.Around), dateIn(p.Around)
	for i := range p.Lists {
		l := &p.Lists[i]
		texts := append([]string{l.Title, l.Ref.Sheet, l.Ref.File}, p.Around...)
		for _, text := range texts {
			if m := v.Item(text); m.ID != "" || m.NotCovered != "" {
				l.Item, l.Level = m.ID, m.Level
				break
			}
		}
		l.Document, l.Date, l.Nature = document, date, natureOf(l, p.Around)
		l.Whole = l.Nature == lists.New
		if l.Level == "" {
			l.Level = levelOf(l, v.Policy())
		}
		readLevels(l, v)
	}
}

// readLevels writes the levels of the lines in the words of the policy; a line that
// has none has that of the part that it stands in, where what heads it names one.
func readLevels(l *lists.List, v *standard.Vocabulary) {
	part := ""
	for i := range l.Lines {
		line := &l.Lines[i]
		named, _ := v.Level(line.Part, l.Item)
		part = cmp.Or(v.Item(line.Part).Level, named, part)
		if level, clear := v.Level(line.Level, l.Item); clear && level != "" {
			line.Level = level
		}
		line.Level = cmp.Or(line.Level, part)
	}
}

// levelOf guesses a level by who issued the document, or by the provinces that
// the lines are of: only the country's lists have several.
func levelOf(l *lists.List, p *calc.Policy) string {
	it, known := p.Item(l.Item)
	if !known || !it.HasLevels() {
		return ""
	}
	if it.Implied != "" {
		return it.Implied
	}
	for _, s := range p.Issuers {
		if _, awarded := it.Award(s.Level); awarded && s.Word != "" &&
			strings.Contains(written.Fold(l.Document), written.Fold(s.Word)) {
			return s.Level
		}
	}
	if _, awarded := it.Award("国家级"); awarded && ofManyProvinces(l.Lines, p.Province) {
		return "国家级"
	}
	return ""
}

// natureOf guesses what a list does.
func natureOf(l *lists.List, around []string) lists.Nature {
	if nature := natureIn(l.Title + " " + l.Ref.Sheet + " " + l.Ref.File); nature != "" {
		return nature
	}
	if calc.ContainsAny(strings.Join(around, "\n"), []string{"现予公示", "公示期"}) != "" {
		return lists.Proposed
	}
	return lists.New
}

// natureIn is the nature that a text names, "" for none.
func natureIn(text string) lists.Nature {
	for _, t := range []struct {
		nature lists.Nature
		words  []string
	}{{lists.Removed, []string{"移出", "撤销", "取消", "除名"}}, {lists.Renamed, []string{"更名", "名称变更", "变更名称"}},
		{lists.Renewed, []string{"复核", "复评", "动态管理", "延续"}}, {lists.Proposed, []string{"公示", "拟认定", "拟入围", "拟公布"}}} {
		if calc.ContainsAny(text, t.words) != "" {
			return t.nature
		}
	}
	return ""
}

// natureSaid is what a line of new recognitions says of itself that it is instead;
// "" where it says nothing, or that it is not.
func natureSaid(text string) lists.Nature {
	nature := natureIn(notYet.ReplaceAllString(text, ""))
	if nature == lists.Removed || nature == lists.Renewed {
		return nature
	}
	return ""
}

var notYet = regexp.MustCompile(`(?:未|无需|免|不|待|拟|如|若|申请)(?:移出|撤销|取消|除名|复核|复评|延续)`)

// documentIn is the document number that the texts name: 苏工信节能〔2023〕22号.
// Where they name several, the first is that of the notice itself.
func documentIn(texts []string) string {
	for _, t := range texts {
		open := strings.IndexAny(t, "〔[（(【")
		if open < 0 {
			continue
		}
		end := strings.Index(t[open:], "号")
		if end < 0 || written.DocumentYear(t) == 0 || end > 24 {
			continue
		}
		front := []rune(t[:open])
		from := len(front)
		for from > 0 && unicode.Is(unicode.Han, front[from-1]) {
			from--
		}
		if word := string(front[from:]); word != "" && len([]rune(word)) <= 12 {
			return word + t[open:open+end+len("号")]
		}
	}
	return ""
}

// dateIn is the date that a notice ends with: the last line that is a day and
// nothing else.
func dateIn(texts []string) written.Date {
	for _, t := range slices.Backward(texts) {
		if d := written.ParseDate(t); len([]rune(t)) <= 16 && d.Reason == "" && !d.Label && d.Date.Day > 0 {
			return d.Date
		}
	}
	return written.Date{}
}

// ofManyProvinces tells whether lines are of the policy's province beside others.
func ofManyProvinces(lines []lists.Line, own string) bool {
	seen, ours := map[string]bool{}, false
	for i := range lines {
		seen[lines[i].Region] = true
		ours = ours || own != "" && lines[i].Region == own
	}
	return ours && len(seen) >= 3
}
