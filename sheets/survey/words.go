package survey

import (
	"jiangbu/calc"
	"jiangbu/sheets/table"
)

// What a heading is about, beyond its column: it tells which name a code or a
// district beside it belongs to.
const (
	kindPlain = iota
	kindBody  // a body with a credit code: an enterprise, an agency
	kindPlace // a park or a base: recognised itself, and paid where nobody else is named
	kindCode
	kindDistrict
	kindValidity // one column for both ends of 有效期
)

// names of bodies that are paid, most explicit first.
var (
	payees = []string{"奖补对象", "奖励对象", "补助对象", "补贴对象", "奖补单位", "获奖单位", "受奖单位", "收款单位", "收款人", "资金拨付对象", "奖补单位名称", "奖补企业",
		"奖补企业名称", "奖补对象名称",
		"拟奖补单位", "拟奖补企业", "拟奖补对象"}
	agencies = []string{"提供服务的机构", "提供服务机构", "提供诊断服务的机构", "节能诊断提供服务的机构", "诊断机构", "诊断机构名称", "第三方机构", "第三方机构名称",
		"第三方服务机构", "第三方诊断机构", "节能诊断机构", "节能诊断服务机构", "服务机构", "服务机构名称", "诊断服务机构", "诊断单位",
		"诊断服务单位", "服务单位", "第三方", "第三方单位", "培训机构", "培训机构名称", "承办单位", "承办单位名称", "承办机构", "实施单位", "承担单位", "承担单位名称", "主办单位"}
	operators = []string{"管理机构", "管理机构名称", "园区管理机构", "运营单位", "运营单位名称", "运营机构", "运营主体", "运营企业", "运营管理单位", "运营管理机构",
		"产权单位", "产权单位名称", "所有权单位", "所有权人",
		"所有权人名称", "产权人", "权属单位", "建设单位", "建设运营单位", "管理单位", "依托单位", "基地运营单位", "基地运营机构", "管委会", "所属企业", "所属单位"}
	employers = []string{"工作单位", "工作单位名称", "所在企业", "所在企业名称", "所在单位", "所在单位名称", "所在公司", "任职企业", "任职单位", "就职单位", "就职企业",
		"用人单位"}
	firms = []string{"单位名称", "企业名称", "公司名称", "单位全称", "企业全称", "名称(全称)", "申报单位", "申报单位名称", "申报企业", "申报企业名称", "申请单位",
		"申请企业", "申请单位名称", "企业(单位)名称", "单位(企业)名称",
		"企业或单位名称", "单位/企业名称", "企业/单位名称", "企业", "单位", "公司", "企业名", "单位名", "认定企业", "认定单位", "认定企业名称", "入选企业", "入选企业名称",
		"入选单位", "获评企业", "获评单位", "获评企业名称",
		"现名称", "企业现名称", "单位现名称", "现企业名称", "变更后名称", "更名后名称", "获证企业", "获证单位",
		"持证单位", "证书持有人", "法人名称", "法人单位名称", "机构名称", "主体名称", "申报主体", "申请主体", "奖补主体", "市场主体名称", "经营主体名称",
		"企事业单位名称", "生产企业",
		"生产企业名称", "企业名称全称"}
	factories = []string{"工厂名称", "厂名", "工厂"}
	clients   = []string{"被诊断企业", "被诊断企业名称", "被诊断单位", "被诊断单位名称", "受诊断企业", "受诊断企业名称", "诊断企业", "诊断企业名称", "诊断对象", "诊断对象名称",
		"用能单位", "用能单位名称", "用能企业", "用能企业名称",
		"重点用能单位", "重点用能企业", "重点用能单位名称", "重点用能企业名称", "被服务企业", "被服务企业名称", "被服务单位", "服务对象", "服务企业", "服务企业名称", "受服务企业",
		"受诊断单位"}
	codes = []string{"统一社会信用代码", "社会信用代码", "信用代码", "统一信用代码", "统一社会信用代码证号", "统一社会信用代码号", "社会统一信用代码", "统一代码", "信用码"}
)

// withEach joins each front with each tail: 诊断机构统一社会信用代码.
func withEach(fronts []string, tails ...string) []string {
	var out []string
	for _, f := range fronts {
		for _, t := range tails {
			out = append(out, f+t)
		}
	}
	return out
}

var (
	nameTails     = []string{"名称", "单位名称", "企业名称", "机构名称", "全称"} // below a heading of a group
	codeTails     = append([]string{"代码", "机构代码", "税号"}, codes...)
	dateTails     = []string{"日期", "时间", "年月"}
	awardWords    = []string{"奖补", "奖励", "补助", "补贴", "兑现", "扶持", "支持", "奖"}
	sumTails      = []string{"金额", "资金", "标准", "额", "额度", "数额", "款"}
	districtTails = []string{"县区", "所在县区", "所属县区", "所在地", "所在地区", "所属地区", "区县", "所在区县", "板块", "所属板块", "属地", "地区"}
)

// headings is every heading of a survey that is known. Ranks order synonyms:
// in a table with 诊断机构 and 企业名称 the agency is the company, and the
// other name, outranked, says for whom.
var headings = []table.Heading{
	{ID: int(calc.ColSerial), Many: true, Name: []string{"序号", "序", "编序", "行号", "No", "项次", "顺序号", "序列"}},

	{ID: int(calc.ColCompany), Kind: kindBody, Rank: 9, Name: payees},
	{ID: int(calc.ColCompany), Kind: kindBody, Rank: 8, Else: int(calc.ColBody),
		Name: append(withEach(agencies, nameTails...), agencies...)},
	{ID: int(calc.ColCompany), Kind: kindBody, Rank: 7, Else: int(calc.ColBody), Name: operators},
	{ID: int(calc.ColCompany), Kind: kindBody, Rank: 6, Name: employers},
	{ID: int(calc.ColCompany), Kind: kindBody, Rank: 5, Else: int(calc.ColSubject), Ends: firms[:5], Name: firms},
	{ID: int(calc.ColCompany), Kind: kindBody, Rank: 4, Else: int(calc.ColSubject), Name: factories},
	{ID: int(calc.ColCompany), Kind: kindBody, Rank: 1, Else: int(calc.ColSubject), Name: []string{"名称", "全称"}},

	{ID: int(calc.ColSubject), Kind: kindBody, Rank: 6,
		Name: append(withEach(clients, nameTails...), clients...)},
	{ID: int(calc.ColSubject), Kind: kindPlace, Rank: 5, Name: []string{"园区", "基地", "示范基地", "集聚区名称"},
		Ends: []string{"园区名称", "基地名称"}},
	{ID: int(calc.ColSubject), Rank: 5, Ends: []string{"产品名称", "软件名称", "车间名称", "平台名称", "遗产名称", "任务名称", "活动名称"},
		Name: []string{"软件产品", "软件产品名称及版本", "软件名称及版本号", "产品名称及型号", "产品名称及版本", "产品", "车间", "平台", "遗产", "工业遗产", "姓名",
			"人员姓名", "职业经理人姓名", "职业经理人", "经理人姓名", "学员姓名",
			"持证人", "持证人姓名", "获证人员", "活动", "任务", "任务或活动名称", "活动或任务名称", "培训班名称", "培训名称", "培训项目", "认证产品", "获证产品", "建材产品名称",
			"中心名称", "设计中心名称", "证书产品"}},
	{ID: int(calc.ColSubject), Rank: 4, Name: []string{"产品或对象名称", "产品或对象", "认定名称或对象", "认定对象", "认定对象名称", "对象名称", "对象",
		"产品(项目)名称", "认定名称或产品", "产品/项目名称", "产品、车间或平台名称",
		"产品或平台名称", "产品名称或对象", "具体名称", "认定对象或产品", "产品或项目名称", "奖补客体", "客体名称", "认定客体"}},
	{ID: int(calc.ColSubject), Rank: 2, Name: []string{"项目名称", "案例名称", "品牌名称"}},

	{ID: int(calc.ColSubjectCode), Rank: 9,
		Name: append(withEach(clients, codeTails...), withEach([]string{"对象", "认定对象", "园区", "基地"}, codeTails...)...)},
	{ID: int(calc.ColCreditCode), Rank: 9,
		Name: append(append(withEach(agencies, codeTails...), withEach(operators, codeTails...)...),
			withEach(employers, codeTails...)...)},
	{ID: int(calc.ColCreditCode), Kind: kindCode, Rank: 6,
		Name: withEach([]string{"单位", "企业", "申报单位", "申报企业", "公司", "法人"}, codeTails...), Ends: codes},
	{ID: int(calc.ColCreditCode), Kind: kindCode, Rank: 5,
		Name: []string{"统一社会信用代码/组织机构代码", "统一社会信用代码或组织机构代码", "统一社会信用代码/税号", "营业执照统一社会信用代码", "统一社会信用编码", "统一社会信用代号"}},
	{ID: int(calc.ColCreditCode), Kind: kindCode, Rank: 3,
		Name: []string{"组织机构代码", "机构代码", "营业执照号", "营业执照号码", "营业执照注册号", "工商注册号", "注册号"}},
	{ID: int(calc.ColCreditCode), Kind: kindCode, Rank: 2, Name: []string{"税号", "纳税人识别号", "纳税识别号", "税务登记号"}},
	{ID: int(calc.ColCreditCode), Kind: kindCode, Rank: 1, Name: []string{"代码"}},

	{ID: int(calc.ColSubjectDistrict), Rank: 9,
		Name: append(withEach(clients, districtTails...), withEach([]string{"对象", "认定对象"}, districtTails...)...)},
	{ID: int(calc.ColDistrict), Rank: 9,
		Name: append(append(withEach(agencies, districtTails...), withEach(operators, districtTails...)...),
			withEach([]string{"单位", "企业", "申报单位", "申报企业", "公司", "工厂"}, districtTails...)...)},
	{ID: int(calc.ColDistrict), Kind: kindDistrict, Rank: 5,
		Name: []string{"县区", "所属县区", "县(区)", "县、区", "县区(板块)", "县(区、板块)", "板块", "所属板块", "区县", "区(县)", "县市区", "县(市、区)",
			"县区/板块", "县区、板块", "县区或板块",
			"所在县区", "所在区县", "所属区县", "所在板块", "所在县(区)", "所属县(区)", "属地县区", "申报县区", "推荐县区", "上报县区", "填报县区"}},
	{ID: int(calc.ColDistrict), Kind: kindDistrict, Rank: 4,
		Name: []string{"地区", "属地", "所属地区", "所在地区", "辖区", "所属辖区", "区域", "所属区域", "所在区域", "行政区划", "行政区", "地市", "所属地",
			"归属地"}},
	{ID: int(calc.ColDistrict), Kind: kindDistrict, Rank: 3,
		Name: []string{"所在地", "所在位置", "注册地", "注册地区", "注册所在地", "企业注册地"}},
	{ID: int(calc.ColDistrict), Kind: kindDistrict, Rank: 2,
		Name: []string{"推荐单位", "报送单位", "上报单位", "填报单位", "推荐部门", "主管部门", "初审单位", "审核单位"}},

	{ID: int(calc.ColItem), Rank: 6, Name: append(withEach([]string{"奖补", "奖励", "补助", "补贴", "资助", "扶持", "兑现", "政策"},
		"事项", "项目", "类别", "类型", "内容", "事项名称", "项目名称"), "申报事项", "申报项目", "申报类别", "条款及事项",
		"政策条款及事项", "奖补条款及事项", "事项", "事项名称", "奖补政策事项")},
	{ID: int(calc.ColItem), Rank: 5, Name: []string{"认定项目", "认定名称", "认定事项", "认定类别", "荣誉名称", "称号名称",
		"资质名称", "认定项目名称", "获批项目", "获评项目", "入选项目", "认定(评定)名称", "示范名称", "项目类别", "项目类型"},
		Ends: []string{"称号", "荣誉"}},
	{ID: int(calc.ColItem), Rank: 2, Name: []string{"条款", "政策条款", "对应条款", "奖补条款", "适用条款", "政策依据条款", "对应政策条款",
		"类别"}},

	{ID: int(calc.ColLevel), Rank: 5, Name: []string{"级别", "认定级别", "等级", "认定等级", "级别/等级", "评定等级", "评定级别", "荣誉级别",
		"称号级别", "项目级别", "奖补级别", "级别(等级)", "认定层级", "层级", "级别或等级", "证书级别"}},
	{ID: int(calc.ColLevel), Rank: 4, Name: []string{"星级", "上云星级", "星级等级", "平台类型", "平台级别", "平台类别", "认证星级", "星级级别"}},

	{ID: int(calc.ColNature), Rank: 5, Name: []string{"认定类型", "新认定或复核", "新认定/复核", "认定性质", "是否新认定", "认定方式", "申报类型",
		"认定情形", "新认定/复核/延续", "新增或复核", "是否复核", "证书类型", "证书类别", "认定状态"}},
	{ID: int(calc.ColNature), Rank: 2, Name: []string{"类型", "性质", "状态", "情形", "认定进度", "认定进展", "认定阶段", "进展情况", "办理进度"}},

	{ID: int(calc.ColCertificate), Rank: 5,
		Name: []string{"证书编号", "证书号", "证书号码", "证书编号或文号", "证书编号/文号", "文号或证书编号", "文号/证书编号", "文号(证书编号)", "证书编号(文号)",
			"证书或文号", "证书编号或认定文号", "认定文号或证书编号",
			"认定文号/证书编号", "证书编码", "登记号", "证书(文件)编号", "文件号或证书号", "证书号或文号", "文号或证书号"}, Ends: []string{"证书编号", "证书号"}},
	{ID: int(calc.ColCertificate), Rank: 2, Name: []string{"编号", "证号", "证书", "凭证号", "报告编号", "诊断报告编号"}},
	{ID: int(calc.ColDocument), Rank: 5,
		Name: []string{"文号", "认定文号", "文件号", "认定文件号", "认定文件文号", "文件文号", "发文文号", "批文号", "发文字号", "公布文号", "批准文号",
			"认定文件名称及文号", "认定文件及文号", "文件名称及文号", "依据文号"}},
	{ID: int(calc.ColDocument), Rank: 3,
		Name: []string{"认定文件", "文件依据", "认定依据", "文件名称", "认定文件名称", "发文依据", "依据文件", "依据", "批准文件", "文件"}},

	{ID: int(calc.ColBody), Rank: 5, Name: []string{"发证机构", "认定机构", "认定部门", "发证机关", "认定单位名称", "发文机关", "发文单位", "发文部门",
		"颁发机构", "认证机构", "评估机构", "发证单位", "认定机关", "颁发单位", "颁证机构", "评定机构",
		"评定部门", "授予单位", "授予部门", "批准部门", "批准机关", "认证机构名称", "发证机构名称"}},

	{ID: int(calc.ColRecognised), Rank: 6,
		Name: []string{"认定日期", "认定时间", "认定(发证)日期", "认定日期(成文日期)", "发文日期", "发文时间", "成文日期", "认定公布日期", "认定文件日期", "文件日期",
			"印发日期"}, Ends: append(withEach([]string{"认定"}, dateTails...), "发证日期", "发证时间")},
	{ID: int(calc.ColRecognised), Rank: 5,
		Name: withEach([]string{"发证", "取得", "获证", "获得", "获评", "获批", "批准", "认证", "颁证", "颁发", "评估", "评定", "证书", "授予",
			"入选",
			"证书颁发", "取证"}, dateTails...)},
	{ID: int(calc.ColRecognised), Rank: 4,
		Name: withEach([]string{"公布", "公告", "完成", "报告", "诊断", "诊断完成", "报告完成", "诊断报告", "报告出具", "验收", "举办", "活动", "培训",
			"实施", "承办",
			"结业"}, dateTails...)},
	{ID: int(calc.ColRecognised), Rank: 2, Name: []string{"日期", "时间"}},
	{ID: int(calc.ColLabelYear), Rank: 5,
		Name: []string{"年度", "认定年度", "年份", "认定年份", "所属年度", "名单年度", "获评年度", "申报年度", "年度/批次", "年度(批次)", "年度、批次", "年度及批次",
			"认定年度及批次"}},
	{ID: int(calc.ColLabelYear), Rank: 3, Name: []string{"批次", "认定批次", "名单批次", "公布批次", "入选批次"}},

	{ID: int(calc.ColValidFrom), Rank: 5,
		Name: []string{"有效期起", "有效期自", "有效期始", "有效期开始", "有效期起始", "有效期起始日期", "有效期开始日期", "有效起始日期", "有效期从", "证书有效期起",
			"起始日期", "有效期(起)", "有效期:起", "生效日期"}},
	{ID: int(calc.ColValidTo), Rank: 5, Name: []string{"有效期止", "有效期至", "有效期到", "有效期截止", "有效期终", "有效期结束", "有效期截止日期",
		"有效期终止日期", "有效期结束日期", "证书有效期至", "证书有效期止", "有效截止日期", "截止日期", "到期日", "到期日期",
		"有效期(止)", "有效期(至)", "失效日期", "到期时间"}},
	{ID: int(calc.ColValidTo), Kind: kindValidity, Rank: 3,
		Name: []string{"有效期", "有效期限", "证书有效期", "有效期起止", "有效期(起止)", "有效期起止日期", "有效时间", "有效期间", "有效期起止时间"}},

	{ID: int(calc.ColBase), Rank: 5, Name: []string{"诊断费用", "诊断费", "诊断服务费", "诊断服务费用", "学费", "培训费", "培训费用", "学费金额",
		"认证费用", "学费(培训费)", "学费/培训费", "学费或培训费", "节能诊断费用", "实缴学费", "缴纳学费"}},
	{ID: int(calc.ColBase), Rank: 4, Name: []string{"费用", "实际费用", "费用金额", "服务费", "服务费用", "实付金额", "实际支付金额", "发票金额",
		"支付金额", "计算基数", "费用或学费", "费用(学费)", "费用/学费", "缴费金额", "诊断费用或学费"}},
	{ID: int(calc.ColBase), Rank: 3, Name: []string{"合同金额", "合同额", "合同价", "合同费用", "诊断合同金额"}},
	{ID: int(calc.ColApproved), Rank: 5,
		Name: []string{"核定金额", "批准金额", "审定金额", "核准金额", "核定奖补金额", "核定补助金额", "批复金额", "审定奖补金额", "核定费用", "批准补助金额",
			"市级核定金额"}},
	{ID: int(calc.ColApproved), Rank: 3, Name: []string{"审核金额", "审核确认金额", "核实金额"}},
	{ID: int(calc.ColClaimed), Rank: 6, Name: append(withEach(withEach([]string{"拟", "应", "可", "建议", "测算", "预计"},
		awardWords...), sumTails...), withEach([]string{"建议", "测算", "拟安排"}, sumTails...)...)},
	{ID: int(calc.ColClaimed), Rank: 5, Name: append(withEach(withEach([]string{"申请", "申报"},
		awardWords...), sumTails...), withEach([]string{"申请", "申报"}, sumTails...)...)},
	{ID: int(calc.ColClaimed), Rank: 4, Name: withEach(awardWords, sumTails...)},
	{ID: int(calc.ColClaimed), Rank: 1, Name: []string{"金额", "资金"}},

	{ID: int(calc.ColRemark), Rank: 5, Many: true,
		Name: []string{"备注", "备注说明", "说明", "情况说明", "备注(说明)", "其他说明", "备注栏", "有关说明"}},
	{ID: int(calc.ColRemark), Rank: 3, Many: true,
		Ends: []string{"意见", "审核结果", "初审结果", "审查结果",
			"评审结果", "核查结果", "复核结果", "审核情况", "核查情况"}},
	{ID: table.Ignored, Name: []string{"家数", "户数", "项数", "个数", "企业数", "企业数量", "单位数", "项目数", "数量"}},
	{ID: table.Ignored, Name: []string{"公示时间", "公示日期"}}, // a list is announced before anything is recognised

	{ID: table.Ignored, Name: []string{"联系人", "联系人姓名", "联系人及电话", "联系人及联系方式", "联系方式", "联系电话", "电话", "手机", "手机号", "手机号码",
		"固定电话", "办公电话", "电话号码", "传真", "邮箱", "电子邮箱", "QQ", "微信", "企业联系人",
		"企业联系电话", "单位联系人", "联系人电话", "联系人手机", "联系人职务", "职务", "职称", "岗位", "性别", "年龄", "学历", "民族", "出生年月", "政治面貌"},
		Ends: []string{"联系人", "联系电话", "联系方式", "手机号", "手机号码"}},
	{ID: table.Ignored, Name: []string{"开户行", "开户银行", "开户行名称", "开户银行名称", "银行", "银行账号", "银行账户", "银行帐号", "账号", "帐号", "账户",
		"账户名", "账户名称", "户名", "卡号", "银行卡号", "行号", "联行号", "开户名", "开户账号",
		"身份证", "身份证号", "身份证号码", "身份证件号码", "证件号码", "证件号", "公民身份号码"},
		Ends: []string{"银行账号", "身份证号", "身份证号码", "开户行", "开户银行"}},
	{ID: table.Ignored, Name: []string{"地址", "单位地址", "企业地址", "通讯地址", "联系地址", "注册地址", "详细地址", "办公地址", "生产地址", "邮编",
		"法定代表人", "法人代表", "法人", "法定代表人姓名", "负责人", "企业负责人", "单位负责人",
		"所属行业", "行业", "行业类别", "行业代码", "主营业务", "主要产品", "经营范围", "注册资本", "注册资金", "成立日期", "成立时间", "注册日期", "注册时间", "企业类型",
		"企业性质", "单位性质", "单位类型", "企业规模", "企业类别", "规模", "是否规上",
		"责任处室", "审核人", "经办人", "签字", "责任科室", "版本号", "投资额", "总投资", "产值", "营业收入",
		"职工人数"}, Ends: []string{"地址"}},
}

// words is the vocabulary of headings, prepared once.
var words = table.NewWords(headings, nil).Led(int(calc.ColCompany), int(calc.ColSubject))

// baseHeadings are the headings under which a policy's items have what they
// start from, that of the form among them.
func baseHeadings(p *calc.Policy) []table.Heading {
	var list []table.Heading
	for i := range p.Items {
		if names := p.Items[i].Base.Headings; len(names) > 0 {
			list = append(list, table.Heading{ID: int(calc.ColBase), Rank: 6, Name: names})
		}
	}
	if name := p.BaseHeading(); name != calc.ColBase.String() {
		list = append(list, table.Heading{ID: int(calc.ColBase), Rank: 6, Name: []string{name}})
	}
	return list
}
