package exchange

import (
	"slices"

	"siaga/app"
	"siaga/model"
	"siaga/ui/look"
	"siaga/ui/place"
	"siaga/ui/widgets"
)

// incoming is a file that came, on its way in.
type incoming struct {
	name       string // in the inbox
	passphrase string
	arrival    app.Arrival
}

// choose takes a file of this computer; the other pieces of a split one are
// taken from beside it.
func (p *Page) choose() {
	p.Choose.File(p.T("exchange.take.which"), func(path string) { p.Take([]string{path}) })
}

// Take receives files that were chosen or dropped on the window: one is looked
// at together at once, several wait in the list.
func (p *Page) Take(paths []string) {
	p.Open(place.Route{Part: partSend})
	groups := together(paths)
	if len(groups) == 1 {
		p.receive(groups[0], p.previewed)
		return
	}
	p.takeAll(groups)
}

// together puts the pieces of each split file together.
func together(paths []string) (groups [][]string) {
	var seen []string
	for _, path := range paths {
		if !slices.Contains(seen, path) {
			group := app.PiecesBeside(path)
			groups, seen = append(groups, group), append(seen, group...)
		}
	}
	return groups
}

// receive copies a file into the inbox and reads it to its end.
func (p *Page) receive(paths []string, show func(incoming, error)) {
	place.Long(p.Around, p.T("exchange.reading"), func(progress app.Progress) (in incoming, err error) {
		if in.name, err = p.desk.Receive(paths...); err == nil {
			in.arrival, err = p.desk.Preview(in.name, "", progress)
		}
		return in, err
	}, show)
}

// takeAll receives several files, to be looked at one by one.
func (p *Page) takeAll(groups [][]string) {
	type taken struct {
		count  int
		refuse error
	}
	widgets.Run(p.Doors, func() (t taken) {
		for _, group := range groups {
			if _, err := p.desk.Receive(group...); err != nil {
				t.refuse = err
				continue
			}
			t.count++
		}
		return t
	}, func(t taken) {
		if t.refuse != nil {
			p.Fail(t.refuse)
		}
		if t.count > 0 {
			p.Tell(look.Running, p.Book.N("exchange.took", t.count), nil)
		}
		p.Reload()
	})
}

// examine reads a file of the inbox and shows what it would bring.
func (p *Page) examine(in incoming) {
	place.Long(p.Around, p.T("exchange.reading"), func(progress app.Progress) (incoming, error) {
		arrival, err := p.desk.Preview(in.name, in.passphrase, progress)
		return incoming{in.name, in.passphrase, arrival}, err
	}, func(out incoming, err error) {
		out.name, out.passphrase = in.name, in.passphrase
		p.previewed(out, err)
	})
}

// previewed shows what a file would bring, asks for its passphrase, or says why
// it cannot be taken in.
func (p *Page) previewed(in incoming, err error) {
	p.Reload()
	switch key := refusal(err); {
	case err == nil:
		p.showPreview(in)
	case key == "refuse.bundle-passphrase-needed" || key == "refuse.bundle-passphrase":
		p.askPassphrase(in, err)
	case key == "refuse.stopped":
		p.Fail(err)
	default:
		p.showRefused(in, err)
	}
}

func refusal(err error) string {
	if r, ok := model.AsRefusal(err); ok {
		return r.Key
	}
	return ""
}

// askPassphrase asks for what was told by telephone.
func (p *Page) askPassphrase(in incoming, why error) {
	typed := widgets.NewEntry("K7QM-2XHR-…")
	typed.SetText(in.passphrase)
	form := widgets.NewForm(widgets.NewField("passphrase", p.T("field.passphrase"), typed).Required().Hint(p.T("exchange.passphrase.hint")))
	d := &widgets.Dialog{Title: p.T("exchange.passphrase"), Content: form, Primary: p.T("common.open"), Secondary: p.T("common.cancel")}
	d.OnPrimary = func() bool {
		in.passphrase = typed.Text
		d.OnClose = func() { p.examine(in) }
		return true
	}
	d.Show(p.Canvas())
	if refusal(why) == "refuse.bundle-passphrase" {
		d.ShowErrors(map[string]string{"passphrase": p.Book.Refusal(why)})
	}
}

// showRefused says why a file cannot be taken in; what was copied can go.
func (p *Page) showRefused(in incoming, why error) {
	d := &widgets.Dialog{Title: p.T("exchange.refused"), Primary: p.T("common.close"),
		Content: widgets.Stacked(widgets.NewProse(p.Book.Refusal(why)), widgets.NewProse(p.T("exchange.refused.nothing")))}
	if in.name != "" {
		d.Primary, d.Secondary = p.T("exchange.keep"), p.T("exchange.discard")
		d.OnSecond = func() { p.discard(in.name) }
	}
	d.Show(p.Canvas())
}
