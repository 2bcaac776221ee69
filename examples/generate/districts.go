package main

import (
	"fmt"
	"strings"
)

// submission is one district's workbook.
type submission struct{ file, text string }

// districts are the submissions of the year: one workbook a district, each in
// a layout of its own, as different people fill in different forms.
func districts() []submission {
	return []submission{
		{"东海县.xlsx", donghai()},
		{"灌云县.xlsx", guanyun()},
		{"灌南县-附件1（最新）.xlsx", guannan()},
		{"赣榆区.xlsx", ganyu()},
		{"海州区.xlsx", haizhou()},
		{"连云区.xlsx", lianyun()},
		{"市开发区.xlsx", kaifaqu()},
		{"徐圩新区.xlsx", xuwei()},
		{"高新区.xlsx", gaoxin()},
		{"云台山景区.xlsx", yuntaishan()},
		{"市直.xlsx", shizhi()},
	}
}

// donghai: one flat sheet, a title, 填报单位 and 单位 lines, a total that is
// right.
func donghai() string {
	d := &dealer{district: "东海县", prefix: "东海", registrar: "320722", from: 0}
	claims := d.deal(42)
	claims[3].claimed = "3"  // the sender claims more than the policy gives
	claims[9].claimed = "待定" // nobody can add this up
	national := claims[0].with(func(c *claim) {
		c.level, c.document, c.claimed, c.certificate = "国家级", "工信部节函〔2023〕88号", "80", "例证2023国001"
	})
	again := claims[5].with(func(c *claim) { c.remark = "补报" })
	review := d.claim(d.firm(20), award{"工业设计中心", "国家级", "工信部政法函〔2023〕%d号", "50"})
	review.nature = "复核"
	later := d.claim(d.firm(21), award{"绿色工厂", "省级", "苏工信节能〔2024〕%d号", "40"})
	later.date = "2024-02-10"
	claims = append(claims, national, again, review, later)
	s := newSheet("摸排表")
	s.line("东海县2023年度工业和信息化发展奖补项目摸排表")
	s.direct("#merge A1:N1")
	s.line("填报单位（盖章）：东海县工业和信息化局", "", "", "", "", "", "填报日期：2024年3月15日")
	s.line("单位：万元")
	cols := []column{colDistrict, colCompany, colCode, colItem, colLevel, colSubject, colNature, colCertificate,
		colDocument,
		colDate.written(asWords), colClaimed, colRemark}
	s.table(cols, claims)
	s.line(totalLine("合计", 11, total(claims))...)
	s.line("备注：1.认定日期以认定文件的成文日期为准。2.每项认定填写一行。")
	s.line("填表人：", "", "", "审核人：", "", "", "联系电话：")
	return s.text()
}

// guanyun: one sheet a clause; the item stands in the title or the sheet name.
func guanyun() string {
	d := &dealer{district: "灌云县", prefix: "灌云", registrar: "320723", from: 30}
	sheets := []struct {
		name, title string
		award       award
		n           int
	}{
		{"省级绿色工厂", "灌云县2023年度省级绿色工厂名单", award{"", "", "苏工信节能〔2023〕%d号", ""}, 6},
		{"三星级上云", "2023年江苏省三星级上云企业汇总表", award{"", "", "苏工信融合〔2023〕%d号", ""}, 9},
		{"五星级上云", "2023年江苏省五星级上云企业汇总表", award{"", "", "苏工信融合〔2023〕%d号", ""}, 3},
		{"智能制造示范车间", "江苏省智能制造示范车间名单（2023年）", award{"", "", "苏工信智改〔2023〕%d号", ""}, 7},
		{"软件企业", "2023年新取得软件企业评估证书企业名单", award{"", "", "", ""}, 5},
		{"市级近零碳工厂", "连云港市近零碳工厂名单", award{"", "", "连工信节能〔2023〕%d号", ""}, 3},
		{"国家级绿色供应链", "国家级绿色供应链管理企业", award{"", "", "工信厅节函〔2023〕%d号", ""}, 1},
	}
	var out strings.Builder
	for n, x := range sheets {
		s := newSheet(x.name)
		s.line(x.title)
		s.direct("#merge A1:F1")
		s.line("填报单位：灌云县工信局")
		var claims []claim
		for i := range x.n {
			claims = append(claims, d.claim(d.firm((n*3+i)%14), x.award))
		}
		s.table([]column{colCompany.named("企业名称"), colCode.named("信用代码"), colCertificate.named("证书号"),
			colDocument.named("文号"),
			colDate.named("认定时间").written(asDate)}, claims)
		s.line(fmt.Sprintf("共计%d家", x.n))
		out.WriteString(s.text())
	}
	out.WriteString("# Sheet3\n")
	return out.String()
}

// guannan: a header of two rows with merged groups, merged districts and
// companies, subtotals, and a grand total that does not tie.
func guannan() string {
	d := &dealer{district: "灌南县", prefix: "灌南", registrar: "320724", from: 60}
	s := newSheet("Sheet1")
	s.line("附件1")
	s.line("灌南县工业和信息化奖补项目申报汇总表（2023年）")
	s.direct("#merge A2:I2")
	s.line("", "", "", "", "", "", "", "", "单位：元")
	s.line("序\\n号", "地 区", "单位\\n名称", "统一社会\\n信用代码", "奖补项目", "认定情况", "", "", "申请金额")
	s.line("", "", "", "", "", "级别", "文号", "日期", "")
	for _, col := range []string{"A", "B", "C", "D", "E", "I"} {
		s.direct("#merge %s4:%s5", col, col)
	}
	s.direct("#merge F4:H4")
	cols := []column{colDistrict, colCompany, colCode, colItem, colLevel, colDocument, colDate.written(dotted),
		colClaimed.written(tenThousands)}
	grand := 0
	for group := range 4 {
		first := len(s.rows) + 1
		f := d.firm(group)
		var claims []claim
		for _, a := range []int{group * 2, group*2 + 7, group*2 + 10, group*2 + 13} {
			claims = append(claims, d.claim(f, common[a%len(common)]))
		}
		claims = append(claims, d.deal(4)...)
		for i := range claims {
			if claims[i].item == "软件产品评估" { // this form has no column for the product
				claims[i].item, claims[i].claimed = "软件企业评估", "2"
			}
		}
		for i := range claims {
			if i > 0 {
				claims[i].district = ""
			}
			if i > 0 && i < 4 {
				claims[i].company, claims[i].code = "", ""
			}
		}
		if group == 3 { // one sum over two lines
			claims[7].claimed = ""
			s.direct("#merge I%d:I%d", first+6, first+7)
		}
		s.body(cols, claims, 1)
		s.direct("#merge B%d:B%d", first, first+7)
		s.direct("#merge C%d:C%d", first, first+3)
		s.direct("#merge D%d:D%d", first, first+3)
		s.line(totalLine("小计", 8, tenThousands(total(claims)))...)
		var n int
		fmt.Sscan(total(claims), &n)
		grand += n
	}
	s.line(totalLine("合计", 8, tenThousands(fmt.Sprint(grand+10)))...) // 100,000 yuan too much
	s.line("制表：", "", "", "负责人签字：")
	return s.text()
}

// dotted writes an ISO date as 2023.5.12.
func dotted(s string) string {
	return strings.NewReplacer("年", ".", "月", ".", "日", "").Replace(asWords(s))
}

// tenThousands turns 万元 into 元.
func tenThousands(s string) string {
	if s == "" {
		return s
	}
	return s + "0000"
}

// ganyu: section rows inside the table, 同上, and the header again after a
// page break.
func ganyu() string {
	d := &dealer{district: "赣榆区", prefix: "赣榆", registrar: "320707", from: 90}
	sections := []struct {
		title string
		award award
		n     int
	}{
		{"一、省级技术创新示范企业", award{"", "", "苏工信创新〔2023〕%d号", "20"}, 4},
		{"二、四星级上云企业", award{"", "", "苏工信融合〔2023〕%d号", "4"}, 8},
		{"三、国家级绿色工厂", award{"", "", "工信部节函〔2023〕%d号", "80"}, 1},
		{"四、省级绿色工厂", award{"", "", "苏工信节能〔2023〕%d号", "40"}, 5},
		{"五、省级近零碳工厂", award{"", "", "苏工信节能〔2023〕%d号", "40"}, 2},
		{"六、绿色建材认证", award{"", "国家级", "", "5"}, 5},
		{"七、省级工业设计中心", award{"", "", "苏工信服建〔2023〕%d号", "20"}, 3},
	}
	s := newSheet("赣榆区")
	s.line("赣榆区奖补对象摸排统计表")
	s.line("填报单位：赣榆区工业和信息化局", "", "", "", "单位：万元")
	cols := []column{colCompany, colCode, colLevel, colNature, colCertificate, colDocument, colDate,
		colClaimed.named("拟奖补金额"), colRemark}
	s.line(headings(cols)...)
	var all []claim
	for n, x := range sections {
		if n == 4 {
			s.line(headings(cols)...) // the next printed page
		}
		s.line(x.title)
		for i := range x.n {
			c := d.claim(d.firm((n*5+i)%13), x.award)
			all = append(all, c)
			if i > 0 && c.document != "" {
				c.document = "同上"
			}
			s.body(cols, []claim{c}, i+1)
		}
	}
	s.line(totalLine("总计", 8, total(all))...)
	s.line("注：以上企业均已公示。")
	return s.text()
}

// haizhou: two tables in one sheet, certificates as text, and one company
// with more products than its cap.
func haizhou() string {
	d := &dealer{district: "海州区", prefix: "海州", registrar: "320706", from: 120}
	s := newSheet("双软")
	s.line("海州区2023年双软认证评估情况")
	s.line("一、软件企业评估")
	var firms, products []claim
	for i := range 6 {
		firms = append(firms, d.claim(d.firm(i), award{"软件企业评估", "", "", "2"}))
	}
	firms[4].nature = "年审"
	cols := []column{colCompany, colCode, colNature, colCertificate.named("证书编号"), colDate.named("发证日期")}
	s.table(cols, firms)
	s.line()
	s.line("二、软件产品评估")
	for i := range 22 {
		f := d.firm(0)
		if i >= 12 {
			f = d.firm(1 + i%5)
		}
		products = append(products, d.claim(f, award{"软件产品评估", "", "", "1"}))
	}
	products = append(products, products[3], products[13].with(func(c *claim) { c.nature = "延续" }))
	s.table([]column{colCompany, colCode, colSubject.named("软件产品名称"), colNature, colCertificate.named("证书编号"),
		colDate.named("发证日期")}, products)

	flat := newSheet("其他")
	flat.line("海州区其他奖补事项")
	claims := d.deal(14)
	claims = append(claims,
		claims[0].with(func(c *claim) { // a second platform: the higher stands
			c.item, c.level, c.claimed = "重点工业互联网平台", "企业级", "10"
		}),
		claims[0].with(func(c *claim) {
			c.item, c.level, c.claimed, c.date = "重点工业互联网平台", "双跨", "20", "2023-11-30"
		}))
	flat.table([]column{colDistrict.named("所属县区"), colCompany.named("企业名称"), colCode, colItem.named("认定项目"), colLevel,
		colCertificate, colDocument, colDate, colClaimed.named("申请金额（万元）"), colRemark}, claims)
	return s.text() + flat.text()
}

// lianyun: a wide sheet, one column an item.
func lianyun() string {
	d := &dealer{district: "连云区", prefix: "连云", registrar: "320703", from: 150}
	s := newSheet("连云区汇总")
	s.line("连云区工业企业奖补事项一览表")
	s.line("填报单位：连云区工业和信息化局")
	heads := []string{"省级绿色工厂", "三星级上云企业", "智能制造示范车间（省级）", "软件企业评估", "国家级绿色建材认证"}
	s.line(append([]string{"序号", "企业名称", "统一社会信用代码"}, heads...)...)
	for i := range 14 {
		f := d.firm(i)
		cells := []string{fmt.Sprint(i + 1), f.name, f.code}
		for h := range heads {
			mark := ""
			if (i+h)%4 == 0 || i%5 == h {
				mark = asWords(d.day())
				d.serial++
			}
			cells = append(cells, mark)
		}
		s.line(cells...)
	}
	s.line("备注：空格内填写认定日期。")

	parks := newSheet("基地")
	parks.line("小微企业创新创业示范基地")
	parks.table([]column{colSubject.named("基地名称"), colCompany.named("运营单位"), colCode, colLevel, colDocument, colDate,
		colValidFrom},
		[]claim{
			d.base("连云样例创业园", 15, "省级", "2023-12-22"),
			d.base("连云样例双创中心", 16, "国家级", "2023-08-16"),
			d.base("连云样例双创中心", 16, "省级", "2023-03-16"),
		})
	return s.text() + parks.text()
}

// base is a claim for a base and the body that runs it.
func (d *dealer) base(name string, n int, level, date string) claim {
	c := d.claim(d.firm(n), award{"", level, "工信部企业函〔2023〕%d号", ""})
	if level == "省级" {
		c.document = "苏工信服建〔2023〕541号"
	}
	c.subject, c.date = name, date
	c.validFrom = "2024-01-01" // recognised one year, valid from the next
	return c
}

// kaifaqu: a summary first, instructions, a hidden sheet with last year's
// data, hidden rows.
func kaifaqu() string {
	d := &dealer{district: "市开发区", prefix: "连云港", registrar: "320791", from: 180}
	summary := newSheet("汇总")
	summary.line("市开发区奖补事项汇总")
	summary.line("事项", "数量")
	summary.line("绿色工厂", "3")
	summary.line("上云企业", "8")
	guide := newSheet("填报说明")
	guide.line("1. 请逐项填写，一行一项。")
	guide.line("2. 认定日期填写成文日期。")
	claims := d.deal(36)
	claims[7].district, claims[8].district = "经开区", "连云港经济技术开发区"
	claims[2].company = strings.ReplaceAll(claims[2].company, "有限公司", " 有限公司")
	claims[10].item, claims[10].level = "江苏省绿色工厂(第三批)", ""
	claims[10].document, claims[10].claimed = "苏工信节能〔2023〕22号", "40"
	claims[24].item, claims[24].level, claims[24].claimed = "四星上云", "", "4"
	claims = append(claims,
		claims[2].with(func(c *claim) { // a second workshop and a second building material: once a company
			c.subject, c.certificate = "二号车间", "例证2023二号车间"
		}),
		claims[6].with(func(c *claim) { c.subject, c.certificate = "样例砌块", "例证2023砌块" }),
		d.claim(d.firm(18), award{"国家级绿色工厂（2022年度）", "", "工信部节函〔2023〕60号", "80"}).with(func(c *claim) {
			c.document, c.date = "工信部节函〔2023〕60号", "2023-03-24" // a list named by the year before its document
		}))
	main := newSheet("摸排")
	main.direct("#hide row 12-13")
	main.line("市开发区（中华药港）摸排表")
	main.table([]column{colDistrict.named("板块"), colCompany, colCode, colItem, colLevel, colSubject, colNature,
		colCertificate, colDocument, colDate, colClaimed, colRemark}, claims)
	old := newSheet("2022年")
	old.direct("#hide sheet")
	last := d.deal(3)
	for i := range last {
		last[i].date = strings.Replace(last[i].date, "2023", "2022", 1)
		last[i].document = strings.Replace(last[i].document, "2023", "2022", 1)
	}
	old.table([]column{colDistrict, colCompany, colCode, colItem, colLevel, colSubject, colCertificate, colDocument,
		colDate}, last)
	return summary.text() + guide.text() + main.text() + old.text() + "# Sheet4\n"
}

// xuwei: diagnosis with the diagnosed enterprise and the body that is paid,
// parks with their administration, certificates of plants in 万元.
func xuwei() string {
	d := &dealer{district: "徐圩新区", prefix: "徐圩", registrar: "320700", from: 220}
	bodies := []firm{company("南京", "320100", 300), company("连云港", "320700", 301)}
	s := newSheet("节能诊断")
	s.line("徐圩新区2023年节能诊断服务补贴汇总表")
	cols := []column{colSubject.named("被诊断企业"), {"被诊断企业统一社会信用代码", func(c claim) string { return c.subjectCode }},
		{"被诊断企业所在县区", func(c claim) string { return c.subjectDistrict }}, colCompany.named("第三方服务机构"),
		colCode.named("第三方机构信用代码"), colDate.named("报告日期"), colFee.named("诊断费用（元）"), colRemark}
	var claims []claim
	for i := range 18 {
		f := d.firm(i)
		c := claim{company: bodies[0].name, code: bodies[0].code, subject: f.name, subjectCode: f.code,
			subjectDistrict: "徐圩新区", date: fmt.Sprintf("2023-%02d-18", 3+i%9), fee: "18000"}
		switch i {
		case 3:
			c.fee = "30000"
		case 5:
			c.fee = "20000"
		case 6:
			c.fee = "20000.01"
		case 9:
			c.fee = "18000.000000000004" // as a spreadsheet stores it
		case 12:
			c.subjectDistrict = "连云区"
		case 14:
			c.fee = ""
		case 16:
			c.subjectCode = slip(c.subjectCode)
		}
		claims = append(claims, c)
	}
	claims = append(claims, claims[4].with(func(c *claim) { // a second body for the same enterprise
		c.company, c.code, c.fee = bodies[1].name, bodies[1].code, "15000"
	}))
	s.table(cols, claims)

	parks := newSheet("绿色园区")
	parks.line("绿色园区申报表")
	office := firm{"徐圩样例园区管委会", creditCode("11", "320700", "徐圩样例园区管委会")}
	park := func(name, level, doc, date string) claim {
		return claim{subject: name, company: office.name, code: office.code, level: level, document: doc, date: date}
	}
	parks.table([]column{colSubject.named("园区名称"), colCompany.named("管理机构"), colCode, colLevel, colDocument, colDate},
		[]claim{
			park("徐圩样例绿色石化园", "国家级", "工信部节函〔2023〕60号", "2023-03-24"),
			park("徐圩样例绿色石化园", "省级", "苏工信节能〔2023〕22号", "2023-02-01"),
			park("徐圩样例绿色物流园", "省级", "苏工信节能〔2023〕22号", "2023-02-01"),
		})

	flat := newSheet("其他事项")
	flat.line("单位：万元")
	rest := d.deal(12)
	flat.table([]column{colDistrict, colCompany, colCode, colItem, colLevel, colSubject, colCertificate, colDocument,
		colDate, colClaimed.named("拟奖补金额"), colRemark}, rest)
	return s.text() + parks.text() + flat.text()
}
