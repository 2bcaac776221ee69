package calc

// Entry is one line of the catalogue of findings. Message has one %s for each
// argument of Found; Hint says what to do; Title is the short form for tables.
type Entry struct {
	Code     Code
	Severity Severity
	Title    string
	Message  string
	Hint     string
}

// Catalogue is every finding there is, by stage. A code that left the program
// stays here, so that it is never given another meaning.
var Catalogue = []Entry{
	{"file/unreadable", Error, "文件无法读取", "文件无法读取：%s", "请用 Excel 或 WPS 打开后另存为 .xlsx，再重新报送"},
	{"file/incomplete", Error, "文件不完整", "文件不完整，或在传输中损坏：%s", "请确认原文件能用 Excel 或 WPS 打开，再从原处重新发送"},
	{"file/encrypted", Error, "文件有密码", "文件设有打开密码，无法读取", "请用 --password 写明密码，或取消密码后另存，或向报送单位索取无密码的文件"},
	{"file/password", Error, "密码不对", "文件设有打开密码，所给的 %s 个密码都打不开", "请向报送单位核对密码（区分大小写），或索取无密码的文件"},
	{"file/unsupported", Error, "文件格式不支持", "文件格式不支持：%s", "请用 Excel 或 WPS 打开后另存为 .xlsx，再重新报送"},
	{"file/duplicate", Warning, "文件重复报送", "与 %s 内容完全相同，只读取一次", "请确认没有错发文件；多余的一份可以删去"},
	{"file/too-large", Error, "文件过大", "文件超出可读取的范围：%s", "请删去无关的工作表、图片和空行后另存，或分成几个文件报送"},
	{"file/skipped", Warning, "文件未读取", "%s，未作为报送表读取", "如确为报送表，请改名或另存为 .xlsx 后重新报送"},

	{"file/own", Warning, "本程序生成的文件", "这是本程序生成的%s，没有作为报送表读取", "请不要放在报送文件夹中"},
	{"file/marked-copy", Warning, "退回件与原件并存", "这是“%s”的退回标注件，原件也在报送之中，两份都已读取", "请只保留其中一份：改正后的标注件，或原件"},

	{"table/none", Error, "没有找到表格", "没有找到摸排表：%s", "表头应有“单位名称”“统一社会信用代码”等栏目，请对照空白表补上"},
	{"table/empty", Warning, "表格没有填写", "表头下面没有填写任何一行", "如无申报可不必处理；否则请向报送单位索取填写后的表格"},
	{"table/missing-column", Error, "缺少栏目", "表头缺少“%s”一栏", "请对照空白表补上这一栏"},
	{"table/ambiguous-column", Error, "栏目不明确", "表头“%s”与“%s”是同一栏目，无法确定以哪一栏为准", "请只保留一栏，或改写其中一栏的名称"},
	{"table/hidden", Warning, "有隐藏内容", "%s是隐藏的，其中的数据已照常读取", "请取消隐藏后核对；不应报送的请删去"},
	{"table/control-total", Warning, "合计不符", "报送的%s为 %s，逐行相加为 %s，相差 %s", "请核对各行金额和合计行，改正后重新报送"},
	{"table/merged-amount", Warning, "金额合并填写", "%s“%s”是合并单元格，只计入第一行，本行没有金额", "请分行填写每一项的金额"},
	{"table/under-merge", Warning, "合并单元格下有内容", "合并单元格下面还有看不见的“%s”，只按看得见的“%s”读取", "请取消合并后核对；多余的内容请删去"},
	{"table/example", Warning, "示例表未读取", "工作表“%s”按示例处理，没有读取", "如确为报送数据，请把工作表改名后重新报送"},
	{"table/example-filled", Error, "示例行填写了内容", "标为示例的一行填写了“%s”，没有计入", "如确为认定记录，请去掉“示例”字样后重新报送"},
	{"table/unread-row", Warning, "有一行没有读懂", "这一行不像认定记录，没有计入：%s", "如确为认定记录，请补上单位名称等栏目"},

	{"cell/company-missing", Error, "缺少单位名称", "没有填写单位名称", "请补上单位全称"},
	{"cell/credit-code", Error, "信用代码有误", "统一社会信用代码 %s 有误：%s", "请对照营业执照改正；确认无误的，在报告的“待核事项”中填写审定意见"},
	{"cell/credit-code-damaged", Error, "信用代码被截断", "统一社会信用代码 %s 以数字保存，末几位已经丢失", "请把单元格设为文本格式，对照营业执照重新填写 18 位代码"},
	{"cell/credit-code-missing", Error, "缺少信用代码", "没有填写统一社会信用代码", "请补上营业执照上的 18 位代码"},
	{"cell/subject-code", Warning, "对象信用代码有误", "认定对象的信用代码 %s 有误：%s，未采用", "请对照营业执照改正"},
	{"cell/old-code", Error, "使用旧代码", "%s 是旧的登记号或组织机构代码，不是统一社会信用代码", "请填写营业执照上的 18 位统一社会信用代码"},
	{"cell/date", Error, "日期无法识别", "%s“%s”无法识别：%s", "请填写为 2023年5月12日 的形式"},
	{"cell/date-missing", Error, "缺少认定日期", "没有填写认定日期", "请补上认定文件的成文日期或证书的发证日期"},
	{"cell/date-label", Warning, "日期栏填的是年度", "认定日期栏填写的是“%s”，这是名单的年度，不一定是发文的年份", "请按认定文件的成文日期填写"},
	{"cell/date-doubtful", Warning, "日期可疑", "%s为 %s，与其他内容不相符：%s", "请对照认定文件核对日期"},
	{"cell/date-far", Error, "年份不合常理", "认定日期为 %s，%s", "请对照认定文件核对年份"},
	{"cell/date-from-document", Warning, "年份取自文号", "没有填写认定日期，按“%s”取 %s 年", "请补上认定文件的成文日期"},
	{"cell/amount-zero", Error, "金额为零", "%s为零，不能据以奖补", "请核对金额；不予奖补的请删去整行"},
	{"cell/amount-doubtful", Error, "金额不合常理", "%s“%s”即 %s，%s", "请核对金额和单位；确认无误的，在报告的“待核事项”中填写审定意见"},
	{"cell/amount", Error, "金额无法识别", "%s“%s”无法识别", "请填写数字，并写明单位是元还是万元"},
	{"cell/unit", Error, "金额单位不明", "%s“%s”的单位不明确：%s", "请在表头写明单位（元或万元）"},
	{"cell/unit-assumed", Warning, "金额未写单位", "%s“%s”没有写明单位，按元计算", "请在表头写明单位（元或万元）"},
	{"cell/claim", Warning, "申报金额未核对", "申报金额“%s”%s，未作核对", "请填写数字，并写明单位是元还是万元"},
	{"cell/rounded", Warning, "金额有浮点尾数", "%s在文件中保存为 %s，按 Excel 显示的 15 位有效数字读作 %s", "一般不影响结果；如有出入请重新填写该金额"},
	{"cell/level", Error, "级别不明确", "级别“%s”不明确：%s", "请对照认定文件填写级别"},
	{"cell/left-over", Error, "有不认得的词", "“%s”中的“%s”不认得，不能确定是不是政策所指的认定", "请对照认定文件核对；确属政策所列的，请按政策的名称填写，或在“待核事项”中填写审定意见"},
	{"cell/item", Error, "奖补事项不明确", "奖补事项“%s”无法对应到政策条款", "请按政策写明奖补事项的名称"},
	{"cell/district", Error, "县区不明确", "县区“%s”无法识别", "请填写县区（板块）的规范名称"},
	{"cell/nature", Error, "认定类型不明确", "认定类型“%s”无法识别", "请填写：新认定、复核、年审、延续、更名、换证或撤销"},
	{"cell/formula", Error, "公式没有结果", "%s是公式，但文件里没有保存计算结果", "请用 Excel 或 WPS 打开、重新计算并保存"},
	{"cell/stale", Error, "公式结果待重算", "%s是公式，文件要求打开时重新计算，保存的结果“%s”可能不是最新的", "请用 Excel 或 WPS 打开、重新计算并保存"},
	{"cell/shown", Error, "显示与保存的金额不同", "%s保存的是 %s，按单元格格式显示为 %s，无法确定以哪一个为准", "请把单元格格式设为常规，按实际金额重新填写，并在表头写明单位（元或万元）"},
	{"cell/struck", Error, "有删除线", "%s有删除线：原文为“%s”，划去后为“%s”", "确已作废的请删去整行；否则请取消删除线，只保留应有的内容"},
	{"cell/error-value", Error, "单元格出错", "%s的值是错误 %s", "请改正公式或直接填写内容"},
	{"cell/several", Error, "一格填写多项", "%s“%s”一格里填写了多项", "请分行填写，每行一项认定"},
	{"cell/invisible", Warning, "含不可见字符", "%s含有不可见字符 %s，已忽略", "请重新输入该单元格的内容"},

	{"company/names-differ", Warning, "同一代码名称不同", "信用代码 %s 出现不同名称：%s、%s", "请核对是否更名；同一代码按同一单位处理"},
	{"company/codes-differ", Warning, "同一名称代码不同", "“%s”出现不同信用代码：%s、%s，按两个单位处理", "请核对信用代码"},
	{"company/near-name", Warning, "名称相近", "“%s”与“%s”名称相近，未作合并", "请核对是否同一单位"},
	{"company/near-names", Warning, "名称相近的较多", "另有 %s 对单位名称只差一字，没有逐对列出", "名称相近的单位较多时一般不是笔误；如有疑问请按信用代码核对"},
	{"company/code-from-name", Warning, "代码取自同名单位", "没有填写信用代码，按同名单位取 %s（见 %s）", "请补上信用代码"},
	{"company/code-from-held", Error, "代码所在的行待核", "没有填写信用代码，取自同名单位的 %s 所在的行待核", "请补上信用代码"},
	{"company/authority", Warning, "发给机关", "“%s”的信用代码以%s开头，%s按口径发给机关", "请核对是否可以拨付给机关"},
	{"company/legal-person", Error, "法人资格存疑", "“%s”%s，是否具有独立法人资格需核实", "请核实；符合条件的，在报告的“待核事项”中填写审定意见"},
	{"company/not-local", Error, "登记地存疑", "信用代码 %s 的登记机关不在%s", "请核实是否在本市注册；符合条件的，在报告的“待核事项”中填写审定意见"},

	{"record/cross-district", Warning, "多个县区申报", "该项认定另由%s申报（见 %s）", "请两县区核对归属，只能奖补一次"},
	{"record/two-districts", Warning, "同一单位两地申报", "“%s”的其他事项由%s申报（见 %s）", "请两县区核对单位的归属"},
	{"record/registered-elsewhere", Warning, "登记地在另一县区", "信用代码 %s 是%s登记的，由%s申报", "请核对单位的归属"},
	{"record/same-district-twice", Warning, "重复填报", "该项认定在 %s 已经填报", "请删去重复的一行"},
	{"record/claim-differs", Warning, "申报金额不符", "申报金额 %s 元，按政策为 %s 元", "以政策标准为准；请核对申报依据"},
	{"record/approval-missing", Error, "缺少核定金额", "%s没有固定标准，须填写核定金额", "请补上批准文件核定的金额"},
	{"record/base-missing", Error, "缺少计算基数", "%s按%s计算，没有填写%s", "请补上费用金额和凭证"},
	{"record/level-document", Error, "级别与文号不符", "填写的级别为%s，文号“%s”像是%s文件", "请对照认定文件核对级别"},
	{"record/prior-unread", Warning, "以前年度奖补未比对", "以前年度奖补名单中“%s”的“%s”没有对应到本政策的奖补事项或单位，未用于比对", "请核对；与本政策事项无关的不必处理"},
	{"record/date-document", Error, "日期与文号不符", "认定日期为 %s，文号“%s”是另一年的", "请对照认定文件核对日期和文号"},
	{"record/document-body", Error, "文号不是认定机构的", "文号“%s”不像“%s”的认定文件", "请对照认定文件核对；确认有效的，在报告的“待核事项”中填写审定意见"},
	{"record/authority", Error, "认定层级不符", "%s只奖补%s认定的，这一行写的是%s", "请对照认定文件核对"},
	{"record/not-recognised", Error, "尚未认定", "“%s”写明“%s”，不能按已经认定处理", "请核实是否已经正式认定；已经认定的，请改正填写"},
	{"record/stop", Error, "注明不奖补或待核实", "“%s”写明“%s”", "请核实；不应奖补的请删去整行，应当奖补的在“待核事项”中填写审定意见"},
	{"record/nature-differs", Error, "认定类型不一致", "“%s”写的是%s，与认定类型“%s”不一致", "请核实认定类型后改正"},
	{"record/body", Error, "认定机构不符", "认定机构“%s”不是“%s”的认定机构", "请对照证书核对；确认有效的，在报告的“待核事项”中填写审定意见"},
	{"record/prior-like", Error, "疑似以前年度已奖补", "%s有相近的奖补：%s（见 %s），是否同一认定须核实", "请核实；确属不同认定的，在报告的“待核事项”中填写审定意见"},
	{"record/own-service", Error, "为本单位服务", "%s的服务对象就是申报单位“%s”", "请核对被服务的企业"},
	{"record/certificate-shared", Error, "同一证书多处申报", "证书“%s”另由 %s 申报，是否同一项认定须核实", "请对照证书核对单位、名称和编号；只能奖补一次"},
	{"record/person-twice", Error, "一人两处申报", "“%s”另由 %s 申报，由哪一家申领须核实", "请核实所在单位；是两个人的，请补上各自的证书编号"},
	{"record/near-subject", Error, "对象名称相近", "“%s”与 %s 申报的对象名称相近，是否同一对象须核实", "请核实；是同一对象的只保留一条，名称请写一致"},
	{"record/subject-unnamed", Error, "对象没有名称", "“%s”没有填写对象名称，同一单位另有 %s 申报，是否同一对象须核实", "请补上对象名称"},
	{"record/piece-unclear", Error, "不知是哪一张证书", "“%s”没有证书编号，同名的有几张证书（%s）", "请补上证书编号；重复的请删去"},
	{"record/awaits", Error, "须待另一条核实", "同一项目的 %s 待核（与 %s 有疑问），本条须一并核实", "请先核实另一条"},
	{"record/one-name", Warning, "同名而证书不同", "“%s”另有不同编号的证书（%s），分别计算", "请核对是否确为两项认定"},
	{"record/higher-held", Warning, "更高的一条待核", "同一项目另有%s待核（见 %s），本条先行奖补", "请先核实待核的一条；两条只能奖补一条"},
	{"record/zero-award", Warning, "奖补金额为零", "%s的奖补金额为零：%s", "请核对金额"},
	{"record/remark", Error, "备注有疑问", "备注“%s”提到“%s”，与认定类型“%s”不一致", "请核实认定类型后改正"},
	{"record/subject-missing", Error, "缺少认定对象", "%s按%s奖补，没有填写名称或证书编号", "请补上名称或证书编号"},

	{"rule/ambiguous", Error, "事项有两种可能", "“%s”可以对应：%s", "请按政策写明是哪一个奖补事项"},

	{"budget/over", Warning, "超出预算", "%s预算 %s 元，奖补 %s 元，超出 %s 元", "请调整预算，或用 --over-budget prorate 按比例安排"},
	{"budget/unknown", Error, "预算项不明确", "预算行“%s”对应不到条款、事项、县区或处室", "请按政策中的名称填写"},
	{"budget/twice", Error, "预算项重复", "“%s”的预算出现两次（另见 %s）", "请只保留一行"},
	{"budget/parts", Error, "分项超过总额", "%s分项预算合计 %s 元，超过总额 %s 元", "请核对预算表"},
	{"budget/amount", Error, "预算金额无法识别", "预算金额“%s”无法识别：%s", "请填写数字，并写明单位是元还是万元"},
	{"budget/reserved", Error, "预留超过预算", "预留 %s 元，超过可用的预算 %s 元", "请核对预算表"},
	{"budget/no-table", Error, "没有找到预算表", "没有找到预算表", "表头应有“范围”“名称”“金额”等栏目"},

	{"list/none", Error, "没有找到名单", "文件中没有找到名单", "表头应有“序号”“企业名称”等栏目；名单在正文里的，请整理成表格"},
	{"list/scanned", Error, "名单是扫描件", "%s没有文字层，像是扫描件，整个文件没有读取", "请用 WPS 的“PDF 转 Excel”或文字识别转为表格，核对后再给出"},

	{"list/gap", Error, "名单不完整", "%s%s，整份名单没有采用", "请对照公布的原件补全，或改用其他格式的原件；家数写错的，在“名单登记.xlsx”中改正"},
	{"list/registration", Error, "名单登记有误", "“%s”一栏“%s”无法识别，应填写%s；该名单按未确认处理", "请在“名单登记.xlsx”中改正"},
	{"list/unknown", Warning, "登记的名单不存在", "名单登记中的“%s”在本次给出的名单中没有找到", "请核对文件名和工作表；不再使用的，请删去该行"},
	{"list/registered-twice", Error, "名单登记重复", "“%s”第 %s 张表登记了两次，按未确认处理", "请只保留一行"},
	{"list/unconfirmed", Warning, "名单未确认", "%s尚未确认是什么名单，只作比对，不影响奖补", "请在“名单登记.xlsx”中核对各栏，在“确认”栏选“是”"},
	{"list/same", Warning, "两份名单相同", "%s与%s登记为同一事项、级别、性质和年份", "确为分批公布的不必处理；同一份名单给了两次的，请删去一份"},
	{"list/doubled", Warning, "名单重复列名", "“%s”在%s和%s中都有", "请核对是否同一份名单给了两次，或同名的两个单位"},
	{"list/repeated", Warning, "名单内重复列名", "“%s”在%s中出现 %s 次，名单没有写明各次认定的对象", "请核对；按一次认定处理"},
	{"list/not-reported", Warning, "应享未报", "“%s”在%s%s，没有申报", "请县区核实后补报；“名单核对”和补报通知列有全部名单"},
	{"list/absent", Error, "名单外申报", "在%s中没有找到“%s”", "请核对单位名称和认定文件；确已获得认定的，在报告的“待核事项”中填写审定意见"},
	{"list/level-differs", Error, "级别与名单不符", "申报级别为“%s”，%s%s为“%s”", "请对照认定文件改正级别"},
	{"list/year-differs", Error, "认定年份与名单不符", "申报的认定日期为 %s，%s的成文日期为 %s", "请对照认定文件改正认定日期"},
	{"list/document-differs", Warning, "文号或日期与名单不符", "申报的%s“%s”与%s的“%s”不同", "请对照认定文件核对"},
	{"list/removed", Error, "已被移出名单", "%s%s已将“%s”移出", "请核实；仍应奖补的，在报告的“待核事项”中填写审定意见"},
	{"list/renewal", Error, "名单为复核或更名", "%s%s的“%s”属于%s，不是新认定", "请核实认定类型；确为新认定的，在报告的“待核事项”中填写审定意见"},
	{"list/branch", Error, "名单为分支机构", "%s%s为“%s”，是“%s”的分支机构", "请核实获得认定的是否申报单位；符合条件的，在报告的“待核事项”中填写审定意见"},
	{"list/near-name", Warning, "与名单名称相近", "“%s”与%s%s的“%s”只差一字，未作对应", "请核对是否同一单位；笔误请改正"},
	{"list/several", Error, "名单名称有两个单位", "%s%s的“%s”对应名录中的两个单位", "请核对信用代码，确定获得认定的是哪一个"},

	{"firms/no-table", Error, "没有找到企业名录", "没有找到企业名录", "表头应有“统一社会信用代码”“单位名称”等栏目"},
	{"firms/code-twice", Warning, "名录代码重复", "企业名录中信用代码 %s 出现两次：“%s”“%s”，均不按代码对应", "请核对企业名录"},
	{"firms/name-twice", Warning, "名录名称重复", "企业名录中“%s”有两个信用代码：%s、%s，均不按名称对应", "请核对企业名录"},

	{"exclusion/no-table", Error, "没有找到排除名单", "没有找到排除名单", "表头应有“单位名称”“统一社会信用代码”“类别”等栏目"},
	{"exclusion/listed", Error, "列入排除名单", "“%s”列入%s（%s，%s）", "请核实；仍应奖补的，在报告的“待核事项”中填写审定意见"},
	{"exclusion/told", Warning, "排除名单提示", "“%s”见于%s（%s）：%s", "请核对是否影响奖补"},
	{"exclusion/later", Warning, "名单晚于决定日", "%s截至 %s，晚于决定日 %s", "请核对决定日，或换用决定日当天的名单"},
	{"overlap/no-table", Error, "没有找到已奖名单", "没有找到其他资金已奖名单", "表头应有“单位名称”“奖补事项”“资金来源”“金额”等栏目"},
	{"overlap/unread", Warning, "已奖项目未比对", "已奖名单中“%s”的“%s”没有对应到本政策的奖补事项，未用于比对", "请核对；与本政策事项无关的不必处理"},
	{"overlap/awarded", Error, "其他资金已奖", "“%s”的%s已由%s奖补%s（见 %s）", "请核实是否同一项目；仍应奖补的，在报告的“待核事项”中填写审定意见"},
	{"overlap/told", Warning, "其他资金已奖提示", "“%s”的%s已由%s奖补%s（见 %s）", "请核对是否影响奖补"},

	{"ledger/no-table", Error, "没有找到台账", "没有找到拨付台账：%s", "表头应有“单位名称”“拨付金额”等栏目，请对照补上"},
	{"ledger/copy", Warning, "台账重复", "工作表“%s”的 %s 笔拨付与其他表逐笔相同，没有重复计入", "如确为另外的拨付，请写明各自的拨付日期或凭证号"},
	{"ledger/no-amount", Warning, "没有拨付金额", "“%s”没有填写拨付金额，按未拨付处理", "已经拨付的，请补上金额"},
	{"ledger/negative", Error, "金额为负数", "拨付金额 %s 元是负数，又没有注明退回", "如为退回，请写入“退回金额”一栏，或在备注中注明退回、退汇"},
	{"ledger/returned-row", Warning, "按退汇处理", "备注“%s”，%s 元按退回处理：%s", "请核对；建议把退回的金额写入“退回金额”一栏"},
	{"ledger/unknown-company", Error, "报告中没有该单位", "“%s”%s不在报告的奖补明细中", "请核对单位名称、信用代码和拨付依据"},
	{"ledger/same-name", Error, "单位不明确", "“%s”没有填写信用代码，报告中有几个同名单位", "请补上信用代码"},
	{"ledger/by-name", Warning, "按名称对应", "有一方没有信用代码，按名称“%s”对应", "请补上信用代码"},
	{"ledger/no-codes", Warning, "台账没有信用代码", "整张表没有信用代码，%s 笔按名称对应", "请补上统一社会信用代码一栏"},
	{"ledger/before-award", Error, "拨付早于奖补年度", "拨付日期 %s 早于 %s 奖补年度", "请核对拨付日期，并确认报告与台账是同一年度"},
	{"ledger/year", Error, "台账年度不符", "台账写明的是 %s 年度，报告是 %s 奖补年度", "请确认报告与台账是同一年度"},
	{"ledger/fraction", Error, "金额不足一分", "拨付金额 %s 元不是整分", "单元格中可能是除法的结果，请改为实际拨付的金额"},
	{"ledger/copy-unsure", Error, "台账可能重复", "工作表“%s”的 %s 笔拨付与其他表相同，都没有日期和凭证号，没有重复计入", "如确为另外的拨付，请写明各自的拨付日期、凭证号或批次"},
	{"ledger/summary", Warning, "汇总表没有计入", "工作表“%s”的 %s 行是其他表中各单位拨付的合计，没有重复计入", "如确为另外的拨付，请写明奖补事项和拨付日期"},
	{"ledger/instalments", Warning, "分次拨付", "表中有分次拨付的栏目%s，已拨金额%s", "如不是这样，请在台账中只保留一栏已拨金额"},
	{"ledger/unread-column", Warning, "没有读取的栏目", "栏目%s没有读取", "其中如有拨付或退回的金额，请改用“拨付金额”“退回金额”等表头"},
	{"ledger/other-year", Warning, "其他年度的拨付", "另有 %s 笔、共 %s 元属于 %s 年度，没有参加核对", "要一并核对的，请同时给出该年度的报告"},
	{"ledger/year-open", Error, "奖补年度不明确", "拨给“%s”的 %s 元没有写明奖补年度，各年度的奖补都已付清，暂列 %s 年度", "请在台账的“年度”一栏写明"},
	{"ledger/not-paid", Warning, "台账注明未拨付", "%s 元没有计为已拨：台账写着“%s”", "如确已拨付，请更正台账中的说明后重新核对"},
	{"ledger/state-unclear", Error, "拨付状态不明", "%s 元是否拨付无法确定，没有计为已拨：台账写着“%s”", "请在台账中写明已拨付或未拨付"},
	{"ledger/return-over", Error, "退回多于拨付", "“%s”退回 %s 元，多于拨付的 %s 元", "请核对退回的金额和它所属的拨付"},
	{"ledger/award-changed", Warning, "奖补金额有改动", "“%s”的奖补金额由 %s 元改为 %s 元，按报告现在的金额核对", "请确认改动有依据"},
	{"ledger/award-removed", Warning, "奖补明细删去一行", "“%s”的%s %s 元已从奖补明细中删去，没有核对", "请确认删去有依据"},
	{"ledger/nothing-matches", Error, "台账与报告对不上", "台账中没有一笔能与 %s 年度的报告对应", "请确认报告与台账是同一年度、同一批资金"},

	{"report/foreign", Error, "不是奖补报告", "这个文件不是本程序生成的奖补报告", "请给出 jiangbu run 生成的报告"},
	{"report/schema", Error, "报告格式不同", "报告的格式是“%s”，本程序只认“%s”", "请用生成报告的那一版程序，或重新生成报告"},
	{"report/sheet-missing", Error, "报告缺少工作表", "报告缺少工作表“%s”", "请恢复该工作表，或重新生成报告"},
	{"report/column-missing", Error, "报告缺少栏目", "“%s”缺少栏目：%s", "请恢复该栏目，或重新生成报告"},
	{"report/amount", Error, "报告中的金额不是数字", "%s“%s”不是数字", "请改为以元为单位的数字"},
	{"report/value", Error, "报告中的内容无法识别", "%s“%s”无法识别", "请改回原来的内容，或重新生成报告"},
	{"report/key", Error, "记录键有误", "记录键“%s”为空，或与第 %s 行相同", "请改回原来的内容，或重新生成报告"},
	{"report/total", Error, "报告的合计不符", "%s为 %s，逐行计算为 %s", "请不要改写合计；用 Excel 或 WPS 打开报告，恢复公式、重新计算并保存"},
	{"report/unknown-line", Error, "奖补明细多出一行", "“%s”“%s”这一行在认定记录中没有对应", "请删去；需要增加奖补的，请补报后重新核定"},
	{"report/changed", Error, "奖补明细被改动", "%s由“%s”改为“%s”，与认定记录不符", "请改回；需要更正的，请改正报送表后重新核定"},
	{"report/edited", Warning, "奖补明细有改动", "%s由“%s”改为“%s”", "请确认改动有依据"},

	{"ruling/unmatched", Error, "审定意见无对应", "审定意见针对的记录 %s 在本次数据中不存在或内容已变", "请在新报告的“待核事项”中重新填写"},
	{"ruling/unclear", Error, "审定意见不明确", "审定意见“%s”无法识别", "请填写“予以奖补”或“不予奖补”"},
	{"ruling/changed", Error, "记录内容已变", "审定意见针对的记录 %s 内容已变（现为 %s），审定意见未采用", "请核对改动，在新报告的“待核事项”中重新填写"},
	{"ruling/amount", Error, "审定金额无法识别", "审定金额“%s”%s，审定意见未采用", "请填写以元为单位的数字；按政策标准奖补的，不填金额"},
	{"ruling/no-item", Error, "事项不明无法奖补", "审定意见对 %s 予以奖补，但奖补事项不明确，金额无法确定", "请在报送表中改正奖补事项后重新核定"},
	{"ruling/twice", Error, "审定意见重复", "对 %s 有两条审定意见（另见 %s），均未采用", "请只保留一条"},
	{"ruling/no-basis", Warning, "缺少审定依据", "对 %s 的审定意见没有写明审定依据", "请在“待核事项”中补上审定依据"},
	{"ruling/not-held", Warning, "审定意见不适用", "记录 %s 不是待核记录（%s），审定意见没有改变结论", "如需改变结果，请填写不予奖补或审定金额"},
	{"ruling/new-doubt", Error, "审定后又有疑问", "对 %s 的审定意见作出后，又有新的疑问：%s", "请核实，在新报告的“待核事项”中重新填写"},
	{"ruling/overtaken", Warning, "审定意见未能奖补", "审定意见对 %s 予以奖补，但结论为%s", "请看依据步骤；就高不重复的，须先审定另一条"},
	{"ruling/over-cap", Warning, "审定金额超过上限", "审定金额 %s 元超过政策上限 %s 元，按上限计算", "请核对审定金额"},

	{"prior/no-table", Error, "没有找到奖补名单", "没有找到以前年度的奖补名单", "表头应有“单位名称”“奖补事项”“级别”“奖补金额”等栏目，或给出以前年度的报告"},
	{"prior/level", Error, "以前年度级别不明", "以前年度奖补名单中“%s”的%s没有明确级别：%s，同一认定无法比对", "请补上级别后重新运行"},
	{"prior/amount", Error, "以前年度金额不明", "以前年度的奖补金额无法识别（%s），同一认定照常比对，差额无法计算", "请填写数字，并写明单位是元还是万元"},
	{"prior/zero", Warning, "以前年度金额为零", "以前年度的奖补金额为零，按没有奖补处理", "请核对"},
	{"prior/year", Warning, "以前年度未写年度", "以前年度的奖补名单没有写明年度，或写了不止一个，按早于本年度处理", "请在“奖补年度”一栏、标题或文件名中写明年度"},
	{"prior/later", Warning, "不是以前年度", "其中 %s 项是 %s 奖补年度的，不早于本次 %s 年度，未用于比对", "请确认 --prior 给出的是以前年度的报告或名单"},

	{"notice/changed", Warning, "报告有改动", "%s由 %s改为 %s，按报告现在的内容公示", "请确认改动有审定依据"},
	{"notice/not-accepted", Error, "改动未确认", "%s由 %s改为 %s，尚未确认", "核对无误后加 --accept-changes 重新生成；否则请在报告中改回"},
	{"notice/zero", Warning, "金额为零", "%s的奖补金额为零，没有列入", "如应当奖补，请在报告中填写金额"},
	{"notice/none", Error, "没有可公示的项目", "报告中没有可以公示的奖补项目", "请核对报告的“奖补明细”"},
	{"notice/company", Error, "缺少单位名称", "%s没有单位名称", "请在报告中补上单位名称"},
	{"notice/person", Warning, "单位名称像是姓名", "单位名称像是个人姓名，已隐为“%s”", "如是单位简称，请在报告中改为全称"},
	{"notice/district", Warning, "县区不在政策之中", "%s的县区“%s”不是政策所列的县区", "请在报告中改为县区的规范名称"},
	{"notice/item", Error, "事项不在政策之中", "“%s”不是政策的奖补事项，无法核对上限", "请在报告中改回，或用 --policy 指明报告所依据的政策"},
	{"notice/amount", Error, "金额不能公示", "%s的奖补金额 %s 元不是可以支付的金额", "请在报告中改正"},
	{"notice/over-cap", Error, "金额超过上限", "%s为 %s 元，超过上限 %s 元", "请在报告中改正"},
	{"notice/period", Error, "公示期不明确", "公示期无法确定：%s", "请用 --from 2024-10-08 --days 5 指明开始日期和工作日数"},
	{"notice/period-start", Warning, "开始日不是工作日", "公示开始日 %s不是工作日，从下一个工作日起算", "请核对 --from，或用 --holidays 给出放假安排"},
	{"notice/holidays", Warning, "没有放假安排", "没有 %s 年的放假安排，公示期只扣除了星期六和星期日", "请用 --holidays 给出当年的放假安排"},
	{"notice/missing", Warning, "缺少公示要素", "没有填写%s", "请在命令或设置文件中填写"},
	{"notice/private", Error, "含有个人信息", "%s中有%s %s，不能公示", "请在报告中删去该内容后重新生成"},
	{"notice/private-doubt", Warning, "疑似个人信息", "%s中有像%s的数字 %s", "请核对；如是证书编号则无妨，否则请在报告中删去后重新生成"},
	{"notice/formula-text", Warning, "以公式符号开头", "%s“%s”以公式符号开头，在 csv 中前面加了撇号", "一般无妨；如是误填，请在报告中改正"},
	{"allot/unknown", Error, "下达的项目不在报告中", "以前下达的 %s 元在报告中没有对应的奖补", "请核对所给的下达文件是不是这份报告的"},
	{"allot/over", Error, "下达多于奖补", "“%s”已下达 %s 元，多于奖补的 %s 元", "请核对以前的下达，或按规定收回"},
}

var entries = func() map[Code]*Entry {
	m := make(map[Code]*Entry, len(Catalogue))
	for i := range Catalogue {
		m[Catalogue[i].Code] = &Catalogue[i]
	}
	return m
}()

// entryOf finds a code's entry. An unknown code is a slip of the program; it
// is shown as an error rather than lost.
func entryOf(c Code) *Entry {
	if e, ok := entries[c]; ok {
		return e
	}
	return &Entry{Code: c, Severity: Error, Title: string(c), Message: string(c)}
}
