package incidents

import (
	"strings"

	"siaga/model"
	"siaga/ui/look"
	"siaga/ui/widgets"
)

// soon is the share of a promise from which a running clock is a warning.
const soon = 0.8

func clockTone(k model.Clock) look.Tone {
	switch k.State() {
	case model.Running:
		if k.Used() >= soon {
			return look.Warning
		}
		return look.Running
	case model.Paused:
		return look.Paused
	case model.Overdue, model.Breached:
		return look.Breached
	case model.Kept:
		return look.Kept
	}
	return look.Neutral
}

// clockWord is a clock in the cell of a table: time left, or the verdict.
func (p *Page) clockWord(k model.Clock) string {
	switch k.State() {
	case model.Running:
		if k.Left() < 0 {
			return p.T("incidents.cell.over", "Time", p.Book.DurationShort(-k.Left()))
		}
		return p.T("incidents.cell.left", "Time", p.Book.DurationShort(k.Left()))
	case model.Paused:
		return p.T("incidents.cell.paused", "Time", p.Book.DurationShort(k.Left()))
	case model.NotStarted:
		return p.T("incidents.cell.notStarted")
	case model.Breached:
		return p.T("incidents.cell.breached")
	case model.Overdue:
		return p.T("incidents.cell.late", "Time", p.Book.DurationShort(-k.Left()))
	}
	return p.Book.Word(k.State())
}

// clockFace is a clock on its card.
func (p *Page) clockFace(k model.Clock) widgets.ClockFace {
	face := widgets.ClockFace{State: p.Book.Word(k.State()), Tone: clockTone(k), Left: p.clockLeft(k), Why: p.why(k)}
	if k.StartAt.Known() && !k.Stopped {
		due := p.Book.Moments(k.Instants()...)(k.Due())
		face.Due = p.T("incidents.card.due", "At", due)
		face.Used = k.Used()
		if k.Calendar != nil && !k.EndAt.Known() && k.CountedLeft() > 0 {
			face.Due = p.T("incidents.card.due.office", "At", due, "Counted", p.Book.Hours(k.CountedLeft()))
		}
	}
	return face
}

func (p *Page) clockLeft(k model.Clock) string {
	switch k.State() {
	case model.NotStarted, model.Stopped:
		return p.T("format.none")
	case model.Kept:
		return p.T("incidents.card.took", "Time", p.Book.Duration(k.Took()))
	case model.Breached:
		if k.Left() >= 0 { // a former class had promised less
			return p.T("incidents.card.took", "Time", p.Book.Duration(k.Took()))
		}
	}
	if k.Left() < 0 {
		return p.Book.Overdue(k.Left())
	}
	return p.T("incidents.card.left", "Time", p.Book.Duration(k.Left()))
}

// why is the arithmetic of a deadline, with how the clock ended and what came
// before it.
func (p *Page) why(k model.Clock) string {
	line := p.Book.Why(k)
	more := strings.TrimSpace(p.Book.Ended(k) + " " + p.Book.Former(k))
	if more == "" {
		return line
	}
	return strings.TrimSuffix(line, ".") + ". " + more
}
