package survey

import "testing"

func TestXMLThatNoProgramTakesIsSeen(t *testing.T) {
	for _, c := range []struct {
		name, text string
		ok         bool
	}{
		{"plain", `<?xml version="1.0" encoding="UTF-8"?><a xmlns="u"><b c="1"/></a>`, true},
		{"a prefix that is declared", `<x:a xmlns:x="u"><x:b x:c="1" c="2" xml:space="preserve"/></x:a>`, true},
		{"a prefix that an element around declares", `<a xmlns:r="u"><b><c r:id="1"/></b></a>`, true},
		{"a prefix that nothing declares", `<x:a><b/></x:a>`, false},
		{"one of an attribute", `<a><b r:id="1"/></a>`, false},
		{"one that only a sibling declares", `<a><b xmlns:r="u"/><c r:id="1"/></a>`, false},
		{"an attribute twice", `<a xmlns="u" xmlns="u"/>`, false},
		{"elements that cross", `<a><b></a></b>`, false},
		{"a prefix lost at the end", `<x:a xmlns:x="u"></a>`, false},
		{"cut off", `<a><b/>`, false},
		{"two around all", `<a/><a/>`, false},
		{"nothing", ``, false},
		{"HTML", `<a><br></a>`, false},
		{"an entity that nothing declares", `<a>&nbsp;</a>`, false},
	} {
		if err := wellFormed([]byte(c.text)); (err == nil) != c.ok {
			t.Errorf("%s: %v", c.name, err)
		}
	}
}
