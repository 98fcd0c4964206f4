package systems

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"siaga/model"
	"siaga/ui/look"
	"siaga/ui/place"
	"siaga/ui/widgets"
)

// score follows the answers above the form: points, the class by each reading
// of the thresholds, and a warning where the readings disagree.
type score struct {
	around  place.Around
	figure  *widgets.Words
	caption *widgets.Words
	classes map[model.Table]*widgets.Words
	warning *widgets.Banner
	content *fyne.Container
}

func newScore(around place.Around) *score {
	s := &score{around: around, figure: widgets.NewHeading("", look.SizeFigure), caption: widgets.NewMuted(""),
		classes: map[model.Table]*widgets.Words{}, warning: widgets.NewBanner()}
	readings := container.NewVBox()
	for _, table := range model.Tables {
		s.classes[table] = widgets.NewWords("")
		s.classes[table].Shorten = true
		readings.Add(s.classes[table])
	}
	points := container.NewHBox(s.figure, container.NewVBox(widgets.NewMuted(around.T("systems.score")), s.caption))
	s.content = container.NewVBox(widgets.NewPanel(container.NewGridWithColumns(2, points, readings)), s.warning)
	return s
}

// show reads the answers by both tables; the chosen one is bold.
func (s *score) show(answers model.Answers, chosen model.Table) {
	points, err := model.Score(answers)
	s.figure.SetText("–")
	s.caption.SetText(s.around.T("systems.answered", "Count", len(answers), "Of", model.Questions))
	if err == nil {
		s.figure.SetText(s.around.Book.Number(points))
	}
	for table, words := range s.classes {
		class := s.around.T("systems.noclass")
		if err == nil {
			class = s.around.Book.Word(model.ClassOf(points, table))
		}
		words.Bold = table == chosen
		words.Text = s.around.T("systems.bytable", "Table", table, "Class", class)
		words.Refresh()
	}
	s.warning.Say(look.Warning, "")
	if err == nil && model.Ambiguous(points) {
		s.warning.Say(look.Warning, s.around.T("systems.ambiguous", "Score", points,
			"BSSN", model.ClassOf(points, model.TableBSSN), "KAMI", model.ClassOf(points, model.TableKAMI)))
	}
	s.content.Refresh()
}
