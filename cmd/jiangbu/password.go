package main

import (
	"context"
	"errors"
	"io"
	"os"

	"github.com/urfave/cli/v2"
	"golang.org/x/term"

	"jiangbu/sheets"
)

// passwordFlag is a flag of the commands that read what districts and finance
// send. Passwords are kept for the session alone: no log, no report and no
// message holds them.
func passwordFlag(s streams) cli.Flag {
	return &cli.StringSliceFlag{Name: "password", Usage: s.text("flag/password"), KeepSpace: true,
		Action: func(_ *cli.Context, given []string) error {
			s.session.keys = given
			return nil
		}}
}

// passwords are those to try on a locked workbook.
func (s streams) passwords() []string {
	if s.session == nil {
		return nil
	}
	return s.session.keys
}

// findPassword gives an input the passwords that are known. Where it is locked
// all the same, whoever sits at the terminal is asked, once; an empty answer
// leaves it locked.
func (s streams) findPassword(ctx context.Context, in *sheets.Input) error {
	in.Passwords = s.passwords()
	if s.session == nil || s.session.ask == nil || !sheets.NeedsPassword(*in) {
		return nil
	}
	answer, err := s.session.ask(s.text("password/ask", in.File))
	if stopped := s.stopped(ctx); stopped != nil {
		return stopped
	}
	if err == nil && answer != "" {
		s.session.keys = append(s.session.keys[:len(s.session.keys):len(s.session.keys)], answer)
		in.Passwords = s.passwords()
	}
	return err
}

// wasLocked tells whether a workbook needed a password.
func wasLocked(in sheets.Input) bool {
	in.Passwords = nil
	return sheets.NeedsPassword(in)
}

// asker is the way to ask for passwords, nil unless somebody sits at the
// terminal: the question goes to stderr, the answer is not shown.
func asker(ctx context.Context, stdin io.Reader, stderr io.Writer) func(string) (string, error) {
	in, ok := stdin.(*os.File)
	if _, seen := terminal(stderr); !ok || !seen || !term.IsTerminal(int(in.Fd())) {
		return nil
	}
	return func(question string) (string, error) {
		io.WriteString(stderr, question)
		defer io.WriteString(stderr, "\n")
		return readSecret(ctx, int(in.Fd()))
	}
}

// readSecret reads a line that is not shown. Ctrl-C gives the terminal back as
// it was.
func readSecret(ctx context.Context, fd int) (string, error) {
	before, err := term.GetState(fd)
	if err != nil {
		return "", err
	}
	type answer struct {
		text []byte
		err  error
	}
	answers := make(chan answer, 1)
	go func() {
		text, err := term.ReadPassword(fd)
		answers <- answer{text, err}
	}()
	select {
	case a := <-answers:
		if errors.Is(a.err, io.EOF) {
			return "", nil
		}
		return string(a.text), a.err
	case <-ctx.Done():
		return "", term.Restore(fd, before)
	}
}
