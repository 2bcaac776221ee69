package sheets

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"io"
	"os"
	"slices"

	"jiangbu/calc"
)

// Open reads an input once and gives its cells, checked to the last byte. What
// kind of file it is, its bytes say and not its name. The Book must be closed
// where [Input.Limits] let in what is too large to be held in memory.
//
// A nil Book means that the file is refused; the findings say why, where and
// what to do. The error is a fault of the disk.
func Open(in Input) (*Book, calc.Findings, error) {
	book, err := open(in)
	if err != nil {
		findings, err := in.refused(err)
		return nil, findings, err
	}
	return book, nil, nil
}

// Bytes are those of an input as they were submitted: of the file, or of the
// entry of a zip. Findings and error are as of [Open], with nil for the bytes.
func Bytes(in Input) ([]byte, calc.Findings, error) {
	in.Limits = SurveyLimits
	var data []byte
	_, err := in.size()
	if err == nil {
		data, err = in.bytes()
	}
	if err != nil {
		findings, err := in.refused(err)
		return nil, findings, err
	}
	return data, nil, nil
}

// refused tells a refusal of the input from a fault of the disk.
func (in *Input) refused(err error) (calc.Findings, error) {
	if r, ok := errors.AsType[*refusal](err); ok {
		return calc.Findings{r.finding(in.File)}, nil
	}
	return nil, err
}

func open(in Input) (*Book, error) {
	size, err := in.size()
	switch {
	case err != nil:
		return nil, err
	case size > maxFile:
		return openOnDisk(in)
	}
	data, err := in.bytes()
	if err != nil {
		return nil, err
	}
	book, r := read(in, data)
	if r != nil {
		return nil, r
	}
	return book, nil
}

// size is how large the file is, which must be one and within its limits.
func (in *Input) size() (int64, error) {
	info, err := os.Lstat(in.Path)
	limit := in.Limits.bounds().file
	switch {
	case err != nil:
		return 0, err
	case !info.Mode().IsRegular():
		return 0, &os.PathError{Op: "open", Path: in.Path, Err: ErrNotRegular}
	case info.Size() > limit:
		return 0, tooLarge("文件有 %d MB，最多 %d MB", info.Size()>>20, limit>>20)
	}
	return info.Size(), nil
}

// bytes reads the file, or its entry.
func (in *Input) bytes() ([]byte, error) {
	if in.Entry != "" {
		return in.entryBytes()
	}
	return os.ReadFile(in.Path)
}

// openOnDisk opens a workbook that is too large to be held, which must be a
// zip.
func openOnDisk(in Input) (*Book, error) {
	file, err := os.Open(in.Path)
	if err != nil {
		return nil, err
	}
	book := &Book{File: in.File, disk: file}
	if err := book.list(file, in); err != nil {
		file.Close()
		return nil, err
	}
	return book, nil
}

// list finds the sheets of a workbook on the disk.
func (b *Book) list(file *os.File, in Input) error {
	sum, head := sha256.New(), make([]byte, len(zipMagic))
	size, err := io.Copy(sum, file)
	if err != nil {
		return err
	}
	if _, err := file.ReadAt(head, 0); err != nil || string(head) != zipMagic {
		return tooLarge("文件有 %d MB，最多 %d MB", size>>20, maxFile>>20)
	}
	b.SHA256 = hex.EncodeToString(sum.Sum(nil))
	sheets, r := b.readZip(file, size, in)
	if r != nil {
		return r
	}
	b.take(sheets)
	return nil
}

// read tells the format by the bytes and reads it.
func read(in Input, data []byte) (*Book, *refusal) {
	b := &Book{File: in.File}
	sheets, r := b.sheetsOf(in, data)
	if r != nil {
		return nil, r
	}
	sum := sha256.Sum256(data)
	b.SHA256 = hex.EncodeToString(sum[:])
	b.take(sheets)
	return b, nil
}

// take makes the sheets those of the book.
func (b *Book) take(sheets []*Sheet) {
	b.Sheets = sheets
	for _, s := range sheets {
		s.file = b.File
	}
}

// sheetsOf leads each format to its reader.
func (b *Book) sheetsOf(in Input, data []byte) ([]*Sheet, *refusal) {
	switch {
	case len(data) == 0:
		return nil, incomplete("文件是空的")
	case bytes.HasPrefix([]byte(zipMagic), data):
		return nil, incomplete("只有文件的头几个字节")
	case bytes.HasPrefix(data, []byte(zipMagic)):
		return b.readZip(bytes.NewReader(data), int64(len(data)), in)
	case bytes.HasPrefix(data, []byte(oleMagic)):
		return readOLE(data, in.Passwords)
	case bytes.HasPrefix(data, []byte("\x09\x08\x10\x00\x00\x06")):
		return readLockedBIFF(data, in.Passwords) // a workbook stream without its compound file
	case len(data) > 3 && data[0] == 0x09 && data[1]&^0x06 == 0 && data[3] == 0:
		return nil, unsupported("Excel 4.0 或更早的格式")
	case bytes.HasPrefix(data, []byte("PK\x05\x06")):
		return nil, unreadable("压缩包里没有文件")
	}
	if in.Kinds == Documents && bytes.HasPrefix(data, []byte(pdfMagic)) {
		return readPDF(in.File, data)
	}
	if name := foreignFormat(data); name != "" {
		return nil, unsupported("%s", name)
	}
	if len(data) > maxTextFile {
		return nil, tooLarge("文本文件有 %d MB，最多 %d MB", len(data)>>20, maxTextFile>>20)
	}
	if isMHT(data) {
		return readMHT(in.File, data)
	}
	if isHTML(data) {
		if bytes.Contains(data[:min(len(data), 4096)], []byte(`<meta name="generator" content="`+Program+`">`)) {
			b.Output = "公示"
		}
		return readHTML(in.File, data)
	}
	if isFlatODS(data) {
		return readODF(inMemory("content.xml", data))
	}
	switch name := otherXML(data); name {
	case "":
	case xmlSpreadsheet:
		return readXML2003(data)
	default:
		return nil, unsupported("%s", name)
	}
	if looksText(data) {
		head, _, _ := bytes.Cut(data, []byte("\r\n"))
		if slices.ContainsFunc(noticeHeadings, func(h string) bool { return bytes.Contains(head, []byte(h)) }) {
			b.Output = "公示"
		}
		return readCSV(in.File, data)
	}
	return nil, unsupported("不是表格文件")
}

// noticeHeadings stand side by side in each notice that this program writes as
// CSV, which has no room for a mark.
var noticeHeadings = []string{",认定级别,依据文号,拟奖补金额（元）,", ",认定级别,依据文号,奖补金额（元）,",
	",公示金额（元）,调整后（元）,", ",奖补金额（元）,已兑现金额（元）,"}

// pdfMagic begins every PDF file.
const pdfMagic = "%PDF"

// signatures of files that districts send for spreadsheets and that cannot be
// read as such.
var signatures = []struct{ prefix, name string }{
	{"Rar!", "这是 RAR 压缩包，请解压后报送其中的表格"},
	{"7z\xBC\xAF\x27\x1C", "这是 7z 压缩包，请解压后报送其中的表格"},
	{"\x1F\x8B", "这是 gzip 压缩包，请解压后报送其中的表格"},
	{pdfMagic, "这是 PDF，请报送电子表格"},
	{"\x89PNG", "这是图片，请报送电子表格"},
	{"\xFF\xD8\xFF", "这是图片，请报送电子表格"},
	{"GIF8", "这是图片，请报送电子表格"},
	{"II*\x00", "这是图片，请报送电子表格"},
	{"MM\x00*", "这是图片，请报送电子表格"},
	{"{\\rtf", "这是 RTF 文档，请报送电子表格"},
}

func foreignFormat(data []byte) string {
	for _, s := range signatures {
		if bytes.HasPrefix(data, []byte(s.prefix)) {
			return s.name
		}
	}
	return ""
}

// xmlSpreadsheet names the format of Excel 2003 in one XML file.
const xmlSpreadsheet = "这是“XML 电子表格 2003”"

// otherXML names an XML file, which would otherwise pass for a table of one
// column.
func otherXML(data []byte) string {
	head := bytes.TrimLeft(bytes.TrimPrefix(data[:min(len(data), 4096)], []byte("\xEF\xBB\xBF")), " \t\r\n")
	switch {
	case !bytes.HasPrefix(head, []byte("<?xml")) && !bytes.HasPrefix(head, []byte("<Workbook")):
		return ""
	case bytes.Contains(head, []byte("urn:schemas-microsoft-com:office:spreadsheet")):
		return xmlSpreadsheet
	}
	return "这是 XML 文件"
}

// readZip reads what is inside a zip of so many bytes: a workbook, or something
// else that has the form of one.
func (b *Book) readZip(file io.ReaderAt, size int64, in Input) ([]*Sheet, *refusal) {
	c, r := openContainer(file, size, in.Limits)
	if r != nil {
		return nil, r
	}
	if isODS(c) {
		return readODS(c, in.Passwords)
	}
	if in.Kinds == Documents && c.find(docxPart) != nil {
		return readDOCX(in.File, c)
	}
	b.Output = c.output()
	switch name := otherPackage(c); {
	case b.Output != "" && c.find(docxPart) != nil:
		return nil, c.check()
	case name == bareArchive && in.Entry != "":
		return nil, unsupported("这是压缩包里的压缩包，请解压后报送其中的表格")
	case name != "":
		return nil, unsupported("%s", name)
	}
	return readXLSX(c, in.Limits.rowLog())
}

// otherPackage names a zip that is no .xlsx, by what it must contain.
func otherPackage(c *container) string {
	has := func(names ...string) bool {
		return slices.ContainsFunc(names, func(name string) bool { return c.find(name) != nil })
	}
	switch {
	case has("xl/workbook.bin"):
		return "这是 Excel 二进制工作簿（.xlsb）"
	case has(docxPart):
		return "这是 Word 文档，请报送电子表格"
	case has("ppt/presentation.xml"):
		return "这是 PowerPoint 文档，请报送电子表格"
	case has("OFD.xml"):
		return "这是 OFD 版式文件，请报送电子表格"
	case has("Index/Document.iwa", "Index.zip"):
		return "这是 Numbers 表格"
	case has("[Content_Types].xml", "_rels/.rels"):
		return ""
	}
	return bareArchive
}

// output says what of this program's own outputs a document is: its properties
// name the program and the category.
func (c *container) output() string {
	e := c.find("docProps/core.xml")
	if e == nil || e.size > headSize {
		return ""
	}
	b, r := e.bytes()
	if r != nil || property(b, "creator") != Program {
		return "" // what is wrong with the part, the check of all parts says
	}
	if c.find(docxPart) != nil {
		return "文档"
	}
	return property(b, "category")
}

// property is the text of a simple element, whatever its prefix.
func property(xml []byte, name string) string {
	_, rest, _ := bytes.Cut(xml, []byte(name+">"))
	text, _, _ := bytes.Cut(rest, []byte("<"))
	return string(appendXMLText(nil, text))
}

// bareArchive is said of a zip that is no document of any kind.
const bareArchive = "这是压缩包，里面没有可以读取的表格"
