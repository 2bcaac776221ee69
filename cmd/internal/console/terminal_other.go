//go:build !windows

package console

import "os"

// UseUTF8 has nothing to do: terminals are UTF-8 here.
func UseUTF8() (restore func()) { return func() {} }

// enableColours: every terminal but a dumb one takes colours here.
func enableColours(*os.File) bool { return true }

// OwnWindow: no window is opened for a program that is clicked on.
func OwnWindow() bool { return false }

// InUse: a file that another program has open can be read here.
func InUse(error) bool { return false }

// systemLanguage is told by the environment alone here.
func systemLanguage() string { return "" }

// OpenFolder shows a folder in the file manager: on Windows, where officers
// start the program by a double click.
func OpenFolder(string) {}
