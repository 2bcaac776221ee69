package standard

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"jiangbu/calc"
)

func TestWhatStandsBesideARecordMaySpeakAgainstIt(t *testing.T) {
	for _, c := range []struct{ heading, text, want string }{
		{"是否通过认定", "否", "record/not-recognised H6"}, {"是否通过认定", "是", ""},
		{"是否首次认定", "×", "record/not-recognised H6"}, {"是否首次认定", "√", ""},
		{"是否撤销", "是", "record/remark H6"}, {"是否撤销", "否", ""},
		{"是否已奖补", "是", "record/stop H6"}, {"是否已奖补", "否", ""},
		{"是否通过认定", "☐是☑否", "record/not-recognised H6"}, {"是否通过认定", "☑是☐否", ""},
		{"是否规上", "否", ""}, {"是否高新技术企业", "是", ""},
		{"审核意见", "未通过", "record/not-recognised H6"}, {"审核意见", "同意", ""},
		{"审核结果", "不通过", "record/not-recognised H6"}, {"审核结果", "通过", ""},
		{"说明", "已注销", "record/stop H6"}, {"说明", "材料齐全", ""},
		{"企业是否已奖补", "是", "record/stop H6"}, {"企业是否已奖补", "否", ""},
		{"企业是否通过认定", "否", "record/not-recognised H6"}, {"企业是否通过认定", "是", ""},
		{"企业是否规上", "否", ""}, {"近三年有无处罚", "有", "record/stop H6"}, {"近三年有无处罚", "无", ""},
		{"处罚次数", "2", "record/stop H6"}, {"处罚次数", "0", ""}, {"处罚次数", "无", ""},
		{"注销时间", "2024年3月", "record/stop H6"}, {"投产时间", "2024年3月", ""},
		{"已奖补金额", "40万元", "record/stop H6"}, {"已奖补金额", "0.00", ""}, {"未兑现金额", "40", ""},
		{"复核", "√", "record/remark H6"}, {"复核", "×", ""}, {"注销", "是", "record/stop H6"}, {"注销", "否", ""},
		{"通过评审", "×", "record/not-recognised H6"}, {"通过评审", "√", ""}, {"规上", "×", ""}, {"复核得分", "95", ""},
		{"复核日期", "2023-05-12", "record/remark H6"}, {"复核日期", "2026年", ""}, {"首次认定", "2020年", "record/stop H6"},
		{"首次认定", "2023年", ""}, {"投产年度", "2020年", ""},
		{"2022年奖补金额", "40", "record/stop H6"}, {"2022年奖补金额", "0", ""}, {"2023年奖补金额", "40", ""},
	} {
		r := good(t, 6)
		r.Asides = []calc.Aside{{Heading: c.heading,
			Cell: calc.Cell{Kind: calc.CellText, Row: 6, Col: 8, Text: c.text}}}
		records, _ := Standardise([]calc.Row{r}, shorePolicy())
		got := ""
		for _, f := range records[0].Findings {
			got += string(f.Code) + " " + f.Ref.Cell()
		}
		if diff := cmp.Diff(c.want, got); diff != "" {
			t.Errorf("%s: %s (-want +got)\n%s", c.heading, c.text, diff)
		}
	}
}

func TestWhatAQuestionAsksIsDeniedAsPeopleDeny(t *testing.T) {
	for asked, want := range map[string]string{"通过评审": "未通过评审", "首次认定": "非首次认定", "新认定": "非新认定", "符合条件": "不符合条件",
		"有违法记录": "无违法记录", "已奖补": "未奖补", "撤销": "未撤销"} {
		if got := denied(asked); got != want {
			t.Errorf("%s is denied as %s, want %s", asked, got, want)
		}
	}
}
