package console

import (
	"strings"

	"github.com/agnivade/levenshtein"
)

// nearest finds the candidate that a mistyped word was most likely meant to
// be, "" where none is near. Of equals the first is taken.
func nearest(word string, candidates []string) string {
	word = strings.ToLower(word)
	best, least := "", 2+len([]rune(word))/3
	for _, c := range candidates {
		if d := levenshtein.ComputeDistance(word, strings.ToLower(c)); d < least {
			best, least = c, d
		}
	}
	return best
}

// DidYouMean is the hint line for a mistyped word, or "" where nothing is near.
func (s *Console) DidYouMean(word string, candidates []string) string {
	if near := nearest(word, candidates); near != "" {
		return "\n" + s.Text("did-you-mean", near)
	}
	return ""
}
