package notice

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestATitleBreaksBetweenItsWords(t *testing.T) {
	for _, c := range []struct {
		text string
		room int
		want string
	}{
		{"关于2024年度市工业和信息化发展奖补专项资金拟奖补项目的公示", 38, "关于2024年度市工业和信息化发展|奖补专项资金拟奖补项目的公示"},
		{"关于2024年度市工业和信息化发展奖补专项资金拟奖补项目的公示", 26, "关于2024年度|市工业和信息化发展奖补|专项资金拟奖补项目的公示"},
		{"2024年度市工业和信息化发展奖补专项资金拟奖补项目表", 60, "2024年度市工业和信息化发展奖补专项资金拟奖补项目表"},
		{"拟奖补金额（万元）", 12, "拟奖补金额|（万元）"},
		{"统一社会信用代码", 10, "统一社会|信用代码"},
		{"认定级别", 4, "认定|级别"},
		{"一种没有人知道的资金", 8, "一种没有人知道的|资金"},
		{"", 8, ""},
	} {
		if diff := cmp.Diff(c.want, strings.Join(linesOf(c.text, c.room), "|")); diff != "" {
			t.Errorf("in %d digits (-want +got):\n%s", c.room, diff)
		}
	}
}
