package sheets

import (
	"cmp"
	"errors"
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

// spreadsheets are the extensions of the files that are opened when a folder
// is walked. Some of them only to be refused by name: they hold what a
// district meant to submit, and passing them over would lose it.
var spreadsheets = map[string]bool{
	".xlsx": true, ".xlsm": true, ".xltx": true, ".xltm": true, ".xlsb": true,
	".xls": true, ".xlt": true, ".et": true, ".ett": true, ".ods": true, ".fods": true,
	".csv": true, ".tsv": true, ".zip": true, ".rar": true, ".7z": true, ".numbers": true,
}

// documents are the extensions of the files that are opened beside those where
// documents are wanted too.
var documents = map[string]bool{".pdf": true, ".docx": true, ".doc": true, ".wps": true, ".html": true, ".htm": true, ".mht": true}

// Find turns the arguments of a command, files and folders, into inputs sorted
// by name. A file of a folder is called by its path relative to the folder, a
// file named itself by its base name, with forward slashes; where two would be
// called the same, the folder's name goes in front, then a number behind.
//
// Folders are walked to the bottom. What in them is no submission (lock files,
// dot files, links, files of other kinds) is a finding file/skipped each; a
// file named itself is opened whatever it is called. A file reached twice is
// taken once. A .zip gives the workbooks inside it, called zip.zip/inner.xlsx.
//
// The error is an *fs.PathError: ErrMissing, ErrNotRegular or
// ErrNoSpreadsheet, or a fault of the disk.
func Find(args []string) ([]Input, calc.Findings, error) { return find(args, Spreadsheets) }

// FindDocuments is [Find] for what an authority published: Word documents, PDF
// files and web pages are inputs too.
func FindDocuments(args []string) ([]Input, calc.Findings, error) { return find(args, Documents) }

func find(args []string, kinds Kinds) ([]Input, calc.Findings, error) {
	f := finder{kinds: kinds, seen: map[string]bool{}}
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
	why   string // why it is skipped, "" for an input
}

type finder struct {
	kinds Kinds
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
		c := candidate{path: filepath.Join(root, rel, e.Name()), name: name, under: under, why: f.kinds.whySkipped(e)}
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
func (k Kinds) whySkipped(e fs.DirEntry) string {
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
	return k.whyNoTable(e.Name())
}

// whyNoTable says it of the name of a file.
func (k Kinds) whyNoTable(name string) string {
	ext := strings.ToLower(path.Ext(name))
	switch {
	case strings.HasPrefix(name, "~$"), strings.HasPrefix(name, ".~"):
		return "这是 Excel 或 WPS 打开文件时留下的临时文件"
	case strings.HasPrefix(name, "."):
		return "这是隐藏文件"
	case spreadsheets[ext], k == Documents && documents[ext]:
		return ""
	case ext == "":
		return "文件名没有扩展名"
	}
	return "扩展名为 " + ext + " 的文件不是表格"
}

// add keeps a file unless an earlier argument led to it.
func (f *finder) add(c candidate) {
	key := absolute(c.path)
	if f.seen[key] {
		return
	}
	f.seen[key] = true
	if c.why == "" && isArchive(c.name) {
		f.files = append(f.files, f.kinds.expand(c)...)
		return
	}
	f.files = append(f.files, c)
}

// named are the inputs, each with a name of its own, in the order of names.
func (f *finder) named() []Input {
	files := slices.DeleteFunc(slices.Clone(f.files), func(c candidate) bool { return c.why != "" })
	slices.SortFunc(files, func(a, b candidate) int {
		return cmp.Or(cmp.Compare(a.name, b.name), cmp.Compare(a.under, b.under), cmp.Compare(a.path, b.path), cmp.Compare(a.entry, b.entry))
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
		inputs = append(inputs, Input{Path: c.path, Entry: c.entry, File: name, Kinds: f.kinds})
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
