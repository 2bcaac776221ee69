package main

import (
	"context"
	"io"
	"log/slog"
	"os"

	"golang.org/x/term"
)

// session is what the streams of one command line share: how much to say, the
// line that shows the work, and whether a person must look. A nil session says everything and shows nothing.
type session struct {
	quiet, verbose bool
	look           bool         // something was said that a person must look at
	log            *slog.Logger // of --verbose, nil for none
	progress       progress

	keys []string                     // passwords, to try on locked workbooks
	ask  func(string) (string, error) // asks for one; nil: nobody is there
}

// newStreams finds out what the console is: a terminal has columns and may
// take colours, a file or a pipe has neither.
func newStreams(args []string, getenv func(string) string, stdout, stderr io.Writer) streams {
	s := streams{out: stdout, err: stderr, lang: languageOf(args, getenv), session: new(session)}
	s.columns = columnsOf(stdout)
	dumb := getenv("TERM") == "dumb"
	if f, ok := terminal(stderr); ok && !dumb {
		s.paint = getenv("NO_COLOR") == "" && enableColours(f)
		s.session.progress.to = func() (io.Writer, int) { return stderr, columnsOf(stderr) }
	}
	return s
}

// terminal tells whether a stream is a screen that somebody looks at.
func terminal(w io.Writer) (*os.File, bool) {
	f, ok := w.(*os.File)
	return f, ok && term.IsTerminal(int(f.Fd()))
}

// columnsOf is the width of a terminal, 0 where the stream is none.
func columnsOf(w io.Writer) int {
	f, ok := terminal(w)
	if !ok {
		return 0
	}
	columns, _, err := term.GetSize(int(f.Fd()))
	if err != nil {
		return 0
	}
	return columns
}

// listen begins the log of --verbose, once the flags are known, and keeps the
// progress line away where it was not wanted.
func (n *session) listen(w io.Writer) {
	if n.verbose {
		n.log = slog.New(slog.NewTextHandler(w, nil))
	}
	if n.quiet || n.verbose { // a log and a line that moves do not go together
		n.progress.to = nil
	}
}

// note writes a line of the log of --verbose.
func (s streams) note(message string, args ...any) {
	if s.session != nil && s.session.log != nil {
		s.session.log.Info(message, args...)
	}
}

// tellOf writes what a command did, for who looks; nothing under --quiet.
func (s streams) tellOf(w io.Writer, text string) error {
	if s.session != nil && s.session.quiet {
		return nil
	}
	_, err := io.WriteString(w, text)
	return err
}

// stopped is the refusal of a user who pressed Ctrl-C, nil while nobody did.
func (s streams) stopped(ctx context.Context) error {
	if ctx.Err() != nil {
		return s.refuse("stopped")
	}
	return nil
}
