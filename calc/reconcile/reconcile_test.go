package reconcile_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"jiangbu/calc"
	"jiangbu/calc/reconcile"
)

// award is one line of a report: 东区 甲公司 91A plant 40 [subject [certificate]],
// "-" where something is left out.
func award(i int, line string) calc.AwardLine {
	f := fields(line, 7)
	return calc.AwardLine{Ref: calc.Ref{File: "报告.xlsx", Sheet: "奖补明细", Row: i + 4}, Key: fmt.Sprintf("k%d", i+1),
		District: f[0], Company: f[1], CreditCode: f[2], Item: f[3], ItemName: f[3], Amount: exactYuan(f[4]),
		Subject: f[5], Certificate: f[6]}
}

// payment is one row of a ledger: 东区 甲公司 91A plant,chain 40 [returned [subject
// [certificate [date [account]]]]].
func payment(i int, line string) reconcile.Payment {
	f := fields(line, 10)
	p := reconcile.Payment{Ref: calc.Ref{File: "台账.xlsx", Sheet: "台账", Row: i + 3, Col: 5}, District: f[0],
		Company: f[1], CreditCode: f[2],
		Paid: exactYuan(f[4]), Subject: f[6], Certificate: f[7], Account: f[9]}
	if f[3] != "" {
		p.Items = strings.Split(f[3], ",")
	}
	switch {
	case f[5] == "退汇", f[5] == "退回":
		p.Bounced, p.Remark = true, f[5]
	case f[5] != "":
		p.Returned = exactYuan(f[5])
	}
	if f[8] != "" {
		fmt.Sscanf(f[8], "%d-%d-%d", &p.Date.Year, &p.Date.Month, &p.Date.Day)
	}
	return p
}

func fields(line string, n int) []string {
	f := strings.Fields(line)
	for i := range f {
		if f[i] == "-" {
			f[i] = ""
		}
	}
	return append(f, make([]string, n)...)[:n]
}

func reconciled(t testing.TB, awards, payments []string) *reconcile.Reconciliation {
	t.Helper()
	var as []calc.AwardLine
	var ps []reconcile.Payment
	for i, line := range awards {
		as = append(as, award(i, line))
	}
	for i, line := range payments {
		ps = append(ps, payment(i, line))
	}
	rec := reconcile.Reconcile(as, ps, 2024)
	if err := reconcile.Audit(rec, as, ps); err != nil {
		t.Fatal(err)
	}
	return rec
}

// told writes the lines as "status awards <- payments: note", numbered from 1.
func told(rec *reconcile.Reconciliation) []string {
	var out []string
	numbers := func(list []int) string {
		s := make([]string, len(list))
		for i, n := range list {
			s[i] = fmt.Sprint(n + 1)
		}
		return strings.Join(s, "+")
	}
	for _, l := range rec.Lines {
		s := fmt.Sprintf("%s %s <- %s", l.Status, numbers(l.Awards), numbers(l.Payments))
		if l.Note != "" {
			s += ": " + l.Note
		}
		out = append(out, s)
	}
	return out
}

func codes(fs calc.Findings) []string {
	var out []string
	for _, f := range fs {
		out = append(out, string(f.Code)+" "+f.Ref.Cell())
	}
	return out
}

var matchTests = []struct {
	name             string
	awards, payments []string
	want             []string
	findings         []string
}{
	{"what was awarded was paid", []string{"东区 甲 91A plant 40"}, []string{"东区 甲 91A plant 40"},
		[]string{"matched 1 <- 1"}, nil},
	{"one fen too little", []string{"东区 甲 91A plant 40"}, []string{"东区 甲 91A plant 39.99"},
		[]string{"amount 1 <- 1: 少付0.01元"}, nil},
	{"one fen too much", []string{"东区 甲 91A plant 40"}, []string{"东区 甲 91A plant 40.01"},
		[]string{"amount 1 <- 1: 多付0.01元"}, nil},
	{"awarded and not paid", []string{"东区 甲 91A plant 40", "东区 乙 91B plant 40"}, []string{"东区 甲 91A plant 40"},
		[]string{"matched 1 <- 1", "unpaid 2 <- : 应拨40.00元，台账中没有拨付"}, nil},
	{"a row without an amount leaves the award unpaid and is shown with it", []string{"东区 甲 91A plant 40"},
		[]string{"东区 甲 91A plant 0"},
		[]string{"unpaid 1 <- 1: 应拨40.00元，台账中没有拨付"}, nil},
	{"an award cut to nothing needs no payment", []string{"东区 甲 91A plant 0"}, nil, []string{"matched 1 <- "}, nil},
	{"near names that wait for the same sum are shown side by side, and not matched",
		[]string{"东区 样例新材料公司 91A plant 40"}, []string{"东区 样例新材科技公司 - plant 40"},
		[]string{"unpaid 1 <- : 应拨40.00元，台账中没有拨付；与 台账.xlsx:台账!E3 的“样例新材科技公司”金额相同、名称相近，请核对是否同一单位",
			"unexpected  <- 1: 报告中没有该单位；与未拨付的“样例新材料公司”金额相同、名称相近，请核对是否同一单位"},
		[]string{"ledger/unknown-company E3", "ledger/nothing-matches "}},
	{"near names of other sums are not", []string{"东区 样例新材料公司 91A plant 40"},
		[]string{"东区 样例新材科公司 - plant 40.01"},
		[]string{"unpaid 1 <- : 应拨40.00元，台账中没有拨付", "unexpected  <- 1: 报告中没有该单位"},
		[]string{"ledger/unknown-company E3", "ledger/nothing-matches "}},
	{"names that differ in more are not", []string{"东区 样例新材料公司 91A plant 40"},
		[]string{"东区 样例旧机器公司 - plant 40"},
		[]string{"unpaid 1 <- : 应拨40.00元，台账中没有拨付", "unexpected  <- 1: 报告中没有该单位"},
		[]string{"ledger/unknown-company E3", "ledger/nothing-matches "}},
	{"a company that is not in the report", []string{"东区 甲 91A plant 40"},
		[]string{"东区 乙 91B plant 40", "东区 甲 91A plant 40"},
		[]string{"matched 1 <- 2", "unexpected  <- 1: 报告中没有该单位"}, []string{"ledger/unknown-company E3"}},
	{"an item that the company was not awarded", []string{"东区 甲 91A plant 40"},
		[]string{"东区 甲 91A plant 40", "东区 甲 91A chain 80"},
		[]string{"matched 1 <- 1", "unexpected  <- 2: 报告中该单位没有这项奖补"}, nil},
	{"a stranger's payment that came back", nil, []string{"东区 乙 91B plant 40", "东区 乙 91B plant 0 40"},
		[]string{"returned  <- 1+2: 退回40.00元"}, []string{"ledger/unknown-company E3", "ledger/unknown-company E4"}},

	{"several payments of one award", []string{"东区 甲 91A plant 40"}, []string{"东区 甲 91A plant 15", "东区 甲 91A plant 25"},
		[]string{"matched 1 <- 1+2"}, nil},
	{"one payment of several awards that names no item", []string{"东区 甲 91A plant 40", "东区 甲 91A chain 80"},
		[]string{"东区 甲 91A - 120"}, []string{"matched 1+2 <- 1"}, nil},
	{"one payment that names two items", []string{"东区 甲 91A plant 40", "东区 甲 91A chain 80"},
		[]string{"东区 甲 91A plant,chain 120"}, []string{"matched 1+2 <- 1"}, nil},
	{"a payment without item goes to the award of its sum, the other is unpaid",
		[]string{"东区 甲 91A plant 40", "东区 甲 91A chain 80"}, []string{"东区 甲 91A - 80"},
		[]string{"unpaid 1 <- : 应拨40.00元，台账中没有拨付", "matched 2 <- 1"}, nil},
	{"two of three awards paid together", []string{"东区 甲 91A plant 40", "东区 甲 91A chain 80", "东区 甲 91A firm 2"},
		[]string{"东区 甲 91A - 82"},
		[]string{"unpaid 1 <- : 应拨40.00元，台账中没有拨付", "matched 2+3 <- 1"}, nil},
	{"payments that cut across awards balance together", []string{"东区 甲 91A plant 40", "东区 甲 91A chain 80"},
		[]string{"东区 甲 91A - 50", "东区 甲 91A - 70"},
		[]string{"matched 1+2 <- 1+2"}, nil},
	{"a tempting equal sum does not tear a balance apart", []string{"东区 甲 91A plant 30", "东区 甲 91A chain 20"},
		[]string{"东区 甲 91A plant 10", "东区 甲 91A - 20", "东区 甲 91A - 20"},
		[]string{"matched 1 <- 1+2", "matched 2 <- 3"}, nil},
	{"a sum that fits one award exactly is not spread over others",
		[]string{"- 甲 91A plant 5", "- 甲 91A chain 2", "- 甲 91A firm 3"},
		[]string{"- 甲 91A - 2", "- 甲 91A - 7", "- 甲 91A firm 1"},
		[]string{"matched 1+3 <- 2+3", "matched 2 <- 1"}, nil},
	{"only a detour pays both: the sum that fits the first award belongs to the second",
		[]string{"东区 甲 91A plant 20", "东区 甲 91A chain 20 x"}, []string{"东区 甲 91A plant,chain 20", "东区 甲 91A plant 20"},
		[]string{"matched 1 <- 2", "matched 2 <- 1"}, nil},
	{"sums that balance only by chance, against what the rows say, do not match",
		[]string{"东区 甲 91A plant 20", "东区 甲 91A chain 20"}, []string{"东区 甲 91A plant 21", "东区 甲 91A chain 19"},
		[]string{"amount 1 <- 1: 多付1.00元", "amount 2 <- 2: 少付1.00元"}, nil},
	{"the subject tells two products apart", []string{"东区 甲 91A product 1 软件一", "东区 甲 91A product 1 软件二"},
		[]string{"东区 甲 91A product 1 - 软件二"},
		[]string{"unpaid 1 <- : 应拨1.00元，台账中没有拨付", "matched 2 <- 1"}, nil},
	{"the certificate tells two products apart", []string{"东区 甲 91A product 1 - RC1", "东区 甲 91A product 1 - RC2"},
		[]string{"东区 甲 91A product 1 - - RC2"},
		[]string{"unpaid 1 <- : 应拨1.00元，台账中没有拨付", "matched 2 <- 1"}, nil},
	{"equal products without a subject pair off", []string{"东区 甲 91A product 1 软件一", "东区 甲 91A product 1 软件二"},
		[]string{"东区 甲 91A product 1", "东区 甲 91A product 1"},
		[]string{"matched 1 <- 1", "matched 2 <- 2"}, nil},
	{"an equal payment goes to the award of its district", []string{"东区 甲 91A diagnosis 2 乙", "西区 甲 91A diagnosis 2 丙"},
		[]string{"西区 甲 91A diagnosis 2", "东区 甲 91A diagnosis 2"},
		[]string{"matched 1 <- 2", "matched 2 <- 1"}, nil},

	{"the same payment twice", []string{"东区 甲 91A plant 40"}, []string{"东区 甲 91A plant 40", "东区 甲 91A plant 40"},
		[]string{"duplicate 1 <- 1+2: 多付40.00元；同一金额拨付了不止一次"}, nil},
	{"one of two instalments twice", []string{"东区 甲 91A plant 40"},
		[]string{"东区 甲 91A plant 15", "东区 甲 91A plant 25", "东区 甲 91A plant 15"},
		[]string{"duplicate 1 <- 1+2+3: 多付15.00元；同一金额拨付了不止一次"}, nil},
	{"everything of a company twice in one sum", []string{"东区 甲 91A plant 40", "东区 甲 91A chain 80"},
		[]string{"东区 甲 91A - 120", "东区 甲 91A - 120"},
		[]string{"duplicate 1+2 <- 1+2: 多付120.00元；同一金额拨付了不止一次"}, nil},
	{"a second, different sum is a difference in the amount", []string{"东区 甲 91A plant 40"},
		[]string{"东区 甲 91A plant 40", "东区 甲 91A plant 5"}, []string{"amount 1 <- 1+2: 多付5.00元"}, nil},

	{"the right name under another code", []string{"东区 甲 91A plant 40"}, []string{"东区 甲 91X plant 40"},
		[]string{"payee 1 <- 1: 台账的信用代码为91X，报告为91A"}, nil},
	{"a branch", []string{"东区 甲公司 91A plant 40"}, []string{"东区 甲公司东区分公司 91X plant 40"},
		[]string{"payee 1 <- 1: 拨给“甲公司东区分公司”，是分支机构与总机构的关系；台账的信用代码为91X，报告为91A"}, nil},
	{"another name under the same code", []string{"东区 甲 91A plant 40"}, []string{"东区 老甲 91A plant 40"},
		[]string{"payee 1 <- 1: 拨给“老甲”，与奖补单位名称不同，可能已更名"}, nil},
	{"a company that the report itself writes in two ways is meant by both",
		[]string{"东区 甲 91A plant 40", "东区 新甲 91A chain 80"}, []string{"东区 新甲 91A plant 40", "东区 新甲 - chain 80"},
		[]string{"matched 1 <- 1", "matched 2 <- 2"}, []string{"ledger/by-name E4"}},
	{"an account in another name", []string{"东区 甲 91A plant 40"}, []string{"东区 甲 91A plant 40 - - - - 丁"},
		[]string{"payee 1 <- 1: 收款户名为“丁”"}, nil},
	{"the account in the company's own name", []string{"东区 甲 91A plant 40"}, []string{"东区 甲 91A plant 40 - - - - 甲"},
		[]string{"matched 1 <- 1"}, nil},
	{"a name without a code stands in, and is pointed out", []string{"东区 甲 91A plant 40"}, []string{"东区 甲 - plant 40"},
		[]string{"matched 1 <- 1"}, []string{"ledger/by-name E3"}},
	{"a sheet with no code at all is pointed out once", []string{"东区 甲 91A plant 40", "东区 乙 91B plant 40"},
		[]string{"东区 甲 - plant 40", "东区 乙 - plant 40"},
		[]string{"matched 1 <- 1", "matched 2 <- 2"}, []string{"ledger/no-codes "}},
	{"a name that two companies bear is nobody's without a code", []string{"东区 甲 91A plant 40", "东区 甲 91B plant 40"},
		[]string{"东区 甲 - plant 40"},
		[]string{"unpaid 1 <- : 应拨40.00元，台账中没有拨付", "unpaid 2 <- : 应拨40.00元，台账中没有拨付", "unexpected  <- 1: 报告中没有该单位"},
		[]string{"ledger/same-name E3", "ledger/nothing-matches "}},
	{"with its code it is found", []string{"东区 甲 91A plant 40", "东区 甲 91B plant 40"}, []string{"东区 甲 91B plant 40"},
		[]string{"unpaid 1 <- : 应拨40.00元，台账中没有拨付", "matched 2 <- 1"}, nil},
	{"an award without a code is that of the company of its name, wherever it stands",
		[]string{"东区 甲 - chain 80", "东区 甲 91A plant 40"}, []string{"东区 甲 91A - 120"}, []string{"matched 1+2 <- 1"}, nil},
	{"a code and a name of two companies: the one that was awarded what the row names",
		[]string{"东区 甲 91A plant 40", "东区 乙 91B chain 80"}, []string{"东区 乙 91A chain 80"},
		[]string{"unpaid 1 <- : 应拨40.00元，台账中没有拨付", "payee 2 <- 1: 台账的信用代码为91A，报告为91B"}, nil},
	{"and where it names nothing that tells them apart, the code counts",
		[]string{"东区 乙 91B plant 40", "东区 甲 91A plant 40"}, []string{"东区 乙 91A plant 40"},
		[]string{"unpaid 1 <- : 应拨40.00元，台账中没有拨付", "payee 2 <- 1: 拨给“乙”，与奖补单位名称不同，可能已更名"}, nil},
	{"a near name is not the company", []string{"东区 甲有限公司 91A plant 40"}, []string{"东区 甲有限责任公司 - plant 40"},
		[]string{"unpaid 1 <- : 应拨40.00元，台账中没有拨付", "unexpected  <- 1: 报告中没有该单位"},
		[]string{"ledger/unknown-company E3", "ledger/nothing-matches "}},

	{"through another district", []string{"东区 甲 91A plant 40"}, []string{"西区 甲 91A plant 40"},
		[]string{"district 1 <- 1: 由西区拨付"}, nil},
	{"a wrong sum through another district is first of all a wrong sum", []string{"东区 甲 91A plant 40"},
		[]string{"西区 甲 91A plant 39"}, []string{"amount 1 <- 1: 少付1.00元；由西区拨付"}, nil},
	{"万元 read as 元", []string{"东区 甲 91A plant 400000"}, []string{"东区 甲 91A plant 40"},
		[]string{"unit 1 <- 1: 少付399960.00元；与奖补金额相差一万倍，元与万元可能写错"}, nil},
	{"元 read as 万元", []string{"东区 甲 91A plant 40"}, []string{"东区 甲 91A plant 400000"},
		[]string{"unit 1 <- 1: 多付399960.00元；与奖补金额相差一万倍，元与万元可能写错"}, nil},
	{"one of two instalments in the wrong unit", []string{"东区 甲 91A plant 400000"},
		[]string{"东区 甲 91A plant 15", "东区 甲 91A plant 250000"},
		[]string{"unit 1 <- 1+2: 少付149985.00元；与奖补金额相差一万倍，元与万元可能写错"}, nil},

	{"sent back whole", []string{"东区 甲 91A plant 40"}, []string{"东区 甲 91A plant 40 40"},
		[]string{"returned 1 <- 1: 少付40.00元；退回40.00元"}, nil},
	{"sent back in part", []string{"东区 甲 91A plant 40"}, []string{"东区 甲 91A plant 40 10"},
		[]string{"returned 1 <- 1: 少付10.00元；退回10.00元"}, nil},
	{"sent back in a row of its own", []string{"东区 甲 91A plant 40"},
		[]string{"东区 甲 91A plant 40", "东区 甲 91A plant 0 40"}, []string{"returned 1 <- 1+2: 少付40.00元；退回40.00元"}, nil},
	{"sent back and paid again", []string{"东区 甲 91A plant 40"},
		[]string{"东区 甲 91A plant 40", "东区 甲 91A plant 0 40", "东区 甲 91A plant 40"},
		[]string{"matched 1 <- 1+2+3: 退回40.00元"}, nil},
	{"what was too much sent back", []string{"东区 甲 91A plant 40"}, []string{"东区 甲 91A plant 45 5"},
		[]string{"matched 1 <- 1: 退回5.00元"}, nil},
	{"a return among awards that the rows do not name", []string{"东区 甲 91A plant 40", "东区 甲 91A chain 80"},
		[]string{"东区 甲 91A - 80", "东区 甲 91A - 40", "东区 甲 91A - 0 40"},
		[]string{"returned 1 <- 2+3: 少付40.00元；退回40.00元", "matched 2 <- 1"}, nil},
	{"退汇 beside the only payment: it came back", []string{"东区 甲 91A plant 40"}, []string{"东区 甲 91A plant 40 退汇"},
		[]string{"returned 1 <- 1: 少付40.00元；退回40.00元"}, []string{"ledger/returned-row E3"}},
	{"退汇 behind an equal payment books its return", []string{"东区 甲 91A plant 40"},
		[]string{"东区 甲 91A plant 40", "东区 甲 91A plant 40 退汇"},
		[]string{"returned 1 <- 1+2: 少付40.00元；退回40.00元"}, []string{"ledger/returned-row E4"}},
	{"退汇 before an equal payment: it came back and was paid again", []string{"东区 甲 91A plant 40"},
		[]string{"东区 甲 91A plant 40 退汇", "东区 甲 91A plant 40"},
		[]string{"matched 1 <- 1+2: 退回40.00元"}, []string{"ledger/returned-row E3"}},
	{"退汇 under another code is another company's", []string{"东区 甲 91A plant 40", "东区 甲 91B plant 40"},
		[]string{"东区 甲 91A plant 40", "东区 甲 91B plant 40 退汇"},
		[]string{"matched 1 <- 1", "returned 2 <- 2: 少付40.00元；退回40.00元"}, []string{"ledger/returned-row E4"}},
	{"退汇 without a code is that of the name", []string{"东区 甲 91A plant 40"},
		[]string{"东区 甲 91A plant 40", "东区 甲 - plant 40 退汇"},
		[]string{"returned 1 <- 1+2: 少付40.00元；退回40.00元"}, []string{"ledger/returned-row E4", "ledger/by-name E4"}},
	{"the dates say which came first, whatever the order of the rows", []string{"东区 甲 91A plant 40"},
		[]string{"东区 甲 91A plant 40 退汇 - - 2024-06-02", "东区 甲 91A plant 40 - - - 2024-06-01"},
		[]string{"returned 1 <- 1+2: 少付40.00元；退回40.00元"}, []string{"ledger/returned-row E3"}},
	{"a wrong payee that sent it back no longer counts", []string{"东区 甲 91A plant 40"},
		[]string{"东区 甲 91X plant 40 40", "东区 甲 91A plant 40"}, []string{"matched 1 <- 1+2: 退回40.00元"}, nil},
	{"a negative sum stays in the arithmetic", []string{"东区 甲 91A plant 40"},
		[]string{"东区 甲 91A plant 45", "东区 甲 91A plant -5"}, []string{"matched 1 <- 1+2"}, nil},
	{"sent back in part beside another sum than awarded is a difference in the amount", []string{"东区 甲 91A plant 40"},
		[]string{"东区 甲 91A plant 45 10"},
		[]string{"amount 1 <- 1: 少付5.00元；退回10.00元"}, nil},
	{"more came back than was ever paid", []string{"东区 甲 91A plant 40"}, []string{"东区 甲 91A plant 0 5"},
		[]string{"amount 1 <- 1: 少付45.00元；退回5.00元"}, []string{"ledger/return-over E3"}},
	{"a stranger's payment that came back in part", nil, []string{"东区 乙 91B plant 40 10"},
		[]string{"unexpected  <- 1: 报告中没有该单位；退回10.00元"}, []string{"ledger/unknown-company E3"}},
	{"a return belongs to the last equal payment before it", []string{"东区 甲 91A plant 40"},
		[]string{"东区 甲 91A plant 40 - - - - 丁", "东区 甲 91A plant 40", "东区 甲 91A plant 0 40"},
		[]string{"payee 1 <- 1+2+3: 退回40.00元；收款户名为“丁”"}, nil},
	{"a return belongs to a payment before it rather than to one that names the same item behind it",
		[]string{"东区 甲 91A chain 40", "东区 甲 91A plant 40"},
		[]string{"东区 甲 91A - 40", "东区 甲 91A plant 0 40", "东区 甲 91A plant 40"},
		[]string{"unpaid 1 <- : 应拨40.00元，台账中没有拨付", "matched 2 <- 1+2+3: 退回40.00元"}, nil},
	{"of two payments before it a return belongs to the one of the same item",
		[]string{"东区 甲 91A chain 40", "东区 甲 91A plant 40"},
		[]string{"东区 甲 91A plant 40", "东区 甲 91A - 40", "东区 甲 91A plant 0 40"},
		[]string{"matched 1 <- 2", "returned 2 <- 1+3: 少付40.00元；退回40.00元"}, nil},
	{"what came back whole and names no item stands with an award that was paid",
		[]string{"东区 甲 91A plant 40", "东区 甲 91A chain 80"},
		[]string{"东区 甲 91A plant 40", "东区 甲 91A chain 80", "东区 甲 91A - 25 25"},
		[]string{"matched 1 <- 1+3: 退回25.00元", "matched 2 <- 2"}, nil},
	{"a payment too many stands with the one that it doubles", []string{"东区 甲 91A plant 40", "东区 甲 91A chain 80"},
		[]string{"东区 甲 91A plant 40", "东区 甲 91A chain 80", "东区 甲 91A - 80"},
		[]string{"matched 1 <- 1", "duplicate 2 <- 2+3: 多付80.00元；同一金额拨付了不止一次"}, nil},
	{"two returns do not take back one payment", []string{"东区 甲 91A plant 40"},
		[]string{"东区 甲 91A plant 40", "东区 甲 91A plant 40 退汇", "东区 甲 91A plant 40 退汇"},
		[]string{"amount 1 <- 1+2+3: 少付40.00元；退回80.00元"}, []string{"ledger/returned-row E4", "ledger/returned-row E5"}},

	{"paid before the award year", []string{"东区 甲 91A plant 40"}, []string{"东区 甲 91A plant 40 - - - 2023-12-31"},
		[]string{"matched 1 <- 1"}, []string{"ledger/before-award E3"}},
	{"paid on the first day of the award year", []string{"东区 甲 91A plant 40"},
		[]string{"东区 甲 91A plant 40 - - - 2024-01-01"}, []string{"matched 1 <- 1"}, nil},
	{"nothing in the ledger meets the report", []string{"东区 甲 91A plant 40"}, []string{"东区 乙 91B plant 40"},
		[]string{"unpaid 1 <- : 应拨40.00元，台账中没有拨付", "unexpected  <- 1: 报告中没有该单位"},
		[]string{"ledger/unknown-company E3", "ledger/nothing-matches "}},
	{"an empty ledger", []string{"东区 甲 91A plant 40"}, nil, []string{"unpaid 1 <- : 应拨40.00元，台账中没有拨付"}, nil},
}

func TestReconcile(t *testing.T) {
	for _, tt := range matchTests {
		t.Run(tt.name, func(t *testing.T) {
			rec := reconciled(t, tt.awards, tt.payments)
			if d := cmp.Diff(tt.want, told(rec)); d != "" {
				t.Errorf("lines (-want +got):\n%s", d)
			}
			if d := cmp.Diff(tt.findings, codes(rec.Findings)); d != "" {
				t.Errorf("findings (-want +got):\n%s", d)
			}
		})
	}
}

func TestTheLevelTellsTwoAwardsOfAnItemApart(t *testing.T) {
	awards := []calc.AwardLine{award(0, "东区 甲 91A cloud 4"), award(1, "东区 甲 91A cloud 4")}
	awards[0].Level, awards[1].Level = "三星级", "四星级"
	for level, want := range map[string][]string{
		"四星级": {"unpaid 1 <- : 应拨4.00元，台账中没有拨付", "matched 2 <- 1"},
		"五星级": {"matched 1 <- 1", "unpaid 2 <- : 应拨4.00元，台账中没有拨付"},
		"":    {"matched 1 <- 1", "unpaid 2 <- : 应拨4.00元，台账中没有拨付"},
	} {
		p := payment(0, "东区 甲 91A cloud 4")
		p.Level = level
		if d := cmp.Diff(want, told(reconcile.Reconcile(awards, []reconcile.Payment{p}, 2024))); d != "" {
			t.Errorf("%s (-want +got):\n%s", level, d)
		}
	}
}

func TestAnUnknownCompanyIsNamedWithItsCodeWhereItHasOne(t *testing.T) {
	rec := reconciled(t, []string{"东区 甲 91A plant 40"},
		[]string{"东区 甲 91A plant 40", "东区 乙 91B plant 1", "东区 丙 - plant 1"})
	var got [][]string
	for _, f := range rec.Findings {
		got = append(got, f.Args)
	}
	if d := cmp.Diff([][]string{{"乙", "（91B）"}, {"丙", ""}}, got); d != "" {
		t.Errorf("(-want +got):\n%s", d)
	}
}

func TestReconcileAddsUpByDistrictAndItem(t *testing.T) {
	rec := reconciled(t,
		[]string{"东区 甲 91A plant 40", "东区 甲 91A chain 80", "西区 乙 91B plant 40", "西区 丙 91C plant 40"},
		[]string{"- 甲 91A - 120", "东区 乙 91B plant 40", "西区 丙 91C plant 40 40", "- 丁 91D - 7"})
	sums := func(rs []reconcile.Reckoning) (out []string) {
		for _, r := range rs {
			out = append(out, fmt.Sprintf("%s %s %s %s %s", r.Name, r.Awarded, r.Paid, r.Returned, r.Difference()))
		}
		return out
	}
	want := []string{"东区 120.00 160.00 0.00 40.00", "西区 80.00 40.00 40.00 -80.00", " 0.00 7.00 0.00 7.00"}
	if d := cmp.Diff(want, sums(rec.Districts)); d != "" {
		t.Errorf("districts (-want +got):\n%s", d)
	}
	want = []string{"plant 120.00 120.00 40.00 -40.00", "chain 80.00 80.00 0.00 0.00", " 0.00 7.00 0.00 7.00"}
	if d := cmp.Diff(want, sums(rec.Items)); d != "" {
		t.Errorf("items (-want +got):\n%s", d)
	}
	if got := sums([]reconcile.Reckoning{rec.Totals})[0]; got != " 200.00 207.00 40.00 -33.00" {
		t.Errorf("totals %s", got)
	}
}

func TestAuditReconciliationFindsLostAndMadeMoney(t *testing.T) {
	awards := []calc.AwardLine{award(0, "东区 甲 91A plant 40"), award(1, "东区 乙 91B plant 40")}
	payments := []reconcile.Payment{payment(0, "东区 甲 91A plant 40"), payment(1, "东区 乙 91B plant 40")}
	for name, spoil := range map[string]func(rec *reconcile.Reconciliation){
		"a line is lost":          func(rec *reconcile.Reconciliation) { rec.Lines = rec.Lines[1:] },
		"a line stands twice":     func(rec *reconcile.Reconciliation) { rec.Lines = append(rec.Lines, rec.Lines[0]) },
		"a line's paid is wrong":  func(rec *reconcile.Reconciliation) { rec.Lines[0].Paid = exactYuan("39") },
		"a line's award is wrong": func(rec *reconcile.Reconciliation) { rec.Lines[0].Awarded = exactYuan("41") },
		"a district is lost":      func(rec *reconcile.Reconciliation) { rec.Districts = nil },
		"an item is wrong":        func(rec *reconcile.Reconciliation) { rec.Items[0].Returned = exactYuan("1") },
		"a share is lost":         func(rec *reconcile.Reconciliation) { rec.Lines[1].Shares = nil },
		"a payment is changed":    func(rec *reconcile.Reconciliation) { rec.Payments[0].Paid = exactYuan("1") },
		"the total is wrong":      func(rec *reconcile.Reconciliation) { rec.Totals.Awarded = exactYuan("1") },
	} {
		rec := reconcile.Reconcile(awards, payments, 2024)
		if err := reconcile.Audit(rec, awards, payments); err != nil {
			t.Fatalf("before: %v", err)
		}
		spoil(rec)
		if reconcile.Audit(rec, awards, payments) == nil {
			t.Errorf("%s: the audit is content", name)
		}
	}
}
