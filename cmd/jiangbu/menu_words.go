package main

import (
	"regexp"

	"jiangbu/cmd/internal/console"
)

// flagOrCommand is what a message tells people to type, with what stands before
// it: the name of a file is none.
var flagOrCommand = regexp.MustCompile(
	`(^|[^\w/.-])(--[a-z]+(?:-[a-z]+)*|jiangbu [a-z]+)( (?:report|prorate|yes|no)\b)?`)

// menuWords gives what puts messages into the words of the menu: a flag is the
// setting of that name, or what was asked; a command is its choice.
func menuWords(s *console.Console) func(string) string {
	named := map[string]string{}
	for _, k := range settingKeys {
		named["--"+k.Name] = s.Text("menu/setting", k.Name)
	}
	for _, k := range noticeKeys {
		named["--"+k.Name] = s.Text("menu/setting", "notice."+k.Name)
	}
	named["--holidays"] = holidaysFile
	named["--reading"] = s.Text("menu/setting", "readings")
	for _, flag := range []string{"from", "date", "proposed", "objections", "password"} {
		named["--"+flag] = s.Text("menu/flag/" + flag)
	}
	for _, c := range choices {
		named["jiangbu "+c.name] = s.Text("menu/choice", s.Text("menu/"+c.name))
	}
	return func(message string) string {
		return flagOrCommand.ReplaceAllStringFunc(message, func(found string) string {
			m := flagOrCommand.FindStringSubmatch(found)
			name, known := named[m[2]]
			if !known {
				return found
			}
			if m[3] != "" {
				name += ":"
			}
			return m[1] + name + m[3]
		})
	}
}
