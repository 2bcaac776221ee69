package money

import "testing"

func TestStoredNumbersHaveAnExponentWithinReason(t *testing.T) {
	for _, c := range []struct {
		text string
		ok   bool
	}{
		{"1E40", true}, {"1E41", false}, {"1E-40", true}, {"1E-41", false}, {"2.5e3", true}, {"1E", false},
		{"1E1.5", false},
	} {
		if d, err := StoredNumber(c.text); (err == nil) != c.ok {
			t.Errorf("%s is %s, %v", c.text, d, err)
		}
	}
}
