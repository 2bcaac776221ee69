package sheets_test

import (
	"bytes"
	"crypto/aes"
	"crypto/cipher"
	"crypto/sha256"
	"crypto/sha512"
	"encoding/base64"
	"encoding/binary"
	"encoding/hex"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"unicode/utf16"

	"github.com/google/go-cmp/cmp"
	"github.com/xuri/excelize/v2"

	"jiangbu/calc"
	"jiangbu/sheets"
)

// agile is a workbook locked as Excel 2010 and WPS do it.
type agile struct {
	password string
	spins    int
	xml      func(string) string // changes the description
	sealed   func([]byte) []byte // changes the package
	plain    []byte
}

// bytes locks the workbook. Keys and salts are fixed: nothing here is secret.
func (a agile) bytes(t testing.TB) []byte {
	t.Helper()
	if a.plain == nil {
		a.plain = noisy(t)
	}
	salt, key, proof := []byte("0123456789abcdef"), bytes.Repeat([]byte("k"), 32), []byte("verifier input..")
	spun := a.spun(salt)
	sealed := func(data, purpose []byte) string {
		return base64.StdEncoding.EncodeToString(cbc(t, hashed(spun, purpose)[:32], salt, data))
	}
	described := fmt.Sprintf(`<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<encryption xmlns="http://schemas.microsoft.com/office/2006/encryption" xmlns:p="http://schemas.microsoft.com/office/2006/keyEncryptor/password"><keyData saltSize="16" blockSize="16" keyBits="256" hashSize="64" cipherAlgorithm="AES" cipherChaining="ChainingModeCBC" hashAlgorithm="SHA512" saltValue="%[1]s"/><keyEncryptors><keyEncryptor uri="http://schemas.microsoft.com/office/2006/keyEncryptor/password"><p:encryptedKey spinCount="%[2]d" saltSize="16" blockSize="16" keyBits="256" hashSize="64" cipherAlgorithm="AES" cipherChaining="ChainingModeCBC" hashAlgorithm="SHA512" saltValue="%[1]s" encryptedVerifierHashInput="%[3]s" encryptedVerifierHashValue="%[4]s" encryptedKeyValue="%[5]s"/></keyEncryptor></keyEncryptors></encryption>`,
		base64.StdEncoding.EncodeToString(salt), a.spins,
		sealed(proof, []byte{0xfe, 0xa7, 0xd2, 0x76, 0x3b, 0x4b, 0x9e, 0x79}),
		sealed(hashed(proof), []byte{0xd7, 0xaa, 0x0f, 0x6d, 0x30, 0x61, 0x34, 0x4e}),
		sealed(key, []byte{0x14, 0x6e, 0x0b, 0xe7, 0xab, 0xac, 0xd0, 0xd6}))
	if a.xml != nil {
		described = a.xml(described)
	}
	pack := binary.LittleEndian.AppendUint64(nil, uint64(len(a.plain)))
	padded := append(bytes.Clone(a.plain), make([]byte, 16-len(a.plain)%16)...)
	for i := 0; i*4096 < len(padded); i++ {
		iv := hashed(salt, binary.LittleEndian.AppendUint32(nil, uint32(i)))[:16]
		pack = append(pack, cbc(t, key, iv, padded[i*4096:min(i*4096+4096, len(padded))])...)
	}
	if a.sealed != nil {
		pack = a.sealed(pack)
	}
	info := append([]byte{4, 0, 4, 0, 0x40, 0, 0, 0}, described...)
	return compoundNamed([]string{"EncryptionInfo", "EncryptedPackage"}, blanked(info), full(pack))
}

// blanked is a description long enough not to be a mini stream.
func blanked(b []byte) []byte { return append(b, bytes.Repeat([]byte(" "), max(0, 4096-len(b)))...) }

func (a agile) spun(salt []byte) []byte {
	key := hashed(salt, wide(a.password)[1:])
	if a.spins <= 1_000_000 {
		for i := range a.spins {
			key = hashed(binary.LittleEndian.AppendUint32(nil, uint32(i)), key)
		}
	}
	return key
}

func hashed(parts ...[]byte) []byte {
	sum := sha512.Sum512(bytes.Join(parts, nil))
	return sum[:]
}

func cbc(t testing.TB, key, iv, data []byte) []byte {
	t.Helper()
	block, err := aes.NewCipher(key)
	if err != nil {
		t.Fatal(err)
	}
	out := make([]byte, len(data))
	cipher.NewCBCEncrypter(block, iv).CryptBlocks(out, data)
	return out
}

// standard is a workbook locked as Excel 2007 does it, by the library.
func standard(t testing.TB, password string) []byte {
	t.Helper()
	data, err := excelize.Encrypt(noisy(t), &excelize.Options{Password: password})
	if err != nil {
		t.Fatal(err)
	}
	return data
}

// noisy is a workbook of more than 4096 bytes: the library locks smaller ones
// wrong.
func noisy(t testing.TB) []byte {
	t.Helper()
	noise := make([]byte, 8192)
	rand.NewChaCha8([32]byte{}).Read(noise)
	return entry("xl/media/a.bin", string(noise))(t)
}

// unlocked opens bytes with passwords.
func unlocked(t testing.TB, data []byte, passwords ...string) (*sheets.Book, calc.Findings) {
	t.Helper()
	path := filepath.Join(t.TempDir(), "a.xlsx")
	if err := os.WriteFile(path, data, 0o600); err != nil {
		t.Fatal(err)
	}
	book, findings, err := sheets.Open(sheets.Input{Path: path, File: "a.xlsx", Passwords: passwords})
	if err != nil {
		t.Fatal(err)
	}
	return book, findings
}

func TestALockedWorkbookIsReadWithItsPasswordAlone(t *testing.T) {
	newer := agile{password: "连云港2024", spins: 1000}.bytes(t)
	older := standard(t, "连云港2024")
	silent := agile{password: "VelvetSweatshop", spins: 1000}.bytes(t)
	for _, tt := range []struct {
		name      string
		data      []byte
		passwords []string
		want      calc.Code // "" = read
		says      string
	}{
		{"no password", newer, nil, "file/encrypted", "设有打开密码"},
		{"the password", newer, []string{"连云港2024"}, "", ""},
		{"another", newer, []string{"连云港2023"}, "file/password", "1 个"},
		{"three others", newer, []string{"a", "b", "连云港2024 "}, "file/password", "3 个"},
		{"the password behind another", newer, []string{"a", "连云港2024"}, "", ""},
		{"an empty one", newer, []string{""}, "file/password", "1 个"},
		{"Excel 2007, no password", older, nil, "file/encrypted", "设有打开密码"},
		{"Excel 2007, the password", older, []string{"连云港2024"}, "", ""},
		{"Excel 2007, another", older, []string{"连云港2023"}, "file/password", "1 个"},
		{"a password that no program asks for", silent, nil, "", ""},
		{"a password for a file that is open", noisy(t), []string{"a"}, "", ""},
	} {
		t.Run(tt.name, func(t *testing.T) {
			book, findings := unlocked(t, tt.data, tt.passwords...)
			if tt.want == "" {
				if book == nil {
					t.Fatal(findings[0].Message())
				}
				if diff := cmp.Diff(dump(opened(t, noisy(t))), dump(book)); diff != "" {
					t.Error(diff)
				}
				if sum := sha256.Sum256(tt.data); book.SHA256 != hex.EncodeToString(sum[:]) {
					t.Errorf("sum %s, want that of the submitted bytes", book.SHA256)
				}
				return
			}
			if book != nil || len(findings) != 1 || findings[0].Code != tt.want ||
				!strings.Contains(findings[0].Message(), tt.says) {
				t.Errorf("book %v, findings %v, want %s", book != nil, findings, tt.want)
			}
			for _, p := range tt.passwords {
				if said := fmt.Sprint(findings) + findings[0].Message(); len(p) > 1 && strings.Contains(said, p) {
					t.Errorf("the password is told: %s", said)
				}
			}
		})
	}
}

// The library decrypts with the same keys, so that this test's own way of
// locking is that of others.
func TestTheLibraryOpensWhatTheTestsLock(t *testing.T) {
	plain := noisy(t)
	data := agile{password: "密码", spins: 1000, plain: plain}.bytes(t)
	got, err := excelize.Decrypt(data, &excelize.Options{Password: "密码"})
	if err != nil || !bytes.Equal(got, plain) {
		t.Errorf("%d bytes, want %d: %v", len(got), len(plain), err)
	}
	if !bytes.Equal(sheets.Unlocked(data, []string{"密码"}), plain) {
		t.Error("unlocked otherwise than by the library")
	}
	for _, p := range [][]string{nil, {"a"}} {
		if !bytes.Equal(sheets.Unlocked(data, p), data) {
			t.Errorf("%q: a locked file should stay as it is", p)
		}
	}
}

func TestHostileLocksAreRefusedByName(t *testing.T) {
	locked := func(a agile) func(testing.TB) []byte {
		if a.spins == 0 {
			a.spins = 10
		}
		a.password = "VelvetSweatshop"
		return a.bytes
	}
	described := func(old, new string) func(testing.TB) []byte {
		return locked(agile{xml: func(s string) string {
			if !strings.Contains(s, old) {
				t.Fatalf("%q is not there to be replaced", old)
			}
			return strings.Replace(s, old, new, 1)
		}})
	}
	info := func(b []byte) func(testing.TB) []byte {
		return func(testing.TB) []byte {
			return compoundNamed([]string{"EncryptionInfo", "EncryptedPackage"}, full(b), full([]byte{9}))
		}
	}
	checkHostile(t, []hostile{
		{"DES", described(`cipherAlgorithm="AES"`, `cipherAlgorithm="DESede"`), unknown, "DESede", ""},
		{"another chaining", described("ChainingModeCBC", "ChainingModeCFB"), unknown, "ChainingModeCFB", ""},
		{"another hash", described("SHA512", "WHIRLPOOL"), unknown, "WHIRLPOOL", ""},
		{"a hash without a name", described("SHA512", ""), unknown, "未写明", ""},
		{"a name that is none", described("SHA512", "公司&#10;"), unknown, "未写明", ""},
		{"a certificate", described("keyEncryptor/password\"><keyData", "keyEncryptor/certificate\"><keyData"), unknown,
			"证书", ""},
		{"a million spins and one", described(`spinCount="10"`, `spinCount="1000001"`), tooLarge, "1000001", ""},
		{"fewer spins than none", described(`spinCount="10"`, `spinCount="-1"`), incomplete, "加密信息", ""},
		{"spins that are no number", described(`spinCount="10"`, `spinCount="x"`), incomplete, "加密信息", ""},
		{"a key of no size", described(`keyBits="256"`, `keyBits="8"`), incomplete, "加密信息", ""},
		{"a key of the greatest size", described(`keyBits="256"`, `keyBits="9223372036854775807"`), incomplete, "加密信息",
			""},
		{"a block of no size", described(`blockSize="16"`, `blockSize="0"`), incomplete, "加密信息", ""},
		{"a salt that is no base64", described(`saltValue="`, `saltValue="?`), incomplete, "加密信息", ""},
		{"no verifier", described("encryptedVerifierHashInput", "x"), incomplete, "加密信息", ""},
		{"no proof", described("encryptedVerifierHashValue", "x"), incomplete, "加密信息", ""},
		{"no key", described("encryptedKeyValue", "x"), incomplete, "加密信息", ""},
		{"no XML", described("</encryption>", ""), incomplete, "加密信息", ""},
		{"a version of the future", info([]byte{9, 0, 9, 0, 0, 0, 0, 0}), unknown, "9.9", ""},
		{"RC4", info(append([]byte{3, 0, 2, 0, 0, 0, 0, 0, 32, 0, 0, 0}, make([]byte, 32)...)), unknown, "AES", ""},
		{"a header longer than the file", info([]byte{3, 0, 2, 0, 0, 0, 0, 0, 0xff, 0xff, 0xff, 0xff}), incomplete,
			"加密信息", ""},
		{"a header shorter than its fields", info([]byte{3, 0, 2, 0, 0, 0, 0, 0, 31, 0, 0, 0}), incomplete, "加密信息", ""},
		{"a description of a megabyte", info(make([]byte, 1<<20)), incomplete, "不完整", ""},
		{"a package longer than the file", locked(agile{sealed: func(b []byte) []byte { b[7] = 0x7f; return b }}),
			incomplete, "不完整", ""},
		{"a package cut short", locked(agile{sealed: func(b []byte) []byte { b[0]--; return b }}), incomplete, "目录",
			""},
		{"a package that was changed", locked(agile{sealed: func(b []byte) []byte { b[1000] ^= 1; return b }}),
			incomplete, "", ""},
		{"something else in the lock", locked(agile{plain: []byte("单位名称,金额\n甲,1\n")}), unreadable, "不是工作簿", ""},
		{"a lock in the lock", locked(agile{plain: agile{password: "VelvetSweatshop", spins: 1}.bytes(t)}), unreadable,
			"不是工作簿", ""},
		{"a package without a description",
			func(testing.TB) []byte { return compoundNamed([]string{"EncryptedPackage"}, full(nil)) }, encrypted, "密码",
			""},
	})
}

// slow is the number of times that a password is hashed, where it is high.
var slow = regexp.MustCompile(`spinCount="?[0-9]{4}`)

// FuzzLocked feeds descriptions of locks to the reader.
func FuzzLocked(f *testing.F) {
	seed := agile{password: "VelvetSweatshop", spins: 10}.bytes(f)
	at := bytes.Index(seed, []byte("<?xml"))
	f.Add(append([]byte{4, 0, 4, 0, 0x40, 0, 0, 0}, bytes.TrimRight(seed[at:at+2048], " \x00")...))
	f.Add([]byte{3, 0, 2, 0, 0, 0, 0, 0, 36, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0x0E, 0x66, 0, 0})
	f.Fuzz(func(t *testing.T, info []byte) {
		if slow.Match(info) {
			t.Skip("a thousand spins take their time, as they should")
		}
		refusedOrRead(t, compoundNamed([]string{"EncryptionInfo", "EncryptedPackage"}, full(info), full(utf16Of("a"))))
	})
}

func utf16Of(s string) (b []byte) {
	for _, u := range utf16.Encode([]rune(s)) {
		b = binary.LittleEndian.AppendUint16(b, u)
	}
	return b
}
