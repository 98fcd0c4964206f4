package look

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
)

// Tone is what a state means to the eye: a colour, a soft ground and an icon.
type Tone int

// The tones. Plain is ordinary text and has no icon.
const (
	Plain    Tone = iota
	Kept          // in time, done, signed
	Running       // under way, information
	Warning       // soon late, to be decided
	Breached      // late, failed, refused
	Paused        // the clock stands still
	Neutral       // not started, withdrawn, not applicable
	Muted         // secondary words, no icon
)

var toneNames = [...]fyne.ThemeColorName{"", "kept", "running", "warn", "breached", "paused", "neutral", ColorMuted}

// Color returns the name of the tone's ink.
func (t Tone) Color() fyne.ThemeColorName {
	if t == Plain {
		return theme.ColorNameForeground
	}
	return toneNames[t]
}

// Soft returns the name of the tone's pale ground.
func (t Tone) Soft() fyne.ThemeColorName {
	if t == Plain || t == Muted {
		return ColorPanel
	}
	return toneNames[t] + "Soft"
}

// Icon returns the tone's icon in the tone's ink, nil for Plain and Muted.
func (t Tone) Icon() fyne.Resource {
	if icon := toneIcons[t]; icon != nil {
		return Tinted(icon, t.Color())
	}
	return nil
}

// Tinted returns the icon drawn in the named colour of the current look.
func Tinted(icon fyne.Resource, ink fyne.ThemeColorName) fyne.Resource {
	return theme.NewColoredResource(icon, ink)
}

var toneIcons = map[Tone]fyne.Resource{
	Kept:     IconKept,
	Running:  IconRunning,
	Warning:  IconWarning,
	Breached: IconBreached,
	Paused:   IconPaused,
	Neutral:  IconNeutral,
}
