package main

import (
	"fmt"
	"path/filepath"

	"jiangbu/calc"
	"jiangbu/calc/money"
)

// nextYear is what the districts report the year after: three recognitions of
// 2024.
func nextYear() string {
	risen, plant, shop := company("东海", "320722", 5), company("东海", "320722", 6), company("赣榆", "320707", 91)
	s := newSheet("摸排表")
	s.line("单位名称", "统一社会信用代码", "县区", "奖补事项", "认定级别", "证书编号", "认定日期")
	s.line(risen.name, risen.code, "东海县", "星级上云企业", "四星级", "例证2024000001", "2024-05-12")
	s.line(plant.name, plant.code, "东海县", "绿色工厂", "省级", "例证2024000002", "2024-03-20")
	s.line(shop.name, shop.code, "赣榆区", "智能制造示范车间", "省级", "例证2024000003", "2024-06-01")
	return s.text()
}

// direct is the district whose firms the city pays itself.
const direct = "市直"

// twoYears is the ledger of two award years: the districts' finance offices are
// sent their sums, the firms of the city are paid directly; one district is a
// fen short.
func twoYears(dir string) (string, error) {
	s := newSheet("资金拨付台账")
	s.line("连云港市工业和信息化发展奖补资金拨付台账")
	s.line("填报单位：市财政局", "", "", "", "", "", "", "单位：元")
	s.line("序号", "拨付日期", "凭证号", "奖补年度", "收款单位", "统一社会信用代码", "奖补事项", "拨付金额")
	serial := 0
	pay := func(date string, year int, name, code, item string, y money.Yuan) {
		serial++
		s.line(fmt.Sprint(serial), date, fmt.Sprintf("记-%03d", serial), fmt.Sprint(year), name, "'"+code, item,
			y.String())
	}
	for _, of := range []struct {
		folder, date string
		year         int
	}{{"submissions", "2024-10-15", 2024}, {"next", "2025-10-20", 2025}} {
		r, p, err := decided(filepath.Join(dir, of.folder), of.year)
		if err != nil {
			return "", err
		}
		sums := districtSums(r)
		for _, d := range p.Districts {
			switch y := sums[d.Name]; {
			case d.Name == direct || y.IsZero():
			case of.year == 2025 && d.Name == "赣榆区":
				pay(of.date, of.year, d.Name+"财政局", "", "", y.Sub(money.Fen))
			default:
				pay(of.date, of.year, d.Name+"财政局", "", "", y)
			}
		}
		for i := range r.Records {
			if rec, d := &r.Records[i], &r.Decisions[i]; d.Outcome == calc.Granted && rec.District == direct {
				it, _ := p.Item(rec.Item)
				pay(of.date, of.year, rec.Company, rec.CreditCode, rec.Level+it.Name, d.Amount)
			}
		}
	}
	return s.text(), nil
}

// districtSums are the awards of each district.
func districtSums(r *calc.Result) map[string]money.Yuan {
	sums := map[string]money.Yuan{}
	for i := range r.Records {
		if r.Decisions[i].Outcome == calc.Granted {
			d := r.Records[i].District
			sums[d] = sums[d].Add(r.Decisions[i].Amount)
		}
	}
	return sums
}
