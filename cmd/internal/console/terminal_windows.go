package console

import (
	"errors"
	"os"
	"os/exec"
	"strings"
	"unsafe"

	"golang.org/x/sys/windows"
)

// UseUTF8 makes the console take what we write for UTF-8, and gives the
// function that puts things back: the window may be shared with others.
func UseUTF8() (restore func()) {
	const utf8 = 65001
	before, err := windows.GetConsoleOutputCP()
	if err != nil || before == utf8 || windows.SetConsoleOutputCP(utf8) != nil {
		return func() {}
	}
	return func() { _ = windows.SetConsoleOutputCP(before) }
}

// enableColours tells whether a console takes colours, and makes it.
func enableColours(f *os.File) bool {
	var mode uint32
	h := windows.Handle(f.Fd())
	return windows.GetConsoleMode(h, &mode) == nil &&
		windows.SetConsoleMode(h, mode|windows.ENABLE_VIRTUAL_TERMINAL_PROCESSING) == nil
}

// OwnWindow tells whether the console window was opened for this program and
// will be gone with it: nobody else is attached to it.
func OwnWindow() bool {
	list := windows.NewLazySystemDLL("kernel32.dll").NewProc("GetConsoleProcessList")
	if list.Find() != nil {
		return false
	}
	var ids [2]uint32
	n, _, _ := list.Call(uintptr(unsafe.Pointer(&ids[0])), uintptr(len(ids)))
	return n == 1
}

// InUse tells whether a file cannot be read because another program, such as
// Excel, keeps it for itself.
func InUse(err error) bool {
	return errors.Is(err, windows.ERROR_SHARING_VIOLATION) || errors.Is(err, windows.ERROR_LOCK_VIOLATION)
}

// systemLanguage is the language of the user's Windows, such as zh-CN; "" where
// it does not say.
func systemLanguage() string {
	names, err := windows.GetUserPreferredUILanguages(windows.MUI_LANGUAGE_NAME)
	if err == nil && len(names) > 0 {
		return strings.TrimSpace(names[0])
	}
	return ""
}

// OpenFolder shows a folder in the file manager, where the program has a window
// of its own.
func OpenFolder(path string) {
	if OwnWindow() {
		_ = exec.Command("explorer.exe", path).Start()
	}
}
