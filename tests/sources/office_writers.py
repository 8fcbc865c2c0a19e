"""A drawn text as OpenDocument, Rich Text or EPUB, and what writes it in each format."""

import re
from collections.abc import Callable, Mapping
from html import escape
from itertools import groupby

from office_notation import STATED, Parts, cells_of, elements, lines_of, packed, written
from office_word import docx_parts

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


_TAKEN = "<text:change text:change-id='c1'/>"
"""What stands where something was deleted."""


def _odt_paragraph(mark: str, text: str) -> str:
    marks = {
        "ins": lambda inner: f"<text:change-start text:change-id='c2'/>{inner}<text:change-end text:change-id='c2'/>",
        "del": lambda _inner: _TAKEN,
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
    said = f'<text:{name} text:style-name="{style}">{written(text, escape, marks)}</text:{name}>'
    return f"<text:list><text:list-item>{said}</text:list-item></text:list>" if mark == "-" else said


def _odt_row(text: str) -> str:
    cells = (f"<table:table-cell>{_odt_paragraph('', cell)}</table:table-cell>" for cell in cells_of(text))
    return f"<table:table-row>{''.join(cells)}</table:table-row>"


def odt_parts(drawn: str, **stated: str) -> Parts:
    """The parts of an OpenDocument text; what is `stated` are its properties."""
    lines = lines_of(drawn)
    body = "".join(
        f"<table:table>{''.join(_odt_row(text) for _, text in group)}</table:table>"
        if is_table
        else "".join(_odt_paragraph(mark, text) for mark, text in group if mark != "head:")
        for is_table, group in groupby(lines, lambda line: line[0] == "|")
    )
    taken = "".join(re.findall(r"\{del:([^{}]*)\}", drawn))
    deletion = f"<text:deletion><text:p>{taken}</text:p></text:deletion>"
    region = f'<text:changed-region text:id="c1">{deletion}</text:changed-region>'
    tracked = f"<text:tracked-changes>{region}</text:tracked-changes>"
    heads = "".join(
        f"<style:header><text:p>{escape(text)}</text:p></style:header>" for mark, text in lines if mark == "head:"
    )
    automatic = (
        '<style:style style:name="P1" style:parent-style-name="Title"/>'
        '<style:style style:name="Unseen"><style:text-properties text:display="none"/></style:style>'
    )
    names = {"author": "meta:initial-creator", "modified": "dc:date", "title": "dc:title", "about": "dc:description"}
    told = elements(stated, names)
    parts = {
        "content.xml": f"<office:automatic-styles>{automatic}</office:automatic-styles>"
        f"<office:body><office:text>{tracked if taken else ''}{body}</office:text></office:body>",
        "styles.xml": f"<office:master-styles><style:master-page>{heads}</style:master-page></office:master-styles>",
        "meta.xml": f"<office:meta>{told}</office:meta>",
    }
    return {
        "mimetype": "application/vnd.oasis.opendocument.text",
        "META-INF/manifest.xml": f"<manifest:manifest {_SPACES}/>",
        **{name: f"<office:document {_SPACES} {STATED}>{inner}</office:document>" for name, inner in parts.items()},
    }


def flat_odt(drawn: str, **stated: str) -> bytes:
    """The same in one file of XML, in which LibreOffice keeps what was deleted in its place."""
    parts = odt_parts(drawn, **stated)
    inner = "".join(
        re.sub(r"</?office:document[^>]*>", "", parts[name]) for name in ("meta.xml", "styles.xml", "content.xml")
    )
    taken = "".join(re.findall(r"\{del:([^{}]*)\}", drawn))
    start, end = (f"<text:change-{at} text:change-id='c1'/>" for at in ("start", "end"))
    inner = inner.replace(_TAKEN, f"{start}{taken}{end}")
    kind = f'office:mimetype="{parts["mimetype"]}"'
    return f'<?xml version="1.0"?>\n<office:document {_SPACES} {STATED} {kind}>{inner}</office:document>'.encode()


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
        return f"\\pard\\plain{looks.get(mark, ' ')}{written(text, _rtf_word, marks)}"

    def line(mark: str, text: str) -> str:
        if mark == "head:":
            return f"{{\\header {_rtf_word(text)}\\par}}"
        if mark == "|":
            return "\\trowd" + "".join(f"{paragraph('', cell)}\\intbl\\cell" for cell in cells_of(text)) + "\\row"
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
    body = "\n".join(line(mark, text) for mark, text in lines_of(drawn))
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
        said = written(text, escape, marks)
        if mark == "|":
            return f"<table><tr>{''.join(f'<td>{cell}</td>' for cell in cells_of(said))}</tr></table>"
        return f"<ul><li>{said}</li></ul>" if mark == "-" else f"<{tags[mark]}>{said}</{tags[mark]}>"

    body = "".join(line(mark, text) for mark, text in lines_of(drawn))
    names = {"title": "dc:title", "author": "dc:creator", "published": "dc:date", "publisher": "dc:publisher"}
    told = elements(stated, names)
    return {
        "mimetype": "application/epub+zip",
        "META-INF/container.xml": f'<container><rootfiles><rootfile full-path="{_BOOK}"/></rootfiles></container>',
        _BOOK: f"<package {STATED}><metadata>{told}</metadata><manifest>"
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
