package incidents

import (
	"reflect"
	"slices"
	"strings"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"siaga/app"
	"siaga/model"
	"siaga/ui/look"
	"siaga/ui/place"
	"siaga/ui/widgets"
)

// detail is one incident: its head, and one section at a time.
type detail struct {
	*Page
	incident model.Incident
	section  string

	page      *widgets.Page
	primary   *widgets.Button // the next act of the nine steps
	no        *widgets.Button // "Tidak" of step 4
	more      *widgets.Button
	title     *widgets.Words
	about     *widgets.Words // from where, which system, who reported
	badges    *fyne.Container
	steps     *widgets.Steps
	next      *fyne.Container
	clocks    *fyne.Container
	cards     []*widgets.ClockCard
	dutyLines []dutyLine
	tabs      *widgets.Chips
	body      *fyne.Container
	scroll    *container.Scroll
	related   widgets.Latest
	wholeLog  bool                // the history in full, not only its newest part
	unfolded  map[model.Mark]bool // chains of custody that were folded or unfolded
	away      []model.Mark        // pieces of evidence whose content is not here
}

func newDetail(p *Page) *detail {
	d := &detail{Page: p, section: firstSection}
	d.badges, d.next, d.clocks, d.body = widgets.NewFlow(), container.NewStack(), container.NewStack(), container.NewStack()
	d.title = widgets.NewHeading("", theme.SizeNameSubHeadingText)
	d.about = widgets.NewMuted("")
	d.title.Shorten, d.about.Shorten = true, true
	d.steps = widgets.NewSteps()
	d.steps.OnTap = func(index int) { d.stepTapped(model.Step(index + 1)) }
	d.tabs = widgets.NewChips()
	d.tabs.Single = true
	d.tabs.OnChange = d.tabChosen
	d.scroll = widgets.Scrolled(widgets.Stacked(container.NewVBox(d.title, d.about, d.badges), widgets.NewPanel(d.steps), d.next, d.clocks, d.tabs, d.body))
	back := widgets.NewButton(p.T("common.back"), look.IconBack, func() { p.Back() })
	d.primary = widgets.NewPrimary("", nil, d.askStep)
	d.no = widgets.NewButton(p.T("incidents.decide.no"), look.IconClose, d.askNotIncident)
	paper := widgets.NewButton(p.T("incidents.paper"), look.IconPapers, p.ShowPaper)
	d.more = widgets.NewButton(p.T("incidents.acts"), look.IconMore, func() { below(d.more, d.actMenu()) })
	actions := []fyne.CanvasObject{back, paper, d.more, d.no, d.primary}
	d.page = widgets.NewPage("", " ", actions, d.scroll)
	return d
}

func (d *detail) content() fyne.CanvasObject { return d.page }

func (d *detail) route() place.Route { return place.Route{Subject: d.incident.ID, Part: d.section} }

// open reads an incident and shows a section of it; it tells and returns false when
// there is none.
func (d *detail) open(id model.IncidentID, section string) bool {
	i, err := d.desk.Incident(app.IncidentRef(id))
	if err != nil {
		d.Fail(err)
		return false
	}
	if i.ID != d.incident.ID {
		d.scroll.ScrollToTop()
		d.section, d.wholeLog, d.unfolded = firstSection, false, map[model.Mark]bool{}
	}
	if sectionNamed(section) != nil {
		d.section = section
	}
	d.incident = i
	d.draw()
	return true
}

// takeFocus puts the keyboard on the next act.
func (d *detail) takeFocus() {
	first := d.primary
	if first.Hidden {
		first = d.more
	}
	d.Canvas().Focus(first)
}

// reload shows what has changed and leaves everything else as it stands.
func (d *detail) reload() {
	if d.incident.ID == "" {
		return
	}
	i, err := d.desk.Incident(app.IncidentRef(d.incident.ID))
	if err != nil {
		d.Fail(err)
		return
	}
	if !reflect.DeepEqual(i, d.incident) || !slices.Equal(d.filesAway(i), d.away) {
		d.incident = i
		d.draw()
		d.releaseFocus()
	}
}

// releaseFocus takes the keyboard from a button that was drawn anew and is gone; the
// head stays, and a dialog keeps its own.
func (d *detail) releaseFocus() {
	c := d.Canvas()
	if c.Overlays().Top() != nil || c.Focused() == nil {
		return
	}
	for _, stays := range []fyne.Focusable{d.primary, d.no, d.more} {
		if c.Focused() == stays {
			return
		}
	}
	c.Unfocus()
}

func (d *detail) tick(now time.Time) {
	for _, card := range d.cards {
		card.SetNow(now)
	}
	d.tickDuties(now)
}

func (d *detail) draw() {
	i := d.incident
	d.away = d.filesAway(i)
	d.page.SetTitle(string(i.Ticket), d.T("incidents.received", "At", d.Book.DateTime(i.ReceivedAt.Time())))
	d.title.SetText(i.Title)
	d.about.SetText(joined(d.names.agencies[i.Agency], d.names.system(i.System, i.Affected), i.Reporter.Label()))
	d.warn()
	d.drawBadges()
	d.drawSteps()
	d.drawNext()
	d.drawClocks()
	d.drawSection()
}

// warn says what somebody must decide, and what is locked.
func (d *detail) warn() {
	if d.mergedBanner() {
		return
	}
	i := d.incident
	var said []string
	tone := look.Warning
	if len(i.Conflicts) > 0 {
		said = append(said, d.T("incidents.conflicts", "Fields", strings.Join(each(i.Conflicts, d.fieldLabel), ", ")))
	}
	if len(i.Misfits) > 0 {
		said = append(said, d.T("incidents.misfits"))
	}
	early := app.Early(i.ReceivedAt, d.now())
	if early {
		said = append(said, d.T("incidents.early", "At", d.dateTime(i.ReceivedAt)))
	}
	if i.Unknown > 0 {
		said = append(said, d.Book.N("incidents.unknown", i.Unknown))
	}
	if len(said) == 0 {
		tone = look.Neutral // the rest is only to be known
	}
	if from := d.cameFrom(); from != "" {
		said = append(said, from)
	}
	if i.Outcome != "" {
		said = append(said, d.T("incidents.locked", "Outcome", i.Outcome))
	}
	erased, actions := d.erasedSaid()
	if len(said) == 0 {
		tone = look.Neutral
	}
	said = append(said, erased...)
	if i.Outcome != "" {
		actions = append(actions, widgets.NewButton(d.T("incidents.act.reopen"), look.IconUndo, d.askReopen))
	}
	if len(i.Conflicts)+len(i.Misfits) > 0 || early {
		actions = append(actions, widgets.NewButton(d.T("incidents.conflicts.decide"), look.IconNext, d.askConflicts))
	}
	d.page.Say(tone, strings.Join(said, " "), actions...)
}

func (d *detail) drawBadges() {
	i := d.incident
	d.badges.Objects = []fyne.CanvasObject{widgets.NewBadge(d.className(i.Class), badgeTone(classTone(i.Class)))}
	if i.TLP != "" {
		d.badges.Add(widgets.NewTLP(d.Book.Word(i.TLP), tlpInk[i.TLP]))
	}
	d.badge(i.Outcome != "", wordOf(d.Page, i.Outcome), outcomeTone(i.Outcome))
	d.badge(i.Reclassified(), d.T("incidents.reclassified"), look.Warning)
	d.badge(i.Reopened(), d.T("incidents.reopened"), look.Warning)
	d.badge(i.PersonalData && !i.DataBreach, d.T("incidents.personalData"), look.Neutral)
	d.badge(i.DataBreach, d.T("incidents.dataBreach"), look.Warning)
	d.badge(i.Vital, d.T("incidents.vital"), look.Warning)
	d.badge(i.Crime, d.T("incidents.crime"), look.Warning)
	for _, team := range i.Teams {
		d.badge(true, d.T("incidents.team", "Team", d.T(model.TeamKey(team))), look.Running)
	}
	for _, name := range d.names.persons(i.Persons) {
		d.badge(true, name, look.Running)
	}
	d.badge(len(i.Teams) == 0 && i.Outcome == "", d.T("incidents.chip.noTeam"), look.Warning)
	d.addTags()
	d.badges.Refresh()
}

func (d *detail) badge(shown bool, word string, tone look.Tone) {
	if shown {
		d.badges.Add(widgets.NewBadge(word, tone))
	}
}

// badgeTone gives a plain word a ground.
func badgeTone(t look.Tone) look.Tone {
	if t == look.Plain {
		return look.Running
	}
	return t
}

var tlpInk = map[model.TLP]fyne.ThemeColorName{
	model.TLPClear: look.ColorTLPClear, model.TLPGreen: look.ColorTLPGreen, model.TLPAmber: look.ColorTLPAmber,
	model.TLPAmberStrict: look.ColorTLPAmber, model.TLPRed: look.ColorTLPRed,
}

// drawClocks shows both promises, the resolution once for each segment, and the pauses.
func (d *detail) drawClocks() {
	now := d.now()
	days := widgets.NewFlow()
	addDays := func(name string, k model.Clock) {
		if button := d.dayButton(name, k); button != nil {
			days.Add(button)
		}
	}
	d.cards = []*widgets.ClockCard{d.clockCard(d.Book.Word(model.Response), func(c model.Course, now model.Instant) model.Clock {
		return c.Response(now)
	})}
	addDays(d.Book.Word(model.Response), d.incident.Response(now))
	for _, k := range d.incident.Resolutions(now) {
		name := d.Book.Word(model.Resolution)
		if d.incident.Reopened() {
			name = d.T("incidents.segment", "Clock", model.Resolution, "Number", k.Segment)
		}
		d.cards = append(d.cards, d.clockCard(name, func(c model.Course, now model.Instant) model.Clock {
			return c.ResolutionOf(k.Segment, now)
		}))
		addDays(name, k)
	}
	rows := container.NewVBox()
	for pair := range slices.Chunk(d.cards, 2) {
		beside := fyne.CanvasObject(container.NewStack())
		if len(pair) == 2 {
			beside = pair[1]
		}
		rows.Add(widgets.Columns(pair[0], beside))
	}
	if len(days.Objects) > 0 {
		rows.Add(days)
	}
	if said := d.Book.Unfilled(d.incident.Reach(now).Unfilled(d.incident.Held())); said != "" {
		rows.Add(container.NewBorder(nil, nil, widget.NewIcon(look.Warning.Icon()), nil, widgets.NewProse(said)))
	}
	rows.Add(d.pauses())
	if duties := d.duties(); duties != nil {
		rows.Add(duties)
	}
	d.clocks.Objects = []fyne.CanvasObject{rows}
	d.clocks.Refresh()
}

func (d *detail) clockCard(name string, clock func(model.Course, model.Instant) model.Clock) *widgets.ClockCard {
	card := widgets.NewClockCard(name, func(now time.Time) widgets.ClockFace {
		return d.clockFace(clock(d.incident.Course, model.At(now)))
	})
	card.SetNow(d.Doors.Now())
	return card
}
