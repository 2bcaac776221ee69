package console

// aboutTheSession is what the program says about the work itself, whatever the
// command.
var aboutTheSession = map[string]phrase{
	"app/flag/quiet":   {"say nothing but what a person must look at", "只显示须有人查看的内容"},
	"app/flag/verbose": {"log each stage and workbook with its time on stderr", "在标准错误中记录各阶段、各工作簿和用时"},

	"unforeseen": {"%v\nNothing was written. If it happens again, please report it with the command line.",
		"%v\n没有写出任何文件。如再次出现，请把命令行一并反馈。"},
	"stopped": {"stopped\nNothing was left half-written; what stood there before is as it was. Run the command again " +
		"when you are ready.", "已停止\n没有留下不完整的文件，原有文件保持不变。需要时请重新运行。"},

	"flag/password":   {"try `PASSWORD` on locked workbooks; may be repeated", "用 `PASSWORD` 打开设有密码的工作簿；可重复"},
	"password/ask":    {"Password of %s (Enter to leave it out): ", "%s 的打开密码（直接回车则不读取）："},
	"return/unlocked": {"%s: the copy has no password; send it with care", "%s：副本没有密码，发送时请注意"},

	"progress/read":   {"reading", "读取"},
	"progress/decide": {"deciding", "计算"},
	"progress/write":  {"writing", "写出"},
	"progress/files":  {"%s %d of %d workbooks, %d rows, %d rows/s", "%s 工作簿 %d/%d 个，%d 行，每秒 %d 行"},
	"progress/plain":  {"%s … %d s", "%s…… %d 秒"},

	"output/busy": {"another jiangbu is writing %s\nWait until it is done, or name another file with --out.",
		"另一个 jiangbu 正在写 %s\n请等它完成，或用 --out 写明另一个文件。"},
	"output/aside": {"%[1]s is open in Excel or WPS; what was to be written is in %[2]s\n" +
		"Close the old file, then put the new one in its place, under the name %[1]s.",
		"%[1]s 正在 Excel 或 WPS 中打开；结果已写到 %[2]s\n请关闭旧文件，用新文件替换它，文件名仍为 %[1]s。"},
	"output/full": {"%s could not be written: the disk is full\nNothing was left behind, and what stood there " +
		"before is as it was. Free some space, or name another disk with --out.",
		"%s 没有写成：磁盘已满\n没有留下不完整的文件，原有文件保持不变。请腾出空间，或用 --out 写到另一个磁盘。"},
}
