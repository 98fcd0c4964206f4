package app

import (
	"strings"

	"siaga/model"
)

// AddAgency enters a Perangkat Daerah. Its head is one of the people, so that a
// name stands once and is erased once.
type AddAgency struct {
	Name      string    `json:"name" need:"yes"`
	Short     string    `json:"short"`
	Kind      string    `json:"kind"`
	Address   string    `json:"address"`
	Phone     string    `json:"phone"`
	Email     string    `json:"email"`
	Head      PersonRef `json:"head"`
	HeadTitle string    `json:"headTitle"`
	Example   bool      `json:"example"`
}

// Do is "add-agency".
func (AddAgency) Do() string { return "add-agency" }

func (c AddAgency) decide(w *work) error {
	for _, a := range w.desk.agencies {
		if strings.EqualFold(a.Name, strings.TrimSpace(c.Name)) || c.Short != "" && strings.EqualFold(a.Short, c.Short) {
			return model.RefuseAt("name", "refuse.name-taken", "Name", c.Name)
		}
	}
	head, err := w.desk.findPerson("head", c.Head)
	if err != nil {
		return err
	}
	fact, err := model.AddAgency(model.Agency{Name: strings.TrimSpace(c.Name), Short: c.Short, Kind: c.Kind,
		Address: c.Address, Phone: c.Phone, Email: c.Email, Head: head, HeadTitle: c.HeadTitle, Example: c.Example})
	return w.enter("agency", fact, err)
}

// AmendAgency corrects a Perangkat Daerah.
type AmendAgency struct {
	Agency    AgencyRef  `json:"agency" need:"yes"`
	Name      *string    `json:"name"`
	Short     *string    `json:"short"`
	Kind      *string    `json:"kind"`
	Address   *string    `json:"address"`
	Phone     *string    `json:"phone"`
	Email     *string    `json:"email"`
	Head      *PersonRef `json:"head"`
	HeadTitle *string    `json:"headTitle"`
	Example   *bool      `json:"example"`
	Retired   *string    `json:"retired"`
}

// Do is "amend-agency".
func (AmendAgency) Do() string { return "amend-agency" }

func (c AmendAgency) decide(w *work) error {
	id, err := w.desk.findAgency("agency", c.Agency)
	if err != nil {
		return err
	}
	a, ok := w.desk.agencies[id]
	if !ok {
		return model.RefuseAt("agency", "refuse.required")
	}
	v := model.Values{}
	change(v, "name", c.Name, a.Name)
	change(v, "short", c.Short, a.Short)
	change(v, "kind", c.Kind, a.Kind)
	change(v, "address", c.Address, a.Address)
	change(v, "phone", c.Phone, a.Phone)
	change(v, "email", c.Email, a.Email)
	change(v, "headTitle", c.HeadTitle, a.HeadTitle)
	change(v, "example", c.Example, a.Example)
	change(v, "retired", c.Retired, a.Retired)
	if c.Head != nil {
		head, err := w.desk.findPerson("head", *c.Head)
		if err != nil {
			return err
		}
		change(v, "head", &head, a.Head)
	}
	if err := notEmptied(v, "name"); err != nil {
		return err
	}
	return w.amend("agency", id, v)
}
