package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"os"
	"strings"

	"golang.org/x/term"
)

// The exit statuses of the program. They are part of its contract.
const (
	statusDone   = 0 // done
	statusLook   = 1 // done, and a person must look
	statusFailed = 2 // the work could not be done; nothing was written
)

// streams is where a command speaks: results to out, messages to err, both in
// lang. Nothing of the command prints elsewhere. One with its writers alone
// shows no progress and asks nobody.
type streams struct {
	out, err io.Writer
	lang     language
	columns  int // of the terminal that out is, 0 where it is none

	quiet, verbose bool
	secrets        []string // passwords, to try on locked workbooks

	paint     bool         // err takes colours
	attention bool         // something was said that a person must look at
	log       *slog.Logger // of --verbose, nil for none
	progress  progress
	ask       func(question string) (string, error) // for a password; nil: nobody is there
}

// newStreams finds out what the console is: a terminal has columns and may
// take colours, a file or a pipe has neither. Who sits at one can be asked for
// passwords.
func newStreams(ctx context.Context, args []string, getenv func(string) string, stdin io.Reader, stdout, stderr io.Writer) *streams {
	s := &streams{out: stdout, err: stderr, lang: languageOf(args, getenv), columns: columnsOf(stdout), ask: asker(ctx, stdin, stderr)}
	if f, ok := terminal(stderr); ok && getenv("TERM") != "dumb" {
		s.paint = getenv("NO_COLOR") == "" && enableColours(f)
		s.progress.to = func() (io.Writer, int) { return stderr, columnsOf(stderr) }
	}
	return s
}

// text is the message of the catalogue in the user's language.
func (s *streams) text(key string, args ...any) string {
	p := catalogue[key]
	form := p.en
	if s.lang == chinese {
		form = p.zh
	}
	if form == "" {
		form = key
	}
	if len(args) == 0 {
		return form
	}
	return fmt.Sprintf(form, args...)
}

// say writes a message on stderr, after the program's name.
func (s *streams) say(key string, args ...any) { s.tell(s.text(key, args...)) }

// tell writes a text on stderr: the first line after the program's name, what
// to do about it indented below.
func (s *streams) tell(text string) {
	s.progress.clear()
	lines := strings.Split(strings.TrimRight(text, "\n"), "\n")
	if s.paint {
		lines[0] = "\x1b[1m" + lines[0] + "\x1b[0m"
	}
	fmt.Fprintf(s.err, "jiangbu: %s\n", strings.Join(lines, "\n  "))
}

// fault is an outcome other than plain success, already in words.
type fault struct {
	status int
	text   string
}

func (f *fault) Error() string { return f.text }

// refuse says that the work cannot be done (status 2), and what to do.
func (s *streams) refuse(key string, args ...any) error {
	return &fault{statusFailed, s.text(key, args...)}
}

// look says that the work is done but a person must look (status 1).
func (s *streams) look(key string, args ...any) error {
	return &fault{statusLook, s.text(key, args...)}
}

// report tells an error and maps it to the exit status: the one place where
// that is done.
func (s *streams) report(err error) int {
	f, ok := errors.AsType[*fault](err)
	switch {
	case err == nil && s.attention:
		return statusLook
	case err == nil:
		return statusDone
	case ok:
		s.tell(f.text)
		return f.status
	}
	s.say("unforeseen", err)
	return statusFailed
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
func (s *streams) listen() {
	if s.verbose {
		s.log = slog.New(slog.NewTextHandler(s.err, nil))
	}
	if s.quiet || s.verbose { // a log and a line that moves do not go together
		s.progress.to = nil
	}
}

// note writes a line of the log of --verbose.
func (s *streams) note(message string, args ...any) {
	if s.log != nil {
		s.log.Info(message, args...)
	}
}

// tellOf writes what a command did, for who looks; nothing under --quiet.
func (s *streams) tellOf(w io.Writer, text string) error {
	if s.quiet {
		return nil
	}
	_, err := io.WriteString(w, text)
	return err
}

// stopped is the refusal of a user who pressed Ctrl-C, nil while nobody did.
func (s *streams) stopped(ctx context.Context) error {
	if ctx.Err() != nil {
		return s.refuse("stopped")
	}
	return nil
}
