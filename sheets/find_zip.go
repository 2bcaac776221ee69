package sheets

import (
	"bytes"
	"io"
	"os"
	"path"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/encoding/simplifiedchinese"
)

// isArchive tells whether a file may be an archive of workbooks: a .zip, or a
// zip by its bytes that is called like no workbook. What is a workbook all the
// same, its content says.
func isArchive(c candidate) bool {
	ext := strings.ToLower(path.Ext(c.name))
	return ext == ".zip" || !spreadsheets[ext] && bytes.HasPrefix(headOf(c.path), []byte(zipMagic))
}

// expand puts the workbooks inside a zip in the place of the zip: many
// districts send one archive. A zip that cannot be opened, is a workbook
// itself or holds no spreadsheet stays as it is, for [Open] to say so. Its
// directory is read once for all of them.
func expand(c candidate) []candidate {
	f, err := os.Open(c.path)
	if err != nil {
		return []candidate{c}
	}
	defer f.Close()
	info, err := f.Stat()
	if err != nil || info.Size() > maxFile {
		return []candidate{c}
	}
	z, r := openContainer(f, info.Size(), SurveyLimits)
	if r != nil || otherPackage(z) != bareArchive || isODS(z) {
		return []candidate{c}
	}
	var inside []candidate
	found := false
	for _, e := range z.entries {
		in := candidate{path: c.path, name: c.name + "/" + e.name, under: c.under, entry: e.name, zip: z,
			why: whySkippedInside(e)}
		found = found || in.why == ""
		inside = append(inside, in)
	}
	if !found {
		return []candidate{c}
	}
	return inside
}

// whySkippedInside is whySkipped for an entry of a zip, whose folders count
// with it.
func whySkippedInside(e *entry) string {
	parts := strings.Split(e.name, "/")
	for _, dir := range parts[:len(parts)-1] {
		if dir == "__MACOSX" || strings.HasPrefix(dir, ".") {
			return "这是隐藏文件夹中的文件"
		}
	}
	return whyNoTable(parts[len(parts)-1], e.head)
}

// head are the first bytes of an entry.
func (e *entry) head() []byte {
	p := e.open()
	defer p.close()
	head, _ := io.ReadAll(io.LimitReader(p, headSize))
	return head
}

// entryBytes reads the entry of an input: where it lies [Find] has found out
// before, for all entries of the zip at once.
func (in *Input) entryBytes() ([]byte, error) {
	f, err := os.Open(in.Path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	z, size := in.zip, int64(0)
	if z == nil {
		if size, err = in.size(); err != nil {
			return nil, err
		}
		var r *refusal
		if z, r = openContainer(f, size, SurveyLimits); r != nil {
			return nil, r
		}
	}
	e := z.find(in.Entry)
	switch {
	case e == nil:
		return nil, incomplete("压缩包里没有 %s", in.Entry)
	case e.size > maxFile:
		return nil, tooLarge("文件有 %d MB，最多 %d MB", e.size>>20, maxFile>>20)
	}
	here := *e
	here.file = f
	data, r := here.bytes()
	if r != nil {
		return nil, r
	}
	return data, nil
}

// entryName is the name of a zip entry. Windows in Chinese writes GB18030
// without saying so.
func entryName(name string) string {
	if utf8.ValidString(name) {
		return name
	}
	s, r := decodeAs(simplifiedchinese.GB18030, []byte(name), "GB18030")
	if r != nil {
		return strings.ToValidUTF8(name, "_")
	}
	return s
}
