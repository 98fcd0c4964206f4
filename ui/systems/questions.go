package systems

import (
	"strconv"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"siaga/model"
	"siaga/ui/look"
	"siaga/ui/place"
	"siaga/ui/widgets"
)

// questions is the instrument of ten questions, each answered by A, B or C.
type questions struct {
	chips    []*widgets.Chips
	content  *fyne.Container
	onAnswer func() // after each change
}

func newQuestions(around place.Around) *questions {
	q := &questions{content: container.NewVBox()}
	for number := 1; number <= model.Questions; number++ {
		key := model.QuestionKey(number)
		question := widgets.NewProse(around.T("systems.question", "Number", strconv.Itoa(number), "Question", around.T(key)))
		question.TextStyle.Bold = true
		var answers []widgets.Chip
		for _, letter := range model.Choices {
			word := around.T("systems.answer", "Letter", letter, "Answer", around.T(key+"."+strings.ToLower(letter)))
			answers = append(answers, widgets.Chip{Key: letter, Word: word, Count: -1})
		}
		chips := widgets.NewChips(answers...)
		chips.Single = true
		chips.OnChange = func([]string) { q.onAnswer() }
		q.chips = append(q.chips, chips)
		q.content.Add(container.NewVBox(question, chips, widget.NewSeparator()))
	}
	clear := widgets.NewButton(around.T("systems.clear"), look.IconUndo, func() {
		q.set("")
		q.onAnswer()
	})
	q.content.Add(container.NewHBox(clear))
	return q
}

// set chooses the answers of ten letters, or none.
func (q *questions) set(answers model.Answers) {
	for i, chips := range q.chips {
		chips.SetActive()
		if i < len(answers) {
			chips.SetActive(string(answers[i]))
		}
	}
}

// answers are the letters chosen so far; fewer than ten when questions are open.
func (q *questions) answers() model.Answers {
	var letters strings.Builder
	for _, chips := range q.chips {
		letters.WriteString(strings.Join(chips.Active(), ""))
	}
	return model.Answers(letters.String())
}
