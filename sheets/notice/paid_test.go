package notice

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"jiangbu/calc/money"
	"jiangbu/calc/written"
)

func TestWhatWasPaidIsToldItemByItemWithoutCompanies(t *testing.T) {
	s := testSettings(t)
	s.Date = written.Date{Year: 2025, Month: 6, Day: 30}
	a := testAwards(t)
	a.Lines[6].Amount = money.Yuan{} // an award of nothing is no award
	n, fs, err := MakePaid(s, testPolicy(), Paid{Year: 2024, Awards: a.Lines, ByItem: map[string]money.Yuan{
		"demo": amount(t, "500000"), "product": amount(t, "20000"), "diagnosis": amount(t, "9000.25"),
		"other": amount(t, "1")}})
	if err != nil || len(fs) > 0 {
		t.Fatal(err, told(fs))
	}
	want := [][]string{
		{"1", "（一）技术创新示范企业", "2", "2", "70", "50", "71.42%"},
		{"2", "（二）软件产品评估", "1", "2", "2", "2", "100%"},
		{"3", "（三）节能诊断服务", "1", "1", "1.80005", "0.900025", "50%"},
		{"4", "（四）职业经理人", "1", "1", "1.188", "0", "0%"},
		{"5", "（四）专业人才培养", "1", "1", "3.333333", "0", "0%"},
		{"合计（7项，4家）", "", "", "", "78.321383", "52.900025", "67.54%"},
	}
	var got [][]string
	for _, r := range n.Table.Rows {
		got = append(got, r.Cells)
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	if text := n.Body[0]; !strings.Contains(text,
		"共对4家单位的7个项目给予奖补，奖补资金合计78.321383万元。截至2025年6月30日，已兑现52.900025万元，兑现率67.54%。") {
		t.Error(text)
	}
	for _, d := range formats {
		data := writtenBytes(t, d.write, n)
		if diff := cmp.Diff(contentOf(&n), d.read(t, data)); diff != "" {
			t.Errorf("the %s says something else (-notice +%s):\n%s", d.format, d.format, diff)
		}
		if strings.Contains(string(data), "西河化工") {
			t.Errorf("the %s names a company", d.format)
		}
	}
	data := readCSV(t, writtenBytes(t, WriteCSV, n))
	if diff := cmp.Diff([]string{"3", "（三）节能诊断服务", "1", "1", "18000.50", "9000.25", "50%"}, data[3]); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	if described := string(writtenBytes(t, WriteSchema, n)); strings.Contains(described, `"description": ""`) {
		t.Errorf("a column is not described:\n%s", described)
	}
}

func TestOfNoAwardsNothingIsTold(t *testing.T) {
	s := testSettings(t)
	_, fs, err := MakePaid(s, testPolicy(), Paid{Year: 2024})
	if diff := cmp.Diff([]string{"notice/none  报告中没有可以公示的奖补项目"}, told(fs)); diff != "" || err != nil {
		t.Errorf("%v (-want +got):\n%s", err, diff)
	}
}
