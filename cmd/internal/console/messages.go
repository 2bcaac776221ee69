package console

import "maps"

// phrase is one message in the two languages of the console. Both have the
// same holes in the same order (a test holds them to it); what to do about a
// fault stands on the lines below the first.
type phrase struct{ En, Zh string }

// catalogue is every message of the console but the help texts, which stand in
// manual.go. What officers keep (reports, findings) is not here: that is
// Chinese for everyone.
var catalogue = together(manual, manualOfAllot, aboutTheSession, aboutSettings, aboutPolicies,
	aboutTheMenu, map[string]phrase{
		"did-you-mean": {"did you mean %s?", "您要输入的是不是 %s？"},
		"program-error": {"program error: %v\n" +
			"Nothing was written. Please report this with the command line; JIANGBU_TRACE=1 shows where it happened.",
			"程序出错：%v\n没有写出任何文件。请把命令行一并反馈；设置 JIANGBU_TRACE=1 可显示出错位置。"},
		"unknown-command": {"unknown command %q; there are: %s%s\nRun jiangbu --help for what each does.",
			"没有 %q 这个命令，可用的有：%s%s\n运行 jiangbu --help 查看各命令的用途。"},
		"unknown-flag": {"unknown flag %s%s\n" +
			"Run the command with --help for its flags; a file whose name begins with - goes after --.",
			"没有 %s 这个选项%s\n用 --help 查看该命令的选项；文件名以 - 开头的，写在 -- 之后。"},
		"flag-value": {"flag %s needs a value\nWrite it behind the flag: %[1]s VALUE; --help says what it can be.",
			"选项 %s 需要一个值\n请写在选项之后：%[1]s 值；--help 说明可以是什么。"},
		"flag-kind": {"flag %s cannot be %q\nRun the command with --help for what it takes.",
			"选项 %s 不能取 %q\n用 --help 查看它的用法。"},
		"flag-choice": {"%s cannot be %q\nIt can be: %s.", "%s 不能取 %q\n可取：%s。"},
		"flag-day":    {"%s: %q is not a day\nWrite it as 2024-10-08.", "%s：%q 不是日期\n请写成 2024-10-08 的形式。"},
		"unknown-language": {"the console does not speak %q\nGive --lang zh or --lang en.",
			"没有 %q 这种语言\n请用 --lang zh 或 --lang en。"},
		"no-command": {"no command given\nRun jiangbu --help to see what there is.",
			"没有写明命令\n运行 jiangbu --help 查看有哪些命令。"},
		"no-subcommand": {"jiangbu %[1]s needs a command of its own\nRun jiangbu %[1]s --help to see what there is.",
			"jiangbu %[1]s 之后还要写明做什么\n运行 jiangbu %[1]s --help 查看有哪些命令。"},
		"too-many": {"%s does not take the argument %q\nTake it out; a name with blanks goes in quotes.",
			"%s 不需要参数 %q\n请去掉它；名称中有空格的，请加引号。"},

		"no-path": {"no workbook and no folder given\n" +
			"Name the workbooks or the folder that the districts submitted: jiangbu run submissions --year 2024",
			"没有写明报送表或文件夹\n请写明各县区报送的工作簿或其文件夹：jiangbu run 报送 --year 2024"},
		"path-missing": {"%s: no such file or folder\nCheck the spelling and the folder you are in.",
			"%s：没有这个文件或文件夹\n请检查名称和当前所在的文件夹。"},
		"path-odd": {"%s is neither a file nor a folder\nName a workbook, or a folder of workbooks.",
			"%s 既不是文件也不是文件夹\n请写明工作簿，或存放工作簿的文件夹。"},
		"no-workbook": {"%s holds no workbook\nPut the submitted .xlsx files there, or name another folder.",
			"%s 里没有工作簿\n请把报送的 .xlsx 文件放进去，或写明另一个文件夹。"},
		"path-unreadable": {"%s cannot be read: %v\nCheck the permissions of the file or folder.",
			"%s 无法读取：%v\n请检查文件或文件夹的权限。"},
		"path-in-use": {"%s is kept by another program, such as Excel or WPS\nClose it there and run again.",
			"%s 正在被另一个程序（如 Excel 或 WPS）使用，无法读取\n请先在那里关闭它，再运行。"},

		"policy/which": {"several policies are at hand: %s\nChoose one with --policy.",
			"有几个政策可用：%s\n请用 --policy 选定一个。"},
		"policy/unknown": {"no policy and no file is called %q; policies at hand: %s%s\n" +
			"Name one of these, or the path of a policy file.", "没有名为 %q 的政策或文件，可用的政策：%s%s\n请写明其中之一，或政策文件的路径。"},
		"policy/broken": {"the policy %s cannot be used:\n%v\nCorrect these lines and try jiangbu policy check.",
			"政策文件 %s 无法使用：\n%v\n请改正以上各行，再用 jiangbu policy check 检查。"},

		"year/missing": {"no award year given; policy %s pays %s\nAdd --year, for example --year %d.",
			"没有写明奖补年度；政策 %s 的奖补年度为 %s\n请加上 --year，例如 --year %d。"},
		"year/no-number": {"%q is not a year; the award years are %s\nGive one of them with --year.",
			"%q 不是年份；奖补年度为 %s\n请用 --year 写明其中之一。"},
		"year/outside": {"%d is not an award year of policy %s; it pays %s\n" +
			"Award year Y pays what was recognised in Y-1.", "%d 不是政策 %s 的奖补年度；奖补年度为 %s\n某年度奖补的是上一年认定的项目。"},

		"reading/form": {"the reading %q must be written name=value\npolicy show lists the readings and their values.",
			"口径 %q 应写成 名称=取值\npolicy show 列出全部口径和取值。"},
		"reading/unknown": {"policy %s has no reading %q; there are: %s%s\npolicy show says what each is about.",
			"政策 %s 没有名为 %q 的口径，可用的有：%s%s\npolicy show 说明各口径的含义。"},
		"reading/value": {"reading %s cannot be %q; it can be: %s%s\npolicy show says what each means.",
			"口径 %s 不能取 %q，可取：%s%s\npolicy show 说明各取值的含义。"},
		"reading/twice": {"reading %s is set twice, to %s and to %s\nKeep one of them.", "口径 %s 设了两次：%s 和 %s\n请只保留一个。"},

		"output/twice": {"two outputs would be written to %s\nGive each its own name.", "两个输出都要写到 %s\n请各取一个名称。"},
		"output/input": {"%s is read by this run and is never overwritten\nName another file.",
			"%s 是本次要读取的文件，不能覆盖\n请换一个输出文件名。"},
		"output/inside": {"%s would lie in %s, where the next run would read it as a submission\n" +
			"Name a place outside that folder with --out or --json.",
			"%s 位于 %s 之内，下次会被当作报送表读取\n请用 --out 或 --json 写到该文件夹之外。"},
		"output/folder": {"%s is a folder\nName a file in it.", "%s 是文件夹\n请写明其中的文件名。"},
		"output/report": {"%s is a report, which nothing but run replaces: somebody may have filled it in\n" +
			"Name another file.",
			"%s 是奖补报告，其中可能有人填写，只有 run 可以替换它\n请写明另一个文件。"},
		"output/exists": {"%s exists already\nName another file, or add --force to replace it.",
			"%s 已经存在\n请换一个文件名，或加上 --force 替换它。"},
		"output/open": {"%s is open in Excel or WPS\nClose it there, or name another file.",
			"%s 正在 Excel 或 WPS 中打开\n请先关闭它，或换一个文件名。"},
		"output/locked": {"%s cannot be replaced: %v\nName another file, or one that you may write to.",
			"%s 无法替换：%v\n请换一个文件名，或写到有权限的文件。"},
		"output/no-folder": {"%s cannot be made a folder: %v\nName another folder.", "无法建立文件夹 %s：%v\n请换一个文件夹。"},
		"output/unwritable": {"%s cannot be written: %v\nName a folder that exists and that you may write to.",
			"%s 无法写入：%v\n请写到一个存在且有权限写入的文件夹。"},
		"output/failed": {"%s could not be written: %v\nNothing was left behind.", "%s 没有写成：%v\n没有留下不完整的文件。"},

		"lists/letters": {"--letters needs official lists\nName them with --lists.",
			"--letters 要有官方名单\n请用 --lists 写明。"},
		"lists/registered": {"%d lists are not registered yet; what they most likely are stands in %s\n" +
			"Check and confirm each line there, then run again: until then they decide nothing.",
			"有 %d 份名单尚未登记，推测的内容写在 %s\n请逐行核对并在“确认”栏选“是”，再重新运行；确认之前不影响奖补。"},
		"lists/letters-done": {"%d letters to districts are in %s\n" +
			"Send each to its district, and decide anew when the claims have come.",
			"已写出 %d 份补报通知，在 %s\n请发给各县区，补报后重新核定。"},
		"lists/no-letters": {"nothing of a confirmed list was forgotten: there are no letters to write\n" +
			"Confirm the lists in 名单登记.xlsx, where some are not yet.",
			"已确认的名单上没有应享未报的项目，没有写补报通知\n名单尚未确认的，请先在“名单登记.xlsx”中确认。"},

		"side-input/edited":     {"%s was changed by hand and is not used: %s\n%s", "%s 有人工改动，不能采用：%s\n%s"},
		"side-input/more":       {"and %d more", "另有 %d 处"},
		"side-input/unreadable": {"%s cannot be read: %s\n%s", "%s 无法读取：%s\n%s"},
		"prior/lines": {"%s lists earlier awards and has %d lines that cannot be read:\n%s\n" +
			"It is there to bar double payment and is read whole or not at all. Correct these lines, then run again.",
			"%s 是以前年度的奖补名单，有 %d 处无法读取：\n%s\n名单用来防止重复奖补，须全部读懂才能使用。请改正后再运行。"},
		"side-input/empty": {"%s holds nothing of what was asked for\nCheck that it is the right workbook.",
			"%s 里没有需要的内容\n请确认是不是这个工作簿。"},
		"side-input/no-file": {"%s holds a folder, not a workbook\nName the file itself.", "%s 是文件夹，不是工作簿\n请写明文件。"},
		"budget/amount": {"the budget %q is no amount\n" +
			"Give an amount with its unit, such as 3000万元, or a workbook.", "预算 %q 不是金额\n请写明带单位的金额，例如 3000万元，或一个工作簿。"},
		"budget/not-positive": {"the budget %q is no sum that awards could be held against\n" +
			"Give an amount above zero, such as 3000万元.", "预算 %q 不是可供核对的金额\n请写明大于零的金额，例如 3000万元。"},
		"audit": {"the result does not add up: %v\n" +
			"This is a fault of the program. Nothing was written; please report it.",
			"结果未通过核验：%v\n这是程序的错误。没有写出任何文件，请反馈。"},

		"return/inside": {"%s lies in %s, where the copies would be read as submissions\n" +
			"Name a folder outside of it with --return.", "%s 位于 %s 之内，副本会被当作报送表读取\n请用 --return 写明它之外的文件夹。"},
		"return/changed":   {"%s was changed while it was being checked\nRun the check again.", "%s 在检查期间被改动\n请重新检查。"},
		"return/refused":   {"%s: no copy, since nothing could be read from it", "%s：没有读到内容，没有副本"},
		"return/duplicate": {"%s: no copy, since the same workbook has one", "%s：与另一工作簿相同，没有副本"},
		"return/too-large": {"%s: no copy, since there is too much in it; the findings stand above",
			"%s：内容太多，没有副本，问题见上"},
		"return/clean":   {"no copy, since nothing was found: %d", "没有发现问题，没有副本：%d 份"},
		"return/rebuilt": {"%s: its own format could not be kept; the copy holds its values", "%s：原格式不能保留，副本只有原来的内容"},
		"return/done":    {"marked copies: %d, in %s", "标注副本 %d 份，已写到 %s"},

		"form/no-out": {"no folder given for the forms\nAdd --out, for example: jiangbu form --year %d --out forms",
			"没有写明空白表放在哪里\n请加上 --out，例如：jiangbu form --year %d --out 空白表"},
		"form/done": {"forms written: %d, in %s", "空白表 %d 份，已写到 %s"},

		"check/sheet":      {"%s!%s  records %d; other lines: %s", "%s!%s  记录 %d 条；其他行：%s"},
		"check/lines":      {"%s %d", "%s %d"},
		"check/columns":    {"; columns not read: %s", "；未使用的栏目：%s"},
		"check/comma":      {", ", "、"},
		"line/above":       {"above the header", "表头以上"},
		"line/header":      {"header", "表头"},
		"line/section":     {"section", "分组标题"},
		"line/total":       {"total", "小计合计"},
		"line/note":        {"note", "备注签章"},
		"line/placeholder": {"empty", "空行"},
		"line/example":     {"example", "示例"},
		"line/unread":      {"not understood", "没有读懂"},
		"line/no-table":    {"no table", "没有表格"},
		"line/copy":        {"copy of another sheet", "其他表的副本"},
		"severity/error":   {"error", "错误"},
		"severity/warning": {"warning", "提醒"},

		"check/summary": {"workbooks %d, records %d, errors %d, warnings %d", "工作簿 %d 个，记录 %d 条：错误 %d 处，提醒 %d 处"},
		"check/errors": {"errors found: %d\nCorrect the workbooks and check again; what stays is held by run.",
			"发现 %d 处错误\n请改正后再检查；未改正的记录，计算（run）时列为待核。"},

		"run/refused": {"workbooks that could not be read: %d; the report stands on the others\n" +
			"The reasons are above and in 问题清单. Have them sent again, then run again.",
			"有 %d 个工作簿无法读取，报告只包含其余的\n原因见上和“问题清单”。请重新报送后再运行。"},
		"run/side-input": {"a line beside the submissions was not understood:\n%s\nCorrect it and run again.",
			"随附的表有一行没有读懂：\n%s\n请改正后再运行。"},
		"run/strict": {"--strict: records held %d, budget lines over %d\nSee 待核事项 and 预算核对 in the report.",
			"--strict：待核 %d 条，超出的预算 %d 行\n见报告的“待核事项”和“预算核对”。"},

		"standing/lost": {"%s is not replaced: it holds %d things that a person filled in and this run has not " +
			"taken:\n" +
			"%s\nNothing was written. Put them right in that report, or clear them, and run again; " +
			"to keep it as it is, give the new one another name with --out.",
			"没有替换 %s：其中有 %d 处人工填写的内容，本次没有采用：\n%s\n" +
				"没有写出任何文件。请在原报告中改正，不再需要的清空，再计算一次；要保留原报告的，用 --out 给新报告另取文件名。"},
		"standing/other": {"another report of this year, %s, holds %d rulings that are not taken; %s goes on\n%s\n" +
			"Fill them into that one; or, where this is the newer one, give it that name, and run again.",
			"另有本年度的报告 %s，其中 %d 条审定意见没有采用；以 %s 为准\n%s\n" +
				"请填到后者里；如果前者是新的，请改成后者的名称，再运行。"},
		"standing/other-year": {"%s is the report of %d, and this run is of %d\n" +
			"It is not replaced: move it away, or name another file with --out.",
			"%s 是 %d 年度的报告，本次计算 %d 年度\n没有替换：请把它移走，或用 --out 另取一个文件名。"},
		"rulings/other-year": {"%s is the report of %d, and this run is of %d\n" +
			"Its rulings are not taken: fill them into the report of this year.",
			"%s 是 %d 年度的报告，本次计算 %d 年度\n其中的审定意见不能采用：请填在本年度的报告里。"},
		"standing/both": {"beside those of %s, %d rulings are taken that stand in %s alone:\n%s\n" +
			"Clear there what no longer holds.",
			"除 %s 以外，另有 %d 条审定意见只在 %s 里有，一并采用：\n%s\n不再需要的，请在那里清空。"},
		"standing/mixed": {"%s and %s are not of one run: one of them is older\n" +
			"Do not use them together; this run writes both anew.",
			"%s 与 %s 不是同一次运行生成的，其中一个是旧的\n请不要一起使用；本次运行会重新生成这两个文件。"},
		"standing/unreadable": {"%v\nThe report that stands there is not replaced: move it away, or name another " +
			"file with --out.",
			"%v\n该位置的报告没有替换：请把它移走，或用 --out 另取一个文件名。"},

		"compare/year": {"%s is of award year %d, not %d\n" +
			"Compare with a report of the same year; --prior takes earlier years.",
			"%s 是 %d 奖补年度的报告，不是 %d\n请与同一年度的报告比较；以前年度的用 --prior。"},

		"change/new":       {"new", "新增"},
		"change/gone":      {"gone", "减少"},
		"change/corrected": {"corrected", "更正"},
		"change/decided":   {"decided otherwise", "结论变化"},

		"explain/no-report": {"no report given\n" +
			"Name the report of jiangbu run, then what to look for: jiangbu explain 奖补报告.xlsx 海岳机械",
			"没有写明报告\n请先写明 jiangbu run 生成的报告，再写明要查的内容：jiangbu explain 奖补报告.xlsx 海岳机械"},
		"explain/no-query": {"nothing to look for in %s\nName a company, a credit code, or a row as file:sheet!row.",
			"没有写明在 %s 中查什么\n请写明单位名称、统一社会信用代码，或写作 文件:工作表!行 的一行。"},
		"explain/many": {"explain takes one query; %q is one too many\nPut a query with blanks in quotes: %s",
			"一次只能查一项，%q 多了\n查询中有空格的，请加引号：%s"},
		"explain/none": {"%s has no record that matches %q%s\n" +
			"Look for part of a name or a code; 认定记录 in the report lists every record.",
			"%s 中没有与 %q 匹配的记录%s\n请换单位名称的一部分或代码再查；报告的“认定记录”列出全部记录。"},
		"explain/near": {"Perhaps: %s", "也许是：%s"},
		"explain/several": {"records that match: %d; name one by its place for the whole story",
			"有 %d 条匹配的记录，请用位置指明一条"},
		"explain/more":           {"and %d more", "另有 %d 条"},
		"explain/company":        {"company", "单位"},
		"explain/claim":          {"claim", "申报"},
		"explain/outcome":        {"outcome", "结论"},
		"explain/source":         {"source", "来源"},
		"explain/cells":          {"what the cells say", "单元格内容"},
		"explain/understood":     {"= %s", "读作 %s"},
		"explain/not-understood": {"not understood", "没有读懂"},
		"explain/inferred":       {"(not in the row) %s", "（不在本行）%s"},
		"explain/rules":          {"rules, in their order", "逐条规则"},
		"explain/clause":         {"clause %s", "条款 %s"},
		"explain/steps":          {"steps to the amount", "计算步骤"},
		"explain/by":             {"stands in its place", "保留的记录"},
		"explain/displaces":      {"gave way to it", "由本条替代的记录"},
		"explain/unpaid":         {"%s not paid", "未支付 %s"},
		"explain/findings":       {"findings on the row", "本行的问题"},

		"verdict/passed":  {"passed", "通过"},
		"verdict/ruled":   {"let in by a person's ruling", "经审定通过"},
		"verdict/decided": {"decides: %s", "决定：%s"},
		"verdict/untried": {"not tried", "不再判断"},

		"rule/held":         {"nothing left for a person to settle", "没有须人核实的问题"},
		"rule/not-covered":  {"the policy pays for it", "属于政策支持范围"},
		"rule/not-new":      {"newly recognised", "属于新认定"},
		"rule/revoked":      {"not revoked", "认定没有被撤销"},
		"rule/year":         {"recognised in the year before", "上一年度认定"},
		"rule/legal-person": {"a legal person", "具有独立法人资格"},
		"rule/local":        {"registered in the city", "在本市登记"},
		"rule/prior":        {"not paid in an earlier year", "以前年度没有奖补"},
		"rule/highest":      {"the highest of its project", "同一项目中最高"},
		"rule/cap":          {"room under the company's cap", "没有超出单位上限"},
		"rule/granted":      {"granted", "予以奖补"},

		"sum/refused":         {"could not be read", "无法读取"},
		"sum/workbooks":       {"workbooks", "工作簿"},
		"sum/inputs":          {"%d read, %d refused, %d duplicate", "读取 %d，无法读取 %d，重复 %d"},
		"sum/rows":            {"rows", "行"},
		"sum/records":         {"records", "认定记录"},
		"sum/findings":        {"findings", "问题"},
		"sum/severities":      {"%d errors, %d warnings", "错误 %d，提醒 %d"},
		"sum/prior":           {"earlier awards", "以前年度已奖"},
		"sum/rulings":         {"rulings", "审定意见"},
		"sum/rulings-from":    {"from %s", "取自 %s"},
		"sum/amount":          {"amount", "奖补金额"},
		"sum/yuan":            {"%s yuan", "%s 元"},
		"sum/unclaimed":       {"not reported", "应享未报"},
		"sum/unclaimed-worth": {"%d on confirmed lists, %s yuan by the policy", "已确认的名单上 %d 项，按政策应奖 %s 元"},
		"sum/budget":          {"budget", "预算"},
		"sum/within":          {"%s %s, %s remaining", "%s %s，剩余 %s"},
		"sum/over":            {"%s %s, over by %s", "%s %s，超出 %s"},
		"sum/changes":         {"changes", "变动"},
		"sum/changed":         {"since %s: %s yuan, %s records unchanged", "与 %s 比较：%s 元，%s 条未变动"},
		"sum/change":          {"%d, %s yuan", "%d 条，%s 元"},
		"sum/report":          {"report", "报告"},
		"sum/json":            {"json", "JSON"},

		"prorate/off": {"--round and --protect are for --over-budget prorate\nAdd it, or leave them out.",
			"--round 和 --protect 要与 --over-budget prorate 同用\n请加上它，或去掉这两个选项。"},
		"prorate/no-budget": {"--over-budget prorate needs a budget\nGive one with --budget.",
			"--over-budget prorate 需要预算\n请用 --budget 写明。"},
		"prorate/budget": {"awards are not prorated by a budget that is not clear: %s\n%s\nCorrect it and run again.",
			"预算有不明确之处，不能据以按比例安排：%s\n%s\n请改正后再运行。"},
		"prorate/round": {"--round %q is no unit to round down to\nGive yuan such as 1, 100 or 10000.",
			"--round %q 不是取整的单位\n请写明元数，如 1、100 或 10000。"},
		"prorate/clause": {"policy %s has no clause %q to protect\npolicy show lists the clauses.",
			"政策 %s 没有条款 %q\npolicy show 列出全部条款。"},

		"reconcile/no-report": {"no report and no ledger given\n" +
			"Name the report of jiangbu run, then the ledgers: jiangbu reconcile 奖补报告.xlsx ledger.xlsx",
			"没有写明报告和台账\n请先写明 jiangbu run 生成的报告，再写明台账：jiangbu reconcile 奖补报告.xlsx 台账.xlsx"},
		"reconcile/no-ledger": {"no ledger given to hold against %s\n" +
			"Name the ledgers, or their folder, after the report.", "没有写明与 %s 核对的台账\n请在报告之后写明台账或其文件夹。"},
		"reconcile/same": {"%s is the report itself\nName the ledgers after it.", "%s 就是报告本身\n请在报告之后写明台账。"},
		"reconcile/same-year": {"%s is a second report of %s\nName one report an award year.",
			"%s 也是 %s 年度的报告\n每个奖补年度只给一份报告。"},
		"reconcile/problems": {"findings that a person must settle: %d\nAll payments match; see 台账问题 in %s.",
			"拨付都相符，但有 %d 处错误须先处理\n见 %s 的“台账问题”。"},
		"reconcile/year":        {"  %s, unpaid", "  %s年度未拨"},
		"reconcile/no-year":     {"unknown", "未注明"},
		"reconcile/open":        {"%s yuan; paid %s%%", "%s 元；支付率 %s%%"},
		"reconcile/differences": {"lines that do not match: %d\nSee 差异清单 in %s.", "有 %d 组不相符\n见 %s 的“差异清单”。"},
		"reconcile/awards":      {"awarded", "奖补"},
		"reconcile/payments":    {"paid", "已拨"},
		"reconcile/returned":    {"returned", "退回"},
		"reconcile/counties":    {"sent to districts", "拨付县区财政"},
		"reconcile/counties-differ": {"districts that were sent another sum than awarded: %d\nSee 对账汇总 in %s.",
			"拨付县区财政与县区合计不符的有 %d 个县区\n见 %s 的“对账汇总”。"},
		"reconcile/difference": {"difference", "差额"},
		"reconcile/written":    {"reconciliation", "对账"},

		"status/matched":    {"matched", "相符"},
		"status/amount":     {"amount", "金额不符"},
		"status/unpaid":     {"unpaid", "未拨付"},
		"status/unexpected": {"unexpected", "报告中没有"},
		"status/duplicate":  {"duplicate", "重复拨付"},
		"status/payee":      {"payee", "收款单位不符"},
		"status/district":   {"district", "拨付县区不符"},
		"status/unit":       {"unit", "金额单位有误"},
		"status/returned":   {"returned", "已退回"},
		"status/not-paid":   {"not paid", "台账注明未拨付"},
		"status/sent":       {"sent to the district", "已拨县区财政"},

		"scope/total":    {"total", "总额"},
		"scope/clause":   {"clause", "条款"},
		"scope/item":     {"item", "事项"},
		"scope/district": {"district", "县区"},
		"scope/office":   {"office", "处室"},

		"outcome/granted":    {"granted", "予以奖补"},
		"outcome/capped":     {"capped", "超出上限"},
		"outcome/superseded": {"superseded", "就高不重复"},
		"outcome/duplicate":  {"duplicate", "重复申报"},
		"outcome/refused":    {"refused", "不予奖补"},
		"outcome/held":       {"held", "待核"},

		"publish/no-report": {"no report given\nName the report: jiangbu publish 奖补报告.xlsx --out 公示",
			"没有写明报告\n请写明报告：jiangbu publish 奖补报告.xlsx --out 公示"},
		"publish/no-out": {"no folder for the notice given\nAdd --out, for example --out 公示.",
			"没有写明公示写到哪个文件夹\n请加上 --out，例如 --out 公示。"},
		"publish/holidays": {"the holidays in %s cannot be read: %v\n" +
			"Write each line as 2024-10-01 2024-10-07 休, or 2024-09-29 班.",
			"放假安排 %s 无法读取：%v\n每行写作 2024-10-01 2024-10-07 休，或 2024-09-29 班。"},
		"publish/other-policy": {"the report rests on policy %s, not on %s\n" +
			"Name the report's own policy with --policy, or none.", "报告依据的政策是 %s，不是 %s\n请用 --policy 写明报告所依据的政策，或不写。"},
		"publish/refused": {"the notice must not be published as it stands; errors above: %d\nNothing was written.",
			"按现有内容不能公示，见以上 %d 处错误\n没有写出任何文件。"},
		"publish/final-or-paid": {"--final and --paid are two notices\nMake one after the other.",
			"--final 与 --paid 是两种公告\n请分别生成。"},
		"publish/not-final": {"--proposed and --objections belong to the final notice\nAdd --final.",
			"--proposed、--objections 只用于正式公告\n请加上 --final。"},
		"publish/no-proposed": {"%s is there, but not the notice that it is about\n" +
			"Add --proposed with the 公示.csv or 公示.xlsx that was published.",
			"有 %s，没有它所针对的公示\n请用 --proposed 给出公示时生成的 公示.csv 或 公示.xlsx。"},
		"publish/one-report": {"--paid takes ledgers, not another report\nMake a notice for each year by itself.",
			"--paid 只接受台账，不接受另一份报告\n各年度请分别生成。"},
		"publish/mixed": {"%s and these are not of one publication: %s\n" +
			"Do not use them together; what is written now is one.",
			"%s 与这些文件不是同一次生成的：%s\n请不要一起使用；本次生成的是一套。"},
		"publish/left": {"these belong to another publication and were not written now: %s\n" +
			"Remove them, or make them too: leave out --format and add --force.",
			"这些文件属于另一次生成，本次没有写出：%s\n请删去，或者一并生成：不写 --format，加上 --force。"},
		"publish/register":      {"%s (internal: do not publish)", "%s（内部资料，不要公开）"},
		"publish/register-kept": {"%s is kept as it is (internal: do not publish)", "%s 保持原样（内部资料，不要公开）"},
		"publish/paid-done":     {"%s\n%s %s 万元，已兑现 %s 万元", "%s\n%s %s 万元，已兑现 %s 万元"},
		"publish/done":          {"%s\n%s %s 万元", "%s\n%s %s 万元"},

		"version/commit":   {"commit", "提交"},
		"version/go":       {"built with", "构建"},
		"version/policies": {"policies", "政策"},

		"policy/check/none":     {"no policy named\nGive a file, or one of: %v", "没有写明政策\n请写明文件，或其中之一：%v"},
		"policy/check/no-cases": {"%s: %s, %d items, well formed; no cases beside it", "%s：%s，%d 个奖补事项，格式正确；旁边没有用例"},
		"policy/check/done":     {"%s: %s, %d items, %d cases, %d failed", "%s：%s，%d 个奖补事项，%d 个用例，%d 个不符"},
		"policy/check/failed": {"policies that are not right: %d; the lines are above\n" +
			"Correct the file, or the case where it is the case that is wrong, and check again.",
			"有 %d 个政策有误，见以上各行\n请改正政策文件（用例写错的，改正用例）后再检查。"},
	})

// together puts the parts of the catalogue together.
func together(parts ...map[string]phrase) map[string]phrase {
	all := map[string]phrase{}
	for _, part := range parts {
		maps.Copy(all, part)
	}
	return all
}
