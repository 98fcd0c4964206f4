package reports

import (
	"slices"
	"strconv"
	"strings"

	"siaga/model"
	"siaga/reports/paper"
)

// moment is a row of the chronology. Mark says where it comes from: a step of
// Lampiran III, a decision, or what the team wrote down.
type moment struct {
	at         model.Instant
	text, mark string
}

// chronology tells what happened and what was done, by time.
func (r resolution) chronology() {
	r.chapter("resolution.chronology")
	if strings.TrimSpace(r.i.Description) != "" {
		r.tell("resolution.reported", "Channel", lower(r.book.Word(r.i.Channel)))
		r.prose(r.i.Description)
	}
	r.moments(r.book.T("resolution.chronology.table"), slices.Concat(r.instants(), r.steps(), r.decisions(), r.occurrences()))
}

// moments is the table of a chronology, by time.
func (r resolution) moments(caption string, moments []moment) {
	slices.SortStableFunc(moments, func(a, b moment) int { return int(a.at - b.at) })
	rows := make([]paper.Row, len(moments))
	for n, m := range moments {
		rows[n] = paper.Cells(strconv.Itoa(n+1), r.stamp(m.at), m.text, m.mark)
	}
	r.table(caption, []paper.Column{
		r.right("paper.no", 0.7), r.left("paper.time", 2.1), r.left("field.text", 5.4), r.left("resolution.mark", 1.8),
	}, rows)
	r.remark("resolution.mark.note", "Written", r.book.T("resolution.mark.written"))
}

func (r resolution) instants() []moment {
	var out []moment
	add := func(at model.Instant, key string) {
		if at.Known() {
			out = append(out, moment{at, r.book.T(key), r.book.T("resolution.mark.report")})
		}
	}
	add(r.i.HappenedAt, "resolution.happened")
	add(r.i.KnownAt, "resolution.known")
	add(r.i.ReportedAt, "resolution.sent")
	add(r.i.AnsweredAt, "resolution.answered")
	return out
}

// steps are the activities of Lampiran III that were passed.
func (r resolution) steps() []moment {
	var out []moment
	for _, p := range r.i.Passages {
		text := r.book.T(p.Step.WordKey())
		if p.Step == model.StepDecide {
			text += ": " + r.book.T("common.yes")
		}
		mark := r.book.T("resolution.mark.step", "Step", int(p.Step))
		if p.Segment > 1 {
			mark = r.book.T("resolution.mark.again", "Step", int(p.Step), "Segment", p.Segment)
		}
		out = append(out, moment{p.At, strings.Join(nonBlank(text, p.Signed().Note), ". "), mark})
	}
	return out
}

// decisions are changes of the class, pauses, reopenings and other endings.
func (r resolution) decisions() []moment {
	var out []moment
	add := func(at model.Instant, mark, note string, key string, args ...any) {
		text := strings.Join(nonBlank(r.book.T(key, args...), note), " ")
		out = append(out, moment{at, text, r.book.T("resolution.mark." + mark)})
	}
	for n, k := range r.i.Classes {
		if n > 0 && k.Class != r.i.Classes[n-1].Class {
			add(k.At, "class", k.Reason, "resolution.reclassified", "From", r.i.Classes[n-1].Class, "To", k.Class)
		}
	}
	for _, p := range r.i.Pauses {
		add(p.From, "pause", p.Note, "resolution.paused", "Reason", p.Reason)
		if p.Until.Known() {
			add(p.Until, "pause", "", "resolution.resumed")
		}
	}
	for _, t := range r.i.Relays {
		add(t.At, "relay", "", "resolution.relayed", "Post", t.Post, "Channel", t.Channel)
	}
	for _, o := range r.i.Reopenings {
		add(o.At, "reopened", o.Reason, "resolution.reopened", "Step", o.Step)
	}
	for _, e := range r.i.Endings {
		if e.Outcome != model.Closed {
			add(e.At, "ended", strings.Join(nonBlank(e.Reason, r.original(e)), " "), "resolution.ending", "Outcome", e.Outcome)
		}
	}
	return out
}

// original names the ticket that a duplicate is recorded under.
func (r resolution) original(e model.Ending) string {
	if e.Duplicate == "" {
		return ""
	}
	return r.book.T("resolution.original", "Ticket", r.ticket(e.Duplicate))
}

func (r resolution) ticket(id model.IncidentID) string {
	return either(string(r.v.Names.Tickets[id]), string(id))
}

func (r resolution) occurrences() []moment {
	var out []moment
	for _, o := range r.i.Chronology {
		out = append(out, moment{o.At, o.Text, r.book.T("resolution.mark.written")})
	}
	return out
}

// actions lists what was done, by the phases of NIST SP 800-61.
func (r resolution) actions() {
	r.chapter("resolution.actions")
	for _, phase := range model.ActionPhases {
		r.section("resolution." + phase.WordKey())
		var rows []paper.Row
		for _, a := range r.i.Actions {
			if a.Phase == phase {
				rows = append(rows, paper.Cells(strconv.Itoa(len(rows)+1), r.stamp(a.At), a.Text, named(r.v.Names.People, a.By)))
			}
		}
		if len(rows) == 0 {
			r.tell("resolution.actions.none")
			continue
		}
		r.table(r.book.T("resolution.actions.table", "Phase", lower(r.book.Word(phase))), []paper.Column{
			r.right("paper.no", 0.7), r.left("paper.time", 2.1), r.left("resolution.action", 5), r.left("resolution.by", 2.2),
		}, rows)
	}
}
