package calc

// Sum adds up a result by outcome, district, clause and item. Every view adds
// up to the same amount; Audit holds it to that.
func Sum(r *Result) Totals {
	t := Totals{Records: len(r.Records), Outcomes: make(map[Outcome]int, len(Outcomes))}
	for i := range r.Decisions {
		t.Outcomes[r.Decisions[i].Outcome]++
		t.Amount = t.Amount.Add(r.Decisions[i].Amount)
	}
	p := r.Policy
	t.Districts = view(r, len(p.Districts), func(i int) string { return p.Districts[i].Name }, func(r *Record) string { return r.District })
	t.Clauses = view(r, len(p.Clauses), func(i int) string { return p.Clauses[i].Number }, func(r *Record) string { return r.Clause })
	t.Items = view(r, len(p.Items), func(i int) string { return p.Items[i].ID }, func(r *Record) string { return r.Item })
	return t
}

// view sums the records by one of their fields: all names of the policy in its
// order, then a line for what the field leaves out.
func view(r *Result, n int, name func(int) string, of func(*Record) string) []Total {
	lines := make([]Total, n, n+1)
	at := make(map[string]int, n+1)
	for i := range lines {
		lines[i].Name = name(i)
		at[lines[i].Name] = i
	}
	paid := map[[2]string]bool{}
	for i := range r.Records {
		rec := &r.Records[i]
		key := of(rec)
		j, ok := at[key]
		if !ok {
			j = len(lines)
			at[key] = j
			lines = append(lines, Total{Name: key})
		}
		lines[j].Records++
		if y := r.Decisions[i].Amount; !y.IsZero() {
			lines[j].Amount = lines[j].Amount.Add(y)
			if who := [2]string{key, rec.Payer()}; !paid[who] {
				paid[who] = true
				lines[j].Companies++
			}
		}
	}
	return lines
}

// Payer is what tells the record's company apart: its code, else its name.
func (r *Record) Payer() string {
	if r.CreditCode != "" {
		return r.CreditCode
	}
	return CompanyKey(r.Company)
}
