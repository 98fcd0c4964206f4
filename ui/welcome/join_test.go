package welcome_test

import (
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
