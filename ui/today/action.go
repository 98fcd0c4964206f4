package today

import "siaga/model"

// Action is the one thing that is to be done next on an incident. Its word is
// also the part of the incident's page that it opens.
type Action string

// The actions.
const (
	Resume   Action = "resume"   // end the pause
	Classify Action = "classify" // decide the class
	Answer   Action = "answer"   // answer the reporter
	Assign   Action = "assign"   // give it to a team
	Report   Action = "report"   // step 8
	Announce Action = "announce" // step 9
	Decide   Action = "conflicts"
	PassStep Action = "step"
)

// WordKey names the action as a button says it.
func (a Action) WordKey() string { return "today.action." + string(a) }

// nextAction is what brings an open incident forward.
func nextAction(r *model.Row, now model.Instant) Action {
	_, paused := r.PausedNow()
	switch {
	case paused:
		return Resume
	case r.Class == "":
		return Classify
	case !r.Response(now).EndAt.Known():
		return Answer
	case r.Step >= model.StepEscalate && len(r.Teams) == 0:
		return Assign
	case r.Step == model.StepConclude:
		return Report
	case r.Step == model.StepAnnounce:
		return Announce
	}
	return PassStep
}
