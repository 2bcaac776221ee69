package calc

// DecideAsOneCase decides as if every record could meet every other.
func DecideAsOneCase(b Batch) []Decision {
	k := newDocket(b)
	k.cases = groupBy(make([]int32, len(b.Records)), 1)
	return k.decide(b.Policy.inForce(b.Readings)).decisions
}
