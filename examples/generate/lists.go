package main

import "strconv"

// The official lists of the year, the register of firms and a list of
// exclusion, so made that holding the claims against them shows every state
// once: on the list, on it with another document, forgotten, on none, removed, only
// reviewed, one character apart, a branch, elsewhere.

// Claimants of the year that the lists are about.
const (
	onList     = "连云港样例锦源杉信息技术有限公司"
	alsoListed = "东海样例丽泰枫信息技术有限公司"
	misspelt   = "灌云样例锦腾蓝电子有限公司" // 锦腾兰 in the claim
	branch     = "灌南样例恒欣柏信息技术有限公司"
	removed    = "东海样例诚泰湖生物科技有限公司"
	reviewed   = "连云港样例博中枫生物科技有限公司"
	oldName    = "东海样例鼎泰川软件厂" // of 东海样例鼎泰川信息技术有限公司
	excluded   = "连云港样例瑞永林生物科技有限公司"
	forgotten  = "海州样例承愿舟机械有限公司"
)

// officialLists are the workbooks below lists, with what an officer confirmed.
func officialLists() map[string]string {
	chains := newSheet("供应链")
	chains.line("附件2")
	chains.line("2023年度绿色供应链管理企业名单（7家）")
	chains.line("序号", "地区", "企业名称")
	for i, name := range []string{"北京样例顺天达科技有限公司", onList, alsoListed, oldName, misspelt, branch + "二厂", forgotten} {
		region := "江苏"
		if i == 0 {
			region = "北京"
		}
		chains.line(strconv.Itoa(i+1), region, name)
	}
	gone := newSheet("移出")
	gone.line("移出工业产品绿色设计示范企业名单")
	gone.line("序号", "地区", "企业名称")
	gone.line("1", "江苏", removed)
	review := newSheet("复核")
	review.line("工业产品绿色设计示范企业复核通过名单")
	review.line("序号", "地区", "企业名称")
	review.line("1", "江苏", reviewed)
	return map[string]string{"绿色供应链.xlsx": chains.text(), "移出名单.xlsx": gone.text(), "复核名单.xlsx": review.text(),
		"名单登记.xlsx": registration()}
}

// registration is 名单登记.xlsx as an officer left it.
func registration() string {
	s := newSheet("名单登记")
	s.line("序号", "文件", "工作表", "第几张表", "事项", "级别", "性质", "文号", "成文日期", "公布家数", "名单完整", "确认")
	s.line("1", "绿色供应链.xlsx", "供应链", "1", "绿色供应链管理企业", "国家级", "新认定", "工信厅节函〔2023〕116号", "2023-09-01", "7", "是", "是")
	s.line("2", "移出名单.xlsx", "移出", "1", "工业产品绿色设计示范企业", "国家级", "移出", "工信厅节函〔2024〕5号", "2024-02-20", "1", "否", "是")
	s.line("3", "复核名单.xlsx", "复核", "1", "工业产品绿色设计示范企业", "国家级", "复核", "工信厅节函〔2023〕130号", "2023-10-08", "1", "否", "是")
	return s.text()
}

// register is the register of firms: those that the lists are about, and one
// that nobody claimed for.
func register() string {
	s := newSheet("名录")
	s.line("规模以上工业企业名录")
	s.line("序号", "统一社会信用代码", "单位名称", "曾用名", "县区", "登记状态")
	for i, f := range []struct{ name, registrar, former, district string }{
		{onList, "320791", "", "市开发区"}, {alsoListed, "320722", "", "东海县"},
		{"东海样例鼎泰川信息技术有限公司", "320722", oldName, "东海县"},
		{branch, "320724", "", "灌南县"}, {forgotten, "320706", "", "海州区"}, {"海州样例远歌山纺织有限公司", "320706", "", "海州区"},
	} {
		s.line(strconv.Itoa(i+1), creditCode("91", f.registrar, f.name), f.name, f.former, f.district, "存续")
	}
	return s.text()
}

// exclusion is a list of exclusion as a credit office sends it.
func exclusion() string {
	s := newSheet("失信名单")
	s.line("严重失信主体名单（截至2024年5月20日）")
	s.line("单位名称", "统一社会信用代码", "类别", "列入日期", "修复日期", "依据文号")
	s.line(excluded, creditCode("91", "320791", excluded), "严重失信", "2024-03-11", "", "样信〔2024〕3号")
	s.line(onList, creditCode("91", "320791", onList), "一般失信", "2023-02-01", "2023-08-01", "样信〔2023〕1号")
	return s.text()
}
