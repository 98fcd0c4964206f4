package exchange

import (
	"siaga/app"
	"siaga/ui/look"
	"siaga/ui/widgets"
)

// askErase asks once more before what was written again is erased too: nothing
// takes that back.
func (o *one) askErase() {
	widgets.Confirm{Title: o.d.T("decide.rewritten.erase"), Sentence: o.d.T("decide.rewritten.told"),
		Primary: o.d.T("decide.rewritten.erase"), Secondary: o.d.T("common.cancel"), Danger: true,
		OnConfirm: func(string) {
			given, err := o.d.desk.Do(app.Order{Command: app.Decide{Subject: string(o.Subject), Field: o.Field, Take: app.TakeErase}})
			switch {
			case err != nil:
				o.d.Fail(err)
			case given.Notice != nil:
				o.d.Tell(look.Warning, o.d.T(given.Notice.Key), nil)
			default:
				o.d.Tell(look.Kept, o.d.T("decide.rewritten.erased"), nil)
			}
			o.d.show(o.d.about)
		}}.Show(o.d.Canvas())
}
