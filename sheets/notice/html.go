package notice

import (
	"crypto/sha256"
	"encoding/base64"
	"fmt"
	"html/template"
	"io"
	"strings"

	"jiangbu/calc/money"
	"jiangbu/templates"
)

// WriteHTML writes the notice as one self-contained page: it loads nothing,
// and its policy forbids it to (Content-Security-Policy with the digests of
// its own style and script). Without the script it is the plain table; with it
// the reader searches, filters and sorts, and the sums follow.
func WriteHTML(w io.Writer, n Notice) error {
	t, err := template.ParseFS(templates.Notice, "notice/page.html")
	if err != nil {
		return fmt.Errorf("page: %w", err)
	}
	style, err := templates.Notice.ReadFile("notice/page.css")
	if err != nil {
		return fmt.Errorf("page: %w", err)
	}
	script, err := templates.Notice.ReadFile("notice/page.js")
	if err != nil {
		return fmt.Errorf("page: %w", err)
	}
	css := string(style) + n.Table.paperCSS()
	page := page{Notice: n, Annex: annexLabel, Style: template.CSS(css), Script: template.JS(script),
		Policy: contentPolicy(css, string(script))}
	for i := range n.Table.Rows {
		page.Rows = append(page.Rows, n.Table.htmlRow(&n.Table.Rows[i]))
	}
	if err := t.ExecuteTemplate(w, "page.html", page); err != nil {
		return fmt.Errorf("page: %w", err)
	}
	return nil
}

// page is what the page's template is given.
type page struct {
	Notice
	Annex  string
	Policy string
	Style  template.CSS
	Script template.JS
	Rows   []htmlRow
}

// htmlRow is a row of the page.
type htmlRow struct {
	Row
	Fen   string     // the amount in fen, whole
	Cells []htmlCell // of a sum: the label, the amount, and the rest
}

// htmlCell is a cell of the page.
type htmlCell struct {
	Text, Column string
	Class        string
	Span         int // columns, for the label of a sum
}

// htmlRow turns a row into cells: of a sum the label spans what stands before
// the amount.
func (t *Table) htmlRow(r *Row) htmlRow {
	h := htmlRow{Row: *r, Fen: fen(r.Amount)}
	for i, text := range r.Cells {
		cell := htmlCell{Text: text, Column: t.Columns[i].Name, Class: string(t.Columns[i].Align)}
		switch {
		case r.Kind != AwardRow && i == 0:
			cell.Span, cell.Class = t.amountColumn(), "label"
		case r.Kind != AwardRow && i < t.amountColumn():
			continue
		}
		h.Cells = append(h.Cells, cell)
	}
	return h
}

// fen is an amount in fen: the page adds whole numbers, which a browser does
// exactly up to ninety trillion yuan.
func fen(y money.Yuan) string {
	return strings.Replace(y.RoundDown(money.YuanOf(1).Share(onePercent)).String(), ".", "", 1)
}

// onePercent of a yuan is a fen.
var onePercent, _ = money.ParseRate("1%")

// paperCSS is the part of the style that depends on the table: how wide the
// columns are.
func (t *Table) paperCSS() string {
	var b strings.Builder
	all := 0
	for _, c := range t.Columns {
		all += c.Weight
	}
	for i, c := range t.Columns {
		fmt.Fprintf(&b, "col:nth-child(%d) { width: %d.%d%%; }\n", i+1, c.Weight*100/all, c.Weight*1000/all%10)
	}
	return b.String()
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
