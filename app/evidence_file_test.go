package app

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"siaga/model"
)

// foundFile is a file on this machine with a content.
func foundFile(t *testing.T, name, content string) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), name)
	if err := os.WriteFile(path, []byte(content), 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

// seize adds a piece of evidence with a file to an incident.
func (b *bench) seize(call Done, name, content string) model.Mark {
	b.t.Helper()
	done := b.do(AddEvidence{Incident: IncidentRef(call.ID), Name: name, File: foundFile(b.t, name, content)})
	return done.Events[0]
}

// content is the content of a piece of evidence, or the key of the refusal.
func (b *bench) content(call Done, row model.Mark) string {
	b.t.Helper()
	var got bytes.Buffer
	if _, err := b.EvidenceFile(IncidentRef(call.ID), row.String(), &got, nil); err != nil {
		return faultOf(err)
	}
	return got.String()
}

// kept are the files in which contents lie.
func (b *bench) kept() (names []string) {
	entries, _ := os.ReadDir(filepath.Join(b.world.Folder, "files"))
	for _, e := range entries {
		names = append(names, e.Name())
	}
	return names
}

func TestAFileOfEvidenceIsKept(t *testing.T) {
	b := newDeskAt(t, "2026-10-05 08:00")
	call := b.call("beranda diubah")
	row := b.seize(call, "akses.log", "GET /wp-login.php")
	v, err := b.EvidenceAt(IncidentRef(call.ID), row.String())
	sum := sha256.Sum256([]byte("GET /wp-login.php"))
	if err != nil || v.File != "akses.log" || v.Size != 17 || v.SHA256 != hex.EncodeToString(sum[:]) || !b.HasFile(v) {
		t.Errorf("%+v %v", v, err)
	}
	b.again()
	if got := b.content(call, row); got != "GET /wp-login.php" {
		t.Error(got)
	}
	out := filepath.Join(t.TempDir(), "salinan.log")
	if _, err := b.SaveEvidenceFile(IncidentRef(call.ID), row.String(), out, nil); err != nil {
		t.Error(err)
	}
	if got, err := os.ReadFile(out); err != nil || string(got) != "GET /wp-login.php" {
		t.Error(string(got), err)
	}
	if missing := b.MissingFiles(); len(missing) != 0 {
		t.Errorf("%+v", missing)
	}
	b.do(WithdrawRow{Incident: IncidentRef(call.ID), Row: row.String(), Reason: "salah insiden"})
	if len(b.kept()) != 1 || len(b.namedFiles()) != 1 {
		t.Error("a withdrawn row lost its content")
	}
	b.lose()
	if len(b.MissingFiles()) != 0 {
		t.Error("a withdrawn row's content is missed")
	}
	b.do(Undo{Subject: string(call.Ticket)})
	if len(b.MissingFiles()) != 1 {
		t.Error("a row that holds again does not miss its content")
	}
}

func TestTheSameFileInTwoIncidentsIsOneContent(t *testing.T) {
	b := newDeskAt(t, "2026-10-05 08:00")
	one, two := b.call("satu"), b.call("dua")
	first, second := b.seize(one, "a.log", "isi"), b.seize(two, "b.log", "isi")
	if len(b.kept()) != 1 || b.content(one, first) != "isi" || b.content(two, second) != "isi" {
		t.Error(b.kept(), b.content(one, first), b.content(two, second))
	}
}

func TestAFileThatCannotBeKeptIsRefused(t *testing.T) {
	b := newDeskAt(t, "2026-10-05 08:00")
	call := IncidentRef(b.call("beranda diubah").ID)
	large := filepath.Join(t.TempDir(), "besar.img")
	if err := os.WriteFile(large, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	if err := os.Truncate(large, model.LargestFile+1); err != nil {
		t.Fatal(err)
	}
	file := foundFile(t, "a.log", "isi")
	for _, c := range []struct {
		order AddEvidence
		key   string
		field string
	}{
		{AddEvidence{Incident: call, Name: "x", File: large}, "refuse.evidence-large", "file"},
		{AddEvidence{Incident: call, Name: "x", File: large + "x"}, "refuse.file", "file"},
		{AddEvidence{Incident: call, Name: "x", File: filepath.Dir(large)}, "refuse.file", "file"},
		{AddEvidence{Incident: call, Name: " ", File: file}, "refuse.required", "name"},
		{AddEvidence{Incident: "CSIRT-2026-A-0999-X", Name: "x", File: file}, "", "incident"},
		{AddEvidence{Incident: call, Name: "x", File: file, SHA256: "0f"}, "refuse.sha256", "sha256"},
		{AddEvidence{Incident: call, Name: "x", File: file, SHA256: strings.Repeat("0f", 32)}, "refuse.evidence-differs", "sha256"},
	} {
		before := b.own().n
		_, err := b.Do(Order{Command: c.order})
		if r, refused := model.AsRefusal(err); !refused || r.Field != c.field || c.key != "" && r.Key != c.key {
			t.Errorf("%+v: %v", c.order, err)
		}
		if left := b.kept(); len(left) != 0 || b.own().n != before {
			t.Errorf("%+v left %v", c.order, left)
		}
	}
	_, err := b.DoTold(Order{Command: AddEvidence{Incident: call, Name: "x", File: file}}, func(done, total uint64) bool { return total != 3 })
	mustRefuse(t, err, "refuse.stopped")
	if len(b.kept()) != 0 {
		t.Error("what was stopped left", b.kept())
	}
	sum := sha256.Sum256([]byte("isi"))
	done := b.do(AddEvidence{Incident: call, Name: "x", File: file, SHA256: strings.ToUpper(hex.EncodeToString(sum[:]))})
	if row := done.Events[0]; b.content(done, row) != "isi" {
		t.Error("a right sum was not taken")
	}
	elsewhere := b.do(AddEvidence{Incident: call, Name: "disk", SHA256: strings.Repeat("0f", 32)})
	if got := b.content(elsewhere, elsewhere.Events[0]); got != "refuse.evidence-elsewhere" {
		t.Error(got)
	}
	if got := b.content(elsewhere, model.Mark{Desk: b.me, N: 1}); got != "refuse.evidence-unknown" {
		t.Error(got)
	}
}

// What is damaged on the disk is told at reading, set aside, and missing then.
func TestADamagedFileOfEvidenceIsTold(t *testing.T) {
	b := newDeskAt(t, "2026-10-05 08:00")
	call := b.call("beranda diubah")
	row := b.seize(call, "akses.log", "isi berkas")
	path := filepath.Join(b.world.Folder, "files", b.kept()[0])
	sealed, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	sealed[len(sealed)-3] ^= 4
	if err := os.WriteFile(path, sealed, 0o600); err != nil {
		t.Fatal(err)
	}
	out := filepath.Join(t.TempDir(), "salinan.log")
	_, err = b.SaveEvidenceFile(IncidentRef(call.ID), row.String(), out, nil)
	mustRefuse(t, err, "refuse.content-damaged")
	if fileExists(out) {
		t.Error("a damaged content was written")
	}
	if got := b.content(call, row); got != "refuse.content-missing" {
		t.Error(got)
	}
	if missing := b.MissingFiles(); len(missing) != 1 || missing[0].Name != "akses.log" || missing[0].Ticket != call.Ticket || missing[0].Ask != nil {
		t.Errorf("%+v", missing)
	}
}

// A content that the disk does not give is told as that, not as a broken chain.
func TestAContentThatTheDiskDoesNotGiveIsToldByACheck(t *testing.T) {
	b := newDeskAt(t, "2026-10-05 08:00")
	b.seize(b.call("beranda diubah"), "akses.log", "isi berkas")
	path := filepath.Join(b.world.Folder, "files", b.kept()[0])
	if err := errors.Join(os.Remove(path), os.Mkdir(path, 0o700)); err != nil {
		t.Fatal(err)
	}
	if _, err := b.Check(); err == nil || TroubleKey(err) != "recovery.files-unread" {
		t.Error(err)
	}
}

func TestAFilesNameIsSafeInAnyFolder(t *testing.T) {
	for name, want := range map[string]string{
		"akses.log": "akses.log", "../../etc/passwd": "passwd", `C:\Users\x\foto.jpg`: "foto.jpg", "a\u202egpj.exe": "a_gpj.exe",
		"..": "bukti", "": "bukti", " .rahasia. ": "rahasia", "a\nb?.txt": "a_b_.txt", "dir/": "bukti",
		"CON": "_CON", "nul .txt": "_nul .txt", "com1.tar.gz": "_com1.tar.gz", "console.log": "console.log",
		strings.Repeat("я", 300) + ".log": strings.Repeat("я", 98) + ".log", "x." + strings.Repeat("a", 300): "x." + strings.Repeat("a", 198),
	} {
		if got := FileNameOf(model.Evidence{File: name}); got != want {
			t.Errorf("%q is %q, want %q", name, got, want)
		}
	}
}
