package cli

import (
	"encoding/json"
	"io"
	"strconv"

	"siaga/app"
	"siaga/model"
)

// mostPolicy bounds a file with a policy, in bytes.
const mostPolicy = 1 << 20

// settlePolicy settles a policy of times from a file, from options, or both.
func settlePolicy(c *call) error {
	return c.withDesk(func(d *app.Desk) error {
		order, err := c.policyOrder(d)
		if err != nil {
			return err
		}
		return c.settle(d, order)
	})
}

// settle carries an order out and says from when the policy holds.
func (c *call) settle(d *app.Desk, order app.SettlePolicy) error {
	from := order.From
	if from == "" {
		zone, _ := d.Zone()
		from = model.DateOf(d.Now(), zone)
	}
	return c.carryOut(d, order, "policy.settled", "Date", c.book.DayDate(from))
}

// policyOrder is what the file says, in the fields of settle-policy, and the
// options, which go before it.
func (c *call) policyOrder(d *app.Desk) (app.SettlePolicy, error) {
	fields := map[string]json.RawMessage{}
	if len(c.args) > 0 {
		file, err := c.input(c.args[0])
		if err != nil {
			return app.SettlePolicy{}, err
		}
		defer file.Close()
		text, err := io.ReadAll(io.LimitReader(file, mostPolicy))
		if err != nil || json.Unmarshal(text, &fields) != nil {
			return app.SettlePolicy{}, model.Refuse("refuse.json")
		}
	}
	if err := c.policyOptions(d, fields); err != nil {
		return app.SettlePolicy{}, err
	}
	line, err := json.Marshal(fields)
	if err != nil {
		return app.SettlePolicy{}, err
	}
	order, err := app.ParseOrder(line)
	if err != nil {
		return app.SettlePolicy{}, err
	}
	return order.Command.(app.SettlePolicy), nil
}

// policyOptions writes the options as the fields of the order.
func (c *call) policyOptions(d *app.Desk, fields map[string]json.RawMessage) error {
	values := map[string]any{"do": app.SettlePolicy{}.Do()}
	for option, field := range map[string]string{"from": "from", "letter": "letter", "basis": "basis"} {
		if c.has(option) {
			values[field] = c.options[option]
		}
	}
	if c.has("ends") {
		step, err := c.number("ends", 0)
		if err != nil {
			return err
		}
		values["ends"] = step
	}
	if c.has("reasons") {
		values["pauseReasons"] = parts(c.options["reasons"])
	}
	if c.has("warnings") {
		shares := []int{}
		for _, part := range parts(c.options["warnings"]) {
			share, err := strconv.Atoi(part)
			if err != nil {
				return wrongly("usage.number", "Value", "--warnings")
			}
			shares = append(shares, share)
		}
		values["warnings"] = shares
	}
	if c.has("all-day") {
		values["allDay"] = true
		delete(fields, "calendar")
	}
	if c.has("office-hours") {
		values["calendar"] = d.OfficeHours()
		delete(fields, "allDay")
	}
	for field, value := range values {
		raw, err := json.Marshal(value)
		if err != nil {
			return err
		}
		fields[field] = raw
	}
	return nil
}
