package locales

import (
	"regexp"
	"strings"

	"siaga/model"
)

const oneSpan = `(\d{1,2})[.:]([0-5]\d) ?[-–—] ?(\d{1,2})[.:]([0-5]\d)`

var (
	span  = regexp.MustCompile(oneSpan)
	spans = regexp.MustCompile(`^` + oneSpan + `( ?([,;]|dan|and) ?` + oneSpan + `)*$`)
)

// ParseDayHours reads the working hours of a day as a person types them:
// 07.30–12.00 dan 13.00–16.00; nothing is a day without hours.
func (b *Book) ParseDayHours(text string) ([]model.Hours, error) {
	plain := strings.Join(strings.Fields(strings.ToLower(text)), " ")
	if plain == "" {
		return nil, nil
	}
	if !spans.MatchString(plain) {
		return nil, model.Refuse("refuse.hours-form", "Text", strings.TrimSpace(text))
	}
	var out []model.Hours
	for _, m := range span.FindAllStringSubmatch(plain, -1) {
		at := func(i int) model.Minute { return model.Minute(number(m[i])*60 + number(m[i+1])) }
		out = append(out, model.Hours{From: at(1), To: at(3)})
	}
	return out, nil
}
