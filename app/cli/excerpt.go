package cli

import (
	"strconv"

	"siaga/app"
	"siaga/model"
)

// excerptValue is what a CSIRT tells another of an incident, for a program.
type excerptValue struct {
	Ticket       model.Ticket      `json:"ticket"` // at the CSIRT that shares it
	TLP          word              `json:"tlp"`
	Summary      string            `json:"summary"`
	Category     word              `json:"category"`
	CategoryName word              `json:"categoryName"`
	RSIT         word              `json:"rsit"`
	Class        word              `json:"class"`
	Risk         word              `json:"risk"`
	Priority     word              `json:"priority"`
	Vital        bool              `json:"vital"`
	PersonalData bool              `json:"personalData"`
	Step         model.Step        `json:"step"`
	Outcome      word              `json:"outcome"`
	HappenedAt   word              `json:"happenedAt"`
	KnownAt      word              `json:"knownAt"`
	ReceivedAt   word              `json:"receivedAt"`
	CompletedAt  word              `json:"completedAt"`
	Indicators   []string          `json:"indicators"`
	Texts        map[string]string `json:"texts"`
}

func (z instants) excerpt(e model.Excerpt) excerptValue {
	out := excerptValue{
		Ticket: e.Ticket, TLP: word(e.TLP), Summary: e.Summary,
		Category: word(e.Category.Code), CategoryName: word(e.Category.English), RSIT: word(e.Category.RSIT),
		Class: word(e.Class), Risk: word(e.Risk), Priority: word(e.Priority), Vital: e.Vital, PersonalData: e.PersonalData,
		Step: e.Step, Outcome: word(e.Outcome), HappenedAt: z.at(e.HappenedAt), KnownAt: z.at(e.KnownAt),
		ReceivedAt: z.at(e.ReceivedAt), CompletedAt: z.at(e.CompletedAt), Indicators: append([]string{}, e.Indicators...), Texts: map[string]string{},
	}
	for field, text := range e.Texts {
		out.Texts[field] = text
	}
	return out
}

// learnedValue is an incident that another CSIRT has shared, and its ticket here.
type learnedValue struct {
	excerptValue
	Here  word `json:"here"`
	Known bool `json:"known"`
}

func (z instants) learned(i app.SharedIncident) learnedValue {
	return learnedValue{z.excerpt(i.Excerpt), word(i.Here), i.Known}
}

// sourceValue is where an incident came from.
type sourceValue struct {
	Team        string `json:"team"`
	SharedAt    word   `json:"sharedAt"`
	Fingerprint string `json:"fingerprint"`
	excerptValue
}

// shareValue is a row of what another CSIRT was told.
type shareValue struct {
	At         word     `json:"at"`
	To         string   `json:"to"`
	TLP        word     `json:"tlp"`
	Fields     []string `json:"fields"`
	NeedToKnow word     `json:"needToKnow"`
	By         word     `json:"by"`
	From       string   `json:"from,omitempty"` // the ticket where the row stood before a merge
}

// exchanged is what of the incident went to other CSIRTs or came from one.
func (v view) exchanged(i model.Incident, w *whole) {
	z := v.instants()
	for _, h := range i.Shares {
		row := shareValue{z.at(h.At), h.To, word(h.TLP), append([]string{}, h.Fields...), word(h.NeedToKnow), word(v.person(h.By)), ""}
		if h.Origin != nil {
			row.From = v.ticket(string(h.Origin.Incident))
		}
		w.Shares = append(w.Shares, row)
	}
	if s := i.Source; s != nil {
		w.Source = &sourceValue{s.Team, z.at(s.SharedAt), s.Fingerprint, z.excerpt(s.Excerpt)}
	}
}

// saySource prints what another CSIRT has told.
func (c *call) saySource(s *model.Source) {
	if s == nil {
		return
	}
	c.say("", c.book.T("field.source"))
	facts := []fact{
		{"share.source.team", s.Team}, {"share.source.ticket", string(s.Ticket)}, {"field.tlp", c.book.Word(s.TLP)},
		{"share.source.sharedAt", c.recorded(s.SharedAt)}, {"share.source.fingerprint", s.Fingerprint}, {"field.summary", s.Summary},
		{"field.category", c.book.Category(s.Category)}, {"field.class", c.chosen(s.Class != "", s.Class)},
		{"field.risk", c.chosen(s.Risk != "", s.Risk)}, {"field.priority", c.chosen(s.Priority != "", s.Priority)},
		{"share.source.state", c.stateThere(s)}, {"field.happenedAt", c.recorded(s.HappenedAt)}, {"field.knownAt", c.recorded(s.KnownAt)},
		{"field.receivedAt", c.recorded(s.ReceivedAt)}, {"incidents.column.completedAt", c.recorded(s.CompletedAt)},
	}
	for _, indicator := range s.Indicators {
		facts = append(facts, fact{"field.indicators", indicator})
	}
	for _, field := range model.Shareable {
		facts = append(facts, fact{"field." + field, s.Texts[field]})
	}
	c.facts(facts)
}

// stateThere is how far the incident had come where it was shared.
func (c *call) stateThere(s *model.Source) string {
	switch {
	case s.Outcome != "":
		return c.book.Word(s.Outcome)
	case s.Step >= model.StepReport && s.Step < model.StepDone:
		return strconv.Itoa(int(s.Step)) + " " + c.book.Word(s.Step)
	}
	return ""
}
