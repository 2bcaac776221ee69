package notice

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"jiangbu/calc"
	"jiangbu/calc/written"
	"jiangbu/sheets"
)

// opened is a file of these bytes, opened as commands do.
func opened(t testing.TB, name string, data []byte) *sheets.Book {
	t.Helper()
	path := filepath.Join(t.TempDir(), name)
	if err := os.WriteFile(path, data, 0o600); err != nil {
		t.Fatal(err)
	}
	book, fs, err := sheets.Open(sheets.Input{Path: path, File: name})
	if err != nil || book == nil {
		t.Fatal(err, fs)
	}
	t.Cleanup(func() { book.Close() })
	return book
}

// announced is the proposed notice of awards, read back from its csv.
func announced(t testing.TB, s Settings, a Awards) *Proposed {
	t.Helper()
	p, fs := ReadProposed(opened(t, "公示.csv", writtenBytes(t, WriteCSV, made(t, s, a))))
	if p == nil {
		t.Fatal(told(fs))
	}
	return p
}

// finalSettings are those of the notice after the period.
func finalSettings(t testing.TB) Settings {
	s := testSettings(t)
	s.Final, s.Date = true, written.Date{Year: 2024, Month: 10, Day: 20}
	return s
}

// objection is a line of a register as a test writes it: received on the 9th,
// decided with a ground.
func objection(row int, state ObjectionState, kind string, serials ...int) Objection {
	return Objection{Ref: calc.Ref{File: "异议登记.xlsx", Sheet: registerSheet, Row: row}, Serials: serials, Kind: kind,
		Received: written.Date{Year: 2024, Month: 10, Day: 9}, State: state, Content: "来信人王小明反映", Ground: "局长办公会纪要",
		Document: "〔2024〕9号", Handling: "核实", columns: map[string]int{headReceived: 1, headSerial: 2, headCompany: 3,
			headState: 6, headGround: 8}}
}

// threeChanges is a year of which one award was withdrawn (1), one reduced (8),
// and one given another name and amount (7), each by an objection.
func threeChanges(t testing.TB) (final Awards) {
	t.Helper()
	final = testAwards(t)
	final.Since = &Since{Published: announced(t, testSettings(t), final), Register: &Register{File: "异议登记.xlsx"}}
	var lines []calc.AwardLine
	for _, l := range final.Lines {
		switch l.Company {
		case "高新培训中心":
			l.Amount = amount(t, "20000")
		case "外省诊断研究院":
			l.Company, l.Amount = "外省节能诊断研究院", amount(t, "15000")
		}
		if l.ItemName != "技术创新示范企业" || l.Level != "国家级" {
			lines = append(lines, l)
		}
	}
	final.Lines = lines
	serial := map[string]int{}
	for _, l := range final.Since.Published.Lines {
		serial[l.Cells["单位名称"]+l.Cells["认定级别"]] = l.Serial
	}
	renamed := objection(6, ObjectionUpheld, "信息有误", serial["外省诊断研究院"])
	renamed.Handling = "更正为外省节能诊断研究院，按发票核减"
	final.Since.Register.Objections = []Objection{
		objection(4, ObjectionUpheld, kindWithdrawn, serial["东山一号机械有限公司国家级"]),
		objection(5, ObjectionUpheld, "金额有误", serial["高新培训中心"]), renamed}
	return final
}

func TestWhatWasAnnouncedIsReadBackFromTheDataAndTheWorkbook(t *testing.T) {
	for _, more := range []bool{false, true} {
		for _, unit := range Units {
			s := testSettings(t)
			s.CreditCode, s.Amounts = more, unit
			n := made(t, s, testAwards(t))
			var want []ProposedLine
			for _, r := range n.Table.Rows {
				if r.Kind != AwardRow {
					continue
				}
				l := ProposedLine{Serial: len(want) + 1, Amount: r.Amount, Cells: map[string]string{}}
				for i, c := range n.Table.Columns {
					if c.Align != Right && r.Cells[i] != "" {
						l.Cells[c.Name] = r.Cells[i]
					}
				}
				want = append(want, l)
			}
			for name, data := range map[string][]byte{"公示.csv": writtenBytes(t, WriteCSV, n),
				"公示.xlsx": writtenBytes(t, WriteXLSX, n)} {
				p, fs := ReadProposed(opened(t, name, data))
				if p == nil {
					t.Fatal(name, told(fs))
				}
				if diff := cmp.Diff(want, p.Lines, cmpopts.IgnoreFields(ProposedLine{}, "Ref")); diff != "" {
					t.Errorf("%s (-want +got):\n%s", name, diff)
				}
			}
		}
	}
}

func TestWhatIsNoWholeProposedNoticeIsRefused(t *testing.T) {
	whole := string(writtenBytes(t, WriteCSV, made(t, testSettings(t), testAwards(t))))
	for _, c := range []struct{ name, old, now, want string }{
		{"a final notice", proposedAmount, "奖补金额", "notice/proposed 公示.csv:公示!2 不能作为已公布的公示核对：第 1 号没有“拟奖补金额”，或者不是金额"},
		{"a line is gone", "\r\n4,", "\r\n14,", "notice/proposed 公示.csv:公示!5 不能作为已公布的公示核对：序号“14”不与上一行相连"},
		{"an amount is gone", "500000.00", "", "notice/proposed 公示.csv:公示!G2 不能作为已公布的公示核对：第 1 号没有“拟奖补金额”，或者不是金额"},
		{"another table", "序号", "编号", "notice/proposed 公示.csv 不能作为已公布的公示核对：没有找到拟奖补项目表"},
	} {
		p, fs := ReadProposed(opened(t, "公示.csv", []byte(strings.Replace(whole, c.old, c.now, 1))))
		if p != nil {
			t.Errorf("%s is taken", c.name)
		}
		if got := strings.Join(told(fs), "\n"); got != c.want {
			t.Errorf("%s: got\n%s, want\n%s", c.name, got, c.want)
		}
	}
}

func TestAFinalNoticeSaysWhatBecameOfTheAnnouncedAwards(t *testing.T) {
	for _, by := range Orders {
		s, a := finalSettings(t), threeChanges(t)
		s.By = by
		n := made(t, s, a)
		want := [][]string{
			{"1", "东山一号机械有限公司", "（一）技术创新示范企业", "50", "0", "撤回"},
			{"6", "外省诊断研究院", "（三）节能诊断服务", "1.80005", "1.5", "经复核调整，单位名称更正为外省节能诊断研究院"},
			{"8", "高新培训中心", "（四）专业人才培养", "3.333333", "2", "经复核调整"},
			{"合计（3项）", "", "", "55.133383", "3.5", ""},
		}
		var got [][]string
		for _, r := range n.Changes.Rows {
			got = append(got, r.Cells)
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("(-want +got):\n%s", diff)
		}
		for _, d := range formats {
			data := writtenBytes(t, d.write, n)
			if diff := cmp.Diff(contentOf(&n), d.read(t, data)); diff != "" {
				t.Errorf("the %s says something else (-notice +%s):\n%s", d.format, d.format, diff)
			}
			all := string(data)
			if d.format != "html" {
				for _, part := range unzip(t, data) {
					all += string(part)
				}
			}
			for _, private := range []string{"来信人", "王小明", "纪要", "〔2024〕9号", "发票", "核实"} {
				if strings.Contains(all, private) {
					t.Errorf("the %s has “%s” of the register", d.format, private)
				}
			}
		}
		body := strings.Join(n.Body, "\n")
		for _, text := range []string{"对公示的3个项目作了调整（见附件2）：公示金额合计55.133383万元，调整后合计3.5万元。",
			"2. 2024年度市工业和信息化发展奖补专项资金公示项目调整情况表"} {
			if !strings.Contains(body, text) {
				t.Errorf("the text lacks “%s”:\n%s", text, body)
			}
		}
	}
}

// The awards and what became of the announced ones are two files of data, each
// with its schema.
func TestTheChangesAreDataToo(t *testing.T) {
	n := made(t, finalSettings(t), threeChanges(t))
	data := n.Data()
	if len(data) != 2 || data[0].Name != "公告" || data[1].Name != "公告调整情况" {
		t.Fatal(data)
	}
	want := [][]string{{"公示序号", "单位名称", "奖补事项", "公示金额（元）", "调整后（元）", "情况"},
		{"1", "东山一号机械有限公司", "（一）技术创新示范企业", "500000.00", "0.00", "撤回"},
		{"6", "外省诊断研究院", "（三）节能诊断服务", "18000.50", "15000.00", "经复核调整，单位名称更正为外省节能诊断研究院"},
		{"8", "高新培训中心", "（四）专业人才培养", "33333.33", "20000.00", "经复核调整"}}
	if diff := cmp.Diff(want, readCSV(t, writtenBytes(t, WriteCSV, data[1]))); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	if described := writtenBytes(t, WriteSchema, data[1]); bytes.Contains(described, []byte(`"description": ""`)) {
		t.Errorf("a column is not described:\n%s", described)
	}
}

func TestWhatKeepsAFinalNoticeFromBeingPublished(t *testing.T) {
	at := func(code, cell string) string { return code + " 异议登记.xlsx:异议登记!" + cell + " " }
	for _, c := range []struct {
		name  string
		amend func(s *Settings, a *Awards)
		want  []string
	}{
		{"three changes, each by an objection", func(*Settings, *Awards) {}, nil},
		{"an objection that is open", func(_ *Settings, a *Awards) {
			a.Since.Register.Objections = append(a.Since.Register.Objections, objection(7, ObjectionOpen, "其他", 2))
		}, []string{at("objection/open", "F7") + "对公示第 2 号的异议尚未处理"}},
		{"the same, rejected", func(_ *Settings, a *Awards) {
			a.Since.Register.Objections = append(a.Since.Register.Objections, objection(7, ObjectionRejected, "其他", 2))
		}, nil},
		{"an objection without a line", func(_ *Settings, a *Awards) {
			a.Since.Register.Objections = append(a.Since.Register.Objections, objection(7, ObjectionRejected, "其他"))
		}, []string{at("objection/no-line", "B7") + "这条异议没有写明公示序号和单位名称"}},
		{"a line that the notice has not", func(_ *Settings, a *Awards) {
			a.Since.Register.Objections = append(a.Since.Register.Objections, objection(7, ObjectionRejected, "其他", 9))
		}, []string{at("objection/unknown-line", "B7") + "公示序号“9”在公示中不存在"}},
		{"its last line", func(_ *Settings, a *Awards) {
			a.Since.Register.Objections = append(a.Since.Register.Objections, objection(7, ObjectionRejected, "其他", 8))
		}, nil},
		{"a company that the notice has not", func(_ *Settings, a *Awards) {
			a.Since.Register.Objections = append(a.Since.Register.Objections,
				ofCompany(ObjectionRejected, "其他", "北山有限公司"))
		}, []string{at("objection/unknown-company", "C7") + "“北山有限公司”不在公示中"}},
		{"one to a company that is open", func(_ *Settings, a *Awards) {
			a.Since.Register.Objections = append(a.Since.Register.Objections, ofCompany(ObjectionOpen, "其他", "高新培训中心"))
		}, []string{at("objection/open", "F7") + "对“高新培训中心”的异议尚未处理"}},
		{"one that says it is missing", func(_ *Settings, a *Awards) {
			a.Since.Register.Objections = append(a.Since.Register.Objections,
				ofCompany(ObjectionRejected, kindMissing, "北山有限公司"))
		}, nil},
		{"a number of another company", func(_ *Settings, a *Awards) {
			o := objection(7, ObjectionRejected, "其他", 2)
			o.Company = "高新培训中心"
			a.Since.Register.Objections = append(a.Since.Register.Objections, o)
		}, []string{at("objection/differs", "C7") + "公示第 2 号是“西河化工股份有限公司”，异议登记写的是“高新培训中心”"}},
		{"received the day before the period", func(_ *Settings, a *Awards) {
			a.Since.Register.Objections[0].Received.Day = 7
		}, []string{at("objection/outside-period", "A4") + "收到日期 2024-10-07 不在公示期内（2024-10-08 至 2024-10-12）"}},
		{"on its last day", func(_ *Settings, a *Awards) { a.Since.Register.Objections[0].Received.Day = 12 }, nil},
		{"the day after", func(_ *Settings, a *Awards) { a.Since.Register.Objections[0].Received.Day = 13 },
			[]string{at("objection/outside-period", "A4") + "收到日期 2024-10-13 不在公示期内（2024-10-08 至 2024-10-12）"}},
		{"the same objection twice", func(_ *Settings, a *Awards) {
			o := a.Since.Register.Objections[1]
			o.Ref.Row = 7
			a.Since.Register.Objections = append(a.Since.Register.Objections, o)
		}, []string{at("objection/twice", "7") + "与 异议登记.xlsx:异议登记!5 的异议相同"}},
		{"two that say different things", func(_ *Settings, a *Awards) {
			o := a.Since.Register.Objections[1]
			o.Ref.Row, o.Content = 7, "另一人反映"
			a.Since.Register.Objections = append(a.Since.Register.Objections, o)
		}, nil},
		{"decided without a ground", func(_ *Settings, a *Awards) {
			a.Since.Register.Objections[1].Ground, a.Since.Register.Objections[1].Document = "", ""
		}, []string{at("objection/no-ground", "H5") + "对公示第 8 号的异议没有写明决定依据和文号"}},
		{"a document is ground enough",
			func(_ *Settings, a *Awards) { a.Since.Register.Objections[1].Ground = "" }, nil},
		{"upheld, and the report is the old one", func(_ *Settings, a *Awards) {
			a.Since.Register.Objections = append(a.Since.Register.Objections, objection(7, ObjectionUpheld, "其他", 2))
		}, []string{at("objection/no-change", "F7") + "对公示第 2 号的异议成立，报告中相应的项目与公示相同"}},
		{"a change that nobody decided", func(_ *Settings, a *Awards) {
			a.Since.Register.Objections[1].State = ObjectionRejected
		}, []string{"notice/unexplained 报告.xlsx:奖补明细!11 高新培训中心的（四）专业人才培养（公示第 8 号）公示 33333.33 元，现为 20000.00 元，没有成立的异议或审定意见"}},
		{"the same by a ruling", func(_ *Settings, a *Awards) {
			a.Since.Register.Objections[1].State = ObjectionRejected
			a.Lines[len(a.Lines)-1].Ruled = true
		}, nil},
		{"a ruling that the budget cut again", func(_ *Settings, a *Awards) {
			a.Since.Register.Objections[1].State = ObjectionRejected
			l := &a.Lines[len(a.Lines)-1]
			l.Ruled, l.Cuts = true, []string{"预算"}
		}, []string{"notice/unexplained 报告.xlsx:奖补明细!11 高新培训中心的（四）专业人才培养（公示第 8 号）公示 33333.33 元，现为 20000.00 元，没有成立的异议或审定意见"}},
		{"an award is gone and nobody decided it", func(_ *Settings, a *Awards) {
			a.Since.Register.Objections[0].State = ObjectionRejected
		}, []string{"notice/unexplained 公示.csv:公示!G2 东山一号机械有限公司的国家级（一）技术创新示范企业（公示第 1 号）公示 500000.00 元，现没有列入，没有成立的异议或审定意见"}},
		{"the same, refused by a ruling", func(_ *Settings, a *Awards) {
			a.Since.Register.Objections[0].State = ObjectionRejected
			a.Since.Refused = []calc.AwardLine{{Company: "东山一号机械有限公司", Clause: "一", ItemName: "技术创新示范企业", Level: "国家级"}}
		}, nil},
		{"a ruling on another level", func(_ *Settings, a *Awards) {
			a.Since.Register.Objections[0].State = ObjectionRejected
			a.Since.Refused = []calc.AwardLine{{Company: "东山一号机械有限公司", Clause: "一", ItemName: "技术创新示范企业", Level: "省级"}}
		}, []string{"notice/unexplained 公示.csv:公示!G2 东山一号机械有限公司的国家级（一）技术创新示范企业（公示第 1 号）公示 500000.00 元，现没有列入，没有成立的异议或审定意见"}},
		{"an award that was never announced", func(_ *Settings, a *Awards) {
			a.Lines = append(a.Lines, line(t, 9, "高新区", "北山有限公司", 9, "一", "demo", "技术创新示范企业", "省级", "", "", "200000"))
		}, []string{"notice/not-announced 报告.xlsx:奖补明细!12 “北山有限公司”的（一）技术创新示范企业 200000.00 元没有公示过"}},
		{"a name that no objection corrects", func(_ *Settings, a *Awards) {
			a.Since.Register.Objections[2].Handling = "更正名称"
		}, []string{"notice/not-announced 报告.xlsx:奖补明细!8 “外省节能诊断研究院”的（三）节能诊断服务 15000.00 元没有公示过"}},
		{"more than was announced", func(_ *Settings, a *Awards) {
			l := &a.Lines[len(a.Lines)-1]
			pay(t, a, len(a.Lines)-1, "33333.34")
			l.Entitled = l.Amount
		}, []string{"notice/raised 报告.xlsx:奖补明细!11 高新培训中心的（四）专业人才培养（公示第 8 号）公示 33333.33 元，现为 33333.34 元"}},
		{"a name corrected, the amount as it was announced", func(_ *Settings, a *Awards) {
			for i := range a.Lines {
				if a.Lines[i].Company == "外省节能诊断研究院" {
					pay(t, a, i, "18000.5")
				}
			}
		}, nil},
		{"a name corrected by a ruling alone", func(_ *Settings, a *Awards) {
			*a = testAwards(t)
			a.Since = &Since{Published: announced(t, testSettings(t), *a), Register: &Register{}}
			a.Lines[0].Level, a.Lines[0].Ruled = "省级", true
			pay(t, a, 0, "200000")
		}, []string{"notice/unexplained 报告.xlsx:奖补明细!4 东山一号机械有限公司的国家级（一）技术创新示范企业（公示第 1 号）公示 500000.00 元，现为 200000.00 元，认定级别不同，没有成立的异议或审定意见"}},
		{"no register", func(_ *Settings, a *Awards) {
			*a = testAwards(t)
			a.Since = &Since{Published: announced(t, testSettings(t), *a)}
		}, []string{"objection/no-register 公示.csv 没有给出异议登记表，无法确认没有未处理的异议"}},
		{"no register, and a change that nobody decided", func(_ *Settings, a *Awards) {
			*a = testAwards(t)
			a.Since = &Since{Published: announced(t, testSettings(t), *a)}
			pay(t, a, 0, "400000")
		}, []string{"objection/no-register 公示.csv 没有给出异议登记表，无法确认没有未处理的异议",
			"notice/unexplained 报告.xlsx:奖补明细!4 东山一号机械有限公司的国家级（一）技术创新示范企业（公示第 1 号）公示 500000.00 元，现为 400000.00 元，没有成立的异议或审定意见"}},
		{"a register of another period", func(_ *Settings, a *Awards) {
			r := a.Since.Register
			r.From, r.To, r.Days = written.Date{Year: 2024, Month: 10, Day: 9},
				written.Date{Year: 2024, Month: 10, Day: 14}, 5
		}, []string{"objection/period 异议登记.xlsx 登记表写的公示期是 2024-10-09 至 2024-10-14，本次写明的是 2024-10-08 至 2024-10-12"}},
		{"the period of the register, where nobody says one", func(s *Settings, a *Awards) {
			r := a.Since.Register
			r.From, r.To, r.Days = s.From, written.Date{Year: 2024, Month: 10, Day: 20}, 5
			s.From = written.Date{}
		}, []string{"notice/early --date 落款日期 2024年10月20日 不晚于公示期的最后一天 2024年10月20日"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			s, a := finalSettings(t), threeChanges(t)
			c.amend(&s, &a)
			_, fs, err := Make(s, testPolicy(), a)
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(c.want, told(fs)); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
		})
	}
}

// ofCompany is an objection that names a company alone.
func ofCompany(state ObjectionState, kind, company string) Objection {
	o := objection(7, state, kind)
	o.Company = company
	return o
}

func TestAnObjectionToACompanyIsOneToAllItsLines(t *testing.T) {
	a := threeChanges(t)
	a.Since.Register.Objections[1] = ofCompany(ObjectionUpheld, "金额有误", "高新培训中心")
	made(t, finalSettings(t), a)
}

func TestAFinalNoticeWithoutChangesSaysSo(t *testing.T) {
	a := testAwards(t)
	a.Since = &Since{Published: announced(t, testSettings(t), a), Register: &Register{}}
	n := made(t, finalSettings(t), a)
	if text := fmt.Sprint(n.Body); n.Changes != nil || !strings.Contains(text, "奖补项目与公示内容一致。") ||
		strings.Contains(text, "附件2") {
		t.Error(text)
	}
}
