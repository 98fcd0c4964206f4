package app

import (
	"bytes"
	"slices"
	"time"

	"siaga/model"
)

// AmendOffice settles what the office prints: letterhead, city, categories,
// addressees. What it promises is settled by [SettlePolicy].
type AmendOffice struct {
	OfficeName   *string           `json:"officeName"`
	Government   *string           `json:"government"`
	Team         *string           `json:"team"`
	City         *string           `json:"city"`
	Letterhead   *[]string         `json:"letterhead"`
	Emblem       *[]byte           `json:"emblem"`
	Unit         *string           `json:"unit"`
	Contact      *string           `json:"contact"`
	TicketPrefix *string           `json:"ticketPrefix"`
	Zone         *string           `json:"zone"`
	ZoneName     *string           `json:"zoneName"`
	Categories   *[]model.Category `json:"categories"`
	LegalBasis   *[]string         `json:"legalBasis"`
	Addressee    *[]string         `json:"addressee"`
	CopiesTo     *[]string         `json:"copiesTo"`
	Paper        *string           `json:"paper"`
	Table        *model.Table      `json:"table"`
	ConfirmDays  *int              `json:"confirmDays"`
	BackupDays   *int              `json:"backupDays"`
	STRNumber    *string           `json:"strNumber"`
	STRFrom      *model.Date       `json:"strFrom"`
	STRYears     *int              `json:"strYears"`
	ToBSSN       *[]string         `json:"toBSSN"`
	CopyBSSN     *[]string         `json:"copyBSSN"`
	ToLembaga    *[]string         `json:"toLembaga"`
	ToAPH        *[]string         `json:"toAPH"`
	Escalation   *[]model.Rung     `json:"escalation"`
}

// Do is "amend-office".
func (AmendOffice) Do() string { return "amend-office" }

// maxEmblem bounds the picture of the arms, in bytes.
const maxEmblem = 512 << 10

func (c AmendOffice) decide(w *work) error {
	if err := firstRefusal(c.check(), model.CheckSTR(c.STRFrom, c.STRYears, model.DateOf(w.now, w.desk.zone))); err != nil {
		return err
	}
	if err := c.checkZone(w.desk.office, w.at); err != nil {
		return err
	}
	o, v := w.desk.office, model.Values{}
	change(v, "officeName", c.OfficeName, o.OfficeName)
	change(v, "government", c.Government, o.Government)
	change(v, "team", c.Team, o.Team)
	change(v, "city", c.City, o.City)
	change(v, "unit", c.Unit, o.Unit)
	change(v, "contact", c.Contact, o.Contact)
	change(v, "ticketPrefix", c.TicketPrefix, o.TicketPrefix)
	change(v, "zone", c.Zone, o.Zone)
	change(v, "zoneName", c.ZoneName, o.ZoneName)
	change(v, "paper", c.Paper, o.Paper)
	change(v, "table", c.Table, o.Table)
	change(v, "confirmDays", c.ConfirmDays, o.ConfirmDays)
	change(v, "backupDays", c.BackupDays, o.BackupDays)
	changeList(v, "letterhead", c.Letterhead, o.Letterhead)
	changeList(v, "legalBasis", c.LegalBasis, o.LegalBasis)
	changeList(v, "addressee", c.Addressee, o.Addressee)
	changeList(v, "copiesTo", c.CopiesTo, o.CopiesTo)
	change(v, "strNumber", c.STRNumber, o.STRNumber)
	change(v, "strFrom", c.STRFrom, o.STRFrom)
	change(v, "strYears", c.STRYears, o.STRYears)
	changeList(v, "toBSSN", c.ToBSSN, o.ToBSSN)
	changeList(v, "copyBSSN", c.CopyBSSN, o.CopyBSSN)
	changeList(v, "toLembaga", c.ToLembaga, o.ToLembaga)
	changeList(v, "toAPH", c.ToAPH, o.ToAPH)
	changeList(v, "escalation", c.Escalation, o.Escalation)
	changeList(v, "categories", c.Categories, o.Categories)
	if c.Emblem != nil && !bytes.Equal(*c.Emblem, o.Emblem) {
		v["emblem"] = *c.Emblem
	}
	return w.amend("office", w.desk.officeID, v)
}

func changeList[T comparable](v model.Values, field string, given *[]T, stands []T) {
	if given != nil && !slices.Equal(*given, stands) {
		v[field] = *given
	}
}

func (c AmendOffice) check() error {
	if c.Categories != nil {
		if err := model.CheckCategories(*c.Categories); err != nil {
			return err
		}
	}
	if c.Escalation != nil {
		if err := model.CheckEscalation(*c.Escalation); err != nil {
			return err
		}
	}
	if c.Zone != nil {
		if _, err := time.LoadLocation(*c.Zone); err != nil {
			return model.RefuseAt("zone", "refuse.zone", "Value", *c.Zone)
		}
	}
	if c.Paper != nil && *c.Paper != "a4" && *c.Paper != "f4" {
		return model.RefuseAt("paper", "refuse.choice", "Value", *c.Paper, "Choices", "a4, f4")
	}
	if c.Emblem != nil && len(*c.Emblem) > maxEmblem {
		return model.RefuseAt("emblem", "refuse.emblem-size", "Limit", maxEmblem/1024)
	}
	return firstRefusal(checkDays("confirmDays", c.ConfirmDays), checkDays("backupDays", c.BackupDays), checkPrefix(c.TicketPrefix, c.OfficeName))
}

// checkZone refuses a zone with daylight saving while the office counts office
// hours.
func (c AmendOffice) checkZone(o model.Office, now model.Instant) error {
	if c.Zone == nil || !counts(o) {
		return nil
	}
	zone, err := time.LoadLocation(*c.Zone)
	if err != nil {
		return err // was asked for before
	}
	if _, same := offsetOf(zone, now); !same {
		return model.RefuseAt("zone", "refuse.zone-daylight", "Value", *c.Zone)
	}
	return nil
}

// mostDays is the longest that a promise of the exchange can be.
const mostDays = 365

func checkDays(field string, days *int) error {
	if days != nil && (*days < 1 || *days > mostDays) {
		return model.RefuseAt(field, "refuse.days", "Most", mostDays)
	}
	return nil
}

func checkPrefix(prefix, name *string) error {
	if name != nil && *name == "" {
		return model.RefuseAt("officeName", "refuse.required")
	}
	if prefix == nil {
		return nil
	}
	for _, r := range *prefix {
		if (r < 'A' || r > 'Z') && (r < '0' || r > '9') {
			return model.RefuseAt("ticketPrefix", "refuse.ticket-prefix", "Value", *prefix)
		}
	}
	if *prefix == "" || len(*prefix) > 12 {
		return model.RefuseAt("ticketPrefix", "refuse.ticket-prefix", "Value", *prefix)
	}
	return nil
}
