package welcome

import (
	"strings"

	"fyne.io/fyne/v2"

	"siaga/model"
	"siaga/ui/look"
	"siaga/ui/widgets"
)

// Way is how a desk comes to be.
type Way string

// The ways.
const (
	Found   Way = "found"   // the first desk of an office
	Join    Way = "join"    // a further one, by an invitation
	Restore Way = "restore" // from a backup of one that is lost
)

// ways are the ways with their icons, the usual one first.
var ways = []struct {
	way  Way
	icon fyne.Resource
}{{Found, look.IconShield}, {Join, look.IconExchange}, {Restore, look.IconHistory}}

// wayChips lets the person say how the desk comes to be.
func (s *Setup) wayChips() fyne.CanvasObject {
	var chips []widgets.Chip
	for _, w := range ways {
		chips = append(chips, widgets.Chip{Key: string(w.way), Word: s.around.T("welcome.way." + string(w.way)), Icon: w.icon, Count: -1})
	}
	choice := widgets.NewChips(chips...)
	choice.Single = true
	choice.SetActive(string(s.chosen.Way))
	choice.OnChange = func(active []string) {
		if len(active) == 1 {
			s.chosen.Way = Way(active[0])
		}
		s.draw()
	}
	return widgets.Stacked(choice, widgets.NewProse(s.around.T("welcome.way."+string(s.chosen.Way)+".sentence")))
}

// askFile asks for the file that a desk comes from, and for what opens it: the
// passphrase that was told by telephone, or the printed recovery key.
func (s *Setup) askFile() (fyne.CanvasObject, func() bool) {
	at := "welcome." + string(s.chosen.Way)
	path, code := entry(s.chosen.File), entry(s.chosen.Code)
	choose := widgets.NewButton(s.around.T("common.choose"), look.IconFolder, func() {
		s.around.Choose.File(s.around.T(at+".file"), path.SetText)
	})
	form := widgets.NewForm(
		widgets.NewField("file", s.around.T(at+".file"), widgets.NewWithUnit(path, choose)).Required().Hint(s.around.T(at+".file.hint")),
		widgets.NewField("code", s.around.T(at+".code"), code).Required().Hint(s.around.T(at+".code.hint")))
	return form, func() bool {
		s.chosen.File, s.chosen.Code = strings.TrimSpace(path.Text), strings.TrimSpace(code.Text)
		mistakes := map[string]string{}
		for id, answer := range map[string]string{"file": s.chosen.File, "code": s.chosen.Code} {
			if answer == "" {
				mistakes[id] = s.around.Book.Refusal(model.Refuse("refuse.required", "Field", s.around.T(at+"."+id)))
			}
		}
		form.ShowErrors(mistakes)
		return len(mistakes) == 0
	}
}
