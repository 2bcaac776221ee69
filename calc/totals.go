package calc

// Sum adds up a result by outcome, district, clause and item. Every view adds
// up to the same amount; Audit holds it to that.
func Sum(r *Result) Totals { return r.sum(r.identity()) }

func (r *Result) sum(who *identity) Totals {
	t := Totals{Records: len(r.Records), Outcomes: make(OutcomeCounts, len(Outcomes))}
	for i := range r.Decisions {
		t.Outcomes[r.Decisions[i].Outcome]++
		t.Amount = t.Amount.Add(r.Decisions[i].Amount)
	}
	p, by := r.Policy, who.byPayee()
	t.Districts = r.view(by, len(p.Districts), func(i int) string { return p.Districts[i].Name },
		func(r *Record) string { return r.District })
	t.Clauses = r.view(by, len(p.Clauses), func(i int) string { return p.Clauses[i].Number },
		func(r *Record) string { return r.Clause })
	t.Items = r.view(by, len(p.Items), func(i int) string { return p.Items[i].ID },
		func(r *Record) string { return r.Item })
	return t
}

// byPayee puts the records of one company together.
func (w *identity) byPayee() grouping {
	of := make([]int32, len(w.of))
	for i := range of {
		of[i] = w.of[i].payee
	}
	return groupBy(of, w.count)
}

// view sums the records by one of their fields: all names of the policy in its
// order, then a line for what the field leaves out.
func (r *Result) view(by grouping, n int, name func(int) string, of func(*Record) string) []Total {
	lines := make([]Total, n, n+1)
	at := make(map[string]int, n+1)
	for j := range lines {
		lines[j].Name = name(j)
		at[lines[j].Name] = j
	}
	paid := make([]int32, len(r.Records)) // by record: its line, counted from 1, where it is paid
	for i := range r.Records {
		key := of(&r.Records[i])
		j, ok := at[key]
		if !ok {
			j = len(lines)
			at[key] = j
			lines = append(lines, Total{Name: key})
		}
		lines[j].Records++
		if y := r.Decisions[i].Amount; !y.IsZero() {
			lines[j].Amount = lines[j].Amount.Add(y)
			paid[i] = int32(j + 1)
		}
	}
	countCompanies(lines, by, paid)
	return lines
}

// countCompanies counts the companies that are paid on each line, each once.
func countCompanies(lines []Total, by grouping, paid []int32) {
	last := make([]int32, len(lines)) // by line: the company that was counted last
	company := int32(0)
	for members := range by.all {
		company++
		for _, i := range members {
			if j := paid[i] - 1; j >= 0 && last[j] != company {
				last[j] = company
				lines[j].Companies++
			}
		}
	}
}
