package outfile

import (
	"bufio"
	"cmp"
	"context"
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"

	"github.com/rogpeppe/go-internal/robustio"
)

// File is an output and what is in it.
type File struct {
	Path  string
	Write func(io.Writer) error
	Check func(path string) error // reads the complete draft back; nil for no check
}

// Write writes files that were reserved: all or none. Where another program
// has the old file open when the new one is ready, the work is not lost: it
// takes the first free name beside it, which [Batch.Name] tells. An error is a
// *Fault, or that of the context where it is done before the files are.
func (b *Batch) Write(ctx context.Context, files ...File) error {
	for _, f := range files {
		if err := b.draft(ctx, f); err != nil {
			if ctx.Err() != nil {
				return ctx.Err()
			}
			return writing(f.Path, err)
		}
	}
	if err := b.commit(files); err != nil {
		return err
	}
	b.made = nil // they stay
	return nil
}

// Name is the name under which an output stands.
func (b *Batch) Name(path string) string { return cmp.Or(b.aside[path], path) }

// Aside lists the outputs that stand under another name than was asked for, in
// their order.
func (b *Batch) Aside() []string {
	return slices.DeleteFunc(slices.Clone(b.plan.Files), func(path string) bool { return b.aside[path] == "" })
}

// draft writes a file to its end, under a name of its own, and reads it back while
// the disk takes it.
func (b *Batch) draft(ctx context.Context, f File) (err error) {
	prefix := draftPrefix(f.Path)
	if !b.plan.Replace {
		prefix += firstMark
	}
	temp, err := os.CreateTemp(filepath.Dir(f.Path), prefix+"*")
	if err != nil {
		return err
	}
	b.drafts = append(b.drafts, temp.Name())
	if err := fill(ctx, temp, f); err != nil {
		return errors.Join(err, temp.Close())
	}
	kept := make(chan error, 1)
	go func() { kept <- errors.Join(temp.Sync(), temp.Close()) }()
	defer func() { err = cmp.Or(<-kept, err) }()
	if f.Check == nil {
		return nil
	}
	return f.Check(temp.Name())
}

// fill writes the content.
func fill(ctx context.Context, temp *os.File, f File) error {
	w := bufio.NewWriterSize(temp, 1<<16)
	if err := f.Write(&stoppable{ctx, w}); err != nil {
		return err
	}
	if err := w.Flush(); err != nil {
		return err
	}
	mode := fs.FileMode(0o644)
	if info, err := os.Lstat(f.Path); err == nil && info.Mode().IsRegular() {
		mode = info.Mode().Perm()
	}
	return temp.Chmod(mode)
}

// stoppable hands on what is written until the context is done.
type stoppable struct {
	ctx context.Context
	to  io.Writer
}

func (w *stoppable) Write(p []byte) (int, error) {
	if err := w.ctx.Err(); err != nil {
		return 0, err
	}
	return w.to.Write(p)
}

// commit gives the drafts their names. Where one cannot have its own, those
// before it are taken back.
func (b *Batch) commit(files []File) error {
	var undo []func()
	drafts := b.drafts[len(b.drafts)-len(files):]
	for i, f := range files {
		back, err := b.take(drafts[i], f.Path)
		if err != nil {
			for _, back := range undo {
				back()
			}
			return err
		}
		undo = append(undo, back)
	}
	for _, f := range files {
		syncFolder(filepath.Dir(f.Path))
	}
	return nil
}

// take renames a draft to its name; undo puts back what stood there. The old
// file is kept for that, until Close, where the disk has links.
func (b *Batch) take(draft, path string) (undo func(), err error) {
	_, none := os.Lstat(path)
	if none == nil && !b.plan.Replace && !b.begun[path] { // made while ours was written
		return nil, &Fault{Reason: Exists, Path: path}
	}
	old := draft + "-old"
	kept := !openThere(path) && os.Link(path, old) == nil // else the link would stay with it
	b.drafts = append(b.drafts, old)
	err = b.rename(draft, path)
	if f, ok := errors.AsType[*Fault](err); ok && f.Reason == Open {
		b.aside[path] = FreeName(path)
		err = b.rename(draft, b.aside[path])
	}
	switch {
	case err != nil:
		return nil, writing(path, err)
	case b.aside[path] != "" || none != nil:
		return func() { _ = os.Remove(b.Name(path)) }, nil
	case kept:
		return func() { _ = b.rename(old, path) }, nil
	}
	return func() {}, nil // the new file stays: the old one is no more
}

// openThere tells whether another program keeps the file that stands at path.
func openThere(path string) bool {
	f, ok := errors.AsType[*Fault](writable(path, true))
	return ok && f.Reason == Open
}

// rename moves a file to a name, and tries for a while: scanners of viruses hold
// a new file for a moment. After that somebody has the target open.
func rename(from, to string) error {
	err := robustio.Rename(from, to)
	if keptFromRenaming(err) {
		return &Fault{Reason: Open, Path: to}
	}
	return err
}

// syncFolder makes a new name survive a power failure, where the system can.
func syncFolder(dir string) {
	if d, err := os.Open(dir); err == nil {
		_ = d.Sync()
		d.Close()
	}
}
