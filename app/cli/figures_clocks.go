package cli

import (
	"time"

	"siaga/model"
)

// ratesValue is how the clocks of one kind did: all of them, and in groups. A
// clock counts for each team of its incident, and once in the total.
type ratesValue struct {
	Total    rateValue   `json:"total"`
	Classes  []rateValue `json:"classes"`
	Teams    []rateValue `json:"teams"`
	Agencies []rateValue `json:"agencies"`
}

// rateValue is how the clocks of a group did; the share is null when none ended.
type rateValue struct {
	Key         word               `json:"key"`
	Name        word               `json:"name"` // of an agency
	Target      model.Seconds      `json:"target"`
	Kept        int                `json:"kept"`
	Breached    int                `json:"breached"`
	Share       *float64           `json:"share"`
	KeptIDs     []model.IncidentID `json:"keptIds"`
	BreachedIDs []model.IncidentID `json:"breachedIds"`
	spreadValue
}

// spreadValue are lengths of time in whole seconds; ninetieth is the 90th
// percentile by nearest rank.
type spreadValue struct {
	Mean      int64 `json:"mean"`
	Median    int64 `json:"median"`
	Ninetieth int64 `json:"ninetieth"`
	Longest   int64 `json:"longest"`
}

// stageValue is the time in one step, without pauses.
type stageValue struct {
	Step   model.Step         `json:"step"`
	Passed int                `json:"passed"`
	Paused int64              `json:"paused"`
	IDs    []model.IncidentID `json:"ids"`
	spreadValue
}

// monthValue is a month of a longer period.
type monthValue struct {
	Period     string                        `json:"period"`
	Opening    int                           `json:"opening"`
	Incoming   int                           `json:"incoming"`
	Completed  int                           `json:"completed"`
	Closing    int                           `json:"closing"`
	Overdue    int                           `json:"overdue"`
	IDs        map[string][]model.IncidentID `json:"ids"`
	Response   rateValue                     `json:"response"`
	Resolution rateValue                     `json:"resolution"`
}

// pauseSum sums the pauses of a reason; the length is in whole seconds.
type pauseSum struct {
	Reason    string             `json:"reason"`
	Count     int                `json:"count"`
	Incidents int                `json:"incidents"`
	Length    int64              `json:"length"`
	IDs       []model.IncidentID `json:"ids"`
}

func (v view) rates(r model.Rates) ratesValue {
	out := ratesValue{Total: rate(r.Total), Classes: each(r.Classes, rate), Teams: each(r.Teams, rate), Agencies: each(r.Agencies, rate)}
	for i, g := range r.Agencies {
		out.Agencies[i].Name = word(v.desk.Agency(model.AgencyID(g.Key)).Name)
	}
	return out
}

func rate(r model.Rate) rateValue {
	out := rateValue{
		Key: word(r.Key), Target: r.Target, Kept: len(r.Kept), Breached: len(r.Breached),
		KeptIDs: identities(r.Kept), BreachedIDs: identities(r.Breached), spreadValue: spread(r.Spread),
	}
	if share, ok := r.Share(); ok {
		out.Share = &share
	}
	return out
}

func spread(s model.Spread) spreadValue {
	return spreadValue{seconds(s.Mean), seconds(s.Median), seconds(s.Ninetieth), seconds(s.Longest)}
}

func seconds(d time.Duration) int64 { return int64(d / time.Second) }

func stageTime(s model.Stage) stageValue {
	return stageValue{s.Step, len(s.Rows), seconds(s.Paused), identities(s.Rows), spread(s.Spread)}
}

func month(m model.Part) monthValue {
	return monthValue{
		Period: m.Period.String(), Opening: len(m.Opening), Incoming: len(m.Incoming), Completed: len(m.Completed), Closing: len(m.Closing),
		Overdue: len(m.Overdue), Response: rate(m.Response), Resolution: rate(m.Resolution),
		IDs: map[string][]model.IncidentID{
			"opening": identities(m.Opening), "incoming": identities(m.Incoming), "completed": identities(m.Completed),
			"closing": identities(m.Closing), "overdue": identities(m.Overdue),
		},
	}
}

func standstill(s model.Standstill) pauseSum {
	return pauseSum{string(s.Reason), s.Count, len(s.Rows), seconds(s.Length), identities(s.Rows)}
}
