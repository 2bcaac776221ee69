package main

import (
	"context"

	"github.com/urfave/cli/v2"

	"jiangbu/sheets"
)

// passwordFlag is a flag of the commands that read what districts and finance
// send. Passwords are kept for the session alone: no log, no report and no
// message holds them.
func passwordFlag(s *streams) cli.Flag {
	return &cli.StringSliceFlag{Name: "password", Usage: s.text("flag/password"), KeepSpace: true,
		Action: func(_ *cli.Context, given []string) error {
			s.secrets = given
			return nil
		}}
}

// findPassword gives an input the passwords that are known. Where it is locked
// all the same, whoever sits at the terminal is asked, once; an empty answer
// leaves it locked.
func findPassword(ctx context.Context, s *streams, in *sheets.Input) error {
	in.Passwords = s.secrets
	if s.ask == nil || !sheets.NeedsPassword(*in) {
		return nil
	}
	answer, err := s.ask(s.text("password/ask", in.File))
	if stopped := s.stopped(ctx); stopped != nil {
		return stopped
	}
	if err == nil && answer != "" {
		s.secrets = append(s.secrets[:len(s.secrets):len(s.secrets)], answer)
		in.Passwords = s.secrets
	}
	return err
}

// wasLocked tells whether a workbook needed a password.
func wasLocked(in sheets.Input) bool {
	in.Passwords = nil
	return sheets.NeedsPassword(in)
}
