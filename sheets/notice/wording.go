package notice

import (
	"fmt"
	"strings"
	"text/template"

	"jiangbu/calc"
	"jiangbu/templates"
)

// words are the facts that the wording speaks of.
type words struct {
	Year             int
	Fund             string
	Policy, Document string
	Companies, Lines int
	Total            string // in 万元
	From, To         string // "" where there is no period
	Days             int
	Contact          string
	Supervision      string
}

// wording is the text of one kind of notice, made from its template.
type wording struct {
	file, title, table, amount string
	body                       []string
}

// phrase fills in the wording of the proposed or the final notice. A fault in
// a template is a fault of the program; tests fill in both.
func phrase(final bool, w words) (wording, error) {
	name := "proposed.txt"
	if final {
		name = "final.txt"
	}
	t, err := template.ParseFS(templates.Notice, "notice/"+name)
	if err != nil {
		return wording{}, fmt.Errorf("wording: %w", err)
	}
	var out wording
	var body string
	for part, into := range map[string]*string{"file": &out.file, "title": &out.title, "table": &out.table, "amount": &out.amount, "body": &body} {
		var b strings.Builder
		if err := t.ExecuteTemplate(&b, part, w); err != nil {
			return wording{}, fmt.Errorf("wording: %w", err)
		}
		*into = strings.TrimSpace(b.String())
	}
	for line := range strings.SplitSeq(body, "\n") {
		if line = strings.TrimSpace(line); line != "" {
			out.body = append(out.body, line)
		}
	}
	return out, nil
}

// period is the span of the publication in words, "" without one.
func period(from, to calc.Date) (string, string) {
	if from.IsZero() {
		return "", ""
	}
	return from.Chinese(), to.Chinese()
}

// plain folds a text to one line without the characters that no paper shows.
func plain(s string) string {
	s = strings.Map(func(r rune) rune {
		switch {
		case r == '\u00a0' || r == '\u3000':
			return ' '
		case r < 0x20 && r != '\t' && r != '\n' && r != '\r', r == 0x7f, r == '\ufeff', r >= '\u200b' && r <= '\u200f', r >= '\u202a' && r <= '\u202e', r >= '\u2060' && r <= '\u2069':
			return -1
		}
		return r
	}, s)
	return strings.Join(strings.Fields(s), " ")
}
