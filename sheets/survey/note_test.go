package survey

import (
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/xuri/excelize/v2"

	"jiangbu/calc"
	"jiangbu/calc/standard"
	"jiangbu/sheets"
)

// noted is what the comments of a small survey say against its rows.
func noted(t *testing.T, comments ...excelize.Comment) (said []string) {
	t.Helper()
	f := excelize.NewFile()
	defer f.Close()
	for i, row := range [][]any{{"县区", "单位名称", "统一社会信用代码", "奖补事项", "认定日期", "联系电话"},
		{"海州区", "连云港甲机械有限公司", "91320700MA00000A0A", "省级绿色工厂", "2023-06-15", "1"},
		{"海州区", "连云港乙机械有限公司", "91320700MA00000B0B", "省级绿色工厂", "2023-06-15", "2"}} {
		if err := f.SetSheetRow("Sheet1", "A"+string(rune('1'+i)), &row); err != nil {
			t.Fatal(err)
		}
	}
	for _, c := range comments {
		if err := f.AddComment("Sheet1", c); err != nil {
			t.Fatal(err)
		}
	}
	data, err := f.WriteToBuffer()
	if err != nil {
		t.Fatal(err)
	}
	book, findings := sheets.OpenBytes("a.xlsx", data.Bytes())
	if len(findings) > 0 {
		t.Fatal(findings)
	}
	rows, _, _ := Read(book, standard.NewVocabulary(policies(t)["lyg-2024"]))
	for _, r := range rows {
		for _, a := range r.Asides {
			said = append(said, calc.Ref{Row: a.Cell.Row, Col: a.Cell.Col}.Cell()+" "+a.Heading+" "+a.Cell.Text)
		}
	}
	return said
}

func TestACommentOnARowMaySpeakAgainstIt(t *testing.T) {
	at := func(cell, text string) excelize.Comment {
		return excelize.Comment{Cell: cell, Author: "张三", Text: text}
	}
	for _, c := range []struct {
		name     string
		comments []excelize.Comment
		want     []string
	}{
		{"on the company", []excelize.Comment{at("B2", "张三:\n已停产")}, []string{"B2 批注 已停产"}},
		{"on a column that nobody reads", []excelize.Comment{at("F3", "已停产")}, []string{"F3 批注 已停产"}},
		{"on two cells of a row", []excelize.Comment{at("A2", "已停产"), at("D2", "已注销")},
			[]string{"A2 批注 已停产", "D2 批注 已注销"}},
		{"before our own words", []excelize.Comment{at("B2", "已停产\n【检查问题】\n错误：写明“注销”")},
			[]string{"B2 批注 已停产"}},
		{"our own words alone", []excelize.Comment{at("B2", "【检查问题】\n错误：写明“注销”")}, nil},
		{"that says nothing of the kind", []excelize.Comment{at("B2", "王工")}, nil},
		{"on a heading", []excelize.Comment{at("B1", "已停产的不填")}, nil},
		{"outside the table", []excelize.Comment{at("H2", "已停产")}, nil},
	} {
		t.Run(c.name, func(t *testing.T) {
			if diff := cmp.Diff(c.want, noted(t, c.comments...)); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
		})
	}
}
