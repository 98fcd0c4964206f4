package settings

import (
	"slices"
	"testing"

	"siaga/model"
)

// The chain is typed one turn a line and comes back as it was typed.
func TestTheChainOfEscalationIsTyped(t *testing.T) {
	for _, chain := range [][]model.Rung{model.DefaultEscalation(), {{Post: "V.koordinator", Percent: 80}, {Post: "III", Percent: 100, Minutes: 30}}} {
		if got, err := readChain(chainText(chain) + "\n\n"); err != nil || !slices.Equal(got, chain) {
			t.Errorf("%v: %q comes back as %+v", err, chainText(chain), got)
		}
	}
	for _, wrong := range []string{"piket", "lima puluh IV", "100+x III"} {
		if _, err := readChain(wrong); err == nil {
			t.Errorf("%q is read", wrong)
		}
	}
}
