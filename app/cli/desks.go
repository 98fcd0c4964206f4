package cli

import (
	"siaga/app"
	"siaga/model"
)

// desksValue is how this desk stands with the others, for a program.
type desksValue struct {
	Me          deskValue         `json:"me"`
	Others      []deskValue       `json:"others"`
	Invitations []invitationValue `json:"invitations"`
	Warnings    []warningValue    `json:"warnings"`
}

// deskValue is a desk of the office. The states are "me", "revoked", "expired",
// "stranger", "uncompared" and "trusted".
type deskValue struct {
	deskName
	State       string `json:"state"`
	Fingerprint string `json:"fingerprint"`
	Compared    word   `json:"compared"`
	Expires     word   `json:"expires"`
	Revoked     word   `json:"revoked"` // why
	HeardAt     word   `json:"heardAt"`
	HandedAt    word   `json:"handedAt"`
	Unconfirmed uint64 `json:"unconfirmed"` // events that it has not confirmed
	Since       word   `json:"unconfirmedSince"`
	Missing     uint64 `json:"missing"` // events that it has and that are missing here
	AskedAt     word   `json:"askedAt"`
}

type invitationValue struct {
	ID      model.SubjectID `json:"id"`
	Letter  string          `json:"letter"`
	Name    string          `json:"name"`
	Expires word            `json:"expires"`
}

type warningValue struct {
	Key      string `json:"key"`
	Sentence string `json:"sentence"`
}

// listDesks prints the desks of the office, what each has confirmed, and what is
// to be known about the exchange.
func listDesks(c *call) error {
	return c.withDesk(func(d *app.Desk) error {
		x, err := d.Exchange()
		if err != nil {
			return err
		}
		if c.has("json") {
			return c.sayJSON(view{d, c.book}.exchange(x))
		}
		c.sayDesks(x, d.Now())
		return nil
	})
}

func (v view) exchange(x app.Exchange) desksValue {
	z := v.instants()
	me := v.neighbour(app.Neighbour{DeskInfo: x.Me})
	me.State = "me"
	return desksValue{Me: me, Others: each(x.Others, v.neighbour), Warnings: v.warnings(x),
		Invitations: each(x.Invitations, func(i model.Invitation) invitationValue {
			return invitationValue{i.ID, i.Letter, i.Name, z.at(i.Expires)}
		})}
}

func (v view) neighbour(n app.Neighbour) deskValue {
	z := v.instants()
	return deskValue{deskName: deskName{n.Desk, word(n.Letter), word(n.Name)}, State: stateOf(n, v.desk.Now()), Fingerprint: n.Fingerprint(),
		Compared: z.at(n.Compared), Expires: z.at(n.Expires), Revoked: word(n.Revoked), HeardAt: z.at(n.HeardAt), HandedAt: z.at(n.HandedAt),
		Unconfirmed: n.Unconfirmed, Since: z.at(n.Since), Missing: n.Ahead, AskedAt: z.at(n.AskedAt)}
}

// stateOf is what is first to be known of another desk.
func stateOf(n app.Neighbour, now model.Instant) string {
	switch {
	case n.Revoked != "":
		return "revoked"
	case !n.Welcome(now):
		return "expired"
	case !n.Trusted:
		return "stranger"
	case !n.Compared.Known():
		return "uncompared"
	}
	return "trusted"
}

func (v view) warnings(x app.Exchange) []warningValue {
	return each(x.Warnings, func(w app.Sentence) warningValue {
		return warningValue{w.Key, plain(v.book.Tell(w.Key, w.Args...))}
	})
}

func (c *call) sayDesks(x app.Exchange, now model.Instant) {
	number := func(n uint64) string {
		if n == 0 {
			return ""
		}
		return c.book.Number(int(n))
	}
	rows := [][]string{{x.Me.Letter, x.Me.Name, x.Apart(x.Me), c.book.T("desks.state.me"), "", "", "", ""}}
	for _, n := range x.Others {
		rows = append(rows, []string{n.Letter, n.Name, x.Apart(n.DeskInfo), c.book.T("desks.state."+stateOf(n, now), "At", c.stamp(n.Expires), "Reason", n.Revoked),
			c.stamp(n.HeardAt), number(n.Unconfirmed), c.stamp(n.Since), number(n.Ahead)})
	}
	c.listing("desks", []string{"letter", "name", "identity", "state", "heard", "unconfirmed", "since", "notHere"}, rows)
	c.section(c.book.T("desks.invitations"), each(x.Invitations, func(i model.Invitation) []string {
		return []string{i.Letter, plain(i.Name), c.book.T("desks.invitation.until", "At", i.Expires.Time())}
	}))
	c.sayWarnings(x.Warnings)
}

func (c *call) sayWarnings(all []app.Sentence) {
	c.section(c.book.T("desks.warnings"), each(all, func(w app.Sentence) []string {
		return []string{plain(c.book.Tell(w.Key, w.Args...))}
	}))
}
