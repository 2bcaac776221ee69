package survey

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// The layouts stand in testdata/layouts.txt: "== a sentence", the workbook as
// compact text, "--", and what is read from it. UPDATE=1 rewrites the latter.
func TestLayouts(t *testing.T) {
	const file = "testdata/layouts.txt"
	data, err := os.ReadFile(filepath.FromSlash(file))
	if err != nil {
		t.Fatal(err)
	}
	var out strings.Builder
	for _, block := range strings.Split(string(data), "== ")[1:] {
		name, rest, _ := strings.Cut(block, "\n")
		input, want, _ := strings.Cut(rest, "\n--\n")
		want = strings.TrimRight(want, "\n") + "\n"
		var got string
		t.Run(name, func(t *testing.T) {
			b := book(input)
			rows, findings, accounts := Read(b, testVocabulary)
			checkAccounts(t, b, accounts)
			got = show(rows, findings, accounts)
			if diff := cmp.Diff(want, got); diff != "" && os.Getenv("UPDATE") == "" {
				t.Errorf("(-want +got)\n%s", diff)
			}
		})
		out.WriteString("== " + name + "\n" + input + "\n--\n" + got + "\n")
	}
	if os.Getenv("UPDATE") != "" {
		if err := os.WriteFile(filepath.FromSlash(file), []byte(out.String()), 0o644); err != nil {
			t.Fatal(err)
		}
	}
}

func TestAWorkbookOfMoreRowsThanAnyDistrictHasIsRefused(t *testing.T) {
	b := book("# 摸排表\n单位名称|统一社会信用代码|县区|奖补事项|认定级别|认定日期\n" +
		strings.Repeat("连云港天地机械有限公司|91320722MAAY4CL12W|东海县|星级上云|三星级|2023-05-12\n", 3))
	if rows, found, _ := readUpTo(3, b, testVocabulary); len(rows) != 3 || len(found) > 0 {
		t.Errorf("three of three: %d rows, %v", len(rows), found)
	}
	rows, found, _ := readUpTo(2, b, testVocabulary)
	if len(rows) > 0 || len(found) != 1 || found[0].Message() != "文件超出可读取的范围：超过 2 项认定" {
		t.Errorf("three of two: %d rows, %v", len(rows), found)
	}
}
