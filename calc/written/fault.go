package written

// Fault says what is wrong with a text that a person wrote, such as a settings
// file or a list of holidays, in both languages of the console.
type Fault struct{ En, Zh string }

// Error is the English.
func (f Fault) Error() string { return f.En }

// Chinese is the Chinese.
func (f Fault) Chinese() string { return f.Zh }
