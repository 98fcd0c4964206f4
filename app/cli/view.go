package cli

import (
	"siaga/app"
	"siaga/locales"
	"siaga/model"
)

// view puts names in the place of identities.
type view struct {
	desk *app.Desk
	book *locales.Book
}

func (v view) instants() instants {
	zone, _ := v.desk.Zone()
	return instants{zone}
}

func (v view) person(id model.PersonID) string { return v.desk.Person(id).Name }

func (v view) row(r *model.Row) listed {
	z, now := v.instants(), v.desk.Now()
	out := listed{
		ID: r.ID, Ticket: r.Ticket, Title: r.Title, Class: word(r.Class), Category: word(r.Category),
		Agency: word(v.desk.Agency(r.Agency).Label()), AgencyID: word(r.Agency),
		System: word(v.desk.System(r.System).Name), SystemID: word(r.System),
		Team: append([]string{}, r.Teams...), Persons: each(r.Persons, v.person), Tags: append([]string{}, r.TagList()...),
		Step: r.Step, Outcome: "open", Segment: r.Segment(), Channel: word(r.Channel), TLP: word(r.TLP),
		Risk: word(r.Risk), Priority: word(r.Priority), HappenedAt: z.at(r.HappenedAt), ReceivedAt: z.at(r.ReceivedAt),
		TypedAt: z.at(r.TypedAt), CompletedAt: z.at(r.CompletedAt), Response: z.clock(r.Response(now)),
		Resolution: z.clock(r.Resolution(now)), Reclassified: r.Reclassified(), Reopened: r.Reopened(),
		Announced: r.Announced, PersonalData: r.PersonalData, Vital: r.Vital, Conflicts: r.Conflicts,
	}
	out.Teams = out.Team
	if r.Outcome != "" {
		out.Outcome = string(r.Outcome)
	}
	return out
}
