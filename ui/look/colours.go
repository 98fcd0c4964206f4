package look

import (
	"image/color"
	"maps"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
)

// Names of our own colours, beside Fyne's.
const (
	ColorPanel      fyne.ThemeColorName = "panel"      // ground of cards and tables
	ColorBorder     fyne.ThemeColorName = "border"     // edge of a panel
	ColorZebra      fyne.ThemeColorName = "zebra"      // every second row
	ColorPageHeader fyne.ThemeColorName = "pageHeader" // band behind a page's title
	ColorSideBar    fyne.ThemeColorName = "sideBar"    // ground of the places
	ColorSideInk    fyne.ThemeColorName = "sideInk"    // words on the places
	ColorSideMark   fyne.ThemeColorName = "sideMark"   // ground of the current place
	ColorMuted      fyne.ThemeColorName = "muted"      // secondary words
	ColorPaper      fyne.ThemeColorName = "paper"      // a sheet of paper, white in every look
	ColorFocusEdge  fyne.ThemeColorName = "focusEdge"  // edge of what has the keyboard
)

// The four colours of the Traffic Light Protocol 2.0 and the black they stand on.
const (
	ColorTLPRed    fyne.ThemeColorName = "tlpRed"
	ColorTLPAmber  fyne.ThemeColorName = "tlpAmber"
	ColorTLPGreen  fyne.ThemeColorName = "tlpGreen"
	ColorTLPClear  fyne.ThemeColorName = "tlpClear"
	ColorTLPGround fyne.ThemeColorName = "tlpGround"
)

type palette map[fyne.ThemeColorName]color.NRGBA

func paletteOf(c Choice) palette {
	chosen := maps.Clone(light)
	switch {
	case c.Dark && c.Contrast:
		maps.Copy(chosen, dark)
		maps.Copy(chosen, darkContrast)
	case c.Dark:
		maps.Copy(chosen, dark)
	case c.Contrast:
		maps.Copy(chosen, lightContrast)
	}
	return chosen
}

func rgb(hex uint32) color.NRGBA {
	return color.NRGBA{R: uint8(hex >> 16), G: uint8(hex >> 8), B: uint8(hex), A: 0xff}
}

func veil(hex uint32, alpha uint8) color.NRGBA {
	c := rgb(hex)
	c.A = alpha
	return c
}

var light = palette{
	theme.ColorNameBackground:          rgb(0xF3F5F7),
	theme.ColorNameForeground:          rgb(0x15212B),
	theme.ColorNamePrimary:             rgb(0x0B5568),
	theme.ColorNameForegroundOnPrimary: rgb(0xFFFFFF),
	theme.ColorNameHyperlink:           rgb(0x0B5568),
	theme.ColorNameButton:              rgb(0xE3E9ED),
	theme.ColorNameDisabledButton:      rgb(0xE8EBEE),
	theme.ColorNameDisabled:            rgb(0x7A8793),
	theme.ColorNamePlaceHolder:         rgb(0x5D6B78),
	theme.ColorNameInputBackground:     rgb(0xFFFFFF),
	theme.ColorNameInputBorder:         rgb(0x8A97A3),
	theme.ColorNameHeaderBackground:    rgb(0xE3E9ED),
	theme.ColorNameMenuBackground:      rgb(0xFFFFFF),
	theme.ColorNameOverlayBackground:   rgb(0xFFFFFF),
	theme.ColorNameSeparator:           rgb(0xD3DAE0),
	theme.ColorNameSelection:           rgb(0xC9E3EA),
	theme.ColorNameFocus:               veil(0x0E7C97, 0x40), // Fyne lays it under words
	theme.ColorNameHover:               veil(0x0B5568, 0x14),
	theme.ColorNamePressed:             veil(0x0B5568, 0x30),
	theme.ColorNameShadow:              veil(0x0A1820, 0x55),
	theme.ColorNameScrollBar:           veil(0x33434F, 0xA0),
	theme.ColorNameError:               rgb(0xB3261E),
	theme.ColorNameForegroundOnError:   rgb(0xFFFFFF),
	theme.ColorNameSuccess:             rgb(0x19683A),
	theme.ColorNameForegroundOnSuccess: rgb(0xFFFFFF),
	theme.ColorNameWarning:             rgb(0x855000),
	theme.ColorNameForegroundOnWarning: rgb(0xFFFFFF),

	ColorPanel: rgb(0xFFFFFF), ColorBorder: rgb(0xCFD7DD), ColorZebra: rgb(0xF6F8FA),
	ColorPageHeader: rgb(0xFFFFFF), ColorMuted: rgb(0x52616E), ColorPaper: rgb(0xFFFFFF), ColorFocusEdge: rgb(0x0E7C97),
	ColorSideBar: rgb(0x0D2F3F), ColorSideInk: rgb(0xE6EFF3), ColorSideMark: rgb(0x1C4C60),
	ColorTLPRed: rgb(0xFF2B2B), ColorTLPAmber: rgb(0xFFC000), ColorTLPGreen: rgb(0x33FF00),
	ColorTLPClear: rgb(0xFFFFFF), ColorTLPGround: rgb(0x000000),

	Kept.Color(): rgb(0x19683A), Kept.Soft(): rgb(0xE2F2E8),
	Running.Color(): rgb(0x0B5A8A), Running.Soft(): rgb(0xE0EFF8),
	Warning.Color(): rgb(0x855000), Warning.Soft(): rgb(0xFFF1D6),
	Breached.Color(): rgb(0xB3261E), Breached.Soft(): rgb(0xFCE5E3),
	Paused.Color(): rgb(0x574787), Paused.Soft(): rgb(0xECE8F6),
	Neutral.Color(): rgb(0x4A5966), Neutral.Soft(): rgb(0xE7EBEF),
}

var dark = palette{
	theme.ColorNameBackground:          rgb(0x10171D),
	theme.ColorNameForeground:          rgb(0xE8EEF3),
	theme.ColorNamePrimary:             rgb(0x62BDD3),
	theme.ColorNameForegroundOnPrimary: rgb(0x06212B),
	theme.ColorNameHyperlink:           rgb(0x7CCDE0),
	theme.ColorNameButton:              rgb(0x2A3742),
	theme.ColorNameDisabledButton:      rgb(0x222D36),
	theme.ColorNameDisabled:            rgb(0x8493A0),
	theme.ColorNamePlaceHolder:         rgb(0x9BAAB7),
	theme.ColorNameInputBackground:     rgb(0x141D25),
	theme.ColorNameInputBorder:         rgb(0x6C7C8A),
	theme.ColorNameHeaderBackground:    rgb(0x25313B),
	theme.ColorNameMenuBackground:      rgb(0x202B35),
	theme.ColorNameOverlayBackground:   rgb(0x1C262F),
	theme.ColorNameSeparator:           rgb(0x33414D),
	theme.ColorNameSelection:           rgb(0x1B4250),
	theme.ColorNameFocus:               veil(0x62BDD3, 0x40),
	theme.ColorNameHover:               veil(0xFFFFFF, 0x14),
	theme.ColorNamePressed:             veil(0xFFFFFF, 0x30),
	theme.ColorNameShadow:              veil(0x000000, 0x99),
	theme.ColorNameScrollBar:           veil(0xC6D3DC, 0xA0),
	theme.ColorNameError:               rgb(0xFF8F86),
	theme.ColorNameForegroundOnError:   rgb(0x3A0A07),
	theme.ColorNameSuccess:             rgb(0x74D69E),
	theme.ColorNameForegroundOnSuccess: rgb(0x062612),
	theme.ColorNameWarning:             rgb(0xF3BE5B),
	theme.ColorNameForegroundOnWarning: rgb(0x2E1D00),

	ColorPanel: rgb(0x1A232B), ColorBorder: rgb(0x384753), ColorZebra: rgb(0x1E2832),
	ColorPageHeader: rgb(0x1A232B), ColorMuted: rgb(0xA4B3BF), ColorFocusEdge: rgb(0x62BDD3),
	ColorSideBar: rgb(0x0A1C26), ColorSideInk: rgb(0xDDE8EE), ColorSideMark: rgb(0x1D4252),

	Kept.Color(): rgb(0x74D69E), Kept.Soft(): rgb(0x163424),
	Running.Color(): rgb(0x80C8F3), Running.Soft(): rgb(0x14303F),
	Warning.Color(): rgb(0xF3BE5B), Warning.Soft(): rgb(0x3A2C10),
	Breached.Color(): rgb(0xFF8F86), Breached.Soft(): rgb(0x46191A),
	Paused.Color(): rgb(0xC0B1F2), Paused.Soft(): rgb(0x2C2646),
	Neutral.Color(): rgb(0xB0BDC9), Neutral.Soft(): rgb(0x28343F),
}

var lightContrast = palette{
	theme.ColorNameBackground: rgb(0xFFFFFF), theme.ColorNameForeground: rgb(0x000000),
	theme.ColorNamePlaceHolder: rgb(0x333333), theme.ColorNameInputBorder: rgb(0x000000),
	theme.ColorNameSeparator: rgb(0x000000), theme.ColorNameFocus: veil(0x0000C8, 0x40), ColorFocusEdge: rgb(0x0000C8),
	theme.ColorNamePrimary: rgb(0x003A4A), theme.ColorNameDisabled: rgb(0x505050),
	ColorBorder: rgb(0x000000), ColorMuted: rgb(0x222222), ColorZebra: rgb(0xF0F0F0),
	ColorSideBar: rgb(0x000000), ColorSideInk: rgb(0xFFFFFF), ColorSideMark: rgb(0x003A4A),
	Kept.Color(): rgb(0x00401A), Running.Color(): rgb(0x003560), Warning.Color(): rgb(0x523000),
	Breached.Color(): rgb(0x8A0000), Paused.Color(): rgb(0x36246B), Neutral.Color(): rgb(0x222222),
}

var darkContrast = palette{
	theme.ColorNameBackground: rgb(0x000000), theme.ColorNameForeground: rgb(0xFFFFFF),
	theme.ColorNamePlaceHolder: rgb(0xD0D0D0), theme.ColorNameInputBorder: rgb(0xFFFFFF),
	theme.ColorNameInputBackground: rgb(0x000000), theme.ColorNameSeparator: rgb(0xFFFFFF),
	theme.ColorNameFocus: veil(0xFFE600, 0x40), ColorFocusEdge: rgb(0xFFE600), theme.ColorNamePrimary: rgb(0x8BE4FA),
	theme.ColorNameOverlayBackground: rgb(0x000000), theme.ColorNameMenuBackground: rgb(0x000000),
	ColorPanel: rgb(0x000000), ColorBorder: rgb(0xFFFFFF), ColorMuted: rgb(0xE0E0E0),
	ColorZebra: rgb(0x141414), ColorPageHeader: rgb(0x000000),
	ColorSideBar: rgb(0x000000), ColorSideInk: rgb(0xFFFFFF), ColorSideMark: rgb(0x00485C),
	Kept.Color(): rgb(0x9BFFC4), Running.Color(): rgb(0xA8DEFF), Warning.Color(): rgb(0xFFD27A),
	Breached.Color(): rgb(0xFFB3AC), Paused.Color(): rgb(0xDCD2FF), Neutral.Color(): rgb(0xE8E8E8),
}
