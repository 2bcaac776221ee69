package report

import "jiangbu/calc"

// Earlier gives a report as the side that a later run is compared with.
func (r *Report) Earlier() calc.Earlier {
	e := calc.Earlier{Name: r.File, Readings: r.Readings, Stated: r.Stated.Amount}
	for i := range r.Records {
		rec := &r.Records[i]
		e.Records = append(e.Records, calc.Snapshot{Record: &rec.Record, Decision: rec.Decision,
			ItemName: rec.ItemName})
	}
	return e
}
