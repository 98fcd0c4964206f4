package papers

import (
	"siaga/model"
	"siaga/reports"
	"siaga/ui/look"
)

// outwardEntries are the letters and forms of the duties of reporting, each
// for the incidents that have a use for it.
func outwardEntries() (list []entry) {
	for _, k := range reports.OutwardKinds {
		list = append(list, entry{kind: kind(k), icon: look.IconMail, suits: func(r *model.Row) bool {
			return k.Check(model.Incident{Course: model.Course{Outcome: r.Outcome}, DataBreach: r.DataBreach, Crime: r.Crime, TLP: r.TLP}) == nil
		}})
	}
	return list
}

// outwards makes such a paper, and says what it lacks.
func (r request) outward(desk Desk) (d document, err error) {
	v, err := desk.Outward(r.incident, reports.OutwardKind(r.kind))
	if err != nil {
		return d, err
	}
	d.missing = v.Missing()
	d.sheets, err = r.laidOut(v, nil)
	return d, err
}

// sayMissing lists above a paper what is not recorded yet.
func (p *Page) sayMissing() {
	missing := p.doc.missing
	if len(missing) == 0 {
		if p.lacking {
			p.page.Say(look.Plain, "")
		}
		p.lacking = false
		return
	}
	said := p.around.Book.N("legal.missing", len(missing))
	for n, need := range missing {
		separator := ", "
		if n == 0 {
			separator = " "
		}
		said += separator + p.around.Book.Word(need)
	}
	p.lacking = true
	p.page.Say(look.Warning, said+".")
}
