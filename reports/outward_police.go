package reports

// policeReport is the report to law enforcement of PP 71/2019 Ps. 24(3), which
// also asks to secure the data: the evidence stands with its SHA-256.
func (o outward) policeReport() {
	o.kop()
	o.head(o.book.T("format.none"), "outward.police-report.subject", o.office.ToAPH)
	o.tell("outward.police-report.opening", "Source", o.article("aph"),
		"Government", o.office.Government, "System", o.subjectOf(), "Received", o.i.ReceivedAt)
	o.chapter("outward.part.contact")
	o.contacts()
	o.chapter("outward.part.description")
	o.description()
	o.chapter("outward.part.chronology")
	o.course()
	o.chapter("outward.part.impact")
	o.prose(o.i.Impact)
	o.chapter("outward.part.secured")
	o.measures()
	if len(o.i.Actions)+len(o.i.Evidence) > 0 { // that nothing is recorded is said once
		o.exhibits()
	}
	o.asRecorded()
	o.tell("outward.police-report.closing")
	o.sign(o.signature(o.v.Signer, ""))
}
