package console

// manualOfAllot is the help of allot.
var manualOfAllot = map[string]phrase{
	"allot/usage":    {"write the papers that send the awards to the districts", "生成向各县区下达资金的附表"},
	"allot/args":     {"REPORT --out DIR [FLAGS]", "报告 --out 文件夹 [选项]"},
	"allot/flag/out": {"write the papers into the folder `DIR`", "附表写入文件夹 `DIR`"},
	"allot/flag/after": {"send only what the earlier letter `FILE` did not (资金下达.xlsx; may be given again)",
		"只下达以前的 `FILE`（资金下达.xlsx）没有下达的部分，可多次给出"},
	"allot/flag/document": {"the letter's number, `TEXT`", "下达文件的文号 `TEXT`"},
	"allot/flag/function": {"the functional account, `TEXT`", "功能科目 `TEXT`"},
	"allot/flag/economic": {"the economic account, `TEXT`", "政府经济科目 `TEXT`"},
	"allot/flag/county-share": {"the share of each award that the county bears, `RATE` such as 50%, instead of " +
		"the policy's shares",
		"每项奖补由县区负担的比例 `RATE`，例如 50%，代替政策文件中的 shares"},
	"allot/flag/decided-only": {"send what is decided although records are held; the papers say how many",
		"有待核记录时只下达已核定的部分，附表写明还有几条待核"},
	"allot/held": {"%d records of the report are still held\nDecide them, or send what is decided with --decided-only.",
		"报告中还有 %d 条待核\n请先核定，或用 --decided-only 只下达已核定的部分。"},
	"allot/refused": {"nothing was written: %d errors above\nCorrect them and run allot again.",
		"没有写出任何文件，见以上 %d 处错误\n请改正后重新下达。"},
	"allot/nothing": {"nothing is left to send\nEvery award of the report stands in the earlier letters.",
		"没有可下达的资金\n报告中的奖补都已在以前的文件中下达。"},
	"allot/no-report": {"no report given\nName the report of jiangbu run: jiangbu allot 奖补报告.xlsx --out 下达",
		"没有写明报告\n请写明 jiangbu run 生成的报告：jiangbu allot 奖补报告.xlsx --out 下达"},
	"allot/no-out": {"no folder given for the papers\nName one with --out, such as --out 下达.",
		"没有写明附表放在哪里\n请用 --out 写明文件夹，例如 --out 下达。"},
	"allot/county-share": {"the county's share %q is none\nGive a share between 0%% and 100%%, such as 50%%.",
		"县区负担比例 %q 无法识别\n请写 0%% 到 100%% 之间的比例，例如 50%%。"},
	"allot/done": {"%d awards of %d companies in %d districts, %s 万元 = %s yuan\n%s",
		"%d 项、%d 家单位、%d 个县区，%s 万元 = %s 元\n%s"},
	"allot/help": {`Writes what finance sends after the award: 资金下达.xlsx with the sums by district
(资金分配表) and the projects with subtotals (项目明细), the same as 资金下达.docx for
the letter's annex, a workbook of its projects for each district, and a form for
each (资金落实情况表), which it fills in once it has paid and which reconcile reads
as a ledger.

Amounts stand in 万元 without rounding, and in yuan. Where the policy has shares
(市县分担), or with --county-share, the county's share of each award is rounded
down to the fen; the odd fen is the city's. All letters of a year together send what the report awards.

Examples:
  jiangbu allot 奖补报告.xlsx --out 下达 --document 连财工贸〔2024〕12号
  jiangbu allot 奖补报告.xlsx --out 下达2 --after 下达/资金下达.xlsx

Exit status: 0 the papers are written; 2 nothing was written.`,
		`生成奖补之后财政下达资金的附表：资金下达.xlsx（分县区的资金分配表，带小计的项目明细），
内容相同、可附在文后的资金下达.docx，每个县区一份项目明细，以及一份资金落实情况表：
县区拨付后填写报回，reconcile 把它当作台账读取。

金额以万元（不四舍五入）和元并列。政策文件写有市县分担（shares）或用 --county-share 时，
每项奖补的县区部分舍到分，余下的一分由市级负担。一个年度的各次下达合计等于报告的奖补。

示例：
  jiangbu allot 奖补报告.xlsx --out 下达 --document 连财工贸〔2024〕12号
  jiangbu allot 奖补报告.xlsx --out 下达2 --after 下达/资金下达.xlsx

退出状态：0 已写出；2 没有写出任何文件。`},
}
