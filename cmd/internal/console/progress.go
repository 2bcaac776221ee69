package console

import (
	"io"
	"strings"
	"sync"
	"time"
)

// drawFirst is how long work may take without a progress line; drawEvery is how
// often the line is drawn anew.
const (
	drawFirst = 60 * time.Millisecond
	drawEvery = 150 * time.Millisecond
)

// progress is the line that shows long work on a terminal: what is being done,
// files, rows and rate. It is drawn over itself and gone when the work is done.
type progress struct {
	to func() (w io.Writer, columns int) // nil: nobody looks

	mu    sync.Mutex
	doing doing
	drawn int // columns of the line that stands there
}

// doing is one stage of the work.
type doing struct {
	name               string
	files, total, rows int
	began              time.Time
}

// Stage begins a part of the work; the function that it gives ends it, takes
// the line away and notes the time in the log. total is the number of files, 0
// where the stage has none.
func (s *Console) Stage(name string, total int) (end func()) {
	p := &s.progress
	p.mu.Lock()
	p.doing = doing{name: name, total: total, began: time.Now()}
	p.mu.Unlock()
	finish := p.draw(s)
	return func() {
		finish()
		d := p.now()
		s.Note("stage", "name", d.name, "files", d.files, "rows", d.rows, "ms", time.Since(d.began).Milliseconds())
	}
}

// Advance counts what is done of the stage.
func (s *Console) Advance(files, rows int) {
	p := &s.progress
	p.mu.Lock()
	defer p.mu.Unlock()
	p.doing.files += files
	p.doing.rows += rows
}

func (p *progress) now() doing {
	p.mu.Lock()
	defer p.mu.Unlock()
	return p.doing
}

// draw shows the line now and then until it is told to finish. The first comes
// after a pause: short work shows nothing.
func (p *progress) draw(s *Console) (finish func()) {
	if p.to == nil {
		return func() {}
	}
	done, gone := make(chan struct{}), make(chan struct{})
	go func() {
		defer close(gone)
		next := time.NewTimer(drawFirst)
		defer next.Stop()
		for {
			select {
			case <-next.C:
				p.show(s.progressLine(p.now()))
				next.Reset(drawEvery)
			case <-done:
				return
			}
		}
	}()
	return func() { close(done); <-gone; p.clear() }
}

// progressLine is the line in words.
func (s *Console) progressLine(d doing) string {
	spent := time.Since(d.began)
	name := s.Text("progress/" + d.name)
	if d.total == 0 {
		return s.Text("progress/plain", name, int(spent.Seconds()))
	}
	rate := int(float64(d.rows) / max(spent.Seconds(), 0.001)) // of rows, not of money
	return s.Text("progress/files", name, d.files, d.total, d.rows, rate)
}

// show draws a line over the one before. It never fills the last column, where
// a terminal would go on to the next line.
func (p *progress) show(line string) {
	p.mu.Lock()
	defer p.mu.Unlock()
	w, columns := p.to()
	if columns <= 0 {
		columns = 80
	}
	line = width.Truncate(line, columns-1, "")
	n := width.StringWidth(line)
	io.WriteString(w, "\r"+line+strings.Repeat(" ", max(p.drawn-n, 0)))
	p.drawn = n
}

// clear takes the line away, so that what follows begins at the margin. It
// draws blanks: not every console of Windows knows how to erase.
func (p *progress) clear() {
	if p.to == nil {
		return
	}
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.drawn > 0 {
		w, _ := p.to()
		io.WriteString(w, "\r"+strings.Repeat(" ", p.drawn)+"\r")
		p.drawn = 0
	}
}
