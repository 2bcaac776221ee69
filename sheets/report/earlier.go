package report

import "jiangbu/calc"

// Earlier gives a report as the side that a later run is compared with: what
// the program decided, not what a person amended since.
func (r *Report) Earlier() calc.Earlier {
	e := calc.Earlier{Name: r.File, Readings: r.Readings, Stated: r.Stated.Amount, Amended: len(r.Removed)}
	for i := range r.Awards {
		if r.Awards[i].Amended() {
			e.Amended++
		}
	}
	for i := range r.Records {
		rec := &r.Records[i]
		e.Records = append(e.Records, calc.SnapshotOf(&rec.Record, &rec.Decision, rec.ItemName))
	}
	return e
}
