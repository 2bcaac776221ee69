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

// The columns of an invented ledger.
const (
	headName = iota + 1
	headAmount
	headDate
	headPayee
	headRemark
)

var ledgerWords = NewWords([]Heading{
	{ID: headName, Rank: 2, Else: headPayee, Name: []string{"项目", "项目名称"}, Ends: []string{"事项名称"}},
	{ID: headName, Rank: 5, Name: []string{"奖补事项"}},
	{ID: headAmount, Rank: 5, Name: []string{"拨付金额", "预算金额"}},
	{ID: headAmount, Rank: 1, Name: []string{"金额"}},
	{ID: headDate, Rank: 5, Name: []string{"拨付日期"}},
	{ID: headPayee, Rank: 5, Name: []string{"收款单位", "收款人名称"}},
	{ID: headRemark, Many: true, Name: []string{"备注"}},
	{ID: Ignored, Name: []string{"账号", "开户行"}},
}, nil)

// tableLines makes lines of text cells; "|" parts them, an empty line is none.
func tableLines(text string) []sheets.Line {
	var lines []sheets.Line
	for i, row := range strings.Split(strings.Trim(text, "\n"), "\n") {
		l := sheets.Line{Number: i + 1}
		for j, t := range strings.Split(row, "|") {
			if t != "" {
				l.Cells = append(l.Cells, calc.Cell{Kind: calc.CellText, Row: i + 1, Col: j + 1, Text: t})
			}
		}
		if len(l.Cells) > 0 {
			lines = append(lines, l)
		}
	}
	return lines
}

// showTables writes what Tables says of each line.
func showTables(w *Words, s *sheets.Sheet) string {
	var b strings.Builder
	w.Tables(s, func(l Line) bool {
		fmt.Fprintf(&b, "%d", l.Number)
		switch {
		case l.Header > 0:
			fmt.Fprintf(&b, " header of %d repeat=%t", l.Header, l.Repeat)
			for _, c := range l.Table.Columns {
				fmt.Fprintf(&b, " %s=%s", calc.ColumnName(c.Col), c.Path())
				if c.Unit != money.UnitNone {
					b.WriteString("[" + c.Unit.String() + "]")
				}
				if c.Heading != nil {
					fmt.Fprintf(&b, ":%d", c.Heading.ID)
				}
			}
		case l.Table == nil:
			b.WriteString(" above")
		default:
			for i, c := range l.Fields {
				b.WriteString(" " + c.Text)
				if l.Merged(i) {
					fmt.Fprintf(&b, "^%d", c.Row)
				}
			}
		}
		b.WriteString("\n")
		return true
	})
	return b.String()
}

func TestTables(t *testing.T) {
	for _, test := range []struct {
		name, text string
		merges     []sheets.Range
		want       string
	}{
		{"a title and a header of one row", "拨付台账\n项目名称|收款单位|拨付金额（万元）|备注\n甲|乙|1|\n", nil,
			"1 above\n2 header of 1 repeat=false A=项目名称:1 B=收款单位:4 C=拨付金额（万元）[万元]:2 D=备注:5\n3 甲 乙 1 \n"},
		{"a merged value reaches down to its last line only", "项目名称|收款单位|金额\n甲|乙|1\n|丙|2\n|丁|3\n",
			[]sheets.Range{{Top: 2, Left: 1, Bottom: 3, Right: 1}},
			"1 header of 1 repeat=false A=项目名称:1 B=收款单位:4 C=金额:2\n2 甲 乙 1\n3 甲^2 丙 2\n4  丁 3\n"},
		{"groups by merges lend their unit", "项目|金额（万元）||收款单位\n|预算金额|拨付金额\n甲|1|2|乙\n",
			[]sheets.Range{{Top: 1, Left: 1, Bottom: 2, Right: 1}, {Top: 1, Left: 2, Bottom: 1, Right: 3},
				{Top: 1, Left: 4, Bottom: 2, Right: 4}},
			"2 header of 2 repeat=false A=项目:1 B=金额（万元）/预算金额[万元]:2 C=金额（万元）/拨付金额[万元]:2 D=收款单位:4\n3 甲 1 2 乙\n"},
		{"a group line above the first headings that are known", "序|基本情况||资金情况\n|项目名称|收款单位|金额\n1|甲|乙|3\n",
			[]sheets.Range{{Top: 1, Left: 2, Bottom: 1, Right: 3}},
			"1 above\n2 header of 1 repeat=false B=基本情况/项目名称:1 C=基本情况/收款单位:4 D=资金情况/金额:2\n3 甲 乙 3\n"},
		{"a header repeated, then another one", "项目|金额\n甲|1\n项目|金额\n乙|2\n收款单位|拨付日期|金额\n丙|x|3\n", nil,
			"1 header of 1 repeat=false A=项目:1 B=金额:2\n2 甲 1\n3 header of 1 repeat=true A=项目:1 B=金额:2\n4 乙 2\n5 header of 1 repeat=false A=收款单位:4 B=拨付日期:3 C=金额:2\n6 丙 x 3\n"},
		{"labels with their values are no header", "项目|甲|金额|无\n收款单位|乙|账号|丙\n", nil, "1 above\n2 above\n"},
		{"contacts alone are no header", "账号|开户行\n1|2\n", nil, "1 above\n2 above\n"},
		{"a header at the end", "说明\n项目|金额", nil, "1 above\n2 header of 1 repeat=false A=项目:1 B=金额:2\n"},
	} {
		t.Run(test.name, func(t *testing.T) {
			got := showTables(ledgerWords, sheets.NewSheet("表", tableLines(test.text), test.merges))
			if diff := cmp.Diff(test.want, got); diff != "" {
				t.Errorf("(-want +got)\n%s", diff)
			}
		})
	}
}

func TestSettle(t *testing.T) {
	for _, test := range []struct {
		name    string
		columns []string
		ids     []int
		clashes string
	}{
		{"one column each", []string{"项目", "金额"}, []int{headName, headAmount}, ""},
		{"the weaker one gives way", []string{"金额", "拨付金额"}, []int{0, headAmount}, ""},
		{"the weaker one that comes later gives way, too", []string{"拨付金额", "金额"}, []int{headAmount, 0}, ""},
		{"the outranked column takes its other meaning", []string{"项目名称", "奖补事项"}, []int{headPayee, headName}, ""},
		{"unless a column of its own has that", []string{"项目名称", "收款单位", "奖补事项"}, []int{0, headPayee, headName}, ""},
		{"two that are outranked clash over their other meaning", []string{"奖补事项", "项目", "项目名称"},
			[]int{headName, headPayee, 0}, "项目=项目名称"},
		{"and wherever that stands", []string{"收款单位", "项目名称", "奖补事项"}, []int{headPayee, 0, headName}, ""},
		{"equals clash", []string{"拨付金额", "预算金额", "项目"}, []int{headAmount, 0, headName}, "拨付金额=预算金额"},
		{"three equals clash twice", []string{"项目", "项目名称", "立项事项名称"}, []int{headName, 0, 0}, "项目=项目名称 项目=立项事项名称"},
		{"remarks may be many", []string{"备注", "备注"}, []int{headRemark, 0}, ""},
		{"what is not read never clashes", []string{"账号", "开户行", "账号"}, []int{Ignored, Ignored, Ignored}, ""},
		{"an unknown heading means nothing", []string{"天气"}, []int{0}, ""},
	} {
		t.Run(test.name, func(t *testing.T) {
			var columns []*Column
			for _, text := range test.columns {
				c := &Column{Text: text}
				c.Heading, _ = ledgerWords.Find("", text)
				columns = append(columns, c)
			}
			var clashes []string
			for _, c := range ResolveHeadings(columns) {
				clashes = append(clashes, c[0].Text+"="+c[1].Text)
			}
			var ids []int
			for _, c := range columns {
				ids = append(ids, c.ID)
			}
			if diff := cmp.Diff(test.ids, ids); diff != "" {
				t.Errorf("ids (-want +got)\n%s", diff)
			}
			if got := strings.Join(clashes, " "); got != test.clashes {
				t.Errorf("clashes %q, want %q", got, test.clashes)
			}
		})
	}
}

func TestFindReadsAHeadingAndItsUnit(t *testing.T) {
	for _, test := range []struct {
		group, text string
		id          int
		unit        money.Unit
	}{
		{"", "拨付金额", headAmount, money.UnitNone},
		{"", " 拨付\n金额 （ 万元 ） ", headAmount, money.UnitWan},
		{"", "拨付金额(单位：元)", headAmount, money.UnitYuan},
		{"", "*拨付金额:万元", headAmount, money.UnitWan},
		{"", "金额/元", headAmount, money.UnitYuan},
		{"", "金额（元/人）", headAmount, money.UnitYuan},
		{"", "２.项目名称（全称）", headName, money.UnitNone},
		{"", "2024年度拨付日期", headDate, money.UnitNone},
		{"", "立项事项名称", headName, money.UnitNone},
		{"收款人", "名称", headPayee, money.UnitNone},
		{"收款人情况", "名称", headPayee, money.UnitNone},
		{"金额（万元）", "拨付金额", headAmount, money.UnitWan},
		{"", "名称", 0, money.UnitNone},
		{"", "万元", 0, money.UnitNone},
		{"", "", 0, money.UnitNone},
	} {
		h, unit := ledgerWords.Find(test.group, test.text)
		id := 0
		if h != nil {
			id = h.ID
		}
		if id != test.id || unit != test.unit {
			t.Errorf("Find(%q, %q) = %d, %q; want %d, %q", test.group, test.text, id, unit, test.id, test.unit)
		}
	}
}

func TestUnitLine(t *testing.T) {
	for text, want := range map[string]money.Unit{
		"单位：万元": money.UnitWan, "金额单位:人民币元": money.UnitYuan, "（单位：家、万元）": money.UnitWan, "单 位：元": money.UnitYuan,
		"注：金额单位为万元": money.UnitWan, "以上金额单位均为万元。": money.UnitWan, "（以下金额以万元为单位）": money.UnitWan,
		"金额均按元计": money.UnitYuan, "申报单位为独立法人": money.UnitNone, "以5万元为上限": money.UnitNone,
		"单位：元、万元": money.UnitNone, "填报单位：东海县": money.UnitNone, "单位": money.UnitNone, "": money.UnitNone,
	} {
		if got := UnitLine(text); got != want {
			t.Errorf("UnitLine(%q) = %q, want %q", text, got, want)
		}
	}
}

func FuzzTables(f *testing.F) {
	f.Add("拨付台账\n项目名称|收款单位|拨付金额（万元）|备注\n甲|乙|1|", 1, 1, 2, 2)
	f.Add("项目|金额（万元）||收款单位\n|预算金额|拨付金额\n甲|1|2|乙", 1, 2, 1, 3)
	f.Fuzz(func(t *testing.T, text string, top, left, bottom, right int) {
		if top < 1 || left < 1 || bottom < top || right < left {
			t.Skip("no reader gives such a range")
		}
		sheet := sheets.NewSheet("表", tableLines(text),
			[]sheets.Range{{Top: top, Left: left, Bottom: bottom, Right: right}})
		var given []int // lines; all of one's cells may stand under a merge
		sheet.Rows(func(l sheets.Line) bool {
			if len(l.Cells) > 0 {
				given = append(given, l.Number)
			}
			return true
		})
		type part struct{ line, beside int }
		told, lines := map[part]bool{}, map[int]bool{}
		ledgerWords.Tables(sheet, func(l Line) bool {
			beside := 0
			if l.Table != nil {
				beside = l.Table.Beside
			}
			end := slices.Index(given, l.Number) + 1
			for _, number := range given[end-max(1, l.Header) : end] {
				if told[part{number, beside}] {
					t.Errorf("line %d is told twice of table %d", number, beside)
				}
				told[part{number, beside}], lines[number] = true, true
			}
			return true
		})
		if len(lines) != len(given) {
			t.Errorf("%d lines given, %d told", len(given), len(lines))
		}
	})
}
