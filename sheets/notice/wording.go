package notice

import (
	"fmt"
	"strings"
	"text/template"
	"unicode"

	"jiangbu/calc"
	"jiangbu/templates"
)

// words are the facts that the wording speaks of.
type words struct {
	Year             int
	Short, Otherwise int      // awards below what was due; of these, not by the budget
	Ruled            int      // awards that a person ruled below what the policy allows
	Entitled, Share  string   // what was due, and the share of it that is paid
	Cuts             []string // what the budget says
	Fund             string
	Policy, Document string
	Companies, Lines int
	Total            string
	Amounts          Amounts // the unit of Total and Entitled
	From, To         string  // "" where there is no period
	Days             int
	Contact          string
	Supervision      string
	Compared         bool         // with what was announced
	Changes          *changeWords // nil where nothing changed
	Paid             string       // of a notice of payments
}

// changeWords are how many announced awards changed, and their sums.
type changeWords struct {
	Lines         int
	Before, After string
}

// The templates of the kinds of notice.
const (
	proposedNotice = "proposed.txt"
	finalNotice    = "final.txt"
	paidNotice     = "paid.txt"
)

// wording is the text of one kind of notice, made from its template.
type wording struct {
	file, title, table, amount string
	changes                    string // the title of the second annex
	body                       []string
}

// phrase fills in the wording of a kind of notice. A fault in a template is a
// fault of the program; tests fill in all.
func phrase(name string, w words) (wording, error) {
	t, err := template.ParseFS(templates.Notice, "notice/"+name)
	if err != nil {
		return wording{}, fmt.Errorf("wording: %w", err)
	}
	var out wording
	var body string
	for part, into := range map[string]*string{"file": &out.file, "title": &out.title, "table": &out.table,
		"amount": &out.amount, "changes": &out.changes, "body": &body} {
		if t.Lookup(part) == nil {
			continue
		}
		var b strings.Builder
		if err := t.ExecuteTemplate(&b, part, w); err != nil {
			return wording{}, fmt.Errorf("wording: %w", err)
		}
		*into = strings.TrimSpace(b.String())
	}
	out.body = calc.Filled(calc.Mapped(strings.Split(body, "\n"), strings.TrimSpace)...)
	return out, nil
}

// plain folds a text to one line without the characters that no paper shows
// and no file of ours holds.
func plain(s string) string {
	return strings.Join(strings.Fields(strings.Map(visible, strings.ToValidUTF8(s, "\ufffd"))), " ")
}

// visible keeps a character, makes it a blank, or drops it (-1): controls,
// marks of direction, blanks without width, non-characters.
func visible(r rune) rune {
	switch {
	case unicode.IsSpace(r):
		return ' '
	case unicode.IsControl(r), unicode.Is(unicode.Cf, r), r == 0xfffe, r == 0xffff:
		return -1
	}
	return r
}
