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

func TestAHeadingBreaksBetweenItsWordsWhereverAProgramBreaksIt(t *testing.T) {
	for _, c := range []struct {
		heading string
		room    int
		want    bool
	}{
		{"认定级别", 8, true}, {"认定级别", 7, false}, {"认定级别", 5, true}, {"认定级别", 4, true}, {"认定级别", 3, false},
		{"拟奖补金额（万元）", 18, true}, {"拟奖补金额（万元）", 14, false}, {"拟奖补金额（万元）", 13, true},
		{"拟奖补金额（万元）", 10, true}, {"拟奖补金额（万元）", 9, false},
		{"备注", 4, true}, {"备注", 3, false},
	} {
		if got := breaksBetweenWords(c.heading, c.room); got != c.want {
			t.Errorf("%s in %d digits: %v", c.heading, c.room, got)
		}
	}
}

// Pages of lines that take one line of type hold as many as a table of the trade
// does, the first with its titles.
func TestAPageOfTheAnnexHoldsTwentyTwoToTwentyFiveLines(t *testing.T) {
	table := made(t, testSettings(t), manyAwards(t, 200)).Table
	begins := append([]int{0}, table.pages(table.heights(table.columnWidths()))...)
	for i := 1; i < len(begins); i++ {
		if n := begins[i] - begins[i-1]; n < 22 || n > 25 {
			t.Errorf("page %d holds %d lines", i, n)
		}
	}
}
