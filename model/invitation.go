package model

// Invitation is one desk's word that another one may join: whoever signs with
// the invitation's key is admitted under its letter.
type Invitation struct {
	ID        SubjectID `json:"id"`
	Letter    string    `json:"letter"`
	Name      string    `json:"name"`
	Key       []byte    `json:"key"` // Ed25519 public key, made for this invitation
	Expires   Instant   `json:"expires"`
	Withdrawn string    `json:"withdrawn,omitempty"` // why it does not hold any more

	Author DeskID  `json:"-"` // who invited
	Made   Instant `json:"-"` // when, by that desk's clock
}

var invitationFields = []Field[Invitation]{
	{"letter", false, func(i *Invitation) any { return &i.Letter }},
	{"name", false, func(i *Invitation) any { return &i.Name }},
	{"key", false, func(i *Invitation) any { return &i.Key }},
	{"expires", false, func(i *Invitation) any { return &i.Expires }},
	{"withdrawn", false, func(i *Invitation) any { return &i.Withdrawn }},
}

// InvitationOf reads a folded subject as an invitation.
func InvitationOf(s *Subject) Invitation {
	i := Invitation{ID: s.ID}
	readInto(s, &i, invitationFields)
	i.Author, i.Made = s.author("key")
	return i
}

// InviteDesk is the fact that a desk was invited; it refuses an invitation
// without a name for the desk or that ends before it begins.
func InviteDesk(i Invitation, now Instant) (Record, error) {
	err := filled("name", i.Name)
	if i.Expires <= now {
		err = firstError(err, RefuseAt("expires", "refuse.invitation-past"))
	}
	return Record{"invitation.made", Values{"letter": i.Letter, "name": i.Name, "key": i.Key, "expires": i.Expires}}, err
}
