package reports

import (
	"strings"
	"testing"

	"siaga/locales"
	"siaga/reports/paper"
	"siaga/reports/paper/sheet"
)

// sheetsOf lays a paper out.
func sheetsOf(t testing.TB, v sheeted, lang locales.Lang) *paper.Sheets {
	t.Helper()
	sheets, err := v.Sheets(locales.Open(lang))
	if err != nil {
		t.Fatal(err)
	}
	return sheets
}

// said is the text of every part of a document, as a screen reader has it.
func said(sheets *paper.Sheets) map[*sheet.Node]string {
	texts := map[*sheet.Node]string{}
	for _, page := range sheets.Document().Pages {
		for _, item := range page.Items {
			if text, ok := item.Mark.(sheet.Text); ok && item.Node != nil {
				texts[item.Node] += text.S
			}
		}
	}
	return texts
}

// everything is all text of a document in its order, the running feet too.
func everything(sheets *paper.Sheets) string {
	var out strings.Builder
	for _, page := range sheets.Document().Pages {
		for _, item := range page.Items {
			if text, ok := item.Mark.(sheet.Text); ok {
				out.WriteString(text.S)
			}
		}
		out.WriteString("\n")
	}
	return strings.Join(strings.Fields(out.String()), " ")
}

// read is a table of a document: its caption and its rows.
type read struct {
	caption string
	rows    [][]string
}

// tablesOn reads all tables of a document.
func tablesOn(sheets *paper.Sheets) []read {
	texts := said(sheets)
	var out []read
	var walk func(n *sheet.Node)
	walk = func(n *sheet.Node) {
		if n.Role == "Table" {
			out = append(out, tableOf(n, texts))
			return
		}
		for _, kid := range n.Kids {
			walk(kid)
		}
	}
	walk(sheets.Document().Tree)
	return out
}

func tableOf(n *sheet.Node, texts map[*sheet.Node]string) read {
	var t read
	for _, kid := range n.Kids {
		if kid.Role == "Caption" {
			_, t.caption, _ = strings.Cut(strings.TrimSpace(texts[kid]), ". ")
			continue
		}
		var row []string
		for _, cell := range kid.Kids {
			row = append(row, strings.Join(strings.Fields(texts[cell]), " "))
		}
		t.rows = append(t.rows, row)
	}
	return t
}

// onPaper is the table with that caption, without its head.
func onPaper(t testing.TB, sheets *paper.Sheets, caption string) [][]string {
	t.Helper()
	for _, table := range tablesOn(sheets) {
		if table.caption == caption {
			return table.rows[1:]
		}
	}
	t.Fatalf("no table %q", caption)
	return nil
}
