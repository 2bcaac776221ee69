package roster

import (
	"regexp"
	"strings"

	"jiangbu/calc"
	"jiangbu/calc/lists"
	"jiangbu/calc/standard"
	"jiangbu/calc/written"
	"jiangbu/sheets"
	"jiangbu/sheets/table"
)

// The columns of the register of firms.
const (
	firmCode = iota + 1
	firmName
	firmFormer
	firmDistrict
	firmState
	firmSince
)

// firmHeadings are those of a register of firms above designated size, and of
// what the market bureau exports. Persons and telephones are never read.
var firmHeadings = []table.Heading{
	{ID: firmCode, Rank: 5, Ends: []string{"统一社会信用代码", "社会信用代码", "信用代码"}},
	{ID: firmName, Rank: 5, Name: []string{"单位名称", "企业名称", "公司名称", "名称", "单位详细名称", "企业全称", "市场主体名称", "企业(机构)名称",
		"法人单位名称"}},
	{ID: firmName, Rank: 6, Name: []string{"现名称", "现企业名称", "现单位名称", "变更后名称", "变更后企业名称", "更名后名称", "更名后企业名称"}},
	{ID: firmFormer, Rank: 5, Many: true, Name: []string{"曾用名", "曾用名称", "原名称", "历史名称", "更名前名称", "原企业名称", "原单位名称",
		"变更前名称", "变更前企业名称", "更名前企业名称"}},
	{ID: firmDistrict, Rank: 5, Name: []string{"县区", "区县", "板块", "县区(板块)", "所属县区", "所在县区", "属地", "所属板块", "地区", "县(市、区)",
		"登记机关"}},
	{ID: firmState, Rank: 5, Name: []string{"登记状态", "经营状态", "企业状态", "状态", "存续状态", "运营状态"}},
	{ID: firmSince, Rank: 5, Name: []string{"状态日期", "注销日期", "吊销日期", "注销时间", "注(吊)销日期", "迁出日期", "变更日期"}},
	{ID: table.Ignored, Name: []string{"序号", "规上", "是否规上", "法定代表人", "法人代表", "联系人", "联系电话", "电话", "手机", "地址", "注册地址",
		"行业", "成立日期", "注册资本", "备注", "更名日期"}},
}

var firmWords = table.NewWords(firmHeadings, nil).Led(firmName)

// ReadFirms reads the register of firms. A line with a wrong code is kept by
// its name, with a finding; one without a name is no firm.
func ReadFirms(b *sheets.Book, v *standard.Vocabulary) ([]lists.Firm, calc.Findings) {
	var firms []lists.Firm
	var found calc.Findings
	tables, seen := eachEntry(b, firmWords, []int{firmName}, func(e *entry) {
		name, former := written.CompanyName(e.text(firmName))
		if name == "" {
			return
		}
		f := lists.Firm{Ref: e.ref(firmName), Name: name, Code: e.code(firmCode, &found), State: e.text(firmState),
			Since: e.date(firmSince, "状态日期", &found)}
		f.Former = formerNames(former, e.cell(firmFormer).Text)
		f.District = e.text(firmDistrict)
		if standardName, ok := v.District(f.District); ok {
			f.District = standardName
		}
		firms = append(firms, f)
	})
	if tables == 0 {
		found.Add("firms/no-table", calc.Ref{File: b.File})
	}
	return firms, append(append(found, seen...), lists.CheckFirms(firms)...)
}

// formerNames are the names that a firm bore: behind its own in brackets, and
// in a column of their own, each perhaps with the day of its change.
func formerNames(behind, column string) []string {
	var names []string
	for _, text := range append([]string{behind}, written.SplitOutside(column, "、；;,，\n/")...) {
		text = formerLabel.ReplaceAllString(text, "")
		if i := strings.IndexAny(text, "（("); i > 0 && strings.ContainsAny(text[i:], "0123456789") {
			text = text[:i]
		}
		if name, _ := written.CompanyName(text); name != "" {
			names = append(names, name)
		}
	}
	return names
}

// formerLabel stands before a former name in its own column.
var formerLabel = regexp.MustCompile(`^\s*(?:曾用名|原名称?|更名前)\s*[:：]`)
