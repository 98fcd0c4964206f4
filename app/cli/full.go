package cli

import (
	"siaga/model"
)

// incident is an incident in full, for a program.
func (v view) incident(i model.Incident) whole {
	z, row := v.instants(), model.RowOf(i)
	w := whole{
		listed: v.row(&row), Description: word(i.Description), Reporter: i.Reporter, Affected: word(i.Affected),
		KnownAt: z.at(i.KnownAt), ReportedAt: z.at(i.ReportedAt), AnsweredAt: z.at(i.AnsweredAt),
		InitialAnalysis: word(i.InitialAnalysis), Impact: word(i.Impact), Analysis: word(i.Analysis),
		RootCause: word(i.RootCause), Lessons: word(i.Lessons), Recommendations: word(i.Recommendations),
		Conclusion: word(i.Conclusion), Answer: word(i.Answer), Announcement: word(i.Announcement), NotAnnounced: word(i.NotAnnounced),
		Systems: each(i.Systems, func(id model.SystemID) string { return v.desk.System(id).Name }), Links: each(i.Links, v.ticket),
		Crime: i.Crime, Breach: i.DataBreach, Exposed: word(i.Exposed), Exposure: word(i.Exposure), Duties: each(i.Duties(v.desk.Now()), v.duty),
		Missing:     each(i.Missing(), func(r model.Requirement) string { return r.Name }),
		Resolutions: each(i.Resolutions(v.desk.Now()), z.clock), Disagreeing: append([]string{}, i.Conflicts...),
		Papers: map[string]paperValue{},
	}
	for name, p := range i.Papers {
		w.Papers[name] = paperValue{p.Number, z.at(p.Date)}
	}
	if i.RespondedAt.Known() {
		w.RespondedAt = z.at(i.RespondedAt)
	}
	v.course(i.Course, &w)
	v.records(i, &w)
	v.exchanged(i, &w)
	v.alarms(i, &w)
	return w
}

// ticket is the ticket of a linked incident.
func (v view) ticket(id string) string { return string(v.desk.Ticket(model.IncidentID(id))) }

func (v view) course(k model.Course, w *whole) {
	z := v.instants()
	by := func(id model.PersonID) word { return word(v.person(id)) }
	w.Steps = each(k.Passages, func(p model.Passage) passageValue {
		signed := p.Signed()
		return passageValue{p.Segment, p.Step, z.at(p.At), z.at(signed.TypedAt), by(signed.By), word(signed.Note)}
	})
	w.Classifications = each(k.Classes, func(c model.Classification) classValue {
		return classValue{string(c.Class), z.at(c.At), word(c.Reason), by(c.By)}
	})
	w.Pauses = each(k.Pauses, func(p model.Pause) pauseValue {
		return pauseValue{z.at(p.From), z.at(p.Until), z.at(p.Expected), string(p.Reason), word(p.Note), by(p.By)}
	})
	w.Reopenings = each(k.Reopenings, func(r model.Reopening) reopeningValue {
		return reopeningValue{r.Segment, z.at(r.At), r.Step, r.Reason, by(r.By)}
	})
	w.Endings = each(k.Endings, func(e model.Ending) endingValue {
		out := endingValue{Segment: e.Segment, Outcome: string(e.Outcome), At: z.at(e.At), Reason: word(e.Reason), By: by(e.By)}
		if e.Duplicate != "" {
			out.DuplicateOf = word(v.ticket(string(e.Duplicate)))
		}
		return out
	})
}

func (v view) records(i model.Incident, w *whole) {
	start := func(m model.Mark, at model.Instant, by model.PersonID, origin *model.Origin) noted {
		n := noted{Row: m.String(), At: v.instants().at(at), By: word(v.person(by))}
		if origin != nil {
			n.From = v.ticket(string(origin.Incident))
		}
		return n
	}
	w.Chronology = each(i.Chronology, func(o model.Occurrence) noted {
		n := start(o.Mark, o.At, o.By, o.Origin)
		n.Text = o.Text
		return n
	})
	w.Actions = each(i.Actions, func(a model.Action) noted {
		n := start(a.Mark, a.At, a.By, a.Origin)
		n.Phase, n.Text = string(a.Phase), a.Text
		return n
	})
	w.Notes = each(i.Notes, func(o model.Note) noted {
		n := start(o.Mark, o.At, o.By, o.Origin)
		n.Text = o.Text
		return n
	})
	w.Evidence = each(i.Evidence, func(e model.Evidence) noted {
		n := start(e.Mark, e.At, e.By, e.Origin)
		n.Name, n.Description, n.SHA256, n.Location = e.Name, e.Description, e.SHA256, e.Location
		n.File, n.Size = e.File, e.Size
		return n
	})
	w.Notices = each(i.Notices, func(o model.Notice) noted {
		n := start(o.Mark, o.At, o.By, o.Origin)
		n.Addressee, n.Number, n.Text = string(o.To), o.Number, o.Text
		return n
	})
	if len(i.Reports) > 0 {
		w.Reports = each(i.Reports, v.report)
	}
}

func (v view) report(r model.Report) reported {
	z := v.instants()
	out := reported{Reporter: r.Reporter, ReceivedAt: z.at(r.At), Channel: word(r.Channel), AnsweredAt: z.at(r.AnsweredAt), Answer: word(r.Answer)}
	if r.Origin != nil {
		out.Ticket = v.ticket(string(r.Origin.Incident))
	}
	return out
}
