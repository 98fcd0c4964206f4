package journal

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

// childMark is the first argument of a test binary that is to write and be killed.
const childMark = "write-until-killed"

func TestMain(m *testing.M) {
	if len(os.Args) == 3 && os.Args[1] == childMark {
		writeUntilKilled(os.Args[2])
	}
	os.Exit(m.Run())
}

// writeUntilKilled says on its standard output what was acknowledged.
func writeUntilKilled(path string) {
	j, _, err := Open(roomy{dir(path)}, Options{Key: testKey, SegmentSize: 5000})
	for err == nil {
		at := j.End().Index
		_, err = j.Append([][]byte{fmt.Appendf(nil, "record %d", at), fmt.Appendf(nil, "record %d", at+1)})
		if err == nil {
			fmt.Println(at + 2)
		}
	}
	fmt.Println("failed:", err)
	os.Exit(1)
}

func TestKilledAtAnyMomentNothingAcknowledgedIsLost(t *testing.T) {
	const rounds = 30
	path, moments := t.TempDir(), rand.New(rand.NewSource(1))
	acknowledged, torn := uint64(0), 0
	for round := range rounds {
		last := killChild(t, path, time.Duration(1+moments.Intn(40))*time.Millisecond)
		acknowledged = max(acknowledged, last)
		j, opened := open(t, path, 5000)
		if opened.Records < acknowledged || opened.Records%2 != 0 {
			t.Fatalf("round %d: %d records, %d acknowledged", round, opened.Records, acknowledged)
		}
		if opened.Torn > 0 {
			torn++
		}
		records, _, err := replay(j, Position{})
		for n, r := range records {
			if r != fmt.Sprint("record ", n) {
				t.Fatal(n, r)
			}
		}
		if err != nil {
			t.Fatal(err)
		}
		_ = j.Close()
	}
	t.Logf("%d kills, %d records acknowledged, %d torn ends", rounds, acknowledged, torn)
}

// killChild lets a child write for a while after its first acknowledgement and
// kills it; it returns the last count that the child acknowledged.
func killChild(t *testing.T, path string, after time.Duration) uint64 {
	t.Helper()
	child := exec.Command(os.Args[0], childMark, path)
	out, err := child.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := child.Start(); err != nil {
		t.Fatal(err)
	}
	var last uint64
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
