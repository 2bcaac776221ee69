package notice

// part is one file of a docx.
type part struct{ name, text string }

const (
	xmlHead    = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>` + "\n"
	docxSpaces = `xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"`
	relations  = `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">`
	relOffice  = `http://schemas.openxmlformats.org/officeDocument/2006/relationships/`
	mimeWord   = `application/vnd.openxmlformats-officedocument.wordprocessingml.`
	mimePack   = `application/vnd.openxmlformats-package.`
)

// docxParts are the files of the document, the list of contents first (ECMA-376
// part 2).
func docxParts(title, body string) []part {
	return []part{
		{"[Content_Types].xml", docxTypes},
		{"_rels/.rels", relations +
			`<Relationship Id="document" Type="` + relOffice + `officeDocument" Target="word/document.xml"/>` +
			`<Relationship Id="core" Type="http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties" Target="docProps/core.xml"/></Relationships>`},
		{"docProps/core.xml", docxCore(title)},
		{"word/document.xml", body},
		{"word/_rels/document.xml.rels", relations +
			`<Relationship Id="styles" Type="` + relOffice + `styles" Target="styles.xml"/>` +
			`<Relationship Id="settings" Type="` + relOffice + `settings" Target="settings.xml"/>` +
			`<Relationship Id="fonts" Type="` + relOffice + `fontTable" Target="fontTable.xml"/>` +
			`<Relationship Id="odd" Type="` + relOffice + `footer" Target="footer1.xml"/>` +
			`<Relationship Id="even" Type="` + relOffice + `footer" Target="footer2.xml"/></Relationships>`},
		{"word/styles.xml", docxStyles()},
		{"word/settings.xml", `<w:settings ` + docxSpaces + `><w:defaultTabStop w:val="420"/><w:evenAndOddHeaders/>` +
			`<w:characterSpacingControl w:val="compressPunctuation"/><w:compat><w:compatSetting w:name="compatibilityMode" ` +
			`w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat><w:themeFontLang w:val="en-US" w:eastAsia="zh-CN"/></w:settings>`},
		{"word/fontTable.xml", docxFonts},
		{"word/footer1.xml", docxFoot("right")},
		{"word/footer2.xml", docxFoot("left")},
	}
}

const docxTypes = `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">` +
	`<Default Extension="rels" ContentType="` + mimePack + `relationships+xml"/>` +
	`<Default Extension="xml" ContentType="application/xml"/>` +
	`<Override PartName="/word/document.xml" ContentType="` + mimeWord + `document.main+xml"/>` +
	`<Override PartName="/word/styles.xml" ContentType="` + mimeWord + `styles+xml"/>` +
	`<Override PartName="/word/settings.xml" ContentType="` + mimeWord + `settings+xml"/>` +
	`<Override PartName="/word/fontTable.xml" ContentType="` + mimeWord + `fontTable+xml"/>` +
	`<Override PartName="/word/footer1.xml" ContentType="` + mimeWord + `footer+xml"/>` +
	`<Override PartName="/word/footer2.xml" ContentType="` + mimeWord + `footer+xml"/>` +
	`<Override PartName="/docProps/core.xml" ContentType="` + mimePack + `core-properties+xml"/></Types>`

func docxCore(title string) string {
	return `<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" ` +
		`xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:creator>jiangbu</dc:creator><dc:language>zh-CN</dc:language><dc:title>` +
		escaped(title) + `</dc:title></cp:coreProperties>`
}

// docxFoot is the page number between dashes, one character from the edge.
func docxFoot(side string) string {
	return `<w:ftr ` + docxSpaces + `><w:p><w:pPr><w:pStyle w:val="Foot"/><w:ind w:` + side + `="280"/><w:jc w:val="` +
		side + `"/></w:pPr>` +
		`<w:r><w:t xml:space="preserve">— </w:t></w:r><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> PAGE </w:instrText></w:r>` +
		`<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>1</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>` +
		`<w:r><w:t xml:space="preserve"> —</w:t></w:r></w:p></w:ftr>`
}

// docxFonts names what stands in for each face where it is not installed:
// first the other names under which it is sold, then its kin. Nothing is
// embedded.
const docxFonts = `<w:fonts ` + docxSpaces + `>` +
	`<w:font w:name="方正小标宋简体"><w:altName w:val="方正小标宋_GBK,FZXiaoBiaoSong-B05S,华文中宋,STZhongsong,宋体,SimSun"/><w:charset w:val="86"/><w:family w:val="roman"/><w:pitch w:val="variable"/></w:font>` +
	`<w:font w:name="仿宋_GB2312"><w:altName w:val="仿宋,FangSong,FangSong_GB2312,华文仿宋,STFangsong"/><w:charset w:val="86"/><w:family w:val="modern"/><w:pitch w:val="variable"/></w:font>` +
	`<w:font w:name="楷体_GB2312"><w:altName w:val="楷体,KaiTi,KaiTi_GB2312,华文楷体,STKaiti"/><w:charset w:val="86"/><w:family w:val="modern"/><w:pitch w:val="variable"/></w:font>` +
	`<w:font w:name="黑体"><w:altName w:val="SimHei,华文黑体,STHeiti"/><w:charset w:val="86"/><w:family w:val="modern"/><w:pitch w:val="variable"/></w:font>` +
	`<w:font w:name="宋体"><w:altName w:val="SimSun,华文宋体,STSong"/><w:charset w:val="86"/><w:family w:val="roman"/><w:pitch w:val="variable"/></w:font>` +
	`</w:fonts>`

// docxStyles are the styles of the document, sizes in half points: 2号 is 22
// points, 3号 16 (the table's title too), 4号 14; the
// table takes 9, so that a name stands on two lines.
func docxStyles() string {
	return `<w:styles ` + docxSpaces + `><w:docDefaults><w:rPrDefault><w:rPr>` + face("仿宋_GB2312") +
		`<w:kern w:val="2"/><w:sz w:val="32"/><w:szCs w:val="32"/><w:lang w:val="en-US" w:eastAsia="zh-CN"/></w:rPr></w:rPrDefault>` +
		`<w:pPrDefault><w:pPr><w:spacing w:line="580" w:lineRule="exact"/></w:pPr></w:pPrDefault></w:docDefaults>` +
		`<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>` +
		`<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/></w:style>` +
		style("Title", "公示标题", `<w:keepNext/><w:spacing w:line="640" w:lineRule="exact"/><w:jc w:val="center"/><w:outlineLvl w:val="0"/>`, face("方正小标宋简体")+size("44")) +
		style("Notice", "公示正文", `<w:ind w:firstLineChars="200" w:firstLine="640"/><w:jc w:val="both"/>`, "") +
		style("Sign", "公示落款", `<w:keepNext/><w:ind w:rightChars="200" w:right="640"/><w:jc w:val="right"/>`, "") +
		style("Annex", "公示附件", `<w:keepNext/>`, face("黑体")) +
		style("TableTitle", "公示表题", `<w:keepNext/><w:spacing w:before="60" w:after="200" w:line="560" w:lineRule="exact"/><w:jc w:val="center"/><w:outlineLvl w:val="0"/>`, face("方正小标宋简体")+size("32")) +
		style("Cell", "表格正文", `<w:spacing w:line="235" w:lineRule="exact"/>`, face("仿宋_GB2312")+size("18")) +
		style("CellHead", "表格表头", `<w:spacing w:line="235" w:lineRule="exact"/>`, face("黑体")+size("18")) +
		style("CellSum", "表格合计", `<w:spacing w:line="235" w:lineRule="exact"/>`, face("楷体_GB2312")+"<w:b/>"+
			size("18")) +
		style("Foot", "公示页码", `<w:spacing w:line="240" w:lineRule="auto"/>`, face("宋体")+size("28")) +
		style("End", "分节", `<w:spacing w:line="20" w:lineRule="exact"/>`, size("2")) +
		`<w:style w:type="table" w:styleId="Grid"><w:name w:val="公示表"/><w:tblPr><w:tblBorders>` +
		border("top") + border("left") + border("bottom") + border("right") + border("insideH") + border("insideV") +
		`</w:tblBorders><w:tblCellMar><w:top w:w="60" w:type="dxa"/><w:left w:w="60" w:type="dxa"/><w:bottom w:w="60" w:type="dxa"/><w:right w:w="60" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>` +
		`</w:styles>`
}

func face(name string) string {
	return `<w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman" w:eastAsia="` + name +
		`" w:cs="Times New Roman"/>`
}

func size(halfPoints string) string {
	return `<w:sz w:val="` + halfPoints + `"/><w:szCs w:val="` + halfPoints + `"/>`
}

func style(id, name, paragraph, text string) string {
	return `<w:style w:type="paragraph" w:customStyle="1" w:styleId="` + id + `"><w:name w:val="` + name +
		`"/><w:basedOn w:val="Normal"/><w:pPr>` +
		paragraph + `</w:pPr><w:rPr>` + text + `</w:rPr></w:style>`
}

func border(side string) string {
	return `<w:` + side + ` w:val="single" w:sz="4" w:space="0" w:color="000000"/>`
}
