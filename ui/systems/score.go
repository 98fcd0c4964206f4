package systems

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"siaga/model"
	"siaga/ui/look"
	"siaga/ui/place"
	"siaga/ui/widgets"
)

// score is the card that follows the answers: points, the class by each
// reading of the thresholds, and a warning where the readings disagree.
type score struct {
	around  place.Around
	figure  *widgets.Tile
	classes map[model.Table]*widget.Label
	warning *widgets.Banner
	content fyne.CanvasObject
}

func newScore(around place.Around) *score {
	s := &score{around: around, figure: widgets.NewTile(around.T("systems.score"), nil), classes: map[model.Table]*widget.Label{}, warning: widgets.NewBanner()}
	column := container.NewVBox(s.figure)
	for _, table := range model.Tables {
		s.classes[table] = widgets.NewProse("")
		column.Add(s.classes[table])
	}
	column.Add(s.warning)
	s.content = column
	return s
}

// show reads the answers by both tables; the chosen one is bold.
func (s *score) show(answers model.Answers, chosen model.Table) {
	points, err := model.Score(answers)
	s.figure.Set("–", s.around.T("systems.answered", "Count", len(answers), "Of", model.Questions), look.Plain)
	if err == nil {
		s.figure.Set(s.around.Book.Number(points), s.around.T("systems.allanswered"), look.Plain)
	}
	for table, words := range s.classes {
		class := s.around.T("systems.noclass")
		if err == nil {
			class = s.around.Book.Word(model.ClassOf(points, table))
		}
		words.TextStyle.Bold = table == chosen
		words.SetText(s.around.T("systems.bytable", "Table", table, "Class", class))
	}
	s.warning.Say(look.Warning, "")
	if err == nil && model.Ambiguous(points) {
		s.warning.Say(look.Warning, s.around.T("systems.ambiguous", "Score", points,
			"BSSN", model.ClassOf(points, model.TableBSSN), "KAMI", model.ClassOf(points, model.TableKAMI)))
	}
	s.content.Refresh()
}
