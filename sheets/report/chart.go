package report

import (
	"fmt"

	"github.com/xuri/excelize/v2"

	"jiangbu/calc"
	"jiangbu/sheets"
)

// chart draws a view as bars beside its block in 汇总. It looks at the cells,
// so that it follows them.
func (b *book) chart(bl block, title string) error {
	flat := false
	c := &excelize.Chart{
		Type: excelize.Bar,
		Series: []excelize.ChartSeries{{
			Name:       fmt.Sprintf("%s!$C$%d", SheetSummary, bl.head),
			Categories: fmt.Sprintf("%s!$A$%d:$A$%d", SheetSummary, bl.first, bl.last),
			Values:     fmt.Sprintf("%s!$C$%d:$C$%d", SheetSummary, bl.first, bl.last),
			Fill:       excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{"4472C4"}},
		}},
		Title:      excelize.ChartTitle{Paragraph: []excelize.RichTextRun{{Text: title, Font: &excelize.Font{Family: sheets.FaceHead, Size: 11}}}},
		Legend:     excelize.ChartLegend{Position: "none"},
		VaryColors: &flat,
		XAxis:      excelize.ChartAxis{ReverseOrder: true, Font: excelize.Font{Family: sheets.FaceBody, Size: 8}},
		YAxis:      excelize.ChartAxis{MajorGridLines: true, NumFmt: excelize.ChartNumFmt{CustomNumFmt: "#,##0"}, Font: excelize.Font{Size: 8}},
		PlotArea:   excelize.ChartPlotArea{ShowVal: true, NumFmt: excelize.ChartNumFmt{CustomNumFmt: "#,##0"}},
		Dimension:  excelize.ChartDimension{Width: 620, Height: uint(20 * (bl.last - bl.head + 2))},
	}
	if err := b.draft.File.AddChart(SheetSummary, fmt.Sprintf("%s%d", calc.ColumnName(rightCol), bl.head), c); err != nil {
		return fmt.Errorf("chart of %s: %w", SheetSummary, err)
	}
	return nil
}
