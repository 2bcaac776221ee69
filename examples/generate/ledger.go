package main

import (
	"fmt"
	"path/filepath"
	"slices"

	"jiangbu/calc"
	"jiangbu/calc/money"
	"jiangbu/calc/policy"
	"jiangbu/calc/standard"
	"jiangbu/sheets"
	"jiangbu/sheets/survey"
	"jiangbu/templates"
)

// payment is one row of the finance office's ledger.
type payment struct {
	district, company, code, account string
	item, subject, certificate       string
	due, paid, back                  string // 万元
	date, remark                     string
}

// ledger is the finance office's ledger of the year: what was decided on the
// submissions in dir was paid, but for one slip of each kind.
func ledger(dir string) (string, error) {
	awards, p, err := decided(filepath.Join(dir, "submissions"), 2024)
	if err != nil {
		return "", err
	}
	s := newSheet("拨付台账")
	s.line("连云港市2024年度工业和信息化发展奖补资金拨付台账")
	s.line("填报单位：市财政局", "", "", "", "", "", "", "", "", "", "", "", "", "", "", "", "单位：万元")
	s.line("序号", "文号", "指标号", "功能科目", "县区", "单位名称", "统一社会信用代码", "奖补事项", "认定名称或对象", "证书编号", "应奖金额", "已拨金额", "退回金额",
		"拨付日期", "凭证号", "收款户名", "账号", "备注")
	for i, r := range pay(awards, p) {
		s.line(fmt.Sprint(i+1), "样例财指〔2024〕9号", "2150805", "中小企业发展专项", r.district, r.company, "'"+r.code, r.item,
			r.subject, "'"+r.certificate, r.due, r.paid, r.back,
			r.date, fmt.Sprintf("记-%03d", i+1), r.account, fmt.Sprintf("样例账号%03d", i+1), r.remark)
	}
	return s.text(), nil
}

// decided decides the submissions of a year as run does.
func decided(dir string, year int) (*calc.Result, *calc.Policy, error) {
	const file = "policy/lyg-2024.yaml"
	data, err := templates.Policies.ReadFile(file)
	if err != nil {
		return nil, nil, err
	}
	p, err := policy.Load(file, data)
	if err != nil {
		return nil, nil, err
	}
	inputs, _, err := sheets.Find([]string{dir})
	if err != nil {
		return nil, nil, err
	}
	var rows []calc.Row
	v := standard.NewVocabulary(p)
	for _, in := range inputs {
		book, _, err := sheets.Open(in)
		if err != nil {
			return nil, nil, err
		}
		read, _, _ := survey.Read(book, v)
		rows = append(rows, read...)
	}
	records, _ := standard.Standardise(rows, p)
	return calc.Decide(calc.Batch{Policy: p, AwardYear: year, Records: records}), p, nil
}

// pay pays every award and lets one go wrong in each way. Slips fall on
// companies with a single award; one company with several is paid in one sum,
// and one award in two.
func pay(r *calc.Result, p *calc.Policy) []payment {
	var rows []payment
	of := map[string][]int{} // rows by company
	for i := range r.Records {
		if d := &r.Decisions[i]; d.Outcome == calc.Granted {
			of[r.Records[i].CreditCode] = append(of[r.Records[i].CreditCode], len(rows))
			rows = append(rows, rightPayment(&r.Records[i], d.Amount, p))
		}
	}
	out := make([][]payment, len(rows))
	slip, merged := 0, false
	for i := range rows {
		switch same := of[rows[i].code]; {
		case len(same) == 1 && i%4 == 1 && slip < len(slips):
			out[i] = slips[slip](rows[i])
			slip++
		case len(same) > 1 && !merged && oneDistrict(rows, same):
			merged = true
			out[i] = []payment{together(rows, same)}
		case merged && out[i] == nil && len(same) > 1 && out[same[0]] != nil && len(out[same[0]]) == 1 &&
			out[same[0]][0].remark == "合并拨付":
			out[i] = []payment{}
		default:
			out[i] = []payment{rows[i]}
		}
	}
	return slices.Concat(out...)
}

func rightPayment(r *calc.Record, y money.Yuan, p *calc.Policy) payment {
	it, _ := p.Item(r.Item)
	return payment{district: r.District, company: r.Company, code: r.CreditCode, account: r.Company, item: r.Level +
		it.Name, subject: r.Subject,
		certificate: r.Certificate, due: y.Wan(), paid: y.Wan(), date: "2024年10月9日"}
}

func oneDistrict(rows []payment, list []int) bool {
	return !slices.ContainsFunc(list, func(i int) bool { return rows[i].district != rows[list[0]].district })
}

// together pays several awards of a company in one sum.
func together(rows []payment, list []int) payment {
	all := rows[list[0]]
	var sum money.Yuan
	all.item, all.subject, all.certificate = "", "", ""
	for _, i := range list {
		if all.item != "" {
			all.item += "、"
		}
		all.item += rows[i].item
		sum = sum.Add(wan(rows[i].paid))
	}
	all.due, all.paid, all.remark = sum.Wan(), sum.Wan(), "合并拨付"
	return all
}

func wan(n string) money.Yuan {
	y, err := money.ParseYuan(n + "万元")
	if err != nil {
		panic(err) // it was written by Wan
	}
	return y
}

// slips are the ways in which a payment goes wrong, each with the rows that
// stand in the ledger instead of the right one.
var slips = []func(payment) []payment{
	func(p payment) []payment { // one fen too little
		p.paid = wan(p.paid).Sub(wan("0.000001")).Wan()
		return []payment{p}
	},
	func(p payment) []payment { // too much
		p.paid = wan(p.paid).Add(wan("5")).Wan()
		return []payment{p}
	},
	func(payment) []payment { return nil },               // not paid
	func(p payment) []payment { return []payment{p, p} }, // paid twice
	func(p payment) []payment { // a company without an award, beside
		q, stranger := p, company("外地", "320100", 1)
		q.company, q.code, q.account, q.subject, q.certificate = stranger.name, stranger.code, stranger.name, "", ""
		return []payment{p, q}
	},
	func(p payment) []payment { // another code
		p.code = company("外地", "320100", 2).code
		return []payment{p}
	},
	func(p payment) []payment { // a branch
		p.company, p.code = p.company+"海州分公司", company("外地", "320100", 3).code
		p.account = p.company
		return []payment{p}
	},
	func(p payment) []payment { // through another district
		if p.district = "市直"; p.remark == "" {
			p.remark = "市级直接支付"
		}
		return []payment{p}
	},
	func(p payment) []payment { // yuan under 万元
		p.paid = wan(p.paid).String()
		return []payment{p}
	},
	func(p payment) []payment { // sent back
		p.back, p.remark = p.paid, "账户已注销"
		return []payment{p}
	},
	func(p payment) []payment { p.remark = "户名有误退汇"; return []payment{p} }, // sent back, by its remark
	func(p payment) []payment { // two instalments
		q := p
		q.paid, q.date = wan("0.5").Wan(), "2024.12.3"
		p.paid = wan(p.paid).Sub(wan("0.5")).Wan()
		return []payment{p, q}
	},
	func(p payment) []payment { p.date = "2023-12-29"; return []payment{p} }, // before the award year
	func(p payment) []payment { p.code = ""; return []payment{p} },           // no code
	func(p payment) []payment { // a sum to be filled in
		p.paid = ""
		return []payment{p}
	},
	func(p payment) []payment { p.remark = "暂缓拨付"; return []payment{p} },       // says that it was not paid
	func(p payment) []payment { p.remark = "上半年未拨付，已补拨"; return []payment{p} }, // says both
}
