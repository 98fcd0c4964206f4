package cli

import (
	"slices"
	"strconv"
	"strings"

	"siaga/app"
	"siaga/locales"
	"siaga/model"
)

// show prints one incident in full, with its history when asked.
func show(c *call) error {
	return c.withDesk(func(d *app.Desk) error {
		i, err := d.Incident(app.IncidentRef(c.args[0]))
		if err != nil {
			return err
		}
		var changes []model.Change
		if c.has("history") {
			if changes, err = d.History(i.ID); err != nil {
				return err
			}
		}
		v := view{d, c.book}
		w := v.incident(i)
		w.History = each(changes, v.change)
		if c.has("json") {
			return c.sayJSON(w)
		}
		c.sayIncident(v, i, w)
		if len(changes) > 0 {
			c.say("", c.book.T("show.history"))
			c.sayChanges(v, changes)
		}
		return nil
	})
}

func (c *call) sayIncident(v view, i model.Incident, w whole) {
	c.say(string(i.Ticket)+"  "+plain(i.Title), "")
	c.sayDisputed(i)
	c.facts(c.particulars(v, i, w))
	c.section(c.book.T("show.steps"), each(i.Passages, func(p model.Passage) []string {
		return []string{c.book.Stamp(p.At.Time()), strconv.Itoa(int(p.Step)) + " " + c.book.Word(p.Step), plain(v.person(p.Signed().By)), plain(p.Signed().Note)}
	}))
	c.say("", c.book.T("show.clocks"))
	c.sayClocks(i, v.desk.Now())
	c.sayPauses(i.PauseSum(v.desk.Now()))
	c.sayDuties(i, v.desk.Now())
	c.sayRecords(v, i)
	c.saySource(i.Source)
}

// fact is a label and what stands for it; an empty one is not printed.
type fact struct{ key, text string }

func (c *call) facts(facts []fact) {
	var rows [][]string
	for _, f := range facts {
		if text := plain(f.text); text != "" {
			rows = append(rows, []string{c.book.T(f.key), text})
		}
	}
	table(c.Stdout, "", rows)
}

func (c *call) particulars(v view, i model.Incident, w whole) []fact {
	b := c.book
	class, category := "", ""
	if i.Class != "" {
		class = b.Word(i.Class)
	}
	if k, ok := v.desk.Office().Category(i.Category); ok {
		category = k.Code + " " + k.Indonesian
		if b.Lang() == locales.EN {
			category = k.Code + " " + k.English
		}
	}
	missing := strings.Join(each(i.Missing(), func(r model.Requirement) string { return b.Word(r) }), "; ")
	return []fact{
		{"show.step", c.place(i.Course)}, {"show.missing", missing}, {"field.class", class}, {"field.category", category},
		{"field.tlp", c.chosen(i.TLP != "", i.TLP)}, {"field.vital", c.marked(i.Vital)}, {"field.personalData", c.marked(i.PersonalData)}, {"field.dataBreach", c.marked(i.DataBreach)}, {"field.crime", c.marked(i.Crime)},
		{"field.risk", c.chosen(i.Risk != "", i.Risk)},
		{"field.priority", c.chosen(i.Priority != "", i.Priority)},
		{"field.reporter", reporterOf(i.Reporter)},
		{"field.channel", c.chosen(i.Channel != "", i.Channel)}, {"field.agency", string(w.Agency)}, {"field.system", string(w.System)},
		{"field.affected", i.Affected}, {"field.happenedAt", c.recorded(i.HappenedAt)}, {"field.knownAt", c.recorded(i.KnownAt)},
		{"field.reportedAt", c.recorded(i.ReportedAt)}, {"field.receivedAt", c.received(i, v.desk.Now())}, {"field.answeredAt", c.recorded(i.AnsweredAt)},
		{"field.respondedAt", c.recorded(i.RespondedAt)},
		{"field.teams", strings.Join(i.Teams, ", ")}, {"field.persons", strings.Join(w.Persons, ", ")},
		{"field.systems", strings.Join(w.Systems, ", ")}, {"field.links", strings.Join(w.Links, ", ")}, {"field.tags", strings.Join(w.Tags, ", ")},
		{"field.description", i.Description}, {"field.initialAnalysis", i.InitialAnalysis}, {"field.impact", i.Impact},
		{"field.exposed", i.Exposed}, {"field.exposure", i.Exposure},
		{"field.analysis", i.Analysis}, {"field.rootCause", i.RootCause}, {"field.lessons", i.Lessons},
		{"field.recommendations", i.Recommendations}, {"field.conclusion", i.Conclusion}, {"field.answer", i.Answer},
		{"field.announcement", i.Announcement}, {"field.notAnnounced", i.NotAnnounced},
	}
}

func reporterOf(r model.Reporter) string {
	told := []string{r.Name, r.Position, r.Agency, r.Phone, r.Email}
	return strings.Join(slices.DeleteFunc(told, func(s string) bool { return s == "" }), ", ")
}

// chosen is the word for a value that was chosen.
func (c *call) chosen(known bool, value interface{ WordKey() string }) string {
	if !known {
		return ""
	}
	return c.book.Word(value)
}

// marked is a mark that stands, "" for one that does not.
func (c *call) marked(stands bool) string {
	if !stands {
		return ""
	}
	return c.book.T("common.yes")
}

func (c *call) recorded(at model.Instant) string {
	if !at.Known() {
		return ""
	}
	return c.book.DateTime(at.Time())
}

// received shows both instants of a report that was typed in later, and says when
// it lies in the future.
func (c *call) received(i model.Incident, now model.Instant) string {
	text := c.recorded(i.ReceivedAt)
	if i.TypedAt > i.ReceivedAt {
		text += " (" + c.book.T("show.typed", "At", i.TypedAt) + ")"
	}
	if app.Early(i.ReceivedAt, now) {
		text += " (" + c.book.T("show.early") + ")"
	}
	return text
}

func (c *call) section(title string, rows [][]string) {
	if len(rows) == 0 {
		return
	}
	c.say("", title)
	table(c.Stdout, "  ", rows)
}

func (c *call) sayRecords(v view, i model.Incident) {
	at := func(at model.Instant) string { return c.book.Stamp(at.Time()) }
	from := func(o *model.Origin) string { return c.book.Origin(o, v.desk) }
	c.section(c.book.T("field.reports"), each(i.Reports, func(r model.Report) []string { return []string{plain(c.book.Report(r, v.desk))} }))
	c.section(c.book.T("field.chronology"), each(i.Chronology, func(o model.Occurrence) []string {
		return []string{at(o.At), plain(o.Text), from(o.Origin)}
	}))
	c.section(c.book.T("field.actions"), each(i.Actions, func(a model.Action) []string {
		return []string{at(a.At), c.book.Word(a.Phase), plain(a.Text), from(a.Origin)}
	}))
	c.section(c.book.T("field.notes"), each(i.Notes, func(n model.Note) []string {
		return []string{at(n.At), plain(v.person(n.By)), plain(n.Text), from(n.Origin)}
	}))
	c.sayPieces(v, i)
	c.sayAlarms(v, i)
	c.section(c.book.T("field.shares"), each(i.Shares, func(h model.Sharing) []string {
		return []string{plain(c.book.Sharing(h, v.desk))}
	}))
	c.section(c.book.T("field.notices"), each(i.Notices, func(n model.Notice) []string {
		return []string{at(n.At), c.book.Word(n.To), plain(n.Number), plain(n.Text), from(n.Origin)}
	}))
}
