package app

import (
	"bytes"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"filippo.io/age"

	"siaga/app/bundle"
	"siaga/model"
)

// eraseRow orders one row to be erased.
func (b *bench) eraseRow(call Done, row model.Mark) Done {
	b.t.Helper()
	return b.do(ErasePersonalData{Subject: string(call.Ticket), Rows: []string{row.String()}, Ground: "request",
		OrderedBy: "Ketua Tim", Letter: "500.12/7", Reason: "permintaan pelapor"})
}

// anyFileHolds reports whether a word is in any file of the data folder, opened
// with whatever key the desk has.
func (b *bench) anyFileHolds(word string) bool {
	b.t.Helper()
	key, _, err := bundle.IdentityFrom(b.vault.Key("files"))
	if err != nil {
		b.t.Fatal(err)
	}
	var keys []age.Identity
	for _, text := range append(b.identities(), key) {
		identity, err := age.ParseX25519Identity(text)
		if err != nil {
			b.t.Fatal(err)
		}
		keys = append(keys, identity)
	}
	found := b.holdsWord(word)
	err = filepath.WalkDir(b.world.Folder, func(path string, e os.DirEntry, err error) error {
		if err != nil || e.IsDir() {
			return err
		}
		sealed, err := os.ReadFile(path)
		if err != nil {
			return err
		}
		found = found || bytes.Contains(sealed, []byte(word))
		if opened, err := age.Decrypt(bytes.NewReader(sealed), keys...); err == nil {
			content, err := io.ReadAll(opened)
			found = found || err != nil || bytes.Contains(content, []byte(word))
		}
		return nil
	})
	if err != nil {
		b.t.Fatal(err)
	}
	return found
}

const secretFile = "nomor telepon Ratna Kusumawardani 081299887766"

func TestTheErasedFileIsNowhereAtAnyDesk(t *testing.T) {
	front, back, call := twoDesks(t)
	row := front.seize(call, "kontak.txt", secretFile)
	other := front.seize(call, "akses.log", "GET /wp-login.php")
	send(t, front, back)
	send(t, back, front)
	if !front.anyFileHolds(secretFile) || !back.anyFileHolds(secretFile) {
		t.Fatal("the secret was not there to be erased")
	}
	front.eraseRow(call, row)
	if front.anyFileHolds(secretFile) {
		t.Error("the desk that ordered it still holds it")
	}
	send(t, front, back)
	for _, b := range []*bench{front, back} {
		for range 2 {
			if b.anyFileHolds(secretFile) || len(b.kept()) != 1 || len(b.MissingFiles()) != 0 {
				t.Errorf("desk %s holds it, or misses it: %v", b.letter, b.kept())
			}
			if b.content(call, row) != "refuse.evidence-unknown" || b.content(call, other) != "GET /wp-login.php" {
				t.Error(b.content(call, row), b.content(call, other))
			}
			if c, err := b.Check(); err != nil || c.Files != 1 || c.Missing != 0 {
				t.Errorf("%+v %v", c, err)
			}
			b.again()
		}
	}
	same(t, front, back)
}

func TestAFileThatAnotherRowNamesStays(t *testing.T) {
	b := newDeskAt(t, "2026-10-05 08:00")
	one, two := b.call("satu"), b.call("dua")
	first, second := b.seize(one, "a.txt", secretFile), b.seize(two, "b.txt", secretFile)
	b.eraseRow(one, first)
	if got := b.content(two, second); got != secretFile {
		t.Error(got)
	}
	b.do(WithdrawRow{Incident: IncidentRef(two.ID), Row: second.String(), Reason: "salah"})
	b.eraseRow(two, second)
	if b.anyFileHolds(secretFile) || len(b.kept()) != 0 {
		t.Error("a withdrawn row keeps it:", b.kept())
	}
}

// What a merge copied is erased with it, and so is its file.
func TestAMergedTicketsFileIsErased(t *testing.T) {
	b := newDeskAt(t, "2026-10-05 08:00")
	one, two := b.call("satu"), b.call("dua")
	b.seize(one, "a.txt", secretFile)
	b.do(MergeIncidents{From: IncidentRef(one.ID), Into: IncidentRef(two.ID), Reason: "sama", Take: map[string]string{"title": "into", "description": "into"}})
	copied := b.incident(two).Evidence[0]
	if got := b.content(two, copied.Mark); got != secretFile {
		t.Fatal(got)
	}
	b.eraseRow(two, copied.Mark)
	if b.anyFileHolds(secretFile) || len(b.kept()) != 0 {
		t.Error("the copy is still here:", b.kept())
	}
}

// The order comes before the file: the content is not kept, nor asked for.
func TestAnOrderThatComesBeforeTheFile(t *testing.T) {
	front, back, call := twoDesks(t)
	third := front.join("Loket")
	send(t, third, front, back)
	row := front.seize(call, "kontak.txt", secretFile)
	late := front.written(Export{})
	send(t, front, back)
	back.eraseRow(call, row)
	send(t, back, third)
	if _, err := third.takeInFrom(late, nil); err != nil {
		t.Fatal(err)
	}
	if third.anyFileHolds(secretFile) || len(third.kept()) != 0 || len(third.MissingFiles()) != 0 {
		t.Error("it came:", third.kept(), third.MissingFiles())
	}
}

// A received file that holds nothing but the content goes too.
func TestAnErasureRemovesFilesWithTheContentFromTheInbox(t *testing.T) {
	front, back, call := twoDesks(t)
	row := front.seize(call, "kontak.txt", secretFile)
	send(t, front, back)
	send(t, back, front)
	back.lose()
	send(t, back, front)
	answer, err := back.Receive(front.written(Export{}))
	if err != nil {
		t.Fatal(err)
	}
	if a, err := back.Preview(answer, "", nil); err != nil || a.Events != 0 || a.Files != 1 {
		t.Fatalf("%+v %v", a, err)
	}
	given := front.Erasures
	done := front.eraseRow(call, row)
	send(t, front, back)
	if len(back.Received()) != 0 || back.anyFileHolds(secretFile) {
		t.Error("it waits in the inbox:", back.Received())
	}
	if out := given()[0].GivenOut; done.Notice != nil || len(out) == 0 || !strings.HasSuffix(out[len(out)-1].Path, ".siaga") {
		t.Errorf("given out: %+v", out)
	}
}
