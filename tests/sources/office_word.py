"""A drawn text as a Word file, written as Word writes it as far as that matters."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from html import escape
from itertools import groupby

from office_notation import STATED, Parts, cells_of, elements, lines_of, written

_FORMATS = "http://schemas.openxmlformats.org"
_SPACES = (
    f'xmlns:w="{_FORMATS}/wordprocessingml/2006/main" xmlns:r="{_FORMATS}/officeDocument/2006/relationships" '
    f'xmlns:mc="{_FORMATS}/markup-compatibility/2006"'
)
_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_STYLES = "".join(
    f'<w:style w:type="paragraph" w:styleId="{id_}"><w:name w:val="{name}"/></w:style>'
    for id_, name in (("T", "Title"), ("H", "heading 1"))
)
_LOOKS = {
    "#": '<w:pStyle w:val="T"/>',
    "##": '<w:pStyle w:val="H"/>',
    "-": '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>',
}
_LIST = (
    '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/><w:lvlText w:val="•"/></w:lvl>'
    '</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
)
_NAMES = {"title": "dc:title", "author": "dc:creator", "modified": "dcterms:modified", "about": "dc:description"}


@dataclass(slots=True)
class _Body:
    """The paragraphs and rows of a text; what they hang elsewhere is gathered."""

    notes: list[str] = field(default_factory=list)
    comments: list[str] = field(default_factory=list)

    def paragraph(self, mark: str, text: str) -> str:
        marks = {
            "ins": lambda inner: f'<w:ins w:id="1" w:author="Ed">{_run(inner)}</w:ins>',
            "del": lambda inner: f'<w:del w:id="2" w:author="Ed">{_run(inner, tag="delText")}</w:del>',
            "hide": lambda inner: _run(inner, "<w:vanish/>"),
            "note": self._note,
            "say": self._comment,
            "box": _box,
        }
        return f"<w:p><w:pPr>{_LOOKS.get(mark, '')}</w:pPr>{written(text, _run, marks)}</w:p>"

    def row(self, text: str) -> str:
        cells = (f"<w:tc>{self.paragraph('', cell)}</w:tc>" for cell in cells_of(text))
        return f"<w:tr>{''.join(cells)}</w:tr>"

    def _note(self, text: str) -> str:
        inner = f"<w:p><w:r><w:footnoteRef/></w:r>{_run(text)}</w:p>"
        self.notes.append(f'<w:footnote w:id="{len(self.notes) + 1}">{inner}</w:footnote>')
        mark = f'<w:footnoteReference w:id="{len(self.notes)}"/>'
        return f'<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr>{mark}</w:r>'

    def _comment(self, text: str) -> str:
        number = len(self.comments)
        self.comments.append(f'<w:comment w:id="{number}" w:author="Ed"><w:p>{_run(text)}</w:p></w:comment>')
        return f'<w:r><w:commentReference w:id="{number}"/></w:r>'


def docx_parts(drawn: str, **stated: str) -> Parts:
    """The parts of a Word file; what is `stated` are its properties."""
    lines, body = lines_of(drawn), _Body()
    blocks = "".join(
        f"<w:tbl>{''.join(body.row(text) for _, text in group)}</w:tbl>"
        if is_table
        else "".join(body.paragraph(mark, text) for mark, text in group if mark != "head:")
        for is_table, group in groupby(lines, lambda line: line[0] == "|")
    )
    heads = [_run(text) for mark, text in lines if mark == "head:"]
    parts = {
        "styles": _root("styles", _STYLES),
        "numbering": _root("numbering", _LIST),
        "footnotes": _root("footnotes", '<w:footnote w:type="separator" w:id="0"><w:p/></w:footnote>', *body.notes),
        "comments": _root("comments", *body.comments),
        **({"header": _root("hdr", *(f"<w:p>{head}</w:p>" for head in heads))} if heads else {}),
    }
    shown = '<w:headerReference w:type="default" r:id="header"/>' if heads else ""
    main = _root("document", f"<w:body>{blocks}<w:sectPr>{shown}</w:sectPr></w:body>")
    return {
        "[Content_Types].xml": _types(parts),
        "_rels/.rels": _relations({"officeDocument": "word/document.xml", "core-properties": "docProps/core.xml"}),
        "word/_rels/document.xml.rels": _relations({kind: f"{kind}.xml" for kind in parts}),
        "docProps/core.xml": f"<p {STATED}>{elements(stated, _NAMES)}</p>",
        "word/document.xml": main,
        **{f"word/{kind}.xml": content for kind, content in parts.items()},
    }


def _run(text: str, looks: str = "", tag: str = "t") -> str:
    return f'<w:r><w:rPr>{looks}</w:rPr><w:{tag} xml:space="preserve">{escape(text)}</w:{tag}></w:r>'


def _box(text: str) -> str:
    inner = f"<w:txbxContent><w:p>{_run(text)}</w:p></w:txbxContent>"
    forms = f"<mc:Choice>{inner}</mc:Choice><mc:Fallback>{inner}</mc:Fallback>"
    return f"<w:r><mc:AlternateContent>{forms}</mc:AlternateContent></w:r>"


def _root(name: str, *inner: str) -> str:
    return f"<w:{name} {_SPACES}>{''.join(inner)}</w:{name}>"


def _types(parts: Mapping[str, str]) -> str:
    rows = "".join(f'<Override PartName="/word/{kind}.xml" ContentType="{_TYPE}.{kind}+xml"/>' for kind in parts)
    return (
        f'<Types xmlns="{_FORMATS}/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/>'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Override PartName="/word/document.xml" ContentType="{_TYPE}.document.main+xml"/>{rows}</Types>'
    )


def _relations(targets: Mapping[str, str]) -> str:
    kinds = f"{_FORMATS}/officeDocument/2006/relationships"
    rows = (f'<Relationship Id="{kind}" Type="{kinds}/{kind}" Target="{name}"/>' for kind, name in targets.items())
    return f'<Relationships xmlns="{_FORMATS}/package/2006/relationships">{"".join(rows)}</Relationships>'
