package ledger

import (
	"cmp"
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"

	"jiangbu/calc"
	"jiangbu/calc/money"
	"jiangbu/calc/reconcile"
	"jiangbu/sheets/write"
)

// The sheets of the papers by which finance sends the money on.
const (
	SheetAllotment = "资金分配表"
	SheetProjects  = "项目明细"
	SheetPaid      = "资金落实情况表"
)

// Letter is what a paper of an allotment says beside the sums.
type Letter struct {
	Title       string // 连云港市2024年度奖补资金
	Basis       string // the policy's document
	Document    string // 文号 of the letter, "" while it has none
	Function    string // 功能科目, "" where it is not set
	Economic    string // 政府经济科目
	Undecided   int    // records that still wait for a person
	SharesShown bool   // city and county bear a share each
}

// Note is the line under a title.
func (l *Letter) Note(more string) string {
	parts := []string{"依据：" + l.Basis}
	if l.Document != "" {
		parts = append(parts, "文号："+l.Document)
	}
	if l.SharesShown {
		parts = append(parts, "每项的县区负担部分舍到分，余下的一分由市级负担")
	}
	if l.Undecided > 0 {
		parts = append(parts, "另有 "+strconv.Itoa(l.Undecided)+" 条待核，未列入本次下达")
	}
	return strings.Join(append(parts, more), "　")
}

// WriteAllotment writes the letter's annexes: what each district gets, and its
// projects with a subtotal a district. Amounts stand in 万元, without rounding,
// and in 元.
func WriteAllotment(w io.Writer, a *reconcile.Allotment, l Letter) error {
	return writePapers(w, l.Title+"资金下达", []string{SheetAllotment, SheetProjects}, func(d *write.Workbook) error {
		if err := d.FillList(allotmentList(a, l)); err != nil {
			return err
		}
		return d.FillList(projectList(a, l, ""))
	})
}

// WriteDistrictProjects writes the sheet that a district cuts out.
func WriteDistrictProjects(w io.Writer, a *reconcile.Allotment, l Letter, district string) error {
	return writePapers(w, l.Title+"资金下达："+district, []string{SheetProjects}, func(d *write.Workbook) error {
		return d.FillList(projectList(a, l, district))
	})
}

// WritePaidForm writes what a district fills in once it has paid and sends
// back: one row a project. The reconciliation reads it as a ledger.
func WritePaidForm(w io.Writer, a *reconcile.Allotment, l Letter, district string) error {
	return writePapers(w, l.Title+"资金落实情况："+district, []string{SheetPaid}, func(d *write.Workbook) error {
		return d.FillList(paidList(a, l, district))
	})
}

// writePapers makes one workbook of papers.
func writePapers(w io.Writer, title string, sheets []string, lay func(*write.Workbook) error) error {
	d, err := write.NewOutput("资金下达", title, sheets...)
	if err == nil {
		err = lay(d)
	}
	if err == nil {
		err = d.Write(w)
	}
	if err != nil {
		return fmt.Errorf("allotment: %w", err)
	}
	return nil
}

// InBoth writes a sum in both units: 合计 5,575.938 万元 = 55,759,380.00 元.
func InBoth(y money.Yuan) string { return y.Wan() + " 万元 = " + y.String() + " 元" }

// allotmentList is 资金分配表; the line behind its last is that of its totals.
func allotmentList(a *reconcile.Allotment, l Letter) write.List {
	type district = reconcile.AllottedDistrict
	lines := append(slices.Clone(a.Districts), a.Total)
	line := write.Lines[district](func(n int) *district { return &lines[n] })
	sums := func(n int) *reconcile.Allotted { return &subtotal(line(n)).Allotted }
	columns := slices.Concat([]write.ListColumn{write.SerialColumn(4, 6),
		line.Text("县区", write.StyleCentre, 10, 14, func(d *district) string { return named(d.Name) }),
		write.CountColumn("项目数", 7, 9, func(n int) int { return line(n).Projects }),
		write.CountColumn("单位数", 7, 9, func(n int) int { return line(n).Companies }),
		wanColumn(sums, 12, 18)}, l.yuanColumns(sums, "金额(元)", 16, 20))
	for i, c := range columns[2:] {
		columns[2+i].Total = func(p *write.SheetWriter, _ string) { c.Cell(p, totalLook(c.Style), len(a.Districts)) }
	}
	return write.List{Sheet: SheetAllotment, Title: l.Title + "分配表", Unit: "单位：万元、元", Foot: l.Basis, Label: "合计",
		Lines: len(a.Districts), Note: l.Note("合计 " + InBoth(a.Total.Amount)),
		Columns: append(columns,
			line.Text("功能科目", write.StyleText, 12, 22, func(*district) string { return l.Function }),
			line.Text("政府经济科目", write.StyleText, 12, 22, func(*district) string { return l.Economic }),
			write.EmptyColumn("备注", write.StyleText, 8, 20))}
}

// totalLook is how a cell looks in a line of sums.
func totalLook(s write.Style) write.Style {
	return cmp.Or(map[write.Style]write.Style{write.StyleCount: write.StyleTotalCount,
		write.StyleWan: write.StyleTotalWan, write.StyleMoney: write.StyleTotalMoney}[s], write.StyleTotal)
}

// wanColumn is what is sent, in 万元.
func wanColumn(line write.Lines[reconcile.Allotted], least, most int) write.ListColumn {
	return line.Column("金额(万元)", write.StyleWan, least, most,
		func(p *write.SheetWriter, s write.Style, x *reconcile.Allotted) { p.Digits(s, x.Amount.Wan()) })
}

// yuanColumns are what is sent, in yuan, and what city and county bear of it where
// they both do.
func (l *Letter) yuanColumns(line write.Lines[reconcile.Allotted], head string, least, most int) []write.ListColumn {
	columns := []write.ListColumn{
		line.Money(head, least, most, func(x *reconcile.Allotted) *money.Yuan { return &x.Amount }),
		line.Money("其中市级(元)", 14, 20, func(x *reconcile.Allotted) *money.Yuan { return &x.City }),
		line.Money("其中县区(元)", 14, 20, func(x *reconcile.Allotted) *money.Yuan { return &x.County })}
	if !l.SharesShown {
		return columns[:1]
	}
	return columns
}

// projectRow is a row of 项目明细: an award, or the subtotal behind those of a
// district, which has no serial.
type projectRow struct {
	serial int
	reconcile.Allotted
}

// subtotal is the row behind the projects of a district.
func subtotal(d *reconcile.AllottedDistrict) *projectRow {
	return &projectRow{Allotted: reconcile.Allotted{Amount: d.Amount, City: d.City, County: d.County,
		Award: calc.AwardLine{District: d.Name, Company: fmt.Sprintf("小计（%d项，%d家）", d.Projects, d.Companies)}}}
}

// projectRows are the rows of one district, of all where none is named.
func projectRows(a *reconcile.Allotment, district string) []*projectRow {
	var rows []*projectRow
	serial := 0
	for i := range a.Districts {
		d := &a.Districts[i]
		if district != "" && d.Name != district {
			continue
		}
		for n := range a.Lines {
			if a.Lines[n].Award.District == d.Name {
				serial++
				rows = append(rows, &projectRow{serial, a.Lines[n]})
			}
		}
		rows = append(rows, subtotal(d))
	}
	return rows
}

// projectColumns are the columns of 项目明细 and 资金落实情况表 that name the project.
func projectColumns(line write.Lines[reconcile.Allotted]) []write.ListColumn {
	award := write.Lines[calc.AwardLine](func(n int) *calc.AwardLine { return &line(n).Award })
	return []write.ListColumn{
		award.Text("县区", write.StyleCentre, 8, 11, func(a *calc.AwardLine) string { return named(a.District) }),
		award.Text("单位名称", write.StyleText, 20, 26, func(a *calc.AwardLine) string { return a.Company }),
		award.Text("统一社会信用代码", write.StyleCentre, 20, 20, func(a *calc.AwardLine) string { return a.CreditCode }),
		award.Text("奖补事项", write.StyleText, 12, 16, func(a *calc.AwardLine) string { return a.ItemName }),
		award.Text("级别", write.StyleCentre, 6, 8, func(a *calc.AwardLine) string { return a.Level }),
		award.Text("认定名称或对象", write.StyleText, 8, 14, func(a *calc.AwardLine) string { return a.Subject }),
		award.Text("证书编号或文号", write.StyleText, 8, 14, func(a *calc.AwardLine) string { return a.Certificate })}
}

// projectList is 项目明细.
func projectList(a *reconcile.Allotment, l Letter, district string) write.List {
	rows := projectRows(a, district)
	line := write.Lines[reconcile.Allotted](func(n int) *reconcile.Allotted { return &rows[n].Allotted })
	serial := write.ListColumn{Head: "序号", Style: write.StyleCount, Min: 4, Max: 6,
		Cell: func(p *write.SheetWriter, s write.Style, n int) {
			if rows[n].serial == 0 {
				p.Blank(write.StyleTotal)
			} else {
				p.Count(s, rows[n].serial)
			}
		}}
	columns := slices.Concat([]write.ListColumn{serial}, projectColumns(line),
		[]write.ListColumn{wanColumn(line, 10, 16)}, l.yuanColumns(line, "下达金额(元)", 14, 18), []write.ListColumn{
			line.Text("说明", write.StyleWrap, 8, 20, (*reconcile.Allotted).Note),
			line.Text("编号", write.StyleWrap, 18, 18, func(x *reconcile.Allotted) string { return x.Award.Key })})
	for i, c := range columns {
		columns[i].Cell = func(p *write.SheetWriter, s write.Style, n int) {
			if rows[n].serial == 0 {
				s = totalLook(s)
			}
			c.Cell(p, s, n)
		}
	}
	return write.List{Sheet: SheetProjects, Title: l.Title + "项目明细表", Unit: "单位：万元、元", Foot: l.Basis, Columns: columns,
		Lines: len(rows), Freeze: 3, Note: l.Note("按县区列出")}
}

// paidList is 资金落实情况表, blank in what the district fills in.
func paidList(a *reconcile.Allotment, l Letter, district string) write.List {
	lines := calc.Those(a.Lines, func(l *reconcile.Allotted) bool { return l.Award.District == district })
	line := write.Lines[reconcile.Allotted](func(n int) *reconcile.Allotted { return lines[n] })
	year := func(*reconcile.Allotted) string { return strconv.Itoa(a.Year) }
	return write.List{Sheet: SheetPaid, Title: l.Title + "落实情况表（" + district + "）", Unit: "单位：元", Foot: l.Basis,
		Lines: len(lines), Freeze: 3,
		Note: l.Note("请填写拨付金额、拨付日期和凭证号后报回；没有拨付的，请在支付状态写明"),
		Columns: slices.Concat([]write.ListColumn{write.SerialColumn(4, 6)}, projectColumns(line),
			[]write.ListColumn{line.Text("奖补年度", write.StyleCentre, 6, 8, year)},
			l.yuanColumns(line, "下达金额(元)", 14, 18), []write.ListColumn{
				write.EmptyColumn("拨付金额(元)", write.StyleEntryMoney, 14, 18),
				write.EmptyColumn("拨付日期", write.StyleEntryDate, 11, 12),
				write.EmptyColumn("凭证号", write.StyleEntry, 8, 14),
				write.EmptyColumn("支付状态", write.StyleEntry, 9, 12),
				write.EmptyColumn("备注", write.StyleEntry, 10, 24)})}
}
