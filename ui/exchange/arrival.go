package exchange

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/widget"

	"siaga/app"
	"siaga/model"
	"siaga/ui/look"
	"siaga/ui/place"
	"siaga/ui/widgets"
)

// showPreview shows what a file would bring, and asks whether it is to be taken
// in; Esc leaves it in the list.
func (p *Page) showPreview(in incoming) {
	d := &widgets.Dialog{Title: p.T("exchange.preview"), Content: p.told(in.arrival, p.T("exchange.preview.sentence")), Width: 680,
		Primary: p.T("exchange.import"), Secondary: p.T("exchange.import.not")}
	d.OnPrimary = func() bool {
		d.OnClose = func() { p.takeIn(in) }
		return true
	}
	d.OnSecond = func() { p.discard(in.name) }
	d.Show(p.Canvas())
}

// takeIn takes a file in and reports what that changed.
func (p *Page) takeIn(in incoming) {
	place.Long(p.Around, p.T("exchange.importing"), func(progress app.Progress) (app.Arrival, error) {
		return p.desk.Import(in.name, in.passphrase, progress)
	}, func(a app.Arrival, err error) {
		p.Reload()
		if err != nil {
			p.showRefused(incoming{}, err)
			return
		}
		p.showReport(a)
	})
}

// showReport says what was taken in, with the ways to it.
func (p *Page) showReport(a app.Arrival) {
	title, outcome := p.T("exchange.imported"), ""
	if a.Outcome() != "arrival.taken" {
		title, outcome = p.T("exchange.looked"), p.T(a.Outcome())
	}
	d := &widgets.Dialog{Title: title, Width: 680, Primary: p.T("common.done")}
	ways := widgets.NewFlow()
	way := func(key string, wanted bool, route place.Route) {
		if wanted {
			ways.Add(widgets.NewButton(p.T(key), look.IconNext, func() {
				d.Hide()
				p.Go(route)
			}))
		}
	}
	way("exchange.see.new", len(a.NewIncidents) > 0, p.incidents(a.NewIncidents))
	way("exchange.see.changed", len(a.ChangedIncidents) > 0, p.incidents(a.ChangedIncidents))
	way("exchange.see.disputes", len(a.Disputes)+len(a.Early)+a.Rewritten > 0, place.Route{Place: place.Exchange, Part: "decide"})
	d.Content = widgets.Stacked(ways, p.told(a, outcome))
	d.Show(p.Canvas())
}

// incidents is the way to the list of these tickets.
func (p *Page) incidents(tickets []model.Ticket) place.Route {
	filter := app.Filter{IDs: map[model.IncidentID]bool{}}
	wanted := map[model.Ticket]bool{}
	for _, t := range tickets {
		wanted[t] = true
	}
	for _, r := range p.desk.Incidents() {
		if wanted[r.Ticket] {
			filter.IDs[r.ID] = true
		}
	}
	return place.Route{Place: place.Incidents, Filter: &filter}
}

// tonesOfArrival are the sentences that ask for attention.
var tonesOfArrival = map[string]look.Tone{
	"arrival.request": look.Warning, "arrival.disputes": look.Warning, "arrival.rewritten": look.Breached, "arrival.gap": look.Warning, "arrival.gap-one": look.Warning,
	"arrival.stranger": look.Warning, "arrival.stranger-later": look.Paused, "arrival.waits": look.Paused, "arrival.fork": look.Breached, "arrival.clock": look.Warning,
	"arrival.letter": look.Warning, "arrival.early": look.Warning, "arrival.branch": look.Breached, "arrival.lost": look.Breached, "arrival.nothing": look.Neutral,
}

// told is an arrival in sentences: who sent it, then one line for each thing.
func (p *Page) told(a app.Arrival, last string) fyne.CanvasObject {
	lines := container.NewVBox()
	for n, s := range a.Told(p.labelIn(a)) {
		sentence := p.Book.Tell(s.Key, s.Args...)
		if named := a.Named(s); len(named) > 0 {
			sentence += " " + p.tickets(named)
		}
		if n == 0 {
			lines.Add(widgets.NewProse(sentence))
			continue
		}
		lines.Add(p.line(tonesOfArrival[s.Key], sentence))
	}
	if last != "" {
		lines.Add(widgets.NewProse(last))
	}
	return lines
}

// line is a sentence with the icon of its tone, a plain one with a small mark.
func (p *Page) line(tone look.Tone, sentence string) fyne.CanvasObject {
	icon := tone.Icon()
	if icon == nil {
		icon = look.Tinted(look.IconNext, look.ColorMuted)
	}
	beside := container.New(layout.NewCustomPaddedLayout(8, 0, 4, 0), widget.NewIcon(icon)) // on a level with the first line
	return container.NewBorder(nil, nil, container.NewVBox(beside), nil, widgets.NewProse(sentence))
}

func (p *Page) tickets(tickets []model.Ticket) string {
	names := make([]string, len(tickets))
	for i, t := range tickets {
		names[i] = string(t)
	}
	return p.Book.Some(names)
}

// labelIn names a desk, also the sender whom only the file knows so far.
func (p *Page) labelIn(a app.Arrival) func(model.DeskID) string {
	return func(desk model.DeskID) string {
		if desk == a.From.Desk {
			return a.From.Label()
		}
		return p.desk.Label(desk)
	}
}
