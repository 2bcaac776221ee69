package main

import (
	"fmt"
	"strconv"

	"jiangbu/calc/reconcile"
	"jiangbu/sheets/ledger"
	"jiangbu/sheets/notice"
)

// annexPaper is the letter's annexes as a document: what 资金下达.xlsx holds, but
// for the numbers of the awards, which only the next letter reads.
func annexPaper(a *reconcile.Allotment, l ledger.Letter) notice.Paper {
	return notice.Paper{Title: l.Title + "资金下达", Annexes: []notice.Annex{
		{Label: "附件1", Note: l.Note("合计 " + ledger.InBoth(a.Total.Amount)), Table: districtTable(a, l)},
		{Label: "附件2", Note: l.Note("按县区列出"), Table: projectTable(a, l)}}}
}

// shareColumns are the columns of what city and county bear, where both do.
func shareColumns(l ledger.Letter, columns ...notice.Column) []notice.Column {
	if l.SharesShown {
		columns = append(columns, notice.Column{Name: "其中市级(元)", Weight: 17, Align: notice.Right},
			notice.Column{Name: "其中县区(元)", Weight: 17, Align: notice.Right})
	}
	return columns
}

// allottedSums are the amounts of a line as these columns have them; yuan beside
// 万元 where there is room.
func allottedSums(l ledger.Letter, d *reconcile.AllottedDistrict, yuan bool) []string {
	sums := []string{d.Amount.Wan()}
	if yuan {
		sums = append(sums, d.Amount.Grouped())
	}
	if l.SharesShown {
		sums = append(sums, d.City.Grouped(), d.County.Grouped())
	}
	return sums
}

// inWan is the column of the amounts.
var inWan = notice.Column{Name: "金额(万元)", Weight: 14, Align: notice.Right}

// districtTable is 资金分配表.
func districtTable(a *reconcile.Allotment, l ledger.Letter) notice.Table {
	t := notice.Table{Title: l.Title + "分配表", Columns: []notice.Column{{Name: "序号", Weight: 6, Align: notice.Centre},
		{Name: "县区", Weight: 14, Align: notice.Centre}, {Name: "项目数", Weight: 8, Align: notice.Centre},
		{Name: "单位数", Weight: 8, Align: notice.Centre}}}
	t.Columns = shareColumns(l, append(t.Columns, inWan,
		notice.Column{Name: "金额(元)", Weight: 18, Align: notice.Right})...)
	t.Columns = append(t.Columns, notice.Column{Name: "功能科目", Weight: 16, Align: notice.Left},
		notice.Column{Name: "政府经济科目", Weight: 16, Align: notice.Left},
		notice.Column{Name: "备注", Weight: 10, Align: notice.Left})
	for i := range a.Districts {
		d := &a.Districts[i]
		cells := append([]string{strconv.Itoa(i + 1), d.Name, strconv.Itoa(d.Projects), strconv.Itoa(d.Companies)},
			allottedSums(l, d, true)...)
		t.Rows = append(t.Rows, notice.Row{Kind: notice.AwardRow, Cells: append(cells, l.Function, l.Economic, "")})
	}
	t.Rows = append(t.Rows, sumRow(notice.TotalRow, "合计", 4, &a.Total, allottedSums(l, &a.Total, true), 3))
	return t
}

// projectTable is 项目明细.
func projectTable(a *reconcile.Allotment, l ledger.Letter) notice.Table {
	t := notice.Table{Title: l.Title + "项目明细表", Columns: []notice.Column{{Name: "序号", Weight: 8, Align: notice.Centre},
		{Name: "县区", Weight: 11, Align: notice.Centre}, {Name: "单位名称", Weight: 35, Align: notice.Left},
		{Name: "统一社会信用代码", Weight: 34, Align: notice.Centre}, {Name: "奖补事项", Weight: 20, Align: notice.Left},
		{Name: "级别", Weight: 10, Align: notice.Centre}, {Name: "认定名称或对象", Weight: 14, Align: notice.Left}}}
	t.Columns = append(shareColumns(l, append(t.Columns, inWan)...),
		notice.Column{Name: "说明", Weight: 11, Align: notice.Left})
	serial := 0
	for i := range a.Districts {
		d := &a.Districts[i]
		for n := range a.Lines {
			line := &a.Lines[n]
			if line.Award.District != d.Name {
				continue
			}
			serial++
			sums := allottedSums(l, &reconcile.AllottedDistrict{Amount: line.Amount, City: line.City,
				County: line.County}, false)
			cells := append([]string{strconv.Itoa(serial), d.Name, line.Award.Company, line.Award.CreditCode,
				line.Award.ItemName, line.Award.Level, line.Award.Subject}, sums...)
			t.Rows = append(t.Rows, notice.Row{Kind: notice.AwardRow, Cells: append(cells, line.Note())})
		}
		t.Rows = append(t.Rows, sumRow(notice.SubtotalRow, d.Name+"小计", 7, d, allottedSums(l, d, false), 1))
	}
	t.Rows = append(t.Rows, sumRow(notice.TotalRow, "合计", 7, &a.Total, allottedSums(l, &a.Total, false), 1))
	return t
}

// sumRow is a row of sums: its label before them, in so many columns, and blanks
// behind.
func sumRow(kind notice.RowKind, label string, before int, d *reconcile.AllottedDistrict, sums []string,
	behind int) notice.Row {
	cells := make([]string, before)
	cells[0] = fmt.Sprintf("%s（%d项，%d家）", label, d.Projects, d.Companies)
	return notice.Row{Kind: kind, Cells: append(append(cells, sums...), make([]string, behind)...)}
}
