package console

import (
	"bufio"
	"cmp"
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"log/slog"
	"os"
	"slices"
	"strings"
	"syscall"

	"golang.org/x/term"
)

// The exit statuses of the program. They are part of its contract.
const (
	Done   = 0 // done
	Look   = 1 // done, and a person must look
	Failed = 2 // the work could not be done; nothing was written
)

// Streams are the three that every program has.
type Streams struct {
	In       io.Reader
	Out, Err io.Writer
}

// Console is where a command speaks: results to Out, messages to Err, both in
// Lang. Nothing of the command prints elsewhere. One with its writers alone
// shows no progress and asks nobody.
type Console struct {
	Out, Err io.Writer
	Lang     Language
	Columns  int // of the terminal that Out is, 0 where it is none

	Quiet, Verbose bool
	Attention      bool     // something was said that a person must look at
	Passwords      []string // to try on locked workbooks

	// AtMenu puts a message into the words of whoever sits at the menu, is asked
	// rather than told what to type, and sees no flags; nil where nobody does.
	AtMenu func(message string) string

	// Ask asks for a password; nil where nobody is there to answer.
	Ask func(question string) (string, error)

	screen   io.Writer // behind Err, for what steers it: colours, the progress line
	in       io.Reader
	answers  *bufio.Reader // over in, once something was asked
	paint    bool          // Err takes colours
	log      *slog.Logger  // of Verbose, nil for none
	progress progress
}

// New finds out what the console is: a terminal has columns and may
// take colours, a file or a pipe has neither. Who sits at one can be asked for
// passwords.
func New(ctx context.Context, args []string, getenv func(string) string, streams Streams) *Console {
	s := &Console{Out: &harmless{to: streams.Out}, Err: &harmless{to: streams.Err}, Lang: languageOf(args, getenv),
		Columns: columnsOf(streams.Out), in: streams.In, screen: streams.Err, Ask: asker(ctx, streams.In, streams.Err)}
	if f, ok := terminal(s.screen); ok && getenv("TERM") != "dumb" {
		s.paint = getenv("NO_COLOR") == "" && enableColours(f)
		s.progress.to = func() (io.Writer, int) { return s.screen, columnsOf(s.screen) }
	}
	return s
}

// Text is the message of the catalogue in the user's language: at the menu the
// one that is for there, where there is one.
func (s *Console) Text(key string, args ...any) string {
	p, forThere := catalogue["menu:"+key]
	if s.AtMenu == nil || !forThere {
		p = catalogue[key]
	}
	form := p.En
	if s.Lang == Chinese {
		form = p.Zh
	}
	if form = cmp.Or(form, key); len(args) == 0 {
		return form
	}
	return fmt.Sprintf(form, s.inWords(args)...)
}

// Words is an error in the user's language.
func (s *Console) Words(err error) string { return fmt.Sprint(s.inWords([]any{err})...) }

// inWords puts errors among the arguments into the user's language: those that
// speak Chinese, and those of the system.
func (s *Console) inWords(args []any) []any {
	args = slices.Clone(args)
	shortened(args)
	if s.Lang != Chinese {
		return args
	}
	for i, a := range args {
		err, _ := a.(error)
		if bilingual, ok := a.(interface{ Chinese() string }); ok {
			args[i] = bilingual.Chinese()
		} else if words := SystemWords(err); words != "" {
			args[i] = words
		}
	}
	return args
}

// SystemWords is what the system says, in Chinese; "" where it is something
// else.
func SystemWords(err error) string {
	if InUse(err) {
		return "正在被另一个程序使用"
	}
	for _, s := range []struct {
		is    error
		words string
	}{
		{fs.ErrPermission, "没有权限"}, {syscall.EROFS, "磁盘是只读的"}, {syscall.ENOSPC, "磁盘已满"}, {fs.ErrNotExist, "没有这个文件或文件夹"},
		{fs.ErrExist, "已经存在"}, {syscall.EISDIR, "是文件夹"}, {syscall.ENOTDIR, "路径中有一段不是文件夹"},
		{syscall.ENAMETOOLONG, "名称太长"}, {syscall.EIO, "磁盘读写出错"},
	} {
		if errors.Is(err, s.is) {
			return s.words
		}
	}
	return ""
}

// Say writes a message on stderr, after the program's name.
func (s *Console) Say(key string, args ...any) { s.tell(s.Text(key, args...)) }

// tell writes a text on stderr: the first line after the program's name, what
// to do about it indented below.
func (s *Console) tell(text string) {
	s.progress.clear()
	lines := strings.Split(strings.TrimRight(s.Worded(text), "\n"), "\n")
	for i, line := range lines {
		lines[i] = Hung(max(columnsOf(s.screen)-len("jiangbu: "), 0), "  ", line)
	}
	if s.paint {
		fmt.Fprintf(s.screen, "jiangbu: \x1b[1m%s\x1b[0m\n", escaped(lines[0], "\n\t"))
	} else {
		fmt.Fprintf(s.Err, "jiangbu: %s\n", lines[0])
	}
	for _, line := range lines[1:] {
		fmt.Fprintf(s.Err, "  %s\n", line)
	}
}

// Worded is a text in the words of the menu, where somebody sits there.
func (s *Console) Worded(text string) string {
	if s.AtMenu == nil {
		return text
	}
	return s.AtMenu(text)
}

// Fault is an outcome other than plain success, already in words.
type Fault struct {
	Status int // of the program
	Text   string
}

// Error is the text.
func (f *Fault) Error() string { return f.Text }

// Refuse says that the work cannot be done (status 2), and what to do.
func (s *Console) Refuse(key string, args ...any) error {
	return &Fault{Failed, s.Text(key, args...)}
}

// NeedsPerson says that the work is done but a person must look (status 1).
func (s *Console) NeedsPerson(key string, args ...any) error {
	return &Fault{Look, s.Text(key, args...)}
}

// Report tells an error and maps it to the exit status: the one place where
// that is done.
func (s *Console) Report(err error) int {
	f, ok := errors.AsType[*Fault](err)
	switch {
	case err == nil && s.Attention:
		return Look
	case err == nil:
		return Done
	case ok:
		s.tell(f.Text)
		return f.Status
	}
	s.Say("unforeseen", err)
	return Failed
}

// terminal tells whether a stream is a screen that somebody looks at, or a keyboard.
func terminal(stream any) (*os.File, bool) {
	f, ok := stream.(*os.File)
	return f, ok && term.IsTerminal(int(f.Fd()))
}

// columnsOf is the width of a terminal, 0 where the stream is none.
func columnsOf(w io.Writer) int {
	f, ok := terminal(w)
	if !ok {
		return 0
	}
	columns, _, _ := term.GetSize(int(f.Fd()))
	return max(columns, 0)
}

// ColumnsOf is the width of the terminal that one of the two writers of the
// console is, 0 where it is none.
func (s *Console) ColumnsOf(w io.Writer) int {
	if w == s.Out {
		return s.Columns
	}
	return columnsOf(s.screen)
}

// Listen begins the log of --verbose, once the flags are known, and keeps the
// progress line away where it was not wanted.
func (s *Console) Listen() {
	if s.Verbose {
		s.log = slog.New(slog.NewTextHandler(s.Err, nil))
	}
	if s.Quiet || s.Verbose { // a log and a line that moves do not go together
		s.progress.to = nil
	}
}

// Note writes a line of the log of --verbose.
func (s *Console) Note(message string, args ...any) {
	if s.log != nil {
		s.log.Info(message, args...)
	}
}

// Print writes what a command did, for who looks; nothing under --quiet.
func (s *Console) Print(w io.Writer, text string) error {
	if s.Quiet {
		return nil
	}
	_, err := io.WriteString(w, text)
	return err
}

// Stopped is the refusal of a user who pressed Ctrl-C, nil while nobody did.
func (s *Console) Stopped(ctx context.Context) error {
	if ctx.Err() != nil {
		return s.Refuse("stopped")
	}
	return nil
}
