package reports

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"siaga/locales"
	"siaga/model"
	"siaga/reports/paper"
	"siaga/reports/paper/sheet"
)

// guarded is the incident behind a row with a chain of custody: its first piece
// was handed over twice, the second never.
func guarded(row *model.Row) model.Incident {
	i := whole(row)
	mark := func(n uint64) model.Mark { return model.Mark{Desk: "a", N: n} }
	for n := range i.Evidence {
		i.Evidence[n].Mark, i.Evidence[n].By = mark(uint64(n+1)), testID("b", n)
	}
	i.Evidence[0].File, i.Evidence[0].Size = "akses.log", 1258291
	at := row.ReceivedAt
	i.Custody = []model.Custody{
		{Mark: mark(11), At: at + 7200, Evidence: mark(1), To: "Rina Contoh", Purpose: "Analisis forensik digital", Location: "Lemari barang bukti 2"},
		{Mark: mark(12), At: at + 90000, Evidence: mark(1), From: "Rina Contoh", To: "Iptu Contoh, Polres Metro Bekasi Kota", Purpose: "Penyidikan"},
	}
	return i
}

func formOf(i model.Incident) CustodyForm {
	return CustodyForm{Office: paperOffice(), Names: directory(), Incident: i, Pieces: i.Evidence, PrintedAt: wibTime("2026-11-03 09:30")}
}

func recordOf(i model.Incident, n int) CustodyRecord {
	c, piece, _ := i.Handover(i.Custody[n].Mark)
	return CustodyRecord{Office: paperOffice(), Names: directory(), Incident: i, Piece: piece, Handover: c,
		Number: model.PaperNumber{Number: "500.12/98/Diskominfostandi", Date: c.At}, Signer: chair(), PrintedAt: wibTime("2026-11-03 09:30")}
}

// custodyPapers are those of which the tests keep the text.
func custodyPapers(row *model.Row) map[string]sheeted {
	i := guarded(row)
	disputed := guarded(row)
	disputed.Conflicts = []string{"title"}
	found := recordOf(disputed, 0)
	found.Number, found.Piece.SHA256 = model.PaperNumber{}, ""
	return map[string]sheeted{"custody-form": formOf(i), "custody-record": recordOf(i, 1), "custody-record-found": found}
}

func TestTheFormListsTheChainAndLeavesRoom(t *testing.T) {
	i := guarded(stories()[0])
	tables := tablesOn(sheetsOf(t, formOf(i), locales.ID))
	if len(tables) != len(i.Evidence) {
		t.Fatalf("%d tables for %d pieces", len(tables), len(i.Evidence))
	}
	for n, v := range i.Evidence {
		chain, rows := i.CustodyOf(v), tables[n].rows[1:]
		if len(rows) != len(chain)+blankRows {
			t.Errorf("piece %d has %d rows for %d handovers", n+1, len(rows), len(chain))
		}
		for k, row := range rows {
			written := strings.Join(row, "")
			if k < len(chain) && (row[3] != chain[k].To || row[4] != chain[k].Purpose) || k >= len(chain) && written != "" {
				t.Errorf("piece %d, row %d reads %q", n+1, k+1, row)
			}
		}
	}
	text := everything(sheetsOf(t, formOf(i), locales.ID))
	for _, want := range []string{"BARANG BUKTI KE-1 DARI 2", "9f86 d081 884c 7d65", "akses.log, 1,2 MB (1.258.291 bita)", "Sebagaimana ditemukan", "TLP:AMBER",
		"dicatat tanpa nilai hash", "dicetak dari catatan insiden pada"} {
		if !strings.Contains(text, want) {
			t.Errorf("%q is missing in %s", want, text)
		}
	}
}

// A form of one piece keeps the number that the piece has among all.
func TestAFormOfOnePieceSaysWhichItIs(t *testing.T) {
	v := formOf(guarded(stories()[0]))
	v.Pieces = v.Pieces[1:]
	if text := everything(sheetsOf(t, v, locales.EN)); !strings.Contains(text, "EVIDENCE NO. 2 OF 2") || strings.Contains(text, "akses.log") {
		t.Errorf("it reads %s", text)
	}
}

func TestAHandoverIsRecordedInWords(t *testing.T) {
	papers := custodyPapers(stories()[0])
	text := everything(sheetsOf(t, papers["custody-record"], locales.ID))
	for _, want := range []string{"tahun dua ribu dua puluh enam", "PIHAK KESATU", "Iptu Contoh, Polres Metro Bekasi Kota", "ke-2 dari 2", "Mengetahui,", "500.12/98"} {
		if !strings.Contains(text, want) {
			t.Errorf("%q is missing in %s", want, text)
		}
	}
	found := everything(sheetsOf(t, papers["custody-record-found"], locales.ID))
	if !strings.Contains(found, "Nama:....") || !strings.Contains(found, "RANCANGAN") || !strings.Contains(found, "diperiksa bersama") {
		t.Errorf("without a giver it reads %s", found)
	}
}

func TestAnIncidentWithoutEvidenceHasNoForm(t *testing.T) {
	for _, book := range books() {
		_, err := formOf(model.Incident{Ticket: "CSIRT-2026-A-0001-2"}).Sheets(book)
		if r, ok := model.AsRefusal(err); !ok || r.Key != "refuse.evidence-none" || strings.Contains(book.Refusal(err), "⟦") {
			t.Errorf("it is refused with %v", err)
		}
	}
}

// crowded is a piece with a long name that changed hands forty times.
func crowded() model.Incident {
	i := guarded(stories()[0])
	i.Evidence = i.Evidence[:1]
	v := &i.Evidence[0]
	v.Name, v.File, v.Location = strings.Repeat("gambar-cakram-", 20)+".dd", strings.Repeat("salinan", 30), endless
	i.Custody = nil
	for n := range 40 {
		i.Custody = append(i.Custody, model.Custody{Mark: model.Mark{Desk: "a", N: uint64(100 + n)}, Evidence: v.Mark, At: v.At + model.Instant(3600*n),
			From: strings.Repeat("Raden Mas ", 1+n%3), To: strings.Repeat("Dr. H. ", 1+n%4) + "Ahmad", Purpose: endless, Location: strings.Repeat("rak-", 1+n%9)})
	}
	return i
}

func TestALongChainGoesOnUnderItsHead(t *testing.T) {
	i := crowded()
	for _, lang := range locales.Langs() {
		for name, v := range map[string]sheeted{"custody-form-40": formOf(i), "custody-record-long": recordOf(i, 39)} {
			file := printed(t, v, lang)
			if err := paper.CheckPDFA(file); err != nil {
				t.Errorf("%s: %v", name, err)
			}
			checker(t, "qpdf", "qpdf", "--check", saved(t, nameOf(name, lang), file))
		}
		sheets := sheetsOf(t, formOf(i), lang)
		if rows := tablesOn(sheets)[0].rows; len(rows) != 1+40+blankRows {
			t.Errorf("%d rows", len(rows))
		}
		title := locales.Open(lang).T("chain.to")
		for n, page := range sheets.Document().Pages[1 : sheets.Count()-1] {
			if !slices.ContainsFunc(page.Items, func(item sheet.Item) bool {
				text, ok := item.Mark.(sheet.Text)
				return ok && strings.HasPrefix(title, strings.TrimSpace(text.S))
			}) {
				t.Errorf("page %d does not repeat the head", n+2)
			}
		}
	}
}

// The closing report's annex says under each piece its handovers, and adds them up.
func TestTheAnnexTellsTheChainOfEachPiece(t *testing.T) {
	v := solved(stories()[0], "1")
	v.Incident = guarded(stories()[0])
	sheets := sheetsOf(t, v, locales.ID)
	rows := onPaper(t, sheets, "Barang bukti dan nilai hash SHA-256")
	var first []string
	for _, row := range rows {
		first = append(first, row[0])
	}
	if want := []string{"1", "1.1", "1.2", "2", ""}; !slices.Equal(first, want) || rows[4][2] != "Tidak ada serah terima" || !strings.Contains(rows[0][2], "akses.log, 1,2 MB") {
		t.Errorf("the annex reads %q", rows)
	}
	if want := fmt.Sprintf("Jumlah serah terima:%s", locales.Open(locales.ID).Count(2)); !strings.Contains(everything(sheets), want) {
		t.Errorf("it does not say %q", want)
	}
}
