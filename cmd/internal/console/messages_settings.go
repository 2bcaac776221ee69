package console

// aboutSettings is what the program says about a year's folder and its file.
var aboutSettings = map[string]phrase{
	"settings/broken": {"%s cannot be used:\n%s\nCorrect these lines; jiangbu init writes an example.",
		"%s 无法使用：\n%s\n请改正以上各行；jiangbu init 会写出示例。"},
	"settings/where": {"%s is in force here; jiangbu run --show-settings shows where each setting comes from.",
		"当前文件夹的 %s 正在起作用；jiangbu run --show-settings 列出每项设置的来源。"},

	"budget/blank": {"the budget %s has no amount filled in\nFill in the total, or leave --budget out.",
		"预算 %s 还没有填写金额\n请填写总额，或去掉 --budget。"},
	"budget/blank-file": {"the budget %s has no amount filled in yet; the awards are held against none\nFill in the " +
		"total and run again.", "预算 %s 还没有填写金额，本次不与预算核对\n填写总额后请重新运行。"},

	"init/no-folder": {"no folder given\nName the folder for the year: jiangbu init --year 2025 2025",
		"没有写明文件夹\n请写明这一年度的文件夹：jiangbu init --year 2025 2025年度"},
	"init/exists": {"%s exists already\nName a new folder; init never changes what is there.",
		"%s 已经存在\n请换一个新文件夹；init 不改动已有的内容。"},
	"init/done": {"%s is ready\nPut the districts' workbooks into %s, fill in %s, and run jiangbu run there.",
		"%s 已建好\n请把各县区报送的工作簿放进 %s，填写 %s，再到该文件夹运行 jiangbu run。"},
	"menu:init/done": {"%s is ready\nPut the districts' workbooks into %s, fill in %s, and choose 4.",
		"%s 已建好\n请把各县区报送的工作簿放进 %s，填写 %s，再选 4 计算。"},

	"drop/year": {"award year (%s): ", "奖补年度（%s）："},
	"drop/no-year": {"no award year given; it can be %s\nStart again and type it, or make a year's folder with " +
		"jiangbu init: its %s says the year.", "没有写明奖补年度，可以是 %s\n请重新运行并输入年度，或用 jiangbu init 建立年度文件夹，由其中的 %s 写明年度。"},
	"drop/report": {"%s is a report, and no year's folder is around it\nDrop it where it lies in its year's folder, " +
		"or drop it together with the ledgers that are to be held against it.",
		"%s 是奖补报告，但不在年度文件夹里\n请在年度文件夹里拖放它，或与要核对的台账一起拖放。"},
	"drop/decide": {"\nDecide them now? (Enter: yes, n: no) ", "\n现在计算吗？（回车：计算，n：不计算）"},
	"drop/ledger": {"a ledger, and no report of its year stands beside it:\n%s\nDrop it together with the report, " +
		"or put it into 台账 of the year's folder.", "是拨付台账，但旁边没有它那一年的奖补报告：\n%s\n请与奖补报告一起拖放，或放进年度文件夹的“台账”。"},
	"drop/mixed": {"it is not clear what is to be done with these:\n%s\nDrop one kind: a year's folder (decided), " +
		"submissions (checked), one report (its rulings are taken), ledgers (held against the report, which may be " +
		"dropped with them). What belongs to a year's folder works there by its name.",
		"不清楚要对这些做什么：\n%s\n请只拖放一种：一个年度文件夹（计算）、报送表（检查）、一份奖补报告（采用其中的审定意见）、" +
			"台账（与奖补报告核对，报告可以一起拖放）。属于年度文件夹的，放在那里即起作用。"},
	"drop/one":        {"%s: %s", "%s：%s"},
	"kind/year":       {"a year's folder", "年度文件夹"},
	"kind/report":     {"a report", "奖补报告"},
	"kind/ledger":     {"a ledger", "台账"},
	"kind/part":       {"belongs to a year's folder", "年度文件夹里的内容"},
	"kind/own":        {"an output of jiangbu", "本程序生成的文件"},
	"kind/submission": {"submissions", "报送表"},
	"kind/unknown":    {"no table that is known; taken for submissions", "认不出的表，当作报送表"},

	"drop/hold": {"\nPress Enter to close this window. ", "\n按回车键关闭窗口。"},

	"district/unknown": {"policy %s has no district %q; there are: %s%s\nName one of these.",
		"政策 %s 没有名为 %q 的县区，可用的有：%s%s\n请写明其中之一。"},
	"item/unknown": {"policy %s has no item %q; there are: %s%s\nName one of these, or the item as the policy calls " +
		"it.", "政策 %s 没有名为 %q 的奖补事项，可用的有：%s%s\n请写明其中之一，或政策中的名称。"},

	"form/flag/district":    {"only the form of this `DISTRICT`; repeatable", "只生成这一县区 `DISTRICT` 的空白表，可多次使用"},
	"policy/show/flag/item": {"only this `ITEM`, by id or name", "只列出这一奖补事项 `ITEM`，写编号或名称"},

	"findings/more": {"%d more; the report and --json hold all of them.", "另有 %d 项未显示，报告和 --json 的输出中是全部。"},

	"settings/from/default":   {"default", "默认"},
	"settings/from/folder":    {"in this folder", "本文件夹中有"},
	"settings/from/arguments": {"arguments", "命令行参数"},
	"run/flag/show-settings": {"print what is in force and where each setting comes from, and do no more",
		"只列出各项设置及其来源，不做别的"},
	"sum/settings": {"settings", "设置"},
}
