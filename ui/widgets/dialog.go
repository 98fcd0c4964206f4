package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"siaga/ui/look"
)

// Dialog asks for something over the window: Esc closes, Enter confirms, Ctrl+Enter
// confirms from a long entry, the first field has the keyboard.
type Dialog struct {
	Title     string
	Content   fyne.CanvasObject // usually a *Form
	Primary   string            // word of the button that confirms
	Secondary string            // word of the button that closes
	Danger    bool              // the act cannot be undone
	Width     float32           // 520 points when zero
	OnPrimary func() bool       // true closes the dialog; false leaves it with its mistakes
	OnSecond  func()            // after the second button has closed it; Esc does not call it
	OnClose   func()            // after it has closed, however

	banner *Banner
	popup  *widget.PopUp
	canvas fyne.Canvas
	before func(*fyne.KeyEvent)
	focus  fyne.Focusable
	first  *Button // that has the keyboard when there is nothing to answer
}

// Show opens the dialog over a window.
func (d *Dialog) Show(c fyne.Canvas) {
	d.canvas, d.before, d.focus = c, c.OnTypedKey(), c.Focused()
	d.banner = NewBanner()
	width := min(max(d.Width, 520), c.Size().Width-40)
	d.Content.Resize(fyne.NewSize(width-40, 1)) // a form's height depends on its width
	body := inset(4, 4, d.Content)
	room := dialogRoom{body, fyne.NewSize(width-30, max(c.Size().Height-190, 120))}
	head := stack(8, NewHeading(d.Title, theme.SizeNameSubHeadingText), d.banner)
	all := stack(12, head, container.New(room, container.NewVScroll(body)), d.buttons())
	d.popup = widget.NewModalPopUp(inset(12, 12, all), c)
	d.popup.Show()
	d.fit() // what was wrapped by guess has its width now
	c.SetOnTypedKey(d.key)
	d.focusFirst()
}

// dialogRoom is as high as the content, up to what the window has.
type dialogRoom struct {
	content fyne.CanvasObject
	most    fyne.Size
}

func (r dialogRoom) MinSize([]fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(r.most.Width, min(r.content.MinSize().Height, r.most.Height))
}

func (r dialogRoom) Layout(objects []fyne.CanvasObject, size fyne.Size) { objects[0].Resize(size) }

// fit makes the dialog as high as its content has become.
func (d *Dialog) fit() {
	d.popup.Content.Refresh()
	d.popup.Resize(d.popup.MinSize())
}

func (d *Dialog) buttons() fyne.CanvasObject {
	primary := NewPrimary(d.Primary, nil, d.Confirm)
	if d.Danger {
		primary = NewDanger(d.Primary, nil, d.Confirm)
	}
	line := container.NewHBox()
	if d.Secondary != "" {
		line.Add(NewButton(d.Secondary, nil, d.decline))
	}
	if d.Primary != "" {
		line.Add(primary)
		d.first = primary
	}
	return container.NewBorder(nil, nil, nil, line)
}

func (d *Dialog) focusFirst() {
	if form, ok := d.Content.(*Form); ok {
		form.OnSubmit = d.Confirm
		form.FocusFirst()
		return
	}
	if target := focusable(d.Content); target != nil {
		d.canvas.Focus(target)
		return
	}
	if d.first != nil {
		d.canvas.Focus(d.first)
		return
	}
	d.canvas.FocusNext()
}

func (d *Dialog) key(key *fyne.KeyEvent) {
	switch key.Name {
	case fyne.KeyEscape:
		d.Hide()
	case fyne.KeyReturn, fyne.KeyEnter:
		d.Confirm()
	}
}

// Confirm is the primary button.
func (d *Dialog) Confirm() {
	d.SetError("")
	if d.OnPrimary == nil || d.OnPrimary() {
		d.Hide()
	}
}

func (d *Dialog) decline() {
	d.Hide()
	if d.OnSecond != nil {
		d.OnSecond()
	}
}

// SetError shows a mistake that belongs to no field; "" takes it away.
func (d *Dialog) SetError(sentence string) {
	d.banner.Say(look.Breached, sentence)
	d.fit()
}

// ShowErrors shows mistakes at the fields of a Form content and the others in the
// banner; it returns whether there were none, which is what OnPrimary wants.
func (d *Dialog) ShowErrors(mistakes map[string]string) bool {
	form, ok := d.Content.(*Form)
	if !ok {
		return len(mistakes) == 0
	}
	for _, sentence := range form.ShowErrors(mistakes) {
		d.SetError(sentence)
	}
	d.fit()
	return len(mistakes) == 0
}

// Hide closes the dialog and gives the keyboard back.
func (d *Dialog) Hide() {
	if !d.popup.Visible() {
		return
	}
	d.popup.Hide()
	d.canvas.SetOnTypedKey(d.before)
	if d.focus != nil {
		d.canvas.Focus(d.focus)
	}
	if d.OnClose != nil {
		d.OnClose()
	}
}

// Confirm asks before an act, with a reason where the record needs one.
type Confirm struct {
	Title     string
	Sentence  string // what will happen
	Reason    string // label of the reason entry; "" asks for none
	Missing   string // shown when the reason is empty
	Primary   string
	Secondary string
	Danger    bool
	OnConfirm func(reason string)
}

const reasonField = "reason"

// Show opens the question over a window and returns its dialog.
func (q Confirm) Show(c fyne.Canvas) *Dialog {
	reason := NewLongEntry("", 3)
	fields := []*Field{NewField("", "", NewProse(q.Sentence))}
	if q.Reason != "" {
		fields = append(fields, NewField(reasonField, q.Reason, reason).Required())
	}
	d := &Dialog{Title: q.Title, Content: NewForm(fields...), Primary: q.Primary, Secondary: q.Secondary, Danger: q.Danger}
	d.OnPrimary = func() bool {
		if q.Reason != "" && reason.Text == "" {
			return d.ShowErrors(map[string]string{reasonField: q.Missing})
		}
		q.OnConfirm(reason.Text)
		return true
	}
	d.Show(c)
	if q.Reason != "" {
		c.Focus(reason)
	}
	return d
}
