package sheets

import (
	"bytes"
	"cmp"
	"errors"
	"io"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"jiangbu/calc"
)

// What can be wrong with the arguments themselves. [Find] wraps them in an
// *fs.PathError that names the argument.
var (
	ErrMissing       = errors.New("no such file or folder")
	ErrNotRegular    = errors.New("neither a regular file nor a folder")
	ErrNoSpreadsheet = errors.New("no spreadsheet in this folder")
)

// spreadsheets are the extensions of the files that are opened whatever their
// bytes are: they hold what a district meant to submit, and passing them over
// would lose it.
var spreadsheets = map[string]bool{
	".xlsx": true, ".xlsm": true, ".xltx": true, ".xltm": true, ".xlsb": true,
	".xls": true, ".xlt": true, ".et": true, ".ett": true, ".ods": true, ".fods": true,
	".csv": true, ".tsv": true, ".zip": true, ".rar": true, ".7z": true, ".numbers": true,
	".pdf": true, ".doc": true, ".docx": true, ".wps": true, ".ofd": true,
}

// neverTables are the extensions of texts that other programs keep beside
// tables: some of them look like one.
var neverTables = map[string]bool{".json": true, ".yaml": true, ".yml": true, ".md": true, ".ini": true, ".log": true,
	".lnk": true, ".url": true}

// Find turns the arguments of a command, files and folders, into inputs sorted
// by name. A file of a folder is called by its path relative to the folder, a
// file named itself by its base name, with forward slashes; where two would be
// called the same, the folder's name goes in front, then a number behind.
//
// Folders are walked to the bottom. What in them is no submission (lock files,
// dot files, links, files that by their bytes are neither a table nor a
// document) is a finding file/skipped each; a file named itself is opened
// whatever it is. A file reached twice is taken once. A .zip gives the
// workbooks inside it, called zip.zip/inner.xlsx.
//
// The error is an *fs.PathError: ErrMissing, ErrNotRegular or
// ErrNoSpreadsheet, or a fault of the disk.
func Find(args []string) ([]Input, calc.Findings, error) {
	f := finder{seen: map[string]bool{}}
	for _, arg := range args {
		if err := f.argument(filepath.Clean(arg)); err != nil {
			return nil, nil, err
		}
	}
	return f.named(), f.skipped(), nil
}

// candidate is a file found, before names are made unique.
type candidate struct {
	path  string // on the disk
	name  string // relative to the argument, forward slashes
	under string // name of the folder that name is relative to
	entry string // inside the zip at path, "" for a file of its own
	zip   *container
	why   string // why it is skipped, "" for an input
}

type finder struct {
	seen  map[string]bool // absolute paths
	files []candidate
}

func (f *finder) argument(arg string) error {
	info, err := os.Lstat(arg)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return &fs.PathError{Op: "find", Path: arg, Err: ErrMissing}
	case err != nil:
		return err
	case info.Mode().IsRegular():
		f.add(candidate{path: arg, name: filepath.Base(arg), under: folderName(filepath.Dir(arg))})
		return nil
	case !info.IsDir():
		return &fs.PathError{Op: "find", Path: arg, Err: ErrNotRegular}
	}
	if err := f.walk(arg, "", folderName(arg)); err != nil {
		return err
	}
	if !f.reached(arg) {
		return &fs.PathError{Op: "find", Path: arg, Err: ErrNoSpreadsheet}
	}
	return nil
}

// folderName is what a folder calls itself; "." is asked for its real name.
func folderName(dir string) string {
	return filepath.Base(absolute(dir))
}

// reached tells whether any argument so far led to an input under dir.
func (f *finder) reached(dir string) bool {
	return slices.ContainsFunc(f.files, func(c candidate) bool {
		return c.why == "" && strings.HasPrefix(absolute(c.path), absolute(dir)+string(filepath.Separator))
	})
}

// absolute is the path that tells whether two arguments lead to one file.
func absolute(p string) string {
	if abs, err := filepath.Abs(p); err == nil {
		return abs
	}
	return p
}

// walk adds what lies under the folder root/rel.
func (f *finder) walk(root, rel, under string) error {
	entries, err := os.ReadDir(filepath.Join(root, rel))
	if err != nil {
		return err
	}
	for _, e := range entries {
		name := path.Join(filepath.ToSlash(rel), e.Name())
		c := candidate{path: filepath.Join(root, rel, e.Name()), name: name, under: under}
		c.why = whySkipped(e, c.path)
		if e.IsDir() && c.why == "" {
			if err := f.walk(root, filepath.Join(rel, e.Name()), under); err != nil {
				return err
			}
			continue
		}
		f.add(c)
	}
	return nil
}

// whySkipped says in Chinese why an entry of a folder is no submission, or "".
func whySkipped(e fs.DirEntry, at string) string {
	switch {
	case e.IsDir() && strings.HasPrefix(e.Name(), "."):
		return "这是隐藏文件夹"
	case e.IsDir():
		return ""
	case e.Type()&fs.ModeSymlink != 0:
		return "这是指向别处的链接"
	case !e.Type().IsRegular():
		return "这不是普通文件"
	}
	return whyNoTable(e.Name(), func() []byte { return headOf(at) })
}

// whyNoTable says it of a file by its name and, where that does not tell, by
// its first bytes.
func whyNoTable(name string, head func() []byte) string {
	ext := strings.ToLower(path.Ext(name))
	switch {
	case strings.HasPrefix(name, "~$"), strings.HasPrefix(name, ".~"):
		return "这是 Excel 或 WPS 打开文件时留下的临时文件"
	case strings.HasPrefix(name, "."):
		return "这是隐藏文件"
	case spreadsheets[ext]:
		return ""
	case neverTables[ext]:
		return "扩展名为 " + ext + " 的文件不是表格"
	case strings.EqualFold(name, "thumbs.db") || strings.EqualFold(name, "desktop.ini"):
		return "这是系统文件"
	}
	return whyNoTableInside(head())
}

// headSize is how much of a file is looked at to tell what it is.
const headSize = 1 << 16

// headOf are the first bytes of a file; none where it cannot be read, which is
// said when it is opened.
func headOf(path string) []byte {
	f, err := os.Open(path)
	if err != nil {
		return []byte(zipMagic)
	}
	defer f.Close()
	head, _ := io.ReadAll(io.LimitReader(f, headSize))
	return head
}

// whyNoTableInside says it of the first bytes of a file: what is a document of
// any kind may be a submission, be it only to be refused by name; of texts only
// those that look like a table.
func whyNoTableInside(head []byte) string {
	switch {
	case len(head) == 0:
		return "这是空文件"
	case bytes.HasPrefix(head, []byte(zipMagic)), bytes.HasPrefix(head, []byte(oleMagic)), foreignFormat(head) != "":
		return ""
	case isHTML(head) && bytes.Contains(bytes.ToLower(head), []byte("<table")), isFlatODS(head), isMHT(head),
		otherXML(head) == xmlSpreadsheet:
		return ""
	case !looksText(head[:len(head)&^1]):
		return "这不是表格文件"
	case !holdsTable(head):
		return "这是文本文件，里面没有表格"
	}
	return ""
}

// holdsTable tells whether a text has two lines with the same number of fields,
// three or more.
func holdsTable(head []byte) bool {
	if len(head) == headSize { // cut off, perhaps within a character
		head = head[:bytes.LastIndexByte(head, '\n')+1]
	}
	text, r := decodeText(head)
	if r != nil {
		return false
	}
	c := csvReader{rest: text, comma: separatorOf(text)}
	times := map[int]int{}
	for range 50 {
		fields, ok := c.record()
		if !ok {
			break
		}
		if times[len(fields)]++; len(fields) >= 3 && times[len(fields)] == 2 {
			return true
		}
	}
	return false
}

// add keeps a file unless an earlier argument led to it.
func (f *finder) add(c candidate) {
	key := absolute(c.path)
	if f.seen[key] {
		return
	}
	f.seen[key] = true
	if c.why == "" && isArchive(c) {
		f.files = append(f.files, expand(c)...)
		return
	}
	f.files = append(f.files, c)
}

// named are the inputs, each with a name of its own, in the order of names.
func (f *finder) named() []Input {
	files := slices.DeleteFunc(slices.Clone(f.files), func(c candidate) bool { return c.why != "" })
	slices.SortFunc(files, func(a, b candidate) int {
		return cmp.Or(cmp.Compare(a.name, b.name), cmp.Compare(a.under, b.under), cmp.Compare(a.path, b.path),
			cmp.Compare(a.entry, b.entry))
	})
	times := map[string]int{}
	for _, c := range files {
		times[c.name]++
	}
	taken := map[string]bool{}
	var inputs []Input
	for _, c := range files {
		name := c.name
		if times[name] > 1 {
			name = path.Join(c.under, name)
		}
		name = untaken(name, taken)
		taken[name] = true
		inputs = append(inputs, Input{Path: c.path, Entry: c.entry, File: name, zip: c.zip})
	}
	slices.SortFunc(inputs, func(a, b Input) int { return cmp.Compare(a.File, b.File) })
	return inputs
}

// untaken puts (2), (3) … before the extension until nobody has the name.
func untaken(name string, taken map[string]bool) string {
	ext := path.Ext(name)
	unique := name
	for n := 2; taken[unique]; n++ {
		unique = strings.TrimSuffix(name, ext) + "(" + strconv.Itoa(n) + ")" + ext
	}
	return unique
}

// skipped is a finding for each file that is not opened, in the order of names.
func (f *finder) skipped() calc.Findings {
	var fs calc.Findings
	for _, c := range f.files {
		if c.why != "" {
			fs.Add("file/skipped", calc.Ref{File: c.name}, c.why)
		}
	}
	slices.SortStableFunc(fs, func(a, b calc.Finding) int { return cmp.Compare(a.Ref.File, b.Ref.File) })
	return fs
}
