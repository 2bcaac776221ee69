package outfile

import (
	"errors"
	"io/fs"
	"os"
)

// Reason is what stands in the way of an output.
type Reason string

// The reasons. Those down to Busy are found by [Reserve], Exists and the rest
// while writing too.
const (
	Twice      Reason = "twice"      // two outputs have one name
	IsInput    Reason = "input"      // it is read by the command
	InInputs   Reason = "inside"     // it would lie in the folder Fault.Folder, which is read
	IsFolder   Reason = "folder"     // a folder has its name
	NoFolder   Reason = "no-folder"  // its folder cannot be made
	Unwritable Reason = "unwritable" // its folder takes no files
	Locked     Reason = "locked"     // the file must not be written
	Busy       Reason = "busy"       // another program has reserved it
	Exists     Reason = "exists"     // it exists and is not to be replaced
	Open       Reason = "open"       // another program has it open
	Full       Reason = "full"       // the disk is full
	Failed     Reason = "failed"     // whatever else went wrong
)

// Fault says why an output was not written.
type Fault struct {
	Reason Reason
	Path   string
	Folder string // of inputs, for InInputs
	Err    error  // the cause without its path, nil where the reason says all
}

// Error names the reason, for a log; the user is told in words of the command.
func (f *Fault) Error() string {
	text := f.Path + ": " + string(f.Reason)
	if f.Err != nil {
		text += ": " + f.Err.Error()
	}
	return text
}

// Unwrap is the cause.
func (f *Fault) Unwrap() error { return f.Err }

// writing is the fault of an error while path was written.
func writing(path string, err error) *Fault {
	if f, ok := errors.AsType[*Fault](err); ok {
		return f
	}
	switch {
	case diskFull(err):
		return &Fault{Reason: Full, Path: path}
	case openElsewhere(err):
		return &Fault{Reason: Open, Path: path}
	}
	return &Fault{Reason: Failed, Path: path, Err: Cause(err)}
}

// Cause is the disk's own word, without the paths of this machine.
func Cause(err error) error {
	if p, ok := errors.AsType[*fs.PathError](err); ok {
		return p.Err
	}
	if l, ok := errors.AsType[*os.LinkError](err); ok {
		return l.Err
	}
	return err
}
