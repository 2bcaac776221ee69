package pdftable

import (
	"io"
	"math"

	"github.com/ledongthuc/pdf"
)

// glyph is one code of a text as it stands on the page: its middle, and the
// line that it stands on.
type glyph struct {
	x, y float64
	base float64
	size float64
	text string
	run  int // of the texts that are written on without moving elsewhere
}

// rule is a ruling line: across the page at height at, from left to right, or
// down the page at at, from bottom to top.
type rule struct{ at, from, to float64 }

// drawing is what one page shows, as far as tables are made of it.
type drawing struct {
	glyphs       []glyph
	across, down []rule
	pictures     int
	read         int64 // bytes of operators
	run          int   // how often a text was moved elsewhere

	*artist
}

// artist follows the operators of a page.
type artist struct {
	page  pdf.Page
	fonts map[string]*font
	state state
	saved []state
	text  matrix // of the next code
	line  matrix // of the line that it stands in
	path  [][2]point
	boxes [][2]point // rectangles of the path
	first point
	last  point
	depth int
}

// state is what q keeps and Q gives back.
type state struct {
	ctm     matrix
	font    *font
	size    float64
	char    float64 // space behind each code
	word    float64 // and behind a blank
	wide    float64 // horizontal scale
	leading float64
	rise    float64
	hidden  bool // text that is not drawn
}

// draw follows a page from its first operator to its last.
func draw(p pdf.Page) *drawing {
	d := &drawing{}
	quarters := int(inherited(p.V, "Rotate").Int64()) / 90 % 4
	d.follow(p, state{ctm: turned[(quarters+4)%4], wide: 1})
	d.artist = nil
	return d
}

// inherited is an entry of a page or of the nearest tree above it.
func inherited(v pdf.Value, key string) pdf.Value {
	for range maxPages {
		if x := v.Key(key); !x.IsNull() || v.IsNull() {
			return x
		}
		v = v.Key("Parent")
	}
	return pdf.Value{}
}

// follow draws a page, or a drawing that a page uses.
func (d *drawing) follow(p pdf.Page, s state) {
	outer, depth := d.artist, 0
	if outer != nil {
		depth = outer.depth + 1
	}
	d.artist = &artist{page: p, fonts: map[string]*font{}, state: s, depth: depth}
	content := p.V
	if content.Kind() != pdf.Stream {
		content = p.V.Key("Contents")
	}
	if !content.IsNull() {
		d.admit(content)
		pdf.Interpret(content, d.operator)
	}
	d.artist = outer
}

// admit refuses operators that inflate to more than any page has, before they
// are followed.
func (d *drawing) admit(content pdf.Value) {
	parts := []pdf.Value{content}
	if content.Kind() == pdf.Array {
		parts = nil
		for i := range content.Len() {
			parts = append(parts, content.Index(i))
		}
	}
	for _, p := range parts {
		r := p.Reader()
		n, _ := io.Copy(io.Discard, io.LimitReader(r, maxContent+1-d.read))
		r.Close()
		if d.read += n; d.read > maxContent {
			panic(&Fault{Kind: TooLarge})
		}
	}
}

// operator is one operator with its operands.
func (d *drawing) operator(stack *pdf.Stack, op string) {
	args := make([]pdf.Value, stack.Len())
	for i := len(args) - 1; i >= 0; i-- {
		args[i] = stack.Pop()
	}
	if n, known := operands[op]; known && len(args) < n {
		panic(&Fault{Kind: Broken})
	}
	if !d.shows(op, args) && !d.placesText(op, args) {
		d.drawsPath(op, args)
	}
}

// operands is how many operands each operator that we follow must have.
var operands = map[string]int{"cm": 6, "Do": 1, "Tf": 2, "Tj": 1, "TJ": 1, "'": 1, `"`: 3, "Td": 2, "TD": 2, "Tm": 6,
	"Tc": 1, "Tw": 1, "Tz": 1, "TL": 1, "Ts": 1, "Tr": 1,
	"m": 2, "l": 2, "c": 6, "v": 4, "y": 4, "re": 4}

func numbers(args []pdf.Value) (n [6]float64) {
	for i := range min(len(args), len(n)) {
		n[i] = args[i].Float64()
	}
	return n
}

func matrixOf(args []pdf.Value) matrix {
	n := numbers(args)
	return matrix{n[0], n[1], n[2], n[3], n[4], n[5]}
}

// shows follows what shows text or another drawing, and what saves the state.
func (d *drawing) shows(op string, args []pdf.Value) bool {
	switch op {
	case "q":
		d.saved = append(d.saved, d.state)
	case "Q":
		if n := len(d.saved) - 1; n >= 0 {
			d.state, d.saved = d.saved[n], d.saved[:n]
		}
	case "cm":
		d.state.ctm = matrixOf(args).times(d.state.ctm)
	case "Do":
		d.use(d.page.Resources().Key("XObject").Key(args[0].Name()))
	case "BI", "EI":
		d.pictures++
	case `"`:
		d.state.word, d.state.char = args[0].Float64(), args[1].Float64()
		d.nextLine()
		d.write(args[2].RawString())
	case "'":
		d.nextLine()
		d.write(args[0].RawString())
	case "Tj":
		d.write(args[0].RawString())
	case "TJ":
		for i := range args[0].Len() {
			if x := args[0].Index(i); x.Kind() == pdf.String {
				d.write(x.RawString())
			} else {
				d.text = d.text.moved(-x.Float64()/1000*d.state.size*d.state.wide, 0)
				if x.Float64() < -emWide {
					d.run++
				}
			}
		}
	default:
		return false
	}
	return true
}

// use draws a drawing of its own on the page, or counts a picture.
func (d *drawing) use(x pdf.Value) {
	switch x.Key("Subtype").Name() {
	case "Image":
		d.pictures++
	case "Form":
		if d.depth >= maxDepth {
			panic(&Fault{Kind: TooLarge})
		}
		s := d.state
		if m := x.Key("Matrix"); m.Len() == 6 {
			var args []pdf.Value
			for i := range 6 {
				args = append(args, m.Index(i))
			}
			s.ctm = matrixOf(args).times(s.ctm)
		}
		d.follow(pdf.Page{V: x}, s)
	}
}

// placesText follows what tells where and how text is shown.
func (d *drawing) placesText(op string, args []pdf.Value) bool {
	s, n := &d.state, numbers(args)
	switch op {
	case "BT":
		d.text, d.line = identity, identity
		d.run++
	case "Td":
		d.moveLine(n[0], n[1])
	case "TD":
		s.leading = -n[1]
		d.moveLine(n[0], n[1])
	case "T*":
		d.nextLine()
	case "Tm":
		d.line = matrixOf(args)
		d.text = d.line
		d.run++
	case "Tf":
		s.font, s.size = d.fontCalled(args[0].Name()), n[1]
	case "Tc":
		s.char = n[0]
	case "Tw":
		s.word = n[0]
	case "Tz":
		s.wide = n[0] / 100
	case "TL":
		s.leading = n[0]
	case "Ts":
		s.rise = n[0]
	case "Tr":
		s.hidden = n[0] == 3
	default:
		return false
	}
	return true
}

func (d *drawing) moveLine(x, y float64) {
	d.line = d.line.moved(x, y)
	d.text = d.line
	d.run++
}

func (d *drawing) nextLine() { d.moveLine(0, -d.state.leading) }

func (d *drawing) fontCalled(name string) *font {
	f := d.fonts[name]
	if f == nil {
		f = newFont(d.page.Font(name))
		d.fonts[name] = f
	}
	return f
}

// emWide is the width of a character in the units of TJ: what is moved farther
// stands elsewhere.
const emWide = 1000

// write shows a text code by code.
func (d *drawing) write(s string) {
	st := &d.state
	if st.font == nil {
		panic(&Fault{Kind: Broken})
	}
	for s != "" {
		var code string
		code, s = st.font.cut(s)
		width := st.font.width(code) / 1000 * st.size
		m := d.text.times(st.ctm)
		middle, base := m.point(width*st.wide/2, st.rise+0.3*st.size), m.point(0, st.rise)
		if text := st.font.text(code); text != "" && !st.hidden {
			d.glyphs = append(d.glyphs, glyph{middle.x, middle.y, base.y, st.size * math.Hypot(m.c, m.d), text, d.run})
		}
		if len(d.glyphs) > maxGlyphs {
			panic(&Fault{Kind: TooLarge})
		}
		on := width + st.char
		if st.char > st.size {
			d.run++ // each character stands by itself
		}
		if code == " " {
			on += st.word
		}
		d.text = d.text.moved(on*st.wide, 0)
	}
}
