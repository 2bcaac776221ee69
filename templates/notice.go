package templates

import "embed"

// Notice holds the publication: the wording of the proposed and the final
// notice (notice/*.txt), and the page (notice/page.html with its style and its
// script). Package sheets/notice fills them in.
//
//go:embed notice
var Notice embed.FS
