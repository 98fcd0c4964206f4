package model

import (
	"reflect"
	"testing"
	"time"

	"pgregory.net/rapid"
)

// owed is an incident that was known and received at these instants.
func owed(known, received string, set func(*Incident)) Incident {
	p := Decree()
	i := Incident{Ticket: "T", Course: Course{Policy: &p, ReceivedAt: wib(received)}}
	if known != "" {
		i.KnownAt = wib(known)
	}
	set(&i)
	return i
}

func codes(duties []LegalDuty) (out []string) {
	for _, d := range duties {
		out = append(out, d.Code)
	}
	return out
}

func vital(i *Incident)       { i.Vital = true }
func aboutPeople(i *Incident) { i.DataBreach = true }

func TestEachFactMakesItsDuty(t *testing.T) {
	for name, c := range map[string]struct {
		set  func(*Incident)
		want []string
	}{
		"nothing":              {func(*Incident) {}, nil},
		"medium risk":          {func(i *Incident) { i.Risk = RiskMedium }, nil},
		"high risk":            {func(i *Incident) { i.Risk = RiskHigh }, []string{"bssn-risiko"}},
		"critical risk":        {func(i *Incident) { i.Risk = RiskCritical }, []string{"bssn-risiko"}},
		"vital":                {vital, []string{"bssn-iiv"}},
		"vital and high":       {func(i *Incident) { i.Vital, i.Risk = true, RiskHigh }, []string{"bssn-iiv"}},
		"personal data":        {aboutPeople, []string{"pdp-subjek", "pdp-lembaga"}},
		"by another's deed":    {func(i *Incident) { i.Crime = true }, []string{"aph"}},
		"all":                  {func(i *Incident) { i.Vital, i.DataBreach, i.Crime = true, true, true }, []string{"bssn-iiv", "pdp-subjek", "pdp-lembaga", "aph"}},
		"a policy without any": {func(i *Incident) { i.Vital, i.Policy.Legal = true, []LegalClock{} }, nil},
		"risk, no vital duty": {func(i *Incident) {
			i.Vital, i.Risk = true, RiskHigh
			i.Policy.Legal = []LegalClock{{Code: "r", Cause: CauseRisk, To: "bssn", Source: "x"}}
		}, []string{"r"}},
		"risk, vital to another": {func(i *Incident) {
			i.Vital, i.Risk = true, RiskHigh
			i.Policy.Legal = []LegalClock{{Code: "v", Cause: CauseVital, To: "aph", Source: "x"}, {Code: "r", Cause: CauseRisk, To: "bssn", Source: "x"}}
		}, []string{"v", "r"}},
	} {
		i := owed("", "2026-10-05 09:00", c.set)
		if got := codes(i.Duties(wib("2026-10-05 10:00"))); !reflect.DeepEqual(got, c.want) {
			t.Errorf("%s: %v, want %v", name, got, c.want)
		}
	}
}

// The acceptance checks of the outlines, with the days that holidays and office
// hours would skip.
func TestDeadlinesOfTheLawAreCountedByTheCalendar(t *testing.T) {
	for name, c := range map[string]struct {
		known, received string
		set             func(*Incident)
		code, due       string
	}{
		"vital, found at 23.50":             {"2026-10-05 23:50", "2026-10-06 00:20", vital, "bssn-iiv", "2026-10-06 23:50"},
		"personal data, Friday 16.00":       {"2026-10-02 16:00", "2026-10-02 16:30", aboutPeople, "pdp-lembaga", "2026-10-05 16:00"},
		"over Idulfitri":                    {"2026-03-19 16:00", "2026-03-19 16:00", aboutPeople, "pdp-subjek", "2026-03-22 16:00"},
		"over the end of the year":          {"2026-12-31 12:00", "2026-12-31 12:00", vital, "bssn-iiv", "2027-01-01 12:00"},
		"over 29 February":                  {"2028-02-28 08:00", "2028-02-28 08:00", aboutPeople, "pdp-subjek", "2028-03-02 08:00"},
		"when it was known is not recorded": {"", "2026-10-05 09:12", vital, "bssn-iiv", "2026-10-06 09:12"},
		"high risk":                         {"2026-10-05 09:00", "2026-10-05 09:12", func(i *Incident) { i.Risk = RiskHigh }, "bssn-risiko", "2026-10-06 09:00"},
	} {
		i := owed(c.known, c.received, c.set)
		i.Policy.Calendar = NewCalendar(Calendar{Offset: 7 * 3600, Week: Week{1: {{8 * 60, 16 * 60}}},
			Holidays: []Holiday{{Date: "2026-03-20", Name: "Cuti"}, {Date: "2026-03-21", Name: "Idulfitri"}}})
		for _, d := range i.Duties(wib(c.received)) {
			if d.Code == c.code && (d.Due != wib(c.due) || d.State() != LegalRunning || d.FromReceipt != (c.known == "")) {
				t.Errorf("%s: due %s and %s, want %s", name, d.Due, d.State(), wib(c.due))
			}
		}
	}
}

func TestADutyEndsWithTheFirstLetterToItsAddressee(t *testing.T) {
	known, due := wib("2026-10-05 09:00"), wib("2026-10-06 09:00")
	letter := func(to Addressee, at Instant) Notice { return Notice{To: to, At: at} }
	for name, c := range map[string]struct {
		notices []Notice
		now     Instant
		state   LegalState
		left    time.Duration
	}{
		"none":                      {nil, due - 60, LegalRunning, time.Minute},
		"none, at the deadline":     {nil, due, LegalRunning, 0},
		"none, a second later":      {nil, due + 1, LegalOverdue, -time.Second},
		"at the deadline":           {[]Notice{letter("bssn", due)}, due + 99, LegalKept, 0},
		"a second later":            {[]Notice{letter("bssn", due+1)}, due + 99, LegalLate, -time.Second},
		"to somebody else":          {[]Notice{letter("aph", known+60)}, due + 1, LegalOverdue, -time.Second},
		"the first counts":          {[]Notice{letter("bssn", due-60), letter("bssn", due+60)}, due + 99, LegalKept, time.Minute},
		"before it was known":       {[]Notice{letter("bssn", known-1)}, due + 1, LegalOverdue, -time.Second},
		"at the instant of knowing": {[]Notice{letter("bssn", known)}, due + 1, LegalKept, 24 * time.Hour},
		"read before it was sent":   {[]Notice{letter("bssn", due-60)}, due - 120, LegalRunning, 2 * time.Minute},
	} {
		i := owed("2026-10-05 09:00", "2026-10-05 09:12", vital)
		i.Notices = c.notices
		if d := i.Duties(c.now)[0]; d.State() != c.state || d.Left() != c.left || d.Waits() != (c.state == LegalRunning || c.state == LegalOverdue) {
			t.Errorf("%s: %s with %s left, want %s with %s", name, d.State(), d.Left(), c.state, c.left)
		}
	}
}

func TestADutyWithoutANumberIsOwedUntilTheLetterIsSent(t *testing.T) {
	i := owed("", "2026-10-05 09:00", func(i *Incident) { i.Crime = true })
	d := i.Duties(wib("2027-10-05 09:00"))[0]
	if d.State() != LegalOwed || d.Due.Known() || d.Left() != 0 || !d.Waits() {
		t.Errorf("%s, due %s, %s left", d.State(), d.Due, d.Left())
	}
	i.Notices = []Notice{{To: "aph", At: wib("2026-10-07 09:00")}}
	if d := i.Duties(wib("2027-10-05 09:00"))[0]; d.State() != LegalDone || d.Waits() {
		t.Errorf("%s after the report", d.State())
	}
}

func TestWhatIsNoIncidentOwesNothing(t *testing.T) {
	for outcome, want := range map[Outcome]LegalState{"": LegalOverdue, Closed: LegalOverdue, NotIncident: LegalLifted, Rejected: LegalLifted, Duplicate: LegalLifted} {
		i := owed("", "2026-10-05 09:00", vital)
		i.Outcome = outcome
		if d := i.Duties(wib("2026-10-09 09:00"))[0]; d.State() != want || d.Waits() == (want == LegalLifted) {
			t.Errorf("%q: %s", outcome, d.State())
		}
	}
}

// A mark that is set late moves no deadline, and tells when it was set.
func TestALateMarkMovesNoDeadline(t *testing.T) {
	r := whole()
	r.KnownAt = r.ReceivedAt - 600
	f := newFront(t, r)
	f.d.write(t, noon.Add(time.Hour), factOf(Amended{Values{"vital": true}}))
	d := f.incident().Duties(clockTime("12:00"))[0]
	if d.StartAt != r.KnownAt || d.Due != r.KnownAt.Add(24*time.Hour) || d.MarkedAt != At(noon.Add(time.Hour)) {
		t.Errorf("from %s, due %s, marked %s", d.StartAt, d.Due, d.MarkedAt)
	}
	r.Vital = true
	if d := newFront(t, r).incident().Duties(clockTime("12:00"))[0]; d.MarkedAt.Known() {
		t.Errorf("marked with the registration, it says %s", d.MarkedAt)
	}
	f.record(Amended{Values{"vital": false}})
	if duties := f.incident().Duties(clockTime("12:00")); len(duties) != 0 {
		t.Errorf("%v are owed without a mark", codes(duties))
	}
}

func TestAWithdrawnLetterDoesNotCount(t *testing.T) {
	r := whole()
	r.Vital = true
	f := newFront(t, r, Noted{Notice: &Notice{To: "bssn", At: clockTime("10:00"), Number: "x"}})
	if d := f.incident().Duties(clockTime("12:00"))[0]; d.State() != LegalKept {
		t.Fatal(d.State())
	}
	f.record(Withdrawn{Row: f.incident().Notices[0].Mark, Reason: "salah tiket"})
	if d := f.incident().Duties(clockTime("12:00"))[0]; d.State() != LegalRunning {
		t.Error(d.State())
	}
}

func TestALetterFromBeforeOrTomorrowIsRefused(t *testing.T) {
	i := owed("2026-10-05 09:00", "2026-10-05 09:12", vital)
	for at, key := range map[string]string{"08:59": "refuse.notice-early", "09:00": "", "09:05": "", "23:00": "refuse.future"} {
		fact := Noted{Notice: &Notice{To: "bssn", At: clockTime(at), Number: "x"}}
		if got := checked(t, fact.Check(i, factNow)); got != key {
			t.Errorf("%s: %q, want %q", at, got, key)
		}
	}
	late := Amended{Values{"knownAt": i.ReceivedAt + 1}}
	if got := checked(t, late.Check(i)); got != "refuse.after-receipt" {
		t.Errorf("known after the receipt: %q", got)
	}
}

// Whatever an incident went through, its row owes the same; neither pauses,
// classes nor calendars change a duty, and a letter never makes it worse.
func TestARowOwesWhatItsIncidentOwes(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		p := Decree()
		base := wib("2026-10-05 09:00")
		instant := func(name string) Instant { return base + Instant(rapid.IntRange(-7*86400, 7*86400).Draw(t, name)) }
		i := Incident{Vital: rapid.Bool().Draw(t, "vital"), DataBreach: rapid.Bool().Draw(t, "personal"), Crime: rapid.Bool().Draw(t, "crime"),
			Risk: rapid.SampledFrom(Risks).Draw(t, "risk"), Course: Course{Policy: &p, ReceivedAt: base}}
		if rapid.Bool().Draw(t, "known") {
			i.KnownAt = base - Instant(rapid.IntRange(0, 86400).Draw(t, "before"))
		}
		for range rapid.IntRange(0, 4).Draw(t, "letters") {
			i.Notices = append(i.Notices, Notice{To: rapid.SampledFrom(Addressees).Draw(t, "to"), At: instant("sent"), Number: "x"})
		}
		i.sortByTime()
		now := instant("now")
		row := RowOf(i)
		mine, rows := i.Duties(now), row.Duties(now)
		if len(mine) != len(rows) {
			t.Fatalf("%v and %v", codes(mine), codes(rows))
		}
		i.Class, i.Pauses = Strategis, []Pause{{ID: "a", From: base, Until: base + 9000}}
		i.Policy.Calendar = NewCalendar(Calendar{Week: Week{2: {{600, 700}}}})
		again := i.Duties(now)
		i.Notices = append(i.Notices, Notice{To: "bssn", At: now})
		i.sortByTime()
		sent := i.Duties(now)
		for n, d := range mine {
			if d.State() != rows[n].State() || d.Due != rows[n].Due || d.StartAt != rows[n].StartAt {
				t.Errorf("%s: %s by the incident, %s by its row", d.Code, d.State(), rows[n].State())
			}
			if !reflect.DeepEqual(d, again[n]) {
				t.Errorf("%s: %+v became %+v", d.Code, d, again[n])
			}
			if d.To == "bssn" && now >= d.StartAt && sent[n].Waits() {
				t.Errorf("%s waits after the letter", d.Code)
			}
			if d.Due.Known() && d.Due.Sub(d.StartAt) != d.Limit.Duration() {
				t.Errorf("%s: %s after its start", d.Code, d.Due.Sub(d.StartAt))
			}
		}
	})
}
