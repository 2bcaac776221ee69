package main

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/urfave/cli/v2"

	"jiangbu/calc"
	"jiangbu/calc/policy"
	"jiangbu/cmd/internal/console"
	"jiangbu/templates"
)

// docsFolder holds the documents. Those that are made from the program's own
// definitions are written by these tests under UPDATE=1 and compared otherwise.
const docsFolder = "../../docs"

// derived compares a document with what the program's definitions give now.
func derived(t *testing.T, name, want string) {
	t.Helper()
	path := filepath.Join(docsFolder, filepath.FromSlash(name))
	if os.Getenv("UPDATE") == "1" {
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(want), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	got, err := os.ReadFile(path)
	if err != nil {
		t.Fatalf("%v: make it with UPDATE=1 go test ./cmd/jiangbu", err)
	}
	if diff := cmp.Diff(want, string(got)); diff != "" {
		t.Errorf("docs/%s is stale (-made now +stored): run UPDATE=1 go test ./cmd/jiangbu and review the diff\n%s",
			name, diff)
	}
}

// onlyThese fails for files of a folder of documents that nothing makes any
// more.
func onlyThese(t *testing.T, folder string, made []string) {
	t.Helper()
	files, err := os.ReadDir(filepath.Join(docsFolder, folder))
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range files {
		if !strings.Contains(" "+strings.Join(made, " ")+" ", " "+f.Name()+" ") {
			t.Errorf("docs/%s/%s is made by nothing: remove it", folder, f.Name())
		}
	}
}

var stageNames = map[string]string{
	"file": "文件", "table": "表格", "cell": "单元格", "company": "单位", "record": "认定记录", "rule": "政策规则", "budget": "预算",
	"ledger": "拨付台账", "report": "读回报告", "ruling": "审定意见", "notice": "公示", "objection": "公示异议", "prior": "以前年度",
	"allot": "资金下达",
	"year":  "年度文件夹", "form": "空白表",
	"list": "官方名单", "firms": "企业名录", "exclusion": "排除名单", "overlap": "其他资金",
}

func TestThePageOfFindingsIsTheCatalogue(t *testing.T) {
	var b strings.Builder
	b.WriteString("# 问题一览\n\n程序能指出的全部问题。“错误”使所在的记录待核，改正或审定之后才会奖补；“提醒”不影响结论，请人看一眼。" +
		"代码不会改作他用，可以放心引用。\n\n本页由程序的问题目录生成（`make update`），请勿手改。\n")
	stage := ""
	for _, e := range calc.Catalogue {
		if s, _, _ := strings.Cut(string(e.Code), "/"); s != stage {
			stage = s
			if stageNames[stage] == "" {
				t.Errorf("the stage of %s has no Chinese name in stageNames", e.Code)
			}
			fmt.Fprintf(&b, "\n## %s\n\n| 代码 | 程度 | 问题 | 报告中的说明 | 怎么办 |\n|---|---|---|---|---|\n", stageNames[stage])
		}
		severity := "提醒"
		if e.Severity == calc.Error {
			severity = "错误"
		}
		fmt.Fprintf(&b, "| `%s` | %s | %s | %s | %s |\n", e.Code, severity, inCell(e.Title),
			inCell(strings.ReplaceAll(e.Message, "%s", "…")), inCell(e.Hint))
	}
	derived(t, "findings.md", b.String())
}

// inCell keeps a text inside its cell of a Markdown table.
func inCell(s string) string { return strings.ReplaceAll(s, "|", `\|`) }

func TestThePageOfRulesIsTheRuleBook(t *testing.T) {
	var b bytes.Buffer
	b.WriteString("# 规则\n\n程序自带的政策，与 `jiangbu policy show` 所列相同：奖补事项和标准、条款和其他事项原文、口径、名称、支持对象。" +
		"请与文件核对；改动在 templates/policy，做法见 [CONTRIBUTING.md](../CONTRIBUTING.md)。\n\n本页由政策数据生成（`make update`），请勿手改。\n")
	for _, id := range policyIDs() {
		p, err := loadPolicy(&console.Console{Lang: console.Chinese}, id)
		if err != nil {
			t.Fatal(err)
		}
		fmt.Fprintf(&b, "\n## %s\n\n```text\n", id)
		if err := policy.Show(&b, p); err != nil {
			t.Fatal(err)
		}
		b.WriteString("```\n")
	}
	derived(t, "rulebook.md", b.String())
}

// pageName is the file of a command's page in a language.
func TestThePageOfKeysIsTheTableOfTheLoader(t *testing.T) {
	var b strings.Builder
	b.WriteString("# 政策文件的键 / The keys of a policy file\n\n" +
		"`jiangbu policy new 文件夹` 写出一份带说明的起点；`jiangbu policy check` 逐行检查。●：必须写。\n\n" +
		"`jiangbu policy new DIR` writes a policy to begin from; `jiangbu policy check` checks it line by line. ●: must be there.\n\n" +
		"本页由读取政策的表生成（`make update`），请勿手改。\n")
	for _, block := range policy.Blocks() {
		fmt.Fprintf(&b, "\n## %s (%s)\n\n| 键 | | 含义 | meaning | 例 |\n|---|---|---|---|---|\n", block.Name,
			block.English)
		for _, k := range block.Keys {
			needed, example := "", ""
			if k.Needed {
				needed = "●"
			}
			if k.Example != "" {
				example = "`" + inCell(k.Example) + "`"
			}
			fmt.Fprintf(&b, "| `%s` | %s | %s | %s | %s |\n", k.Name, needed, inCell(k.Chinese), inCell(k.English),
				example)
		}
	}
	derived(t, "policy-file.md", b.String())
}

// TestTheSkeletonExplainsEveryKey holds the skeleton to the table of keys.
func TestTheSkeletonExplainsEveryKey(t *testing.T) {
	text, err := templates.Skeleton.ReadFile("skeleton/policy.yaml")
	if err != nil {
		t.Fatal(err)
	}
	for _, block := range policy.Blocks() {
		if strings.Contains(block.English, "case") {
			continue
		}
		for _, k := range block.Keys {
			if !strings.Contains(string(text), k.Name+":") {
				t.Errorf("the skeleton does not show %s of %s", k.Name, block.English)
			}
		}
	}
}

func pageName(command string, lang console.Language) string {
	if lang == console.Chinese {
		return command + ".zh-CN.md"
	}
	return command + ".md"
}

func TestEachCommandHasAPageInBothLanguages(t *testing.T) {
	var made []string
	for _, lang := range []console.Language{console.English, console.Chinese} {
		s := &console.Console{Lang: lang}
		app := newApp(s)
		for _, c := range app.Commands {
			if c.Name == "help" {
				continue
			}
			name := pageName(c.Name, lang)
			made = append(made, name)
			derived(t, "reference/"+name, commandPage(s, c))
		}
		index := pageName("README", lang)
		made = append(made, index)
		derived(t, "reference/"+index, indexPage(s, app))
	}
	onlyThese(t, "reference", made)
}

// commandPage is the page of a command, those below it as sections.
func commandPage(s *console.Console, c *cli.Command) string {
	var b strings.Builder
	commandSection(&b, s, "#", c)
	for _, sub := range c.Subcommands {
		b.WriteString("\n")
		commandSection(&b, s, "##", c, sub)
	}
	return b.String()
}

func commandSection(b *strings.Builder, s *console.Console, level string, path ...*cli.Command) {
	c := path[len(path)-1]
	fmt.Fprintf(b, "%s %s\n\n%s\n\n```text\n%s\n```\n", level, fullName(path...), c.Usage,
		strings.TrimSpace(fullName(path...)+" "+c.ArgsUsage))
	if len(c.Flags) > 0 {
		fmt.Fprintf(b, "\n| %s | |\n|---|---|\n", strings.TrimRight(s.Text("help/head/flags"), ":："))
		for _, l := range flagLines(c.Flags) {
			fmt.Fprintf(b, "| `%s` | %s |\n", l[0], inCell(l[1]))
		}
	}
	fmt.Fprintf(b, "\n```text\n%s\n```\n", c.Description)
}

// indexPage lists the commands and the flags that all of them take.
func indexPage(s *console.Console, app *cli.App) string {
	var b strings.Builder
	fmt.Fprintf(&b, "# jiangbu\n\n%s\n\n| %s | |\n|---|---|\n", app.Usage,
		strings.TrimRight(s.Text("help/head/commands"), ":："))
	for _, c := range app.Commands {
		if c.Name != "help" {
			fmt.Fprintf(&b, "| [%s](%s) | %s |\n", c.Name, pageName(c.Name, s.Lang), inCell(c.Usage))
		}
	}
	fmt.Fprintf(&b, "\n| %s | |\n|---|---|\n", strings.TrimRight(s.Text("help/head/flags"), ":："))
	for _, l := range flagLines(app.Flags) {
		fmt.Fprintf(&b, "| `%s` | %s |\n", l[0], inCell(l[1]))
	}
	fmt.Fprintf(&b, "\n```text\n%s\n```\n", app.Description)
	return b.String()
}

func TestTheManPageIsMadeOfTheSameWords(t *testing.T) {
	s := &console.Console{Lang: console.English}
	app := newApp(s)
	var b strings.Builder
	fmt.Fprintf(&b, ".TH JIANGBU 1\n.SH NAME\njiangbu \\- %s\n.SH SYNOPSIS\n.B jiangbu\n%s\n.SH DESCRIPTION\n%s",
		roff(strings.TrimPrefix(app.Usage, "jiangbu ")), roff(s.Text("app/args")), roffBlock(app.Description))
	b.WriteString(".SH FLAGS OF EVERY COMMAND\n" + roffFlags(app.Flags) + ".SH COMMANDS\n")
	var walk func(above string, commands []*cli.Command)
	walk = func(above string, commands []*cli.Command) {
		for _, c := range commands {
			fmt.Fprintf(&b, ".SS %s\n%s:\n%s%s", roff(above+c.Name+" "+c.ArgsUsage), roff(c.Usage),
				roffBlock(c.Description), roffFlags(c.Flags))
			walk(c.Name+" ", c.Subcommands)
		}
	}
	walk("", app.Commands)
	derived(t, "jiangbu.1", b.String())
}

// roff keeps what means something to roff a letter.
func roff(s string) string {
	s = strings.NewReplacer(`\`, `\e`, "-", `\-`).Replace(strings.TrimSpace(s))
	if strings.HasPrefix(s, ".") || strings.HasPrefix(s, "'") {
		s = `\&` + s
	}
	return s
}

// roffBlock sets lines as they stand.
func roffBlock(text string) string {
	var b strings.Builder
	b.WriteString(".PP\n.nf\n")
	for line := range strings.Lines(text) {
		indent := len(line) - len(strings.TrimLeft(line, " "))
		b.WriteString(strings.Repeat(" ", indent) + roff(line) + "\n")
	}
	return b.String() + ".fi\n"
}

func roffFlags(flags []cli.Flag) string {
	var b strings.Builder
	for _, l := range flagLines(flags) {
		fmt.Fprintf(&b, ".TP\n.B %s\n%s\n", roff(l[0]), roff(l[1]))
	}
	return b.String()
}

// The examples on the help pages are command lines that the program takes.
func TestTheExamplesInTheHelpAreUnderstood(t *testing.T) {
	seen := 0
	for _, lang := range []console.Language{console.English, console.Chinese} {
		app := newApp(&console.Console{Lang: lang})
		commands := app.Commands
		for i := 0; i < len(commands); i++ {
			commands = append(commands, commands[i].Subcommands...)
			for line := range strings.Lines(commands[i].Description) {
				words, ok := strings.CutPrefix(line, "  jiangbu ")
				if !ok {
					continue
				}
				seen++
				if fault := misunderstood(t, strings.Fields(words)); fault != "" {
					t.Errorf("%s: %s: %s", commands[i].Name, strings.TrimSpace(line), fault)
				}
			}
		}
	}
	if seen < 20 {
		t.Errorf("only %d examples found", seen)
	}
}

// misunderstood is what stands against a command line before its command runs.
func misunderstood(t *testing.T, words []string) string {
	t.Helper()
	var stdout, stderr bytes.Buffer
	status := start(append(words, "--help"), func(string) string { return "" }, &stdout, &stderr)
	if status != console.Done {
		return stderr.String()
	}
	return ""
}
