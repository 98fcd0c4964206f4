package exchange

import (
	"strings"

	"fyne.io/fyne/v2"

	"siaga/app"
	"siaga/model"
	"siaga/ui/look"
	"siaga/ui/place"
	"siaga/ui/widgets"
)

// mends are the acts on an incident that put right what does not fit: the word
// "decide.go.<act>" and the dialog of the incident that opens.
var mends = map[model.MisfitKind][]string{
	model.MisfitGap: {"step"}, model.MisfitOrder: {"correct"}, model.MisfitAfterEnd: {"reopen"},
	model.MisfitBothAnswers: {"reopen"}, model.MisfitNotClosed: {"reopen"}, model.MisfitUnfinished: {"reopen"},
	model.MisfitTwoPauses: {"resume"}, model.MisfitPausedDone: {"resume"}, model.MisfitOvertaken: {"reopen"},
}

// acts are the ways to what it is about, and to what mends it.
func (o *one) acts() fyne.CanvasObject {
	flow := widgets.NewFlow()
	if o.Of == "incident" {
		for _, act := range mends[o.Misfit.Kind] {
			flow.Add(o.goTo(o.d.T("decide.go."+act), incidentRoute(o.Subject, act)))
		}
		flow.Add(o.goTo(o.d.T("decide.go.incident", "Ticket", string(o.Ticket)), incidentRoute(o.Subject, "")))
	} else {
		flow.Add(o.goTo(o.home()))
	}
	heading := o.d.T("decide.acts")
	if o.Kind == app.DecideValues {
		return flow
	}
	return widgets.NewSection(heading, nil, flow)
}

// home is where the subject of the decision is at home.
func (o *one) home() (word string, r place.Route) {
	switch o.Of {
	case "person":
		return o.d.T("decide.go.people"), place.Route{Place: place.People, Subject: o.Subject}
	case "agency":
		return o.d.T("decide.go.systems"), place.Route{Place: place.Systems, Part: "agencies"}
	case "system":
		return o.d.T("decide.go.systems"), place.Route{Place: place.Systems, Subject: o.Subject}
	case "seat":
		return o.d.T("decide.go.team"), place.Route{Place: place.People, Part: "post." + string(o.Post)}
	case "duty":
		return o.d.T("decide.go.duty"), place.Route{Place: place.People, Part: "duty"}
	}
	if strings.HasPrefix(o.Field, "policy") {
		return o.d.T("decide.go.times"), place.Route{Place: place.Settings, Part: "times"}
	}
	return o.d.T("decide.go.office"), place.Route{Place: place.Settings, Part: "office"}
}

func incidentRoute(id model.IncidentID, part string) place.Route {
	return place.Route{Place: place.Incidents, Subject: id, Part: part}
}

func (o *one) goTo(word string, r place.Route) *widgets.Button {
	button := widgets.NewButton(word, look.IconNext, func() { o.d.Go(r) })
	if o.first == nil {
		o.first = button
	}
	return button
}
