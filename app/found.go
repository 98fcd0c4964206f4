package app

import (
	"siaga/app/vault"
	"siaga/model"
)

// Setup is what a new desk is founded with.
type Setup struct {
	Office   model.Office
	Person   string // who is at the desk first; may be a role instead of a name
	Agencies bool   // enter the starting list of Perangkat Daerah, marked as examples
	DeskName string
}

// Found sets up the first desk of an office in an empty folder, with a vault
// that was created there: the desk admits itself, and the office is settled.
func Found(world World, v *vault.Vault, setup Setup) (*Desk, error) {
	if err := giveIdentity(world.Random, v); err != nil {
		return nil, err
	}
	d, err := Open(world, v)
	if err != nil {
		return nil, err
	}
	if err := d.found(setup); err != nil {
		d.Close()
		return nil, err
	}
	return d, nil
}

func (d *Desk) found(setup Setup) error {
	self, err := d.self()
	if err != nil {
		return err
	}
	self.Letter, self.Name = "A", setup.DeskName
	if self.Name == "" {
		self.Name = self.Letter
	}
	done, err := d.Do(Order{Command: foundOffice{setup: setup, self: self}})
	if err != nil {
		return err
	}
	if setup.Person == "" {
		return nil
	}
	return d.Sit(PersonRef(done.ID))
}

// foundOffice is the first order of an office; it cannot be given again.
type foundOffice struct {
	setup Setup
	self  model.DeskInfo
}

func (foundOffice) Do() string { return "found-office" }

func (c foundOffice) decide(w *work) error {
	if w.desk.own().n > 0 {
		return model.Refuse("refuse.founded-already")
	}
	if err := w.enter("desk", model.AdmitDesk(c.self), nil); err != nil {
		return err
	}
	fact, err := model.FoundOffice(c.setup.Office)
	if err != nil {
		return err
	}
	w.working[w.desk.officeID] = &model.Subject{ID: w.desk.officeID, Kind: "office"}
	if err := w.write(w.desk.officeID, fact); err != nil {
		return err
	}
	if err := w.enterStartingAgencies(c.setup.Agencies); err != nil || c.setup.Person == "" {
		return err
	}
	person, err := model.AddPerson(model.Person{Name: c.setup.Person})
	return w.enter("person", person, err)
}

func (w *work) enterStartingAgencies(wanted bool) error {
	if !wanted {
		return nil
	}
	for _, a := range model.StartingAgencies() {
		fact, err := model.AddAgency(model.Agency{Name: a.Name, Short: a.Short, Kind: string(a.Kind), Example: true})
		if err := w.enter("agency", fact, err); err != nil {
			return err
		}
	}
	return nil
}

// Sit says who is at the desk from now on; every order without a By is theirs.
func (d *Desk) Sit(ref PersonRef) error {
	err := func() error {
		d.mu.Lock()
		defer d.mu.Unlock()
		id, err := d.findPerson("by", ref)
		if err != nil {
			return err
		}
		if id == "" {
			return model.RefuseAt("by", "refuse.by-missing")
		}
		if err := d.keep(metaAtDesk, []byte(id)); err != nil {
			return err
		}
		d.atDesk = id
		return nil
	}()
	if err == nil {
		d.tellChanged()
	}
	return err
}
