package exchange

import (
	"fyne.io/fyne/v2"

	"siaga/app"
	"siaga/app/settings"
	"siaga/ui/look"
	"siaga/ui/widgets"
)

// showShared is the folder that the office's own means carry from desk to desk.
func (s *backup) showShared() {
	path := s.Settings.Choices().SharedFolder
	s.shared.Objects = []fyne.CanvasObject{widgets.NewProse(s.T("exchange.shared.sentence")),
		s.folder(path, "exchange.shared.folder", func(c *settings.Choices, path string) { c.SharedFolder = path })}
	if path == "" {
		return
	}
	s.shared.Add(s.visited())
	lying := widgets.Stacked()
	s.shared.Add(lying)
	s.shared.Add(widgets.NewFlow(widgets.NewButton(s.T("exchange.shared.visit"), look.IconRefresh, func() { s.keeper.Visit(s.reload) })))
	s.showLying(path, lying)
}

// visited says when the folder was last visited, and what was wrong.
func (s *backup) visited() fyne.CanvasObject {
	at, failed := s.keeper.Visited()
	switch {
	case failed != nil:
		return s.line(look.Breached, s.Book.Refusal(failed))
	case at.IsZero():
		return s.line(look.Neutral, s.T("exchange.shared.never"))
	}
	return s.line(look.Kept, s.T("exchange.shared.visited", "At", at))
}

// mostLying is how many of the files that lie there are listed.
const mostLying = 8

// showLying lists whose files lie there, when the folder has answered.
func (s *backup) showLying(path string, list *fyne.Container) {
	wanted := s.latest.Ask()
	widgets.Run(s.Doors, func() []app.Lying {
		lying, _ := s.desk.LyingIn(path) // the last visit tells what is wrong
		return lying
	}, func(lying []app.Lying) {
		if !wanted() {
			return
		}
		for _, l := range lying[:min(mostLying, len(lying))] {
			list.Add(widgets.NewMuted(s.T("exchange.shared.lies", "Name", s.desk.Label(l.From), "At", l.MadeAt.Time())))
		}
		list.Refresh()
	})
}
