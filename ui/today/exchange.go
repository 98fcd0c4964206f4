package today

import (
	"cmp"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"siaga/app"
	"siaga/ui/look"
	"siaga/ui/place"
	"siaga/ui/widgets"
)

// partsOfExchange are where a warning is dealt with, by the end of its key; all
// others are about sending and receiving.
var partsOfExchange = map[string]string{
	"fork": "decide", "clock": "decide", "backup": "backup", "backup-fault": "backup",
	"stranger": "desks", "uncompared": "desks", "expires": "desks",
}

// showExchange lists what is to be known about the exchange with other desks;
// where there is none, that is the backup at most.
func (p *Page) showExchange() {
	p.exchange.Objects = nil
	x, err := p.desk.Exchange()
	if err != nil {
		p.around.Fail(err)
		return
	}
	column := container.NewVBox()
	for _, w := range x.Warnings[:min(linesMore, len(x.Warnings))] {
		column.Add(p.warning(w))
	}
	if len(x.Warnings) > 0 {
		p.exchange.Add(widgets.NewSection(p.around.T("today.exchange"), nil, column))
	}
	p.exchange.Refresh()
}

// warning is one line, with the way to where something is done about it.
func (p *Page) warning(w app.Sentence) fyne.CanvasObject {
	part := cmp.Or(partsOfExchange[strings.TrimPrefix(w.Key, "exchange.warn.")], "send")
	sentence := widgets.NewWords(p.around.Book.Tell(w.Key, w.Args...))
	sentence.Shorten = true
	open := widgets.NewButton(p.around.T("common.open"), look.IconNext, func() {
		p.around.Go(place.Route{Place: place.Exchange, Part: part})
	})
	return container.NewBorder(nil, nil, widget.NewIcon(look.Warning.Icon()), open, sentence)
}
