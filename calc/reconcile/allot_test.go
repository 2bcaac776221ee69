package reconcile_test

import (
	"fmt"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"jiangbu/calc"
	"jiangbu/calc/money"
	"jiangbu/calc/reconcile"
)

// allotAwards are two districts, one of them the policy's first, a company with
// two awards and an award of nothing.
func allotAwards() []calc.AwardLine {
	return []calc.AwardLine{award(0, "西区 甲 91A plant 40"), award(1, "东区 乙 91B plant 40.01"),
		award(2, "西区 甲 91A cloud 2"), award(3, "东区 丙 91C plant 0")}
}

var allotPolicy = &calc.Policy{Districts: []calc.District{{Name: "东区"}, {Name: "西区"}}}

// bearing is that policy with districts that bear a share of everything.
func bearing(county money.Rate) *calc.Policy {
	p := *allotPolicy
	if !county.IsZero() {
		p.Shares = []calc.CountyShare{{County: county}}
	}
	return &p
}

// letter writes an allotment as text.
func letter(a *reconcile.Allotment) (lines []string) {
	for _, l := range a.Lines {
		lines = append(lines, fmt.Sprintf("%s %s %s %s+%s", l.Award.District, l.Award.Company, l.Amount, l.City,
			l.County))
	}
	for _, d := range append(a.Districts, a.Total) {
		lines = append(lines, fmt.Sprintf("%s %d项 %d家 %s", d.Name, d.Projects, d.Companies, d.Amount))
	}
	return lines
}

func TestAnAllotmentSendsTheAwardsByDistrict(t *testing.T) {
	half, err := money.ParseRate("50%")
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		name   string
		before []reconcile.Sent
		county money.Rate
		want   []string
		codes  []string
	}{
		{"the first letter sends all, in the policy's order of districts", nil, money.Rate{},
			[]string{"东区 乙 40.01 40.01+0.00", "西区 甲 40.00 40.00+0.00", "西区 甲 2.00 2.00+0.00", "东区 1项 1家 40.01",
				"西区 2项 1家 42.00", " 3项 2家 82.01"}, nil},
		{"the county bears half, the odd fen is the city's", nil, half,
			[]string{"东区 乙 40.01 20.01+20.00", "西区 甲 40.00 20.00+20.00", "西区 甲 2.00 1.00+1.00", "东区 1项 1家 40.01",
				"西区 2项 1家 42.00", " 3项 2家 82.01"}, nil},
		{"the second sends what the first did not",
			[]reconcile.Sent{{Key: "k1", Amount: exactYuan("40")}, {Key: "k2", Amount: exactYuan("10")}}, money.Rate{},
			[]string{"东区 乙 30.01 30.01+0.00", "西区 甲 2.00 2.00+0.00", "东区 1项 1家 30.01", "西区 1项 1家 2.00", " 2项 2家 32.01"},
			nil},
		{"the county bears its share of what is sent now", []reconcile.Sent{{Key: "k1", Amount: exactYuan("10")}}, half,
			[]string{"东区 乙 40.01 20.01+20.00", "西区 甲 30.00 15.00+15.00", "西区 甲 2.00 1.00+1.00", "东区 1项 1家 40.01",
				"西区 2项 1家 32.00", " 3项 2家 72.01"}, nil},
		{"and what it bears of the whole award, however that is sent",
			[]reconcile.Sent{{Key: "k1", Amount: exactYuan("0.01")}},
			half, []string{"东区 乙 40.01 20.01+20.00", "西区 甲 39.99 19.99+20.00", "西区 甲 2.00 1.00+1.00", "东区 1项 1家 40.01",
				"西区 2项 1家 41.99", " 3项 2家 82.00"}, nil},
		{"two letters that sent one award twice",
			[]reconcile.Sent{{Key: "k1", Amount: exactYuan("40")}, {Key: "k1", Amount: exactYuan("0.01")}},
			money.Rate{},
			[]string{"东区 乙 40.01 40.01+0.00", "西区 甲 2.00 2.00+0.00", "东区 1项 1家 40.01", "西区 1项 1家 2.00", " 2项 2家 42.01"},
			[]string{"allot/over "}},
		{"a letter for what is no award now", []reconcile.Sent{{Key: "k9", Amount: exactYuan("1")}}, money.Rate{},
			[]string{"东区 乙 40.01 40.01+0.00", "西区 甲 40.00 40.00+0.00", "西区 甲 2.00 2.00+0.00", "东区 1项 1家 40.01",
				"西区 2项 1家 42.00", " 3项 2家 82.01"}, []string{"allot/unknown "}},
	} {
		a, fs := reconcile.Allot(allotAwards(), bearing(c.county), 2024, c.before)
		if err := a.Audit(allotAwards()); err != nil {
			t.Errorf("%s: %v", c.name, err)
		}
		if diff := cmp.Diff(c.want, letter(a)); diff != "" {
			t.Errorf("%s (-want +got):\n%s", c.name, diff)
		}
		if diff := cmp.Diff(c.codes, codes(fs)); diff != "" {
			t.Errorf("%s: findings (-want +got):\n%s", c.name, diff)
		}
	}
}

func TestALineSaysWhyItSendsAnotherSumThanTheAward(t *testing.T) {
	for _, c := range []struct{ name, entitled, amount, before, want string }{
		{"the whole of it", "40", "40", "0", ""},
		{"an award that says no entitlement", "0", "40", "0", ""},
		{"a cut year", "40", "39.99", "0", "应奖 40.00 元，实际奖补 39.99 元"},
		{"a second letter", "40", "40", "10", "以前已下达 10.00 元"},
		{"both", "40", "30", "10", "应奖 40.00 元，实际奖补 30.00 元；以前已下达 10.00 元"},
	} {
		l := reconcile.Allotted{Before: exactYuan(c.before)}
		l.Award.Entitled, l.Award.Amount = exactYuan(c.entitled), exactYuan(c.amount)
		if got := l.Note(); got != c.want {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		}
	}
}

func TestCompaniesOfALetterAreCountedByCodeElseByName(t *testing.T) {
	awards := []calc.AwardLine{award(0, "东区 甲 91A plant 1"), award(1, "东区 新甲 91A chain 1"),
		award(2, "东区 乙 - plant 1"), award(3, "东区 乙 - chain 1"), award(4, "东区 乙 91B cloud 1"),
		award(5, "外市 丙 91C plant 1"), award(6, "外市 丙 91C chain 1")}
	a, _ := reconcile.Allot(awards, allotPolicy, 2024, nil)
	want := []string{"东区 5项 3家 5.00", "外市 2项 1家 2.00", " 7项 4家 7.00"}
	if d := cmp.Diff(want, letter(a)[len(awards):]); d != "" {
		t.Errorf("(-want +got):\n%s", d)
	}
}

func TestLettersTogetherSendTheReport(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		awards := drawReport(t)
		rate, err := money.ParseRate(rapid.SampledFrom([]string{"50%", "33.3%", "0%", "100%"}).Draw(t, "county"))
		if err != nil {
			t.Fatal(err)
		}
		p := bearing(rate)
		for i := range awards {
			awards[i].Key = fmt.Sprint("k", i)
		}
		var before []reconcile.Sent
		var sent money.Yuan
		for i := range awards {
			part := rapid.SampledFrom([]money.Yuan{{}, exactYuan("0.01"), awards[i].Amount}).Draw(t,
				"sent").Min(awards[i].Amount)
			if part.Sign() > 0 {
				before, sent = append(before, reconcile.Sent{Key: awards[i].Key, Amount: part}), sent.Add(part)
			}
		}
		a, fs := reconcile.Allot(awards, p, 2024, before)
		if err := a.Audit(awards); err != nil || len(fs) > 0 {
			t.Fatal(err, fs)
		}
		var all money.Yuan
		for i := range awards {
			all = all.Add(awards[i].Amount)
		}
		if !sent.Add(a.Total.Amount).Equal(all) {
			t.Errorf("%s before and %s now are not %s", sent, a.Total.Amount, all)
		}
		checkDistricts(t, a, awards, before)
		// The counties bear the same however the awards are sent.
		for _, l := range a.Lines {
			if want := l.Award.Amount.Share(rate).Sub(l.Before.Share(rate)); !l.County.Equal(want) ||
				!l.City.Add(l.County).Equal(l.Amount) {
				t.Errorf("%s: %s and %s of %s after %s", l.Award.Key, l.City, l.County, l.Amount, l.Before)
			}
		}
	})
}

// checkDistricts adds up each district's awards less what was sent, in yuan and
// in 万元.
func checkDistricts(t *rapid.T, a *reconcile.Allotment, awards []calc.AwardLine, before []reconcile.Sent) {
	want := map[string]money.Yuan{}
	for i := range awards {
		y := awards[i].Amount
		for _, s := range before {
			if s.Key == awards[i].Key {
				y = y.Sub(s.Amount)
			}
		}
		want[awards[i].District] = want[awards[i].District].Add(y)
	}
	for _, d := range a.Districts {
		wan, err := money.ExactYuan(d.Amount.Wan())
		if err != nil || !d.Amount.Equal(want[d.Name]) || !money.UnitWan.Of(wan.Decimal()).Equal(d.Amount) {
			t.Errorf("%s is sent %s, %s 万元; its awards are %s", d.Name, d.Amount, d.Amount.Wan(), want[d.Name])
		}
		delete(want, d.Name)
	}
	for name, y := range want {
		if !y.IsZero() {
			t.Errorf("%s is sent nothing of %s", name, y)
		}
	}
}

func TestTheAuditOfAnAllotmentFindsWhatIsSentWrongly(t *testing.T) {
	for name, spoil := range map[string]func(*reconcile.Allotment){
		"a line sends more than its award": func(a *reconcile.Allotment) { a.Lines[0].Amount = exactYuan("41") },
		"a share is lost":                  func(a *reconcile.Allotment) { a.Lines[0].City = money.Yuan{} },
		"a line is lost":                   func(a *reconcile.Allotment) { a.Lines = a.Lines[1:] },
		"a district is lost":               func(a *reconcile.Allotment) { a.Districts = a.Districts[1:] },
		"the total is wrong":               func(a *reconcile.Allotment) { a.Total.Amount = exactYuan("1") },
	} {
		a, _ := reconcile.Allot(allotAwards(), allotPolicy, 2024, nil)
		if spoil(a); a.Audit(allotAwards()) == nil {
			t.Errorf("%s: the audit is content", name)
		}
	}
}
