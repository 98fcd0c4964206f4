package app

import (
	"os"
	"path/filepath"
	"slices"
	"testing"

	"siaga/model"
)

func TestWhatMergesCopiedIsErasedToo(t *testing.T) {
	b := newDeskAt(t, "2026-10-05 08:00")
	into, from := b.call("beranda diubah"), secretCall(b)
	b.do(AddNote{Incident: IncidentRef(from.Ticket), Text: secretName + " menelepon lagi"})
	b.do(MergeIncidents{Into: IncidentRef(into.Ticket), From: IncidentRef(from.Ticket), Reason: "satu kejadian",
		Take: map[string]string{"reporter": "from"}})
	note := noteOf(t, b, into)
	plan, err := b.ErasurePlan(string(into.Ticket), []string{"reporter"}, []string{note})
	if err != nil || !slices.Equal(plan.Copies, []model.Ticket{from.Ticket}) {
		t.Errorf("%+v, %v", plan, err)
	}
	b.do(ErasePersonalData{Subject: string(into.Ticket), Fields: []string{"reporter"}, Rows: []string{note},
		Ground: "request", OrderedBy: "Ketua", Reason: "diminta"})
	if b.holdsWord(secretName) {
		t.Error("a copy is left")
	}
	i, _ := b.Incident(IncidentRef(into.Ticket))
	if i.Reporter.Name != model.Gone || len(i.Reports) == 0 || i.Reports[0].At == 0 || len(i.Notes) != 0 {
		t.Errorf("%+v", i)
	}
	b.do(UnmergeIncidents{Incident: IncidentRef(from.Ticket), Reason: "dua kejadian"})
	if b.holdsWord(secretName) {
		t.Error("taking the merge back brought it back")
	}
}

func noteOf(t *testing.T, b *bench, of Done) string {
	t.Helper()
	i, err := b.Incident(IncidentRef(of.Ticket))
	if err != nil || len(i.Notes) == 0 {
		t.Fatal(i.Notes, err)
	}
	return i.Notes[0].Mark.String()
}

func TestErasingFromTheOtherSideOfAMerge(t *testing.T) {
	b := newDeskAt(t, "2026-10-05 08:00")
	into, from := b.call("beranda diubah"), secretCall(b)
	b.do(AddNote{Incident: IncidentRef(from.Ticket), Text: secretName + " menelepon lagi"})
	note := noteOf(t, b, from)
	b.do(MergeIncidents{Into: IncidentRef(into.Ticket), From: IncidentRef(from.Ticket), Reason: "satu kejadian",
		Take: map[string]string{"reporter": "into"}})
	b.do(ErasePersonalData{Subject: string(from.Ticket), Fields: []string{"reporter"}, Rows: []string{note},
		Ground: "request", OrderedBy: "Ketua", Reason: "diminta"})
	if b.holdsWord(secretName) {
		t.Error("a copy is left")
	}
	if i, _ := b.Incident(IncidentRef(into.Ticket)); i.Reporter.Name != "Pelapor" {
		t.Errorf("another reporter was erased: %+v", i.Reporter)
	}
	if len(b.orders) != 1 {
		t.Errorf("%d orders: what merges copied needs none of its own", len(b.orders))
	}
}

// A file that lies in the inbox and holds what was erased is removed: what else
// it held is asked for.
func TestAFileInTheInboxThatHoldsItIsRemoved(t *testing.T) {
	front := newDeskAt(t, "2026-10-05 08:00")
	back := front.join("Meja belakang")
	send(t, back, front)
	send(t, front, back)
	harmless := front.written(Export{})
	call := secretCall(front)
	held := front.written(Export{})
	front.erase(string(call.Ticket))
	order := front.written(Export{})
	for _, file := range []string{harmless, held} {
		if _, err := back.Receive(file); err != nil {
			t.Fatal(err)
		}
	}
	if _, err := back.takeInFrom(order, nil); err != nil {
		t.Fatal(err)
	}
	back.wantWarned("exchange.warn.removed", true)
	if n := len(back.Received()); n != 1 {
		t.Errorf("%d files are left", n)
	}
	send(t, front, back)
	back.wantWarned("exchange.warn.removed", false)
	same(t, front, back)
}

func TestOldBackupsAreToBeDestroyedAndANewOneIsDue(t *testing.T) {
	b := newDeskAt(t, "2026-10-05 08:00")
	call := secretCall(b)
	u := Upkeep{BackupFolder: t.TempDir()}
	keeper := NewKeeper(b.Desk)
	old := keeper.Tend(u, nil).BackedUp
	b.wantWarned("exchange.warn.doomed", false)
	b.at("2026-10-05 09:00").erase(string(call.Ticket))
	b.wantWarned("exchange.warn.doomed", true)
	b.wantWarned("exchange.warn.backup-erased", true)
	e := b.Erasures()[0]
	if len(e.Doomed) != 1 || e.Doomed[0].Path != old {
		t.Errorf("to be destroyed: %+v", e.Doomed)
	}
	b.at("2026-10-05 09:10")
	if fresh := keeper.Tend(u, nil).BackedUp; fresh == "" || fresh == old {
		t.Error("no new backup was made")
	}
	if err := os.Remove(old); err != nil {
		t.Fatal(err)
	}
	b.wantWarned("exchange.warn.doomed", false)
	if _, err := b.TestBackup(nil); err != nil {
		t.Error(err)
	}
}

// A payload that is missing without an order is not taken for an erasure.
func TestAnEventWithoutItsPayloadNeedsAnOrder(t *testing.T) {
	front := newDeskAt(t, "2026-10-05 08:00")
	back := front.join("Meja belakang")
	send(t, back, front)
	send(t, front, back)
	call := secretCall(front)
	front.erased.Add(model.Erasure{Events: []model.Erasing{{Subject: call.ID, Event: call.Events[0], Fields: []string{"reporter"}}}})
	for _, step := range front.rewriting(front.others, nil) {
		if err := step(); err != nil {
			t.Fatal(err)
		}
	}
	if key := back.meets(front.written(Export{})); key != "refuse.bundle-bare" {
		t.Errorf("it is met with %q", key)
	}
}

func TestNothingIsSentWhileAnErasureIsDue(t *testing.T) {
	front := newDeskAt(t, "2026-10-05 08:00")
	front.join("Meja belakang")
	call := secretCall(front)
	front.mu.Lock()
	_, err := front.carryOut(Order{Command: ErasePersonalData{Subject: string(call.Ticket), Ground: "request", OrderedBy: "Ketua", Reason: "diminta"}})
	front.mu.Unlock()
	if err != nil {
		t.Fatal(err)
	}
	front.wantWarned("exchange.warn.erase-due", true)
	if _, err := front.BackUp(filepath.Join(t.TempDir(), "x.siaga"), nil); faultOf(err) != "refuse.erase-due" {
		t.Error(err)
	}
}

// A restored desk has the order, and what is erased does not come with it.
func TestABackupOfAfterwardsRestoresWithoutIt(t *testing.T) {
	b := newDeskAt(t, "2026-10-05 08:00")
	call := secretCall(b)
	b.erase(string(call.Ticket))
	back := b.join("Meja belakang")
	if back.holdsWord(secretName) || len(back.Erasures()) != 1 {
		t.Error("a new desk does not know of the erasure")
	}
}

// What cannot be carried out at once is told, and done when the desk is opened.
func TestAnErasureThatFailsIsCarriedOutLater(t *testing.T) {
	b := newDeskAt(t, "2026-10-05 08:00")
	call := secretCall(b)
	if err := os.MkdirAll(filepath.Join(b.swapMark(), "x"), 0o700); err != nil {
		t.Fatal(err)
	}
	if done := b.erase(string(call.Ticket)); done.Notice == nil || done.Notice.Key != "refuse.erase-later" {
		t.Errorf("it says %v", done.Notice)
	}
	b.wantWarned("exchange.warn.erase-due", true)
	if err := os.RemoveAll(b.swapMark()); err != nil {
		t.Fatal(err)
	}
	b.again()
	if b.holdsWord(secretName) || len(b.dueErasures()) > 0 {
		t.Error("it was not carried out")
	}
}
