"""Make `templates/analyst/brief.docx`, the Word sibling of `brief.css`.

    python scripts/make_docx_templates.py

The result is in git: the program only fills it, and whoever wants another look
opens it in Word and changes its styles. This script is how the shipped one was
made, and makes the same bytes every time.
"""

# ruff: noqa: INP001  a script is no package
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

from docx import Document
from docx.document import Document as Template
from docx.enum.dml import MSO_THEME_COLOR
from docx.enum.section import WD_SECTION
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_TAB_ALIGNMENT, WD_TAB_LEADER
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.shared import Mm, Pt, RGBColor
from docx.styles.style import CharacterStyle, ParagraphStyle
from docx.text.paragraph import Paragraph

from briefing.render.docx.look import set_accent
from briefing.render.docx.zipped import repack

TARGET = Path(__file__).parent.parent / "templates" / "analyst" / "brief.docx"

# Every Word has these; LibreOffice sets them in Caladea and Carlito, which are as wide.
SERIF, SANS = "Cambria", "Calibri"
INK, QUIET, ACCENT, RULE, TINT = "1D2126", "59636E", "17506B", "D5DBE0", "F2F6F8"
THEMED = {ACCENT: "accent1", TINT: "background2"}
"""The colours that follow the theme: Word's own menu “Colors” changes them all at once, and so does `accent`."""
SCAN = 30
"""Width in mm of the column that a reader scans; what is read stands to its right."""
NUMBER = 8
"""Width in mm of the column that holds the numbers of the sources."""
WIDTH = 164
"""Width in mm between the margins."""
BULLET = 4
"""How far in mm a bullet hangs left of its text."""
COLUMN_GAP = 7
"""Width in mm between the two columns of passages."""
PADDING = 5
"""How far in mm the text of the box stands from its edge."""
BUILT_IN = {
    "Normal", "Title", "Heading 1", "Heading 2", "Body Text", "List Bullet", "Quote",
    "Signature", "Header", "Footer", "Hyperlink", "toc 1",
    "footnote text", "footnote reference", "annotation text", "annotation reference",
}  # fmt: skip
"""The styles that Word knows by these names."""


@dataclass(frozen=True)
class Type:
    """How letters look; None is as in the style that this one is based on. Size in points."""

    font: str | None = None
    size: float | None = None
    color: str | None = None
    bold: bool | None = None


@dataclass(frozen=True)
class Place:
    """Where a paragraph stands: indents in mm, distances from its neighbours in points."""

    left: float | None = None
    hanging: float | None = None
    right: float | None = None
    before: float = 0
    after: float = 0


ANYWHERE = Place()


def main() -> None:
    """Write the template."""
    document = Document()
    document.element.body.clear_content()
    drop_ballast(document)
    lay_out_page(document)
    define_defaults(document)
    define_title_block(document)
    define_sections(document)
    define_words(document)
    define_notes(document)
    define_bullets(document)
    define_table(document)
    name_followers(document)
    fill_margins(document)
    fill_body(document)
    set_accent(document, f"#{ACCENT}", f"#{TINT}")
    stream = BytesIO()
    document.save(stream)
    TARGET.write_bytes(repack(stream.getvalue()))


def drop_ballast(document: Template) -> None:
    """Leave out what python-docx's own template brings along: old styles, a picture, an old mode."""
    unwanted = ("stylesWithEffects", "customXml", "thumbnail", "extended-properties")
    for rels in (document.part.rels, document.part.package.rels):
        for key in [key for key, rel in rels.items() if rel.reltype.endswith(unwanted)]:
            del rels[key]
    for style in list(document.styles):
        style.delete()
    settings = document.settings.element
    for child in list(settings):
        settings.remove(child)
    mode = 'w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"'
    settings.append(xml(f"<w:compat {{w}}><w:compatSetting {mode}/></w:compat>"))


def lay_out_page(document: Template) -> None:
    """A4, and a first page without a running title."""
    page = document.sections[0]
    page.page_width, page.page_height = Mm(210), Mm(297)
    page.left_margin = page.right_margin = Mm((210 - WIDTH) / 2)
    page.top_margin, page.bottom_margin = Mm(19), Mm(17)
    page.header_distance, page.footer_distance = Mm(12), Mm(12)
    page.different_first_page_header_footer = True


def define_defaults(document: Template) -> None:
    """What a style does not say for itself."""
    defaults = document.styles.element.find(qn("w:docDefaults"))
    for old in list(defaults):
        defaults.remove(old)
    language = '<w:lang w:val="en" w:eastAsia="en" w:bidi="ar"/>'
    letters = f'{fonts(SERIF)}<w:sz w:val="19"/><w:szCs w:val="19"/>{language}'
    defaults.append(xml(f"<w:rPrDefault {{w}}><w:rPr>{letters}</w:rPr></w:rPrDefault>"))
    defaults.append(xml("<w:pPrDefault {w}/>"))
    normal = paragraphs(document, "Normal", Type(color=INK), base=None)
    normal.paragraph_format.line_spacing = 1.08
    normal.paragraph_format.widow_control = True
    letters_alone = document.styles.add_style("Default Paragraph Font", WD_STYLE_TYPE.CHARACTER, builtin=True)
    for style in (normal, letters_alone):
        style.element.set(qn("w:default"), "1")


def define_title_block(document: Template) -> None:
    """Title, facts and notes, and what stands in the margins."""
    title = paragraphs(document, "Title", Type(size=20, bold=True), Place(before=0, after=8))
    borders(title, top=rule(28, 14, ACCENT))
    fact = paragraphs(document, "Fact", Type(SANS, 9), Place(left=SCAN, hanging=SCAN, after=0.5))
    fact.paragraph_format.tab_stops.add_tab_stop(Mm(SCAN))
    paragraphs(document, "Remark", Type(SANS, 8.5, QUIET), Place(left=SCAN, before=3))
    marking = paragraphs(document, "Marking", Type(SANS, 9, ACCENT, bold=True))
    marking.font.all_caps = True
    signature = paragraphs(document, "Signature", Type(SANS, 8, QUIET), Place(left=SCAN, before=8))
    borders(signature, top=rule(4, 5, RULE))
    for name in ("Header", "Footer"):
        margin = paragraphs(document, name, Type(SANS, 8.5, QUIET))
        margin.paragraph_format.tab_stops.add_tab_stop(Mm(WIDTH), WD_TAB_ALIGNMENT.RIGHT)
        if name == "Footer":
            margin.paragraph_format.tab_stops.add_tab_stop(Mm(WIDTH / 2), WD_TAB_ALIGNMENT.CENTER)


def define_sections(document: Template) -> None:
    """Headings, sentences, cells and sources."""
    headings(document, "Heading 1", 0, Type(SANS, 12, ACCENT, bold=True), Place(before=11, after=2))
    headings(document, "Heading 2", 1, Type(SANS, 10, bold=True), Place(left=SCAN, before=5, after=1))
    paragraphs(document, "Body Text", Type(), Place(left=SCAN, after=5))
    bullet = paragraphs(document, "List Bullet", Type(), Place(left=SCAN, hanging=BULLET, after=1.5))
    # A sentence stays whole: LibreOffice leaves a heading behind where it would tear the first one.
    bullet.paragraph_format.keep_together = True
    inside = {"left": PADDING + BULLET, "hanging": BULLET, "right": PADDING}
    box(
        headings(
            document,
            "Boxed Heading",
            0,
            Type(SANS, 12, ACCENT, bold=True),
            Place(**inside, before=15, after=3),
        )
    )
    box(paragraphs(document, "Boxed Bullet", Type(), Place(**inside, after=3), base="List Bullet"))
    quote = paragraphs(document, "Quote", Type(), Place(left=SCAN + BULLET, after=4))
    quote.paragraph_format.keep_together = True
    borders(quote, left=rule(12, 8, ACCENT))
    paragraphs(
        document, "Speaker", Type(SANS, 9), Place(left=SCAN, before=4, after=2)
    ).paragraph_format.keep_with_next = True
    paragraphs(document, "Contact", Type(SANS, 9), Place(left=SCAN))
    paragraphs(document, "Table Text", Type(SANS, 9))
    paragraphs(document, "Table Head", Type(SANS, 8.5, QUIET))
    paragraphs(document, "Table Quote", Type(SERIF, 9))
    source = paragraphs(document, "Source", Type(SANS, 8), Place(left=NUMBER, hanging=NUMBER, before=2))
    source.paragraph_format.keep_with_next = True
    source.paragraph_format.tab_stops.add_tab_stop(Mm(NUMBER - 3), WD_TAB_ALIGNMENT.RIGHT)
    source.paragraph_format.tab_stops.add_tab_stop(Mm(NUMBER))
    headings(document, "Source Heading", 1, Type(SANS, 9, bold=True), Place(left=NUMBER, before=8, after=2))
    detail = paragraphs(document, "Source Detail", Type(SANS, 8, QUIET), Place(left=NUMBER))
    detail.paragraph_format.keep_together = True
    paragraphs(document, "Passage", Type(SERIF, 8), Place(left=NUMBER, after=2))
    contents = paragraphs(document, "toc 1", Type(SANS, 9.5), Place(after=2))
    contents.paragraph_format.tab_stops.add_tab_stop(Mm(WIDTH), WD_TAB_ALIGNMENT.RIGHT, WD_TAB_LEADER.DOTS)


def name_followers(document: Template) -> None:
    """The style that Word goes on with where an editor ends a paragraph."""
    for style in ("Title", "Heading 1", "Heading 2"):
        document.styles[style].next_paragraph_style = document.styles["Body Text"]
    for style, follower in (
        ("Boxed Heading", "Boxed Bullet"),
        ("Source Heading", "Source"),
        ("Source", "Source Detail"),
        ("Source Detail", "Source"),
    ):
        document.styles[style].next_paragraph_style = document.styles[follower]


def define_words(document: Template) -> None:
    """The styles of words within a paragraph."""
    words(document, "Label", Type(SANS, bold=True))
    words(document, "Citation", Type(SANS, color=ACCENT, bold=True)).font.superscript = True
    words(document, "Hyperlink", Type(color=ACCENT))
    words(document, "Mark", Type(SANS, 8, QUIET, bold=False))
    words(document, "Fact Name", Type(color=QUIET))
    words(document, "Margin Marking", Type(color=ACCENT, bold=True)).font.all_caps = True
    words(document, "Source Number", Type(SANS, color=ACCENT, bold=True))
    words(document, "Context", Type(color=QUIET))


def define_notes(document: Template) -> None:
    """The styles of footnotes and of comments, under the names and ids that Word gives them."""
    note = paragraphs(document, "footnote text", Type(SANS, 7.5), Place(left=BULLET, hanging=BULLET))
    note.paragraph_format.tab_stops.add_tab_stop(Mm(BULLET))
    number = words(document, "footnote reference", Type(SANS, color=ACCENT, bold=True))
    number.font.superscript = True
    comment = paragraphs(document, "annotation text", Type(SANS, 9))
    mark = words(document, "annotation reference", Type(size=8))
    ids = ("FootnoteText", "FootnoteReference", "CommentText", "CommentReference")
    for style, id_ in zip((note, number, comment, mark), ids, strict=True):
        style.element.styleId = id_


def define_bullets(document: Template) -> None:
    """One real list for both styles of bullets, whose indents the styles own."""
    numbering = document.part.numbering_part.element
    for old in list(numbering):
        numbering.remove(old)
    bullet = '<w:start w:val="1"/><w:numFmt w:val="bullet"/><w:lvlText w:val="•"/><w:lvlJc w:val="left"/>'
    level = f'<w:lvl w:ilvl="0">{bullet}<w:rPr>{fonts(SANS)}<w:color w:val="{ACCENT}"{themed(ACCENT)}/></w:rPr></w:lvl>'
    kind = '<w:multiLevelType w:val="singleLevel"/>'
    numbering.append(xml(f'<w:abstractNum {{w}} w:abstractNumId="0">{kind}{level}</w:abstractNum>'))
    numbering.append(xml('<w:num {w} w:numId="1"><w:abstractNumId w:val="0"/></w:num>'))
    document.styles["List Bullet"].element.get_or_add_pPr().get_or_add_numPr().get_or_add_numId().val = 1


def define_table(document: Template) -> None:
    """Light rules under the rows, a darker one under the head, text flush with the margins."""
    style = document.styles.add_style("Brief Table", WD_STYLE_TYPE.TABLE)
    lines = f"<w:bottom {rule(4, 0, RULE)}/><w:insideH {rule(4, 0, RULE)}/>"
    room = "".join(
        f'<w:{side} w:w="{width}" w:type="dxa"/>'
        for side, width in (("top", 36), ("left", 0), ("bottom", 36), ("right", 170))
    )
    cells = f"<w:tblBorders>{lines}</w:tblBorders><w:tblCellMar>{room}</w:tblCellMar>"
    style.element.append(xml(f"<w:tblPr {{w}}>{cells}</w:tblPr>"))
    head = f"<w:tcPr><w:tcBorders><w:bottom {rule(6, 0, QUIET)}/></w:tcBorders></w:tcPr>"
    style.element.append(xml(f'<w:tblStylePr {{w}} w:type="firstRow">{head}</w:tblStylePr>'))


def fill_margins(document: Template) -> None:
    """Embargo, running title and marking above; date of the information, marking and page number below."""
    page = document.sections[0]
    logo = page.first_page_header.paragraphs[0].insert_paragraph_before("{{ logo }}", style="Header")
    logo.paragraph_format.space_after = Pt(6)
    for header, text in ((page.header, "{{ title }}\t"), (page.first_page_header, "\t")):
        line = header.paragraphs[-1]
        above = line.insert_paragraph_before(style="Header")
        above.add_run("{{ embargo }}", style="Margin Marking")
        line.style = "Header"
        line.add_run(text)
        line.add_run("{{ marking }}", style="Margin Marking")
        # With the embargo the margin grows down to the text.
        line.paragraph_format.space_after = Pt(6)
    for footer in (page.footer, page.first_page_footer):
        line = footer.paragraphs[0]
        line.style = "Footer"
        line.add_run("{{ words.as_of }} {{ as_of }}\t")
        line.add_run("{{ marking }}", style="Margin Marking")
        line.add_run("\t{{ words.page }} ")
        add_field(line, "PAGE")
        line.add_run(" {{ words.of }} ")
        add_field(line, "NUMPAGES")


def fill_body(document: Template) -> None:
    """The places of the brief: the passages stand in two columns, on pages of their own, all else in one."""
    for name, style in (("title", "Title"), ("facts", "Fact"), ("note", "Remark")):
        document.add_paragraph(f"{{{{ {name} }}}}", style=style)
    places = (("sections", "Body Text", 1, WD_SECTION.NEW_PAGE), ("passages", "Passage", 2, WD_SECTION.CONTINUOUS))
    for name, style, columns, following in places:
        kinds = document.sections[-1]._sectPr.find(qn("w:cols"))  # noqa: SLF001
        kinds.set(qn("w:num"), str(columns))
        kinds.set(qn("w:space"), str(Mm(COLUMN_GAP).twips))
        document.add_section(following).different_first_page_header_footer = False
        place = document.paragraphs[-1]
        place.text, place.style = f"{{{{ {name} }}}}", style
    document.sections[-1]._sectPr.find(qn("w:cols")).set(qn("w:num"), "1")  # noqa: SLF001
    document.add_paragraph("{{ signature }}", style="Signature")


def add_field(line: Paragraph, name: str) -> None:
    """Add a number that Word counts."""
    field = f'<w:fldSimple {{w}} w:instr=" {name} "><w:r><w:t>1</w:t></w:r></w:fldSimple>'
    line._p.append(xml(field))  # noqa: SLF001


def paragraphs(
    document: Template, name: str, look: Type, place: Place = ANYWHERE, base: str | None = "Normal"
) -> ParagraphStyle:
    """Define a style of paragraphs."""
    style: ParagraphStyle = document.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH, builtin=name in BUILT_IN)
    style.base_style = document.styles[base] if base else None
    dress(style, look)
    form = style.paragraph_format
    form.left_indent = None if place.left is None else Mm(place.left)
    form.first_line_indent = None if place.hanging is None else Mm(-place.hanging)
    form.right_indent = None if place.right is None else Mm(place.right)
    # Said even where it is none: a house that is lent a style may set its own paragraphs apart.
    form.space_before, form.space_after = Pt(place.before), Pt(place.after)
    return style


def headings(document: Template, name: str, level: int, look: Type, place: Place) -> ParagraphStyle:
    """Define a heading: it stays with what follows, and Word lists it among the headings."""
    style = paragraphs(document, name, look, place)
    style.paragraph_format.keep_with_next = True
    style.element.get_or_add_pPr().append(xml(f'<w:outlineLvl {{w}} w:val="{level}"/>'))
    return style


def words(document: Template, name: str, look: Type) -> CharacterStyle:
    """Define a style of words within a paragraph."""
    style: CharacterStyle = document.styles.add_style(name, WD_STYLE_TYPE.CHARACTER, builtin=name in BUILT_IN)
    dress(style, look)
    return style


def dress(style: CharacterStyle, look: Type) -> None:
    """Give a style its letters, and a place in Word's gallery."""
    style.quick_style = True
    if look.font:
        style.element.get_or_add_rPr().insert(0, xml(fonts(look.font).replace("<w:rFonts", "<w:rFonts {w}")))
    # Arabic and Hebrew letters have their own weight and size.
    style.font.bold = style.font.cs_bold = look.bold
    if look.size:
        style.font.size = Pt(look.size)
        style.element.rPr.find(qn("w:sz")).addnext(xml(f'<w:szCs {{w}} w:val="{round(look.size * 2)}"/>'))
    if look.color:
        style.font.color.rgb = RGBColor.from_string(look.color)
    if look.color == ACCENT:
        style.font.color.theme_color = MSO_THEME_COLOR.ACCENT_1


def box(style: ParagraphStyle) -> None:
    """A tinted box with a bar at its left; neighbours with the same indents share it."""
    edge = rule(4, 9, TINT)
    borders(style, top=edge, left=rule(28, 11, ACCENT), bottom=edge, right=rule(4, 14, TINT))
    ground = f'w:fill="{TINT}" w:themeFill="{THEMED[TINT]}"'
    shade = xml(f'<w:shd {{w}} w:val="clear" w:color="auto" {ground}/>')
    style.element.pPr.find(qn("w:pBdr")).addnext(shade)


def borders(style: ParagraphStyle, **sides: str) -> None:
    """Rules around a paragraph, side by side in the order that the schema asks for."""
    lines = "".join(f"<w:{side} {line}/>" for side, line in sides.items())
    # What may follow a border in a paragraph's properties, of what is used here.
    followers = ("w:shd", "w:tabs", "w:spacing", "w:ind", "w:outlineLvl")
    style.element.get_or_add_pPr().insert_element_before(xml(f"<w:pBdr {{w}}>{lines}</w:pBdr>"), *followers)


def rule(width: int, space: int, color: str) -> str:
    """The attributes of a line: width in eighths of a point, distance in points."""
    return f'w:val="single" w:sz="{width}" w:space="{space}" w:color="{color}"{themed(color)}'


def themed(color: str) -> str:
    """The attribute by which a colour follows the theme, if it does."""
    return f' w:themeColor="{THEMED[color]}"' if color in THEMED else ""


def fonts(name: str) -> str:
    """One font for all scripts that it has."""
    kinds = " ".join(f'w:{kind}="{name}"' for kind in ("ascii", "hAnsi", "eastAsia", "cs"))
    return f"<w:rFonts {kinds}/>"


def xml(text: str) -> BaseOxmlElement:
    """An element of WordprocessingML; `{w}` in its first tag declares the namespace."""
    return parse_xml(text.replace("{w}", nsdecls("w")))


if __name__ == "__main__":
    main()
