package papers

import (
	"fyne.io/fyne/v2"

	"siaga/app"
	"siaga/locales"
	"siaga/ui/look"
	"siaga/ui/widgets"
)

// The faces of a periodic report.
const (
	facePages   = "pages"
	faceFigures = "figures"
)

// made is the answer to a request.
type made struct {
	doc document
	err error
}

// load makes the paper that is chosen and shows it.
func (p *Page) load() {
	r, ok := p.request()
	if !ok {
		return
	}
	wanted := p.latest.Ask()
	p.pdf.Disable()
	p.xlsx.Disable()
	widgets.Run(p.around.Doors, func() made {
		doc, err := r.document(p.desk)
		return made{doc, err}
	}, func(m made) {
		if wanted() {
			p.show(m)
		}
	})
}

// request reads the left side; it returns false while something there cannot
// be read.
func (p *Page) request() (r request, ok bool) {
	r = request{kind: p.kind, zone: p.zone, period: p.period.at, incident: app.IncidentRef(p.incident.chosen()), row: p.custody.chosen()}
	_, zoneName := p.desk.Zone()
	r.book = locales.Open(locales.Lang(p.language.key)).In(p.zone, zoneName)
	switch p.kind {
	case periodic:
		r.letter, _ = p.letter.typed()
	case erasure:
		r.letter, _ = p.letter.typed()
		r.erasure = p.erasure.chosen()
	case register:
		return r, p.register.read(&r)
	}
	return r, true
}

// show takes over what was made; the place in the same document is kept.
func (p *Page) show(m made) {
	same, page := m.doc.name == p.doc.name, p.view.Page()
	p.doc = m.doc
	p.sayMissing()
	if m.err != nil {
		p.stand(widgets.NewEmpty(look.IconPapers, p.around.Book.Refusal(m.err), nil))
		return
	}
	if p.doc.sheets != nil {
		p.pdf.Enable()
		pages := p.doc.sheets.Document()
		p.view.SetDocument(p.doc.sheets.Count(), fyne.NewSize(float32(pages.Width), float32(pages.Height)), p.doc.sheets.Picture)
	}
	if p.doc.workbook != nil {
		p.xlsx.Enable()
	}
	if p.doc.periodic != nil {
		p.narrow.offer(p.doc.periodic.Names)
		p.recount()
	} else {
		p.draw()
	}
	if same {
		p.view.GoTo(page)
	} else {
		p.view.FitWidth()
	}
}

// draw puts the document on the right side.
func (p *Page) draw() {
	switch {
	case p.doc.periodic != nil && p.face.key == faceFigures:
		p.stand(widgets.Over(widgets.Stacked(p.face.Chips, p.narrow.content), widgets.Scrolled(p.figures(*p.doc.periodic, p.counts))))
	case p.doc.periodic != nil:
		p.stand(widgets.Over(p.face.Chips, p.view))
	case p.kind == register:
		p.lines.SetRows(p.doc.rows)
		count := widgets.NewMuted(p.around.Book.N("papers.register.count", len(p.doc.rows)))
		p.stand(widgets.Over(count, p.lines))
	case p.doc.sheets != nil:
		p.stand(p.view)
	default:
		e, _ := entryOf(p.kind)
		p.stand(widgets.NewEmpty(e.icon, p.around.T("papers.none."+string(p.kind)), nil))
	}
}

func (p *Page) stand(content fyne.CanvasObject) {
	p.stage.Objects = []fyne.CanvasObject{content}
	p.stage.Refresh()
}

func (p *Page) newView() *widgets.PageView {
	return widgets.NewPageView(p.around.Doors, widgets.PageWords{
		Page:   func(n, of int) string { return p.around.T("papers.page", "Page", n, "Of", of) },
		Failed: func(error) string { return p.around.T("papers.page.failed") },
	})
}

// saved is where a document now lies.
type saved struct {
	path string
	err  error
}

// save writes what is shown into the person's folder and says where it is; it
// does nothing while a choice cannot be read, which is marked there.
func (p *Page) save(as ending) {
	if _, ok := p.request(); !ok {
		return
	}
	doc, files := p.doc, p.around.Files
	progress := widgets.NewProgress(p.around.T("papers.saving"), "")
	progress.Set(0, doc.name+string(as))
	progress.Show(p.around.Canvas())
	widgets.Run(p.around.Doors, func() saved {
		path, err := doc.save(as, files.Folder, files.Spill)
		return saved{path, err}
	}, func(s saved) {
		progress.Hide()
		if s.err != nil {
			p.page.Say(look.Breached, p.around.T("papers.save.failed", "Folder", files.Folder))
			return
		}
		p.told(s.path)
	})
}
