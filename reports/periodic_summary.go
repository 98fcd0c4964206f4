package reports

import (
	"fmt"
	"math"
	"strings"

	"siaga/model"
	"siaga/reports/paper"
)

// summary answers, on the first page, whether things are under control and
// what is to be decided.
func (w periodicPaper) summary() {
	w.chapter("periodic.summary")
	if w.f.Lasting() {
		w.tell("periodic.lasting", "Until", w.f.Until-1)
	}
	w.Paragraph(paper.Plain(strings.Join(w.essentials(), " ")))
	for _, sentence := range disputes(w.book, w.f.All) {
		w.Paragraph(paper.Plain(sentence))
	}
	w.tiles()
}

// essentials are the three to five sentences that matter.
func (w periodicPaper) essentials() []string {
	f, b := w.f, w.book
	if len(f.All) == 0 {
		return []string{b.T("periodic.nothing", "Period", w.period, "Team", w.office.Team), b.T("periodic.decide.nothing")}
	}
	said := []string{b.T("periodic.balance", "Period", w.period, "Team", w.office.Team, "All", len(f.All), "Opening", len(f.Opening),
		"Incoming", len(f.Incoming), "Completed", len(f.Completed), "Closing", len(f.Closing))}
	said = append(said, w.control(), w.clocksKept())
	if len(f.Incoming) > 0 {
		said = append(said, w.most())
	}
	return append(said, w.decide())
}

// points are those of the sentences that the letter carries: the balance,
// whether it is under control, and what to decide.
func (w periodicPaper) points() []string {
	said := w.essentials()
	if len(w.f.All) == 0 {
		return said
	}
	return []string{said[0], w.control(), w.decide()}
}

// control is the answer to the first question: under control is a period that
// leaves no incident behind whose deadline has passed.
func (w periodicPaper) control() string {
	if n := len(w.f.Overdue); n > 0 {
		return w.book.N("periodic.overdue", n)
	}
	return w.book.T("periodic.control")
}

func (w periodicPaper) clocksKept() string {
	var said []string
	for _, c := range []struct {
		clock model.ClockName
		all   model.Rate
	}{{model.Response, w.f.Response.Total}, {model.Resolution, w.f.Resolution.Total}} {
		share, ok := c.all.Share()
		if !ok {
			said = append(said, w.book.T("periodic.clock.none", "Clock", c.clock))
			continue
		}
		said = append(said, w.book.T("periodic.clock", "Clock", c.clock, "Kept", len(c.all.Kept), "Ended", c.all.Ended(), "Share", w.book.Percent(share)))
	}
	return strings.Join(said, " ")
}

// most names the category and the agency with the most that came in, as far as
// they were named.
func (w periodicPaper) most() string {
	var said []string
	if c := largestFlow(w.f.Categories); c.Key != "" {
		said = append(said, w.book.T("periodic.most.category", "Category", w.categoryName(c.Key), "Count", len(c.Incoming)))
	}
	if a := largestFlow(w.f.Agencies); a.Key != "" {
		said = append(said, w.book.T("periodic.most.agency", "Agency", w.agencyName(a.Key), "Count", len(a.Incoming)))
	}
	return strings.Join(said, " ")
}

func largestFlow(flows []model.Flow) model.Flow {
	var most model.Flow
	for _, f := range flows {
		if f.Key != "" && len(f.Incoming) > len(most.Incoming) {
			most = f
		}
	}
	return most
}

// decide names what needs a decision, by ticket.
func (w periodicPaper) decide() string {
	if len(w.f.Overdue) == 0 {
		return w.book.T("periodic.decide.nothing")
	}
	var tickets []string
	for _, row := range w.f.Overdue[:min(3, len(w.f.Overdue))] {
		tickets = append(tickets, string(row.Ticket))
	}
	key := "periodic.decide"
	if len(w.f.Overdue) > 3 {
		key = "periodic.decide.more"
	}
	return w.book.T(key, "Tickets", strings.Join(tickets, ", "), "More", len(w.f.Overdue)-len(tickets))
}

// tiles are the key figures with their change.
func (w periodicPaper) tiles() {
	var tiles []paper.Tile
	var said []string
	for _, m := range append(append([]measure{}, balance[1:]...), indicators...) {
		if m.figure.unit() == unitTime || len(tiles) == 8 {
			continue
		}
		now, known := m.of(w.f)
		was, knownBefore := m.of(w.v.Before)
		tile := paper.Tile{Name: w.book.Word(m.figure), Value: w.measured(m, now, known)}
		tile.Change, tile.Sign = w.change(m, now-was, known && knownBefore)
		tiles = append(tiles, tile)
		said = append(said, tile.Name+" "+tile.Value)
	}
	w.Tiles(paper.Tiles{Alt: strings.Join(said, "; "), Tiles: tiles})
	w.remark("periodic.tiles", "Former", w.former)
}

func (w periodicPaper) measured(m measure, value float64, known bool) string {
	switch {
	case !known:
		return w.book.T("format.none")
	case m.figure.unit() == unitShare:
		return w.book.Percent(value)
	}
	return w.book.Number(int(value))
}

// change is the difference to the period before, in words with an arrow.
func (w periodicPaper) change(m measure, difference float64, known bool) (string, paper.Sign) {
	if !known {
		return w.book.T("periodic.change.none"), paper.None
	}
	sign, key := paper.Level, "periodic.change.same"
	switch {
	case difference > 0:
		sign, key = paper.ArrowUp, "periodic.change.more"
	case difference < 0:
		sign, key = paper.ArrowDown, "periodic.change.less"
	}
	amount := w.book.Number(int(math.Abs(difference)))
	if m.figure.unit() == unitShare {
		amount = w.book.T("periodic.points", "Points", w.book.Decimal(100*math.Abs(difference), 1))
	}
	return w.book.T(key, "Amount", amount), sign
}

// signed is a change of a number for the cell of a table: +3.
func (w periodicPaper) signed(difference int) string {
	if difference == 0 {
		return w.book.Number(0)
	}
	return fmt.Sprintf("%c%s", map[bool]rune{true: '+', false: '−'}[difference > 0], w.book.Number(max(difference, -difference)))
}
