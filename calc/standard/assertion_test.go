package standard

import (
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"jiangbu/calc"
)

// spokenPolicy is shorePolicy with every sort of words that stop together.
func spokenPolicy() *calc.Policy {
	p := shorePolicy()
	w := &p.Words
	w.Denials = append(w.Denials, "没有", "不是", "不属于")
	w.Undone = append(w.Undone, "没有", "不是", "不属于")
	w.Checks, w.Cures, w.Projects = []string{"数据", "信息"}, []string{"已修复", "已整改"}, []string{"二期"}
	w.Harmless = append(w.Harmless, "资金", "材料", "我区", "盖章", "规上")
	w.Pairs = append(w.Pairs, calc.WordPair{First: []string{"资金"}, Then: []string{"到位"}, Paid: true},
		calc.WordPair{First: []string{"领过"}, Except: []string{"证书"}, Paid: true},
		calc.WordPair{First: []string{"再次"}, Then: []string{"认定"}, Again: true},
		calc.WordPair{First: []string{"曾获"}, Then: []string{"认定", "绿色工厂"}, Again: true, Across: true},
		calc.WordPair{First: []string{"被"}, Then: []string{"收购", "处罚"}, Across: true},
		calc.WordPair{First: []string{"缺"}, Then: []string{"材料"}},
		calc.WordPair{First: []string{"只是"}, Then: []string{"市级", "省级", "国家级"}},
		calc.WordPair{First: []string{"测试"}, Alone: true},
		calc.WordPair{First: []string{"等"}, Leads: true},
		calc.WordPair{First: []string{"中"}, Ends: true},
		calc.WordPair{First: []string{"归", "应报至"}, Place: true})
	return p
}

// foundIn is what one cell of a good row makes of the record: its nature and each
// code with the word that it rests on.
func foundIn(t *testing.T, col calc.Column, text string, with ...string) string {
	t.Helper()
	row := good(t, 6, append(with, col.String()+"="+text)...)
	if col == calc.ColSerial { // a heading of no column
		row = good(t, 6, with...)
		heading, said, _ := strings.Cut(text, "=")
		row.Asides = []calc.Aside{{Heading: heading, Cell: calc.Cell{Kind: calc.CellText, Row: 6, Col: 30, Text: said}}}
	}
	records, _ := Standardise([]calc.Row{row}, spokenPolicy())
	var out []string
	for _, f := range records[0].Findings {
		if len(f.Args) > 1 {
			out = append(out, string(f.Code)+" "+f.Args[1])
		} else {
			out = append(out, string(f.Code))
		}
	}
	return strings.Join(slices.Compact(out), ", ")
}

func TestWhatARemarkSaysOfTheRecord(t *testing.T) {
	for _, c := range []struct {
		name string
		said [][2]string // a remark, and what is found
	}{
		{"what is wrong stops, and not where it is over", [][2]string{
			{"处罚", "record/stop 处罚"}, {"处罚已修复", ""}, {"处罚，已修复", "record/stop 处罚"}, {"已修复", ""},
			{"已兑现已修复", "record/stop 已兑现"}, {"事故、处罚", "record/stop 事故"}, {"无事故、处罚", ""},
			{"无事故处罚", "record/stop 处罚"}, {"无安全、重大事故", ""}, {"无安全事故、环保处罚", "record/stop 处罚"},
		}},
		{"a review that checks data is a clerk's, a revocation is none", [][2]string{
			{"已复核", "record/remark 复核"}, {"数据已复核", ""}, {"信息复审", ""},
			{"数据已撤销", "record/remark 已撤销"},
		}},
		{"of a project of its own the state is not the record's, but what nobody may do is", [][2]string{
			{"二期培育", ""}, {"培育", "record/not-recognised 培育"}, {"二期未完工", ""},
			{"二期已撤销", "record/remark 已撤销"}, {"二期处罚", "record/stop 处罚"},
		}},
		{"the state of another award by its name is not the record's, what stops is", [][2]string{
			{"零碳工厂培育", ""}, {"零碳工厂已撤销", ""}, {"零碳工厂公示", ""}, {"零碳工厂处罚", "record/stop 处罚"},
		}},
		{"nor is that of another item, or of the same at another level", [][2]string{
			{"绿色供应链已撤销", ""}, {"绿色工厂已撤销", "record/remark 已撤销"}, {"省级绿色工厂已撤销", ""},
			{"国家级绿色工厂已撤销", "record/remark 已撤销"}, {"省级已撤销", ""}, {"绿色供应链培育", ""},
		}},
		{"money that was paid for another award is not the record's", [][2]string{
			{"已兑现", "record/stop 已兑现"}, {"已兑现绿色工厂", "record/stop 已兑现"}, {"已兑现绿色供应链", ""},
			{"已兑现零碳工厂", ""},
		}},
		{"that no money was paid is no harm", [][2]string{
			{"未兑现", ""}, {"没有兑现", ""}, {"没有奖补", ""}, {"资金未到位", ""},
			{"资金到位", "record/stop 资金到位"}, {"资金，未到位", "record/stop 未到位"},
			{"未领过", "record/stop 未领过"}, {"不兑现", "record/stop 不兑现"},
		}},
		{"what ought to be and is not stops", [][2]string{
			{"未完工", "record/stop 未完工"}, {"未盖章", "record/stop 未盖章"},
			{"没有某证", "record/stop 没有某证"}, {"不是我区", "record/stop 不是我区"},
			{"不是某企业", "record/stop 不是某企业"}, {"不属于省级", ""}, {"未", ""}, {"没有", ""},
			{"名单没有", "record/stop 没有"}, {"某没有", "record/stop 没有"}, {"未能", "record/stop 未能"},
		}},
		{"a denial in a pair denies it, one to come does not", [][2]string{
			{"缺材料", "record/stop 缺材料"}, {"不缺材料", ""}, {"未缺材料", ""}, {"将缺材料", "record/stop 缺材料"},
			{"不某缺材料", "record/stop 缺材料"},
		}},
		{"so before a pair that ends in a word that stops", [][2]string{
			{"被处罚", "record/stop 处罚"}, {"未被处罚", ""}, {"未被某部门处罚", ""},
			{"被某部门处罚", "record/stop 处罚"}, {"将被处罚", "record/stop 处罚"},
			{"未被某部门", "record/stop 未被某部门"},
		}},
		{"what nobody knows may stand in some pairs and not in others", [][2]string{
			{"被某集团收购", "record/stop 被某集团收购"}, {"未被收购", ""}, {"缺某材料", ""}, {"已某兑现", ""},
		}},
		{"a word that takes its meaning makes a pair harmless", [][2]string{
			{"领过奖补", "record/stop 领过"}, {"领过", "record/stop 领过"}, {"领过证书", ""},
		}},
		{"what was recognised before is asked about, unless it goes on with something else", [][2]string{
			{"再次认定", "record/stop 再次认定"}, {"再次认定零碳工厂", ""}, {"再次认定某事", ""},
			{"再次认定，某事", "record/stop 再次认定"}, {"再次认定绿色工厂", "record/stop 再次认定"},
			{"再次认定绿色供应链", ""}, {"曾获绿色工厂", "record/stop 曾获绿色工厂"}, {"未再次认定", ""},
		}},
		{"a level that the record has is no slip", [][2]string{
			{"只是市级", "record/stop 只是市级"}, {"只是国家级", ""}, {"只是省级", "record/stop 只是省级"},
		}},
		{"some words stop only where all beside them is known", [][2]string{
			{"测试", "record/stop 测试"}, {"测试企业", "record/stop 测试"}, {"测试设备", ""},
			{"企业测试", "record/stop 测试"},
		}},
		{"some only where they begin, with something behind", [][2]string{
			{"等", ""}, {"等企业", "record/stop 等"}, {"企业等企业", ""}, {"企业等", ""},
		}},
		{"some only where they end, with something before", [][2]string{
			{"中", ""}, {"企业中", "record/stop 中"}, {"中企业", ""}, {"某中", "record/stop 中"},
		}},
		{"another district that it is said to be of or to go to", [][2]string{
			{"归滨城区", "record/stop 滨城区"}, {"归东山县", ""},
			{"未归滨城区", "record/stop 未归滨城区, record/stop 滨城区"}, {"应报至某某滨城区", "record/stop 滨城区"},
			{"滨城区企业", "record/stop 滨城区"}, {"滨城区某企业", ""}, {"东山县企业", ""},
		}},
		{"a year before the record's, in which it is said to have been recognised", [][2]string{
			{"2022年认定", "record/stop 2022年"}, {"2022年新认定", "record/stop 2022年"},
			{"2022年5月认定", "record/stop 2022年"}, {"2023年认定", ""}, {"2022年度认定", ""},
			{"2022年", ""}, {"2022年复核", "record/remark 复核"},
			{"2022年未认定", "record/not-recognised 未认定"}, {"2022年认定某事", ""},
			{"2022年处罚", "record/stop 处罚"},
		}},
		{"not where that is another award", [][2]string{
			{"2022年认定零碳工厂", ""}, {"2022年认定绿色供应链", ""}, {"2022年认定绿色工厂", "record/stop 2022年"},
			{"2022年认定省级绿色工厂", ""},
		}},
		{"a review in a later year is not the record's", [][2]string{
			{"复核通过", "record/remark 复核通过"}, {"2024年复核通过", ""}, {"2024年5月复审", ""},
			{"2022年复核通过", "record/remark 复核通过"}, {"2023年复核通过", "record/remark 复核通过"},
			{"2024年已撤销", "record/remark 已撤销"},
		}},
		{"what is published for objections is not recognised in a remark only where it is denied or to come",
			[][2]string{
				{"公示", ""}, {"已公示", ""}, {"未公示", "record/stop 未公示"}, {"拟公示", "record/stop 拟公示"},
				{"不公示", ""}, {"未公示名单", "record/stop 未公示名单"}, {"未公示某事", ""},
				{"未公示奖补", "record/stop 未公示奖补"}, {"未公示国家级", "record/stop 未公示国家级"},
			}},
		{"a denial reaches over what may stand between", [][2]string{
			{"待省工信厅认定", "record/not-recognised 待省工信厅认定"}, {"未经省级认定", ""}, {"未存在失信", ""},
			{"未能兑现奖补", ""}, {"拟未认定", "record/not-recognised 拟未认定"},
			{"未经某人认定", "record/stop 未经某人认定"},
		}},
	} {
		for _, said := range c.said {
			if diff := cmp.Diff(said[1], foundIn(t, calc.ColRemark, said[0])); diff != "" {
				t.Errorf("%s: %q (-want +got):\n%s", c.name, said[0], diff)
			}
		}
	}
}

func TestWhatTheNameOfASubjectSays(t *testing.T) {
	for _, c := range []struct {
		name string
		said [][2]string // a subject, and what is found
	}{
		{"a name that holds a word of a state is a name", [][2]string{
			{"认定培育平台", ""}, {"撤销装置", ""}, {"甲软件处罚系统", ""}, {"未来软件", ""},
		}},
		{"a state that stands apart is one", [][2]string{
			{"甲软件（培育）", "record/not-recognised 培育"}, {"甲软件（未通过）", "record/not-recognised 未通过"},
			{"甲软件（处罚）", "record/stop 处罚"}, {"甲软件（公示）", "record/not-recognised 公示"},
			{"甲软件，作废", "record/stop 作废"}, {"（测试）甲软件", "record/stop 测试"},
		}},
		{"a nature that stands apart is asked about where remarks are asked", [][2]string{
			{"甲软件（复核）", "record/nature-differs 复核"}, {"甲软件（更名）", ""}, {"甲软件（新认定）", ""},
		}},
		{"a question mark at the end is a doubt, within it is none", [][2]string{
			{"甲软件？", "record/stop 甲软件?"}, {"甲？软件", ""},
		}},
		{"a year that stands apart is that of another recognition", [][2]string{
			{"甲软件（2022年认定）", "record/stop 2022年"}, {"甲软件（2023年认定）", ""},
		}},
		{"another award by its name is asked about, its own name is not", [][2]string{
			{"绿色供应链", "rule/ambiguous 绿色工厂、绿色供应链管理企业"}, {"绿色工厂", ""},
			{"零碳工厂", "rule/ambiguous 绿色工厂、零碳工厂"},
			{"绿色工厂、绿色供应链", "rule/ambiguous 绿色工厂、绿色供应链管理企业"}, {"甲工厂", ""},
			{"双软", "rule/ambiguous 绿色工厂、软件企业评估、软件产品评估"},
		}},
		{"so is another level, where all is known", [][2]string{
			{"省级", "cell/level “省级”写的是省级"}, {"国家级", ""}, {"省级绿色工厂", "cell/level “省级绿色工厂”写的是省级"},
			{"国家级绿色工厂", ""}, {"省级甲工厂", ""}, {"三星级", ""}, {"国家级、省级", "cell/level “国家级、省级”写的是省级"},
		}},
		{"a district there is a part of the name", [][2]string{
			{"滨城区", ""}, {"归滨城区", ""},
		}},
		{"that money was paid for what bears the item's name is none", [][2]string{
			{"绿色工厂（已兑现）", "record/stop 已兑现"}, {"甲软件（已兑现）", "record/stop 已兑现"},
		}},
	} {
		for _, said := range c.said {
			if diff := cmp.Diff(said[1], foundIn(t, calc.ColSubject, said[0])); diff != "" {
				t.Errorf("%s: %q (-want +got):\n%s", c.name, said[0], diff)
			}
		}
	}
}

func TestWhatThePapersSay(t *testing.T) {
	for _, c := range []struct {
		name string
		said [][2]string // a document, and what is found
	}{
		{"a document's title may hold any word", [][2]string{
			{"关于公布撤销名单的通知", ""}, {"关于处罚的通知", "record/stop 处罚"}, {"绿色工厂复核管理办法", ""},
		}},
		{"a state in known words is one", [][2]string{
			{"未通过", "record/not-recognised 未通过"}, {"公示", "record/not-recognised 公示"},
			{"作废", "record/stop 作废"}, {"绿色工厂公示名单", "record/not-recognised 公示"},
			{"绿色工厂复核名单", "record/nature-differs 复核"}, {"未发文", "record/not-recognised 未发文"},
		}},
		{"a word of a state beside unknown ones is one, a nature is not", [][2]string{
			{"未发某文", "record/stop 未发某文"}, {"某某公示", ""}, {"某某复核", ""},
			{"某某作废", "record/stop 作废"},
		}},
		{"a number is read without its serial number", [][2]string{
			{"工信部〔2023〕9号", ""}, {"工信部〔2022〕9号", "record/date-document 工信部〔2022〕9号"},
			{"滨工信〔2023〕9号", "record/level-document 滨工信〔2023〕9号"},
		}},
		{"money that is not given is lacking there", [][2]string{
			{"未兑现奖补", "record/stop 未兑现奖补"},
		}},
	} {
		for _, said := range c.said {
			if diff := cmp.Diff(said[1], foundIn(t, calc.ColDocument, said[0])); diff != "" {
				t.Errorf("%s: %q (-want +got):\n%s", c.name, said[0], diff)
			}
		}
	}
}

func TestWhatAFurtherColumnSays(t *testing.T) {
	for _, c := range []struct {
		name string
		said [][2]string // a further column, and what is found
	}{
		{"an answer to a question is completed by it", [][2]string{
			{"是否通过认定=是", ""}, {"是否通过认定=否", "record/not-recognised 未通过"},
			{"是否首次认定=否", "record/not-recognised 非首次认定"}, {"有无处罚=有", "record/stop 处罚"},
			{"有无处罚=无", ""}, {"是否处罚=是（已整改）", "record/stop 处罚"}, {"是否处罚=否。", ""},
		}},
		{"a denial of what nobody knows does not stop there", [][2]string{
			{"说明=不是某企业", ""}, {"说明=没有某证", ""}, {"说明=未盖章", "record/stop 未盖章"}, {"说明=名单没有", ""},
			{"说明=不属于我区", "record/stop 不属于我区"},
		}},
		{"what anybody knows does", [][2]string{
			{"说明=不是我区", "record/stop 不是我区"}, {"说明=已兑现", "record/stop 已兑现"},
			{"说明=复核", "record/remark 复核"}, {"说明=培育", "record/not-recognised 培育"},
			{"说明=2022年认定", "record/stop 2022年"}, {"说明=归滨城区", "record/stop 滨城区"}, {"说明=已修复", ""},
		}},
		{"nothing says nothing", [][2]string{
			{"说明=无", ""}, {"说明=/", ""},
		}},
	} {
		for _, said := range c.said {
			if diff := cmp.Diff(said[1], foundIn(t, calc.ColSerial, said[0])); diff != "" {
				t.Errorf("%s: %q (-want +got):\n%s", c.name, said[0], diff)
			}
		}
	}
}

func TestWhatTheColumnOfTheNatureSays(t *testing.T) {
	for _, c := range []struct {
		name string
		said [][2]string // 认定类型, and what is found
	}{
		{"a question and its answer in one cell", [][2]string{
			{"新认定：是", ""}, {"新认定：否", "record/not-recognised 非新认定"}, {"复核：是", ""}, {"复核：否", ""},
			{"是否复核：是", ""}, {"说明：新认定", "cell/left-over 说明"},
		}},
		{"an award, a batch or a level there say nothing of the nature", [][2]string{
			{"国家级绿色工厂", ""}, {"绿色供应链", ""}, {"国家级", ""}, {"第三批", ""}, {"2023年", ""},
			{"甲类", "cell/nature"},
		}},
		{"that it was recognised before is asked about where it names no nature", [][2]string{
			{"曾获认定", "cell/left-over 曾获, record/stop 曾获认定"}, {"曾获认定复核", "cell/left-over 曾获"},
			{"再次认定", "cell/left-over 再次, record/stop 再次认定"},
			{"测试", "cell/nature, record/stop 测试"},
		}},
		{"a year before the record's, too", [][2]string{
			{"2022年认定", "record/stop 2022年"}, {"2023年认定", ""},
		}},
		{"a change that did not take place is none", [][2]string{
			{"未更名", "cell/nature"}, {"未变更名称", "cell/left-over 未变、称"},
		}},
		{"a state is one", [][2]string{
			{"公示", "record/not-recognised 公示"}, {"未通过", "record/not-recognised 未通过"},
			{"作废", "record/stop 作废"}, {"已撤销", ""}, {"培育", "record/not-recognised 培育"},
		}},
	} {
		for _, said := range c.said {
			if diff := cmp.Diff(said[1], foundIn(t, calc.ColNature, said[0])); diff != "" {
				t.Errorf("%s: %q (-want +got):\n%s", c.name, said[0], diff)
			}
		}
	}
}

func TestWhatStandsBesideTheCompanysName(t *testing.T) {
	for _, c := range []struct {
		name string
		said [][2]string // a company, and what is found
	}{
		{"a state apart from it is one", [][2]string{
			{"海滨甲机械有限公司（已注销）", "record/stop 注销"}, {"海滨甲机械有限公司-注销", "record/stop 注销"},
			{"海滨甲机械有限公司（培育）", "record/not-recognised 培育"},
			{"海滨甲机械有限公司？", "record/stop 海滨甲机械有限公司?"}, {"海滨甲机械有限公司【放弃】", "record/stop 放弃"},
		}},
		{"within it none", [][2]string{
			{"海滨注销机械有限公司", ""}, {"海滨培育机械有限公司", ""},
		}},
		{"several names", [][2]string{
			{"海滨甲机械有限公司等3家", "cell/several 海滨甲机械有限公司等3家"},
			{"海滨甲机械有限公司等", "cell/several 海滨甲机械有限公司等"}, {"海滨甲等离子机械有限公司", ""},
			{"海滨甲机械有限公司或海滨乙机械有限公司", "cell/several 海滨甲机械有限公司或海滨乙机械有限公司"},
			{"海滨甲机械有限公司、海滨乙机械有限公司", "cell/several 海滨甲机械有限公司、海滨乙机械有限公司"},
		}},
		{"a number in front of it is none of it", [][2]string{
			{"1.海滨甲机械有限公司", ""}, {"①海滨甲机械有限公司", ""}, {"（1）海滨甲机械有限公司", ""}, {"360机械有限公司", ""},
		}},
	} {
		for _, said := range c.said {
			if diff := cmp.Diff(said[1], foundIn(t, calc.ColCompany, said[0])); diff != "" {
				t.Errorf("%s: %q (-want +got):\n%s", c.name, said[0], diff)
			}
		}
	}
}
