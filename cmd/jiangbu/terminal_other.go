//go:build !windows

package main

import "os"

// utf8Console has nothing to do: terminals are UTF-8 here.
func utf8Console() (restore func()) { return func() {} }

// enableColours: every terminal but a dumb one takes colours here.
func enableColours(*os.File) bool { return true }

// ownWindow: no window is opened for a program that is clicked on.
func ownWindow() bool { return false }

// systemLanguage is told by the environment alone here.
func systemLanguage() string { return "" }
