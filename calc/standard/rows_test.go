package standard

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"jiangbu/calc"
	"jiangbu/calc/money"
	"jiangbu/calc/written"
)

// understood is what a row says: item, level, nature, district, dates and sums as
// far as it has them, and behind a stroke the codes found.
func understood(p *calc.Policy, row calc.Row) string {
	records, _ := Standardise([]calc.Row{row}, p)
	r := records[0]
	out := []string{r.Item, r.NotCovered, r.Level, r.Recognised.String(), yearText(r.LabelYear),
		r.ValidFrom.String(), sumText(r.Base),
		sumText(r.Approved), r.Subject}
	var said []string
	for _, s := range out {
		if s != "" {
			said = append(said, s)
		}
	}
	for _, f := range r.Findings {
		said = append(said, "| "+string(f.Code))
	}
	return strings.Join(said, " ")
}

func yearText(y int) string {
	if y == 0 {
		return ""
	}
	return fmt.Sprint(y)
}

func sumText(y *money.Yuan) string {
	if y == nil {
		return ""
	}
	return y.String()
}

// around puts texts around the rows of a table, the nearest first.
func around(row calc.Row, texts ...string) calc.Row {
	table := *row.Table
	for i, text := range texts {
		table.Context = append(table.Context, calc.Cell{Kind: calc.CellText, Row: 1, Col: i + 1, Text: text})
	}
	row.Table = &table
	return row
}

// numberedPolicy is shorePolicy with titles of its clauses, an authority for each
// of two items, and a bound for fees.
func numberedPolicy() *calc.Policy {
	p := shorePolicy()
	for i, title := range []string{"绿色制造", "数字化转型", "软件产业", "园区建设", "节能服务", "人才"} {
		p.Clauses = append(p.Clauses, calc.Clause{Number: string([]rune("一二三四五六")[i]), Title: title})
	}
	for i := range p.Items {
		switch it := &p.Items[i]; it.ID {
		case "cloud":
			it.Authority = "省级"
		case "software":
			it.Authority = "国家级"
		case "diagnosis":
			it.Beyond = money.YuanOf(1000000)
		}
	}
	return p
}

func TestTheItemOfARowIsFoundWhereItStands(t *testing.T) {
	row := func(with ...string) calc.Row { return good(t, 6, with...) }
	for _, c := range []struct {
		name string
		row  calc.Row
		want string
	}{
		{"in its column", row(), "factory 国家级 2023-05-12"},
		{"its clause's number stands for the only item of the clause", row("奖补事项=条款四", "认定级别=省级", "认定名称或对象=甲园"),
			"park 省级 2023-05-12 甲园"},
		{"not where the clause has several", row("奖补事项=条款三"), "2023-05-12 | cell/item"},
		{"and its title", row("奖补事项=园区建设", "认定级别=省级", "认定名称或对象=甲园"), "park 省级 2023-05-12 甲园"},
		{"a level tells which item of the clause it is", row("奖补事项=条款二", "认定级别=三星级"),
			"cloud 三星级 2023-05-12"},
		{"not one that authorities share", row("奖补事项=条款一", "认定级别=省级"), "2023-05-12 | cell/item"},
		{"nor two levels", row("奖补事项=条款二", "认定级别=三星级、四星级"), "2023-05-12 | cell/item"},
		{"the clause may stand around the row", around(row("奖补事项=无", "认定级别=三星级"), "条款二"),
			"cloud 三星级 2023-05-12"},
		{"without a clause a level tells nothing", row("奖补事项=无", "认定级别=三星级"), "2023-05-12 | cell/item"},
		{"an item that is not in its column but under the nature", row("奖补事项=无", "认定类型=省级绿色工厂"),
			"factory 省级 2023-05-12"},
		{"or the subject", row("奖补事项=无", "认定名称或对象=省级绿色工厂"), "factory 省级 2023-05-12 省级绿色工厂"},
		{"also one not covered", row("奖补事项=无", "认定名称或对象=零碳工厂"), "零碳工厂 2023-05-12 零碳工厂"},
		{"a subject that holds no value names nothing", around(row("奖补事项=无", "认定名称或对象=@#N/A"), "省级绿色工厂"),
			"factory 省级 2023-05-12 | cell/error-value"},
		{"the nearest around the row before those farther", around(row("奖补事项=无"), "省级绿色工厂", "国家级绿色供应链"),
			"factory 省级 2023-05-12"},
		{"the nearest that names one", around(row("奖补事项=无"), "摸排表", "省级绿色工厂"), "factory 省级 2023-05-12"},
		{"one not covered is named, too", around(row("奖补事项=无"), "零碳工厂", "省级绿色工厂"), "零碳工厂 2023-05-12"},
		{"a level or a year alone in the column is completed from there", around(row("奖补事项=2022年度"), "国家级绿色工厂"),
			"factory 国家级 2023-05-12 2022"},
		{"by an award not covered, too", around(row("奖补事项=2022年度"), "零碳工厂"), "零碳工厂 2023-05-12 2022"},
		{"a choice is settled by what is around", around(row("奖补事项=双软", "认定名称或对象=甲"), "软件产品"),
			"product 2023-05-12 甲"},
		{"a choice that nothing settles stays", around(row("奖补事项=双软"), "绿色工厂"), "2023-05-12 | rule/ambiguous"},
		{"an unknown word beside the item", row("奖补事项=石化国家级绿色工厂"),
			"factory 国家级 2023-05-12 | cell/left-over"},
		{"apart from the item of a company, too", row("奖补事项=国家级绿色工厂（石化）"),
			"factory 国家级 2023-05-12 | cell/left-over"},
		{"but not where its end says what it is", row("奖补事项=国家级绿色工厂（石化工厂）"), "factory 国家级 2023-05-12"},
		{"nor of an item that has a name of its own", row("奖补事项=软件产品（甲平台）"),
			"product 2023-05-12 | record/subject-missing"},
		{"a word of the item's own names is known", row("奖补事项=示范绿色设计"), "design 国家级 2023-05-12"},
		{"a part of a longer unknown word is not", row("奖补事项=示范甲绿色设计"),
			"design 国家级 2023-05-12 | cell/left-over"},
		{"a number in front is none of it", row("奖补事项=七-国家级绿色工厂"), "factory 国家级 2023-05-12"},
		{"one of several levels is left over", row("奖补事项=三/四星级上云企业"),
			"cloud 四星级 2023-05-12 | cell/left-over"},
	} {
		if diff := cmp.Diff(c.want, understood(numberedPolicy(), c.row)); diff != "" {
			t.Errorf("%s (-want +got):\n%s", c.name, diff)
		}
	}
}

func TestTheLevelOfARowIsWhatItSays(t *testing.T) {
	row := func(with ...string) calc.Row { return good(t, 6, with...) }
	for _, c := range []struct {
		name string
		row  calc.Row
		want string
	}{
		{"how a level begins is enough", row("奖补事项=上云企业", "认定级别=三"), "cloud 三星级 2023-05-12"},
		{"where it is one only", row("奖补事项=重点工业互联网平台", "认定级别=行"), "platform 行业级 2023-05-12"},
		{"a sign of it, too", row("奖补事项=上云企业", "认定级别=3"), "cloud 三星级 2023-05-12"},
		{"nothing begins with nothing", row("奖补事项=上云企业", "认定级别=“”"), "cloud 2023-05-12 | cell/level"},
		{"a number of a clause is no star", row("奖补事项=条款三", "认定级别=三"), "2023-05-12 | cell/item"},
		{"another award in the level's column", row("奖补事项=绿色工厂", "认定级别=省级绿色供应链"),
			"factory 2023-05-12 | cell/level"},
		{"the same award is not", row("奖补事项=绿色工厂", "认定级别=省级绿色工厂"), "factory 省级 2023-05-12"},
		{"one not covered is", row("奖补事项=绿色工厂", "认定级别=省级零碳工厂"), "factory 2023-05-12 | cell/level"},
		{"an issuer tells it in the column", row("奖补事项=绿色工厂", "认定级别=省工信厅"), "factory 省级 2023-05-12"},
		{"not beside what nobody knows", row("奖补事项=绿色工厂", "认定级别=省工信厅甲处"),
			"factory 2023-05-12 | cell/level"},
		{"a level of another scale in the item's name is unclear", row("奖补事项=三星级绿色工厂"),
			"factory 2023-05-12 | cell/level"},
		{"not of an item whose name implies its level", row("奖补事项=三星级绿色设计"), "design 国家级 2023-05-12"},
		{"one that no item awards contradicts the column", row("奖补事项=二星级绿色工厂", "认定级别=省级"),
			"factory 2023-05-12 | cell/level"},
		{"nor is one in a title", around(row("奖补事项=无", "认定级别=省级"), "三星级绿色工厂"), "factory 省级 2023-05-12"},
		{"the item and the column agree", row("奖补事项=省级绿色工厂", "认定级别=省级"), "factory 省级 2023-05-12"},
		{"the city's name in the item is a level beside another", row("奖补事项=海滨市近零碳工厂", "认定级别=省级"),
			"near-zero 省级 2023-05-12"},
		{"a level under the nature", row("奖补事项=绿色工厂", "认定类型=省级绿色工厂"), "factory 省级 2023-05-12"},
		{"under the subject", row("奖补事项=绿色工厂", "认定名称或对象=省级绿色工厂"),
			"factory 省级 2023-05-12 省级绿色工厂"},
		{"not of another award there", around(row("奖补事项=绿色工厂", "认定类型=国家级绿色供应链"), "省级"),
			"factory 省级 2023-05-12"},
		{"around the row", around(row("奖补事项=绿色工厂"), "省级"), "factory 省级 2023-05-12"},
		{"not beyond what names another item", around(row("奖补事项=绿色工厂"), "绿色供应链", "省级"),
			"factory 2023-05-12 | cell/level"},
		{"the recognising authority alone", row("奖补事项=省级三星级上云企业"), "cloud 三星级 2023-05-12"},
		{"another one", row("奖补事项=市级三星级上云企业"), "cloud 三星级 2023-05-12 | record/authority"},
		{"the city is another one", row("奖补事项=海滨市三星级上云企业"), "cloud 三星级 2023-05-12 | record/authority"},
		{"unless the right one stands beside it", row("奖补事项=海滨市省级三星级上云企业"), "cloud 三星级 2023-05-12"},
		{"another one in the column", row("奖补事项=三星级上云企业", "认定级别=市级三星级"),
			"cloud 三星级 2023-05-12 | record/authority"},
		{"another one by the document", row("奖补事项=三星级上云企业", "认定文号=工信部〔2023〕5号"),
			"cloud 三星级 2023-05-12 | record/authority"},
		{"the right one by the document", row("奖补事项=三星级上云企业", "认定文号=滨工信〔2023〕5号"),
			"cloud 三星级 2023-05-12"},
		{"another one by the body", row("奖补事项=三星级上云企业", "认定机构=海工信"),
			"cloud 三星级 2023-05-12 | record/authority"},
		{"an item without levels is not asked", row("奖补事项=省级软件企业"), "software 2023-05-12"},
		{"levels that pay alike are one", row("奖补事项=工业互联网平台", "认定级别=行业级、区域级"),
			"platform 行业级 2023-05-12"},
		{"levels that do not are two", row("奖补事项=工业互联网平台", "认定级别=企业级、区域级"),
			"platform 2023-05-12 | cell/level"},
	} {
		if diff := cmp.Diff(c.want, understood(numberedPolicy(), c.row)); diff != "" {
			t.Errorf("%s (-want +got):\n%s", c.name, diff)
		}
	}
}

func TestDatesAndSumsOfARow(t *testing.T) {
	row := func(with ...string) calc.Row { return good(t, 6, with...) }
	from1904 := row("认定日期=#43821")
	from1904.Epoch = written.From1904
	for _, c := range []struct {
		name string
		row  calc.Row
		want string
	}{
		{"a stored day", row("认定日期=#45058"), "factory 国家级 2023-05-12"},
		{"of a workbook that counts from 1904", from1904, "factory 国家级 2023-12-23"},
		{"the same digits as text", row("认定日期=45058"), "factory 国家级 2023-05-12"},
		{"a date with its document behind it", row("认定日期=2023-05-12（滨工信〔2022〕5号）"),
			"factory 国家级 2023-05-12"},
		{"without 号 it is none", row("认定日期=2023-05-12（滨工信）"), "factory 国家级 | cell/date"},
		{"January or October", row("认定日期=#2023.1"), "factory 国家级 2023 | cell/date-doubtful"},
		{"not February", row("认定日期=#2023.2"), "factory 国家级 2023-02"},
		{"the year of a list in its column", row("认定年度=2022"), "factory 国家级 2023-05-12 2022"},
		{"also two digits of a day there", row("认定年度=22年"), "factory 国家级 2023-05-12 2022"},
		{"not of another century", row("认定年度=1999年"), "factory 国家级 2023-05-12"},
		{"nor what is no year", row("认定年度=第三批"), "factory 国家级 2023-05-12"},
		{"the column counts before the year in the item", row("奖补事项=2021年国家级绿色工厂", "认定年度=2022年"),
			"factory 国家级 2023-05-12 2022"},
		{"the year of a list as the date is the list's", row("认定日期=2023年度"),
			"factory 国家级 2023 2023 | cell/date-label"},
		{"not where the list has one", row("认定日期=2023年度", "认定年度=2022年"),
			"factory 国家级 2023 2022 | cell/date-label"},
		{"a range begins with its first day", row("有效期起=2024.1.1-2026.12.31"), "factory 国家级 2023-05-12 2024-01-01"},
		{"a fee at the bound", row("奖补事项=节能诊断", "费用/元=1000000"), "diagnosis 2023-05-12 1000000.00"},
		{"above it", row("奖补事项=节能诊断", "费用/元=1000000.01"),
			"diagnosis 2023-05-12 1000000.01 | cell/amount-doubtful"},
		{"a hundred yuan are a fee", row("奖补事项=节能诊断", "费用/元=100"), "diagnosis 2023-05-12 100.00"},
		{"a fen less is doubtful", row("奖补事项=节能诊断", "费用/元=99.99"),
			"diagnosis 2023-05-12 99.99 | cell/amount-doubtful"},
		{"an approved sum of nothing", row("奖补事项=人才培养", "核定金额/元=0"),
			"training 2023-05-12 0.00 人才培养 | cell/amount-zero"},
		{"no approved sum is not asked about here", row("奖补事项=人才培养"), "training 2023-05-12 人才培养"},
		{"one day missing, its document has two years", row("认定日期=", "认定文号=工信部〔2023〕9号、工信部〔2022〕8号"),
			"factory 国家级 | cell/date-missing"},
		{"the certificate is a document where it has such a number", row("认定日期=", "证书编号=工信部〔2023〕9号"),
			"factory 国家级 2023 | cell/date-from-document"},
		{"a cell that holds no value is not filled from elsewhere", row("认定日期==", "认定文号=工信部〔2023〕9号"),
			"factory 国家级 | cell/formula"},
	} {
		if diff := cmp.Diff(c.want, understood(numberedPolicy(), c.row)); diff != "" {
			t.Errorf("%s (-want +got):\n%s", c.name, diff)
		}
	}
}
