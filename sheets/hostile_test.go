package sheets_test

import (
	"archive/zip"
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"runtime"
	"strings"
	"testing"

	"jiangbu/calc"
	"jiangbu/sheets"
	"jiangbu/sheets/sheettest"
)

// mostMemory is how much memory reading one may ask for, all in all.
const mostMemory = 200 << 20

const (
	sheetPart   = "xl/worksheets/sheet1.xml"
	bookPart    = "xl/workbook.xml"
	relsPart    = "xl/_rels/workbook.xml.rels"
	stringsPart = "xl/sharedStrings.xml"
	stylesPart  = "xl/styles.xml"
)

// base is a sound little workbook; the hostile ones differ from it in one
// thing each.
const base = "# 摸排表\n#merge A1:B1\n附件\t\n单位名称\t金额\n甲公司\t200000.10\n乙公司\t=D:2023-05-12\n"

// parts of the base workbook, by name.
func baseParts(t testing.TB) map[string]string {
	t.Helper()
	list, err := sheettest.Parts(base)
	if err != nil {
		t.Fatal(err)
	}
	parts := map[string]string{}
	for _, p := range list {
		parts[p.Name] = p.Content
	}
	return parts
}

// zipped is the parts as a file, in a fixed order.
func zipped(t testing.TB, parts map[string]string) []byte {
	t.Helper()
	var list []sheettest.Part
	for name, content := range parts {
		list = append(list, sheettest.Part{Name: name, Content: content})
	}
	var b bytes.Buffer
	if err := sheettest.WriteParts(&b, list); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// in replaces text in a part; the text must be there.
func in(part, old, new string) func(testing.TB) []byte {
	return func(t testing.TB) []byte {
		parts := baseParts(t)
		if !strings.Contains(parts[part], old) {
			t.Fatalf("%s has no %q", part, old)
		}
		parts[part] = strings.Replace(parts[part], old, new, 1)
		return zipped(t, parts)
	}
}

// whole replaces a part; an empty one is left out.
func whole(part, content string) func(testing.TB) []byte {
	return func(t testing.TB) []byte {
		parts := baseParts(t)
		parts[part] = content
		if content == "" {
			delete(parts, part)
		}
		return zipped(t, parts)
	}
}

// rows replaces what stands in <sheetData>.
func rows(content string) func(testing.TB) []byte {
	return whole(sheetPart, `<worksheet `+mainNS+`><sheetData>`+content+`</sheetData></worksheet>`)
}

// cell is a sheet of one cell.
func cell(c string) func(testing.TB) []byte { return rows(`<row r="1">` + c + `</row>`) }

// also adds raw entries behind the base workbook.
func also(add func(*zip.Writer) error) func(testing.TB) []byte {
	return func(t testing.TB) []byte {
		var b bytes.Buffer
		z := zip.NewWriter(&b)
		for name, content := range baseParts(t) {
			w, err := z.Create(name)
			if err != nil {
				t.Fatal(err)
			}
			if _, err := w.Write([]byte(content)); err != nil {
				t.Fatal(err)
			}
		}
		if err := add(z); err != nil {
			t.Fatal(err)
		}
		if err := z.Close(); err != nil {
			t.Fatal(err)
		}
		return b.Bytes()
	}
}

// raw adds an entry whose header says what it likes.
func raw(h zip.FileHeader, content []byte) func(testing.TB) []byte {
	return also(func(z *zip.Writer) error {
		h.CompressedSize64 = uint64(len(content))
		w, err := z.CreateRaw(&h)
		if err != nil {
			return err
		}
		_, err = w.Write(content)
		return err
	})
}

func entry(name, content string) func(testing.TB) []byte {
	return also(func(z *zip.Writer) error {
		w, err := z.Create(name)
		if err != nil {
			return err
		}
		_, err = w.Write([]byte(content))
		return err
	})
}

func plain(s string) func(testing.TB) []byte { return func(testing.TB) []byte { return []byte(s) } }

type hostile struct {
	name  string
	bytes func(testing.TB) []byte
	want  calc.Code // "" = read
	says  string    // in the message
	cell  string    // of the finding
}

const (
	readable   = calc.Code("")
	incomplete = calc.Code("file/incomplete")
	unreadable = calc.Code("file/unreadable")
	tooLarge   = calc.Code("file/too-large")
	encrypted  = calc.Code("file/encrypted")
	unknown    = calc.Code("file/unsupported")
)

var hostileFiles = []hostile{
	{"the base workbook itself", in(sheetPart, "<sheetData>", "<sheetData>"), readable, "", ""},

	// the container
	{"no bytes", plain(""), incomplete, "空", ""},
	{"a zip bomb by ratio", whole("xl/media/a.bin", strings.Repeat(" ", 40<<20)), tooLarge, "压缩比", ""},
	{"a part of two gigabytes, as declared",
		raw(zip.FileHeader{Name: "a", UncompressedSize64: 2 << 30, Method: zip.Deflate}, []byte("x")), tooLarge,
		"1024 MB", ""},
	{"a part of 600 megabytes, as declared",
		raw(zip.FileHeader{Name: "a", UncompressedSize64: 600 << 20, Method: zip.Deflate},
			bytes.Repeat([]byte("x"), 7<<20)), tooLarge, "512 MB", ""},
	{"more bytes than declared", raw(zip.FileHeader{Name: "a", UncompressedSize64: 3, CRC32: 0x891c0d9f},
		[]byte("abcd")), incomplete, "校验和", ""},
	{"a wrong checksum in a part nobody reads",
		raw(zip.FileHeader{Name: "a", UncompressedSize64: 1, CRC32: 1}, []byte("a")), incomplete, "校验和", ""},
	{"bytes that do not inflate", raw(zip.FileHeader{Name: "a", UncompressedSize64: 9, Method: zip.Deflate},
		[]byte("\xff\xff\xff")), incomplete, "校验和", ""},
	{"five thousand entries", also(func(z *zip.Writer) error {
		for i := range 5000 {
			if _, err := z.Create(fmt.Sprint(i)); err != nil {
				return err
			}
		}
		return nil
	}), tooLarge, "4096", ""},
	{"an entry twice", entry(sheetPart, ""), unreadable, "两次", ""},
	{"an entry twice but for the case", entry("XL/Worksheets/sheet1.xml", ""), unreadable, "两次", ""},
	{"an entry that climbs out", entry("../../x", ""), unreadable, "部件名", ""},
	{"an entry that climbs out with backslashes", entry(`a\..\..\x`, ""), unreadable, "部件名", ""},
	{"an entry with NUL in its name", entry("a\x00b", ""), unreadable, "部件名", ""},
	{"an encrypted entry", raw(zip.FileHeader{Name: "a", Flags: 1}, nil), encrypted, "密码", ""},
	{"an unknown compression", raw(zip.FileHeader{Name: "a", Method: 14}, nil), unknown, "压缩方式", ""},
	{"an empty zip", plain("PK\x05\x06" + strings.Repeat("\x00", 18)), unreadable, "没有文件", ""},
	{"half a zip", plain("PK\x03\x04 and so on"), incomplete, "目录", ""},

	// what is no workbook
	{"a Word document", entry("word/document.xml", ""), unknown, "Word", ""},
	{"a presentation", entry("ppt/presentation.xml", ""), unknown, "PowerPoint", ""},
	{"a binary workbook", entry("xl/workbook.bin", ""), unknown, ".xlsb", ""},
	{"a PDF", plain("%PDF-1.7\n"), unknown, "PDF", ""},
	{"a RAR archive", plain("Rar!\x1a\x07\x00"), unknown, "RAR", ""},
	{"a 7z archive", plain("7z\xbc\xaf\x27\x1c"), unknown, "7z", ""},
	{"an XML spreadsheet of 2003 without a sheet",
		plain(`<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"/>`), unreadable,
		"没有工作表", ""},
	{"another XML file", plain(`<?xml version="1.0"?><a/>`), unknown, "XML", ""},
	{"any other XML", plain(`<?xml version="1.0"?><a/>`), unknown, "XML", ""},
	{"a picture", plain("\x89PNG\r\n"), unknown, "图片", ""},

	// relations
	{"no relations of the package", whole("_rels/.rels", ""), unreadable, "_rels/.rels", ""},
	{"no relations of the workbook", whole(relsPart, ""), unreadable, relsPart, ""},
	{"no workbook", whole(bookPart, ""), unreadable, bookPart, ""},
	{"no sheet", whole(sheetPart, ""), unreadable, sheetPart, ""},
	{"a sheet outside the file", in(relsPart, "worksheets/sheet1.xml", "../../../etc/passwd"), unreadable, "文件之外", ""},
	{"a sheet on the net", in(relsPart, `Target="worksheets/sheet1.xml"`, `Target="http://x/" TargetMode="External"`),
		unreadable, "文件之外", ""},
	{"a sheet without a relation", in(bookPart, "rId1", "rId9"), unreadable, "没有内容部件", ""},
	{"a sheet that is the styles", in(bookPart, "rId1", "rIdS"), unreadable, "不合规范", ""},
	{"two sheets of one part", in(bookPart, "</sheets>", `<sheet name="b" sheetId="2" r:id="rId1"/></sheets>`),
		unreadable, "不合规范", ""},
	{"two sheets of one name", in(bookPart, "</sheets>", `<sheet name="摸排表" sheetId="2" r:id="rId1"/></sheets>`),
		unreadable, "目录", ""},
	{"a sheet without a name", in(bookPart, `name="摸排表"`, `name=""`), unreadable, "目录", ""},
	{"no sheets at all", in(bookPart, `<sheet name="摸排表" sheetId="1" r:id="rId1"/>`, ""), unreadable, "没有工作表", ""},
	{"a path as the name of a sheet", in(bookPart, "摸排表", "../../etc/x"), readable, "", ""},
	{"shared strings under another name", func(t testing.TB) []byte {
		p := baseParts(t)
		p["xl/strings/t.xml"] = p[stringsPart]
		p[relsPart] = strings.Replace(p[relsPart], "sharedStrings.xml", "/xl/strings/t.xml", 1)
		delete(p, stringsPart)
		return zipped(t, p)
	}, readable, "", ""},
	{"shared strings that are gone but needed", whole(stringsPart, ""), unreadable, "文本序号", "A1"},
	{"styles that are gone but needed", whole(stylesPart, ""), unreadable, "样式序号", "B4"},

	// XML
	{"a DOCTYPE in the sheet", in(sheetPart, "<worksheet", "<!DOCTYPE x><worksheet"), unreadable, "DOCTYPE", ""},
	{"a billion laughs", in(stringsPart, "<sst", `<!DOCTYPE l [<!ENTITY a "aa"><!ENTITY b "&a;&a;">]><sst`), unreadable,
		"DOCTYPE", ""},
	{"an external entity", in(bookPart, "<workbook ",
		`<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]><workbook `), unreadable, "DOCTYPE", ""},
	{"an entity that nobody declared", in(stringsPart, "甲公司", "甲&company;"), unreadable, "语法", ""},
	{"a character that XML has not", in(stringsPart, "甲公司", "甲&#0;"), unreadable, "语法", ""},
	{"a bare ampersand", in(stringsPart, "甲公司", "甲 & 乙"), unreadable, "语法", ""},
	{"the end of CDATA in a text", in(stringsPart, "甲公司", "甲]]>"), unreadable, "语法", ""},
	{"a sheet cut in half", in(sheetPart,
		`</sheetData><mergeCells count="1"><mergeCell ref="A1:B1"/></mergeCells></worksheet>`, ""), unreadable, "缺失",
		""},
	{"a sheet cut inside a tag", in(sheetPart, "></worksheet>", ""), unreadable, "不完整", ""},
	{"a control character", in(stringsPart, "甲公司", "甲\x01"), unreadable, "无效的字符", ""},
	{"NUL", in(sheetPart, "<row", "\x00<row"), unreadable, "无效的字符", ""},
	{"bytes that are no UTF-8", in(stringsPart, "甲公司", "\xc3\x28"), unreadable, "无效的字符", ""},
	{"half a character at the very end", in(sheetPart, "</worksheet>", "</worksheet>\xe4\xb8"), unreadable, "无效的字符",
		""},
	{"the character FFFE", in(stringsPart, "甲公司", "\uFFFE"), unreadable, "无效的字符", ""},
	{"something behind the root", in(sheetPart, "</worksheet>", "</worksheet>x"), unreadable, "不属于", ""},
	{"a second root", in(sheetPart, "</worksheet>", "</worksheet><a/>"), unreadable, "不属于", ""},
	{"tags that do not pair", in(sheetPart, "</row>", "</rov>"), unreadable, "不配对", ""},
	{"an attribute twice", in(sheetPart, `<row r="1"`, `<row r="1" r="2"`), unreadable, "语法", ""},
	{"an attribute without quotes", in(sheetPart, `<row r="1"`, `<row r=1`), unreadable, "语法", ""},
	{"a tag inside an attribute", in(sheetPart, `<row r="1"`, `<row r="<1"`), unreadable, "语法", ""},
	{"a declaration in the middle", in(sheetPart, "<sheetData>", `<?xml version="1.0"?><sheetData>`), unreadable, "语法",
		""},
	{"depth 128", in(sheetPart, "<sheetData>", strings.Repeat("<a>", 127)+strings.Repeat("</a>", 127)+"<sheetData>"),
		readable, "", ""},
	{"depth 129", in(sheetPart, "<sheetData>", strings.Repeat("<a>", 128)+strings.Repeat("</a>", 128)+"<sheetData>"),
		tooLarge, "层次", ""},
	{"a million nested elements", in(sheetPart, "<sheetData>", strings.Repeat("<a>", 1e6)), tooLarge, "层次", ""},
	{"a tag of five megabytes", in(sheetPart, "<sheetData>", `<a b="`+strings.Repeat("x", 5<<20)+`"/><sheetData>`),
		tooLarge, "4 MB", ""},
	{"a text of five megabytes", in(sheetPart, "<sheetData>", `<a>`+strings.Repeat("x", 5<<20)+`</a><sheetData>`),
		tooLarge, "4 MB", ""},
	{"an encoding that nobody knows", whole(stringsPart, `<?xml version="1.0" encoding="EBCDIC"?><sst `+mainNS+`/>`),
		unknown, "编码", ""},
	{"another root", whole(sheetPart, `<chart `+mainNS+`/>`), unreadable, "worksheet", ""},
	{"another namespace", whole(sheetPart, `<worksheet xmlns="urn:x"/>`), unreadable, "worksheet", ""},
	{"a namespace changed halfway", rows(`<row r="1" xmlns="urn:x"><c r="A1"><v>1</v></c></row>`), unreadable, "标记",
		""},

	// rows and cells
	{"rows out of order", rows(`<row r="2"/><row r="1"/>`), unreadable, "行号", ""},
	{"a row twice", rows(`<row r="2"/><row r="2"/>`), unreadable, "行号", ""},
	{"row -1", rows(`<row r="-1"/>`), unreadable, "行号", ""},
	{"row 0", rows(`<row r="0"/>`), unreadable, "行号", ""},
	{"row 1048576", rows(`<row r="1048576"><c r="A1048576"><v>1</v></c></row>`), readable, "", ""},
	{"row 1048577", rows(`<row r="1048577"/>`), unreadable, "行号", ""},
	{"row 2147483647", rows(`<row r="2147483647"/>`), unreadable, "行号", ""},
	{"row 10^20", rows(`<row r="100000000000000000000"/>`), unreadable, "行号", ""},
	{"a row without a number behind the last", rows(`<row r="1048576"/><row/>`), unreadable, "行号", ""},
	{"a cell twice", cell(`<c r="A1"><v>1</v></c><c r="A1"><v>2</v></c>`), unreadable, "位置", "A1"},
	{"cells out of order", cell(`<c r="B1"><v>1</v></c><c r="A1"><v>2</v></c>`), unreadable, "位置", "B1"},
	{"a cell of another row", cell(`<c r="A2"><v>1</v></c>`), unreadable, "位置", "1"},
	{"column XFD", cell(`<c r="XFD1"><v>1</v></c>`), readable, "", ""},
	{"column XFE", cell(`<c r="XFE1"><v>1</v></c>`), unreadable, "位置", ""},
	{"cell A0", cell(`<c r="A0"><v>1</v></c>`), unreadable, "位置", ""},
	{"a reference in small letters", cell(`<c r="a1"><v>1</v></c>`), readable, "", ""},
	{"a reference in signs beside the letters", cell("<c r=\"`1\"><v>1</v></c>"), unreadable, "位置", ""},
	{"a theme outside the file", in(relsPart, "<Relationship ",
		`<Relationship Id="rT" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/theme" Target="../../theme1.xml"/><Relationship `), readable, "", ""},
	{"a reference without a row", cell(`<c r="A"><v>1</v></c>`), unreadable, "位置", ""},
	{"an empty reference", cell(`<c r=""><v>1</v></c>`), unreadable, "位置", ""},
	{"cells without references", cell(`<c><v>1</v></c><c t="inlineStr"><is><t>a</t></is></c>`), readable, "", ""},
	{"shared string -1", cell(`<c r="A1" t="s"><v>-1</v></c>`), unreadable, "文本序号", "A1"},
	{"shared string 999", cell(`<c r="A1" t="s"><v>999</v></c>`), unreadable, "文本序号", "A1"},
	{"shared string 1.5", cell(`<c r="A1" t="s"><v>1.5</v></c>`), unreadable, "文本序号", "A1"},
	{"style 999", cell(`<c r="A1" s="999"><v>1</v></c>`), unreadable, "样式序号", "A1"},
	{"style 999 without a value", cell(`<c r="A1" s="999"/>`), unreadable, "样式序号", "A1"},
	{"style -1", cell(`<c r="A1" s="-1"><v>1</v></c>`), unreadable, "属性", "A1"},
	{"an empty style", cell(`<c r="A1" s=""><v>1</v></c>`), readable, "", ""},
	{"an unknown type", cell(`<c r="A1" t="q"><v>1</v></c>`), unreadable, "属性", "A1"},
	{"1E+308", cell(`<c r="A1"><v>1E+308</v></c>`), readable, "", ""},
	{"1E+400", cell(`<c r="A1"><v>1E+400</v></c>`), unreadable, "1E+400", "A1"},
	{"1E1000000000", cell(`<c r="A1"><v>1E1000000000</v></c>`), unreadable, "不合规范", "A1"},
	{"NaN", cell(`<c r="A1"><v>NaN</v></c>`), unreadable, "NaN", "A1"},
	{"INF", cell(`<c r="A1"><v>INF</v></c>`), unreadable, "INF", "A1"},
	{"hexadecimal", cell(`<c r="A1"><v>0x1F</v></c>`), unreadable, "0x1F", "A1"},
	{"thousands in a number", cell(`<c r="A1"><v>1,234.5</v></c>`), unreadable, "1,234.5", "A1"},
	{"two points", cell(`<c r="A1"><v>1.2.3</v></c>`), unreadable, "1.2.3", "A1"},
	{"a lone point", cell(`<c r="A1"><v>.</v></c>`), unreadable, "不合规范", "A1"},
	{"a number in full width", cell(`<c r="A1"><v>１</v></c>`), unreadable, "１", "A1"},
	{"a number of 500 digits", cell(`<c r="A1"><v>` + strings.Repeat("1", 500) + `</v></c>`), unreadable, "不合规范", "A1"},
	{"boolean 2", cell(`<c r="A1" t="b"><v>2</v></c>`), unreadable, "不合规范", "A1"},
	{"two values", cell(`<c r="A1"><v>1</v><v>2</v></c>`), unreadable, "不应有", "A1"},
	{"two formulas", cell(`<c r="A1"><f>1</f><f>2</f><v>2</v></c>`), unreadable, "不应有", "A1"},
	{"text beside the value", cell(`<c r="A1">9<v>1</v></c>`), unreadable, "文字", "A1"},
	{"a tag inside the value", cell(`<c r="A1"><v>1<b/>2</v></c>`), unreadable, "不应有", "A1"},
	{"text beside the cells", rows(`<row r="1">9</row>`), unreadable, "文字", "1"},
	{"something else in a row", rows(`<row r="1"><d/></row>`), unreadable, "标记", "1"},
	{"something else in the data", rows(`<c r="A1"><v>1</v></c>`), unreadable, "标记", ""},
	{"two times the data", in(sheetPart, "</sheetData>", "</sheetData><sheetData/>"), unreadable, "两份", ""},
	{"a text of 32767 characters", cell(`<c r="A1" t="inlineStr"><is><t>` + strings.Repeat("字", 32767) +
		`</t></is></c>`), readable, "", ""},
	{"a text of 32768 characters", cell(`<c r="A1" t="inlineStr"><is><t>` + strings.Repeat("字", 32768) +
		`</t></is></c>`), tooLarge, "32767", "A1"},
	{"a shared text of a million characters", in(stringsPart, "甲公司", strings.Repeat("x", 1e6)), tooLarge, "32767", ""},

	// around the cells
	{"a dimension of everything", in(sheetPart, "<sheetData>", `<dimension ref="A1:XFD1048576"/><sheetData>`), readable,
		"", ""},
	{"a merge that is none", in(sheetPart, `ref="A1:B1"`, `ref="A:B"`), unreadable, "合并", ""},
	{"a merge beyond the sheet", in(sheetPart, `ref="A1:B1"`, `ref="A1:XFE2"`), unreadable, "合并", ""},
	{"20000 merges", in(sheetPart, `<mergeCell ref="A1:B1"/>`, strings.Repeat(`<mergeCell ref="A1:B1"/>`, 20000)),
		readable, "", ""},
	{"20001 merges", in(sheetPart, `<mergeCell ref="A1:B1"/>`, strings.Repeat(`<mergeCell ref="A1:B1"/>`, 20001)),
		tooLarge, "20000", ""},
	{"columns upside down", in(sheetPart, "<sheetData>", `<cols><col min="3" max="2"/></cols><sheetData>`), unreadable,
		"列", ""},
	{"columns beyond the sheet", in(sheetPart, "<sheetData>", `<cols><col min="3" max="16385"/></cols><sheetData>`),
		unreadable, "列", ""},
	{"a million empty rows", rows(strings.Repeat(`<row/>`, 1_000_000)), readable, "", ""},
	{"a million styled empty cells", rows(strings.Repeat(`<row><c s="1"/><c s="1"/><c s="1"/><c s="1"/></row>`,
		250_000)), readable, "", ""},
}

// englishProse is two words of a library side by side.
var englishProse = regexp.MustCompile(`[a-z]{3,} [a-z]{2,}`)

func TestHostileFilesAreRefusedByNameOrReadRight(t *testing.T) {
	for _, tt := range hostileFiles {
		t.Run(tt.name, func(t *testing.T) {
			path := filepath.Join(t.TempDir(), "a.xlsx")
			if err := os.WriteFile(path, tt.bytes(t), 0o600); err != nil {
				t.Fatal(err)
			}
			before := allocated()
			book, findings, err := sheets.Open(sheets.Input{Path: path, File: "a.xlsx"})
			if err != nil {
				t.Fatal(err)
			}
			if asked := allocated() - before; asked > mostMemory {
				t.Errorf("asked for %d MB", asked>>20)
			}
			if tt.want == readable {
				if book == nil || len(findings) > 0 {
					t.Fatalf("refused: %s", findings[0].Message())
				}
				return
			}
			if book != nil || len(findings) != 1 {
				t.Fatalf("read, with findings %v; want %s", findings, tt.want)
			}
			checkRefusal(t, findings[0], tt)
		})
	}
}

// allocated is how much memory was ever asked for.
func allocated() uint64 {
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	return m.TotalAlloc
}

// BenchmarkHostile opens every hostile file and says what the slowest of them
// costs: at most two seconds are wanted.
func BenchmarkHostile(b *testing.B) {
	slowest := 0.0
	for _, tt := range hostileFiles {
		data := tt.bytes(b)
		b.Run(tt.name, func(b *testing.B) {
			slowest = max(slowest, reportCPU(b, func() {
				for b.Loop() {
					sheets.OpenBytes("a.xlsx", data)
				}
			}))
			b.ReportMetric(slowest, "cpu-ms-slowest-so-far")
		})
	}
}

func checkRefusal(t *testing.T, f calc.Finding, tt hostile) {
	t.Helper()
	if f.Code != tt.want || f.Ref.File != "a.xlsx" || !strings.Contains(f.Message(), tt.says) || tt.cell != "" &&
		f.Ref.Cell() != tt.cell {
		t.Errorf("%s %s: %s\nwant %s %s: …%s…", f.Ref, f.Code, f.Message(), tt.cell, tt.want, tt.says)
	}
	if englishProse.MatchString(f.Message()) {
		t.Errorf("library text reaches the user: %s", f.Message())
	}
}
