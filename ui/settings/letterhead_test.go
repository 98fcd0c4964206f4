package settings

import (
	"bytes"
	"image"
	"image/png"
	"testing"

	"siaga/model"
)

func TestThePreviewShowsTheEmblemOrSaysThatItCannot(t *testing.T) {
	var arms bytes.Buffer
	if err := png.Encode(&arms, image.NewGray(image.Rect(0, 0, 40, 60))); err != nil {
		t.Fatal(err)
	}
	office, address := model.NewOffice(), []string{"Jalan Jenderal Ahmad Yani Nomor 1, Bekasi 17141"}
	plain, err := picture(office, address, nil)
	if err != nil {
		t.Fatal(err)
	}
	adorned, err := picture(office, address, arms.Bytes())
	if err != nil {
		t.Fatal(err)
	}
	if plain.Bounds() != adorned.Bounds() || plain.Bounds().Dx() < 3*plain.Bounds().Dy() {
		t.Errorf("the preview is %v, with the emblem %v", plain.Bounds(), adorned.Bounds())
	}
	if bytes.Equal(plain.(*image.RGBA).Pix, adorned.(*image.RGBA).Pix) {
		t.Error("the emblem is not drawn")
	}
	if _, err := picture(office, address, []byte("no picture")); err == nil {
		t.Error("a file that is no picture is taken")
	}
}
