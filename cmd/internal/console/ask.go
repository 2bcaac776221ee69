package console

import (
	"context"
	"errors"
	"io"
	"os"

	"golang.org/x/term"
)

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
