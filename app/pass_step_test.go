package app

import (
	"testing"

	"siaga/model"
)

// atStep7 is an incident that only waits for its recovery.
func (b *bench) atStep7() IncidentRef {
	b.t.Helper()
	ref := IncidentRef(b.do(RegisterIncident{ReporterName: "Pelapor", Description: "uji", Class: model.Tinggi}).ID)
	risk, priority, category, channel := model.RiskMedium, model.Priority("sedang"), "WDF", model.Channel("telepon")
	b.do(PassStep{Incident: ref, Step: 2, Details: Details{Affected: text("situs"), Channel: &channel}})
	b.do(PassStep{Incident: ref, Step: 3, Details: Details{Category: &category, InitialAnalysis: text("Berkas diganti")}})
	b.do(PassStep{Incident: ref, Step: 4, Details: Details{Impact: text("Terbatas"), Risk: &risk, Priority: &priority}})
	b.do(PassStep{Incident: ref, Step: 5, Teams: []string{"VII"}})
	b.do(PassStep{Incident: ref, Step: 6, Details: Details{Analysis: text("Unggahan berkas")}})
	return ref
}

// The action that step 7 asks for comes with the step, in one order.
func TestStepSevenTakesItsActionAlong(t *testing.T) {
	b := newDeskAt(t, "2026-10-05 09:00")
	ref := b.atStep7()
	done := b.do(PassStep{Incident: ref, Step: 7, ActionPhase: "recovery", ActionText: "Memulihkan dari cadangan"})
	i, err := b.Incident(ref)
	if err != nil || len(done.Events) != 2 || i.Step != model.StepConclude || len(i.Actions) != 1 || i.Actions[0].Phase != "recovery" {
		t.Errorf("step %d, %d events, actions %+v, %v", i.Step, len(done.Events), i.Actions, err)
	}
}

// What is refused about the action names the order's own field, and nothing of
// the order is kept.
func TestAStepThatIsRefusedKeepsNoAction(t *testing.T) {
	b := newDeskAt(t, "2026-10-05 09:00")
	ref := b.atStep7()
	for field, order := range map[string]PassStep{
		"actionText":  {Incident: ref, Step: 7},
		"actionPhase": {Incident: ref, Step: 7, ActionText: "Memulihkan"},
		"step":        {Incident: ref, Step: 6, ActionPhase: "recovery", ActionText: "Memulihkan"},
	} {
		_, err := b.Do(Order{Command: order})
		if r, ok := model.AsRefusal(err); !ok || r.Field != field {
			t.Errorf("%s: %v", field, err)
		}
	}
	if i, err := b.Incident(ref); err != nil || len(i.Actions) != 0 || i.Step != model.StepRecover {
		t.Errorf("step %d, actions %+v, %v", i.Step, i.Actions, err)
	}
}
