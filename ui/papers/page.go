// Package papers is the place "Surat & laporan": what can be made at the left,
// its pages or figures at the right, and from there into a file.
//
// A choice of the left side becomes a request, a request a document, and the
// document is what is shown and saved; the numbers come from the desk, so that
// window, PDF and workbook carry the same.
package papers

import (
	"strings"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"

	"siaga/model"
	"siaga/ui/look"
	"siaga/ui/place"
	"siaga/ui/widgets"
)

// Page is the place.
type Page struct {
	around  place.Around
	desk    Desk
	zone    *time.Location
	kind    kind
	doc     document
	counts  counts // of a periodic report, on the screen
	latest  widgets.Latest
	lacking bool // a sentence says what the paper lacks

	page     *widgets.Page
	list     *widgets.Table[entry]
	pdf      *widgets.Button
	xlsx     *widgets.Button
	choices  *fyne.Container // of the kind, below the list
	stage    *fyne.Container // the right side
	period   *periodChoice
	register *registerChoice
	incident *incidentChoice
	custody  *custodyChoice
	erasure  *erasureChoice
	letter   *letterForm
	language *oneOf
	face     *oneOf // pages or figures of a periodic report
	narrow   *narrow
	recounts widgets.Latest
	view     *widgets.PageView
	lines    *widgets.Table[*model.Row] // of a register
}

// New returns the place, which first shows last month's report.
func New(around place.Around, desk Desk) *Page {
	p := &Page{around: around, desk: desk, kind: periodic, choices: container.NewStack(), stage: container.NewStack()}
	p.zone, _ = desk.Zone()
	p.period = newPeriodChoice(p)
	p.register = newRegisterChoice(p)
	p.incident = newIncidentChoice(p)
	p.custody = newCustodyChoice(p)
	p.erasure = newErasureChoice(p)
	p.letter = newLetterForm(p)
	p.language = newOneOf(p.load, p.languages()...)
	p.face = newOneOf(p.draw, widgets.Chip{Key: facePages, Word: around.T("papers.face.pages"), Icon: look.IconPapers, Count: -1},
		widgets.Chip{Key: faceFigures, Word: around.T("papers.face.figures"), Icon: look.IconColumns, Count: -1})
	p.narrow = newNarrow(p)
	p.view = p.newView()
	p.lines = p.newLines()
	p.list = p.newList()
	p.pdf = widgets.NewPrimary(around.T("papers.save.pdf"), look.IconSave, func() { p.save(asPDF) })
	p.xlsx = widgets.NewButton(around.T("papers.save.xlsx"), look.IconExport, func() { p.save(asXLSX) })
	left := widgets.NewWidth(leftWidth, widgets.NewPanel(widgets.Over(widgets.NewHeight(listHeight(), p.list), widgets.Scrolled(p.choices))))
	body := container.New(layout.NewBorderLayout(nil, nil, left, nil), left,
		container.New(layout.NewCustomPaddedLayout(0, 0, 12, 0), p.stage))
	p.page = widgets.NewPage(around.T("papers.title"), around.T("papers.subtitle"), []fyne.CanvasObject{p.xlsx, p.pdf}, body)
	return p
}

const leftWidth = 330

// shownKinds is how many kinds stand in the list without scrolling.
const shownKinds = 9

// listHeight is the height of the list with its header, at the chosen size of
// text.
func listHeight() float32 { return float32(shownKinds+1) * (theme.TextSize() + 18.5) }

// Content is the page.
func (p *Page) Content() fyne.CanvasObject { return p.page }

// newList lists the kinds of papers.
func (p *Page) newList() *widgets.Table[entry] {
	list := widgets.NewTable(func(e entry) string { return string(e.kind) },
		widgets.Column[entry]{ID: "kind", Title: p.around.T("papers.list"), Width: 200, Stretch: 1,
			Text: func(e entry) string { return p.around.Book.Word(e.kind) }})
	list.Single = true
	list.SetRows(entries)
	list.OnSelect = func(chosen []entry) {
		if len(chosen) == 1 && chosen[0].kind != p.kind {
			p.choose(chosen[0].kind)
		}
	}
	return list
}

// Open shows a paper: Part is its kind or a period such as "2026-10", Subject
// the incident it is about. Behind the kind may stand the row of the evidence or
// of the handover: "custody-form/a.12".
func (p *Page) Open(r place.Route) {
	part, row, _ := strings.Cut(r.Part, "/")
	k := kind(part)
	if row != "" {
		p.custody.wanted[k] = row
	}
	if period, err := model.ParsePeriod(r.Part, p.zone); err == nil {
		k = periodic
		p.period.set(period)
	}
	if r.Subject != "" && k == erasure {
		p.erasure.wanted = r.Subject
	} else if r.Subject != "" {
		p.incident.set(r.Subject)
		if k == "" {
			k = resolution
		}
	}
	if _, known := entryOf(k); !known {
		k = p.kind
	}
	p.choose(k)
}

// Route is the paper that is shown.
func (p *Page) Route() place.Route {
	r := place.Route{Place: place.Papers, Part: string(p.kind)}
	switch p.kind {
	case periodic:
		r.Part = p.period.at.String()
	case erasure:
		r.Subject = p.erasure.chosen()
	case register:
	default:
		r.Subject = p.incident.chosen()
	}
	if row := p.custody.chosen(); p.kind.aboutEvidence() && row != (model.Mark{}) {
		r.Part += "/" + row.String()
	}
	return r
}

// choose shows the choices of a kind and makes its paper.
func (p *Page) choose(k kind) {
	p.kind = k
	p.list.Select(string(k))
	p.page.Say(look.Plain, "")
	p.choices.Objects = []fyne.CanvasObject{p.choicesOf(k)}
	p.choices.Refresh()
	p.load()
}

func (p *Page) choicesOf(k kind) fyne.CanvasObject {
	language := widgets.NewForm(widgets.NewField("language", p.around.T("papers.language"), p.language.Chips).Hint(p.around.T("papers.language.hint")))
	switch k {
	case periodic:
		return widgets.Stacked(p.period.content, language, p.letter.content(k))
	case register:
		return widgets.Stacked(p.register.content, language)
	case erasure:
		p.erasure.offer()
		return widgets.Stacked(p.erasure.content, language, p.letter.content(k))
	}
	p.incident.offer(k)
	parts := []fyne.CanvasObject{p.incident.content}
	if k.aboutEvidence() {
		parts = append(parts, p.custody.content(k))
	}
	parts = append(parts, language)
	if k != custodyForm {
		parts = append(parts, p.letter.content(k))
	}
	return widgets.Stacked(parts...)
}

// Reload makes the paper anew, with what has changed at the desk.
func (p *Page) Reload() {
	if e, _ := entryOf(p.kind); e.suits != nil {
		p.incident.offer(p.kind)
	}
	if p.kind == erasure {
		p.erasure.offer()
	}
	p.load()
}

// Tick has nothing to do: a paper tells the time at which it was made.
func (p *Page) Tick(time.Time) {}

// ShowPaper puts the keyboard on the button that saves what is shown (Ctrl+P).
func (p *Page) ShowPaper() {
	button := p.pdf
	if p.pdf.Disabled() {
		button = p.xlsx
	}
	p.around.Canvas().Focus(button)
}
