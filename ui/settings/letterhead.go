package settings

import (
	"image"
	"image/draw"
	"io"
	"strings"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/dialog"
	"fyne.io/fyne/v2/storage"

	"siaga/app"
	"siaga/model"
	"siaga/reports/paper"
	"siaga/ui/look"
	"siaga/ui/widgets"
)

// letterhead is the section of the kop: address lines, the city's arms, and
// how they look on paper.
type letterhead struct {
	page    *Page
	form    *lineForm
	emblem  []byte // chosen here or recorded
	picture *canvas.Image
	mistake *widgets.Banner
	latest  widgets.Latest
}

func (p *Page) letterheadSection() section {
	l := &letterhead{page: p, picture: &canvas.Image{FillMode: canvas.ImageFillContain}, mistake: widgets.NewBanner()}
	l.form = p.newLineForm(line{id: "letterhead", label: "settings.letterhead.address", tall: 4, hint: "settings.letterhead.hint",
		read:  func(o model.Office) string { return strings.Join(o.Letterhead, "\n") },
		write: func(o *app.AmendOffice, s string) { lines := listed(s); o.Letterhead = &lines }})
	if address, ok := l.form.inputs[0].object.(*widgets.Entry); ok {
		address.OnChanged = func(string) { l.draw() }
	}
	choose := widgets.NewButton(p.around.T("settings.emblem.choose"), look.IconImport, l.choose)
	remove := widgets.NewButton(p.around.T("settings.emblem.remove"), look.IconWithdraw, func() { l.record([]byte{}) })
	sheet := widgets.NewPanel(l.picture)
	sheet.Fill = look.ColorPaper
	content := widgets.Stacked(
		widgets.NewSection(p.around.T("settings.part.letterhead"), nil, widgets.Stacked(l.form, p.saveButton(l.form.Submit))),
		widgets.NewSection(p.around.T("field.emblem"), nil, widgets.Stacked(widgets.NewMuted(p.around.T("settings.emblem.hint")), widgets.NewFlow(choose, remove))),
		widgets.NewSection(p.around.T("common.preview"), nil, widgets.Stacked(l.mistake, widgets.NewHeight(previewHeight, sheet))))
	return section{"letterhead", widgets.Scrolled(content), l.show}
}

const (
	previewHeight = 190
	previewDPI    = 130
)

// kopArea is the part of an A4 page with the letterhead, in millimetres.
var kopArea = image.Rect(25, 14, 195, 64)

func (l *letterhead) show() {
	l.form.show()
	l.emblem = l.page.desk.Office().Emblem
	l.draw()
}

// draw shows the kop as it would be printed with what is typed.
func (l *letterhead) draw() {
	office, address := l.page.desk.Office(), listed(l.form.text("letterhead"))
	emblem := l.emblem
	wanted := l.latest.Ask()
	type drawn struct {
		picture image.Image
		err     error
	}
	widgets.Run(l.page.around.Doors, func() drawn {
		picture, err := picture(office, address, emblem)
		return drawn{picture, err}
	}, func(d drawn) {
		switch {
		case !wanted():
		case d.err != nil:
			l.mistake.Say(look.Breached, l.page.around.T("settings.emblem.unreadable"))
		default:
			l.mistake.Say(look.Plain, "")
			l.picture.Image = d.picture
			l.picture.Refresh()
		}
	})
}

// picture draws the upper part of a page with the letterhead.
func picture(office model.Office, address []string, emblem []byte) (image.Image, error) {
	doc := paper.New(paper.Setup{Title: office.OfficeName, Date: time.Unix(0, 0)})
	doc.Letterhead(paper.Kop{Government: strings.ToUpper(office.Government), Office: strings.ToUpper(office.OfficeName), Address: address, Emblem: emblem})
	sheets, err := doc.LayOut()
	if err != nil {
		return nil, err
	}
	page, err := sheets.Picture(0, previewDPI)
	if err != nil {
		return nil, err
	}
	dots := func(p image.Point) image.Point { return p.Mul(previewDPI * 10).Div(254) }
	area := image.Rectangle{Min: dots(kopArea.Min), Max: dots(kopArea.Max)}
	part := image.NewRGBA(area)
	draw.Draw(part, area, page, area.Min, draw.Src)
	return part, nil
}

// choose takes the picture of the arms from a file.
func (l *letterhead) choose() {
	d := dialog.NewFileOpen(func(file fyne.URIReadCloser, err error) {
		if err != nil {
			l.page.around.Fail(err)
		}
		if err != nil || file == nil {
			return
		}
		defer file.Close()
		l.take(file)
	}, l.page.around.Window)
	d.SetFilter(storage.NewExtensionFileFilter([]string{".png", ".jpg", ".jpeg"}))
	d.Resize(fyne.NewSize(900, 600))
	d.Show()
}

// mostEmblem is more than the desk takes, so that it is the desk that refuses.
const mostEmblem = 4 << 20

// take records a picture if it can be printed.
func (l *letterhead) take(file io.Reader) {
	emblem, err := io.ReadAll(io.LimitReader(file, mostEmblem))
	if err == nil {
		_, err = picture(l.page.desk.Office(), nil, emblem)
	}
	if err != nil {
		l.page.page.Say(look.Breached, l.page.around.T("settings.emblem.unreadable"))
		return
	}
	l.record(emblem)
}

func (l *letterhead) record(emblem []byte) {
	if l.page.amend(app.AmendOffice{Emblem: &emblem}, l.form.Form) {
		l.page.Reload()
	}
}
