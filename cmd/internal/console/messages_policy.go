package console

// aboutPolicies are the messages and the help of what makes policies and of
// setting one against another.
var aboutPolicies = map[string]phrase{
	"policy/show/flag/out": {"write the rule book as a workbook to `FILE`, the text of each clause beside its " +
		"rules, to be signed",
		"把规则写成工作簿 `FILE`，条款原文与规则对照，供核对签字"},
	"policy/show/done": {"rule book written: %s", "政策规则核对表已写到 %s"},

	"policy/new/usage": {"begin a policy: a file with every key explained, and its cases", "新建政策：写出每个键都有说明的文件和案例"},
	"policy/new/args":  {"DIR", "文件夹"},
	"policy/new/help": {"Writes policy.yaml and policy.cases.yaml into DIR: a small policy that passes the\ncheck, " +
		"with a comment on every key. What stands there is never touched.\n\nExample:\n  jiangbu policy new mycity",
		"在文件夹里写出 policy.yaml 和 policy.cases.yaml：一份能通过检查的小政策，每个键都有\n说明。已有的文件不会改动。\n\n示例：\n  jiangbu policy new 本市"},
	"policy/new/no-folder": {"no folder given for the new policy\nName one, for example: jiangbu policy new mycity",
		"没有写明新政策放在哪里\n请写明文件夹，例如：jiangbu policy new 本市"},
	"policy/new/done": {"written: %s and %s\nChange them and try jiangbu policy check.",
		"已写出 %s 和 %s\n改好后用 jiangbu policy check 检查。"},

	"run/flag/what-if": {"also say what another `POLICY` would change (sheet 政策比较); the report is decided by its own",
		"另列出改用政策 `POLICY` 会有哪些变化（“政策比较”表）；报告仍按原政策"},
	"sum/what-if":    {"under %s", "改用 %s"},
	"sum/what-if-of": {"%s yuan, records that differ: %s (sheet 政策比较)", "%s 元，%s 条变化（见“政策比较”）"},
}
