package standard

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// kindNames are the kinds as the tests write them.
var kindNames = map[Kind]string{ItemWord: "item", NotItem: "not", Stranger: "stranger", LevelWord: "level",
	RegionWord: "region", CityWord: "city", IssuerWord: "issuer",
	NatureWord: "nature", ActWord: "act", PendingWord: "pending", NoticeWord: "notice", Denial: "denial",
	Joint: "joint", StopWord: "stop", DistrictWord: "district", NotDistrict: "elsewhere",
	ClauseWord: "clause", YearWord: "year", BatchWord: "batch", DateWord: "date", DocumentWord: "document",
	NumberWord: "number", Harmless: "harmless", Quality: "quality", Topic: "topic", PairFirst: "first",
	PairThen: "then"}

func TestATextIsCoveredFromLeftToRightByTheLongestWord(t *testing.T) {
	v := NewVocabulary(shorePolicy())
	for _, c := range []struct{ name, text, want, left string }{
		{"year, level, item and batch", "2023年度省级绿色工厂（第三批）", "year 2023年度, level 省级, item 绿色工厂, batch 第三批", ""},
		{"the longer name of another thing wins", "零碳工厂", "stranger 零碳工厂", ""},
		{"the longer name of an item wins", "近零碳工厂", "item 近零碳工厂", ""},
		{"what no word covers is left over", "石化绿色工厂", "left 石化, item 绿色工厂", "石化"},
		{"letters beside a digit are a grade, no number", "3A级绿色工厂", "number 3, left A级, item 绿色工厂", "A级"},
		{"a document takes the letters of its agency", "滨工信节能〔2023〕612号", "issuer 滨工信节能(2023)612号", ""},
		{"of an unknown agency, too", "石化联发〔2023〕8号", "document 石化联发(2023)8号", ""},
		{"but not the item before it", "绿色工厂滨工信〔2023〕8号", "item 绿色工厂, issuer 滨工信(2023)8号", ""},
		{"a date", "省级（2023.12）", "level 省级, date 2023.12", ""},
		{"a number of a certificate", "RC-2023-A0301", "number RC-2023-A0301", ""},
		{"a count", "绿色工厂（2家）", "item 绿色工厂, number 2家", ""},
		{"省 governs what it stands before", "省绿色工厂", "level 省, item 绿色工厂", ""},
		{"市 before an unknown word is none", "市场", "left 市场", "市场"},
		{"a region with 级 is its level", "滨海省级绿色工厂", "level 滨海省级, item 绿色工厂", ""},
		{"the city with 级 is its level", "海滨市级绿色工厂", "level 海滨市级, item 绿色工厂", ""},
		{"a denial of something known is known", "未经认定", "denial 未, joint 经, act 认定", ""},
		{"a denial of nothing is left over", "未来绿色工厂", "denial 未, left 来, item 绿色工厂", "未来"},
		{"a denial reaches over the body that is to act", "待省工信厅认定", "denial 待, issuer 省工信厅, act 认定", ""},
		{"but over nothing unknown", "待遇认定", "denial 待, left 遇, act 认定", "待遇"},
		{"a quality is known behind a denial", "无重大、安全事故", "denial 无, quality 重大, quality 安全, stop 事故", ""},
		{"and nowhere else", "安全工厂", "left 安全工厂", "安全工厂"},
		{"a word that only stops beside another is left over", "请认定", "first 请, act 认定", "请"},
		{"one that is harmless besides is not", "绿色工厂奖补", "item 绿色工厂, then 奖补", ""},
		{"a topic beside an item is part of another name", "绿色工厂数字化", "item 绿色工厂, topic 数字化", "数字化"},
		{"in front of it, too", "数字化绿色工厂", "topic 数字化, item 绿色工厂", "数字化"},
		{"apart from it a topic says nothing", "数字化：绿色工厂", "topic 数字化, item 绿色工厂", ""},
		{"traditional characters are simplified ones", "綠色工廠", "item 绿色工厂", ""},
		{"nothing", "", "", ""},
	} {
		cover := v.Cover(c.text)
		var got []string
		for _, w := range cover.words {
			kind := "left"
			if len(w.senses) > 0 {
				kind = kindNames[w.senses[0].kind]
			}
			got = append(got, kind+" "+w.text)
		}
		if diff := cmp.Diff(c.want, strings.Join(got, ", ")); diff != "" {
			t.Errorf("%s: %q (-want +got):\n%s", c.name, c.text, diff)
		}
		if left := cover.Left(); left != c.left {
			t.Errorf("%s: %q leaves %q, want %q", c.name, c.text, left, c.left)
		}
	}
}

func TestAWordOfThePolicyCountsBeforeAFormOfTheSameLength(t *testing.T) {
	for word, want := range map[string]Kind{"第三批": Harmless, "第四批": BatchWord} {
		p := shorePolicy()
		p.Words.Harmless = append(p.Words.Harmless, "第三批")
		c := NewVocabulary(p).Cover(word)
		if len(c.words) != 1 || !c.words[0].is(want) {
			t.Errorf("%s is no %s: %+v", word, kindNames[want], c.words)
		}
	}
}

func TestWhatIsLeftOverBesideTheItem(t *testing.T) {
	v := NewVocabulary(shorePolicy())
	for text, want := range map[string]string{
		"绿色工厂": "", "石化绿色工厂": "石化", "石化、绿色工厂": "石化", "绿色工厂、石化": "", "绿色工厂石化": "石化", "石化": "石化", "": "",
	} {
		c := v.Cover(text)
		if got := c.leftBeside(); got != want {
			t.Errorf("%q leaves %q, want %q", text, got, want)
		}
	}
}
