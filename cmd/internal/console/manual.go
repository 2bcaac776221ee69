package console

// manual is the help of each command: its line in the list, its arguments, its
// flags (the name of a value in backquotes) and its page with an example.
var manual = map[string]phrase{
	"help/head/usage":    {"Usage:", "用法："},
	"help/head/commands": {"Commands:", "命令："},
	"help/head/flags":    {"Flags:", "选项："},
	"help/usage":         {"show the help of a command", "显示命令的帮助"},
	"help/args":          {"[COMMAND]", "[命令]"},
	"help/help":          {"Example:\n  jiangbu help run", "示例：\n  jiangbu help run"},

	"app/usage":     {"jiangbu turns the districts' survey workbooks into decided awards", "jiangbu 把各县区的摸排表变成奖补结果"},
	"app/args":      {"COMMAND [ARGUMENTS] [FLAGS]", "命令 [参数] [选项]"},
	"app/flag/lang": {"speak `LANG`: zh or en (default: the system's language)", "界面语言 `LANG`：zh 或 en（默认随系统）"},
	"app/flag/help": {"show the help of the command", "显示帮助"},
	"app/help": {`Examples:
  jiangbu check submissions
  jiangbu run submissions --year 2024 --budget 3000万元

Flags may stand before or after the arguments; what follows -- is never a flag.
Results go to stdout or the named file, messages to stderr.

Exit status: 0 done; 1 done, and a person must look; 2 the work could not be
done and nothing was written.`,
		`示例：
  jiangbu check 报送
  jiangbu run 报送 --year 2024 --budget 3000万元

选项写在参数前后都可以；-- 之后的都不是选项。
结果写到标准输出或指定的文件，提示写到标准错误。

退出状态：0 完成；1 完成，但须有人查看；2 未能完成，没有写出任何文件。`},

	"flag/policy": {"the policy: an id of policy list, or a `FILE`", "政策：policy list 中的编号，或 `FILE`"},
	"flag/force":  {"replace outputs that exist", "替换已有的输出文件"},

	"run/usage": {"decide a year's awards and write the report", "计算一个年度的奖补并写出报告"},
	"run/args":  {"PATH… --year YEAR [FLAGS]", "报送表或文件夹… --year 年度 [选项]"},
	"run/flag/year": {"the award `YEAR`; it pays what was recognised the year before",
		"奖补年度 `YEAR`，奖补上一年认定的项目"},
	"run/flag/out": {"write the report to `FILE` (default: 奖补报告.xlsx in the current folder)",
		"报告写到 `FILE`（默认：当前文件夹的 奖补报告.xlsx）"},
	"run/flag/json": {"also write the result as JSON to `FILE`; - is stdout", "另把结果以 JSON 写到 `FILE`；- 为标准输出"},
	"run/flag/budget": {"hold the awards against a `BUDGET`: an amount such as 3000万元, or a workbook",
		"与预算核对，`BUDGET` 为金额（如 3000万元）或工作簿"},
	"run/flag/over-budget": {"over the budget, `HOW`: report says so (default), prorate pays every award the " +
		"same share",
		"超出预算时 `HOW`：report 只说明（默认），prorate 按同一比例安排"},
	"run/flag/round": {"round prorated awards down to `YUAN` (default 100)",
		"按比例安排的金额向下舍到 `YUAN` 元的整数倍（默认 100）"},
	"run/flag/protect": {"keep a `CLAUSE` out of the reduction; repeatable", "某一条款 `CLAUSE` 不压减，可多次使用"},
	"run/flag/reading": {"set a reading, `NAME=VALUE`; repeatable (policy show lists them)",
		"设定口径 `NAME=VALUE`，可多次使用（policy show 列出全部）"},
	"run/flag/rulings": {"apply the rulings filled into 待核事项 of the `REPORT`", "采用 `REPORT`“待核事项”中填写的审定意见"},
	"run/flag/prior": {"awards of an earlier year, `FILE`: a report, or a table with company, item, level and " +
		"amount; repeatable",
		"以前年度的奖补 `FILE`：报告，或列有单位、事项、级别和金额的表，可多次使用"},
	"run/flag/compare": {"say what changed since an earlier `REPORT` of the same year (sheet 变动情况)",
		"与同一年度的前一份 `REPORT` 比较，列出“变动情况”"},
	"check/flag/year": {"award `YEAR`: dates that it does not pay are named; lists need it",
		"奖补年度 `YEAR`：指出不属于该年度的认定日期；核对名单时需要"},
	"check/flag/out": {"write the comparison with the lists to `FILE`", "把名单核对结果写入 `FILE`"},
	"run/flag/lists": {"hold the claims against official lists, `FILE` or folder (sheet 名单核对); repeatable",
		"与官方名单 `FILE` 或文件夹核对（“名单核对”表），可多次使用"},
	"run/flag/firms": {"the register of firms, `FILE`, by which lists find who was forgotten",
		"企业名录 `FILE`，据以找出名单上没有申报的单位"},
	"run/flag/exclude": {"who may not be awarded, `FILE` (credit, accidents, struck off); repeatable",
		"排除名单 `FILE`（失信、事故、注销吊销等），可多次使用"},
	"run/flag/other-awards": {"what others paid for the same items, `FILE`; repeatable", "上级或县区已奖名单 `FILE`，可多次使用"},
	"run/flag/lists-decide": {"yes or no, `ANSWER`: whether confirmed lists hold claims, or are only shown",
		"`ANSWER` 为 yes 或 no：已确认的名单影响奖补，或只作核对"},
	"run/flag/decided-on": {"the day of the decision, `DATE`, for entries of lists that begin or end",
		"核定日期 `DATE`，据以判断排除名单是否有效"},
	"run/flag/letters": {"write a letter for each district that forgot a recognition into `FOLDER`",
		"把各县区的补报通知写入 `FOLDER`"},
	"run/flag/strict": {"exit with 1 when a record is held or a budget line is over", "有待核记录或超预算时以状态 1 退出"},
	"run/help": {`Reads the workbooks, decides every row by the policy, checks that all totals
agree, and writes the report. The report is written whole or not at all, read
back and compared before it takes its name. A workbook that cannot be read is
named and the others are decided.

Examples:
  jiangbu run submissions --year 2024
  jiangbu run submissions --year 2024 --budget budget.xlsx --json result.json
  jiangbu run submissions --year 2024 --reading same-project=clause --out clause.xlsx
  jiangbu run submissions --year 2024 --rulings 奖补报告.xlsx --compare 奖补报告.xlsx --out 奖补报告2.xlsx
  jiangbu run submissions --year 2024 --budget 1500万元 --over-budget prorate --round 100 --protect 四

Exit status: 0 the report is written; 1 it is written but a workbook could not
be read, or a line of the budget, rulings or earlier years was not understood,
or --strict and something is held or over budget; 2 nothing was written.`,
		`读取报送表，按政策逐行作出结论，核验各项合计，写出报告。报告要么完整写出，
要么不写；写好后先读回核对，再改为正式名称。无法读取的工作簿会点名列出，其余照常计算。

示例：
  jiangbu run 报送 --year 2024
  jiangbu run 报送 --year 2024 --budget 预算.xlsx --json 结果.json
  jiangbu run 报送 --year 2024 --reading same-project=clause --out 条款口径.xlsx
  jiangbu run 报送 --year 2024 --rulings 奖补报告.xlsx --compare 奖补报告.xlsx --out 奖补报告2.xlsx
  jiangbu run 报送 --year 2024 --budget 1500万元 --over-budget prorate --round 100 --protect 四

退出状态：0 报告已写出；1 已写出，但有工作簿无法读取，或预算、审定意见、以前年度
的某一行没有读懂，或加了 --strict 而有待核、超预算；2 没有写出任何文件。`},

	"explain/usage":     {"tell the whole story of one record of a report", "说明报告中一条记录的来龙去脉"},
	"explain/args":      {"REPORT QUERY [FLAGS]", "报告 查询 [选项]"},
	"explain/flag/json": {"print every match in full as JSON", "以 JSON 输出每条匹配的记录"},
	"explain/help": {`Shows what the cells say and what was understood, each rule tried and its
outcome, the clause's words, the steps to the amount, and who displaced whom.
QUERY is a company's name or part of it, what was recognised, a credit code or
its beginning, a certificate's number, or a row as file:sheet!row. Several
matches are listed, each with the place that finds it alone.

Examples:
  jiangbu explain 奖补报告.xlsx 海岳机械
  jiangbu explain 奖补报告.xlsx 91320722MAAY4CL12W
  jiangbu explain 奖补报告.xlsx '甲县.xlsx:摸排表!6' --json

Exit status: 0 something was found; 1 nothing matches; 2 the report could not be
read, or contradicts itself.`,
		`列出单元格的内容和读出的内容、逐条规则的结论、条款原文、金额的计算步骤，以及由谁
替代了谁。查询可以是单位名称或其中一部分、认定的对象、统一社会信用代码或其开头、
证书编号，或写作 文件:工作表!行 的一行。有几条匹配的，列出各条及其位置。

示例：
  jiangbu explain 奖补报告.xlsx 海岳机械
  jiangbu explain 奖补报告.xlsx 91320722MAAY4CL12W
  jiangbu explain 奖补报告.xlsx '甲县.xlsx:摸排表!6' --json

退出状态：0 找到记录；1 没有匹配的记录；2 报告无法读取，或自相矛盾。`},

	"check/usage": {"read the workbooks and say what is wrong with them", "检查报送表并指出问题"},
	"check/args":  {"PATH… [FLAGS]", "报送表或文件夹… [选项]"},
	"check/flag/return": {"write a marked copy of each workbook into the folder `DIR`",
		"另把每个工作簿的标注副本写到文件夹 `DIR`，供退回县区"},
	"check/flag/json": {"print the findings as JSON", "以 JSON 输出"},
	"check/help": {`Reads and standardises the workbooks as run does and decides nothing. Each
finding names its place as file:sheet!cell, with what to do on the line below; a
finding that stands in many rows is printed once. With --year it names dates
that the year does not pay, which run would only refuse. An error is named for
each record that run would hold, but for what only earlier awards and a budget
say; for what official lists say, give them (--lists).

With --return each workbook with a finding gets a copy for its district: cells
coloured, with a comment, a first sheet 问题清单 with links, the rest as it was.
A copy corrected and sent back is read like any submission.

Examples:
  jiangbu check 甲县.xlsx
  jiangbu check submissions --json
  jiangbu check submissions --return marked

Exit status: 0 no errors (there may be warnings); 1 errors were found; 2 the
workbooks could not be checked.`,
		`像 run 一样读取报送表，但不作结论。每个问题写明位置（文件:工作表!单元格），
下一行写明怎么办；多行相同的问题只列一次。用 --year 写明奖补年度的，还指出不属于该
年度的认定日期（run 只会不予奖补）。凡 run 会列为待核的记录，这里都指出错误；只有对照
以前年度已奖情况和预算才看得出的除外，对照官方名单才看得出的请加 --lists。

加上 --return，每个有问题的工作簿另有一份退回县区的副本：有问题的单元格着色并加批注，
第一张工作表“问题清单”可以跳到各处，其余照原样。改正后发回的副本可以直接读取。

示例：
  jiangbu check 甲县.xlsx
  jiangbu check 报送 --json
  jiangbu check 报送 --return 退回

退出状态：0 没有错误（可能有提醒）；1 有错误；2 未能检查。`},

	"publish/usage": {"make the public notice of a report's awards", "由报告生成公示"},
	"publish/args": {"REPORT --out DIR --from DATE --days N [FLAGS]",
		"报告 --out 文件夹 --from 日期 --days 天数 [选项]"},
	"publish/flag/out":    {"write the notice into the folder `DIR`", "公示写到文件夹 `DIR`"},
	"publish/flag/format": {"only these of xlsx,docx,html,csv: `LIST`", "只生成其中几种，`LIST` 取自 xlsx,docx,html,csv"},
	"publish/flag/from": {"the first day of the period, `DATE` such as 2024-10-08",
		"公示期第一天 `DATE`，如 2024-10-08"},
	"publish/flag/days": {"how many working days it lasts, `N`, the first included", "公示期的工作日数 `N`，第一天计算在内"},
	"publish/flag/holidays": {"the year's days off and worked, `FILE` with lines such as 2024-10-01 2024-10-07 休",
		"放假安排 `FILE`，每行如 2024-10-01 2024-10-07 休 或 2024-09-29 班"},
	"publish/flag/unit":        {"who issues the notice, `NAME`", "发布单位 `NAME`"},
	"publish/flag/contact":     {"whom to ask, `TEXT`", "联系方式 `TEXT`"},
	"publish/flag/supervision": {"where to complain, `TEXT`", "监督方式 `TEXT`"},
	"publish/flag/date":        {"the `DATE` under the notice (default: the first day)", "落款日期 `DATE`（默认：公示期第一天）"},
	"publish/flag/by": {"order the table by `WHAT`: clause (default), district or company",
		"表格按 `WHAT` 排列：clause 条款（默认）、district 县区、company 单位"},
	"publish/flag/amounts":     {"write amounts in `UNIT`: 万元 (default) or 元", "金额的单位 `UNIT`：万元（默认）或元"},
	"publish/flag/credit-code": {"show the credit codes", "列出统一社会信用代码"},
	"publish/flag/fund":        {"the fund's `NAME` in the title", "标题中的资金 `NAME`"},
	"publish/flag/settings": {"read what stays the same each year from `FILE` (YAML, keys as the flags)",
		"从 `FILE` 读取每年相同的内容（YAML，键与选项同名）"},
	"publish/flag/final": {"the decided awards after the period, not the proposed", "公示期满后的正式公告，而不是拟奖补公示"},
	"publish/flag/proposed": {"with --final: the `FILE` that was published, 公示.csv or 公示.xlsx (default: the one " +
		"in 公示 of the year's folder)",
		"正式公告所对照的公示 `FILE`：公示.csv 或 公示.xlsx（默认：年度文件夹的 公示 中的一份）"},
	"publish/flag/objections": {"with --final: the register of objections, `FILE` (default: 异议登记.xlsx beside " +
		"the proposed notice)",
		"异议登记表 `FILE`（默认：公示旁边的 异议登记.xlsx）"},
	"publish/flag/paid": {"instead of the awards, what was paid of them, from the ledger `FILE` or folder; repeatable",
		"不公示项目，而是公布兑现情况，取自拨付台账 `FILE` 或文件夹，可多次使用"},
	"publish/flag/accept-changes": {"publish amounts that a person changed in the report", "按报告中人工改动后的金额公示"},
	"publish/flag/accept-doubt": {"publish the doubt of private data at `CELL` of 奖补明细, or in the setting of " +
		"that flag, after a look; repeatable",
		"核对后按原样公示“奖补明细”`CELL` 处（或某选项）疑似个人信息的内容，可多次使用"},
	"publish/flag/policy": {"the report's policy, where it is a `FILE` of yours", "报告所依据的政策，为自备文件时写明 `FILE`"},
	"publish/help": {`Makes the notice in three forms that say the same: 公示.xlsx, 公示.docx and
公示.html (one page that needs no network); and as open data the awards alone in
yuan, 公示.csv, with 公示.schema.json, which describes its columns. Only granted
awards appear; of a person only the employer and the amount. Everything is
searched for private data before anything is written: what proves itself is
refused, a doubt is published only where --accept-doubt names its place. Awards
below what was due are shown with what was due and why.

A settings file saves typing: unit, contact, supervision, fund, days, by,
amounts, credit-code, holidays, format.

Beside a proposed notice lies 异议登记.xlsx, an internal register to be filled in,
which is never published and never written over once it holds an objection. --final
holds the report against what was published: no objection may be open, and each
change must rest on an objection that was upheld or on a ruling. What was withdrawn
or corrected stands in a second annex, in neutral words. With --paid it is what was
paid, item by item; ledgers that do not settle are refused.

Examples:
  jiangbu publish 奖补报告.xlsx --out 公示 --from 2024-10-08 --days 5 --holidays 2024.txt --settings 公示.yaml
  jiangbu publish 奖补报告.xlsx --out 公告 --final --proposed 公示/公示.csv --date 2024-10-20 --settings 公示.yaml
  jiangbu publish 奖补报告.xlsx --out 兑现 --paid 台账.xlsx --date 2025-06-30 --settings 公示.yaml

Exit status: 0 the notice is written; 2 it must not be published as it stands,
or could not be made; nothing was written.`,
		`生成内容相同的三种文件：公示.xlsx、公示.docx、公示.html（单个网页，不联网）；另有供开放
数据使用的 公示.csv（只有项目，金额以元为单位）和说明各列的 公示.schema.json。只列出予以
奖补的项目；涉及个人的，只列用人单位和金额。写出之前先检查有没有个人信息：确属个人信息的
不予生成，有疑问的须用 --accept-doubt 写明位置才能公示。奖补金额低于应奖金额的，列明应奖
金额和原因。

每年相同的内容可写在设置文件里：unit、contact、supervision、fund、days、by、
amounts、credit-code、holidays、format。

公示旁边有一份 异议登记.xlsx，供内部填写，不公开，填过的不会被覆盖。--final 把报告与
已公布的公示逐项核对：异议都要处理完毕，每一处改动都要有成立的异议或审定意见。撤回、
调整的项目列在附件2，用语中性。--paid 公布各事项的兑现情况，台账与奖补对不上的不予生成。

示例：
  jiangbu publish 奖补报告.xlsx --out 公示 --from 2024-10-08 --days 5 --holidays 2024.txt --settings 公示.yaml
  jiangbu publish 奖补报告.xlsx --out 公告 --final --proposed 公示/公示.csv --date 2024-10-20 --settings 公示.yaml
  jiangbu publish 奖补报告.xlsx --out 兑现 --paid 台账.xlsx --date 2025-06-30 --settings 公示.yaml

退出状态：0 公示已写出；2 按现有内容不能公示，或未能生成，没有写出任何文件。`},

	"reconcile/usage": {"hold the payments of the finance office against a report's awards", "将财政拨付台账与报告的奖补核对"},
	"reconcile/args":  {"REPORT… LEDGER… [FLAGS]", "报告… 台账或文件夹… [选项]"},
	"reconcile/flag/out": {"write the reconciliation to `FILE` (default: 对账.xlsx in the current folder)",
		"对账结果写到 `FILE`（默认：当前文件夹的 对账.xlsx）"},
	"reconcile/flag/json": {"also write it as JSON to `FILE`; - is stdout", "另以 JSON 写到 `FILE`；- 为标准输出"},
	"reconcile/help": {`Reads the ledgers (one row a payment, several rows under one sum, or one column
an item), finds for each payment its company by credit code and its award by
certificate, item and subject, and says of each line what it comes to: matched,
amount, unpaid, unexpected, duplicate, payee, district, unit or returned. One
fen is a difference. All sums of both sides are checked before anything is
written; account numbers and telephones are never read.

Reports of several award years may be given: a payment goes to the year that it
names (年度, 文号), else to the oldest award of the same company and item that is
not paid yet; where all are paid it is asked about. What names a year that no
report is of takes no part and is told in one line.

Examples:
  jiangbu reconcile 奖补报告.xlsx 台账.xlsx
  jiangbu reconcile 报告2024.xlsx 报告2025.xlsx 台账.xlsx
  jiangbu reconcile 奖补报告.xlsx ledgers --out 对账.xlsx --json 对账.json

Exit status: 0 everything matches and no error finding stands; 1 the
reconciliation is written and a person must look; 2 it could not be done and nothing was written.`,
		`读取台账（一行一笔、一笔管几行，或一列一个事项），按统一社会信用代码找到单位，
按证书编号、奖补事项和认定对象找到奖补，逐组说明：相符、金额不符、未拨付、报告中没有、
重复拨付、收款单位不符、拨付县区不符、金额单位有误、已退回。一分钱也算差异。
写出之前先核验双方的合计；账号和电话一律不读取。

可以同时给出几个奖补年度的报告：写明年度（年度、文号）的归该年度，没有写明的先补同一单位、
同一事项最早未付清的奖补，都已付清的请人确认。属于其他年度的不参加核对，合并提示一行。

示例：
  jiangbu reconcile 奖补报告.xlsx 台账.xlsx
  jiangbu reconcile 报告2024.xlsx 报告2025.xlsx 台账.xlsx
  jiangbu reconcile 奖补报告.xlsx 台账 --out 对账.xlsx --json 对账.json

退出状态：0 全部相符，台账也没有错误；1 对账已写出，须有人处理；2 未能对账，没有写出任何文件。`},

	"form/usage":    {"write the blank survey forms, one workbook a district", "生成空白摸排表，每个县区一个工作簿"},
	"form/args":     {"--year YEAR --out DIR [FLAGS]", "--year 年度 --out 文件夹 [选项]"},
	"form/flag/out": {"write the forms into the folder `DIR`", "写到文件夹 `DIR`"},
	"form/help": {`Makes the forms of the policy: drop-downs for item, level, nature and district,
checks on codes, dates and amounts, how to fill them in, and an example that is
not read. What is filled in as the form asks is read without a finding. All
forms are written or none.

Example:
  jiangbu form --year 2025 --out forms

Exit status: 0 the forms are written; 2 nothing was written.`,
		`按政策生成摸排表：奖补事项、级别、认定类型、县区有下拉列表，信用代码、日期、金额有校验，
附填报说明和一行不读取的示例。按表填写的，读取时没有问题。要么全部写出，要么都不写。

示例：
  jiangbu form --year 2025 --out 空白表

退出状态：0 已写出；2 没有写出任何文件。`},

	"policy/usage": {"show and check policies", "查看和检查政策"},
	"policy/args":  {"COMMAND [ARGUMENTS]", "命令 [参数]"},
	"policy/help":  {"Example:\n  jiangbu policy show", "示例：\n  jiangbu policy show"},

	"policy/list/usage": {"list the policies that the program brings along", "列出程序自带的政策"},
	"policy/list/help": {"Prints id, document, award years, city and title.\n\nExample:\n  jiangbu policy list",
		"列出编号、文号、奖补年度、城市和名称。\n\n示例：\n  jiangbu policy list"},

	"policy/show/usage": {"print a policy's rule book as a table", "以表格列出政策的规则"},
	"policy/show/args":  {"[ID|FILE]", "[编号|文件]"},
	"policy/show/help": {"Prints every item and level with its amount, conditions and clause, and the\nreadings, so " +
		"that it can be held against the document.\n\nExamples:\n  jiangbu policy show\n  jiangbu policy show " +
		"mycity.yaml",
		"逐项列出奖补事项、级别、金额、条件、条款和口径，便于与文件核对。\n\n示例：\n  jiangbu policy show\n  jiangbu policy show 本市.yaml"},

	"policy/check/usage": {"read a policy strictly and run its cases", "严格检查政策文件并运行用例"},
	"policy/check/args":  {"ID|FILE…", "编号|文件…"},
	"policy/check/help": {"Every fault is told with file and line. The cases beside FILE.yaml stand in\n" +
		"FILE.cases.yaml.\n\nExample:\n  jiangbu policy check mycity.yaml\n\nExit status: 0 all is well; 1 a fault " +
		"or a failed case; 2 the file could not be\nread.", "每个错误都写明文件和行号。文件.yaml 的用例放在旁边的 文件.cases.yaml。\n\n" +
		"示例：\n  jiangbu policy check 本市.yaml\n\n退出状态：0 没有问题；1 有错误或用例不符；2 文件无法读取。"},

	"version/usage": {"print version, commit and policies", "显示版本、提交和政策"},
	"version/help":  {"Example:\n  jiangbu version", "示例：\n  jiangbu version"},

	"init/usage": {"lay out the folder of a year", "建立一个年度的文件夹"},
	"init/args":  {"DIR --year YEAR [FLAGS]", "文件夹 --year 年度 [选项]"},
	"init/help": {`Makes 报送 for the submissions, 预算.xlsx to be filled in, jiangbu.yaml with the
settings, 空白表 with the blank forms of all districts, and 说明.txt. Inside the
folder jiangbu run needs no flag; a flag that is given overrides the settings.

On Windows the folder can be dropped on jiangbu.exe: it is decided there, and
the window stays open. Submissions that lie elsewhere can be dropped too; the
report then stands beside them. A report is never written over that way: the
next is 奖补报告(2).xlsx.

Example:
  jiangbu init --year 2025 2025

Exit status: 0 the folder is ready; 2 nothing was written.`,
		`建立 报送（放各县区的工作簿）、预算.xlsx（待填写）、jiangbu.yaml（设置）、空白表（各县区的
摸排表）和 说明.txt。在该文件夹里运行 jiangbu run 不用写选项；写了的，以命令行为准。

在 Windows 上可以把该文件夹拖到 jiangbu.exe 上：就在那里计算，窗口保持打开。放在别处的
报送表也可以拖，报告写在它们旁边。这样运行不会替换已有的报告，新的取名 奖补报告(2).xlsx。

示例：
  jiangbu init --year 2025 2025年度

退出状态：0 已建好；2 没有写出任何文件。`},
}
