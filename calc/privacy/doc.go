// Package privacy finds what must not be published in a text that is meant for
// the public: identity numbers, mobile numbers and bank accounts, however they
// are grouped or written.
//
// Begin with [Leaks]. A leak is sure where the number proves itself by a check
// digit or its form, and a doubt elsewhere. No message repeats a number.
//
// It is not for deciding what is published: sheets/notice and calc/reconcile do.
package privacy
