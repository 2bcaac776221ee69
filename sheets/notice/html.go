package notice

import (
	"cmp"
	"crypto/sha256"
	"encoding/base64"
	"fmt"
	"html/template"
	"io"
	"maps"
	"slices"
	"strings"

	"jiangbu/templates"
)

// WriteHTML writes the notice as one self-contained page: it loads nothing,
// and its policy forbids it to (Content-Security-Policy with the digests of
// its own style and script). Without the script it is the plain table; with it
// the reader searches, filters and sorts, and the sums follow.
func WriteHTML(w io.Writer, n Notice) (err error) {
	defer about("page", &err)
	t, err := template.New("page.html").Funcs(template.FuncMap{"words": wordsOf}).
		ParseFS(templates.Notice, "notice/page.html")
	style, err2 := templates.Notice.ReadFile("notice/page.css")
	script, err3 := templates.Notice.ReadFile("notice/page.js")
	if err := cmp.Or(err, err2, err3); err != nil {
		return err
	}
	css := string(style) + n.Table.tableCSS("")
	if n.Changes != nil {
		css += n.Changes.tableCSS(".changes ")
	}
	page := page{Notice: n, Annex: annexLabel, Style: template.CSS(css), Script: template.JS(script),
		Policy: contentPolicy(css, string(script)), Rows: n.Table.htmlRows(), Decimals: looks[n.Table.Amounts].decimals,
		Items:  n.Table.inOrder("奖补事项", func(r *Row) int { return r.Item }),
		Levels: n.Table.inOrder("认定级别", func(r *Row) int { return r.Rank })}
	if n.Changes != nil {
		page.ChangesLabel, page.ChangeRows = changesLabel, n.Changes.htmlRows()
	}
	return t.ExecuteTemplate(w, "page.html", page)
}

// page is what the page's template is given. The markup of a row is as short as
// HTML allows, since a year has thousands; the script reads what it sorts and
// adds by from the cells, and from these lists what their order is.
type page struct {
	Notice
	Annex         string
	Policy        string
	Style         template.CSS
	Script        template.JS
	Rows          []htmlRow
	Decimals      int    // of an amount in its unit, to the fen
	Items, Levels string // as the table names them, in their order, a line each
	ChangesLabel  string
	ChangeRows    []htmlRow
}

// htmlRow is a row of the page.
type htmlRow struct {
	Row
	Page  bool       // it begins one where it is printed
	Lines int        // of a sum, how many awards above it belong to it
	Apart bool       // the name in an award's line does not say which company it is
	Cells []htmlCell // of a sum: the label, the amount, and the rest
}

// htmlCell is a cell of the page.
type htmlCell struct {
	Text string
	Span int // columns, for the label of a sum
}

// htmlRows turns the rows into those of the page.
func (t *Table) htmlRows() []htmlRow {
	apart, lines := t.apart(), map[int]int{}
	var all []htmlRow
	for i := range t.Rows {
		r := &t.Rows[i]
		lines[r.Group]++
		all = append(all, htmlRow{Row: *r, Lines: lines[r.Group] - 1, Apart: apart[r.Company], Cells: t.htmlCells(r)})
	}
	for _, p := range t.pages(t.needs(paperStretch))[1:] {
		all[p.first].Page = true
	}
	return all
}

// apart tells the companies that their name alone does not tell: two of one
// name, or one of two names.
func (t *Table) apart() map[int]bool {
	names, companies, apart := map[int]string{}, map[string]int{}, map[int]bool{}
	for r := range t.awards() {
		name := r.Cells[companyColumn]
		if known, ok := names[r.Company]; ok && known != name {
			apart[r.Company] = true
		}
		if known, ok := companies[name]; ok && known != r.Company {
			apart[r.Company], apart[known] = true, true
		}
		names[r.Company], companies[name] = name, r.Company
	}
	return apart
}

// htmlCells turns a row into cells: of a sum the label spans what stands before
// the amount.
func (t *Table) htmlCells(r *Row) (cells []htmlCell) {
	for i, text := range r.Cells {
		switch {
		case r.Kind == AwardRow || i >= t.amountColumn():
			cells = append(cells, htmlCell{Text: text})
		case i == 0:
			cells = append(cells, htmlCell{text, t.amountColumn()})
		}
	}
	return cells
}

// inOrder lists the texts of one column, each once, by a place that its rows
// know.
func (t *Table) inOrder(column string, place func(*Row) int) string {
	at := slices.IndexFunc(t.Columns, func(c Column) bool { return c.Name == column })
	if at < 0 {
		return ""
	}
	places := map[string]int{}
	for r := range t.awards() {
		places[r.Cells[at]] = place(r)
	}
	return strings.Join(slices.SortedFunc(maps.Keys(places), func(a, b string) int {
		return cmp.Or(cmp.Compare(places[a], places[b]), cmp.Compare(a, b))
	}), "\n")
}

// tableCSS is the part of the style that depends on a table: how wide the
// columns are, how their cells stand, and their names beside the cells on a
// phone. Of a sum the second cell is the amount. within is what selects the
// table, "" for all tables of the page.
func (t *Table) tableCSS(within string) string {
	var b, phone strings.Builder
	all := 0
	for i := range t.Columns {
		all += t.Columns[i].wide()
	}
	for i, c := range t.Columns {
		fmt.Fprintf(&b, "%scol:nth-child(%d) { width: %d.%d%%; }\n", within, i+1, c.wide()*100/all,
			c.wide()*1000/all%10)
		if c.Align != Left || within != "" {
			fmt.Fprintf(&b, "%std:nth-child(%d) { text-align: %s; }\n", within, i+1, c.Align)
		}
		fmt.Fprintf(&phone, "  %std:nth-child(%d)::before { content: %q; }\n", within, i+1, c.Name)
	}
	fmt.Fprintf(&b, "%str[class] td:nth-child(n) { text-align: right; }\n", within)
	if within != "" {
		fmt.Fprintf(&phone, "  %std:nth-child(n) { font-weight: normal; text-align: left; }\n", within)
	}
	fmt.Fprintf(&phone,
		"  %[1]std:nth-child(%[2]d) { font-weight: bold; }\n  %[1]str[class] td:nth-child(n) { text-align: left; }\n",
		within, t.amountColumn()+1)
	for i, c := range t.Columns[t.amountColumn():] {
		fmt.Fprintf(&phone, "  %str[class] td:nth-child(%d)::before { content: %q; }\n", within, i+2, c.Name)
	}
	return b.String() + "@media screen and (max-width: 48rem) {\n" + phone.String() + "}\n" + t.lowRows(within)
}

// lowRows is the part of the style for printed pages whose rows are lower.
func (t *Table) lowRows(within string) string {
	var b strings.Builder
	for _, p := range t.pages(t.needs(paperStretch)) {
		if p.tall < rowTall {
			fmt.Fprintf(&b, "  %stbody tr:nth-child(n+%d):nth-child(-n+%d) > * { height: %.1fpt; }\n", within,
				p.first+1, p.first+p.rows, p.tall)
		}
	}
	if b.Len() == 0 {
		return ""
	}
	return "@media print {\n" + b.String() + "}\n"
}

// contentPolicy allows the page its own style and script and nothing else, no
// network least of all.
func contentPolicy(style, script string) string {
	return "default-src 'none'; style-src '" + digest(style) + "'; script-src '" + digest(script) +
		"'; img-src data:; base-uri 'none'; form-action 'none'"
}

func digest(s string) string {
	sum := sha256.Sum256([]byte(s))
	return "sha256-" + base64.StdEncoding.EncodeToString(sum[:])
}
