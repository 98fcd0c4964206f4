package app

import (
	"path/filepath"
	"sync"
	"sync/atomic"
	"testing"
)

// A desk takes files in, visits the shared folder and makes backups while people
// read and write at it: nobody is in anybody's way, and nothing is lost. Run with
// the race detector it looks for what they do to each other.
func TestExchangeWhilePeopleWork(t *testing.T) {
	t.Parallel()
	front := newDeskAt(t, "2026-10-05 08:00")
	back := front.join("Meja belakang")
	send(t, back, front)
	call := front.call("uji")
	send(t, front, back)
	var files []string
	for range 3 {
		manyIncidents(front, 300)
		files = append(files, front.written(Export{}))
	}
	shared, backups := t.TempDir(), t.TempDir()
	var over atomic.Bool
	var working, busy sync.WaitGroup
	asked, written := atomic.Int64{}, atomic.Int64{}
	until := func(count *atomic.Int64, f func() error) {
		working.Go(func() {
			for !over.Load() {
				if err := f(); err != nil {
					t.Error(err)
					return
				}
				count.Add(1)
			}
		})
	}
	until(&asked, func() error { _, err := back.Exchange(); back.Incidents(); back.Undecided(); return err })
	until(&asked, func() error { _, err := back.Decisions(); back.Search(Filter{Text: "uji"}); return err })
	until(&asked, func() error {
		_, err := back.Incident(IncidentRef(call.ID))
		back.People()
		back.Received()
		return err
	})
	until(&written, func() error {
		_, err := back.Do(Order{Command: AddNote{Incident: IncidentRef(call.ID), Text: "catatan"}})
		return err
	})
	defer back.OnChange(func() { back.Desks() })()
	busy.Go(func() {
		for _, file := range files {
			if _, err := back.takeInFrom(file, nil); err != nil {
				t.Error(err)
			}
		}
	})
	busy.Go(func() {
		for range 3 {
			if _, err := back.BackUp(filepath.Join(backups, "cadangan.siaga"), nil); err != nil {
				t.Error(err)
			}
			if _, err := back.SharedFolderAt(shared).Call(nil); err != nil {
				t.Error(err)
			}
		}
	})
	busy.Wait()
	over.Store(true)
	working.Wait()
	if _, err := back.TestBackup(nil); err != nil {
		t.Error(err)
	}
	send(t, back, front)
	same(t, front, back)
	t.Logf("%d questions and %d notes while 3 files came and 3 backups were made", asked.Load(), written.Load())
}
