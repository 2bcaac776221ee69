package main

import (
	"strings"
	"testing"

	"jiangbu/cmd/internal/console"
)

func TestTheSettingsOfANewYearNameEveryKey(t *testing.T) {
	p, err := loadPolicy(new(console.Console), "lyg-2024")
	if err != nil {
		t.Fatal(err)
	}
	text := settingsText(p, 2024, p.ID)
	for _, key := range append(settingKeys, noticeKeys...) {
		if !strings.Contains(text, "\n"+key.Name+":") && !strings.Contains(text, " "+key.Name+":") {
			t.Errorf("no %s", key.Name)
		}
	}
}
