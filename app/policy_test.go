package app

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"siaga/locales"
	"siaga/model"
)

const holidaysOf2027 = "tanggal;nama;jenis\n2027-01-01;Tahun Baru 2027 Masehi;libur nasional\n2027-03-08;Hari Suci Nyepi;libur nasional\n2027-03-09;Idulfitri 1448 H;cuti bersama\n"

func TestPoliciesAreInForceFromTheirDays(t *testing.T) {
	b := newDeskAt(t, "2026-11-03 09:00")
	receipt, escalation := model.FromReceipt, model.FromEscalation
	today := model.DateOf(b.Now(), b.zone)
	later := model.DateOf(b.Now()+40*86400, b.zone)
	b.do(SettlePolicy{Basis: &receipt, Letter: " 555/Kep.9/2026 "})
	b.do(SettlePolicy{From: later, Calendar: b.OfficeHours()})
	b.do(SettlePolicy{From: model.DateOf(b.Now()+80*86400, b.zone), AllDay: true, Basis: &escalation})
	all, err := b.Policies()
	if err != nil || len(all) != 4 {
		t.Fatalf("%d policies, %v", len(all), err)
	}
	for i, state := range []PolicyState{PolicyPast, PolicyInForce, PolicyComing, PolicyComing} {
		if all[i].State != state || all[i].At == 0 || i > 0 && all[i].By == "" {
			t.Errorf("policy %d is %s, recorded %v by %q", i, all[i].State, all[i].At, all[i].By)
		}
	}
	if all[1].Day != today || all[1].Letter != "555/Kep.9/2026" || all[2].Calendar == nil || all[2].Basis != model.FromReceipt || all[3].Calendar != nil {
		t.Errorf("they are %+v", all)
	}
	if all[2].Calendar.Offset != 25200 || all[2].Before.Basis != model.FromReceipt || all[2].Before.Calendar != nil {
		t.Errorf("office hours at %d, before them %+v", all[2].Calendar.Offset, all[2].Before)
	}
}

// No warning and no duty is something else than those of the program.
func TestAPolicyWithoutWarningsAndDutiesStaysSo(t *testing.T) {
	b := newDeskAt(t, "2026-11-03 09:00")
	shares, duties := []int{}, []model.LegalClock{}
	b.do(SettlePolicy{Warnings: &shares, Legal: &duties})
	done := b.do(RegisterIncident{ReporterName: "Guru", Description: "x", Class: model.Strategis})
	for name, p := range map[string]model.Policy{"the office": b.Office().PolicyAt(b.Now()), "the incident": *b.incident(done).Policy} {
		if len(p.WarnAt()) > 0 || len(p.Duties()) > 0 {
			t.Errorf("%s warns at %v and owes %v", name, p.WarnAt(), p.Duties())
		}
	}
	for _, part := range locales.Open(locales.ID).PolicyParts(b.Office().PolicyAt(b.Now())) {
		if part.Words == "" {
			t.Errorf("nothing is said of %s", part.Field)
		}
	}
}

func TestAllDayAndOfficeHoursAreNotTakenTogether(t *testing.T) {
	b := newDeskAt(t, "2026-11-03 09:00")
	b.refuses(SettlePolicy{AllDay: true, Calendar: b.OfficeHours()}, "calendar", "refuse.policy-both")
}

func TestASettledPolicyIsTakenBackUntilItWasInForce(t *testing.T) {
	b := newDeskAt(t, "2026-11-03 09:00")
	receipt := model.FromReceipt
	b.do(SettlePolicy{From: model.DateOf(b.Now()+2*86400, b.zone), Basis: &receipt})
	b.do(Undo{Subject: string(b.officeID)})
	if all, err := b.Policies(); err != nil || len(all) != 1 || len(b.Office().Policies) != 0 {
		t.Errorf("%d policies are left, %v", len(all), err)
	}
	b.do(Undo{Subject: string(b.officeID)}) // the undo itself
	if got := b.Office().Policies; len(got) != 1 || got[0].Basis != receipt {
		t.Errorf("after the undo was undone: %+v", got)
	}
	b.clock = b.clock.Add(3 * 24 * time.Hour)
	b.refuses(Undo{Subject: string(b.officeID)}, "subject", "refuse.policy-held")
}

func TestHolidaysComeFromAFile(t *testing.T) {
	b := newDeskAt(t, "2026-11-03 09:00")
	if _, err := b.HolidaysFrom("", []byte(holidaysOf2027)); err == nil {
		t.Error("holidays are taken although all days count")
	}
	b.do(SettlePolicy{Calendar: b.OfficeHours()})
	if year := b.Office().HolidaysDue(b.Now(), b.zone); year != 2027 {
		t.Errorf("the holidays of %d are due", year)
	}
	before := b.Office()
	if _, err := b.HolidaysFrom("", []byte("tanggal;nama;jenis\n2027-02-29;Kabisat;libur nasional\n")); err == nil {
		t.Error("the 29th of February 2027 is taken")
	}
	if got := b.Office(); len(got.Policies) != len(before.Policies) || len(got.PolicyAt(b.Now()).Calendar.Holidays) != 25 {
		t.Error("a refused file changed something")
	}
	order, err := b.HolidaysFrom("2027-01-01", []byte(holidaysOf2027))
	if err != nil {
		t.Fatal(err)
	}
	b.do(order)
	if got := b.Office().PolicyAt(model.Date("2027-02-01").Begin(b.zone)).Calendar; len(got.Holidays) != 28 {
		t.Errorf("%d holidays in February", len(got.Holidays))
	}
	if year := b.Office().HolidaysDue(b.Now(), b.zone); year != 0 {
		t.Errorf("the holidays of %d are due still", year)
	}
}

func TestOfficeHoursAreThoseOfTheOfficesZone(t *testing.T) {
	b := newDeskAt(t, "2026-11-03 09:00")
	berlin, makassar := "Europe/Berlin", "Asia/Makassar"
	b.do(AmendOffice{Zone: &berlin})
	b.refuses(SettlePolicy{Calendar: model.OfficeHours(0)}, "calendar", "refuse.zone-daylight")
	b.do(AmendOffice{Zone: &makassar})
	b.do(SettlePolicy{Calendar: model.OfficeHours(0)})
	if got := b.Office().PolicyAt(b.Now()).Calendar.Offset; got != 8*3600 {
		t.Errorf("office hours are counted %d seconds east of UTC", got)
	}
	b.refuses(AmendOffice{Zone: &berlin}, "zone", "refuse.zone-daylight")
	jakarta := "Asia/Jakarta"
	b.do(AmendOffice{Zone: &jakarta})
	if got := b.Office().PolicyAt(b.Now()).Calendar.Offset; got != 7*3600 {
		t.Errorf("after the zone was put right they are counted %d seconds east of UTC", got)
	}
}

func TestAPreviewChangesNothing(t *testing.T) {
	b := newDeskAt(t, "2026-11-03 09:00")
	done := b.do(RegisterIncident{ReporterName: "Guru", Description: "situs berubah", Class: model.Strategis, Channel: "telepon"})
	b.clock = b.clock.Add(30 * time.Minute)
	b.do(PassStep{Incident: IncidentRef(done.Ticket), Step: model.StepReceive})
	targets := map[model.Class]model.Target{}
	for _, class := range model.Classes {
		targets[class] = model.Target{Response: 3600, Resolution: 8 * 3600}
	}
	order := SettlePolicy{Targets: &targets}
	events, was := b.store.Counts(), b.rows[done.ID].Policy
	got, err := b.PreviewPolicy(order, model.PeriodOf(model.Year, b.Now(), b.zone))
	if err != nil {
		t.Fatal(err)
	}
	rate := func(f model.Figures) int {
		return len(f.Response.Classes[0].Kept) - len(f.Response.Classes[0].Breached)
	}
	if rate(got.Before) != -1 || rate(got.After) != 1 || len(got.Changed) != 1 || got.Changed[0].Was.State() != model.Breached || got.Changed[0].Would.State() != model.Kept {
		t.Errorf("before %d, after %d, changed %+v", rate(got.Before), rate(got.After), got.Changed)
	}
	if b.store.Counts() != events || b.rows[done.ID].Policy != was || len(b.Office().Policies) != 0 {
		t.Error("the preview changed something")
	}
	b.do(order)
	incident, err := b.Incident(IncidentRef(done.Ticket))
	if err != nil || incident.Policy.Targets[model.Strategis] != model.Decree().Targets[model.Strategis] {
		t.Errorf("the incident has lost its own policy: %+v, %v", incident.Policy, err)
	}
	if _, err := b.PreviewPolicy(order, model.PeriodOf(model.Year, b.Now(), b.zone)); err == nil {
		t.Error("what is in force already is previewed")
	}
}

// A letter to BSSN two hours after the receipt is in time under one limit and
// late under the other; a duty that is given up is no longer late.
func TestAPreviewJudgesDutiesToo(t *testing.T) {
	b := newDeskAt(t, "2026-11-03 09:00")
	vital := true
	done := b.do(RegisterIncident{ReporterName: "Guru", Description: "situs berubah", Class: model.Strategis, Channel: "telepon"})
	b.do(AmendIncident{Incident: IncidentRef(done.Ticket), Details: Details{Vital: &vital}})
	b.clock = b.clock.Add(2 * time.Hour)
	b.do(AddNotice{Incident: IncidentRef(done.Ticket), To: "bssn", Number: "500.12/93/Diskominfostandi"})
	law := slices.Clone(b.Office().PolicyAt(b.Now()).Duties())
	law[0].Limit = 3600
	shares, year := []int{70}, model.PeriodOf(model.Year, b.Now(), b.zone)
	got, err := b.PreviewPolicy(SettlePolicy{Legal: &law, Warnings: &shares}, year)
	if err != nil || len(got.Changed) != 0 || len(got.Duties) != 1 || !got.Warnings || len(got.Unfilled) != 0 {
		t.Fatalf("%+v, %v", got, err)
	}
	if k := got.Duties[0]; k.Was.State() != model.LegalKept || k.Would.State() != model.LegalLate || k.Row.ID != done.ID {
		t.Errorf("changed: %+v", k)
	}
	none := law[2:]
	if got, err = b.PreviewPolicy(SettlePolicy{Legal: &none}, year); err != nil || len(got.Duties) != 1 || got.Duties[0].Would.Code != "" || got.Duties[0].Named().To != "bssn" || got.Warnings {
		t.Errorf("without the duty: %+v, %v", got.Duties, err)
	}
}

// Last year's incidents are counted with a calendar that knows this year's
// holidays only; what was open before counts too.
func TestAPreviewTellsYearsWithoutHolidays(t *testing.T) {
	b := newDeskAt(t, "2025-11-03 09:00")
	order := SettlePolicy{Calendar: b.OfficeHours()}
	for part, want := range map[int][]int{2024: {2024}, 2025: {2025}} {
		got, err := b.PreviewPolicy(order, model.NewPeriod(model.Year, part, 1, b.zone))
		if err != nil || !slices.Equal(got.Unfilled, want) || got.Warnings {
			t.Errorf("%d: %v, %v", part, got.Unfilled, err)
		}
	}
	b.do(RegisterIncident{ReporterName: "Guru", Description: "situs berubah", Channel: "telepon"})
	b.clock = b.clock.AddDate(1, 0, 0)
	got, err := b.PreviewPolicy(order, model.PeriodOf(model.Year, b.Now(), b.zone))
	if err != nil || !slices.Equal(got.Unfilled, []int{2025}) {
		t.Errorf("with an incident of the year before: %v, %v", got.Unfilled, err)
	}
	if _, err = b.PreviewPolicy(order, model.NewPeriod(model.Year, 2028, 1, b.zone)); err == nil {
		t.Error("a period that has not begun is recounted")
	}
	receipt := model.FromReceipt
	if got, err = b.PreviewPolicy(SettlePolicy{Basis: &receipt}, model.NewPeriod(model.Year, 2025, 1, b.zone)); err != nil || got.Unfilled != nil {
		t.Errorf("all day needs no holidays: %v, %v", got.Unfilled, err)
	}
}

func TestAHundredThousandIncidentsArePreviewedInASecond(t *testing.T) {
	b := newDeskAt(t, "2026-11-03 09:00")
	policy, many := model.Decree(), 100_000
	for i := range many {
		at := b.Now() - model.Instant(i*300)
		row := &model.Row{ID: model.IncidentID(fmt.Sprint(i)), Ticket: model.NewTicket("CSIRT", 2026, "B", i), Course: model.Course{Policy: &policy, Class: model.Classes[i%3], ReceivedAt: at}}
		for step := model.StepReport; step <= model.StepAnnounce; step++ {
			row.Passages = append(row.Passages, model.Passage{Segment: 1, Step: step, At: at + model.Instant(int(step)*(i%97)*600)})
		}
		row.Endings, row.Outcome = []model.Ending{{Segment: 1, Outcome: model.Closed, At: row.Passages[8].At}}, model.Closed
		b.holdRow(row)
	}
	started := time.Now()
	got, err := b.PreviewPolicy(SettlePolicy{Calendar: b.OfficeHours()}, model.PeriodOf(model.Year, b.Now(), b.zone))
	took := time.Since(started)
	t.Logf("%d incidents, %d verdicts changed, in %v", len(got.Before.All), len(got.Changed), took)
	if err != nil || len(got.Before.All) < many/2 || took > 10*time.Second {
		t.Errorf("%v, %v", err, took)
	}
}

func TestTwoDesksSettleForTheSameDay(t *testing.T) {
	b := newDeskAt(t, "2026-11-03 09:00")
	other := b.join("Loket")
	receipt, day := model.FromReceipt, model.Date("2027-01-01")
	b.do(SettlePolicy{From: day, Basis: &receipt, Letter: "555/Kep.1/2026"})
	other.do(SettlePolicy{From: day, Calendar: other.OfficeHours(), Letter: "555/Kep.2/2026"})
	send(t, other, b)
	k := b.only(DecideValues)
	if k.Field != "policy/2027-01-01" || len(k.Values) != 2 {
		t.Fatalf("to be decided: %+v", k)
	}
	book := locales.Open(locales.ID)
	if label := book.FieldLabel(k.Field); label != "Ketentuan waktu sejak 1 Januari 2027" {
		t.Errorf("it is called %q", label)
	}
	words := []string{book.Recorded(k.Field, k.Values[0].Value, b.Desk), book.Recorded(k.Field, k.Values[1].Value, b.Desk)}
	slices.Sort(words)
	if !strings.Contains(words[0], "555/Kep.1/2026") || !strings.Contains(words[0], "dari penerimaan laporan") || !strings.Contains(words[1], "Jumat 07.30–11.30 dan 13.00–16.30") {
		t.Errorf("they read %q", words)
	}
	all, err := b.Policies()
	if err != nil || len(all) != 2 || !all[1].Disputed {
		t.Errorf("the policies are %+v, %v", all, err)
	}
	for _, r := range k.Values {
		if strings.Contains(string(r.Value), "Kep.2") {
			b.do(Decide{Subject: string(b.officeID), Field: k.Field, Take: r.Mark.String(), Reason: "sesuai keputusan terakhir"})
		}
	}
	send(t, b, other)
	for _, desk := range []*bench{b, other} {
		if p := desk.Office().PolicyAt(day.Begin(desk.zone)); p.Calendar == nil || p.Basis != model.FromEscalation || desk.Undecided() != 0 {
			t.Errorf("decided is %+v", p)
		}
	}
	same(t, b, other)
}
