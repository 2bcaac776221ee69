package sheets

import (
	"bufio"
	"bytes"
	encoding64 "encoding/base64"
	"io"
	"mime"
	"mime/multipart"
	"mime/quotedprintable"
	"net/textproto"
	"path"
	"regexp"
	"strings"
)

// maxParts is how many parts of a web archive are looked at.
const maxParts = 1000

// isMHT tells whether a file is a web archive, which Excel saves and report
// systems export under the name .xls: the parts of a page as those of a letter.
func isMHT(data []byte) bool {
	head := bytes.ToLower(bytes.TrimLeft(data[:min(len(data), 2048)], "\r\n \t\xEF\xBB\xBF"))
	return bytes.HasPrefix(head, []byte("mime-version:")) ||
		bytes.HasPrefix(head, []byte("content-type: multipart/related")) || bytes.HasPrefix(head, []byte("from:")) &&
		bytes.Contains(head, []byte("\nmime-version:"))
}

// readMHT reads the pages of a web archive that hold a table, a sheet each.
func readMHT(file string, data []byte) ([]*Sheet, *refusal) {
	pages, r := mhtPages(data)
	if r != nil {
		return nil, r
	}
	names := mhtNames(pages)
	var sheets []*Sheet
	for _, p := range pages {
		if !bytes.Contains(bytes.ToLower(p.content), []byte("<table")) ||
			strings.HasPrefix(path.Base(p.location), "tabstrip") {
			continue
		}
		read, r := readHTML(file, p.content)
		if r != nil {
			return nil, r
		}
		if name := names[path.Base(p.location)]; name != "" {
			read[0].Name = name
		}
		sheets = append(sheets, read...)
	}
	if len(sheets) == 0 {
		return nil, unreadable("网页存档里没有表格")
	}
	return sheets, nil
}

// mhtPage is one page of an archive, decoded.
type mhtPage struct {
	location string
	content  []byte
}

// mhtPages are the pages of an archive in their order.
func mhtPages(data []byte) ([]mhtPage, *refusal) {
	in := textproto.NewReader(bufio.NewReader(bytes.NewReader(bytes.TrimLeft(data, "\r\n \t\xEF\xBB\xBF"))))
	head, err := in.ReadMIMEHeader()
	kind, params, err2 := mime.ParseMediaType(head.Get("Content-Type"))
	switch {
	case err != nil || err2 != nil:
		return nil, unreadable("网页存档的开头不合规范")
	case kind == "text/html":
		content, r := mhtDecoded(in.R, head)
		return []mhtPage{{content: content}}, r
	}
	var pages []mhtPage
	parts := multipart.NewReader(in.R, params["boundary"])
	for range maxParts {
		p, err := parts.NextRawPart()
		if err == io.EOF {
			return pages, nil
		}
		if err != nil {
			return nil, incomplete("网页存档在第 %d 部分处中断", len(pages)+1)
		}
		if kind, _, err := mime.ParseMediaType(p.Header.Get("Content-Type")); err != nil || kind != "text/html" {
			continue
		}
		content, r := mhtDecoded(p, p.Header)
		if r != nil {
			return nil, r
		}
		pages = append(pages, mhtPage{p.Header.Get("Content-Location"), content})
	}
	return nil, tooLarge("网页存档超过 %d 部分", maxParts)
}

// mhtDecoded is the content of a part.
func mhtDecoded(in io.Reader, head textproto.MIMEHeader) ([]byte, *refusal) {
	switch strings.ToLower(head.Get("Content-Transfer-Encoding")) {
	case "quoted-printable":
		in = quotedprintable.NewReader(in)
	case "base64":
		in = encoding64.NewDecoder(encoding64.StdEncoding, in)
	}
	content, err := io.ReadAll(in)
	if err != nil {
		return nil, incomplete("网页存档的内容不完整")
	}
	return content, nil
}

// mhtSheet is how the first page of an archive names a sheet and its page.
var mhtSheet = regexp.MustCompile(`(?s)<x:Name>([^<]*)</x:Name>\s*<x:WorksheetSource\s+HRef="([^"]*)"`)

// mhtNames are the names of the sheets by the last part of their pages' address.
func mhtNames(pages []mhtPage) map[string]string {
	names := map[string]string{}
	for _, p := range pages {
		text, r := decodeHTML(p.content)
		if r != nil {
			continue // reading the page says so
		}
		for _, m := range mhtSheet.FindAllStringSubmatch(text, -1) {
			names[path.Base(m[2])] = string(appendXMLText(nil, []byte(m[1])))
		}
	}
	return names
}
