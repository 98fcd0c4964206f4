package people

import (
	"slices"
	"strconv"
	"strings"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"

	"siaga/app"
	"siaga/model"
	"siaga/ui/look"
	"siaga/ui/widgets"
)

// roster is the duty part: who is on now and next, a week and the one after.
type roster struct {
	p       *Page
	monday  time.Time // of the first week shown
	minute  time.Time // that is shown
	now     *widgets.Words
	next    *widgets.Words
	blocks  [2]*block
	content fyne.CanvasObject
}

// block is one week of the roster.
type block struct {
	p       *Page
	shown   week
	title   *widgets.Words
	copy    *widgets.Button
	grid    *widgets.Week
	content fyne.CanvasObject
}

func newRoster(p *Page) *roster {
	r := &roster{p: p, monday: mondayOf(p.around.Doors.Now(), p.zone()), now: widgets.NewWords(""), next: widgets.NewMuted("")}
	r.now.Bold, r.now.Shorten, r.next.Shorten = true, true, true
	for i := range r.blocks {
		r.blocks[i] = newBlock(p)
	}
	before := widgets.NewButton("", look.IconBack, func() { r.move(-7) })
	after := widgets.NewButton("", look.IconNext, func() { r.move(7) })
	present := widgets.NewButton(p.around.T("people.thisweek"), look.IconCalendar, func() {
		r.monday = mondayOf(p.around.Doors.Now(), p.zone())
		r.reload()
	})
	set := widgets.NewPrimary(p.around.T("people.setduty"), look.IconAdd, func() { p.askDuty(r.blocks[0].firstGap()) })
	on := widgets.Toolbar(container.NewVBox(r.now, r.next), before, present, after, set)
	r.content = widgets.Over(on, widgets.Scrolled(widgets.Stacked(r.blocks[0].content, r.blocks[1].content)))
	return r
}

func (r *roster) move(days int) {
	r.monday = r.monday.AddDate(0, 0, days)
	r.reload()
}

func (r *roster) reload() {
	duties, now := r.p.desk.Duties(), model.At(r.p.around.Doors.Now())
	r.minute = now.Time().Truncate(time.Minute)
	on, next := watches(duties, now)
	r.now.SetText(r.p.around.T("people.onduty", "Names", r.p.names(on)))
	r.next.SetText(r.p.around.T("people.unplanned"))
	if len(next) > 0 {
		r.next.SetText(r.p.around.T("people.nextduty", "Names", r.p.names(next), "From", r.p.around.Book.DateTime(next[0].StartAt.Time())))
	}
	for i, b := range r.blocks {
		b.show(planWeek(duties, r.monday.AddDate(0, 0, 7*i)), now)
	}
}

// watches are the turns that last now, and those that begin next together.
func watches(duties []model.Duty, now model.Instant) (on, next []model.Duty) {
	for _, d := range duties {
		switch {
		case d.Covers(now):
			on = append(on, d)
		case d.Retired == "" && d.StartAt > now && (len(next) == 0 || d.StartAt == next[0].StartAt):
			next = append(next, d)
		}
	}
	return on, next
}

func (p *Page) names(turns []model.Duty) string {
	var names []string
	for _, d := range turns {
		names = append(names, p.desk.Person(d.Person).Name)
	}
	if len(names) == 0 {
		return p.around.T("people.nobodyonduty")
	}
	return strings.Join(names, ", ")
}

func newBlock(p *Page) *block {
	b := &block{p: p, title: widgets.NewHeading("", theme.SizeNameSubHeadingText), grid: widgets.NewWeek()}
	b.title.Shorten = true
	b.grid.OnTap = func(day, shift int) { p.askDuty(b.shown.cells[day][shift]) }
	b.copy = widgets.NewButton(p.around.T("people.copyweek"), look.IconCopy, b.askCopy)
	b.content = widgets.NewPanel(widgets.Over(widgets.Toolbar(b.title, b.copy), b.grid))
	return b
}

func (b *block) show(w week, now model.Instant) {
	b.shown = w
	book := b.p.around.Book
	b.title.SetText(book.Range(w.monday, w.monday.AddDate(0, 0, 6)))
	var days, shifts []string
	for i := range 7 {
		day := w.monday.AddDate(0, 0, i)
		days = append(days, b.p.around.T("people.day", "Day", b.p.around.T("day.short."+strconv.Itoa(int(day.Weekday()))),
			"Date", strconv.Itoa(day.Day()), "Month", b.p.around.T("month.short."+strconv.Itoa(int(day.Month())))))
	}
	for _, s := range w.shifts {
		from := w.monday.Add(s.start)
		shifts = append(shifts, b.p.around.T("people.shift", "From", b.clock(from), "To", b.clock(from.Add(s.length))))
	}
	cells := make([][]widgets.DutyCell, 7)
	for day, line := range w.cells {
		for _, c := range line {
			cells[day] = append(cells[day], b.face(c, now))
		}
	}
	b.grid.SetWeek(days, shifts, cells)
}

// clock is a time of day without the zone, for the head of a line.
func (b *block) clock(t time.Time) string {
	return strings.Fields(b.p.around.Book.Clock(t))[0]
}

func (b *block) face(c cell, now model.Instant) widgets.DutyCell {
	out := widgets.DutyCell{Now: c.from <= now && now < c.to}
	for _, d := range c.turns {
		out.People = append(out.People, b.p.desk.Person(d.Person).Name)
	}
	switch {
	case c.gap == nobody:
		out.Note = b.p.around.T("people.gap")
	case c.gap == partly:
		out.Note = b.p.around.T("people.partgap")
	}
	out.Tone = look.Warning
	if c.to <= now {
		out.Tone = look.Muted // nothing to be done about it any more
	}
	return out
}

// firstGap is the first cell without anybody that is not over, or the first of
// the week.
func (b *block) firstGap() cell {
	now := model.At(b.p.around.Doors.Now())
	for _, line := range b.shown.cells {
		if i := slices.IndexFunc(line, func(c cell) bool { return c.gap != filled && c.to > now }); i >= 0 {
			return line[i]
		}
	}
	return b.shown.cells[0][0]
}

// askCopy takes the pattern of the week before into this one.
func (b *block) askCopy() {
	p, turns := b.p, copied(b.p.desk.Duties(), b.shown.monday)
	if len(turns) == 0 {
		p.around.Tell(look.Neutral, p.around.T("people.nothingtocopy"), nil)
		return
	}
	before := b.shown.monday.AddDate(0, 0, -7)
	widgets.Confirm{Title: p.around.T("people.copyweek"),
		Sentence: p.around.Book.N("people.copyweek.ask", len(turns), "From", p.around.Book.Range(before, before.AddDate(0, 0, 6)), "To", b.title.Text),
		Primary:  p.around.T("common.copy"), Secondary: p.around.T("common.cancel"),
		OnConfirm: func(string) { p.setTurns(turns) }}.Show(p.around.Canvas())
}

// setTurns puts people on duty one by one and stops at the first refusal.
func (p *Page) setTurns(turns []model.Duty) {
	defer p.Reload()
	for _, d := range turns {
		c := app.SetDuty{Person: app.PersonRef(d.Person), StartAt: d.StartAt, EndAt: d.EndAt, Note: d.Note}
		if _, err := p.desk.Do(app.Order{Command: c}); err != nil {
			p.around.Fail(err)
			return
		}
	}
	p.around.Tell(look.Kept, p.around.Book.N("people.copied", len(turns)), nil)
}
