package incidents

import (
	"slices"
	"strings"

	"fyne.io/fyne/v2"

	"siaga/app/settings"
	"siaga/model"
	"siaga/ui/look"
	"siaga/ui/widgets"
)

// remembered names this table and its views in the settings.
const remembered = "incidents"

// viewMenu offers the saved views, and to save or forget one.
func (l *list) viewMenu() *fyne.Menu {
	menu := fyne.NewMenu("")
	forget := fyne.NewMenuItem(l.T("incidents.view.forget"), nil)
	forget.ChildMenu = fyne.NewMenu("")
	for _, v := range l.views() {
		menu.Items = append(menu.Items, fyne.NewMenuItem(v.Name, func() { l.showView(v) }))
		forget.ChildMenu.Items = append(forget.ChildMenu.Items, fyne.NewMenuItem(v.Name, func() { l.keepViews(v.Name) }))
	}
	if len(menu.Items) > 0 {
		menu.Items = append(menu.Items, fyne.NewMenuItemSeparator())
	}
	menu.Items = append(menu.Items, fyne.NewMenuItem(l.T("incidents.view.save"), l.askView))
	if len(forget.ChildMenu.Items) > 0 {
		menu.Items = append(menu.Items, forget)
	}
	return menu
}

// views are the saved views; the nameless one only remembers how the list was sorted.
func (l *list) views() []settings.View {
	return slices.DeleteFunc(l.Settings.Choices().Views[remembered], func(v settings.View) bool { return v.Name == "" })
}

func (l *list) showView(v settings.View) {
	w := wishOf(v.Filter)
	w.Tag = l.tagsOf(v.Filter["tag"])
	l.want(w)
	if id, descending := sortOf(v.Sort); id != "" {
		l.table.Sort(id, descending)
	}
}

func (l *list) askView() {
	name := widgets.NewEntry("")
	l.ask(question{
		title: l.T("incidents.view.save"), primary: l.T("common.save"),
		fields: []*widgets.Field{widgets.NewField("name", l.T("common.name"), name).Required().Hint(l.T("incidents.view.hint"))},
		done:   l.T("incidents.view.saved"),
		do: func() error {
			called := strings.TrimSpace(name.Text)
			if called == "" {
				return model.RefuseAt("name", "refuse.required")
			}
			layout := l.table.Layout()
			return l.keepViews(called, settings.View{Name: called, Filter: l.wish.codes(), Sort: sortCode(layout.Sort, layout.Descending)})
		},
	})
}

// keepViews puts views in place of the one of that name, or of none.
func (l *list) keepViews(name string, views ...settings.View) error {
	err := l.Settings.Change(func(c *settings.Choices) {
		rest := slices.DeleteFunc(c.Views[remembered], func(v settings.View) bool { return v.Name == name })
		c.Views[remembered] = append(rest, views...)
	})
	if err != nil {
		l.Fail(err)
	}
	return err
}

// rememberedLayout is how the table was left.
func (l *list) rememberedLayout() widgets.TableLayout {
	choices := l.Settings.Choices()
	layout := widgets.TableLayout{Widths: map[string]float32{}, Hidden: map[string]bool{}}
	for _, c := range choices.Tables[remembered].Columns {
		layout.Hidden[c.Name] = c.Hidden
		if c.Width > 0 {
			layout.Widths[c.Name] = c.Width
		}
	}
	for _, v := range choices.Views[remembered] {
		if v.Name == "" {
			layout.Sort, layout.Descending = sortOf(v.Sort)
		}
	}
	return layout
}

func (l *list) rememberLayout(layout widgets.TableLayout) {
	var columns []settings.Column
	for _, c := range l.columns() {
		hidden, changed := layout.Hidden[c.ID]
		if width := layout.Widths[c.ID]; changed || width > 0 {
			if !changed {
				hidden = c.Hidden
			}
			columns = append(columns, settings.Column{Name: c.ID, Width: width, Hidden: hidden})
		}
	}
	if err := l.Settings.Change(func(c *settings.Choices) { c.Tables[remembered] = settings.Table{Columns: columns} }); err != nil {
		l.Tell(look.Warning, l.Book.Refusal(err), nil)
		return
	}
	_ = l.keepViews("", settings.View{Sort: sortCode(layout.Sort, layout.Descending)}) // it has told by itself
}

// sortCode writes a sort as a view does: the column, with a minus when descending.
func sortCode(column string, descending bool) string {
	if descending {
		return "-" + column
	}
	return column
}

func sortOf(code string) (column string, descending bool) {
	column, descending = strings.CutPrefix(code, "-")
	return column, descending
}
