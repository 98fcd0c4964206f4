package sheet

import (
	"bytes"
	"errors"
	"fmt"
	"image"
	_ "image/jpeg" // a crest may be a photograph's format
	_ "image/png"

	"golang.org/x/image/draw"
)

const (
	maxImageBytes = 8 << 20
	maxImageSide  = 6000
	keptImageSide = 640 // 600 dpi for a crest of 2.5 cm
)

// Image is a decoded picture of bounded size, eight bits per channel.
type Image struct{ Pixels *image.NRGBA }

// ReadImage decodes a PNG or JPEG that a person supplied and scales it down
// to what print needs. It refuses files over 8 MB or 6000 pixels a side
// before decoding them.
func ReadImage(data []byte) (*Image, error) {
	if len(data) > maxImageBytes {
		return nil, errors.New("sheet: image file over 8 MB")
	}
	head, _, err := image.DecodeConfig(bytes.NewReader(data))
	if err != nil {
		return nil, fmt.Errorf("sheet: image header: %w", err)
	}
	if head.Width < 1 || head.Height < 1 || max(head.Width, head.Height) > maxImageSide {
		return nil, fmt.Errorf("sheet: image of %d x %d pixels", head.Width, head.Height)
	}
	decoded, _, err := image.Decode(bytes.NewReader(data))
	if err != nil {
		return nil, fmt.Errorf("sheet: image: %w", err)
	}
	return &Image{Pixels: scaled(decoded)}, nil
}

func scaled(from image.Image) *image.NRGBA {
	width, height := from.Bounds().Dx(), from.Bounds().Dy()
	if side := max(width, height); side > keptImageSide {
		width, height = max(1, width*keptImageSide/side), max(1, height*keptImageSide/side)
	}
	to := image.NewNRGBA(image.Rect(0, 0, width, height))
	draw.CatmullRom.Scale(to, to.Bounds(), from, from.Bounds(), draw.Src, nil)
	return to
}

// Ratio returns width divided by height.
func (i *Image) Ratio() float64 {
	size := i.Pixels.Bounds()
	return float64(size.Dx()) / float64(size.Dy())
}
