package app

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// The line of folders: a folder imports only what stands before it. Places of
// the window share one step: they do not know each other.
var line = [][]string{
	{"model"},
	{"locales", "assets"},
	{"reports/paper/sheet"},
	{"reports/paper/pdfa"},
	{"reports/paper"},
	{"reports"},
	{"app/whole", "app/ahead"},
	{"app/journal", "app/store", "app/vault", "app/settings", "app/bundle", "app/files"},
	{"app"},
	{"app/demo"},
	{"app/cli"},
	{"ui/look"},
	{"ui/widgets"},
	{"ui/place"},
	{"ui/place/stage"},
	{"ui/today", "ui/incidents", "ui/people", "ui/systems", "ui/papers", "ui/exchange", "ui/settings", "ui/welcome", "ui/help"},
	{"ui"},
	{"."},
}

// Where a library lives, and nowhere else.
var homes = map[string][]string{
	"fyne.io/fyne/v2/app":           {"."},
	"fyne.io/fyne/v2":               {"ui", "."},
	"github.com/dgraph-io":          {"app/store"},
	"github.com/jung-kurt/gofpdf":   {"reports/paper"},
	"github.com/xuri/excelize":      {"reports"},
	"github.com/nicksnyder/go-i18n": {"locales"},
	"golang.org/x/text":             {"locales"},
	"golang.org/x/image":            {"reports/paper"},
	"golang.org/x/crypto":           {"app/vault", "app/journal", "app/store"},
	"codeberg.org/go-fonts":         {"assets"},
	"golang.org/x/term":             {"."},
	"golang.org/x/sys":              {"app/journal", "app/store", "app/vault", "app/settings", "app/bundle"},
	"github.com/BurntSushi/toml":    {"locales", "."},
	"filippo.io/age":                {"app/bundle", "app/files"},
	"github.com/klauspost/compress": {"app/bundle"},
	"github.com/decred/dcrd/bech32": {"app/bundle"},
	"rsc.io/qr":                     {"ui", "reports"},
	"znkr.io/diff":                  {"ui", "app"},
	"github.com/fsnotify/fsnotify":  {"app"},
}

// What only main may ask the world for.
var worldly = map[string][]string{
	"time": {"Now", "Since", "Until"},
	"os":   {"Getenv", "LookupEnv", "UserHomeDir", "UserConfigDir", "UserCacheDir"},
}

// Drawers that attract everything.
var drawers = []string{"util", "utils", "common", "helper", "helpers", "manager", "service", "misc"}

// The customer's frame for the top of the tree.
var frame = []string{"app", "ui", "model", "reports", "assets", "locales", "FyneApp.toml", "go.mod", "go.sum", "README.md", "Makefile", "LICENSE"}

const (
	maxFileLines     = 400
	maxFunctionLines = 60
)

func TestTheHouseIsBuiltInOneLine(t *testing.T) {
	root := ".."
	files := 0
	err := filepath.WalkDir(root, func(file string, entry fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		rel := filepath.ToSlash(strings.TrimPrefix(file, root+string(filepath.Separator)))
		if entry.IsDir() {
			if file != root && (strings.HasPrefix(entry.Name(), ".") || rel == "out" || entry.Name() == "testdata") {
				return filepath.SkipDir
			}
			return nil
		}
		if strings.HasSuffix(rel, ".go") {
			files++
			checkFile(t, file, rel)
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	if files < 50 {
		t.Fatalf("only %d files were seen: the test does not look at the tree", files)
	}
	t.Logf("%d files stand in line", files)
}

func checkFile(t *testing.T, file, rel string) {
	t.Helper()
	positions := token.NewFileSet()
	parsed, err := parser.ParseFile(positions, file, nil, parser.ParseComments)
	if err != nil {
		t.Error(err)
		return
	}
	folder := path.Dir(rel)
	if n := positions.File(parsed.Pos()).LineCount(); n > maxFileLines {
		t.Errorf("%s has %d lines, more than %d", rel, n, maxFileLines)
	}
	for _, part := range strings.Split(strings.TrimSuffix(rel, ".go"), "/") {
		if slices.Contains(drawers, strings.TrimSuffix(part, "_test")) {
			t.Errorf("%s is a drawer that attracts everything", rel)
		}
	}
	if strings.HasSuffix(rel, "_test.go") {
		return // a test may look at its subject from anywhere
	}
	checkImports(t, parsed, folder, rel)
	checkFunctions(t, positions, parsed, folder, rel)
}

func checkImports(t *testing.T, file *ast.File, folder, rel string) {
	t.Helper()
	for _, spec := range file.Imports {
		name := strings.Trim(spec.Path.Value, `"`)
		if own, ok := strings.CutPrefix(name, "siaga/"); ok {
			here, there := place(folder), place(own)
			if own != folder && (here < 0 || there < 0 || there >= here) {
				t.Errorf("%s imports %s, which does not stand before it", rel, own)
			}
			continue
		}
		if home, known := homeOf(name); known && !slices.ContainsFunc(home, func(h string) bool { return inHome(folder, h) }) {
			t.Errorf("%s imports %s, which lives in %s only", rel, name, strings.Join(home, ", "))
		}
	}
}

// homeOf finds the longest library name that the import begins with.
func homeOf(name string) (home []string, known bool) {
	longest := ""
	for library, h := range homes {
		if strings.HasPrefix(name, library) && len(library) > len(longest) {
			longest, home, known = library, h, true
		}
	}
	return home, known
}

func inHome(folder, home string) bool {
	return folder == home || home != "." && strings.HasPrefix(folder, home+"/")
}

func place(folder string) int {
	return slices.IndexFunc(line, func(step []string) bool { return slices.Contains(step, folder) })
}

func checkFunctions(t *testing.T, positions *token.FileSet, file *ast.File, folder, rel string) {
	t.Helper()
	ast.Inspect(file, func(node ast.Node) bool {
		switch n := node.(type) {
		case *ast.FuncDecl:
			if lines := positions.Position(n.End()).Line - positions.Position(n.Pos()).Line + 1; lines > maxFunctionLines {
				t.Errorf("%s: %s has %d lines, more than %d", rel, n.Name.Name, lines, maxFunctionLines)
			}
		case *ast.SelectorExpr:
			if pkg, ok := n.X.(*ast.Ident); ok && folder != "." && slices.Contains(worldly[pkg.Name], n.Sel.Name) && pkg.Obj == nil {
				t.Errorf("%s asks the world for %s.%s; main hands it inward", rel, pkg.Name, n.Sel.Name)
			}
		}
		return true
	})
}

func TestTheTopOfTheTreeIsTheCustomersFrame(t *testing.T) {
	entries, err := os.ReadDir("..")
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range entries {
		name := e.Name()
		isMain := strings.HasPrefix(name, "main") && strings.HasSuffix(name, ".go")
		built := name == "siaga" || name == "siaga.exe" || name == "out"
		if !slices.Contains(frame, name) && !isMain && !built && !strings.HasPrefix(name, ".") {
			t.Errorf("%s stands outside the customer's frame", name)
		}
	}
}
