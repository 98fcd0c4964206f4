package look

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"

	"siaga/assets"
)

// ours is one of our line icons in the ink of ordinary text.
func ours(icon assets.Icon) fyne.Resource {
	return theme.NewThemedResource(fyne.NewStaticResource(icon.FileName(), icon.SVG()))
}

// fynes is one of Fyne's icons; asked this way it works before the program has started,
// as these variables need.
func fynes(name fyne.ThemeIconName) fyne.Resource { return theme.DefaultTheme().Icon(name) }

// Icons of the nine places.
var (
	IconToday     = ours(assets.Today)
	IconIncidents = ours(assets.Incidents)
	IconServices  = ours(assets.Services)
	IconPeople    = ours(assets.People)
	IconSystems   = ours(assets.Systems)
	IconMeetings  = ours(assets.Meetings)
	IconPapers    = ours(assets.Papers)
	IconExchange  = ours(assets.Exchange)
	IconSettings  = ours(assets.Settings)
)

// Icons of the tones.
var (
	IconKept     = ours(assets.Check)
	IconRunning  = ours(assets.Clock)
	IconWarning  = ours(assets.Warning)
	IconBreached = fynes(theme.IconNameError)
	IconPaused   = ours(assets.Pause)
	IconNeutral  = fynes(theme.IconNameRadioButton)
)

// Icons of things.
var (
	IconAttachment = fynes(theme.IconNameMailAttachment)
	IconChat       = ours(assets.Chat)
	IconClock      = ours(assets.Clock)
	IconDuty       = ours(assets.Duty)
	IconCalendar   = fynes(theme.IconNameCalendar)
	IconFolder     = fynes(theme.IconNameFolderOpen)
	IconHistory    = ours(assets.History)
	IconInfo       = fynes(theme.IconNameInfo)
	IconLetter     = ours(assets.Letter)
	IconLock       = ours(assets.Lock)
	IconMail       = ours(assets.Mail)
	IconPerson     = ours(assets.User)
	IconPhone      = ours(assets.Phone)
	IconShield     = ours(assets.Shield)
	IconTag        = ours(assets.Tag)
	IconTask       = fynes(theme.IconNameCheckButton)
	IconTaskDone   = fynes(theme.IconNameCheckButtonChecked)
)

// Icons of actions.
var (
	IconAdd      = ours(assets.Add)
	IconBack     = fynes(theme.IconNameNavigateBack)
	IconClose    = ours(assets.Cross)
	IconColumns  = fynes(theme.IconNameList)
	IconCopy     = fynes(theme.IconNameContentCopy)
	IconDown     = fynes(theme.IconNameArrowDropDown)
	IconEdit     = fynes(theme.IconNameDocumentCreate)
	IconExport   = fynes(theme.IconNameUpload)
	IconFilter   = ours(assets.Filter)
	IconHelp     = ours(assets.Help)
	IconImport   = ours(assets.Download)
	IconLink     = fynes(theme.IconNameMailForward)
	IconMore     = fynes(theme.IconNameMoreVertical)
	IconNext     = fynes(theme.IconNameNavigateNext)
	IconPrint    = ours(assets.Print)
	IconRefresh  = fynes(theme.IconNameViewRefresh)
	IconSave     = fynes(theme.IconNameDocumentSave)
	IconSearch   = ours(assets.Search)
	IconSign     = ours(assets.Check)
	IconUndo     = fynes(theme.IconNameContentUndo)
	IconUp       = fynes(theme.IconNameArrowDropUp)
	IconWithdraw = fynes(theme.IconNameContentClear)
	IconZoomIn   = fynes(theme.IconNameViewZoomIn)
	IconZoomOut  = fynes(theme.IconNameViewZoomOut)
)
