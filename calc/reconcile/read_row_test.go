package reconcile_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"jiangbu/calc"
	"jiangbu/calc/money"
	"jiangbu/calc/reconcile"
	"jiangbu/calc/standard"
	"jiangbu/calc/written"
)

// ledgerPolicy knows two districts, items with and without levels, and an award
// that it does not cover.
var ledgerPolicy = &calc.Policy{City: "望川市",
	Levels:    []calc.Level{{Name: "国家级", Rank: 2}, {Name: "省级", Rank: 1}},
	Districts: []calc.District{{Name: "东区"}, {Name: "西区"}},
	Clauses:   []calc.Clause{{Number: "一", Title: "绿色制造"}, {Number: "二", Title: "数字化"}},
	Items: []calc.Item{{ID: "plant", Name: "绿色工厂", Clause: "一",
		Awards: []calc.Award{{Level: "国家级"}, {Level: "省级"}}},
		{ID: "chain", Name: "绿色供应链", Clause: "一", Aliases: []string{"双绿"}},
		{ID: "park", Name: "绿色园区", Clause: "一", Aliases: []string{"双绿"}}, {ID: "cloud", Name: "上云企业", Clause: "二"}},
	NotCovered: []calc.NotCovered{{Name: "零碳工厂"}}}

// readAs writes what a row of "列=值" pairs is read as: the fields that are not
// empty, and behind a stroke what is found, by cells.
func readAs(row *reconcile.Row) string {
	p, fs := reconcile.ReadPayment(standard.NewVocabulary(ledgerPolicy), row)
	var out []string
	for _, f := range []struct{ name, text string }{{"", p.Company}, {"原", p.FormerName}, {"code", p.CreditCode},
		{"户名", p.Account}, {"in", p.District}, {"items", strings.Join(p.Items, "+")}, {"other", p.OtherItem},
		{"level", p.Level}, {"subject", p.Subject}, {"paper", p.Certificate}, {"on", p.Date.String()},
		{"voucher", p.Voucher}, {"issued", plainSum(p.Issued)}, {"paid", plainSum(p.Paid)},
		{"back", plainSum(p.Returned)}, {"not", plainSum(p.NotPaid)}, {"county", p.County}, {"office", p.Office},
		{"remark", p.Remark}, {"year", year(p.Year)}, {"document", year(p.DocumentYear)},
		{"for", year(p.PurposeYear)}} {
		if f.text != "" {
			out = append(out, strings.TrimSpace(f.name+" "+f.text))
		}
	}
	s := strings.Join(out, ", ")
	for _, f := range fs {
		s += " | " + string(f.Code) + " " + f.Ref.Cell()
	}
	return s
}

func plainSum(y money.Yuan) string {
	if y.IsZero() {
		return ""
	}
	return y.String()
}

func year(y int) string {
	if y == 0 {
		return ""
	}
	return fmt.Sprint(y)
}

// written as "列=值；列=值"; a value that begins with # is a stored number.
func rowOf(text string) *reconcile.Row {
	r := ledgerRow(nil)
	for _, pair := range strings.Split(text, "；") {
		name, value, _ := strings.Cut(pair, "=")
		for c := reconcile.LedgerSerial; c < reconcile.NumLedgerColumns; c++ {
			if c.String() == name {
				r.Cells[c] = calc.Cell{Kind: calc.CellText, Row: 3, Col: int(c), Text: strings.TrimPrefix(value, "#")}
				if strings.HasPrefix(value, "#") {
					r.Cells[c].Kind = calc.CellNumber
				}
			}
		}
	}
	return r
}

func TestARowOfALedgerIsReadAsItSays(t *testing.T) {
	code := written.CompleteCode("91320700MA00000A")
	for _, c := range []struct{ name, row, want string }{
		{"a name and a sum", "单位名称=甲公司；拨付金额=40", "甲公司, paid 40.00"},
		{"a name with a former one", "单位名称=甲公司（原乙公司）；拨付金额=40", "甲公司, 原 乙公司, paid 40.00"},
		{"a code that holds", "单位名称=甲公司；统一社会信用代码=" + code + "；拨付金额=40", "甲公司, code 91320700MA00000A9D, paid 40.00"},
		{"a code whose check fails is kept and asked about", "单位名称=甲公司；统一社会信用代码=" + code[:17] + "Y；拨付金额=40",
			"甲公司, code 91320700MA00000A9Y, paid 40.00 | cell/credit-code D3"},
		{"one too short is not kept", "单位名称=甲公司；统一社会信用代码=" + code[:17] + "；拨付金额=40",
			"甲公司, paid 40.00 | cell/credit-code D3"},
		{"one that was a number is not", "单位名称=甲公司；统一社会信用代码=#913207000000000000；拨付金额=40",
			"甲公司, paid 40.00 | cell/credit-code-damaged D3"},
		{"a stroke for a code is none", "单位名称=甲公司；统一社会信用代码=/；拨付金额=40", "甲公司, paid 40.00"},
		{"a code alone is a receiver", "统一社会信用代码=" + code + "；拨付金额=40", "code 91320700MA00000A9D, paid 40.00"},
		{"neither name nor code is none", "拨付金额=40", "paid 40.00 | cell/company-missing 3"},
		{"a stroke for a name is none either", "单位名称=—；拨付金额=40", "paid 40.00 | cell/company-missing C3"},
		{"the account's name", "单位名称=甲公司；收款户名=乙 公司；拨付金额=40", "甲公司, 户名 乙公司, paid 40.00"},
		{"the account is that of the company", "单位名称=甲公司；收款户名=同左；拨付金额=40", "甲公司, 户名 甲公司, paid 40.00"},
		{"a sum below nothing as accounts write it", "单位名称=甲公司；用途=冲账；拨付金额=△40", "甲公司, back 40.00"},
		{"what was not paid stands beside what was", "单位名称=甲公司；未拨金额=10；拨付金额=40", "甲公司, paid 40.00"},
		{"a district", "单位名称=甲公司；县区=东区；拨付金额=40", "甲公司, in 东区, paid 40.00"},
		{"one that nobody knows is asked about", "单位名称=甲公司；县区=南区；拨付金额=40", "甲公司, paid 40.00 | cell/district B3"},
		{"a finance office is paid for its district", "单位名称=东区财政局；拨付金额=40",
			"东区财政局, paid 40.00, county 东区, office 东区财政局"},
		{"what it is paid for need not be an item", "单位名称=东区财政局；奖补事项=专项资金；拨付金额=40",
			"东区财政局, paid 40.00, county 东区, office 东区财政局"},
		{"for a firm it must be", "单位名称=甲公司；奖补事项=专项资金；拨付金额=40", "甲公司, paid 40.00 | cell/item F3"},
		{"the city's own office pays in no district", "单位名称=甲公司；县区=市工信局；拨付金额=40", "甲公司, paid 40.00"},
		{"that of a district that nobody knows is asked about", "单位名称=甲公司；县区=南区工信局；拨付金额=40",
			"甲公司, paid 40.00 | cell/district B3"},
		{"its use may say for which year", "单位名称=甲公司；用途=2022年度奖补；拨付金额=40", "甲公司, paid 40.00, for 2022"},
		{"so may its item, with a year and no more", "单位名称=甲公司；奖补事项=2022年绿色工厂；拨付金额=40",
			"甲公司, items plant, paid 40.00, for 2022"},
		{"a day says none", "单位名称=甲公司；用途=2022年9月1日拨付；拨付金额=40", "甲公司, paid 40.00"},
		{"nor do two years", "单位名称=甲公司；用途=2021年度、2022年度奖补；拨付金额=40", "甲公司, paid 40.00"},
		{"an item with its level", "单位名称=甲公司；奖补事项=省级绿色工厂；拨付金额=40", "甲公司, items plant, level 省级, paid 40.00"},
		{"the level's own column", "单位名称=甲公司；奖补事项=绿色工厂；级别=国家级；拨付金额=40", "甲公司, items plant, level 国家级, paid 40.00"},
		{"counts before the item's", "单位名称=甲公司；奖补事项=省级绿色工厂；级别=国家级；拨付金额=40",
			"甲公司, items plant, level 国家级, paid 40.00"},
		{"an empty one does not", "单位名称=甲公司；奖补事项=省级绿色工厂；级别=—；拨付金额=40", "甲公司, items plant, level 省级, paid 40.00"},
		{"several items", "单位名称=甲公司；奖补事项=绿色工厂、上云企业；拨付金额=40", "甲公司, items plant+cloud, paid 40.00"},
		{"one name of two items", "单位名称=甲公司；奖补事项=双绿；拨付金额=40", "甲公司, items chain+park, paid 40.00"},
		{"an item beside an award of another policy", "单位名称=甲公司；奖补事项=绿色工厂、零碳工厂；拨付金额=40",
			"甲公司, items plant, paid 40.00"},
		{"an award of another policy", "单位名称=甲公司；奖补事项=零碳工厂；拨付金额=40", "甲公司, other 零碳工厂, paid 40.00"},
		{"a clause", "单位名称=甲公司；奖补事项=条款一；拨付金额=40", "甲公司, items plant+chain+park, paid 40.00"},
		{"two clauses", "单位名称=甲公司；奖补事项=条款一、条款二；拨付金额=40", "甲公司, items plant+chain+park+cloud, paid 40.00"},
		{"a clause that there is not", "单位名称=甲公司；奖补事项=条款九；拨付金额=40", "甲公司, paid 40.00 | cell/item F3"},
		{"a clause and its title", "单位名称=甲公司；奖补事项=一、绿色制造；拨付金额=40", "甲公司, items plant+chain+park, paid 40.00"},
		{"of a clause with one item it is that item", "单位名称=甲公司；奖补事项=二、数字化；拨付金额=40", "甲公司, items cloud, paid 40.00"},
		{"the use names it where the item does not", "单位名称=甲公司；奖补事项=—；用途=上云企业奖励；拨付金额=40",
			"甲公司, items cloud, paid 40.00"},
		{"a use that names nothing is no matter", "单位名称=甲公司；用途=专项资金；拨付金额=40", "甲公司, paid 40.00"},
		{"subject and certificate", "单位名称=甲公司；认定名称或对象=甲软件；证书编号=RC-1；拨付金额=40",
			"甲公司, subject 甲软件, paper RC-1, paid 40.00"},
		{"what was sent on", "单位名称=甲公司；下达金额=50；拨付金额=40", "甲公司, issued 50.00, paid 40.00"},
		{"a stroke there is nothing", "单位名称=甲公司；下达金额=/；拨付金额=40", "甲公司, paid 40.00"},
		{"no sum there is asked about", "单位名称=甲公司；下达金额=若干；拨付金额=40", "甲公司, paid 40.00 | cell/amount M3"},
		{"a sum that is none is asked about", "单位名称=甲公司；拨付金额=若干", "甲公司 | cell/amount N3"},
		{"a sum that is missing, too", "单位名称=甲公司；拨付金额=", "甲公司 | ledger/no-amount N3"},
		{"not beside what came back", "单位名称=甲公司；拨付金额=；退回金额=5", "甲公司, back 5.00"},
		{"a part of a fen", "单位名称=甲公司；拨付金额=40.001", "甲公司, paid 40.001 | ledger/fraction N3"},
		{"a part of a fen that came back", "单位名称=甲公司；拨付金额=40；退回金额=5.001",
			"甲公司, paid 40.00, back 5.001 | ledger/fraction N3"},
		{"a day", "单位名称=甲公司；拨付日期=2024年6月3日；拨付金额=40", "甲公司, on 2024-06-03, paid 40.00"},
		{"a day that is none", "单位名称=甲公司；拨付日期=六月；拨付金额=40", "甲公司, paid 40.00 | cell/date P3"},
		{"a stroke for a day", "单位名称=甲公司；拨付日期=—；拨付金额=40", "甲公司, paid 40.00"},
		{"a day as a stored number", "单位名称=甲公司；拨付日期=#45446；拨付金额=40", "甲公司, on 2024-06-03, paid 40.00"},
		{"the award year", "单位名称=甲公司；奖补年度=2023；拨付金额=40", "甲公司, paid 40.00, year 2023"},
		{"two years are none", "单位名称=甲公司；奖补年度=2022年、2023年；拨付金额=40", "甲公司, paid 40.00"},
		{"the year of a document", "单位名称=甲公司；文号=望财工〔2023〕5号；拨付金额=40", "甲公司, paid 40.00, document 2023"},
		{"a number without a year", "单位名称=甲公司；文号=望财工5号；拨付金额=40", "甲公司, paid 40.00"},
		{"a voucher's number, however long", "单位名称=甲公司；凭证号=记-1234567；拨付金额=40", "甲公司, voucher 记-1234567, paid 40.00"},
		{"an account among vouchers is not printed", "单位名称=甲公司；凭证号=6222021234567890128；拨付金额=40",
			"甲公司, voucher （含有个人信息或账号，未列出）, paid 40.00"},
		{"a person's number in a remark is not printed", "单位名称=甲公司；备注=经办人11010519491231002X；拨付金额=40",
			"甲公司, paid 40.00, remark （含有个人信息或账号，未列出）"},
		{"a mobile number neither", "单位名称=甲公司；备注=联系13800138000；拨付金额=40", "甲公司, paid 40.00, remark （含有个人信息或账号，未列出）"},
		{"a status that says it did not leave", "单位名称=甲公司；支付状态=未支付；拨付金额=40", "甲公司, not 40.00 | ledger/not-paid R3"},
		{"one that nobody knows", "单位名称=甲公司；支付状态=蓝；拨付金额=40", "甲公司, not 40.00 | ledger/state-unclear R3"},
		{"a use that says so", "单位名称=甲公司；用途=暂缓拨付；拨付金额=40", "甲公司, not 40.00 | ledger/not-paid G3"},
		{"beside no sum a status is no matter", "单位名称=甲公司；支付状态=未支付；拨付金额=0", "甲公司"},
		{"what came back, in the use", "单位名称=甲公司；用途=退款；拨付金额=40", "甲公司, paid 40.00, remark 退款"},
		{"a part, and nobody knows which", "单位名称=甲公司；备注=部分退回；拨付金额=40",
			"甲公司, not 40.00, remark 部分退回 | ledger/state-unclear U3"},
	} {
		if diff := cmp.Diff(c.want, readAs(rowOf(c.row))); diff != "" {
			t.Errorf("%s: %s (-want +got):\n%s", c.name, c.row, diff)
		}
	}
}
