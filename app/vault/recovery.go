package vault

import (
	"crypto/rand"
	"math/big"
	"strings"

	"siaga/model"
)

// A recovery key is nine groups of five characters, 178 random bits. The
// alphabet has no 0 O 1 I L, and 31 characters, a prime: the last character of
// each group makes the weighted sum of the group zero modulo 31, which tells
// every single wrong character, every two exchanged ones and two exchanged
// neighbouring groups, and in which group to look.
const (
	recoveryLetters = "23456789ABCDEFGHJKMNPQRSTUVWXYZ"
	recoveryGroups  = 9
	recoveryGroup   = 5
)

// AddRecovery makes one more recovery key and returns it to be printed; it is
// not stored and cannot be shown again.
func (v *Vault) AddRecovery() (string, error) {
	recovery := newRecovery()
	err := v.change(func(c *content) error { return v.addRecovery(c, recovery) })
	if err != nil {
		return "", err
	}
	return recovery, nil
}

func (v *Vault) addRecovery(c *content, recovery string) error {
	secret, err := parseRecovery(recovery)
	if err != nil {
		return err
	}
	return v.add(c, ByRecovery, secret, nil)
}

func newRecovery() string {
	groups := make([]string, recoveryGroups)
	for n := range groups {
		group := make([]byte, recoveryGroup)
		for i := range recoveryGroup - 1 {
			group[i] = recoveryLetters[randomBelow(len(recoveryLetters))]
		}
		group[recoveryGroup-1] = recoveryLetters[0]
		missing := (len(recoveryLetters) - weigh(n, string(group))) % len(recoveryLetters)
		group[recoveryGroup-1] = recoveryLetters[missing]
		groups[n] = string(group)
	}
	return strings.Join(groups, "-")
}

// parseRecovery takes the key as a person types it, in any case, with or
// without dashes and spaces, and refuses naming the first group that is wrong.
func parseRecovery(typed string) ([]byte, error) {
	text := strings.ToUpper(strings.NewReplacer("-", "", " ", "", "\t", "", "\n", "", "\r", "").Replace(typed))
	if len(text) != recoveryGroups*recoveryGroup {
		return nil, model.RefuseAt("recovery", "refuse.recovery-length",
			"Groups", recoveryGroups, "Characters", recoveryGroups*recoveryGroup)
	}
	for n := range recoveryGroups {
		if weigh(n, text[n*recoveryGroup:(n+1)*recoveryGroup]) != 0 {
			return nil, model.RefuseAt("recovery", "refuse.recovery-typing", "Group", n+1)
		}
	}
	return []byte(text), nil
}

// weigh is the weighted sum of group n modulo 31, and -1 for a character that
// is not in the alphabet. The last character weighs 1.
func weigh(n int, group string) int {
	sum := n
	for i := range recoveryGroup {
		value := strings.IndexByte(recoveryLetters, group[i])
		if value < 0 {
			return -1
		}
		sum += (recoveryGroup - i) * value
	}
	return sum % len(recoveryLetters)
}

func randomBelow(n int) int64 {
	i, err := rand.Int(rand.Reader, big.NewInt(int64(n)))
	if err != nil {
		panic(err) // never: crypto/rand stops the program instead
	}
	return i.Int64()
}
