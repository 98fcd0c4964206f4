package app

import (
	"slices"
	"strings"
	"time"

	"siaga/model"
)

// Exchange is how this desk stands with the others, as of now.
type Exchange struct {
	Me          model.DeskInfo
	Others      []Neighbour
	Invitations []model.Invitation // that still hold
	Waiting     []Waiting          // files of which a part waits for another file
	Received    []string           // files of the inbox that nobody has decided about
	Forks       []Fork
	Clocks      map[model.DeskID]Skew
	Backup      Backup
	Warnings    []Sentence
}

// Neighbour is another desk, what it has confirmed of this one's events, and
// what is missing of its own.
type Neighbour struct {
	model.DeskInfo
	Trusted     bool          // somebody whose word counts has admitted it
	Succeeded   bool          // another desk was restored from its backup and has taken its place
	HeardAt     model.Instant // of the last file from it, by its own clock; zero: never
	HandedAt    model.Instant // when a file was last written for it; zero: never
	Unconfirmed uint64        // events that are here and that it has not confirmed; none where it was revoked
	Since       model.Instant // when the oldest of this desk's among them was recorded; zero: none
	Ahead       uint64        // events that it has and that are missing here
	AskedAt     model.Instant // when it asked for what it is missing; zero: it has been answered
}

// Sentence is something about the exchange that people are to be told: its key,
// and what stands in it. An argument "Count" decides its plural form.
type Sentence struct {
	Key  string
	Args []any
}

// Exchange returns how this desk stands with the others.
func (d *Desk) Exchange() (Exchange, error) {
	gone := d.lastBackup().isGone() // a slow disk holds nobody else up
	d.mu.RLock()
	defer d.mu.RUnlock()
	x := Exchange{Me: d.deskInfo(d.me), Waiting: slices.Clone(d.others.Waiting), Forks: slices.Clone(d.others.Forks),
		Clocks: d.others.Clocks, Backup: d.others.Backup, Received: d.undecided()}
	if d.store == nil {
		return x, model.Refuse("refuse.in-recovery")
	}
	trusted, err := d.trusted()
	if err != nil {
		return x, err
	}
	for _, k := range d.sortedDesks() {
		if k.Desk != d.me {
			n, err := d.neighbour(k)
			if err != nil {
				return x, err
			}
			n.Trusted, n.Succeeded = trusted[k.Desk] != nil, d.succeeded(k.Desk)
			x.Others = append(x.Others, n)
		}
	}
	x.Invitations = d.openInvitations()
	x.Warnings = d.warnings(x, gone)
	return x, nil
}

// undecided are the files of the inbox that do not wait for another one.
func (d *Desk) undecided() []string {
	return slices.DeleteFunc(d.Received(), func(name string) bool {
		return slices.ContainsFunc(d.others.Waiting, func(w Waiting) bool { return w.File == name })
	})
}

func (d *Desk) neighbour(k model.DeskInfo) (Neighbour, error) {
	confirmed, here := d.others.Receipts[k.Desk], d.chains.vector()
	n := Neighbour{DeskInfo: k, HeardAt: confirmed.At, HandedAt: d.others.Handed[k.Desk].At, AskedAt: d.others.Asked[k.Desk],
		Unconfirmed: here.Beyond(confirmed.Vector), Ahead: confirmed.Vector.Beyond(here)}
	if k.Revoked != "" {
		n.Unconfirmed = 0 // nothing goes to it any more
		return n, nil
	}
	own := confirmed.Vector[d.me]
	if own >= d.own().n {
		return n, nil
	}
	me, _ := model.Raw(string(d.me))
	err := d.store.EventsOfDesk(me, own+1, own+1, func(_ uint64, b []byte) error {
		events, err := model.Unpack(b)
		if err == nil && len(events) == 1 {
			n.Since = events[0].Header.At.Instant()
		}
		return err
	})
	return n, err
}

// openInvitations are those by which a desk can still join.
func (d *Desk) openInvitations() (out []model.Invitation) {
	for _, id := range sortedKeys(d.invited) {
		i := d.invited[id]
		used := slices.ContainsFunc(values(d.desks), func(k model.DeskInfo) bool { return k.Invitation == id })
		if i.Withdrawn == "" && !used && i.Expires >= model.At(d.now()) {
			out = append(out, i)
		}
	}
	return out
}

// invitedTwice names the desks that joined by one and the same invitation, of
// which only one was meant.
func (d *Desk) invitedTwice() (names []string) {
	by := map[model.SubjectID][]model.DeskInfo{}
	for _, k := range d.sortedDesks() {
		if k.Invitation != "" && k.Revoked == "" {
			by[k.Invitation] = append(by[k.Invitation], k)
		}
	}
	for _, id := range sortedKeys(by) {
		if len(by[id]) > 1 {
			names = append(names, toldApart(by[id]))
		}
	}
	return names
}

// Apart is the short identity of a desk that has its letter or its name with
// another one in common; empty where they tell it.
func (x Exchange) Apart(k model.DeskInfo) string {
	for _, other := range append([]Neighbour{{DeskInfo: x.Me}}, x.Others...) {
		if other.Desk != k.Desk && (strings.EqualFold(other.Letter, k.Letter) || strings.EqualFold(other.Name, k.Name)) {
			return k.Desk.Short()
		}
	}
	return ""
}

// Named is a desk as people call it, told apart from another one of that name.
func (x Exchange) Named(k model.DeskInfo) string {
	return strings.TrimSpace(k.Label() + " " + x.Apart(k))
}

// testDays is after how many days a backup is opened and compared again.
const testDays = 7

func days(n int) time.Duration { return time.Duration(n) * 24 * time.Hour }

// warnings are what is to be told of all that.
func (d *Desk) warnings(x Exchange, backupGone bool) (out []Sentence) {
	warn := func(key string, args ...any) { out = append(out, Sentence{key, args}) }
	now := model.At(d.now())
	for _, n := range x.Others {
		if n.Revoked == "" && !n.Succeeded {
			d.warnOf(n, x.Named(n.DeskInfo), now, warn)
		}
	}
	for _, name := range d.invitedTwice() {
		warn("exchange.warn.invited-twice", "Names", name)
	}
	for _, w := range x.Waiting {
		warn("exchange.warn.waiting", "Name", d.deskInfo(w.From).Label())
	}
	if n := len(x.Received); n > 0 {
		warn("exchange.warn.received", "Count", n)
	}
	for _, f := range x.Forks {
		warn("exchange.warn.fork", "Name", d.deskInfo(f.Desk).Label())
	}
	d.warnOfFiles(x, warn)
	if n := d.lost(); n > 0 {
		warn("exchange.warn.lost", "Count", int(n))
	}
	for _, desk := range sortedKeys(x.Clocks) {
		warn("exchange.warn.clock", "Name", d.deskInfo(desk).Label(), "Lead", time.Duration(x.Clocks[desk].Seconds)*time.Second)
	}
	for _, r := range d.others.Removed {
		warn("exchange.warn.removed", "Name", d.deskInfo(r.From).Label())
	}
	if n := len(d.doomed(d.lastCarried())); n > 0 {
		warn("exchange.warn.doomed", "Count", n)
	}
	if len(d.dueErasures()) > 0 {
		warn("exchange.warn.erase-due")
	}
	switch b := x.Backup; {
	case b.At.Known() && b.At <= d.lastCarried():
		warn("exchange.warn.backup-erased")
	case backupGone:
		warn("exchange.warn.backup-gone", "Path", b.Path)
	case b.Fault != "":
		warn("exchange.warn.backup-fault")
	case len(d.rows) > 0 && !b.At.Known():
		warn("exchange.warn.backup-never")
	case len(d.rows) > 0 && now.Sub(b.At) > days(max(1, d.office.BackupDays))+days(1):
		warn("exchange.warn.backup", "Count", max(1, d.office.BackupDays))
	}
	return out
}

// warnOfFiles tells of the contents of evidence that are not here.
func (d *Desk) warnOfFiles(x Exchange, warn func(string, ...any)) {
	missing := d.missingFiles()
	var names []string
	for _, f := range missing {
		for _, k := range f.Ask {
			if name := x.Named(k); !slices.Contains(names, name) {
				names = append(names, name)
			}
		}
	}
	switch {
	case len(names) > 0:
		warn("exchange.warn.files", "Count", len(missing), "Names", strings.Join(names, ", "))
	case len(missing) > 0:
		warn("exchange.warn.files-alone", "Count", len(missing))
	}
}

func (d *Desk) warnOf(n Neighbour, name string, now model.Instant, warn func(string, ...any)) {
	limit := max(1, d.office.ConfirmDays)
	switch {
	case !n.Trusted:
		warn("exchange.warn.stranger", "Name", name)
	case !n.Compared.Known():
		warn("exchange.warn.uncompared", "Name", name)
	}
	if n.Since.Known() && now.Sub(n.Since) > days(limit) {
		warn("exchange.warn.unconfirmed", "Name", name, "Since", n.Since.Time(), "Days", limit)
	}
	if n.Ahead > 0 {
		warn("exchange.warn.missing", "Name", name, "Count", int(n.Ahead))
	}
	if n.AskedAt.Known() {
		warn("exchange.warn.asked", "Name", name)
	}
	switch {
	case n.Expires.Known() && n.Expires < now:
		warn("exchange.warn.expired", "Name", name, "At", n.Expires.Time())
	case n.Expires.Known() && n.Expires < now.Add(days(limit)):
		warn("exchange.warn.expires", "Name", name, "At", n.Expires.Time())
	}
}
