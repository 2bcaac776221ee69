package sheets

import (
	"archive/zip"
	"bytes"
	"compress/flate"
	"fmt"
	"hash/crc32"
	"io"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"jiangbu/sheets/sheettest"
)

// workbookWith writes a workbook of two sheets, with entries behind its own
// whose headers say what they like.
func workbookWith(t testing.TB, entries ...rawEntry) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "a.xlsx")
	f, err := os.Create(path)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	z := zip.NewWriter(f)
	parts, err := sheettest.Parts("# a\nx\t1\n\t=D:2023-05-12\n# b\ny\n")
	if err != nil {
		t.Fatal(err)
	}
	for _, p := range parts {
		w, err := z.Create(p.Name)
		if err != nil {
			t.Fatal(err)
		}
		io.WriteString(w, p.Content)
	}
	for _, e := range entries {
		w, err := z.CreateRaw(&zip.FileHeader{Name: e.name, Method: zip.Deflate, UncompressedSize64: uint64(e.size),
			CompressedSize64: uint64(e.times*len(e.deflated) + len(e.end)), CRC32: e.sum})
		if err != nil {
			t.Fatal(err)
		}
		for range e.times {
			w.Write(e.deflated)
		}
		io.WriteString(w, e.end)
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return path
}

// rawEntry is deflated bytes, so many times, and what ends them.
type rawEntry struct {
	name     string
	deflated []byte
	times    int
	end      string
	size     int64
	sum      uint32
}

// megabytes is an honest part that shrinks to a sixtieth.
func megabytes(t testing.TB, name string, n int) rawEntry {
	once := make([]byte, 1<<14)
	r := rand.New(rand.NewPCG(1, 2))
	for i := range once {
		once[i] = byte(r.Uint32())
	}
	megabyte := bytes.Repeat(once, 64)
	sum := uint32(0)
	for range n {
		sum = crc32.Update(sum, crc32.IEEETable, megabyte)
	}
	const end = "\x01\x00\x00\xff\xff" // the last block, empty
	z := bytes.TrimSuffix(deflated(t, megabyte, 6, len(megabyte)), []byte(end))
	return rawEntry{name, z, n, end, int64(n) << 20, sum}
}

// said is what a file says: its cells, or why it is refused.
func said(t testing.TB, in Input, open func(Input) (*Book, error)) []string {
	t.Helper()
	book, err := open(in)
	if err != nil {
		return []string{err.Error()}
	}
	defer book.Close()
	lines := []string{book.File, book.SHA256}
	for _, s := range book.Sheets {
		s.Rows(func(l Line) bool { lines = append(lines, fmt.Sprint(s.Name, l)); return true })
	}
	return lines
}

func TestAReportMayBeLargerThanASurvey(t *testing.T) {
	part := megabytes(t, "xl/media/a.bin", 600)
	in := Input{Path: workbookWith(t, part), File: "a.xlsx"}
	if got := said(t, in, open); !strings.Contains(got[0], "512 MB") {
		t.Errorf("as a survey: %s", got[0])
	}
	in.Limits = ReportLimits
	if got := said(t, in, open); len(got) != 5 {
		t.Errorf("as a report: %s", got)
	}
	part.end = ""
	in.Path = workbookWith(t, part)
	if got := said(t, in, open); !strings.Contains(got[0], "校验和") {
		t.Errorf("as a report that was cut: %s", got)
	}
}

func TestNoLimitsLetABombIn(t *testing.T) {
	spaces := deflated(t, bytes.Repeat([]byte(" "), 40<<20), 9, 40<<20)
	chunk := bytes.Repeat([]byte("x"), 1<<20)
	for name, entries := range map[string][]rawEntry{
		"by ratio":       {{"a", spaces, 1, "", 40 << 20, 0}},
		"five gigabytes": {{"a", chunk, 64, "", 5 << 30, 0}},
		"three of three each": {{"a", chunk, 40, "", 3 << 30, 0}, {"b", chunk, 40, "", 3 << 30, 0},
			{"c", chunk, 40, "", 3 << 30, 0}},
	} {
		path := workbookWith(t, entries...)
		for _, limits := range []Limits{SurveyLimits, ReportLimits} {
			if got := said(t, Input{Path: path, Limits: limits}, open); len(got) != 1 ||
				!strings.HasPrefix(got[0], "file/too-large") {
				t.Errorf("%s, limits %d: %.200s", name, limits, got)
			}
		}
	}
}

func TestWhatIsReadFromTheDiskSaysTheSame(t *testing.T) {
	in := Input{Path: workbookWith(t), File: "a.xlsx"}
	data, err := os.ReadFile(in.Path)
	if err != nil {
		t.Fatal(err)
	}
	same := func(what string) {
		if diff := cmp.Diff(said(t, in, open), said(t, in, openOnDisk)); diff != "" {
			t.Fatalf("%s: %s", what, diff)
		}
	}
	same("as it is")
	for i := 4; i < len(data); i++ {
		data[i] ^= 0x10
		os.WriteFile(in.Path, data, 0o600)
		same(fmt.Sprintf("byte %d of %d", i, len(data)))
		data[i] ^= 0x10
	}
}

// A file that is too large to hold and no workbook is not looked into.
func TestALargeFileMustBeAWorkbook(t *testing.T) {
	path := filepath.Join(t.TempDir(), "a.xlsx")
	os.WriteFile(path, []byte("%PDF"), 0o600)
	if err := os.Truncate(path, 300<<20); err != nil {
		t.Fatal(err)
	}
	for _, limits := range []Limits{SurveyLimits, ReportLimits} {
		if got := said(t, Input{Path: path, Limits: limits}, open); got[0] != "file/too-large: 文件有 300 MB，最多 256 MB" {
			t.Errorf("limits %d: %s", limits, got)
		}
	}
}

// deflated compresses data at a level, in blocks that end after each so many
// bytes.
func deflated(t testing.TB, data []byte, level, block int) []byte {
	t.Helper()
	var b bytes.Buffer
	w, err := flate.NewWriter(&b, level)
	if err != nil {
		t.Fatal(err)
	}
	for part := range slices.Chunk(data, block) {
		w.Write(part)
		w.Flush()
	}
	w.Close()
	return b.Bytes()
}
