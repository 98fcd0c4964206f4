package app

import (
	"testing"
	"time"

	"siaga/app/vault"
	"siaga/model"
)

// An unattended desk opens with the key file beside it; a desk that was not set
// up so asks, and a second set-up in the same folder is refused.
func TestAnUnattendedDeskOpensByItself(t *testing.T) {
	for _, unattended := range []bool{true, false} {
		world := World{Folder: t.TempDir(), Now: time.Now, Random: seeded(t.Name())}
		lock := Lock{Passphrase: testPassphrase, Cost: cheap}
		if unattended {
			lock.KeyFile = KeyPath(world.Folder)
		}
		d, recovery, err := Create(world, lock, Setup{Office: model.NewOffice(), Person: "Petugas"})
		if err != nil {
			t.Fatal(err)
		}
		d.Close()
		with, ok := Unattended(world.Folder)
		if ok != unattended {
			t.Fatalf("opens by itself: %v, was set up so: %v", ok, unattended)
		}
		if !ok {
			with = vault.Recovery(recovery)
		}
		if d, err = Unlock(world, with); err != nil {
			t.Fatal(err)
		}
		if p, ok := d.AtDesk(); !ok || p.Name != "Petugas" {
			t.Errorf("%q sits at the desk", p.Name)
		}
		d.Close()
		if _, _, err := Create(world, lock, Setup{Office: model.NewOffice()}); err == nil {
			t.Error("a second desk was set up over the first")
		}
	}
}
