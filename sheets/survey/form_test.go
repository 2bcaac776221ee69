package survey

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/xuri/excelize/v2"

	"jiangbu/calc"
	"jiangbu/calc/money"
	"jiangbu/calc/policy"
	"jiangbu/calc/standard"
	"jiangbu/calc/written"
	"jiangbu/sheets"
	"jiangbu/templates"
)

// policies are the built-in one, an invented one with other names, levels,
// amounts and districts, and one whose awards start from four kinds of base.
func policies(t *testing.T) map[string]*calc.Policy {
	t.Helper()
	own, err := templates.Policies.ReadFile("policy/lyg-2024.yaml")
	if err != nil {
		t.Fatal(err)
	}
	all := map[string]*calc.Policy{}
	for name, data := range map[string][]byte{"lyg-2024": own, "wangchuan-2031": nil, "lianyungang-2023": nil} {
		if data == nil {
			if data, err = os.ReadFile(filepath.FromSlash("../../calc/policy/testdata/" + name + ".yaml")); err != nil {
				t.Fatal(err)
			}
		}
		p, err := policy.Load(name, data)
		if err != nil {
			t.Fatal(err)
		}
		all[name] = p
	}
	return all
}

func writtenForm(t *testing.T, p *calc.Policy, district string) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := WriteForm(&b, p, p.FirstYear+1, district); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func openForm(t *testing.T, data []byte) *excelize.File {
	t.Helper()
	f, err := excelize.OpenReader(bytes.NewReader(data), excelize.Options{RawCellValue: true})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { f.Close() })
	return f
}

// opened reads a workbook's bytes as any submission is read.
func opened(t *testing.T, data []byte) *sheets.Book {
	t.Helper()
	path := filepath.Join(t.TempDir(), "b.xlsx")
	if err := os.WriteFile(path, data, 0o600); err != nil {
		t.Fatal(err)
	}
	b, findings, err := sheets.Open(sheets.Input{Path: path, File: "b.xlsx"})
	if err != nil || b == nil {
		t.Fatalf("%v %v", err, findings)
	}
	return b
}

// decided reads, standardises and decides one workbook.
func decided(t *testing.T, p *calc.Policy, data []byte) *calc.Result {
	t.Helper()
	rows, findings, _ := Read(opened(t, data), standard.NewVocabulary(p))
	records, more := standard.Standardise(rows, p)
	return calc.Decide(calc.Batch{Policy: p, AwardYear: p.FirstYear + 1, Records: records,
		Findings: append(findings, more...),
		Inputs:   []calc.Input{{File: "b.xlsx", Rows: len(rows), Status: calc.InputRead}}})
}

func says(fs calc.Findings) []string {
	var out []string
	for _, f := range fs {
		out = append(out, fmt.Sprintf("%s %s: %s", f.Ref, f.Code, f.Message()))
	}
	return out
}

// characters, each once: four make a name that is near no other.
const characters = "天地玄黄宇宙洪荒日月盈昃辰宿列张寒来暑往秋收冬藏闰余成岁律吕调阳云腾致雨露结为霜金生丽水玉出昆冈剑号巨阙珠称夜光果珍李柰菜重芥姜海咸河淡鳞潜羽翔龙师火帝鸟官人皇始制文字乃服衣裳推位让国有虞陶唐吊民伐罪周发殷汤坐朝问道垂拱平章爱育黎首臣伏戎羌遐迩一体率宾归王鸣凤在竹白驹食场化被草木赖及万方"

func companyName(p *calc.Policy, n int) string {
	r := []rune(characters)
	return strings.TrimSuffix(p.City, "市") + string(r[4*n:4*n+4]) + "有限公司"
}

// companyCode is a valid credit code of a local company.
func companyCode(t *testing.T, p *calc.Policy, n int) string {
	t.Helper()
	front := fmt.Sprintf("91%s01MA%06d", p.Eligible.Local[0], 1234*n+7)
	for _, org := range "0123456789ABCDEFGHJKLMNPQRTUWXY" {
		for _, last := range "0123456789ABCDEFGHJKLMNPQRTUWXY" {
			if code, fault := written.ParseCreditCode(front + string(org) + string(last)); fault == "" {
				return code
			}
		}
	}
	t.Fatal("no code")
	return ""
}

// columnOf is where a column of the form stands.
func columnOf(c calc.Column) string {
	for i, x := range formOrder() {
		if x == c {
			return calc.ColumnName(i + 1)
		}
	}
	return ""
}

// fillLine fills in line n as the form asks, for an item at a level.
func fillLine(t *testing.T, f *excelize.File, p *calc.Policy, n int, it *calc.Item, level string) {
	t.Helper()
	put := func(c calc.Column, v any) {
		if err := f.SetCellValue(formSheet, fmt.Sprint(columnOf(c), formFirst+n), v); err != nil {
			t.Fatal(err)
		}
	}
	put(calc.ColCompany, companyName(p, n))
	put(calc.ColCreditCode, companyCode(t, p, n))
	put(calc.ColItem, it.Name)
	put(calc.ColLevel, level)
	put(calc.ColNature, p.Natures[0].Name)
	put(calc.ColRecognised, serialDay(p.FirstYear, time.May, 12))
	for _, c := range asks(it) {
		switch c {
		case calc.ColSubject:
			put(c, string([]rune(characters)[4*n:4*n+4])+it.Counted)
		case calc.ColCertificate:
			put(c, fmt.Sprintf("ZS-%d-%04d", p.FirstYear, n+1))
		default:
			put(c, 12345.67)
			if c == calc.ColBase && len(it.Awards) > 0 && !it.Awards[0].Floor.IsZero() {
				if err := f.SetCellDefault(formSheet, fmt.Sprint(columnOf(c), formFirst+n),
					it.Awards[0].Floor.String()); err != nil {
					t.Fatal(err)
				}
			}
		}
	}
}

func TestAFormFilledInForEveryItemAndLevelReadsWithoutAFindingAndIsGranted(t *testing.T) {
	for name, p := range policies(t) {
		f := openForm(t, writtenForm(t, p, p.Districts[0].Name))
		n := 0
		for i := range p.Items {
			it := &p.Items[i]
			for _, level := range levelsOf(it) {
				fillLine(t, f, p, n, it, level)
				n++
			}
		}
		var b bytes.Buffer
		if err := f.Write(&b); err != nil {
			t.Fatal(err)
		}
		r := decided(t, p, b.Bytes())
		if diff := cmp.Diff([]string(nil), says(r.Findings)); diff != "" {
			t.Errorf("%s (-want +got):\n%s", name, diff)
		}
		if len(r.Records) != n || r.Totals.Outcomes[calc.Granted] != n {
			t.Errorf("%s: %d records of %d lines, %v", name, len(r.Records), n, r.Totals.Outcomes)
		}
		for i, rec := range r.Records {
			if rec.District != p.Districts[0].Name || rec.Source.Row != formFirst+i {
				t.Errorf("%s: record %d stands at %s in %q", name, i, rec.Source, rec.District)
			}
		}
	}
}

func TestAnEmptyFormSaysOnlyThatItIsEmpty(t *testing.T) {
	for name, p := range policies(t) {
		for _, d := range p.Districts {
			b := opened(t, writtenForm(t, p, d.Name))
			rows, findings, accounts := Read(b, standard.NewVocabulary(p))
			if len(rows) > 0 || len(findings) != 1 || findings[0].Code != "table/empty" {
				t.Errorf("%s, %s: %v %v", name, d.Name, rows, says(findings))
			}
			checkAccounts(t, b, accounts)
			if got := shownAccount(accounts[0]); !strings.Contains(got,
				fmt.Sprintf("header:1 placeholder:%d example:1", FormRows)) {
				t.Errorf("%s, %s: %s", name, d.Name, got)
			}
		}
	}
}

func TestTheSameFormTwiceIsTheSameBytes(t *testing.T) {
	p := policies(t)["lyg-2024"]
	if !bytes.Equal(writtenForm(t, p, "东海县"), writtenForm(t, p, "东海县")) {
		t.Error("two runs differ")
	}
	if bytes.Equal(writtenForm(t, p, "东海县"), writtenForm(t, p, "灌云县")) {
		t.Error("two districts do not")
	}
}

func TestEachColumnOfTheFormIsExplainedAndKnownToTheReader(t *testing.T) {
	for name, p := range policies(t) {
		f := form{policy: p}
		known := words.Also(baseHeadings(p))
		for _, c := range formOrder() {
			if formColumns[c].width == 0 || f.how(c) == "" {
				t.Errorf("%s is not described", c)
			}
			h, unit := known.Find("", f.heading(c))
			if h == nil || h.ID != int(c) || (unit == money.UnitYuan) != (formColumns[c].kind == entryAmount) {
				t.Errorf("%s: the heading %s is read as %+v, unit %v", name, f.heading(c), h, unit)
			}
		}
	}
}

func TestTheBaseIsCalledAsThePolicyCallsIt(t *testing.T) {
	all := policies(t)
	for name, want := range map[string]string{"lyg-2024": "费用（元）",
		"lianyungang-2023": "有效投入额、贷款额、船舶造价、设备投资额（元）"} {
		f := form{policy: all[name]}
		if got := f.heading(calc.ColBase); got != want {
			t.Errorf("%s: %s, not %s", name, got, want)
		}
	}
	loan, _ := all["lianyungang-2023"].Item("loan-interest")
	if got := (&form{}).moreOf(loan); got != "认定名称或对象（贷款）、贷款额" {
		t.Errorf("a loan needs %s", got)
	}
}

func TestTheLevelsOfEachItemAreOneBlockOfTheLists(t *testing.T) {
	for name, p := range policies(t) {
		f := openForm(t, writtenForm(t, p, p.Districts[0].Name))
		rows, err := f.GetRows(listsSheet)
		if err != nil {
			t.Fatal(err)
		}
		got := map[string][]string{}
		last := ""
		for _, r := range rows[listFirst-1:] {
			if len(r) < listLevels || r[listLevelItem-1] == "" {
				continue
			}
			item := r[listLevelItem-1]
			if len(got[item]) > 0 && last != item {
				t.Errorf("%s: the levels of %s stand apart", name, item)
			}
			got[item], last = append(got[item], r[listLevels-1]), item
		}
		for i := range p.Items {
			if diff := cmp.Diff(levelsOf(&p.Items[i]), got[p.Items[i].Name]); diff != "" {
				t.Errorf("%s, %s: %s", name, p.Items[i].Name, diff)
			}
		}
	}
}

func TestTheChecksOfTheFormKeepToWhatEveryProgramReads(t *testing.T) {
	for name, p := range policies(t) {
		f := openForm(t, writtenForm(t, p, p.Districts[0].Name))
		checks, err := f.GetDataValidations(formSheet)
		if err != nil {
			t.Fatal(err)
		}
		if len(checks) != len(formOrder())-1 {
			t.Errorf("%s: %d checks", name, len(checks))
		}
		for _, dv := range checks {
			for _, text := range []string{dv.Formula1, dv.Formula2, *dv.Prompt} {
				if n := len([]rune(text)); n > 255 || strings.Contains(text, "_xl") || strings.Contains(text, "!") {
					t.Errorf("%s, %s: %d characters: %s", name, dv.Sqref, n, text)
				}
			}
			if n := len([]rune(*dv.PromptTitle)); n > 32 {
				t.Errorf("%s, %s: the prompt's title has %d characters", name, dv.Sqref, n)
			}
		}
		want := map[string]bool{nameItems: true, nameLevelItem: true, nameLevelTop: true, nameNatures: true,
			nameDistricts: true}
		for _, n := range f.GetDefinedName() {
			delete(want, n.Name)
		}
		if len(want) > 0 {
			t.Errorf("%s: names that are not defined: %v", name, want)
		}
	}
}

func TestHeadingsAreProtectedAndTheLinesOpen(t *testing.T) {
	p := policies(t)["lyg-2024"]
	f := openForm(t, writtenForm(t, p, "东海县"))
	locked := func(row int, c calc.Column) bool {
		id, err := f.GetCellStyle(formSheet, fmt.Sprint(columnOf(c), row))
		if err != nil {
			t.Fatal(err)
		}
		st, err := f.GetStyle(id)
		if err != nil {
			t.Fatal(err)
		}
		return st.Protection == nil || st.Protection.Locked
	}
	for _, c := range formOrder() {
		if !locked(formHead, c) || !locked(formExample, c) {
			t.Errorf("%s: the heading or the example is open", c)
		}
		if locked(formFirst, c) || locked(formLast, c) {
			t.Errorf("%s: the lines are locked", c)
		}
	}
	if o, err := f.GetSheetProtection(formSheet); err != nil || !o.SelectUnlockedCells || o.Password != "" {
		t.Errorf("protection: %+v %v", o, err)
	}
}

func TestRecordsPutOnASheetOfOursAreAskedAbout(t *testing.T) {
	p := policies(t)["lyg-2024"]
	f := openForm(t, writtenForm(t, p, "东海县"))
	fillLine(t, f, p, 0, &p.Items[0], levelsOf(&p.Items[0])[0])
	if err := f.SetCellValue(guideSheet, "B60", companyCode(t, p, 3)); err != nil {
		t.Fatal(err)
	}
	var b bytes.Buffer
	if err := f.Write(&b); err != nil {
		t.Fatal(err)
	}
	want := []string{"b.xlsx:填报说明 table/none: 没有找到摸排表：工作表“填报说明”有较多内容"}
	if diff := cmp.Diff(want, says(decided(t, p, b.Bytes()).Findings)); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}
