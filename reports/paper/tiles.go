package paper

import "siaga/reports/paper/sheet"

// Tile is a figure with its name and how it changed.
type Tile struct {
	Name   string
	Value  string
	Change string // "3 lebih banyak daripada September"
	Sign   Sign   // beside the change: an arrow, or None
}

// Tiles is a row of figures.
type Tiles struct {
	Alt   string // what the figures say, in words
	Tiles []Tile
}

const (
	tilesPerRow = 4
	tileGap     = 2 * mm
	tileValue   = 20.0 // points
)

// Tiles adds figures in tiles, four to a row.
func (d *Doc) Tiles(tiles Tiles) {
	columns := min(tilesPerRow, max(1, len(tiles.Tiles)))
	width := (d.width - tileGap*float64(columns-1)) / float64(columns)
	d.figure("", tiles.Alt, func(c *canvas, y float64) float64 {
		for from := 0; from < len(tiles.Tiles); from += columns {
			row := tiles.Tiles[from:min(from+columns, len(tiles.Tiles))]
			height := 0.0
			for _, tile := range row {
				height = max(height, tile.height(width))
			}
			for i, tile := range row {
				tile.draw(c, sheet.Point{X: float64(i) * (width + tileGap), Y: y}, width, height)
			}
			y += height + tileGap
		}
		return y - tileGap
	})
}

const (
	tilePad    = 6.0 // points
	tileLetter = 8.5
)

// parts returns the settings of a tile's name and change in that width.
func (t Tile) parts(width float64) (name, change setting) {
	name = setting{size: tileLetter, width: width - 2*tilePad, color: ink}
	change = name
	if t.Sign != None {
		change.x, change.width = tileLetter+2, change.width-tileLetter-2
	}
	return name, change
}

func (t Tile) height(width float64) float64 {
	name, change := t.parts(width)
	lines := len(name.lines(Plain(t.Name))) + len(change.lines(Plain(t.Change)))
	return 2*tilePad + float64(lines)*tileLetter*1.2 + tileValue*1.25
}

func (t Tile) draw(c *canvas, at sheet.Point, width, height float64) {
	c.fill(at, width, height, zebraGround)
	c.fill(at, 2.5, height, lookOf(0).color)
	name, change := t.parts(width)
	name.x, change.x = name.x+at.X+tilePad, change.x+at.X+tilePad
	y := at.Y + tilePad
	y += c.paragraph(name, y, 1.2, Plain(t.Name))
	value := letters{face: sheet.Bold, size: tileValue, color: ink, width: width - 2*tilePad}
	c.write(sheet.Point{X: at.X + tilePad, Y: y + tileValue}, value, t.Value)
	y += tileValue * 1.25
	t.Sign.draw(c, sheet.Point{X: at.X + tilePad + tileLetter/2, Y: y + tileLetter*0.6}, tileLetter*0.85)
	c.paragraph(change, y, 1.2, Plain(t.Change))
}
