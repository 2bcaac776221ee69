package sheets

import (
	"bytes"
	"encoding/binary"
	"os"
	"strconv"
)

// An .xlsx with a password is a compound file of two streams: how it was
// encrypted, and the encrypted .xlsx ([MS-OFFCRYPTO] 2.3.4). It is decrypted
// here and not by the library that we write with, which neither checks a
// password nor bounds the work that a hostile file can ask for.

// silentPassword is what Excel and WPS try before they ask: workbooks that are
// only protected against changes are encrypted with it.
const silentPassword = "VelvetSweatshop"

// maxSpins bounds how often a password is hashed. Excel and WPS write 100,000.
const maxSpins = 1_000_000

// maxInfo bounds the description of how a workbook was encrypted; a kilobyte is
// usual.
const maxInfo = 1 << 16

// lock is one way of encrypting a workbook.
type lock interface {
	// key is the key of the package, nil where the password does not fit.
	key(password string) []byte
	// open decrypts the package, whose length is a multiple of a block.
	open(key, data []byte)
}

// readLocked reads the workbook inside a locked file, which is a zip whatever
// else it may be.
func readLocked(info, sealed []byte, passwords []string) ([]*Sheet, *refusal) {
	data, r := unlock(info, sealed, passwords)
	switch {
	case r != nil:
		return nil, r
	case !bytes.HasPrefix(data, []byte(zipMagic)):
		return nil, unreadable("密码相符，里面却不是工作簿")
	}
	return new(Book).readZip(bytes.NewReader(data), int64(len(data)), Input{})
}

// unlock decrypts an .xlsx by the first password that fits.
func unlock(info, sealed []byte, passwords []string) ([]byte, *refusal) {
	if len(sealed) < 8 || len(info) < 8 || len(info) > maxInfo {
		return nil, incomplete("加密的工作簿不完整")
	}
	l, r := lockOf(info)
	if r != nil {
		return nil, r
	}
	key, r := fitting(l, passwords)
	if r != nil {
		return nil, r
	}
	return unsealed(l, key, sealed)
}

// fitting is the key of the first password that fits.
func fitting(l interface{ key(string) []byte }, passwords []string) ([]byte, *refusal) {
	for _, p := range append([]string{silentPassword}, passwords...) {
		if key := l.key(p); key != nil {
			return key, nil
		}
	}
	if len(passwords) == 0 {
		return nil, encrypted()
	}
	return nil, &refusal{code: "file/password", text: strconv.Itoa(len(passwords))}
}

// lockOf reads how a workbook was encrypted. The two numbers at its beginning
// are the version.
func lockOf(info []byte) (lock, *refusal) {
	major, minor := binary.LittleEndian.Uint16(info), binary.LittleEndian.Uint16(info[2:])
	switch {
	case major == 4 && minor == 4:
		return agileOf(info[8:])
	case major >= 2 && major <= 4 && minor == 2:
		return standardOf(info[8:])
	}
	return nil, unsupported("加密方式（%d.%d）", major, minor)
}

// unsealed decrypts the package: its length in eight bytes, then whole blocks.
func unsealed(l lock, key, sealed []byte) ([]byte, *refusal) {
	size, data := binary.LittleEndian.Uint64(sealed), bytes.Clone(sealed[8:])
	data = data[:len(data)&^15]
	if size > uint64(len(data)) {
		return nil, incomplete("加密的工作簿不完整")
	}
	l.open(key, data)
	return data[:size], nil
}

// Unlocked is the workbook inside a file that is protected by one of the
// passwords, and the file itself where it is not locked or none fits.
func Unlocked(data []byte, passwords []string) []byte {
	if !bytes.HasPrefix(data, []byte(oleMagic)) {
		return data
	}
	streams, r := oleStreams(data)
	if r != nil || streams["encryptedpackage"] == nil {
		return data
	}
	if plain, r := unlock(streams["encryptioninfo"], streams["encryptedpackage"], passwords); r == nil {
		return plain
	}
	return data
}

// NeedsPassword tells whether an input is locked so that a password would open
// it, and none of its own does.
func NeedsPassword(in Input) bool {
	if !mayBeLocked(in) {
		return false
	}
	data, _, err := Bytes(in)
	if err != nil {
		return false
	}
	r := tryLock(data, in.Passwords)
	return r != nil && (r.code == "file/encrypted" || r.code == "file/password")
}

// tryLock tries the passwords on a file of any kind, nil where it is open to
// them.
func tryLock(data []byte, passwords []string) (r *refusal) {
	switch {
	case bytes.HasPrefix(data, []byte(oleMagic)):
		streams, r := oleStreams(data)
		switch {
		case r != nil:
			return r
		case streams["encryptedpackage"] != nil:
			_, r = unlock(streams["encryptioninfo"], streams["encryptedpackage"], passwords)
		default:
			_, r = unlockBIFF(streams["workbook"], passwords)
		}
		return r
	case bytes.HasPrefix(data, []byte(zipMagic)):
		c, r := openBytes(data)
		if r == nil && isODS(c) {
			_, r = odsContent(c, passwords)
		}
		return r
	}
	return nil
}

// mayBeLocked looks at the first bytes of a file, so that the others need not
// be read for nothing. What is inside a zip may always be locked.
func mayBeLocked(in Input) bool {
	if in.Entry != "" {
		return true
	}
	if info, err := os.Lstat(in.Path); err != nil || !info.Mode().IsRegular() {
		return false
	}
	head := headOf(in.Path)
	head = head[:min(len(head), 64)]
	return bytes.HasPrefix(head, []byte(oleMagic)) ||
		bytes.HasPrefix(head, []byte(zipMagic)) && bytes.Contains(head, []byte("mimetypeapplication/vnd.oasis"))
}
