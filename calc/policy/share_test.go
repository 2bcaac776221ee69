package policy

import (
	"bytes"
	"os"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"jiangbu/calc/money"
)

// withShares is the sound policy with lines of 市县分担.
func withShares(t *testing.T) []byte {
	t.Helper()
	data, err := os.ReadFile("testdata/wangchuan-2031.yaml")
	if err != nil {
		t.Fatal(err)
	}
	return data
}

func TestDistrictsBearTheShareOfTheFirstLineThatReachesThem(t *testing.T) {
	p, err := Load("shares.yaml", withShares(t))
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct{ district, item, want string }{
		{"沙洲县", "robot", "20.00"}, {"东川区", "robot", "20.00"}, {"沙洲县", "brand", "50.00"}, {"东川区", "brand", "0.00"},
	} {
		if got := money.YuanOf(100).Share(p.CountyShare(c.district, c.item)); got.String() != c.want {
			t.Errorf("%s bears %s of 100 yuan of %s, want %s", c.district, got, c.item, c.want)
		}
	}
}

func TestTheRuleBookSaysWhoBearsWhat(t *testing.T) {
	p, err := Load("shares.yaml", withShares(t))
	if err != nil {
		t.Fatal(err)
	}
	var out bytes.Buffer
	if err := Show(&out, p); err != nil {
		t.Fatal(err)
	}
	_, got, _ := strings.Cut(out.String(), "市县分担")
	lines := strings.Split(strings.TrimSpace(got), "\n")
	robot, _ := p.Item("robot")
	want := []string{"各县区负担 20%（" + robot.Name + "）", "沙洲县负担 50%"}
	if diff := cmp.Diff(want, lines[len(lines)-2:]); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}
