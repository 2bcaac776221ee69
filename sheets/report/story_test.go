package report_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"jiangbu/calc"
	"jiangbu/calc/money"
	"jiangbu/calc/written"
	"jiangbu/sheets/report"
)

// told is a story in short: keys for records, codes for findings.
type told struct {
	Stands    string
	Displaces []string
	Findings  []calc.Code
	Cited     []string
	Award     int // its line of 奖补明细
	Claim     string
}

func TestAStoryGathersWhatTheReportSaysOfARecord(t *testing.T) {
	rep := read(t, write(t, testResult(t)))
	for _, c := range []struct {
		name string
		key  int
		want told
	}{
		{"what was paid, and gave way to nothing", 5, told{Cited: []string{"二"}, Award: 4, Claim: "软件产品 排产软件V1.0"}},
		{"what others gave way to", 1, told{Displaces: []string{"k2", "k15"}, Cited: []string{"一", "其他事项（一）"}, Award: 1,
			Claim: "国家级绿色工厂"}},
		{"what gave way", 2, told{Stands: "k1", Cited: []string{"一", "其他事项（一）"}, Claim: "省级绿色工厂"}},
		{"what is held for a finding", 13, told{Findings: []calc.Code{"company/not-local"}, Cited: []string{"一"},
			Claim: "国家级绿色工厂"}},
		{"what no item was understood of", 14, told{Claim: "市级绿色工厂"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			st := report.StoryOf(rep, &rep.Records[c.key-1])
			got := told{Cited: st.Cited, Claim: st.Claim()}
			if st.Stands != nil {
				got.Stands = st.Stands.Key
			}
			for _, other := range st.Displaces {
				got.Displaces = append(got.Displaces, other.Key)
			}
			for _, f := range st.Findings {
				got.Findings = append(got.Findings, f.Code)
			}
			if st.Award != nil {
				got.Award = st.Award.Serial
			}
			if diff := cmp.Diff(c.want, got); diff != "" {
				t.Error(diff)
			}
		})
	}
}

func TestEachCellStandsBesideWhatItWasTakenFor(t *testing.T) {
	sum := money.YuanOf(5)
	record := func(item string, cells ...report.SourceCell) *report.Record {
		return &report.Record{ItemName: "绿色工厂", Cells: cells, Record: calc.Record{Item: item, Level: "省级", LabelYear: 2029,
			Recognised: written.Date{Year: 2029, Month: 5}, Base: &sum}}
	}
	inferred := []report.Value{{Column: "奖补事项", Understood: "绿色工厂"}, {Column: "认定级别", Understood: "省级"},
		{Column: "认定日期", Understood: "2029-05"}, {Column: "认定年度", Understood: "2029"},
		{Column: "费用", Understood: "5.00"}}
	for _, c := range []struct {
		name string
		of   *report.Record
		want []report.Value
	}{
		{"what no cell says stands alone", record("green-factory"), inferred},
		{"a cell and what it was taken for", record("green-factory", report.SourceCell{Column: "认定级别", Cell: "F6", Text: "省"}),
			append([]report.Value{{Cell: "F6", Column: "认定级别", Text: "省", Understood: "省级"}, inferred[0]}, inferred[2:]...)},
		{"a column that is not read", record("green-factory", report.SourceCell{Column: "联系人", Cell: "H6", Text: "张"}),
			append([]report.Value{{Cell: "H6", Column: "联系人", Text: "张"}}, inferred...)},
		{"a cell that was not understood", record("green-factory",
			report.SourceCell{Column: "单位名称", Cell: "C6", Text: "某厂"}),
			append([]report.Value{{Cell: "C6", Column: "单位名称", Text: "某厂", Understood: "—"}}, inferred...)},
		{"the title above names the item", record("green-factory",
			report.SourceCell{Column: report.CellTitle, Cell: "A1", Text: "省级绿色工厂摸排表"}),
			append([]report.Value{{Cell: "A1", Column: "标题", Text: "省级绿色工厂摸排表", Understood: "绿色工厂"}}, inferred[1:]...)},
		{"the title says nothing where a column does", record("green-factory",
			report.SourceCell{Column: "奖补事项", Cell: "E6", Text: "绿色工厂"},
			report.SourceCell{Column: report.CellTitle, Cell: "A1", Text: "摸排表"}),
			append([]report.Value{{Cell: "E6", Column: "奖补事项", Text: "绿色工厂", Understood: "绿色工厂"},
				{Cell: "A1", Column: "标题", Text: "摸排表"}}, inferred[1:]...)},
		{"a name that the policy does not know was not understood", record("",
			report.SourceCell{Column: "奖补事项", Cell: "E6", Text: "绿色工厂"}),
			append([]report.Value{{Cell: "E6", Column: "奖补事项", Text: "绿色工厂", Understood: "—"}}, inferred[1:]...)},
		{"a value of no cell", record("green-factory", report.SourceCell{Column: "认定级别", Cell: "0", Text: "省"}),
			append([]report.Value{{Column: "认定级别", Text: "省", Understood: "省级"}, inferred[0]}, inferred[2:]...)},
	} {
		t.Run(c.name, func(t *testing.T) {
			if diff := cmp.Diff(c.want, report.StoryOf(&report.Report{}, c.of).Values); diff != "" {
				t.Error(diff)
			}
		})
	}
}
