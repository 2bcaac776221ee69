package main

import (
	"errors"
	"fmt"
	"io"
	"strings"
)

// The exit statuses of the program. They are part of its contract.
const (
	statusDone   = 0 // done
	statusLook   = 1 // done, and a person must look
	statusFailed = 2 // the work could not be done; nothing was written
)

// streams is where a command speaks: results to out, messages to err, both in
// lang. Every runXxx is given one; nothing in this package prints elsewhere.
type streams struct {
	out, err io.Writer
	lang     language
	columns  int  // of the terminal that out is, 0 where it is none
	paint    bool // err takes colours
	session  *session
}

// text is the message of the catalogue in the user's language.
func (s streams) text(key string, args ...any) string {
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
func (s streams) say(key string, args ...any) { s.tell(s.text(key, args...)) }

// tell writes a text on stderr: the first line after the program's name, what
// to do about it indented below.
func (s streams) tell(text string) {
	if s.session != nil {
		s.session.progress.clear()
	}
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
func (s streams) refuse(key string, args ...any) error {
	return &fault{statusFailed, s.text(key, args...)}
}

// look says that the work is done but a person must look (status 1).
func (s streams) look(key string, args ...any) error {
	return &fault{statusLook, s.text(key, args...)}
}

// report tells an error and maps it to the exit status: the one place where
// that is done.
func (s streams) report(err error) int {
	f, ok := errors.AsType[*fault](err)
	switch {
	case err == nil && s.session != nil && s.session.look:
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
