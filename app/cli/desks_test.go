package cli

import (
	"encoding/base64"
	"fmt"
	"io/fs"
	"math/rand/v2"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"sync"
	"testing"
	"testing/fstest"

	"siaga/app"
	"siaga/locales"
)

// filePass is a passphrase as the program draws it.
var filePass = regexp.MustCompile(`[0-9A-Z]{4}(-[0-9A-Z]{4}){5}`)

// office is what tests about several desks begin with: made once, because every
// try of a passphrase costs a second, and copied for each of them.
type officeOfTwo struct {
	front, back             fs.FS // folders of desk A, and of B, which has joined it
	frontRecovery, recovery string
	invitation, passphrase  string
	invited, joined         map[string]string // what was printed, by language
}

var madeOffice struct {
	sync.Once
	officeOfTwo
}

// twoDesks are desks A and B of one office that have heard of each other.
func twoDesks(t *testing.T) (front, back *bench) {
	t.Helper()
	madeOffice.Do(func() { makeOffice(t) })
	front, back = newBench(t), newBench(t)
	back.seed = "2"
	for b, folder := range map[*bench]fs.FS{front: madeOffice.front, back: madeOffice.back} {
		if err := os.CopyFS(b.folder, folder); err != nil {
			t.Fatal(err)
		}
	}
	return front, back
}

func makeOffice(t *testing.T) {
	o := &madeOffice.officeOfTwo
	front := newBench(t)
	o.frontRecovery = recoveryKey.FindString(front.must("init", "--person", "Petugas Piket", "--office", "Diskominfo"))
	file := filepath.Join(t.TempDir(), "undangan.siaga")
	o.invited = map[string]string{"id": strings.ReplaceAll(front.must("desks", "invite", file, "--name", "Loket"), file, "FILE")}
	o.passphrase = filePass.FindString(o.invited["id"])
	content, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	o.invitation = string(content)
	back := newBench(t)
	back.seed = "2"
	back.env["SIAGA_BUNDLE_PASSPHRASE"] = o.passphrase
	o.joined = map[string]string{"id": back.must("join", file, "--person", "Petugas Piket")}
	o.recovery = recoveryKey.FindString(o.joined["id"])
	carry(t, back, front)
	carry(t, front, back)
	o.front, o.back = held(t, front.folder), held(t, back.folder)
}

// held keeps a folder in memory.
func held(t *testing.T, folder string) fs.FS {
	t.Helper()
	out := fstest.MapFS{}
	err := filepath.WalkDir(folder, func(path string, e fs.DirEntry, err error) error {
		if err != nil || e.IsDir() {
			return err
		}
		name, _ := filepath.Rel(folder, path)
		content, err := os.ReadFile(path)
		out[filepath.ToSlash(name)] = &fstest.MapFile{Data: content, Mode: 0o600}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return out
}

// carry brings what is new from one desk to another and returns what was printed.
func carry(t *testing.T, from, to *bench) string {
	t.Helper()
	file := outgoing(t, from)
	return to.must("bundle", "import", file)
}

func outgoing(t *testing.T, from *bench, options ...string) string {
	t.Helper()
	file := filepath.Join(t.TempDir(), "kiriman.siaga")
	from.must(append([]string{"bundle", "export", file}, options...)...)
	return file
}

// registers takes in a report at a desk.
func (b *bench) registers(title string) string {
	b.t.Helper()
	return results(b.t, b.feed(`{"do":"register-incident","reporterName":"Pelapor","title":"`+title+`","description":"uji"}`, "apply", "-").out)[0].Ticket
}

// sameOffice compares what two desks show.
func sameOffice(t *testing.T, a, b *bench) {
	t.Helper()
	if x, y := a.must("list", "--json"), b.must("list", "--json"); x != y {
		t.Errorf("two desks show different incidents:\n%s\n%s", x, y)
	}
	if x, y := parsed[checked](t, a.must("check", "--json")), parsed[checked](t, b.must("check", "--json")); x.Digest != y.Digest {
		t.Error("two desks hold different things")
	}
}

func states(t *testing.T, b *bench) string {
	t.Helper()
	told := parsed[desksValue](t, b.must("desks", "--json"))
	all := []string{string(told.Me.Letter) + " " + told.Me.State}
	for _, k := range told.Others {
		all = append(all, string(k.Letter)+" "+k.State)
	}
	return strings.Join(all, ", ")
}

// A desk is invited, joins, is compared aloud, and both show the same office.
func TestTwoDesksBecomeOneOffice(t *testing.T) {
	front, back := twoDesks(t)
	golden(t, "invite.id.txt", regexp.MustCompile(`\(\d+,\d KB\)`).ReplaceAllString(filePass.ReplaceAllString(madeOffice.invited["id"], "PASSPHRASE"), "(SIZE)"))
	golden(t, "join.id.txt", recoveryKey.ReplaceAllString(madeOffice.joined["id"], "RECOVERY-KEY"))
	sameOffice(t, front, back)
	read := regexp.MustCompile(`\d{5}( \d{5}){5}`).FindString(back.must("desks", "fingerprint"))
	if told := front.must("desks", "fingerprint", "b"); !strings.Contains(told, read) {
		t.Errorf("the front desk sees %s, the other one %s", told, read)
	}
	front.must("desks", "admit", "B", "--fingerprint", strings.ReplaceAll(read, " ", "-"))
	front.registers("Di depan")
	back.registers("Di belakang")
	for _, lang := range locales.Langs() {
		golden(t, "import-preview."+string(lang)+".txt", front.must("bundle", "import", outgoing(t, back), "--preview", "--lang", string(lang)))
		golden(t, "desks."+string(lang)+".txt", front.must("desks", "--lang", string(lang)))
	}
	if told := parsed[[]lyingValue](t, front.must("bundle", "inbox", "--json")); len(told) != 0 {
		t.Errorf("a preview leaves %v", told)
	}
	carry(t, back, front)
	carry(t, front, back)
	sameOffice(t, front, back)
	if got := states(t, front); got != "A me, B trusted" {
		t.Error(got)
	}
	if told := parsed[desksValue](t, back.must("desks", "--json")); told.Others[0].Missing != 0 {
		t.Errorf("%+v", told)
	}
}

// Both desks change the same field: that is told, and is to be decided.
func TestADifferenceIsTold(t *testing.T) {
	front, back := twoDesks(t)
	ticket := front.registers("Situs berubah")
	carry(t, front, back)
	for b, impact := range map[*bench]string{front: "Ringan", back: "Berat"} {
		b.feed(`{"do":"amend-incident","incident":"`+ticket+`","impact":"`+impact+`"}`, "apply", "-")
	}
	told := parsed[arrivalValue](t, front.must("bundle", "import", outgoing(t, back), "--json"))
	if !told.TakenIn || !told.Whole || len(told.Disputes) != 1 || told.Disputes[0].Field != "impact" || string(told.Disputes[0].Ticket) != ticket {
		t.Errorf("%+v", told)
	}
	if len(told.Sentences) != 3 {
		t.Errorf("%q", told.Sentences)
	}
}

// A folder that was put back from yesterday lacks what had been confirmed: the
// file waits, the desk asks, and what waited is taken in.
func TestWhatWasLostIsAskedFor(t *testing.T) {
	front, back := twoDesks(t)
	front.registers("Pertama")
	yesterday := held(t, back.folder)
	carry(t, front, back)
	carry(t, back, front)
	if err := os.RemoveAll(back.folder); err != nil {
		t.Fatal(err)
	}
	if err := os.CopyFS(back.folder, yesterday); err != nil {
		t.Fatal(err)
	}
	front.registers("Kedua")
	if out := carry(t, front, back); !strings.Contains(out, "menunggu di kotak masuk") || !strings.HasSuffix(out, "\nBelum ada yang dimasukkan dari kiriman ini.\n") {
		t.Errorf("%s", out)
	}
	name := regexp.MustCompile(`[0-9a-f]{12}`)
	for _, lang := range locales.Langs() {
		golden(t, "inbox."+string(lang)+".txt", name.ReplaceAllString(back.must("bundle", "inbox", "--lang", string(lang)), "NAME--------"))
	}
	file := filepath.Join(t.TempDir(), "permintaan.siaga")
	back.must("bundle", "request", file)
	if told := parsed[arrivalValue](t, front.must("bundle", "import", file, "--json")); !told.Request {
		t.Errorf("%+v", told)
	}
	carry(t, front, back)
	sameOffice(t, front, back)
	if told := back.must("bundle", "inbox"); told != "Kotak masuk kosong.\n" {
		t.Errorf("%s still waits", told)
	}
}

// The disk of desk B breaks; its backup becomes desk C, and B is revoked.
func TestADeskIsRestored(t *testing.T) {
	front, back := twoDesks(t)
	first := back.registers("Sebelum cadangan")
	folder := t.TempDir()
	told := parsed[writtenValue](t, back.must("backup", folder, "--json"))
	if filepath.Dir(told.Path) != folder {
		t.Errorf("the backup lies at %s", told.Path)
	}
	back.must("backup", "--test")
	again := newBench(t)
	again.seed, again.env["SIAGA_RECOVERY_KEY"] = "3", madeOffice.recovery
	out := again.must("restore", told.Path, "--person", "Petugas Piket")
	if fresh := recoveryKey.FindString(out); fresh == "" || fresh == madeOffice.recovery {
		t.Error("there is no new recovery key")
	}
	golden(t, "restore.id.txt", recoveryKey.ReplaceAllString(out, "RECOVERY-KEY"))
	carry(t, again, front)
	front.must("show", first)
	front.must("desks", "revoke", "B", "--reason", "Diska rusak")
	front.must("desks", "rename", "C", "--name", "Loket baru")
	carry(t, front, again)
	carry(t, again, front)
	sameOffice(t, front, again)
	if got := states(t, front); got != "A me, B revoked, C uncompared" {
		t.Error(got)
	}
	if next := again.registers("Sesudahnya"); !strings.Contains(next, "-C-") {
		t.Errorf("the restored desk numbers %s", next)
	}
}

// Two desks meet in a shared folder, until somebody ends the watch.
func TestASharedFolderCarriesBetweenDesks(t *testing.T) {
	front, back := twoDesks(t)
	shared := t.TempDir()
	front.registers("Di depan")
	front.must("folder", shared)
	told := parsed[visitValue](t, back.must("folder", shared, "--json"))
	if len(told.Arrivals) != 1 || !told.Left || len(told.Arrivals[0].New) != 1 {
		t.Errorf("%+v", told)
	}
	front.stop = make(chan struct{})
	ended := false
	front.shown = func() {
		if !ended {
			ended = true
			close(front.stop)
		}
	}
	front.must("folder", shared, "--watch", "3600")
	front.shown, front.stop = nil, nil
	front.must("folder", shared)
	back.must("folder", shared)
	sameOffice(t, front, back)
}

// A large file goes by mail in parts, and a file for nobody in particular opens
// with what is read out.
func TestPartsAndPassphrases(t *testing.T) {
	front, back := twoDesks(t)
	front.feed(`{"do":"amend-office","emblem":"`+randomEmblem()+`"}`, "apply", "-")
	file := filepath.Join(t.TempDir(), "kiriman.siaga")
	told := parsed[writtenValue](t, front.must("bundle", "export", file, "--armor", "--split", "1", "--json"))
	if _, err := os.Stat(file); len(told.Parts) != 0 || err != nil {
		t.Errorf("a small file was split: %v, %v", told.Parts, err)
	}
	parts, err := app.SplitFile(file, 300_000)
	if err != nil || len(parts) < 2 || !strings.HasSuffix(parts[0], ".part-1-of-"+string(rune('0'+len(parts)))) {
		t.Fatalf("%v, %v", parts, err)
	}
	without := append([]string{"bundle", "import", parts[0]}, parts[2:]...)
	back.refuses(refused, "2", without...)
	back.must("bundle", "import", parts[0])
	front.registers("Sesudahnya")
	out := front.must("bundle", "export", t.TempDir()+"/", "--with-passphrase")
	path := regexp.MustCompile(`\S+siaga-[0-9a-f]{16}\.siaga`).FindString(out)
	back.refuses(refused, "frasa sandi", "bundle", "import", path)
	back.typed = []string{strings.ToLower(filePass.FindString(out))}
	back.must("bundle", "import", path, "--preview")
}

// An invitation that was split for mail is joined by any of its parts, or by all
// of them; what is missing is said.
func TestAnInvitationGoesByMailInParts(t *testing.T) {
	front := newBench(t)
	front.must("init", "--person", "Petugas Piket")
	front.feed(`{"do":"amend-office","emblem":"`+randomEmblem()+`"}`, "apply", "-")
	file := filepath.Join(t.TempDir(), "undangan.siaga")
	invited := parsed[invitedValue](t, front.must("desks", "invite", file, "--name", "Loket", "--split", "1", "--json"))
	parts, err := app.SplitFile(file, 300_000)
	if err != nil || len(invited.Parts) != 0 || len(parts) != 3 {
		t.Fatalf("%v, %v, %v", invited.Parts, parts, err)
	}
	for seed, given := range [][]string{parts[1:2], parts} {
		back := newBench(t)
		back.seed, back.env["SIAGA_BUNDLE_PASSPHRASE"] = fmt.Sprint(seed+2), invited.Passphrase
		back.must(append([]string{"join"}, given...)...)
		if me := parsed[desksValue](t, back.must("desks", "--json")).Me; me.Name != "Loket" {
			t.Errorf("by %v it is %+v", given, me)
		}
	}
	if err := os.Remove(parts[1]); err != nil {
		t.Fatal(err)
	}
	late := newBench(t)
	late.env["SIAGA_BUNDLE_PASSPHRASE"] = invited.Passphrase
	late.refuses(refused, "2", "join", parts[0])
}

// randomEmblem is a picture that does not get smaller when it is packed.
func randomEmblem() string {
	picture := make([]byte, 500<<10)
	_, _ = rand.NewChaCha8([32]byte{}).Read(picture) // never fails
	return base64.StdEncoding.EncodeToString(picture)
}
