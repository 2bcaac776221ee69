package sheets_test

import (
	"bytes"
	"encoding/binary"
	"math"
	"testing"
	"unicode/utf16"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"jiangbu/calc"
	"jiangbu/sheets"
)

// rec is one record of a BIFF8 stream; its parts are uint8, uint16, uint32,
// float64, strings (two bytes for the length, UTF-16) and bytes.
func rec(id uint16, parts ...any) []byte {
	body := packed(parts...)
	head := binary.LittleEndian.AppendUint16(nil, id)
	return append(binary.LittleEndian.AppendUint16(head, uint16(len(body))), body...)
}

func packed(parts ...any) []byte {
	var b []byte
	for _, p := range parts {
		switch v := p.(type) {
		case uint8:
			b = append(b, v)
		case int: // most fields have two bytes
			b = binary.LittleEndian.AppendUint16(b, uint16(v))
		case uint32:
			b = binary.LittleEndian.AppendUint32(b, v)
		case float64:
			b = binary.LittleEndian.AppendUint64(b, math.Float64bits(v))
		case string:
			b = append(binary.LittleEndian.AppendUint16(b, uint16(len(utf16.Encode([]rune(v))))), wide(v)...)
		case []byte:
			b = append(b, v...)
		}
	}
	return b
}

// wide is the flag for two-byte characters, then the characters.
func wide(s string) []byte {
	b := []byte{1}
	for _, u := range utf16.Encode([]rune(s)) {
		b = binary.LittleEndian.AppendUint16(b, u)
	}
	return b
}

func bof(kind int) []byte { return rec(0x0809, 0x0600, kind, 0, 0, uint32(0), uint32(0)) }

var eof = rec(0x000A)

// xls is a stream with one sheet per body; globals go before the list of
// sheets. Style 0 is general, style 1 a date, style 2 the custom format.
func xls(globals []byte, bodies ...[]byte) []byte {
	head := bytes.Join([][]byte{bof(5), rec(0x041E, 164, `yyyy"年"m"月"`), rec(0x00E0, 0, 0), rec(0x00E0, 0, 14),
		rec(0x00E0, 0, 164), globals}, nil)
	names := []string{"摸排表", "二", "三"}
	size := len(head) + len(eof)
	for i := range bodies {
		size += len(bound(names[i], 0, 0))
	}
	var list, tail []byte
	for i, body := range bodies {
		list = append(list, bound(names[i], uint32(size+len(tail)), uint8(i))...)
		tail = bytes.Join([][]byte{tail, bof(0x10), body, eof}, nil)
	}
	return bytes.Join([][]byte{head, list, eof, tail}, nil)
}

func bound(name string, at uint32, state uint8) []byte {
	units := len(utf16.Encode([]rune(name)))
	return rec(0x0085, at, state, uint8(0), uint8(units), wide(name))
}

// sst is the record of shared strings.
func sst(texts ...string) []byte {
	body := packed(uint32(len(texts)), uint32(len(texts)))
	for _, s := range texts {
		body = append(body, packed(s)...)
	}
	return rec(0x00FC, body)
}

func TestAnXLSIsReadWithAllThatStandsAroundItsCells(t *testing.T) {
	body := bytes.Join([][]byte{
		rec(0x007D, 1, 2, 9, 0, 1, 0),                                             // columns B-C hidden
		rec(0x007D, 4, 4, 5248, 0, 0, 0),                                          // column E of 20.5 characters
		rec(0x0208, 1, 0, 9, 0, 0, 0, uint32(0x20)),                               // row 2 hidden
		rec(0x00FD, 0, 0, 0, uint32(1)),                                           // A1 = 乙
		rec(0x0203, 1, 0, 0, 200000.10),                                           // A2
		rec(0x027E, 1, 1, 0, uint32(123450<<2|3)),                                 // B2 = 1234.50
		rec(0x027E, 1, 2, 0, uint32(0xFFFFFFEE)),                                  // C2 = -5
		rec(0x027E, 1, 3, 0, uint32(math.Float64bits(0.5)>>32)),                   // D2 = 0.5
		rec(0x00BD, 2, 0, 1, uint32(45058<<2|2), 0, uint32(7<<2|2), 1),            // A3 a date, B3 = 7
		rec(0x0203, 2, 2, 2, 45058.5625),                                          // C3 a date and time
		rec(0x0205, 3, 0, 0, uint8(1), uint8(0)),                                  // A4 = TRUE
		rec(0x0205, 3, 1, 0, uint8(0x2A), uint8(1)),                               // B4 = #N/A
		rec(0x0006, 4, 0, 0, 6.5, 0, uint32(0), 0),                                // A5 = formula 6.5
		rec(0x0006, 4, 1, 0, []byte{0, 0, 0, 0, 0, 0, 255, 255}, 0, uint32(0), 0), // B5 = formula with text
		rec(0x04BC, 0), // a shared formula between
		rec(0x0207, "甲公司"),
		rec(0x0006, 4, 2, 0, []byte{2, 0, 0x17, 0, 0, 0, 255, 255}, 0, uint32(0), 0), // C5 = #REF!
		rec(0x0006, 4, 3, 0, []byte{3, 0, 0, 0, 0, 0, 255, 255}, 0, uint32(0), 0),    // D5 = ""
		rec(0x0006, 4, 4, 0, []byte{0, 0, 0, 0, 0, 0, 255, 255}, 0, uint32(0), 0),    // E5, its text is missing
		rec(0x0201, 5, 0, 0),                      // a blank
		bof(0x20), rec(0x0203, 0, 0, 0, 9.0), eof, // a chart in the sheet
		rec(0x0204, 5, 1, 0, "𠮷"),   // B6
		rec(0x00E5, 1, 6, 6, 0, 3),  // A7:D7 merged
		rec(0x0203, 0, 1, 0, 1e300), // B1, behind later rows
	}, nil)
	book := opened(t, xls(sst("甲", "乙"), body, nil, nil))
	want := []*sheets.Sheet{
		{Name: "摸排表", Merges: []sheets.Range{{Top: 7, Left: 1, Bottom: 7, Right: 4}},
			HiddenCols: []sheets.Range{{Left: 2, Right: 3}},
			Widths:     []sheets.Width{{Left: 5, Right: 5, Characters: 20.5}}},
		{Name: "二", Visibility: sheets.Hidden}, {Name: "三", Visibility: sheets.VeryHidden},
	}
	if diff := cmp.Diff(want, book.Sheets, cmpopts.IgnoreUnexported(sheets.Sheet{})); diff != "" {
		t.Error(diff)
	}
	c := func(row, col int, kind calc.CellKind, text string) calc.Cell {
		return calc.Cell{Kind: kind, Row: row, Col: col, Text: text, Formula: row == 5}
	}
	lines := []sheets.Line{
		{Number: 1, Cells: []calc.Cell{c(1, 1, calc.CellText, "乙"), c(1, 2, calc.CellNumber, "1E+300")}},
		{Number: 2, Hidden: true, Cells: []calc.Cell{c(2, 1, calc.CellNumber, "200000.1"),
			c(2, 2, calc.CellNumber, "1234.5"), c(2, 3, calc.CellNumber, "-5"), c(2, 4, calc.CellNumber, "0.5")}},
		{Number: 3, Cells: []calc.Cell{c(3, 1, calc.CellDate, "2023-05-12"), c(3, 2, calc.CellNumber, "7"),
			c(3, 3, calc.CellDate, "2023-05-12 13:30:00")}},
		{Number: 4, Cells: []calc.Cell{c(4, 1, calc.CellBool, "TRUE"), c(4, 2, calc.CellError, "#N/A")}},
		{Number: 5, Cells: []calc.Cell{c(5, 1, calc.CellNumber, "6.5"), c(5, 2, calc.CellText, "甲公司"),
			c(5, 3, calc.CellError, "#REF!"), c(5, 5, calc.CellNoValue, "")}},
		{Number: 6, Cells: []calc.Cell{c(6, 2, calc.CellText, "𠮷")}},
	}
	if diff := cmp.Diff(lines, linesOf(book.Sheets[0])); diff != "" {
		t.Error(diff)
	}
}

func TestSharedStringsOfAnXLSGoOnInTheNextRecord(t *testing.T) {
	// 甲乙丙, cut behind 甲; the rest comes in one-byte characters as "bc"
	first := packed(uint32(2), uint32(2), 3, wide("甲"))
	rich := packed(2, uint8(0x0C), 1, uint32(4), []byte("xy"), uint32(0), uint32(0)) // runs and phonetics
	cut := bytes.Join([][]byte{rec(0x00FC, first), rec(0x003C, uint8(0), []byte("bc"), rich[:13]),
		rec(0x003C, rich[13:])}, nil)
	book := opened(t, xls(cut, bytes.Join([][]byte{rec(0x00FD, 0, 0, 0, uint32(0)), rec(0x00FD, 0, 1, 0, uint32(1))},
		nil)))
	if diff := cmp.Diff([]string{"甲bc|xy"}, grid(book)); diff != "" {
		t.Error(diff)
	}
}

func TestThe1904CalendarOfAnXLS(t *testing.T) {
	book := opened(t, xls(rec(0x0022, 1), rec(0x0203, 0, 0, 1, 0.0)))
	if diff := cmp.Diff([]string{"1904-01-01"}, grid(book)); diff != "" || !book.Sheets[0].Date1904 {
		t.Error(diff)
	}
}

// compound wraps streams of at least 4096 bytes into a compound file.
func compound(streams ...[]byte) []byte {
	return compoundNamed([]string{"Workbook", "Book"}, streams...)
}

func compoundNamed(names []string, streams ...[]byte) []byte {
	const sector, end, free, fatSect = 512, 0xFFFFFFFE, 0xFFFFFFFF, 0xFFFFFFFD
	fat := []uint32{fatSect, end} // sector 0 is the FAT, sector 1 the directory
	entry := func(name string, kind uint8, child, start, size uint32) []byte {
		u := utf16.Encode([]rune(name))
		b := make([]byte, 64)
		for i, c := range u {
			binary.LittleEndian.PutUint16(b[2*i:], c)
		}
		return append(b, packed(len(u)*2+2, kind, uint8(1), uint32(free), uint32(free), child, make([]byte, 36), start,
			size, uint32(0))...)
	}
	dir := entry("Root Entry", 5, 1, end, 0)
	var body []byte
	for i, s := range streams {
		start := len(fat)
		n := (len(s) + sector - 1) / sector
		for j := range n {
			fat = append(fat, uint32(start+j+1))
		}
		fat[len(fat)-1] = end
		e := entry(names[i], 2, free, uint32(start), uint32(len(s)))
		if i > 0 { // a chain of right siblings
			binary.LittleEndian.PutUint32(dir[len(dir)-128+72:], uint32(i+1))
		}
		dir = append(dir, e...)
		body = append(body, append(s, make([]byte, n*sector-len(s))...)...)
	}
	for len(dir) < sector {
		dir = append(dir, make([]byte, 128)...)
	}
	head := packed([]byte("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"), make([]byte, 16), 0x3E, 3, 0xFFFE, 9, 6, make([]byte, 6),
		uint32(0), uint32(1), uint32(1), uint32(0), uint32(4096), uint32(end), uint32(0), uint32(end), uint32(0),
		uint32(0))
	for len(head) < sector {
		head = binary.LittleEndian.AppendUint32(head, free)
	}
	for len(fat) < sector/4 {
		fat = append(fat, free)
	}
	var table []byte
	for _, f := range fat {
		table = binary.LittleEndian.AppendUint32(table, f)
	}
	return bytes.Join([][]byte{head, table, dir, body}, nil)
}

// full is a stream long enough not to be a mini stream.
func full(b []byte) []byte { return append(b, make([]byte, max(0, 4096-len(b)))...) }

func smallXLS() []byte {
	return xls(sst("甲公司"), bytes.Join([][]byte{rec(0x00FD, 0, 0, 0, uint32(0)), rec(0x0203, 0, 1, 0, 1.5)}, nil))
}

func TestACompoundFileIsOpenedByWhatIsInIt(t *testing.T) {
	if diff := cmp.Diff([]string{"甲公司|1.5"}, grid(opened(t, compound(full(smallXLS()))))); diff != "" {
		t.Error(diff)
	}
	both := compoundNamed([]string{"Book", "WORKBOOK"}, full([]byte{9, 8, 8, 0, 0, 5, 5, 0, 0, 0, 0, 0}),
		full(smallXLS()))
	if diff := cmp.Diff([]string{"甲公司|1.5"}, grid(opened(t, both))); diff != "" {
		t.Error(diff)
	}
}

func TestHostileXLS(t *testing.T) {
	data := func(b []byte) func(testing.TB) []byte { return func(testing.TB) []byte { return b } }
	body := func(records ...[]byte) func(testing.TB) []byte { return data(xls(nil, bytes.Join(records, nil))) }
	old := full([]byte{9, 8, 8, 0, 0, 5, 5, 0, 0, 0, 0, 0})
	damaged := compound(full(smallXLS()))
	damaged[512+8] = 9 // the chain of the stream leads nowhere
	checkHostile(t, []hostile{
		{"Excel 95", data(compoundNamed([]string{"Book"}, old)), unknown, "Excel 5.0/95", ""},
		{"Excel 4", data([]byte{9, 4, 6, 0, 0, 0, 0x10, 0, 0, 0}), unknown, "Excel 4.0", ""},
		{"encrypted inside, no word how", data(xls(rec(0x002F, 1), nil)), incomplete, "加密信息", ""},
		{"encrypted outside", data(compoundNamed([]string{"EncryptedPackage"}, full(nil))), encrypted, "密码", ""},
		{"a Word document", data(compoundNamed([]string{"WordDocument"}, full(nil))), unknown, "Word", ""},
		{"a presentation", data(compoundNamed([]string{"PowerPoint Document"}, full(nil))), unknown, "PowerPoint", ""},
		{"another compound file", data(compoundNamed([]string{"Contents"}, full(nil))), unknown, "不是表格", ""},
		{"nothing but the head", data(damaged[:512]), incomplete, "复合文档", ""},
		{"a chain that leads nowhere", data(damaged), incomplete, "复合文档", ""},
		{"a stream cut in half", data(smallXLS()[:120]), incomplete, "中断", ""},
		{"a sheet beyond the file", data(bytes.Join([][]byte{bof(5), bound("a", 99999, 0), eof}, nil)), incomplete,
			"位置", ""},
		{"a sheet that is something else", data(bytes.Join([][]byte{bof(5), bound("a", 4, 0), eof, eof}, nil)),
			unreadable, "开头", ""},
		{"no sheets", data(append(bof(5), eof...)), unreadable, "没有工作表", ""},
		{"two sheets of one name", data(bytes.Join([][]byte{bof(5), bound("a", 76, 0), bound("A", 76, 0), eof, bof(16),
			eof, bof(16), eof}, nil)), unreadable, "", ""},
		{"shared strings that stop short", data(xls(rec(0x00FC, uint32(2), uint32(2), "甲", 9, uint8(0)), nil)),
			unreadable, "不合规范", ""},
		{"a shared string that was counted and is not there",
			data(xls(rec(0x00FC, uint32(2), uint32(2), "甲"), rec(0x00FD, 0, 0, 0, uint32(1)))), unreadable, "不合规范",
			"A1"},
		{"a text that does not exist", body(rec(0x00FD, 0, 0, 0, uint32(0))), unreadable, "不合规范", "A1"},
		{"a style that does not exist", body(rec(0x0203, 0, 0, 99, 1.0)), unreadable, "不合规范", "A1"},
		{"no number", body(rec(0x0203, 2, 1, 0, math.NaN())), unreadable, "不合规范", "B3"},
		{"infinity", body(rec(0x0203, 0, 0, 0, math.Inf(1))), unreadable, "不合规范", "A1"},
		{"a column beyond the sheet", body(rec(0x0203, 0, 256, 0, 1.0)), unreadable, "不合规范", ""},
		{"a cell twice", body(rec(0x0203, 0, 0, 0, 1.0), rec(0x0203, 0, 0, 0, 2.0)), unreadable, "两个值", "A1"},
		{"a record too short", body(rec(0x0203, 0, 0)), unreadable, "不合规范", ""},
		{"an unknown error value", body(rec(0x0205, 0, 0, 0, uint8(99), uint8(1))), unreadable, "不合规范", "A1"},
		{"an unknown kind of formula value",
			body(rec(0x0006, 0, 0, 0, []byte{9, 0, 0, 0, 0, 0, 255, 255}, 0, uint32(0), 0)), unreadable, "不合规范", "A1"},
		{"a formula text that stops short",
			body(rec(0x0006, 0, 0, 0, []byte{0, 0, 0, 0, 0, 0, 255, 255}, 0, uint32(0), 0), rec(0x0207, 9, uint8(0))),
			unreadable, "公式", "A1"},
		{"merges that stop short", body(rec(0x00E5, 9)), unreadable, "合并", ""},
		{"a merge upside down", body(rec(0x00E5, 1, 3, 0, 0, 0)), unreadable, "合并", ""},
		{"half a character", body(rec(0x0204, 0, 0, 0, 2, uint8(1), uint8(65))), unreadable, "不合规范", "A1"},
	})
}

func FuzzXLS(f *testing.F) {
	f.Add(smallXLS())
	f.Add(compound(full(smallXLS())))
	f.Add(xls(rec(0x0022, 1), rec(0x00BD, 2, 0, 1, uint32(45058<<2|2), 0, uint32(7<<2|2), 1)))
	f.Fuzz(func(t *testing.T, data []byte) { refusedOrRead(t, data) })
}

func TestAnXLSOfOtherProgramsIsReadAsExcelReadsIt(t *testing.T) {
	for _, tt := range []struct {
		name string
		data []byte
		want []string
	}{
		{"more shared strings than counted",
			xls(rec(0x00FC, uint32(1), uint32(1), "甲", "乙"), rec(0x00FD, 0, 0, 0, uint32(1))), []string{"乙"}},
		{"fewer shared strings than counted",
			xls(rec(0x00FC, uint32(9), uint32(9), "甲", "乙"), rec(0x00FD, 0, 0, 0, uint32(1))), []string{"乙"}},
		{"formulas as Excel 3 and 4 write them",
			xls(nil, bytes.Join([][]byte{rec(0x0206, 0, 0, 0, 6.5, 0, 0),
				rec(0x0406, 0, 1, 0, []byte{0, 0, 0, 0, 0, 0, 255, 255}, 0, 0), rec(0x0207, "甲")}, nil)),
			[]string{"6.5|甲"}},
	} {
		if diff := cmp.Diff(tt.want, grid(opened(t, tt.data))); diff != "" {
			t.Errorf("%s: %s", tt.name, diff)
		}
	}
}
