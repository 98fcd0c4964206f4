package reports

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"siaga/locales"
)

// Every figure that is shown anywhere is defined once, and nothing is defined
// that is not shown: the constants, the table, the words and their uses in
// reports, window and command line are the same set.
func TestEveryFigureIsDefinedAndShown(t *testing.T) {
	named := map[string]bool{} // constants of the type Figure
	for _, d := range parsed(t, "definitions.go").Decls {
		if g, ok := d.(*ast.GenDecl); ok && g.Tok == token.CONST {
			for _, s := range g.Specs {
				v := s.(*ast.ValueSpec)
				if kind, ok := v.Type.(*ast.Ident); ok && kind.Name == "Figure" {
					named[v.Names[0].Name] = true
				}
			}
		}
	}
	shown := map[string]bool{}
	for _, root := range []string{".", "../ui", "../app"} {
		_ = filepath.WalkDir(root, func(path string, _ fs.DirEntry, err error) error {
			if err != nil {
				t.Fatal(err)
			}
			if !strings.HasSuffix(path, ".go") || strings.HasSuffix(path, "_test.go") || path == "definitions.go" {
				return nil
			}
			ast.Inspect(parsed(t, path), func(n ast.Node) bool {
				if id, ok := n.(*ast.Ident); ok && named[id.Name] {
					shown[id.Name] = true
				}
				return true
			})
			return nil
		})
	}
	if !maps.Equal(named, shown) {
		t.Errorf("named: %v\nshown: %v", slices.Sorted(maps.Keys(named)), slices.Sorted(maps.Keys(shown)))
	}
	if len(named) != len(definitions) {
		t.Errorf("%d figures have names, %d definitions", len(named), len(definitions))
	}
}

func parsed(t *testing.T, path string) *ast.File {
	t.Helper()
	f, err := parser.ParseFile(token.NewFileSet(), path, nil, 0)
	if err != nil {
		t.Fatal(err)
	}
	return f
}

// The words of figures are those of the definitions, in both languages.
func TestTheWordsOfFiguresAreTheDefinitions(t *testing.T) {
	want := map[string]bool{}
	for _, d := range Definitions() {
		if want[string(d.Figure)] {
			t.Errorf("%s is defined twice", d.Figure)
		}
		want[string(d.Figure)] = true
	}
	for _, lang := range locales.Langs() {
		words, err := os.ReadFile("../locales/words/figures." + string(lang) + ".toml")
		if err != nil {
			t.Fatal(err)
		}
		got := map[string]bool{}
		for _, m := range regexp.MustCompile(`(?m)^"figure\.(\w+)"`).FindAllStringSubmatch(string(words), -1) {
			got[m[1]] = true
		}
		if !maps.Equal(got, want) {
			t.Errorf("%s: words for %v, definitions of %v", lang, slices.Sorted(maps.Keys(got)), slices.Sorted(maps.Keys(want)))
		}
		book := locales.Open(lang)
		for _, d := range Definitions() {
			for _, text := range []string{book.Word(d.Figure), d.Figure.Meaning(book), book.Word(d.Unit), book.Word(d.Source)} {
				if text == "" || strings.Contains(text, "⟦") {
					t.Errorf("%s, %s: %q", lang, d.Figure, text)
				}
			}
		}
	}
}

// Window, paper and workbook print the same definitions.
func TestPaperAndWorkbookQuoteTheDefinitions(t *testing.T) {
	p := periodicOf(t, stories(), "2026-10")
	for _, lang := range locales.Langs() {
		book := locales.Open(lang)
		table := onPaper(t, sheetsOf(t, p, lang), book.T("periodic.meanings.table"))
		if len(table) != len(definitions) {
			t.Fatalf("%s: the paper defines %d of %d figures", lang, len(table), len(definitions))
		}
		notes := rowsOf(t, opened(t, bytesOf(t, p, book, t.TempDir())), book.T("workbook.notes"))
		for i, d := range definitions {
			want := []string{book.Word(d.Figure), d.Figure.Meaning(book), book.Word(d.Unit), book.Word(d.Source)}
			if !slices.Equal(table[i], want) {
				t.Errorf("the paper says %q, the table %q", table[i], want)
			}
			if !slices.ContainsFunc(notes, func(r []string) bool { return len(r) > 1 && r[0] == want[0] && strings.HasPrefix(r[1], want[1]) }) {
				t.Errorf("%s: the workbook does not define %s", lang, d.Figure)
			}
		}
	}
}
