package cli

import (
	"os"
	"strings"
	"testing"
)

// A desk's folder is copied and both copies are used: that is told, what only
// the copy recorded can be read, and once it was dealt with nobody is reminded.
func TestACopiedFolderIsToldAndSettled(t *testing.T) {
	front, back := twoDesks(t)
	twin := newBench(t)
	twin.seed = "3"
	if err := os.CopyFS(twin.folder, os.DirFS(back.folder)); err != nil {
		t.Fatal(err)
	}
	back.registers("Di meja")
	twin.registers("Di salinannya")
	carry(t, back, front)
	if told := parsed[arrivalValue](t, front.must("bundle", "import", outgoing(t, twin), "--json")); len(told.Forks) != 1 {
		t.Fatalf("%+v", told)
	}
	if out := front.must("conflicts"); !strings.Contains(out, "dua versi") {
		t.Error(out)
	}
	if out := front.must("conflicts", "--fork", "B"); !strings.Contains(out, "Di salinannya") || strings.Contains(out, "Di meja") {
		t.Error(out)
	}
	front.must("conflicts", "--settle", "B")
	if out := front.must("conflicts"); strings.Contains(out, "dua versi") {
		t.Error(out)
	}
	front.refuses(refused, "tidak tercatat", "conflicts", "--fork", "B")
	front.refuses(refused, "tidak tercatat", "conflicts", "--settle", "B")
}
