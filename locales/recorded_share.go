package locales

import "siaga/model"

// Sharing is a row of what another CSIRT was told.
func (b *Book) Sharing(h model.Sharing, names Names) string { return teller{b, names}.sharing(h) }

func (t teller) sharing(h model.Sharing) string {
	told := t.T("share.summary-alone")
	if len(h.Fields) > 0 {
		told = t.T("share.summary-with", "Fields", h.Fields)
	}
	return dotted(h.To, word(t, h.TLP), told, h.NeedToKnow, t.instant(h.At), t.origin(h.Origin))
}

func (t teller) source(s model.Source) string {
	return dotted(s.Team, string(s.Ticket), word(t, s.TLP), t.instant(s.SharedAt), s.Summary)
}
