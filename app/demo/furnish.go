package demo

import (
	"time"

	"siaga/app"
	"siaga/model"
)

// furnish enters what the office has before its first incident: letterhead,
// agencies, people, posts, systems and the roster.
func (t *teller) furnish() error {
	for _, chapter := range []func() error{t.enterOffice, t.enterTown, t.enterPeople, t.enterSystems} {
		if err := chapter(); err != nil {
			return err
		}
	}
	t.planDuties()
	return t.giveUntil(t.from + 1)
}

func (t *teller) enterOffice() error {
	letterhead := []string{
		"Jalan Contoh Nomor 1, Kota Bekasi 17000 (contoh)",
		"Telepon (021) 0000-0000 (contoh)",
		"Laman diskominfostandi.bekasikota.example, Pos-el diskominfostandi@bekasikota.example",
	}
	contact := "Meja layanan BekasiKota-CSIRT (contoh), (021) 0000-0112, csirt@bekasikota.example"
	_, err := t.enter(app.AmendOffice{Letterhead: &letterhead, Contact: &contact})
	return err
}

// planDuties puts the members of teams V to VII on duty in turn, day and night,
// in the week before, of and after Until; each week is entered on the Friday
// before it.
func (t *teller) planDuties() {
	local := t.until.Time().In(t.zone)
	monday := time.Date(local.Year(), local.Month(), local.Day()-(int(local.Weekday())+6)%7, 7, 30, 0, 0, t.zone)
	var turns []model.PersonID
	for _, team := range []string{"V", "VI", "VII"} {
		turns = append(turns, t.staff.members[team]...)
	}
	for half := range 3 * 14 {
		start := monday.AddDate(0, 0, -7).Add(time.Duration(half) * 12 * time.Hour)
		typed := min(model.At(monday.AddDate(0, 0, 7*(half/14)-10)).Add(6*time.Hour), t.until)
		turn := app.SetDuty{Person: app.PersonRef(turns[half%len(turns)]), StartAt: model.At(start), EndAt: model.At(start.Add(12 * time.Hour)),
			Note: []string{"Piket siang", "Piket malam"}[half%2]}
		t.plans(deed{at: typed, typed: typed, command: func() app.Command { return turn }})
	}
}
