package reports

import (
	"strings"

	"github.com/xuri/excelize/v2"
)

// chart is a native chart of a table: one series for each column, one place on
// the axis for each row.
type chart struct {
	kind    excelize.ChartType
	title   string
	head    int   // row of the heads
	first   int   // first row of values
	last    int   // last row of values
	columns []int // of the series; the first column of the sheet names the rows
	shares  bool  // the axis runs to 100 %
}

// The colours of the series: those of Okabe and Ito, as reports/paper has them.
var (
	seriesColors = []string{"005A96", "E69F00", "008C69", "BE4600"}
	labelColors  = []string{"FFFFFF", "000000", "FFFFFF", "FFFFFF"}
)

// axisLetters are those of axes and labels.
var axisLetters = excelize.Font{Family: letters, Size: 9, Color: inkColor}

// chartRows is how many rows of the sheet a chart covers.
const chartRows = 17

// draw puts the chart below what was written, and leaves room for it.
func (p *page) draw(c chart) {
	zero, full := 0.0, 1.0
	axis := excelize.ChartAxis{Minimum: &zero, MajorGridLines: true, Font: axisLetters}
	axis.NumFmt.CustomNumFmt = "#,##0"
	if c.shares {
		axis.Maximum, axis.NumFmt.CustomNumFmt = &full, "0%"
	}
	labels := "#,##0;;" // zero has no label: in a stack it would cover the next one's
	if c.shares {
		labels = "0.0%"
	}
	overlap := map[excelize.ChartType]int{excelize.ColStacked: 100, excelize.BarStacked: 100}[c.kind]
	p.keep(p.file.AddChart(p.sheet, cellAt(1, p.row+2), &excelize.Chart{
		Type: c.kind, Series: p.series(c), Overlap: &overlap,
		Title:     excelize.ChartTitle{Paragraph: []excelize.RichTextRun{{Text: c.title, Font: inked(headColor, 12)}}},
		Format:    excelize.GraphicOptions{AltText: c.title, Positioning: "oneCell"},
		Dimension: excelize.ChartDimension{Width: 760, Height: 300},
		Legend:    excelize.ChartLegend{Position: "bottom"},
		PlotArea:  excelize.ChartPlotArea{ShowVal: true, NumFmt: excelize.ChartNumFmt{CustomNumFmt: labels}},
		XAxis:     excelize.ChartAxis{Font: axisLetters, ReverseOrder: c.kind == excelize.BarStacked},
		YAxis:     axis, ShowBlanksAs: "gap",
	}))
	p.row += chartRows
}

func (p *page) series(c chart) []excelize.ChartSeries {
	sheet := "'" + strings.ReplaceAll(p.sheet, "'", "''") + "'!"
	cells := func(column, from, to int) string { return sheet + absolute(column, from) + ":" + absolute(column, to) }
	var all []excelize.ChartSeries
	for i, column := range c.columns {
		color := excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{seriesColors[i]}}
		s := excelize.ChartSeries{
			Name: sheet + absolute(column, c.head), Categories: cells(1, c.first, c.last), Values: cells(column, c.first, c.last),
			Fill: color, DataLabel: excelize.ChartDataLabel{Font: axisLetters},
		}
		if c.kind == excelize.BarStacked {
			s.DataLabel.Font = excelize.Font{Family: letters, Size: 9, Bold: true, Color: labelColors[i]}
		}
		if c.kind == excelize.Line {
			s.Line = excelize.LineOptions{Width: 2.25, Fill: color}
			s.Marker = excelize.ChartMarker{Symbol: []string{"circle", "square", "triangle", "diamond"}[i], Size: 7, Fill: color}
			s.DataLabelPosition = excelize.ChartDataLabelsPositionAbove
		}
		all = append(all, s)
	}
	return all
}

func absolute(column, row int) string {
	ref, _ := excelize.CoordinatesToCellName(column, row, true)
	return ref
}
