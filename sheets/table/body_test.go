package table

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"jiangbu/calc"
	"jiangbu/calc/money"
	"jiangbu/sheets"
)

// The columns of an invented list of awards.
const (
	bodySerial = iota + 1
	bodyPlace
	bodyName
	bodyCode
	bodyItem
	bodyPaper
	bodyAmount
	bodyRemark
)

var bodyWords = NewWords([]Heading{
	{ID: bodySerial, Rank: 5, Name: []string{"序号"}},
	{ID: bodyPlace, Rank: 5, Name: []string{"县区"}},
	{ID: bodyName, Rank: 5, Name: []string{"单位名称"}},
	{ID: bodyCode, Rank: 5, Name: []string{"信用代码"}},
	{ID: bodyItem, Rank: 5, Name: []string{"奖补事项"}},
	{ID: bodyPaper, Rank: 5, Name: []string{"证书编号"}},
	{ID: bodyAmount, Rank: 5, Name: []string{"金额"}},
	{ID: bodyRemark, Many: true, Name: []string{"备注"}},
	{ID: Ignored, Name: []string{"联系电话"}},
}, nil).Led(bodyName)

var bodyRoles = []Role{bodySerial: RoleSerial, bodyPlace: RolePlace, bodyName: RoleName, bodyCode: RoleCode,
	bodyItem: RoleItem, bodyPaper: RoleFact, bodyAmount: RoleAmount, bodyRemark: RoleRemark}

// bodyNames are the words of an invented policy.
var bodyNames = Names{
	Item:     func(s string) bool { return calc.ContainsAny(s, []string{"绿色工厂", "软件产品"}) != "" },
	District: func(s string) bool { return calc.ContainsAny(s, []string{"东区", "西区"}) != "" },
	Harmless: func(s string) bool { return calc.ContainsAny(s, []string{"名单", "省级"}) != "" },
}

var kindNames = map[Kind]string{Record: "record", Section: "section", Total: "total", Note: "note",
	Placeholder: "placeholder", Example: "example", Unread: "unread"}

// listReader reads a list of awards line by line, and keeps what it was told.
type listReader struct {
	Reader
	adjust   func(*Body)
	findings calc.Findings
	amount   int // the field of the amount
	told     []string
	above    Around // as it was at the last record
}

func (r *listReader) Begin(t *Table) {
	if t.Other {
		return
	}
	var columns []*Column
	form := SumForm{Name: -1, CatchUp: func() {}, Companies: func(n int) int { return n }, Report: r.report}
	for i := range t.Columns {
		columns = append(columns, &t.Columns[i])
	}
	ResolveHeadings(columns)
	r.amount = -1
	for i, c := range columns {
		switch c.ID {
		case bodyAmount:
			form.Columns, r.amount = []int{i}, i
		case bodyName:
			form.Name = i
		}
	}
	form.Amount = func(_ int, c calc.Cell) (money.Yuan, bool) { return yuanIn(c.Text) }
	r.Body, r.Sums = NewBody(t, RolesOf(columns, bodyRoles), &r.Around), NewSums(form)
	if r.adjust != nil {
		r.adjust(r.Body)
	}
}

func yuanIn(text string) (money.Yuan, bool) {
	y, err := money.ExactYuan(strings.TrimSpace(text))
	return y, err == nil
}

func (r *listReader) report(d Difference) {
	what := "sum"
	if d.Column == CountColumn {
		what = "count"
	}
	r.told = append(r.told, fmt.Sprintf("%d %s of %q is %s, not %s", d.Cell.Row, what, d.Label, d.Have, d.Sent))
}

// tell says what the line is before it is read.
func (r *listReader) tell(l Line) {
	if r.Body == nil || l.Header > 0 || IsEmptyLine(l.Cells) {
		return
	}
	again := *r.Body
	k, label := again.Read(l)
	said := fmt.Sprintf("%d %s", l.Number, kindNames[k])
	if label.Core != "" {
		said += " " + label.Core
	}
	if label.Count >= 0 && k != Record && label.Cell.Row > 0 {
		said += fmt.Sprintf(" of %d", label.Count)
	}
	if label.Part {
		said += " part"
	}
	r.told = append(r.told, said)
}

func (r *listReader) Take(k Kind, _ Label, l Line) bool {
	if k != Record {
		return false
	}
	r.above = r.Around.clone()
	r.Sums.Line()
	if r.amount >= 0 && !l.Merged(r.amount) {
		y, ok := yuanIn(l.Fields[r.amount].Text)
		r.Sums.Add(0, y, ok)
	}
	return true
}

func (r *listReader) Moved(Kind) {}

func (r *listReader) Brief(Line) string { return "" }

// readList reads a list and tells its lines and what its sums state otherwise.
func readList(text string, merges []sheets.Range, adjust func(*Body)) *listReader {
	r := &listReader{adjust: adjust}
	s := sheets.NewSheet("名单", tableLines(text), merges)
	r.Reader = NewReader(r, "名单.xlsx", s, bodyNames, &r.findings)
	bodyWords.Tables(s, func(l Line) bool { r.tell(l); r.Line(l); return true })
	r.Finish()
	return r
}

const listHead = "序号|县区|单位名称|信用代码|奖补事项|证书编号|金额|备注\n"

func TestEachLineUnderAHeaderIsWhatItIs(t *testing.T) {
	for _, c := range []struct{ name, line, want string }{
		{"a company with an award is a record", "1|东区|甲公司||绿色工厂|A1|5|", "record"},
		{"a company alone is one", "||甲公司|||||", "record"},
		{"a code alone is one", "|||91320722MAAY4CL12W||||", "record"},
		{"eight signs are no code", "|||12345678||||", "record"},
		{"an award of nobody with two facts is one", "|||||A1|5|", "record"},
		{"a fact of nobody is none", "|||||A1||", "unread"},
		{"an item of nobody is none", "||||待定|||", "unread"},
		{"a number under 序号 alone holds a place", "7|||||||", "placeholder"},
		{"a number and a district hold a place", "7|东区||||||", "placeholder"},
		{"a number and a remark claim nothing, and say something", "7|||||||另报", "unread"},
		{"the numbers of the columns are no record", "1|2|3|4|5|6|7|8", "placeholder"},
		{"numbers that do not follow each other are figures of a record", "1|2|3|5|5|6|7|8", "record"},
		{"two numbers are not those of the columns", "1|2||||||", "placeholder"},

		{"a sum", "合计||||||5|", "total"},
		{"a sum under the name", "||合计||||5|", "total"},
		{"a sum split over two cells", "合|计|||||5|", "total"},
		{"a subtotal", "||小计||||5|", "total part"},
		{"the sum of a district", "||东区小计||||5|", "total 东区 part"},
		{"a count is a sum", "||共计3家|||||", "total of 3"},
		{"a software whose name begins like a sum is a company's", "1||累计计费软件||软件产品|A1|5|", "record"},
		{"a company whose name ends in 公司 is one", "1||合计公司||软件产品|A1|5|", "record"},
		{"figures alone are a sum", "||||||5|", "total"},
		{"figures where no sum stands are none", "|||5||||", "record"},

		{"a numbered heading", "一、绿色工厂|||||||", "section 绿色工厂"},
		{"a numbered heading with its count", "一、绿色工厂（3家）|||||||", "section 绿色工厂 of 3"},
		{"a number and its heading in two cells", "二|东区||||||", "section 东区"},
		{"an item alone", "绿色工厂|||||||", "section 绿色工厂"},
		{"a district alone", "东区|||||||", "section 东区"},
		{"an item with its figures", "绿色工厂||||||5|", "section 绿色工厂"},
		{"a numbered heading that nobody knows", "三、瞪羚企业|||||||", "section 瞪羚企业"},
		{"something else alone is not read", "瞪羚|||||||", "unread 瞪羚"},
		{"a numbered company is no heading", "||1.东区机械有限公司|||||", "record"},
		{"a numbered company before its award is none", "||1、甲机械有限公司||绿色工厂||5|", "record"},
		{"a district in the name of a company is none", "||东区机械有限公司|||||", "record"},

		{"a period behind its word", "公示期：2023年10月8日至14日|||||||", "note"},
		{"a name behind a word is no note", "新增：甲公司|||||||", "unread 新增:甲公司"},
		{"a note", "备注：略|||||||", "note"},
		{"a numbered note", "注1：略|||||||", "note"},
		{"a company that begins with the sign for a note is one", "1||注塑机械公司||绿色工厂||5|", "record"},
		{"a signature", "填表人：王某|||审核人：李某||||", "note"},
		{"a signature in the middle of the line", "||||填表人：王某|||", "note"},
		{"a bureau where the table begins", "东区工信局|||||||", "section 东区工信局"},
		{"a seal", "||||东区工信局|||", "note"},
		{"a seal by its words", "东区工信局(盖章)|||||||", "note"},
		{"what stands in brackets", "【绿色工厂】|||||||", "section 绿色工厂"},
		{"the number of a page", "第 1 页，共 3 页|||||||", "note"},
		{"a page in dashes", "||- 2 -|||||", "note"},
		{"a list that ends", "（以下空白）|||||||", "note"},
		{"a number is no page", "||2|||||", "unread"},
		{"who signs, without a colon", "||审核人 王五|||||", "note"},
		{"who signs, under the name", "||审核：赵六|||||", "note"},
		{"who signs and for whom, under the name", "||会计：王五||出纳：李四|||", "note"},
		{"a label and a name in two cells", "审核||赵六|||||", "note"},
		{"labels and names", "审核||赵六||制表||王五|", "note"},
		{"a label without a name is what it says", "审核|||||||", "unread 审核"},
		{"who signed stands in the remark of a record", "1||甲公司||绿色工厂||5|审核：赵六", "record"},
		{"nor does it take away a record without an amount", "||甲公司||绿色工厂|||审核：赵六", "record"},
		{"where a seal is put, behind a district", "|东区|（盖章）|||||", "note"},
		{"a seal beside an amount is asked about", "|东区|（盖章）||||5|", "record"},
		{"a company behind a label is one", "复核||甲公司||绿色工厂||5|", "record"},
		{"a sum carried from the page before", "||承前页||||40|", "note"},
		{"one carried on", "||||过次页||80|", "note"},
		{"a company beside the words is paid", "||甲公司||承前页||40|", "record"},
		{"a title that nobody knows under the name", "||其他荣誉称号|||||", "section 其他荣誉称号"},
		{"a batch under the name", "||第一批|||||", "section 第一批"},
		{"a year and a batch under the name", "||2022年度第2批次|||||", "section 2022年度第2批次"},
		{"a batch that is paid for is no heading", "||第一批||绿色工厂||5|", "record"},
		{"a company that is called so is none", "||第一批发公司|||||", "record"},
		{"a partnership is a body", "||甲合伙企业|||||", "record"},
		{"the title of a list under the name", "||2023年绿色工厂名单|||||", "section 2023年绿色工厂名单"},
		{"a Roman number", "Ⅱ绿色工厂|||||||", "section 绿色工厂"},
		{"a part of a list", "第一部分 绿色工厂|||||||", "section 绿色工厂"},
		{"a count under the code", "||东区|2家||||", "section 东区"},
		{"a number under the code", "||东区|2||||", "section 东区"},
		{"too long a number for a count", "||东区|2023||||", "record"},
		{"a date alone", "2024年3月5日|||||||", "note"},
		{"a unit", "单位：万元|||||||", "note"},
		{"who sends it", "填报单位：东区工信局|||||||", "note"},

		{"an example under 序号", "示例|东区|甲公司||绿色工厂|A1|5|", "example"},
		{"a word for examples alone heads them", "示例|||||||", "section 示例"},
		{"an example in the remark", "1|东区|甲公司||绿色工厂|A1|5|示例行", "example"},
		{"an example in the name", "1|东区|（例）甲公司||绿色工厂|A1|5|", "example"},
		{"a remark that names a case is none", "1|东区|甲公司||绿色工厂|A1|5|典型案例企业", "record"},
	} {
		t.Run(c.name, func(t *testing.T) {
			got := readList(listHead+c.line+"\n", nil, nil).told
			if len(got) == 0 || strings.TrimPrefix(got[0], "2 ") != c.want {
				t.Errorf("%s: %v, want %s", c.line, got, c.want)
			}
		})
	}
}

func TestAfterANoteNumberedLinesAreNotes(t *testing.T) {
	for _, c := range []struct {
		name, text string
		want       []string
	}{
		{"numbered lines go on with the note", "1||甲公司||||5|\n填表说明：\n1.金额填到元\n（2）事项按政策填写\n",
			[]string{"2 record", "3 note", "4 note", "5 note"}},
		{"a record ends it", "填表说明：\n1||甲公司||||5|\n一、绿色工厂\n", []string{"2 note", "3 record", "4 section 绿色工厂"}},
		{"what is not read does not", "填表说明：\n瞪羚\n1.金额填到元\n", []string{"2 note", "3 unread 瞪羚", "4 note"}},
		{"the number of a page is no note", "1||甲公司||||5|\n- 2 -\n二、软件产品\n1||乙公司||||5|\n",
			[]string{"2 record", "3 note", "4 section 软件产品", "5 record"}},
		{"a numbered line before any note is a heading", "1.绿色工厂\n", []string{"2 section 绿色工厂"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			if diff := cmp.Diff(c.want, readList(listHead+c.text, nil, nil).told); diff != "" {
				t.Errorf("-want +got:\n%s", diff)
			}
		})
	}
}

func TestAMergedNameMakesRecordsOfTheLinesItReaches(t *testing.T) {
	merges := []sheets.Range{{Top: 2, Left: 3, Bottom: 3, Right: 3}}
	want := []string{"2 record", "3 record", "4 total"}
	if diff := cmp.Diff(want, readList(listHead+"1||甲公司||绿色工厂||5|\n||||软件产品||1|\n||||||6|\n", merges,
		nil).told); diff != "" {
		t.Errorf("-want +got:\n%s", diff)
	}
}

func TestALineGoesOnWithTheNameAboveOnlyWhereItsReaderSaysSo(t *testing.T) {
	paper := listHead + "1||甲公司||绿色工厂||5|\n|||||A2||\n"
	for goesOn, want := range map[bool][]string{false: {"2 record", "3 unread"}, true: {"2 record", "3 record"}} {
		got := readList(paper, nil, func(b *Body) { b.Continues = func(Line) bool { return goesOn } }).told
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("goes on %t (-want +got):\n%s", goesOn, diff)
		}
	}
}

func TestATableThatNamesNobodyHasNoRecords(t *testing.T) {
	line := listHead + "||||绿色工厂|A1|5|\n"
	for nameless, want := range map[bool][]string{false: {"2 record"}, true: {"2 unread"}} {
		if diff := cmp.Diff(want, readList(line, nil, func(b *Body) { b.Nameless = nameless }).told); diff != "" {
			t.Errorf("nameless %t (-want +got):\n%s", nameless, diff)
		}
	}
}

func TestInAWideTableAMarkMakesTheRecord(t *testing.T) {
	head := "序号|单位名称|信用代码|备注\n"
	for _, c := range []struct {
		name, line string
		claims     bool
		want       string
	}{
		{"a company with a mark", "1|甲公司||", true, "record"},
		{"a company without any mark claims nothing", "1|甲公司||", false, "unread"},
		{"a code and no mark neither", "1|甲公司|91320722MAAY4CL12W|", false, "unread"},
	} {
		t.Run(c.name, func(t *testing.T) {
			got := readList(head+c.line+"\n", nil,
				func(b *Body) { b.Wide = func([]calc.Cell) bool { return c.claims } }).told
			if diff := cmp.Diff([]string{"2 " + c.want}, got); diff != "" {
				t.Errorf("-want +got:\n%s", diff)
			}
		})
	}
}

// crossed is a text that is struck through.
func crossed(text string) string {
	var b strings.Builder
	for _, r := range text {
		b.WriteRune(r)
		b.WriteRune(calc.Strike)
	}
	return b.String()
}

func isStruckRow(f calc.Finding) bool { return f.Code == "table/struck-row" }

func TestALineThatIsCrossedOutIsSetApart(t *testing.T) {
	for _, c := range []struct {
		name, line string
		want       bool
	}{
		{"all of it", crossed("1") + "|" + crossed("东区") + "|" + crossed("甲公司") + "||" + crossed("绿色工厂") + "||" +
			crossed("5") + "|", true},
		{"all but the serial number, the district and the remark", "1|东区|" + crossed("甲公司") + "||||" + crossed("5") +
			"|退出", true},
		{"a title alone", crossed("一、绿色工厂"), true},
		{"the name alone", "1|东区|" + crossed("甲公司") + "||||5|", false},
		{"the amount alone", "1|东区|甲公司||||" + crossed("5") + "|", false},
		{"a name that was changed", "1|东区|" + crossed("甲公司") + "乙公司||||" + crossed("5") + "|", false},
		{"the serial number alone", crossed("1") + "|东区|||||", false},
		{"nothing", "1|东区|甲公司||||5|", false},
	} {
		t.Run(c.name, func(t *testing.T) {
			for asked, want := range map[bool]bool{true: c.want, false: false} {
				r := readList(listHead+c.line+"\n", nil, func(b *Body) { b.Strikes = asked })
				if got := slices.ContainsFunc(r.findings, isStruckRow); got != want {
					t.Errorf("set apart: %t, where the form asks for it: %t", got, asked)
				}
			}
		})
	}
}
