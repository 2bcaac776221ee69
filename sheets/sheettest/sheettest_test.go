package sheettest_test

import (
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"jiangbu/sheets/sheettest"
)

const everything = `# 摸排表
#merge A1:C1
#hide col B
#hide col D-E
#hide row 5
附件1	一段\n两行	x

单位名称	统一社会信用代码	金额	日期	备注
甲公司	'913207000676274307	200000.10	=D:2023-05-12	'0.5
乙公司	913207000676274307	12345678901234567.89	=D:2023-05-12 13:30:00	_x0041_
'=F:x	=F:SUM(C4:C5)|6.50	=F:A1&"甲<乙"|甲<乙	=F:TODAY()	=F:A1|=D:2023-12-22
'#merge A1	=B:TRUE	=B:FALSE	=E:#REF!	=F:1/0|=E:#DIV/0!
0012	1e5	-0.5	+5	C:\\d & "q"
# 隐藏
#hide sheet
1
# 深藏
#hide sheet very
#hide row 2-3
2
`

func TestWhatIsBuiltIsDumpedAsTheSameText(t *testing.T) {
	for _, src := range []string{everything, "# 表\n#date1904\n=D:2023-05-12\n", "# 空\n"} {
		path := filepath.Join(t.TempDir(), "a.xlsx")
		if err := sheettest.Build(path, src); err != nil {
			t.Fatal(err)
		}
		got, err := sheettest.Dump(path)
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(src, got); diff != "" {
			t.Errorf("dump differs (-built +dumped):\n%s", diff)
		}
	}
}

func TestAWrongNotationIsRefusedWithItsLine(t *testing.T) {
	tests := map[string]string{
		"a\tb\n":                  "line 1: a row stands before the first sheet",
		"# x\n#hide nothing\n":    `line 2: unknown directive "#hide nothing"`,
		"# x\n\n=D:2023-02-30\n":  `sheet x: A2: "2023-02-30" is not a date such as 2023-05-12`,
		"# x\n#hide col 5\n":      `line 2: "5" is not a column`,
		"# x\n1\n#hide row 1-b\n": `line 3: strconv.Atoi: parsing "b": invalid syntax`,
	}
	for src, want := range tests {
		err := sheettest.Build(filepath.Join(t.TempDir(), "a.xlsx"), src)
		if err == nil || !strings.HasSuffix(err.Error(), want) {
			t.Errorf("Build(%q) = %v, want an error ending in %q", src, err, want)
		}
	}
}
