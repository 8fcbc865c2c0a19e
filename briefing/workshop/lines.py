"""Where a template's settings stand in their file: TOML readers give values and no lines.

In: the text of a `template.toml`. Out: the line of a key, in the section that it is of.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

_HEADER = re.compile(r"\s*\[\[?\s*([\w.]+)")
_KEY = re.compile(r"""\s*("[^"]+"|'[^']+'|[\w-]+)\s*[=.]""")
_ID = re.compile(r"""\s*id\s*=\s*["']([^"']*)["']""")
_QUOTED = re.compile(r"“([^”]+)”")


@dataclass(slots=True)
class _Part:
    """What stands between two headings of sections; the first part has none."""

    header: int
    id: str = ""
    keys: dict[str, int] = field(default_factory=dict)
    last: int = 0


def line_of(text: str, section: str, key: str, sentence: str = "") -> int | None:
    """The line, from 1, of a key or of a value in it; that of its section where the key is not found.

    Args:
        text: of the file.
        section: the id of the section; none for the keys at the top.
        key: the key, if one is meant.
        sentence: what is wrong; a word in its quotes that stands among the key's values is the place.
    """
    part = _part(text, section, key)
    if part is None:
        return None
    if key not in part.keys:
        return part.header or None
    start = part.keys[key]
    end = min((line for line in part.keys.values() if line > start), default=part.last + 1)
    lines = text.splitlines()[start - 1 : end - 1]
    quoted = [word for word in _QUOTED.findall(sentence) if word not in {key, section}]
    return next((start + n for n, line in enumerate(lines) if any(f'"{word}"' in line for word in quoted)), start)


def _part(text: str, section: str, key: str) -> _Part | None:
    """The part that is meant: of several sections with one id the last, and of those with none the first."""
    first, *sections = _parts(text)
    named = [part for part in sections if part.id == section]
    if section:
        return named[-1] if named else None
    return first if key in first.keys or not named else named[0]


def _parts(text: str) -> Iterator[_Part]:
    part = _Part(0)
    for number, line in enumerate(text.splitlines(), start=1):
        if header := _HEADER.match(line):
            if header[1] in {"section", "sections"}:
                yield part
                part = _Part(number)
            else:
                part.keys.setdefault(header[1].rpartition(".")[2], number)
        elif key := _KEY.match(line):
            part.keys.setdefault(key[1].strip("\"'"), number)
            part.id = part.id or next(iter(_ID.findall(line)), "")
        part.last = number
    yield part
