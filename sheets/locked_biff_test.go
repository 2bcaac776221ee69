package sheets_test

import (
	"bytes"
	"crypto/md5"
	"crypto/rc4"
	"crypto/sha1"
	"encoding/binary"
	"testing"

	"github.com/google/go-cmp/cmp"

	"jiangbu/calc"
)

// lockedXLS is a workbook locked record by record: with keys of MD5 as Excel 97
// and LibreOffice make them, or of SHA-1 and so many bits as Excel 2002 and WPS
// do. Salt and verifier are fixed: nothing here is secret.
type lockedXLS struct {
	password string
	bits     int // 0: MD5
	info     func([]byte) []byte
	body     []byte
}

var xlsSalt, xlsProof = []byte("0123456789abcdef"), []byte("verifier input..")

// key is the key of a block.
func (l lockedXLS) key(block int) []byte {
	word, n := wide(l.password)[1:], binary.LittleEndian.AppendUint32(nil, uint32(block))
	if l.bits == 0 {
		h := md5.Sum(word)
		h = md5.Sum(bytes.Repeat(append(h[:5:5], xlsSalt...), 16))
		h = md5.Sum(append(h[:5:5], n...))
		return h[:]
	}
	h := sha1.Sum(append(bytes.Clone(xlsSalt), word...))
	h = sha1.Sum(append(h[:], n...))
	if l.bits == 40 {
		return append(h[:5:5], make([]byte, 11)...)
	}
	return h[:l.bits/8]
}

// stream enciphers bytes that stand at a place of the stream, one at a time.
func (l lockedXLS) stream(at int, data []byte) []byte {
	out := bytes.Clone(data)
	for i := range out {
		c, err := rc4.NewCipher(l.key((at + i) / 1024))
		if err != nil {
			panic(err)
		}
		pad := make([]byte, (at+i)%1024+1)
		c.XORKeyStream(pad, pad)
		out[i] ^= pad[len(pad)-1]
	}
	return out
}

// filePass is the record that says how.
func (l lockedXLS) filePass() []byte {
	info := packed(1, 1, 1, xlsSalt)
	hash := func(b []byte) []byte { h := md5.Sum(b); return h[:] }
	if l.bits > 0 {
		keySize := l.bits
		if keySize == 40 {
			keySize = 0 // which means the same
		}
		csp := wide("Microsoft Base Cryptographic Provider v1.0\x00")[1:]
		header := packed(uint32(4), uint32(0), uint32(0x6801), uint32(0x8004), uint32(keySize), uint32(1), uint32(0),
			uint32(0), csp)
		info = packed(1, 4, 2, uint32(4), uint32(len(header)), header, uint32(16), xlsSalt)
		hash = func(b []byte) []byte { h := sha1.Sum(b); return h[:] }
	}
	both := l.stream(0, append(bytes.Clone(xlsProof), hash(xlsProof)...))
	info = append(info, both[:16]...)
	if l.bits > 0 {
		info = append(info, packed(uint32(20))...)
	}
	info = append(info, both[16:]...)
	if l.info != nil {
		info = l.info(info)
	}
	return rec(0x002F, info)
}

// bytes is the workbook of two sheets, long enough for several blocks.
func (l lockedXLS) bytes() []byte {
	data := xls(bytes.Join([][]byte{l.filePass(), sst("甲公司", "统一社会信用代码")}, nil), l.body, nil)
	for at := 0; at < len(data); {
		id, n := binary.LittleEndian.Uint16(data[at:]), int(binary.LittleEndian.Uint16(data[at+2:]))
		from := at + 4
		at = from + n
		switch id {
		case 0x0809, 0x002F:
		case 0x0085:
			copy(data[from+4:], l.stream(from+4, data[from+4:at]))
		default:
			copy(data[from:], l.stream(from, data[from:at]))
		}
	}
	return data
}

// longBody is a sheet whose records go over the ends of blocks.
func longBody() []byte {
	var b []byte
	for row := range 150 {
		b = append(b, rec(0x00FD, row, 0, 0, uint32(row%2))...)
		b = append(b, rec(0x0203, row, 1, 0, float64(row)+0.25)...)
	}
	return b
}

func TestALockedXLSIsReadWithItsPasswordAlone(t *testing.T) {
	want := dump(opened(t, xls(sst("甲公司", "统一社会信用代码"), longBody(), nil)))
	for _, tt := range []struct {
		name string
		bits int
	}{{"Excel 97", 0}, {"forty bits", 40}, {"128 bits", 128}} {
		t.Run(tt.name, func(t *testing.T) {
			data := lockedXLS{password: "连云港2024", bits: tt.bits, body: longBody()}.bytes()
			for form, file := range map[string][]byte{"a compound file": compound(full(data)), "a stream alone": data} {
				book, findings := unlocked(t, file, "别的", "连云港2024")
				if book == nil {
					t.Fatalf("%s: %s", form, findings[0].Message())
				}
				if diff := cmp.Diff(want, dump(book)); diff != "" {
					t.Errorf("%s: %s", form, diff)
				}
			}
			for code, passwords := range map[calc.Code][]string{"file/encrypted": nil, "file/password": {"连云港2023"}} {
				if book, findings := unlocked(t, compound(full(data)), passwords...); book != nil ||
					len(findings) != 1 || findings[0].Code != code {
					t.Errorf("%q: book %v, findings %v, want %s", passwords, book != nil, findings, code)
				}
			}
		})
	}
}

func TestAnXLSThatIsOnlyProtectedAgainstChangesNeedsNoPassword(t *testing.T) {
	data := lockedXLS{password: "VelvetSweatshop", body: longBody()}.bytes()
	if book, findings := unlocked(t, compound(full(data))); book == nil {
		t.Error(findings[0].Message())
	}
}

func TestHostileLocksOfAnXLSAreRefusedByName(t *testing.T) {
	locked := func(bits int, info func([]byte) []byte) func(testing.TB) []byte {
		return func(testing.TB) []byte {
			return compound(full(lockedXLS{password: "VelvetSweatshop", bits: bits, info: info,
				body: longBody()}.bytes()))
		}
	}
	set := func(at int, b ...byte) func([]byte) []byte {
		return func(info []byte) []byte { copy(info[at:], b); return info }
	}
	cut := func(n int) func([]byte) []byte { return func(info []byte) []byte { return info[:n] } }
	const header = 14 // behind kind, version, flags and size
	checkHostile(t, []hostile{
		{"Excel 95", locked(0, set(0, 0)), unknown, "XOR", ""},
		{"a kind of the future", locked(0, set(0, 9)), unknown, "1.1", ""},
		{"a version of the future", locked(0, set(2, 9)), unknown, "9.1", ""},
		{"a description cut short", locked(0, cut(53)), incomplete, "加密信息", ""},
		{"no description", locked(0, cut(5)), incomplete, "加密信息", ""},
		{"AES", locked(128, set(header+8, 0x0E, 0x66)), unknown, "RC4", ""},
		{"a key of no whole bytes", locked(128, set(header+16, 41)), incomplete, "加密信息", ""},
		{"a key too long", locked(128, set(header+16, 136)), incomplete, "加密信息", ""},
		{"a key too short", locked(128, set(header+16, 8)), incomplete, "加密信息", ""},
		{"a header longer than the record", locked(128, set(10, 0xff, 0xff, 0xff, 0xff)), incomplete, "加密信息", ""},
		{"a header shorter than its fields", locked(128, set(10, 31)), incomplete, "加密信息", ""},
		{"a header without a verifier", locked(128, cut(header+32)), incomplete, "加密信息", ""},
		{"a verifier that was changed", locked(128, func(b []byte) []byte { b[len(b)-1] ^= 1; return b }), encrypted,
			"密码", ""},
	})
}

// FuzzLockedXLS feeds descriptions of locks, and the records behind them, to
// the reader.
func FuzzLockedXLS(f *testing.F) {
	for _, bits := range []int{0, 40, 128} {
		l := lockedXLS{password: "VelvetSweatshop", bits: bits}
		f.Add(l.filePass()[4:], []byte("records"))
	}
	f.Fuzz(func(t *testing.T, info, behind []byte) {
		if len(info) > 8000 {
			t.Skip()
		}
		refusedOrRead(t, append(bytes.Join([][]byte{bof(5), rec(0x002F, info)}, nil), behind...))
	})
}
