package reports

// bssnHelp is the surat permohonan bantuan tanggap insiden siber: the team
// says what it has done and shows its evidence, as the service asks.
func (o outward) bssnHelp() {
	o.kop()
	o.head(o.book.T("outward.attached.form"), "outward.bssn-help.subject", o.office.ToBSSN)
	o.tell("outward.bssn-help.opening", "Government", o.office.Government, "System", o.subjectOf(), "Received", o.i.ReceivedAt, "Team", o.office.Team)
	o.chapter("outward.part.contact")
	o.contacts()
	o.chapter("outward.part.description")
	o.description()
	o.chapter("outward.part.impact")
	o.prose(o.i.Impact)
	o.chapter("outward.part.measures")
	o.measures()
	o.chapter("outward.part.evidence")
	o.exhibits()
	o.asRecorded()
	o.tell("outward.bssn-help.request", "Team", o.office.Team)
	o.tell("outward.bssn-help.closing")
	o.sign(o.signature(o.v.Signer, ""))
	o.copies(o.office.CopyBSSN)
}
