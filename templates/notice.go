package templates

import "embed"

// Notice holds the publication: the wording of the proposed and the final
// notice (notice/*.txt), the page (notice/page.html with its style and its
// script), and what is the same in every document (notice/docx): styles, faces,
// page numbers and lists of contents. Package sheets/notice fills them in.
//
//go:embed all:notice
var Notice embed.FS
