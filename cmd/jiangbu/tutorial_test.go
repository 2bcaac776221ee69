package main

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/xuri/excelize/v2"

	"jiangbu/cmd/internal/console"
	"jiangbu/sheets/ledger"
	"jiangbu/sheets/sheettest"
)

// guides are the documents whose commands are run. What stands in a block
// ```console is run in a copy of the example year: a line "> jiangbu …" is a
// command ("> cd …" is understood too), the lines below it are what the console shows. Behind the word
// console stand what is expected and how much is shown:
//
//	status=1   the exit status of the commands (default 0)
//	head=3     only the first lines of what is shown, then …
//	tail=2     the last lines, behind …
//
// A block with file=NAME is written to that file before the next command. What
// a person does in between stands in a comment, see [guide.act].
var guides = []struct {
	name string
	lang string
}{
	{"tutorial.zh-CN.md", "zh_CN.UTF-8"}, {"tutorial.md", "en_US.UTF-8"},
	{"recipes.zh-CN.md", "zh_CN.UTF-8"}, {"recipes.md", "en_US.UTF-8"},
	{"explain.zh-CN.md", "zh_CN.UTF-8"}, {"explain.md", "en_US.UTF-8"},
	{"lists.zh-CN.md", "zh_CN.UTF-8"}, {"lists.md", "en_US.UTF-8"},
	{"reconcile.zh-CN.md", "zh_CN.UTF-8"}, {"reconcile.md", "en_US.UTF-8"},
	{"allot.zh-CN.md", "zh_CN.UTF-8"}, {"allot.md", "en_US.UTF-8"},
	{"../README.zh-CN.md", "zh_CN.UTF-8"}, {"../README.md", "en_US.UTF-8"},
}

func TestTheGuidesShowWhatTheCommandsDo(t *testing.T) {
	for _, c := range guides {
		t.Run(c.name, func(t *testing.T) {
			path, err := filepath.Abs(filepath.Join(docsFolder, c.name))
			if err != nil {
				t.Fatal(err)
			}
			stored, err := os.ReadFile(path)
			if err != nil {
				t.Fatal(err)
			}
			now := (&guide{t: t, lang: c.lang}).run(string(stored))
			if os.Getenv("UPDATE") == "1" {
				if err := os.WriteFile(path, []byte(now), 0o644); err != nil {
					t.Fatal(err)
				}
				return
			}
			if diff := cmp.Diff(strings.Split(now, "\n"), strings.Split(string(stored), "\n")); diff != "" {
				t.Errorf("docs/%s does not show what the commands do now (-now +shown): run UPDATE=1 go test ./cmd/jiangbu and review the diff\n%s", c.name, diff)
			}
		})
	}
}

func TestTheGuidesAreAlikeInBothLanguages(t *testing.T) {
	for _, name := range []string{"tutorial", "recipes", "explain", "lists", "reconcile", "allot"} {
		var steps [2][]string
		for i, lang := range []console.Language{console.Chinese, console.English} {
			data, err := os.ReadFile(filepath.Join(docsFolder, pageName(name, lang)))
			if err != nil {
				t.Fatal(err)
			}
			for line := range strings.Lines(string(data)) {
				if strings.HasPrefix(line, "> jiangbu ") || strings.HasPrefix(line, "## ") {
					steps[i] = append(steps[i],
						strings.TrimSpace(regexp.MustCompile(`^## .*`).ReplaceAllString(line, "##")))
				}
			}
		}
		if diff := cmp.Diff(steps[0], steps[1]); diff != "" {
			t.Errorf("the headings and commands of %s differ (-Chinese +English):\n%s", name, diff)
		}
	}
}

// guide is one document being followed.
type guide struct {
	t    *testing.T
	lang string
	root string // of the module
	dir  string // the copy of the example year
	out  strings.Builder
}

// run follows a document from the top and gives it back as it should be.
func (g *guide) run(text string) string {
	var err error
	if g.root, err = filepath.Abs("../.."); err != nil {
		g.t.Fatal(err)
	}
	g.dir = g.t.TempDir()
	if err := os.CopyFS(g.dir, os.DirFS(exampleYear)); err != nil {
		g.t.Fatal(err)
	}
	g.t.Chdir(g.dir)
	lines := strings.Split(text, "\n")
	for i := 0; i < len(lines); {
		switch {
		case strings.HasPrefix(lines[i], "```"):
			i += g.block(lines[i:])
		case strings.HasPrefix(lines[i], "<!-- test: "):
			i += g.comment(lines[i:])
		default:
			g.write(lines[i])
			i++
		}
	}
	return strings.TrimSuffix(g.out.String(), "\n")
}

func (g *guide) write(lines ...string) {
	for _, l := range lines {
		g.out.WriteString(l + "\n")
	}
}

// upTo counts the lines to the one that ends with the mark, that one included.
func (g *guide) upTo(lines []string, mark string) int {
	for i, l := range lines {
		if strings.HasSuffix(l, mark) {
			return i + 1
		}
	}
	g.t.Fatalf("%s is not closed", lines[0])
	return 0
}

// block follows a fenced block and tells how many lines it had.
func (g *guide) block(lines []string) int {
	n := 1 + g.upTo(lines[1:], "```")
	info, body := strings.Fields(strings.Trim(lines[0], "`")), lines[1:n-1]
	opts := map[string]string{}
	for _, o := range info {
		k, v, _ := strings.Cut(o, "=")
		opts[k] = v
	}
	g.write(lines[0])
	if _, ok := opts["console"]; ok {
		g.console(opts, body)
	} else {
		g.write(body...)
	}
	g.write("```")
	if name := opts["file"]; name != "" {
		g.save(name, []byte(strings.Join(body, "\n")+"\n"))
	}
	return n
}

// console runs the commands of a block and writes what they show.
func (g *guide) console(opts map[string]string, body []string) {
	status, _ := strconv.Atoi(opts["status"])
	for _, l := range body {
		if folder, ok := strings.CutPrefix(l, "> cd "); ok {
			g.write(l)
			g.t.Chdir(folder)
			continue
		}
		command, ok := strings.CutPrefix(l, "> jiangbu ")
		if !ok && strings.HasPrefix(l, "> ") {
			g.t.Errorf("%s is no command of ours", l)
		}
		if !ok {
			continue // what was shown before
		}
		g.write(l)
		var shown bytes.Buffer
		got := start(strings.Fields(command), func(k string) string { return map[string]string{"LANG": g.lang}[k] },
			&shown, &shown)
		if got != status {
			g.t.Errorf("%s: status %d, want %d\n%s", l, got, status, shown.String())
		}
		if strings.Contains(shown.String(), g.dir) {
			g.t.Errorf("%s shows where it was run", l)
		}
		g.write(cut(strings.Split(strings.TrimRight(shown.String(), "\n"), "\n"), opts["head"], opts["tail"])...)
	}
}

// cut leaves out the middle of what is shown, where head or tail ask for it.
func cut(lines []string, head, tail string) []string {
	if lines[0] == "" {
		return nil
	}
	h, _ := strconv.Atoi(head)
	t, _ := strconv.Atoi(tail)
	if head+tail == "" || h+t >= len(lines) {
		return lines
	}
	short := append(append([]string{}, lines[:h]...), "…")
	return append(short, lines[len(lines)-t:]...)
}

// comment follows a comment and tells how many lines it had.
func (g *guide) comment(lines []string) int {
	n := g.upTo(lines, "-->")
	g.write(lines[:n]...)
	text := strings.Join(lines[:n], "\n")
	g.act(strings.TrimSpace(strings.TrimSuffix(strings.TrimPrefix(text, "<!-- test: "), "-->")))
	return n
}

// act does what a person does between two commands:
//
//	fill BOOK / SHEET / TEXT / HEADING=VALUE / …   writes into the line of the sheet that has TEXT
//	set BOOK / SHEET / CELL=VALUE / …              writes into cells
//	workbook BOOK                                  makes one of the lines below, cells between |
//	lock BOOK PASSWORD                             gives it a password
//	copy FILE TO                                   brings a file of this repository
//	replace FILE / OLD / NEW                       changes a text file
//	paid FOLDER                                    fills its forms in: 拨付金额 is what was sent
//	put FOLDER TO                                  copies the files of a folder, or a file, into another
//	go FOLDER                                      where the menu has gone
func (g *guide) act(text string) {
	first, rest, _ := strings.Cut(text, "\n")
	verb, args, _ := strings.Cut(first, " ")
	switch verb {
	case "fill":
		g.fill(strings.Split(args, " / "))
	case "set":
		g.set(strings.Split(args, " / "))
	case "workbook":
		if err := os.MkdirAll(filepath.Dir(args), 0o755); err != nil {
			g.t.Fatal(err)
		}
		if err := sheettest.Build(args, "# 摸排表\n"+strings.ReplaceAll(rest, "|", "\t")+"\n"); err != nil {
			g.t.Fatal(err)
		}
	case "paid":
		g.paid(args)
	case "lock":
		book, password, _ := strings.Cut(args, " ")
		if err := lock(book, book, password); err != nil {
			g.t.Fatal(err)
		}
	case "copy":
		from, to, _ := strings.Cut(args, " ")
		data, err := os.ReadFile(filepath.Join(g.root, filepath.FromSlash(from)))
		if err != nil {
			g.t.Fatal(err)
		}
		g.save(to, data)
	case "put":
		from, to, _ := strings.Cut(args, " ")
		if data, err := os.ReadFile(from); err == nil {
			g.save(filepath.Join(to, filepath.Base(from)), data)
			return
		}
		if err := os.CopyFS(to, os.DirFS(from)); err != nil {
			g.t.Fatal(err)
		}
	case "go":
		g.t.Chdir(args)
	case "replace":
		parts := strings.Split(args, " / ")
		data, err := os.ReadFile(parts[0])
		if err != nil || strings.Count(string(data), parts[1]) != 1 {
			g.t.Fatalf("%s: %v; %q stands there %d times", first, err, parts[1], strings.Count(string(data), parts[1]))
		}
		g.save(parts[0], []byte(strings.Replace(string(data), parts[1], parts[2], 1)))
	default:
		g.t.Fatalf("nobody knows how to %s", first)
	}
}

func (g *guide) save(name string, data []byte) {
	if err := os.WriteFile(filepath.FromSlash(name), data, 0o644); err != nil {
		g.t.Fatal(err)
	}
}

// set writes into cells of a sheet.
func (g *guide) set(args []string) {
	f, err := excelize.OpenFile(filepath.FromSlash(args[0]))
	if err != nil {
		g.t.Fatal(err)
	}
	defer f.Close()
	for _, a := range args[2:] {
		cell, value, _ := strings.Cut(a, "=")
		if err := f.SetCellStr(args[1], cell, value); err != nil {
			g.t.Fatal(err)
		}
	}
	if err := f.Save(); err != nil {
		g.t.Fatal(err)
	}
}

// paid fills in the forms of a folder: every project was paid what was sent.
func (g *guide) paid(folder string) {
	forms, err := filepath.Glob(filepath.Join(folder, "*.xlsx"))
	if err != nil || len(forms) == 0 {
		g.t.Fatalf("%s holds no forms: %v", folder, err)
	}
	for _, form := range forms {
		f, err := excelize.OpenFile(form)
		if err != nil {
			g.t.Fatal(err)
		}
		rows, err := f.GetRows(ledger.SheetPaid, excelize.Options{RawCellValue: true})
		if err != nil {
			g.t.Fatal(err)
		}
		const head = 2
		from, to := slices.Index(rows[head], "下达金额(元)"), slices.Index(rows[head], "拨付金额(元)")
		for i, row := range rows[head+1:] {
			cell, _ := excelize.CoordinatesToCellName(to+1, head+i+2)
			if err := f.SetCellValue(ledger.SheetPaid, cell, row[from]); err != nil {
				g.t.Fatal(err)
			}
		}
		if err := errors.Join(f.Save(), f.Close()); err != nil {
			g.t.Fatal(err)
		}
	}
}

// fill writes into one line of a sheet, as a person does in Excel.
func (g *guide) fill(args []string) {
	text, err := sheettest.Dump(args[0])
	if err != nil {
		g.t.Fatal(err)
	}
	f := filling{values: map[string]string{}}
	for _, a := range args[3:] {
		heading, value, _ := strings.Cut(a, "=")
		f.values[heading] = value
	}
	var out strings.Builder
	sheet := ""
	for line := range strings.Lines(text) {
		line = strings.TrimSuffix(line, "\n")
		if name, ok := strings.CutPrefix(line, "# "); ok {
			sheet = name
		} else if sheet == args[1] && (f.at == nil || strings.Contains(line, args[2])) {
			line = f.fill(line)
		}
		fmt.Fprintln(&out, line)
	}
	if f.lines != 1 {
		g.t.Fatalf("fill %v: %d lines of %s have the text", args, f.lines, args[1])
	}
	if err := sheettest.Build(args[0], out.String()); err != nil {
		g.t.Fatal(err)
	}
}
