package widgets

import (
	"fmt"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
)

// The keyboard is never out of sight: the page goes along with Tab, and to a
// mistake far above the button that was pressed.
func TestThePageGoesWhereTheKeyboardGoes(t *testing.T) {
	var fields []*Field
	for n := range 20 {
		fields = append(fields, NewField(fmt.Sprint(n), "Nama", NewEntry("")))
	}
	fields = append(fields, NewField("pick", "Kelas", NewPick("", []Choice{{Key: "a", Title: "A"}})))
	form, save := NewForm(fields...), NewPrimary("Simpan", nil, nil)
	scroll := Scrolled(Stacked(NewSection("Data", nil, form), container.NewHBox(save)))
	w := window(t, NewPage("Judul", "", nil, scroll), 400, 300)
	at := fyne.CurrentApp().Driver().AbsolutePositionForObject
	seen := func(field *Field) {
		t.Helper()
		if y := at(field).Y - at(scroll).Y; y < 0 || y+field.Size().Height > scroll.Size().Height {
			t.Errorf("field %s stands at %v of %v", field.ID, y, scroll.Size().Height)
		}
	}
	form.FocusFirst()
	for n, field := range fields {
		if w.Canvas().Focused() != focusable(field.Input) {
			t.Fatalf("the keyboard is not in field %d", n)
		}
		seen(field)
		w.Canvas().(interface{ FocusNext() }).FocusNext()
	}
	if w.Canvas().Focused() != save || scroll.Offset.Y < 900 {
		t.Errorf("the button has the keyboard out of sight, at %v", scroll.Offset.Y)
	}
	form.ShowErrors(map[string]string{"2": "Isi dahulu."})
	seen(fields[2])
}
