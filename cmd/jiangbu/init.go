package main

import (
	"cmp"
	"context"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"

	"github.com/urfave/cli/v2"

	"jiangbu/calc"
	"jiangbu/cmd/internal/console"
	"jiangbu/cmd/internal/outfile"
	"jiangbu/sheets/ledger"
)

// initOptions are the flags and the argument of init.
type initOptions struct {
	dir    string
	year   string
	policy string
}

func initCommand(s *console.Console) *cli.Command {
	var o initOptions
	return command(s, "init", []cli.Flag{
		flagOf(s, "run/flag/year", &o.year), flagOf(s, "flag/policy", &o.policy),
	}, atMost(s, 1, func(c *cli.Context) error {
		if !c.Args().Present() {
			return s.Refuse("init/no-folder")
		}
		o.dir = c.Args().First()
		return runInit(c.Context, o, s)
	}))
}

// runInit lays out a year's folder: the place for the submissions, the budget
// to be filled in, the settings, the blank forms and a short explanation; all
// or none. What stands there already is never touched.
func runInit(ctx context.Context, o initOptions, s *console.Console) error {
	p, err := loadPolicy(s, o.policy)
	if err != nil {
		return err
	}
	year, err := chooseYear(s, p, o.year)
	if err != nil {
		return err
	}
	files := yearFiles(p, year, o.dir, policyFrom(o.dir, cmp.Or(o.policy, p.ID)))
	for _, f := range files {
		if _, err := os.Lstat(f.Path); err == nil {
			return s.Refuse("init/exists", f.Path)
		}
	}
	folders := calc.Mapped([]string{submissionsFolder, formsFolder, priorFolder, ledgerFolder},
		func(name string) string { return filepath.Join(o.dir, name) })
	if err := writeAtOnce(ctx, s, outfile.Plan{Folders: folders}, files); err != nil {
		return err
	}
	return s.Print(s.Out, s.Text("init/done", o.dir, submissionsFolder, budgetFile)+"\n")
}

// policyFrom names the policy as the settings in dir see it: an id, or the
// path of a file from there.
func policyFrom(dir, policy string) string {
	if _, err := os.Stat(policy); err != nil || filepath.IsAbs(policy) {
		return filepath.ToSlash(policy)
	}
	if rel, err := filepath.Rel(outfile.Resolve(dir), outfile.Resolve(policy)); err == nil {
		return filepath.ToSlash(rel)
	}
	return filepath.ToSlash(outfile.Resolve(policy))
}

// yearFiles are the files of a year's folder. They are Chinese whatever the
// console speaks: officers keep them.
func yearFiles(p *calc.Policy, year int, dir, policy string) []outfile.File {
	text := func(name, content string) outfile.File {
		return outfile.File{Path: filepath.Join(dir, name),
			Write: func(w io.Writer) error { _, err := io.WriteString(w, content); return err }}
	}
	files := []outfile.File{
		text(settingsName, settingsText(p, year, policy)),
		{Path: filepath.Join(dir, budgetFile),
			Write: func(w io.Writer) error { return ledger.WriteBudgetForm(w, p, year) }},
		text(holidaysFile, forNotepad(holidaysText(year))),
		text(readMeFile, forNotepad(readMeText(p, year))),
	}
	return append(files, forms(p, year, filepath.Join(dir, formsFolder), p.DistrictNames())...)
}

// forNotepad is a text as the editor of any Windows reads it.
func forNotepad(text string) string { return "\ufeff" + strings.ReplaceAll(text, "\n", "\r\n") }

// settingsText is the settings file of a new year, every choice of the policy
// written down.
func settingsText(p *calc.Policy, year int, policy string) string {
	var b strings.Builder
	fmt.Fprintf(&b, `# 本文件夹的设置。在这里运行 jiangbu run 不用再写选项；命令行上写了的，以命令行为准。
# 以 # 开头的行不起作用，去掉 # 即可启用。jiangbu run --show-settings 列出各项设置及其来源。
year: %d
policy: %s

# 以下各项放进本文件夹即起作用，不用写在这里；名称或位置不同的才写：
# submissions: %s       # 各县区报送的工作簿
# prior: [%s]       # 以前年度的奖补：报告，或列有单位、事项、级别和金额的表
# budget: %s      # 预算：工作簿，或金额如 3000万元
# rulings: %s   # 审定意见：填写了“待核事项”的报告；一般不用，直接填在报告里
# lists: [%s]           # 官方名单
# firms: %s       # 企业名录
# exclude: []             # 排除名单
# other-awards: []        # 其他资金已奖补的
# compare:                # 同一年度以前的报告，列出变动
# lists-decide: yes       # no：名单只列出，不影响奖补
# decided-on:             # 核定日期，用于有起止日期的名单
# letters:                # 给各县区的补报通知写到哪个文件夹
# out: %s
# json:                   # 结果另写成 JSON 的文件
# strict: false           # true：有待核或超出预算时退出状态为 1

# over-budget: prorate   # 超出预算时按同一比例安排
# round: 100             # 按比例安排的金额舍到多少元的整数倍
# protect: [四]          # 不压减的条款

# 口径：政策没有写明之处的取法，各有哪些取值见 jiangbu policy show
readings:
`, year, yamlText(policy), submissionsFolder, priorFolder,
		budgetFile, rulingsFile, listsFolder, firmsFile, defaultReport)
	for _, r := range p.Readings {
		fmt.Fprintf(&b, "  %s: %s  # %s\n", r.Name, r.Default, strings.Join(valueNames(r), "、"))
	}
	b.WriteString(`
# 公示：在本文件夹运行 jiangbu publish 时采用
notice:
  unit:         # 发布单位
  contact:      # 联系方式
  supervision:  # 监督方式
  days: 5       # 公示几个工作日
  # fund:         # 资金名称
  # by: clause    # 排列：clause 按条款、district 按县区、company 按企业
  # amounts: 万元  # 金额单位：万元、元
  # credit-code: true      # 列出统一社会信用代码
  # holidays: 放假.txt     # 放假调休安排；放在本文件夹即起作用
  # accept-doubt: []       # 疑似个人信息，已核对确非个人信息的：提示中括号内的位置
  # format: [xlsx, docx, html, csv]
`)
	return b.String()
}

// yamlText is a text that YAML takes for nothing but a text.
func yamlText(text string) string {
	if strings.Trim(text, "abcdefghijklmnopqrstuvwxyz0123456789-") == "" && text != "" {
		return text
	}
	return "'" + strings.ReplaceAll(text, "'", "''") + "'"
}

// holidaysText is the file of the holidays, to be filled in.
func holidaysText(year int) string {
	return fmt.Sprintf(`# 放假调休安排，用来计算公示的工作日。按国务院办公厅的通知填写，每行一段，去掉行首的 # 才起作用：
# %[1]d-10-01 %[1]d-10-07 休
# %[1]d-10-12 班
`, year)
}

func readMeText(p *calc.Policy, year int) string {
	return fmt.Sprintf(`%[1]s%[2]d年度奖补（%[3]s）

双击 jiangbu.exe，选 10，把本文件夹拖到窗口里；或者把 jiangbu.exe 放进本文件夹再双击。
然后按数字选择：

1. 把“%[4]s”里的表发给各县区填写。
2. 收到的工作簿放进“%[5]s”，不用改名，也不用合并。选 3 检查，把“退回”里的标注副本发给县区改正。
3. 在“%[6]s”里填写总额，没有预算的可以不填。选 4 计算，生成“%[7]s”。
4. 在报告的“待核事项”里填写审定意见，保存并关闭，再选 4：意见被采用，并带到新报告里；
   没有采用的会列出来，原报告保留。
5. 在“%[8]s”的 notice 下填写发布单位、联系方式、监督方式，在“%[9]s”里填写放假安排，选 7 公示。
6. 收到的异议记在“公示”里的 异议登记.xlsx；查实的，在“待核事项”另起一行审定，再选 4。期满后选 8 公告。
7. 拨付台账放进“台账”，选 6 对账，选 9 公布兑现情况。

也可以在本文件夹运行命令：jiangbu check、jiangbu run、jiangbu publish 等，jiangbu --help 说明用法。
`, p.City, year, p.Document, formsFolder, submissionsFolder, budgetFile, defaultReport, settingsName, holidaysFile)
}
