// Release builds the archives of a release, with their checksums, into a
// folder: go run .ci/release.go -out dist
//
// The same commit gives the same bytes, wherever and whenever it is built:
// paths are trimmed, the version and the commit are linked in by hand, times in
// the archives are the commit's, and names stand in one order. It is no part of
// the program and is not for building while one works: make build does that.
package main

import (
	"archive/tar"
	"archive/zip"
	"bytes"
	"compress/gzip"
	"crypto/sha256"
	"flag"
	"fmt"
	"io"
	"io/fs"
	"log"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"time"
)

// targets are the systems that a release is for.
var targets = []string{"windows/amd64", "windows/arm64", "linux/amd64", "linux/arm64", "linux/loong64", "darwin/arm64"}

// papers lie beside the program in every archive.
var papers = []string{"LICENSE", "README.md", "README.zh-CN.md", "CHANGELOG.md", "docs"}

// release is what is being built.
type release struct {
	version, commit string
	time            time.Time // of the commit
	out             string
}

// file is one file of an archive.
type file struct {
	name string // forward slashes
	data []byte
	mode fs.FileMode
}

func main() {
	log.SetFlags(0)
	var r release
	var seconds int64
	flag.StringVar(&r.out, "out", "dist", "the folder for the archives")
	flag.StringVar(&r.version, "version", "", "the version (default: git describe)")
	flag.StringVar(&r.commit, "commit", "", "the commit (default: git rev-parse HEAD)")
	flag.Int64Var(&seconds, "time", 0, "the commit's time in seconds (default: git log)")
	only := flag.String("only", "", "build these targets alone, such as linux/amd64,windows/amd64")
	flag.Parse()
	if *only != "" {
		targets = strings.Split(*only, ",")
	}
	if err := r.complete(seconds); err != nil {
		log.Fatal(err)
	}
	if err := r.build(); err != nil {
		log.Fatal(err)
	}
}

// complete asks git for what no flag says.
func (r *release) complete(seconds int64) (err error) {
	ask := func(to *string, args ...string) {
		if *to == "" && err == nil {
			*to, err = git(args...)
		}
	}
	ask(&r.commit, "rev-parse", "HEAD")
	ask(&r.version, "describe", "--tags", "--always", "--dirty")
	var text string
	if seconds == 0 {
		ask(&text, "log", "-1", "--format=%ct")
		if err == nil {
			seconds, err = strconv.ParseInt(text, 10, 64)
		}
	}
	r.time = time.Unix(seconds, 0).UTC()
	return err
}

func git(args ...string) (string, error) {
	out, err := exec.Command("git", args...).Output()
	if err != nil {
		return "", fmt.Errorf("git %s: %w", strings.Join(args, " "), err)
	}
	return strings.TrimSpace(string(out)), nil
}

// build makes every archive and the list of their checksums.
func (r *release) build() error {
	shared, err := r.sharedFiles()
	if err != nil {
		return err
	}
	if err := os.MkdirAll(r.out, 0o755); err != nil {
		return err
	}
	var sums strings.Builder
	for _, target := range targets {
		name, data, err := r.archive(target, shared)
		if err != nil {
			return fmt.Errorf("%s: %w", target, err)
		}
		if err := os.WriteFile(filepath.Join(r.out, name), data, 0o644); err != nil {
			return err
		}
		fmt.Fprintf(&sums, "%x  %s\n", sha256.Sum256(data), name)
		fmt.Println(filepath.Join(r.out, name))
	}
	return os.WriteFile(filepath.Join(r.out, "SHA256SUMS"), []byte(sums.String()), 0o644)
}

// sharedFiles are the papers, and the licences of what is linked in.
func (r *release) sharedFiles() ([]file, error) {
	var files []file
	for _, p := range papers {
		err := filepath.WalkDir(p, func(path string, d fs.DirEntry, err error) error {
			if err != nil || d.IsDir() {
				return err
			}
			data, err := os.ReadFile(path)
			files = append(files, file{filepath.ToSlash(path), data, 0o644})
			return err
		})
		if err != nil {
			return nil, err
		}
	}
	licences, err := thirdParty()
	return append(files, file{"LICENSES-third-party.txt", licences, 0o644}), err
}

// thirdParty is the licence of each module that is linked into the program.
func thirdParty() ([]byte, error) {
	seen := map[string]string{} // module and version -> folder
	for _, target := range targets {
		system, arch, _ := strings.Cut(target, "/")
		c := exec.Command("go", "list", "-deps", "-f",
			"{{with .Module}}{{if not .Main}}{{.Path}} {{.Version}}\t{{.Dir}}{{end}}{{end}}", "./cmd/jiangbu")
		c.Env = append(os.Environ(), "CGO_ENABLED=0", "GOOS="+system, "GOARCH="+arch)
		out, err := c.Output()
		if err != nil {
			return nil, fmt.Errorf("go list: %w", err)
		}
		for line := range strings.Lines(string(out)) {
			if module, dir, ok := strings.Cut(strings.TrimSpace(line), "\t"); ok {
				seen[module] = dir
			}
		}
	}
	root, err := exec.Command("go", "env", "GOROOT").Output()
	if err != nil {
		return nil, err
	}
	seen["Go standard library"] = strings.TrimSpace(string(root))
	var b bytes.Buffer
	for _, module := range sorted(seen) {
		text, err := licenceIn(seen[module])
		if err != nil {
			return nil, fmt.Errorf("%s: %w", module, err)
		}
		fmt.Fprintf(&b, "== %s\n\n%s\n\n", module, strings.TrimSpace(text))
	}
	return b.Bytes(), nil
}

// licenceIn is the text of the licence in a module's folder.
func licenceIn(dir string) (string, error) {
	entries, err := os.ReadDir(dir)
	if err != nil {
		return "", err
	}
	for _, e := range entries {
		upper := strings.ToUpper(e.Name())
		if strings.HasPrefix(upper, "LICENSE") || strings.HasPrefix(upper, "LICENCE") ||
			strings.HasPrefix(upper, "COPYING") {
			data, err := os.ReadFile(filepath.Join(dir, e.Name()))
			return strings.ReplaceAll(string(data), "\r\n", "\n"), err
		}
	}
	return "", fmt.Errorf("no licence in it")
}

func sorted(m map[string]string) []string {
	var keys []string
	for k := range m {
		keys = append(keys, k)
	}
	slices.Sort(keys)
	return keys
}

// archive builds the program for a target and packs it.
func (r *release) archive(target string, shared []file) (name string, data []byte, err error) {
	system, arch, _ := strings.Cut(target, "/")
	program, ending := "jiangbu", ".tar.gz"
	if system == "windows" {
		program, ending = "jiangbu.exe", ".zip"
	}
	binary, err := r.program(system, arch)
	if err != nil {
		return "", nil, err
	}
	folder := "jiangbu-" + r.version + "-" + system + "-" + arch
	files := []file{{program, binary, 0o755}}
	files = append(files, shared...)
	slices.SortFunc(files, func(a, b file) int { return strings.Compare(a.name, b.name) })
	for i := range files {
		files[i].name = folder + "/" + files[i].name
	}
	var b bytes.Buffer
	if system == "windows" {
		err = r.zip(&b, files)
	} else {
		err = r.tar(&b, files)
	}
	return folder + ending, b.Bytes(), err
}

// program links the program: static, stripped, the same bytes everywhere.
func (r *release) program(system, arch string) ([]byte, error) {
	dir, err := os.MkdirTemp("", "jiangbu-release-")
	if err != nil {
		return nil, err
	}
	defer os.RemoveAll(dir)
	path := filepath.Join(dir, "program")
	c := exec.Command("go", "build", "-trimpath", "-buildvcs=false",
		"-ldflags", "-s -w -buildid= -X main.version="+r.version+" -X main.revision="+r.commit, "-o", path,
		"./cmd/jiangbu")
	c.Env = append(os.Environ(), "CGO_ENABLED=0", "GOOS="+system, "GOARCH="+arch, "GOAMD64=v1", "GOARM64=v8.0",
		"GOFLAGS=")
	c.Stderr = os.Stderr
	if err := c.Run(); err != nil {
		return nil, fmt.Errorf("go build: %w", err)
	}
	return os.ReadFile(path)
}

func (r *release) zip(w io.Writer, files []file) error {
	z := zip.NewWriter(w)
	for _, f := range files {
		h := &zip.FileHeader{Name: f.name, Method: zip.Deflate, Modified: r.time}
		h.SetMode(f.mode)
		out, err := z.CreateHeader(h)
		if err != nil {
			return err
		}
		if _, err := out.Write(f.data); err != nil {
			return err
		}
	}
	return z.Close()
}

func (r *release) tar(w io.Writer, files []file) error {
	g := gzip.NewWriter(w) // its header has no time and no name
	t := tar.NewWriter(g)
	for _, f := range files {
		h := &tar.Header{Name: f.name, Size: int64(len(f.data)), Mode: int64(f.mode), ModTime: r.time,
			Format: tar.FormatPAX}
		if err := t.WriteHeader(h); err != nil {
			return err
		}
		if _, err := t.Write(f.data); err != nil {
			return err
		}
	}
	if err := t.Close(); err != nil {
		return err
	}
	return g.Close()
}
