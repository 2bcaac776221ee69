// Package console is how the command talks: to whom (the [Console], its terminal
// or files), in which of two languages, from one catalogue of messages.
//
// Commands give keys of the catalogue to [Console.Text], [Console.Say],
// [Console.Refuse] and [Console.NeedsPerson]; what goes wrong is a [Fault] in
// words already, and [Console.Report] alone maps it to the exit status. Long
// work shows itself by [Console.Stage]; tables are set by [Aligned].
//
// It reads no workbook and knows no command.
package console
