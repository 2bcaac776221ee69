package sheets

import (
	"os"
	"path"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/encoding/simplifiedchinese"
)

// isArchive tells whether a file is a .zip by its name. What is a workbook all
// the same, its bytes say.
func isArchive(name string) bool { return strings.EqualFold(path.Ext(name), ".zip") }

// expand puts the workbooks inside a zip in the place of the zip: many
// districts send one archive. A zip that cannot be opened, is a workbook
// itself or holds no spreadsheet stays as it is, for [Open] to say so.
func (k Kinds) expand(c candidate) []candidate {
	info, err := os.Lstat(c.path)
	if err != nil || info.Size() > maxFile {
		return []candidate{c}
	}
	data, err := os.ReadFile(c.path)
	if err != nil {
		return []candidate{c}
	}
	z, r := openBytes(data)
	if r != nil || otherPackage(z) != bareArchive || isODS(z) {
		return []candidate{c}
	}
	var inside []candidate
	found := false
	for _, e := range z.entries {
		in := candidate{path: c.path, name: c.name + "/" + e.name, under: c.under, entry: e.name, why: k.whySkippedInside(e.name)}
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
func (k Kinds) whySkippedInside(name string) string {
	parts := strings.Split(name, "/")
	for _, dir := range parts[:len(parts)-1] {
		if dir == "__MACOSX" || strings.HasPrefix(dir, ".") {
			return "这是隐藏文件夹中的文件"
		}
	}
	return k.whyNoTable(parts[len(parts)-1])
}

// openEntry reads a file inside the zip data.
func openEntry(data []byte, name string) ([]byte, *refusal) {
	z, r := openBytes(data)
	if r != nil {
		return nil, r
	}
	e := z.find(name)
	switch {
	case e == nil:
		return nil, incomplete("压缩包里没有 %s", name)
	case e.size > maxFile:
		return nil, tooLarge("文件有 %d MB，最多 %d MB", e.size>>20, maxFile>>20)
	}
	return e.bytes()
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
