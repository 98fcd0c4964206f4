package app

import (
	"bytes"
	"io"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"

	"siaga/app/bundle"
	"siaga/model"
)

// neighbours are two offices; the first has an incident full of what is nobody
// else's business.
func neighbours(t *testing.T) (from, to *bench, call Done) {
	t.Helper()
	from, to = newDeskOf(t, "2026-10-05 08:00", "bekasi"), newDeskOf(t, "2026-10-05 08:00", "kota contoh")
	to.clock = to.clock.AddDate(0, 0, 1)
	call = from.do(RegisterIncident{ReporterName: "Pelapor Rahasia", ReporterPhone: "0812 Rahasia", Title: "Judul Rahasia",
		Description: "Uraian Rahasia", Category: "PHS", Class: model.Tinggi, TLP: model.TLPGreen, Affected: "surel dinas"})
	from.do(AddNote{Incident: IncidentRef(call.ID), Text: "Catatan Rahasia"})
	from.do(TagIncident{Incident: IncidentRef(call.ID), Add: []string{"Penanda Rahasia"}})
	from.do(AmendIncident{Incident: IncidentRef(call.ID), Details: Details{Impact: text("=dua akun"), RootCause: text("Akar Rahasia")}})
	return from, to, call
}

func sharing(call Done, fields ...string) ShareOut {
	return ShareOut{To: "Kota Contoh-CSIRT", Incidents: []Telling{{Incident: IncidentRef(call.Ticket), Summary: "Pengelabuan lewat surel dinas",
		Indicators: []string{"contoh.example"}, Fields: fields}}}
}

// share writes a file for another CSIRT.
func (b *bench) share(s ShareOut) (file string, out SharedOut) {
	b.t.Helper()
	file = filepath.Join(b.t.TempDir(), "bagikan.siaga")
	out, err := b.Share(file, s, nil)
	if err != nil {
		b.t.Fatal(err)
	}
	return file, out
}

// learns takes in what another CSIRT has shared.
func (b *bench) learns(file, passphrase string) (Arrival, error) {
	b.t.Helper()
	name, err := b.Receive(file)
	if err != nil {
		b.t.Fatal(err)
	}
	if _, err := b.Preview(name, passphrase, nil); err != nil {
		return Arrival{}, err
	}
	return b.Import(name, passphrase, nil)
}

func TestAnIncidentIsSharedWithAnotherCSIRT(t *testing.T) {
	from, to, call := neighbours(t)
	file, out := from.share(sharing(call, "impact"))
	name, err := to.Receive(file)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := to.Preview(name, "", nil); faultOf(err) != "refuse.bundle-passphrase-needed" {
		t.Error(err)
	}
	seen, err := to.Preview(name, strings.ToLower(out.Passphrase), nil)
	if err != nil || len(seen.Shared) != 1 || seen.Shared[0].Known || seen.Shared[0].TLP != model.TLPGreen ||
		seen.From.Fingerprint() != from.Me().Fingerprint() || len(to.Incidents()) != 0 {
		t.Fatalf("%v %+v", err, seen)
	}
	a, err := to.Import(name, out.Passphrase, nil)
	if err != nil || len(a.NewIncidents) != 1 || len(to.Received()) != 0 {
		t.Fatalf("%v %+v", err, a)
	}
	i, err := to.Incident(IncidentRef(a.NewIncidents[0]))
	if err != nil {
		t.Fatal(err)
	}
	if i.Reporter.Name != "BekasiKota-CSIRT" || i.Channel != model.ChannelCSIRT || i.Description != "Pengelabuan lewat surel dinas" || i.Affected != "" ||
		i.Category != "PHS" || i.Class != "" || i.TLP != model.TLPGreen || i.ReceivedAt != to.Now() {
		t.Errorf("%+v", i)
	}
	s := i.Source
	if s == nil || s.Team != "BekasiKota-CSIRT" || s.Ticket != call.Ticket || s.Texts["impact"] != "=dua akun" || s.Class != model.Tinggi ||
		s.Indicators[0] != "contoh.example" || s.Fingerprint != from.Me().Fingerprint() || s.ReceivedAt != from.incident(call).ReceivedAt {
		t.Errorf("%+v", s)
	}
	to.again()
	if again, err := to.Incident(IncidentRef(i.ID)); err != nil || again.Source == nil {
		t.Error(err, again.Source)
	}
	if found := to.Search(Filter{Text: string(call.Ticket)}); len(found) != 1 {
		t.Error("the other CSIRT's ticket does not find it")
	}
}

// Nothing that was not ticked is in the file, and no events are.
func TestAShareHoldsNothingElse(t *testing.T) {
	from, _, call := neighbours(t)
	file, out := from.share(sharing(call))
	f, err := os.Open(file)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	r, err := bundle.Open(f, bundle.Keys{Passphrase: out.Passphrase}, bundle.Limits{})
	if err != nil {
		t.Fatal(err)
	}
	if h := r.Header(); h.Events != 0 || h.Heads != 0 || len(h.Seen) != 0 || len(h.For) != 0 || h.Parts != 2 {
		t.Errorf("%+v", h)
	}
	var all bytes.Buffer
	for {
		item, err := r.Next()
		if err == io.EOF {
			break
		}
		if err != nil || item.Part == nil {
			t.Fatalf("%v %+v", err, item)
		}
		all.Write(item.Part.Content)
	}
	for _, secret := range []string{"Rahasia", "dua akun", string(call.ID), "Petugas"} {
		if strings.Contains(all.String(), secret) {
			t.Errorf("%q is in the file: %s", secret, all.String())
		}
	}
}

func TestWhoWasToldWhatStaysOnRecord(t *testing.T) {
	from, _, call := neighbours(t)
	before := *from.rows[call.ID]
	s := sharing(call, "impact", "analysis")
	s.To, s.NeedToKnow = " Kota Contoh-CSIRT ", "peladen yang sama"
	from.share(s)
	i := from.incident(call)
	if len(i.Shares) != 1 {
		t.Fatalf("%+v", i.Shares)
	}
	h := i.Shares[0]
	if h.To != "Kota Contoh-CSIRT" || h.TLP != model.TLPGreen || len(h.Fields) != 1 || h.Fields[0] != "impact" || h.NeedToKnow != s.NeedToKnow || h.By != from.atDesk {
		t.Errorf("%+v", h)
	}
	if !reflect.DeepEqual(before, *from.rows[call.ID]) {
		t.Error("lists and figures have changed")
	}
	if _, err := from.Do(Order{Command: Undo{Subject: string(call.ID)}}); faultOf(err) != "refuse.undo-shared" {
		t.Error(err)
	}
	other := from.call("kejadian yang sama")
	from.do(MergeIncidents{Into: IncidentRef(other.ID), From: IncidentRef(call.ID), Reason: "sama",
		Take: map[string]string{"title": "into", "description": "into", "reporter": "into"}})
	if shares := from.incident(other).Shares; len(shares) != 1 || shares[0].To != "Kota Contoh-CSIRT" {
		t.Errorf("a merge loses it: %+v", shares)
	}
}

func TestAShareThatIsNotRecordedReplacesNothing(t *testing.T) {
	from, _, call := neighbours(t)
	file, s := filepath.Join(t.TempDir(), "bagikan.siaga"), sharing(call)
	if err := os.WriteFile(file, []byte("lama"), 0o600); err != nil {
		t.Fatal(err)
	}
	s.By = "nobody.known"
	if _, err := from.Share(file, s, nil); err == nil {
		t.Fatal("it was recorded as done by somebody unknown")
	}
	left, err := os.ReadDir(filepath.Dir(file))
	if b, _ := os.ReadFile(file); err != nil || string(b) != "lama" || len(left) != 1 {
		t.Errorf("the file that was there is %q among %v: %v", b, left, err)
	}
	s.By = ""
	if _, err := from.Share(file, s, nil); err != nil {
		t.Error(err)
	}
	if b, _ := os.ReadFile(file); string(b) == "lama" {
		t.Error("it was not replaced")
	}
}

func TestWhatTLPForbidsIsNotWritten(t *testing.T) {
	from, _, call := neighbours(t)
	ref := IncidentRef(call.ID)
	label := func(l model.TLP) { from.do(AmendIncident{Incident: ref, Details: Details{TLP: &l}}) }
	refused := func(s ShareOut, field, key string) {
		t.Helper()
		file, before := filepath.Join(t.TempDir(), "bagikan.siaga"), from.own()
		_, err := from.Share(file, s, nil)
		if r, ok := model.AsRefusal(err); !ok || r.Key != key || r.Field != field {
			t.Errorf("%v at %+v, not %s at %s", err, r, key, field)
		}
		if fileExists(file) || from.own() != before {
			t.Error("it was written all the same")
		}
	}
	for _, l := range []model.TLP{model.TLPRed, model.TLPAmberStrict} {
		label(l)
		refused(sharing(call), "incidents.0.tlp", "refuse.share-tlp")
	}
	label("")
	refused(sharing(call), "incidents.0.tlp", "refuse.share-tlp-none")
	label(model.TLPAmber)
	refused(sharing(call), "needToKnow", "refuse.share-need")
	label(model.TLPClear)
	refused(ShareOut{To: "X"}, "incident", "refuse.incident-missing")
	refused(sharing(call, "description"), "incidents.0.with", "refuse.share-field")
	s := sharing(call)
	s.Incidents[0].Summary = " "
	refused(s, "incidents.0.summary", "refuse.share-summary")
	s = sharing(call)
	s.Incidents = append(s.Incidents, s.Incidents[0])
	refused(s, "incident", "refuse.share-twice")
	s = sharing(call)
	s.To = ""
	refused(s, "to", "refuse.share-to")
	s.Incidents = make([]Telling, MostShared+1)
	refused(s, "incident", "refuse.share-many")
}

func TestAShareIsTakenInOnce(t *testing.T) {
	from, to, call := neighbours(t)
	file, out := from.share(sharing(call))
	if _, err := to.learns(file, out.Passphrase); err != nil {
		t.Fatal(err)
	}
	if _, err := to.learns(file, out.Passphrase); faultOf(err) != "refuse.bundle-again" {
		t.Errorf("the same file: %v", err)
	}
	file, out = from.share(sharing(call, "impact"))
	if _, err := to.learns(file, out.Passphrase); faultOf(err) != "refuse.share-known" || len(to.Received()) != 0 {
		t.Errorf("the same incident: %v", err)
	}
	second := from.do(RegisterIncident{ReporterName: "Pelapor", Description: "lain", TLP: model.TLPGreen})
	both := sharing(call)
	both.Incidents = append(both.Incidents, Telling{Incident: IncidentRef(second.ID), Summary: "Lain"})
	file, out = from.share(both)
	a, err := to.learns(file, out.Passphrase)
	if err != nil || len(a.NewIncidents) != 1 || !a.Shared[0].Known || a.Shared[1].Known || len(to.Incidents()) != 2 {
		t.Errorf("%v %+v", err, a)
	}
	var keys []string
	for _, s := range a.Told(to.Label) {
		keys = append(keys, s.Key)
	}
	if got := strings.Join(keys, " "); got != "arrival.share-from arrival.share-unverified arrival.share-known arrival.share-taken tlp.rule.green" {
		t.Error(got)
	}
}

func TestAShareIsNotForOurOwnDesksNorLoosened(t *testing.T) {
	from, to, call := neighbours(t)
	amber := model.TLPAmber
	from.do(AmendIncident{Incident: IncidentRef(call.ID), Details: Details{TLP: &amber}})
	s := sharing(call)
	s.NeedToKnow = "peladen yang sama"
	file, out := from.share(s)
	if _, err := from.learns(file, out.Passphrase); faultOf(err) != "refuse.share-own" {
		t.Error(err)
	}
	if key := from.meets(file); key != "refuse.bundle-passphrase-needed" {
		t.Error(key)
	}
	a, err := to.learns(file, out.Passphrase)
	if err != nil {
		t.Fatal(err)
	}
	ref, green := IncidentRef(a.NewIncidents[0]), model.TLPGreen
	to.refuses(AmendIncident{Incident: ref, Details: Details{TLP: &green}}, "tlp", "refuse.tlp-source")
	on := ShareOut{To: "Provinsi Contoh-CSIRT", NeedToKnow: "perlu", Incidents: []Telling{{Incident: ref, Summary: "Diteruskan"}}}
	if _, err := to.Tell(on); faultOf(err) != "refuse.share-source" {
		t.Error(err)
	}
	own := to.call("kejadian sendiri")
	to.do(MergeIncidents{Into: IncidentRef(own.ID), From: ref, Reason: "sama",
		Take: map[string]string{"title": "into", "description": "into", "reporter": "into"}})
	if i := to.incident(own); i.Source == nil || i.TLP != amber {
		t.Errorf("a merge forgets where it came from: %+v", i.Source)
	}
}

// forgedShare is a share that somebody made with another program.
func (b *bench) forgedShare(out SharedOut, wrong func(*outgoing)) string {
	b.t.Helper()
	o, err := b.outgoingShare(out, false)
	if err != nil {
		b.t.Fatal(err)
	}
	wrong(o)
	file := filepath.Join(b.t.TempDir(), "palsu.siaga")
	if _, err := o.toFile(file, nil); err != nil {
		b.t.Fatal(err)
	}
	return file
}

func TestAForgedShareChangesNothing(t *testing.T) {
	from, to, call := neighbours(t)
	_, out := from.share(sharing(call))
	many := func(o *outgoing) {
		for len(o.parts) < MostShared+2 {
			o.parts = append(o.parts, bundle.Part{Name: "x", Content: []byte("{}")})
		}
	}
	for about, c := range map[string]struct {
		wrong func(*outgoing)
		want  string
	}{
		"another key": {func(o *outgoing) { o.parts[0].Content = []byte(`{"key":"AAAA","recipient":"age1"}`) }, "refuse.bundle-damaged"},
		"nobody":      {func(o *outgoing) { o.header.Name = "\u202e " }, "refuse.bundle-damaged"},
		"a long name": {func(o *outgoing) { o.header.Name = strings.Repeat("x", longestTeam+1) }, "refuse.bundle-damaged"},
		"no incident": {func(o *outgoing) { o.parts = o.parts[:1] }, "refuse.bundle-damaged"},
		"no JSON":     {func(o *outgoing) { o.parts[1].Content = []byte("{") }, "refuse.bundle-damaged"},
		"one of it twice": {func(o *outgoing) {
			o.parts = append(o.parts, bundle.Part{Name: "incident/0002", Content: o.parts[1].Content})
		}, "refuse.bundle-damaged"},
		"one name twice":   {func(o *outgoing) { o.parts = append(o.parts, o.parts[1]) }, "refuse.bundle-damaged"},
		"too many":         {many, "refuse.bundle-large"},
		"too large":        {func(o *outgoing) { o.parts[1].Content = make([]byte, largestExcerpt+1) }, "refuse.bundle-large"},
		"with heads":       {func(o *outgoing) { o.heads = append(o.heads, bundle.Head{Desk: from.me, N: 1}) }, "refuse.bundle-damaged"},
		"of a newer Siaga": {func(o *outgoing) { o.parts[1].Content = []byte(`{"v":2}`) }, "refuse.bundle-newer"},
	} {
		before := to.own()
		if _, err := to.learns(from.forgedShare(out, c.wrong), out.Passphrase); faultOf(err) != c.want || to.own() != before {
			t.Errorf("%s: %v", about, err)
		}
	}
	if a, err := to.learns(from.forgedShare(out, func(*outgoing) {}), out.Passphrase); err != nil || len(a.NewIncidents) != 1 {
		t.Errorf("nothing wrong: %v", err)
	}
}

// Another office's clock and categories are theirs.
func TestWhatAnotherOfficeSaysIsFittedIn(t *testing.T) {
	_, to, _ := neighbours(t)
	e := model.Excerpt{V: 1, Ticket: "X-1", TLP: model.TLPClear, Summary: "Ringkasan", PersonalData: true, HappenedAt: to.Now() - 10, KnownAt: to.Now() - 60}
	done := to.do(learnIncident{model.Source{Excerpt: e, Team: "X", Office: "o", SharedAt: to.Now() + 7200}})
	if i := to.incident(done); !i.PersonalData || i.KnownAt.Known() || i.HappenedAt != e.HappenedAt || i.ReportedAt.Known() || i.Source.KnownAt != e.KnownAt {
		t.Errorf("%+v", i)
	}
	for about, c := range map[string]struct {
		theirs model.Category
		want   string
	}{
		"the same":               {model.Category{Code: "PHS", RSIT: "Fraud"}, "PHS"},
		"another of one kind":    {model.Category{Code: "SCAM", RSIT: "Fraud"}, "PHS"},
		"another of several":     {model.Category{Code: "INT", RSIT: "Intrusions"}, ""},
		"one that means another": {model.Category{Code: "PHS", RSIT: "Vulnerable"}, "KRN"},
		"none":                   {model.Category{}, ""},
		"one that nobody has":    {model.Category{Code: "XYZ", RSIT: "Xyz"}, ""},
	} {
		if got := to.ownCategory(c.theirs); got != c.want {
			t.Errorf("%s: %q, not %q", about, got, c.want)
		}
	}
}
