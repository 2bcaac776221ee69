// Package outfile writes the files of a command: all of them whole, or none.
//
// A command reserves its outputs with [Reserve] before its long work begins:
// what could not be written, or would be written over what is read, is refused
// there. [Batch.Write] then writes each file to a draft beside its name; the
// drafts take their names when all of them are complete and on the disk. So a
// run that fails, is stopped or is killed leaves the old files, and a draft that
// a killed run left is removed by the next that has the same output.
//
// The reservation is a lock on a file beside the output. The system drops it
// with the program, however that ends, so none has to be cleared by hand.
//
// The package has no words for users: what stood in the way is a [Fault].
package outfile
