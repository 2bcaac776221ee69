package sheets

import (
	"bytes"
	"encoding/binary"
	"path"
	"slices"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/simplifiedchinese"
	"golang.org/x/text/encoding/unicode"
)

// decodeText turns the bytes of a text file into UTF-8: by its mark, else as
// UTF-8 where that holds, else as GB18030, which is what Excel and WPS write on
// a Chinese Windows. Bytes that are no text in the encoding refuse the file.
func decodeText(data []byte) (string, *refusal) {
	switch {
	case bytes.HasPrefix(data, []byte("\xEF\xBB\xBF")):
		if data = data[3:]; !utf8.Valid(data) {
			return "", unreadable("第 %d 字节起不是有效的 UTF-8 文字", validPrefix(data)+4)
		}
		return string(data), nil
	case bytes.HasPrefix(data, []byte("\xFF\xFE")), bytes.HasPrefix(data, []byte("\xFE\xFF")):
		return decodeAs(unicode.UTF16(unicode.LittleEndian, unicode.UseBOM), data, "UTF-16")
	case utf8.Valid(data):
		return string(data), nil
	case nearlyUTF8(data):
		// GB18030 would make other characters of it without a complaint
		return "", unreadable("像是 UTF-8 文字，但第 %d 字节处有误", validPrefix(data)+1)
	}
	return decodeAs(simplifiedchinese.GB18030, data, "GB18030")
}

// decodeAs decodes strictly. The decoders put U+FFFD for what they do not
// know, so a text that has one is refused.
func decodeAs(enc encoding.Encoding, data []byte, name string) (string, *refusal) {
	s, err := enc.NewDecoder().String(string(data))
	if i := strings.IndexRune(s, utf8.RuneError); err != nil || i >= 0 {
		return "", unreadable("不是有效的 %s 文字（第 %d 行）", name, 1+strings.Count(s[:max(i, 0)], "\n"))
	}
	return s, nil
}

// validPrefix is how many bytes at the front are UTF-8.
func validPrefix(data []byte) int {
	i := 0
	for i < len(data) {
		r, n := utf8.DecodeRune(data[i:])
		if r == utf8.RuneError && n == 1 {
			break
		}
		i += n
	}
	return i
}

// nearlyUTF8 tells whether most characters beyond ASCII are UTF-8: a damaged
// file, since hardly any character of GB18030 reads as one.
func nearlyUTF8(data []byte) bool {
	whole, broken := 0, 0
	for len(data) > 0 {
		r, n := utf8.DecodeRune(data)
		switch {
		case r == utf8.RuneError && n == 1:
			broken++
		case n >= 3:
			whole++
		}
		data = data[n:]
	}
	return whole > 2*broken
}

// looksText tells whether the bytes can be a text file: no control characters
// but blanks, or UTF-16 with its mark.
func looksText(data []byte) bool {
	if bytes.HasPrefix(data, []byte("\xFF\xFE")) || bytes.HasPrefix(data, []byte("\xFE\xFF")) {
		return len(data)%2 == 0 && binary.LittleEndian.Uint16(data) != 0
	}
	return !slices.ContainsFunc(data,
		func(c byte) bool { return c < ' ' && c != '\n' && c != '\r' && c != '\t' && c != '\f' || c == 0x7f })
}

// sheetName is what a format without sheets calls its only one: the file's
// name without its extension, as Excel does.
func sheetName(file string) string {
	base := path.Base(file)
	return strings.TrimSuffix(base, path.Ext(base))
}
