package sheets

import (
	"bytes"
	"compress/flate"
	"errors"
	"io"
	"math/rand/v2"
	"os"
	"strings"
	"testing"
	"testing/iotest"
)

func inflated(r io.Reader) ([]byte, error) {
	f := new(inflater)
	f.reset(r)
	return io.ReadAll(f)
}

// deflateTexts are of all kinds: what repeats near and far, in runs, not at all.
func deflateTexts() map[string][]byte {
	random := make([]byte, 300_000)
	r := rand.New(rand.NewPCG(1, 2))
	for i := range random {
		random[i] = byte(r.Uint32())
	}
	var sparse []byte // long codes: each byte is half as frequent as the one before
	for range 200_000 {
		c := byte(0)
		for c < 40 && r.IntN(2) == 0 {
			c++
		}
		sparse = append(sparse, c)
	}
	sheet, _ := os.ReadFile("inflate_codes.go")
	return map[string][]byte{
		"nothing": nil, "a byte": []byte("x"), "random": random,
		"runs": bytes.Repeat([]byte("a"), 500_000), "pairs": bytes.Repeat([]byte("ab"), 300_000),
		"sevens": bytes.Repeat([]byte("abcdefg"), 100_000),
		"far":    bytes.Repeat(random[:32768], 5), "just too far": bytes.Repeat(random[:32769], 5),
		"sparse": sparse, "cells": []byte(strings.Repeat(`<c r="A1" s="7" t="s"><v>123</v></c>`, 9_000)), "source": sheet,
	}
}

func TestInflatesWhatDeflateWrote(t *testing.T) {
	for name, data := range deflateTexts() {
		for _, level := range []int{flate.HuffmanOnly, 0, 1, 6, 9} {
			for _, block := range []int{50, 70_000, 1 << 20} {
				if block == 50 && len(data) > 100_000 {
					continue
				}
				z := deflated(t, data, level, block)
				for how, r := range map[string]io.Reader{"at once": bytes.NewReader(z),
					"by the byte":  iotest.OneByteReader(bytes.NewReader(z)),
					"with its end": iotest.DataErrReader(bytes.NewReader(z))} {
					if got, err := inflated(r); err != nil || !bytes.Equal(got, data) {
						t.Fatalf("%s, level %d, blocks of %d, %s: %d bytes of %d, %v", name, level, block, how,
							len(got), len(data), err)
					}
				}
			}
		}
	}
}

// agrees wants of the inflater what compress/flate says of the same bytes.
func agrees(t *testing.T, z []byte) {
	t.Helper()
	want, wantErr := io.ReadAll(flate.NewReader(bytes.NewReader(z)))
	got, err := inflated(bytes.NewReader(z))
	if (err == nil) != (wantErr == nil) || err == nil && !bytes.Equal(got, want) {
		t.Fatalf("%x: %d bytes and %v, not %d and %v", z[:min(len(z), 200)], len(got), err, len(want), wantErr)
	}
}

// A file that was cut or changed is refused, and where a change makes other
// sense (the checksum tells), it makes the same as everywhere.
func TestInflatesChangedBytesAsTheLibraryDoes(t *testing.T) {
	text := []byte(strings.Repeat("连云港市绿色工厂 0123456789 abcdefgh <c r=\"A1\"><v>1</v></c>", 4) +
		strings.Repeat("z", 300))
	for _, level := range []int{flate.HuffmanOnly, 0, 1, 9} {
		z := deflated(t, text, level, 150)
		for i := range z {
			if _, err := inflated(bytes.NewReader(z[:i])); !errors.Is(err, io.ErrUnexpectedEOF) {
				t.Fatalf("level %d, cut to %d of %d bytes: %v", level, i, len(z), err)
			}
			for bit := range 8 {
				changed := bytes.Clone(z)
				changed[i] ^= 1 << bit
				agrees(t, changed)
			}
		}
	}
}

func TestInflatesWhatItsReaderGives(t *testing.T) {
	z := deflated(t, bytes.Repeat([]byte("abc"), 1000), 6, 1000)
	_, err := inflated(iotest.TimeoutReader(iotest.OneByteReader(bytes.NewReader(z))))
	if !errors.Is(err, iotest.ErrTimeout) {
		t.Fatalf("a disk that fails: %v", err)
	}
}

func FuzzInflate(f *testing.F) {
	for _, data := range deflateTexts() {
		f.Add(deflated(f, data[:min(len(data), 2000)], 6, 500))
		f.Add(deflated(f, data[:min(len(data), 2000)], 0, 500))
	}
	f.Fuzz(agrees)
}
