package notice

import (
	"fmt"
	"strings"
	"testing"
)

// fullAwards is a year of n awards whose cells are as full as those of published
// tables: names of fourteen characters and more, a document each, a remark in
// every third.
func fullAwards(t testing.TB, n int) Awards {
	a := manyAwards(t, n)
	for i := range a.Lines {
		l := &a.Lines[i]
		l.Company = []string{"连海精密机械制造有限公司", "示范市东方新材料科技股份有限公司", "江河环保科技有限公司"}[i%3] + fmt.Sprint(i/3)
		l.Certificate = fmt.Sprintf("示工信综合〔2023〕%d号", i%400+1)
		if i%3 == 0 {
			l.Subject = "智能仓储管理系统V1.0"
		}
	}
	return a
}

// The page of a large year stays one that a phone can load.
func TestThePageOfThousandsOfAwardsIsUnderAMegabyte(t *testing.T) {
	page := writtenBytes(t, WriteHTML, made(t, testSettings(t), fullAwards(t, 5000)))
	t.Logf("%d bytes", len(page))
	if len(page) > 1_000_000 {
		t.Errorf("5000 awards take %d bytes", len(page))
	}
	if got := strings.Count(string(page), "<td>"); got != 5000*8+2*2 {
		t.Errorf("%d cells", got)
	}
}
