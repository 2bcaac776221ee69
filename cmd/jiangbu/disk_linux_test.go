package main

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"

	"jiangbu/cmd/internal/console"
	"jiangbu/sheets/sheettest"
)

// mounted is a small disk, where this machine lets us have one.
func mounted(t *testing.T, options string, flags uintptr) (dir string) {
	t.Helper()
	dir = t.TempDir()
	if err := syscall.Mount("tmpfs", dir, "tmpfs", 0, options); err != nil {
		t.Skip("no disks can be mounted here: ", err)
	}
	t.Cleanup(func() { _ = syscall.Unmount(dir, syscall.MNT_DETACH) })
	if err := os.WriteFile(filepath.Join(dir, defaultReport), []byte("old"), 0o644); err != nil {
		t.Fatal(err)
	}
	if flags != 0 {
		if err := syscall.Mount("tmpfs", dir, "tmpfs", syscall.MS_REMOUNT|flags, options); err != nil {
			t.Skip("no disks can be mounted here: ", err)
		}
	}
	return dir
}

func runInto(t *testing.T, out string) (status int, stderr string) {
	t.Helper()
	t.Chdir(smallBatch(t))
	var o, e bytes.Buffer
	status = start([]string{"run", "in", "--year", "2024", "--force", "--out", out}, func(string) string { return "" },
		&o, &e)
	return status, e.String()
}

func TestAFullDiskLeavesTheOldReport(t *testing.T) {
	sheettest.Slow(t)
	dir := mounted(t, "size=16k", 0)
	status, stderr := runInto(t, filepath.Join(dir, defaultReport))
	if status != console.Failed || !strings.Contains(stderr,
		"could not be written: the disk is full\n  Nothing was left behind") {
		t.Errorf("status %d, said %q", status, stderr)
	}
	if contents(t, dir, defaultReport) != "old" || listing(t, dir) != defaultReport {
		t.Errorf("left %s", listing(t, dir))
	}
}

func TestAReadOnlyFolderIsRefusedBeforeTheWork(t *testing.T) {
	sheettest.Slow(t)
	dir := mounted(t, "size=64k", syscall.MS_RDONLY)
	for _, name := range []string{defaultReport, "new.xlsx"} {
		status, stderr := runInto(t, filepath.Join(dir, name))
		if status != console.Failed || !strings.Contains(stderr, "read-only file system\n  ") {
			t.Errorf("%s: status %d, said %q", name, status, stderr)
		}
	}
}
