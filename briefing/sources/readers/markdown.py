"""Step 1, reading: a Markdown file (CommonMark and tables) → lines.

Markup says what a line is, so layout has little left to judge. Raw HTML is
not interpreted: it stays text and is dropped as markup.
"""

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from briefing.sources import clean
from briefing.sources.dates import faults, iso_date
from briefing.sources.draft import Draft, Line, bounded
from briefing.sources.encoding import decode
from briefing.sources.shape import is_sentence

if TYPE_CHECKING:
    from markdown_it.token import Token

_FRONT_MATTER = re.compile(r"---\n((?:[^\n]*\n)*?)---(?:\n|$)")
_KEYS = {
    "title": ("title",),
    "publisher": ("publisher", "site", "site_name", "publication"),
    "published": ("published", "date", "publication_date", "published_at"),
}
_BREAKS = ("softbreak", "hardbreak")


def read(data: bytes) -> Draft:
    """Read Markdown.

    Raises:
        UnreadableError: the file is not text.
    """
    from markdown_it import MarkdownIt

    text, notes = decode(data)
    found = _FRONT_MATTER.match(text)
    front, body = (found[1], text[found.end() :]) if found else ("", text)
    stated = _stated(front)
    published = stated.get("published", "")
    # Four spaces of indent are seldom meant as code in a source.
    parser = MarkdownIt("commonmark", {"html": False}).enable("table").disable("code")
    return Draft(
        (*_front_lines(front), *_lines(parser.parse(bounded(body)))),
        title=stated.get("title"),
        publisher=stated.get("publisher"),
        published=iso_date(published),
        notes=(*notes, *faults(published)),
    )


def _stated(front: str) -> dict[str, str]:
    """The metadata that the front matter states, by our own names for it."""
    pairs = (row.partition(":") for row in front.split("\n"))
    values = {key.strip().lower(): clean.line(value).strip("'\"") for key, _, value in pairs}
    stated = {ours: [values[key] for key in keys if values.get(key)] for ours, keys in _KEYS.items()}
    return {ours: found[0] for ours, found in stated.items() if found}


def _front_lines(front: str) -> Iterator[Line]:
    for row in front.split("\n"):
        if text := clean.line(row):
            yield Line(text, reason="front matter")


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
