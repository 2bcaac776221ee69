package sheets

import (
	"bytes"
	"crypto/md5"
	"crypto/rc4"
	"crypto/sha1"
	"encoding/binary"
	"hash"
	"unicode/utf16"
)

// A workbook of Excel 97-2003 or WPS with a password keeps its records; only
// their bodies are enciphered ([MS-XLS] 2.2.10), in blocks of the stream that
// have a key each.

// biffBlock is how many bytes of the stream one key serves.
const biffBlock = 1024

// biffLock is how the records were enciphered: by RC4 with keys of MD5 (Excel
// 97) or of SHA-1 (Excel 2002 and later, WPS).
type biffLock struct {
	hash     func() hash.Hash
	root     func(password string) []byte // what the keys are made from
	size     int                          // of the hash that makes a key
	pad      int                          // to which a key is filled up
	verifier []byte                       // enciphered, then its hash
	proof    []byte
}

// readLockedBIFF reads a stream that may be locked.
func readLockedBIFF(data []byte, passwords []string) ([]*Sheet, *refusal) {
	plain, r := unlockBIFF(data, passwords)
	if r != nil {
		return nil, r
	}
	return readBIFF(plain)
}

// unlockBIFF deciphers a stream by the first password that fits; one that is
// not locked stays as it is.
func unlockBIFF(data []byte, passwords []string) ([]byte, *refusal) {
	info, locked := filePass(data)
	if !locked {
		return data, nil
	}
	l, r := biffLockOf(info)
	if r != nil {
		return nil, r
	}
	root, r := fitting(l, passwords)
	if r != nil {
		return nil, r
	}
	return l.open(root, data), nil
}

// filePass is the record that says how the stream was enciphered. It stands
// among the globals, whose lengths are always plain.
func filePass(data []byte) (body []byte, locked bool) {
	b := &biff{data: data}
	for {
		id, body, r := b.record()
		if r != nil || id == recEOF {
			return nil, false
		}
		if id == recFilePass {
			return body, true
		}
	}
}

// biffLockOf reads that record: the kind, then the version.
func biffLockOf(info []byte) (*biffLock, *refusal) {
	if len(info) < 6 {
		return nil, incomplete("加密信息损坏")
	}
	kind, major, minor := le.Uint16(info), le.Uint16(info[2:]), le.Uint16(info[4:])
	switch {
	case kind == 0:
		return nil, unsupported("加密方式（Excel 95 的 XOR）")
	case kind == 1 && major == 1 && minor == 1:
		return md5Lock(info[6:])
	case kind == 1 && major >= 2 && major <= 4 && minor == 2:
		return sha1Lock(info[6:])
	}
	return nil, unsupported("加密方式（%d.%d）", major, minor)
}

// md5Lock is [MS-OFFCRYPTO] 2.3.6: salt, verifier and its hash; keys of five
// bytes of the password's hash.
func md5Lock(v []byte) (*biffLock, *refusal) {
	if len(v) < 48 {
		return nil, incomplete("加密信息损坏")
	}
	root := func(password string) []byte {
		spun := bytes.Repeat(append(sum(md5.New, utf16Bytes(password))[:5:5], v[:16]...), 16)
		return sum(md5.New, spun)[:5]
	}
	return &biffLock{hash: md5.New, root: root, size: md5.Size, pad: md5.Size, verifier: v[16:32], proof: v[32:48]}, nil
}

// sha1Lock is [MS-OFFCRYPTO] 2.3.5: flags and size of a header, the header, and
// the verifier with its salt.
func sha1Lock(v []byte) (*biffLock, *refusal) {
	if len(v) < 8 {
		return nil, incomplete("加密信息损坏")
	}
	n := uint64(le.Uint32(v[4:]))
	if n < 32 || 8+n+60 > uint64(len(v)) {
		return nil, incomplete("加密信息损坏")
	}
	header, v := v[8:8+n], v[8+n:]
	bits := int(le.Uint32(header[16:]))
	switch {
	case le.Uint32(header[8:]) != 0x6801:
		return nil, unsupported("加密方式（不是 RC4）")
	case bits == 0:
		bits = 40
	case bits < 40 || bits > 128 || bits%8 != 0:
		return nil, incomplete("加密信息损坏")
	}
	l := &biffLock{hash: sha1.New, size: bits / 8, pad: bits / 8, verifier: v[20:36], proof: v[40:60],
		root: func(password string) []byte { return sum(sha1.New, v[4:20], utf16Bytes(password)) }}
	if bits == 40 {
		l.pad = 16
	}
	return l, nil
}

// cipher is the key stream of a block.
func (l *biffLock) cipher(root []byte, block uint32) *rc4.Cipher {
	key := make([]byte, l.pad)
	copy(key, sum(l.hash, root, binary.LittleEndian.AppendUint32(nil, block))[:l.size])
	c, err := rc4.NewCipher(key)
	if err != nil {
		panic(err) // only of the key's length, which was checked
	}
	return c
}

// key is what the keys of the blocks are made from, nil where the password does
// not fit.
func (l *biffLock) key(password string) []byte {
	root := l.root(password)
	c := l.cipher(root, 0)
	verifier, proof := make([]byte, len(l.verifier)), make([]byte, len(l.proof))
	c.XORKeyStream(verifier, l.verifier)
	c.XORKeyStream(proof, l.proof)
	if !bytes.Equal(sum(l.hash, verifier), proof) {
		return nil
	}
	return root
}

// open deciphers the records of a stream. Their headers stay, and so do the
// records that are never enciphered, yet all of them use up the key stream.
func (l *biffLock) open(root, data []byte) []byte {
	plain := bytes.Clone(data)
	stream := make([]byte, len(data)+biffBlock)
	for at := 0; at < len(data); at += biffBlock {
		part := stream[at : at+biffBlock]
		l.cipher(root, uint32(at/biffBlock)).XORKeyStream(part, part)
	}
	b := &biff{data: data}
	for {
		id, body, r := b.record()
		if r != nil {
			return plain // what is cut off is found when the records are read
		}
		for i := b.pos - len(body) + unciphered(id, len(body)); i < b.pos; i++ {
			plain[i] ^= stream[i]
		}
	}
}

// unciphered is how much of a record's body is not enciphered: all of those
// that say what the stream is, and the place of a sheet in it.
func unciphered(id, size int) int {
	const usrExcl, fileLock, interfaceHdr, rrdInfo, rrdHead = 0x0194, 0x0195, 0x00E1, 0x0196, 0x0138
	switch id {
	case recBOF, recFilePass, usrExcl, fileLock, interfaceHdr, rrdInfo, rrdHead:
		return size
	case recBoundSheet:
		return min(4, size)
	}
	return 0
}

// utf16Bytes is a password as it is hashed.
func utf16Bytes(s string) (b []byte) {
	for _, u := range utf16.Encode([]rune(s)) {
		b = binary.LittleEndian.AppendUint16(b, u)
	}
	return b
}
