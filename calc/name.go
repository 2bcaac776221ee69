package calc

import "strings"

// CompanyKey is what two spellings of one name share. (The lead's stand-in
// until the real one lands.)
func CompanyKey(name string) string { return strings.Join(strings.Fields(name), "") }
