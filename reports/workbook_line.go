package reports

import (
	"strings"

	"siaga/locales"
	"siaga/model"
)

// line is an incident as the columns read it: its row, its clocks at one
// instant, and the names behind its identities.
type line struct {
	model.Row
	reader
	response, first, last model.Clock // last only of one that was reopened
}

// reader reads rows at an instant. For a past period each row is taken back to
// how it stood just before until; zero leaves it as it is.
type reader struct {
	book   *locales.Book
	office model.Office
	names  Directory
	now    model.Instant
	until  model.Instant
}

func (r reader) read(row *model.Row) *line {
	l := &line{Row: *row, reader: r}
	if r.until.Known() {
		l.Course = row.Course.AsOf(r.until)
	}
	l.response, l.first = l.Response(r.now), l.ResolutionOf(1, r.now)
	if segment := l.Segment(); segment > 1 {
		l.last = l.ResolutionOf(segment, r.now)
	}
	return l
}

// latest is the resolution clock of the latest segment.
func (l *line) latest() *model.Clock {
	if l.last.Name != "" {
		return &l.last
	}
	return &l.first
}

// duties are the letters that the law asks for and how each stands, nothing for
// most.
func (l *line) duties() any {
	var said []string
	for _, d := range l.Duties(l.now) {
		said = append(said, l.book.Word(d.To)+": "+l.book.DutyStanding(d))
	}
	if said == nil {
		return nil
	}
	return strings.Join(said, "; ")
}

func (l *line) system() any {
	if l.System != "" {
		return named(l.names.Systems, l.System)
	}
	return l.Affected
}

func (l *line) firstClass() any {
	if !l.Reclassified() {
		return nil
	}
	return word(l.Classes[0].Class)
}

// category is the office's name for a category; a code that it no longer has
// stands for itself.
func (r reader) category(code string) string {
	c, ok := r.office.Category(code)
	switch {
	case !ok:
		return code
	case r.book.Lang() == locales.ID:
		return c.Indonesian
	}
	return c.English
}

func (l *line) rsit() any {
	c, _ := l.office.Category(l.Category)
	return c.RSIT
}

func (l *line) teams() any {
	names := make([]string, len(l.Teams))
	for i, team := range l.Teams {
		names[i] = l.book.T(model.TeamKey(team))
	}
	return strings.Join(names, "; ")
}

func (l *line) persons() any {
	names := make([]string, len(l.Persons))
	for i, id := range l.Persons {
		names[i] = named(l.names.People, id)
	}
	return strings.Join(names, "; ")
}

func (l *line) step() any { return stepName(l.book, l.Step) }

func (l *line) outcome() any {
	if l.Outcome == "" {
		return l.book.T("workbook.open")
	}
	return l.Outcome
}

func (l *line) duplicateOf() any {
	for _, e := range l.Endings {
		if e.Outcome == model.Duplicate && e.Segment == l.Segment() {
			if ticket := l.names.Tickets[e.Duplicate]; ticket != "" {
				return string(ticket)
			}
			return string(e.Duplicate)
		}
	}
	return nil
}

// verdict is how a clock stands, in the words that the colours go with.
func (l *line) verdict(k *model.Clock) any {
	switch {
	case k.Name == "":
		return nil
	case k.Provisional && k.EndAt.Known() && !k.Stopped:
		return l.book.T("workbook.unjudged")
	}
	return k.State()
}

// former names the promises that were broken under a class that the incident
// no longer has.
func (l *line) former() any {
	var broken []string
	for _, k := range []*model.Clock{&l.response, &l.first, &l.last} {
		for _, f := range k.Former {
			if f.Breached {
				broken = append(broken, l.book.Word(k.Name)+": "+l.book.Word(f.Class))
			}
		}
	}
	return strings.Join(broken, "; ")
}
