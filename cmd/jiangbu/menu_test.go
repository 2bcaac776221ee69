package main

import (
	"bytes"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/mattn/go-runewidth"
	"golang.org/x/text/encoding/simplifiedchinese"

	"jiangbu/calc/written"
	"jiangbu/cmd/internal/console"
)

// onScreen measures lines as the console folds them.
var onScreen = &runewidth.Condition{StrictEmojiNeutral: true}

// menuBlock is the picture of the menu on a page: its first block of plain text.
var menuBlock = regexp.MustCompile("(?s)```text\n.*?```\n")

func TestTheReadMesShowTheMenu(t *testing.T) {
	for page, lang := range map[string]console.Language{"../../README.md": console.English,
		"../../README.zh-CN.md": console.Chinese} {
		var shown bytes.Buffer
		showMenu(&console.Console{Err: &shown, Lang: lang}, `D:\奖补\2024年度`)
		want := "```text\n" + strings.TrimSpace(shown.String()) + "\n```\n"
		text, err := os.ReadFile(page)
		if err != nil {
			t.Fatal(err)
		}
		at := menuBlock.FindIndex(text)
		if at == nil {
			t.Fatalf("%s shows no menu", page)
		}
		if diff := cmp.Diff(want, string(text[at[0]:at[1]])); diff != "" {
			if os.Getenv("UPDATE") != "1" {
				t.Errorf("%s (-want +got):\n%s", page, diff)
			} else if err := os.WriteFile(page, []byte(string(text[:at[0]])+want+string(text[at[1]:])),
				0o644); err != nil {
				t.Fatal(err)
			}
		}
	}
}

func TestANarrowWindowFoldsTheMenu(t *testing.T) {
	var shown bytes.Buffer
	showMenu(&console.Console{Err: &shown, Lang: console.Chinese, Columns: 50}, ".")
	for line := range strings.Lines(shown.String()) {
		if n := onScreen.StringWidth(strings.TrimSuffix(line, "\n")); n > 50 {
			t.Errorf("%d columns: %s", n, line)
		}
	}
}

func TestHolidaysAreReadAsAnyEditorSavesThem(t *testing.T) {
	const text = "# 国庆节\r\n2024-10-01 2024-10-07 休\r\n"
	gbk, err := simplifiedchinese.GB18030.NewEncoder().String(text)
	if err != nil {
		t.Fatal(err)
	}
	for _, saved := range []string{text, "\ufeff" + text, gbk} {
		path := filepath.Join(t.TempDir(), holidaysFile)
		if err := os.WriteFile(path, []byte(saved), 0o600); err != nil {
			t.Fatal(err)
		}
		c, err := readHolidays(&console.Console{}, path)
		if err != nil || c.IsWorkday(written.Date{Year: 2024, Month: 10, Day: 7}) {
			t.Errorf("%q: %v", saved, err)
		}
	}
}
