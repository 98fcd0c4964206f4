package app

import (
	"os"
	"path/filepath"
	"testing"
	"time"

	"github.com/fsnotify/fsnotify"
)

// heard waits until the system has told of a change in the folder.
func heard(t *testing.T, f *SharedFolder) {
	t.Helper()
	for range 2000 {
		if f.watch.moved.Load() {
			return
		}
		<-time.After(5 * time.Millisecond)
	}
	t.Fatal("the system tells of no change")
}

// wakes reports whether what was heard wakes the keeper, and only after a rest.
func (b *bench) wakes(k *Keeper) bool {
	b.t.Helper()
	if k.Stirred() {
		b.t.Error("a file that may be on its way wakes the keeper")
	}
	b.clock = b.clock.Add(folderRest)
	return k.Stirred()
}

// What one desk leaves in the folder is taken in by the other one's keeper
// without the schedule; what a keeper leaves there itself does not wake it.
func TestAFileThatComesWakesTheKeeper(t *testing.T) {
	front := newDeskAt(t, "2026-10-05 08:00")
	back := front.join("Meja belakang")
	send(t, back, front)
	keeper, u := NewKeeper(front.Desk), Upkeep{SharedFolder: t.TempDir()}
	t.Cleanup(keeper.Close)
	if keeper.Stirred() {
		t.Error("a keeper that watches nothing wakes")
	}
	front.call("uji")
	if done := keeper.Tend(u, nil); !done.Left || front.wakes(keeper) {
		t.Errorf("%+v, or the keeper is woken by its own file", done)
	}
	own := filepath.Join(u.SharedFolder, front.dropped().File)
	if keeper.folder.isNews(fsnotify.Event{Name: own, Op: fsnotify.Create}) {
		t.Error("its own file is news to the keeper")
	}
	back.call("uji")
	if _, err := back.SharedFolderAt(u.SharedFolder).Call(nil); err != nil {
		t.Fatal(err)
	}
	heard(t, keeper.folder)
	if !front.wakes(keeper) {
		t.Fatal("a file that has come does not wake the keeper")
	}
	if done := keeper.Tend(u, nil); len(done.Arrivals) != 1 || front.wakes(keeper) {
		t.Errorf("%+v, or a visit wakes the keeper again", done)
	}
}

// A folder that is not there is watched as soon as it is, a changed choice
// changes what is watched, and none ends it.
func TestTheWatchFollowsTheFolder(t *testing.T) {
	front := newDeskAt(t, "2026-10-05 08:00")
	keeper, folder := NewKeeper(front.Desk), filepath.Join(t.TempDir(), "bersama")
	comes := func(path string) {
		if err := os.WriteFile(filepath.Join(path, "kiriman.siaga"), []byte(path), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	if done := keeper.Tend(Upkeep{SharedFolder: folder}, nil); len(done.Failed) != 1 || keeper.Stirred() {
		t.Errorf("%+v", done)
	}
	if err := os.Mkdir(folder, 0o700); err != nil {
		t.Fatal(err)
	}
	other := t.TempDir()
	for _, path := range []string{folder, other} {
		keeper.Tend(Upkeep{SharedFolder: path}, nil)
		comes(path)
		heard(t, keeper.folder)
		if !front.wakes(keeper) {
			t.Errorf("%s is not watched", path)
		}
	}
	watched := keeper.folder
	keeper.Tend(Upkeep{}, nil)
	if keeper.Stirred() || watched.watch.system != nil {
		t.Error("a folder is watched that nobody has chosen")
	}
}
