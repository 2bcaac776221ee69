package main

import (
	"context"
	"fmt"
	"io"
	"os"
	"os/signal"
	"runtime/debug"
	"strings"
	"syscall"

	"github.com/urfave/cli/v2"
)

func main() {
	restore := utf8Console()
	ctx, forget := untilStopped()
	status := begin(ctx, os.Args[1:], os.Getenv, os.Stdin, os.Stdout, os.Stderr)
	forget()
	restore()
	os.Exit(status)
}

// untilStopped gives a context that is done when the user, or the system when
// it goes down or the terminal is closed, asks to stop. Asking twice ends the
// program at once.
func untilStopped() (ctx context.Context, forget func()) {
	ctx, forget = signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM, syscall.SIGHUP)
	context.AfterFunc(ctx, forget)
	return ctx, forget
}

// start runs one command line that nobody stops and gives the exit status.
func start(args []string, getenv func(string) string, stdout, stderr io.Writer) (status int) {
	return begin(context.Background(), args, getenv, strings.NewReader(""), stdout, stderr)
}

// begin runs one command line and gives the exit status. A panic is a slip of
// the program: it becomes a plain message and status 2, and since outputs are
// renamed into place only when they are whole, nothing half-written is left.
func begin(ctx context.Context, args []string, getenv func(string) string, stdin io.Reader, stdout, stderr io.Writer) (status int) {
	s := newStreams(args, getenv, stdout, stderr)
	s.session.ask = asker(ctx, stdin, stderr)
	defer func() {
		if p := recover(); p != nil {
			s.say("program-error", p)
			if getenv("JIANGBU_TRACE") != "" {
				stderr.Write(debug.Stack())
			}
			status = statusFailed
		}
	}()
	if ownWindow() {
		defer holdWindow(s, stdin)
	}
	args, err := arguments(s, args, stdin)
	if err == nil {
		err = dispatch(ctx, s, args)
	}
	return s.report(err)
}

// dispatch finds the command that the arguments name and runs it, or shows its
// help.
func dispatch(ctx context.Context, s streams, args []string) error {
	app := newApp(s)
	call, err := arrange(s, app, args)
	if err != nil {
		return err
	}
	if call.help {
		_, err := io.WriteString(s.out, helpText(s, app, call.command))
		return err
	}
	return app.RunContext(ctx, call.argv)
}

// newApp is the command line as data. Flags and help are handled by arrange
// and helpText, so that both speak the user's language and flags may stand
// anywhere; the library binds the values.
func newApp(s streams) *cli.App {
	if s.session == nil {
		s.session = new(session)
	}
	commands := []*cli.Command{initCommand(s), runCommand(s), checkCommand(s), formCommand(s), explainCommand(s), reconcileCommand(s), allotCommand(s), publishCommand(s), policyCommand(s), versionCommand(s), helpCommand(s)}
	return &cli.App{
		Name: "jiangbu", HelpName: "jiangbu",
		Usage:       s.text("app/usage"),
		Description: s.text("app/help"),
		Flags: []cli.Flag{
			&cli.StringFlag{Name: "lang", Usage: s.text("app/flag/lang")},
			&cli.BoolFlag{Name: "quiet", Usage: s.text("app/flag/quiet"), Destination: &s.session.quiet},
			&cli.BoolFlag{Name: "verbose", Usage: s.text("app/flag/verbose"), Destination: &s.session.verbose},
			&cli.BoolFlag{Name: "help", Aliases: []string{"h"}, Usage: s.text("app/flag/help")},
		},
		Commands: hushed(commands),
		Before:   func(*cli.Context) error { s.session.listen(s.err); return nil },
		HideHelp: true, HideVersion: true,
		DisableSliceFlagSeparator: true, // a comma is part of a file's name
		Writer:                    s.out, ErrWriter: s.err,
		ExitErrHandler: func(*cli.Context, error) {}, // the status is mapped in status.go alone
	}
}

// hushed keeps the library from printing help and errors of its own.
func hushed(commands []*cli.Command) []*cli.Command {
	for _, c := range commands {
		c.HideHelp = true
		c.OnUsageError = func(_ *cli.Context, err error, _ bool) error { return err }
		hushed(c.Subcommands)
	}
	return commands
}

// helpCommand stands in the list of commands; arrange turns it into --help.
func helpCommand(s streams) *cli.Command {
	return &cli.Command{Name: "help", Usage: s.text("help/usage"), ArgsUsage: s.text("help/args"), Description: s.text("help/help"),
		Action: func(*cli.Context) error { return fmt.Errorf("help is shown before commands run") }}
}
