package ui

import (
	"fmt"
	"io"
	"os"
	"path/filepath"

	"siaga/app"
	"siaga/locales"
	"siaga/model"
	"siaga/reports/paper"
)

// printer is a document that lays itself out in a language.
type printer interface {
	Sheets(*locales.Book) (*paper.Sheets, error)
}

// tourOffice is the demonstration office with an address that is marked as an
// example.
func tourOffice() model.Office {
	o := model.NewOffice()
	o.Letterhead = []string{"Jalan Contoh Nomor 1, Kota Bekasi 17000", "Telepon 021-0000000, Pos-el csirt@bekasikota.example"}
	return o
}

// papers writes every document in both languages.
func (t *tour) papers() error {
	d := t.window.desk
	zone, zoneName := d.Zone()
	period, err := model.ParsePeriod("2026-09", zone)
	if err != nil {
		return err
	}
	periodic, err := d.Periodic(period, model.PaperNumber{})
	if err != nil {
		return err
	}
	documents := map[string]printer{"laporan-bulanan_2026-09": periodic}
	for _, r := range d.Incidents() {
		ref := app.IncidentRef(r.ID)
		switch {
		case r.Outcome == model.Closed && documents["laporan-penyelesaian"] == nil && len(r.Pauses) > 0:
			if documents["laporan-penyelesaian"], err = d.Resolution(ref); err != nil {
				return err
			}
		case r.Outcome == model.NotIncident && documents["jawaban-bukan-insiden"] == nil:
			if documents["jawaban-bukan-insiden"], err = d.Answer(ref); err != nil {
				return err
			}
		}
		if r.Announced && r.Outcome == model.Closed && r.TLP != model.TLPRed && documents["pengumuman"] == nil {
			if documents["pengumuman"], err = d.Announcement(ref); err != nil {
				return err
			}
		}
	}
	for _, lang := range locales.Langs() {
		book := locales.Open(lang).In(zone, zoneName)
		for name, document := range documents {
			if err := t.print(fmt.Sprintf("%s_%s.pdf", name, lang), document, book); err != nil {
				return fmt.Errorf("%s: %w", name, err)
			}
		}
		if err := t.sheet(fmt.Sprintf("laporan-bulanan_2026-09_%s.xlsx", lang), func(w io.Writer) error {
			return periodic.XLSX(w, book, t.window.program.Files.Spill)
		}); err != nil {
			return err
		}
	}
	return t.register(locales.Open(locales.ID).In(zone, zoneName))
}

func (t *tour) register(book *locales.Book) error {
	register, err := t.window.desk.Register(0, 0)
	if err != nil {
		return err
	}
	return t.sheet("register-insiden.xlsx", func(w io.Writer) error {
		return register.XLSX(w, book, t.window.program.Files.Spill)
	})
}

func (t *tour) print(name string, document printer, book *locales.Book) error {
	sheets, err := document.Sheets(book)
	if err != nil {
		return err
	}
	file, err := sheets.PDF()
	if err != nil {
		return err
	}
	t.taken++
	return os.WriteFile(filepath.Join(t.plan.Out, name), file, 0o644)
}

func (t *tour) sheet(name string, write func(io.Writer) error) error {
	if err := os.MkdirAll(t.window.program.Files.Spill, 0o700); err != nil {
		return err
	}
	file, err := os.Create(filepath.Join(t.plan.Out, name))
	if err != nil {
		return err
	}
	t.taken++
	if err := write(file); err != nil {
		return err
	}
	return file.Close()
}
