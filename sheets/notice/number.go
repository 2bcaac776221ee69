package notice

import (
	"archive/zip"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"io"
	"maps"
	"regexp"
	"slices"
	"strings"

	"jiangbu/calc"
	"jiangbu/calc/money"
)

// Number is the number of one publication. Each of its files carries it beside
// what it says, in the properties of a workbook and of a document, in the head
// of a page, in the schema of the data, so that files of two publications are
// told apart. It is no signature: whoever has the program can make it anew.
//
// It reads 2024-RESULT-TEXT-AWARDS: the award year, the 结果编号 of the report, a
// digest over the texts, and one over the awards, which a reader of the table
// makes anew.
type Number string

var numberForm = regexp.MustCompile(`\b[0-9]{4}-[0-9a-f]{32}-[0-9a-f]{16}-[0-9a-f]{16}\b`)

// Year is the award year.
func (n Number) Year() string {
	year, _, _ := strings.Cut(string(n), "-")
	return year
}

// numbered gives the notice of a report's result its number.
func (n *Notice) numbered(year int, result string) Number {
	texts := append([]string{n.Name, n.Title, n.Unit, n.Date}, n.Body...)
	for _, a := range n.annexes() {
		texts = append(texts, a.Table.Title)
		texts = append(texts, calc.Mapped(a.Table.Columns, func(c Column) string { return c.Name })...)
		for i := range a.Table.Rows {
			texts = append(texts, a.Table.Rows[i].Cells...)
		}
	}
	var awards []string
	for r := range n.Table.awards() {
		cells := map[string]string{}
		for k, c := range n.Table.Columns {
			cells[c.Name] = published(r.Cells[k])
		}
		awards = append(awards, awardText(cells, r.Amount))
	}
	return Number(fmt.Sprintf("%04d-%s-%s-%s", year, result, shortDigest(texts), shortDigest(awards)))
}

// awardText is an award as each format holds it: its cells by their headings but
// for those that hold amounts, which have a unit of their own in each.
func awardText(cells map[string]string, amount money.Yuan) string {
	text := amount.String()
	for _, head := range slices.Sorted(maps.Keys(cells)) {
		if cells[head] != "" && !strings.Contains(head, "金额") {
			text += "\x01" + head + "\x01" + cells[head]
		}
	}
	return text
}

func shortDigest(texts []string) string {
	sum := sha256.Sum256([]byte(strings.Join(texts, "\x00")))
	return hex.EncodeToString(sum[:8])
}

// Has tells whether the announced awards are those of the number: what differs
// was edited since, or belongs to another publication.
func (p *Proposed) Has(n Number) bool {
	awards := calc.Mapped(p.Lines, func(l ProposedLine) string { return awardText(l.Cells, l.Amount) })
	return strings.HasSuffix(string(n), "-"+shortDigest(awards))
}

// numberWithin is how far into a file its number stands, and largestFile how large
// a file of a notice may be, a hundred times what a year takes, in bytes.
const (
	numberWithin = 64 << 10
	largestFile  = 16 << 20
)

// NumberIn is the number that a file of a notice carries, "" where it has none:
// one of another program, or one that another program wrote anew.
func NumberIn(file io.ReaderAt, size int64) Number {
	if size > largestFile {
		return ""
	}
	var head io.Reader = io.NewSectionReader(file, 0, size)
	if z, err := zip.NewReader(file, size); err == nil {
		properties, err := z.Open("docProps/core.xml")
		if err != nil {
			return ""
		}
		defer properties.Close()
		head = properties
	}
	text, err := io.ReadAll(io.LimitReader(head, numberWithin))
	if err != nil {
		return ""
	}
	return Number(numberForm.Find(text))
}

// Files are the names of all files that a notice of this name may have and that
// carry its number.
func Files(name string) []string {
	return []string{name + ".xlsx", name + ".docx", name + ".html", name + schemaEnding,
		name + changesSuffix + schemaEnding}
}
