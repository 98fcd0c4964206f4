package ui

import (
	"fyne.io/fyne/v2"

	"siaga/app"
	"siaga/model"
	"siaga/ui/exchange"
	"siaga/ui/help"
	"siaga/ui/incidents"
	"siaga/ui/look"
	"siaga/ui/papers"
	"siaga/ui/people"
	"siaga/ui/place"
	"siaga/ui/settings"
	"siaga/ui/systems"
	"siaga/ui/today"
)

// entry is a place as the side bar shows it.
type entry struct {
	name place.Name
	icon fyne.Resource
}

// places are the places of the window, in the order of their keys.
var places = []entry{
	{place.Today, look.IconToday},
	{place.Incidents, look.IconIncidents},
	{place.People, look.IconPeople},
	{place.Systems, look.IconSystems},
	{place.Papers, look.IconPapers},
	{place.Exchange, look.IconExchange},
	{place.Settings, look.IconSettings},
	{place.Help, look.IconHelp},
}

// build makes a place, which is done when it is first gone to; nil when there
// is none of that name.
func (s *shell) build(name place.Name) place.Place {
	switch name {
	case place.Today:
		return today.New(s.around, s.desk)
	case place.Incidents:
		return incidents.New(s.around, s.desk)
	case place.People:
		return people.New(s.around, s.desk)
	case place.Systems:
		return systems.New(s.around, s.desk)
	case place.Papers:
		return papers.New(s.around, s.desk)
	case place.Exchange:
		return exchange.New(s.around, s.desk, s.window.keeper)
	case place.Settings:
		return settings.New(s.around, s.desk, settings.Program{
			Version: s.window.program.Version, Folder: s.window.program.World.Folder,
			Cost: s.window.program.Cost, OnLook: s.window.redress,
		})
	case place.Help:
		return help.New(s.around)
	}
	return nil
}

// waiting counts the incidents that are late, with a letter too, and what waits for
// a decision.
func waiting(d *app.Desk) int {
	now := d.Now()
	agenda := app.Plan(d.Incidents(), now, now, "")
	late := map[model.IncidentID]bool{}
	for _, list := range []app.Queue{app.QueueOverdue, app.QueueOwed, app.QueueStale, app.QueueFresh, app.QueueTeamless} {
		for _, task := range agenda.Queues[list] {
			if list != app.QueueOwed || task.Letter.State() == model.LegalOverdue {
				late[task.Row.ID] = true
			}
		}
	}
	return d.Undecided() + len(late)
}
