package locales

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/nicksnyder/go-i18n/v2/i18n"
)

// keyAt is which argument of a call is a sentence's key, and given the fields
// that Refusal and N add themselves.
var keyAt = map[string]struct {
	index int
	given []string
}{
	"T":        {0, nil},
	"N":        {0, []string{"Count"}},
	"Refuse":   {0, []string{"Field"}},
	"RefuseAt": {1, []string{"Field"}},
}

// Every key written out in the program has its sentence, and every field of
// the sentence is handed over. Keys composed at run time are their own tests'.
func TestEveryKeyInTheProgramHasItsSentence(t *testing.T) {
	sentences := area{}
	for _, of := range areas(t, ID) {
		for key, m := range of {
			sentences[key] = m
		}
	}
	seen := 0
	eachCall(t, func(place string, call *ast.CallExpr) {
		want, ok := keyAt[calledName(call)]
		if !ok || len(call.Args) <= want.index {
			return
		}
		key, ok := literal(call.Args[want.index])
		if !ok {
			return
		}
		seen++
		if m := sentences[key]; m == nil {
			t.Errorf("%s: %q has no sentence", place, key)
		} else if missing := fieldsMissing(m, call, want.index+1, want.given); len(missing) > 0 {
			t.Errorf("%s: %q is not given %v", place, key, missing)
		}
	})
	t.Logf("%d keys looked up", seen)
	if seen < 10 {
		t.Errorf("only %d keys found: does the test still read the program?", seen)
	}
}

func eachCall(t *testing.T, visit func(place string, call *ast.CallExpr)) {
	t.Helper()
	positions := token.NewFileSet()
	err := filepath.WalkDir("..", func(path string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() || !strings.HasSuffix(path, ".go") || strings.HasSuffix(path, "_test.go") {
			return err
		}
		file, err := parser.ParseFile(positions, path, nil, 0)
		if err != nil {
			return err
		}
		ast.Inspect(file, func(n ast.Node) bool {
			if call, ok := n.(*ast.CallExpr); ok {
				visit(positions.Position(call.Pos()).String(), call)
			}
			return true
		})
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
}

func calledName(call *ast.CallExpr) string {
	switch f := call.Fun.(type) {
	case *ast.Ident:
		return f.Name
	case *ast.SelectorExpr:
		return f.Sel.Name
	}
	return ""
}

func literal(e ast.Expr) (string, bool) {
	lit, ok := e.(*ast.BasicLit)
	if !ok || lit.Kind != token.STRING {
		return "", false
	}
	text, err := strconv.Unquote(lit.Value)
	return text, err == nil
}

// fieldsMissing compares the names in a call with the fields of the sentence,
// when they are all written out.
func fieldsMissing(m *i18n.Message, call *ast.CallExpr, first int, given []string) []string {
	if call.Ellipsis.IsValid() {
		return nil
	}
	if calledName(call) == "N" {
		first++ // after the count
	}
	named := slices.Clone(given)
	for i := first; i < len(call.Args); i += 2 {
		name, ok := literal(call.Args[i])
		if !ok {
			return nil
		}
		named = append(named, name)
	}
	return slices.DeleteFunc(fieldsOf(m), func(field string) bool { return slices.Contains(named, field) })
}
