"""Step 1, reading: a web page → lines: its article, and all else that a reader of it sees, each with its reason."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from briefing.sources.draft import Draft, Line, UnreadableError, refuse_long
from briefing.sources.metadata import take_dates
from briefing.sources.readers.properties import refuse_own
from briefing.sources.shape import is_sentence
from briefing.sources.vocabulary import tokens_of
from briefing.sources.web.article import reasons, why
from briefing.sources.web.facts import Facts, facts, is_address
from briefing.sources.web.seen import HEADINGS, Seen, blocks
from briefing.sources.web.tree import parse

_SAVED_FROM = re.compile(rb"<!--\s*saved from url=\(\d+\)(\S+)\s*-->")
_RECORD = b'<script type="application/gzip" id="brief_record"'
"""How what a brief carries begins in its page."""
_MAY_DATE = frozenset({"byline", "date line", "page furniture"})
_ALIKE = 0.5
_LOOKED_AT = 4096  # bytes; browsers note it above all else


def read(data: bytes) -> Draft:
    """Read a web page.

    Raises:
        UnreadableError: the bytes are no text, the page shows none, or it is a brief of this program.
    """
    return read_page(data)


def read_page(data: bytes, charset: str | None = None, address: str | None = None) -> Draft:
    """Read a web page of which something is known beside.

    Args:
        data: the page.
        charset: its encoding, where a header or an archive states it.
        address: where it was, likewise; what the page itself states goes before.

    Raises:
        UnreadableError: the bytes are no text, or the page shows none.
    """
    refuse_own(None, carries_record=_RECORD in data)
    root, notes = parse(data, charset)
    page = tuple(blocks(root))
    if all(block.is_hidden for block in page):
        raise UnreadableError("It is a web page without text; a script may have made it, so save it as text or PDF.")
    refuse_long([block.text for block in page])
    known = facts(root)
    found = reasons(root, page)
    told = found or tuple(why(block) if _is_furniture(block) else None for block in page)
    lines = tuple(map(_line, page, told))
    title = _title(page, lines, known.title)
    if title is not None:
        lines = tuple(_dated(_headed(lines, page, title), title))
        known = replace(known, title=_as_seen(known.title, lines[title].text))
    draft = Draft(lines, notes=notes, is_sifted=found is not None)
    stated = {key: value for key in Facts.__slots__ if (value := getattr(known, key))}
    saved = _SAVED_FROM.search(data[:_LOOKED_AT])
    beside = [address or "", saved[1].decode("utf-8", "replace") if saved else ""]
    return replace(draft, **{"address": next(filter(is_address, beside), None), **stated})


def _is_furniture(block: Seen) -> bool:
    return block.is_hidden or block.tag == "tr" or any(not box.part.is_weak for box in block.boxes)


def _as_seen(stated: str | None, seen: str) -> str | None:
    """A stated title without the name of the site, where the page shows it so."""
    return seen if stated and seen.casefold() in stated.casefold() else stated


def _line(block: Seen, reason: str | None) -> Line:
    if reason:
        return Line(block.text, gap=True, reason=reason)
    if block.tag == "li":
        return Line(block.text, kind="bullet")
    is_heading = block.tag in HEADINGS and not is_sentence(block.text)
    return Line(block.text, gap=True, kind="heading" if is_heading else None)


def _headed(lines: Sequence[Line], page: Sequence[Seen], title: int) -> Iterator[Line]:
    """The lines with their title; what stands above it and is no sentence is the name of the site or of a section."""
    for number, line in enumerate(lines):
        if number == title:
            yield replace(line, kind="title", reason=None)
        elif number < title and not line.reason and not is_sentence(line.text):
            yield replace(line, kind=None, reason=why(page[number]) if page[number].boxes else "masthead")
        else:
            yield line


def _dated(lines: Iterable[Line], title: int) -> Iterator[Line]:
    """The lines, those open again that give a date between the title and the first sentence.

    A date above the title may be that of the day on which the page was saved.
    """
    is_head = True
    for number, line in enumerate(lines):
        is_head &= bool(line.reason) or not is_sentence(line.text)
        opened = replace(line, reason=None)
        may_date = number > title and is_head and line.reason in _MAY_DATE
        yield opened if may_date and take_dates(Draft((opened,))).lines[0].reason else line


def _title(page: Sequence[Seen], lines: Sequence[Line], stated: str | None) -> int | None:
    """The number of the block that is the page's title: above the first sentence, and like what is stated."""
    start = next((at for at, line in enumerate(lines) if not line.reason and is_sentence(line.text)), len(lines))
    above = [at for at in range(start) if not page[at].is_hidden and page[at].tag != "tr"]
    alike = [at for at in above if _likeness(page[at].text, stated or "") > _ALIKE]
    headings = [at for at in alike if page[at].tag in HEADINGS]
    first = [at for at in above if page[at].tag == "h1"]
    return next(reversed(headings or alike or first), None)


def _likeness(one: str, other: str) -> float:
    """The share of their words that two texts have in common."""
    first, second = ({word for word in tokens_of(text) if word[0].isalnum()} for text in (one, other))
    return len(first & second) / max(1, len(first | second))
