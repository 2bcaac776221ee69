package main

import (
	"context"
	"io"
	"jiangbu/cmd/internal/console"
	"os"
	"os/signal"
	"runtime/debug"
	"syscall"
	"time"

	"github.com/urfave/cli/v2"
)

func main() {
	restore := console.UseUTF8()
	ctx, forget := untilStopped()
	status := begin(ctx, os.Args[1:], os.Getenv, os.Stdin, os.Stdout, os.Stderr)
	forget()
	restore()
	os.Exit(status)
}

// untilStopped gives a context that is done when the user, or the system when
// it goes down or the terminal is closed, asks to stop. Asking again later ends
// the program at once; not at once, because a terminal that is closed tells it
// twice, itself and by its shell.
func untilStopped() (ctx context.Context, forget func()) {
	ctx, forget = signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM, syscall.SIGHUP)
	context.AfterFunc(ctx, func() { time.AfterFunc(toTidyUp, forget) })
	return ctx, forget
}

// toTidyUp is how long a program that was asked to stop has for that.
const toTidyUp = time.Second

// begin runs one command line and gives the exit status. A panic is a slip of
// the program: it becomes a plain message and status 2, and since outputs are
// renamed into place only when they are whole, nothing half-written is left.
func begin(ctx context.Context, args []string, getenv func(string) string, stdin io.Reader, stdout,
	stderr io.Writer) (status int) {
	tuneGC(0)
	s := console.New(ctx, args, getenv, console.Streams{In: stdin, Out: stdout, Err: stderr})
	defer func() {
		if p := recover(); p != nil {
			s.Say("program-error", p)
			if getenv("JIANGBU_TRACE") != "" {
				stderr.Write(debug.Stack())
			}
			status = console.Failed
		}
	}()
	if len(args) == 0 && s.Seated() {
		return menu(ctx, s)
	}
	if console.OwnWindow() { // it is gone with the program, and nobody has read it
		defer s.Question(ctx, "drop/hold")
	}
	if dropped(args) {
		return runDrop(ctx, s, args)
	}
	return s.Report(dispatch(ctx, s, args))
}

// dispatch runs the command that the arguments name, or shows its help.
func dispatch(ctx context.Context, s *console.Console, args []string) error {
	app := newApp(s)
	if len(args) > 0 && args[0] == "--version" {
		args = append([]string{"version"}, args[1:]...) // as people ask every program
	}
	l := reorder(app, args)
	switch {
	case l.lacking != "":
		return s.Refuse("flag-value", l.lacking)
	case l.help:
		_, err := io.WriteString(s.Out, helpText(s, app, l.path))
		return err
	}
	return app.RunContext(ctx, l.argv())
}

// newApp is the command line as data, in the user's language. The library
// parses it and binds the values; the words are ours.
func newApp(s *console.Console) *cli.App {
	return &cli.App{
		Name: "jiangbu", HelpName: "jiangbu",
		Usage:       s.Text("app/usage"),
		Description: s.Text("app/help"),
		Flags: []cli.Flag{
			&cli.StringFlag{Name: "lang", Usage: s.Text("app/flag/lang")},
			flagOf(s, "app/flag/quiet", &s.Quiet), flagOf(s, "app/flag/verbose", &s.Verbose),
			&cli.BoolFlag{Name: "help", Aliases: []string{"h"}, Usage: s.Text("app/flag/help")},
		},
		Commands: inOurWords(s, []*cli.Command{initCommand(s), runCommand(s), checkCommand(s), formCommand(s),
			explainCommand(s),
			reconcileCommand(s), allotCommand(s), publishCommand(s), policyCommand(s), versionCommand(s),
			helpCommand(s)}),
		Before: func(c *cli.Context) error {
			if asked := c.String("lang"); asked != "" && !console.Speaks(asked) {
				return s.Refuse("unknown-language", asked)
			}
			s.Listen()
			return nil
		},
		Action:       func(c *cli.Context) error { return withoutCommand(s, c) },
		OnUsageError: func(c *cli.Context, err error, _ bool) error { return usageFault(s, c, err) },
		HideHelp:     true, HideVersion: true,
		DisableSliceFlagSeparator: true, // a comma is part of a file's name
		Writer:                    s.Out, ErrWriter: s.Err,
		ExitErrHandler: func(*cli.Context, error) {}, // the status is mapped in the console alone
	}
}

// inOurWords keeps the library from printing help and errors of its own.
func inOurWords(s *console.Console, commands []*cli.Command) []*cli.Command {
	for _, c := range commands {
		c.HideHelp = true
		c.OnUsageError = func(c *cli.Context, err error, _ bool) error { return usageFault(s, c, err) }
		if len(inOurWords(s, c.Subcommands)) > 0 {
			c.Action = func(c *cli.Context) error { return withoutCommand(s, c) }
		}
	}
	return commands
}

// helpCommand stands in the list of commands; reorder takes it for --help.
func helpCommand(s *console.Console) *cli.Command {
	return command(s, "help", nil, nil)
}
