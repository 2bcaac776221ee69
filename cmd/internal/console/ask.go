package console

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"
	"strings"
	"unicode/utf8"

	"golang.org/x/term"
	"golang.org/x/text/encoding/simplifiedchinese"
)

// asker is the way to ask for passwords, nil unless somebody sits at the
// terminal: the question goes to stderr, the answer is not shown.
func asker(ctx context.Context, stdin io.Reader, stderr io.Writer) func(string) (string, error) {
	in, typed := terminal(stdin)
	if _, seen := terminal(stderr); !typed || !seen {
		return nil
	}
	return func(question string) (string, error) {
		io.WriteString(stderr, escaped(question, "\n"))
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

// Seated tells whether somebody sits at the terminal and can be asked.
func (s *Console) Seated() bool {
	_, ok := terminal(s.in)
	return ok
}

// Question asks for a line and gives it without blanks and quotes around it, as
// a file that is dropped on the window has; ok is false where there is no
// answer: the input ended, or the user pressed Ctrl-C.
func (s *Console) Question(ctx context.Context, key string, args ...any) (answer string, ok bool) {
	s.progress.clear()
	fmt.Fprint(s.Err, s.Text(key, args...))
	if s.answers == nil {
		s.answers = bufio.NewReader(s.in)
	}
	lines := make(chan string, 1)
	go func() {
		line, err := s.answers.ReadString('\n')
		if err == nil || line != "" {
			lines <- line
		}
		close(lines)
	}()
	select {
	case line, ok := <-lines:
		if !ok {
			fmt.Fprintln(s.Err)
		}
		return tidied(line), ok
	case <-ctx.Done():
		return "", false
	}
}

// UTF8 is a text that is UTF-8, or else what a Chinese Windows types and saves.
func UTF8(text string) string {
	if !utf8.ValidString(text) {
		if decoded, err := simplifiedchinese.GB18030.NewDecoder().String(text); err == nil {
			return decoded
		}
	}
	return text
}

// tidied is a typed line without the blanks and quotes around it.
func tidied(line string) string {
	const quotes = `"'“”‘’`
	line = strings.TrimSpace(UTF8(line))
	if inner := strings.Trim(line, quotes); !strings.ContainsAny(inner, `"'`) { // else there are several
		return inner
	}
	return line
}
