"""Step 1, reading: a web page → lines: its article, and all else that a reader of it sees, each with its reason."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from briefing.sources.draft import Draft, Line, UnreadableError
from briefing.sources.shape import is_sentence
from briefing.sources.vocabulary import tokens_of
from briefing.sources.web.article import reasons, why
from briefing.sources.web.facts import Facts, facts, is_address
from briefing.sources.web.seen import HEADINGS, Seen, blocks
from briefing.sources.web.tree import parse

_SAVED_FROM = re.compile(rb"<!--\s*saved from url=\(\d+\)(\S+)\s*-->")
_LOOKED_AT = 4096  # bytes; browsers note it above all else


def read(data: bytes) -> Draft:
    """Read a web page.

    Raises:
        UnreadableError: the bytes are no text, or the page shows none.
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
    root, notes = parse(data, charset)
    page = tuple(blocks(root))
    if all(block.is_hidden for block in page):
        raise UnreadableError("It is a web page without text; a script may have made it, so save it as text or PDF.")
    known = facts(root)
    found = reasons(root, page)
    told = found or tuple(why(block) if _is_furniture(block) else None for block in page)
    draft = Draft(tuple(_lines(page, told, known)), notes=notes, is_sifted=found is not None)
    stated = {key: value for key in Facts.__slots__ if (value := getattr(known, key))}
    saved = _SAVED_FROM.search(data[:_LOOKED_AT])
    beside = [address or "", saved[1].decode("utf-8", "replace") if saved else ""]
    return replace(draft, **{"address": next(filter(is_address, beside), None), **stated})


def _is_furniture(block: Seen) -> bool:
    return block.is_hidden or block.tag == "tr" or any(not box.part.is_weak for box in block.boxes)


def _lines(page: Sequence[Seen], told: Sequence[str | None], known: Facts) -> Iterator[Line]:
    title = _title(page, told, known)
    for number, (block, reason) in enumerate(zip(page, told, strict=True)):
        if number == title:
            yield Line(block.text, gap=True, kind="title")
        elif reason:
            yield Line(block.text, gap=True, reason=reason)
        elif block.tag in HEADINGS and not is_sentence(block.text):
            yield Line(block.text, gap=True, kind="heading")
        elif block.tag == "li":
            yield Line(block.text, kind="bullet")
        else:
            yield Line(block.text, gap=True, kind="paragraph")


def _title(page: Sequence[Seen], told: Sequence[str | None], known: Facts) -> int | None:
    """The number of the block that is the page's title: the heading above the article that says what it states."""
    start = next((at for at, reason in enumerate(told) if not reason and page[at].tag not in HEADINGS), len(page))
    above = [at for at in range(start) if page[at].tag in HEADINGS and not page[at].is_hidden]
    stated = {*tokens_of(known.title or "")}
    alike = [at for at in above if 2 * len(stated & {*tokens_of(page[at].text)}) > len(stated)]
    first = [at for at in above if page[at].tag == "h1"]
    return next(reversed(alike or first), None)
