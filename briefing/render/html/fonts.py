"""Step 5, rendering: of all fonts those that a page needs.

In: a style sheet whose `@font-face` rules say by `unicode-range` what each font
is for, and the characters of a page. Out: the sheet without the fonts that the
page has no character for, and the glyphs that it needs of a large font.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Collection, Iterator
from io import BytesIO
from pathlib import Path
from unicodedata import category

_FACE = re.compile(r"@font-face\s*\{[^{}]*\}\s*")
_FOR = re.compile(r"unicode-range:([^;}]+)")
_RANGE = re.compile(r"U\+([0-9A-Fa-f]+)(?:-([0-9A-Fa-f]+))?")

_UNSEEN = {"Cc", "Cf", "Zl", "Zp", "Zs"}
"""Kinds of characters that need no glyph: controls, joiners, marks of direction, spaces."""
_SELECTORS = {*map(chr, range(0xFE00, 0xFE10)), *map(chr, range(0xE0100, 0xE01F0))}
"""They choose among the forms of the character before them."""


_BETWEEN = (0x20, 0xA0, 0x3000, *range(0x2000, 0x2070), *range(0xFE00, 0xFE10))
"""Spaces, joiners and selectors: what stands between characters is set in their font."""


def seen(text: str) -> frozenset[str]:
    """The characters of a text that need a glyph."""
    return frozenset(character for character in set(text) - _SELECTORS if category(character) not in _UNSEEN)


def fitted(css: str, characters: Collection[str]) -> str:
    """The style sheet with those of its fonts that are for any of the characters, or do not say for which."""
    codes = sorted(map(ord, characters))
    return _FACE.sub(lambda face: face[0] if _needed(face[0], codes) else "", css)


def faces(css: str) -> Iterator[str]:
    """The rules of a style sheet that name a font."""
    return (match[0] for match in _FACE.finditer(css))


def ranges(face: str) -> list[tuple[int, int]]:
    """The first and the last character of each range that a font says it is for; none if it is for all it has."""
    listed = _FOR.search(face)
    return [(int(start, 16), int(end or start, 16)) for start, end in _RANGE.findall(listed[1])] if listed else []


def glyphs(font: Path, characters: Collection[str]) -> bytes:
    """The font with the glyphs of the characters alone."""
    from fontTools import subset

    options = subset.Options(layout_features=["*"], hinting=False, recalc_timestamp=False)
    whole = subset.load_font(str(font), options)
    subsetter = subset.Subsetter(options)
    subsetter.populate(text="".join(characters), unicodes=_BETWEEN)
    subsetter.subset(whole)
    cut = BytesIO()
    subset.save_font(whole, cut, options)
    return cut.getvalue()


def _needed(face: str, codes: list[int]) -> bool:
    """Whether a font is for any of the codes, which are in order, or does not say what it is for."""
    told = ranges(face)
    return not told or any(bisect_left(codes, start) < bisect_right(codes, end) for start, end in told)
