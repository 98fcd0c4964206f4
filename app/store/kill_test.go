package store

import (
	"bufio"
	"fmt"
	"math/rand"
	"os"
	"os/exec"
	"strings"
	"testing"
	"time"
)

// What the first argument lets a test binary do until it is killed.
const (
	childWrites  = "write-until-killed"
	childRemakes = "remake-until-killed"
)

func TestMain(m *testing.M) {
	if len(os.Args) == 3 && os.Args[1] == childWrites {
		writeUntilKilled(os.Args[2])
	}
	if len(os.Args) == 3 && os.Args[1] == childRemakes {
		remakeUntilKilled(os.Args[2])
	}
	os.Exit(m.Run())
}

// remakeUntilKilled makes the same store again and again.
func remakeUntilKilled(dir string) {
	s, err := Open(dir, testKey)
	for n := 1; err == nil; n++ {
		fmt.Println(n)
		err = s.Remake("journal", twelve, func() error { return s.Commit(Batch{Heads: one(12).Heads, Meta: one(12).Meta}) })
	}
	fmt.Println("failed:", err)
	os.Exit(1)
}

func TestKilledAtAnyMomentOfARemakeTheStoreIsWhole(t *testing.T) {
	const rounds = 30
	dir, moments := t.TempDir()+"/store", rand.New(rand.NewSource(2))
	s := open(t, dir)
	twelveCommits(t, s)
	want, remakes := shown(t, s), 0
	closeStore(t, s)
	for round := range rounds {
		remakes += killChild(t, childRemakes, dir, time.Duration(1+moments.Intn(200))*time.Millisecond)
		s := open(t, dir)
		c, err := s.Check()
		if m, _ := s.Meta("journal"); err != nil || c.Heads != 1 || string(m) != "12" || shown(t, s) != want {
			t.Fatalf("round %d: %+v, position %s: %v", round, c, m, err)
		}
		closeStore(t, s)
		wantAlone(t, dir)
	}
	t.Logf("%d kills in %d remakes", rounds, remakes)
}

// writeUntilKilled says on its standard output what was acknowledged.
func writeUntilKilled(dir string) {
	s, err := Open(dir, testKey)
	for err == nil {
		n := int(s.Counts().Events) + 1
		if err = s.Commit(one(n)); err == nil {
			fmt.Println(n)
		}
	}
	fmt.Println("failed:", err)
	os.Exit(1)
}

func TestKilledAtAnyMomentNothingAcknowledgedIsLost(t *testing.T) {
	const rounds = 30
	dir, moments := t.TempDir(), rand.New(rand.NewSource(1))
	acknowledged := 0
	for round := range rounds {
		acknowledged = max(acknowledged, killChild(t, childWrites, dir, time.Duration(1+moments.Intn(40))*time.Millisecond))
		s := open(t, dir)
		c, err := s.Check()
		if err != nil || int(c.Events) < acknowledged || c.Links != c.Events {
			t.Fatalf("round %d: %+v, %d acknowledged: %v", round, c, acknowledged, err)
		}
		if m, err := s.Meta("journal"); err != nil || string(m) != fmt.Sprint(c.Events) {
			t.Fatalf("round %d: position %s, %d events: %v", round, m, c.Events, err)
		}
		err = s.EachEvent(func(_ [16]byte, n uint64, event []byte) error {
			if string(event) != fmt.Sprint("event ", n) {
				t.Fatal(n, string(event))
			}
			return nil
		})
		if err != nil {
			t.Fatal(err)
		}
		closeStore(t, s)
	}
	t.Logf("%d kills, %d commits acknowledged", rounds, acknowledged)
}

// killChild lets a child write for a while after its first acknowledgement and
// kills it; it returns the last commit that the child acknowledged.
func killChild(t *testing.T, doing, dir string, after time.Duration) int {
	t.Helper()
	child := exec.Command(os.Args[0], doing, dir)
	out, err := child.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := child.Start(); err != nil {
		t.Fatal(err)
	}
	last := 0
	lines := bufio.NewScanner(out)
	for started := false; lines.Scan(); started = true {
		if strings.HasPrefix(lines.Text(), "failed") {
			t.Fatal(lines.Text())
		}
		if !started {
			time.AfterFunc(after, func() { _ = child.Process.Kill() })
		}
		if _, err := fmt.Sscan(lines.Text(), &last); err != nil {
			break // the last line may be cut
		}
	}
	_ = child.Wait() // killed, as meant
	return last
}
