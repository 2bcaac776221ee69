package sheets_test

import (
	"bytes"
	"compress/flate"
	"crypto/pbkdf2"
	"crypto/sha1"
	"crypto/sha256"
	"encoding/base64"
	"fmt"
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"jiangbu/calc"
	"jiangbu/sheets"
)

const lockedTable = `<table:table table:name="表"><table:table-row><table:table-cell office:value-type="string"><text:p>甲公司</text:p></table:table-cell></table:table-row></table:table>`

// lockedODS is a spreadsheet locked as LibreOffice does it: the part is packed,
// filled up to whole blocks and encrypted.
type lockedODS struct {
	password string
	manifest func(string) string // changes what is said of it
	packed   func([]byte) []byte // changes what is encrypted
}

func (l lockedODS) bytes(t testing.TB) []byte {
	t.Helper()
	content := odfHead + lockedTable + odfTail
	var b bytes.Buffer
	z, _ := flate.NewWriter(&b, 6)
	fmt.Fprint(z, content)
	z.Close()
	packed := b.Bytes()
	sum := sha256.Sum256(packed[:min(len(packed), 1024)])
	if l.packed != nil {
		packed = l.packed(packed)
	}
	fill := 16 - len(packed)%16
	packed = append(bytes.Clone(packed), bytes.Repeat([]byte{byte(fill)}, fill)...)
	salt, iv, start := []byte("0123456789abcdef"), []byte("fedcba9876543210"), sha256.Sum256([]byte(l.password))
	key, err := pbkdf2.Key(sha1.New, string(start[:]), salt, 1000, 32)
	if err != nil {
		t.Fatal(err)
	}
	text := base64.StdEncoding.EncodeToString
	manifest := `<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"><manifest:file-entry manifest:full-path="/"/>` +
		`<manifest:file-entry manifest:full-path="content.xml" manifest:size="` + strconv.Itoa(len(content)) +
		`"><manifest:encryption-data manifest:checksum-type="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0#sha256-1k" manifest:checksum="` + text(sum[:]) + `">` +
		`<manifest:algorithm manifest:algorithm-name="http://www.w3.org/2001/04/xmlenc#aes256-cbc" manifest:initialisation-vector="` + text(iv) + `"/>` +
		`<manifest:start-key-generation manifest:start-key-generation-name="http://www.w3.org/2000/09/xmldsig#sha256" manifest:key-size="32"/>` +
		`<manifest:key-derivation manifest:key-derivation-name="PBKDF2" manifest:key-size="32" manifest:iteration-count="1000" manifest:salt="` + text(salt) + `"/>` +
		`</manifest:encryption-data></manifest:file-entry></manifest:manifest>`
	if l.manifest != nil {
		manifest = l.manifest(manifest)
	}
	return zipped(t, map[string]string{"mimetype": "application/vnd.oasis.opendocument.spreadsheet",
		"META-INF/manifest.xml": manifest, "content.xml": string(cbc(t, key, iv, packed))})
}

func TestALockedOpenDocumentIsReadWithItsPasswordAlone(t *testing.T) {
	data := lockedODS{password: "连云港2024"}.bytes(t)
	book, findings := unlocked(t, data, "别的", "连云港2024")
	if book == nil {
		t.Fatal(findings[0].Message())
	}
	if diff := cmp.Diff(dump(opened(t, ods(lockedTable)(t))), dump(book)); diff != "" {
		t.Error(diff)
	}
	for code, passwords := range map[calc.Code][]string{"file/encrypted": nil, "file/password": {"连云港2023"}} {
		if book, findings := unlocked(t, data, passwords...); book != nil || len(findings) != 1 ||
			findings[0].Code != code {
			t.Errorf("%q: book %v, findings %v, want %s", passwords, book != nil, findings, code)
		}
	}
}

func TestHostileLocksOfAnOpenDocumentAreRefusedByName(t *testing.T) {
	locked := func(l lockedODS) func(testing.TB) []byte {
		l.password = "VelvetSweatshop"
		return l.bytes
	}
	said := func(old, new string) func(testing.TB) []byte {
		return locked(lockedODS{manifest: func(s string) string {
			if !strings.Contains(s, old) {
				t.Fatalf("%q is not there to be replaced", old)
			}
			return strings.Replace(s, old, new, 1)
		}})
	}
	checkHostile(t, []hostile{
		{"Blowfish", said("http://www.w3.org/2001/04/xmlenc#aes256-cbc", "Blowfish CFB"), unknown, "BlowfishCFB", ""},
		{"another derivation", said(`derivation-name="PBKDF2"`, `derivation-name="argon2id"`), unknown, "argon2id", ""},
		{"another hash of the password", said("xmldsig#sha256", "xmldsig#md5"), unknown, "md5", ""},
		{"another sum", said("#sha256-1k", "#sha1-1k"), unknown, "sha1-1k", ""},
		{"a key of another size", said(`derivation-name="PBKDF2" manifest:key-size="32"`,
			`derivation-name="PBKDF2" manifest:key-size="16"`), incomplete, "加密信息", ""},
		{"a million spins and one", said(`count="1000"`, `count="1000001"`), tooLarge, "1000001", ""},
		{"no spin", said(`count="1000"`, `count="0"`), incomplete, "加密信息", ""},
		{"spins that are no number", said(`count="1000"`, `count="x"`), incomplete, "加密信息", ""},
		{"no salt", said("manifest:salt=", "manifest:sugar="), incomplete, "加密信息", ""},
		{"no vector", said("manifest:initialisation-vector=", "manifest:x="), incomplete, "加密信息", ""},
		{"no XML", said("</manifest:manifest>", ""), incomplete, "加密信息", ""},
		{"no sum", said("manifest:checksum=", "manifest:x="), encrypted, "密码", ""},
		{"a size too small", said(`manifest:size="`, `manifest:size="1" manifest:x="`), incomplete, "长度", ""},
		{"a size below nothing", said(`manifest:size="`, `manifest:size="-`), tooLarge, "MB", ""},
		{"a size beyond all", said(`manifest:size="`, `manifest:size="99999999999" manifest:x="`), tooLarge, "MB", ""},
		{"a bomb", said(`manifest:size="`, `manifest:size="99999999" manifest:x="`), tooLarge, "压缩比", ""},
		{"something else inside", locked(lockedODS{packed: func(b []byte) []byte {
			return bytes.Repeat([]byte("x"),
				len(b))
		}}), encrypted, "密码", ""},
		{"cut short inside", locked(lockedODS{packed: func(b []byte) []byte { return b[:len(b)-4] }}), encrypted, "密码",
			""},
		{"encrypted as a whole", func(t testing.TB) []byte {
			return zipped(t, map[string]string{"mimetype": "application/vnd.oasis.opendocument.spreadsheet",
				"encrypted-package": "x"})
		}, unknown, "整包加密", ""},
	})
}

// FuzzLockedODS feeds manifests that describe a lock, and what is said to be
// locked, to the reader, with the password that opens the sound one.
func FuzzLockedODS(f *testing.F) {
	sound := lockedODS{password: "a"}
	for _, old := range []string{"1000", "32", "aes256-cbc", "sha256-1k"} {
		l := sound
		l.manifest = func(m string) string { f.Add(m, []byte("0123456789abcdef")); return m }
		l.bytes(f)
		l.manifest = func(m string) string {
			m = strings.Replace(m, old, "99999999", 1)
			f.Add(m, []byte("0123456789abcdef"))
			return m
		}
		l.bytes(f)
	}
	f.Fuzz(func(t *testing.T, manifest string, content []byte) {
		data := zipped(t, map[string]string{"mimetype": "application/vnd.oasis.opendocument.spreadsheet",
			"META-INF/manifest.xml": manifest, "content.xml": string(content)})
		book, findings := sheets.OpenBytes("a.ods", data, "a")
		if (book == nil) != (len(findings) > 0) {
			t.Errorf("book %v, findings %v", book != nil, findings)
		}
	})
}
