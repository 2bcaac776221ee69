package policy

// Key is one key of a block of a policy file or its cases: what the loader
// accepts there, and what the page of keys says of it.
type Key struct {
	Name    string
	Needed  bool
	Chinese string // what stands behind it, in Chinese
	English string
	Example string // as it is written, "" where another key's shows it
}

// Block is the keys that stand together.
type Block struct {
	Name    string // in Chinese
	English string
	Keys    []Key
}

// Blocks is every key of a policy file and of its cases, from the very tables
// that the loader reads by.
func Blocks() []Block {
	return []Block{
		{"政策", "the policy", policyKeys}, {"effective 施行期间", "effective", effectiveKeys},
		{"award_years 奖补年度", "award_years", yearsKeys},
		{"levels 级别", "a level", levelKeys}, {"clauses 条款", "a clause", clauseKeys},
		{"items 奖补事项", "an item", itemKeys},
		{"base 计算基数", "base of an item", baseKeys}, {"allow 另可接受", "allow of an item", allowKeys},
		{"provisions 其他事项", "a provision", provisionKeys},
		{"not_covered 不在支持范围", "a thing not covered", notCoveredKeys},
		{"natures 认定类型", "a nature", natureKeys}, {"districts 县区", "a district", districtKeys},
		{"eligible 支持对象", "eligible", eligibleKeys},
		{"issuers 发文机关", "an issuer", issuerKeys}, {"readings 口径", "a reading", readingKeys},
		{"words 字样", "words", wordsKeys}, {"pairs 一口气说的词", "a pair of words", pairKeys},
		{"exclusions、overlaps 排除与重复", "an exclusion", barKeys},
		{"conditions 条件", "a condition", conditionKeys},
		{"shares 市县分担", "a share", shareKeys},
		{"cases 案例", "a case", caseKeys}, {"records 案例中的申报", "a record of a case", claimKeys},
		{"prior 案例中以前年度已奖", "a prior award of a case", priorKeys},
	}
}

var policyKeys = []Key{
	{"id", true, "编号：小写字母、数字和连字符", "the policy's id: lower-case words joined by hyphens", "id: wangchuan-2031"},
	{"document", true, "文号", "the number of the document", "document: 望政发〔2031〕7号"},
	{"title", true, "文件标题", "the title of the document", "title: 支持工业发展的若干政策"},
	{"city", true, "城市名称", "the city", "city: 望川市"},
	{"effective", true, "施行的起止日期", "the days it is in force", "effective: {from: 2031-01-01, to: 2033-12-31}"},
	{"award_years", true, "首个和最后一个奖补年度；事后奖补的，最后一个可以是失效的下一年",
		"the first and last award year; the last may be the year after the policy ends",
		"award_years: {first: 2031, last: 2034}"},
	{"checked_on", true, "与原文核对的日期", "the day it was held against the document", "checked_on: 2031-01-15"},
	{"levels", false, "级别，由低到高；没有级别的政策不写", "levels from low to high; left out where there are none", ""},
	{"clauses", true, "条款，逐条", "the clauses, one by one", ""},
	{"provisions", false, "其他事项原文", "the general provisions", ""},
	{"not_covered", false, "看上去像、但不奖补的事项", "what looks like an item and is none", ""},
	{"natures", true, "认定类型；第一项用于没有填写的行", "kinds of recognition; the first stands for rows that state none", ""},
	{"districts", true, "县区（板块），按报表顺序", "districts in the order of reports", ""},
	{"eligible", true, "支持对象", "who may be supported", ""},
	{"issuers", false, "由文号或机构的字样得知级别", "words of a document number that tell a level", ""},
	{"words", false, "名称之外的字样，按用途分列", "closed lists of words that texts hold beside names", ""},
	{"conditions", false, "报送表看不出、须由处室确认的条件", "what the text asks for and no column shows", ""},
	{"readings", false, "原文没有写死的口径", "choices that the text leaves open", ""},
	{"province", false, "省份名称；全国名单中只核对本省的行", "the province, by which national lists are cut", "province: 楚省"},
	{"exclusions", false, "排除名单的种类和后果", "kinds of exclusion lists and what each does", ""},
	{"overlaps", false, "其他来源的奖补和后果", "what others paid for the same, and what it does", ""},
	{"shares", false, "市县分担：县区负担的部分；先写的先适用，没有写到的由市级负担",
		"what the districts bear of the awards; the first line that fits holds, the city bears what none reaches", ""},
}

var shareKeys = []Key{
	{"county", true, "县区负担的比例；每项奖补的县区部分舍到分，余下的一分由市级负担",
		"the share that a district bears: of each award, rounded down to the fen; the odd fen is the city's",
		"county: 50%"},
	{"districts", false, "哪些县区；不写的为全部", "the districts, all unless said", "districts: [东川区]"},
	{"items", false, "哪些事项；不写的为全部", "the items, all unless said", "items: [green-factory]"},
}

var barKeys = []Key{
	{"name", true, "种类名称", "the kind", "name: 严重失信"},
	{"effect", true, "hold 待核、refuse 不予奖补、tell 只作提示；overlaps 另有 highest 就高、deduct 扣减",
		"hold, refuse or tell; for overlaps highest or deduct too", "effect: hold"},
	{"aliases", false, "名单中的其他写法", "as lists call it, too", "aliases: [失信被执行人]"},
}

var effectiveKeys = []Key{
	{"from", true, "施行第一天", "the first day", "from: 2031-01-01"},
	{"to", true, "最后一天", "the last day", "to: 2033-12-31"},
}

var yearsKeys = []Key{
	{"first", true, "首个奖补年度", "the first award year", "first: 2031"},
	{"last", true, "最后一个奖补年度", "the last award year", "last: 2034"},
}

var levelKeys = []Key{
	{"name", true, "级别名称", "the name", "name: 省级"},
	{"rank", true, "高低：从 1 起，越大越高，相同的不分高低", "from 1, higher is higher, equals share one", "rank: 2"},
	{"unpaid", false, "true：没有奖补，只为不与别的级别混淆", "true: not paid, there to be told apart", "unpaid: true"},
	{"aliases", false, "其他写法", "other spellings", "aliases: [省, 楚省]"},
	{"regions", false, "写在名称前就表示本级别的地名", "places that state the level before a name", "regions: [楚省]"},
}

var clauseKeys = []Key{
	{"number", true, "条款编号，照原文", "the number as in the document", "number: 七"},
	{"title", true, "条款标题", "the title", "title: 支持绿色制造示范"},
	{"text", true, "条款原文，逐字；事项的金额须见于此", "the text, verbatim; every amount below must stand in it",
		"text: 对获得省级绿色工厂的企业给予最高不超过40万元奖励。"},
	{"items", true, "由本条得出的奖补事项", "the items that it gives", ""},
}

var itemKeys = []Key{
	{"id", true, "编号：小写字母、数字和连字符", "lower-case words joined by hyphens", "id: green-factory"},
	{"name", true, "事项名称", "the name", "name: 绿色工厂"},
	{"form", true, "算法：fixed 定额；each 按件；cost 按实际费用；rate 按比例；approved 按核定金额", "fixed, each, cost, rate or approved",
		"form: fixed"},
	{"amount", false, "金额，不分级别（fixed、each、cost）", "the amount where there are no levels", "amount: 50万元"},
	{"amounts", false, "各级别的金额（fixed、each、cost）", "the amount of each level", "amounts: {国家级: 80万元, 省级: 40万元}"},
	{"rate", false, "比例，不分级别（rate）", "the share where there are no levels", "rate: 12%"},
	{"rates", false, "各级别的比例（rate）", "the share of each level", "rates: {大型: 15%, 中型: 10%}"},
	{"ceiling", false, "每个对象的上限（rate）", "the most for each thing counted", "ceiling: 500万元"},
	{"ceilings", false, "各级别每个对象的上限（rate）", "the same by level", "ceilings: {大型: 300万元}"},
	{"floor", false, "基数的起点，达到的才支持（each、cost、rate）", "the least base that is supported", "floor: 100万元"},
	{"floors", false, "各级别基数的起点", "the same by level", "floors: {大型: 500万元, 中型: 200万元}"},
	{"company_cap", false, "每家企业每年的上限（each 必填；cost、rate 可写）", "the most a company may get in a year",
		"company_cap: 10万元"},
	{"base", false, "基数叫什么、在哪一栏（each、cost、rate）；不写的为“费用”", "what the base is called and its headings",
		"base: {name: 设备投资额, headings: [设备投资额, 有效投入]}"},
	{"derived", false, "条款里没有写出的金额从哪句话得来，逐字", "the words of the clause that an amount it does not state comes from",
		"derived: 列入国家级的加倍奖励"},
	{"counted", true, "按什么计数", "what is counted", "counted: 企业"},
	{"payee", true, "发给谁", "who is paid", "payee: 企业"},
	{"track", true, "“同一项目”的名称", "the name of the one project", "track: 绿色工厂"},
	{"key", true, "“同一项目”的计算单位：company 企业；subject 对象；company-subject 企业的每个对象", "company, subject or company-subject",
		"key: company"},
	{"sentence", false, "在条款的哪一句（共用一个上限）", "the sentence it stands in", "sentence: 之一"},
	{"sentences", false, "各级别在哪一句", "the same by level", "sentences: {省级: 之一, 市级: 之三}"},
	{"office", true, "责任处室", "the office in charge", "office: 节能处"},
	{"implied", false, "名称不写级别时的级别", "the level that the name alone means", "implied: 国家级"},
	{"authority", false, "认定机关的级别（事项的级别是另一套时）",
		"the level of the authority that recognises it, where its levels are of another scale", "authority: 省级"},
	{"beyond", false, "超过它的费用或核定金额须核实", "a fee or approved sum above it is past belief", "beyond: 100万元"},
	{"outside", false, "true：不限本地", "true: open to bodies from elsewhere", "outside: true"},
	{"allow", false, "另可接受的主体", "bodies accepted beyond the rule", "allow: {codes: [11]}"},
	{"bodies", false, "认定机构名称须含的字样", "words that the recognising body must have", "bodies: [工信, 工业和信息化]"},
	{"aliases", false, "其他名称", "other names", "aliases: [绿色工厂, 绿色示范工厂]"},
	{"not", false, "含有这些词的不是本事项", "words that rule it out", "not: [零碳园区]"},
}

var baseKeys = []Key{
	{"name", true, "名称", "the name", "name: 设备投资额"},
	{"headings", false, "报送表里的栏名，可带单位", "its headings in surveys", "headings: [设备投资额, 有效投入]"},
}

var allowKeys = []Key{
	{"codes", false, "信用代码前两位", "first two characters of the credit code", "codes: [11]"},
	{"names", false, "名称中的字样", "words in the name", "names: [管委会]"},
}

var provisionKeys = []Key{
	{"number", true, "编号", "the number", "number: 其他事项（一）"},
	{"text", true, "原文，逐字", "the text, verbatim", "text: 同一项目按就高且不重复的原则支持。"},
	{"governs", false, "由它而来的规则：year、highest、persons、outside、budget、life", "the rules that rest on it",
		"governs: [year, highest]"},
}

var notCoveredKeys = []Key{
	{"name", true, "名称", "the name", "name: 绿色设计产品"},
	{"aliases", false, "其他名称", "other names", "aliases: [生态设计产品]"},
}

var natureKeys = []Key{
	{"name", true, "认定类型", "the word", "name: 复核"},
	{"kind", true, "new 新认定；not-new 不属于新认定；revoked 已失效", "new, not-new or revoked", "kind: not-new"},
	{"remark", false, "true：只在备注里出现时也要问", "true: worth asking about in a remark", "remark: true"},
	{"aliases", false, "其他写法", "other spellings", "aliases: [复审, 复评]"},
}

var districtKeys = []Key{
	{"name", true, "县区名称", "the name", "name: 东川区"},
	{"aliases", false, "其他写法、下辖的街道乡镇", "other spellings and places in it", "aliases: [东川, 东川经济开发区]"},
	{"not", false, "含别名、但指别处的词", "words with an alias that mean another place", "not: [东川港]"},
	{"codes", false, "本县区登记机关的行政区划代码", "the codes of its registrars", "codes: [990101]"},
}

var eligibleKeys = []Key{
	{"local", true, "本市登记机关：信用代码第 3 位起的 2 至 6 位数字", "the city's registrars: two to six digits from the third on",
		"local: [9901]"},
	{"persons", true, "符合条件的信用代码前两位", "first two characters of those who qualify", "persons: [91, 12]"},
	{"refused", false, "不予奖补的信用代码前两位", "first two characters of those refused", "refused: [92]"},
	{"doubt", false, "名称中有这些词的须核实", "words in a name that ask for a check", "doubt: [分公司]"},
}

var issuerKeys = []Key{
	{"word", true, "文号或机构中的字样", "the word", "word: 工信部"},
	{"level", true, "级别", "its level", "level: 国家级"},
}

var readingKeys = []Key{
	{"name", true, "编号", "its id", "name: same-project"},
	{"question", true, "问的是什么", "what is asked", "question: “同一项目”的范围？"},
	{"effect", true, "改变什么", "what it changes", "effect: scope"},
	{"items", false, "关于哪些事项", "the items it is about", "items: [green-factory]"},
	{"default", true, "默认取值", "the value unless said otherwise", "default: track"},
	{"values", true, "取值和含义", "the values and what they mean", "values: {track: 同一事项只奖一项, clause: 同一条只奖一项}"},
}

var wordsKeys = []Key{
	{"harmless", false, "不影响认定的字样", "words that change nothing", "harmless: [称号]"},
	{"topics", false, "同上，但不能紧挨着事项的名称", "the same, but not where they touch an item's name", "topics: [信息化]"},
	{"acts", false, "表示认定的字样", "words of recognising", "acts: [认定, 评定]"},
	{"pending", false, "表示尚未认定的字样", "words of what is not recognised yet", "pending: [培育]"},
	{"notices", false, "与奖项写在一起才表示尚未认定的字样", "words of the same beside an award's name only", "notices: [公示]"},
	{"denials", false, "表示否定的字样", "words that deny", "denials: [未, 不]"},
	{"undone", false, "其中在备注里否定什么都算不奖补或要核实的", "of them those by which a remark stops whatever it denies",
		"undone: [未]"},
	{"joints", false, "可以夹在否定与所否定的之间的字样", "words between a denial and what it denies", "joints: [经, 能]"},
	{"stops", false, "写明不奖补或要核实的字样", "words by which nothing is to be paid", "stops: [作废, 待核实]"},
	{"prospects", false, "表示将要的字样，也是否定", "words of what is still to come; they deny, too", "prospects: [拟, 待]"},
	{"qualities", false, "只在否定之后认得的修饰", "what is known behind a denial alone", "qualities: [重大, 不良]"},
	{"projects", false, "另有进度的建设；备注说它没有建成的不算", "what has a state of its own, of which a remark tells",
		"projects: [二期]"},
	{"checks", false, "与复核写在一起，说的是核对，或以后的复核", "beside them a review is a clerk's, or one to come",
		"checks: [数据, 三年后]"},
	{"cures", false, "同处一句的坏事已经了结", "what they stand with is over", "cures: [已修复]"},
	{"pairs", false, "备注中一口气说出就是不奖补或要核实的两类词",
		"words that stop in a remark by standing in one breath", ""},
}

var pairKeys = []Key{
	{"first", true, "前面的词", "the words in front", "first: [已, 曾]"},
	{"then", false, "后面的词；不写的，前面的词单独就算", "the words behind; without any, those in front stop alone",
		"then: [奖补, 兑现]"},
	{"except", false, "一起写的还有这些词的，不算", "words that make them harmless by standing with them", "except: [材料]"},
	{"paid", false, "说的是钱给没给；说另一奖项的不算", "they are about money that was paid: not where they are about another award",
		"paid: true"},
	{"again", false, "说的是以前认定过；后面不认得的不算", "they say that it was recognised before: not where something unknown follows",
		"again: true"},
	{"alone", false, "同处一句的字样都认得才算", "they stop only where all that stands with them is known", "alone: true"},
	{"leads", false, "在一句的开头才算", "they stop only where they begin what is said", "leads: true"},
	{"ends", false, "在一句的末尾才算", "they stop only where they end what is said", "ends: true"},
	{"place", false, "后面的县区与这一行的不同才算", "they are about the district that stands behind them", "place: true"},
	{"across", false, "中间可以夹有不认得的字样", "what nobody knows may stand between", "across: true"},
}

var conditionKeys = []Key{
	{"name", true, "条件", "the condition", "name: 重点用能企业"},
	{"clause", false, "条款", "its clause", "clause: 八"},
	{"taken", true, "怎样计算", "as what it is taken", "taken: 都按重点用能企业计算"},
	{"items", false, "关于哪些事项", "the items it is about", "items: [energy-diagnosis]"},
}

var caseKeys = []Key{
	{"name", true, "一句话", "a sentence", "name: 国家级绿色工厂奖80万元"},
	{"golden", false, "事先商定的案例编号", "the number of a case agreed beforehand", "golden: G12"},
	{"year", false, "奖补年度，不写的为首个", "the award year, the first unless said", "year: 2031"},
	{"readings", false, "口径", "readings", "readings: {same-project: clause}"},
	{"prior", false, "以前年度已奖", "earlier awards", ""},
	{"records", true, "申报", "the claims", ""},
	{"budget", false, "预算（按比例压减）", "a budget to fit into", "budget: 100万元"},
	{"left", false, "预算应剩", "what must be left of it", "left: 0元"},
	{"total", false, "合计应为", "what it must come to", "total: 80万元"},
	{"districts", false, "各县区应得", "what districts must get", "districts: {东川区: 80万元}"},
	{"findings", false, "应有的问题代码", "the findings that must come", "findings: [record/claim-differs]"},
}

var priorKeys = []Key{
	{"company", true, "单位", "the company", "company: 甲"},
	{"item", true, "事项编号", "the item's id", "item: green-factory"},
	{"level", false, "级别", "the level", "level: 省级"},
	{"subject", false, "对象", "the subject", "subject: 一号车间"},
	{"certificate", false, "证书编号", "the certificate", "certificate: A-001"},
	{"year", false, "年度，不写的为上一年", "the year, the one before unless said", "year: 2030"},
	{"amount", true, "金额", "the amount", "amount: 40万元"},
}

// claimKeys are the keys of a claim: those of every claim, and those that fill
// a field of the record or a column of the row.
var claimKeys = []Key{
	{"company", false, "单位：一个字，或全称", "a letter, or the whole name", "company: 甲"},
	{"code", false, "信用代码：全部、前两位，或登记机关六位", "the code: the whole, two or six characters", "code: 91"},
	{"text", false, "奖补事项，照县区的写法（与 item 选一）", "the item as a district writes it (or item)", "text: 国家级绿色工厂"},
	{"item", false, "事项编号（与 text 选一）", "the item's id (or text)", "item: green-factory"},
	{"level", false, "级别", "the level", "level: 国家级"},
	{rulingField, false, "审定意见：grant 或 refuse", "grant or refuse", "ruling: grant"},
	{ruledField, false, "审定金额", "the amount ruled", "ruled: 20万元"},
	{"expect", true, "结论：金额、superseded、duplicate、capped、refused 原因、held 代码", "the outcome", "expect: 80万元"},
	{"payee", false, "应发给", "who must be paid", "payee: 企业"},
	{"by", false, "保留的是第几条", "the claim that stands, from 1", "by: 2"},
	{"approved", false, "核定金额", "the approved amount", "approved: 8万元"},
	{"base", false, "基数", "the base", "base: 100万元"},
	{"body", false, "认定机构（随 text）", "the recognising body (with text)", "body: 省工业和信息化厅"},
	{"certificate", false, "证书编号", "the certificate", "certificate: A-001"},
	{"claimed", false, "拟奖补金额", "the sender's claim", "claimed: 80万元"},
	{"district", false, "县区", "the district", "district: 东川区"},
	{"document", false, "认定文号", "the document", "document: 楚质监〔2030〕3号"},
	{"label_year", false, "名单年度", "the year of the list", "label_year: 2030"},
	{"nature", false, "认定类型", "the nature", "nature: 复核"},
	{"recognised", false, "认定日期", "when it was recognised", "recognised: 2030-06-15"},
	{"remark", false, "备注（随 text）", "the remark (with text)", "remark: 复核通过"},
	{"subject", false, "对象", "the subject", "subject: 一号车间"},
	{"subject_code", false, "对象的信用代码", "the subject's code", "subject_code: 乙"},
	{"valid_from", false, "有效期起", "the start of validity", "valid_from: 2031-01-01"},
}
