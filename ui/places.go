package ui

import (
	"fyne.io/fyne/v2"

	"siaga/app"
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
	{place.Settings, look.IconSettings},
	{place.Help, look.IconHelp},
}

// builders make each place when it is first gone to.
var builders = map[place.Name]func(*shell) place.Place{
	place.Today:     func(s *shell) place.Place { return today.New(s.around, s.desk) },
	place.Incidents: func(s *shell) place.Place { return incidents.New(s.around, s.desk) },
	place.People:    func(s *shell) place.Place { return people.New(s.around, s.desk) },
	place.Systems:   func(s *shell) place.Place { return systems.New(s.around, s.desk) },
	place.Papers:    func(s *shell) place.Place { return papers.New(s.around, s.desk) },
	place.Settings: func(s *shell) place.Place {
		return settings.New(s.around, s.desk, settings.Program{
			Version: s.window.program.Version, Folder: s.window.program.World.Folder,
			Cost: s.window.program.Cost, OnLook: s.window.redress,
		})
	},
	place.Help: func(s *shell) place.Place { return help.New(s.around) },
}

// waiting counts the incidents that are late or wait for a decision.
func waiting(d *app.Desk) int {
	now := d.Now()
	agenda := today.Plan(d.Incidents(), now, now, "")
	n := 0
	for _, list := range []today.List{today.Overdue, today.Stale, today.Fresh, today.Teamless, today.Conflicts} {
		n += len(agenda.Lists[list])
	}
	return n
}
