"""Step 1, reading: a Markdown file (CommonMark and tables) → lines.

Markup says what a line is, so layout has little left to judge. Raw HTML is
not interpreted: it stays text and is dropped as markup.
"""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from briefing.sources import clean, front_matter
from briefing.sources.draft import Draft, Line, bounded
from briefing.sources.encoding import decode
from briefing.sources.readers.properties import refuse_own
from briefing.sources.shape import is_sentence

if TYPE_CHECKING:
    from markdown_it.token import Token

_BREAKS = ("softbreak", "hardbreak")


def read(data: bytes) -> Draft:
    """Read Markdown.

    Raises:
        UnreadableError: the file is not text, is too long, or a brief of this program.
    """
    from markdown_it import MarkdownIt

    text, notes = decode(data)
    refuse_own(text.rstrip().rpartition("\n")[2].lstrip("*"))
    front, body = front_matter.parted(text)
    # Four spaces of indent are seldom meant as code in a source.
    parser = MarkdownIt("commonmark", {"html": False}).enable("table").disable("code")
    return front.before(Draft(tuple(_lines(parser.parse(bounded(body)))), notes=notes))


def _lines(tokens: Sequence["Token"]) -> Iterator[Line]:
    marker, title_tag = "", "h1"
    for number, token in enumerate(tokens):
        if token.type == "list_item_open":
            marker = f"{token.info}{token.markup} "
        elif token.type == "list_item_close":
            marker = ""
        elif token.type == "fence":
            yield from _dropped(token.content, "code")
        elif token.type == "tr_open":
            yield from _dropped(_row(tokens, number), "table row")
        elif token.type == "inline" and tokens[number - 1].tag not in ("td", "th"):
            yield from _line(token, tokens[number - 1].tag, marker, title_tag)
            marker = ""
            title_tag = "" if tokens[number - 1].tag == title_tag else title_tag


def _line(inline: "Token", tag: str, marker: str, title_tag: str) -> Iterator[Line]:
    text = _text(inline)
    if not text:
        pictures = (child.content for child in inline.children or () if child.type == "image")
        yield from _dropped(" ".join(pictures), "photo caption or credit")
    elif marker:
        yield Line(marker + text, kind="bullet", lead=len(marker))
    elif tag == "p" or is_sentence(text):  # a rule under a paragraph makes it a heading by mistake
        yield Line(text, gap=True)
    else:
        yield Line(text, gap=True, kind="title" if tag == title_tag else "heading")


def _row(tokens: Sequence["Token"], start: int) -> str:
    end = next(at for at in range(start, len(tokens)) if tokens[at].type == "tr_close")
    return " | ".join(_text(token) for token in tokens[start:end] if token.type == "inline")


def _dropped(text: str, reason: str) -> Iterator[Line]:
    if text := clean.line(text):
        yield Line(text, gap=True, reason=reason)


def _text(inline: "Token") -> str:
    """What a reader would see, markup and pictures left out."""
    children = [child for child in inline.children or () if child.type != "image"]
    return clean.line("".join(" " if child.type in _BREAKS else child.content for child in children))
