package console

// aboutTheMenu is what the menu says.
var aboutTheMenu = map[string]phrase{
	"menu/head":          {"jiangbu, in the folder %s", "奖补核算　当前文件夹：%s"},
	"menu/ask":           {"Your choice (a number): ", "请输入数字后按回车："},
	"menu/none":          {"%q is none of the numbers\nType a number from 0 to %d and press Enter.", "没有 %q 这一项\n请输入 0 到 %d 的数字后按回车。"},
	"menu/init":          {"new year", "新建年度"},
	"does/init":          {"lay out a year's folder: settings, budget, blank forms", "建立年度文件夹：设置、预算、空白表"},
	"menu/form":          {"blank forms", "发放空白表"},
	"does/form":          {"write the districts' forms into 空白表", "把各县区的空白表写到“空白表”"},
	"menu/check":         {"check and return", "检查并退回"},
	"does/check":         {"check 报送, write marked copies into 退回", "检查“报送”，把标注副本写到“退回”"},
	"menu/run":           {"decide", "计算"},
	"does/run":           {"decide 报送 and write 奖补报告.xlsx; rulings filled in are taken", "核算“报送”，生成“奖补报告.xlsx”；已填的审定意见会被采用"},
	"menu/explain":       {"look a company up", "查一家企业"},
	"does/explain":       {"what was decided and why, from 奖补报告.xlsx", "从“奖补报告.xlsx”查结论、金额和理由"},
	"menu/reconcile":     {"reconcile", "对账"},
	"does/reconcile":     {"hold the ledgers in 台账 against 奖补报告.xlsx", "把“台账”里的拨付与“奖补报告.xlsx”核对"},
	"menu/publish":       {"publish", "公示"},
	"does/publish":       {"write the notice of 奖补报告.xlsx into 公示", "由“奖补报告.xlsx”生成公示，写到“公示”"},
	"menu/folder":        {"another folder", "换一个文件夹"},
	"does/folder":        {"type its path, or drop it on this window", "输入路径，或把文件夹拖到本窗口"},
	"menu/leave":         {"leave", "退出"},
	"menu/which-folder":  {"Folder (type it, or drop it here): ", "文件夹（输入路径，或拖到这里）："},
	"menu/which-company": {"Company, credit code, or part of either: ", "单位名称、统一社会信用代码，或其中一部分："},
	"menu/which-ledger":  {"Ledger, a file or a folder (type it, or drop it here): ", "台账文件或文件夹（输入路径，或拖到这里）："},
	"menu/which-day":     {"First day of the publication, such as 2024-10-08: ", "公示期第一天，例如 2024-10-08："},
}
