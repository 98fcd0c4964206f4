package app

import (
	"encoding/json"
	"math"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"siaga/model"
)

// sample is an event of a kind as it was once written.
type sample struct {
	kind   string
	values map[string]any
}

// samples are one event of every kind, from the golden ones of the model.
func samples(t *testing.T) (all []sample) {
	t.Helper()
	files, _ := filepath.Glob("../model/testdata/events/*.json")
	for _, file := range files {
		b, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		var golden struct{ Head, Sealed string }
		var header struct{ Kind string }
		var payload struct{ Values map[string]any }
		for _, step := range []error{json.Unmarshal(b, &golden), json.Unmarshal([]byte(golden.Head), &header), json.Unmarshal([]byte(golden.Sealed), &payload)} {
			if step != nil {
				t.Fatal(file, step)
			}
		}
		if model.Known(model.Kind(header.Kind)) && payload.Values != nil {
			all = append(all, sample{header.Kind, payload.Values})
		}
	}
	return all
}

// spoiler makes of good values what no program would write.
type spoiler struct {
	chance *rand.Rand
	all    []sample
}

var spoiled = []any{nil, "", 0, -1, true, 1e300, int64(math.MaxInt64), int64(math.MinInt64), []any{}, map[string]any{}, []any{nil}, []any{map[string]any{}},
	"0001-01-01T00:00:00Z", "9999-12-31T23:59:59Z", "2026-13-45T99:99:99Z", "=cmd|calc", "\u0000\u202e\uffff", strings.Repeat("panjang ", 2000),
	map[string]any{"start": "9999-12-31T23:59:59Z", "end": "0001-01-01T00:00:00Z"}, map[string]any{"add": []any{"", "x\u0000"}, "remove": []any{nil}}}

var spoiledFields = []string{"passed/", "passed/1", "passed/-1.2", "passed/99999999999999999999.7", "passed/1.2.3", "passed/1000000000.2", "resumed/", "paused/1", "answered/x", "reopened/9",
	"ended/-5", "ended/1", "", "\u0000", strings.Repeat("f", 3000)}

// value is mostly another one than it was.
func (s *spoiler) value(was any) any {
	switch s.chance.IntN(6) {
	case 0:
		return was
	case 1:
		other := s.all[s.chance.IntN(len(s.all))].values
		keys := sortedKeys(other)
		return other[keys[s.chance.IntN(len(keys))]]
	case 2:
		return s.inside(was)
	}
	return spoiled[s.chance.IntN(len(spoiled))]
}

// inside spoils one part of a value that has parts.
func (s *spoiler) inside(was any) any {
	switch was := was.(type) {
	case map[string]any:
		out := map[string]any{}
		for key, value := range was {
			out[key] = value
			if s.chance.IntN(2) == 0 {
				out[key] = s.value(value)
			}
		}
		return out
	case []any:
		out := append([]any{}, was...)
		for n := range out {
			out[n] = s.value(out[n])
		}
		return append(out, out...)
	}
	return was
}

func (s *spoiler) values(of sample) map[string]any {
	out := map[string]any{}
	for field, was := range of.values {
		out[field] = s.value(was)
	}
	for s.chance.IntN(3) == 0 {
		out[spoiledFields[s.chance.IntN(len(spoiledFields))]] = s.value("x")
	}
	return out
}

// header spoils what stands beside the values.
func (s *spoiler) header(h *model.Header) {
	switch s.chance.IntN(12) {
	case 0:
		h.At = model.Stamp{Wall: math.MaxInt64, Count: math.MaxUint32}
	case 1:
		h.At = model.Stamp{Wall: math.MinInt64}
	case 2:
		h.V = -1
	case 3:
		h.Fields = append(h.Fields, h.Fields...)
	case 4:
		h.User = model.PersonID("bukan siapa-siapa")
	case 5:
		h.Base = map[string][]model.Mark{}
		for _, f := range append(h.Fields, "", "title") {
			h.Base[f] = []model.Mark{{Desk: h.Desk, N: h.N}, {Desk: "\u0000", N: math.MaxUint64}}
		}
	}
}

// Whatever stands in the values that an admitted desk writes: the desk that takes
// them in shows them or passes them over, answers every question, and opens again.
func TestWhateverALyingDeskWritesIsBorne(t *testing.T) {
	t.Parallel()
	rounds := scaled(2, "SIAGA_PROOF_LIES")
	front := newDeskAt(t, "2026-10-05 08:00")
	back := front.join("Meja belakang")
	call := front.call("uji")
	send(t, back, front)
	send(t, front, back)
	folder, all := front.copied(), samples(t)
	events, refused := 0, 0
	for round := range rounds {
		s := &spoiler{rand.New(rand.NewPCG(7, uint64(round))), all}
		l := back.lies()
		for n := range 400 {
			of := all[s.chance.IntN(len(all))]
			kind, _, _ := strings.Cut(of.kind, ".")
			id := model.SubjectID(hexOf(kind) + string(anID(n % 12))[8:])
			if kind == "incident" && s.chance.IntN(4) == 0 {
				id = call.ID
			}
			if kind == "office" && s.chance.IntN(2) == 0 {
				id = back.officeID
			}
			if kind != "desk" && kind != "invitation" || s.chance.IntN(100) == 0 {
				l.says(of.kind, id, s.values(of), s.header)
			}
		}
		desk := front.on(copyOf(t, folder))
		desk.t = t
		_, err := desk.takeInFrom(l.file(), nil)
		switch _, told := model.AsRefusal(err); {
		case err == nil:
			events += len(l.events)
		case told:
			refused++
		default:
			t.Fatalf("round %d: %v", round, err)
		}
		desk.answers(t)
		desk.standsAfter("lies")
		desk.answers(t)
		desk.Close()
	}
	if events == 0 {
		t.Error("no file was taken in, so nothing was borne")
	}
	t.Logf("%d files with spoiled values: %d events of %d kinds taken in, %d files refused", rounds, events, len(all), refused)
}

// hexOf begins an identity that tells kinds apart.
func hexOf(kind string) string {
	return string(anID(int(kind[0])<<16 + int(kind[1])<<8 + len(kind)))[24:]
}

// answers asks everything that a window would.
func (b *bench) answers(t *testing.T) {
	t.Helper()
	now := b.Now()
	for _, row := range b.Incidents() {
		ref := IncidentRef(row.ID)
		i, err := b.Incident(ref)
		if err != nil {
			t.Fatal(err)
		}
		_, _ = i.Response(now).State(), i.Resolution(now).State()
		_, _, _ = b.Merged(ref)
		_, _ = b.Resolution(ref)
		_, _ = b.Answer(ref)
		_, _ = b.Announcement(ref)
		if _, err := b.History(row.ID); err != nil {
			t.Fatal(err)
		}
	}
	for _, question := range []func() error{
		func() error { _, err := b.Decisions(); return err },
		func() error { _, err := b.Exchange(); return err },
		func() error { _, err := b.Register(now.Add(-days(400)), now); return err },
		func() error { b.Search(Filter{Text: "panjang"}); b.Holders("chair", now); b.OnDuty(now); return nil },
		func() error {
			_, err := b.Periodic(model.NewPeriod(model.Month, 2026, 10, b.zone), model.PaperNumber{})
			return err
		},
		func() error { Plan(b.Incidents(), now, now, b.atDesk); return nil },
	} {
		if err := question(); err != nil {
			if _, told := model.AsRefusal(err); !told {
				t.Fatal(err)
			}
		}
	}
}
