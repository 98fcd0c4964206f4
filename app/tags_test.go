package app

import (
	"slices"
	"testing"
)

// tag gives an incident tags, or takes them with a minus before.
func (b *bench) tag(call Done, tags ...string) {
	b.t.Helper()
	order := TagIncident{Incident: IncidentRef(call.ID)}
	for _, tag := range tags {
		if tag[0] == '-' {
			order.Remove = append(order.Remove, tag[1:])
		} else {
			order.Add = append(order.Add, tag)
		}
	}
	b.do(order)
}

// tagged wants an incident to have exactly these tags.
func (b *bench) tagged(call Done, wanted ...string) {
	b.t.Helper()
	if i := b.incident(call); !slices.Equal(i.Tags, wanted) {
		b.t.Errorf("desk %s reads the tags %q, not %q", b.letter, i.Tags, wanted)
	}
}

// Two desks add and remove the same tag apart: what one of them added without the
// other knowing stays, and both show the same.
func TestTwoDesksTagApartAndAreEqual(t *testing.T) {
	front := newDeskAt(t, "2026-10-05 08:00")
	call := front.call("iklan judi pada subdomain")
	front.tag(call, "judi daring 2026", "latihan")
	back := front.join("Meja belakang")
	send(t, back, front)

	back.tag(call, "-latihan", "Kampanye")
	front.tag(call, "-judi daring 2026")
	front.tag(call, "judi daring 2026", "kampanye")
	back.tag(call, "-judi daring 2026")
	send(t, front, back)
	send(t, back, front)
	same(t, front, back)
	for _, b := range []*bench{front, back} {
		b.tagged(call, "Kampanye", "judi daring 2026")
		if all := b.decisions(); len(all) > 0 {
			t.Errorf("desk %s asks %+v", b.letter, all)
		}
	}
	back.tag(call, "-KAMPANYE")
	send(t, back, front)
	same(t, front, back)
	front.tagged(call, "judi daring 2026")
}

// A tag is spelled as most incidents have it, also after the desk was opened anew,
// and found in any spelling.
func TestATagTakesTheSpellingOfTheOthers(t *testing.T) {
	b := newDeskAt(t, "2026-10-05 08:00")
	first, second, third := b.call("satu"), b.call("dua"), b.call("tiga")
	b.tag(first, " Judi  daring ")
	b.again()
	b.tag(second, "JUDI DARING", "latihan", "Latihan")
	b.tag(third, "siaga")
	b.tagged(second, "Judi daring", "latihan")
	if got := b.Tags(); !slices.Equal(got, []Tag{{"Judi daring", 2}, {"latihan", 1}, {"siaga", 1}}) {
		t.Errorf("%+v", got)
	}
	var f Filter
	if err := b.Narrow(&f, "tag", "judi DARING"); err != nil || len(b.Search(f)) != 2 {
		t.Errorf("%v: %d found", err, len(b.Search(f)))
	}
	if f, err := b.ParseFilter("tag=latihan,SIAGA"); err != nil || len(b.Search(f)) != 2 {
		t.Errorf("%v: %d found", err, len(b.Search(f)))
	}
	if found := b.Search(Filter{Text: "judi daring"}); len(found) != 2 {
		t.Errorf("%d are found by the text", len(found))
	}
}

func TestTagsAreRefusedUndoneAndTakenAfterTheEnd(t *testing.T) {
	b := newDeskAt(t, "2026-10-05 08:00")
	call := b.call("satu")
	ref := IncidentRef(call.ID)
	b.do(RejectIncident{Incident: ref, Reason: "bukan kewenangan"})
	b.tag(call, "latihan")
	b.refuses(TagIncident{Incident: ref, Add: []string{"LATIHAN"}, Remove: []string{"siaga"}}, "", "refuse.nothing-changed")
	b.refuses(TagIncident{Incident: ref, Add: []string{"satu, dua"}}, "add", "refuse.tag-sign")
	b.refuses(TagIncident{Incident: ref, Add: []string{" "}}, "add", "refuse.tag-length")
	b.tag(call, "-latihan", "siaga")
	b.tagged(call, "siaga")
	b.do(Undo{Subject: string(call.Ticket)})
	b.tagged(call, "latihan")
	b.do(Undo{Subject: string(call.Ticket), Reason: "ternyata benar"})
	b.tagged(call, "siaga")
}

// A merge gives the ticket that goes on what it lacks; taking it back takes that,
// and leaves what was there.
func TestAMergeUnitesTags(t *testing.T) {
	b, first, second := twoCalls(t)
	b.tag(first, "judi daring")
	b.tag(second, "Kampanye", "Judi daring")
	b.merge(second, first)
	b.tagged(first, "Kampanye", "judi daring")
	b.do(UnmergeIncidents{Incident: IncidentRef(second.ID), Reason: "dua kejadian"})
	b.tagged(first, "judi daring")
}

// A name that was written as a tag is erased at both desks: where it was added,
// where a merge copied it, and where the other desk took it away without knowing
// of the order.
func TestANameWrittenAsATagIsErased(t *testing.T) {
	front := newDeskAt(t, "2026-10-05 08:00")
	call, into := front.call("satu"), front.call("dua")
	front.tag(call, secretName, "latihan")
	back := front.join("Meja belakang")
	send(t, back, front)
	front.do(MergeIncidents{From: IncidentRef(call.ID), Into: IncidentRef(into.ID), Reason: "satu kejadian", Take: map[string]string{"title": "into", "description": "into"}})
	back.tag(call, "-"+secretName, "siaga")
	front.erase(string(call.Ticket), "tags")
	settled(t, front, back, secretName)
	front.tagged(call)
	front.tagged(into)
	back.tag(into, "latihan")
	settled(t, front, back, secretName)
	front.tagged(into, "latihan")
	front.refused(ErasePersonalData{Subject: string(call.Ticket), Fields: []string{"tags"}, Ground: "request", OrderedBy: "Ketua Tim", Reason: "lagi"},
		"refuse.erase-field")
}
