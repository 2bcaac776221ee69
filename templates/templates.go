// Package templates holds the bytes that belong to one city or one document
// and that the program is built with: policies and their cases. There is no
// logic here; package calc/policy gives the bytes their meaning.
//
// A new policy year is a new pair of files under policy/: NAME.yaml and
// NAME.cases.yaml.
package templates

import "embed"

// Policies holds policy/*.yaml: each policy, and beside it the cases it must
// decide as written.
//
//go:embed policy/*.yaml
var Policies embed.FS

// Skeleton holds skeleton/policy.yaml and its cases: what a new policy is
// written from.
//
//go:embed skeleton/*.yaml
var Skeleton embed.FS
