package exchange

import (
	"encoding/json"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"siaga/app"
	"siaga/locales"
	"siaga/model"
	"siaga/ui/place"
	"siaga/ui/place/stage"
	"siaga/ui/widgets"
)

// office is the stage on which this place is tried out.
type office struct{ *stage.Office }

func newOffice(t *testing.T, start string) *office { return &office{stage.New(t, start)} }

func (o *office) show(lang locales.Lang) (*Page, fyne.Window) {
	return stage.Show(o.Office, lang, func(around place.Around, d *app.Desk) *Page {
		page := New(around, d, &visits{})
		page.Open(place.Route{Part: partDecide})
		return page
	})
}

const ours = "Penyerang mengunggah berkas melalui formulir pendaftaran yang tidak membatasi jenis berkas, lalu mengganti halaman depan situs sekolah."
const theirs = "Penyerang mengunggah berkas melalui pengelola isi yang tidak dimutakhirkan, lalu mengganti halaman depan dan menambah akun pengelola pada situs sekolah."

// merged is an office in which two desks worked apart for a morning.
func merged(t *testing.T) (o *office, about map[string]model.SubjectID) {
	o = newOffice(t, "2026-11-24 08:00")
	about = map[string]model.SubjectID{}
	dewi := o.Give(app.AddPerson{Name: "Dewi Contoh, S.Kom., M.T.", Phone: "0812-0000-0001", Agency: "Diskominfostandi"}).ID
	eko := o.Give(app.AddPerson{Name: "Raden Ayu Kusumaningtyas Prawirodirdjo Contoh", Agency: "Diskominfostandi"}).ID
	about["text"] = o.register("Halaman depan situs sekolah berubah", model.Tinggi)
	about["class"] = o.register("Akun aplikasi kepegawaian diambil alih dan dipakai mengirim surel pengelabuan kepada seluruh pegawai Perangkat Daerah", "")
	about["gap"] = o.register("Server basis data lambat", model.Rendah)
	about["ended"] = o.register("Surel pengelabuan kepada bendahara", model.Rendah)
	about["twin"] = o.register("Layanan perizinan tidak dapat diakses", model.Rendah)
	analysis := ours
	o.Give(app.AmendIncident{Incident: app.IncidentRef(about["text"]), Details: app.Details{InitialAnalysis: &analysis}})
	o.Give(app.ClassifyIncident{Incident: app.IncidentRef(about["class"]), Class: model.Tinggi})
	o.Give(app.RejectIncident{Incident: app.IncidentRef(about["ended"]), Reason: "Ditangani Perangkat Daerah sendiri"})
	o.Give(app.GiveSeat{Post: "III", Person: app.PersonRef(dewi)})
	o.Give(app.AmendPerson{Person: app.PersonRef(dewi), Phone: text("0812-0000-0002")})
	ticket := o.Ticket(about["twin"])

	o.At("2026-11-24 09:30").AdmitBack("Ruang server lantai 2")
	o.Elsewhere("incident.amended", about["text"], model.Values{"initialAnalysis": theirs})
	o.Elsewhere("incident.classified", about["class"], model.Values{"class": model.Strategis,
		"classifications": model.Classification{Class: model.Strategis, At: model.At(o.Clock), Reason: "Dipakai seluruh pegawai setiap hari"}})
	o.Elsewhere("incident.passed", about["gap"], model.Values{"passed/1.3": model.Passage{Segment: 1, Step: 3, At: model.At(o.Clock)}})
	o.Elsewhere("incident.amended", about["ended"], model.Values{"impact": "Dua surel dibuka"})
	o.Elsewhere("incident.registered", "cccccccccccccccccccccccccccccccc", model.Registered{Ticket: ticket, Policy: model.Decree(),
		Title: "Situs dinas tidak dapat dibuka", Reporter: model.Reporter{Name: "Petugas Loket", Agency: "DPMPTSP"}, ReceivedAt: model.At(o.Clock)}.Values())
	o.Elsewhere("person.amended", dewi, model.Values{"phone": "0813-9999-0002"})
	o.Elsewhere("seat.given", "dddddddddddddddddddddddddddddddd", model.Values{"post": "III", "person": eko, "standing": model.Definitive, "from": model.At(o.Clock)})
	o.Elsewhere("office.amended", o.Office.Desk.Office().ID, model.Values{"city": "Kota Bekasi"})
	receipt := model.FromReceipt
	o.Give(app.SettlePolicy{From: "2027-01-01", Basis: &receipt, Letter: "555/Kep.1/2026"})
	theirPolicy := model.Decree()
	theirPolicy.Calendar = model.OfficeHours(25200)
	o.Elsewhere("office.policySettled", o.Office.Desk.Office().ID, model.PolicySettled{Day: "2027-01-01",
		SettledPolicy: model.SettledPolicy{From: model.At(time.Date(2026, 12, 31, 17, 0, 0, 0, time.UTC)), Letter: "555/Kep.2/2026", Policy: theirPolicy}}.Values())
	o.Notes(`{"forks":[{"desk":"bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb","n":117,"from":"bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb","file":"2026-11-24-B.siaga","at":"2026-11-24T02:00:00Z"}],` +
		`"clocks":{"bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb":{"seconds":97200,"at":"2026-11-24T02:00:00Z"}}}`)
	o.At("2026-11-24 10:04")
	return o, about
}

func (o *office) register(title string, class model.Class) model.SubjectID {
	o.T.Helper()
	return o.Give(app.RegisterIncident{ReporterName: "Guru Piket", Agency: "Disdik", Description: title, Title: title, Channel: "telepon", Class: class}).ID
}

func text(s string) *string { return &s }

// find opens the one thing of a kind about a subject.
func find(t *testing.T, p *Page, kind app.DecisionKind, id model.SubjectID) *one {
	t.Helper()
	d := p.sections[1].section.(*decide)
	d.show("")
	for _, k := range d.table.Rows() {
		if k.Kind == kind && (id == "" || k.Concerns(id)) {
			d.open1(k)
			return d.one
		}
	}
	t.Fatalf("nothing of the kind %s", kind)
	return nil
}

func TestEveryPageSpeaksBothLanguages(t *testing.T) {
	for _, lang := range locales.Langs() {
		o, about := merged(t)
		page, w := o.show(lang)
		stage.Photograph(t, w, "exchange-list-"+string(lang))
		for name, open := range map[string]struct {
			kind app.DecisionKind
			id   model.SubjectID
		}{
			"text": {app.DecideValues, about["text"]}, "class": {app.DecideValues, about["class"]}, "gap": {app.DecideMisfit, about["gap"]},
			"seats": {app.DecideMisfit, "dddddddddddddddddddddddddddddddd"}, "ended": {app.DecideOvertaken, about["ended"]},
			"ticket": {app.DecideTicket, ""}, "fork": {app.DecideFork, ""}, "clock": {app.DecideClock, ""},
		} {
			find(t, page, open.kind, open.id)
			stage.Photograph(t, w, "exchange-"+name+"-"+string(lang))
		}
		_, w = newOffice(t, "2026-11-24 10:00").show(lang)
		stage.Photograph(t, w, "exchange-empty-"+string(lang))
	}
}

func TestTwoPoliciesStandSideBySide(t *testing.T) {
	for _, lang := range locales.Langs() {
		o, _ := merged(t)
		page, w := o.show(lang)
		d := page.sections[1].section.(*decide)
		for _, k := range d.table.Rows() {
			if k.Field == "policy/2027-01-01" {
				d.open1(k)
			}
		}
		stage.Photograph(t, w, "exchange-policy-"+string(lang))
		said := strings.Join(stage.Texts(w.Content()), " ")
		for _, words := range []string{"555/Kep.1/2026", "555/Kep.2/2026", page.T("decide.go.times")} {
			if !strings.Contains(said, words) {
				t.Errorf("%s does not say %q: %s", lang, words, said)
			}
		}
	}
}

// press taps the first button of a word that is shown.
func press(t *testing.T, in fyne.CanvasObject, word string) {
	t.Helper()
	if b := buttonIn(in, word); b != nil {
		b.OnTapped()
		return
	}
	t.Fatalf("there is no button %q among %q", word, stage.Texts(in))
}

func buttonIn(o fyne.CanvasObject, word string) *widgets.Button {
	switch o := o.(type) {
	case *widgets.Button:
		if o.Text == word {
			return o
		}
	case fyne.Widget:
		for _, child := range test.WidgetRenderer(o).Objects() {
			if b := buttonIn(child, word); b != nil {
				return b
			}
		}
	case *fyne.Container:
		for _, child := range o.Objects {
			if b := buttonIn(child, word); b != nil {
				return b
			}
		}
	}
	return nil
}

// A person goes through everything that a morning apart left open, by the page's
// own buttons; at the end only what needs hands elsewhere is left.
func TestAMorningApartIsDecidedOnThePage(t *testing.T) {
	o, about := merged(t)
	page, _ := o.show(locales.EN)
	at := func(kind app.DecisionKind, id model.SubjectID, word string) {
		t.Helper()
		press(t, find(t, page, kind, id).page, word)
	}
	at(app.DecideValues, about["text"], "Use this")
	if i := o.incident(about["text"]); i.InitialAnalysis != ours && i.InitialAnalysis != theirs || len(i.Conflicts) > 0 {
		t.Errorf("%q, %v", i.InitialAnalysis, i.Conflicts)
	}
	class := find(t, page, app.DecideValues, about["class"])
	class.reason.SetText("dinilai bersama")
	class.form.Submit() // the third value is what is shown
	if i := o.incident(about["class"]); i.Class != model.Strategis || i.Classes[len(i.Classes)-1].Reason != "dinilai bersama" {
		t.Errorf("%s, %+v", i.Class, i.Classes)
	}
	at(app.DecideMisfit, about["gap"], "Take back")
	at(app.DecideOvertaken, about["ended"], "It stands")
	at(app.DecideTicket, "", "Give a new number")
	dialog := page.Canvas().Overlays().Top()
	for _, entry := range entriesIn(dialog) {
		entry.SetText("folder disalin")
	}
	press(t, dialog, "Give a new number")
	if o.incident("cccccccccccccccccccccccccccccccc").Ticket == o.incident(about["twin"]).Ticket {
		t.Error("two incidents still have one number")
	}
	for _, k := range page.sections[1].section.(*decide).read() {
		if k.Kind == app.DecideValues {
			at(app.DecideValues, k.Subject, "Use this")
		}
	}
	at(app.DecideMisfit, "dddddddddddddddddddddddddddddddd", "Open the team")
	if n := len(o.Gone); n == 0 || o.Gone[n-1].Place != place.People {
		t.Errorf("gone to %+v", o.Gone)
	}
	at(app.DecideFork, "", "It has been dealt with")
	var left []string
	for _, k := range page.sections[1].section.(*decide).read() {
		left = append(left, string(k.Kind))
	}
	if !slices.Equal(left, []string{"clock", "misfit"}) {
		t.Errorf("left are %v", left)
	}
}

func entriesIn(o fyne.CanvasObject) (out []*widgets.Entry) {
	switch o := o.(type) {
	case *widgets.Entry:
		return []*widgets.Entry{o}
	case fyne.Widget:
		for _, child := range test.WidgetRenderer(o).Objects() {
			out = append(out, entriesIn(child)...)
		}
	case *fyne.Container:
		for _, child := range o.Objects {
			out = append(out, entriesIn(child)...)
		}
	}
	return out
}

func (o *office) incident(id model.SubjectID) model.Incident {
	o.T.Helper()
	i, err := o.Incident(app.IncidentRef(id))
	if err != nil {
		o.T.Fatal(err)
	}
	return i
}

// A decision is taken back by the corner's button, a refusal stays at its field,
// and Esc goes back to the list.
func TestADecisionIsUndoneAndARefusalIsShown(t *testing.T) {
	o, about := merged(t)
	page, _ := o.show(locales.ID)
	d := page.sections[1].section.(*decide)
	page.Open(place.Route{Subject: about["class"]})
	if d.one == nil || page.Route().Subject != about["class"] {
		t.Fatal("the one thing about a subject is not opened at once")
	}
	d.one.read = func() (json.RawMessage, error) { return json.RawMessage(`"sedang"`), nil }
	d.one.saveThird()
	if d.one == nil || !strings.Contains(strings.Join(stage.Texts(d.one.page), " "), "strategis") {
		t.Errorf("the refusal is not shown: %q", stage.Texts(d.one.page))
	}
	if !page.Back() || page.Back() {
		t.Error("Esc does not lead to the list, and no further")
	}
	one := find(t, page, app.DecideValues, about["class"])
	given, err := o.Do(app.Order{Command: app.Decide{Subject: string(about["class"]), Field: "class", Take: one.Values[0].Mark.String()}})
	if err != nil {
		t.Fatal(err)
	}
	page.Reload()
	if d.one != nil {
		t.Error("what was decided elsewhere is still open")
	}
	d.undo(given)
	told := o.Told[len(o.Told)-2:]
	if told[0] != page.T("decide.undone") || told[1] != page.T("notice.undo-open") {
		t.Errorf("told %q", told)
	}
	if again := find(t, page, app.DecideValues, about["class"]); len(again.Values) != len(one.Values) || again.Values[0].At != one.Values[0].At {
		t.Errorf("%+v stands instead of %+v", again.Values, one.Values)
	}
}

func TestDifferingWordsAreFound(t *testing.T) {
	var differ []string
	for _, r := range runs(ours, theirs) {
		if r.differ {
			differ = append(differ, strings.TrimSpace(r.text))
		}
	}
	if got := strings.Join(differ, "|"); !strings.Contains(got, "formulir") || strings.Contains(got, "Penyerang") {
		t.Errorf("%q", got)
	}
}

// A thousand rows are listed within a blink.
func TestAThousandDecisionsAreListed(t *testing.T) {
	o := newOffice(t, "2026-11-24 08:00")
	page, _ := o.show(locales.ID)
	d := page.sections[1].section.(*decide)
	d.desk = crowd{o.Desk}
	began := time.Now()
	d.show("")
	if took := time.Since(began); len(d.table.Rows()) != 1000 || took > time.Second {
		t.Errorf("%d rows after %s", len(d.table.Rows()), took)
	}
}

type crowd struct{ *app.Desk }

func (crowd) Decisions() (out []app.Decision, err error) {
	for i := range 1000 {
		out = append(out, app.Decision{Kind: app.DecideValues, Of: "person", Name: strings.Repeat("Nama panjang ", 9), Field: "phone",
			Subject: model.SubjectID(strconv.Itoa(i)), Values: []app.Rival{{Field: "phone", Value: []byte(`"1"`)}, {Field: "phone", Value: []byte(`"2"`)}}})
	}
	return out, nil
}
