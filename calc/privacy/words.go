package privacy

import "strings"

// The words and the forms of private data. They are data: a kind of word that
// is missed is a line here and a line in the tests.

// word names private data beside it. Words holds the alternatives, blanks
// between them; people also write them with blanks inside (电 话). Value is the
// form of what stands behind, by name in [valueForms] or as an expression.
type word struct {
	kind  LeakKind
	words string
	value string
}

// tellingWords make what stands behind them private wherever they stand: with a
// colon, in brackets or with nothing between.
var tellingWords = []word{
	{LeakIdentity, "居民身份证 身份證 身份证件 身份证明 身份证 身份号码 公民身份号码 证件号码 证件号", `{digits4}[Xx]?`},
	{LeakPassport, "护照 passport", `[A-Za-z]{1,2}[-. ]?{digits6}`},
	{LeakDocument, "往来港澳通行证 港澳通行证 港澳证 台湾通行证 通行证 回乡证 台胞证 驾驶证档案 驾驶证 军官证 士兵证 居住证 准考证 学生证 残疾证 户口簿 户口本",
		`(?:\p{Han}字第)?[A-Za-z]?{digits6}`},
	{LeakInsurance, "社会保障号 社会保障卡 社保卡 社保 参保号 医保卡 医保 公积金账号 公积金", `[A-Za-z]?{digits6}`},
	{LeakAccount, "银行账户 银行账号 收款账户 收款账号 对公账户 账户 帐户 账号 帐号 帳號 银行卡 卡号 存折", `{digits4}`},
	{LeakBank, "开户银行 开户行 开户机构", `[^\s:：,，;；。]*` +
		`(?:银行|支行|分行|信用社|信用联社|营业部|农商行|工行|农行|中行|建行|交行|招行|邮储)[^\s,，;；。]*`},
	{LeakStaff, "工号 员工编号 职工编号 员工号 学号 胸牌号 胸卡号", `[A-Za-z]{0,3}{digits4}`},
	{LeakTelephone, "内线 分机号 分机", `[0-9]{3,5}`},
	{LeakTelephone, "联系电话 联系方式 固定电话 移动电话 办公电话 电话 電話 手机 手機 传真 固话 座机 总机 分机 热线 短号 小灵通 telephone tel phone mobile mob fax",
		`{digits5}`},
	{LeakMobile, "手机尾号 电话尾号 手机号后四位 手机后四位 电话后四位", `{digits4}`},
	{LeakAccount, "卡尾号", `{digits4}`},
	{LeakMail, "电子邮箱 电子邮件 邮箱 郵箱 邮件 电邮 e-?mail",
		`[^\s@]+@[^\s@]+|[0-9]{5,}|[A-Za-z]{3,}[0-9_.-]+[A-Za-z0-9_.-]*`},
	{LeakMessenger, "微信号 微信 薇信 威信 加微 加V V信 wechat " +
		"QQ号 QQ群 QQ Q号 扣扣 企鹅号 钉钉号 抖音号 抖音 快手号 小红书号 小红书 微博号 微博 UID 支付宝 telegram skype", `[A-Za-z0-9_][A-Za-z0-9_-]{4,}`},
	{LeakMessenger, "wx vx", `1[3-9]{digits9}|[A-Za-z]{3,}[0-9_-]+[A-Za-z0-9_-]*`},
	{LeakPlate, "车牌号码 车牌号 车牌 车号", `\p{Han}?[A-Z][-·. ]?[A-Z0-9]{4,6}`},
	{LeakBirth, "出生日期 出生年月 出生时间 生日 出生于 生于 出生", `{date}|(?:19|20)[0-9]{6}|(?:19|20)[0-9]{2}年|[0-9]{1,2}月[0-9]{1,2}日`},
	{LeakHome, "户籍所在地 户籍地址 户籍地 户籍 户口所在地 户口在 户口 籍贯 出生地 老家",
		`\p{Han}{1,8}(?:省|市|县|区|镇|乡|村)[\p{Han}0-9A-Za-z#()-]*`},
	{LeakAddress, addressWords, `[\p{Han}0-9A-Za-z#()-]*` +
		`(?:街|路|巷|弄|道|村|镇|乡)[\p{Han}]*[0-9]+[-0-9#]*(?:号|室|栋|幢|弄|单元|层|楼)[\p{Han}0-9A-Za-z#()-]*`},
	{LeakAddress, "家住 现住 现居 居住在 住在", `\p{Han}{1,8}(?:省|市|县|区|镇|乡|村)[\p{Han}0-9A-Za-z#()-]*`},
}

const addressWords = "家庭住址 家庭地址 通讯地址 通信地址 联系地址 注册地址 收件地址 现住址 居住地 现居 现住 住址 住所地 住所 地址 家住"

// colonWords make what stands behind them private only behind a colon: with
// anything else between they also stand in ordinary names.
var colonWords = []word{
	{LeakMail, "电子邮箱 邮箱 e-?mail", `[A-Za-z0-9][A-Za-z0-9._-]{3,}`},
	{LeakMessenger, "wx vx", `[A-Za-z][A-Za-z0-9_-]{4,}`},
	{LeakMessenger, "微博 抖音 小红书 快手 B站 飞书 钉钉", `[\p{Han}A-Za-z0-9_-]{2,}`},
	{LeakHome, "户籍所在地 户籍地 户籍 户口所在地 户口 籍贯 出生地", `\p{Han}{2,}`},
	{LeakAddress, addressWords, `[\p{Han}0-9A-Za-z#()-]{4,}`},
	{LeakTrait, "性别", `[男女]`},
	{LeakTrait, "年龄", `[0-9]{1,3}`},
	{LeakTrait, "民族", `\p{Han}{1,4}`},
	{LeakTrait, "政治面貌 婚姻状况 婚姻 学历", `\p{Han}{2,}`},
	{LeakTrait, "血型", `[ABO]+`},
	{LeakTrait, "病史 既往病史 疾病", `\p{Han}{2,}`},
}

// stateWords tell something of a person together with one of a closed set of
// values behind them: 民族回族, 工资8000.
var stateWords = []word{
	{LeakTrait, "税前工资 税后工资 月工资 年工资 基本工资 工资收入 工资 薪资 薪酬 月薪 年薪 底薪",
		`(?:约|合计|达|每月)?[1-9][0-9.,]{2,}|(?:约|达)?[1-9][0-9.]*(?:万|千|k|K)`},
	{LeakTrait, "性别", `[男女](?:$|[^\p{Han}])`},
	{LeakTrait, "年龄", `[1-9][0-9](?:$|[^0-9.-])`},
	{LeakTrait, "民族", `(?:汉|回|满|蒙古|藏|维吾尔|苗|彝|壮|布依|朝鲜|侗|瑶|白|土家|哈萨克|傣|黎|畲)族`},
	{LeakTrait, "学历 文化程度", `(?:博士|硕士|研究生|本科|大学|大专|专科|高中|中专|初中|小学)(?:$|[^\p{Han}]|学历|毕业)`},
	{LeakTrait, "政治面貌", `(?:中共)?预?备?(?:党员|团员|群众|无党派)`},
	{LeakTrait, "婚姻状况 婚姻", `(?:已婚|未婚|离异|离婚|丧偶|再婚)`},
	{LeakTrait, "血型", `(?:AB|A|B|O|ab|a|b|o)型?(?:$|[^\p{L}0-9])`},
	{LeakTrait, "家庭成员 家庭人口 子女", `[0-9一二两三四五六]+[个名口人]`},
}

// personWords name a person behind them. What stands behind is held against
// [nameShape]: the words stand in ordinary names, too (企业负责人培训班).
const personWords = "法定代表人 授权代表 代表人 实际控制人 实控人 股东 出资人 持股人 监事 法人代表 法人姓名 法人 联系人 聯繫人 联络人 联络员 对接人 " +
	"负责人 負責人 经办人 经手人 填表人 填报人 申报人 申请人 审核人 持证人 收款人 开户人 " +
	"主持人 发明人 完成人 持有人 持有者 当事人 受益人 签字人 签收人 领款人 委托人 代理人 监护人 责任人 主讲人 授课人 班主任 车主 负责同志 " +
	"户主 户名 户口簿 户口本 财务主管 财务 会计 出纳 姓名 经办 " +
	"总工程师 工程师 技术员 主任 中共党员 党员 总经理 职业经理人 经理 厂长 董事长 车间主任 业务员 学员 讲师"

// familyWords name somebody of a person's family behind them.
const familyWords = "配偶 丈夫 妻子 爱人 儿子 女儿 父亲 母亲"

// personColonWords name a person behind them only behind a colon.
const personColonWords = "联系 审核 复核 审批 制表 填表 校对 员工 专家 校长 院长 带头人 导师 残疾人 低保户"

// certificateWords stand before the number of a certificate, a lot, a file.
const certificateWords = "编号 证号 证书 批号 批次号 批次 网安备 备案号 登记号 专利号 订单号 合同号 许可证 流水号 序列号"

// titles stand behind a person's name; offices do, too, and part of what bears
// them is ordinary (区域经理), so that only a surname before them tells.
const (
	titles  = "同志 先生 女士 老师 师傅"
	offices = "总经理 副总经理 经理 副主任 主任 副科长 科长 副处长 处长 副局长 局长 部长 厂长 董事长 总监 校长 院长 书记 主席 会计 总"
)

// shortTitles stand behind a surname alone; some of both together are ordinary
// words.
const (
	shortTitles   = "总 工 董 局"
	ordinaryShort = "高工 金工 施工 车工 农工 管工 党工 全总 石总 汤工 包工 段工 柴工 全局 司局 路局 商局 农局 水局"
)

// callWords stand before the name of whom one should turn to.
const callWords = "联系人 联系 咨询 请找 找 问"

// aside is what people put in brackets between a word and a name: 联系人（女）,
// 法定代表人（签字）.
const aside = ` ?[(\[][^()\[\]]{1,8}[)\]]`

// asideWord is the same between a word and a number: 电话（小号）.
const asideWord = `(?: ?[(\[]\p{Han}{1,8}[)\]])?`

// form is a value that tells what it is by its form alone. What is not sure
// has the form of a number that something else may bear, too. Needs is what a
// text has one of that holds such a value, none for as many digits as a
// telephone's number has. Lead and Trail are what may not stand beside it.
type form struct {
	kind               LeakKind
	sure               bool
	needs              []string
	lead, value, trail string
}

const (
	noLetter  = `0-9A-Za-z`
	landline  = `\({0,2}0(?:10|2[0-9]|[3-9][0-9]{2})\)?`
	provinces = "京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼"
	local     = `[2-8][0-9]{2,3}[- ]?[0-9]{4}`
)

var (
	mailSigns = []string{"@", "at", "#", "艾特", "(a)"}
	hiding    = strings.Fields("** ●● ○○ •• xx XX ##") // stand for digits that were hidden
	born      = []string{"生"}
	rooms     = []string{"室", "单元", "户", "住"}
	handles   = []string{"同", "@"}
	traits    = strings.Fields("岁 史 学历 毕业 收入 奖金 婚 离异 丧偶 患 阳性 阴性 体检 残疾 低保 特困 五保")
	plates    = strings.Split(provinces, "")
)

var forms = []form{
	{LeakMail, true, mailSigns, "", `(?:\p{Han}+|[A-Za-z0-9._%+-]+)? ?@ ?[A-Za-z0-9-]+(?: ?\. ?[A-Za-z0-9-]+)+`, ""},
	{LeakMail, true, mailSigns, "", `[A-Za-z0-9._%+-]+ ?[\[({<]at?[\])}>] ?` +
		`[A-Za-z0-9-]+(?: ?(?:\.|[\[({<]?dot[\])}>]?) ?[A-Za-z0-9-]+)+`, ""},
	{LeakMail, false, mailSigns, "", `[A-Za-z0-9._%+-]+(?: (?i:at) |#|艾特)[A-Za-z0-9-]+` +
		`(?: ?\. ?| dot )(?:com|cn|net|org)`,
		noLetter},
	{LeakTelephone, false, nil, noLetter + `〔(-`, `(?:\+?(?:00)?86[- ]*)?` + landline + `[-–—./ ]{0,3}` + local,
		noLetter},
	{LeakTelephone, false, nil, noLetter, `\+?(?:00)?86[- ]+\(?(?:10|2[0-9]|[3-9][0-9]{2})\)?[- ]+` + local, noLetter},
	{LeakTelephone, false, nil, noLetter + `-`, `[48]00[- ]?[0-9]{3}[- ]?[0-9]{4}`, noLetter + `-`},
	{LeakTelephone, false, nil, noLetter + `-`, `[2-8][0-9]{6,7}转[0-9]{1,5}`, noLetter},
	{LeakPassport, false, nil, noLetter + `-`, `[EG][A-HJ-NP-Z]?[0-9]{7,8}`, noLetter + `-`},
	{LeakPlate, false, plates, noLetter, `[` + provinces + `][-·]?[A-Z][-· .]?[A-HJ-NP-Z0-9]{5,6}`,
		noLetter + `〔(批号字第-`},
	{LeakMobile, false, hiding, noLetter + `-`, `1[3-9][0-9][- ]?{masked}[- ]?[0-9]{3,5}`, noLetter + `-`},
	{LeakMobile, false, hiding, noLetter + `-`, `1[3-9][0-9][*●○•xX#]{8}`, noLetter + `-`},
	{LeakCard, false, hiding, noLetter + `-`, `(?:62|4[0-9]|5[1-5])[0-9]{2,4}[- ]?(?:{masked} ?){1,4}[- ]?[0-9]{3,4}`,
		noLetter + `-`},
	{LeakIdentity, false, hiding, noLetter + `-`, `[1-8][0-9]{2,13}[- ]?{masked}[- ]?[0-9]{0,4}[0-9Xx]?`,
		noLetter + `-`},
	{LeakTelephone, false, nil, noLetter + `〔(-`, landline + `[-–—./ ]{0,3}[2-8]?[0-9]{0,3}{masked}[0-9]{0,4}`,
		noLetter},
	{LeakBirth, true, born, "", `{date} ?出生`, ""},
	{LeakBirth, true, born, "", `{date} ?生`, `\p{Han}`},
	{LeakBirth, true, born, "0-9", `(?:19|20)?[0-9]{2}年(?:[0-9]{1,2}月)? ?出?生`, `\p{Han}`},
	{LeakTrait, false, traits, "0-9-", `[1-9][0-9] ?周?岁(?:[男女]性?)?`, `\p{Han}\p{Pd}~`},
	{LeakTrait, false, traits, "", `[年月]收入(?:约|为|是)?(?:[1-9][0-9]{0,2}(?:\.[0-9]+)?万|[1-9][0-9]{3,4}元?)`, `0-9.万亿`},
	{LeakTrait, false, traits, "", `奖金(?:约|为|是)?[1-9][0-9.]*万?元? ?(?:/|每) ?人`, ""},
	{LeakTrait, false, traits, "", `(?:^|[^\p{Han}])(?:已婚|未婚|离异|丧偶)(?:[已未]育)?`, `\p{Han}`},
	{LeakTrait, false, traits, "", `(?:身患|患有|患)(?:\p{Han}{0,4})(?:病|癌症?|肿瘤|高血压|肝炎|结核|抑郁症|尿毒症)`, `\p{Han}`},
	{LeakTrait, false, traits, "", `(?:HIV|乙肝|丙肝|艾滋|梅毒|新冠|核酸)(?:病毒|抗体|检测)*[阳阴]性`, `\p{Han}`},
	{LeakTrait, false, traits, "", `\p{Han}{1,4}病史`, `\p{Han}`},
	{LeakTrait, false, traits, "", `(?:博士|硕士|本科|大专|专科|高中|中专|初中|小学)(?:学历|毕业)`, `\p{Han}`},
	{LeakTrait, false, traits, "", `体检(?:结果)?[:为]?(?:异常|不合格|正常|合格)`, `\p{Han}`},
	{LeakTrait, false, traits, "", `残疾(?:等级)?[:为]?[一二三四1-4]级`, ""},
	{LeakTrait, false, traits, "", `(?:^|[^\p{Han}])(?:低保|特困|五保)(?:户|家庭|人员)`, `\p{Han}`},
	{LeakMessenger, true, handles, "", `(?:微信|微|V|v)(?:号)? ?\(?同(?:手机|电话|号)`, ""},
	{LeakMessenger, true, handles, "", `(?:微博|抖音|快手|小红书) ?@ ?[\p{Han}A-Za-z0-9_-]{2,}` +
		`|@ ?(?:微博|抖音|快手|小红书)[\p{Han}A-Za-z0-9_-]{2,}`, ""},
	{LeakAddress, false, rooms, "", `(?:^|[^\p{Han}])住(?:在|于)?\p{Han}{2,}(?:路|街|巷|村|镇)` +
		`[\p{Han}]*[0-9]+[号室栋幢][\p{Han}0-9-]*`, ""},
	{LeakAddress, false, rooms, "", `\p{Han}+(?:街|路|巷|弄|大道|村)[0-9]+(?:-[0-9]+)?号[^,;。]{0,12}[0-9]+(?:室|单元|户)`, ""},
}

// valueForms stand for parts of an expression. A number is written with up to
// three signs between its digits, or with some of them hidden.
var valueForms = map[string]string{
	"{masked}":  `[*●○•xX#]{3,15}`,
	"{date}":    `(?:19|20|一九|二〇|二○|二零)[0-9一二三四五六七八九〇零○]{2}[-./年 ]{1,3}` + month + `(?:[-./月 ]{1,3}` + month + `?)?日?`,
	"{digits4}": between + `{4,}`, "{digits5}": between + `{5,}`,
	"{digits6}": between + `{6,}`, "{digits9}": between + `{9}`,
}

const month = `(?:[0-9]{1,2}|[一二三四五六七八九十]{1,3})`

const between = `(?:[0-9](?:[*●○•]{3,15}|[^\p{L}0-9]{0,3}))`

// bodyEndings end what is no person's name: bodies, works, acts, things.
const bodyEndings = "厂店社所会院校站行部局司场馆园中心队处室区县市镇乡村港团班课系统软件平台培训证书证照名单机构单位企业公司工程项目程序" +
	"管理登记变更核准认定备案信息数据库表卡号码性力学"

// notNames begin ordinary words whose first character is a surname, too.
const notNames = "高级 高新 高研 高端 高层 管理 管控 单位 任职 任前 方案 方法 施工 车辆 应急 应用 和谐 成长 成果 师资 计划 计算 时间 时代 " +
	"金融 金属 石油 石化 安全 安装 相关 常用 常见 全国 全程 全体 水平 支持 经营 包装 温度 康复 路线 通信 国家 国际 国内 能力 能源 公共 公务 公开 " +
	"金牌 车间 常务 农业 农村 司法 司机 水利 水务 文化 文旅 党委 党支部 党总支 党组 党建 卫生 卫健 商务 商会 房产 时任 司库"

// surnames are the common ones, nearly all of the people bear one of them.
const surnames = "王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈" +
	"姚卢姜崔钟谭陆汪范金石廖贾夏韦付傅方白邹孟熊秦邱江尹薛闫阎段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔" +
	"向汤温康施文牛樊葛邢安齐易乔伍庞颜倪庄聂章鲁岳翟殷詹申欧耿关兰焦俞左柳甘祝包宁尚符舒阮柯纪梅童凌毕单" +
	"季裴霍涂成苗谷盛曲翁冉骆蓝路游辛靳管柴蒙鲍华喻祁蒲房滕屈饶解牟艾尤穆农司卓古吉缪简车连芦麦褚娄窦戚岑" +
	"景党宫费卜冷晏席卫米柏宗瞿桂佟臧闵苟邬边卞姬仇栾隋商刁沙荣巫寇桑郎甄丛仲虞敖巩明佘池查麻苑迟邝"
