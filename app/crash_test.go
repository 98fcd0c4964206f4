package app

import (
	"bufio"
	"bytes"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"

	"siaga/app/vault"
	"siaga/model"
)

// The child of the kill test: it registers incidents as fast as it can and
// says each ticket only after Do has returned.
func TestMain(m *testing.M) {
	if folder := os.Getenv("SIAGA_TEST_WRITER"); folder != "" {
		writeUntilKilled(folder)
	}
	if folder := os.Getenv("SIAGA_TEST_STARTER"); folder != "" {
		startAndTell(folder)
		return
	}
	if folder := os.Getenv("SIAGA_TEST_REBUILDER"); folder != "" {
		rebuildAndTell(folder)
		return
	}
	if folder := os.Getenv(childFolder); folder != "" {
		exchangeUntilKilled(folder)
	}
	code := m.Run()
	_ = os.RemoveAll(largeFolder)
	os.Exit(code)
}

func writeUntilKilled(folder string) {
	locked, err := vault.Open(VaultPath(folder))
	must(err)
	v, err := locked.Unlock(vault.Passphrase(testPassphrase))
	must(err)
	d, err := Open(World{Folder: folder, Now: time.Now, Random: seeded(fmt.Sprint(time.Now()))}, v)
	must(err)
	if trouble := d.Recovery(); trouble != nil {
		must(fmt.Errorf("in recovery: %s: %w", trouble.Key, trouble.Err))
	}
	fmt.Println("open")
	for i := 0; ; i++ {
		done, err := d.Do(Order{Command: RegisterIncident{ReporterName: "Pelapor", Description: "uji ke-" + strconv.Itoa(i), Class: model.Tinggi}})
		must(err)
		fmt.Println(done.Ticket)
		_, err = d.Do(Order{Command: PassStep{Incident: IncidentRef(done.Ticket), Step: 2, Details: Details{Channel: channel("telepon")}}})
		must(err)
		fmt.Println("passed", done.Ticket)
	}
}

func channel(c model.Channel) *model.Channel { return &c }

func must(err error) {
	if err != nil {
		fmt.Println("error:", err)
		os.Exit(3)
	}
}

// kills is how often the ordinary test kills; SIAGA_PROOF_KILLS asks for more.
const kills = 40

// A desk that is killed at any instant has lost nothing that it acknowledged.
func TestKillNineLosesNothing(t *testing.T) {
	t.Parallel()
	rounds := scaled(kills, "SIAGA_PROOF_KILLS")
	b := newDeskAt(t, "2026-10-05 08:00")
	if err := b.Close(); err != nil {
		t.Fatal(err)
	}
	said := map[string]bool{}
	chance := rand.New(rand.NewPCG(1, 2))
	for range rounds {
		killWriter(t, b.world.Folder, time.Duration(chance.IntN(60_000))*time.Microsecond, said)
	}
	b.clock = time.Now()
	b.again()
	passed := 0
	for word := range said {
		ticket, stepped := strings.CutPrefix(word, "passed ")
		i, err := b.Incident(IncidentRef(ticket))
		if err != nil {
			t.Fatalf("%s was acknowledged and is lost: %v", ticket, err)
		}
		if stepped {
			passed++
			if i.Step < model.StepAnalyse {
				t.Errorf("%s: the passing of step 2 was acknowledged and is lost", ticket)
			}
		}
	}
	checked, err := b.Check()
	if err != nil {
		t.Fatal(err)
	}
	t.Logf("%d kills, %d acknowledged registrations and %d steps, none lost; %d events in the chain", rounds, len(said)-passed, passed, checked.Chained)
}

func killWriter(t *testing.T, folder string, after time.Duration, said map[string]bool) {
	t.Helper()
	cmd := exec.Command(os.Args[0], "-test.run=^$")
	cmd.Env = append(os.Environ(), "SIAGA_TEST_WRITER="+folder)
	out, err := cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	lines := bufio.NewScanner(out)
	if !lines.Scan() || lines.Text() != "open" {
		t.Fatalf("the desk did not open again: %s", lines.Text())
	}
	timer := time.AfterFunc(after, func() { _ = cmd.Process.Kill() })
	defer timer.Stop()
	for lines.Scan() {
		if strings.HasPrefix(lines.Text(), "error:") {
			t.Fatal(lines.Text())
		}
		said[lines.Text()] = true
	}
	_ = cmd.Wait()
}

// Nobody who takes the disk reads a name: not in a file, not in a file name.
func TestNoNameIsReadableOnTheDisk(t *testing.T) {
	b := newDeskAt(t, "2026-10-05 08:00")
	const secret, topic = "Rahasianto Wibisono", "gudangarsiprahasia"
	b.do(AddPerson{Name: secret + " Kedua", Phone: "081234567890"})
	call := b.do(RegisterIncident{ReporterName: secret, ReporterPhone: "0812-9999-0000", Description: topic})
	b.do(AddNote{Incident: IncidentRef(call.Ticket), Text: secret + " menelepon lagi"})
	if err := b.KeepDraft("intake", []byte(secret)); err != nil {
		t.Fatal(err)
	}
	if err := b.Close(); err != nil {
		t.Fatal(err)
	}
	files, bytesRead := 0, 0
	err := filepath.Walk(b.world.Folder, func(path string, info os.FileInfo, err error) error {
		if err != nil || info.IsDir() {
			return err
		}
		content, err := os.ReadFile(path)
		files, bytesRead = files+1, bytesRead+len(content)
		for _, word := range []string{"Rahasianto", "rahasianto", topic, "0812-9999", "08123456", string(call.Ticket)} {
			if bytes.Contains(content, []byte(word)) || strings.Contains(path, word) {
				t.Errorf("%q is readable in %s", word, filepath.Base(path))
			}
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	t.Logf("%d files with %d bytes hold none of the words", files, bytesRead)
}
