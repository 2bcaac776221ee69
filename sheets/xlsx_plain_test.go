package sheets_test

import (
	"fmt"
	"math/rand/v2"
	"regexp"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"jiangbu/calc"
	"jiangbu/sheets"
)

func TestTheQuickWayAndTheCarefulWayAgree(t *testing.T) {
	rng := rand.New(rand.NewPCG(1, 2))
	cells := []string{`<c r="%s" s="1"><v>45058</v></c>`, `<c r="%s" t="s"><v>1</v></c>`, `<c r="%s"><v>-1.5</v></c>`,
		`<c r="%s"><v>1e5</v></c>`,
		`<c r="%s" t="inlineStr"><is><t>甲 &amp; 乙</t></is></c>`, `<c r="%s" t="str"><f>A1</f><v>x</v></c>`,
		`<c r="%s"><f>A1</f></c>`, `<c r="%s" s="2"/>`, `<c r="%s" t="b"><v>1</v></c>`}
	var content strings.Builder
	for r := 1; r <= 2000; r++ {
		fmt.Fprintf(&content, `<row r="%d">`, r)
		for c := 1; c <= 12; c++ {
			fmt.Fprintf(&content, cells[rng.IntN(len(cells))], calc.Ref{Row: r, Col: c}.Cell())
		}
		content.WriteString(`</row>`)
	}
	quick, careful := bothWays(t, content.String())
	if diff := cmp.Diff(careful, quick); diff != "" || len(quick) < 200_000 {
		t.Errorf("%d bytes: %s", len(quick), diff)
	}
}

// The quick way guesses that rows and cells are written like those above them.
func TestAWrongGuessIsReadTheCarefulWay(t *testing.T) {
	rng := rand.New(rand.NewPCG(1, 2))
	rows := []string{`<row r="%d">`, `<row r="%d" ht="29">`, `<row r="%d" hidden="1">`,
		`<row r="%d" ht="0" customHeight="1">`, `<row hidden="0" r="%d">`, `<row r="%d" spans="1:3">`, `<row r="0%d">`}
	cells := []string{`<c r="%s"><v>1</v></c>`, `<c r="%s" s="1"><v>2</v></c>`, `<c s="1" r="%s"><v>45058</v></c>`,
		`<c t="s" r="%s"><v>0</v></c>`, `<c r="%s" t="s"><v>1</v></c>`, `<c s="1" r="%s"/>`, `<c r="%s" s="2"/>`}
	faults := []string{`<c r="A0"><v>1</v></c>`, `<c r="A1"><v>1</v></c>`, `<c r="%s" r="%s"><v>1</v></c>`,
		`<c s="99" r="%s"><v>1</v></c>`, `<c r="%s" s="12"><v>1</v></c>`, `<c r="%s" t="x"><v>1</v></c>`,
		`<c r="%s" t="s"><v>77</v></c>`, `</row><row r="3">`, `</row><row r="1048577">`, `</row><row r="">`,
		`<c><v>3</v></c>`, `<c s="%[2]d" r="%[1]s"><v>4</v></c>`, `<c r="XFE%[2]d"><v>4</v></c>`, `</row><row/>`,
		`<row r="9">`}
	read := 0
	for range 1_500 {
		var content strings.Builder
		row := rows[rng.IntN(len(rows))]
		like := []string{cells[rng.IntN(len(cells))], cells[rng.IntN(len(cells))], cells[rng.IntN(len(cells))]}
		fault := rng.IntN(40)
		for r := 1; r <= 14; r++ {
			if rng.IntN(20) == 0 {
				row = rows[rng.IntN(len(rows))]
			}
			fmt.Fprintf(&content, row, r)
			for c := range like {
				cell := like[c]
				if rng.IntN(10) == 0 {
					cell = cells[rng.IntN(len(cells))]
				}
				if r*len(like)+c == fault+3 {
					cell = faults[rng.IntN(len(faults))]
				}
				if rng.IntN(10) > 0 {
					fmt.Fprintf(&content, cell, calc.Ref{Row: r, Col: c + 1}.Cell(), r)
				}
			}
			content.WriteString(`</row>`)
		}
		text := extra.ReplaceAllString(content.String(), "")
		quick, careful := bothWays(t, text)
		if diff := cmp.Diff(careful, quick); diff != "" {
			t.Fatalf("%s\n%s", text, diff)
		}
		if strings.Contains(quick, "\n") {
			read++
		}
	}
	if read < 150 || read > 1_350 {
		t.Errorf("%d were read", read)
	}
}

// Hostile pairs of rows, the second one like what a guess from the first could
// take for sound.
func TestAGuessTakesNoWrongReference(t *testing.T) {
	for _, content := range []string{
		`<row r="1"><c s="1" r="A1"><v>1</v></c></row><row r="2"><c s="2" r="A1"><v>1</v></c></row>`,
		`<row r="1"><c r="A1" s="1"><v>1</v></c></row><row r="2"><c r="A1" s="2"><v>1</v></c></row>`,
		`<row r="1"><c s="1" r="A1"><v>1</v></c></row><row r="2"><c s="1" r="A22"><v>1</v></c></row>`,
		`<row r="1"><c s="1" r="A1"><v>1</v></c><c r="B1"/></row><row r="2"><c s="1" r="B2"><v>1</v></c><c r="B2"/></row>`,
		`<row r="1"><c r="A1"/></row><row r="2"/><row r="2"><c r="A2"/></row>`,
	} {
		// the quick way looks at nothing so near the end
		quick, careful := bothWays(t, content+
			`<row r="8"><c r="A8"><v>1</v></c></row><row r="9"><c r="A9"><v>1</v></c></row>`)
		if quick != careful || !strings.HasPrefix(quick, "file/unreadable") {
			t.Errorf("%s\n%s\n%s", content, quick, careful)
		}
	}
}

// extra is what Fprintf says of arguments that a format has no use for.
var extra = regexp.MustCompile(`%!\(EXTRA [^)]*\)`)

// bothWays reads the content of a sheet as it is, and with a prefix on every
// tag, which the quick way does not take: the lines, or why it was refused.
func bothWays(t testing.TB, content string) (quick, careful string) {
	t.Helper()
	prefixed := strings.NewReplacer(`</`, `</x:`, `<`, `<x:`).Replace(content)
	for said, sheet := range map[*string]string{
		&quick: `<worksheet ` + mainNS + `><sheetData>` + content + `</sheetData></worksheet>`,
		&careful: `<x:worksheet ` + strings.Replace(mainNS, "xmlns", "xmlns:x", 1) + `><x:sheetData>` + prefixed +
			`</x:sheetData></x:worksheet>`,
	} {
		book, findings := sheets.OpenBytes("a.xlsx", whole(sheetPart, sheet)(t))
		if book == nil {
			*said = fmt.Sprint(findings[0].Code, findings[0].Ref)
			continue
		}
		*said = dump(book)
	}
	return quick, careful
}

// tags are those that may have a prefix.
var tags = regexp.MustCompile(`</?[A-Za-z]`)

// FuzzSheet feeds the content of a sheet to the reader: it must read or refuse,
// the same in both ways.
func FuzzSheet(f *testing.F) {
	f.Add(`<row r="1"><c r="A1" t="s"><v>0</v></c></row>`)
	f.Add(`<row><c><f>1</f><v>2</v></c><c t="inlineStr"><is><r><t>a</t></r></is></c></row>`)
	f.Add(`<row r="1" hidden="1"><c r="A1" s="1"><v>45058.5</v></c><!-- --><?x y?><![CDATA[]]></row>`)
	f.Add(`<row r="1"><c r="A1" t="str"><v>_x000D_&#x41;&lt;]]></v></c></row>`)
	f.Add(`<row r="1"><c s="1" r="A1"><v>1</v></c></row><row r="2"><c s="1" r="A2"><v>2</v></c><c r="B2" t="s"><v>0</v></c></row><row r="3"><c s="3" r="A3"><v>1</v></c></row>`)
	f.Fuzz(func(t *testing.T, content string) {
		refusedOrRead(t, rows(content)(t))
		if strings.Contains(content, "xmlns") || strings.Contains(content, ":") ||
			len(tags.FindAllString(content, -1)) != strings.Count(content, "<") {
			return // not to be had with a prefix
		}
		quick, careful := bothWays(t, content)
		if refused := strings.HasPrefix(quick, "file/"); refused != strings.HasPrefix(careful, "file/") || !refused &&
			quick != careful {
			t.Fatalf("%s\nnot\n%s", quick, careful)
		}
	})
}
