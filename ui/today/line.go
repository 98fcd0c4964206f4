package today

import (
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"siaga/app"
	"siaga/locales"
	"siaga/model"
	"siaga/ui/look"
	"siaga/ui/place"
	"siaga/ui/widgets"
)

// Widths of the columns of a line, in points.
const (
	leftWidth   = 235
	ticketWidth = 165
	actionWidth = 190
)

// line is one incident of a list: time left, ticket, what it is about, and the
// button of its next action. A tap anywhere opens the incident; the keyboard
// opens it by the ticket.
type line struct {
	widget.BaseWidget
	around  place.Around
	item    app.Task
	icon    *widget.Icon
	left    *widgets.Words
	which   *widgets.Words
	ticket  *widgets.Button
	title   *widgets.Words
	details *widgets.Words
	action  *widgets.Button
	tone    look.Tone
}

func newLine(around place.Around) *line {
	l := &line{around: around, icon: widget.NewIcon(nil), tone: -1}
	l.left, l.which = widgets.NewWords(""), widgets.NewMuted("")
	l.title, l.details = widgets.NewWords(""), widgets.NewMuted("")
	l.left.Bold, l.title.Bold = true, true
	for _, w := range []*widgets.Words{l.left, l.which, l.title, l.details} {
		w.Shorten = true
	}
	l.ticket = widgets.NewQuiet("", nil, nil)
	l.action = widgets.NewButton("", nil, nil)
	l.ExtendBaseWidget(l)
	return l
}

// CreateRenderer is called by Fyne.
func (l *line) CreateRenderer() fyne.WidgetRenderer {
	left := container.NewHBox(l.icon, widgets.NewWidth(leftWidth, container.NewVBox(l.left, l.which)),
		widgets.NewWidth(ticketWidth, l.ticket))
	action := widgets.NewWidth(actionWidth, l.action)
	return widget.NewSimpleRenderer(container.NewBorder(nil, nil, left, action, container.NewVBox(l.title, l.details)))
}

// Tapped opens the incident.
func (l *line) Tapped(*fyne.PointEvent) { l.ticket.OnTapped() }

// Cursor shows that the line can be tapped.
func (l *line) Cursor() desktop.Cursor { return desktop.PointerCursor }

// show writes an item; the time left is written by tick.
func (l *line) show(item app.Task, details string, open, act func()) {
	l.item = item
	l.title.SetText(item.Row.Title)
	if item.Row.Title == "" {
		l.title.SetText(l.around.T("today.untitled"))
	}
	l.details.SetText(details)
	l.ticket.OnTapped, l.action.OnTapped = open, act
	l.ticket.SetText(string(item.Row.Ticket))
	word := l.around.Book.Word(item.Act)
	if item.Act == app.ActPass {
		word = l.around.T("today.action.step", "Step", int(item.Row.Step))
	}
	l.action.SetText(word)
}

// tick writes the time left at an instant.
func (l *line) tick(now time.Time) {
	left, which, tone := face(l.around.Book, l.item, model.At(now))
	l.left.SetText(left)
	l.which.SetText(which)
	if tone != l.tone {
		l.tone = tone
		l.left.SetTone(tone)
		l.icon.SetResource(tone.Icon())
	}
}

// shortly is the time of day of an instant today, and with its date otherwise.
func shortly(book *locales.Book, at, now model.Instant) string {
	if book.Date(at.Time()) == book.Date(now.Time()) {
		return book.Clock(at.Time())
	}
	return book.Stamp(at.Time())
}

// face says how long what a line tells of still has, what it is and when it falls
// due: a letter, or the incident's nearer clock; for a pause, until when it is
// expected to last.
func face(book *locales.Book, item app.Task, now model.Instant) (left, which string, tone look.Tone) {
	if d := item.Letter; d.Code != "" {
		return letterFace(book, d, now)
	}
	r := item.Row
	k, ok := app.NearerClock(r.Course, now)
	if done := r.Resolution(now); !ok && done.EndAt.Known() {
		return book.Word(done.State()), book.T("today.which", "Clock", done.Name, "Due", shortly(book, done.Due(), now)), look.Neutral
	}
	if !ok {
		return book.T("today.noclock"), book.T("today.received", "At", book.Stamp(r.ReceivedAt.Time())), look.Neutral
	}
	if pause, paused := r.PausedNow(); paused && k.PausedNow {
		return book.T("today.paused"), book.T("today.pauseduntil", "At", book.Stamp(pause.Expected.Time())), look.Paused
	}
	key := "today.which"
	if k.Provisional {
		key = "today.strictest"
	}
	which = book.T(key, "Clock", k.Name, "Due", shortly(book, k.Due(), now))
	left, tone = standing(book, k)
	return left, which, tone
}

// letterFace is the same of a letter; one may have no deadline in figures.
func letterFace(book *locales.Book, d model.LegalDuty, now model.Instant) (left, which string, tone look.Tone) {
	d.ReadAt = now
	k := d.Clock()
	if !d.Due.Known() {
		return book.T("today.owed"), book.T("today.which", "Clock", k.Name, "Due", book.DutyLimit(d.LegalClock)), look.Warning
	}
	left, tone = standing(book, k)
	return left, book.T("today.which", "Clock", k.Name, "Due", shortly(book, d.Due, now)), tone
}

// standing is how long a clock that runs still has.
func standing(book *locales.Book, k model.Clock) (left string, tone look.Tone) {
	switch {
	case k.Left() < 0 && k.Provisional:
		return book.Overdue(k.Left()), look.Warning
	case k.Left() < 0:
		return book.Overdue(k.Left()), look.Breached
	case k.State() == model.Overdue || k.Left() <= app.Soon:
		return book.T("today.left", "Duration", k.Left()), look.Warning
	}
	return book.T("today.left", "Duration", k.Left()), look.Running
}
