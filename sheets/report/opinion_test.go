package report

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestAnOpinionIsWhatItsWordsAllMean(t *testing.T) {
	for _, c := range []struct {
		name, want string
		texts      []string
	}{
		{"granted", RuleGrant, []string{"同 意。", "予以支持", "同意奖励", "准予按政策奖补", "审核通过", "经核实，符合条件，同意", "支持"}},
		{"refused", RuleRefuse, []string{"不同意", "不予支持", "不予兑现", "未通过", "经审核不符合条件", "驳回"}},
		{"granted with an amount", RuleGrant + " 5万元", []string{"按5万元", "同意按5万元奖补", "核减至5万元", "予以奖补5万元", "同意，核定5万元整"}},
	} {
		for _, text := range c.texts {
			word, amount := opinionIn(text)
			if amount != "" {
				word += " " + amount
			}
			if diff := cmp.Diff(c.want, word); diff != "" {
				t.Errorf("%s: %s (-want +got):\n%s", c.name, text, diff)
			}
		}
	}
}

func TestAnOpinionOfMoreWordsIsNone(t *testing.T) {
	for _, text := range []string{"原则同意", "基本同意", "拟同意", "同意（待公示）", "暂不奖补", "暂按5万元", "核减5万元", "不予奖补5万元", "不同意，按5万元", "按50%奖补",
		"按5", "不超过5万元", "予以", "同意与否待定", "不宜支持", "是", "√", ""} {
		word, amount := opinionIn(text)
		if diff := cmp.Diff([2]string{text, ""}, [2]string{word, amount}); diff != "" {
			t.Errorf("%s (-want +got):\n%s", text, diff)
		}
	}
}
