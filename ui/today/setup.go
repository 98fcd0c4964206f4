package today

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"siaga/ui/look"
	"siaga/ui/place"
	"siaga/ui/widgets"
)

// doneAt is where a piece of set-up that is missing is done, by the end of its key.
var doneAt = map[string]place.Route{
	"letterhead": {Place: place.Settings, Part: "letterhead"},
	"contact":    {Place: place.Settings, Part: "office"},
	"chair":      {Place: place.People, Part: "team"},
	"duty":       {Place: place.People, Part: "duty"},
	"agencies":   {Place: place.Systems, Part: "agencies"},
	"people":     {Place: place.People, Part: "people"},
	"holidays":   {Place: place.Settings, Part: "times"},
	"seasons":    {Place: place.Settings, Part: "times"},
}

func (p *Page) showSetUp() {
	p.setUp.Objects = nil
	column := container.NewVBox()
	for _, s := range p.desk.Missing() {
		column.Add(p.toDo(p.around.Book.Tell(s.Key, s.Args...), doneAt[strings.TrimPrefix(s.Key, "today.setup.")]))
	}
	if reminder := p.around.Book.STR(p.desk.STR()); reminder != "" {
		column.Add(p.toDo(reminder, place.Route{Place: place.Settings, Part: "letters"}))
	}
	if len(column.Objects) > 0 {
		p.setUp.Add(widgets.NewSection(p.around.T("today.setup"), nil, column))
	}
	p.setUp.Refresh()
}

// toDo is a line that says what is to be set up, and leads there.
func (p *Page) toDo(said string, where place.Route) fyne.CanvasObject {
	sentence := widgets.NewWords(said)
	sentence.Shorten = true
	open := widgets.NewButton(p.around.T("today.setup.do"), look.IconNext, func() { p.around.Go(where) })
	return container.NewBorder(nil, nil, widget.NewIcon(look.Warning.Icon()), open, sentence)
}
