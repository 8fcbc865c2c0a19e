"""Office files drawn in lines, so that one text can be written in every format.

# Title
## Heading
A paragraph, with {ins:added}, {del:taken out}, {hide:hidden}, {note:A footnote.}, {box:A text box.}, {say:a comment}.
- An entry of a list
| A cell | another, of one row
head: A running head
"""

import re
from collections.abc import Callable, Mapping
from html import escape
from io import BytesIO
from itertools import groupby
from zipfile import ZIP_DEFLATED, ZipFile

Parts = dict[str, str]
"""The parts of a package, by name."""

_LINE = re.compile(r"(?:(##|#|-|\||head:) )?(.*)")
_MARK = re.compile(r"\{(\w+):([^{}]*)\}")
_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_STATED = 'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/"'


def packed(parts: Mapping[str, str | bytes]) -> bytes:
    """A zip archive of these parts."""
    stream = BytesIO()
    with ZipFile(stream, "w", ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return stream.getvalue()


def _lines(drawn: str) -> list[tuple[str, str]]:
    """Each line with the mark that it begins with."""
    lines = (line.strip() for line in drawn.strip().split("\n"))
    return [(found[1] or "", found[2]) for line in lines if line and (found := _LINE.fullmatch(line))]


def _written(text: str, word: Callable[[str], str], marks: Mapping[str, Callable[[str], str]]) -> str:
    """A paragraph's words in a format, its marks by how the format writes them."""
    pieces = _MARK.split(text)
    said = [word(one) if one else "" for one in pieces[::3]]
    marked = [marks[name](inner) for name, inner in zip(pieces[1::3], pieces[2::3], strict=True)]
    return "".join(one for pair in zip(said, [*marked, ""], strict=True) for one in pair)


def _cells(row: str) -> list[str]:
    return [cell.strip() for cell in row.split("|")]


# --- DOCX ---------------------------------------------------------------------


def docx_parts(drawn: str, **stated: str) -> Parts:
    """The parts of a Word file; what is `stated` are its properties."""
    notes: list[str] = []
    comments: list[str] = []

    def run(text: str, looks: str = "", tag: str = "t") -> str:
        return f'<w:r><w:rPr>{looks}</w:rPr><w:{tag} xml:space="preserve">{escape(text)}</w:{tag}></w:r>'

    def note(text: str) -> str:
        notes.append(
            f'<w:footnote w:id="{len(notes) + 1}"><w:p><w:r><w:footnoteRef/></w:r>{run(text)}</w:p></w:footnote>'
        )
        return f'<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:footnoteReference w:id="{len(notes)}"/></w:r>'

    def comment(text: str) -> str:
        comments.append(f'<w:comment w:id="{len(comments)}"><w:p>{run(text)}</w:p></w:comment>')
        return f'<w:r><w:commentReference w:id="{len(comments) - 1}"/></w:r>'

    def box(text: str) -> str:
        inner = f"<w:txbxContent><w:p>{run(text)}</w:p></w:txbxContent>"
        drawing, old = f"<mc:Choice>{inner}</mc:Choice>", f"<mc:Fallback>{inner}</mc:Fallback>"
        return f"<w:r><mc:AlternateContent>{drawing}{old}</mc:AlternateContent></w:r>"

    marks = {
        "ins": lambda text: f'<w:ins w:id="1">{run(text)}</w:ins>',
        "del": lambda text: f'<w:del w:id="2">{run(text, tag="delText")}</w:del>',
        "hide": lambda text: run(text, "<w:vanish/>"),
        "note": note,
        "say": comment,
        "box": box,
    }
    looks = {
        "#": '<w:pStyle w:val="T"/>',
        "##": '<w:pStyle w:val="H"/>',
        "-": '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>',
    }

    def paragraph(mark: str, text: str) -> str:
        return f"<w:p><w:pPr>{looks.get(mark, '')}</w:pPr>{_written(text, run, marks)}</w:p>"

    def row(text: str) -> str:
        return "<w:tr>" + "".join(f"<w:tc>{paragraph('', cell)}</w:tc>" for cell in _cells(text)) + "</w:tr>"

    lines = _lines(drawn)
    body = "".join(
        f"<w:tbl>{''.join(row(text) for _, text in group)}</w:tbl>"
        if is_table
        else "".join(paragraph(mark, text) for mark, text in group if mark != "head:")
        for is_table, group in groupby(lines, lambda line: line[0] == "|")
    )
    heads = [text for mark, text in lines if mark == "head:"]
    styles = "".join(
        f'<w:style w:type="paragraph" w:styleId="{id_}"><w:name w:val="{name}"/></w:style>'
        for id_, name in (("T", "Title"), ("H", "heading 1"))
    )
    parts = {
        "word/document.xml": f"<w:body>{body}</w:body>",
        "word/styles.xml": styles,
        "word/footnotes.xml": '<w:footnote w:type="separator" w:id="0"><w:p/></w:footnote>' + "".join(notes),
        "word/comments.xml": "".join(comments),
        **{f"word/header{at}.xml": f"<w:p>{run(text)}</w:p>" for at, text in enumerate(heads)},
    }
    roots = {"document": "document", "styles": "styles", "footnotes": "footnotes", "comments": "comments"}
    named = {name: name.removeprefix("word/").rstrip("0123456789.xml") for name in parts}
    roots = {name: roots.get(kind, "hdr") for name, kind in named.items()}
    spaces = f'xmlns:w="{_W}" xmlns:mc="urn:mc"'
    return {
        "[Content_Types].xml": f'<Types xmlns="{_PACKAGE}/content-types"/>',
        "_rels/.rels": _relations({"word/document.xml": "officeDocument", "docProps/core.xml": "core-properties"}),
        "word/_rels/document.xml.rels": _relations(
            {f"/{name}": kind for name, kind in named.items() if kind != "document"}
        ),
        "docProps/core.xml": f"<p {_STATED}>{_elements(stated)}</p>",
        **{name: f"<w:{root} {spaces}>{parts[name]}</w:{root}>" for name, root in roots.items()},
    }


def _relations(kinds: Mapping[str, str]) -> str:
    rows = (
        f'<Relationship Id="r{at}" Type="{_R}/{kind}" Target="{name}"/>'
        for at, (name, kind) in enumerate(kinds.items())
    )
    return f'<Relationships xmlns="{_PACKAGE}/relationships">{"".join(rows)}</Relationships>'


def _elements(stated: Mapping[str, str]) -> str:
    names = {"title": "dc:title", "author": "dc:creator", "modified": "dcterms:modified", "about": "dc:description"}
    return "".join(f"<{names[key]}>{escape(value)}</{names[key]}>" for key, value in stated.items())


# --- OpenDocument -------------------------------------------------------------

_ODF = "urn:oasis:names:tc:opendocument:xmlns"
_SPACES = " ".join(
    f'xmlns:{name}="{_ODF}:{space}:1.0"'
    for name, space in {
        "office": "office",
        "text": "text",
        "table": "table",
        "style": "style",
        "draw": "drawing",
        "meta": "meta",
        "manifest": "manifest",
    }.items()
)


def _odt_paragraph(mark: str, text: str) -> str:
    taken = "<text:change text:change-id='c1'/>"
    marks = {
        "ins": lambda inner: f"<text:change-start text:change-id='c2'/>{inner}<text:change-end text:change-id='c2'/>",
        "del": lambda _inner: taken,
        "hide": lambda inner: f'<text:span text:style-name="Unseen">{inner}</text:span>',
        "note": lambda inner: (
            "<text:note text:note-class='footnote'><text:note-citation>1</text:note-citation>"
            f"<text:note-body><text:p>{inner}</text:p></text:note-body></text:note>"
        ),
        "say": lambda inner: (
            f"<office:annotation><dc:creator>Ed</dc:creator><text:p>{inner}</text:p></office:annotation>"
        ),
        "box": lambda inner: f"<draw:frame><draw:text-box><text:p>{inner}</text:p></draw:text-box></draw:frame>",
    }
    name, style = {"#": ("p", "P1"), "##": ("h", "Heading_20_1")}.get(mark, ("p", "Standard"))
    said = f'<text:{name} text:style-name="{style}">{_written(text, escape, marks)}</text:{name}>'
    return f"<text:list><text:list-item>{said}</text:list-item></text:list>" if mark == "-" else said


def _odt_row(text: str) -> str:
    cells = (f"<table:table-cell>{_odt_paragraph('', cell)}</table:table-cell>" for cell in _cells(text))
    return f"<table:table-row>{''.join(cells)}</table:table-row>"


def odt_parts(drawn: str, **stated: str) -> Parts:
    """The parts of an OpenDocument text; what is `stated` are its properties."""
    lines = _lines(drawn)
    body = "".join(
        f"<table:table>{''.join(_odt_row(text) for _, text in group)}</table:table>"
        if is_table
        else "".join(_odt_paragraph(mark, text) for mark, text in group if mark != "head:")
        for is_table, group in groupby(lines, lambda line: line[0] == "|")
    )
    taken = "".join(re.findall(r"\{del:([^{}]*)\}", drawn))
    tracked = f"<text:tracked-changes><text:deletion><text:p>{taken}</text:p></text:deletion></text:tracked-changes>"
    heads = "".join(
        f"<style:header><text:p>{escape(text)}</text:p></style:header>" for mark, text in lines if mark == "head:"
    )
    automatic = (
        '<style:style style:name="P1" style:parent-style-name="Title"/>'
        '<style:style style:name="Unseen"><style:text-properties text:display="none"/></style:style>'
    )
    names = {"author": "meta:initial-creator", "modified": "dc:date", "title": "dc:title", "about": "dc:description"}
    told = "".join(f"<{names[key]}>{escape(value)}</{names[key]}>" for key, value in stated.items())
    parts = {
        "content.xml": f"<office:automatic-styles>{automatic}</office:automatic-styles>"
        f"<office:body><office:text>{tracked if taken else ''}{body}</office:text></office:body>",
        "styles.xml": f"<office:master-styles><style:master-page>{heads}</style:master-page></office:master-styles>",
        "meta.xml": f"<office:meta>{told}</office:meta>",
    }
    return {
        "mimetype": "application/vnd.oasis.opendocument.text",
        "META-INF/manifest.xml": f"<manifest:manifest {_SPACES}/>",
        **{name: f"<office:document {_SPACES} {_STATED}>{inner}</office:document>" for name, inner in parts.items()},
    }


def flat_odt(drawn: str, **stated: str) -> bytes:
    """The same in one file of XML."""
    parts = odt_parts(drawn, **stated)
    inner = "".join(
        re.sub(r"</?office:document[^>]*>", "", parts[name]) for name in ("meta.xml", "styles.xml", "content.xml")
    )
    kind = f'office:mimetype="{parts["mimetype"]}"'
    return f'<?xml version="1.0"?>\n<office:document {_SPACES} {_STATED} {kind}>{inner}</office:document>'.encode()


# --- Rich Text ----------------------------------------------------------------


def _rtf_word(text: str) -> str:
    """Text with its odd characters in UTF-16, each with a question mark for old programs."""
    units = text.encode("utf-16-le")
    codes = (int.from_bytes(units[at : at + 2], "little", signed=True) for at in range(0, len(units), 2))
    return "".join(chr(code) if 32 <= code < 128 and chr(code) not in "\\{}" else f"\\u{code}?" for code in codes)


def rtf(drawn: str, **stated: str) -> bytes:
    """A Rich Text document; what is `stated` are its properties."""
    marks = {
        "ins": lambda inner: f"{{\\revised {_rtf_word(inner)}}}",
        "del": lambda inner: f"{{\\deleted {_rtf_word(inner)}}}",
        "hide": lambda inner: f"{{\\v {_rtf_word(inner)}}}",
        "note": lambda inner: f"{{\\super\\chftn}}{{\\footnote\\pard\\plain{{\\super\\chftn}} {_rtf_word(inner)}}}",
        "say": lambda inner: f"{{\\*\\atnid E}}{{\\*\\atnauthor Ed}}{{\\*\\annotation\\pard {_rtf_word(inner)}}}",
        "box": lambda inner: (
            f"{{\\shp{{\\*\\shpinst{{\\sp{{\\sn a}}{{\\sv 1}}}}{{\\shptxt\\pard {_rtf_word(inner)}\\par}}}}}}"
        ),
    }
    looks = {"#": "\\s1 ", "##": "\\s2 ", "-": "\\ls1{\\listtext 1.\\tab}"}

    def paragraph(mark: str, text: str) -> str:
        return f"\\pard\\plain{looks.get(mark, ' ')}{_written(text, _rtf_word, marks)}"

    def line(mark: str, text: str) -> str:
        if mark == "head:":
            return f"{{\\header {_rtf_word(text)}\\par}}"
        if mark == "|":
            return "\\trowd" + "".join(f"{paragraph('', cell)}\\intbl\\cell" for cell in _cells(text)) + "\\row"
        return f"{paragraph(mark, text)}\\par"

    names = {"title": "title", "author": "author", "about": "doccomm"}
    told = "".join(f"{{\\{names[key]} {_rtf_word(value)}}}" for key, value in stated.items() if key in names)
    day = (
        "".join(
            f"\\{unit}{int(number)}"
            for unit, number in zip(("yr", "mo", "dy"), stated.get("modified", "").split("-"), strict=False)
        )
        if "modified" in stated
        else ""
    )
    head = "{\\fonttbl{\\f0\\fcharset0 Times;}}{\\stylesheet{\\s1 Title;}{\\s2\\b heading 1;}}"
    info = f"{{\\info{told}{{\\revtim{day}}}}}"
    body = "\n".join(line(mark, text) for mark, text in _lines(drawn))
    return f"{{\\rtf1\\ansi\\ansicpg1252\\uc1{head}{info}\n{body}}}".encode()


# --- EPUB ---------------------------------------------------------------------

_BOOK = "OEBPS/book.opf"


def epub_parts(drawn: str, *, properties: str = "", **stated: str) -> Parts:
    """The parts of a book of one chapter; what is `stated` are its properties."""
    notes: list[str] = []

    def note(inner: str) -> str:
        notes.append(f'<aside epub:type="footnote" id="n{len(notes)}"><p>{escape(inner)}</p></aside>')
        return f'<a epub:type="noteref" href="#n{len(notes) - 1}">{len(notes)}</a>'

    marks = {"note": note, "hide": lambda inner: f"<span hidden=''>{escape(inner)}</span>"}
    tags = {"#": "h1", "##": "h2", "": "p"}

    def line(mark: str, text: str) -> str:
        said = _written(text, escape, marks)
        if mark == "|":
            return f"<table><tr>{''.join(f'<td>{cell}</td>' for cell in _cells(said))}</tr></table>"
        return f"<ul><li>{said}</li></ul>" if mark == "-" else f"<{tags[mark]}>{said}</{tags[mark]}>"

    body = "".join(line(mark, text) for mark, text in _lines(drawn))
    names = {"title": "dc:title", "author": "dc:creator", "published": "dc:date", "publisher": "dc:publisher"}
    told = "".join(f"<{names[key]}>{escape(value)}</{names[key]}>" for key, value in stated.items())
    return {
        "mimetype": "application/epub+zip",
        "META-INF/container.xml": f'<container><rootfiles><rootfile full-path="{_BOOK}"/></rootfiles></container>',
        _BOOK: f"<package {_STATED}><metadata>{told}</metadata><manifest>"
        f'<item id="one" href="text/one.xhtml" properties="{properties}"/></manifest>'
        '<spine><itemref idref="one"/></spine></package>',
        "OEBPS/text/one.xhtml": '<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops">'
        f"<head><title>one</title></head><body>{body}{''.join(notes)}</body></html>",
    }


WRITERS: Mapping[str, Callable[..., bytes]] = {
    "docx": lambda drawn, **stated: packed(docx_parts(drawn, **stated)),
    "odt": lambda drawn, **stated: packed(odt_parts(drawn, **stated)),
    "fodt": flat_odt,
    "rtf": rtf,
    "epub": lambda drawn, **stated: packed(epub_parts(drawn, **stated)),
}
"""What writes a drawn text as a file, by the ending of its name."""
