package pdftable_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"jiangbu/sheets/pdftable"
	"jiangbu/sheets/sheettest"
)

const asTwoRows = "2:1 | 3:甲\n2:2 | 3:乙\n"

// read is what a page of the operators says, or why it is refused.
func read(t *testing.T, content string) string {
	t.Helper()
	doc, fault := pdftable.Read(sheettest.PDFContent(content))
	if fault != nil {
		return fault.Error()
	}
	return shown(doc)
}

// Each way to move on leaves the same four characters in their four cells: an
// operator that is passed over leaves one elsewhere.
func TestEveryOperatorThatPlacesTextIsFollowed(t *testing.T) {
	for _, tt := range []struct{ name, content string }{
		{"Td moves from the start of the line, not from its end",
			"BT /F1 12 Tf 60 570 Td <0031> Tj 50 0 Td <7532> Tj -50 -50 Td <0032> Tj 50 0 Td <4E59> Tj ET"},
		{"Tm places whatever stood before",
			"BT /F1 12 Tf 7 7 Td 1 0 0 1 60 570 Tm <0031> Tj 1 0 0 1 110 570 Tm <7532> Tj " +
				"1 0 0 1 60 520 Tm <0032> Tj 1 0 0 1 110 520 Tm <4E59> Tj ET"},
		{"TL sets the distance of lines, T* goes to the next",
			"BT /F1 12 Tf 50 TL 60 570 Td <0031> Tj T* <0032> Tj ET BT 110 570 Td <7532> Tj T* <4E59> Tj ET"},
		{"TD moves and sets the distance of lines",
			"BT /F1 12 Tf 60 620 Td 0 -50 TD <0031> Tj T* <0032> Tj ET BT 110 570 Td <7532> Tj T* <4E59> Tj ET"},
		{"' goes to the next line first",
			"BT /F1 12 Tf 50 TL 60 620 Td <0031> ' <0032> ' ET BT 110 620 Td <7532> ' <4E59> ' ET"},
		{"\" sets the distances of words and characters, then does the same",
			"BT /F1 12 Tf 50 TL 60 620 Td 0 44 <00317532> \" 0 44 <00324E59> \" ET"},
		{"Tc parts characters", "BT /F1 12 Tf 44 Tc 60 570 Td <00317532> Tj ET BT 60 520 Td <00324E59> Tj ET"},
		{"a number in TJ moves back by thousandths of the size",
			"BT /F1 10 Tf 60 570 Td [<0031> -4500 <7532>] TJ ET BT 60 520 Td [<0032> -4500 <4E59>] TJ ET"},
		{"Tz narrows what is shown and what TJ moves",
			"BT /F1 10 Tf 50 Tz 60 570 Td [<0031> -9000 <7532>] TJ ET BT 60 520 Td [<0032> -9000 <4E59>] TJ ET"},
		{"Ts lifts the text", "BT /F1 12 Tf 50 Ts 60 520 Td <0031> Tj 50 0 Td <7532> Tj ET " +
			"BT 0 Ts 60 520 Td <0032> Tj 50 0 Td <4E59> Tj ET"},
		{"what q saves Q brings back", "q BT /F1 12 Tf 3 Tr 300 570 Td <7533> Tj ET Q " + twoRows},
	} {
		t.Run(tt.name, func(t *testing.T) {
			if diff := cmp.Diff(asTwoRows, read(t, grid("S")+tt.content)); diff != "" {
				t.Errorf("(-want +got)\n%s", diff)
			}
		})
	}
}

func TestEveryOperatorThatDrawsLinesIsFollowed(t *testing.T) {
	const inner = " 50 550 m 450 550 l S 100 500 m 100 600 l S "
	for _, tt := range []struct{ name, lines string }{
		{"s closes the frame", "50 500 m 450 500 l 450 600 l 50 600 l s" + inner},
		{"h closes it too", "50 500 m 450 500 l 450 600 l 50 600 l h S" + inner},
		{"b fills it as well", "50 500 m 450 500 l 450 600 l 50 600 l b" + inner},
		{"b* fills it as well", "50 500 m 450 500 l 450 600 l 50 600 l b*" + inner},
		{"B strokes a rectangle", "50 500 400 100 re B" + inner},
		{"B* strokes a rectangle", "50 500 400 100 re B*" + inner},
		{"bars that are filled", "50 499 400 1 re 50 549 400 2 re 50 600 400 3 re 50 500 1 100 re 100 500 1 100 re " +
			"450 500 1 100 re f"},
		{"bars that are paths of four corners, filled by F", bar("50 500 450 501") + bar("50 550 450 551") +
			bar("50 600 450 601") + bar("50 500 51 600") + bar("100 500 101 600") + bar("450 500 451 600")},
		{"thin rectangles that are stroked are one line each",
			"50 500 400 1 re S 50 600 400 1 re S 50 500 1 100 re S 450 500 1 100 re S" + inner},
		{"curves draw no edge", grid("S") + "75 500 m 75 520 75 560 75 600 c S 80 500 m 80 550 80 600 v S " +
			"300 500 m 300 550 300 600 y S"},
		{"a slanted line is no edge", grid("S") + "200 500 m 260 600 l S"},
		{"a wide filled area is no edge, one point thicker than a line", grid("S") + "200 500 4 100 re f"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			if diff := cmp.Diff(asTwoRows, read(t, tt.lines+" "+twoRows)); diff != "" {
				t.Errorf("(-want +got)\n%s", diff)
			}
		})
	}
	beside := " BT /F1 12 Tf 300 570 Td <7533> Tj ET"
	if got := read(t, grid("S")+"200 500 3 100 re f "+twoRows+beside); got != "2:1 | 3:甲 | 4:申\n2:2 | 3:乙\n" {
		t.Errorf("a filled bar of three points is an edge: %s", got)
	}
	if got := read(t, grid("S")+"200 500 4 100 re f "+twoRows+beside); got != "2:1 | 3:甲申\n2:2 | 3:乙\n" {
		t.Errorf("one of four is none: %s", got)
	}
}

func TestALineIsAnEdgeOnlyOfWhatItPasses(t *testing.T) {
	const two = " BT /F1 12 Tf 320 570 Td <7533> Tj ET BT 320 520 Td <7533> Tj ET "
	lines := func(of ...string) string { return strings.Join(of, " S ") + " S " }
	across := func(from, to string) string {
		return lines(from+" 500 m "+to+" 500 l", from+" 550 m "+to+" 550 l", from+" 600 m "+to+" 600 l")
	}
	down := func(from, to string) string {
		return lines("50 "+from+" m 50 "+to+" l", "100 "+from+" m 100 "+to+" l", "450 "+from+" m 450 "+to+" l")
	}
	text := func(at string) string { return "BT /F1 12 Tf " + at + " Td <7533> Tj ET " }
	const spilled = "pdf spilled on page 1"
	for _, c := range []struct{ name, content, want string }{
		{"over the whole height", grid("S") + lines("300 500 m 300 600 l") + twoRows + two,
			"2:1 | 3:甲 | 4:申\n2:2 | 3:乙 | 4:申\n"},
		{"in the lower row", grid("S") + lines("300 500 m 300 550 l") + twoRows + two,
			"2:1 | 3:甲申\n2:2 | 3:乙 | 4:申\n"},
		{"in the upper row", grid("S") + lines("300 550 m 300 600 l") + twoRows + two,
			"2:1 | 3:甲 | 4:申\n2:2 | 3:乙申\n"},
		{"two lines two points apart are one edge", grid("S") + lines("102 500 m 102 600 l") + twoRows, asTwoRows},
		{"three points are two", grid("S") + lines("103 500 m 103 600 l") + twoRows, "2:1 | 4:甲\n2:2 | 4:乙\n"},
		{"above the last line across stands no cell", across("50", "450") + down("450", "650") + twoRows +
			text("60 620"),
			"1:申\n" + asTwoRows},
		{"nor below the first", across("50", "450") + down("450", "650") + twoRows + text("60 470"),
			asTwoRows + "1:申\n"},
		{"left of the first line down what stands beside a row spilled",
			across("20", "480") + down("500", "600") + twoRows + text("30 570"), spilled},
		{"so it did right of the last", across("20", "480") + down("500", "600") + twoRows + text("460 570"), spilled},
		{"blanks there are none", grid("S") + twoRows + "BT /F1 12 Tf 460 570 Td <0020> Tj ET ", asTwoRows},
	} {
		t.Run(c.name, func(t *testing.T) {
			if diff := cmp.Diff(c.want, read(t, c.content)); diff != "" {
				t.Errorf("(-want +got)\n%s", diff)
			}
		})
	}
}

// bar is a path round a bar, given by two corners, and filled.
func bar(corners string) string {
	c := strings.Fields(corners)
	return c[0] + " " + c[1] + " m " + c[2] + " " + c[1] + " l " + c[2] + " " + c[3] + " l " + c[0] + " " + c[3] +
		" l F "
}

func TestAnOperatorWithoutItsOperandsBreaksThePage(t *testing.T) {
	for _, op := range []string{"cm", "Do", "Tf", "Tj", "TJ", "'", `"`, "Td", "TD", "Tm", "Tc", "Tw", "Tz", "TL", "Ts",
		"Tr",
		"m", "l", "c", "v", "y", "re"} {
		if got := read(t, grid("S")+twoRows+op); got != "pdf broken on page 1" {
			t.Errorf("%s: %s", op, got)
		}
	}
	if got := read(t, grid("S")+twoRows+"gs 0 0 1 rg"); got != asTwoRows {
		t.Errorf("operators that place nothing: %s", got)
	}
}

func TestTextWithoutAFontBreaksThePage(t *testing.T) {
	if got := read(t, "BT 60 570 Td <0031> Tj ET"); got != "pdf broken on page 1" {
		t.Error(got)
	}
}

func TestAPagePlacedInlineAsAPictureIsAScan(t *testing.T) {
	if got := read(t, "BI /W 1 /H 1 /BPC 8 /CS /G ID x EI"); got != "pdf scanned on page 1" {
		t.Error(got)
	}
}
