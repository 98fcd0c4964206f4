package reports

// bssnReport is the surat pelaporan insiden siber: korespondensi shape, with
// what Peraturan BSSN 1/2024 Ps. 15(4) asks for, in its order.
func (o outward) bssnReport() {
	o.kop()
	o.head(o.book.T("outward.attached.form"), "outward.bssn-report.subject", o.office.ToBSSN)
	if source := o.source(); source != "" {
		o.tell("outward.bssn-report.owed", "Source", source, "Government", o.office.Government, "System", o.subjectOf(), "Received", o.i.ReceivedAt)
	} else {
		o.tell("outward.bssn-report.opening", "Government", o.office.Government, "System", o.subjectOf(), "Received", o.i.ReceivedAt)
	}
	o.chapter("outward.part.contact")
	o.contacts()
	o.chapter("outward.part.description")
	o.description()
	o.chapter("outward.part.chronology")
	o.course()
	o.chapter("outward.part.impact")
	o.prose(o.i.Impact)
	o.chapter("outward.part.measures")
	o.measures()
	o.asRecorded()
	o.tell("outward.bssn-report.closing")
	o.sign(o.signature(o.v.Signer, ""))
	o.copies(o.office.CopyBSSN)
}
