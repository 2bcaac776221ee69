package standard

import (
	"cmp"
	"jiangbu/calc"
	"jiangbu/calc/written"
	"slices"
	"strings"
)

// readNature reads the nature of the recognition from 认定类型, else from the
// words that name the item, else from what stands around; a row that states
// none is of the policy's first. Words by which it is not recognised, or by
// which nothing is to be paid, hold it.
func (r *rowReader) readNature() {
	if len(r.policy.Natures) == 0 {
		return
	}
	ok := r.natureOfColumn()
	if ok && r.rec.Nature == "" {
		ok = r.natureAround()
	}
	if ok && r.rec.Nature == "" && !r.unsound(calc.ColNature) {
		r.rec.Nature = r.policy.Natures[0].Name
	}
	r.readNatureCells()
	r.checkContext()
}

// natureOfColumn reads 认定类型. The column may also hold the award itself, or
// a batch or a level, which say nothing of the nature.
func (r *rowReader) natureOfColumn() bool {
	text := r.natureText(r.text(calc.ColNature))
	if text == "" {
		return true
	}
	t := r.readText(text)
	name, ok := r.words.oneNature(t.standing.natures)
	switch {
	case t.standing.isOpen():
		return false // read below
	case len(t.standing.natures) == 0 && r.row.Question == "" && !t.standing.same &&
		(t.left == "" && t.known || r.item != nil && t.match.ID == r.item.ID):
		return true
	case !ok:
		r.found("cell/nature", calc.ColNature, text)
		return false
	case t.left != "":
		r.found("cell/left-over", calc.ColNature, text, t.left)
		return false
	}
	r.rec.Nature = name
	return true
}

// natureText is what 认定类型 says, completed by the heading where that asks.
func (r *rowReader) natureText(text string) string {
	switch {
	case r.row.Question == "":
		return answeredInline(text)
	case text == "" && r.fold(r.raw(calc.ColNature)) == "无":
		text = "无" // an answer here
	}
	return completed(r.row.Question, text)
}

// answeredInline reads a cell that asks and answers: 新认定：是.
func answeredInline(text string) string {
	question, answer, found := strings.Cut(strings.ReplaceAll(text, "：", ":"), ":")
	if !found {
		return text
	}
	if asked(question) == "" {
		question = "是否" + question
	}
	if said := completed(question, answer); said != answer {
		return said
	}
	return text
}

// IsQuestion tells of a heading that asks: 是否通过评审, 有无处罚.
func IsQuestion(heading string) bool { return asked(heading) != "" }

// asked is what a heading asks, "" where it asks nothing.
func asked(heading string) string {
	_, predicate := question(heading)
	return predicate
}

// question parts a heading that asks: 企业 and 正常经营 of 企业是否正常经营. The
// predicate is empty where it asks nothing, or in brackets beside what it is.
func question(heading string) (subject, predicate string) {
	s := strings.Replace(written.Fold(heading), "有无", "是否有", 1)
	before, rest, ok := strings.Cut(s, "是否")
	if !ok || strings.Contains(before, "(") {
		return "", ""
	}
	return before, strings.TrimSuffix(rest, "?")
}

// The answers to a heading that asks, folded.
var (
	yesAnswers = []string{"是", "是的", "√", "✓", "✔", "✅", "☑", "■", "有", "Y", "YES", "T", "TRUE", "对", "1"}
	noAnswers  = []string{"否", "×", "✗", "✘", "❌", "❎", "☒", "☐", "□", "不是", "不", "非", "无", "没有", "N", "NO", "F",
		"FALSE", "错",
		"X", "0"}
)

// completed completes an answer by the heading that asks: 是 under 是否复核 says
// 复核, 否 says 非复核. What stands behind the answer, apart, is kept: 是（首次）.
func completed(heading, text string) string {
	subject, asked := question(heading)
	if asked == "" || text == "" {
		return text
	}
	answer, rest := written.Fold(text), ""
	if i := strings.IndexAny(answer, "(,;:。"); i > 0 {
		answer, rest = answer[:i], strings.Trim(answer[i:], "。")
	}
	switch {
	case slices.Contains(yesAnswers, answer):
		return subject + asked + rest
	case slices.Contains(noAnswers, answer):
		return subject + denied(asked) + rest
	}
	return text
}

// denials are how what a question asks is denied, by how it begins.
var denials = [...]struct{ begins, denial string }{{"首次", "非首次"}, {"首批", "非首批"}, {"新", "非新"}, {"复核", "非复核"},
	{"符合", "不符合"}, {"同意", "不同意"}, {"属于", "不属于"}, {"具备", "不具备"}, {"满足", "不满足"}, {"存在", "不存在"},
	{"合格", "不合格"}, {"有", "无"}, {"已", "未"}, {"予以", "不予"}, {"在", "不在"}, {"给予", "不予"}, {"建议", "不建议"}, {"奖补", "不奖补"}}

// denied is what a question asks, denied: 通过评审 as 未通过评审.
func denied(asked string) string {
	for _, d := range denials {
		if rest, ok := strings.CutPrefix(asked, d.begins); ok {
			return d.denial + rest
		}
	}
	return "未" + asked
}

// natureAround reads the nature out of the text that names the item, else out
// of the nearest around the row that names a nature.
func (r *rowReader) natureAround() bool {
	if named := r.readText(r.itemName()).standing.named(); len(named) > 0 {
		return r.setNature(named, r.itemCell)
	}
	for _, n := range r.near {
		if named := n.standing.named(); len(named) > 0 {
			return r.setNature(named, n.cell)
		}
	}
	return true
}

func (r *rowReader) setNature(named []spoken, from calc.Cell) bool {
	name, ok := r.words.oneNature(named)
	if !ok {
		r.rec.Findings.Add("cell/nature", r.row.Place(from.Row, from.Col), r.shownText(from.Text))
	}
	r.rec.Nature = name
	return ok
}

// readNatureCells reads the texts that decide: the item, the level and the nature.
func (r *rowReader) readNatureCells() {
	for _, col := range [...]calc.Column{calc.ColItem, calc.ColLevel, calc.ColNature} {
		text := r.shows(col)
		if col == calc.ColNature {
			text = r.natureText(text)
		}
		if text == "" || r.unsound(col) || !r.words.MaySpeak(text) {
			continue
		}
		s := &r.readText(text).standing
		r.hold(s, r.at(col), text, true)
		if col != calc.ColNature {
			r.differs("record/nature-differs", s, r.at(col), text, false)
		}
	}
}

// hold holds the record by what a text says about its state; 公示 counts where
// noticed is set.
func (r *rowReader) hold(s *status, at calc.Ref, text string, noticed bool) {
	switch {
	case s.open != "":
		r.rec.Findings.Add("record/not-recognised", at, written.Display(text), s.open)
	case s.stop != "":
		r.rec.Findings.Add("record/stop", at, written.Display(text), s.stop)
	}
	if noticed && s.notice != "" {
		r.rec.Findings.Add("record/not-recognised", at, text, s.notice)
	}
}

// differs asks, under a code, about a nature of another kind than the record's, in
// a free text only about one that the policy looks for there.
func (r *rowReader) differs(code calc.Code, s *status, at calc.Ref, text string, free bool) {
	own, ok := r.policy.Nature(r.rec.Nature)
	if !ok {
		return
	}
	for _, said := range s.natures {
		if said.nature == acted {
			continue
		}
		if n := r.policy.Natures[said.nature]; n.Kind != own.Kind && (n.Remark || !free) {
			r.rec.Findings.Add(code, at, text, said.text, own.Name)
			return
		}
	}
}

// checkContext checks what stands around the row. 公示 says something there only
// beside the name of an award: a sheet may be called so for its own use.
func (r *rowReader) checkContext() {
	for _, n := range r.near {
		said := n.standing
		said.stop = cmp.Or(said.stop, n.stop)
		r.hold(&said, r.row.Place(n.cell.Row, n.cell.Col), n.text, n.own)
	}
}
