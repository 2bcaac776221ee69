package report

import (
	"fmt"

	"github.com/xuri/excelize/v2"

	"jiangbu/calc"
	"jiangbu/sheets/write"
)

// The colours of bars, told apart in grey too.
const (
	barAward    = "4472C4"
	barBudget   = "BFBFBF"
	colourChart = "404040"
)

// How wide the columns F to J of 汇总 are and how high a row is, in pixels as the
// library counts them: it anchors a chart to the cells that it then covers.
const (
	chartWide = 592
	rowHigh   = 18
)

// maxBudgetBars is how many lines of the budget are drawn.
const maxBudgetBars = 8

// bars is a chart that looks at cells of the report, so that it follows them.
// It is as high as the rows beside it.
func bars(title string, rows int, series ...excelize.ChartSeries) *excelize.Chart {
	flat := false
	small := excelize.Font{Family: write.FontBody, Size: 8, Color: colourChart}
	return &excelize.Chart{
		Type:   excelize.Bar,
		Series: series,
		Title: excelize.ChartTitle{Paragraph: []excelize.RichTextRun{{Text: title,
			Font: &excelize.Font{Family: write.FontHead, Size: 10, Color: colourChart}}}},
		Legend:     excelize.ChartLegend{Position: "none"},
		VaryColors: &flat,
		XAxis:      excelize.ChartAxis{ReverseOrder: true, Font: small},
		YAxis:      excelize.ChartAxis{None: true},
		PlotArea:   excelize.ChartPlotArea{ShowVal: true, NumFmt: excelize.ChartNumFmt{CustomNumFmt: "#,##0"}},
		Dimension:  excelize.ChartDimension{Width: chartWide, Height: uint(rowHigh * rows)},
	}
}

func bar(name, categories, values, colour string) excelize.ChartSeries {
	return excelize.ChartSeries{Name: name, Categories: categories, Values: values,
		Fill: excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{colour}}}
}

// moneyChart draws a view as bars beside its block in 汇总.
func (b *book) moneyChart(bl block, title string) error {
	c := bars(title, bl.last-bl.head+2, // with the line of totals
		bar(fmt.Sprintf("%s!$C$%d", SheetSummary, bl.head),
			fmt.Sprintf("%s!$A$%d:$A$%d", SheetSummary, bl.first, bl.last),
			fmt.Sprintf("%s!$C$%d:$C$%d", SheetSummary, bl.first, bl.last), barAward))
	return b.workbook.File.AddChart(SheetSummary, fmt.Sprintf("%s%d", calc.ColumnName(rightCol), bl.head), c)
}

func (b *book) budgetBars() int { return min(len(b.result.Budget), maxBudgetBars) }

// budgetChart draws what the awards take of each line of the budget, beside
// the readings. Without a budget there is nothing to draw.
func (b *book) budgetChart(bl block) error {
	n := b.budgetBars()
	if n == 0 {
		return nil
	}
	column := func(col string) string {
		return fmt.Sprintf("%s!$%s$%d:$%s$%d", SheetBudget, col, budgetFirst, col, budgetFirst+n-1)
	}
	c := bars("预算使用（元）", bl.last-bl.first+1,
		bar(fmt.Sprintf("%s!$C$%d", SheetBudget, budgetFirst-1), column("B"), column("C"), barBudget),
		bar(fmt.Sprintf("%s!$D$%d", SheetBudget, budgetFirst-1), column("B"), column("D"), barAward))
	c.Legend.Position = "bottom"
	return b.workbook.File.AddChart(SheetSummary, fmt.Sprintf("%s%d", calc.ColumnName(rightCol), bl.first), c)
}
