package cli

import (
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"time"

	"siaga/app"
	"siaga/locales"
	"siaga/model"
	"siaga/reports/paper"
)

// letter is a paper about one incident, which lays itself out in a language.
type letter interface {
	Sheets(*locales.Book) (*paper.Sheets, error)
}

func reportResolution(c *call) error {
	return c.print(func(d *app.Desk, ref app.IncidentRef) (letter, error) { return d.Resolution(ref) })
}

func reportAnswer(c *call) error {
	return c.print(func(d *app.Desk, ref app.IncidentRef) (letter, error) { return d.Answer(ref) })
}

func reportAnnouncement(c *call) error {
	return c.print(func(d *app.Desk, ref app.IncidentRef) (letter, error) { return d.Announcement(ref) })
}

// print writes a paper about one incident to --pdf.
func (c *call) print(of func(*app.Desk, app.IncidentRef) (letter, error)) error {
	if c.options["pdf"] == "" {
		return wrongly("usage.output", "Options", "--pdf")
	}
	return c.withDesk(func(d *app.Desk) error {
		l, err := of(d, app.IncidentRef(c.args[0]))
		if err != nil {
			return err
		}
		return c.savePDF(l)
	})
}

func (c *call) savePDF(l letter) error {
	book, err := c.paperBook()
	if err != nil {
		return err
	}
	sheets, err := l.Sheets(book)
	if err != nil {
		return err
	}
	file, err := sheets.PDF()
	if err != nil {
		return err
	}
	return c.save(c.options["pdf"], "pdf", func(w io.Writer) error {
		_, err := w.Write(file)
		return err
	})
}

// reportRegister writes the incident register to --xlsx.
func reportRegister(c *call) error {
	if c.options["xlsx"] == "" {
		return wrongly("usage.output", "Options", "--xlsx")
	}
	return c.withDesk(func(d *app.Desk) error {
		book, err := c.paperBook()
		if err != nil {
			return err
		}
		from, to, err := c.days(d)
		if err != nil {
			return err
		}
		register, err := d.Register(from, to)
		if err != nil {
			return err
		}
		return c.save(c.options["xlsx"], "xlsx", func(w io.Writer) error { return register.XLSX(w, book, c.spill()) })
	})
}

// paperBook is the language of papers: --paper-lang, else that of the messages.
func (c *call) paperBook() (*locales.Book, error) {
	if !c.has("paper-lang") {
		return c.book, nil
	}
	lang := locales.Lang(c.options["paper-lang"])
	if !slices.Contains(locales.Langs(), lang) {
		return nil, wrongly("usage.lang", "Value", string(lang))
	}
	return c.book.For(lang), nil
}

// day is the beginning of the day that an option names.
func (c *call) day(name string, zone *time.Location) (model.Instant, error) {
	if !c.has(name) {
		return 0, nil
	}
	t, err := time.ParseInLocation(time.DateOnly, c.options[name], zone)
	if err != nil {
		return 0, wrongly("usage.date", "Value", c.options[name])
	}
	return model.At(t), nil
}

// spill is where a large workbook is put together: in the desk's own folder,
// not where others look.
func (c *call) spill() string { return filepath.Join(c.folder, "spill") }

// save writes a file of a kind whole or not at all, and says so.
func (c *call) save(path, kind string, write func(io.Writer) error) error {
	if err := c.mayReplace(path, replacedBy[kind]); err != nil {
		return err
	}
	part, err := os.CreateTemp(filepath.Dir(path), ".siaga-*")
	if err != nil {
		return model.Refuse("refuse.file", "Path", path)
	}
	defer os.Remove(part.Name())
	if err := write(part); err != nil {
		part.Close()
		return err
	}
	if part.Close() != nil || os.Rename(part.Name(), path) != nil {
		return model.Refuse("refuse.file", "Path", path)
	}
	fmt.Fprintln(c.Stderr, c.book.T("report.written", "Path", path)) // stdout may carry the figures
	return nil
}
