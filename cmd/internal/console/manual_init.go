package console

// manualOfInit is the help of init.
var manualOfInit = map[string]phrase{
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
