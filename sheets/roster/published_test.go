package roster_test

import (
	"encoding/csv"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	diff "github.com/google/go-cmp/cmp"

	"jiangbu/calc"
	"jiangbu/calc/lists"
	"jiangbu/calc/policy"
	"jiangbu/calc/written"
	"jiangbu/sheets"
	"jiangbu/sheets/roster"
	"jiangbu/templates"
)

// published is the path of a real published file; the test is skipped where it
// is not there.
func published(t testing.TB, name string) string {
	t.Helper()
	dir := os.Getenv("JIANGBU_DATA")
	if dir == "" {
		t.Skip("JIANGBU_DATA names no folder of public data")
	}
	path := filepath.Join(dir, "data", name)
	if _, err := os.Stat(path); err != nil {
		t.Skip(err)
	}
	return path
}

// publishedTable is a published CSV without its heading.
func publishedTable(t testing.TB, name string) [][]string {
	t.Helper()
	data, err := os.ReadFile(published(t, name))
	if err != nil {
		t.Fatal(err)
	}
	rows, err := csv.NewReader(strings.NewReader(strings.TrimPrefix(string(data), "\ufeff"))).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	return rows[1:]
}

// readList reads a file that holds one list.
func readList(t testing.TB, path string) lists.List {
	t.Helper()
	book, findings, err := sheets.Open(sheets.Input{Path: path, File: filepath.Base(path), Kinds: sheets.Documents})
	if err != nil || book == nil {
		t.Fatal(err, findings)
	}
	paper, findings := roster.ReadLists(book)
	if len(findings) > 0 || len(paper.Lists) != 1 {
		t.Fatalf("%d lists, %v", len(paper.Lists), findings)
	}
	return paper.Lists[0]
}

func TestThePublishedAnnexesAreReadWhole(t *testing.T) {
	for _, tt := range []struct {
		pdf, csv string
		count    int
	}{
		{"lists/绿色工厂名单.pdf", "national_green_factories.csv", 662},
		{"lists/绿色供应链管理企业名单.pdf", "lists/绿色供应链管理示范企业名单.csv", 107},
		{"lists/绿色工业园区名单.pdf", "lists/绿色工业园区名单.csv", 52},
	} {
		t.Run(tt.pdf, func(t *testing.T) {
			l := readList(t, published(t, tt.pdf))
			if why := l.Fault(); why != "" || len(l.Lines) != tt.count {
				t.Fatalf("%d lines, %s", len(l.Lines), why)
			}
			var want, got []string
			for _, row := range publishedTable(t, tt.csv) {
				if row[len(row)-1] == "2021" {
					want = append(want, written.Fold(row[2]))
				}
			}
			for i := range l.Lines {
				got = append(got, written.Fold(l.Lines[i].Name+bracketed(l.Lines[i].Former)))
			}
			if d := diff.Diff(want, got); d != "" {
				t.Errorf("names (-published +read)\n%s", d)
			}
		})
	}
}

func bracketed(former string) string {
	if former == "" {
		return ""
	}
	return "（原" + former + "）"
}

// inBatches are the lines of a published table as lists, one a batch, all of
// them taken to be of 2023.
func inBatches(rows [][]string, item string) (all []lists.List) {
	at := map[string]int{}
	for _, row := range rows {
		batch := row[len(row)-1]
		i, known := at[batch]
		if !known {
			i = len(all)
			at[batch] = i
			all = append(all, lists.List{Title: item + batch,
				Said: lists.Said{Item: item, Level: "国家级", Nature: lists.New,
					Date: written.Date{Year: 2023, Month: 1, Day: 5}, Whole: true, Confirmed: true}})
		}
		name, former := written.CompanyName(row[2])
		all[i].Lines = append(all[i].Lines,
			lists.Line{Serial: len(all[i].Lines) + 1, Name: name, Former: former, Region: row[1]})
	}
	return all
}

func nationalLists(t testing.TB) []lists.List {
	return append(inBatches(publishedTable(t, "national_green_factories.csv"), "green-factory"),
		inBatches(publishedTable(t, "lists/绿色供应链管理示范企业名单.csv"), "green-supply-chain")...)
}

// inventedFirms are firms of the city that do not exist.
func inventedFirms(n int) []lists.Firm {
	const signs = "乾坤震巽坎离艮兑晟睿臻沅沐瀚煜铭钰琪璟珩"
	kinds := []string{"机械", "化工", "食品", "新材料", "纺织", "电子", "建材", "物流"}
	s := []rune(signs)
	firms := make([]lists.Firm, n)
	for i := range firms {
		k := i
		name := ""
		for range 4 {
			name += string(s[k%len(s)])
			k /= len(s)
		}
		firms[i] = lists.Firm{Name: "连云港" + name + kinds[i%len(kinds)] + "有限公司", District: "海州区"}
	}
	return firms
}

func TestSevenFirmsAmongFiftyThousandHaveNineRecognitions(t *testing.T) {
	firms := inventedFirms(50_000)
	var want []string
	seen := map[string]bool{}
	for _, row := range publishedTable(t, "lianyungang_green_2017_2021.csv") {
		want = append(want, row[4])
		if !seen[row[4]] {
			firms = append(firms, lists.Firm{Name: row[4], District: "市开发区"})
			seen[row[4]] = true
		}
	}
	c := lists.Compare(lists.Question{Policy: policyOf(t), AwardYear: 2024, Lists: nationalLists(t), Firms: firms})
	var got []string
	for _, e := range c.Entries {
		if e.State == lists.NotReported {
			got = append(got, e.Company)
		}
	}
	slices.Sort(want)
	slices.Sort(got)
	if d := diff.Diff(want, got); d != "" {
		t.Errorf("(-published +found)\n%s", d)
	}
}

// With all firms of the country's other lists for a register, names meet names,
// former names and parents; what is one character apart is only suggested.
func TestTheChainsAndParksAgainstTheFactories(t *testing.T) {
	var firms []lists.Firm
	known := map[string]bool{}
	for _, name := range []string{"lists/绿色供应链管理示范企业名单.csv", "national_green_factories.csv"} {
		for _, row := range publishedTable(t, name) {
			company, _ := written.CompanyName(row[2])
			if key := written.CompanyKey(company); !known[key] {
				known[key] = true
				firms = append(firms, lists.Firm{Name: company})
			}
		}
	}
	c := lists.Compare(lists.Question{Policy: policyOf(t), AwardYear: 2024, Lists: nationalLists(t), Firms: firms})
	for _, e := range c.Entries {
		line := &c.Lists[e.List].Lines[e.Line]
		if e.State == lists.NotReported && written.CompanyKey(e.Company) != written.CompanyKey(line.Name) {
			t.Errorf("%s is taken for %s (%s)", line.Name, e.Company, e.How.Evidence())
		}
	}
}

// Every variant of a name finds its own firm, or is asked about: never another.
func TestThePublishedVariantsOfNames(t *testing.T) {
	p := policyOf(t)
	var firms []lists.Firm
	for _, row := range append(publishedTable(t, "national_green_factories.csv"),
		publishedTable(t, "lists/绿色供应链管理示范企业名单.csv")...) {
		name, _ := written.CompanyName(row[2])
		firms = append(firms, lists.Firm{Name: name})
	}
	for _, row := range publishedTable(t, "enterprise_name_variants.csv") {
		l := inBatches([][]string{{"1", "江苏", row[2], "1"}}, "green-factory")
		c := lists.Compare(lists.Question{Policy: p, AwardYear: 2024, Lists: l, Firms: firms})
		if len(c.Entries) != 1 {
			t.Errorf("%s: %d entries", row[2], len(c.Entries))
			continue
		}
		if e := c.Entries[0]; e.State == lists.NotReported &&
			written.CompanyKey(e.Company) != written.CompanyKey(row[2]) {
			t.Errorf("%s is taken for %s", row[2], e.Company)
		}
	}
}

func TestAPublishedListWithALineDeletedIsNotWhole(t *testing.T) {
	l := readList(t, published(t, "lists/绿色供应链管理企业名单.pdf"))
	l.Lines = slices.Delete(l.Lines, 56, 57)
	if why := l.Fault(); why != "缺少序号 57" {
		t.Errorf("%q", why)
	}
}

func policyOf(t testing.TB) *calc.Policy {
	t.Helper()
	text, err := templates.Policies.ReadFile("policy/lyg-2024.yaml")
	if err != nil {
		t.Fatal(err)
	}
	p, err := policy.Load("lyg-2024", text)
	if err != nil {
		t.Fatal(err)
	}
	return p
}

// BenchmarkCompare looks up 10,000 lines among 50,000 firms: at most half a
// second of processor time.
func BenchmarkCompare(b *testing.B) {
	p, firms := policyOf(b), inventedFirms(50_000)
	lines := inventedFirms(10_000)
	l := lists.List{Said: lists.Said{Item: "green-factory", Level: "国家级", Nature: lists.New,
		Date: written.Date{Year: 2023, Month: 1, Day: 5}, Whole: true, Confirmed: true}}
	for i := range lines {
		name := lines[i].Name
		if i%2 == 0 {
			name = strings.Replace(name, "连云港", "徐州", 1) + "二厂" // half of them nobody's
		}
		l.Lines = append(l.Lines, lists.Line{Serial: i + 1, Name: name, Region: "江苏"})
	}
	for b.Loop() {
		lists.Compare(lists.Question{Policy: p, AwardYear: 2024, Lists: []lists.List{l}, Firms: firms})
	}
}
