package welcome_test

import (
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"siaga/app"
	"siaga/locales"
	"siaga/model"
	"siaga/ui/look"
	"siaga/ui/welcome"
)

// chosenFile answers every question for a file.
type chosenFile string

func (c chosenFile) File(_ string, then func(string))    { then(string(c)) }
func (c chosenFile) Folder(_ string, then func(string))  { then(string(c)) }
func (c chosenFile) Save(_, _ string, then func(string)) { then(string(c)) }

// founded is an office whose first desk is at work, with its recovery key.
func founded(t *testing.T) (f *front, recovery string) {
	f = newFront(t, locales.ID, look.Choice{})
	made, err := f.create(welcome.Chosen{Office: model.NewOffice(), Passphrase: "empat kata yang kuat", Person: "Rina Contoh"}, func(float64) bool { return true })
	if err != nil {
		t.Fatal(err)
	}
	return f, made.Recovery
}

// setUp answers the set-up of a desk that comes from a file.
func (f *front) setUp(way welcome.Way, file, code string) {
	f.t.Helper()
	f.around.Choose = chosenFile(file)
	f.show(welcome.NewSetup(f.around, f.create, f.open))
	f.ways(string(way))
	f.photograph("way-" + string(way)).tap("Lanjut").tap("Lanjut")
	if f.field("file").Error() == "" || f.field("code").Error() == "" {
		f.t.Error("goes on without a file")
	}
	f.tap("Pilih").write("code", "K7QM-2XHR").photograph("file-" + string(way)).tap("Lanjut")
	f.write("passphrase", "lima kata lain yang kuat").write("again", "lima kata lain yang kuat").tap("Siapkan meja")
	if f.desk != nil || f.field("code").Error() != "" || !strings.Contains(f.text(), "tidak cocok") && !strings.Contains(f.text(), "karakter") {
		f.t.Errorf("a wrong code says: %s", f.text())
	}
	f.photograph("refused-"+string(way)).write("code", code).tap("Lanjut").tap("Siapkan meja")
	if !strings.Contains(f.text(), "Kunci pemulihan") {
		f.t.Fatalf("no desk: %s", f.text())
	}
	f.tick().tap("Buka Siaga")
}

func TestAFurtherDeskJoinsByAnInvitation(t *testing.T) {
	first, _ := founded(t)
	file := filepath.Join(t.TempDir(), "undangan.siaga")
	invited, err := first.desk.Invite(file, app.Invite{Name: "Meja Koordinator"}, nil)
	if err != nil {
		t.Fatal(err)
	}
	f := newFront(t, locales.ID, look.Choice{})
	f.setUp(welcome.Join, file, strings.ToLower(invited.Passphrase))
	if !f.opened || f.desk.Me().Label() != "B (Meja Koordinator)" || len(f.desk.People()) == 0 {
		t.Errorf("it is %s", f.desk.Me().Label())
	}
}

// Of an invitation that was split for mail any piece may be chosen; a missing one
// is named.
func TestAFurtherDeskJoinsByAPieceOfAnInvitation(t *testing.T) {
	first, _ := founded(t)
	emblem := make([]byte, 200_000)
	rand.NewChaCha8([32]byte{}).Read(emblem) // does not shrink
	if _, err := first.desk.Do(app.Order{Command: app.AmendOffice{Emblem: &emblem}}); err != nil {
		t.Fatal(err)
	}
	file := filepath.Join(t.TempDir(), "undangan.siaga")
	invited, err := first.desk.Invite(file, app.Invite{Name: "Meja Koordinator"}, nil)
	if err != nil {
		t.Fatal(err)
	}
	pieces, err := app.SplitFile(file, 100_000)
	if err != nil || len(pieces) != 3 {
		t.Fatal(pieces, err)
	}
	away := filepath.Join(t.TempDir(), "lain")
	if err := os.Rename(pieces[2], away); err != nil {
		t.Fatal(err)
	}
	f := newFront(t, locales.ID, look.Choice{})
	f.around.Choose = chosenFile(pieces[1])
	f.show(welcome.NewSetup(f.around, f.create, f.open))
	f.ways(string(welcome.Join))
	f.tap("Lanjut").tap("Pilih").write("code", invited.Passphrase).tap("Lanjut")
	f.write("passphrase", "lima kata lain yang kuat").write("again", "lima kata lain yang kuat").tap("Siapkan meja")
	if !strings.Contains(f.text(), "Bagian 3 dari 3 bagian belum ada") {
		t.Errorf("a missing piece says: %s", f.text())
	}
	f.photograph("piece-missing")
	if err := os.Rename(away, pieces[2]); err != nil {
		t.Fatal(err)
	}
	f.tap("Lanjut").tap("Siapkan meja").tick().tap("Buka Siaga")
	if !f.opened || f.desk.Me().Label() != "B (Meja Koordinator)" {
		t.Error("it is not joined by one of its pieces")
	}
}

func TestALostDeskIsRestoredFromItsBackup(t *testing.T) {
	first, recovery := founded(t)
	file := filepath.Join(t.TempDir(), "cadangan.siaga")
	if _, err := first.desk.BackUp(file, nil); err != nil {
		t.Fatal(err)
	}
	f := newFront(t, locales.ID, look.Choice{})
	f.setUp(welcome.Restore, file, recovery)
	if !f.opened || f.desk.Me().Letter != "B" || f.desk.Me().Succeeds != first.desk.Me().Desk {
		t.Errorf("it is %+v", f.desk.Me())
	}
}
