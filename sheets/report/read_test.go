package report_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/xuri/excelize/v2"

	"jiangbu/calc"
	"jiangbu/calc/money"
	"jiangbu/calc/written"
	"jiangbu/sheets/report"
)

// edit changes a report as a person would, and gives the new path.
func edit(t *testing.T, path string, change func(f *excelize.File) error) string {
	t.Helper()
	f, err := excelize.OpenFile(path)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	if err := change(f); err != nil {
		t.Fatal(err)
	}
	out := path + ".edited.xlsx"
	if err := f.SaveAs(out); err != nil {
		t.Fatal(err)
	}
	return out
}

// set is an edit of one cell.
func set(sheet, cell string, value any) func(f *excelize.File) error {
	return func(f *excelize.File) error { return f.SetCellValue(sheet, cell, value) }
}

// all makes one edit of several.
func all(changes ...func(f *excelize.File) error) func(f *excelize.File) error {
	return func(f *excelize.File) error {
		for _, c := range changes {
			if err := c(f); err != nil {
				return err
			}
		}
		return nil
	}
}

func TestACellOfAnotherRowHasItsNumber(t *testing.T) {
	r := testResult(t)
	r.Records[0].Row.Fields[0].Row = 3
	path := write(t, r)
	if want := "单位名称[C3]=临江甲新材料有限公司"; !strings.Contains(part(t, path, "xl/sharedStrings.xml"), want) {
		t.Errorf("no %s", want)
	}
	rep := read(t, path)
	for i, want := range []string{"C3", "C6"} {
		if got := rep.Records[i].Cells[0].Cell; got != want {
			t.Errorf("the company of record %d stands in %s, not %s", i, got, want)
		}
	}
}

func TestAReportReadsBackAsItsResult(t *testing.T) {
	r := testResult(t)
	path := write(t, r)
	rep := read(t, path)
	if err := check(path, r); err != nil {
		t.Error(err)
	}
	got := rep.Records[0]
	want := report.Record{Ref: calc.Ref{File: "report.xlsx", Sheet: "认定记录", Row: 4}, Serial: 1, ItemName: "绿色工厂",
		Cells: []report.SourceCell{{Column: "单位名称", Cell: "C5", Text: "临江甲新材料有限公司"}},
		Record: calc.Record{Key: "k1", Source: calc.Ref{File: "东城区.xlsx", Sheet: "摸排 '表'", Row: 5}, District: "东城区",
			Company:    "临江甲新材料有限公司",
			CreditCode: "91990100MA00000001", Item: "green-factory", Clause: "一", Level: "国家级", Nature: "新认定",
			Certificate: "工信部节函〔2029〕1号",
			Recognised:  written.Date{Year: 2029, Month: 5, Day: 12}},
		Decision: calc.Decision{Outcome: calc.Granted, Entitled: money.YuanOf(800000), Amount: money.YuanOf(800000),
			Payee: "企业",
			Steps: []calc.Step{{Clause: "一", Format: "%s", Args: []string{"国家级绿色工厂：最高不超过 80万元"},
				Amount: money.YuanOf(800000)}}}}
	got.Steps = got.Steps[:1]
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
	line := calc.AwardLine{Ref: calc.Ref{File: "report.xlsx", Sheet: "奖补明细", Row: 9}, Serial: 6, Key: "k8",
		District: "西山县", Company: "外地节能服务有限公司",
		CreditCode: "91880100MA00000004", Clause: "三", Item: "diagnosis", ItemName: "节能诊断", Subject: "临江甲新材料有限公司",
		Certificate: "诊断-1",
		Recognised:  written.Date{Year: 2029, Month: 5, Day: 12}, Entitled: yuan(t, "12345.67"),
		Amount: yuan(t, "12345.67"),
		Payee:  "第三方机构"}
	if diff := cmp.Diff(line, rep.Awards[5]); diff != "" {
		t.Error(diff)
	}
}

// sayings are findings as a person reads them.
func sayings(fs calc.Findings) (all []string) {
	for _, f := range fs {
		all = append(all, string(f.Code)+" "+f.Ref.String()+" "+f.Message())
	}
	return all
}

func yuan(t *testing.T, digits string) money.Yuan {
	t.Helper()
	y, err := money.ExactYuan(digits)
	if err != nil {
		t.Fatal(err)
	}
	return y
}

func TestAContradictionNamesItsCellAndNothingIsRead(t *testing.T) {
	for _, c := range []struct {
		name   string
		change func(f *excelize.File) error
		code   calc.Code
		place  string
	}{
		{"another workbook", func(f *excelize.File) error {
			for _, s := range report.Sheets[1:8] {
				if err := f.DeleteSheet(s); err != nil {
					return err
				}
			}
			return nil
		}, "report/foreign", "report.xlsx"},
		{"a sheet is missing", func(f *excelize.File) error { return f.DeleteSheet("县区汇总") }, "report/sheet-missing",
			"report.xlsx"},
		{"a heading is renamed", set("奖补明细", "L3", "金额"), "report/column-missing", "report.xlsx:奖补明细!3"},
		{"a heading of the records is gone", set("认定记录", "AG3", ""), "report/column-missing", "report.xlsx:认定记录!3"},
		{"the format is another", set("口径与依据", "B5", "jiangbu/report/9"), "report/schema", "report.xlsx:口径与依据!B5"},
		{"a code is changed", set("奖补明细", "D4", "91990100MA00000002"), "report/changed", "report.xlsx:奖补明细!D4"},
		{"a level is changed", set("奖补明细", "G4", "省级"), "report/changed", "report.xlsx:奖补明细!G4"},
		{"the entitled amount is changed", set("奖补明细", "K4", 900000), "report/changed", "report.xlsx:奖补明细!K4"},
		{"an amount is text", set("奖补明细", "L4", "八十万"), "report/amount", "report.xlsx:奖补明细!L4"},
		{"an amount is text that looks like a number",
			func(f *excelize.File) error { return f.SetCellStr("奖补明细", "L4", "800000") }, "report/amount",
			"report.xlsx:奖补明细!L4"},
		{"an amount is gone", set("奖补明细", "L4", nil), "report/amount", "report.xlsx:奖补明细!L4"},
		{"an amount changed and the total did not follow", set("奖补明细", "L4", 700000), "report/total",
			"report.xlsx:奖补明细!L11"},
		{"the total of the awards is overwritten", set("奖补明细", "L11", 1), "report/total", "report.xlsx:奖补明细!L11"},
		{"a company's sum is overwritten", set("企业汇总", "H4", 1), "report/total", "report.xlsx:企业汇总!H4"},
		{"a district's total is overwritten", set("县区汇总", "E7", 1), "report/total", "report.xlsx:县区汇总!E7"},
		{"a clause's sum is overwritten", set("条款汇总", "J4", 1), "report/total", "report.xlsx:条款汇总!J4"},
		{"a source is changed", set("奖补明细", "N4", "别处.xlsx!表!9"), "report/unknown-line", "report.xlsx:奖补明细!4"},
		{"an outcome is no word of ours", set("认定记录", "M4", "好"), "report/value", "report.xlsx:认定记录!M4"},
		{"a serial number is text", set("认定记录", "A4", "一"), "report/value", "report.xlsx:认定记录!A4"},
		{"a date is none", set("奖补明细", "J4", "去年"), "report/value", "report.xlsx:奖补明细!J4"},
		{"a key stands twice", set("认定记录", "AG5", "k1"), "report/key", "report.xlsx:认定记录!AG5"},
		{"a decided amount is changed", set("认定记录", "P4", 1), "report/seal", "report.xlsx:认定记录!AH4"},
		{"a decided amount and its total are changed", all(set("认定记录", "P4", 1), set("认定记录", "P19", "852346.67")),
			"report/amount", "report.xlsx:认定记录!P19"},
		{"the year is no number", set("口径与依据", "B9", "今年"), "report/value", "report.xlsx:口径与依据!B9"},
	} {
		t.Run(c.name, func(t *testing.T) {
			rep, fs := report.Read(open(t, edit(t, write(t, testResult(t)), c.change)))
			if rep != nil {
				t.Error("a report was read all the same")
			}
			found := slices.ContainsFunc(fs,
				func(f calc.Finding) bool { return f.Code == c.code && f.Ref.String() == c.place })
			if !found {
				for _, f := range fs {
					t.Errorf("found %s at %s: %s", f.Code, f.Ref, f.Message())
				}
				t.Errorf("did not find %s at %s", c.code, c.place)
			}
		})
	}
}

func TestTheStatedTotalsMustBeThoseOfTheRecords(t *testing.T) {
	for _, cell := range []string{"B13", "B14", "B20"} { // records, granted, amount
		rep, fs := report.Read(open(t, edit(t, write(t, testResult(t)), set("口径与依据", cell, 1))))
		if rep != nil || fs.Worst() != "report/total" {
			t.Errorf("%s: found %v", cell, fs)
		}
	}
}

func TestWhatAPersonMayAmendIsReadAsItStands(t *testing.T) {
	path := edit(t, write(t, testResult(t)),
		all(set("奖补明细", "L4", 700000), set("奖补明细", "L11", "=1"), set("奖补明细", "C5", "临江新名有限公司"),
			func(f *excelize.File) error { return f.SetCellDefault("奖补明细", "L11", "1552345.67") },
			set("企业汇总", "H4", 700000), set("县区汇总", "E4", 1520000), set("条款汇总", "J4", 700000),
			func(f *excelize.File) error { return f.SetCellDefault("企业汇总", "H9", "1552345.67") },
			func(f *excelize.File) error { return f.SetCellDefault("县区汇总", "E7", "1552345.67") },
			func(f *excelize.File) error { return f.SetCellDefault("条款汇总", "J9", "1552345.67") }))
	rep, fs := report.Read(open(t, path))
	if rep == nil {
		t.Fatal(fs)
	}
	if first, second := rep.Awards[0], rep.Awards[1]; first.Amount.String() != "700000.00" ||
		second.Company != "临江新名有限公司" {
		t.Errorf("the lines read as %s and %s", first.Amount, second.Company)
	}
	want := []string{"report/edited report.xlsx:奖补明细!L4 临江甲新材料有限公司的国家级绿色工厂由“800,000.00 元”改为“700,000.00 元”，没有依据",
		"report/edited report.xlsx:奖补明细!C5 单位名称由“=HYPERLINK(\"http://x\")&公司”改为“临江新名有限公司”，没有依据"}
	if diff := cmp.Diff(want, sayings(fs)); diff != "" {
		t.Error(diff)
	}
}

func TestWhatAPersonWritesBesideAnAwardAgainstPayingItIsAskedAbout(t *testing.T) {
	comment := func(cell, text string) func(f *excelize.File) error {
		return func(f *excelize.File) error {
			return f.AddComment("奖补明细", excelize.Comment{Cell: cell, Author: "a", Text: text})
		}
	}
	const said = "report/said report.xlsx:奖补明细!"
	for _, c := range []struct {
		name   string
		change func(f *excelize.File) error
		want   []string
	}{
		{"beside the table", set("奖补明细", "P4", "该企业已放弃奖补"),
			[]string{said + "P4 “临江甲新材料有限公司”一行旁另写着“该企业已放弃奖补”，没有采用"}},
		{"on a cell", comment("L4", "暂缓发放"), []string{said + "L4 “临江甲新材料有限公司”一行旁另写着“暂缓发放”，没有采用"}},
		{"for paying it", set("奖补明细", "P4", "同意，无异议"), nil},
		{"that it does not", set("奖补明细", "P4", "经查未撤销"), nil},
		{"below the totals", set("奖补明细", "A13", "放弃的企业另行报告"), nil},
	} {
		t.Run(c.name, func(t *testing.T) {
			rep, fs := report.Read(open(t, edit(t, write(t, testResult(t)), c.change)))
			if diff := cmp.Diff(c.want, sayings(fs)); diff != "" || rep == nil {
				t.Error(diff)
			}
		})
	}
}

func TestARenumberedLineIsKnownAgain(t *testing.T) {
	rep := read(t, edit(t, write(t, testResult(t)), all(set("奖补明细", "A4", 2), set("奖补明细", "A5", 1))))
	if a, b := rep.Awards[0], rep.Awards[1]; a.Key != "k1" || a.Serial != 1 || b.Key != "k3" || b.Serial != 2 {
		t.Errorf("renumbered lines read as %d %s and %d %s", a.Serial, a.Key, b.Serial, b.Key)
	}
}

func TestADeletedLineIsAnEdit(t *testing.T) {
	digits := func(sheet, cell, digits string) func(f *excelize.File) error {
		return func(f *excelize.File) error { return f.SetCellDefault(sheet, cell, digits) }
	}
	rep, fs := report.Read(open(t, edit(t, write(t, testResult(t)), all(
		func(f *excelize.File) error { return f.RemoveRow("奖补明细", 4) },
		digits("奖补明细", "K10", "852345.67"), digits("奖补明细", "L10", "852345.67"), digits("企业汇总", "H4", "0"),
		digits("企业汇总", "H9", "852345.67"),
		digits("县区汇总", "E4", "820000"), digits("县区汇总", "E7", "852345.67"), digits("条款汇总", "J4", "0"),
		digits("条款汇总", "J9", "852345.67")))))
	want := []string{"report/edited report.xlsx:认定记录!4 临江甲新材料有限公司的国家级绿色工厂由“800,000.00 元”改为“删去”，没有依据"}
	if diff := cmp.Diff(want, sayings(fs)); diff != "" || len(rep.Awards) != 6 {
		t.Errorf("%d awards; %s", len(rep.Awards), diff)
	}
}

func TestRulingsAreReadFromTheHeldRecords(t *testing.T) {
	amount := yuan(t, "50000")
	at := calc.Ref{File: "report.xlsx", Sheet: "待核事项", Row: 4, Col: 15}
	ruled := func(grant bool, amount *money.Yuan, basis string) calc.Ruling {
		return calc.Ruling{Ref: at, Key: "k13", Grant: grant, Amount: amount, Basis: basis, Company: "临江庚机械有限公司",
			Item:   "green-factory",
			Source: calc.Ref{File: "西山县/报送 100%#1.xlsx", Sheet: "摸排 '表'", Row: 10},
			Saw:    []calc.Doubt{"company/not-local"}}
	}
	corrected := func(c calc.Correction) calc.Ruling {
		r := ruled(true, nil, "")
		r.Correct = c
		return r
	}
	own := func(key string, row int, saw ...calc.Doubt) calc.Ruling { // in a line of the person's own
		file, company := "东城区.xlsx", "临江甲新材料有限公司"
		if key == "k11" {
			file, company = "西山县/报送 100%#1.xlsx", "临江戊机械有限公司"
		}
		return calc.Ruling{Ref: calc.Ref{File: "report.xlsx", Sheet: "待核事项", Row: 12, Col: 15}, Key: key, Grant: true,
			Company: company, Item: "green-factory", Source: calc.Ref{File: file, Sheet: "摸排 '表'", Row: row},
			Saw: saw}
	}
	for _, c := range []struct {
		name   string
		change func(f *excelize.File) error
		want   []calc.Ruling
		code   calc.Code
	}{
		{"nothing filled in", set("待核事项", "R1", ""), nil, ""},
		{"granted by the standard", all(set("待核事项", "O4", "予以奖补"), set("待核事项", "Q4", "会议纪要3号")),
			[]calc.Ruling{ruled(true, nil, "会议纪要3号")}, ""},
		{"granted with an amount", all(set("待核事项", "O4", " 予以奖补 "), set("待核事项", "P4", 50000)),
			[]calc.Ruling{ruled(true, &amount, "")}, ""},
		{"granted with an amount in words", all(set("待核事项", "O4", "予以奖补"), set("待核事项", "P4", "5万元")),
			[]calc.Ruling{ruled(true, &amount, "")}, ""},
		{"refused", set("待核事项", "O4", "不予奖补"), []calc.Ruling{ruled(false, nil, "")}, ""},
		{"agreed to", set("待核事项", "O4", "同意"), []calc.Ruling{ruled(true, nil, "")}, ""},
		{"not agreed to", set("待核事项", "O4", "不同意"), []calc.Ruling{ruled(false, nil, "")}, ""},
		{"agreed to with the amount", set("待核事项", "O4", "同意，按5万元"), []calc.Ruling{ruled(true, &amount, "")}, ""},
		{"the amount that it is cut to", set("待核事项", "O4", "核减至5万元"), []calc.Ruling{ruled(true, &amount, "")}, ""},
		{"cut by an amount, nobody knows from what", set("待核事项", "O4", "核减5万元"), nil, "ruling/unclear"},
		{"an amount without a unit in the opinion", set("待核事项", "O4", "按5"), nil, "ruling/unclear"},
		{"the same amount in its own cell", all(set("待核事项", "O4", "按5万元奖补"), set("待核事项", "P4", 50000)),
			[]calc.Ruling{ruled(true, &amount, "")}, ""},
		{"another amount in its own cell", all(set("待核事项", "O4", "按5万元奖补"), set("待核事项", "P4", 60000)), nil, "ruling/unclear"},
		{"a word that is neither", set("待核事项", "O4", "再议"), nil, "ruling/unclear"},
		{"an amount without an opinion", set("待核事项", "P4", 50000), nil, "ruling/unclear"},
		{"an amount that is none", all(set("待核事项", "O4", "予以奖补"), set("待核事项", "P4", "若干")), nil, "ruling/amount"},
		{"an amount that is text without a unit", all(set("待核事项", "O4", "予以奖补"), set("待核事项", "P4", "50000")), nil,
			"ruling/amount"},
		{"a negative amount", all(set("待核事项", "O4", "予以奖补"), set("待核事项", "P4", -1)), nil, "ruling/amount"},
		{"a key that was overwritten", all(set("待核事项", "O4", "予以奖补"), set("待核事项", "U4", "k1")), nil,
			"ruling/unmatched"},
		{"an amount with a residue of calculation", all(set("待核事项", "O4", "予以奖补"), func(f *excelize.File) error {
			return f.SetCellDefault("待核事项", "P4", "50000.00000000003")
		}), []calc.Ruling{ruled(true, &amount, "")}, ""}, // a warning
		{"a formula without a value", all(set("待核事项", "O4", "予以奖补"), func(f *excelize.File) error {
			return f.SetCellFormula("待核事项", "P4", "1+1")
		}), nil, "ruling/amount"},
		{"a code that corrects", all(set("待核事项", "O4", "予以奖补"), set("待核事项", "R4", "91320722maay4cl12w")),
			[]calc.Ruling{corrected(calc.Correction{CreditCode: "91320722MAAY4CL12W"})}, ""},
		{"a code that is none", all(set("待核事项", "O4", "予以奖补"), set("待核事项", "R4", "91320722MAAY4CL12X")), nil,
			"ruling/correction"},
		{"a name that corrects", all(set("待核事项", "O4", "予以奖补"), set("待核事项", "S4", "临江新名有限公司")),
			[]calc.Ruling{corrected(calc.Correction{Company: "临江新名有限公司"})}, ""},
		{"a day that corrects", all(set("待核事项", "O4", "予以奖补"), set("待核事项", "T4", "2029-06-01")),
			[]calc.Ruling{corrected(calc.Correction{Recognised: written.Date{Year: 2029, Month: 6, Day: 1}})}, ""},
		{"a day that is none", all(set("待核事项", "O4", "予以奖补"), set("待核事项", "T4", "去年年底")), nil, "ruling/correction"},
		{"a correction beside a refusal", all(set("待核事项", "O4", "不予奖补"), set("待核事项", "S4", "临江新名有限公司")), nil,
			"ruling/correction"},
		{"a correction without an opinion", set("待核事项", "S4", "临江新名有限公司"), nil, "ruling/unclear"},
		{"the same record twice", all(set("待核事项", "O4", "予以奖补"), set("待核事项", "O12", "不予奖补"),
			set("待核事项", "C12", "临江庚机械有限公司"), set("待核事项", "U12", "k13")), []calc.Ruling{}, "ruling/twice"},
		{"a line of one's own on the only record of a company", all(set("待核事项", "C12", "临江戊机械有限公司"),
			set("待核事项", "O12", "予以奖补")), []calc.Ruling{own("k11", 8, "not-new")}, ""},
		{"one on a company that has several", all(set("待核事项", "C12", "临江甲新材料有限公司"), set("待核事项", "O12", "予以奖补")), nil,
			"ruling/no-key"},
		{"one of several by its level", all(set("待核事项", "C12", "临江甲新材料有限公司"), set("待核事项", "G12", "省级"),
			set("待核事项", "O12", "予以奖补")), []calc.Ruling{own("k2", 6)}, ""},
		{"one on an item that the company did not claim", all(set("待核事项", "C12", "临江戊机械有限公司"),
			set("待核事项", "F12", "软件产品"), set("待核事项", "O12", "予以奖补")), nil, "ruling/no-key"},
		{"one without an opinion", set("待核事项", "C12", "临江戊机械有限公司"), nil, ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			rep, fs := report.Read(open(t, edit(t, write(t, testResult(t)), c.change)))
			if rep == nil {
				t.Fatal(fs)
			}
			if diff := cmp.Diff(c.want, rep.Rulings); diff != "" {
				t.Error(diff)
			}
			if fs.Worst() != c.code {
				t.Errorf("found %v, not %s", fs, c.code)
			}
		})
	}
}

func TestTheAwardsOfAReportArePriorOfALaterYear(t *testing.T) {
	prior := read(t, write(t, testResult(t))).Prior()
	if len(prior) != 7 {
		t.Fatalf("%d prior awards", len(prior))
	}
	want := calc.Prior{Ref: calc.Ref{File: "report.xlsx", Sheet: "奖补明细", Row: 7}, Year: 2030, Company: "临江乙软件有限公司",
		CreditCode: "91990100MA00000003",
		Item:       "software", Subject: "排产软件V1.0", Certificate: "软评-001", Amount: money.YuanOf(10000)}
	if diff := cmp.Diff(want, prior[3]); diff != "" {
		t.Error(diff)
	}
}

func TestAnotherFormatOfAnAmountChangesNothingUnlessItContradicts(t *testing.T) {
	for _, c := range []struct {
		format string
		want   calc.Code
	}{{`#,##0.00"元"`, ""}, {`0!.0000"万元"`, ""}, {`0"万元"`, "cell/shown"}, {`#,##0,`, "cell/shown"}} {
		path := edit(t, write(t, testResult(t)), func(f *excelize.File) error {
			style, err := f.NewStyle(&excelize.Style{CustomNumFmt: &c.format})
			if err != nil {
				return err
			}
			return f.SetCellStyle("奖补明细", "L4", "L4", style)
		})
		if _, fs := report.Read(open(t, path)); fs.Worst() != c.want {
			t.Errorf("%s: %v, want %s", c.format, fs, c.want)
		}
	}
}
