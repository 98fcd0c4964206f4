package cli

import "siaga/model"

// figuresValue is every figure of a period in JSON. A number counts the
// incidents whose identities stand under the same name in ids.
type figuresValue struct {
	Period string `json:"period"`
	From   word   `json:"from"`
	To     word   `json:"to"`
	Until  word   `json:"until"`

	Opening   int `json:"opening"`
	Incoming  int `json:"incoming"`
	Completed int `json:"completed"`
	Closing   int `json:"closing"`
	Reopened  int `json:"reopened"`
	Overdue   int `json:"overdue"`
	Announced int `json:"announced"`
	Vital     int `json:"vital"`
	Personal  int `json:"personalData"`
	All       int `json:"all"`

	IDs map[string][]model.IncidentID `json:"ids"`

	Response   ratesValue   `json:"response"`
	Resolution ratesValue   `json:"resolution"`
	Months     []monthValue `json:"months"`
	Steps      []stageValue `json:"steps"`
	Outcomes   []groupValue `json:"outcomes"`
	Channels   []groupValue `json:"channels"`
	Classes    []flowValue  `json:"classes"`
	Categories []flowValue  `json:"categories"`
	Agencies   []flowValue  `json:"agencies"`
	Systems    []flowValue  `json:"systems"`
	Pauses     []pauseSum   `json:"pauses"`
	Main       []string     `json:"main"` // tickets, weightiest first
}

type groupValue struct {
	Key   string             `json:"key"`
	Count int                `json:"count"`
	IDs   []model.IncidentID `json:"ids"`
}

type flowValue struct {
	Key       word `json:"key"`
	Name      word `json:"name"`
	Opening   int  `json:"opening"`
	Incoming  int  `json:"incoming"`
	Completed int  `json:"completed"`
	Closing   int  `json:"closing"`
}

func figures(v view, f model.Figures) figuresValue {
	z := v.instants()
	out := figuresValue{
		Period: f.Period.String(), From: z.at(f.Period.From), To: z.at(f.Period.To), Until: z.at(f.Until),
		Opening: len(f.Opening), Incoming: len(f.Incoming), Completed: len(f.Completed), Closing: len(f.Closing),
		Reopened: len(f.Reopened), Overdue: len(f.Overdue), Announced: len(f.Announced), Vital: len(f.Vital),
		Personal: len(f.Personal), All: len(f.All),
		IDs: map[string][]model.IncidentID{
			"opening": identities(f.Opening), "incoming": identities(f.Incoming), "completed": identities(f.Completed),
			"closing": identities(f.Closing), "reopened": identities(f.Reopened), "overdue": identities(f.Overdue),
			"announced": identities(f.Announced), "vital": identities(f.Vital), "personalData": identities(f.Personal), "all": identities(f.All),
		},
		Response: v.rates(f.Response), Resolution: v.rates(f.Resolution), Months: each(f.Parts, month), Steps: each(f.Steps, stageTime), Outcomes: each(f.Outcomes, group), Channels: each(f.Channels, group),
		Classes: each(f.Classes, flow), Categories: each(f.Categories, flow), Agencies: each(f.Agencies, flow), Systems: each(f.Systems, flow),
		Pauses: each(f.Pauses, standstill),
		Main:   each(f.Main, func(r *model.Row) string { return string(r.Ticket) }),
	}
	for i, g := range f.Agencies {
		out.Agencies[i].Name = word(v.desk.Agency(model.AgencyID(g.Key)).Name)
	}
	for i, g := range f.Systems {
		out.Systems[i].Name = word(v.desk.System(model.SystemID(g.Key)).Name)
	}
	return out
}

func identities(rows []*model.Row) []model.IncidentID {
	return each(rows, func(r *model.Row) model.IncidentID { return r.ID })
}

func group(g model.Group) groupValue { return groupValue{g.Key, len(g.Rows), identities(g.Rows)} }

func flow(f model.Flow) flowValue {
	return flowValue{word(f.Key), "", len(f.Opening), len(f.Incoming), len(f.Completed), len(f.Closing)}
}
