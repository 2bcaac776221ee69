package ledger

import (
	"jiangbu/calc/reconcile"
	"jiangbu/calc/standard"
	"jiangbu/sheets/table"
)

// paymentHeadings is every heading of a ledger that is known. Ranks order
// synonyms: beside 已拨金额, 下达金额 only informs; alone it is what was paid.
var paymentHeadings = []table.Heading{
	{ID: int(reconcile.LedgerSerial), Many: true, Name: []string{"序号", "序", "编号", "行号", "No", "项次"}},
	{ID: int(reconcile.LedgerDistrict), Rank: 5,
		Name: []string{"县区", "县(区)", "区县", "板块", "县区(板块)", "所属县区", "所在县区", "所属地区", "地区", "县市区", "县(市、区)", "拨付县区",
			"下达县区", "属地", "县区、板块", "所属板块", "拨款县区"}},
	{ID: int(reconcile.LedgerDistrict), Rank: 3, Name: []string{"拨付单位", "付款单位", "下达单位", "预算单位", "拨款单位", "经办单位"}},
	{ID: int(reconcile.LedgerCompany), Rank: 6,
		Name: []string{"单位名称", "企业名称", "公司名称", "奖补单位", "奖补单位名称", "奖补企业", "奖补对象", "获奖单位", "获奖企业", "单位", "企业", "单位全称",
			"企业全称", "项目单位", "项目单位名称", "项目承担单位", "受助单位",
			"企业(单位)名称", "单位(企业)名称", "承担单位", "申报单位", "申报企业", "资金使用单位", "用款单位", "补助单位", "补助对象", "受益单位", "受奖单位", "县区/单位",
			"地区/单位", "县区(单位)", "单位(县区)", "县区/企业", "地区/企业", "县区及单位", "地区及单位", "县区、单位", "县区和单位"}},
	{ID: int(reconcile.LedgerCompany), Rank: 3, Else: int(reconcile.LedgerAccount),
		Name: []string{"收款户名", "收款单位", "收款单位名称", "收款人", "收款人名称", "收款方", "收款方名称", "户名", "账户名", "账户名称", "开户名称", "开户名",
			"收款账户名称", "收款人全称", "收款单位(户名)", "对方单位", "对方户名", "对方名称", "对方单位名称", "对方账户名称", "往来单位"}},
	{ID: int(reconcile.LedgerCode), Rank: 5, Name: []string{"单位信用代码"}, Ends: []string{"统一社会信用代码", "社会信用代码", "信用代码"}},
	{ID: int(reconcile.LedgerCode), Rank: 2, Name: []string{"组织机构代码", "税号", "纳税人识别号", "代码", "单位代码"}},
	{ID: int(reconcile.LedgerItem), Rank: 6,
		Name: []string{"奖补事项", "奖补项目", "奖励事项", "奖励项目", "补助项目", "补助事项", "条款/项目", "条款及项目", "条款或项目", "项目(条款)", "条款(项目)",
			"奖补类别", "奖补内容", "奖补条款及事项", "事项", "奖补事项名称", "奖补项目名称", "认定项目", "政策事项", "条款及事项"}},
	{ID: int(reconcile.LedgerItem), Rank: 3, Else: int(reconcile.LedgerUse),
		Name: []string{"条款", "政策条款", "对应条款", "奖补条款", "类别", "项目类别", "奖补类型"}},
	{ID: int(reconcile.LedgerUse), Rank: 3, Many: true,
		Name: []string{"项目", "项目名称", "用途", "资金用途", "摘要", "资金名称", "款项用途", "拨款事由", "内容"}},
	{ID: int(reconcile.LedgerLevel), Rank: 5, Name: []string{"级别", "认定级别", "等级", "星级", "认定等级"}},
	{ID: int(reconcile.LedgerSubject), Rank: 5,
		Name: []string{"认定名称或对象", "认定名称", "认定对象", "对象", "对象名称", "产品名称", "产品或对象名称", "被诊断企业", "被诊断企业名称", "诊断企业", "认定客体",
			"园区名称", "基地名称", "姓名", "人员姓名", "任务名称", "活动名称"}},
	{ID: int(reconcile.LedgerCertificate), Rank: 5,
		Name: []string{"证书编号", "证书号", "证书编号或文号", "认定文号", "认定文件文号", "证书编号/文号"}},
	{ID: int(reconcile.LedgerYear), Rank: 5, Name: []string{"奖补年度", "年度", "奖励年度", "资金年度", "政策年度", "所属年度", "预算年度"}},
	{ID: int(reconcile.LedgerDue), Rank: 5,
		Name: []string{"应奖金额", "应拨", "应付", "应奖", "应补", "应兑现", "应发", "应奖补金额", "应拨金额", "应拨付金额", "应付金额", "应兑现金额", "核定金额",
			"审定金额", "拟奖补金额", "应发金额", "计划金额",
			"预算金额", "应补金额"}},
	{ID: int(reconcile.LedgerPaid), Rank: 9,
		Name: []string{"已拨金额", "已拨付金额", "拨付金额", "实拨金额", "实际拨付金额", "实拨付金额", "已拨资金", "拨付资金", "已拨付资金", "支付金额", "已支付金额",
			"实付金额", "实际支付金额", "付款金额", "已付金额",
			"兑现金额", "已兑现金额", "到账金额", "发放金额", "拨款金额", "转账金额", "已拨", "已拨付", "已支付", "已付", "实付", "实拨付", "实际拨付", "实际支付",
			"已兑现", "已发放", "拨付", "支付", "实拨", "拨付数", "实拨数", "已拨数", "拨付额", "支付数", "实际支付数"}},
	{ID: int(reconcile.LedgerPaid), Rank: 10,
		Name: []string{"累计拨付", "累计拨付金额", "累计已拨", "累计已拨付", "累计已拨金额", "累计已拨付金额", "累计支付", "累计支付金额", "累计已支付", "拨付合计",
			"已拨合计", "已拨付合计", "支付合计", "实拨合计", "累计兑现金额", "累计"}},
	{ID: int(reconcile.LedgerPaid), Rank: 4, Name: []string{"借方金额", "借方", "借方发生额", "本期借方", "支出金额", "支出"}},
	{ID: int(reconcile.LedgerReturned), Rank: 3, Name: []string{"贷方金额", "贷方", "贷方发生额", "本期贷方", "收入金额", "收入"}},
	{ID: int(reconcile.LedgerInstalment), Many: true, Name: instalmentNames()},
	{ID: int(reconcile.LedgerPaid), Rank: 5, Else: int(reconcile.LedgerIssued),
		Name: []string{"下达金额", "下达资金", "本次下达", "本次下达金额", "分配金额", "安排金额", "指标金额", "下达数", "资金下达", "下达指标", "指标数", "下达资金额度",
			"安排资金"}},
	{ID: int(reconcile.LedgerPaid), Rank: 3, Else: int(reconcile.LedgerDue),
		Name: []string{"奖补金额", "奖励金额", "补助金额", "奖补资金", "奖励资金", "补助资金"}},
	{ID: int(reconcile.LedgerPaid), Rank: 2, Name: []string{"金额", "资金", "发生额", "交易金额", "金额合计", "合计金额"}},
	{ID: int(reconcile.LedgerPaid), Rank: 1, Name: []string{"合计", "小计"}},
	{ID: int(reconcile.LedgerReturned), Rank: 5,
		Name: []string{"退回", "退回金额", "退汇", "退汇金额", "退款", "退款金额", "退回(退汇)", "退回/退汇", "退回退汇", "收回金额", "已退回金额", "退回资金",
			"退回(退汇)金额", "退汇退回金额"}},
	{ID: int(reconcile.LedgerDate), Rank: 5,
		Name: []string{"拨付日期", "支付日期", "付款日期", "拨款日期", "到账日期", "兑现日期", "转账日期", "已拨日期", "交易日期"}},
	{ID: int(reconcile.LedgerDate), Rank: 4,
		Name: []string{"拨付时间", "支付时间", "付款时间", "拨款时间", "兑现时间", "交易时间", "转账时间"}},
	{ID: int(reconcile.LedgerDate), Rank: 3, Name: []string{"记账日期", "入账日期", "起息日", "记账时间"}},
	{ID: int(reconcile.LedgerDate), Rank: 2, Name: []string{"日期", "时间", "下达日期", "下达时间"}},
	{ID: int(reconcile.LedgerVoucher), Rank: 5, Name: []string{"凭证号", "凭证编号", "凭证号码", "支付凭证号", "记账凭证号", "凭证"}},
	{ID: int(reconcile.LedgerRemark), Rank: 5, Many: true,
		Name: []string{"备注", "说明", "备注说明", "情况说明", "拨付情况", "备注(说明)"}},
	{ID: int(reconcile.LedgerState), Rank: 5, Name: stateNames},
	{ID: int(reconcile.LedgerDocument), Rank: 5,
		Name: []string{"文号", "指标文号", "下达文号", "资金文号", "发文文号", "文件号", "指标文", "文件文号", "资金下达文号"}},
	{ID: int(reconcile.LedgerUnpaid), Rank: 5,
		Name: []string{"未拨金额", "未拨付金额", "未拨", "未拨付", "未支付", "未付", "未付金额", "未支付金额",
			"待拨", "待拨付", "待拨金额", "尚未拨付", "尚未拨付金额", "尚未支付", "未兑现", "未兑现金额", "未发放", "未发放金额", "欠拨", "欠拨金额"}},
	{ID: table.Ignored, Name: []string{"户数", "家数", "项目数", "单位数", "企业数", "笔数", "项数", "其中市级", "其中县区", "其中县级", "其中区级",
		"市级负担", "县区负担", "市级承担", "县区承担", "市级资金", "县区资金", "指标号", "功能科目", "功能分类科目", "支出功能分类科目", "经济科目", "经济分类科目", "政府经济科目",
		"部门经济科目",
		"政府预算经济分类", "部门预算经济分类", "支出科目",
		"余额", "结余", "结余金额", "结余数", "余额数", "资金来源",
		"项目编码", "预算项目", "联系人", "联系电话", "电话", "手机", "手机号码", "联系方式", "经办人",
		"审核人", "差额", "拨付进度", "支付方式", "责任处室", "处室"}, Ends: []string{"联系电话", "科目"}},
	{ID: table.Ignored, Name: []string{"账号", "帐号", "收款账号", "收款帐号", "银行账号", "银行帐号", "开户行", "开户银行", "收款行", "开户行名称",
		"收款人账号", "收款账户", "账户", "银行账户", "卡号", "联行号", "身份证号", "身份证号码", "银行"}, Ends: []string{"账号", "帐号", "开户行", "开户银行"}},
}

// stateNames head what became of a payment.
var stateNames = []string{"支付状态", "拨付状态", "付款状态", "拨款状态", "发放状态", "兑现状态", "到账状态", "到账情况", "状态", "是否拨付",
	"是否已拨付", "是否支付", "是否已支付", "是否到账", "支付结果", "拨付结果", "交易状态", "业务类型", "交易类型", "收支类型", "收支方向", "借贷方向",
	"借贷标志", "借贷", "是否兑现", "是否已兑现", "是否发放", "是否已发放"}

var paymentWords = table.NewWords(paymentHeadings, nil).Led(int(reconcile.LedgerDistrict),
	int(reconcile.LedgerCompany))

// namesOf are the words of a policy that can head the lines of a table.
func namesOf(v *standard.Vocabulary) table.Names {
	return table.Names{Item: v.NamesItem, District: v.NamesDistrict, Harmless: v.IsHarmless}
}

// payeesOf are these words for a ledger: the finance office of a district is
// paid, and heads no lines.
func payeesOf(v *standard.Vocabulary) table.Names {
	n := namesOf(v)
	n.District = func(text string) bool { return v.NamesDistrict(text) && !reconcile.IsOffice(v, text) }
	return n
}

// isTotal tells whether a cell begins a line of sums: 合计, 东海县小计, 共5家.
func isTotal(text string) bool {
	_, ok := table.TotalLabel(text)
	return ok
}

// paymentRoles are what the columns of a ledger are to the reader of lines.
var paymentRoles = [reconcile.NumLedgerColumns]table.Role{reconcile.LedgerSerial: table.RoleSerial,
	reconcile.LedgerDistrict: table.RolePlace, reconcile.LedgerCompany: table.RoleName,
	reconcile.LedgerAccount: table.RoleName, reconcile.LedgerCode: table.RoleCode,
	reconcile.LedgerItem: table.RoleItem, reconcile.LedgerUse: table.RoleItem, reconcile.LedgerRemark: table.RoleRemark,
	reconcile.LedgerLevel: table.RoleFact, reconcile.LedgerSubject: table.RoleFact,
	reconcile.LedgerCertificate: table.RoleFact, reconcile.LedgerYear: table.RoleFact,
	reconcile.LedgerDate: table.RoleFact, reconcile.LedgerVoucher: table.RoleFact,
	reconcile.LedgerState: table.RoleFact, reconcile.LedgerDocument: table.RoleFact,
	reconcile.LedgerDue: table.RoleAmount, reconcile.LedgerIssued: table.RoleAmount,
	reconcile.LedgerPaid: table.RoleAmount, reconcile.LedgerReturned: table.RoleAmount,
	reconcile.LedgerUnpaid:     table.RoleAmount,
	reconcile.LedgerInstalment: table.RoleAmount}
