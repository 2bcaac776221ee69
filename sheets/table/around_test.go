package table

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"jiangbu/calc/money"
	"jiangbu/sheets"
)

// near is what stands around the last line of a list, the nearest first.
func near(text string) string {
	var texts []string
	r := readList(text, nil, nil)
	for _, c := range r.Around.Near("表一") {
		texts = append(texts, c.Text)
	}
	return strings.Join(texts, " < ")
}

func TestWhatStandsAroundALine(t *testing.T) {
	record := "1||甲公司||||5|\n"
	for _, c := range []struct{ name, text, want string }{
		{"titles, the nearest first, then the sheet's name", "某市奖补\n2024年名单\n" + listHead + record,
			"2024年名单 < 某市奖补 < 表一"},
		{"a sentence is no title", "请各县区认真填写。\n2024年名单\n" + listHead + record, "2024年名单 < 表一"},
		{"the notes above a header are none", "填表说明：\n1.金额填到元\n2024年名单\n" + listHead + record, "2024年名单 < 表一"},
		{"a numbered title without notes is one", "1.绿色工厂\n" + listHead + record, "1.绿色工厂 < 表一"},
		{"a section", "名单\n" + listHead + "一、绿色工厂\n" + record, "一、绿色工厂 < 名单 < 表一"},
		{"the next section of its depth ends it", listHead + "一、绿色工厂\n" + record + "二、软件产品\n" + record, "二、软件产品 < 表一"},
		{"a deeper one does not", listHead + "一、东区\n（一）绿色工厂\n" + record, "（一）绿色工厂 < 一、东区 < 表一"},
		{"a shallower one ends both", listHead + "一、东区\n（一）绿色工厂\n" + record + "二、西区\n" + record, "二、西区 < 表一"},
		{"a district leaves the item above it", listHead + "一、绿色工厂\n东区\n" + record, "东区 < 一、绿色工厂 < 表一"},
		{"a district ends the district", listHead + "一、绿色工厂\n东区\n" + record + "西区\n" + record, "西区 < 一、绿色工厂 < 表一"},
		{"above what nobody knows nothing counts", "绿色工厂名单\n" + listHead + "一、瞪羚企业\n" + record, "一、瞪羚企业"},
		{"a harmless heading lets through what stands above", "绿色工厂名单\n" + listHead + "一、省级名单\n" + record,
			"一、省级名单 < 绿色工厂名单 < 表一"},
		{"the sum of a section closes it", "名单\n" + listHead + "一、绿色工厂\n" + record + "绿色工厂小计||||||5|\n" + record, ""},
		{"the sum of something harmless does not", "名单\n" + listHead + "一、绿色工厂\n" + record + "省级小计||||||5|\n" + record,
			"一、绿色工厂 < 名单 < 表一"},
		{"a bare sum neither", "名单\n" + listHead + "一、绿色工厂\n" + record + "小计||||||5|\n" + record, "一、绿色工厂 < 名单 < 表一"},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := near(c.text); got != c.want {
				t.Errorf("%q, want %q", got, c.want)
			}
		})
	}
}

func TestTheDistrictOfLines(t *testing.T) {
	record := "1||甲公司||||5|\n"
	for _, c := range []struct{ name, text, sheet, want string }{
		{"a section's", "填报单位：西区工信局\n" + listHead + "东区\n" + record, "西区", "东区"},
		{"who sends the table", "西区名单\n填报单位：东区工信局\n" + listHead + record, "西区", "东区工信局"},
		{"a title", "东区名单\n" + listHead + record, "西区", "东区名单"},
		{"the sheet's name", "名单\n" + listHead + record, "西区", "西区"},
		{"nobody says one", "名单\n" + listHead + record, "表一", ""},
		{"a section that its sum closed leaves the sender's", "填报单位：西区工信局\n" + listHead + "东区\n" + record +
			"东区小计||||||5|\n" + record, "表一", "西区工信局"},
	} {
		t.Run(c.name, func(t *testing.T) {
			r := readList(c.text, nil, nil)
			if got := r.Around.DistrictIn(c.sheet).Text; got != c.want {
				t.Errorf("%q, want %q", got, c.want)
			}
		})
	}
}

func TestTheLabelsAboveATable(t *testing.T) {
	type labels struct {
		Sender string
		Unit   money.Unit
		Titles []string
	}
	for _, c := range []struct {
		name, text string
		want       labels
	}{
		{"the sender in its own cell", "填报单位：东区工信局\n", labels{"东区工信局", money.UnitNone, nil}},
		{"the sender in the next cell", "填报单位：|东区工信局\n", labels{"东区工信局", money.UnitNone, nil}},
		{"a label in the next cell is no sender", "填报单位：|填报日期：\n", labels{"", money.UnitNone, nil}},
		{"with a seal", "填报单位（盖章）：东区工信局|||单位：万元\n", labels{"东区工信局", money.UnitWan, nil}},
		{"the unit beside a title", "名单|单位：元\n", labels{"", money.UnitYuan, nil}},
		{"without a colon it is signed after, no title", "填报单位\n名单\n", labels{"", money.UnitNone, []string{"名单"}}},
		{"the later of two", "单位：元\n单位：万元\n", labels{"", money.UnitWan, nil}},
	} {
		t.Run(c.name, func(t *testing.T) {
			a := readList(c.text+listHead, nil, nil).Around
			got := labels{Sender: a.Sender.Text, Unit: a.Unit}
			for _, title := range a.Titles {
				got.Titles = append(got.Titles, title.Text)
			}
			if diff := cmp.Diff(c.want, got); diff != "" {
				t.Errorf("-want +got:\n%s", diff)
			}
		})
	}
}

func TestASumAboveItsLinesLeadsThem(t *testing.T) {
	for _, c := range []struct {
		name, text string
		want       bool
	}{
		{"the sum of a district after another district's lines", "一、西区\n1||甲公司||||5|\n", true},
		{"within its own section it closes that", "一、东区\n1||甲公司||||5|\n", false},
		{"without any section there is none to leave", "1||甲公司||||5|\n", false},
	} {
		t.Run(c.name, func(t *testing.T) {
			r := readList(listHead+c.text, nil, nil)
			if got := r.Around.Leads(Label{Core: "东区", Total: true}); got != c.want {
				t.Errorf("leads %t, want %t", got, c.want)
			}
		})
	}
	var nothing Around
	if nothing.names = bodyNames; nothing.Leads(Label{Total: true}) {
		t.Error("a bare sum leads what stands below it")
	}
}

func TestAUnitBelowTheLinesIsThatOfTheLines(t *testing.T) {
	record := "1||甲公司||||5|\n"
	for _, c := range []struct {
		name, text string
		want       money.Unit
	}{
		{"a note", listHead + record + "注：金额单位为万元\n", money.UnitWan},
		{"what says 以上", listHead + record + "以上金额单位均为万元\n", money.UnitWan},
		{"a last line", listHead + record + "|||||单位：万元\n", money.UnitWan},
		{"a line with lines below it is theirs", listHead + record + "单位：万元\n" + record, money.UnitNone},
		{"two notes that differ", listHead + record + "注：金额单位为万元\n" + listHead + record + "注：金额单位为元\n", money.UnitNone},
		{"none", listHead + record, money.UnitNone},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := unitBelow(sheets.NewSheet("名单", tableLines(c.text), nil)); got != c.want {
				t.Errorf("%v, want %v", got, c.want)
			}
		})
	}
}
