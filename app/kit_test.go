package app

import (
	"encoding/json"
	"path/filepath"
	"testing"

	"siaga/app/bundle"
	"siaga/model"
)

// What stands in an invitation or a backup beside the events comes from outside:
// one whose keys are none is refused, and no desk is set up.
func TestKitsThatAreNotWhole(t *testing.T) {
	front := newDeskAt(t, "2026-10-05 08:00")
	const passphrase = "K7QM-2XHR-K7QM-2XHR-K7QM-2XHR"
	done, err := front.Do(Order{Command: inviteDesk{Invite{Name: "Loket", Expires: front.Now().Add(invitationTime)}, strangersKey[32:]}})
	if err != nil {
		t.Fatal(err)
	}
	good := welcomeKit{Invitation: done.ID, Letter: "B", Name: "Loket", Seed: strangersKey.Seed(), Anchors: model.Keys{front.me: front.Me().Key}}
	for name, spoil := range map[string]func(*welcomeKit){
		"a seed that is short":       func(k *welcomeKit) { k.Seed = k.Seed[:5] },
		"no seed":                    func(k *welcomeKit) { k.Seed = nil },
		"an anchor that is no key":   func(k *welcomeKit) { k.Anchors = model.Keys{front.me: []byte{1, 2}} },
		"an anchor that is no desk":  func(k *welcomeKit) { k.Anchors = model.Keys{"x": front.Me().Key} },
		"nobody to trust":            func(k *welcomeKit) { k.Anchors = nil },
		"a letter that is none":      func(k *welcomeKit) { k.Letter = "b\n" },
		"an invitation that is none": func(k *welcomeKit) { k.Invitation = "x" },
		"a letter that is a formula": func(k *welcomeKit) { k.Letter = "=1+1" },
	} {
		t.Run(name, func(t *testing.T) {
			kit := good
			spoil(&kit)
			content, _ := json.Marshal(kit)
			o, err := front.outgoing(Export{Passphrase: passphrase})
			if err != nil {
				t.Fatal(err)
			}
			o.header.Kind, o.parts = bundle.Invitation, []bundle.Part{{Name: partWelcome, Content: content}}
			file := filepath.Join(t.TempDir(), "undangan.siaga")
			if _, err := o.toFile(file, nil); err != nil {
				t.Fatal(err)
			}
			world := World{Folder: t.TempDir(), Now: front.world.Now, Random: seeded(name), FileCost: 8}
			_, _, err = Join(world, Lock{Passphrase: testPassphrase, Cost: cheap}, []string{file}, passphrase, nil)
			mustRefuse(t, err, "refuse.not-invitation")
			if Exists(world.Folder) {
				t.Error("half a desk was set up")
			}
		})
	}
}

// FuzzKits: whatever the parts hold, a kit is whole or refused.
func FuzzKits(f *testing.F) {
	f.Add([]byte(`{"invitation":"9f0c6a1e5d3b4c2f8a7e6d5c4b3a2918","letter":"B","seed":"AAAA","anchors":{"x":"AA=="}}`))
	f.Add([]byte(`{"desk":"9f0c6a1e5d3b4c2f8a7e6d5c4b3a2918","seed":"AAAA","identities":["AGE-SECRET-KEY-1"],"anchors":null,"receipts":{"":{}}}`))
	f.Fuzz(func(t *testing.T, b []byte) {
		if k, err := readWelcome(b); err == nil && (len(k.Seed) != 32 || len(k.Anchors) == 0) {
			t.Error("half a welcome")
		}
		if k, err := readDeskKit(b); err == nil && (len(k.Seed) != 32 || len(k.Anchors) == 0) {
			t.Error("half a desk")
		}
	})
}
