package ledger

import (
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

// allotmentList is 资金分配表.
func allotmentList(a *reconcile.Allotment, l Letter) write.List {
	columns := []write.ListColumn{{Head: "序号", Min: 4, Max: 6}, {Head: "县区", Min: 10, Max: 14},
		{Head: "项目数", Min: 7, Max: 9}, {Head: "单位数", Min: 7, Max: 9},
		{Head: "金额(万元)", Min: 12, Max: 18}, {Head: "金额(元)", Min: 16, Max: 20}}
	columns = append(columns, l.shareColumns()...)
	columns = append(columns, write.ListColumn{Head: "功能科目", Min: 12, Max: 22},
		write.ListColumn{Head: "政府经济科目", Min: 12, Max: 22}, write.ListColumn{Head: "备注", Min: 8, Max: 20})
	list := write.List{Sheet: SheetAllotment, Title: l.Title + "分配表", Unit: "单位：万元、元", Foot: l.Basis, Columns: columns,
		Lines: len(a.Districts),
		Note:  l.Note("合计 " + InBoth(a.Total.Amount))}
	list.Line = func(p *write.SheetWriter, i int) {
		d := &a.Districts[i]
		p.Count(write.StyleCount, i+1)
		p.Text(write.StyleCentre, named(d.Name))
		p.Count(write.StyleCount, d.Projects)
		p.Count(write.StyleCount, d.Companies)
		l.sums(p, d, write.StyleWan, write.StyleMoney)
		p.Text(write.StyleText, l.Function)
		p.Text(write.StyleText, l.Economic)
		p.Blank(write.StyleText)
	}
	list.Total = func(p *write.SheetWriter, end int) {
		p.Text(write.StyleTotal, "合计")
		p.Blank(write.StyleTotal)
		p.Count(write.StyleTotalCount, a.Total.Projects)
		p.Count(write.StyleTotalCount, a.Total.Companies)
		l.sums(p, &a.Total, write.StyleTotalWan, write.StyleTotalMoney)
		for range 3 {
			p.Blank(write.StyleTotal)
		}
	}
	return list
}

// shareColumns are the columns of what city and county bear, where they both do.
func (l *Letter) shareColumns() []write.ListColumn {
	if !l.SharesShown {
		return nil
	}
	return []write.ListColumn{{Head: "其中市级(元)", Min: 14, Max: 20}, {Head: "其中县区(元)", Min: 14, Max: 20}}
}

// shares writes these columns.
func (l *Letter) shares(p *write.SheetWriter, city, county money.Yuan, look write.Style) {
	if l.SharesShown {
		p.Money(look, city)
		p.Money(look, county)
	}
}

// sums writes the amounts of a line of 资金分配表.
func (l *Letter) sums(p *write.SheetWriter, d *reconcile.AllottedDistrict, wan, yuan write.Style) {
	p.Digits(wan, d.Amount.Wan())
	p.Money(yuan, d.Amount)
	l.shares(p, d.City, d.County, yuan)
}

// projectRow is a row of 项目明细: an award, or the subtotal behind those of a
// district.
type projectRow struct {
	line     *reconcile.Allotted
	subtotal *reconcile.AllottedDistrict
}

// projectRows are the rows of one district, of all where none is named.
func projectRows(a *reconcile.Allotment, district string) []projectRow {
	var rows []projectRow
	for i := range a.Districts {
		d := &a.Districts[i]
		if district != "" && d.Name != district {
			continue
		}
		for n := range a.Lines {
			if a.Lines[n].Award.District == d.Name {
				rows = append(rows, projectRow{line: &a.Lines[n]})
			}
		}
		rows = append(rows, projectRow{subtotal: d})
	}
	return rows
}

// The columns of 项目明细 and 资金落实情况表 that name the project.
var projectColumns = []write.ListColumn{{Head: "序号", Min: 4, Max: 6}, {Head: "县区", Min: 8, Max: 11},
	{Head: "单位名称", Min: 20, Max: 26}, {Head: "统一社会信用代码", Min: 20, Max: 20},
	{Head: "奖补事项", Min: 12, Max: 16}, {Head: "级别", Min: 6, Max: 8}, {Head: "认定名称或对象", Min: 8, Max: 14},
	{Head: "证书编号或文号", Min: 8, Max: 14}}

// writeProject writes these columns.
func writeProject(p *write.SheetWriter, serial int, a *calc.AwardLine) {
	p.Count(write.StyleCount, serial)
	p.Text(write.StyleCentre, named(a.District))
	p.Text(write.StyleText, a.Company)
	p.Text(write.StyleCentre, a.CreditCode)
	p.Text(write.StyleText, a.ItemName)
	p.Text(write.StyleCentre, a.Level)
	p.Text(write.StyleText, a.Subject)
	p.Text(write.StyleText, a.Certificate)
}

// projectList is 项目明细.
func projectList(a *reconcile.Allotment, l Letter, district string) write.List {
	rows := projectRows(a, district)
	columns := append(slices.Clone(projectColumns), write.ListColumn{Head: "金额(万元)", Min: 10, Max: 16},
		write.ListColumn{Head: "下达金额(元)", Min: 14, Max: 18})
	columns = append(append(columns, l.shareColumns()...),
		write.ListColumn{Head: "说明", Min: 8, Max: 20}, write.ListColumn{Head: "编号", Min: 18, Max: 18})
	serial := 0
	list := write.List{Sheet: SheetProjects, Title: l.Title + "项目明细表", Unit: "单位：万元、元", Foot: l.Basis, Columns: columns,
		Lines: len(rows), Freeze: 3, Note: l.Note("按县区列出")}
	list.Line = func(p *write.SheetWriter, i int) {
		r := rows[i]
		if i == 0 {
			serial = 0 // a list is laid more than once: to be measured, and to be written
		}
		if r.subtotal != nil {
			l.writeSubtotal(p, r.subtotal)
			return
		}
		serial++
		writeProject(p, serial, &r.line.Award)
		p.Digits(write.StyleWan, r.line.Amount.Wan())
		p.Money(write.StyleMoney, r.line.Amount)
		l.shares(p, r.line.City, r.line.County, write.StyleMoney)
		p.Text(write.StyleWrap, r.line.Note())
		p.Text(write.StyleWrap, r.line.Award.Key)
	}
	return list
}

// writeSubtotal writes the line behind the projects of a district.
func (l *Letter) writeSubtotal(p *write.SheetWriter, d *reconcile.AllottedDistrict) {
	p.Blank(write.StyleTotal)
	p.Text(write.StyleTotal, named(d.Name))
	p.Text(write.StyleTotal, fmt.Sprintf("小计（%d项，%d家）", d.Projects, d.Companies))
	for range 5 {
		p.Blank(write.StyleTotal)
	}
	p.Digits(write.StyleTotalWan, d.Amount.Wan())
	p.Money(write.StyleTotalMoney, d.Amount)
	l.shares(p, d.City, d.County, write.StyleTotalMoney)
	p.Blank(write.StyleTotal)
	p.Blank(write.StyleTotal)
}

// paidList is 资金落实情况表, blank in what the district fills in.
func paidList(a *reconcile.Allotment, l Letter, district string) write.List {
	var lines []*reconcile.Allotted
	for i := range a.Lines {
		if a.Lines[i].Award.District == district {
			lines = append(lines, &a.Lines[i])
		}
	}
	columns := append(slices.Clone(projectColumns), write.ListColumn{Head: "奖补年度", Min: 6, Max: 8},
		write.ListColumn{Head: "下达金额(元)", Min: 14, Max: 18})
	columns = append(append(columns, l.shareColumns()...), write.ListColumn{Head: "拨付金额(元)", Min: 14, Max: 18},
		write.ListColumn{Head: "拨付日期", Min: 11, Max: 12}, write.ListColumn{Head: "凭证号", Min: 8, Max: 14},
		write.ListColumn{Head: "支付状态", Min: 9, Max: 12}, write.ListColumn{Head: "备注", Min: 10, Max: 24})
	list := write.List{Sheet: SheetPaid, Title: l.Title + "落实情况表（" + district + "）", Unit: "单位：元", Foot: l.Basis,
		Columns: columns, Lines: len(lines), Freeze: 3,
		Note: l.Note("请填写拨付金额、拨付日期和凭证号后报回；没有拨付的，请在支付状态写明")}
	list.Line = func(p *write.SheetWriter, i int) {
		writeProject(p, i+1, &lines[i].Award)
		p.Text(write.StyleCentre, strconv.Itoa(a.Year))
		p.Money(write.StyleMoney, lines[i].Amount)
		l.shares(p, lines[i].City, lines[i].County, write.StyleMoney)
		p.Blank(write.StyleEntryMoney)
		p.Blank(write.StyleEntryDate)
		for range 3 {
			p.Blank(write.StyleEntry)
		}
	}
	return list
}
