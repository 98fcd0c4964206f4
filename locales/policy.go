package locales

import (
	"fmt"
	"strconv"
	"strings"
	"time"

	"siaga/model"
)

// PolicyPart is one thing that a policy settles, in words; Field is its name in
// the order that settles it.
type PolicyPart struct{ Field, Words string }

// PolicyParts is everything that a policy settles, in the order of the form.
func (b *Book) PolicyParts(p model.Policy) []PolicyPart {
	parts := []PolicyPart{
		{"targets", strings.Join(b.targets(p), " · ")}, {"basis", b.Word(p.Basis)}, {"ends", b.stepWord(p.EndStep())},
		{"calendar", b.calendar(p.Calendar)},
	}
	if c := p.Calendar; c != nil {
		parts = append(parts, PolicyPart{"seasons", b.orNone(each(c.Seasons, b.season))}, PolicyPart{"holidays", b.orNone(b.holidays(c))})
	}
	return append(parts, PolicyPart{"pauseReasons", strings.Join(each(p.Reasons(), b.pauseReason), " · ")},
		PolicyPart{"warnings", b.orNone(each(p.WarnAt(), b.warning))}, PolicyPart{"legal", b.orNone(each(p.Duties(), b.legalDuty))})
}

// PolicyChanges are the parts in which a policy differs from another one, in the
// words of the first.
func (b *Book) PolicyChanges(p, other model.Policy) (changed []PolicyPart) {
	was := map[string]string{}
	for _, part := range b.PolicyParts(other) {
		was[part.Field] = part.Words
	}
	for _, part := range b.PolicyParts(p) {
		if part.Words != was[part.Field] {
			changed = append(changed, part)
		}
	}
	return changed
}

// PolicyBasis is what stands under a table of times: from when and until when
// resolution counts, and in which hours.
func (b *Book) PolicyBasis(p model.Policy) string {
	return b.T(p.Basis.WordKey()+".long") + " " + b.T("policy.ends.long", "Step", int(p.EndStep()), "Name", b.T(p.EndStep().WordKey())) + " " + b.counted(p.Calendar)
}

// PolicyBases are the paragraphs under a table about a time in which these
// policies were in force.
func (b *Book) PolicyBases(policies []model.SettledPolicy) []string {
	if len(policies) == 1 {
		one := strings.TrimSpace(b.policySince(policies[0]) + " " + b.PolicyBasis(policies[0].Policy))
		if policies[0].From.Known() {
			one += " " + b.T("policy.earlier")
		}
		return []string{one}
	}
	out := []string{b.N("policy.several", len(policies))}
	for _, p := range policies {
		since := b.policySince(p)
		if since == "" {
			since = b.T("policy.first") + "."
		}
		out = append(out, since+" "+strings.Join(b.targets(p.Policy), "; ")+". "+b.PolicyBasis(p.Policy))
	}
	return out
}

// policySince says since when a policy holds; nothing of the one with which the
// office was set up.
func (b *Book) policySince(p model.SettledPolicy) string {
	switch {
	case !p.From.Known():
		return ""
	case p.Letter == "":
		return b.T("policy.since", "Date", b.Date(p.From.Time()))
	}
	return b.T("policy.since.letter", "Date", b.Date(p.From.Time()), "Number", p.Letter)
}

func (b *Book) targets(p model.Policy) []string {
	return each(model.Classes, func(class model.Class) string {
		t := p.Targets[class]
		return b.T("incidents.history.policy", "Class", class, "Response", b.Hours(t.Response.Duration()), "Resolution", b.Hours(t.Resolution.Duration()))
	})
}

// counted is the sentence that says which hours count.
func (b *Book) counted(c *model.Calendar) string {
	if c == nil {
		return b.T("policy.allday.long")
	}
	out := b.T("policy.hours.long", "Week", b.Week(c.Week), "Holidays", b.orNone(b.holidayCounts(c)))
	if len(c.Seasons) > 0 {
		out += " " + b.T("policy.seasons.long", "Seasons", strings.Join(each(c.Seasons, b.season), "; "))
	}
	return out
}

func (b *Book) calendar(c *model.Calendar) string {
	if c == nil {
		return b.T("policy.allday")
	}
	return b.T("policy.week", "Week", b.Week(c.Week), "Length", b.Hours(c.Week.Length().Duration()))
}

// Week is the hours of a week: Senin–Kamis 07.30–12.00 dan 13.00–16.00; Jumat …
func (b *Book) Week(w model.Week) string {
	var parts []string
	for i := 0; i < 7; {
		day, end := weekday(i), i+1
		hours := b.DayHours(w[day])
		for end < 7 && b.DayHours(w[weekday(end)]) == hours {
			end++
		}
		name := b.T(weekdayKey(day))
		if end > i+1 {
			name = b.T("policy.days", "First", name, "Last", b.T(weekdayKey(weekday(end-1))))
		}
		if hours != "" {
			parts = append(parts, name+" "+hours)
		}
		i = end
	}
	return strings.Join(parts, "; ")
}

// weekday is the i-th day of a week that begins on Monday.
func weekday(i int) time.Weekday { return time.Weekday((i + 1) % 7) }

// DayHours is the hours of a day as [Book.ParseDayHours] reads them, empty for
// none.
func (b *Book) DayHours(hours []model.Hours) string {
	return strings.Join(b.spans(hours), " "+b.T("common.and")+" ")
}

func (b *Book) spans(hours []model.Hours) []string {
	return each(hours, func(h model.Hours) string { return b.face(h.From) + "–" + b.face(h.To) })
}

// face is a minute of the day as a clock shows it; the last one is 24.00.
func (b *Book) face(m model.Minute) string {
	return fmt.Sprintf("%02d%s%02d", m/60, b.T("policy.minute.mark"), m%60)
}

func (b *Book) season(s model.Season) string {
	return b.T("policy.season", "Name", s.Name, "Days", b.Range(s.From.Begin(b.zone).Time(), s.To.Begin(b.zone).Time()), "Week", b.Week(s.Week))
}

// ClocksBasis is what stands under the clocks of an incident: what its policy
// counts, and of which years that the clocks reach it knows no holidays.
func (b *Book) ClocksBasis(p model.Policy, r model.Reach) string {
	return strings.TrimSpace(b.PolicyBasis(r.Policy(p)) + " " + b.Unfilled(r.Unfilled(p)))
}

// Unfilled says of which years a calendar names no holidays; empty for none.
func (b *Book) Unfilled(years []int) string {
	if len(years) == 0 {
		return ""
	}
	var words []string
	for _, year := range years {
		words = append(words, strconv.Itoa(year))
	}
	return b.T("policy.unfilled", "Years", strings.Join(words, ", "))
}

// DutyState is how a duty of reporting stands under a policy, which may know no
// such duty.
func (b *Book) DutyState(d model.LegalDuty) string {
	if d.Code == "" {
		return b.T("policy.preview.noduty")
	}
	return b.Word(d.State())
}

// DayDate is a day of the calendar: 1 Januari 2027.
func (b *Book) DayDate(d model.Date) string { return b.Date(d.Begin(b.zone).Time()) }

// holidayCounts counts the holidays of each year.
func (b *Book) holidayCounts(c *model.Calendar) (out []string) {
	for _, year := range c.HolidayYears() {
		national, joint := 0, 0
		for _, h := range c.Holidays {
			switch {
			case h.Date.Begin(time.UTC).Time().Year() != year:
			case h.Joint:
				joint++
			default:
				national++
			}
		}
		out = append(out, b.T("policy.holidays.year", "Year", strconv.Itoa(year), "National", national, "Joint", joint))
	}
	return out
}

// holidays counts and lists the days, so that two lists read differently when
// they are.
func (b *Book) holidays(c *model.Calendar) []string {
	out := b.holidayCounts(c)
	for i, year := range c.HolidayYears() {
		var months []string
		for month := time.January; month <= time.December; month++ {
			if days := b.holidaysIn(c, year, month); len(days) > 0 {
				months = append(months, strings.Join(days, ", ")+" "+b.T(monthKey(month)))
			}
		}
		out[i] += ": " + strings.Join(months, "; ")
	}
	return out
}

func (b *Book) holidaysIn(c *model.Calendar, year int, month time.Month) (days []string) {
	for _, h := range c.Holidays {
		if t := h.Date.Begin(time.UTC).Time(); t.Year() == year && t.Month() == month {
			days = append(days, strconv.Itoa(t.Day()))
		}
	}
	return days
}

func (b *Book) pauseReason(r model.PauseReason) string { return b.Word(r) }

func (b *Book) warning(share int) string { return strconv.Itoa(share) + "%" }

// legalDuty is a duty of reporting outwards: what makes it, to whom, in which time,
// on which ground.
func (b *Book) legalDuty(d model.LegalClock) string {
	return b.T("policy.duty", "Code", d.Code, "Cause", d.Cause, "To", d.To, "Limit", b.LegalLimit(d), "Source", b.DutySource(d))
}

// LegalLimit is the time of a duty in a table, and whether the number is the
// team's own.
func (b *Book) LegalLimit(d model.LegalClock) string {
	if d.Limit == 0 {
		return b.T("policy.duty.first")
	}
	limit := b.Hours(d.Limit.Duration())
	if d.Internal {
		return b.T("policy.duty.internal", "Limit", limit)
	}
	return limit
}

func (b *Book) orNone(list []string) string {
	if len(list) == 0 {
		return b.T("common.none")
	}
	return strings.Join(list, " · ")
}

func each[T any](list []T, words func(T) string) []string {
	out := make([]string, len(list))
	for i, v := range list {
		out[i] = words(v)
	}
	return out
}

// settledPolicy is a policy as a history tells it, with the decision it rests on;
// the day stands in the name of the field.
func (t teller) settledPolicy(p model.SettledPolicy) string {
	return dotted(p.Letter, t.policy(p.Policy))
}

// policy is what every class is promised, from when it counts, in which hours,
// and what else is not as the decree and the program had it at first.
func (t teller) policy(p model.Policy) string {
	said := append(t.targets(p), t.Word(p.Basis))
	decree := model.Decree()
	decree.Targets, decree.Basis = p.Targets, p.Basis
	for _, part := range t.PolicyChanges(p, decree) {
		said = append(said, t.T("policy.part", "Label", t.T("field."+part.Field), "Words", part.Words))
	}
	return dotted(said...)
}

// Rate is how many promises of a class were kept: 12 dari 15 (80%).
func (b *Book) Rate(r model.Rate) string {
	share, ok := r.Share()
	if !ok {
		return b.T("format.none")
	}
	return b.T("policy.rate", "Kept", len(r.Kept), "All", len(r.Kept)+len(r.Breached), "Share", b.Percent(share))
}
