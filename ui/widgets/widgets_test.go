package widgets

import (
	"flag"
	"image/png"
	"os"
	"path/filepath"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/test"

	"siaga/ui/look"
)

var pictures = flag.String("pictures", "", "folder for a picture of each widget in light and dark")

// window shows an object in a test window of a size, in the light look.
func window(t *testing.T, content fyne.CanvasObject, width, height float32) fyne.Window {
	t.Helper()
	test.NewTempApp(t).Settings().SetTheme(look.New(look.Choice{}))
	w := test.NewTempWindow(t, content)
	w.SetPadded(false)
	w.Resize(fyne.NewSize(width, height))
	return w
}

// photograph writes the window in light, dark and strong contrast when pictures are asked for.
func photograph(t *testing.T, w fyne.Window, name string) {
	t.Helper()
	if *pictures == "" {
		return
	}
	for suffix, choice := range map[string]look.Choice{
		"light": {}, "dark": {Dark: true}, "contrast": {Contrast: true}, "large": {Scale: 1.4},
	} {
		fyne.CurrentApp().Settings().SetTheme(look.New(choice))
		w.Content().Refresh()
		f, err := os.Create(filepath.Join(*pictures, name+"-"+suffix+".png"))
		if err != nil {
			t.Fatal(err)
		}
		if err := png.Encode(f, w.Canvas().Capture()); err != nil {
			t.Fatal(err)
		}
		f.Close()
	}
	fyne.CurrentApp().Settings().SetTheme(look.New(look.Choice{}))
}

func press(on fyne.Focusable, keys ...fyne.KeyName) {
	for _, key := range keys {
		on.TypedKey(&fyne.KeyEvent{Name: key})
	}
}

// texts returns every word that an object shows; what is hidden does not count.
func texts(o fyne.CanvasObject) (all []string) {
	if !o.Visible() {
		return nil
	}
	switch o := o.(type) {
	case *canvas.Text:
		return []string{o.Text}
	case fyne.Widget:
		for _, child := range test.WidgetRenderer(o).Objects() {
			all = append(all, texts(child)...)
		}
	case *fyne.Container:
		for _, child := range o.Objects {
			all = append(all, texts(child)...)
		}
	}
	return all
}
