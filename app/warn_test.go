package app

import (
	"slices"
	"strings"
	"testing"

	"siaga/locales"
	"siaga/model"
)

// warned says which warnings a look of the desk gives, as "title percent".
func (b *bench) alarmed() (said []string) {
	b.t.Helper()
	alarms, err := b.Warn()
	if err != nil {
		b.t.Fatal(err)
	}
	for _, a := range alarms {
		said = append(said, a.Row.Title+" "+string(a.Clock)+" "+locales.Open(locales.ID).Number(a.Percent))
	}
	return said
}

func (b *bench) wants(wanted ...string) {
	b.t.Helper()
	if got := b.alarmed(); !slices.Equal(got, wanted) {
		b.t.Errorf("at %s the desk warns of %q, not of %q", b.clock, got, wanted)
	}
}

func (b *bench) rings(title string, class model.Class) Done {
	b.t.Helper()
	return b.do(RegisterIncident{ReporterName: "Guru piket", Title: title, Description: "x", Channel: "telepon", Class: class})
}

// staffed gives the office who is told: an officer on duty, the Koordinator of
// Team VII and the Ketua; the post of Sekretaris is vacant.
func staffed(t *testing.T) *bench {
	b := newDeskAt(t, "2026-11-23 08:00")
	for _, name := range []string{"Dewi Contoh", "Rina Contoh", "Hasan Contoh"} {
		b.do(AddPerson{Name: name, Phone: "0812-0000-0001"})
	}
	now := model.At(b.clock)
	b.do(SetDuty{Person: "Dewi Contoh", StartAt: now, EndAt: now + 48*3600})
	b.do(GiveSeat{Post: "VII.koordinator", Person: "Rina Contoh", From: now})
	b.do(GiveSeat{Post: "III", Person: "Hasan Contoh", From: now})
	return b
}

func TestADeskWarnsOnceAndRemembersIt(t *testing.T) {
	b := staffed(t)
	call := b.rings("Situs berubah", model.Strategis)
	b.wants()
	b.at("2026-11-23 08:05").wants("Situs berubah response 50")
	changed := 0
	defer b.OnChange(func() { changed++ })()
	b.wants()
	if changed != 0 {
		t.Error("nothing was due, and the desk says that it has changed")
	}
	b.again()
	b.wants()
	b.at("2026-11-23 08:08").wants("Situs berubah response 80")
	i := b.incident(call)
	history, err := b.History(i.ID)
	if last := history[len(history)-1]; err != nil || last.Kind != "incident.warned" || last.By != "" || len(i.Warnings) != 2 {
		t.Errorf("%v: the history ends with %+v, warnings %+v", err, last, i.Warnings)
	}
	if rows := b.Incidents(); len(rows[0].Warned) != 1 || rows[0].Warned[0].Percent != 80 {
		t.Errorf("the row keeps %+v", rows[0].Warned)
	}
}

func TestADeskThatWasOffTellsItInOneMessage(t *testing.T) {
	b := staffed(t)
	b.rings("Satu", model.Rendah)
	b.rings("Dua", model.Strategis)
	b.rings("Tiga", model.Tinggi)
	b.at("2026-11-23 23:00")
	alarms, err := b.Warn()
	if err != nil || len(alarms) != 3 {
		t.Fatalf("%v: %+v", err, alarms)
	}
	messages := Messages(alarms)
	book := locales.Open(locales.ID)
	if len(messages) != 1 || !messages[0].Urgent || book.Tell(messages[0].Title.Key, messages[0].Title.Args...) != "Peringatan yang terlewat pada 3 insiden" {
		t.Fatalf("%+v", messages)
	}
	text := ""
	for _, s := range messages[0].Text {
		text += book.Tell(s.Key, s.Args...) + "\n"
	}
	for _, said := range []string{"(Strategis): terlambat 14 jam 50 menit", "Petugas piket: Dewi Contoh"} {
		if !strings.Contains(text, said) {
			t.Errorf("%q is not in\n%s", said, text)
		}
	}
	b.wants()
}

// A warning names ticket, title, class, time left and who is on duty, in both
// languages; of an incident under TLP:RED it does not name the title.
func TestWhatAWarningSays(t *testing.T) {
	b := staffed(t)
	call := b.rings("Situs berubah", model.Strategis)
	b.at("2026-11-23 08:05")
	alarms, _ := b.Warn()
	alarm := alarms[0]
	for lang, wanted := range map[locales.Lang][]string{
		locales.ID: {string(call.Ticket) + " (Strategis): sisa 5 menit · Waktu respons", "Situs berubah. Sudah 50 persen", "Petugas piket: Dewi Contoh"},
		locales.EN: {string(call.Ticket) + " (Strategic): 5 minutes left · Response time", "Situs berubah. 50 per cent", "On duty: Dewi Contoh"},
	} {
		m, book := Messages(alarms)[0], locales.Open(lang)
		for n, s := range append([]Sentence{m.Title}, m.Text...) {
			if said := book.Tell(s.Key, s.Args...); !strings.HasPrefix(said, wanted[n]) {
				t.Errorf("%s: says %q", lang, said)
			}
		}
	}
	red := *alarm.Row
	red.TLP, alarm.Row, alarm.OnDuty = model.TLPRed, &red, nil
	m := Messages([]Alarm{alarm})[0]
	if m.Text[0].Key != "warn.about.red" || m.Text[1].Key != "warn.nobody" {
		t.Errorf("TLP:RED: %+v", m.Text)
	}
}

func TestTwoDesksWarnOfAShareOnce(t *testing.T) {
	front := staffed(t)
	back := front.join("Meja belakang")
	send(t, back, front)
	call := front.rings("Situs berubah", model.Tinggi)
	send(t, front, back)
	back.clock = moment(t, "2026-11-23 08:30")
	back.wants("Situs berubah response 50")
	front.at("2026-11-23 08:31").wants("Situs berubah response 50") // had not heard of it
	send(t, front, back)
	send(t, back, front)
	same(t, front, back)
	if i := front.incident(call); len(i.Warnings) != 1 || len(i.Conflicts)+len(i.Misfits) > 0 {
		t.Errorf("%+v, %v, %v", i.Warnings, i.Conflicts, i.Misfits)
	}
	back.clock = moment(t, "2026-11-23 08:48")
	back.wants("Situs berubah response 80")
	send(t, back, front)
	front.at("2026-11-23 08:49").wants() // heard of it
}

func TestAWarningIsNoDeedThatIsUndone(t *testing.T) {
	b := staffed(t)
	call := b.rings("Situs berubah", model.Strategis)
	title := "Situs sekolah berubah"
	b.do(AmendIncident{Incident: IncidentRef(call.ID), Details: Details{Title: &title}})
	b.at("2026-11-23 08:06").wants("Situs sekolah berubah response 50")
	b.do(Undo{Subject: string(call.ID)})
	if i := b.incident(call); i.Title != "Situs berubah" || len(i.Warnings) != 1 {
		t.Errorf("title %q, warnings %+v", i.Title, i.Warnings)
	}
}

// Who is told next: as time passes, past a vacant post, and never twice.
func TestTheChainOfEscalation(t *testing.T) {
	b := staffed(t)
	call := b.rings("Situs berubah", model.Tinggi)
	ref := IncidentRef(call.ID)
	b.do(Assign{Incident: ref, Teams: []string{"VII"}})
	next := func(at, wanted string) Escalation {
		t.Helper()
		e, err := b.at(at).Escalation(ref)
		if err != nil {
			t.Fatal(err)
		}
		name := ""
		if e.Next >= 0 {
			name = e.Turns[e.Next].Contacts[0].Name
		}
		if name != wanted {
			t.Errorf("at %s %q is told, not %q", at, name, wanted)
		}
		return e
	}
	next("2026-11-23 08:29", "")
	next("2026-11-23 08:30", "Dewi Contoh")
	b.do(RelayIncident{Incident: ref, Channel: "telepon"})
	next("2026-11-23 08:31", "")
	b.do(Undo{Subject: string(call.ID), Reason: "salah tiket"})
	next("2026-11-23 08:31", "Dewi Contoh")
	b.do(RelayIncident{Incident: ref, Channel: "telepon"})
	next("2026-11-23 08:48", "Rina Contoh")
	b.do(RelayIncident{Incident: ref, Channel: "whatsapp"})
	next("2026-11-23 09:00", "Hasan Contoh") // nobody is Sekretaris
	b.refuses(RelayIncident{Incident: ref, Post: "IV", Channel: "telepon"}, "person", "refuse.relay-vacant")
	b.do(RelayIncident{Incident: ref, Post: "IV", Person: "Rina Contoh", Channel: "telepon"})
	next("2026-11-23 09:10", "")
	b.refuses(RelayIncident{Incident: ref, Channel: "telepon"}, "post", "refuse.relay-none")
	e := next("2026-11-23 09:30", "Hasan Contoh")
	if told := e.Turns[1].Told; len(told) != 1 || told[0].Channel != "whatsapp" || told[0].Person != e.Turns[1].Contacts[0].ID {
		t.Errorf("told: %+v", told)
	}
	b.do(AnswerReporter{Incident: ref})
	if _, err := b.Escalation(ref); faultOf(err) != "refuse.relay-idle" {
		t.Errorf("no time runs, and the chain says %v", err)
	}
}

func TestTheMessageThatIsDrafted(t *testing.T) {
	b := staffed(t)
	call := b.rings("Situs berubah", model.Strategis)
	ref, red := IncidentRef(call.ID), model.TLPRed
	said := func() string {
		t.Helper()
		e, err := b.at("2026-11-23 08:12").Escalation(ref)
		if err != nil {
			t.Fatal(err)
		}
		me, _ := b.AtDesk()
		text := ""
		for _, s := range e.Draft(e.Turns[e.Next].Contacts[0], me, b.Office()) {
			text += locales.Open(locales.ID).Tell(s.Key, s.Args...) + "\n"
		}
		return text
	}
	want := `Yth. Ketua, Hasan Contoh
Tiket ` + string(call.Ticket) + `: Situs berubah
Klasifikasi: Strategis, TLP:AMBER
Waktu respons berakhir Senin, 23 November 2026 pukul 08.10 WIB (terlambat 2 menit).
Langkah yang diperlukan: Jawab pelapor. Mohon tindak lanjut atau arahan.
Petugas Uji, BekasiKota-CSIRT
`
	if got := said(); got != want {
		t.Errorf("the message is\n%s", got)
	}
	b.do(AmendIncident{Incident: ref, Details: Details{TLP: &red}})
	if got := said(); strings.Contains(got, "Situs") || !strings.Contains(got, string(call.Ticket)) || !strings.Contains(got, "menelepon") {
		t.Errorf("under TLP:RED it is\n%s", got)
	}
}

// What was warned about stands in Hari ini until somebody has acted.
func TestAWarningWaitsUntilSomebodyActs(t *testing.T) {
	b := staffed(t)
	ref := IncidentRef(b.rings("Situs berubah", model.Tinggi).ID)
	waits := func(wanted int) {
		t.Helper()
		now := b.Now()
		if tasks := Plan(b.Incidents(), now, now, "").Queues[QueueWarned]; len(tasks) != wanted || wanted > 0 && tasks[0].Act != ActRelay {
			t.Errorf("at %s %d wait", b.clock, len(tasks))
		}
	}
	b.at("2026-11-23 08:30").wants("Situs berubah response 50")
	waits(1)
	b.at("2026-11-23 08:31").do(RelayIncident{Incident: ref, Channel: "telepon"})
	waits(0)
	b.at("2026-11-23 08:48").wants("Situs berubah response 80")
	waits(1)
	b.do(PassStep{Incident: ref, Step: 2})
	waits(0)
}
