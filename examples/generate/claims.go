package main

import "fmt"

// claim is one row of a survey, each field in the notation of sheettest.
type claim struct {
	district, company, code, item, level, subject string
	subjectCode, subjectDistrict                  string
	nature, certificate, document, body, date     string
	validFrom                                     string
	fee, approved, claimed, remark                string
}

// award is an item at a level, with what it looks like in a survey and the
// amount in 万元 that its sender would claim.
type award struct{ item, level, document, claimed string }

// common are the awards that companies of the example year receive, in the
// order in which they are dealt out.
var common = []award{
	{"绿色工厂", "省级", "苏工信节能〔2023〕%d号", "40"},
	{"星级上云企业", "三星级", "苏工信融合〔2023〕%d号", "2"},
	{"智能制造示范车间", "省级", "苏工信智改〔2023〕%d号", "20"},
	{"软件企业评估", "", "", "2"},
	{"星级上云企业", "四星级", "苏工信融合〔2023〕%d号", "4"},
	{"近零碳工厂", "市级", "连工信节能〔2023〕%d号", "20"},
	{"绿色建材认证", "国家级", "", "5"},
	{"技术创新示范企业", "省级", "苏工信创新〔2023〕%d号", "20"},
	{"星级上云企业", "五星级", "苏工信融合〔2023〕%d号", "10"},
	{"重点工业互联网平台", "企业级", "苏工信融合〔2023〕%d号", "10"},
	{"工业设计中心", "省级", "苏工信服建〔2023〕%d号", "20"},
	{"软件产品评估", "", "", "1"},
	{"近零碳工厂", "省级", "苏工信节能〔2023〕%d号", "40"},
	{"能效“领跑者”", "国家级", "工信厅联节函〔2023〕%d号", "20"},
	{"重点工业互联网平台", "行业级", "苏工信融合〔2023〕%d号", "20"},
	{"绿色供应链管理企业", "国家级", "工信厅节函〔2023〕%d号", "80"},
	{"星级上云企业", "三星级", "苏工信融合〔2023〕%d号", "2"},
	{"重点工业互联网平台", "区域级", "苏工信融合〔2023〕%d号", "20"},
	{"工业设计中心", "国家级", "工信部政法函〔2023〕%d号", "50"},
	{"重点工业互联网平台", "双跨", "苏工信融合〔2023〕%d号", "20"},
	{"工业产品绿色设计示范企业", "国家级", "工信厅节函〔2023〕%d号", "80"},
	{"软件企业评估", "", "", "2"},
	{"技术创新示范企业", "国家级", "工信部科函〔2023〕%d号", "50"},
	{"星级上云企业", "四星级", "苏工信融合〔2023〕%d号", "4"},
}

// dealer hands out awards to companies in a fixed order.
type dealer struct {
	district, prefix, registrar string
	next, serial                int
	from                        int // the first company's number
}

// firm is the n-th company of the district.
func (d *dealer) firm(n int) firm { return company(d.prefix, d.registrar, d.from+n) }

// deal gives the next n awards to the district's companies, one each in turn.
func (d *dealer) deal(n int) []claim {
	var cs []claim
	for range n {
		cs = append(cs, d.claim(d.firm(d.next%17), common[d.next%len(common)]))
		d.next++
	}
	return cs
}

// claim is one plain claim of an award.
func (d *dealer) claim(f firm, a award) claim {
	d.serial++
	c := claim{district: d.district, company: f.name, code: f.code, item: a.item, level: a.level,
		nature: "新认定", date: d.day(), claimed: a.claimed,
		certificate: fmt.Sprintf("例证2023%03d%03d", d.from, d.serial)}
	if a.document != "" {
		c.document = fmt.Sprintf(a.document, 100+d.serial)
	}
	if a.item == "软件产品评估" {
		c.subject = fmt.Sprintf("样例业务管理软件V%d.0", d.serial)
		c.certificate = fmt.Sprintf("苏RC-2023-Y%04d", d.from*100+d.serial)
	}
	return c
}

// day walks through 2023.
func (d *dealer) day() string {
	return fmt.Sprintf("2023-%02d-%02d", 1+d.serial*5%12, 1+d.serial*7%28)
}

// with changes a claim in place and returns it.
func (c claim) with(change func(*claim)) claim {
	change(&c)
	return c
}
