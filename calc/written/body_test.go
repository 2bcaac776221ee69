package written

import "testing"

func TestANameOfABodyIsToldFromWhatStandsInItsPlace(t *testing.T) {
	tests := map[string]bool{
		"连云港丽泽机械有限公司": true, "海州碱厂": true, "东海县供销合作社": true, "江苏东海经济开发区": true, "赣榆区海头镇人民政府": true,
		"连云港XXL服饰有限公司": true, "江苏例外服饰有限公司": true, "测试仪器(连云港)有限公司": true, "3M(连云港)有限公司": true,
		"连云港宏达投资合伙企业(有限合伙)": true, "连云港宏达集团股份": true, "丽泽水产品经营部": true, "甲公司": true, "恒瑞医药": true,
		"某某公司": false, "连云港某某机械有限公司": false, "某制造企业": false, "XX有限公司": false, "XXX厂": false, "××公司": false,
		"**有限公司": false, "测试公司": false, "本公司": false, "其他企业": false, "第一批企业": false, "企业A": false, "A企业": false,
		"单位名称": false, "企业全称": false, "无单位": false, "见附件": false, "待定": false, "张三": false, "东海县": false, "例如：海岳机械有限公司": false,
		"1": false, "": false,
	}
	for name, want := range tests {
		if got := !NamesNobody(name); got != want {
			t.Errorf("%s: got %v, want %v", name, got, want)
		}
	}
}
