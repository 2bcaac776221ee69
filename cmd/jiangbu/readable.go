package main

import (
	"fmt"
	"io"
	"os"

	"jiangbu/calc/written"
)

// maxText is how large a settings file, a policy or a list of holidays may be:
// a hundred times of any that people write.
const maxText = 8 << 20

// readText reads a file that a person writes: a settings file, a policy, its
// cases, holidays. A fault of the text itself is a written.Fault.
func readText(path string) ([]byte, error) {
	f, err := openRegular(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	data, err := io.ReadAll(io.LimitReader(f, maxText+1))
	if err == nil && len(data) > maxText {
		return nil, written.Fault{En: fmt.Sprintf("it is larger than %d MB", maxText>>20),
			Zh: fmt.Sprintf("文件超过 %d MB", maxText>>20)}
	}
	return data, err
}

// openRegular opens a file that has an end: no device, no pipe that waits for
// somebody to write.
func openRegular(path string) (*os.File, error) {
	info, err := os.Stat(path)
	if err != nil {
		return nil, err
	}
	if !info.Mode().IsRegular() && !info.IsDir() { // that a folder is one, opening says
		return nil, written.Fault{En: "it is a device or a pipe, not a file", Zh: "是设备或管道，不是文件"}
	}
	return os.Open(path)
}

// lookInto looks into a file, of so many bytes, where it can be read.
func lookInto(path string, look func(f io.ReaderAt, size int64)) {
	f, err := openRegular(path)
	if err != nil {
		return
	}
	defer f.Close()
	if info, err := f.Stat(); err == nil {
		look(f, info.Size())
	}
}
