"""Step 1, reading: a page of a PDF document → the strips of characters on it.

A PDF document draws characters at places; lines and words are what the places
tell. The page is turned so that most of its characters stand upright.
"""

import math
import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from ctypes import c_double, c_int, create_string_buffer
from dataclasses import dataclass
from statistics import median
from typing import TYPE_CHECKING

from briefing.sources import clean
from briefing.sources.readers.pdf.shapes import Page, Strip

if TYPE_CHECKING:
    from pypdfium2 import PdfPage, PdfTextPage

MOST_GLYPHS = 100_000
"""Characters that are read of one page; a broadsheet has 40,000."""

_HYPHENS = {"\x02": "-", "\ufffe": "-", "\u2010": "\u00ad"}
"""pdfium's two marks for a hyphen at the end of a line, and the hyphen that programs put there by themselves."""
_LETTERS = {
    "\ufb00": "ff", "\ufb01": "fi", "\ufb02": "fl", "\ufb03": "ffi", "\ufb04": "ffl", "\ufb05": "st", "\ufb06": "st",
    "\uf0b7": "•", "\uf0a7": "•", "\uf02d": "–",
}  # fmt: skip
"""Ligatures, and the bullets of symbol fonts."""
_RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_UNIT_END = re.compile(r"(?:^|[\s(/\d])[a-zA-Zµ]{0,3}$")
_BOLD = re.compile(rb"bold|black|heavy", re.IGNORECASE)
_GAP = 2.0
"""Widths of an em between two words of one line; wider gaps part columns and cells."""
_SPACE = 0.15
"""Ems between two characters that are two words, where the file has no space between them."""
_HUGE = 2.5
"""Times the usual size, from which on text may be a watermark."""
_SMALL = 0.93
"""Times the size of the characters beside it, up to which a number is raised rather than written on another line."""
_LEAST = 0.1
"""Points; no font is taken to be smaller, since all else is measured by it."""
_SKEW = 0.1
"""Radians by which upright text may lean."""


@dataclass(frozen=True, slots=True)
class Glyph:
    """A character, the page being the right way up; `size` is the height of its box."""

    text: str
    left: float
    right: float
    base: float
    size: float
    at: int


def page_of(page: "PdfPage", number: int) -> Page:
    """Read the strips of a page.

    Args:
        page: of pypdfium2.
        number: its number, from 1.
    """
    with_text = page.get_textpage()
    try:
        return _Drawn(with_text).page(page.get_bbox(), number)
    finally:
        with_text.close()


class _Drawn:
    """The characters of a page as pdfium gives them."""

    def __init__(self, textpage: "PdfTextPage") -> None:
        import pypdfium2.raw as pdfium

        self._pdfium = pdfium
        self._handle = textpage.raw
        self._count = min(textpage.count_chars(), MOST_GLYPHS)
        self._characters = [self._character(at) for at in range(self._count)]

    def page(self, box: tuple[float, float, float, float], number: int) -> Page:
        angles = [self._pdfium.FPDFText_GetCharAngle(self._handle, at) for at in range(self._count)]
        quarters = [_quarter(angle) for angle in angles]
        seen = Counter(one for one, text in zip(quarters, self._characters, strict=True) if not text.isspace())
        turn = max((one for one in seen if one is not None), key=lambda one: (seen[one], -one), default=0)
        left, bottom, right, top = _turned(box, turn)
        fitting = [quarter == turn for quarter in quarters]
        strips: list[Strip] = []
        outside: list[Strip] = []
        for strip in self._strips(list(self._glyphs(turn, fitting))):
            is_inside = left <= (strip.left + strip.right) / 2 <= right and bottom <= strip.base <= top
            (strips if is_inside else outside).append(strip)
        aside = [(text, "rotated text") for text in self._runs(fitting)]
        aside += [(strip.text, "outside the page") for strip in outside]
        marks = _watermarks(strips)
        aside += [(strip.text, "watermark") for strip in marks]
        strips = [strip for strip in strips if strip not in marks]
        lost = sum(map(_is_lost, self._characters))
        return Page(number, bottom, top, tuple(strips), tuple(aside), lost)

    def _character(self, at: int) -> str:
        code = self._pdfium.FPDFText_GetUnicode(self._handle, at)
        character = chr(code) if 0 < code < 0x110000 else "\ufffd"
        return _HYPHENS.get(character) or _LETTERS.get(character, character)

    def _glyphs(self, turn: int, fitting: Sequence[bool]) -> Iterator[Glyph]:
        """What stands upright; white space and line ends have no place of their own."""
        pdfium, handle = self._pdfium, self._handle
        box, x, y = pdfium.FS_RECTF(), c_double(), c_double()
        for at, character in enumerate(self._characters):
            if character.isspace():
                yield Glyph("\n" if character in "\r\n" else " ", 0, 0, 0, 0, at)
            elif fitting[at] and pdfium.FPDFText_GetLooseCharBox(handle, at, box):
                pdfium.FPDFText_GetCharOrigin(handle, at, x, y)
                left, bottom, right, top = _turned((box.left, box.bottom, box.right, box.top), turn)
                base = _turned((x.value, y.value, x.value, y.value), turn)[1]
                yield Glyph(character, left, right, base, top - bottom, at)

    def _runs(self, fitting: Sequence[bool]) -> Iterator[str]:
        """The text that does not stand upright, in runs."""
        run: list[str] = []
        for at, character in enumerate(self._characters):
            if not fitting[at] or (run and character.isspace()):
                run.append(character)
            elif run:
                yield from filter(None, [clean.line("".join(run))])
                run = []
        yield from filter(None, [clean.line("".join(run))])

    def _strips(self, glyphs: Sequence[Glyph]) -> Iterator[Strip]:
        run: list[Glyph] = []
        for glyph in glyphs:
            before = next((one for one in reversed(run) if one.size), None)
            if before and glyph.size and not _goes_on(before, glyph, run):
                yield from self._strip(run)
                run = []
            run.append(glyph)
        yield from self._strip(run)

    def _strip(self, run: Sequence[Glyph]) -> Iterator[Strip]:
        seen = [glyph for glyph in run if glyph.size]
        text = clean.line(_text(run).replace("\u00ad", "\u2010")) if seen else ""
        if text:
            full = max(glyph.size for glyph in seen)
            large = [glyph for glyph in seen if glyph.size > 0.9 * full]
            probes = (large[0], large[len(large) // 2], large[-1])
            base = Counter(round(glyph.base, 1) for glyph in large).most_common(1)[0][0]
            left, right = min(glyph.left for glyph in seen), max(glyph.right for glyph in seen)
            bold = all(self._is_bold(glyph.at) for glyph in probes)
            size = max(_LEAST, round(self._size(large[0].at), 1))
            yield Strip(text, left, right, base, size, bold, run[0].at)

    def _size(self, at: int) -> float:
        matrix = self._pdfium.FS_MATRIX()
        self._pdfium.FPDFText_GetMatrix(self._handle, at, matrix)
        return float(self._pdfium.FPDFText_GetFontSize(self._handle, at)) * math.hypot(matrix.c, matrix.d)

    def _is_bold(self, at: int) -> bool:
        name, flags = create_string_buffer(128), c_int()
        self._pdfium.FPDFText_GetFontInfo(self._handle, at, name, 128, flags)
        return bool(_BOLD.search(name.value))


def _watermarks(strips: Sequence[Strip]) -> list[Strip]:
    """Large text that lies across lines of smaller text."""
    usual = median(strip.size for strip in strips) if strips else 0
    large = [strip for strip in strips if strip.size > _HUGE * usual]
    return [mark for mark in large if sum(_lies_across(mark, strip) for strip in strips) > 1]


def _lies_across(mark: Strip, strip: Strip) -> bool:
    is_level = mark.base - 0.2 * mark.size < strip.base < mark.base + 0.7 * mark.size
    return strip.size < mark.size and is_level and strip.left < mark.right and strip.right > mark.left


def _quarter(angle: float) -> int | None:
    """How many quarter turns an angle is; None if it is something between."""
    quarter = round(angle / (math.pi / 2))
    return quarter % 4 if abs(angle - quarter * math.pi / 2) < _SKEW else None


def _is_lost(character: str) -> bool:
    """Whether a font does not tell which letter it draws."""
    if character.isalnum() or character.isspace():
        return False
    return character == "\ufffd" or unicodedata.category(character) in {"Co", "Cn", "Cc"}


def _turned(box: tuple[float, float, float, float], turn: int) -> tuple[float, float, float, float]:
    """A box (left, bottom, right, top) on the page turned back by so many quarters."""
    left, bottom, right, top = box
    match turn:
        case 3:
            return bottom, -right, top, -left
        case 2:
            return -right, -top, -left, -bottom
        case 1:
            return -top, left, -bottom, right
    return box


def _goes_on(before: Glyph, glyph: Glyph, run: Sequence[Glyph]) -> bool:
    """Whether a character stands on the same line as the one before it, and near it."""
    high = max(before.size, glyph.size)
    is_beside = before.left - 0.1 * high <= glyph.left and glyph.left - before.right < _GAP * high
    is_level = abs(before.base - glyph.base) < 0.2 * high
    is_raised = abs(before.base - glyph.base) < 0.55 * high and min(before.size, glyph.size) < _SMALL * high
    is_cut = run[-1].text == "\n" and glyph.left - before.right > 0.5 * high
    return is_beside and not is_cut and (is_level or is_raised)


def _text(run: Sequence[Glyph]) -> str:
    """The characters of a strip; a raised number is told from the word that it stands behind."""
    full = max(glyph.size for glyph in run)
    base = next(glyph.base for glyph in run if glyph.size > 0.9 * full)
    text = ""
    for raised, part in _parted(run, base, full):
        text += _as_note(text, part) if raised and part.strip().isdigit() else part
    return text


def _parted(run: Iterable[Glyph], base: float, full: float) -> Iterator[tuple[bool, str]]:
    """The characters, in parts that are raised or not."""
    part, was_raised, before = "", False, None
    for glyph in run:
        if not glyph.size:
            part += " " * (glyph.text != "\n")
            continue
        raised = glyph.size < _SMALL * full and glyph.base > base + 0.1 * full
        if raised != was_raised:
            yield was_raised, part
            part = ""
        space = " " * bool(before and not part.endswith(" ") and glyph.left - before.right > _SPACE * full)
        part, was_raised, before = part + space + glyph.text, raised, glyph
    yield was_raised, part


def _as_note(before: str, number: str) -> str:
    """A raised number: `km²` behind a unit or a figure, else `[2]`, as pages on the web write a note's number."""
    bare = number.strip()
    if not before.strip():
        return f"{bare} "
    if _UNIT_END.search(before):
        return number.translate(_RAISED)
    return f"[{bare}]" + " " * number[-1].isspace()
