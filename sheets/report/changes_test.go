package report_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"jiangbu/calc"
	"jiangbu/sheets/sheettest"
)

// compared decides the three held records again after a correction, a removal,
// an addition and a ruling, against the report of the first round.
func compared(t *testing.T) *calc.Result {
	t.Helper()
	b := threeHeld(t)
	_, path := round(t, b)
	filled := edit(t, path, all(set("待核事项", "O4", "予以奖补"), set("待核事项", "Q4", "会议纪要3号")))
	b.Rulings = read(t, filled).Rulings
	b.Records = slices.Clone(b.Records)
	b.Records[0].Key, b.Records[0].Level = "k1x", "省级" // corrected
	added := claim{"东城区.xlsx", "东城区", "临江癸机械有限公司", "91990100MA00000011", "green-factory", "省级", "", "文9", 2029, "新认定",
		""}.record(t, 8, 12)
	b.Records[4] = added // in place of the one that was refused
	r := calc.Decide(b)
	c, err := calc.Compare(read(t, filled).Earlier(), r)
	if err != nil {
		t.Fatal(err)
	}
	r.Changes = c
	return r
}

func TestTheSheetOfChangesSaysWhatDiffersAndTies(t *testing.T) {
	path := write(t, compared(t))
	if err := check(path, compared(t)); err != nil {
		t.Error(err)
	}
	text, err := sheettest.Dump(path)
	if err != nil {
		t.Fatal(err)
	}
	_, sheet, ok := strings.Cut(text, "# 变动情况\n")
	if !ok {
		t.Fatal("there is no sheet 变动情况")
	}
	var got []string
	for line := range strings.Lines(sheet) {
		cells := strings.Split(strings.TrimRight(line, "\n"), "\t")
		if len(cells) > 13 && cells[0] != "" && !strings.HasPrefix(line, "#") && !strings.HasPrefix(line, "与") {
			got = append(got, strings.Join(append([]string{cells[0], cells[1], cells[3]},
				cells[9:min(len(cells), 15)]...), "|"))
		}
	}
	want := []string{"序号|变动|单位名称|原结论|原奖补金额(元)|现结论|现奖补金额(元)|变动金额(元)|变动内容",
		"1|新增|临江癸机械有限公司|||予以奖补|400000.00|=F:ROUND(M4-K4,2)|400000.00|原报告没有这条记录",
		"2|减少|临江戊机械有限公司|不予奖补|0.00|||=F:ROUND(M5-K5,2)|0.00|本次没有这条记录",
		"3|更正|临江甲新材料有限公司|予以奖补|800000.00|予以奖补|400000.00|=F:ROUND(M6-K6,2)|-400000.00|级别：国家级 → 省级；金额：800,000.00 → 400,000.00",
		"4|结论变化|临江庚机械有限公司|待核|0.00|予以奖补|800000.00|=F:ROUND(M7-K7,2)|800000.00|结论：待核（登记地存疑） → 予以奖补；金额：0.00 → 800,000.00",
		"合计||||=F:SUM(K4:K8)|800000.00||=F:SUM(M4:M8)|1600000.00|=F:SUM(N4:N8)|800000.00"}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("-want +got:\n%s\n%s", diff, sheet)
	}
}

func TestAReportWithoutAComparisonHasNoSheetOfChanges(t *testing.T) {
	text, err := sheettest.Dump(write(t, testResult(t)))
	if err != nil {
		t.Fatal(err)
	}
	if strings.Contains(text, "变动情况") {
		t.Error("a sheet of changes without an earlier run")
	}
}
