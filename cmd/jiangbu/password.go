package main

import (
	"context"

	"github.com/urfave/cli/v2"

	"jiangbu/cmd/internal/console"
	"jiangbu/sheets"
)

// passwordFlag is a flag of the commands that read what districts and finance
// send. Passwords are kept for the session alone: no log, no report and no
// message holds them.
func passwordFlag(s *console.Console) cli.Flag {
	return &cli.StringSliceFlag{Name: "password", Usage: s.Text("flag/password"), KeepSpace: true,
		Action: func(_ *cli.Context, given []string) error {
			s.Passwords = given
			return nil
		}}
}

// findPassword gives an input the passwords that are known. Where it is locked
// all the same, whoever sits at the terminal is asked, once; an empty answer
// leaves it locked.
func findPassword(ctx context.Context, s *console.Console, in *sheets.Input) error {
	in.Passwords = s.Passwords
	if s.Ask == nil || !sheets.NeedsPassword(*in) {
		return nil
	}
	answer, err := s.Ask(s.Text("password/ask", in.File))
	if stopped := s.Stopped(ctx); stopped != nil {
		return stopped
	}
	if err == nil && answer != "" {
		s.Passwords = append(s.Passwords[:len(s.Passwords):len(s.Passwords)], answer)
		in.Passwords = s.Passwords
	}
	return err
}

// wasLocked tells whether a workbook needed a password.
func wasLocked(in sheets.Input) bool {
	in.Passwords = nil
	return sheets.NeedsPassword(in)
}
