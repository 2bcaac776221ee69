package calc

// DecideAsOneCase decides as if every record could meet every other.
func DecideAsOneCase(b Batch) []Decision {
	k := newBatchIndex(b)
	k.components = groupBy(make([]int32, len(b.Records)), 1)
	return k.decide(b.Policy.inForce(b.Readings)).decisions
}
