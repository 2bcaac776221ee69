package report

import "testing"

func TestALetterSaysNothingThatOnlyTheOfficeUnderstands(t *testing.T) {
	for why, want := range map[string]string{
		"2023年度已奖补200,000.00元（见awards-2023.xlsx:奖补名单!H3）": "2023年度已奖补200,000.00元",
		"2023年度已奖补200,000.00元（见附件（最新）.xlsx:表（一）!H3）":      "2023年度已奖补200,000.00元",
		"列入失信名单（2023-05-01起，见 失信（5月）.xlsx:名单!4），按本政策不予奖补": "列入失信名单（2023-05-01起）",
		"绿色工厂已由省奖补100,000.00元（见 省级.xlsx:表!B2），按本政策不予奖补":   "绿色工厂已由省奖补100,000.00元",
		"认定类型为“复核”，不属于新认定":                                "认定类型为“复核”，不属于新认定",
		"“绿色设计产品（见附件）”不在本政策支持范围":                          "“绿色设计产品（见附件）”不在本政策支持范围",
	} {
		if got := forCompany(why); got != want {
			t.Errorf("%s: %s", why, got)
		}
	}
}
