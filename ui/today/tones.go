package today

import (
	"siaga/app"
	"siaga/ui/look"
)

// tones are what each figure looks like when it is not zero.
var tones = map[app.Tally]look.Tone{
	app.TallyLate: look.Breached, app.TallySoon: look.Warning, app.TallyUnclassified: look.Warning,
	app.TallyPaused: look.Paused, app.TallyOpen: look.Running, app.TallyNew: look.Plain,
}
