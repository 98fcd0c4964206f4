// Package assets is what the window and the papers show that is neither text
// nor number: line icons, the program's icon and the fonts. Everything is
// embedded, and every caller gets bytes of its own.
//
// The line icons are 24 by 24, of one colour, and drawn with filled outlines
// only: the window toolkit recolours fills to fit light and dark, but leaves
// strokes as they are. The coat of arms is not here; the office loads its own.
//
// To add an icon, put <name>.svg into icons/ and name it below.
package assets

import (
	"embed"
	"fmt"
	"slices"
)

// Icon is the name of a line icon.
type Icon string

// The places of the window, things to see, and things to do.
const (
	Today     Icon = "today"
	Incidents Icon = "incidents"
	Services  Icon = "services"
	People    Icon = "people"
	Systems   Icon = "systems"
	Meetings  Icon = "meetings"
	Papers    Icon = "papers"
	Exchange  Icon = "exchange"
	Settings  Icon = "settings"

	Clock   Icon = "clock"
	Pause   Icon = "pause"
	Warning Icon = "warning"
	Check   Icon = "check"
	Cross   Icon = "cross"
	Lock    Icon = "lock"
	Duty    Icon = "duty"
	Phone   Icon = "phone"
	Mail    Icon = "mail"
	Letter  Icon = "letter"
	Chat    Icon = "chat"
	History Icon = "history"
	Shield  Icon = "shield"
	User    Icon = "user"

	Search   Icon = "search"
	Filter   Icon = "filter"
	Tag      Icon = "tag"
	Add      Icon = "add"
	Download Icon = "download"
	Print    Icon = "print"
	Help     Icon = "help"
)

// Icons returns every line icon: the places in their order, then the rest.
func Icons() []Icon {
	return []Icon{
		Today, Incidents, Services, People, Systems, Meetings, Papers, Exchange, Settings,
		Clock, Pause, Warning, Check, Cross, Lock, Duty, Phone, Mail, Letter, Chat, History, Shield, User,
		Search, Filter, Tag, Add, Download, Print, Help,
	}
}

//go:embed icons/*.svg
var drawings embed.FS

// FileName returns the name of the drawing, such as "today.svg".
func (i Icon) FileName() string { return string(i) + ".svg" }

// SVG returns the drawing; an icon that is not one of Icons is a mistake in
// the program and panics.
func (i Icon) SVG() []byte {
	svg, err := drawings.ReadFile("icons/" + i.FileName())
	if err != nil {
		panic(fmt.Errorf("no icon %q: %w", i, err))
	}
	return svg
}

//go:embed Icon.svg
var appSVG []byte

//go:embed Icon.png
var appPNG []byte

// AppSVG returns the program's icon as a drawing, in its own colours.
func AppSVG() []byte { return slices.Clone(appSVG) }

// AppPNG returns the program's icon as a picture of 512 by 512 pixels.
func AppPNG() []byte { return slices.Clone(appPNG) }
