package sheets

import (
	"bytes"
	"cmp"
	"crypto/aes"
	"crypto/cipher"
	"crypto/md5"
	"crypto/sha1"
	"crypto/sha256"
	"crypto/sha512"
	"encoding/binary"
	"encoding/xml"
	"hash"
	"strings"
)

// agile is the encryption of Excel 2010 and later and of WPS ([MS-OFFCRYPTO]
// 2.3.4.10): the password gives a key, which gives the key of the package.
type agile struct {
	data, pass cryptoKey
}

// agileInfo is the description in XML.
type agileInfo struct {
	KeyData cryptoKey   `xml:"keyData"`
	Keys    []cryptoKey `xml:"keyEncryptors>keyEncryptor>encryptedKey"`
}

// cryptoKey describes a key. The last four are only of the one that is made of
// the password.
type cryptoKey struct {
	XMLName  xml.Name
	Block    int    `xml:"blockSize,attr"`
	Bits     int    `xml:"keyBits,attr"`
	Cipher   string `xml:"cipherAlgorithm,attr"`
	Chaining string `xml:"cipherChaining,attr"`
	Hash     string `xml:"hashAlgorithm,attr"`
	Salt     base64 `xml:"saltValue,attr"`
	Spins    int    `xml:"spinCount,attr"`
	Input    base64 `xml:"encryptedVerifierHashInput,attr"`
	Value    base64 `xml:"encryptedVerifierHashValue,attr"`
	Sealed   base64 `xml:"encryptedKeyValue,attr"`
}

// passwordKey is the namespace of a key made of a password; others are made of
// certificates.
const passwordKey = "http://schemas.microsoft.com/office/2006/keyEncryptor/password"

// agileOf reads the description.
func agileOf(data []byte) (lock, *refusal) {
	var info agileInfo
	if err := xml.Unmarshal(bytes.TrimRight(data, "\x00"), &info); err != nil {
		return nil, incomplete("加密信息损坏")
	}
	for _, k := range info.Keys {
		if k.XMLName.Space != passwordKey {
			continue
		}
		a := &agile{info.KeyData, k}
		if name := a.unknown(); name != "" {
			return nil, unsupported("加密方式（%s）", name)
		}
		if a.damaged() {
			return nil, incomplete("加密信息损坏")
		}
		if k.Spins > maxSpins {
			return nil, tooLarge("密码的迭代次数为 %d，最多 %d", k.Spins, maxSpins)
		}
		return a, nil
	}
	return nil, unsupported("加密方式（不用密码，而用证书）")
}

// hashes are the ones that are in use, without hyphen.
var hashes = map[string]func() hash.Hash{"MD5": md5.New, "SHA1": sha1.New, "SHA256": sha256.New,
	"SHA384": sha512.New384, "SHA512": sha512.New}

func (k cryptoKey) hash() func() hash.Hash { return hashes[strings.ReplaceAll(k.Hash, "-", "")] }

// unknown names what we have no means for.
func (a *agile) unknown() string {
	for _, k := range []cryptoKey{a.data, a.pass} {
		switch {
		case k.Cipher != "AES":
			return shown(k.Cipher)
		case k.Chaining != "ChainingModeCBC":
			return shown(k.Chaining)
		case k.hash() == nil:
			return shown(k.Hash)
		}
	}
	return ""
}

// shown is a name out of a file, fit for a message.
func shown(name string) string {
	name = strings.Map(func(r rune) rune {
		if r > ' ' && r < 0x7f {
			return r
		}
		return -1
	}, name)
	return cmp.Or(name[:min(len(name), 40)], "未写明")
}

// damaged tells whether the sizes fit each other.
func (a *agile) damaged() bool {
	bad := func(k cryptoKey) bool {
		return k.Block != aes.BlockSize || k.Bits != 128 && k.Bits != 192 && k.Bits != 256
	}
	whole := func(b []byte, atLeast int) bool { return len(b) >= atLeast && len(b)%aes.BlockSize == 0 }
	return bad(a.data) || bad(a.pass) || a.pass.Spins < 0 ||
		!whole(a.pass.Input, 1) || !whole(a.pass.Value, a.pass.hash()().Size()) || !whole(a.pass.Sealed, a.data.Bits/8)
}

// The block keys of 2.3.4.11 to 13: what a key made of the password is for.
var (
	forInput = []byte{0xfe, 0xa7, 0xd2, 0x76, 0x3b, 0x4b, 0x9e, 0x79}
	forValue = []byte{0xd7, 0xaa, 0x0f, 0x6d, 0x30, 0x61, 0x34, 0x4e}
	forKey   = []byte{0x14, 0x6e, 0x0b, 0xe7, 0xab, 0xac, 0xd0, 0xd6}
)

func (a *agile) key(password string) []byte {
	k := a.pass
	spun := spin(k.hash(), k.Salt, password, k.Spins)
	open := func(sealed, purpose []byte) []byte {
		out := bytes.Clone(sealed)
		cbc(sized(sum(k.hash(), spun, purpose), k.Bits/8), sized(k.Salt, aes.BlockSize), out)
		return out
	}
	want := sum(k.hash(), open(k.Input, forInput))
	if !bytes.Equal(open(k.Value, forValue)[:len(want)], want) {
		return nil
	}
	return open(k.Sealed, forKey)[:a.data.Bits/8]
}

// open decrypts segments of 4096 bytes, each with a vector of its own.
func (a *agile) open(key, data []byte) {
	for i := 0; i*4096 < len(data); i++ {
		iv := sum(a.data.hash(), a.data.Salt, binary.LittleEndian.AppendUint32(nil, uint32(i)))
		cbc(key, sized(iv, aes.BlockSize), data[i*4096:min((i+1)*4096, len(data))])
	}
}

// spin hashes a password again and again, so that guessing is slow.
func spin(newHash func() hash.Hash, salt []byte, password string, times int) []byte {
	key := sum(newHash, salt, utf16Bytes(password))
	h := newHash()
	var counter [4]byte
	for i := range times {
		binary.LittleEndian.PutUint32(counter[:], uint32(i))
		h.Reset()
		h.Write(counter[:])
		h.Write(key)
		key = h.Sum(key[:0])
	}
	return key
}

func sum(newHash func() hash.Hash, parts ...[]byte) []byte {
	h := newHash()
	for _, p := range parts {
		h.Write(p)
	}
	return h.Sum(nil)
}

// sized cuts a key, or fills it up with 0x36, to the size of 2.3.4.11.
func sized(key []byte, size int) []byte {
	key = bytes.Clone(key)
	for len(key) < size {
		key = append(key, 0x36)
	}
	return key[:size]
}

// cbc decrypts whole blocks in their place. The size of the key was checked.
func cbc(key, iv, data []byte) {
	block, err := aes.NewCipher(key)
	if err == nil {
		cipher.NewCBCDecrypter(block, iv).CryptBlocks(data, data)
	}
}
