package sheets

import (
	"bytes"
	"io"
	"strings"

	"github.com/richardlehane/mscfb"
)

// oleMagic begins every compound file: .xls, .et, .doc, and what is encrypted.
const oleMagic = "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"

// readOLE reads a compound file: a workbook of Excel 97-2003 or WPS, or
// something else, which is refused by its name.
func readOLE(data []byte, passwords []string) ([]*Sheet, *refusal) {
	streams, r := oleStreams(data)
	has := func(name string) bool { _, ok := streams[name]; return ok }
	switch {
	case r != nil:
		return nil, r
	case has("encryptedpackage") != has("encryptioninfo"):
		return nil, encrypted() // by rights management, which knows no password
	case has("encryptedpackage"):
		return readLocked(streams["encryptioninfo"], streams["encryptedpackage"], passwords)
	case has("workbook"):
		return readLockedBIFF(streams["workbook"], passwords)
	case has("book"):
		return readLockedBIFF(streams["book"], passwords) // mostly to be refused by its version
	case has("worddocument"):
		return nil, unsupported("这是 Word 文档，请报送电子表格")
	case has("powerpoint document"):
		return nil, unsupported("这是 PowerPoint 文档，请报送电子表格")
	}
	return nil, unsupported("不是表格文件")
}

// wanted are the streams at the root of a compound file that tell what it is,
// in small letters, since programs differ; only those of workbooks are read.
var wanted = map[string]bool{"workbook": true, "book": true,
	"encryptedpackage": true, "encryptioninfo": true, "worddocument": false, "powerpoint document": false}

// oleStreams reads the wanted streams of a compound file. The library is not
// made for hostile files; whatever it trips over is a damaged file.
func oleStreams(data []byte) (streams map[string][]byte, r *refusal) {
	defer func() {
		if recover() != nil {
			streams, r = nil, incomplete("复合文档的结构损坏")
		}
	}()
	doc, err := mscfb.New(bytes.NewReader(data))
	if err != nil {
		return nil, incomplete("复合文档的结构损坏")
	}
	streams = map[string][]byte{}
	for range maxEntries {
		e, err := doc.Next()
		if err == io.EOF {
			return streams, nil
		}
		if err != nil {
			return nil, incomplete("复合文档的目录损坏")
		}
		name := strings.ToLower(e.Name)
		content, known := wanted[name]
		if !known || len(e.Path) > 0 || streams[name] != nil {
			continue
		}
		streams[name] = []byte{}
		if !content {
			continue
		}
		b, err := io.ReadAll(io.LimitReader(e, int64(len(data))+1))
		if err != nil || int64(len(b)) != e.Size {
			return nil, incomplete("复合文档中的工作簿不完整")
		}
		streams[name] = b
	}
	return nil, tooLarge("复合文档的目录超过 %d 项", maxEntries)
}
