// Package privacy finds what must not be published in a text that is meant for
// the public: numbers of persons and their accounts and telephones, however they
// are grouped or written, and what a telling word names (联系人, 户籍, 出生日期).
//
// Begin with [Leaks]. A leak is sure where the number proves itself by a check
// digit or its form, and a doubt elsewhere. No message repeats a number.
//
// It is not for deciding what is published: sheets/notice and calc/reconcile do.
package privacy
