package people

import (
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"siaga/app"
	"siaga/locales"
	"siaga/model"
	"siaga/ui/place"
	"siaga/ui/place/stage"
)

// office is the stage on which this place is tried out.
type office struct{ *stage.Office }

func newOffice(t *testing.T, start string) *office { return &office{stage.New(t, start)} }

func (o *office) show(lang locales.Lang) (*Page, fyne.Window) {
	return stage.Show(o.Office, lang, func(around place.Around, d *app.Desk) *Page { return New(around, d) })
}

// staffed is an office with a team, agents and a week of duty.
func staffed(t *testing.T) *office {
	o := newOffice(t, "2026-11-23 08:00")
	people := []app.AddPerson{
		{Name: "Dr. Ahmad Contoh, M.Si.", NIP: "19700101 199501 1 001", Rank: "Pembina Utama Madya (IV/d)", JobTitle: "Sekretaris Daerah"},
		{Name: "Budi Contoh", JobTitle: "Asisten Pemerintahan", Example: true},
		{Name: "Citra Contoh, S.Kom., M.T.", NIP: "19750315 200003 2 002", JobTitle: "Kepala Dinas Komunikasi, Informatika, Statistik dan Persandian", Agency: "Diskominfostandi", Phone: "0812-0000-0003", Email: "citra@contoh.example"},
		{Name: "Dewi Contoh", JobTitle: "Kepala Bidang Statistik dan Persandian", Agency: "Diskominfostandi", Phone: "0812-0000-0004"},
		{Name: "Eko Contoh", JobTitle: "Sandiman Ahli Muda", Agency: "Diskominfostandi"},
		{Name: "Fajar Contoh", JobTitle: "Pranata Komputer", Agency: "Disdik", Phone: "0812-0000-0006"},
	}
	for _, c := range people {
		o.Give(c)
	}
	from := model.At(o.Clock.AddDate(-1, 0, 0))
	for _, c := range []app.GiveSeat{
		{Post: "I", Person: "Dr. Ahmad Contoh, M.Si.", From: from},
		{Post: "III", Person: "Citra Contoh, S.Kom., M.T.", From: from},
		{Post: "II", Person: "Budi Contoh", Standing: model.Plt, From: from, To: model.At(o.Clock.AddDate(0, 2, 0))},
		{Post: "V.koordinator", Person: "Dewi Contoh", From: from},
		{Post: "V.anggota", Person: "Eko Contoh", From: from},
		{Post: "IX", Person: "Fajar Contoh", Agency: "Disdik", From: from},
	} {
		o.Give(c)
	}
	for day := range 5 {
		start := o.Clock.Add(-30*time.Minute).AddDate(0, 0, day)
		person := []app.PersonRef{"Dewi Contoh", "Eko Contoh"}[day%2]
		o.Give(app.SetDuty{Person: person, StartAt: model.At(start), EndAt: model.At(start.AddDate(0, 0, 1))})
	}
	o.At("2026-11-24 10:04")
	return o
}

func TestEveryPartSpeaksBothLanguages(t *testing.T) {
	for _, lang := range locales.Langs() {
		page, w := staffed(t).show(lang)
		for _, part := range []string{"team", "post.III", "post.V", "post.IX", "duty", "people"} {
			page.Open(place.Route{Part: part})
			stage.Photograph(t, w, "people-"+part+"-"+string(lang))
		}
		page.Open(place.Route{Part: "post.V"})
		page.post.askGive("")
		stage.Photograph(t, w, "people-give-"+string(lang))
		w.Canvas().Overlays().Top().Hide()
		page.Open(place.Route{Part: "duty"})
		page.askDuty(page.roster.blocks[0].shown.cells[1][0])
		stage.Photograph(t, w, "people-dutydialog-"+string(lang))
		w.Canvas().Overlays().Top().Hide()
		page.people.ask(model.Person{}, nil)
		stage.Photograph(t, w, "people-form-"+string(lang))
		page, w = newOffice(t, "2026-11-24 10:00").show(lang)
		for _, part := range []string{"team", "post.V", "duty", "people"} {
			page.Open(place.Route{Part: part})
			stage.Photograph(t, w, "people-empty-"+part+"-"+string(lang))
		}
	}
}
