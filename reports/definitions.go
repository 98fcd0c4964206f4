package reports

import (
	"slices"
	"strings"

	"siaga/locales"
	"siaga/model"
)

// Figure is a number of a period. Its name is the sentence "figure.<figure>",
// its meaning the same with .meaning: both stand once, for window, paper,
// workbook and command line.
type Figure string

// WordKey names the figure in words.
func (f Figure) WordKey() string { return "figure." + string(f) }

// Meaning is how the figure is counted.
func (f Figure) Meaning(book *locales.Book) string { return book.T(f.WordKey() + ".meaning") }

// The figures, and the ways in which they are grouped.
const (
	FigureOpening         Figure = "opening"
	FigureIncoming        Figure = "incoming"
	FigureCompleted       Figure = "completed"
	FigureClosing         Figure = "closing"
	FigureAll             Figure = "all"
	FigureReopened        Figure = "reopened"
	FigureOverdue         Figure = "overdue"
	FigureOutcomes        Figure = "outcomes"
	FigureAnnounced       Figure = "announced"
	FigureVital           Figure = "vital"
	FigurePersonal        Figure = "personal"
	FigureResponseKept    Figure = "responseKept"
	FigureResolutionKept  Figure = "resolutionKept"
	FigureByClass         Figure = "byClass"
	FigureByTeam          Figure = "byTeam"
	FigureByAgency        Figure = "byAgency"
	FigureByMonth         Figure = "byMonth"
	FigureTarget          Figure = "target"
	FigureKept            Figure = "kept"
	FigureBreached        Figure = "breached"
	FigureShare           Figure = "share"
	FigureMean            Figure = "mean"
	FigureMedian          Figure = "median"
	FigureNinetieth       Figure = "ninetieth"
	FigureLongest         Figure = "longest"
	FigureStage           Figure = "stage"
	FigurePassed          Figure = "passed"
	FigureStagePaused     Figure = "stagePaused"
	FigurePauses          Figure = "pauses"
	FigurePausedIncidents Figure = "pausedIncidents"
	FigurePaused          Figure = "paused"
	FigureMain            Figure = "main"
)

// Unit is what a figure counts in.
type Unit string

// WordKey names the unit in words.
func (u Unit) WordKey() string { return "figures.unit." + string(u) }

const (
	unitIncidents Unit = "incidents"
	unitClocks    Unit = "clocks"
	unitTimes     Unit = "times"
	unitShare     Unit = "share"
	unitTime      Unit = "time"
	unitNone      Unit = "none" // a way of grouping
)

// Source is the record by which a figure belongs to a period, one for each.
type Source string

// WordKey names the source in words.
func (s Source) WordKey() string { return "figures.source." + string(s) }

const (
	sourceState   Source = "state"
	sourceReceipt Source = "receipt"
	sourceEnding  Source = "ending"
	sourceClock   Source = "clock"
	sourcePassing Source = "passing"
	sourcePauses  Source = "pauses"
	sourceRecord  Source = "record"
	sourcePolicy  Source = "policy"
)

// Definition is what a figure counts in, and by which record.
type Definition struct {
	Figure Figure
	Unit   Unit
	Source Source
}

// definitions is the one table of every figure that is shown anywhere.
var definitions = []Definition{
	{FigureOpening, unitIncidents, sourceState},
	{FigureIncoming, unitIncidents, sourceReceipt},
	{FigureCompleted, unitIncidents, sourceEnding},
	{FigureClosing, unitIncidents, sourceState},
	{FigureAll, unitIncidents, sourceReceipt},
	{FigureReopened, unitIncidents, sourceReceipt},
	{FigureOverdue, unitIncidents, sourceState},
	{FigureOutcomes, unitIncidents, sourceEnding},
	{FigureAnnounced, unitIncidents, sourceEnding},
	{FigureVital, unitIncidents, sourceRecord},
	{FigurePersonal, unitIncidents, sourceRecord},
	{FigureResponseKept, unitShare, sourceClock},
	{FigureResolutionKept, unitShare, sourceClock},
	{FigureByClass, unitNone, sourceClock},
	{FigureByTeam, unitNone, sourceRecord},
	{FigureByAgency, unitNone, sourceRecord},
	{FigureByMonth, unitNone, sourceClock},
	{FigureTarget, unitTime, sourcePolicy},
	{FigureKept, unitClocks, sourceClock},
	{FigureBreached, unitClocks, sourceClock},
	{FigureShare, unitShare, sourceClock},
	{FigureMean, unitTime, sourceClock},
	{FigureMedian, unitTime, sourceClock},
	{FigureNinetieth, unitTime, sourceClock},
	{FigureLongest, unitTime, sourceClock},
	{FigureStage, unitTime, sourcePassing},
	{FigurePassed, unitTimes, sourcePassing},
	{FigureStagePaused, unitTime, sourcePassing},
	{FigurePauses, unitTimes, sourcePauses},
	{FigurePausedIncidents, unitIncidents, sourcePauses},
	{FigurePaused, unitTime, sourcePauses},
	{FigureMain, unitIncidents, sourceRecord},
}

// Definitions are the definitions of all figures, in the order of the reports.
func Definitions() []Definition { return slices.Clone(definitions) }

// unit is what the figure counts in.
func (f Figure) unit() Unit {
	i := slices.IndexFunc(definitions, func(d Definition) bool { return d.Figure == f })
	return definitions[i].Unit
}

// spread are the figures of lengths of time, in the order of tables.
var spread = []Figure{FigureMean, FigureMedian, FigureNinetieth, FigureLongest}

// Of is the heading of a group of clocks: Waktu respons menurut tim.
func (f Figure) Of(clock model.ClockName, book *locales.Book) string {
	by := book.Word(f)
	return book.T("figures.by", "Clock", clock, "By", strings.ToLower(by[:1])+by[1:])
}
