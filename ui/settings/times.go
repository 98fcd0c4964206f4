package settings

import (
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"siaga/app"
	"siaga/ui/widgets"
)

// times is the section of the policy of times: what is in force, what is coming
// and was, the form of a new one, and what it would have meant.
type times struct {
	page *Page
	box  *fyne.Container
	form *timesForm // a policy that is being written; nil at the overview
}

func (p *Page) timesSection() section {
	p.times = &times{page: p, box: container.NewStack()}
	return section{partTimes, p.times.box, p.times.show}
}

// show shows what the office has settled, unless a new policy is being written.
func (t *times) show() {
	if t.form == nil {
		t.overview()
	}
}

func (t *times) draw(content fyne.CanvasObject) {
	t.page.page.Say(0, "")
	t.box.Objects = []fyne.CanvasObject{content}
	t.box.Refresh()
}

// write opens the form with the policy in force; what is being written stays.
func (t *times) write() {
	if t.form == nil {
		t.form = newTimesForm(t)
		t.form.fill(t.page.desk.Office().PolicyAt(t.page.desk.Now()))
	}
	t.draw(t.form.content)
	t.form.forms[0].FocusFirst()
}

// leave goes back to the overview; what was written is given up.
func (t *times) leave() {
	t.form = nil
	t.show()
}

// record settles the policy that was previewed.
func (t *times) record(order app.SettlePolicy) {
	if t.page.amend(order, widgets.NewForm()) {
		t.leave()
	}
}

// hours prints whole hours as hours, as Lampiran III does: 24 jam, not 1 hari.
func (p *Page) hours(d time.Duration) string {
	if d >= time.Hour && d%time.Hour == 0 {
		return p.around.Book.N("duration.hours", int(d/time.Hour))
	}
	return p.around.Book.DurationExact(d)
}
