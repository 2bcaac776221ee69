package sheets

import (
	"bytes"
	"crypto/aes"
	"crypto/pbkdf2"
	"crypto/sha1"
	"crypto/sha256"
	"encoding/xml"
	"io"
	"path"
	"strings"

	"github.com/klauspost/compress/flate"
)

// An OpenDocument spreadsheet with a password keeps its zip; each part in it is
// packed, then encrypted, and the manifest says how (ODF 1.2 part 3, 3.4).

// sealedPackage is the one part of a spreadsheet that was encrypted as a whole.
const sealedPackage = "encrypted-package"

// odsManifest is META-INF/manifest.xml.
type odsManifest struct {
	Parts []odsPart `xml:"file-entry"`
}

type odsPart struct {
	Path string   `xml:"full-path,attr"`
	Size int64    `xml:"size,attr"`
	Lock *odsLock `xml:"encryption-data"`
}

// odsLock is how one part was encrypted.
type odsLock struct {
	SumKind string `xml:"checksum-type,attr"`
	Sum     base64 `xml:"checksum,attr"`
	Cipher  struct {
		Name string `xml:"algorithm-name,attr"`
		IV   base64 `xml:"initialisation-vector,attr"`
	} `xml:"algorithm"`
	Start struct {
		Name string `xml:"start-key-generation-name,attr"`
	} `xml:"start-key-generation"`
	Derive struct {
		Name  string `xml:"key-derivation-name,attr"`
		Size  int    `xml:"key-size,attr"`
		Spins int    `xml:"iteration-count,attr"`
		Salt  base64 `xml:"salt,attr"`
	} `xml:"key-derivation"`
	sealed []byte
}

// odsContent is the part with the cells, decrypted where it is locked.
func odsContent(c *container, passwords []string) (*entry, *refusal) {
	e := c.find("content.xml")
	if e == nil {
		if c.find(sealedPackage) != nil {
			return nil, unsupported("加密方式（整包加密的 .ods）")
		}
		return nil, unreadable("缺少部件 content.xml")
	}
	part, r := odsLocked(c)
	if r != nil || part == nil {
		return e, r
	}
	if part.Lock.sealed, r = e.bytes(); r != nil {
		return nil, r
	}
	if r := part.Lock.refused(); r != nil {
		return nil, r
	}
	key, r := fitting(part.Lock, passwords)
	if r != nil {
		return nil, r
	}
	return part.unpack(part.Lock.open(key))
}

// odsLocked is what the manifest says of the part with the cells, nil where
// that is not locked.
func odsLocked(c *container) (*odsPart, *refusal) {
	e := c.find("META-INF/manifest.xml")
	if e == nil || e.size >= 1<<20 {
		return nil, nil
	}
	b, r := e.bytes()
	if r != nil || !bytes.Contains(b, []byte("encryption-data")) {
		return nil, r
	}
	var m odsManifest
	if err := xml.Unmarshal(b, &m); err != nil {
		return nil, incomplete("加密信息损坏")
	}
	for i := range m.Parts {
		if p := &m.Parts[i]; p.Path == "content.xml" && p.Lock != nil {
			return p, nil
		}
	}
	return nil, incomplete("加密信息损坏")
}

// refused says what of the lock we have no means for, or does not hold.
func (l *odsLock) refused() *refusal {
	const xenc = "http://www.w3.org/2001/04/xmlenc#"
	keySize, known := map[string]int{xenc + "aes128-cbc": 16, xenc + "aes192-cbc": 24, xenc +
		"aes256-cbc": 32}[l.Cipher.Name]
	switch {
	case !known:
		return unsupported("加密方式（%s）", shown(l.Cipher.Name))
	case l.Derive.Name != "PBKDF2" && l.Derive.Name != "urn:oasis:names:tc:opendocument:xmlns:manifest:1.0#pbkdf2":
		return unsupported("加密方式（%s）", shown(l.Derive.Name))
	case l.Start.Name != "http://www.w3.org/2000/09/xmldsig#sha256" && l.Start.Name != xenc+"sha256":
		return unsupported("加密方式（%s）", shown(l.Start.Name))
	case l.SumKind != "urn:oasis:names:tc:opendocument:xmlns:manifest:1.0#sha256-1k":
		return unsupported("加密方式（%s）", shown(path.Base(strings.ReplaceAll(l.SumKind, "#", "/"))))
	case l.Derive.Spins > maxSpins:
		return tooLarge("密码的迭代次数为 %d，最多 %d", l.Derive.Spins, maxSpins)
	case l.Derive.Spins < 1 || l.Derive.Size != keySize || len(l.Cipher.IV) != aes.BlockSize || len(l.Derive.Salt) == 0,
		len(l.sealed) == 0 || len(l.sealed)%aes.BlockSize != 0:
		return incomplete("加密信息损坏")
	}
	return nil
}

// key is made of the password's hash; it fits where the first kilobyte of what
// it opens has the sum that the manifest states.
func (l *odsLock) key(password string) []byte {
	key, err := pbkdf2.Key(sha1.New, string(sum(sha256.New, []byte(password))), l.Derive.Salt, l.Derive.Spins,
		l.Derive.Size)
	if err != nil {
		return nil
	}
	packed := l.open(key)
	if !bytes.Equal(sum(sha256.New, packed[:min(len(packed), 1024)]), l.Sum) {
		return nil
	}
	return key
}

// open decrypts the part and takes off what filled up the last block; its last
// byte says how much that is.
func (l *odsLock) open(key []byte) []byte {
	out := bytes.Clone(l.sealed)
	cbc(key, l.Cipher.IV, out)
	return out[:len(out)-min(int(out[len(out)-1]), aes.BlockSize)]
}

// unpack inflates the part, to the size that the manifest states and within the
// limits of every other.
func (p *odsPart) unpack(packed []byte) (*entry, *refusal) {
	max := SurveyLimits.bounds()
	switch {
	case p.Size < 0 || p.Size > max.part:
		return nil, tooLarge("部件 %s 解压后为 %d MB，最多 %d MB", p.Path, p.Size>>20, max.part>>20)
	case p.Size > ratioFrom && p.Size/max.ratio > int64(len(packed)):
		return nil, tooLarge("部件 %s 的压缩比超过 %d 倍", p.Path, max.ratio)
	}
	z := flate.NewReader(bytes.NewReader(packed))
	defer z.Close()
	plain, err := io.ReadAll(io.LimitReader(z, p.Size+1))
	if err != nil || int64(len(plain)) != p.Size {
		return nil, incomplete("部件 %s 的内容与所记长度不符", p.Path)
	}
	return inMemory(p.Path, plain), nil
}
