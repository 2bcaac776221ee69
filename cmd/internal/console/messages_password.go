package console

// aboutPasswords is what the program says about locked workbooks.
var aboutPasswords = map[string]phrase{
	"flag/password":   {"try `PASSWORD` on locked workbooks; may be repeated", "用 `PASSWORD` 打开设有密码的工作簿；可重复"},
	"password/ask":    {"Password of %s (Enter to leave it out): ", "%s 的打开密码（直接回车则不读取）："},
	"return/unlocked": {"%s: the copy has no password; send it with care", "%s：副本没有密码，发送时请注意"},
}
