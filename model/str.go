package model

import "time"

// STR is the surat tanda register of the team as it stands on a day (Peraturan
// BSSN 1/2024 Ps. 13: three years for a TTIS organisasi).
type STR struct {
	Number string
	From   Date
	Until  Date // the last day on which it is valid, "" while From is not recorded
	State  STRState
	Days   int // up to Until, negative when it has passed
}

// STRState is how the registration stands.
type STRState string

// The states. STRDue begins six months before the end.
const (
	STRUnknown STRState = "unknown" // its date is not recorded
	STRValid   STRState = "valid"
	STRDue     STRState = "due"
	STRExpired STRState = "expired"
)

// STRStates lists them.
var STRStates = []STRState{STRUnknown, STRValid, STRDue, STRExpired}

// WordKey names the state in words.
func (s STRState) WordKey() string { return "strState." + string(s) }

// Reminds reports whether the office has to do something about it.
func (s STR) Reminds() bool { return s.State == STRDue || s.State == STRExpired }

// The bounds of the validity in years, and how many months before its end the
// office is reminded.
const (
	LeastSTRYears  = 1
	MostSTRYears   = 10
	strMonthsAhead = 6
)

// STR is the registration of the office's team as it stands on a day.
func (o Office) STR(today Date) STR {
	s := STR{Number: o.STRNumber, From: o.STRFrom, State: STRUnknown}
	now, known := today.day()
	if _, ok := o.STRFrom.day(); !ok || !known {
		return s
	}
	s.Until = o.STRFrom.monthsOn(12 * o.STRYears)
	until, _ := s.Until.day() // a day a few years on is one
	s.Days = until - now
	switch {
	case s.Days < 0:
		s.State = STRExpired
	case today >= s.Until.monthsOn(-strMonthsAhead):
		s.State = STRDue
	default:
		s.State = STRValid
	}
	return s
}

// CheckSTR refuses a date that is none or lies after today, and a validity
// that no regulation gives.
func CheckSTR(from *Date, years *int, today Date) error {
	if from != nil && *from != "" {
		if err := from.Check("strFrom"); err != nil {
			return err
		}
		if *from > today {
			return RefuseAt("strFrom", "refuse.str-future", "Date", string(*from), "Today", string(today))
		}
	}
	if years != nil && (*years < LeastSTRYears || *years > MostSTRYears) {
		return RefuseAt("strYears", "refuse.str-years", "Least", LeastSTRYears, "Most", MostSTRYears)
	}
	return nil
}

// monthsOn is the day that many months later, or the last one of its month
// where it has no such day.
func (d Date) monthsOn(months int) Date {
	t, err := time.Parse(dateForm, string(d))
	if err != nil {
		return ""
	}
	first := time.Date(t.Year(), t.Month()+time.Month(months), 1, 0, 0, 0, 0, time.UTC)
	last := first.AddDate(0, 1, -1).Day()
	return Date(first.AddDate(0, 0, min(t.Day(), last)-1).Format(dateForm))
}
