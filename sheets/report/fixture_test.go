package report_test

import (
	"bytes"
	"io"
	"os"
	"path/filepath"
	"strconv"
	"testing"

	"jiangbu/calc"
	"jiangbu/calc/money"
	"jiangbu/calc/written"
	"jiangbu/sheets"
	"jiangbu/sheets/report"
)

// testPolicy is a small document of an invented city: one item of each form
// but one.
func testPolicy() *calc.Policy {
	return &calc.Policy{ID: "lj-2030", Document: "临工信规〔2030〕9号", Title: "支持工业发展的若干措施", City: "临江市",
		FirstYear: 2030, LastYear: 2032, CheckedOn: written.Date{Year: 2030, Month: 2, Day: 3},
		Effective: calc.Period{From: written.Date{Year: 2030, Month: 1, Day: 1},
			To: written.Date{Year: 2032, Month: 12, Day: 31}},
		Levels: []calc.Level{{Name: "市级", Rank: 1}, {Name: "省级", Rank: 2}, {Name: "国家级", Rank: 3}},
		Clauses: []calc.Clause{{Number: "一", Title: "支持绿色制造", Text: "对国家级、省级绿色工厂，分别给予最高不超过 80 万元、40 万元奖励。"},
			{Number: "二", Title: "支持软件产业", Text: "对新取得评估证书的软件产品，每个给予 1 万元奖励，每家企业最高不超过 2 万元。"},
			{Number: "三", Title: "支持节能诊断", Text: "按每家企业最高不超过 2 万元给予补助。"}},
		Provisions: []calc.Provision{{Number: "其他事项（一）", Text: "同一年度同一项目按就高且不重复的原则。",
			Governs: []string{calc.GovernsHighest, calc.GovernsYear, calc.GovernsPersons}}},
		Items: []calc.Item{
			{ID: "green-factory", Name: "绿色工厂", Clause: "一", Form: calc.FormFixed, Track: "绿色工厂", Key: calc.KeyCompany,
				Counted: "企业", Payee: "企业", Office: "节能处",
				Awards: []calc.Award{{Level: "国家级", Amount: money.YuanOf(800000)},
					{Level: "省级", Amount: money.YuanOf(400000)}}},
			{ID: "software", Name: "软件产品", Clause: "二", Form: calc.FormEach, Track: "软件产品", Key: calc.KeyCompanySubject,
				Counted: "产品", Payee: "企业", Office: "软件处",
				Awards: []calc.Award{{Amount: money.YuanOf(10000)}}, Cap: money.YuanOf(20000)},
			{ID: "diagnosis", Name: "节能诊断", Clause: "三", Form: calc.FormCost, Track: "节能诊断", Key: calc.KeySubject,
				Counted: "企业", Payee: "第三方机构", Office: "节能处",
				Outside: true, Awards: []calc.Award{{Amount: money.YuanOf(20000)}}}},
		Natures:   []calc.Nature{{Name: "新认定", Kind: calc.NatureNew}, {Name: "复核", Kind: calc.NatureRenewed}},
		Districts: []calc.District{{Name: "东城区"}, {Name: "西山县"}, {Name: "市直"}},
		Eligible: calc.Eligibility{Local: []string{"9901"}, Persons: []string{"91"}, Refused: []string{"92"},
			Doubt: []string{"分公司"}},
		Readings: []calc.Reading{{Name: "same-project", Question: "“同一项目”按什么范围就高？", Effect: calc.EffectScope,
			Default: "track",
			Values:  []calc.ReadingValue{{Name: "track", Meaning: "同一事项"}, {Name: "company", Meaning: "同一企业"}}}}}
}

// claim is a record of the test batch in one line.
type claim struct {
	file, district, company, code, item, level, subject, paper string
	year                                                       int
	nature                                                     string
	base                                                       string
}

// testClaims holds every outcome, and names and codes that formulas and cells
// could take for something else.
var testClaims = []claim{
	{"东城区.xlsx", "东城区", "临江甲新材料有限公司", "91990100MA00000001", "green-factory", "国家级", "", "工信部节函〔2029〕1号", 2029, "新认定",
		""},
	{"东城区.xlsx", "东城区", "临江甲新材料有限公司", "91990100MA00000001", "green-factory", "省级", "", "临工信〔2029〕2号", 2029, "新认定", ""},
	{"东城区.xlsx", "东城区", "=HYPERLINK(\"http://x\")&公司", "919901000000000001", "green-factory", "省级", "", "+1", 2029,
		"新认定", ""},
	{"东城区.xlsx", "东城区", "@*?~公司_x0041_\x07", "919901000000000002", "green-factory", "省级", "", "-2", 2029, "新认定", ""},
	{"东城区.xlsx", "东城区", "临江乙软件有限公司", "91990100MA00000003", "software", "", "排产软件V1.0", "软评-001", 2029, "新认定", ""},
	{"东城区.xlsx", "东城区", "临江乙软件有限公司", "91990100MA00000003", "software", "", "排产软件V2.0", "软评-002", 2029, "新认定", ""},
	{"东城区.xlsx", "东城区", "临江乙软件有限公司", "91990100MA00000003", "software", "", "仓储软件V1.0", "软评-003", 2029, "新认定", ""},
	{"西山县/报送 100%#1.xlsx", "西山县", "外地节能服务有限公司", "91880100MA00000004", "diagnosis", "", "临江甲新材料有限公司", "诊断-1", 2029,
		"新认定", "12345.67"},
	{"西山县/报送 100%#1.xlsx", "西山县", "外地节能服务有限公司", "91880100MA00000004", "diagnosis", "", "临江丁机械有限公司", "诊断-2", 2029, "新认定",
		"33333.33"},
	{"西山县/报送 100%#1.xlsx", "西山县", "临江丁机械有限公司", "91990100MA00000005", "green-factory", "省级", "", "临工信〔2028〕7号", 2028,
		"新认定", ""},
	{"西山县/报送 100%#1.xlsx", "西山县", "临江戊机械有限公司", "91990100MA00000006", "green-factory", "省级", "", "临工信〔2029〕2号", 2029,
		"复核", ""},
	{"西山县/报送 100%#1.xlsx", "西山县", "己经营部", "92990100MA00000007", "green-factory", "省级", "", "临工信〔2029〕2号", 2029, "新认定",
		""},
	{"西山县/报送 100%#1.xlsx", "西山县", "临江庚机械有限公司", "91880100MA00000008", "green-factory", "国家级", "", "工信部节函〔2029〕1号", 2029,
		"新认定", ""},
	{"西山县/报送 100%#1.xlsx", "西山县", "临江辛机械有限公司", "91990100MA00000009", "", "", "", "", 2029, "新认定", ""},
	{"西山县/报送 100%#1.xlsx", "西山县", "临江甲新材料有限公司", "91990100MA00000001", "green-factory", "国家级", "", "工信部节函〔2029〕1号", 2029,
		"新认定", ""},
}

// testResult decides the test batch.
func testResult(t testing.TB) *calc.Result {
	t.Helper()
	p := testPolicy()
	b := calc.Batch{Policy: p, AwardYear: 2030}
	rows := map[string]int{}
	for i, c := range testClaims {
		rows[c.file]++
		b.Records = append(b.Records, c.record(t, i, rows[c.file]+4))
	}
	for _, f := range []string{"东城区.xlsx", "西山县/报送 100%#1.xlsx"} {
		b.Inputs = append(b.Inputs, calc.Input{File: f, SHA256: hash(f), Rows: rows[f], Status: calc.InputRead})
	}
	b.Inputs = append(b.Inputs, calc.Input{File: "市直.xlsx", SHA256: hash("市直"), Status: calc.InputRefused})
	b.Findings.Add("file/encrypted", calc.Ref{File: "市直.xlsx"})
	r := calc.Decide(b)
	if err := calc.Audit(r); err != nil {
		t.Fatalf("the test batch fails its audit: %v", err)
	}
	var fs calc.Findings
	r.Budget, fs = calc.CheckBudget(r, []calc.BudgetLimit{{Scope: calc.ScopeTotal, Limit: money.YuanOf(1000000)},
		{Scope: calc.ScopeClause, Name: "二", Limit: money.YuanOf(30000)},
		{Scope: calc.ScopeItem, Name: "diagnosis", Limit: money.YuanOf(50000)},
		{Scope: calc.ScopeDistrict, Name: "西山县", Limit: money.YuanOf(0)},
		{Scope: calc.ScopeOffice, Name: "节能处", Limit: money.YuanOf(2000000), Allotted: money.YuanOf(2500000),
			Reserved: money.YuanOf(500000)}})
	r.Findings = append(r.Findings, fs...)
	return r
}

func (c claim) record(t testing.TB, i, row int) calc.Record {
	at := calc.Ref{File: c.file, Sheet: "摸排 '表'", Row: row}
	r := calc.Record{Key: "k" + strconv.Itoa(i+1), Source: at, District: c.district, Company: c.company,
		CreditCode: c.code, Item: c.item,
		Level: c.level, Subject: c.subject, Certificate: c.paper, Nature: c.nature,
		Recognised: written.Date{Year: c.year, Month: 5, Day: 12},
		Row: &calc.Row{Table: &calc.Table{File: at.File, Sheet: at.Sheet}, Number: int32(row), Fields: []calc.Field{
			calc.FieldOf(calc.ColCompany, calc.Cell{Kind: calc.CellText, Row: row, Col: 3, Text: c.company})}}}
	if it, ok := testPolicy().Item(c.item); ok {
		r.Clause = it.Clause
	} else {
		r.NotCovered = "市级绿色工厂"
	}
	if c.base != "" {
		y, err := money.ExactYuan(c.base)
		if err != nil {
			t.Fatal(err)
		}
		r.Base = &y
	}
	return r
}

func hash(s string) string {
	return (strconv.Itoa(len(s)) + "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef")[:64]
}

// write writes a result as a report and gives its path.
func write(t testing.TB, r *calc.Result) string {
	t.Helper()
	var buf bytes.Buffer
	if err := writeTo(&buf, r); err != nil {
		t.Fatal(err)
	}
	return save(t, buf.Bytes())
}

func save(t testing.TB, data []byte) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "report.xlsx")
	if err := os.WriteFile(path, data, 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

// open opens a workbook that must not be refused.
func open(t testing.TB, path string) *sheets.Book {
	t.Helper()
	book, fs, err := sheets.Open(sheets.Input{Path: path, File: "report.xlsx"})
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range fs {
		t.Errorf("%s %s %s", f.Code, f.Ref, f.Message())
	}
	if book == nil {
		t.Fatal("the report was refused")
	}
	return book
}

// read reads a report that must hold no contradiction, with all details.
func read(t testing.TB, path string) *report.Report {
	t.Helper()
	book := open(t, path)
	rep, fs := report.Read(book)
	for _, f := range fs {
		t.Errorf("%s %s %s", f.Code, f.Ref, f.Message())
	}
	if rep == nil {
		t.Fatal("nothing was read")
	}
	var all []*report.Record
	for i := range rep.Records {
		all = append(all, &rep.Records[i])
	}
	report.ReadDetails(book, all)
	return rep
}

// writeTo writes a result as a report.
func writeTo(w io.Writer, r *calc.Result) error {
	o, err := report.Lay(r, nil)
	if err != nil {
		return err
	}
	return o.Write(w)
}

// check holds a report against a result.
// heldBy is an output that wrote its report, so that it holds any other file
// against the digests of what it wrote.
func heldBy(t *testing.T, r *calc.Result) *report.Output {
	o, err := report.Lay(r, nil)
	if err == nil {
		err = o.Write(io.Discard)
	}
	if err != nil {
		t.Fatal(err)
	}
	return o
}

func check(path string, r *calc.Result) error {
	o, err := report.Lay(r, nil)
	if err != nil {
		return err
	}
	return o.Check(path)
}
