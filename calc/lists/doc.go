// Package lists holds claims against what the authorities published: official
// lists of who was recognised, the register of the city's firms, and those who
// are excluded or were awarded elsewhere.
//
// Begin with [Compare]: it finds for every line of every list the firm that it
// means and the claim that answers it, gives each pair a [State], and says on
// the records themselves what a list that decides has against them. [Bar]
// does the same with the lists of who may not be awarded.
//
// It is not for near names: two names that differ are two firms until a person
// says otherwise. What is one character apart is suggested, with the evidence,
// and decides nothing.
package lists
