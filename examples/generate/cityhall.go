package main

import "strings"

// gaoxin: dates and numbers in every form that people type.
func gaoxin() string {
	d := &dealer{district: "高新区", prefix: "连云港", registrar: "320706", from: 320}
	claims := d.deal(30)
	dates := []string{"2023年5月12日", "2023.5.12", "2023/5/12", "2023-5-12", "20230512", "'20230512", "2023.5", "2023年5月",
		"2023年", "23.5.12",
		"二〇二三年五月十二日", "２０２３年５月１２日", "45058", "=D:2023-05-12", "'45058", " 2023年5月12日 "}
	for i := range claims {
		claims[i].date = dates[i%len(dates)]
	}
	claims[16].date = "2023年度" // a list's year in the column of dates
	claims[17].date, claims[17].document = "2023年12月30日", "苏工信融合〔2024〕3号"
	claims[18].claimed = "贰拾万元整"
	claims[19].claimed = "20万"
	s := newSheet("高新区\u2014摸排")
	s.line("高新区2023年奖补摸排表")
	s.table([]column{colDistrict.named("所属\\n县区"), colCompany.named("单位名称（全称）"), colCode.named("*统一社会信用代码"), colItem,
		colLevel, colSubject, colNature.named("新认定/复核"), colCertificate, colDocument, colDate, colClaimed, colRemark},
		claims)
	s.line("说明：", "本表由高新区填报")
	s.line("填报人签字：", "", "", "2024年3月20日")
	example := newSheet("示例")
	example.line("单位名称", "统一社会信用代码", "奖补事项", "认定级别", "认定日期")
	example.line("某某样例有限公司", d.firm(50).code, "绿色工厂", "省级", "2023年5月1日")
	return s.text() + example.text()
}

// yuntaishan: heritage, training, activities and professional managers, each
// on a sheet of its own.
func yuntaishan() string {
	d := &dealer{district: "云台山景区", prefix: "云台山", registrar: "320706", from: 360}
	heritage := newSheet("工业遗产")
	heritage.line("工业遗产认定情况")
	relic := func(name string, n int, level, doc, date string) claim {
		f := d.firm(n)
		return claim{subject: name, company: f.name, code: f.code, level: level, document: doc, date: date}
	}
	heritage.table([]column{colSubject.named("遗产名称"), colCompany.named("产权单位"), colCode, colLevel, colDocument,
		colDate}, []claim{
		relic("云台样例磷矿旧址", 0, "国家级", "工信部工文函〔2023〕9号", "2023-10-11"),
		relic("云台样例盐坨旧址", 1, "省级", "苏工信规〔2023〕14号", "2023-11-02"),
		relic("云台样例盐坨旧址", 2, "省级", "苏工信规〔2023〕14号", "2023-11-02"),
	})

	managers := newSheet("职业经理人")
	managers.line("江苏省职业经理人认证资格证书取得情况")
	manager := func(person string, n int, number, fee string) claim {
		f := d.firm(n)
		return claim{subject: person, company: f.name, code: f.code, certificate: number, date: "2023-09-20", fee: fee}
	}
	managers.table([]column{colSubject.named("姓名"), colCompany.named("所在企业"), colCode, colCertificate,
		colDate.named("发证日期"), colFee.named("学费（万元）")}, []claim{
		manager("赵某甲", 3, "苏经理例001", "1.98"),
		manager("钱某乙", 3, "苏经理例002", "1.000001"),
		manager("孙某丙", 4, "苏经理例003", "2.5"),
		manager("李某丁", 5, "苏经理例004", ""),
	})

	tasks := newSheet("培训和活动")
	tasks.line("单位：万元")
	task := func(item, name string, f firm, date, approved string) claim {
		return claim{item: item, subject: name, company: f.name, code: f.code, date: date, approved: approved}
	}
	outside := company("苏州", "320500", 400)
	tasks.table([]column{colItem, colSubject.named("任务名称"), colCompany.named("承办单位"), colCode, colDate.named("完成日期"),
		colApproved}, []claim{
		task("专业人才培养", "样例企业高管研修班", outside, "2023-07-14", "12.6"),
		task("专业人才培养", "样例工信干部培训班", d.firm(6), "2023-10-20", "8"),
		task("重要活动或重大任务", "样例节能宣传周", d.firm(7), "2023-07-10", "15.35"),
		task("重要活动或重大任务", "样例新能源汽车下乡", outside, "2023-11-05", ""),
	})
	return heritage.text() + managers.text() + tasks.text()
}

// shizhi: what a city office gets wrong, a row for each thing that a careful
// clerk would ask about.
func shizhi() string {
	d := &dealer{district: "市直", prefix: "连云港", registrar: "320700", from: 420}
	s := newSheet("市直单位")
	s.line("市直单位摸排表")
	claims := d.deal(12)
	claims = append(claims, doubts(d)...)
	s.table([]column{colDistrict, colCompany, colCode, colItem, colLevel, colSubject, colNature, colCertificate,
		colDocument,
		{"认定机构", func(c claim) string { return c.body }}, colDate, colFee.named("费用"), colApproved.named("核定金额"),
		colClaimed.named("申报金额"), colRemark}, claims)
	s.line("", "另有两家企业材料未到", "", "", "")
	other := newSheet("重名栏目")
	other.line("单位名称", "企业名称", "统一社会信用代码", "奖补事项", "认定级别", "认定日期")
	f := d.firm(40)
	other.line(f.name, f.name, f.code, "绿色工厂", "省级", "2023-05-01")
	third := newSheet("缺栏目")
	third.line("单位名称", "统一社会信用代码", "奖补事项", "认定级别")
	third.line(d.firm(41).name, d.firm(41).code, "绿色工厂", "省级")
	fourth := newSheet("照片")
	fourth.line("现场照片见附件，请与区县一并查收，共三页。")
	return s.text() + other.text() + third.text() + fourth.text()
}

// doubts are the rows that nobody should pay without asking.
func doubts(d *dealer) []claim {
	n := 0
	row := func(change func(*claim)) claim {
		n++
		c := d.claim(d.firm(20+n), award{"绿色工厂", "省级", "苏工信节能〔2023〕%d号", ""})
		return c.with(change)
	}
	twin := company("东海", "320722", 0) // claimed by 东海县 too
	same := company("连云港", "320700", 423)
	other := firm{same.name, creditCode("91", "320700", "another")}
	return []claim{
		row(func(c *claim) { c.code = slip(c.code) }),
		row(func(c *claim) { c.code = strings.Replace(c.code, "0", "O", 1) }),
		row(func(c *claim) { c.code = "913207000676274000" }), // a number: its last digits are gone
		row(func(c *claim) { c.code = "'320700000012345" }),
		row(func(c *claim) { c.code = "" }),
		row(func(c *claim) { // the code stands elsewhere
			c.company, c.code, c.item, c.level, c.document = d.firm(0).name, "", "近零碳工厂", "市级", ""
		}),
		row(func(c *claim) { c.company = "" }),
		row(func(c *claim) { c.date = "2023年2月30日" }),
		row(func(c *claim) { c.date = "" }),
		row(func(c *claim) { c.date = "2032-05-01" }),
		row(func(c *claim) { c.item, c.level = "高新技术企业", "" }),
		row(func(c *claim) { c.item, c.level = "年度先进单位", "" }),
		row(func(c *claim) { c.item, c.level = "绿色设计产品", "国家级" }),
		row(func(c *claim) { c.item, c.level, c.document = "绿色工厂", "市级", "" }),
		row(func(c *claim) { c.item, c.level = "上云企业", "" }),
		row(func(c *claim) { c.item, c.level, c.document = "省级绿色工厂", "国家级", "" }),
		row(func(c *claim) { c.document = "工信部节函〔2023〕7号" }),
		row(func(c *claim) { c.item, c.level = "绿色工厂、绿色供应链管理企业", "国家级" }),
		row(func(c *claim) { c.district = "西湖区" }),
		row(func(c *claim) { c.nature = "升格" }),
		row(func(c *claim) { c.nature = "撤销" }),
		row(func(c *claim) { c.remark = "本批为复核通过" }),
		row(func(c *claim) { c.date = "=E:#REF!" }),
		row(func(c *claim) { c.date = "=F:TODAY()" }),
		row(func(c *claim) { c.company = "连云港样例集团\u200b有限公司" }),
		row(func(c *claim) { c.company = c.company + "、" + d.firm(60).name }),
		row(func(c *claim) {
			c.company = strings.Replace(c.company, "有限公司", "有限公司连云港分公司", 1)
		}),
		row(func(c *claim) { c.code = creditCode("92", "320706", "个体") }),
		row(func(c *claim) { c.code = creditCode("91", "320100", "外地") }),
		row(func(c *claim) { c.code = creditCode("93", "320700", "合作社") }),
		row(func(c *claim) {
			c.item, c.level, c.body, c.certificate = "软件企业评估", "", "样例咨询有限公司", "苏RQ-2023-Y0001"
		}),
		row(func(c *claim) { c.item, c.level, c.certificate = "软件产品评估", "", "" }),
		row(func(c *claim) { c.company, c.code = twin.name, twin.code }),
		row(func(c *claim) { c.company, c.code = d.firm(0).name+"（原样例工贸公司）", d.firm(0).code }),
		row(func(c *claim) { c.company = "连云港样例新名称机械有限公司"; c.code = d.firm(1).code }),
		row(func(c *claim) { c.company, c.code = same.name, other.code }),
		row(func(c *claim) { c.company = strings.Replace(d.firm(4).name, "有限公司", "有限责任公司", 1) }),
		diagnosed(d, 61, "两万左右"), diagnosed(d, 62, "1.8"), diagnosed(d, 63, "15000"),
		row(func(c *claim) { c.claimed = "四十上下" }),
	}
}

// diagnosed is a diagnosis whose fee stands in a column without a unit.
func diagnosed(d *dealer, n int, fee string) claim {
	c := d.claim(d.firm(n), award{"节能诊断服务", "", "", ""})
	c.subject, c.fee = d.firm(n+5).name, fee
	return c
}
