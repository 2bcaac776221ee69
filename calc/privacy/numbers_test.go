package privacy

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

// What looks like a private number stands beside its twin, which is a date, a
// measure, or a digit too long or too short.
func TestANumberAndItsTwin(t *testing.T) {
	mobile := func(text string, sure bool) []Leak { return []Leak{{LeakMobile, text, sure}} }
	card := func(text string) []Leak { return []Leak{{LeakCard, text, false}} }
	account := func(text string) []Leak { return []Leak{{LeakAccount, text, false}} }
	identity := func(text string) []Leak { return []Leak{{LeakIdentity, text, false}} }
	for _, c := range []struct {
		name, text string
		want       []Leak
	}{
		{"a part and a day of this century", "139 20231222", nil},
		{"a part and what is no day", "139 20231322", mobile("139******22", true)},
		{"a part and the day of no month", "139 20230012", mobile("139******12", true)},
		{"a part and a day of the century before", "139 19991222", mobile("139******22", true)},
		{"a part, a year and a day of it", "139-2023-1222", nil},
		{"a part, a year of the century before and a day", "139-1923-1222", nil},
		{"a part and what is no year", "139-2123-1222", mobile("139******22", true)},
		{"a day between two parts", "12 20231222 345", nil},
		{"parts that nobody groups so are a doubt", "139 12 345678", mobile("139******78", false)},
		{"two parts with a blank are a doubt", "13 912345678", mobile("139******78", false)},
		{"behind the country's number with its zeros", "008613912345678", mobile("008**********78", true)},
		{"the zeros behind it are none", "860013912345678", account("860**********78")},
		{"sixteen digits in fours", "6222 0210 0111 6245", card("622***********45")},
		{"fifteen digits in fours", "6222 0210 0111 624", nil},
		{"four fours with a year among them", "6222 0210 2023 6245", nil},
		{"nineteen digits in fours whose check digit holds", "6222 0210 0111 6245 702 9",
			[]Leak{{LeakAccount, "622**************02", true}}},
		{"twenty in fours hold a card of sixteen", "6222 0210 0111 6245 7029", card("622***********45")},
		{"sixteen digits of a card's issuer", "6222021001116245", card("622***********45")},
		{"fifteen of it are an account at most", "622202100111624", account("622**********24")},
		{"and so are seventeen", "62220210011162457", account("622************57")},
		{"nineteen of it", "6222021001116245703", card("622**************03")},
		{"of another issuer they need their check digit", "5222021001116245703",
			[]Leak{{LeakAccount, "522**************03", true}}},
		{"an account of twelve digits", "123456789012", account("123*******12")},
		{"eleven digits", "12345678901", nil},
		{"an account of nineteen", "1234567890123456789", account("123**************89")},
		{"twenty digits", "12345678901234567890", nil},
		{"a capital before it makes no word", "A123456789012", account("123*******12")},
		{"two capitals do", "AB123456789012", nil},
		{"and so does what names a number", "编号123456789012", nil},
		{"somebody born in the last year", "110105201012310021", identity("110*************21")},
		{"nobody was born later", "110105201112310021", account("110*************21")},
		{"an old identity number of the thirties on", "110105491231002", identity("110**********02")},
		{"nobody was born before", "110105291231002", account("110**********02")},
		{"a province that there is not", "180105491231002", account("180**********02")},
		{"an old identity number in two groups", "110105 491231002", nil},
		{"a measure", "1500*1800*139", nil},
	} {
		if diff := cmp.Diff(c.want, Leaks(c.text)); diff != "" {
			t.Errorf("%s: %q (-want +got):\n%s", c.name, c.text, diff)
		}
	}
}
