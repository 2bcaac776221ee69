package survey

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestAFileOrFolderThatIsCalledOffSpeaksAgainstItsRows(t *testing.T) {
	for _, c := range []struct {
		name, file string
		want       bool
	}{
		{"the file", "海州区-注销.xlsx", true},
		{"the folder", "注销/海州区.xlsx", true},
		{"neither", "海州区/海州区.xlsx", false},
		{"what came back from a check", "退回-注销.xlsx", false},
	} {
		t.Run(c.name, func(t *testing.T) {
			b := book("# 表\n单位名称|统一社会信用代码|奖补事项|认定日期\n甲公司|91320722MA1AAAAA01|省级绿色工厂|2023-06-01")
			b.File = c.file
			rows, _, _ := Read(b, testVocabulary)
			said := false
			for _, cell := range rows[0].Context {
				said = said || testVocabulary.Stops(cell.Text)
			}
			if diff := cmp.Diff(c.want, said); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
		})
	}
}
