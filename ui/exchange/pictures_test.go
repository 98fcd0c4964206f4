package exchange

import (
	"path/filepath"
	"testing"
	"time"

	"siaga/app"
	"siaga/app/settings"
	"siaga/locales"
	"siaga/model"
	"siaga/ui/place"
	"siaga/ui/place/stage"
)

func TestEverySectionSpeaksBothLanguages(t *testing.T) {
	for _, lang := range locales.Langs() {
		a, b := pair(t)
		a.Give(app.AmendDesk{Desk: string(a.Me().Desk), Name: text("Meja Layanan Dinas Komunikasi, Informatika, Statistik dan Persandian")})
		call(b, "Halaman depan situs sekolah berubah")
		call(b, "Surel pengelabuan kepada bendahara")
		file := filepath.Join(t.TempDir(), "kiriman.siaga")
		if _, err := b.Export(file, app.Export{}, nil); err != nil {
			t.Fatal(err)
		}
		if _, err := a.Receive(file); err != nil {
			t.Fatal(err)
		}
		if _, err := a.Invite(filepath.Join(t.TempDir(), "undangan.siaga"), app.Invite{Name: "Meja Koordinator Tim Pembinaan"}, nil); err != nil {
			t.Fatal(err)
		}
		f := open(t, a, lang)
		shared := t.TempDir()
		_ = f.Settings.Change(func(c *settings.Choices) { c.SharedFolder, c.BackupFolder = shared, t.TempDir() })
		f.visits.at = f.Office.Clock
		if _, err := b.SharedFolderAt(shared).Call(nil); err != nil {
			t.Fatal(err)
		}
		for _, part := range []string{partSend, partDesks, partBackup} {
			f.Open(place.Route{Part: part})
			stage.Photograph(t, f.window, "x-"+part+"-"+string(lang))
		}
		if _, err := a.BackUp(a.BackupPath(f.Settings.Choices().BackupFolder), nil); err != nil {
			t.Fatal(err)
		}
		f.visits.failed = model.Refuse("refuse.shared-folder", "Path", shared)
		f.Reload()
		stage.Photograph(t, f.window, "x-backup-made-"+string(lang))
		photographDialogs(t, f, file, lang)
		alone := open(t, stage.New(t, "2026-11-24 10:00"), lang)
		for _, part := range []string{partSend, partDesks, partBackup} {
			alone.Open(place.Route{Part: part})
			stage.Photograph(t, alone.window, "x-alone-"+part+"-"+string(lang))
		}
	}
}

// photographDialogs opens one dialog after the other.
func photographDialogs(t *testing.T, f *front, file string, lang locales.Lang) {
	shoot := func(name string) {
		stage.Photograph(t, f.window, "x-dialog-"+name+"-"+string(lang))
		f.window.Canvas().Overlays().Top().Hide()
		for top := f.window.Canvas().Overlays().Top(); top != nil; top = f.window.Canvas().Overlays().Top() {
			f.window.Canvas().Overlays().Remove(top)
		}
	}
	f.Open(place.Route{Part: partSend})
	send := f.sections[0].section.(*send)
	send.ask()
	f.pick("to", toSome)
	f.pick("as", asPieces)
	shoot("ask")
	f.Office.Path = filepath.Join(t.TempDir(), "siaga-9f0c6a1e5d3b4c2f.siaga")
	secret, _ := f.desk.NewPassphrase()
	f.write(parcel{Export: app.Export{Passphrase: secret}})
	shoot("sent-secret")
	f.write(parcel{})
	shoot("sent")
	f.Take([]string{file})
	shoot("preview")
	arrival := app.Arrival{From: model.DeskInfo{Desk: "x", Letter: "B", Name: "Ruang server lantai 2"}, MadeAt: f.now(), Events: 9000,
		Others: map[string]app.Count{"person": {New: 12}, "system": {Changed: 3}, "desk": {New: 1}}, Request: true,
		Gaps: []app.Gap{{Desk: "x", From: 120, To: 140}}, Forks: []app.Fork{{Desk: "x", N: 117}}, NewLetter: "D",
		Clocks: map[model.DeskID]app.Skew{"x": {Seconds: int64(3 * time.Hour / time.Second)}}, Disputes: []app.Dispute{{Kind: "incident", Field: "impact"}}}
	for n := range 1000 {
		arrival.NewIncidents = append(arrival.NewIncidents, model.NewTicket("CSIRT", 2026, "B", n+1))
	}
	f.showPreview(incoming{arrival: arrival})
	shoot("preview-large")
	f.showReport(arrival)
	shoot("report")
	f.askPassphrase(incoming{name: "x", passphrase: "K7QM"}, model.Refuse("refuse.bundle-passphrase"))
	shoot("passphrase")
	f.showRefused(incoming{name: "x"}, model.Refuse("refuse.bundle-stranger"))
	shoot("refused")
	f.Open(place.Route{Part: partDesks})
	desks := f.sections[2].section.(*desks)
	desks.askInvite()
	shoot("invite")
	desks.invite(app.Invite{Name: "Meja Kepala Bidang"}, 0)
	shoot("invited")
	other := desks.table.Rows()[1].DeskInfo
	desks.askCompare(other)
	shoot("compare")
	desks.askAmend(other)
	shoot("amend")
	desks.askRevoke(other)
	shoot("revoke")
}
