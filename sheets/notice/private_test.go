package notice

import (
	"cmp"
	"slices"
	"strings"
	"testing"

	"jiangbu/calc"
)

// Every kind of private data, as it may stand in any text.
var injections = []string{
	"持证人11010519491231002X", "110105/19491231/002x", "一一〇一〇五一九四九一二三一〇〇二X", "身份证440524198001010014",
	"139/1234/5678", "一三九一二三四五六七八", "tel 139.1234.5678", "1391 2345 678", "电话：8580 0000", "（0599）8580-0000转8012",
	"051985800000", "账号 1234 5678 9012 3456", "开户行：工行东山支行", "6222 0210 0111 6245 702", "6222021001116245703",
	"联系人：王小明", "法定代表人王小明", "负责人（王小明）", "zhangsan＠163.com", "zhangsan[at]163.com", "微信：zs_123", "QQ12345678",
	"护照E12345678", "E12345678", "社保号：3207001234567", "户籍：东山县朝阳街道", "家庭住址朝阳镇和平路1号", "出生日期1988-01-01", "车牌苏G12345",
	"苏G·A1234",
}

// places are where a text gets from into what is published.
var places = map[string]struct {
	cell string // or flag
	put  func(s *Settings, p *calc.Policy, l *calc.AwardLine, text string)
}{
	"company": {"C4", func(_ *Settings, _ *calc.Policy, l *calc.AwardLine, text string) { l.Company += text }},
	"subject": {"H4", func(_ *Settings, _ *calc.Policy, l *calc.AwardLine, text string) {
		l.Subject = "系统 " +
			text
	}},
	"certificate": {"I4", func(_ *Settings, _ *calc.Policy, l *calc.AwardLine, text string) { l.Certificate = text }},
	"document": {"I4", func(_ *Settings, _ *calc.Policy, l *calc.AwardLine, text string) {
		l.Document = "示工信〔2023〕1号 " + text
	}},
	"district": {"B4", func(_ *Settings, _ *calc.Policy, l *calc.AwardLine, text string) { l.District = text }},
	"item":     {"F4", func(_ *Settings, _ *calc.Policy, l *calc.AwardLine, text string) { l.ItemName += text }},
	"level":    {"G4", func(_ *Settings, _ *calc.Policy, l *calc.AwardLine, text string) { l.Level = text }},
	"credit code": {"D4", func(s *Settings, _ *calc.Policy, l *calc.AwardLine, text string) {
		s.CreditCode, l.CreditCode = true, text
	}},
	"fund":   {"--fund", func(s *Settings, _ *calc.Policy, _ *calc.AwardLine, text string) { s.Fund = "专项资金" + text }},
	"unit":   {"--unit", func(s *Settings, _ *calc.Policy, _ *calc.AwardLine, text string) { s.Unit += " " + text }},
	"title":  {"--policy", func(_ *Settings, p *calc.Policy, _ *calc.AwardLine, text string) { p.Title += text }},
	"number": {"--policy", func(_ *Settings, p *calc.Policy, _ *calc.AwardLine, text string) { p.Document += text }},
	"clause": {"--policy", func(_ *Settings, p *calc.Policy, _ *calc.AwardLine,
		text string) {
		p.Clauses[0].Title = text
	}},
	"cut": {"公示正文", func(_ *Settings, _ *calc.Policy, l *calc.AwardLine, text string) {
		l.Entitled, l.Cuts = l.Entitled.Add(l.Amount), []string{text}
	}},
}

func TestNoPrivateDataArePublishedInSilenceWhereverTheyStand(t *testing.T) {
	missed, all := 0, 0
	for name, place := range places {
		for _, text := range injections {
			s, p, a := testSettings(t), testPolicy(), testAwards(t)
			place.put(&s, p, &a.Lines[0], text)
			_, fs, err := Make(s, p, a)
			if err != nil {
				t.Fatal(err)
			}
			all++
			if !namesPrivate(fs, place.cell, text) {
				missed++
				t.Errorf("%s in the %s (%s) is published", text, name, place.cell)
			}
		}
	}
	t.Logf("%d of %d published", missed, all)
}

// namesPrivate tells whether an error names private data at the place, without
// showing them.
func namesPrivate(fs calc.Findings, place, text string) bool {
	return slices.ContainsFunc(fs, func(f calc.Finding) bool {
		return cmp.Or(f.Ref.Cell(), f.Ref.File) == place && !strings.Contains(f.Message(), text) &&
			(f.Code == "notice/private" || f.Code == "notice/doubt-not-accepted")
	})
}

func TestAFindingPointsToWhereASettingStands(t *testing.T) {
	s := testSettings(t)
	s.Fund, s.Places = "专项资金13912345678", map[string]string{"--fund": "jiangbu.yaml:12"}
	_, fs, err := Make(s, testPolicy(), testAwards(t))
	if err != nil || len(fs) != 1 || fs[0].Ref.String() != "jiangbu.yaml:12" {
		t.Errorf("%v, %v", fs, err)
	}
}
