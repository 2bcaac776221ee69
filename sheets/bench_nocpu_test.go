//go:build !unix

package sheets_test

import "testing"

func reportCPU(_ *testing.B, loop func()) { loop() }
