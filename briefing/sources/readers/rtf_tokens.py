"""Step 1, reading: the bytes of a Rich Text document → braces, control words and bytes of text."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from briefing.sources.draft import UnreadableError

MOST_TOKENS = 2_000_000
"""Marks and runs of text; a report of 200 pages, as Word writes it, has some hundred thousand."""

_TOKEN = re.compile(
    rb"\\(?P<word>[A-Za-z]{1,32})(?P<number>-?[0-9]{1,10})? ?"
    rb"|\\'(?P<byte>[0-9A-Fa-f]{2})"
    rb"|\\(?P<symbol>[^A-Za-z'])"
    rb"|(?P<brace>[{}])"
    rb"|(?P<text>[^\\{}\r\n]+)",
    re.DOTALL,
)
_ESCAPED = frozenset({"{", "}", "\\"})
_BREAKS = frozenset({"\n", "\r"})
"""Behind a backslash they end a paragraph."""


class Mark(NamedTuple):
    """A brace, a control word or a control symbol, with its number if it has one."""

    name: str
    number: int | None = None

    @property
    def is_on(self) -> bool:
        """Whether it turns on what it names; with a 0 behind it, it turns it off."""
        return self.number != 0


def tokens(data: bytes) -> Iterator[Mark | bytes]:
    """What the bytes hold, pictures in binary left out.

    Raises:
        UnreadableError: they hold more than `MOST_TOKENS`.
    """
    at = count = 0
    while found := _TOKEN.search(data, at):
        at, count = found.end(), count + 1
        if count > MOST_TOKENS:
            raise UnreadableError(f"It has more than {MOST_TOKENS:,} marks; save it as .docx.")
        token = _token(found)
        if isinstance(token, Mark) and token.name == "bin":
            at += max(0, token.number or 0)
        else:
            yield token


def _token(found: re.Match[bytes]) -> Mark | bytes:
    if word := found["word"]:
        return Mark(word.decode(), int(found["number"]) if found["number"] else None)
    if symbol := found["symbol"]:
        name = symbol.decode("latin-1")
        return symbol if name in _ESCAPED else Mark("par" if name in _BREAKS else name)
    if brace := found["brace"]:
        return Mark(brace.decode())
    return bytes([int(found["byte"], 16)]) if found["byte"] else found["text"]
