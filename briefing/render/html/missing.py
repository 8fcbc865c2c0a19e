"""Step 5, rendering: what the fonts of a template cannot show.

In: a `Brief` and its template. Out: a sentence for each place in the brief with
characters that no font of the template has. They are told from the fonts, not
from what a system puts in their place.
"""

import re
from collections.abc import Iterator
from dataclasses import astuple
from itertools import chain
from typing import Any

from briefing.model import Brief
from briefing.render.html.fonts import faces, ranges, seen
from briefing.render.html.page import style_sheet
from briefing.render.languages import words_of
from briefing.render.view import Annex, SectionView, SourceList, View
from briefing.render.viewing import view
from briefing.settings import Template

_FILE = re.compile(r"""url\(\s*["']?([^"')]+)""")


def missing_glyphs(brief: Brief, template: Template) -> tuple[str, ...]:
    """What the page and the PDF cannot show, a sentence for each place."""
    by_place: dict[str, set[str]] = {}
    for place, value in _places(view(brief, words_of(template))):
        by_place.setdefault(place, set()).update(*map(seen, _texts(value)))
    served = set(_served(template, frozenset().union(*by_place.values())))
    return tuple(
        _told(place, sorted(characters - served)) for place, characters in by_place.items() if characters - served
    )


def _told(place: str, characters: list[str]) -> str:
    first, *rest = characters
    more = f" and {len(rest)} more character{'s' * (len(rest) > 1)}" if rest else ""
    return (
        f"The template’s fonts have no glyph for “{first}” (U+{ord(first):04X}){more} in {place}: "
        "the PDF and the page may show empty boxes. Add a font that has it to the template."
    )


def _places(shown: View) -> Iterator[tuple[str, Any]]:
    """What is shown, by the place where a reader finds it."""
    yield "the title", shown.title
    yield "the lines below the title", shown.facts
    yield "the marking", shown.marking
    yield "the embargo", shown.embargo
    for section in shown.sections:
        yield from _of_section(section)


def _of_section(section: SectionView) -> Iterator[tuple[str, Any]]:
    where = f"the section “{section.heading}”"
    yield where, section.heading
    match section.body:
        case SourceList(cited, uncited, skipped, grading=grading, aside=aside):
            yield from (
                (f"source {row.number}" if row.number else f"the source “{row.title}”", row)
                for row in (*cited, *uncited)
            )
            yield where, (grading, aside, *map(astuple, skipped))
        case Annex(sources):
            yield from ((f"source {source.number}", source) for source in sources)
        case body:
            yield where, body


def _texts(value: Any) -> Iterator[str]:
    """All texts of a row, of its rows, and so on."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, tuple):
        yield from chain.from_iterable(map(_texts, value))
    elif hasattr(value, "__dataclass_fields__"):
        yield from _texts(astuple(value))


def _served(template: Template, characters: frozenset[str]) -> Iterator[str]:
    """Those of the characters that a font of the template is for."""
    for face in faces(style_sheet(template)):
        for start, end in ranges(face) or _held(template, face):
            yield from (character for character in characters if start <= ord(character) <= end)


def _held(template: Template, face: str) -> list[tuple[int, int]]:
    """What a font that does not say what it is for has glyphs for."""
    from fontTools.ttLib import TTFont

    file = _FILE.search(face)
    held = TTFont(template.file(file[1]), lazy=True).getBestCmap() if file else ()
    return [(code, code) for code in held]
