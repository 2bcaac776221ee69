package written_test

import (
	"jiangbu/calc/written"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestDatesKeepTheirPrecision(t *testing.T) {
	got := []string{written.Date{}.String(), written.Date{Year: 2023}.String(),
		written.Date{Year: 2023, Month: 5}.String(), written.Date{Year: 2023, Month: 5, Day: 12}.String()}
	if diff := cmp.Diff([]string{"", "2023", "2023-05", "2023-05-12"}, got); diff != "" {
		t.Error(diff)
	}
}

func TestAVagueDateComesAfterEveryDateOfItsPeriod(t *testing.T) {
	order := []written.Date{written.Date{Year: 2023, Month: 5, Day: 11}, written.Date{Year: 2023, Month: 5, Day: 12},
		{Year: 2023, Month: 5}, written.Date{Year: 2023, Month: 6, Day: 1}, {Year: 2023},
		written.Date{Year: 2024, Month: 1, Day: 1}, {}}
	for i := range order {
		for j := range order {
			want := 0
			if i < j {
				want = -1
			} else if i > j {
				want = 1
			}
			if got := order[i].Compare(order[j]); got != want {
				t.Errorf("%q against %q: %d, want %d", order[i], order[j], got, want)
			}
		}
	}
}
