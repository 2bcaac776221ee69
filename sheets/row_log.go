package sheets

import (
	"encoding/binary"

	"jiangbu/calc"
)

// A rowLog holds the rows of a sheet as a few bytes a cell: what a reader found,
// checked to the end of the sheet before anybody sees the first row. Texts of
// cells are slices of the log or of the string table, so that decoding it
// allocates nothing.
//
//	row:  uvarint(rows since the last one)<<1 | hidden, uvarint(cells), cells
//	cell: uvarint(columns since the last one), tag, then
//	      uvarint(index) of a shared string, or uvarint(length) and the text
type rowLog struct {
	chunks []string
	texts  *stringTable
}

// stringTable is the texts that cells share, in one piece of memory.
type stringTable struct {
	text string
	ends []uint32 // of each string in text
}

func (t *stringTable) len() int { return len(t.ends) }

func (t *stringTable) at(i int) string {
	start := uint32(0)
	if i > 0 {
		start = t.ends[i-1]
	}
	return t.text[start:t.ends[i]]
}

// The tag of a cell is its kind and these flags.
const (
	tagFormula = 0x10
	tagShared  = 0x20
	tagKind    = 0x0f
)

// chunkSize is when a chunk is handed on: large enough to be rare, small
// enough not to be felt when a record keeps one alive.
const chunkSize = 1 << 16

// rowEncoder writes a log, row by row.
type rowEncoder struct {
	flush   func(chunk string) bool // takes a chunk; false stops the reading
	chunk   []byte
	lastRow int // of the last row written

	row, lastCol, count int // the row being written
	hidden              bool
	cells               []byte
}

// newRowLog is an empty log with its encoder, for formats whose texts are not
// shared.
func newRowLog() (*rowLog, *rowEncoder) {
	t := &rowLog{texts: &stringTable{}}
	return t, &rowEncoder{flush: func(chunk string) bool { t.chunks = append(t.chunks, chunk); return true }}
}

// beginRow starts row number row.
func (r *rowEncoder) beginRow(row int, hidden bool) {
	r.row, r.hidden, r.lastCol, r.count = row, hidden, 0, 0
	r.cells = r.cells[:0]
}

// endRow keeps the row if it has a value and tells whether to go on.
func (r *rowEncoder) endRow() bool {
	if r.count == 0 {
		return true
	}
	head := uint64(r.row-r.lastRow) << 1
	if r.hidden {
		head |= 1
	}
	r.lastRow = r.row
	r.chunk = binary.AppendUvarint(r.chunk, head)
	r.chunk = binary.AppendUvarint(r.chunk, uint64(r.count))
	r.chunk = append(r.chunk, r.cells...)
	return len(r.chunk) < chunkSize || r.end()
}

// end hands on what is left.
func (r *rowEncoder) end() bool {
	if len(r.chunk) == 0 {
		return true
	}
	chunk := string(r.chunk)
	r.chunk = r.chunk[:0]
	return r.flush(chunk)
}

func (r *rowEncoder) head(col int, tag byte) {
	r.cells = binary.AppendUvarint(r.cells, uint64(col-r.lastCol))
	r.cells = append(r.cells, tag)
	r.lastCol = col
	r.count++
}

// shared writes a cell whose text is string i of the table. An empty one is
// left out when the log is decoded, which has to look at it anyway.
func (r *rowEncoder) shared(col, i int, tag byte) {
	r.head(col, byte(calc.CellText)|tagShared|tag)
	r.cells = binary.AppendUvarint(r.cells, uint64(i))
}

// text writes a cell with its own text; tag may hold tagFormula. An empty text
// is no value and is left out, and so is the name of a picture.
func (r *rowEncoder) text(col int, kind calc.CellKind, tag byte, text []byte) {
	if len(text) == 0 && kind != calc.CellNoValue || kind == calc.CellText && text[0] == '=' && showsPicture(text) {
		return
	}
	r.head(col, byte(kind)|tag)
	r.cells = binary.AppendUvarint(r.cells, uint64(len(text)))
	r.cells = append(r.cells, text...)
}

// rowDecoder reads chunks of a log in their order.
type rowDecoder struct {
	texts *stringTable
	row   int
	cells []calc.Cell
}

// decode streams the rows of a chunk; false means that the reader has enough.
func (p *rowDecoder) decode(chunk string, yield func(Line) bool) bool {
	for i := 0; i < len(chunk); {
		var head, count uint64
		head, i = uvarint(chunk, i)
		count, i = uvarint(chunk, i)
		p.row += int(head >> 1)
		if cap(p.cells) < int(count) {
			p.cells = make([]calc.Cell, count, 2*count)
		}
		n, col := 0, 0
		for range count {
			c := &p.cells[:n+1][n]
			i = p.cell(c, chunk, i, &col)
			if c.Text != "" || c.Kind == calc.CellNoValue {
				n++
			}
		}
		if n > 0 && !yield(Line{Number: p.row, Hidden: head&1 != 0, Cells: p.cells[:n]}) {
			return false
		}
	}
	return true
}

// cell reads the cell at i into c and says where it ends.
func (p *rowDecoder) cell(c *calc.Cell, chunk string, i int, col *int) int {
	var delta, n uint64
	delta, i = uvarint(chunk, i)
	tag := chunk[i]
	n, i = uvarint(chunk, i+1)
	*col += int(delta)
	c.Kind, c.Formula, c.Row, c.Col = calc.CellKind(tag&tagKind), tag&tagFormula != 0, p.row, *col
	if tag&tagShared != 0 {
		c.Text = p.texts.at(int(n))
		return i
	}
	c.Text = chunk[i : i+int(n)]
	return i + int(n)
}

// uvarint reads a number of the log at i and says where it ends.
func uvarint(s string, i int) (uint64, int) {
	if s[i] < 0x80 {
		return uint64(s[i]), i + 1
	}
	var v uint64
	for shift := 0; ; shift += 7 {
		b := s[i]
		i++
		v |= uint64(b&0x7f) << shift
		if b < 0x80 {
			return v, i
		}
	}
}

// rows is what a sheet streams from.
func (t *rowLog) rows(yield func(Line) bool) calc.Findings {
	p := rowDecoder{texts: t.texts}
	for _, chunk := range t.chunks {
		if !p.decode(chunk, yield) {
			break
		}
	}
	return nil
}
