// Package model is what an incident, a person, a post and a promise of time
// are for BekasiKota-CSIRT, and how they change. It is pure: no clock, no
// file, no widget, no sentence; whatever it needs to know is handed to it.
//
// # Words
//
//	Incident   insiden               one report and all that became of it
//	Step       langkah               one of the nine activities of Lampiran III
//	Class      klasifikasi SE        Strategis, Tinggi, Rendah
//	Clock      waktu respons/resolusi a promise of Lampiran III, computed on read
//	Segment    bagian                 the span until closing; each reopening starts one
//	Post       kedudukan              one of the nine positions of Lampiran I
//	Seat       penugasan              who holds a post, from when to when, acting or not
//	Agency     Perangkat Daerah
//	System     Sistem Elektronik
//	Tag        penanda                a short word by which incidents are grouped
//	Event      peristiwa              one recorded change; never altered, never removed
//	Mark       –                      which desk wrote it, and its number there
//	Register   –                      the one value of a field, or several when desks disagree
//
// # How it changes
//
// Every change is a Fact (Registered, Passed, Classified, …), one file each,
// with what it needs and what it refuses. A fact becomes an Event: a header
// without personal data, chained to the event before it, and a salted payload.
// Fold applies events to a Subject field by field; the result does not depend
// on the order in which events of different desks arrive. IncidentOf and its
// siblings read the folded fields into plain typed values.
package model
