package app

import (
	"bytes"
	"encoding/binary"
	"io/fs"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"

	"siaga/app/journal"
	"siaga/model"
)

const secretName = "Ratna Kusumawardani"

// erase orders what is needed, with fields and rows as chosen.
func (b *bench) erase(subject string, fields ...string) Done {
	b.t.Helper()
	return b.do(ErasePersonalData{Subject: subject, Fields: fields, Ground: "request", OrderedBy: "Ketua Tim", Letter: "500.12/7", Reason: "permintaan pelapor"})
}

// holds reports whether a word is in any event that the desk keeps, in its
// journal or its store.
func (b *bench) holdsWord(word string) bool {
	b.t.Helper()
	found := false
	err := b.journal.Replay(journal.Position{}, func(record []byte, _ journal.Position) error {
		found = found || bytes.Contains(record, []byte(word))
		return nil
	})
	if err == nil {
		err = b.store.EachEvent(func(_ [16]byte, _ uint64, e []byte) error {
			found = found || bytes.Contains(e, []byte(word))
			return nil
		})
	}
	if err == nil {
		err = b.store.EachRow(func(_ [16]byte, row []byte) error {
			found = found || bytes.Contains(row, []byte(word)) || bytes.Contains(row, []byte(strings.ToLower(word)))
			return nil
		})
	}
	if err != nil {
		b.t.Fatal(err)
	}
	return found
}

// pieces are parts of files, by their beginning.
type pieces map[uint64][]byte

// sealedPieces are pieces of every file in which the desk keeps events: none of
// them may be in the folder when these were written anew.
func sealedPieces(t *testing.T, folder string) pieces {
	t.Helper()
	pieces := pieces{}
	err := filepath.WalkDir(folder, func(path string, e fs.DirEntry, err error) error {
		if err != nil || e.IsDir() || !strings.Contains(path, "journal") && !strings.Contains(path, "store") {
			return err
		}
		b, err := os.ReadFile(path)
		for at := 64; at+64 <= len(b); at += 64 {
			if piece := b[at : at+64]; bytes.Count(piece, []byte{0}) < 8 {
				pieces[binary.LittleEndian.Uint64(piece)] = piece
			}
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return pieces
}

func (b *bench) fileWith(pieces pieces) (name string) {
	b.t.Helper()
	err := filepath.WalkDir(b.world.Folder, func(path string, e fs.DirEntry, err error) error {
		if err != nil || e.IsDir() {
			return err
		}
		data, err := os.ReadFile(path)
		for at := 0; at+64 <= len(data); at++ {
			if piece := pieces[binary.LittleEndian.Uint64(data[at:])]; piece != nil && bytes.Equal(piece, data[at:at+64]) {
				name = path
				return fs.SkipAll
			}
		}
		return err
	})
	if err != nil {
		b.t.Fatal(err)
	}
	return name
}

func secretCall(b *bench) Done {
	return b.do(RegisterIncident{ReporterName: secretName, ReporterPhone: "081299887766", Description: "beranda diubah"})
}

func TestTheSecretThatWasErasedIsNowhereAtAnyDesk(t *testing.T) {
	front := newDeskAt(t, "2026-10-05 08:00")
	call := secretCall(front)
	back := front.join("Meja belakang")
	send(t, back, front)
	send(t, front, back)
	if !front.holdsWord(secretName) || !back.holdsWord(secretName) {
		t.Fatal("the secret was not there to be erased")
	}
	pieces := map[*bench]pieces{}
	for _, b := range []*bench{front, back} {
		b.again()
		pieces[b] = sealedPieces(t, b.world.Folder)
	}
	front.erase(string(call.Ticket))
	send(t, front, back)
	for _, b := range []*bench{front, back} {
		if b.holdsWord(secretName) {
			t.Errorf("desk %s still holds it", b.letter)
		}
		if name := b.fileWith(pieces[b]); name != "" {
			t.Errorf("desk %s still has sealed bytes of before in %s", b.letter, name)
		}
		if _, err := b.Check(); err != nil {
			t.Error(err)
		}
		if i, _ := b.Incident(IncidentRef(call.Ticket)); i.Reporter.Name != model.Gone || i.Description != "beranda diubah" {
			t.Errorf("%+v", i)
		}
		if c := b.others.Carried; len(c) != 1 || c[first(c)].Events != 1 {
			t.Errorf("carried out: %+v", c)
		}
		b.again()
	}
	same(t, front, back)
}

func first[K comparable, V any](m map[K]V) (key K) {
	for key = range m {
		break
	}
	return key
}

// One desk erases while another edits; a third hears of it in another order; a
// late file with the payload is not believed any more.
func TestThreeDesksObeyWhateverTheOrder(t *testing.T) {
	front := newDeskAt(t, "2026-10-05 08:00")
	back, third := front.join("Meja belakang"), front.join("Meja ketiga")
	send(t, back, front)
	send(t, third, front)
	send(t, front, back, third)
	call := secretCall(front)
	late := front.written(Export{Full: true})
	send(t, front, back)
	back.do(AmendIncident{Incident: IncidentRef(call.Ticket), Details: Details{Title: text("Judul baru"), Impact: text("berat")}})
	front.erase(string(call.Ticket), "reporter", "description")
	back.erase(string(call.Ticket), "title")
	send(t, back, third)
	send(t, front, third)
	if _, err := third.takeInFrom(late, nil); err != nil && faultOf(err) != "refuse.bundle-again" {
		t.Fatal(err)
	}
	for range 2 {
		send(t, front, back, third)
		send(t, back, front, third)
		send(t, third, front, back)
	}
	same(t, front, back, third)
	for _, b := range []*bench{front, back, third} {
		for _, word := range []string{secretName, "beranda diubah", "Judul baru"} {
			if b.holdsWord(word) {
				t.Errorf("desk %s holds %q", b.letter, word)
			}
		}
		i, _ := b.Incident(IncidentRef(call.Ticket))
		if i.Impact != "berat" || i.Title != model.Gone || len(i.Conflicts)+len(i.Misfits) > 0 {
			t.Errorf("%+v", i)
		}
	}
}

// A desk that has the order takes the event without its payload from a file that
// was written before.
func TestALateFileDoesNotBringItBack(t *testing.T) {
	front := newDeskAt(t, "2026-10-05 08:00")
	back, third := front.join("Meja belakang"), front.join("Meja ketiga")
	send(t, back, front)
	send(t, third, front)
	send(t, front, back, third)
	call := secretCall(front)
	late := front.written(Export{})
	send(t, front, back)
	back.erase(string(call.Ticket))
	back.renote(func(x *exchanged) { // back takes it that third has the call, which is still on its way
		x.Receipts[third.me] = Receipt{Vector: model.Vector{front.me: back.chains[front.me].n}, At: back.Now()}
	})
	a, err := third.takeInFrom(back.written(Export{For: []model.DeskID{third.me}}), nil)
	if err != nil || len(third.Erasures()) != 1 {
		t.Fatalf("%+v, %v", a, err)
	}
	if _, err := third.takeInFrom(late, nil); err != nil {
		t.Fatal(err)
	}
	if third.holdsWord(secretName) {
		t.Error("it came back")
	}
	if c := third.others.Carried; len(c) != 1 || c[first(c)].Events != 0 {
		t.Errorf("%+v", c)
	}
}

// Killed after any step, the desk opens with nothing lost and the erasure done.
func TestAnErasureSurvivesAKillAtAnyStep(t *testing.T) {
	steps := 6
	for kill := range steps + 1 {
		b := newDeskAt(t, "2026-10-05 08:00")
		call := secretCall(b)
		b.call("lain")
		b.mu.Lock()
		if _, err := b.carryOut(Order{Command: ErasePersonalData{Subject: string(call.Ticket), Ground: "request", OrderedBy: "Ketua", Reason: "diminta"}}); err != nil {
			t.Fatal(err)
		}
		x, _ := b.others.copied()
		x.Carried[b.dueErasures()[0]] = Carried{At: model.At(b.now()), Events: 1}
		all := b.rewriting(x, nil)
		if len(all) != steps {
			t.Fatalf("there are %d steps", len(all))
		}
		for _, step := range all[:kill] {
			if err := step(); err != nil {
				t.Fatal(err)
			}
		}
		b.mu.Unlock()
		b.again()
		if trouble := b.Recovery(); trouble != nil {
			t.Fatalf("killed after step %d: %v", kill, trouble.Err)
		}
		if b.holdsWord(secretName) || len(b.Incidents()) != 2 || len(b.dueErasures()) > 0 {
			t.Errorf("killed after step %d: it is not done", kill)
		}
		if fileExists(b.freshJournal()) || b.swapping() {
			t.Errorf("killed after step %d: something is left", kill)
		}
		if _, err := b.Check(); err != nil {
			t.Errorf("killed after step %d: %v", kill, err)
		}
	}
}

// The former journal may be half removed when the program is killed.
func TestAKillWhileTheFormerJournalIsRemoved(t *testing.T) {
	b := newDeskAt(t, "2026-10-05 08:00")
	call := secretCall(b)
	b.mu.Lock()
	if _, err := b.carryOut(Order{Command: ErasePersonalData{Subject: string(call.Ticket), Ground: "request", OrderedBy: "Ketua", Reason: "diminta"}}); err != nil {
		t.Fatal(err)
	}
	for _, step := range b.rewriting(b.others, nil)[:3] {
		if err := step(); err != nil {
			t.Fatal(err)
		}
	}
	b.mu.Unlock()
	if err := os.Remove(filepath.Join(b.journalPath(), "000001.journal")); err != nil {
		t.Fatal(err)
	}
	b.again()
	if b.Recovery() != nil || b.holdsWord(secretName) || len(b.Incidents()) != 1 {
		t.Error("the erasure is not finished")
	}
}

func TestAnErasureRefusesWhatItCannotDo(t *testing.T) {
	b := newDeskAt(t, "2026-10-05 08:00")
	call := secretCall(b)
	whole := ErasePersonalData{Subject: string(call.Ticket), Ground: "request", OrderedBy: "Ketua", Reason: "diminta"}
	for key, spoil := range map[string]func(*ErasePersonalData){
		"refuse.erase-subject":    func(c *ErasePersonalData) { c.Subject = "tidak ada" },
		"refuse.erase-field":      func(c *ErasePersonalData) { c.Fields = []string{"ticket"} },
		"refuse.row-unknown":      func(c *ErasePersonalData) { c.Rows = []string{"a.1"} },
		"refuse.erase-ground":     func(c *ErasePersonalData) { c.Ground = "" },
		"refuse.erase-ordered-by": func(c *ErasePersonalData) { c.OrderedBy = "" },
		"refuse.reason":           func(c *ErasePersonalData) { c.Reason = "" },
	} {
		c := whole
		spoil(&c)
		if _, err := b.Do(Order{Command: c}); faultOf(err) != key {
			t.Errorf("%v, not %s", err, key)
		}
	}
	done := b.do(whole)
	if _, err := b.Do(Order{Command: whole}); faultOf(err) != "refuse.erase-field" {
		t.Errorf("erasing again: %v", err)
	}
	for _, subject := range []string{string(call.ID), string(done.ID)} {
		if _, err := b.Do(Order{Command: Undo{Subject: subject, Reason: "salah"}}); err == nil {
			t.Error("an erasure was taken back")
		}
	}
	if !b.holdsWord("beranda diubah") {
		t.Error("more than that is gone")
	}
}

func TestAPersonIsErasedAndTheRosterStands(t *testing.T) {
	b := newDeskAt(t, "2026-10-05 08:00")
	p := b.do(AddPerson{Name: secretName, NIP: "198001012005011001", Phone: "0812", JobTitle: "Analis"})
	b.erase(secretName, "name", "nip", "phone")
	if b.holdsWord(secretName) || b.holdsWord("198001012005011001") {
		t.Error("the person is still there")
	}
	if got := b.Person(p.ID); got.Name != model.Gone || got.JobTitle != "Analis" {
		t.Errorf("%+v", got)
	}
}

// Nothing but the reporter changes in what is reckoned of a whole office.
func TestErasingReportersChangesNoFigure(t *testing.T) {
	b := newDeskAt(t, "2026-10-05 08:00")
	b.call("uji")
	handled := b.atStep7()
	b.do(AmendIncident{Incident: handled, Details: Details{ReporterName: text(secretName)}})
	was, _ := b.Incident(handled)
	rows := b.Incidents()
	b.erase(string(handled))
	is, _ := b.Incident(handled)
	is.Reporter = was.Reporter
	if !reflect.DeepEqual(is, was) {
		t.Errorf("it reads\n%+v\nnot\n%+v", is, was)
	}
	for n, row := range b.Incidents() {
		row, before := *row, *rows[n]
		row.Reporter, row.Text = before.Reporter, before.Text
		if !bytes.Equal(row.Bytes(), before.Bytes()) {
			t.Errorf("the row reads\n%+v\nnot\n%+v", row, before)
		}
	}
}
