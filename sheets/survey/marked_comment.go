package survey

import (
	"strconv"
	"strings"

	"github.com/xuri/excelize/v2"

	"jiangbu/calc"
	"jiangbu/sheets/table"
	"jiangbu/sheets/write"
)

// maxComments bounds the comments of a copy: programs become slow with more,
// and nobody reads them. The list is complete in any case.
const maxComments = 2000

// comment writes the findings of each cell into its comment, below what the
// district wrote there.
func (m *marking) comment() error {
	if m.muted {
		return nil
	}
	texts, order := m.commentTexts()
	if len(order) > maxComments {
		order = order[:maxComments]
	}
	all, err := commentsIn(m.file)
	if err != nil {
		return err
	}
	there := map[place]excelize.Comment{}
	for _, c := range all {
		there[c.at] = c.Comment
	}
	for _, at := range order {
		if err := m.addComment(at, texts[at], there); err != nil {
			return err
		}
	}
	return nil
}

// placedComment is a comment with where it stands.
type placedComment struct {
	at place
	excelize.Comment
}

// commentsIn are the comments of a workbook.
func commentsIn(file *excelize.File) (all []placedComment, err error) {
	for _, sheet := range file.GetSheetList() {
		comments, err := file.GetComments(sheet)
		if err != nil {
			return nil, err
		}
		for _, c := range comments {
			all = append(all, placedComment{place{sheet, c.Cell}, c})
		}
	}
	return all, nil
}

// commentTexts puts the findings of each cell together, the cells in order.
func (m *marking) commentTexts() (texts map[place]string, order []place) {
	of := map[place]calc.Findings{}
	for i, at := range m.places {
		if at.cell == "" {
			continue
		}
		if of[at] == nil {
			order = append(order, at)
		}
		of[at] = append(of[at], m.findings[i])
	}
	texts = map[place]string{}
	for _, at := range order {
		texts[at] = commentText(of[at])
	}
	return texts, order
}

func commentText(fs calc.Findings) string {
	var b strings.Builder
	for i, f := range fs {
		if i > 0 {
			b.WriteString("\n")
		}
		if len(fs) > 1 {
			b.WriteString(strconv.Itoa(i+1) + ". ")
		}
		b.WriteString(write.SeverityNames[f.Severity()] + "：" + f.Message() + "\n→ " + clerkHint(f))
	}
	return write.CellText(b.String())
}

// clerkHint is what the district's clerk can do about a finding: the report, in
// which the city decides what is doubtful, is not theirs.
func clerkHint(f calc.Finding) string { return cityDecides.Replace(f.Hint()) }

var cityDecides = strings.NewReplacer("在报告的“待核事项”中填写审定意见", "请在备注中说明依据，由市级核定",
	"在“待核事项”中填写审定意见", "请在备注中说明依据，由市级核定")

// threaded begins the author of a comment that belongs to a conversation; the
// words of that stand elsewhere and must not be written over.
const threaded = "tc="

// addComment writes a comment, behind the one that the cell has already.
func (m *marking) addComment(at place, text string, there map[place]excelize.Comment) error {
	c := excelize.Comment{Cell: at.cell, Author: "jiangbu"}
	if old, ok := there[at]; ok {
		if strings.HasPrefix(old.Author, threaded) {
			m.conversations++
			return nil
		}
		if err := m.file.DeleteComment(at.sheet, at.cell); err != nil {
			return err
		}
		c = old
		c.Text, c.Paragraph = "", append(runsOf(old), excelize.RichTextRun{Text: "\n"})
	}
	font := func(bold bool) *excelize.Font { return &excelize.Font{Family: write.FontBody, Size: 9, Bold: bold} }
	c.Paragraph = append(c.Paragraph, excelize.RichTextRun{Text: table.CommentMark + "\n", Font: font(true)},
		excelize.RichTextRun{Text: text, Font: font(false)})
	c.Width, c.Height = commentSize(textOf(c))
	return m.file.AddComment(at.sheet, c)
}

// The size of comments in pixels: a line of 9 points, a digit of it, the
// margins, and the most that is still convenient.
const (
	commentWide  = 320
	commentLine  = 16
	commentDigit = 6
	commentEdge  = 14
	commentMost  = 480
)

// commentSize fits a comment to its text.
func commentSize(text string) (width, height uint) {
	lines := write.LinesIn(text, (commentWide-commentEdge)/commentDigit-1)
	return commentWide, uint(min(lines*commentLine+commentEdge, commentMost))
}

// textOf is the whole text of a comment.
func textOf(c excelize.Comment) string {
	text := c.Text
	for _, r := range c.Paragraph {
		text += r.Text
	}
	return text
}

// runsOf is a comment's text as runs, whichever way it is stored.
func runsOf(c excelize.Comment) []excelize.RichTextRun {
	if c.Text == "" {
		return c.Paragraph
	}
	return append([]excelize.RichTextRun{{Text: c.Text}}, c.Paragraph...)
}

// uncomment takes our words out of all comments, and notes what is left.
func (m *marking) uncomment(all []placedComment) error {
	m.kept = map[place]string{}
	for _, c := range all {
		rest, ours := beforeMark(c.Comment)
		if ours {
			if err := m.restore(c.at.sheet, c.Comment, rest); err != nil {
				return err
			}
		}
		if words := runsText(rest); words != "" {
			m.kept[c.at] = words
		}
	}
	return nil
}

// restore puts the district's own words back in place of a comment, or
// nothing.
func (m *marking) restore(sheet string, c excelize.Comment, rest []excelize.RichTextRun) error {
	if err := m.file.DeleteComment(sheet, c.Cell); err != nil {
		return err
	}
	if runsText(rest) == "" {
		return nil
	}
	c.Text, c.Paragraph = "", rest
	c.Width, c.Height = commentSize(textOf(c))
	return m.file.AddComment(sheet, c)
}

// beforeMark is what of a comment stands before our words, and whether there
// are any.
func beforeMark(c excelize.Comment) (rest []excelize.RichTextRun, ours bool) {
	for _, r := range runsOf(c) {
		before, _, found := strings.Cut(r.Text, table.CommentMark)
		if r.Text = before; before != "" {
			rest = append(rest, r)
		}
		if found {
			return withoutEnd(rest), true
		}
	}
	return rest, false
}

// withoutEnd takes the line breaks off that part two texts.
func withoutEnd(runs []excelize.RichTextRun) []excelize.RichTextRun {
	for i := len(runs) - 1; i >= 0; i-- {
		if runs[i].Text = strings.TrimRight(runs[i].Text, "\n"); runs[i].Text != "" {
			return runs[:i+1]
		}
	}
	return nil
}

// runsText is the text of runs without the breaks at its end.
func runsText(runs []excelize.RichTextRun) string {
	return strings.TrimRight(textOf(excelize.Comment{Paragraph: runs}), "\n")
}
