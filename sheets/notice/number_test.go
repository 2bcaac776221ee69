package notice

import (
	"bytes"
	"io"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/shopspring/decimal"

	"jiangbu/calc/money"
	"jiangbu/calc/written"
)

// testResult is the 结果编号 of the tests' reports.
const testResult = "0123456789abcdef0123456789abcdef"

var oneFen = money.YuanOfDecimal(decimal.New(1, -2))

func TestEveryFileOfANoticeCarriesItsNumber(t *testing.T) {
	a := testAwards(t)
	a.Result = testResult
	n := made(t, testSettings(t), a)
	if n.Number.Year() != "2024" || !numberForm.MatchString(string(n.Number)) {
		t.Fatalf("its number is %q", n.Number)
	}
	for name, write := range map[string]func(io.Writer, Notice) error{"xlsx": WriteXLSX, "docx": WriteDOCX,
		"html": WriteHTML, "schema": WriteSchema} {
		data := writtenBytes(t, write, n)
		if got := NumberIn(bytes.NewReader(data), int64(len(data))); got != n.Number {
			t.Errorf("%s has %q", name, got)
		}
	}
	for name, data := range map[string][]byte{"the data": writtenBytes(t, WriteCSV, n), "nothing": nil,
		"half a zip": writtenBytes(t, WriteXLSX, n)[:2000]} {
		if got := NumberIn(bytes.NewReader(data), int64(len(data))); got != "" {
			t.Errorf("%s has %q", name, got)
		}
	}
}

func TestAFileThatIsTooLargeForANoticeIsNotLookedInto(t *testing.T) {
	text := "2024-" + testResult + "-0123456789abcdef-0123456789abcdef"
	for name, c := range map[string]struct {
		size int64
		want Number
	}{"the largest": {largestFile, Number(text)}, "a byte more": {largestFile + 1, ""}} {
		if got := NumberIn(bytes.NewReader([]byte(text)), c.size); got != c.want {
			t.Errorf("%s has %q", name, got)
		}
	}
}

func TestTheFilesOfANoticeAreNamedAfterIt(t *testing.T) {
	want := []string{"公示.xlsx", "公示.docx", "公示.html", "公示.schema.json", "公示调整情况.schema.json"}
	if diff := cmp.Diff(want, Files("公示")); diff != "" {
		t.Error(diff)
	}
}

func TestAnotherPublicationHasAnotherNumber(t *testing.T) {
	a := testAwards(t)
	a.Result = testResult
	first := made(t, testSettings(t), a).Number
	if again := made(t, testSettings(t), a).Number; again != first {
		t.Errorf("%s, then %s", first, again)
	}
	for name, change := range map[string]func(*Settings, *Awards){
		"another year":        func(_ *Settings, a *Awards) { a.Year++ },
		"another result":      func(_ *Settings, a *Awards) { a.Result = "f" + testResult[1:] },
		"another contact":     func(s *Settings, _ *Awards) { s.Contact += "8" },
		"another day":         func(s *Settings, _ *Awards) { s.Days++ },
		"another date":        func(s *Settings, _ *Awards) { s.Date = written.Date{Year: 2024, Month: 10, Day: 9} },
		"another unit":        func(s *Settings, _ *Awards) { s.Amounts = InYuan },
		"another order":       func(s *Settings, _ *Awards) { s.By = ByCompany },
		"an amount, one fen":  func(_ *Settings, a *Awards) { a.Lines[0].Amount = a.Lines[0].Amount.Sub(oneFen) },
		"a name":              func(_ *Settings, a *Awards) { a.Lines[0].Company += "厂" },
		"an award is missing": func(_ *Settings, a *Awards) { a.Lines = a.Lines[1:] },
	} {
		s, b := testSettings(t), testAwards(t)
		b.Result = testResult
		change(&s, &b)
		if n, _, err := Make(s, testPolicy(), b); err != nil || n.Number == first {
			t.Errorf("%s: the number is the same (%v)", name, err)
		}
	}
}

func TestThePublishedAwardsAreThoseOfTheNumber(t *testing.T) {
	a := testAwards(t)
	a.Result = testResult
	a.Lines[0].Certificate, a.Lines[0].Document = "'=1+1", ""
	for _, by := range Orders {
		for _, unit := range Units {
			s := testSettings(t)
			s.By, s.Amounts, s.CreditCode = by, unit, by == ByClause
			n := made(t, s, a)
			for name, write := range map[string]func(io.Writer, Notice) error{"公示.csv": WriteCSV,
				"公示.xlsx": WriteXLSX} {
				p, fs := ReadProposed(opened(t, name, writtenBytes(t, write, n)))
				if p == nil || !p.Has(n.Number) {
					t.Errorf("%s by %s in %s: not those of its number %v", name, by, unit, told(fs))
					continue
				}
				p.Lines[0].Amount = p.Lines[0].Amount.Sub(oneFen)
				if p.Has(n.Number) {
					t.Errorf("%s by %s in %s: a fen less changes nothing", name, by, unit)
				}
			}
		}
	}
}
