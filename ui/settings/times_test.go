package settings_test

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"siaga/app"
	"siaga/locales"
	"siaga/model"
	"siaga/ui/look"
	"siaga/ui/widgets"
)

// answers is a person who answers with a path when a page asks for a file.
type answers struct{ Path string }

func (a *answers) File(_ string, then func(string))    { then(a.Path) }
func (a *answers) Folder(_ string, then func(string))  { then(a.Path) }
func (a *answers) Save(_, _ string, then func(string)) { then(a.Path) }

// times opens the form of a new policy.
func (o *office) times() *office { return o.part("times").tap("Tetapkan ketentuan baru") }

func (o *office) inForce() model.Policy { return o.Office().PolicyAt(o.Now()) }

func TestNewTimesAreCheckedPreviewedAndTheDecreeComesBack(t *testing.T) {
	o := newOffice(t, locales.ID, look.Choice{}).times()
	o.write("strategis.response", "sebentar").tap("Lanjut ke pratinjau")
	if o.field("strategis.response").Error() == "" {
		t.Error("a time that is none has no mistake at its field")
	}
	o.write("strategis.response", "5 menit").write("rendah.resolution", "3 hari").write("basis", "receipt").write("letter", "555/Kep.9/2026").tap("Lanjut ke pratinjau")
	if len(o.Office().Policies) != 0 || !strings.Contains(o.text(), "Tidak ada yang dicatat") || !strings.Contains(o.text(), "0 kewajiban pelaporan akan dinilai berbeda") {
		t.Errorf("the preview settled something or is not shown: %s", o.text())
	}
	o.tap("Simpan")
	if p := o.inForce(); p.Targets[model.Strategis].Response != 300 || p.Targets[model.Rendah].Resolution != 3*86400 || p.Basis != model.FromReceipt {
		t.Errorf("the office promises %+v", p)
	}
	if text := o.text(); !strings.Contains(text, "555/Kep.9/2026") || !strings.Contains(text, "Lampau") {
		t.Errorf("the overview says %s", text)
	}
	o.tap("Tetapkan ketentuan baru").write("tinggi.response", "30 jam").tap("Lanjut ke pratinjau")
	if !strings.Contains(o.text(), "lebih lama") {
		t.Error("a response longer than the resolution is not refused in words")
	}
	o.tap("Pulihkan nilai keputusan").tap("Lanjut ke pratinjau").tap("Simpan")
	if p := o.inForce(); p.Targets[model.Strategis] != model.Decree().Targets[model.Strategis] || p.Basis != model.FromEscalation {
		t.Errorf("after the return the office promises %+v", p)
	}
}

func TestARouteLeadsToTheFormAndWhatIsBeingWrittenStays(t *testing.T) {
	o := newOffice(t, locales.ID, look.Choice{}).part("times.new").write("letter", "555/Kep.9/2026")
	o.part("office").part("times.new")
	if text := o.field("letter").Input.(*widgets.Entry).Text; text != "555/Kep.9/2026" || o.page.Route().Part != "times" {
		t.Errorf("the form has the letter %q, the route is %+v", text, o.page.Route())
	}
	if focused := o.window.Canvas().Focused(); focused == nil {
		t.Error("nothing has the keyboard")
	}
}

func TestOfficeHoursAndTheirHolidays(t *testing.T) {
	o := newOffice(t, locales.ID, look.Choice{}).times().write("calendar", "hours")
	if o.field("day.5").Input.(*widgets.Entry).Text != "07.30–11.30 dan 13.00–16.30" || len(o.holidays().Rows()) != 25 {
		t.Error("the working hours do not begin with those of the Perpres")
	}
	o.write("day.1", "pagi").tap("Lanjut ke pratinjau")
	if !strings.Contains(o.field("day.1").Error(), "pagi") {
		t.Errorf("Monday: %q", o.field("day.1").Error())
	}
	o.write("day.1", "08.00-12.00, 11.00-15.00").tap("Lanjut ke pratinjau")
	if !strings.Contains(o.field("day.1").Error(), "tumpang tindih") {
		t.Errorf("Monday: %q", o.field("day.1").Error())
	}
	o.write("day.1", "8.00-12.00, 13:00-15.30").write("warnings", "80, 50").tap("Lanjut ke pratinjau")
	if o.field("warnings").Error() == "" {
		t.Error("warnings that fall are taken")
	}
	o.write("warnings", "60; 90")
	o.answer.Path = filepath.Join(t.TempDir(), "libur.csv")
	for wrong, says := range map[string]string{"tanggal,nama,jenis\n2027-02-29,Kabisat,libur nasional\n": "Baris 2", "tanggal,nama\n": "Baris pertama", "PK\x03\x04": "buku kerja"} {
		o.file(wrong).tap("Impor berkas CSV")
		if !strings.Contains(o.field("holidays").Error(), says) || len(o.holidays().Rows()) != 25 {
			t.Errorf("%q is answered %q, %d holidays", wrong, o.field("holidays").Error(), len(o.holidays().Rows()))
		}
	}
	o.file("tanggal;nama;jenis;sampai\n2027-01-01;Tahun Baru 2027 Masehi;libur nasional\n2027-02-08;Ramadan 1448 H;ramadan;2027-03-09\n").tap("Impor berkas CSV")
	if len(o.holidays().Rows()) != 26 || o.field("holidays").Error() != "" {
		t.Errorf("%d holidays, %q", len(o.holidays().Rows()), o.field("holidays").Error())
	}
	o.tap("Simpan sebagai CSV")
	if text, err := os.ReadFile(o.answer.Path); err != nil || strings.Count(string(text), "\n") != 29 || !strings.Contains(string(text), "2027-02-08,Ramadan 1448 H,ramadan,2027-03-09") {
		t.Errorf("the template: %q, %v", text, err)
	}
	o.tap("Lanjut ke pratinjau")
	if text := o.text(); !strings.Contains(text, "Peringatan tidak dihitung ulang") || strings.Contains(text, "Kalender belum memuat") {
		t.Errorf("the preview says %s", text)
	}
	find(o, func(c *widgets.Chips) bool { return strings.Join(c.Active(), "") == "2026" }).OnChange([]string{"2025"})
	if text := o.text(); !strings.Contains(text, "Kalender belum memuat hari libur 2025") {
		t.Errorf("the preview of last year says %s", text)
	}
	o.tap("Simpan")
	p := o.inForce()
	if p.Calendar == nil || len(p.Calendar.Holidays) != 26 || len(p.Calendar.Seasons) != 2 || p.Calendar.Week[1][1].To != 15*60+30 || p.Calendar.Offset != 25200 || len(p.Warnings) != 2 || p.Legal != nil {
		t.Errorf("settled %+v", p)
	}
	o.tap("Tetapkan ketentuan baru").tap("Lanjut ke pratinjau")
	if !strings.Contains(o.text(), "Belum ada yang diubah") {
		t.Errorf("the same policy is settled once more: %s", o.text())
	}
}

// The shares that are warned about are percentages that rise.
func TestTheSharesOfWarningsAreRefusedAtTheirField(t *testing.T) {
	o := newOffice(t, locales.ID, look.Choice{}).times()
	for _, wrong := range []string{"separuh", "0, 50", "50, 50", "80, 50", "50, 100000"} {
		o.write("warnings", wrong).tap("Lanjut ke pratinjau")
		if o.field("warnings").Error() == "" || o.field("warnings").Input.(*widgets.Entry).Text != wrong {
			t.Errorf("%q is taken, or gone", wrong)
		}
	}
	o.write("warnings", "60 % 90%").tap("Lanjut ke pratinjau").tap("Simpan")
	if p := o.inForce(); !slices.Equal(p.Warnings, []int{60, 90}) {
		t.Errorf("warned at %v", p.Warnings)
	}
	o.tap("Tetapkan ketentuan baru").write("warnings", "").tap("Lanjut ke pratinjau").tap("Simpan")
	if p := o.inForce(); len(p.WarnAt()) > 0 {
		t.Errorf("without a share, warned at %v", p.WarnAt())
	}
}

func (o *office) holidays() *widgets.Table[model.Holiday] {
	return find(o, func(*widgets.Table[model.Holiday]) bool { return true })
}

func (o *office) file(text string) *office {
	o.t.Helper()
	if err := os.WriteFile(o.answer.Path, []byte(text), 0o600); err != nil {
		o.t.Fatal(err)
	}
	return o
}

func TestPicturesOfTimes(t *testing.T) {
	if *pictures == "" {
		return
	}
	for _, lang := range locales.Langs() {
		word := locales.Open(lang).T
		for name, choice := range map[string]look.Choice{"light": {}, "dark": {Dark: true}} {
			o := newOffice(t, lang, choice)
			name = string(lang) + "-" + name
			hours, receipt := o.OfficeHours(), model.FromReceipt
			for _, order := range []app.SettlePolicy{{Basis: &receipt, Letter: "555/Kep.9/2026"}, {From: "2027-01-01", Calendar: hours, Letter: "555/Kep.12/2026"}} {
				if _, err := o.Do(app.Order{Command: order}); err != nil {
					t.Fatal(err)
				}
			}
			done, err := o.Do(app.Order{Command: app.RegisterIncident{ReporterName: "Guru", Description: "Situs berubah tampilan", Title: "Situs berubah tampilan", Class: model.Strategis, Channel: "telepon",
				ReceivedAt: o.Now() - 5000}})
			if err == nil {
				_, err = o.Do(app.Order{At: o.Now() - 4000, Command: app.AnswerReporter{Incident: app.IncidentRef(done.ID)}})
			}
			if err != nil {
				t.Fatal(err)
			}
			o.part("times").photograph("times-" + name)
			o.tap(word("settings.times.new")).write("calendar", "hours").write("strategis.response", "20m").photograph("times-form-" + name)
			o.window.Resize(fyne.NewSize(1080, 2500))
			o.photograph("times-whole-" + name)
			o.tap(word("settings.times.preview"))
			o.window.Resize(fyne.NewSize(1080, 720))
			o.photograph("times-preview-" + name)
		}
	}
}
