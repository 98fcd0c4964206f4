package reports

import (
	"flag"
	"fmt"
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"

	"siaga/locales"
	"siaga/model"
)

// The office that the tests print for: its names, hand-made incidents of every
// kind, and random ones.

// pictures is the folder in which printed workbooks are left to be looked at.
var pictures = flag.String("pictures", "", "leave printed workbooks in this folder")

var wib = time.FixedZone("WIB", 7*60*60)

// wibTime reads "2026-10-05 09:12" as WIB.
func wibTime(s string) model.Instant {
	t, err := time.ParseInLocation("2006-01-02 15:04", s, wib)
	if err != nil {
		panic(err)
	}
	return model.At(t)
}

func testID(kind string, n int) model.SubjectID {
	return model.SubjectID(fmt.Sprintf("%s%0*d", kind, 32-len(kind), n))
}

var (
	agencies = []string{"Dinas Pendidikan", "Dinas Kesehatan", "Badan Pendapatan Daerah", "Kecamatan Bekasi Timur"}
	shorts   = []string{"Disdik", "Dinkes", "Bapenda", "Kec. Bekasi Timur"}
	systems  = []string{"Sistem Informasi Pajak Daerah", "Laman sekolah", "Surat elektronik kota"}
	people   = []string{"Rina Kartika, S.Kom.", "Dedi Supriyadi", "Maya Anggraini, S.T."}
)

func directory() Directory {
	d := Directory{
		People: map[model.PersonID]string{}, Agencies: map[model.AgencyID]string{}, Short: map[model.AgencyID]string{},
		Systems: map[model.SystemID]string{}, Tickets: map[model.IncidentID]model.Ticket{},
	}
	for i := range agencies {
		d.Agencies[testID("a", i)], d.Short[testID("a", i)] = agencies[i], shorts[i]
	}
	for i, name := range systems {
		d.Systems[testID("5", i)] = name
	}
	for i, name := range people {
		d.People[testID("b", i)] = name
	}
	return d
}

// told is an incident as a test tells it, one happening after the other.
type told struct{ *model.Row }

// reported is an open incident of the n-th ticket, received at an instant.
func reported(n int, title string, class model.Class, received string) told {
	at := wibTime(received)
	r := &model.Row{
		ID: testID("c", n), Ticket: model.NewTicket("CSIRT", 2026, "A", n), Title: title, Channel: "telepon",
		Agency: testID("a", n%len(agencies)), System: testID("5", n%len(systems)), Category: "WDF", TLP: model.TLPAmber,
		Risk: model.RiskMedium, Priority: "sedang", Teams: []string{"VII"}, Persons: []model.PersonID{testID("b", n%len(people))},
		Reporter: "Bu Siti, SMP Negeri 5 Bekasi", HappenedAt: at - 3600, TypedAt: at + 120,
	}
	policy := model.Decree()
	r.ReceivedAt, r.Policy = at, &policy
	r.Class, r.Classes = class, []model.Classification{{Class: class, At: at}}
	return told{r}.passed(model.StepReport, 0)
}

// passed passes a step of the present segment, minutes after receipt.
func (t told) passed(step model.Step, minutes int) told {
	t.Passages = append(t.Passages, model.Passage{Segment: t.Segment(), Step: step, At: t.after(minutes)})
	t.Step = step + 1
	return t
}

func (t told) after(minutes int) model.Instant { return t.ReceivedAt + model.Instant(60*minutes) }

// upTo passes every step up to one, a minute apart from the first minute on.
func (t told) upTo(step model.Step, minutes int) told {
	for t.Step <= step {
		t = t.passed(t.Step, minutes)
	}
	return t
}

// ended ends the present segment.
func (t told) ended(outcome model.Outcome, minutes int) told {
	t.Outcome, t.CompletedAt = outcome, t.after(minutes)
	t.Endings = append(t.Endings, model.Ending{Segment: t.Segment(), Outcome: outcome, At: t.CompletedAt})
	return t
}

// closed goes the whole way: escalated, resolved and closed.
func (t told) closed(escalated, resolved int) told {
	t = t.upTo(model.StepEscalate, escalated).upTo(model.StepAnnounce, resolved)
	t.Announced = true
	return t.ended(model.Closed, resolved)
}

func (t told) paused(from, until int, reason model.PauseReason) told {
	t.Pauses = append(t.Pauses, model.Pause{ID: fmt.Sprint(from), From: t.after(from), Until: t.after(until), Reason: reason})
	return t
}

func (t told) reopened(minutes int) told {
	t.Reopenings = append(t.Reopenings, model.Reopening{Segment: t.Segment() + 1, At: t.after(minutes), Step: model.StepInvestigate})
	t.Outcome, t.CompletedAt, t.Step = "", 0, model.StepInvestigate
	return t
}

func (t told) reclassified(class model.Class, minutes int) told {
	t.Class = class
	t.Classes = append(t.Classes, model.Classification{Class: class, At: t.after(minutes)})
	return t
}

// stories are incidents of every kind, all received in October 2026 or before.
func stories() []*model.Row {
	duplicate := reported(7, "Laporan kedua tentang laman sekolah", model.Rendah, "2026-10-09 10:00").upTo(model.StepAnalyse, 20).ended(model.Duplicate, 30)
	duplicate.Endings[0].Duplicate = testID("c", 1)
	unclassified := reported(9, "Surel mencurigakan", "", "2026-10-20 08:00")
	unclassified.Class, unclassified.Classes, unclassified.Category, unclassified.System = "", nil, "", ""
	unclassified.Affected = "Komputer loket 3"
	vital := reported(10, "Gangguan pusat data", model.Strategis, "2026-10-25 23:50").closed(8, 400)
	vital.Vital, vital.PersonalData, vital.DataBreach, vital.TLP, vital.Risk = true, true, true, model.TLPRed, model.RiskCritical
	var rows []*model.Row
	for _, t := range []told{
		reported(1, "Laman sekolah diubah", model.Rendah, "2026-10-01 09:12").closed(15, 600),
		reported(2, "Ransomware di loket pajak", model.Strategis, "2026-10-02 07:30").closed(9, 700),
		reported(3, "Pengelabuan lewat WhatsApp", model.Tinggi, "2026-10-03 13:00").paused(60, 140, "menunggu-pengguna").closed(30, 1500),
		reported(4, "Judi daring di subdomain", model.Tinggi, "2026-09-28 10:00").closed(40, 900).reopened(9000),
		reported(5, "Akun surel diambil alih", model.Tinggi, "2026-10-06 15:00").reclassified(model.Strategis, 300).reclassified(model.Rendah, 900).closed(20, 2000),
		reported(6, "Layar biru biasa", model.Rendah, "2026-10-08 11:00").upTo(model.StepAnalyse, 50).ended(model.NotIncident, 90),
		duplicate,
		reported(8, "Pemindaian port", model.Rendah, "2026-10-12 21:00").upTo(model.StepEscalate, 55),
		unclassified, vital,
		reported(11, "Kebocoran data bulan lalu", model.Strategis, "2026-09-30 22:00").closed(10, 470),
	} {
		rows = append(rows, t.Row)
	}
	return rows
}

// printDay is when the tests print: after October is over.
var printDay = wibTime("2026-11-02 08:00")

func registerOf(rows []*model.Row) Register {
	n := directory()
	for _, r := range rows {
		n.Tickets[r.ID] = r.Ticket
	}
	return Register{Office: model.NewOffice(), Names: n, Rows: rows, PrintedAt: printDay}
}

// periodicOf is the report on a period, such as "2026-10".
func periodicOf(t testing.TB, rows []*model.Row, period string) Periodic {
	t.Helper()
	p, err := model.ParsePeriod(period, wib)
	if err != nil {
		t.Fatal(err)
	}
	r := registerOf(rows)
	report := Periodic{Office: r.Office, Names: r.Names, Date: printDay, Signer: Signer{Post: "III"}, PrintedAt: printDay}
	count := func(p model.Period) model.Figures {
		return model.Question{Period: p, Parts: p.Months(wib), Policy: r.Office.Policy, Now: printDay}.Count(rows)
	}
	report.Figures, report.Before = count(p), count(p.Before(wib))
	for range 6 {
		report.Trend = append([]model.Figures{count(p)}, report.Trend...)
		p = p.Before(wib)
	}
	return report
}

// anyText is what a person, or an attacker, may type.
func anyText() *rapid.Generator[string] {
	return rapid.OneOf(rapid.String(), rapid.SampledFrom([]string{
		"=1+1", "+1", "-1", "@SUM(A1)", "\t=1+1", "=cmd|' /C calc'!A0", "00123", "1/2", "_x0041_", "a\r\nb", "🔥 日本", " spasi ", "'kutip", `"`, "&amp;<b>",
	}))
}

// anyIncident is a random incident whose course is possible.
func anyIncident(n int) *rapid.Generator[*model.Row] {
	return rapid.Custom(func(t *rapid.T) *model.Row {
		class := rapid.SampledFrom(model.Classes).Draw(t, "class")
		start := wibTime("2026-08-01 00:00") + model.Instant(rapid.IntRange(0, 90*24*3600).Draw(t, "received"))
		i := reported(n, anyText().Draw(t, "title"), class, start.Time().In(wib).Format("2006-01-02 15:04"))
		i.Reporter, i.Affected = anyText().Draw(t, "reporter"), anyText().Draw(t, "affected")
		i.Category = rapid.SampledFrom([]string{"", "WDF", "MAL", "PHS", "XYZ"}).Draw(t, "category")
		i.Agency = rapid.SampledFrom([]model.AgencyID{"", testID("a", 0), testID("a", 1), testID("f", 9)}).Draw(t, "agency")
		i.System = rapid.SampledFrom([]model.SystemID{"", testID("5", 0), testID("5", 1)}).Draw(t, "system")
		i.TLP = rapid.SampledFrom(append([]model.TLP{""}, model.TLPs...)).Draw(t, "tlp")
		i.Vital, i.DataBreach = rapid.Bool().Draw(t, "vital"), rapid.Bool().Draw(t, "personal")
		return happen(t, i).Row
	})
}

// happen lets random things happen to an incident.
func happen(t *rapid.T, i told) told {
	escalated := rapid.IntRange(1, 120).Draw(t, "escalated")
	resolved := escalated + rapid.IntRange(1, 5000).Draw(t, "resolved")
	if rapid.Bool().Draw(t, "reclassified") {
		i = i.reclassified(rapid.SampledFrom(model.Classes).Draw(t, "to"), rapid.IntRange(0, resolved).Draw(t, "when"))
	}
	if rapid.Bool().Draw(t, "paused") {
		from := rapid.IntRange(escalated, resolved).Draw(t, "from")
		i = i.paused(from, from+rapid.IntRange(1, 600).Draw(t, "long"), rapid.SampledFrom(model.PauseReasons).Draw(t, "reason"))
	}
	switch rapid.IntRange(0, 4).Draw(t, "end") {
	case 0:
		return i.upTo(model.StepEscalate, escalated)
	case 1:
		return i.upTo(model.StepAnalyse, escalated).ended(model.NotIncident, resolved)
	case 2:
		return i.closed(escalated, resolved).reopened(resolved + rapid.IntRange(1, 20000).Draw(t, "reopened"))
	}
	return i.closed(escalated, resolved)
}

// anyIncidents is a list of them.
func anyIncidents(most int) *rapid.Generator[[]*model.Row] {
	return rapid.Custom(func(t *rapid.T) []*model.Row {
		rows := make([]*model.Row, rapid.IntRange(0, most).Draw(t, "incidents"))
		for n := range rows {
			rows[n] = anyIncident(n+1).Draw(t, "incident")
		}
		return rows
	})
}

// many repeats the stories under new tickets.
func many(count int) []*model.Row {
	told := stories()
	rows := make([]*model.Row, count)
	for n := range rows {
		r := *told[n%len(told)]
		r.ID, r.Ticket = testID("c", n+1), model.NewTicket("CSIRT", 2026, "A", n+1)
		r.Agency, r.System = testID("a", n%len(agencies)), testID("5", n%len(systems))
		r.Category = model.DefaultCategories()[n%5].Code
		if n%17 == 3 {
			r.Title = strings.TrimSpace(strings.Repeat("Penyalahgunaan akun pengelola laman layanan perizinan terpadu ", 4))
		}
		rows[n] = &r
	}
	return rows
}

func books() []*locales.Book {
	return []*locales.Book{locales.Open(locales.ID), locales.Open(locales.EN)}
}
