package main

import (
	"fmt"
	"jiangbu/cmd/internal/console"
	"runtime"
	"runtime/debug"
	"strings"

	"github.com/urfave/cli/v2"
)

// version and revision are set when a release is linked; a build from the
// source tree is named by the commit that the toolchain notes.
var version, revision = "devel", ""

func versionCommand(s *console.Console) *cli.Command {
	return command(s, "version", nil, atMost(s, 0, func(*cli.Context) error { return runVersion(s) }))
}

// runVersion prints the version, the commit and the policies brought along.
func runVersion(s *console.Console) error {
	_, err := fmt.Fprint(s.Out, console.Aligned("", [][]string{
		{"jiangbu", version},
		{s.Text("version/commit"), commit()},
		{s.Text("version/go"), runtime.Version() + " " + runtime.GOOS + "/" + runtime.GOARCH},
		{s.Text("version/policies"), strings.Join(policyIDs(), ", ")},
	}))
	return err
}

// commit is the revision that the program was built from, as far as the build
// noted it.
func commit() string {
	if revision != "" {
		return revision
	}
	info, ok := debug.ReadBuildInfo()
	if !ok {
		return "unknown"
	}
	found, dirty := "unknown", ""
	for _, s := range info.Settings {
		switch {
		case s.Key == "vcs.revision":
			found = s.Value
		case s.Key == "vcs.modified" && s.Value == "true":
			dirty = " +changes"
		}
	}
	return found + dirty
}
