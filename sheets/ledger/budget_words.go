package ledger

import (
	"strings"

	"jiangbu/calc"
	"jiangbu/sheets/table"
)

// The columns of a budget.
const (
	colScope = iota + 1
	colName
	colAmount
	colNote
	colSerial
	colLevel
	colYear
	colCarried  // 上年结转
	colClawed   // 收回
	colReserved // 预留
	colAdjust   // 调整数, with its sign
	colCut      // 调减: without one
	colAfter    // 调整后: the sum of the others
	numBudgetColumns
)

// budgetHeadings is every heading of a budget that is known. A heading that is
// itself a scope (县区) says what its column names; its Kind is the scope's
// place in budgetScopes.
var budgetHeadings = []table.Heading{
	{ID: colScope, Rank: 5, Name: []string{"范围", "类别", "预算类别", "范围/类别", "类型", "口径", "预算范围", "分类", "维度"}},
	{ID: colName, Many: true, Rank: 5, Name: []string{"资金名称", "专项名称", "专项资金名称", "政策名称", "名称", "预算名称", "项目", "项目名称",
		"预算项目", "内容", "预算科目名称", "支出项目"}},
	{ID: colName, Many: true, Rank: 4, Kind: 1, Name: []string{"条款", "政策条款"}},
	{ID: colName, Many: true, Rank: 4, Kind: 2, Name: []string{"奖补事项", "事项", "奖补项目", "奖补事项名称", "奖励事项"}},
	{ID: colName, Many: true, Rank: 4, Kind: 3, Name: []string{"县区", "板块", "县区(板块)", "区县", "地区"}},
	{ID: colName, Many: true, Rank: 4, Kind: 4, Name: []string{"处室", "责任处室", "科室", "责任科室", "业务处室", "主管处室", "牵头处室"}},
	{ID: colAmount, Rank: 5, Name: []string{"金额", "预算金额", "预算", "预算数", "预算额", "安排金额", "预算安排", "额度", "资金", "预算资金",
		"资金额度", "本年预算", "年度预算", "年初预算", "年初预算数", "年初预算安排", "年初安排", "年初数", "当年预算", "当年预算数", "当年安排", "本年安排",
		"本年预算数", "批复数", "批复预算", "预算批复数", "下达预算", "安排数", "资金安排", "资金需求", "所需资金", "需求金额", "测算金额"}},
	{ID: colAmount, Rank: 2, Name: []string{"合计", "小计", "总计", "金额合计"}},
	{ID: colLevel, Name: []string{"级别", "等级", "认定级别", "档次", "星级"}},
	{ID: colCarried, Name: []string{"上年结转", "结转", "上年结转结余", "结转结余", "上年结余", "结余", "上年结转资金", "结转资金", "上年结转数"}},
	{ID: colClawed, Name: []string{"收回", "收回资金", "收回存量", "收回存量资金", "收回以前年度资金", "收回上年", "收回数"}},
	{ID: colReserved, Name: []string{"预留", "预留资金", "预留数", "预留额度", "暂扣", "减:预留", "减预留"}},
	{ID: colAdjust, Name: []string{"调整数", "调整", "调整额", "预算调整", "预算调整数", "调增调减", "调增(+)调减(-)", "增减", "增减数", "追加", "追加数",
		"追加预算", "年中追加", "调增", "本次调整"}},
	{ID: colAfter, Name: []string{"调整后", "调整后预算", "调整后预算数", "调整后数", "调整后金额", "可用资金", "可用预算", "可安排资金", "可用额度", "可用",
		"可用数", "可用金额", "可用资金数",
		"实际可用", "实际可用资金", "可支配资金", "全年预算",
		"全年预算数", "预算合计", "资金合计", "合计可用"}},
	{ID: colCut, Name: []string{"调减", "调减数", "年中调减", "压减", "压减数",
		"年中压减", "统一压减", "核减", "核减数", "追减", "追减数", "减少", "减少数"}},
	{ID: colYear, Rank: 5, Name: []string{"年度", "年份", "预算年度", "所属年度", "资金年度"}},
	{ID: colNote, Many: true, Name: []string{"备注", "说明"}},
	{ID: colSerial, Many: true, Name: []string{"序号", "序", "编号"}},
	{ID: table.Ignored, Name: []string{"执行数", "决算数", "支出数", "上年执行数", "上年决算数", "上年支出数", "增减%", "增幅",
		"增长率", "增长", "同比", "比上年增减", "比上年增长", "执行率", "完成率", "执行进度"}},
	{ID: table.Ignored, Name: []string{"依据", "文号", "指标文号", "占比", "比例", "家数", "户数", "项数", "个数", "企业数",
		"单位数", "项目数", "数量"}},
}

// budgetScopes are the scopes that a heading can state, by Heading.Kind.
var budgetScopes = [...]calc.Scope{"", calc.ScopeClause, calc.ScopeItem, calc.ScopeDistrict, calc.ScopeOffice}

var budgetWords = table.NewWords(budgetHeadings, nil).Led(colName)

// fund is a kind of money beside the budget of the year.
type fund uint8

const (
	noFund   fund = iota
	carried       // 结转: adds
	clawed        // 收回: adds
	reserved      // 预留: is held back
)

// fundOf reads the kind of fund that a line names.
func fundOf(text string) fund {
	s := table.Fold(text)
	for _, w := range []struct {
		word string
		fund fund
	}{{"结转", carried}, {"结余", carried}, {"收回", clawed}, {"预留", reserved}, {"暂扣", reserved}} {
		if strings.Contains(s, w.word) {
			return w.fund
		}
	}
	return noFund
}

// budgetRoles are what the columns are to the reader of lines.
var budgetRoles = [numBudgetColumns]table.Role{colScope: table.RoleItem, colName: table.RoleItem,
	colAmount: table.RoleAmount, colNote: table.RoleRemark, colSerial: table.RoleSerial, colLevel: table.RoleFact,
	colYear:    table.RoleFact,
	colCarried: table.RoleAmount, colClawed: table.RoleAmount, colReserved: table.RoleAmount,
	colAdjust: table.RoleAmount, colCut: table.RoleAmount,
	colAfter: table.RoleAmount}
