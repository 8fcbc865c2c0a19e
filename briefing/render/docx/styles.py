"""Step 5, rendering: the styles that Word itself knows, in a template that has not yet used them.

In: a document. Out: the id of a style, which is defined if it was not: Word does
so too, when a footnote or a comment is first set.
"""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from docx.document import Document

_RAISED = "<w:rPr><w:vertAlign w:val='superscript'/></w:rPr>"
_KNOWN = {
    "footnote text": ("FootnoteText", "paragraph", ""),
    "footnote reference": ("FootnoteReference", "character", _RAISED),
    "annotation text": ("CommentText", "paragraph", ""),
    "annotation reference": ("CommentReference", "character", ""),
}
"""By Word's name: id, kind, and what a template without the style gets."""


def style_id(document: "Document", name: str) -> str:
    """The id of a style of Word's own, by its name in any case."""
    for style in document.styles:
        if (style.name or "").casefold() == name:
            return str(style.style_id)
    from docx.oxml import parse_xml
    from docx.oxml.ns import nsdecls

    known, kind, look = _KNOWN[name]
    document.styles.element.append(
        parse_xml(
            f'<w:style {nsdecls("w")} w:type="{kind}" w:styleId="{known}"><w:name w:val="{name}"/>'
            f'<w:uiPriority w:val="99"/>{look}</w:style>'
        )
    )
    return known
