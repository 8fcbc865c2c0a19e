"""Step 1, reading: plain text wrapped to a width → one line per paragraph.

Whether a text is wrapped is judged once for the whole text, by what its line
breaks look like: in wrapped text many lines go on in lower case. A paragraph
then ends at a blank line, at a bullet, and where the next line's first word
would still have fitted.
"""

import re
from itertools import pairwise

from briefing.sources.shape import BULLET

_WIDEST = 100  # columns; mail wraps at 72, typewriters at 60 to 80, editors at up to 100
_NARROWEST = 30  # shorter lines that go on in lower case are verse, menus or tables
_LOWER_SHARE = 1 / 3  # of the breaks in wrapped English prose; without wrapping it is about 0

_UNFINISHED = re.compile(r"[\w,;\-–—’'”\"()]$")


def unwrap(text: str) -> str:
    """Join the lines of wrapped paragraphs; other text comes back as it is.

    Args:
        text: cleaned text, its lines parted by newlines.
    """
    lines = text.split("\n")
    width = _width(lines)
    if not _is_wrapped(lines, width):
        return text
    paragraphs: list[list[str]] = []
    for above, line in pairwise(["", *lines]):
        if line and above and (_goes_on(above, line, width) or _ends_in_figure(paragraphs[-1][0], above, line, width)):
            paragraphs[-1].append(line)
        elif line:
            paragraphs.append([line])
    return "\n\n".join(map(_joined, paragraphs))


def _width(lines: list[str]) -> int:
    """The width that a text is wrapped to: its longest line that is surely broken or goes on, as a title is not."""
    broken = (two for two in pairwise(lines) if _may_go_on(*two) and _is_lower_continuation(*two))
    return max((len(line) for two in broken for line in two if len(line) <= _WIDEST), default=0)


def _is_wrapped(lines: list[str], width: int) -> bool:
    if width < _NARROWEST:
        return False
    breaks = [(above, line) for above, line in pairwise(lines) if _may_go_on(above, line)]
    lower = sum(_is_lower_continuation(above, line) for above, line in breaks)
    return lower > 0 and lower >= len(breaks) * _LOWER_SHARE


def _may_go_on(above: str, line: str) -> bool:
    return bool(above) and bool(line) and not BULLET.match(line)


def _goes_on(above: str, line: str, width: int) -> bool:
    if not _may_go_on(above, line) or len(above) > _WIDEST:
        return False
    first_word = line.split(" ", 1)[0]
    return _is_lower_continuation(above, line) or len(above) + 1 + len(first_word) > width


def _ends_in_figure(first: str, above: str, line: str, width: int) -> bool:
    """Whether `20. The` is no entry of a list, but goes on from a line that is full: “on November”."""
    if not (line[0].isdigit() and above[-1].isalnum()) or BULLET.match(first):
        return False
    return width < len(above) + 1 + len(line.split(" ", 1)[0]) and len(above) <= width


def _is_lower_continuation(above: str, line: str) -> bool:
    return _NARROWEST <= len(above) <= _WIDEST and line[0].islower() and bool(_UNFINISHED.search(above))


def _joined(lines: list[str]) -> str:
    """Join with a space, but after a hyphen without one: the hyphen may be the word's own."""
    return "".join(line if re.search(r"\w-$", line) else f"{line} " for line in lines[:-1]) + lines[-1]
