package ledger

import "jiangbu/sheets/table"

// The columns of an award table of an earlier year.
const (
	priorYear = iota + 1
	priorCompany
	priorCode
	priorItem
	priorClause // may name the item
	priorLevel
	priorSubject
	priorCertificate
	priorAmount
	priorRemark
	priorState
	numPriorColumns
)

// priorHeadings is every heading of an award table that is known. 奖补金额 is
// what was awarded; beside it 应奖金额 or 核定金额 only informs.
var priorHeadings = []table.Heading{
	{ID: priorYear, Rank: 6, Name: []string{"奖补年度", "奖励年度", "资金年度", "政策年度", "兑现年度"}},
	{ID: priorYear, Rank: 5, Name: []string{"年度", "年份", "所属年度"}},
	{ID: priorCompany, Rank: 6, Name: []string{"单位名称", "企业名称", "公司名称", "奖补单位", "奖补单位名称", "奖补企业", "奖补对象", "获奖单位", "获奖企业",
		"单位", "企业", "单位全称", "企业全称", "项目单位", "企业(单位)名称", "单位(企业)名称", "申报单位", "申报企业", "受奖单位", "补助单位"}},
	{ID: priorCode, Rank: 5, Ends: []string{"统一社会信用代码", "社会信用代码", "信用代码"}},
	{ID: priorItem, Rank: 6, Name: []string{"奖补事项", "奖补项目", "奖励事项", "奖励项目", "补助项目", "补助事项", "事项", "奖补内容", "认定项目",
		"政策事项", "奖补类别", "奖补类型", "奖励类别", "补助类别", "扶持项目", "支持项目", "支持方向"}},
	{ID: priorItem, Rank: 3, Name: []string{"项目", "项目名称", "类别", "项目类别", "认定类别", "认定类型", "称号", "荣誉称号", "荣誉名称", "获得荣誉"}},
	{ID: priorClause, Rank: 5, Name: []string{"条款", "政策条款", "奖补条款", "对应条款"}},
	{ID: priorLevel, Rank: 5, Name: []string{"级别", "认定级别", "等级", "星级", "认定等级", "项目级别"}},
	{ID: priorSubject, Rank: 5, Name: []string{"认定名称或对象", "认定名称", "认定对象", "对象", "对象名称", "产品名称", "被诊断企业", "被诊断企业名称",
		"园区名称", "基地名称", "遗产名称", "姓名", "任务名称", "活动名称", "车间名称", "平台名称"}},
	{ID: priorCertificate, Rank: 5, Name: []string{"证书编号", "证书号", "证书编号或文号", "证书编号/文号"}},
	{ID: priorAmount, Rank: 6, Name: []string{"奖补金额", "奖励金额", "补助金额", "奖补资金", "奖励资金", "实际奖补金额", "实奖金额", "拟奖补金额", "兑现金额",
		"拨付金额", "安排金额", "下达金额", "补助资金", "扶持金额", "扶持资金", "支持金额", "支持资金", "拟支持金额", "奖金", "奖补额", "资金额度",
		"已拨金额", "已拨付金额", "实拨金额", "支付金额", "发放金额"}},
	{ID: priorAmount, Rank: 3, Name: []string{"应奖金额", "应奖补金额", "核定金额", "审定金额", "应拨金额", "应拨付金额", "市级奖补资金"}},
	{ID: priorAmount, Rank: 2, Name: []string{"金额", "资金"}},
	{ID: priorAmount, Rank: 1, Name: []string{"合计", "小计", "总计", "合计金额", "金额合计", "奖补合计", "奖励合计", "累计金额"}},
	{ID: priorRemark, Rank: 5, Many: true, Name: []string{"备注", "说明", "备注说明", "情况说明"}},
	{ID: priorState, Rank: 5, Many: true, Name: stateNames},
	{ID: table.Ignored, Name: []string{"序号", "县区", "板块", "项数", "家数", "户数", "项目数",
		"县区(板块)", "所属县区", "认定日期", "认定时间", "认定年度", "认定文号",
		"文号", "依据", "来源", "责任处室", "拨付对象", "联系人", "联系电话", "电话", "账号", "开户行"}},
}

var priorWords = table.NewWords(priorHeadings, nil).Led(priorCompany)
