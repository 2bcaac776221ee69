package notice

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"jiangbu/calc"
	"jiangbu/calc/money"
	"jiangbu/calc/written"
)

// told is a finding as the tests compare it: code, place and message.
func told(fs calc.Findings) []string {
	var all []string
	for _, f := range fs {
		all = append(all, string(f.Code)+" "+f.Ref.String()+" "+f.Message())
	}
	return all
}

func TestWhatMustNotBePublishedIsFound(t *testing.T) {
	at := func(cell string) string { return " 报告.xlsx:奖补明细!" + cell + " " }
	for _, c := range []struct {
		name  string
		amend func(s *Settings, a *Awards)
		want  []string
	}{
		{"a report as the program wrote it, with all that a notice needs", func(*Settings, *Awards) {}, nil},
		{"an amount of nothing is left out",
			func(_ *Settings, a *Awards) { a.Lines[0].Amount = money.Yuan{} },
			[]string{"notice/zero" + at("L4") + "东山一号机械有限公司的国家级技术创新示范企业的奖补金额为零，没有列入"}},
		{"no award at all", func(_ *Settings, a *Awards) { a.Lines = nil },
			[]string{"notice/none 奖补明细 报告中没有可以公示的奖补项目"}},
		{"a company without a name", func(_ *Settings, a *Awards) { a.Lines[3].Company = " \u3000" },
			[]string{"notice/company" + at("C7") + "的省级技术创新示范企业没有单位名称"}},
		{"a company of which nothing is said", func(_ *Settings, a *Awards) { a.Lines[3].Company = "" },
			[]string{"notice/company" + at("C7") + "省级技术创新示范企业没有单位名称"}},
		{"a person in the place of the company", func(_ *Settings, a *Awards) { a.Lines[5].Company = "王小明" },
			[]string{"notice/person" + at("C9") + "单位名称像是个人姓名，已隐为“王*”"}},
		{"a district that the policy does not have", func(_ *Settings, a *Awards) { a.Lines[3].District = "" },
			[]string{"notice/district" + at("B7") + "西河化工股份有限公司的省级技术创新示范企业的县区（空）不是政策所列的县区"}},
		{"an item that the policy does not have",
			func(_ *Settings, a *Awards) { a.Lines[3].Item, a.Lines[3].ItemName = "", "示范车间" },
			[]string{"notice/item" + at("F7") + "“示范车间”不是政策的奖补事项，无法核对上限"}},
		{"a level that the item does not have", func(_ *Settings, a *Awards) { a.Lines[3].Level = "市级" },
			[]string{"notice/item" + at("G7") + "“市级技术创新示范企业”不是政策的奖补事项，无法核对上限"}},
		{"an amount below nothing", func(_ *Settings, a *Awards) { pay(t, a, 3, "-1") },
			[]string{"notice/amount" + at("L7") + "西河化工股份有限公司的省级技术创新示范企业的奖补金额 -1.00 元不是可以支付的金额"}},
		{"a part of a fen", func(_ *Settings, a *Awards) { pay(t, a, 3, "0.001") },
			[]string{"notice/amount" + at("L7") + "西河化工股份有限公司的省级技术创新示范企业的奖补金额 0.001 元不是可以支付的金额"}},
		{"the cap itself", func(_ *Settings, a *Awards) { pay(t, a, 4, "20000") }, nil},
		{"a fen over the cap", func(_ *Settings, a *Awards) { pay(t, a, 4, "20000.01") },
			[]string{"notice/over-cap" + at("L8") + "外省诊断研究院的节能诊断服务为 20000.01 元，超过上限 20000.00 元"}},
		{"more than the share of the fee",
			func(_ *Settings, a *Awards) { a.Lines[5].Amount = amount(t, "11880.01") },
			[]string{"notice/over-cap" + at("L9") + "西河化工股份有限公司的职业经理人为 11880.01 元，超过上限 11880.00 元"}},
		{"more than was approved", func(_ *Settings, a *Awards) { pay(t, a, 7, "33333.34") },
			[]string{"notice/over-cap" + at("L11") + "高新培训中心的专业人才培养为 33333.34 元，超过上限 33333.33 元"}},
		{"a record let in without a level has the cap of the highest",
			func(_ *Settings, a *Awards) { a.Lines[3].Level = ""; pay(t, a, 3, "500000") }, nil},
		{"as many products as the cap of a company takes", func(_ *Settings, a *Awards) { products(t, a, 1) }, nil},
		{"as many of a company without a code, told by its name", func(_ *Settings, a *Awards) {
			products(t, a, 1)
			withoutCode(a, "东山一号机械有限公司")
		}, nil},
		{"one more of a company without a code", func(_ *Settings, a *Awards) {
			products(t, a, 2)
			withoutCode(a, "东山一号机械有限公司")
		}, []string{"notice/over-cap" + at("L13") + "东山一号机械有限公司的软件产品评估合计为 40000.00 元，超过上限 30000.00 元"}},
		{"one product more", func(_ *Settings, a *Awards) { products(t, a, 2) },
			[]string{"notice/over-cap" + at("L13") + "东山一号机械有限公司的软件产品评估合计为 40000.00 元，超过上限 30000.00 元"}},
		{"no first day", func(s *Settings, _ *Awards) { s.From = written.Date{} },
			[]string{"notice/period --from 公示期无法确定：没有开始日期"}},
		{"no days", func(s *Settings, _ *Awards) { s.Days = 0 },
			[]string{"notice/period --days 公示期无法确定：0 个工作日不在 1 至 366 之间"}},
		{"a first day that is off", func(s *Settings,
			_ *Awards) {
			s.From = written.Date{Year: 2024, Month: 10, Day: 7}
		},
			[]string{"notice/period-start --from 公示开始日 2024年10月7日不是工作日，从下一个工作日起算"}},
		{"a year without an arrangement of holidays",
			func(s *Settings, _ *Awards) { s.From, s.Days = written.Date{Year: 2024, Month: 12, Day: 31}, 2 },
			[]string{"notice/holidays --holidays 没有 2025 年的放假安排，公示期只扣除了星期六和星期日"}},
		{"nobody to ask", func(s *Settings, _ *Awards) { s.Contact, s.Supervision, s.Unit = "", " ", "" },
			[]string{"notice/missing --contact 没有填写联系方式", "notice/missing --supervision 没有填写监督方式",
				"notice/missing --unit 没有填写发布单位"}},
		{"a final notice needs neither period nor address",
			func(s *Settings, _ *Awards) { *s = Settings{Final: true, Unit: "局"} }, nil},
		{"but who issues it", func(s *Settings, _ *Awards) { *s = Settings{Final: true} },
			[]string{"notice/missing --unit 没有填写发布单位"}},
		{"a final notice of the period's last day", func(s *Settings, _ *Awards) {
			s.Final, s.Date = true, written.Date{Year: 2024, Month: 10, Day: 12}
		}, []string{"notice/early --date 落款日期 2024年10月12日 不晚于公示期的最后一天 2024年10月12日"}},
		{"and of the day after", func(s *Settings, _ *Awards) {
			s.Final, s.Date = true, written.Date{Year: 2024, Month: 10, Day: 13}
		}, nil},
		{"an identity number in the remark",
			func(_ *Settings, a *Awards) { a.Lines[2].Subject = "云表 11010519491231002X" },
			[]string{"notice/private" + at("H6") + "备注中有身份证号，不能公示"}},
		{"a mobile number in the name", func(_ *Settings, a *Awards) { a.Lines[7].Company += "（13912345678）" },
			[]string{"notice/private" + at("C11") + "单位名称中有手机号码，不能公示"}},
		{"an account in the remark", func(_ *Settings, a *Awards) { a.Lines[2].Subject = "账号320501612345" },
			[]string{"notice/private" + at("H6") + "备注中有银行账号，不能公示"}},
		{"a long number that proves nothing is a certificate's",
			func(_ *Settings, a *Awards) { a.Lines[2].Certificate = "320501612345" }, nil},
		{"the same in the remark is a doubt", func(_ *Settings, a *Awards) { a.Lines[2].Subject = "320501612345" },
			[]string{"notice/doubt-not-accepted" + at("H6") + "备注中有像银行账号的内容，尚未确认（H6）"}},
		{"which is published when it is accepted by its place", func(s *Settings, a *Awards) {
			a.Lines[2].Subject, s.AcceptDoubts = "320501612345", []string{"H6"}
		}, []string{"notice/private-doubt" + at("H6") + "备注中有像银行账号的内容，已由人确认可以公示"}},
		{"a doubt accepted elsewhere still stands", func(s *Settings, a *Awards) {
			a.Lines[2].Subject, s.AcceptDoubts = "320501612345", []string{"H7"}
		}, []string{"notice/doubt-not-accepted" + at("H6") + "备注中有像银行账号的内容，尚未确认（H6）",
			"notice/doubt-absent --accept-doubt --accept-doubt 所写的 H7 处没有疑问"}},
		{"what proves itself is not to be accepted", func(s *Settings, a *Awards) {
			a.Lines[2].Subject, s.AcceptDoubts = "账号320501612345", []string{"H6"}
		}, []string{"notice/private" + at("H6") + "备注中有银行账号，不能公示",
			"notice/doubt-absent --accept-doubt --accept-doubt 所写的 H6 处没有疑问"}},
		{"an identity number in the place of a credit code", func(s *Settings, a *Awards) {
			a.Lines[2].CreditCode, s.CreditCode = "11010519491231002X", true
		}, []string{"notice/private" + at("D6") + "统一社会信用代码中有身份证号，不能公示"}},
		{"a bank card as a certificate's number",
			func(_ *Settings, a *Awards) { a.Lines[2].Certificate = "6222021001116245702" },
			[]string{"notice/private" + at("I6") + "依据文号中有银行账号，不能公示"}},
		{"the telephone of the bureau is there to be called",
			func(s *Settings, _ *Awards) { s.Contact = "王处长 139-1234-5678" }, nil},
		{"its address and mail are there to be written to", func(s *Settings, _ *Awards) {
			s.Supervision = "地址：示范市朝阳路1号，邮箱：a@example.com"
		}, nil},
		{"its account is not", func(s *Settings, _ *Awards) { s.Contact = "0518-85800000，账号 320501612345" },
			[]string{"notice/private --contact 联系方式中有银行账号，不能公示"}},
		{"a telephone in the name of the unit", func(s *Settings, _ *Awards) { s.Unit += "（13912345678）" },
			[]string{"notice/private --unit 发布单位中有手机号码，不能公示"}},
		{"a mail address in the name of the fund", func(s *Settings, _ *Awards) { s.Fund = "专项资金 a@example.com" },
			[]string{"notice/private --fund 资金名称中有电子邮箱，不能公示"}},
		{"a doubt in a setting is accepted by its flag",
			func(s *Settings, _ *Awards) { s.Fund, s.AcceptDoubts = "专项资金 320501612345", []string{"--fund"} },
			[]string{"notice/private-doubt --fund 资金名称中有像银行账号的内容，已由人确认可以公示"}},
		{"a manager's identity number is not published in the first place", func(_ *Settings, a *Awards) {
			a.Lines[5].Subject, a.Lines[5].Certificate = "王小明 11010519491231002X", "11010519491231002X"
		}, nil},
	} {
		t.Run(c.name, func(t *testing.T) {
			s, a := testSettings(t), testAwards(t)
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

// pay sets what a line pays.
func pay(t testing.TB, a *Awards, i int, digits string) {
	a.Lines[i].Amount = amount(t, digits)
}

// withoutCode takes the credit code of a company out of its lines.
func withoutCode(a *Awards, company string) {
	for i := range a.Lines {
		if a.Lines[i].Company == company {
			a.Lines[i].CreditCode = ""
		}
	}
}

// products adds products to the first company, which has two.
func products(t testing.TB, a *Awards, n int) {
	for i := range n {
		a.Lines = append(a.Lines, line(t, 9+i, "东山县", "东山一号机械有限公司", 1, "二", "product", "软件产品评估", "", "又一产品",
			"示RC-2023-A0009", "10000"))
	}
}

func TestFormulasInTheCsvAreQuotedAndSaid(t *testing.T) {
	n := made(t, testSettings(t), testAwards(t))
	want := []string{"notice/formula-text 报告.xlsx:奖补明细!C10 单位名称“=高新&软件有限公司”以公式符号开头，在 csv 中前面加了撇号",
		"notice/formula-text 报告.xlsx:奖补明细!H10 备注“＋互联网平台”以公式符号开头，在 csv 中前面加了撇号"}
	if diff := cmp.Diff(want, told(Quoted(n))); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	for text, want := range map[string]bool{"=1": true, "+1": true, "-1": true, "@a": true, "\t=1": true, "\r": true,
		" =1": true, "\u3000＝1": true,
		"＋1": true, "－1": true, "＠": true, "": false, "1": false, "a=1": false, "—": false, "'=1": false} {
		if startsFormula(text) != want {
			t.Errorf("startsFormula(%q) = %v", text, !want)
		}
	}
}

// The table of changes is data of its own: a cell of it stands in no report.
func TestFormulasInTheCsvOfChangesAreQuotedAndSaid(t *testing.T) {
	a := testAwards(t)
	a.Since = &Since{Published: announced(t, testSettings(t), a), Register: &Register{File: "异议登记.xlsx"}}
	var lines []calc.AwardLine
	for _, l := range a.Lines {
		if l.Company != "=高新&软件有限公司" {
			lines = append(lines, l)
		}
	}
	a.Lines = lines
	n, _, err := Make(finalSettings(t), testPolicy(), a)
	if err != nil {
		t.Fatal(err)
	}
	want := []string{"notice/formula-text 公告调整情况.csv!B2 单位名称“=高新&软件有限公司”以公式符号开头，在 csv 中前面加了撇号"}
	if diff := cmp.Diff(want, told(Quoted(n))); diff != "" {
		t.Errorf("findings (-want +got):\n%s", diff)
	}
	if text := string(writtenBytes(t, WriteCSV, n.Data()[1])); !strings.Contains(text, ",'=高新") {
		t.Errorf("it is not quoted:\n%s", text)
	}
}

func TestNothingPrivateIsPublished(t *testing.T) {
	a := testAwards(t)
	for i := range a.Lines {
		a.Lines[i].Payee, a.Lines[i].Office, a.Lines[i].Source = "内部收款人", "内部处室", "内部来源"
	}
	n := made(t, testSettings(t), a)
	for _, d := range formats {
		data := writtenBytes(t, d.write, n)
		texts := map[string][]byte{d.format: data}
		if d.format == "xlsx" || d.format == "docx" {
			texts = unzip(t, data)
		}
		for name, text := range texts {
			for _, secret := range []string{"王小明", "JL-0007", "内部", "91320700MA", "19800"} {
				if strings.Contains(string(text), secret) {
					t.Errorf("%s shows %s", name, secret)
				}
			}
		}
	}
}

func TestAPersonIsToldFromABody(t *testing.T) {
	for name, want := range map[string]string{"王小明": "王*", "欧阳震华": "欧*", "阿卜杜拉·买买提": "阿*", " 李四 ": "李*",
		"李四商店": "李四商店", "灌云一厂": "灌云一厂", "张三粮油店": "张三粮油店", "ABB公司": "ABB公司", "示范市第一机械厂": "示范市第一机械厂", "甲": "甲"} {
		if got := shown(name); got != want {
			t.Errorf("shown(%q) = %q, want %q", name, got, want)
		}
	}
}

func TestTheOrdersOfTheTable(t *testing.T) {
	for by, want := range map[By][]string{
		ByClause: {"1 东山一号机械有限公司 50", "2 西河化工股份有限公司 20", "（一）支持企业技术创新 小计（2项，2家） 70",
			"3 东山一号机械有限公司 1", "4 东山一号机械有限公司 1", "5 =高新&软件有限公司 1", "（二）支持软件评估 小计（3项，2家） 3",
			"6 外省诊断研究院 1.80005", "（三）支持节能诊断 小计（1项，1家） 1.80005",
			"7 西河化工股份有限公司 1.188", "8 高新培训中心 3.333333", "（四）支持人才培养 小计（2项，2家） 4.521333", "合计（8项，5家） 79.321383"},
		ByDistrict: {"1 东山一号机械有限公司 50", "2 东山一号机械有限公司 1", "3 东山一号机械有限公司 1", "东山县 小计（3项，1家） 52",
			"4 西河化工股份有限公司 20", "5 外省诊断研究院 1.80005", "6 西河化工股份有限公司 1.188", "西河区 小计（3项，2家） 22.98805",
			"7 =高新&软件有限公司 1", "8 高新培训中心 3.333333", "高新区 小计（2项，2家） 4.333333", "合计（8项，5家） 79.321383"},
		ByCompany: {"1 东山一号机械有限公司 50", "2 东山一号机械有限公司 1", "3 东山一号机械有限公司 1", "东山一号机械有限公司 小计（3项，1家） 52",
			"4 西河化工股份有限公司 20", "5 西河化工股份有限公司 1.188", "西河化工股份有限公司 小计（2项，1家） 21.188",
			"6 外省诊断研究院 1.80005", "7 =高新&软件有限公司 1", "8 高新培训中心 3.333333", "合计（8项，5家） 79.321383"},
	} {
		s := testSettings(t)
		s.By = by
		n := made(t, s, testAwards(t))
		var got []string
		for _, r := range n.Table.Rows {
			got = append(got, strings.Join(strings.Fields(r.Cells[0]+" "+r.Cells[2]+" "+r.Cells[6]), " "))
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("by %s (-want +got):\n%s", by, diff)
		}
	}
}

// The order of the report's lines changes nothing but the order of equals.
func TestTheSumsTieWhateverTheOrder(t *testing.T) {
	for _, by := range Orders {
		s := testSettings(t)
		s.By = by
		n := made(t, s, testAwards(t))
		groups := map[int]money.Yuan{}
		var all money.Yuan
		for _, r := range n.Table.Rows {
			switch r.Kind {
			case AwardRow:
				groups[r.Group], all = groups[r.Group].Add(r.Amount), all.Add(r.Amount)
			case SubtotalRow:
				if !groups[r.Group].Equal(r.Amount) {
					t.Errorf("by %s: %s is %s, its lines are %s", by, r.Label, r.Amount, groups[r.Group])
				}
			case TotalRow:
				if !all.Equal(r.Amount) {
					t.Errorf("by %s: total %s, lines %s", by, r.Amount, all)
				}
			}
		}
	}
}

func TestTheFinalNoticeSpeaksOfDecidedAwards(t *testing.T) {
	s := testSettings(t)
	s.Final, s.Date = true, written.Date{Year: 2024, Month: 10, Day: 20}
	n := made(t, s, testAwards(t))
	if n.Name != "公告" || n.Date != "2024年10月20日" || n.Table.Columns[6].Name != "奖补金额（万元）" {
		t.Errorf("%s of %s, %s", n.Name, n.Date, n.Table.Columns[6].Name)
	}
	for _, text := range n.texts() {
		if strings.Contains(text, "拟") {
			t.Errorf("still proposes: %s", text)
		}
	}
}

func TestACreditCodeOfDigitsAloneIsPublished(t *testing.T) {
	s, a := testSettings(t), testAwards(t)
	s.CreditCode = true
	a.Lines[0].CreditCode = "913207000676274307" // a real check digit
	if n := made(t, s, a); n.Table.Rows[0].Cells[3] != "913207000676274307" {
		t.Errorf("%v", n.Table.Rows[0].Cells)
	}
}

// Wherever in a line a private number stands, the notice is refused or does
// not show it.
func TestAPrivateNumberIsRefusedOrNotPublished(t *testing.T) {
	const number = "11010519491231002X"
	fields := map[string]func(*calc.AwardLine) *string{
		"key":         func(l *calc.AwardLine) *string { return &l.Key },
		"district":    func(l *calc.AwardLine) *string { return &l.District },
		"company":     func(l *calc.AwardLine) *string { return &l.Company },
		"code":        func(l *calc.AwardLine) *string { return &l.CreditCode },
		"clause":      func(l *calc.AwardLine) *string { return &l.Clause },
		"item":        func(l *calc.AwardLine) *string { return &l.Item },
		"name":        func(l *calc.AwardLine) *string { return &l.ItemName },
		"level":       func(l *calc.AwardLine) *string { return &l.Level },
		"subject":     func(l *calc.AwardLine) *string { return &l.Subject },
		"certificate": func(l *calc.AwardLine) *string { return &l.Certificate },
		"payee":       func(l *calc.AwardLine) *string { return &l.Payee },
		"office":      func(l *calc.AwardLine) *string { return &l.Office },
		"source":      func(l *calc.AwardLine) *string { return &l.Source },
	}
	for name, field := range fields {
		for i := range testAwards(t).Lines {
			a, s := testAwards(t), testSettings(t)
			*field(&a.Lines[i]) += " 持证人" + number
			s.CreditCode = i%2 == 0
			n, fs, err := Make(s, testPolicy(), a)
			if err != nil {
				t.Fatal(err)
			}
			if fs.Worst() != "" {
				continue
			}
			for _, d := range formats {
				data := writtenBytes(t, d.write, n)
				if d.format == "xlsx" || d.format == "docx" {
					for _, part := range unzip(t, data) {
						data = append(data, part...)
					}
				}
				if strings.Contains(string(data), number) {
					t.Errorf("%s of line %d is published in the %s", name, i+1, d.format)
				}
			}
		}
	}
}

// Whatever stands in a name, the formats are whole and say the same.
func FuzzTheFormatsHoldAnyText(f *testing.F) {
	for _, seed := range []string{"=1+1", "<script>alert(1)</script>", "a\x00\xff\ufffe\u202e_x0041_", "\r\n\t\"',;",
		"]]>&amp;<!--", "𠮷野家\u200b"} {
		f.Add(seed, "{{.}}")
	}
	f.Fuzz(func(t *testing.T, company, subject string) {
		if len(company)+len(subject) > 2000 || strings.Contains(company+subject, "'") {
			t.Skip("a cell's room and the quoting of formulas are tested elsewhere")
		}
		s, a := testSettings(t), testAwards(t)
		a.Lines[0].Company, a.Lines[2].Subject = company, subject
		s.Contact = subject
		n, _, err := Make(s, testPolicy(), a)
		if err != nil {
			t.Fatal(err)
		}
		for _, d := range formats {
			if diff := cmp.Diff(contentOf(&n), d.read(t, writtenBytes(t, d.write, n))); diff != "" {
				t.Errorf("the %s (-notice +%s):\n%s", d.format, d.format, diff)
			}
		}
	})
}
