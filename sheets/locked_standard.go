package sheets

import (
	"bytes"
	"crypto/aes"
	"crypto/sha1"
	encoding "encoding/base64"
	"encoding/binary"
	"encoding/xml"
)

// standard is the encryption of Excel 2007 ([MS-OFFCRYPTO] 2.3.4.5): AES, block
// by block, with a key made of the password by SHA-1.
type standard struct {
	bits                  int
	salt, verifier, proof []byte
}

// aesKinds are the algorithms by their numbers of 2.3.2.
var aesKinds = map[uint32]int{0x660E: 128, 0x660F: 192, 0x6610: 256}

// standardOf reads the description: a header of a given size, then the verifier.
func standardOf(data []byte) (lock, *refusal) {
	if len(data) < 4 {
		return nil, incomplete("加密信息损坏")
	}
	size := binary.LittleEndian.Uint32(data)
	rest := data[4:]
	if size < 32 || uint64(size)+72 > uint64(len(rest)) {
		return nil, incomplete("加密信息损坏")
	}
	header, v := rest[:size], rest[size:]
	bits, known := aesKinds[binary.LittleEndian.Uint32(header[8:])]
	if !known {
		return nil, unsupported("加密方式（不是 AES）")
	}
	return &standard{bits: bits, salt: v[4:20], verifier: v[20:36], proof: v[40:72]}, nil
}

// key is the derivation of 2.3.4.7 and the check of 2.3.4.9.
func (s *standard) key(password string) []byte {
	final := sum(sha1.New, spin(sha1.New, s.salt, password, 50_000), make([]byte, 4))
	var long []byte
	for _, pad := range []byte{0x36, 0x5c} {
		b := bytes.Repeat([]byte{pad}, 64)
		for i, x := range final {
			b[i] ^= x
		}
		long = append(long, sum(sha1.New, b)...)
	}
	key := long[:s.bits/8]
	verifier, proof := bytes.Clone(s.verifier), bytes.Clone(s.proof)
	s.open(key, verifier)
	s.open(key, proof)
	if !bytes.Equal(sum(sha1.New, verifier), proof[:sha1.Size]) {
		return nil
	}
	return key
}

func (s *standard) open(key, data []byte) {
	block, err := aes.NewCipher(key)
	if err != nil {
		return // the size of the key was checked
	}
	for ; len(data) >= aes.BlockSize; data = data[aes.BlockSize:] {
		block.Decrypt(data, data)
	}
}

// base64 is an attribute that holds bytes.
type base64 []byte

// UnmarshalXMLAttr decodes it.
func (b *base64) UnmarshalXMLAttr(a xml.Attr) (err error) {
	*b, err = encoding.StdEncoding.DecodeString(a.Value)
	return err
}
