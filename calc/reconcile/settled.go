package reconcile

import "jiangbu/calc/money"

// PaidByItem is what stayed with the payees, by the item's id.
func (rec *Reconciliation) PaidByItem() map[string]money.Yuan {
	paid := map[string]money.Yuan{}
	for i := range rec.Items {
		paid[rec.Items[i].Name] = rec.Items[i].Paid.Sub(rec.Items[i].Returned)
	}
	return paid
}

// Unsettled are the lines of which nobody may say in public that so much was
// paid: paid without an award, more than it, twice, to another, or in a wrong
// unit; each has a payment. What is not paid yet, came back, or went through
// another district is settled: its sum is right.
func (rec *Reconciliation) Unsettled() (all []*Line) {
	for i := range rec.Lines {
		l := &rec.Lines[i]
		switch l.Status {
		case StatusUnexpected, StatusDuplicate, StatusPayee, StatusUnit:
			all = append(all, l)
		case StatusAmount:
			if l.Difference().Sign() > 0 {
				all = append(all, l)
			}
		}
	}
	return all
}
