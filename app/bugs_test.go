package app_test

import (
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
)

// bug is a mistake made on purpose, and the tests that must fail because of it.
// testdata/bugs holds them, one file for each folder of the house:
//
//	bug what illness it imitates
//	file model/fold.go
//	test ./model TestOne|TestOther
//	<<<<
//	lines that stand there exactly once
//	====
//	what they become
//	>>>>
type bug struct {
	name, file, folder, tests string
	old, new                  string
}

// quickly is how many bugs of the model are tried when not all are asked for.
const quickly = 3

// SIAGA_PROOF_BUGS is "all", or the name of one list.
func TestDeliberateBugsAreCaught(t *testing.T) {
	t.Parallel()
	wanted := os.Getenv("SIAGA_PROOF_BUGS")
	pattern := "*"
	if wanted != "all" && wanted != "" {
		pattern = wanted
	}
	lists, err := filepath.Glob("testdata/bugs/" + pattern + ".txt")
	if err != nil || len(lists) == 0 {
		t.Fatalf("no lists of bugs: %v", err)
	}
	byFolder := map[string][]bug{}
	total := 0
	for _, list := range lists {
		for _, b := range readBugs(t, list) {
			b.stands(t) // also those that are not tried now must fit the code
			byFolder[b.folder] = append(byFolder[b.folder], b)
			total++
		}
	}
	if wanted == "" {
		byFolder = map[string][]bug{"./model": byFolder["./model"][:quickly]}
	}
	caught := 0
	for folder, bugs := range byFolder {
		t.Run(filepath.Base(folder), func(t *testing.T) { caught += catch(t, folder, bugs) })
	}
	t.Logf("%d deliberate bugs caught, of %d on the lists", caught, total)
}

// catch lets all named tests pass without a bug first, and then fail with each.
func catch(t *testing.T, folder string, bugs []bug) (caught int) {
	var tests []string
	for _, b := range bugs {
		tests = append(tests, strings.Split(b.tests, "|")...)
	}
	slices.Sort(tests)
	tests = slices.Compact(tests)
	if failed, out := runTests(t, folder, strings.Join(tests, "|")); len(failed) > 0 || strings.Count(out, "--- PASS") < len(tests) {
		t.Fatalf("without any bug these fail or are not there: %v\n%s", failed, end(out))
	}
	for _, b := range bugs {
		if b.isCaught(t) {
			caught++
		}
	}
	return caught
}

// stands returns the file with the lines of the bug, which stand there once.
func (b bug) stands(t *testing.T) (path, source string) {
	path = filepath.Join("..", b.file)
	text, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if n := strings.Count(string(text), b.old); n != 1 {
		t.Errorf("%s: its lines stand %d times in %s, not once", b.name, n, b.file)
	}
	return path, string(text)
}

func (b bug) isCaught(t *testing.T) bool {
	path, source := b.stands(t)
	failed, out := runTests(t, b.folder, b.tests, "-overlay="+b.overlay(t, path, source))
	for _, name := range strings.Split(b.tests, "|") {
		if !slices.Contains(failed, name) {
			t.Errorf("NOT CAUGHT by %s: %s\n%s", name, b.name, end(out))
			return false
		}
	}
	t.Logf("%-8s %-75s %s", b.folder[strings.LastIndexByte(b.folder, '/')+1:], b.name, strings.ReplaceAll(b.tests, "|", ", "))
	return true
}

// overlay shows the compiler the file with the bug in it; no file is changed.
func (b bug) overlay(t *testing.T, path, source string) string {
	dir := t.TempDir()
	wrong := filepath.Join(dir, filepath.Base(path))
	if err := os.WriteFile(wrong, []byte(strings.Replace(source, b.old, b.new, 1)), 0o600); err != nil {
		t.Fatal(err)
	}
	right, err := filepath.Abs(path)
	if err != nil {
		t.Fatal(err)
	}
	text, err := json.Marshal(map[string]map[string]string{"Replace": {right: wrong}})
	if err != nil {
		t.Fatal(err)
	}
	list := filepath.Join(dir, "overlay.json")
	if err := os.WriteFile(list, text, 0o600); err != nil {
		t.Fatal(err)
	}
	return list
}

var failure = regexp.MustCompile(`(?m)^--- FAIL: (\S+)`)

// runTests names the tests that failed. What does not compile is no failed test.
func runTests(t *testing.T, folder, tests string, flags ...string) (failed []string, out string) {
	binary := filepath.Join(t.TempDir(), "tests.exe")
	build := exec.Command("go", append([]string{"test", "-c", "-vet=off", "-o", binary}, append(flags, folder)...)...)
	build.Dir, build.Env = "..", append(os.Environ(), "CGO_ENABLED=0")
	if text, err := build.CombinedOutput(); err != nil {
		return nil, fmt.Sprintf("does not compile: %v\n%s", err, text)
	}
	run := exec.Command(binary, "-test.v", "-test.timeout=5m", "-test.run", "^("+tests+")$")
	run.Dir, run.Env = filepath.Join("..", folder), append(os.Environ(), "SIAGA_PROOF_HISTORIES=1000")
	text, err := run.CombinedOutput()
	for _, found := range failure.FindAllStringSubmatch(string(text), -1) {
		failed = append(failed, found[1])
	}
	return failed, fmt.Sprintf("%s%v", text, err)
}

func end(out string) string { return out[max(0, len(out)-2000):] }

func readBugs(t *testing.T, list string) (bugs []bug) {
	text, err := os.ReadFile(list)
	if err != nil {
		t.Fatal(err)
	}
	var b bug
	var into *string
	for n, line := range strings.Split(string(text), "\n") {
		word, rest, _ := strings.Cut(line, " ")
		switch {
		case line == "<<<<":
			into = &b.old
		case line == "====":
			into = &b.new
		case line == ">>>>":
			bugs, b, into = append(bugs, b), bug{}, nil
		case into != nil:
			*into += line + "\n"
		case word == "bug":
			b.name = rest
		case word == "file":
			b.file = rest
		case word == "test":
			b.folder, b.tests, _ = strings.Cut(rest, " ")
		case line != "" && word != "#":
			t.Fatalf("%s:%d: %q is none of bug, file, test", list, n+1, line)
		}
	}
	return bugs
}
