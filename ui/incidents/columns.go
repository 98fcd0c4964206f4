package incidents

import (
	"cmp"
	"math"
	"slices"
	"strconv"
	"strings"

	"siaga/model"
	"siaga/ui/look"
	"siaga/ui/widgets"
)

// line is one row of the table: an incident, and when its clocks are due, computed
// once so that sorting many thousands does not compute them again and again.
type line struct {
	*model.Row
	response, resolution model.Instant
}

func newLine(r *model.Row, now model.Instant) *line {
	return &line{r, dueOrder(r.Response(now)), dueOrder(r.Resolution(now))}
}

// dueOrder puts running clocks by their deadline, then those not started, then
// those that have ended.
func dueOrder(k model.Clock) model.Instant {
	switch {
	case k.EndAt.Known() || k.Stopped:
		return math.MaxInt64
	case !k.StartAt.Known():
		return math.MaxInt64 - 1
	}
	return k.Due()
}

// columns are the table's columns from the left; a new one is a new line.
func (p *Page) columns() []widgets.Column[*line] {
	return []widgets.Column[*line]{
		p.textColumn("ticket", 166, func(l *line) string { return string(l.Ticket) }),
		p.instantColumn("receivedAt", func(l *line) model.Instant { return l.ReceivedAt }),
		stretched(p.textColumn("title", 150, func(l *line) string { return l.Title })),
		p.classColumn(),
		p.textColumn("agency", 104, func(l *line) string { return p.names.agencies[l.Agency] }),
		p.stepColumn(),
		p.clockColumn("response", 126, func(l *line) model.Instant { return l.response }, (*model.Course).Response),
		p.clockColumn("resolution", 138, func(l *line) model.Instant { return l.resolution }, (*model.Course).Resolution),
		hidden(p.textColumn("teams", 80, func(l *line) string { return strings.Join(l.Teams, ", ") })),
		hidden(p.textColumn("category", 170, func(l *line) string { return p.names.category(l.Category) })),
		hidden(p.textColumn("system", 170, func(l *line) string { return p.names.system(l.System, l.Affected) })),
		hidden(p.textColumn("outcome", 110, func(l *line) string { return p.outcomeWord(l.Outcome) })),
		hidden(p.textColumn("persons", 160, func(l *line) string { return strings.Join(p.names.persons(l.Persons), ", ") })),
		hidden(p.textColumn("tags", 170, func(l *line) string { return strings.Join(l.TagList(), ", ") })),
		hidden(p.textColumn("reporter", 190, func(l *line) string { return l.Reporter })),
		hidden(setColumn(p, "channel", model.Channels, func(l *line) model.Channel { return l.Channel })),
		hidden(setColumn(p, "risk", model.Risks, func(l *line) model.Risk { return l.Risk })),
		hidden(setColumn(p, "priority", model.Priorities, func(l *line) model.Priority { return l.Priority })),
		hidden(setColumn(p, "tlp", model.TLPs, func(l *line) model.TLP { return l.TLP })),
		hidden(p.instantColumn("happenedAt", func(l *line) model.Instant { return l.HappenedAt })),
		hidden(p.instantColumn("typedAt", func(l *line) model.Instant { return l.TypedAt })),
		hidden(p.instantColumn("completedAt", func(l *line) model.Instant { return l.CompletedAt })),
	}
}

func hidden(c widgets.Column[*line]) widgets.Column[*line] {
	c.Hidden = true
	return c
}

func stretched(c widgets.Column[*line]) widgets.Column[*line] {
	c.Stretch = 1
	return c
}

func (p *Page) textColumn(id string, width float32, text func(*line) string) widgets.Column[*line] {
	return widgets.Column[*line]{ID: id, Title: p.T("incidents.column." + id), Width: width, Text: text,
		Compare: func(a, b *line) int { return cmp.Compare(text(a), text(b)) }}
}

func (p *Page) instantColumn(id string, at func(*line) model.Instant) widgets.Column[*line] {
	return widgets.Column[*line]{ID: id, Title: p.T("incidents.column." + id), Width: 138,
		Text:    func(l *line) string { return p.stamp(at(l)) },
		Compare: func(a, b *line) int { return cmp.Compare(at(a), at(b)) }}
}

// setColumn orders the values of a closed set as their list does.
func setColumn[T worded](p *Page, id string, set []T, value func(*line) T) widgets.Column[*line] {
	c := p.textColumn(id, 120, func(l *line) string { return wordOf(p, value(l)) })
	c.Compare = func(a, b *line) int { return cmp.Compare(slices.Index(set, value(a)), slices.Index(set, value(b))) }
	return c
}

func (p *Page) classColumn() widgets.Column[*line] {
	c := setColumn(p, "class", model.Classes, func(l *line) model.Class { return l.Class })
	c.Width = 90
	c.Text = func(l *line) string {
		if l.Class == "" {
			return p.T("incidents.cell.unclassified")
		}
		return p.Book.Word(l.Class)
	}
	c.Tone = func(l *line) look.Tone { return classTone(l.Class) }
	return c
}

// stepColumn says where an incident stands, or how it ended.
func (p *Page) stepColumn() widgets.Column[*line] {
	return widgets.Column[*line]{ID: "step", Title: p.T("incidents.column.step"), Width: 124,
		Text: func(l *line) string {
			if l.Outcome != "" {
				return p.Book.Word(l.Outcome)
			}
			return p.stepWord(l.Step)
		},
		Tone: func(l *line) look.Tone { return outcomeTone(l.Outcome) },
		Compare: func(a, b *line) int {
			return cmp.Or(cmp.Compare(a.Outcome, b.Outcome), cmp.Compare(a.Step, b.Step))
		}}
}

func (p *Page) clockColumn(id string, width float32, due func(*line) model.Instant, clock func(*model.Course, model.Instant) model.Clock) widgets.Column[*line] {
	return widgets.Column[*line]{ID: id, Title: p.T("incidents.column." + id), Width: width,
		Text:    func(l *line) string { return p.clockWord(clock(&l.Course, p.now())) },
		Tone:    func(l *line) look.Tone { return clockTone(clock(&l.Course, p.now())) },
		Compare: func(a, b *line) int { return cmp.Compare(due(a), due(b)) }}
}

// stepWord is "5 Eskalasi": the number of Lampiran III and its short word.
func (p *Page) stepWord(s model.Step) string {
	return strconv.Itoa(int(s)) + " " + p.T(s.WordKey()+".short")
}

func (p *Page) className(c model.Class) string {
	if c == "" {
		return p.T("incidents.unclassified")
	}
	return p.Book.Word(c)
}

func (p *Page) outcomeWord(o model.Outcome) string {
	if o == "" {
		return p.T("incidents.open")
	}
	return p.Book.Word(o)
}

// wordOf is the word of a closed set's value, "" for none.
func wordOf[T worded](p *Page, v T) string {
	if v == "" {
		return ""
	}
	return p.Book.Word(v)
}

func (p *Page) stamp(at model.Instant) string {
	if !at.Known() {
		return ""
	}
	return p.Book.Stamp(at.Time())
}

func classTone(c model.Class) look.Tone {
	if c == "" {
		return look.Warning
	}
	return look.Plain
}

func outcomeTone(o model.Outcome) look.Tone {
	switch o {
	case "":
		return look.Plain
	case model.Closed:
		return look.Kept
	}
	return look.Neutral
}
