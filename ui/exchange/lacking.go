package exchange

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"siaga/app"
	"siaga/model"
	"siaga/ui/look"
	"siaga/ui/place"
	"siaga/ui/widgets"
)

// mostLacking is how many missing files are named one by one.
const mostLacking = 8

// showLacking lists the files of evidence whose content is not here, with the request
// that asks for all of them; nothing when none is missing.
func (s *send) showLacking(x app.Exchange) {
	s.lacking.Objects = nil
	missing := s.desk.MissingFiles()
	if s.lacking.Hidden = len(missing) == 0; s.lacking.Hidden {
		return
	}
	var request []fyne.CanvasObject
	if ask := asked(missing); len(ask) > 0 {
		request = append(request, widgets.NewButton(s.T("exchange.request"), look.IconMail, func() {
			s.write(parcel{Export: app.Export{Request: true, For: ask}})
		}))
	}
	said := widgets.NewBanner()
	for _, w := range x.Warnings {
		if strings.HasPrefix(w.Key, "exchange.warn.files") {
			said.Say(look.Warning, s.Book.Tell(w.Key, w.Args...), request...)
		}
	}
	lines := container.NewVBox(said)
	for _, f := range missing[:min(mostLacking, len(missing))] {
		lines.Add(s.lackingLine(f))
	}
	if more := len(missing) - mostLacking; more > 0 {
		lines.Add(widgets.NewProse(s.Book.N("lacking.more", more)))
	}
	s.lacking.Objects = []fyne.CanvasObject{widgets.NewSection(s.T("lacking.title"), nil, lines)}
	s.lacking.Refresh()
}

// lackingLine is one file and the way to its incident.
func (s *send) lackingLine(f app.MissingFile) fyne.CanvasObject {
	open := widgets.NewQuiet(string(f.Ticket), look.IconNext, func() {
		s.Go(place.Route{Place: place.Incidents, Subject: f.Incident, Part: "evidence"})
	})
	name := widgets.NewProse(s.T("piece.file", "Name", f.Name, "Size", s.Book.Bytes(f.Size)))
	return container.NewBorder(nil, nil, nil, container.NewVBox(open), name)
}

// asked are the desks that have to be asked for the files, each once.
func asked(missing []app.MissingFile) (desks []model.DeskID) {
	seen := map[model.DeskID]bool{}
	for _, f := range missing {
		for _, k := range f.Ask {
			if !seen[k.Desk] {
				seen[k.Desk], desks = true, append(desks, k.Desk)
			}
		}
	}
	return desks
}
